"""The real LibreOffice opens a review DOCX, edits it with tracking on, comments, resolves, saves: every unit comes back."""

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.render.sample_edition import sample_edition
from workflow.edition import Edition
from workflow.render import RENDERERS
from workflow.render.brand import load_brand
from workflow.render.options import RenderOptions
from workflow.render.view import view
from workflow.review import READERS
from workflow.review.returned import Returned, Row
from workflow.units import State, text_digest

OPTIONS = RenderOptions(clock=datetime(2024, 9, 26, tzinfo=UTC), signature="engine:house|v:0.1.0")
# Python with the package python3-uno: the system's own, not that of the virtual environment.
SYSTEM_PYTHON = "/usr/bin/python3"
SCRIPT = Path(__file__).with_name("libreoffice_edits.py")
# Beginning of a unit's English → what is done to it.
EDITS = {
    "September 26": [("insert", "26", "th")],
    "The main views": [("strike", "main ", "")],
    "Zhou Mingyuan": [("retype", "", "Mr Zhou Mingyuan")],
    "Over the past": [("strike", "Over the past", ""), ("insert", "five years", " since 2019")],
    "Environmental flow": [("comment", "fixed figure", "Is this the term?")],
    "In the two pilot": [("insert", "86%", "\n"), ("comment", "97%", "97 or 79?")],
}
CHOSEN = "Nguyen Van Hai"
STRUCK_ROW = "The green retrofit"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return sample_edition()


@pytest.fixture(scope="module")
def returned(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Returned:
    """Return what comes back of the sample from LibreOffice, which starts once for all tests here."""
    folder = tmp_path_factory.mktemp("libreoffice")
    source, target, edits = folder / "in.review.docx", folder / "out.review.docx", folder / "edits.json"
    source.write_bytes(RENDERERS["review"].render(view(edition), load_brand("center"), OPTIONS))
    rows = {row.target: row.place for row in READERS[".docx"](source).rows}
    numbers = {text: place.rpartition(" ")[2] for text, place in rows.items()}
    by_start = {
        start: next(n for text, n in numbers.items() if text.startswith(start))
        for start in (*EDITS, CHOSEN, STRUCK_ROW)
    }
    listed: dict[str, object] = {f"C{by_start[start]}": done for start, done in EDITS.items()}
    listed[f"D{by_start[CHOSEN]}"] = [("retype", "", "已审 Reviewed")]
    listed |= {"resolve": ["Error: The figure 86%"], "delete": [int(by_start[STRUCK_ROW]) - 1]}
    edits.write_text(json.dumps(listed), encoding="utf-8")
    command = [SYSTEM_PYTHON, str(SCRIPT), str(source), str(target), str(edits), str(folder / "profile")]
    done = subprocess.run(
        command, check=False, timeout=180, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return READERS[".docx"](target)


def row_of(returned: Returned, edition: Edition, start: str) -> Row:
    (unit,) = (unit for unit in edition.units if unit.target.startswith(start))
    (row,) = (row for row in returned.rows if row.id == unit.id)
    return row


@pytest.mark.slow
@pytest.mark.parametrize(
    ("start", "accepted", "changed"),
    [
        ("September 26", "September 26th, 2024", [("inserted", "th")]),
        ("The main views", "The views of the participants are as follows:", [("deleted", "main ")]),
        (
            "Zhou Mingyuan",
            "Mr Zhou Mingyuan",
            [("deleted", "Zhou Mingyuan"), ("inserted", "Mr Zhou Mingyuan")],
        ),
    ],
)
def test_tracked_changes_come_back(
    returned: Returned, edition: Edition, start: str, accepted: str, changed: list[tuple[str, str]]
) -> None:
    row = row_of(returned, edition, start)
    (unit,) = (unit for unit in edition.units if unit.id == row.id)
    assert (row.target, row.rejected) == (accepted, unit.target)
    assert sorted((change.kind, change.text) for change in row.changes) == sorted(changed)
    assert all(change.date for change in row.changes)


@pytest.mark.slow
def test_every_unit_comes_back(returned: Returned, edition: Edition) -> None:
    struck = next(unit.id for unit in edition.units if unit.target.startswith(STRUCK_ROW))
    assert {row.id for row in returned.rows} >= {unit.id for unit in edition.units} - {struck}
    rows = {row.id: row for row in returned.rows}
    for unit in edition.units:
        row = rows.get(unit.id, Row(unit.id, unit.source, "", unit.target))
        assert text_digest(row.source) == text_digest(unit.source)
        assert row.trouble == ""
        assert row.rejected == unit.target
        if not unit.target.startswith((*EDITS, STRUCK_ROW)):
            assert (row.target, row.changes) == (unit.target, ())
            assert (row.digest, row.base) == (text_digest(unit.source), text_digest(unit.target))
            chosen = unit.target.startswith(CHOSEN)
            assert (row.state, row.was) == (State.REVIEWED if chosen else unit.state, unit.state)
    assert rows.get(struck, Row(struck, "", "")).target == ""
    assert returned.loose == ()


@pytest.mark.slow
def test_comments_and_their_state_come_back(returned: Returned, edition: Edition) -> None:
    flow = row_of(returned, edition, "Environmental flow").remarks
    assert ("Wang Fang", "Is this the term?", "fixed figure") in [(r.author, r.text, r.quote) for r in flow]
    pilot = {
        remark.text.split("\n")[0]: remark for remark in row_of(returned, edition, "In the two pilot").remarks
    }
    assert pilot["97 or 79?"].quote == "97%"
    assert pilot["97 or 79?"].resolved is False
    finding = pilot["Error: The figure 86% stands in two forms."]
    assert (finding.resolved, finding.author, len(finding.finding)) == (True, "bulletin", 8)


@pytest.mark.slow
def test_the_file_still_says_what_it_is_of(returned: Returned, edition: Edition) -> None:
    assert (returned.edition, returned.source) == (edition.name, dict(edition.manifest.inputs)["sample.txt"])
