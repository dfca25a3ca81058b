"""The review DOCX: what an editor sees, and what must still be there when the file comes back."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.render.review_docx import (
    document_of,
    edition_with,
    figure_finding,
    review_docx,
    styled_runs,
    unit_of,
    unit_rows,
)
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
from workflow.findings import Severity
from workflow.render.brand import Brand
from workflow.units import Constraint, State, Suggestion, text_digest

HOSTILE = '</w:t><w:p/> & "quoted" ]]> {{ name }} %s \x00\x0b\ufffe end'


@pytest.fixture(scope="module")
def sample(brand: Brand) -> bytes:
    return review_docx(sample_edition(), brand)


def _tags(element: Any) -> list[str]:
    return [tag.get(W + "val") for tag in element.iter(W + "tag")]


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


def test_same_bytes_twice(brand: Brand, sample: bytes) -> None:
    assert review_docx(sample_edition(), brand) == sample


def test_one_row_for_every_unit(sample: bytes) -> None:
    rows = unit_rows(sample)
    units = sample_edition().units
    assert [text_of(cells[1]) for cells in rows] == [unit.source for unit in units]
    assert [text_of(cells[2]) for cells in rows] == [unit.target for unit in units]


def test_rows_carry_their_unit_twice(sample: bytes) -> None:
    for unit, cells in zip(sample_edition().units, unit_rows(sample), strict=True):
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
    rows = unit_rows(review_docx(replace(edition, units=units), brand))
    assert [text_of(cells[0].find(f".//{W}sdtContent")) for cells in rows] == ["abcdef00", "abcdef01"]


def test_locks(sample: bytes) -> None:
    controls = list(document_of(sample).iter(W + "sdt"))
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
    assert all(len(tag) <= 64 for tag in _tags(document_of(sample)))
    assert not any(list(cells[2].iter(W + "sdt")) for cells in unit_rows(sample))


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
    ((_id, _zh, _en, cell),) = unit_rows(
        review_docx(edition_with(unit_of("例句。", "A case.", state=state)), brand)
    )
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
    ((_id, _zh, _en, cell),) = unit_rows(
        review_docx(edition_with(unit_of("例句。", "A.", origin=origin, score=score)), brand)
    )
    assert text_of(cell) == "草稿 Draft" + words_below


def test_table_prints(sample: bytes) -> None:
    body = document_of(sample)
    size = body.find(f".//{W}pgSz")
    assert (size.get(W + "w"), size.get(W + "h"), size.get(W + "orient")) == ("16838", "11906", "landscape")
    table = next(t for t in body.iter(W + "tbl") if text_of(t).startswith("编号"))
    assert table.find(f"{W}tblPr/{W}tblLayout").get(W + "type") == "fixed"
    rows = table.findall(W + "tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows].count(True) == 1
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_separators_carry_no_unit(sample: bytes) -> None:
    rows = [row for row in document_of(sample).iter(W + "tr") if len(row.findall(W + "tc")) == 1]
    shown = [text_of(row) for row in rows]
    assert shown[:3] == ["报头 Masthead", "标题 Title", "第 1 节 Section 1"]
    assert shown[-2:] == ["联系方式 Contact", "机构简介 About"]
    assert not any(_tags(row) or list(row.iter(W + "bookmarkStart")) for row in rows)


def test_fonts_and_languages_of_runs(sample: bytes) -> None:
    for cells in unit_rows(sample):
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
    unit = unit_of("生态流量不足。", "The environmental flow is low.", constraints=(constraint,))
    ((_id, zh, en, _state),) = unit_rows(review_docx(edition_with(unit), brand))
    assert styled_runs(zh) == ([(in_chinese, "生态流量")] if in_chinese else [])
    assert styled_runs(en) == ([(in_english, "environmental flow")] if in_english else [])


def test_it_bears_the_publishers_masthead(sample: bytes) -> None:
    masthead, how_to, _rows = document_of(sample).iter(W + "tbl")
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
    opening = [p for p in document_of(sample).find(W + "body") if p.tag == W + "p"]
    assert {style for p in opening for style, _text in styled_runs(p)} >= constraint_styles
    assert len(constraint_styles) == 8


def test_comments_are_threads_to_resolve(sample: bytes) -> None:
    comments = list(part(sample, "word/comments.xml"))
    threads = list(part(sample, "word/commentsExtended.xml"))
    assert len(threads) == len(comments) == 6
    assert {thread.get(W15 + "done") for thread in threads} == {"0"}
    last = [comment.findall(W + "p")[-1].get(W14 + "paraId") for comment in comments]
    assert [thread.get(W15 + "paraId") for thread in threads] == last
    assert all(int(number, 16) < 0x80000000 for number in last)


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
    finding = figure_finding("", unit=units[0].id, severity=severity)
    rows = unit_rows(review_docx(replace(edition, units=units, findings=(finding,)), brand))
    assert tuple("".join(re.findall("[!‼]", text_of(cells[0]))) for cells in rows) == marks
    shaded = [[cell.find(f"{W}tcPr/{W}shd") is not None for cell in cells] for cells in rows]
    assert shaded == [[bool(mark), False, False, bool(mark)] for mark in marks]


def test_hostile_text_is_only_text(brand: Brand, tmp_path: Path) -> None:
    unit = unit_of(HOSTILE, HOSTILE, suggestions=(Suggestion(HOSTILE, "memory", 70.0),))
    finding = figure_finding(HOSTILE, unit=unit.id, message=HOSTILE.replace("{{", "").replace("}}", ""))
    data = review_docx(edition_with(unit, finding), brand)
    ((_id, zh, en, _state),) = unit_rows(data)
    shown = HOSTILE.translate({0: None, 11: None, 0xFFFE: None})
    assert (text_of(zh), text_of(en)) == (shown, shown)
    assert audit(data, tmp_path) == []


@pytest.mark.parametrize("edition", [Edition("empty", Bulletin()), edition_with(unit_of("只有原文。", ""))])
def test_editions_with_little_in_them(brand: Brand, edition: Edition, tmp_path: Path) -> None:
    assert audit(review_docx(edition, brand), tmp_path) == []


@pytest.mark.slow
def test_libreoffice_shows_every_unit(sample: bytes, tmp_path: Path) -> None:
    shown = words(printed_text(sample, tmp_path))
    for unit in sample_edition().units:
        assert words(unit.source) in shown
        assert words(unit.target) in shown


@pytest.mark.slow
def test_libreoffice_saves_what_a_row_needs(sample: bytes, tmp_path: Path) -> None:
    saved = saved_by_libreoffice(sample, "docx", tmp_path).read_bytes()
    rows = unit_rows(saved)
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
    data = review_docx(replace(edition, units=units), brand)
    links = [(link.get(W + "anchor"), text_of(link)) for link in document_of(data).iter(W + "hyperlink")]
    marks = [mark.get(W + "name") for mark in document_of(data).iter(W + "bookmarkStart")]
    assert [text for _anchor, text in links] == ["2", "6"]
    assert all(anchor in marks for anchor, _text in links)
    assert audit(data, tmp_path) == []
