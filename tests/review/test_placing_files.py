"""Whose file it is, who did it, and that no text of an editor is lost on the way, whatever the edits."""

import random

import pytest

from tests.review.desk import (
    DRAFT,
    HAPPY,
    NEW,
    OLD_UNIT,
    PARK,
    RAIN,
    RICE,
    SENTENCES,
    SHRIMP,
    STATES,
    TRAPS,
    edition,
    random_file,
    row,
    sent_back,
    tracked,
    unit,
)
from workflow.review.applying import change
from workflow.review.placing import place
from workflow.review.returned import Loose, Row
from workflow.units import text_digest


def test_the_file_of_another_bulletin_is_refused_row_by_row() -> None:
    theirs = [
        unit(source, id=f"{n:012}") for n, source in enumerate(("今天下雨。", "水稻丰收。", "会议闭幕。"))
    ]
    rows = [
        row(theirs[0], "It rained."),
        row(theirs[1]),
        row(theirs[2], "The meeting closed."),
        row(DRAFT, NEW),
    ]
    file = sent_back(
        rows, edition="harvest", source="cd" * 32, loose=(Loose("P.S. thanks", "below the table"),)
    )
    placed = place(file, edition())
    assert placed.foreign
    assert placed.edits == ()
    assert len(placed.refusals) == len(rows)
    assert all("another bulletin, 'harvest'" in r.reason.format(**r.args) for r in placed.refusals)
    assert [left.text for left in placed.leftovers] == [
        "It rained.",
        "The meeting closed.",
        NEW,
        "P.S. thanks",
    ]


def test_words_beside_the_english_of_a_row_are_left_over_with_its_unit() -> None:
    loose = (Loose("ask Li Na", "table 1, row 3", DRAFT.id), Loose("P.S. thanks", "below the table"))
    placed = place(sent_back([row(DRAFT)], loose=loose), edition(DRAFT))
    assert [(left.text, left.unit, left.reason) for left in placed.leftovers] == [
        ("ask Li Na", DRAFT.id, "it stands beside the English of this row"),
        ("P.S. thanks", "", "it stands in no row"),
    ]


OURS = [
    ("the same source under another name", {"edition": "final-final"}),
    ("a changed source under the same name", {"source": "cd" * 32}),
    ("another name and source, but our sentences", {"edition": "x", "source": "cd" * 32}),
    ("a file that says nothing", {"edition": "", "source": ""}),
]


@pytest.mark.parametrize("says", [o[1] for o in OURS], ids=[o[0] for o in OURS])
def test_a_file_that_is_ours(says: dict[str, str]) -> None:
    placed = place(sent_back([row(DRAFT, NEW), row(unit(RAIN))], **says), edition())
    assert not placed.foreign
    assert [e.text for e in placed.edits] == [NEW]


FOREIGN = [
    ("another bulletin of the same name", {"source": "cd" * 32}),
    ("a file that says nothing", {"edition": "", "source": ""}),
    ("a file that only says its source", {"edition": "", "source": "cd" * 32}),
]


@pytest.mark.parametrize("says", [f[1] for f in FOREIGN], ids=[f[0] for f in FOREIGN])
def test_a_file_none_of_whose_rows_is_ours(says: dict[str, str]) -> None:
    placed = place(sent_back([row(OLD_UNIT, NEW)], **says), edition())
    assert placed.foreign
    assert [left.text for left in placed.leftovers] == [NEW]


def test_rejecting_undoes_tracked_changes_and_keeps_the_rest() -> None:
    plain = row(unit(RAIN), "It rained a lot this year.")
    half = tracked(unit(HAPPY), "All were very glad.", rejected="All were glad.")
    placed = place(sent_back([tracked(DRAFT, NEW), plain, half]), edition(), "reject")
    assert [(e.was.source, e.text) for e in placed.edits] == [(RAIN, plain.target), (HAPPY, "All were glad.")]
    assert [(r.target, u.source if u else "") for r, u in placed.turned_down] == [
        (NEW, TRAPS),
        (half.target, HAPPY),
    ]


WRITERS = [
    ("the reviewer named", tracked(DRAFT, NEW), "Li Si", "Zhou Wei", "Zhou Wei"),
    ("the author of the tracked changes", tracked(DRAFT, NEW), "Li Si", "", "Li Na"),
    ("who saved the file", row(DRAFT, NEW), "Li Si", "", "Li Si"),
    ("a word processor without a user", tracked(DRAFT, NEW, "微软用户"), "Windows User", "", ""),
    ("our own name", row(DRAFT, NEW), "bulletin", "", ""),
]


@pytest.mark.parametrize(
    ("changed", "author", "reviewer", "by"), [w[1:] for w in WRITERS], ids=[w[0] for w in WRITERS]
)
def test_who_did_it(changed: Row, author: str, reviewer: str, by: str) -> None:
    placed = place(sent_back([changed], author), edition(), reviewer=reviewer)
    assert [e.by for e in placed.edits] == [by]


@pytest.mark.parametrize("seed", range(300))
def test_no_text_of_an_editor_is_ever_lost(seed: int) -> None:
    returned, mode = random_file(seed)
    chance = random.Random(-seed)
    units = [
        unit(s, n, **chance.choice(STATES)) for n, s in enumerate((PARK, TRAPS, SHRIMP, RAIN, HAPPY, RICE))
    ]
    placed = place(returned, edition(*units), mode)
    assert len({edit.was.id for edit in placed.edits}) == len(placed.edits)
    kept = {text_digest(edit.text) for edit in placed.edits} | {
        text_digest(one.text) for one in placed.leftovers
    }
    kept |= {text_digest(one.target) for one in units}
    for one in returned.rows:
        text = one.rejected if mode == "reject" and one.changes and not placed.foreign else one.target
        untouched = text_digest(text) == one.base
        assert text_digest(text) in kept or untouched or not text.strip(), one
    assert {one.text for one in returned.loose} <= {one.text for one in placed.leftovers}
    for edit in placed.edits:
        if edit.kind in ("edit", "state", "conflict"):
            assert text_digest(edit.row.source) == text_digest(edit.was.source)


@pytest.mark.parametrize("seed", range(40))
def test_two_editors_merge_alike_in_either_order(seed: int) -> None:
    chance = random.Random(seed)
    units = [unit(source, n) for n, source in enumerate(SENTENCES)]
    files = []
    for name in ("Li Na", "Wang Fang"):
        touched = chance.sample(units, k=3)
        rows = [tracked(u, f"{name} on {u.id}." if u in touched else u.target, name) for u in units]
        files.append(sent_back(rows))
    merged = []
    for order in (files, files[::-1]):
        now = edition(*units)
        for file in order:
            now = change(now, place(file, now))
        merged.append(now)
    for one, other in zip(merged[0].units, merged[1].units, strict=True):
        texts = [{u.target, *(s.text for s in u.suggestions)} for u in (one, other)]
        assert texts[0] == texts[1]
        assert (one.target == other.target) == (not one.suggestions)
