"""The edition in Word: read back as XML, checked against the schema, opened with LibreOffice."""

import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.render.edition_docx import OPTIONS, body_of, edition_docx, styles_used
from tests.render.page_tools import Maker, glyphs, lines
from tests.render.sample_edition import edition_of, merged_table_edition, sample_edition, wide_table_edition
from tests.render.word_tools import WP, W, audit, part, repairs, saved_by_libreoffice, text_of, words
from workflow.bulletin import Bulletin
from workflow.edition import Edition
from workflow.render.brand import Brand
from workflow.render.options import LAYOUTS, Layout
from workflow.render.view import view
from workflow.units import State

HOSTILE = '</w:t><w:p/> & "quoted" ]]> {{ name }} %s \x00\x0b\ufffe end'


def _reviewed(edition: Edition) -> Edition:
    return replace(edition, units=tuple(replace(u, state=State.REVIEWED) for u in edition.units))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_schema_finds_nothing(brand: Brand, layout: Layout, tmp_path: Path) -> None:
    data = edition_docx(sample_edition(), brand, replace(OPTIONS, layout=layout))
    assert audit(data, tmp_path) == []
    assert repairs(data) == []


def test_a_wide_table_takes_both_columns(brand: Brand, tmp_path: Path) -> None:
    data = edition_docx(wide_table_edition(), brand, OPTIONS)
    assert audit(data, tmp_path) == []
    assert repairs(data) == []
    tables = [t for t in part(data, "word/document.xml").iter(W + "tbl") if _style(t) == "Figures"]
    assert [text_of(table)[:2] for table in tables] == ["时间", "Ti"]
    outer = next(tables[0].iterancestors(W + "tc"))
    assert outer is next(tables[1].iterancestors(W + "tc"))
    assert outer.find(f"{W}tcPr/{W}gridSpan").get(W + "val") == "2"
    assert "9:30—10:00" in text_of(tables[0])
    assert "9:30—10:00" in text_of(tables[1])


def test_merged_cells(brand: Brand, tmp_path: Path) -> None:
    data = edition_docx(merged_table_edition(), brand, OPTIONS)
    assert audit(data, tmp_path) == []
    table = next(t for t in part(data, "word/document.xml").iter(W + "tbl") if _style(t) == "Figures")
    shown = [
        [(text_of(cell), _value(cell, "gridSpan"), _value(cell, "vMerge")) for cell in row.iter(W + "tc")]
        for row in table.iter(W + "tr")
    ]
    assert shown[:2] == [
        [("县", "", "restart"), ("2024年", "2", "")],
        [("", "", "continue"), ("监测站", "", ""), ("达标率", "", "")],
    ]
    assert [len(row) for row in shown] == [2, 3, 3, 3]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(W + "tr")] == [
        True,
        True,
        False,
        False,
    ]


def _value(cell: Any, name: str) -> str:
    found = cell.find(f"{W}tcPr/{W}{name}")
    return "" if found is None else str(found.get(W + "val"))


def _style(table: Any) -> str:
    return str(table.find(f"{W}tblPr/{W}tblStyle").get(W + "val"))


def test_same_bytes_twice(brand: Brand, facing: bytes) -> None:
    assert edition_docx(sample_edition(), brand, OPTIONS) == facing


