"""What of a saved page becomes text, how it looks, and what stands in `removed` with which reason."""

import pytest

from tests.readers.pages import SENTENCE, made
from tests.test_lossless import check_lossless
from workflow.clean import clean
from workflow.structure import parse


def texts(body: str) -> list[str]:
    return [block.text for block in made(body).blocks]


LOOKS = [
    ("<p>一 <b>二</b>\n三</p>", ["一 二三"]),
    ("<p>the\n  first</p>", ["the first"]),
    ("<p>一<br>二<br/>三</p>", ["一", "二", "三"]),
    ("<div>一<p>二</p>三</div>", ["一", "二", "三"]),
    ("<span style='display: block'>一</span><span>二</span>", ["一", "二"]),
    ("<pre>一\n二</pre>", ["一", "二"]),
    ("<p>A&amp;B &lt;3&gt; &#20013;&#x6587; &copy;&nbsp;&mdash;</p>", ["A&B <3> 中文 ©\xa0—"]),
    ("<p>一<!-- 注释 -->二<script>三</script>四<style>五</style></p>", ["一二四"]),
    ("<p>一<iframe>框</iframe><object>件</object>二</p>", ["一二"]),
    (
        "<p>10<sup>-4</sup>，3 km<sup>2</sup>，CO<sub>2</sub>，注<sup>[1]</sup></p>",
        ["10⁻⁴，3 km²，CO2，注[1]"],
    ),
    ("<p><a href='http://x.example'>链接</a>里的字</p>", ["链接里的字"]),
    ("<p>\u3000\u3000一\u3000二</p>", ["\u3000\u3000一\u3000二"]),
    ("一<p>二", ["一", "二"]),
]


@pytest.mark.parametrize(("body", "lines"), LOOKS, ids=[body for body, _ in LOOKS])
def test_lines_are_those_that_a_browser_shows(body: str, lines: list[str]) -> None:
    assert texts(body) == lines


SHOWN = [
    ("<h2>标题</h2>", {"level": 2, "bold": False}),
    ("<h3><span>标题</span></h3>", {"level": 3}),
    ("<p><strong>沈岚</strong></p>", {"bold": True, "level": 0}),
    ("<p style='font-weight:700'>沈岚</p>", {"bold": True}),
    ("<p><strong>沈岚</strong>表示</p>", {"bold": False}),
    ("<b>沈<span style='font-weight: normal'>岚</span></b>", {"bold": False}),
    ("<ul><li>一项</li></ul>", {"list_item": True}),
    ("<ol><li><p>一项</p></li></ol>", {"list_item": True}),
    ("<blockquote>引文</blockquote>", {"list_item": False, "level": 0, "quote": True}),
    ("<figure><img src=a.jpg><figcaption>现场</figcaption></figure>", {"caption": True}),
]


@pytest.mark.parametrize(("body", "look"), SHOWN, ids=[body for body, _ in SHOWN])
def test_the_look_of_a_line(body: str, look: dict[str, object]) -> None:
    block = made(body).blocks[-1]
    assert {name: getattr(block.look, name) for name in look} == look


def test_the_second_line_of_an_item_is_no_item() -> None:
    blocks = made("<ul><li>一项<p>续</p></li><li>二项</li></ul>").blocks
    assert [b.look.list_item for b in blocks] == [True, False, True]


REMOVED = [
    ("<p style='display:none'>藏</p>", "藏", "hidden on the page"),
    ("<div hidden><p>藏</p></div>", "藏", "hidden on the page"),
    ("<noscript>请打开脚本</noscript>", "请打开脚本", "hidden on the page"),
    ("<p style='visibility: hidden'>藏</p>", "藏", "hidden until a script shows it"),
    ("<nav><a href='/'>首页</a></nav>", "首页", "outside the article"),
    ("<footer>版权</footer>", "版权", "outside the article"),
    ("<form><select><option>选</option></select></form>", "选", "outside the article"),
    ("<img alt='会场' src='a.jpg'>", "![会场](a.jpg)", "picture of the page"),
]


@pytest.mark.parametrize(("piece", "text", "reason"), REMOVED, ids=[piece for piece, *_ in REMOVED])
def test_what_is_no_text_of_the_article_is_kept_in_removed(piece: str, text: str, reason: str) -> None:
    document = made(f"<p>{SENTENCE}</p>{piece}<p>{SENTENCE}</p>")
    assert [(r.text, r.reason) for r in document.removed] == [(text, reason)]
    assert [b.text for b in document.blocks] == [SENTENCE, SENTENCE]
    check_lossless(document)


INLINE = [
    (
        "<p>一<span style='display:none'>藏</span>二</p>",
        "一二",
        "一藏二",
        [("藏", "hidden on the page")],
    ),
    (
        "<p>漢<ruby>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>读</p>",
        "漢字读",
        "漢字(zì)读",
        [(c, "reading beside a character") for c in (")", "zì", "(")],
    ),
    ("<p>一<img src='a.png'>二</p>", "一二", "一![](a.png)二", [("![](a.png)", "picture of the page")]),
]


@pytest.mark.parametrize(("body", "text", "raw", "edits"), INLINE, ids=[body for body, *_ in INLINE])
def test_what_is_hidden_inside_a_line_is_an_edit(
    body: str, text: str, raw: str, edits: list[tuple[str, str]]
) -> None:
    block = made(body).blocks[0]
    assert (block.text, block.raw) == (text, raw)
    assert [(edit.before, edit.reason) for edit in block.edits] == edits


