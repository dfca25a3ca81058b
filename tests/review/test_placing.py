"""Where each row of a returned file goes."""

from dataclasses import dataclass, replace

import pytest

from tests.review.desk import (
    DRAFT,
    NEW,
    OLD_UNIT,
    OTHER,
    PARK,
    RAIN,
    SENTENCES,
    TRAPS,
    D,
    N,
    R,
    edition,
    row,
    sent_back,
    tracked,
    unit,
)
from workflow.review.edits import Placed
from workflow.review.placing import place
from workflow.review.returned import Row
from workflow.units import State, Unit, text_digest

READ = unit(TRAPS, state=State.REVIEWED, by="Wang Fang")
EDITED = unit(TRAPS, target=OTHER, state=State.REVIEWED, by="Wang Fang", origin="human")
WRITTEN = text_digest(SENTENCES[TRAPS])


@dataclass(frozen=True)
class Case:
    """Hold a unit, its row, and what becomes of it: kind, state and English, or the reason and the leftover."""

    name: str
    unit: Unit
    row: Row
    kind: str = ""
    state: State | None = None
    text: str = ""
    reason: str = ""
    left: str = ""


CASES = (
    # What two people did.
    Case("another editor has changed it since", EDITED, row(EDITED, NEW, base=WRITTEN, was=D, state=D), "conflict", R, NEW),
    Case("another editor made the same change", EDITED, row(EDITED, OTHER, base=WRITTEN, was=D, state=D)),
    Case("another has changed it since, this one left it", EDITED, row(EDITED, SENTENCES[TRAPS], base=WRITTEN, was=D, state=D)),
    Case("another has changed it since, this one wants work on the old text", EDITED, row(EDITED, SENTENCES[TRAPS], base=WRITTEN, was=D, state=N), reason="Wang Fang has changed"),
    Case("another has changed it since, this one approved the old text", EDITED, row(EDITED, SENTENCES[TRAPS], base=WRITTEN, was=D, state=R)),
    Case("the same editor sends a later version", EDITED, tracked(EDITED, NEW, "Wang Fang", base=WRITTEN, was=D, state=D), "edit", R, NEW),
    Case("two people whose word processors know no name", replace(EDITED, by=None), tracked(EDITED, NEW, "User", base=WRITTEN, was=D, state=D), "conflict", R, NEW),
    Case("a second editor saw the first one's text and changed it", EDITED, row(EDITED, NEW), "edit", R, NEW),
    Case("the file no longer says what it was written with", EDITED, row(EDITED, NEW, base=""), "conflict", R, NEW),
    Case("a stale file says Draft of what another has reviewed", READ, row(READ, was=D, state=D)),
    Case("a file that lost its memory of states says Draft", READ, row(READ, was=None, state=D)),
    Case("a file that lost its memory of states says Draft where another asks for work", unit(TRAPS, state=N, by="Wang Fang"), row(unit(TRAPS, state=N), was=None, state=D)),
    Case(
        "another asks for work since, this one read it",
        unit(TRAPS, state=N, by="Wang Fang"),
        tracked(unit(TRAPS, state=N), SENTENCES[TRAPS], "Li Na", was=D, state=R),
        reason="Wang Fang has set it to Needs work",
    ),
    Case("this one asked for work before, and has read it now", unit(TRAPS, state=N, by="Li Na"), tracked(unit(TRAPS, state=N), SENTENCES[TRAPS], "Li Na", was=D, state=R), "state", R, SENTENCES[TRAPS]),
    Case("another asks for work since, this one edits it", unit(TRAPS, state=N, by="Wang Fang"), row(unit(TRAPS, state=N), NEW, was=D, state=D), "edit", R, NEW),
    # What a build did since.
    Case("the engine says it otherwise now", DRAFT, row(DRAFT, NEW, base=text_digest("An older draft.")), "edit", R, NEW),
    Case("the engine says it otherwise now, the row was left", DRAFT, row(DRAFT, "An older draft.", base=text_digest("An older draft."))),
    Case("the engine says it otherwise now, the row was approved", DRAFT, row(DRAFT, "An older draft.", base=text_digest("An older draft."), state=R), "edit", R, "An older draft."),
    Case("the engine says it otherwise now, the row needs work", DRAFT, row(DRAFT, "An older draft.", base=text_digest("An older draft."), state=N), "state", N, SENTENCES[TRAPS]),
    # What cannot be trusted.
    Case("no id", DRAFT, row(DRAFT, NEW, id=""), reason="id is missing", left=NEW),
    Case("no id, nothing changed", DRAFT, row(DRAFT, id=""), reason="id is missing"),
    Case("the Chinese was changed", DRAFT, row(DRAFT, NEW, source="村民们用竹篓捕鸟。"), reason="Chinese was changed", left=NEW),
    Case("the Chinese was changed, no digest", DRAFT, row(DRAFT, NEW, source="村民们用竹篓捕鸟。", digest=""), reason="not that of the unit", left=NEW),
    Case("the Chinese was emptied", DRAFT, row(DRAFT, NEW, source=""), reason="Chinese was changed", left=NEW),
    Case("two rows merged into one", DRAFT, row(DRAFT, f"{NEW} {OTHER}", trouble="two ids in one cell: {a}"), reason="two ids in one cell: {a}", left=f"{NEW} {OTHER}"),
    Case("the English was emptied", DRAFT, row(DRAFT, "  "), reason="was emptied"),
    Case("no English, marked as reviewed", replace(DRAFT, target="", state=State.EMPTY), row(replace(DRAFT, target="", state=State.EMPTY), state=R), reason="has no English"),
    # What word processors do of themselves.
    Case("curly quotes, hard spaces and hyphens are no edit", unit(TRAPS, target="It's \"well-known\" here."), row(unit(TRAPS, target="It's \"well-known\" here."), "It’s\u00a0“well\u2011known” \u200bhere. ")),
    Case("a soft line break becomes a space", DRAFT, row(DRAFT, "The villagers still\nfish with\u00a0bamboo traps."), "edit", R, NEW),
    Case("a table keeps its lines and tabs", unit(TRAPS, target="Year\tTons\n2023\t4"), row(unit(TRAPS, target="Year\tTons\n2023\t4"), "Year\tTonnes \n2023\t4"), "edit", R, "Year\tTonnes\n2023\t4"),
    Case("the Chinese with other spaces is the same", DRAFT, row(DRAFT, NEW, source=f" {TRAPS}\u200b"), "edit", R, NEW),
    # States.
    Case("edited and set to Needs work", DRAFT, row(DRAFT, NEW, state=N), "edit", N, NEW),
    Case("edited where it said Needs work", unit(TRAPS, state=N), row(unit(TRAPS, state=N), NEW), "edit", R, NEW),
    Case("edited, the state unreadable", DRAFT, row(DRAFT, NEW, state=None, was=None), "edit", R, NEW),
    Case("read", DRAFT, row(DRAFT, state=R), "state", R, SENTENCES[TRAPS]),
    Case("needs work", DRAFT, row(DRAFT, state=N), "state", N, SENTENCES[TRAPS]),
    Case("set back from Reviewed to Draft", READ, row(READ, state=D), "state", D, SENTENCES[TRAPS]),
    Case("set back and edited", READ, row(READ, NEW, state=D), "edit", D, NEW),
    Case("set back to Needs work by a file without memory", READ, row(READ, state=N, was=None), "state", N, SENTENCES[TRAPS]),
    Case("published, and left", unit(TRAPS, state=State.FINAL, by="Li"), row(unit(TRAPS, state=State.FINAL, by="Li"))),
    Case("published, and corrected", unit(TRAPS, state=State.FINAL, by="Li"), row(unit(TRAPS, state=State.FINAL, by="Li"), NEW), "edit", R, NEW),
    Case("left", DRAFT, row(DRAFT)),
    Case("the id's first digits are enough", DRAFT, row(DRAFT, NEW, id=DRAFT.id[:6]), "edit", R, NEW),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_row(case: Case) -> None:
    bulletin = edition(unit(PARK), case.unit, unit(RAIN))
    placed = place(sent_back([case.row]), bulletin)
    assert [(e.kind, e.state, e.text, e.was.id) for e in placed.edits] == (
        [(case.kind, case.state, case.text, case.unit.id)] if case.kind else []
    )
    reasons = [refusal.reason.format(**refusal.args) for refusal in placed.refusals]
    assert len(reasons) == bool(case.reason)
    assert all(case.reason in reason for reason in reasons)
    assert [left.text for left in placed.leftovers] == ([case.left] if case.left else [])


DOUBLED = [
    ("two texts", [row(DRAFT, NEW), row(DRAFT, OTHER)], [], [NEW, OTHER]),
    ("one of them as it was", [row(DRAFT), row(DRAFT, NEW)], [], [NEW]),
    ("the same text twice", [row(DRAFT, NEW), row(DRAFT, NEW)], [("edit", NEW, R)], []),
    ("the same text, one marked", [row(DRAFT), row(DRAFT, state=R)], [("state", DRAFT.target, R)], []),
    (
        "the same text, two marks",
        [row(DRAFT, state=R), row(DRAFT, state=N)],
        [("state", DRAFT.target, N)],
        [],
    ),
    (
        "one with its Chinese changed",
        [row(DRAFT, NEW), row(DRAFT, OTHER, source=RAIN)],
        [("edit", NEW, R)],
        [OTHER],
    ),
]


@pytest.mark.parametrize(("rows", "edits", "left"), [d[1:] for d in DOUBLED], ids=[d[0] for d in DOUBLED])
def test_one_id_in_several_rows(
    rows: list[Row], edits: list[tuple[str, str, State]], left: list[str]
) -> None:
    placed = place(sent_back(rows), edition(DRAFT, unit(RAIN)))
    assert [(e.kind, e.text, e.state) for e in placed.edits] == edits
    assert [one.text for one in placed.leftovers] == left


def older(now: Unit, text: str = NEW, *more: Row) -> Placed:
    rows = [row(unit(PARK)), row(OLD_UNIT, text), *more]
    return place(sent_back(rows, source="cd" * 32), edition(unit(PARK), now, unit(RAIN)))


def test_a_changed_sentence_takes_the_english_of_its_older_draft_for_another_look() -> None:
    placed = older(DRAFT)
    assert [(e.kind, e.was, e.text, e.state) for e in placed.edits] == [("older", DRAFT, NEW, N)]
    assert placed.edits[0].likeness > 90
    assert not placed.refusals


@pytest.mark.parametrize("now", [READ, EDITED], ids=["read", "edited"])
def test_what_a_human_has_done_since_stands_and_the_older_text_is_offered(now: Unit) -> None:
    assert [(e.kind, e.was, e.text) for e in older(now).edits] == [("offered", now, NEW)]


def test_a_row_of_its_own_keeps_a_sentence_from_one_that_is_only_like_it() -> None:
    placed = older(DRAFT, NEW, row(DRAFT))
    assert placed.edits == ()
    assert [(left.text, left.reason) for left in placed.leftovers] == [
        (NEW, "the bulletin no longer has this sentence, nor one like it")
    ]


def test_two_older_sentences_do_not_share_one() -> None:
    second = replace(OLD_UNIT, id="f" * 12, source="村民们用新竹篓捕鱼。")
    placed = older(DRAFT, NEW, row(second, OTHER))
    assert [(e.kind, e.text) for e in placed.edits] == [("older", NEW)]
    assert [left.text for left in placed.leftovers] == [OTHER]


def test_an_older_row_that_nobody_touched_is_passed_over() -> None:
    placed = older(DRAFT, OLD_UNIT.target)
    assert (placed.edits, placed.refusals, placed.leftovers) == ((), (), ())
