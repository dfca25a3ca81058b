"""What a text copied from a page brings along is taken out; what a bulletin holds is left."""

import pytest
from opencc import OpenCC

from tests.readers.pages import LINES, TITLE
from tests.support import cleaned, document
from workflow.clean import clean
from workflow.structure import parse

BODY = [text for kind, text in LINES if kind != "title"]

COPIES = [
    (
        "a ministry's",
        "您当前的位置：首页 > 新闻中心 > 工作动态\n{title}\n发布时间：2024-05-30 10:20 来源：云岭流域合作中心 浏览次数：126 字体：[大 中 小] 打印\n",
        "分享到：微信 微博\n责任编辑：王芳\n上一篇：水源地保护工作推进会召开\n下一篇：水质监测月报发布\n版权所有：岭州市生态环境局　主办单位：岭州市生态环境局\n网站标识码：5301000001 京ICP备00000000号-1\n",
    ),
    (
        "a menu line by line",
        "首页\n机构职能\n政策文件\n>\n新闻中心\n{title}\n2024年05月30日 来源：本网\n【字体：大 中 小】\n",
        "【打印本页】【关闭窗口】\n上一条：\n没有了\n下一条：\n水质监测月报发布\nCopyright © 2005-2024 岭州市环境保护局 版权所有 滇ICP备00000001号\n建议使用1024*768分辨率浏览\n",
    ),
    (
        "WeChat's",
        "{title}\n原创 岭小环 云岭流域合作中心 2024-05-30 18:00 云南\n",
        "阅读原文\n阅读 1024\n在看\n分享\n收藏\n",
    ),
    (
        "an old site's",
        "首页 | 新闻 | 政策法规 | 表格下载\n当前位置：首页>>新闻>>正文\n{title}\n2024-5-30 10:20:31  来源：云岭流域合作中心  点击数：88  【字体：大 中 小】\n",
        "【打印】\n相关链接：\n·岭州召开会议 2024-05-20\n·岭州发布月报 2024-05-21\n",
    ),
]


@pytest.mark.parametrize(("head", "tail"), [c[1:] for c in COPIES], ids=[c[0] for c in COPIES])
def test_what_stood_around_an_article(head: str, tail: str) -> None:
    raw = head.format(title=TITLE) + "\n".join(BODY) + "\n" + tail
    made = clean(document(raw))
    bulletin = parse(made).bulletin
    assert [b.text for b in made.blocks] == [TITLE, *BODY]
    assert (bulletin.title, bulletin.date) == (TITLE, "2024-05-28")
    around = [line for line in (head + tail).splitlines() if line != "{title}"]
    assert sorted(r.text for r in made.removed) == sorted(around)


def test_the_words_of_a_traditional_page() -> None:
    head, tail = COPIES[0][1:]
    raw = OpenCC("s2tw").convert(head.format(title=TITLE) + "\n".join(BODY) + "\n" + tail)
    assert cleaned(raw) == [TITLE, *BODY]


def test_the_byline_fills_a_missing_date() -> None:
    made = clean(document(f"{TITLE}\n发布时间：2024-05-30 来源：云岭中心\n{BODY[4]}\n"))
    assert parse(made).bulletin.date == "2024-05-30"
    assert [(r.reason, r.text) for r in made.removed] == [("byline", "发布时间：2024-05-30 来源：云岭中心")]


P = "2024年5月24日，座谈会在岭州市召开，代表们讨论了合作。"
PROOF = "上一篇：没有了"
# Lines that look like a page's and are a bulletin's: without proof above and below the text, and always inside it.
KEPT = [
    ("a source in a bulletin", [P, "来源：云岭中心"]),
    ("an aside", [P, "（来源：云岭中心）"]),
    ("editors of a bulletin", [P, "责任编辑：李霞", "审核：王芳"]),
    ("editors on one line", [P, "供稿：云岭中心 审核：王芳"]),
    ("an editor and a day", ["编辑：李霞 2024年5月28日", "座谈会召开", P]),
    ("editors in a contact block", [P, "责任编辑：李霞", "地址：岭州市滨河路18号", "电话：010-5550", PROOF]),
    ("a date line", ["发布日期：2024年5月28日", "座谈会召开", P]),
    ("a menu's words as headings", ["工作动态", P, "通知公告", P]),
    ("inside the text", [P, "分享", P, PROOF, P, "下载", P]),
    ("a line too long", ["首页 > " + "新闻" * 80, P]),
    ("rights of the office", [P, "版权所有 云岭中心"]),
    ("a footer with the office's address", [P, "地址：岭州市滨河路18号 京ICP备00000001号"]),
    ("no running text", ["上一篇：甲", "打印", "座谈会"]),
    ("a neighbour above the text", ["上一篇报道之后", P]),
    ("sizes in a sentence", [P, "大中小企业"]),
    ("an experience shared", [P, "分享经验与做法"]),
]


@pytest.mark.parametrize("lines", [k[1] for k in KEPT], ids=[k[0] for k in KEPT])
def test_nothing_of_a_bulletin_is_taken(lines: list[str]) -> None:
    assert cleaned("\n\n".join(lines)) == (lines[:-1] if lines[-1] == PROOF else lines)


BESIDE_PROOF = ["来源：云岭中心", "责任编辑：李霞", "版权所有 云岭中心", "在看", "技术支持：某公司"]


@pytest.mark.parametrize("line", BESIDE_PROOF)
def test_weaker_signs_count_beside_a_proof(line: str) -> None:
    assert cleaned(f"{P}\n{line}\n{PROOF}") == [P]


def test_hard_lines_are_judged_at_once() -> None:
    for line in ("微信扫一扫" * 23 + "x", "大" * 119 + "x", "首页" + "打印本页" * 29 + "x", ">" * 119 + "x"):
        assert cleaned(f"{line}\n{P}\n{line}")[0] == line