def test_a_page_that_a_script_would_show_is_read() -> None:
    inside = (
        f"<div style='visibility: hidden; opacity: 0'><p>{SENTENCE}</p></div><p style='display:none'>藏</p>"
    )
    assert texts(inside) == [SENTENCE]


def test_pictures_of_the_article_are_counted_with_the_first_one_s_place() -> None:
    document = made(
        f"<img src=logo.gif><p>{SENTENCE}</p><img src='http://x.example/a.jpg'><p>一<img src=b.png>二</p>"
    )
    (notice,) = document.notices
    assert (notice.check, notice.args, notice.quote) == (
        "pictures",
        (("count", "2"), ("text", "一二")),
        "一二",
    )


CAPTIONS = [
    ("<p>{s}</p><p><img src=a></p><p align=center>会议现场</p><p>{s}</p>", ["会议现场"]),
    ("<p>{s}</p><center><img src=a><br>会议现场<br>代表合影</center><p>{s}</p>", ["会议现场", "代表合影"]),
    ("<p>{s}</p><p><img src=a></p><p style='text-align:center'><b>会议倡议</b></p><p>{s}</p>", []),
    ("<p>{s}</p><p><img src=a></p><p>会议倡议</p><p>{s}</p>", []),
    ("<p><img src=a></p><p align=center>座谈会召开</p><p>{s}</p>", []),
    ("<p>{s}</p><p><img src=a></p><p align=center>{s}</p><p align=center>会议倡议</p><p>{s}</p>", []),
]


@pytest.mark.parametrize(("body", "captions"), CAPTIONS, ids=[body for body, _ in CAPTIONS])
def test_a_short_centred_line_under_a_picture_is_its_caption(body: str, captions: list[str]) -> None:
    blocks = made(body.format(s=SENTENCE)).blocks
    assert [b.text for b in blocks if b.look.caption] == captions


TABLE = """<table><caption>表1 断面水质</caption><tr><th>断面<th colspan=2>浓度（mg/L）</tr>
<tr><td rowspan=2>江口<td>氨氮<td>0.15</tr><tr><td><p>总磷</p><td></tr></table>"""


def test_a_data_table_keeps_its_cells_at_their_places() -> None:
    section = parse(clean(made(f"<p>{SENTENCE}</p>{TABLE}<p>{SENTENCE}</p>"))).bulletin.sections[-1]
    (table,) = [block for block in section.blocks if block.type == "table"]
    assert table.rows == (("断面", "浓度（mg/L）", ""), ("江口", "氨氮", "0.15"), ("", "总磷", ""))
    assert table.merged == ((1, 1, 2), (3, 2, 1))


LAYOUTS = [
    f"<table><tr><td>{SENTENCE * 3}</td><td>图</td></tr><tr><td>{SENTENCE}</td><td>图</td></tr></table>",
    f"<table><tr><td><table><tr><td>{SENTENCE}</td></tr></table></td><td>右</td></tr><tr><td>一</td><td>二</td></tr></table>",
    f"<table><tr><td>{SENTENCE}</td></tr><tr><td>{SENTENCE}</td></tr></table>",
]


@pytest.mark.parametrize("table", LAYOUTS)
def test_a_layout_table_is_no_data(table: str) -> None:
    assert {block.look.cell for block in made(table).blocks} == {None}
    assert SENTENCE in "".join(texts(table))


ARTICLES = [
    (
        "the article in a sibling of the links",
        "<div><div id=a><ul>"
        + "<li><a href=x>岭州市召开水源地保护会议，部署任务。</a></li>" * 9
        + f"</ul></div><div id=b><p>{SENTENCE}</p><p>供稿：李霞</p></div></div>",
        [SENTENCE, "供稿：李霞"],
    ),
    (
        "one long paragraph and short lines around it",
        f"<div><h1>座谈会召开</h1><div class=sub>——流域合作再启程</div><div class=text><p>{SENTENCE * 4}</p></div><p><a href=x>分享</a></div>",
        ["座谈会召开", "——流域合作再启程", SENTENCE * 4],
    ),
    (
        "links inside sentences stay",
        f"<div><p>{SENTENCE}详见<a href=x>会议文件</a>。</p><p><a href='mailto:a@b.example'>a@b.example</a></p></div>",
        [SENTENCE + "详见会议文件。", "a@b.example"],
    ),
    (
        "a title over two lines, named by the page, and a heading of the first level below",
        f"<div><div class=t>座谈会在岭州<br>隆重召开</div><div class=info>岭小环 编</div><div><h1>一、概况</h1><p>{SENTENCE}</p></div></div>",
        ["座谈会在岭州", "隆重召开", "一、概况", SENTENCE],
    ),
    (
        "a title that only looks like one",
        f"""<table><tr><td><a href=x>首页</a></td></tr><tr><td><font size=4>流域监测启动</font></td></tr>
        <tr><td>作者：李霞　发布时间：2024-6-19</td></tr><tr><td>{SENTENCE * 2}<br>{SENTENCE}</td></tr>
        <tr><td><a href=x>打印</a></td></tr></table>""",
        ["流域监测启动", "作者：李霞\u3000发布时间：2024-6-19", SENTENCE * 2, SENTENCE],
    ),
    ("a page without a sentence", "<p>座谈会</p><p>岭州</p>", ["座谈会", "岭州"]),
]


@pytest.mark.parametrize(("body", "lines"), [a[1:] for a in ARTICLES], ids=[a[0] for a in ARTICLES])
def test_the_article_of_a_page(body: str, lines: list[str]) -> None:
    assert texts(body) == lines
