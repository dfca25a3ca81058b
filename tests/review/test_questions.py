"""The comments of a returned file: open questions, and what is none."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.review.applied import apply, of
from tests.review.desk import (
    NEW,
    SENTENCES,
    TRAPS,
    built,
    row,
)
from workflow import reviewing, store
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.review import log
from workflow.review.returned import Loose, Remark


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
