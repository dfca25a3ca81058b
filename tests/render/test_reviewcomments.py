"""The comments of the review DOCX: findings, what else is offered, questions of editors, each at its words."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.render.review_docx import (
    OPTIONS,
    document_of,
    edition_with,
    figure_finding,
    review_docx,
    styled_runs,
    unit_of,
    unit_rows,
)
from tests.render.sample_edition import sample_edition
from tests.render.word_tools import W15, W, audit, part, repairs, text_of
from workflow.findings import Dismissal
from workflow.render.brand import Brand
from workflow.render.options import Question
from workflow.units import Constraint, Suggestion


def _comments(data: bytes) -> list[tuple[str, str, str]]:
    """Return every comment as (text, the words it is anchored at, the column it stands in)."""
    comments = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if "word/comments.xml" not in package.namelist():
            return []
    for comment in part(data, "word/comments.xml"):
        assert (comment.get(W + "author"), comment.get(W + "initials")) == ("bulletin", "b")
        assert comment.get(W + "date") == "2024-09-26T00:00:00Z"
        comments[comment.get(W + "id")] = "\n".join(text_of(p) for p in comment.iter(W + "p"))
    found = []
    for start in document_of(data).iter(W + "commentRangeStart"):
        number = start.get(W + "id")
        cells = list(start.iterancestors(W + "tc"))
        column = (
            ""
            if not cells
            else ("id", "zh", "en", "state")[cells[0].getparent().findall(W + "tc").index(cells[0])]
        )
        found.append((comments.pop(number), _between(start, number), column))
    assert not comments
    return found


def _between(start: Any, number: str) -> str:
    text = ""
    for element in start.xpath("following::*"):
        if element.tag == W + "commentRangeEnd" and element.get(W + "id") == number:
            return text
        if element.tag == W + "t":
            text += element.text
    raise AssertionError(f"comment {number} has no end")


def test_questions_of_editors_are_comments_with_their_answers(brand: Brand, tmp_path: Path) -> None:
    edition = sample_edition()
    unit = next(unit for unit in edition.units if "86%" in unit.target)
    answer = ("王芳", "2024-09-27T10:00:00Z", "The table says 86.")
    questions = (
        Question(unit.id, "target", "86%", "Li & Na", "2024-09-26T10:00:00Z", "86%\nor 68%?", (answer,)),
        Question(unit.id, "source", "words that are gone", "", "", ""),
        Question("", "target", "", "Li & Na", "", "Which issue?"),
    )
    data = review_docx(edition, brand, replace(OPTIONS, questions=questions))
    assert audit(data, tmp_path) == []
    assert repairs(data) == []
    comments = [c for c in part(data, "word/comments.xml") if c.get(W + "author") != "bulletin"]
    assert [(c.get(W + "author"), c.get(W + "date")) for c in comments] == [
        ("Li & Na", "2024-09-26T10:00:00Z"),
        ("王芳", "2024-09-27T10:00:00Z"),
        ("", None),
        ("Li & Na", None),
    ]
    threads = [one.get(W15 + "paraIdParent") for one in part(data, "word/commentsExtended.xml")][-4:]
    assert [parent is not None for parent in threads] == [False, True, False, False]


@pytest.mark.parametrize(
    ("quote", "on", "anchor", "column"),
    [
        ("five wells", "target", "five wells", "en"),
        ("五口井", "source", "五口井", "zh"),
        ("五口井", "target", "五口井", "zh"),
        ("five wells", "source", "five wells", "en"),
        ("not there", "target", "They dug five wells.", "en"),
        ("不在", "source", "他们挖了五口井。", "zh"),
        ("", "target", "They dug five wells.", "en"),
    ],
)
def test_findings_are_comments_at_their_words(
    brand: Brand, quote: str, on: str, anchor: str, column: str
) -> None:
    unit = unit_of("他们挖了五口井。", "They dug five wells.")
    finding = figure_finding(quote, on, unit=unit.id)
    data = review_docx(edition_with(unit, finding), brand)
    assert _comments(data) == [(f"Error: The figure 5 differs.\nfigure · {finding.id}", anchor, column)]


def test_overlapping_comments_and_underlines(brand: Brand, tmp_path: Path) -> None:
    constraint = Constraint(4, 7, "五口井", ("five wells",), "quantity", at=(9, 19), kept=True)
    unit = unit_of("他们挖了五口井。", "They dug five wells.", constraints=(constraint,))
    first, second = figure_finding("dug five", unit=unit.id), figure_finding("five wells.", unit=unit.id)
    data = review_docx(edition_with(unit, first, second), brand)
    assert [anchor for _text, anchor, _column in _comments(data)] == ["dug five", "five wells."]
    ((_id, _zh, en, _state),) = unit_rows(data)
    assert "".join(text for _style, text in styled_runs(en)) == "five wells"
    assert text_of(en) == unit.target
    assert audit(data, tmp_path) == []


def test_dismissed_findings_are_gone(brand: Brand) -> None:
    unit = unit_of("例句。", "A case.")
    data = review_docx(
        edition_with(unit, figure_finding("", unit=unit.id, dismissed=Dismissal("Wang", "fine"))), brand
    )
    assert _comments(data) == []


def test_findings_on_the_whole_bulletin(brand: Brand) -> None:
    unit = unit_of("疫情疫情之后。", "After the epidemic.")
    general = figure_finding("", "source", message="The date is missing.", args=())
    doubled = figure_finding("疫情疫情", "source", message="A word is doubled.", args=())
    places = [(a, c) for _t, a, c in _comments(review_docx(edition_with(unit, general, doubled), brand))]
    assert places == [("双语审校稿 Bilingual review copy", ""), ("疫情疫情", "zh")]


def test_another_editors_english_stands_word_by_word(brand: Brand, tmp_path: Path) -> None:
    other = "They dug six “shafts”."
    unit = unit_of(
        "他们挖了五口井。", "They dug five wells.", suggestions=(Suggestion(other, "conflict:王芳"),)
    )
    data = review_docx(edition_with(unit), brand)
    ((text, anchor, column),) = _comments(data)
    first, second = text.split("\n")
    assert (first, anchor, column) == (f"王芳 has other English for this row: {other}", unit.target, "en")
    assert second.startswith("Against the row, word by word: They dug ")
    marks = styled_runs(part(data, "word/comments.xml"))
    assert "".join(words for style, words in marks if style == "TextOut").strip(".") == "five wells"
    assert "".join(words for style, words in marks if style == "TextIn").strip(".") == "six “shafts”"
    assert audit(data, tmp_path) == []


def test_what_else_is_offered_says_from_where(brand: Brand) -> None:
    unit = unit_of("例句。", "A case.", suggestions=(Suggestion("An example.", "older:2024-03", 91.0),))
    assert _comments(review_docx(edition_with(unit), brand)) == [
        ("Offered by 2024-03: An example.", "A case.", "en")
    ]


def test_suggestions_are_comments(brand: Brand) -> None:
    unit = unit_of("例句。", "A case.", suggestions=(Suggestion("An example.", "memory", 78.0),))
    assert _comments(review_docx(edition_with(unit), brand)) == [
        ("From the memory, 78% alike: An example.", "A case.", "en")
    ]


def test_comments_speak_the_language_asked_for(brand: Brand) -> None:
    unit = unit_of("例句。", "A case.", suggestions=(Suggestion("An example.", "memory", 78.0),))
    from workflow.i18n import catalogue

    expected = catalogue("zh").gettext("From the memory, {score}% alike: {text}")
    ((text, _anchor, _column),) = _comments(
        review_docx(edition_with(unit), brand, replace(OPTIONS, lang="zh"))
    )
    assert text == expected.format(score=78, text="An example.")
