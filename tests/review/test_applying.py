"""A returned file brought into a built bulletin: states, checks, conflicts, comments, and the file in its own folder."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.review.desk import (
    HAPPY,
    OTHER,
    PARK,
    RAIN,
    SENTENCES,
    SHRIMP,
    STATES,
    TRAPS,
    built,
    edition,
    random_file,
    row,
    sent_back,
    taken,
    tracked,
    unit,
)
from workflow import outputs, pipeline, reviewing, store
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.edition import Edition
from workflow.errors import InputError, OutputError, UsageError
from workflow.findings import Severity
from workflow.review import applying, log
from workflow.review.placing import place
from workflow.review.returned import Loose, Remark, Returned, Row
from workflow.reviewing import Applied
from workflow.units import State, Unit, text_digest

NEW = "The villagers still fish with bamboo traps."


@pytest.fixture
def folder(tmp_path: Path, terms: Terms) -> Path:
    built(tmp_path / "village", terms)
    return tmp_path / "village"


def of(edition: Edition, source: str) -> Unit:
    return next(unit for unit in edition.units if unit.source == source)


def apply(
    folder: Path, *rows: Row, author: str = "", reviewer: str = "", read: bool = False, **file: object
) -> Applied:
    returned = sent_back(rows, author, **file)
    return reviewing.apply(taken(returned), folder, Settings(), "accept", reviewer, read)


def conflicts(edition: Edition) -> list[str]:
    return [f.text for f in edition.findings if f.check == "review-conflict" and f.stands]


def test_an_edit_is_reviewed_by_its_author_and_judged_anew(folder: Path) -> None:
    before = store.load(folder)
    applied = apply(folder, tracked(of(before, RAIN), "It rained on July 5 this year."))
    after = store.load(folder)
    unit = of(after, RAIN)
    assert (unit.target, unit.state, unit.by, unit.origin) == (
        "It rained on July 5 this year.",
        State.REVIEWED,
        "Li Na",
        "human",
    )
    assert (unit.score, unit.confidence, unit.shown) == (None, None, None)
    assert "number-invented" in {f.check for f in after.findings if f.unit == unit.id}
    assert after == applied.edition
    assert applied.whole
    assert [u for u in after.units if u.id != unit.id] == [u for u in before.units if u.id != unit.id]


def test_the_outputs_are_written_as_they_were(tmp_path: Path, terms: Terms) -> None:
    folder = tmp_path / "village"
    built(folder, terms, formats=("html",))
    applied = apply(folder, tracked(of(store.load(folder), TRAPS), NEW))
    assert {path.name for path in applied.redone.written} == {
        store.FILE,
        log.FILE,
        "1-village.review.docx",
        "village.html",
        "village.changes.html",
        "village.changes.docx",
    }
    assert NEW in (folder / "village.html").read_text()


def test_human_text_is_verified_as_such_and_never_restyled(folder: Path) -> None:
    english = "colour of the villagers' traps"
    apply(folder, row(of(store.load(folder), TRAPS), english), author="Li Na")
    unit = of(store.load(folder), TRAPS)
    assert (unit.printed, unit.target) == (english, english)
    assert all(c.way in ("human", "lost") for c in unit.constraints)


def test_marks_keep_the_origin_and_all_read_marks_the_rest(folder: Path) -> None:
    edition = store.load(folder)
    rows = [row(unit) for unit in edition.units if unit.source not in (RAIN, HAPPY)]
    rows += [row(of(edition, HAPPY), state=State.NEEDS_WORK)]
    apply(folder, *rows, reviewer="Wang Fang", read=True)
    after = store.load(folder)
    states = {unit.source: (unit.state, unit.by) for unit in after.units}
    assert states.pop(RAIN) == (State.DRAFT, None), "its row was deleted: nobody read it there"
    assert states.pop(HAPPY) == (State.NEEDS_WORK, "Wang Fang")
    assert set(states.values()) == {(State.REVIEWED, "Wang Fang")}
    assert {unit.origin for unit in after.units} == {unit.origin for unit in edition.units}


def test_two_editors_disjoint_edits_join(folder: Path) -> None:
    sent = store.load(folder)
    apply(folder, tracked(of(sent, TRAPS), NEW, "Li Na"))
    apply(folder, row(of(sent, TRAPS)), tracked(of(sent, RAIN), "It rained much this year.", "Wang Fang"))
    after = store.load(folder)
    assert [(of(after, s).target, of(after, s).by) for s in (TRAPS, RAIN)] == [
        (NEW, "Li Na"),
        ("It rained much this year.", "Wang Fang"),
    ]
    assert conflicts(after) == []


def test_two_editors_of_one_sentence_are_a_conflict_until_it_is_edited_again(folder: Path) -> None:
    sent = store.load(folder)
    apply(folder, tracked(of(sent, TRAPS), NEW, "Li Na"))
    applied = apply(folder, tracked(of(sent, TRAPS), OTHER, "Wang Fang"))
    assert not applied.whole
    after = store.load(folder)
    unit = of(after, TRAPS)
    assert (unit.target, unit.by) == (NEW, "Li Na")
    assert [(s.text, s.origin) for s in unit.suggestions] == [(OTHER, "conflict:Wang Fang")]
    (told,) = conflicts(after)
    assert NEW in told
    assert OTHER in told
    again = apply(folder, tracked(of(sent, TRAPS), OTHER, "Wang Fang"))
    assert of(again.edition, TRAPS).suggestions == unit.suggestions
    settled = apply(
        folder, tracked(of(again.edition, TRAPS), "They fish with traps of bamboo.", "Zhou Wei")
    ).edition
    assert of(settled, TRAPS).suggestions == ()
    assert conflicts(settled) == []


def test_a_conflict_may_be_dismissed_in_the_file(folder: Path) -> None:
    sent = store.load(folder)
    apply(folder, tracked(of(sent, TRAPS), NEW, "Li Na"))
    now = apply(folder, tracked(of(sent, TRAPS), OTHER, "Wang Fang")).edition
    finding = next(f for f in now.findings if f.check == "review-conflict")
    said = Remark("Zhou Wei", "2024-05-07T08:00:00Z", "the first is right")
    thread = Remark(
        "bulletin", "2024-05-06T08:00:00Z", finding.text, finding=finding.id, resolved=True, replies=(said,)
    )
    after = apply(folder, row(of(now, TRAPS), remarks=(thread,))).edition
    dismissed = next(f.dismissed for f in after.findings if f.id == finding.id)
    assert dismissed is not None
    assert (dismissed.by, dismissed.reason) == ("Zhou Wei", "the first is right")
    assert [e.item for e in log.load(folder) if e.kind == "dismiss"] == [finding.id]


def test_a_resolved_finding_holds_over_the_next_apply(folder: Path) -> None:
    sent = apply(folder, row(of(store.load(folder), RAIN), "It rained for 5 days."), author="Li Na").edition
    finding = next(f for f in sent.findings if f.unit == of(sent, RAIN).id and f.severity >= Severity.ERROR)
    mark = Remark("bulletin", "", finding.text, finding=finding.id, resolved=True)
    apply(folder, row(of(sent, RAIN), remarks=(mark,)), author="Wang Fang")
    after = apply(folder, row(of(sent, HAPPY), "All were happy."), author="Wang Fang").edition
    dismissed = next(f.dismissed for f in after.findings if f.id == finding.id)
    assert dismissed is not None
    assert (dismissed.by, dismissed.reason) == ("Wang Fang", "resolved in the review file")


def questions(folder: Path) -> list[tuple[str, str, str, str]]:
    return [(q.who, q.date, q.text, q.quote) for q in log.questions(log.load(folder))]


def test_a_comment_is_an_open_question_until_it_comes_back_resolved(folder: Path) -> None:
    unit = of(store.load(folder), TRAPS)
    asked = Remark("Li Na", "2024-05-06T10:00:00Z", "Traps or weirs?", "bamboo traps")
    apply(folder, row(unit, remarks=(asked,)))
    assert questions(folder) == [("Li Na", "2024-05-06T10:00:00Z", "Traps or weirs?", "bamboo traps")]
    apply(folder, row(unit, remarks=(asked,)))
    assert len([e for e in log.load(folder) if e.kind == "comment"]) == 1
    reply = Remark("Wang Fang", "2024-05-07T10:00:00Z", "Traps.")
    apply(folder, row(unit, remarks=(replace(asked, replies=(reply,)),)))
    assert len(questions(folder)) == 1
    apply(
        folder,
        row(unit, remarks=(replace(asked, date="2024-05-06T18:00:00", resolved=True, replies=(reply,)),)),
    )
    assert questions(folder) == []


def test_an_open_question_stands_in_the_new_review_file_until_it_is_answered(
    tmp_path: Path, terms: Terms
) -> None:
    """The next editor sees what the one before has asked, and may answer or resolve it there."""
    folder = tmp_path / "village"
    built(folder, terms, formats=("review",))
    reply = Remark("Wang Fang", "2024-05-07T10:00:00Z", "The old man says weirs.")
    asked = Remark(
        "Li <Na>", "2024-05-06T10:00:00Z", "Traps or weirs?\nAsk them.", "bamboo traps", replies=(reply,)
    )
    on_none = Remark("", "", "Which map?")
    apply(folder, row(of(store.load(folder), TRAPS), remarks=(asked,)), remarks=(on_none,))
    file = folder / "village.review.docx"

    def shown() -> list[Remark]:
        returned = reviewing.take(file).returned
        remarks = [remark for one in returned.rows for remark in one.remarks] + [*returned.remarks]
        return [remark for remark in remarks if remark.author != "bulletin"]

    assert shown() == [asked, replace(on_none, quote=shown()[1].quote)]
    known = log.load(folder)
    reviewing.apply(reviewing.take(file), folder, Settings())
    assert [entry.kind for entry in log.load(folder)[len(known) :]] == ["apply"]
    built(folder, terms, formats=("review",))
    assert len(shown()) == 2
    apply(folder, row(of(store.load(folder), TRAPS), remarks=(replace(asked, resolved=True),)))
    assert [remark.text for remark in shown()] == ["Which map?"]
    assert [entry.who for entry in log.load(folder) if entry.kind == "answered"] == ["Wang Fang"]
    reviewing.undo(folder, Settings())
    assert len(shown()) == 2


REMARKS = [
    ("an answer to our own comment asks", Remark("bulletin", "", "Error: …", finding="12345678", replies=(Remark("Li Na", "", "Why?"),)), "Why?"),
    ("our own comment, left alone", Remark("bulletin", "", "Error: …", finding="12345678"), None),
    ("a suggestion of ours, left alone", Remark("bulletin", "", "From the memory"), None),
    ("a comment resolved before it was sent", Remark("Li Na", "", "Fine now.", resolved=True), None),
]  # fmt: skip


@pytest.mark.parametrize(("remark", "asked"), [r[1:] for r in REMARKS], ids=[r[0] for r in REMARKS])
def test_what_counts_as_a_question(folder: Path, remark: Remark, asked: str | None) -> None:
    apply(folder, row(of(store.load(folder), TRAPS), remarks=(remark,)))
    assert [text for _who, _date, text, _quote in questions(folder)] == ([asked] if asked else [])


def test_remarks_on_refused_rows_and_on_no_row_are_kept(folder: Path) -> None:
    unit = of(store.load(folder), TRAPS)
    on_row, on_none = Remark("Li Na", "", "Which trap?"), Remark("Li Na", "", "A good issue!")
    applied = apply(
        folder,
        row(unit, NEW, source="换了。", remarks=(on_row,)),
        remarks=(on_none,),
        loose=(Loose("P.S.", "below"),),
    )
    assert {q[2] for q in questions(folder)} == {"Which trap?", "A good issue!"}
    assert [e.text for e in log.load(folder) if e.kind == "leftover"] == [NEW, "P.S."]
    assert not applied.whole
    assert of(store.load(folder), TRAPS).target == SENTENCES[TRAPS]


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


def test_a_build_keeps_human_work_and_asks_no_engine_for_it(folder: Path, terms: Terms) -> None:
    sent = store.load(folder)
    rows = (
        tracked(of(sent, TRAPS), NEW),
        row(of(sent, PARK), state=State.REVIEWED),
        row(of(sent, RAIN), state=State.NEEDS_WORK),
    )
    apply(
        folder, *rows, tracked(of(sent, SHRIMP), "They catch shrimp.", state=State.NEEDS_WORK), author="Li Na"
    )
    kept = store.load(folder)
    again = built(folder, terms, english=dict.fromkeys(SENTENCES, "The engine has changed."))
    assert again.homeless == ()
    now = again.edition
    for source in (TRAPS, PARK, SHRIMP):
        assert of(now, source) == of(kept, source)
    assert (of(now, RAIN).state, of(now, RAIN).target) == (State.NEEDS_WORK, "The engine has changed.")
    assert of(now, HAPPY).target == "The engine has changed."


def test_human_english_of_a_sentence_that_was_changed_is_offered_beside_the_new(
    folder: Path, terms: Terms
) -> None:
    apply(folder, tracked(of(store.load(folder), TRAPS), NEW))
    changed = ["村民们用大竹篓捕鱼。" if source == TRAPS else source for source in SENTENCES]
    for _build in range(2):
        again = built(folder, terms, changed, english={changed[1]: "Villagers fish with big traps."})
        unit = of(again.edition, changed[1])
        assert (unit.target, unit.state) == ("Villagers fish with big traps.", State.DRAFT)
        assert [(s.text, s.origin) for s in unit.suggestions] == [(NEW, "older:Li Na")]


def test_human_english_whose_chinese_is_gone_is_kept_in_the_log(folder: Path, terms: Terms) -> None:
    apply(folder, tracked(of(store.load(folder), TRAPS), NEW))
    again = built(folder, terms, [source for source in SENTENCES if source != TRAPS])
    assert [unit.target for unit in again.homeless] == [NEW]
    (left,) = [e for e in log.load(folder) if e.kind == "leftover"]
    assert (left.text, left.quote, left.who) == (NEW, TRAPS, "Li Na")


def test_a_sentence_that_stands_fewer_times_keeps_what_a_human_wrote_of_it(
    tmp_path: Path, terms: Terms
) -> None:
    folder = tmp_path / "village"
    twice = built(folder, terms, [TRAPS, RAIN, TRAPS]).edition
    second = [unit for unit in twice.units if unit.source == TRAPS][1]
    apply(folder, tracked(second, NEW))
    once = built(folder, terms, [RAIN, TRAPS])
    assert of(once.edition, TRAPS).target == NEW
    assert once.homeless == ()


@pytest.fixture
def several(tmp_path: Path, terms: Terms) -> Path:
    for name in ("a", "b"):
        built(tmp_path / name / "village", terms)
    built(tmp_path / "other" / "village", terms, ["今天没有下雨。"])
    (tmp_path / "other" / "village").rename(tmp_path / "other" / "harvest")
    return tmp_path


def test_the_edition_of_a_file_is_found(several: Path) -> None:
    digest = dict(store.load(several / "other" / "harvest").manifest.inputs)["village.txt"]
    sent = sent_back([], edition="", source=digest)
    assert reviewing.home(taken(sent), several) == several / "other" / "harvest"
    by_ids = sent_back([row(store.load(several / "other" / "harvest").units[-1])], edition="", source="")
    assert reviewing.home(taken(by_ids, Path("renamed.docx")), several) == several / "other" / "harvest"
    inside = taken(sent_back([]), several / "a" / "village" / "village.review.docx")
    assert reviewing.home(inside, several) == several / "a" / "village"
    assert reviewing.home(taken(sent_back([])), several / "b" / "village") == several / "b" / "village"


def test_a_file_that_may_be_of_several_is_refused_with_the_choices(several: Path) -> None:
    with pytest.raises(UsageError, match=r"several editions: .*a/village.*b/village"):
        reviewing.home(taken(sent_back([], source="")), several)


def test_a_file_that_is_of_none_is_refused(several: Path) -> None:
    strange = sent_back([Row("f" * 12, "别的句子。", "x")], edition="x", source="ef" * 32)
    with pytest.raises(InputError, match="no edition in"):
        reviewing.home(taken(strange, Path("x.docx")), several)


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