def test_no_clock_in_the_file(facing: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(facing)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"
        assert package.namelist()[1:] == sorted(package.namelist()[1:])
        core = package.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2024-09-26T00:00:00Z"}


def test_properties(facing: bytes) -> None:
    core = part(facing, "docProps/core.xml")
    values = {etree.QName(element).localname: element.text for element in core}
    assert values["title"] == (
        "清江流域生态修复经验交流会观点摘编 / "
        "Views from the Exchange Meeting on Ecological Restoration in the Qingjiang Basin"
    )
    assert values["creator"] == "清江流域环境研究中心 / Qingjiang Basin Environment Research Center"
    assert values["subject"] == "简报, Newsletter, 2024年第9期, Issue 9, 2024"
    assert values["keywords"] == "engine:house|v:0.1.0"


def test_every_style_used_is_defined_once(facing: bytes) -> None:
    defined = [s.get(W + "styleId") for s in part(facing, "word/styles.xml").iter(W + "style")]
    used = {
        element.get(W + "val")
        for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for element in part(facing, name).iter(W + tag)
    }
    assert len(defined) == len(set(defined))
    assert used <= set(defined)
    assert used >= {
        "Title",
        "Subtitle",
        "Series",
        "IssueLine",
        "Heading1",
        "Speaker",
        "Office",
        "BodyZh",
        "BodyEn",
        "Caption",
        "Contact",
    }


def test_formatting_stands_in_styles_only(facing: bytes) -> None:
    body = part(facing, "word/document.xml")
    assert {child.tag for p in body.iter(W + "pPr") for child in p} == {W + "pStyle"}
    assert {child.tag for r in body.iter(W + "rPr") for child in r} <= {
        W + "rStyle",
        W + "rFonts",
        W + "lang",
    }
    assert {tuple(f.attrib) for f in body.iter(W + "rFonts")} == {(W + "hint",)}


def test_east_asian_fonts_and_languages(brand: Brand, facing: bytes) -> None:
    styles = {s.get(W + "styleId"): s for s in part(facing, "word/styles.xml").iter(W + "style")}
    fonts = styles["BodyZh"].find(f".//{W}rFonts")
    assert (fonts.get(W + "eastAsia"), fonts.get(W + "ascii")) == ("SimSun", "Times New Roman")
    assert styles["Office"].find(f".//{W}rFonts").get(W + "eastAsia") == "Microsoft YaHei"
    language = styles["BodyZh"].find(f".//{W}lang")
    assert (language.get(W + "val"), language.get(W + "eastAsia")) == ("en-US", "zh-CN")
    own = replace(brand, docx={"hant_serif": "Kaiti Office"})
    traditional = edition_docx(sample_edition(), own, replace(OPTIONS, script="hant"))
    defaults = part(traditional, "word/styles.xml").find(f".//{W}docDefaults")
    assert defaults.find(f".//{W}rFonts").get(W + "eastAsia") == "Kaiti Office"
    assert defaults.find(f".//{W}lang").get(W + "eastAsia") == "zh-TW"
    assert "第 1 頁，共 1 頁" in text_of(part(traditional, "word/footer1.xml"))
    assert "清江流域生態修復經驗交流會觀點摘編" in text_of(part(traditional, "word/document.xml"))


def _tables(data: bytes, style: str) -> list[Any]:
    tables = body_of(data).findall(W + "tbl")
    return [t for t in tables if t.find(f"{W}tblPr/{W}tblStyle").get(W + "val") == style]


def test_paragraphs_stand_beside_their_english(facing: bytes) -> None:
    rows = [row for table in _tables(facing, "Facing") for row in table.findall(W + "tr")]
    assert {len(row.findall(W + "tc")) for row in rows} == {2}
    chinese, english = zip(*([text_of(c) for c in row.findall(W + "tc")] for row in rows), strict=True)
    at = english.index("The main views of the participants are as follows:")
    assert chinese[at] == "与会代表的主要观点如下："
    assert english[at + 1] == "Zhou MingyuanDirector, Qingjiang Basin Environment Research Center"


def test_masthead(facing: bytes) -> None:
    (masthead,) = _tables(facing, "Masthead")
    assert [text_of(cell) for cell in masthead.iter(W + "tc")] == [
        "",
        "清江流域环境研究中心Qingjiang Basin Environment Research Center",
        "简报Newsletter",
    ]
    (logo,) = masthead.iter(WP + "docPr")
    assert logo.get("descr") == "Qingjiang Basin Environment Research Center"
    assert [text_of(p) for p in body_of(facing).findall(W + "p")][:3] == [
        "2024年第9期   Issue 9, 20242024年9月26日   September 26, 2024",
        "清江流域生态修复经验交流会观点摘编",
        "Views from the Exchange Meeting on Ecological Restoration in the Qingjiang Basin",
    ]


@pytest.mark.parametrize(
    ("without", "line"),
    [
        ((), "2024年第9期   Issue 9, 2024\t2024年9月26日   September 26, 2024"),
        (("date",), "2024年第9期   Issue 9, 2024"),
        (("issue",), "2024年9月26日   September 26, 2024"),
        (("issue", "date"), None),
        (("issue", "date", "title"), None),
    ],
)
def test_issue_line_holds_what_there_is(brand: Brand, without: tuple[str, ...], line: str | None) -> None:
    edition = sample_edition()
    units = tuple(unit for unit in edition.units if unit.slot not in without)
    nothing: dict[str, Any] = dict.fromkeys(without)
    bulletin = replace(edition.bulletin, **nothing)
    data = edition_docx(replace(edition, bulletin=bulletin, units=units), brand, OPTIONS)
    lines = [p for p in body_of(data).findall(W + "p") if styles_used([p]) == ["IssueLine"]]
    shown = ["".join(e.text if e.tag == W + "t" else "\t" for e in p.iter(W + "t", W + "tab")) for p in lines]
    assert shown == ([line] if line else [])
    assert repairs(data) == []


def test_rules_part_speakers_unless_something_else_does(facing: bytes) -> None:
    before = []
    for table in _tables(facing, "Facing"):
        (gap,) = styles_used([table.getprevious()])
        before.append((gap, text_of(next(table.iter(W + "p")))))
    assert before[:4] == [
        ("TitleRule", "2024年9月18日，清江流域生态修复经验交流会在昆明举行。会议由清江流域环境研究中心主办，来自流域六省的环保部门、科研院所和企业的120余名代表参加了会议。"),
        ("SectionRule", "周明远"),
        ("SectionRule", "林秋实"),
        ("SectionRule", "阮文海"),
    ]  # fmt: skip
    assert ("AfterTable", "分组讨论") in before


def test_contact_and_about_share_one_ground(facing: bytes) -> None:
    (imprint,) = _tables(facing, "Imprint")
    rows = [[text_of(cell).strip() for cell in row.iter(W + "tc")] for row in imprint.iter(W + "tr")]
    assert rows[0] == ["联系我们", "Contact Us"]
    assert ["电话：+86-10-5555-0148", "Tel: +86-10-5555-0148"] in rows
    assert rows[-1][1].startswith("Qingjiang Basin Environment Research CenterFounded in 2018, the Qingjiang")
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in imprint.iter(W + "tr"))
    styles = {s.get(W + "styleId"): s for s in part(facing, "word/styles.xml").iter(W + "style")}
    assert styles["Imprint"].find(f"{W}tcPr/{W}shd").get(W + "fill") == "EEF4F4"


