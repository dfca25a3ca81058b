"""The review DOCX: what an editor sees, and what must still be there when the file comes back."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.render.sample_edition import edition_of, sample_edition
from tests.render.word_tools import (
    W14,
    W15,
    W,
    audit,
    changed,
    part,
    printed_text,
    repairs,
    saved_by_libreoffice,
    text_of,
    words,
)
from workflow.bulletin import Bulletin
from workflow.edition import Edition
from workflow.findings import Dismissal, Finding, Severity
from workflow.render import RENDERERS
from workflow.render.brand import Brand, load_brand
from workflow.render.options import Question, RenderOptions
from workflow.render.view import view
from workflow.units import Constraint, State, Suggestion, Unit, text_digest

OPTIONS = RenderOptions(clock=datetime(2024, 9, 26, tzinfo=UTC), signature="engine:house|v:0.1.0")
HOSTILE = '</w:t><w:p/> & "quoted" ]]> {{ name }} %s \x00\x0b\ufffe end'


@pytest.fixture(scope="module")
def brand() -> Brand:
    return load_brand("center")


@pytest.fixture(scope="module")
def sample(brand: Brand) -> bytes:
    return _render(sample_edition(), brand)


def _render(edition: Edition, brand: Brand, options: RenderOptions = OPTIONS) -> bytes:
    return RENDERERS["review"].render(view(edition), brand, options)


def _one(zh: str, en: str, **more: object) -> Unit:
    unit = edition_of([("0/0", zh, en)]).units[0]
    return replace(unit, **more)  # type: ignore[arg-type]


def _edition(unit: Unit, *findings: Finding) -> Edition:
    return replace(edition_of([("0/0", unit.source, unit.target)]), units=(unit,), findings=findings)


def _body(data: bytes) -> Any:
    return part(data, "word/document.xml")


def _rows(data: bytes) -> list[list[Any]]:
    """Return the cells of the rows that hold a unit."""
    rows = [row.findall(W + "tc") for row in _body(data).iter(W + "tr")]
    return [cells for cells in rows if len(cells) == 4][1:]


def _tags(element: Any) -> list[str]:
    return [tag.get(W + "val") for tag in element.iter(W + "tag")]


def _styled(element: Any) -> list[tuple[str, str]]:
    """Return the character style and text of every run that has a style and text."""
    runs = [(run.find(f"{W}rPr/{W}rStyle"), text_of(run)) for run in element.iter(W + "r")]
    return [(style.get(W + "val"), text) for style, text in runs if style is not None and text]


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
    for start in _body(data).iter(W + "commentRangeStart"):
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


def test_schema_finds_nothing(sample: bytes, tmp_path: Path) -> None:
    assert audit(sample, tmp_path) == []
    assert repairs(sample) == []


DOCUMENT = "word/document.xml"


FAULTS = (
    (
        DOCUMENT,
        "<w:trPr><w:cantSplit/>",
        "<w:tblPrEx/><w:trPr><w:tblHeader/><w:jc/><w:cantSplit/>",
        "'val' is missing",
    ),
    (DOCUMENT, '<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"', "should have unique value"),
    (DOCUMENT, 'w:name="u_', 'w:name="uu_', "exceeds maximum 40"),
    (DOCUMENT, '<w:pStyle w:val="ReviewHead"/>', '<w:pStyle w:val="Nowhere"/>', "not defined"),
    ("word/comments.xml", 'w14:paraId="1', 'w14:paraId="9', "does not match required pattern"),
    ("word/styles.xml", "<w:b/>", '<w:u w:val="single"/><w:b/>', "Unexpected element 'b'"),
    ("docProps/custom.xml", 'pid="3"', 'pid="2"', "Duplicate custom property"),
)


def test_the_audit_sees_planted_faults(sample: bytes, tmp_path: Path) -> None:
    data = sample
    for name, old, new, _told in FAULTS:
        data = changed(data, name, old, new)
    errors = audit(data, tmp_path)
    assert [told for _name, _old, _new, told in FAULTS if not any(told in error for error in errors)] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (DOCUMENT, '<w:id w:val="4"/>', '<w:id w:val="3"/>', "content control 3 twice"),
        (DOCUMENT, '<w:lock w:val="sdtLocked"/>', "", ""),
        (DOCUMENT, '<w:alias w:val="编号 Id"/>', '<w:lock w:val="sdtLocked"/><w:alias w:val="a"/>', "order"),
        (DOCUMENT, 'w:val="unit:', 'w:val="unit:' + 30 * "0", "length"),
        (DOCUMENT, '<w:bookmarkEnd w:id="2"/>', "", "has no end"),
        (DOCUMENT, '<w:commentRangeEnd w:id="1"/>', "", "comment 1 is anchored by"),
        (DOCUMENT, "</w:tbl><w:p>", "</w:tbl><w:tbl/><w:p>", "touches"),
        ("word/comments.xml", "10000002", "10000001", "paragraph 10000001 twice"),
        ("word/commentsExtended.xml", 'paraId="1', 'paraId="2', "threads"),
        ("word/_rels/document.xml.rels", "comments.xml", "gone.xml", "gone.xml, which is not there"),
    ],
)
def test_the_look_for_repairs_sees_a_planted_fault(
    sample: bytes, name: str, old: str, new: str, told: str
) -> None:
    found = repairs(changed(sample, name, old, new))
    assert any(told in fault for fault in found) if told else found == []


def test_questions_of_editors_are_comments_with_their_answers(brand: Brand, tmp_path: Path) -> None:
    edition = sample_edition()
    unit = next(unit for unit in edition.units if "86%" in unit.target)
    answer = ("王芳", "2024-09-27T10:00:00Z", "The table says 86.")
    questions = (
        Question(unit.id, "target", "86%", "Li & Na", "2024-09-26T10:00:00Z", "86%\nor 68%?", (answer,)),
        Question(unit.id, "source", "words that are gone", "", "", ""),
        Question("", "target", "", "Li & Na", "", "Which issue?"),
    )
    data = _render(edition, brand, replace(OPTIONS, questions=questions))
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


def test_same_bytes_twice(brand: Brand, sample: bytes) -> None:
    assert _render(sample_edition(), brand) == sample


def test_one_row_for_every_unit(sample: bytes) -> None:
    rows = _rows(sample)
    units = sample_edition().units
    assert [text_of(cells[1]) for cells in rows] == [unit.source for unit in units]
    assert [text_of(cells[2]) for cells in rows] == [unit.target for unit in units]


def test_rows_carry_their_unit_twice(sample: bytes) -> None:
    for unit, cells in zip(sample_edition().units, _rows(sample), strict=True):
        digest, base = text_digest(unit.source), text_digest(unit.target)
        assert _tags(cells[0]) == [f"unit:{unit.id}:{digest}:{base}"]
        state, bookmark = (start.get(W + "name") for start in cells[0].iter(W + "bookmarkStart"))
        assert bookmark == f"u_{unit.id}_{digest}_{base}"
        assert state in (f"s_{unit.id}_draft", f"s_{unit.id}_needs_work", f"s_{unit.id}_reviewed")
        assert len(bookmark) <= 40
        shown = text_of(cells[0].find(f".//{W}sdtContent"))
        assert unit.id.startswith(shown)


def _custom_properties(data: bytes) -> dict[str, str]:
    return {p.get("name"): p[0].text for p in part(data, "docProps/custom.xml")}


def test_the_file_says_which_edition_it_is_of(sample: bytes) -> None:
    assert _custom_properties(sample) == {"bulletin-edition": "sample", "bulletin-source": "ab" * 32}


def test_short_ids_tell_units_apart(brand: Brand) -> None:
    edition = edition_of([("0/0", "甲。", "A."), ("0/1", "乙。", "B.")])
    units = tuple(replace(u, id=f"abcdef0{n}9999") for n, u in enumerate(edition.units))
    rows = _rows(_render(replace(edition, units=units), brand))
    assert [text_of(cells[0].find(f".//{W}sdtContent")) for cells in rows] == ["abcdef00", "abcdef01"]


def test_locks(sample: bytes) -> None:
    controls = list(_body(sample).iter(W + "sdt"))
    locks = {
        c.find(f"{W}sdtPr/{W}tag").get(W + "val").split(":")[0]: c.find(f"{W}sdtPr/{W}lock") for c in controls
    }
    assert {kind: lock.get(W + "val") for kind, lock in locks.items()} == {
        "unit": "sdtContentLocked",
        "source": "sdtContentLocked",
        "state": "sdtLocked",
    }
    numbers = [c.find(f"{W}sdtPr/{W}id").get(W + "val") for c in controls]
    assert len(numbers) == len(set(numbers))
    assert all(len(tag) <= 64 for tag in _tags(_body(sample)))
    assert not any(list(cells[2].iter(W + "sdt")) for cells in _rows(sample))


def test_changes_are_tracked_and_nothing_is_protected(sample: bytes) -> None:
    settings = part(sample, "word/settings.xml")
    assert settings.find(W + "trackRevisions") is not None
    assert settings.find(W + "documentProtection") is None


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (State.EMPTY, "草稿 Draft"),
        (State.DRAFT, "草稿 Draft"),
        (State.NEEDS_WORK, "需修改 Needs work"),
        (State.REVIEWED, "已审 Reviewed"),
        (State.FINAL, "已审 Reviewed"),
    ],
)
def test_state_is_a_drop_down(brand: Brand, state: State, shown: str) -> None:
    ((_id, _zh, _en, cell),) = _rows(_render(_edition(_one("例句。", "A case.", state=state)), brand))
    items = [(i.get(W + "displayText"), i.get(W + "value")) for i in cell.iter(W + "listItem")]
    assert items == [
        ("草稿 Draft", "draft"),
        ("需修改 Needs work", "needs-work"),
        ("已审 Reviewed", "reviewed"),
    ]
    assert text_of(cell.find(f".//{W}sdtContent")) == shown


@pytest.mark.parametrize(
    ("origin", "score", "words_below"),
    [
        ("memory", 97.4, "记忆库 memory 97%"),
        ("engine:house", -0.3, "机器 machine"),
        ("parsed", None, "规则 parsed"),
        ("human", None, "人工 human"),
        ("", None, ""),
    ],
)
def test_origin_stands_below_the_state(
    brand: Brand, origin: str, score: float | None, words_below: str
) -> None:
    ((_id, _zh, _en, cell),) = _rows(
        _render(_edition(_one("例句。", "A.", origin=origin, score=score)), brand)
    )
    assert text_of(cell) == "草稿 Draft" + words_below


def test_table_prints(sample: bytes) -> None:
    body = _body(sample)
    size = body.find(f".//{W}pgSz")
    assert (size.get(W + "w"), size.get(W + "h"), size.get(W + "orient")) == ("16838", "11906", "landscape")
    table = next(t for t in body.iter(W + "tbl") if text_of(t).startswith("编号"))
    assert table.find(f"{W}tblPr/{W}tblLayout").get(W + "type") == "fixed"
    rows = table.findall(W + "tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows].count(True) == 1
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_separators_carry_no_unit(sample: bytes) -> None:
    rows = [row for row in _body(sample).iter(W + "tr") if len(row.findall(W + "tc")) == 1]
    shown = [text_of(row) for row in rows]
    assert shown[:3] == ["报头 Masthead", "标题 Title", "第 1 节 Section 1"]
    assert shown[-2:] == ["联系方式 Contact", "机构简介 About"]
    assert not any(_tags(row) or list(row.iter(W + "bookmarkStart")) for row in rows)


def test_fonts_and_languages_of_runs(sample: bytes) -> None:
    for cells in _rows(sample):
        for cell, hint in ((cells[1], "eastAsia"), (cells[2], None)):
            for run in cell.iter(W + "r"):
                if text_of(run):
                    fonts = run.find(f"{W}rPr/{W}rFonts")
                    assert (fonts.get(W + "hint") if fonts is not None else None) == hint
                    language = run.find(f"{W}rPr/{W}lang")
                    assert (language.get(W + "val"), language.get(W + "eastAsia")) == ("en-US", "zh-CN")
    styles = {s.get(W + "styleId"): s for s in part(sample, "word/styles.xml").iter(W + "style")}
    assert styles["ReviewZh"].find(f".//{W}rFonts").get(W + "eastAsia") == "SimSun"


@pytest.mark.parametrize(
    ("constraint", "in_chinese", "in_english"),
    [
        (
            Constraint(0, 4, "生态流量", ("environmental flow",), "term", at=(4, 22), kept=True),
            "",
            "ConstraintTerm",
        ),
        (
            Constraint(0, 4, "生态流量", ("environmental flow",), "date", at=(4, 22), kept=True),
            "",
            "ConstraintDate",
        ),
        (
            Constraint(0, 4, "生态流量", ("environmental flow",), "person", True, True, (4, 22)),
            "ConstraintDoubtful",
            "ConstraintDoubtful",
        ),
        (Constraint(0, 4, "生态流量", ("ecological flow",), "term", way="lost"), "ConstraintLost", ""),
        (Constraint(0, 4, "生态流量", ("environmental flow",), "term", kept=True), "", ""),
    ],
)
def test_constraints_are_underlined(
    brand: Brand, constraint: Constraint, in_chinese: str, in_english: str
) -> None:
    unit = _one("生态流量不足。", "The environmental flow is low.", constraints=(constraint,))
    ((_id, zh, en, _state),) = _rows(_render(_edition(unit), brand))
    assert _styled(zh) == ([(in_chinese, "生态流量")] if in_chinese else [])
    assert _styled(en) == ([(in_english, "environmental flow")] if in_english else [])


def test_it_bears_the_publishers_masthead(sample: bytes) -> None:
    masthead, how_to, _rows = _body(sample).iter(W + "tbl")
    assert [text_of(cell) for cell in masthead.iter(W + "tc")] == [
        "",
        "清江流域环境研究中心Qingjiang Basin Environment Research Center",
        "简报Newsletter",
    ]
    (picture,) = masthead.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    )
    assert picture.get("descr") == "Qingjiang Basin Environment Research Center"
    zh, en = zip(
        *([text_of(cell) for cell in row.iter(W + "tc")] for row in how_to.iter(W + "tr")), strict=True
    )
    assert [line[:3] for line in zh] == [line[:3] for line in en] == ["1. ", "2. ", "3. ", "4. "]


def test_the_key_shows_every_underline(sample: bytes) -> None:
    styles = {s.get(W + "styleId") for s in part(sample, "word/styles.xml").iter(W + "style")}
    constraint_styles = {name for name in styles if name.startswith("Constraint")}
    opening = [p for p in _body(sample).find(W + "body") if p.tag == W + "p"]
    assert {style for p in opening for style, _text in _styled(p)} >= constraint_styles
    assert len(constraint_styles) == 8


def _finding(quote: str, on: str = "target", **more: object) -> Finding:
    finding = Finding("figure", Severity.ERROR, "The figure {n} differs.", None, on, (("n", "5"),), quote)  # type: ignore[arg-type]
    return replace(finding, **more)  # type: ignore[arg-type]


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
    unit = _one("他们挖了五口井。", "They dug five wells.")
    finding = _finding(quote, on, unit=unit.id)
    data = _render(_edition(unit, finding), brand)
    assert _comments(data) == [(f"Error: The figure 5 differs.\nfigure · {finding.id}", anchor, column)]


def test_overlapping_comments_and_underlines(brand: Brand, tmp_path: Path) -> None:
    constraint = Constraint(4, 7, "五口井", ("five wells",), "quantity", at=(9, 19), kept=True)
    unit = _one("他们挖了五口井。", "They dug five wells.", constraints=(constraint,))
    first, second = _finding("dug five", unit=unit.id), _finding("five wells.", unit=unit.id)
    data = _render(_edition(unit, first, second), brand)
    assert [anchor for _text, anchor, _column in _comments(data)] == ["dug five", "five wells."]
    ((_id, _zh, en, _state),) = _rows(data)
    assert "".join(text for _style, text in _styled(en)) == "five wells"
    assert text_of(en) == unit.target
    assert audit(data, tmp_path) == []


def test_dismissed_findings_are_gone(brand: Brand) -> None:
    unit = _one("例句。", "A case.")
    data = _render(_edition(unit, _finding("", unit=unit.id, dismissed=Dismissal("Wang", "fine"))), brand)
    assert _comments(data) == []


def test_findings_on_the_whole_bulletin(brand: Brand) -> None:
    unit = _one("疫情疫情之后。", "After the epidemic.")
    general = _finding("", "source", message="The date is missing.", args=())
    doubled = _finding("疫情疫情", "source", message="A word is doubled.", args=())
    places = [(a, c) for _t, a, c in _comments(_render(_edition(unit, general, doubled), brand))]
    assert places == [("双语审校稿 Bilingual review copy", ""), ("疫情疫情", "zh")]


def test_comments_are_threads_to_resolve(sample: bytes) -> None:
    comments = list(part(sample, "word/comments.xml"))
    threads = list(part(sample, "word/commentsExtended.xml"))
    assert len(threads) == len(comments) == 6
    assert {thread.get(W15 + "done") for thread in threads} == {"0"}
    last = [comment.findall(W + "p")[-1].get(W14 + "paraId") for comment in comments]
    assert [thread.get(W15 + "paraId") for thread in threads] == last
    assert all(int(number, 16) < 0x80000000 for number in last)


def test_another_editors_english_stands_word_by_word(brand: Brand, tmp_path: Path) -> None:
    other = "They dug six “shafts”."
    unit = _one("他们挖了五口井。", "They dug five wells.", suggestions=(Suggestion(other, "conflict:王芳"),))
    data = _render(_edition(unit), brand)
    ((text, anchor, column),) = _comments(data)
    first, second = text.split("\n")
    assert (first, anchor, column) == (f"王芳 has other English for this row: {other}", unit.target, "en")
    assert second.startswith("Against the row, word by word: They dug ")
    marks = _styled(part(data, "word/comments.xml"))
    assert "".join(words for style, words in marks if style == "TextOut").strip(".") == "five wells"
    assert "".join(words for style, words in marks if style == "TextIn").strip(".") == "six “shafts”"
    assert audit(data, tmp_path) == []


def test_what_else_is_offered_says_from_where(brand: Brand) -> None:
    unit = _one("例句。", "A case.", suggestions=(Suggestion("An example.", "older:2024-03", 91.0),))
    assert _comments(_render(_edition(unit), brand)) == [("Offered by 2024-03: An example.", "A case.", "en")]


def test_suggestions_are_comments(brand: Brand) -> None:
    unit = _one("例句。", "A case.", suggestions=(Suggestion("An example.", "memory", 78.0),))
    assert _comments(_render(_edition(unit), brand)) == [
        ("From the memory, 78% alike: An example.", "A case.", "en")
    ]


@pytest.mark.parametrize(
    ("severity", "confidences", "marks"),
    [
        (Severity.CRITICAL, (0.9, 0.9), ("‼", "")),
        (Severity.ERROR, (0.9, 0.9), ("‼", "")),
        (Severity.WARNING, (0.9, 0.9), ("!", "")),
        (Severity.NOTE, (0.9, 0.9), ("", "")),
        (Severity.NOTE, (0.9, 0.4), ("", "!")),
        (Severity.NOTE, (None, None), ("", "")),
    ],
)
def test_doubtful_units_are_marked(
    brand: Brand, severity: Severity, confidences: tuple[float | None, ...], marks: tuple[str, ...]
) -> None:
    edition = edition_of([("0/0", "甲。", "A."), ("0/1", "乙。", "B.")])
    units = tuple(replace(u, confidence=c) for u, c in zip(edition.units, confidences, strict=True))
    finding = _finding("", unit=units[0].id, severity=severity)
    rows = _rows(_render(replace(edition, units=units, findings=(finding,)), brand))
    assert tuple("".join(re.findall("[!‼]", text_of(cells[0]))) for cells in rows) == marks
    shaded = [[cell.find(f"{W}tcPr/{W}shd") is not None for cell in cells] for cells in rows]
    assert shaded == [[bool(mark), False, False, bool(mark)] for mark in marks]


def test_comments_speak_the_language_asked_for(brand: Brand) -> None:
    unit = _one("例句。", "A case.", suggestions=(Suggestion("An example.", "memory", 78.0),))
    from workflow.i18n import catalogue

    expected = catalogue("zh").gettext("From the memory, {score}% alike: {text}")
    ((text, _anchor, _column),) = _comments(_render(_edition(unit), brand, replace(OPTIONS, lang="zh")))
    assert text == expected.format(score=78, text="An example.")


def test_hostile_text_is_only_text(brand: Brand, tmp_path: Path) -> None:
    unit = _one(HOSTILE, HOSTILE, suggestions=(Suggestion(HOSTILE, "memory", 70.0),))
    finding = _finding(HOSTILE, unit=unit.id, message=HOSTILE.replace("{{", "").replace("}}", ""))
    data = _render(_edition(unit, finding), brand)
    ((_id, zh, en, _state),) = _rows(data)
    shown = HOSTILE.translate({0: None, 11: None, 0xFFFE: None})
    assert (text_of(zh), text_of(en)) == (shown, shown)
    assert audit(data, tmp_path) == []


@pytest.mark.parametrize("edition", [Edition("empty", Bulletin()), _edition(_one("只有原文。", ""))])
def test_editions_with_little_in_them(brand: Brand, edition: Edition, tmp_path: Path) -> None:
    assert audit(_render(edition, brand), tmp_path) == []


@pytest.mark.slow
def test_libreoffice_shows_every_unit(sample: bytes, tmp_path: Path) -> None:
    shown = words(printed_text(sample, tmp_path))
    for unit in sample_edition().units:
        assert words(unit.source) in shown
        assert words(unit.target) in shown


@pytest.mark.slow
def test_libreoffice_saves_what_a_row_needs(sample: bytes, tmp_path: Path) -> None:
    saved = saved_by_libreoffice(sample, "docx", tmp_path).read_bytes()
    rows = _rows(saved)
    for unit, cells in zip(sample_edition().units, rows, strict=True):
        names = [mark.get(W + "name") for mark in cells[0].iter(W + "bookmarkStart")]
        assert f"u_{unit.id}_{text_digest(unit.source)}_{text_digest(unit.target)}" in names
        assert text_of(cells[2]) == unit.target
        assert [item.get(W + "value") for item in cells[3].iter(W + "listItem")][-1] == "reviewed"
    assert _custom_properties(saved) == _custom_properties(sample)
    assert len(part(saved, "word/comments.xml")) == len(part(sample, "word/comments.xml"))


def test_the_rows_most_in_doubt_come_first_in_a_list_of_links(brand: Brand, tmp_path: Path) -> None:
    edition = edition_of([(f"0/{n}", f"第{n}句。", f"Sentence {n}.") for n in range(10)])
    rated = [0.9, 0.3, None, 0.7, 0.1, 0.5, 0.9, 0.9, 0.9, 0.9]
    states = [State.REVIEWED if n == 4 else State.DRAFT for n in range(10)]
    units = tuple(
        replace(u, confidence=c, state=s) for u, c, s in zip(edition.units, rated, states, strict=True)
    )
    data = _render(replace(edition, units=units), brand)
    links = [(link.get(W + "anchor"), text_of(link)) for link in _body(data).iter(W + "hyperlink")]
    marks = [mark.get(W + "name") for mark in _body(data).iter(W + "bookmarkStart")]
    assert [text for _anchor, text in links] == ["2", "6"]
    assert all(anchor in marks for anchor, _text in links)
    assert audit(data, tmp_path) == []
