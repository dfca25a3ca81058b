"""Findings set aside: until when that holds, what is refused, and the command over a built folder."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.render.sample_edition import sample_edition
from workflow import console, dismissals, outputs, store, workshop
from workflow.config import Settings
from workflow.edition import Edition
from workflow.errors import InputError, OutputError
from workflow.findings import Finding, Severity
from workflow.pipeline import Built
from workflow.review import log
from workflow.units import State, Unit

UNIT = Unit("0123456789ab", "sections/0/paragraphs/0/0", "会议结束。", "The meeting ended.", State.DRAFT)
ON_TARGET = Finding("length", Severity.WARNING, "short", UNIT.id)
ON_SOURCE = Finding("source.doubled-word", Severity.WARNING, "doubled", UNIT.id, "source", quote="会会")
ON_ALL = Finding("source.missing-date", Severity.WARNING, "no date", None, "source")
FINDINGS = (ON_TARGET, ON_SOURCE, ON_ALL)
ENGLISH = replace(UNIT, target="The meeting has ended.")
CHINESE = replace(UNIT, source="会议结束了。")

HOLDS = [
    ("a finding on the English, nothing changed", ON_TARGET, UNIT, True),
    ("a finding on the English, the English changed", ON_TARGET, ENGLISH, False),
    ("a finding on the English, the Chinese changed", ON_TARGET, CHINESE, False),
    ("a query on the Chinese, the English changed", ON_SOURCE, ENGLISH, True),
    ("a query on the Chinese, the Chinese changed", ON_SOURCE, CHINESE, False),
    ("a query on the whole bulletin, a unit changed", ON_ALL, CHINESE, True),
]


def sample(unit: Unit = UNIT) -> Edition:
    return replace(sample_edition(), units=(unit,), findings=FINDINGS)


@pytest.mark.parametrize(("finding", "unit", "holds"), [h[1:] for h in HOLDS], ids=[h[0] for h in HOLDS])
def test_how_long_it_holds(finding: Finding, unit: Unit, holds: bool) -> None:
    before = dismissals.dismiss(sample(), finding.id, "Wang", "as the office says it").findings
    after = {f.id: f for f in dismissals.carry_over(FINDINGS, [unit], before)}
    assert (after[finding.id].dismissed is not None) == holds
    assert sum(f.dismissed is not None for f in after.values()) == holds


@pytest.mark.parametrize(
    ("asked", "says"), [("ffffffff", "no finding has this id"), ("", "no finding has this id")]
)
def test_an_unknown_finding_is_refused_with_those_there_are(asked: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        dismissals.dismiss(sample(), asked, "Wang", "fine")
    assert all(finding.id in str(caught.value) for finding in FINDINGS)


def test_a_short_id_that_names_several_is_refused() -> None:
    many = tuple(Finding("length", Severity.NOTE, f"short {n}", UNIT.id) for n in range(40))
    first = next(c for c in "0123456789abcdef" if sum(f.id.startswith(c) for f in many) > 1)
    with pytest.raises(InputError, match="several findings begin so"):
        dismissals.dismiss(replace(sample(), findings=many), first, "Wang", "fine")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    edition = sample()
    options = {
        "brand": "center",
        "layout": "stacked",
        "page": "letter",
        "script": "source",
        "formats": "html",
    }
    edition = replace(edition, manifest=replace(edition.manifest, options=tuple(options.items())))
    outputs.write(tmp_path, {store.FILE: store.dump(edition), f"{edition.name}.html": b"old"})
    return tmp_path


def test_the_edition_and_its_outputs_are_written_again(folder: Path) -> None:
    redone = workshop.dismiss(folder, ON_TARGET.id, "Wang", "set phrase", Settings())
    edition = store.load(folder)
    dismissed = {f.id: f.dismissed for f in edition.findings if f.dismissed}
    assert {i: (d.by, d.reason) for i, d in dismissed.items()} == {ON_TARGET.id: ("Wang", "set phrase")}
    assert {path.name for path in redone.written} == {store.FILE, log.FILE, f"{edition.name}.html"}
    (line,) = log.load(folder)
    assert (line.kind, line.item, line.who, line.reason) == ("dismiss", ON_TARGET.id, "Wang", "set phrase")
    assert "set phrase" in (folder / f"{edition.name}.html").read_text()
    assert not redone.left


def test_an_output_that_somebody_changed_is_left(folder: Path) -> None:
    html = next(folder.glob("*.html"))
    html.write_text("somebody's own")
    redone = workshop.dismiss(folder, ON_TARGET.id, "Wang", "set phrase", Settings())
    assert redone.left == (html,)
    assert html.read_text() == "somebody's own"
    assert any(f.dismissed for f in store.load(folder).findings)


def test_an_open_question_is_answered_by_its_id(folder: Path) -> None:
    asked = log.Entry("comment", who="Li", unit=UNIT.id, text="Ended or closed?", item="feedbeef")
    outputs.write(folder, log.appended(folder, (asked,)))
    workshop.dismiss(folder, "feed", "Wang", "ended", Settings())
    assert log.questions(log.load(folder)) == ()
    assert log.load(folder)[-1].reason == "ended"
    assert not any(f.dismissed for f in store.load(folder).findings)


def test_an_edition_that_somebody_changed_is_refused(folder: Path) -> None:
    file = folder / store.FILE
    file.write_text(file.read_text().replace("short", "brief"))
    with pytest.raises(OutputError, match="was changed by someone"):
        workshop.dismiss(folder, ON_SOURCE.id, "Wang", "fine", Settings())


def test_a_dismissed_finding_is_told_last_and_counts_no_more() -> None:
    edition = dismissals.dismiss(sample(), ON_TARGET.id, "Wang", "set phrase")
    lines = console.told(edition.findings, edition.units).splitlines()
    assert "dismissed by Wang: set phrase" in lines[-1]
    named = next(unit for unit in edition.units if unit.id == ON_TARGET.unit)
    assert f"{named.id} {named.source[:40]}" in lines[-1]
    assert ON_TARGET.id in lines[-1]
    built = Built(edition, (), {})
    assert json.loads(console.as_json([built.done], []))["built"][0]["findings"] == {"warning": 2}