def test_stacked_keeps_chinese_with_its_english(brand: Brand) -> None:
    data = edition_docx(sample_edition(), brand, replace(OPTIONS, layout="stacked"))
    used = styles_used(body_of(data).findall(W + "p"))
    after = [following for style, following in pairwise(used) if style == "BodyZhAbove"]
    assert set(after) == {"BodyEn"}
    styles = {s.get(W + "styleId"): s for s in part(data, "word/styles.xml").iter(W + "style")}
    assert styles["BodyZhAbove"].find(f"{W}pPr/{W}keepNext") is not None


def test_english_is_one_run_a_stretch(facing: bytes) -> None:
    (paragraph,) = (
        p for p in body_of(facing).iter(W + "p") if text_of(p).startswith("Over the past five years")
    )
    assert len(paragraph.findall(W + "r")) == 3


def test_long_rows_may_break_and_short_ones_stay_whole(brand: Brand) -> None:
    long = edition_of([("0/0", "短句。", "Short."), ("1/0", "长" * 400, "Long. " * 300)])
    (table,) = _tables(edition_docx(long, brand, OPTIONS), "Facing")
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(W + "tr")]
    assert whole == [True, False]


def test_speakers_and_headings_keep_with_their_text(facing: bytes) -> None:
    styles = part(facing, "word/styles.xml")
    keeping = {
        s.get(W + "styleId") for s in styles.iter(W + "style") if s.find(f"{W}pPr/{W}keepNext") is not None
    }
    assert keeping >= {
        "Heading1",
        "Speaker",
        "Office",
        "SectionRule",
        "ContactHeading",
        "Title",
        "TitleRule",
    }


@pytest.mark.parametrize(
    ("layout", "zh", "en"),
    [("facing", True, True), ("stacked", True, True), ("english", False, True), ("chinese", True, False)],
)
def test_layouts_hold_their_languages(brand: Brand, layout: Layout, zh: bool, en: bool) -> None:
    data = edition_docx(sample_edition(), brand, replace(OPTIONS, layout=layout))
    shown = "".join(text_of(part(data, name)) for name in ("word/document.xml", "word/header1.xml"))
    assert [("联系我们" in shown), ("2024年第9期" in shown)] == [zh, zh]
    assert [("Contact Us" in shown), ("Issue 9, 2024" in shown)] == [en, en]


def test_titles_of_documents_are_in_italics(facing: bytes) -> None:
    body = part(facing, "word/document.xml")
    emphasised = {
        text_of(run)
        for run in body.iter(W + "r")
        if (style := run.find(f"{W}rPr/{W}rStyle")) is not None and style.get(W + "val") == "Emphasis"
    }
    assert emphasised == {
        "Qingjiang Basin Ecological Protection Strategy (2025–2030)",
        "Measures for Horizontal Ecological Compensation in River Basins",
    }


