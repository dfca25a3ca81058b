"""What a Word file may hold, one habit each: files made by hand, as Word and WPS write them."""

from pathlib import Path

import pytest

from tests.readers.word_made import (
    BOLD,
    CENTRED,
    NAMES,
    SENTENCE,
    box,
    field,
    level,
    link,
    lists,
    made,
    numbered,
    p,
    picture,
    r,
    size,
    style,
    texts,
    tracked,
)
from workflow.clean import clean
from workflow.structure import parse

RUBY = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
NOTE = '<w:footnote w:id="2">' + p(r("见《流域公报》第3页")) + "</w:footnote>"
NOTED = '<w:r><w:footnoteReference w:id="2"/></w:r>'
COMMENT = f'<w:comment w:id="7" w:author="王">{p("人数请核对")}</w:comment>'
COMMENTED = (
    '<w:commentRangeStart w:id="7"/>{}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
)
STRUCK_MARK = '<w:rPr><w:del w:id="1" w:author="Li"/></w:rPr>'
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CONTROL = '<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p("青溪", r("流域", BOLD), "中心"), ["青溪流域中心"], id="runs"),
        pytest.param(p("报送：", "<w:r><w:tab/></w:r>", "各县"), ["报送：\t各县"], id="tab"),
        pytest.param(p("标题上行", "<w:r><w:br/></w:r>", "标题下行"), ["标题上行", "标题下行"], id="break between lines"),
        pytest.param(
            p("修复成效要看鱼类是否回来，而不能只看投资多少，更不能以工程数量", "<w:r><w:br/></w:r>", "代替评价。"),
            ["修复成效要看鱼类是否回来，而不能只看投资多少，更不能以工程数量代替评价。"],
            id="break inside a sentence",
        ),
        pytest.param(p("第一页", '<w:r><w:br w:type="page"/></w:r>', "第二页"), ["第一页", "第二页"], id="page break"),
        pytest.param(p("面积3\u00a0200平方公里"), ["面积3\u00a0200平方公里"], id="no-break space"),
        pytest.param(p("联", '<w:r><w:noBreakHyphen/></w:r>', "合"), ["联-合"], id="no-break hyphen"),
        pytest.param(p("见", f'<w:hyperlink r:id="u">{r("网站")}</w:hyperlink>'), ["见网站"], id="link"),
        pytest.param(p("见", field('HYPERLINK "http://a.example/"', "网站")), ["见网站"], id="link as a field"),
        pytest.param(p("共", field("SECTION ", "12"), "项"), ["共12项"], id="field's result"),
        pytest.param(p(f'<w:fldSimple w:instr="DATE">{r("2024年")}</w:fldSimple>'), ["2024年"], id="simple field"),
        pytest.param(
            p("面积10", r("2", '<w:vertAlign w:val="superscript"/>'), "米", r("注", '<w:vertAlign w:val="superscript"/>')),
            ["面积10²米注"],
            id="raised figures",
        ),
        pytest.param(p("CO", r("2", '<w:vertAlign w:val="subscript"/>')), ["CO2"], id="lowered figures"),
        pytest.param(p("会", look='<w:framePr w:dropCap="drop"/>') + p("议开始。"), ["会议开始。"], id="large first letter"),
        pytest.param(CONTROL.format(p(CONTROL.format(r("控件内文字")))), ["控件内文字"], id="controls"),
        pytest.param(p(PROMPT.format(r("单击输入")), "正文"), ["正文"], id="prompt of an empty control"),
        pytest.param(p("正文", r("暗文", "<w:vanish/>")), ["正文"], id="hidden"),
        pytest.param(p("他", RUBY.format(r("dòng"), r("动")), "了"), ["他动了"], id="ruby"),
        pytest.param(p("约", tracked("del", r("旧", name="delText")), tracked("ins", r("新")), "数"), ["约新数"], id="changes"),
        pytest.param(p("上半句，", look=STRUCK_MARK) + p("下半句。"), ["上半句，下半句。"], id="paragraph mark struck out"),
        pytest.param(p("末段", look=STRUCK_MARK), ["末段"], id="last paragraph mark struck out"),
        pytest.param(p(tracked("moveFrom", r("移"))) + p(tracked("moveTo", r("移"))), ["移"], id="moved"),
        pytest.param(p(box(p("文本框"))) + p("正文"), ["文本框", "正文"], id="text box, once"),
        pytest.param(p("正文", box(p("文本框"))), ["正文", "文本框"], id="text box behind its text"),
        pytest.param(
            p('<w:r><w:pict><v:shape><v:textpath string="青溪简报"/></v:shape></w:pict></w:r>'), ["青溪简报"], id="WordArt"
        ),
        pytest.param(f"<w:customXml><w:smartTag>{p('标签内')}</w:smartTag></w:customXml>", ["标签内"], id="smart tags"),
        pytest.param(p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "已完成"), ["✓已完成"], id="symbol"),
        pytest.param(r("散落的文字"), ["散落的文字"], id="run without a paragraph"),
        pytest.param(p("目录项\t3", look=style("TOC1")) + p("正文"), ["正文"], id="table of contents"),
    ],
)  # fmt: skip
def test_text(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert texts(made(tmp_path, body, relations=link("u", "http://a.example/"))) == expected


@pytest.mark.parametrize(
    ("body", "removed"),
    [
        (
            p("见", f'<w:hyperlink r:id="u">{r("网站")}</w:hyperlink>'),
            ("http://a.example/", "target of a link"),
        ),
        (p("见", field('HYPERLINK "http://a.example/"', "网站")), ("http://a.example/", "target of a link")),
        (p(COMMENTED.format(r("一百人"))), ("人数请核对", "comment in the file")),
        (p("正文") + p(picture()), ("![](image1.png)", "picture in the file")),
        (p("正文") + p(r("整段暗文", "<w:vanish/>")), ("整段暗文", "hidden text")),
        (p("正文") + p("目录项\t3", look=style("TOC1")), ("目录项\t3", "table of contents")),
    ],
)
def test_what_is_no_text_is_kept_with_its_reason(tmp_path: Path, body: str, removed: tuple[str, str]) -> None:
    relations = link("u", "http://a.example/") + link("idpic", "media/image1.png", "image")
    document = made(tmp_path, body, parts={"comments": COMMENT}, relations=relations)
    assert [(one.text, one.reason) for one in document.removed] == [removed]


def test_a_link_that_shows_its_target_is_noted_no_second_time(tmp_path: Path) -> None:
    shown = p(f'<w:hyperlink r:id="u">{r("mail@a.example")}</w:hyperlink>')
    assert made(tmp_path, shown, relations=link("u", "mailto:mail@a.example")).removed == ()


@pytest.mark.parametrize(
    ("body", "check", "args"),
    [
        (p("约", tracked("del", r("旧", name="delText")), tracked("ins", r("新"))), "tracked-changes", {"inserted": "1", "deleted": "1"}),
        (p(COMMENTED.format(r("一百人"))), "comments", {"count": "1", "text": "人数请核对"}),
        (p(RUBY.format(r("dòng"), r("动"))), "readings", {"count": "1", "text": "dòng"}),
        (p("正文", r("暗文", "<w:vanish/>")), "hidden-text", {"count": "1", "text": "暗文"}),
        (p(picture()) + p("下一段"), "pictures", {"count": "1", "text": "下一段"}),
        (p("正文", '<w:r><w:drawing><c:chart r:id="c"/></w:drawing></w:r>'), "not-read", {}),
        (p("正文") + '<w:altChunk r:id="c"/>', "not-read", {}),
        (p("正文", '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'), "not-read", {}),
    ],
)  # fmt: skip
def test_notices(tmp_path: Path, body: str, check: str, args: dict[str, str]) -> None:
    notices = made(tmp_path, body, parts={"comments": COMMENT}).notices
    assert [(one.check, dict(one.args)) for one in notices] == [(check, args)]


@pytest.mark.parametrize(
    ("levels", "paragraphs", "expected"),
    [
        ([level(0, "chineseCounting", "%1、")], [(1, 0)] * 11, ["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、", "十、", "十一、"]),
        ([level(0, "chineseCountingThousand", "（%1）")], [(1, 0)] * 2, ["（一）", "（二）"]),
        ([level(0, "japaneseCounting", "第%1章")], [(1, 0)], ["第一章 "]),
        ([level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")], [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["1. ", "1.1 ", "1.2 ", "2. ", "2.1 "]),
        ([level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>")], [(1, 0), (1, 1)], ["一、", "1.1 "]),
        ([level(0, "upperLetter", "%1)"), level(1, "lowerRoman", "%2)")], [(1, 0), (1, 1), (1, 1)], ["A) ", "i) ", "ii) "]),
        ([level(0, "decimalEnclosedCircle", "%1", '<w:suff w:val="nothing"/>')], [(1, 0)] * 2, ["①", "②"]),
        ([level(0, "ideographTraditional", "%1、")], [(1, 0)] * 2, ["甲、", "乙、"]),
        ([level(0, "chineseLegalSimplified", "%1、")], [(1, 0)] * 2, ["壹、", "贰、"]),
        ([level(0, "none", "")], [(1, 0)], [""]),
        ([level(0, "decimal", "%1、")], [(1, 0), (2, 0), (2, 0)], ["1、", "1、", "2、"]),
        ([level(0, "decimal", "%1、")], [(9, 0)], [""]),
    ],
)  # fmt: skip
def test_numbers_of_lists_are_text(
    tmp_path: Path, levels: list[str], paragraphs: list[tuple[int, int]], expected: list[str]
) -> None:
    body = p("其间").join(p("项目", look=numbered(*place)) for place in paragraphs)
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    document = made(tmp_path, body, parts={"numbering": lists(*levels, overrides=anew)})
    assert texts(document)[::2] == [f"{label}项目" for label in expected]


DECIMAL = level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")
LISTS = [
    (
        DECIMAL,
        [(1, 0), (1, 0), (2, 0)],
        [("项目", True), ("项目", True), ("3. 项目", False)],
    ),  # one by itself
    (DECIMAL, [(1, 0), (1, 1), (1, 0)], [("1. 项目", False), ("1.1 项目", False), ("2. 项目", False)]),
    ([level(0, "decimalEnclosedCircle", "%1")], [(1, 0)] * 2, [("项目", True)] * 2),
    ([level(0, "lowerLetter", "%1)")], [(1, 0)] * 2, [("项目", True)] * 2),
    ([level(0, "chineseCounting", "（%1）")], [(1, 0)] * 2, [("（一）项目", False), ("（二）项目", False)]),
]


@pytest.mark.parametrize(("levels", "paragraphs", "expected"), LISTS)
def test_paragraphs_numbered_in_a_row_are_a_list(
    tmp_path: Path, levels: list[str], paragraphs: list[tuple[int, int]], expected: list[tuple[str, bool]]
) -> None:
    body = "".join(p("项目", look=numbered(*place)) for place in paragraphs)
    document = made(tmp_path, body, parts={"numbering": lists(*levels)})
    assert [(block.text, block.look.list_item) for block in document.blocks] == expected
    told = [edit.reason for block in document.blocks for edit in block.edits]
    assert told == ["number of a list's item"] * sum(listed for _text, listed in expected)


def test_numbered_headings_in_a_row_are_headings(tmp_path: Path) -> None:
    body = p("项目", look=style("1") + numbered(1)) * 2 + p(SENTENCE)
    document = made(tmp_path, body, parts={"numbering": lists(*DECIMAL)})
    assert texts(document)[:2] == ["1. 项目", "2. 项目"]


def test_a_style_for_quotations_marks_a_quote(tmp_path: Path) -> None:
    document = made(tmp_path, p(SENTENCE) + p("水清了，鸟就回来了。", look=style("Q")))
    assert [block.look.quote for block in document.blocks] == [False, True]


def test_a_bullet_is_a_list_item(tmp_path: Path) -> None:
    parts = {"numbering": lists(level(0, "bullet", "\uf0b7"))}
    document = made(tmp_path, p("一项", look=numbered(1)) + p("", look=numbered(1)), parts=parts)
    assert [(block.text, block.look.list_item) for block in document.blocks] == [("一项", True)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p("流域概况", look=style("1")) + p(SENTENCE), [1, 0], id="style"),
        pytest.param(p("流域概况", look=style("own")) + p(SENTENCE), [1, 0], id="style based on a heading"),
        pytest.param(
            p("流域概况", look='<w:outlineLvl w:val="2"/>') + p(SENTENCE), [3, 0], id="outline level"
        ),
        pytest.param(
            p("研讨会观点", look=style("T")) + p("流域概况", look=style("1")), [1, 2], id="title's style"
        ),
        pytest.param(
            p("研讨会观点", look=CENTRED, run=size(44)) + p("流域概况", look=style("1")) + p(SENTENCE),
            [1, 2, 0],
            id="title by look",
        ),
        pytest.param(
            p(SENTENCE) + p("成效如何评价？", look=CENTRED, run=BOLD), [0, 0], id="a sentence is no heading"
        ),
        pytest.param(
            p(SENTENCE) + p("评价的标准与方法", look=CENTRED, run=BOLD) + p(SENTENCE),
            [0, 2, 0],
            id="bold and centred",
        ),
        pytest.param(p(SENTENCE) + p("评价的标准与方法", run=size(32)) + p(SENTENCE), [0, 2, 0], id="large"),
        pytest.param(
            p(SENTENCE) + p("（来源：青溪中心）", look=CENTRED, run=BOLD), [0, 0], id="beside the text"
        ),
        pytest.param(p(SENTENCE) + p("小字说明", look=CENTRED, run=BOLD + size(18)), [0, 0], id="small"),
    ],
)
def test_headings(tmp_path: Path, body: str, expected: list[int]) -> None:
    assert [block.look.level for block in made(tmp_path, body).blocks] == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ((SENTENCE, NOTED), [SENTENCE[:-1] + "（注：见《流域公报》第3页）。"]),
        (("参会一百人", NOTED, "，会期两天。"), ["参会一百人（注：见《流域公报》第3页），会期两天。"]),
        (("参会一百人，", NOTED, "会期两天。"), ["参会一百人（注：见《流域公报》第3页），会期两天。"]),
        (("研讨会观点摘编", NOTED), ["研讨会观点摘编", "（注：见《流域公报》第3页。）"]),
        (("一百人。", NOTED, NOTED), ["一百人（注：见《流域公报》第3页）。"]),
    ],
)
def test_footnotes_stand_at_their_place(
    tmp_path: Path, content: tuple[str, ...], expected: list[str]
) -> None:
    assert texts(made(tmp_path, p(*content), parts={"footnotes": NOTE})) == expected


SECTION = '<w:sectPr><w:headerReference w:type="{}" r:id="idheader"/><w:footerReference w:type="default" r:id="idfooter"/>{}</w:sectPr>'


@pytest.mark.parametrize(
    ("kind", "more", "header", "kept"),
    [
        ("default", "", "青溪中心", []),
        ("first", "<w:titlePg/>", "青溪中心", ["青溪中心"]),
        ("first", "", "青溪中心", []),
        ("default", "", "青溪中心 2024年第7期", ["青溪中心 2024年第7期"]),
    ],
    ids=[
        "runs along",
        "of the first page",
        "of a first page that is not told apart",
        "alone names the issue",
    ],
)
def test_a_masthead_in_a_header_is_text(
    tmp_path: Path, kind: str, more: str, header: str, kept: list[str]
) -> None:
    parts = {"header": p(header), "footer": p("第1页")}
    document = made(tmp_path, p(SENTENCE) + SECTION.format(kind, more), parts=parts)
    assert texts(document) == [*kept, SENTENCE]
    assert "第1页" in [one.text for one in document.removed]


@pytest.mark.parametrize(
    ("below", "caption"),
    [
        ("图1 研讨会现场", True),
        ("▲ 与会代表合影", True),
        ("与会代表合影（王工摄）", True),
        ("表1 各县监测站数量", False),
        (SENTENCE, False),
    ],
)
def test_captions(tmp_path: Path, below: str, caption: bool) -> None:
    document = made(
        tmp_path, p(SENTENCE) + p(picture()) + p(below), relations=link("idpic", "a/b.png", "image")
    )
    assert document.blocks[-1].look.caption is caption
    kinds = [block.type for section in parse(clean(document)).bulletin.sections for block in section.blocks]
    assert ("picture" in kinds) is caption


def test_strict_names_are_read(tmp_path: Path) -> None:
    strict = NAMES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    document = f"<w:document {strict}><w:body>{p('严格格式')}</w:body></w:document>"
    assert texts(made(tmp_path, "", document=document)) == ["严格格式"]
