"""An apply is whole or nothing: files in use, other runs, full disks, kills; the log that grows."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.review.applied import apply, of
from tests.review.desk import (
    NEW,
    RAIN,
    SENTENCES,
    STATES,
    TRAPS,
    built,
    edition,
    random_file,
    sent_back,
    taken,
    tracked,
    unit,
)
from workflow import outputs, pipeline, reviewing, store
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.edition import Edition
from workflow.errors import InputError, OutputError
from workflow.review import applying, log
from workflow.review.placing import place
from workflow.review.returned import Remark, Returned, Row
from workflow.units import text_digest


def test_the_file_of_another_bulletin_changes_nothing_and_is_kept_whole(folder: Path) -> None:
    before = store.load(folder)
    strange = Row(
        "f" * 12, "别的句子。", "Another sentence.", remarks=(Remark("Li Na", "", "Why?"),), place="row 1"
    )
    applied = apply(folder, strange, edition="other", source="ef" * 32)
    assert store.load(folder) == before
    assert [e.text for e in log.load(folder) if e.kind == "leftover"] == ["Another sentence.", "Why?"]
    assert not applied.whole


def test_listing_writes_nothing(folder: Path) -> None:
    files = {path: path.read_bytes() for path in folder.iterdir()}
    returned = sent_back([tracked(of(store.load(folder), TRAPS), NEW)])
    applied = reviewing.apply(taken(returned), folder, Settings(), "list")
    assert [(e.kind, e.before, e.after) for e in applied.entries if e.field == "target"] == [
        ("edit", SENTENCES[TRAPS], NEW)
    ]
    assert {path: path.read_bytes() for path in folder.iterdir()} == files


def test_the_review_file_of_the_folder_itself_is_read_and_written_anew(tmp_path: Path, terms: Terms) -> None:
    folder = tmp_path / "village"
    built(folder, terms, formats=("html", "review"))
    file = folder / "village.review.docx"
    file.write_bytes(b"saved by an editor in place")
    returned = sent_back([tracked(of(store.load(folder), TRAPS), NEW)])
    applied = reviewing.apply(taken(returned, file, file.read_bytes()), folder, Settings())
    assert file in applied.redone.written
    assert file.read_bytes().startswith(b"PK")
    assert (folder / "returned" / "1-village.review.docx").read_bytes() == b"saved by an editor in place"
    built(folder, terms, formats=("html", "review"))


def test_what_was_saved_after_the_reading_is_left(tmp_path: Path, terms: Terms) -> None:
    folder = tmp_path / "village"
    built(folder, terms, formats=("html", "review"))
    file = folder / "village.review.docx"
    returned = sent_back([tracked(of(store.load(folder), TRAPS), NEW)])
    read = taken(returned, file, b"what was read")
    file.write_bytes(b"what was saved meanwhile")
    applied = reviewing.apply(read, folder, Settings())
    assert applied.redone.left == (file,)
    assert file.read_bytes() == b"what was saved meanwhile"
    assert of(store.load(folder), TRAPS).target == NEW


def test_an_edition_that_another_run_writes_meanwhile_is_not_overwritten(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = store.load(folder)
    judge = pipeline.judge_again

    def slow(edition: Edition, terms: Terms) -> Edition:
        monkeypatch.setattr(reviewing, "judge_again", judge)
        apply(folder, tracked(of(sent, RAIN), "It rained much this year."))
        return judge(edition, terms)

    monkeypatch.setattr(reviewing, "judge_again", slow)
    with pytest.raises(OutputError, match="written by another run meanwhile"):
        apply(folder, tracked(of(sent, TRAPS), NEW))
    assert of(store.load(folder), RAIN).target == "It rained much this year."


def test_a_full_disk_leaves_log_and_edition_as_they_were(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = store.load(folder)
    apply(folder, tracked(of(sent, RAIN), "It rained much this year."))
    before = {name: (folder / name).read_bytes() for name in (store.FILE, log.FILE)}
    opened = Path.open

    def full(self: Path, mode: str = "r", *others: Any, **named: Any) -> Any:
        if self.name.endswith(".html.partial"):
            raise OSError(28, "No space left on device")
        return opened(self, mode, *others, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", full)
        with pytest.raises(OutputError):
            apply(folder, tracked(of(sent, TRAPS), NEW))
    assert {name: (folder / name).read_bytes() for name in before} == before
    assert not list(folder.glob("**/.*.partial"))


def test_a_kill_between_two_renames_is_mended_by_applying_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = store.load(folder)
    before = (folder / store.FILE).read_bytes()
    replace_file = Path.replace

    def killed(self: Path, target: Path) -> Path:
        if Path(target).name == store.FILE:
            raise KeyboardInterrupt
        return replace_file(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            apply(folder, tracked(of(sent, TRAPS), NEW))
    assert (folder / store.FILE).read_bytes() == before
    apply(folder, tracked(of(sent, TRAPS), NEW))
    assert of(store.load(folder), TRAPS).target == NEW
    for _apply in range(2):
        reviewing.undo(folder, Settings())
        assert (folder / store.FILE).read_bytes() == before


def lines(folder: Path) -> Iterator[dict[str, object]]:
    yield from map(json.loads, (folder / log.FILE).read_text().splitlines())


def test_the_log_only_grows_and_says_who_what_when(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1715000000")
    sent = store.load(folder)
    apply(folder, tracked(of(sent, TRAPS), NEW))
    first = (folder / log.FILE).read_bytes()
    apply(folder, tracked(of(sent, RAIN), "Rain\u2028fell.", "Wang Fang"))
    assert (folder / log.FILE).read_bytes().startswith(first)
    edit = next(one for one in lines(folder) if one["kind"] == "edit")
    assert edit == {
        "kind": "edit",
        "number": 1,
        "when": "2024-05-06T12:53:20Z",
        "who": "Li Na",
        "file": "village.review.docx",
        "unit": of(sent, TRAPS).id,
        "slot": of(sent, TRAPS).slot,
        "field": "target",
        "before": SENTENCES[TRAPS],
        "after": NEW,
    }
    assert [e.number for e in log.load(folder) if e.kind == "apply"] == [1, 2]


def test_a_log_that_cannot_be_read_is_named_with_its_line(folder: Path) -> None:
    outputs.write(folder, {log.FILE: b'{"kind": "edit"}\n{"kind"\n'})
    with pytest.raises(InputError, match="line 2 cannot be read"):
        log.load(folder)


@pytest.mark.parametrize("seed", range(100))
def test_no_text_of_an_editor_is_lost_in_the_edition_and_its_log(seed: int) -> None:
    chance = random.Random(seed)
    units = [unit(s, n, **chance.choice(STATES)) for n, s in enumerate(SENTENCES)]
    before = edition(*units)
    returned, mode = random_file(seed)
    placed = place(returned, before, mode)
    after = applying.change(before, placed, chance.choice(["", "Zhou Wei"]))
    kept = {text_digest(one.target) for one in after.units}
    kept |= {text_digest(s.text) for one in after.units for s in one.suggestions}
    for line in applying.lines(before, after, placed):
        kept |= {text_digest(line.text), text_digest(line.before), text_digest(line.after)}
    for one in returned.rows:
        assert (
            text_digest(one.target) in kept or text_digest(one.target) == one.base or not one.target.strip()
        ), one
    edited = {edit.was.id for edit in placed.edits}
    for was, now in zip(units, after.units, strict=True):
        assert was.origin != "human" or now.target == was.target or was.id in edited


def test_a_returned_file_is_never_changed(folder: Path, tmp_path: Path) -> None:
    mail = tmp_path / "mail.docx"
    mail.write_bytes(b"as it came")
    returned: Returned = sent_back([tracked(of(store.load(folder), TRAPS), NEW)])
    reviewing.apply(taken(returned, mail), folder, Settings())
    assert mail.read_bytes() == b"as it came"
