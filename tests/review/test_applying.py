"""A returned file brought into a built bulletin: states, checks, conflicts, dismissals."""

from pathlib import Path

from tests.review.applied import apply, of
from tests.review.desk import (
    HAPPY,
    NEW,
    OTHER,
    RAIN,
    TRAPS,
    built,
    row,
    tracked,
)
from workflow import store
from workflow.constrain import Terms
from workflow.edition import Edition
from workflow.findings import Severity
from workflow.review import log
from workflow.review.returned import Remark
from workflow.units import State


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