def test_pages_are_counted(facing: bytes) -> None:
    codes = [f.get(W + "instr") for f in part(facing, "word/footer1.xml").iter(W + "fldSimple")]
    assert codes == ["PAGE", "NUMPAGES", "PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    ("draft", "reviewed", "mark", "notice"),
    [
        (True, False, "草稿 / Draft", False),
        (True, True, "草稿 / Draft", False),
        (False, False, "机器翻译 / Machine translation", True),
        (False, True, "", False),
    ],
)
def test_draft_mark_on_every_page(brand: Brand, draft: bool, reviewed: bool, mark: str, notice: bool) -> None:
    edition = _reviewed(sample_edition()) if reviewed else sample_edition()
    data = edition_docx(edition, brand, replace(OPTIONS, draft=draft))
    headers = [text_of(part(data, f"word/header{number}.xml")) for number in (1, 2)]
    assert [header.strip().endswith(mark) for header in headers] == [True, True]
    assert ("草稿" in "".join(headers)) == draft
    assert ("was not reviewed" in text_of(part(data, "word/document.xml"))) == notice


@pytest.mark.parametrize(("page", "width"), [("a4", "11906"), ("letter", "12240")])
def test_page(brand: Brand, page: str, width: str) -> None:
    data = edition_docx(sample_edition(), brand, replace(OPTIONS, page=page))  # type: ignore[arg-type]
    assert part(data, "word/document.xml").find(f".//{W}pgSz").get(W + "w") == width


def test_hostile_text_is_only_text(brand: Brand, tmp_path: Path) -> None:
    data = edition_docx(edition_of([("0/0", HOSTILE, HOSTILE)]), brand, OPTIONS)
    shown = text_of(part(data, "word/document.xml"))
    assert '</w:t><w:p/> & "quoted" ]]> {{ name }} %s  end' in shown
    assert audit(data, tmp_path) == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("bulletin", [Bulletin(), Bulletin(about="机构简介。"), Bulletin(title="只有标题")])
def test_editions_with_little_in_them(
    brand: Brand, bulletin: Bulletin, layout: Layout, tmp_path: Path
) -> None:
    data = edition_docx(Edition("little", bulletin), brand, replace(OPTIONS, layout=layout))
    assert repairs(data) == []
    assert not [c for c in body_of(data).iter(W + "tc") if c.find(W + "p") is None]
    if layout == "english":
        assert audit(data, tmp_path) == []


def test_a_full_last_page_is_the_last(facing: bytes) -> None:
    """What follows the last table takes no room, or it would open a page of its own."""
    last = styles_used([body_of(facing)])[-1]
    styles = {s.get(W + "styleId"): s for s in part(facing, "word/styles.xml").iter(W + "style")}
    assert styles[last].find(f"{W}rPr/{W}vanish") is not None


@pytest.fixture(scope="module")
def exported(facing: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what LibreOffice prints of the file."""
    return saved_by_libreoffice(facing, "pdf", tmp_path_factory.mktemp("libreoffice"))


@pytest.mark.slow
def test_libreoffice_opens_it(exported: Path) -> None:
    shown = words("".join(line.text for line in lines(glyphs(exported))))
    for piece in view(sample_edition()).pieces:
        assert words(piece.text) in shown or words(piece.unit.source) in shown


def _starts(edition: Edition) -> list[tuple[str, str]]:
    """Return the first characters of each heading, speaker and paragraph of the body, Chinese and English."""
    found = []
    for section in view(edition).sections:
        texts = [section.heading, section.speaker and section.speaker.name]
        texts += [row.text for row in section.rows if not row.grid]
        found += [(text.zh[:7], text.en[:14]) for text in texts if text]
    return found


@pytest.mark.slow
def test_libreoffice_prints_what_we_print(exported: Path, make: Maker) -> None:
    """The same order, and each pair on one line in the columns in which the PDF has it."""
    ours = make(sample_edition, "center", layout="facing", page="a4").lines
    places = []
    for printed in (ours, lines(glyphs(exported))):
        body = [line for line in printed if line.size > 8.4]
        at = []
        for zh, en in _starts(sample_edition()):
            both = [
                max((li for li in body if li.text.lstrip("•– ").startswith(side)), key=lambda li: li.size)
                for side in (zh, en)
            ]
            assert both[0].page == both[1].page, en
            assert abs(both[0].baseline - both[1].baseline) < 1, en
            at.append(both)
        order = [(zh.page, zh.baseline) for zh, _en in at]
        assert order == sorted(order)
        places.append(at)
    assert len(places[0]) > 20
    for (zh, en), (word_zh, word_en) in zip(*places, strict=True):
        assert abs(zh.left - word_zh.left) < 3, zh.text
        assert abs(en.left - word_en.left) < 3, en.text
        assert abs(en.size - word_en.size) < 1.1, en.text
