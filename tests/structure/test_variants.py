"""Bulletins of other offices: the same parts written, ordered and broken in other ways."""

import random
from itertools import permutations

import pytest

from tests.support import bulletin, cleaned, document
from tests.test_lossless import check_placed
from workflow.bulletin import Issue
from workflow.clean import clean
from workflow.structure import parse, queries

TAIL = "\n共护一江清水论坛举行\n\n5月4日，论坛在云岭举行，五国代表参加。\n"

FRONTS = [
    ("云岭生态中心\n通讯\n2023年第3期\n2023年5月6日", "通讯", "云岭生态中心"),
    ("云岭生态中心\n工作简报\n2023年第3期（总第45期） 2023年5月6日", "工作简报", "云岭生态中心"),
    ("云岭生态中心\n简报\n2023年第3期（总第45期）\n2023年5月6日 星期六", "简报", "云岭生态中心"),
    ("云岭生态中心\n简报\n第3期\n总第45期\n2023年5月6日（星期六）", "简报", "云岭生态中心"),
    ("云岭生态中心\n专刊\n〔2023〕第3期\n二〇二三年五月六日", "专刊", "云岭生态中心"),
    ("简报\n第3期\n云岭生态中心编      2023年5月6日", "简报", "云岭生态中心"),
    ("云岭生态中心简报　2023年度第3期\n2023年5月6日", "云岭生态中心简报", None),
    ("云岭生态中心\n简报2023年第3期（2023年5月6日）", "简报", "云岭生态中心"),
    ("云岭生态中心\n北岭森林研究所\n简报\n2023年第3期\n2023年5月6日", "简报", "云岭生态中心、北岭森林研究所"),
]


@pytest.mark.parametrize(("front", "series", "publisher"), FRONTS, ids=[front for front, *_ in FRONTS])
def test_front_matter(front: str, series: str, publisher: str | None) -> None:
    b = bulletin(front + TAIL)
    assert (b.issue, b.date, b.title) == (Issue(2023, 3), "2023-05-06", "共护一江清水论坛举行")
    assert (b.masthead.series, b.masthead.name_zh) == (series, publisher)
    assert [s.paragraphs for s in b.sections] == [("5月4日，论坛在云岭举行，五国代表参加。",)]


HEAD = (
    "云岭生态中心|Yunling Ecological Cooperation Center|简报|Newsletter|2023年第3期（总第45期）|Issue 3, 2023|Issue 5, 2023"
    "|2023年5月6日 星期六 8时|May 6, 2023|2023年4月|二〇二三年五月|第4期|2023年6月1日|来源：某办公室|工作通讯|总第45期|5月6日"
).split("|")


def test_no_word_of_any_head_is_lost() -> None:
    chance = random.Random(3)
    for _ in range(300):
        joint = chance.choice(["\n", "\n", "  "])
        check_placed(clean(document(joint.join(chance.sample(HEAD, chance.randint(1, 6))) + TAIL)))


UNSAID = [
    ("内部资料 注意保存\n云岭生态中心\n简报\n2023年第3期\n2023年5月6日", ["内部资料 注意保存"]),
    ("云岭生态中心\n简报\n2023年第3期\n2023年5月6日\n主办：北岭森林研究所", ["主办：北岭森林研究所"]),
    ("云岭生态中心\n工作简报\n2023年第3期（总第45期） 2023年5月6日", ["（总第45期）"]),
    ("云岭生态中心\n简报\n第3期\n总第45期\n2023年5月6日 21时30分", ["总第45期", "21时30分"]),
    ("汛情通报\n第3期\n云岭县防汛抗旱指挥部办公室      2023年5月6日8时", ["8时"]),
    (
        "项目简报　2023年第3期　发布时间：2023-05-06　来源：项目办公室　浏览次数：12",
        ["来源：项目办公室", "浏览次数：12"],
    ),
    ("云岭生态中心\n简报\n2023年第3期\n北岭森林研究所编 2023年5月6日", ["北岭森林研究所"]),
    ("云岭生态中心\n简报\n2023年第3期\n2023年5月6日 星期六", []),
]


@pytest.mark.parametrize(("front", "unsaid"), UNSAID, ids=[front for front, _ in UNSAID])
def test_words_of_the_front_matter_that_no_field_says_are_listed(front: str, unsaid: list[str]) -> None:
    parsed = parse(clean(document(front + TAIL)))
    assert (parsed.bulletin.issue, parsed.bulletin.date) == (Issue(2023, 3), "2023-05-06")
    assert parsed.bulletin.title == "共护一江清水论坛举行"
    assert [one.text for one in parsed.removed] == unsaid


@pytest.mark.parametrize("line", ["第3期", "2024年第0期", "二〇二四年第〇期", "2024年第十十期"])
def test_an_issue_without_a_year_or_a_number_from_1_is_listed_and_asked_for(line: str) -> None:
    made = clean(document(f"云岭生态中心\n简报\n{line}{TAIL}"))
    parsed = parse(made)
    assert (parsed.bulletin.issue, [one.text for one in parsed.removed]) == (None, [line])
    assert "missing issue number" in [finding.text for finding in queries.find(made, parsed.bulletin)]


def test_a_notice_above_the_issue_line_is_the_series() -> None:
    b = bulletin("汛情通报\n第3期\n云岭县防汛抗旱指挥部办公室      2023年5月6日" + TAIL)
    assert (b.masthead.series, b.masthead.name_zh) == ("汛情通报", "云岭县防汛抗旱指挥部办公室")


def test_a_notice_alone_above_the_issue_line_is_the_title() -> None:
    b = bulletin("水质情况通报\n2023年第3期\n2023年5月6日\n\n5月4日，论坛在云岭举行，五国代表参加。\n")
    assert (b.title, b.masthead.series) == ("水质情况通报", None)


def test_one_line_of_several_labels_is_a_contact_block() -> None:
    contact = bulletin(f"标题{TAIL}\n值班电话：0751-5550100　电子邮箱：a@example.org\n").contact
    assert contact is not None
    assert (contact.phone, contact.emails) == ("0751-5550100", ("a@example.org",))


def test_an_issue_line_with_a_month_and_no_day() -> None:
    b = bulletin(f"云岭生态中心\n简报\n第3期 2023年5月{TAIL}")
    assert (b.issue, b.date, b.title) == (Issue(2023, 3), None, "共护一江清水论坛举行")


def test_a_month_by_itself_is_kept_in_the_text() -> None:
    b = bulletin(f"云岭生态中心\n简报\n2023年第3期\n2023年5月{TAIL}")
    assert (b.title, b.date, b.sections[0].heading) == ("共护一江清水论坛举行", None, "2023年5月")


@pytest.mark.parametrize("heading", ["项目动态", "湿地日特刊", "赠书仪式简讯"])
def test_a_series_word_in_the_body_is_a_heading(heading: str) -> None:
    b = bulletin(f"流域论坛举行\n\n论坛结束了。\n\n{heading}\n\n项目开始了。\n")
    assert (b.masthead.series, b.sections[-1].heading) == (None, heading)


@pytest.mark.parametrize(
    "line", ["2023年99999999999999999999月6日", f"2023年第{'9' * 5000}期", f"2023年{'十' * 3000}月6日"]
)
def test_figures_that_no_calendar_has_are_text(line: str) -> None:
    b = bulletin(f"云岭生态中心\n简报\n{line}{TAIL}")
    assert (b.issue, b.date) == (None, None)


ENGLISH = "Yunling Ecological Cooperation Center"
MASTHEADS = [
    f"云岭生态合作中心\n{ENGLISH}\n简报\nNewsletter\n2023年第3期\nIssue 3, 2023\n2023年5月6日\nMay 6, 2023",
    "云岭生态合作中心\nYunling Ecological\nCooperation Center\n简报\n2023年第3期\n2023年5月6日",
    f"{ENGLISH}\n云岭生态合作中心\n简报\n2023年第3期\n2023年5月6日",
    f"云岭生态合作中心 {ENGLISH}\n简报\n2023年第3期\n2023年5月6日",
]


def test_the_lines_of_the_head_in_any_order() -> None:
    lines = ("云岭生态合作中心", ENGLISH, "简报", "Newsletter", "2023年第3期", "2023年5月6日")
    wrong = []
    for count in range(2, len(lines) + 1):
        for order in permutations(lines, count):
            if {lines[0], ENGLISH} <= set(order):
                b = bulletin("\n".join(order) + TAIL)
                if (b.masthead.name_zh, b.masthead.name_en, b.title) != (
                    lines[0],
                    ENGLISH,
                    "共护一江清水论坛举行",
                ):
                    wrong.append(order)
    assert wrong == []


@pytest.mark.parametrize("front", MASTHEADS)
def test_the_publisher_in_two_languages(front: str) -> None:
    b = bulletin(front + TAIL)
    assert (b.masthead.name_zh, b.masthead.name_en) == ("云岭生态合作中心", ENGLISH)
    assert (b.issue, b.title) == (Issue(2023, 3), "共护一江清水论坛举行")


def test_a_latin_name_in_the_body_is_no_masthead() -> None:
    raw = "各方同意加强合作。\n\n部分专家观点\n\n{name}\n{below}\n\n合作很好。\n"
    for name, below in (
        ("Le Van Tuan", "越南环境部副司长"),
        ("World Wildlife Fund", "基金会表示，合作很好。"),
    ):
        b = bulletin(raw.format(name=name, below=below))
        assert (b.masthead.name_zh, b.masthead.name_en) == (None, None)


TITLES = [
    ("一条江\n共护清水\n流域论坛在云岭举行\n", "一条江共护清水流域论坛在云岭举行", None),
    ("共护清水\n——流域论坛在云岭举行\n", "共护清水——流域论坛在云岭举行", None),
    ("流域论坛在云岭举行\n一、基本情况\n", "流域论坛在云岭举行", "一、基本情况"),
    ("流域论坛在云岭举行\n编者按\n", "流域论坛在云岭举行", "编者按"),
    ("COP15边会在Kunming举行\n", "COP15边会在Kunming举行", None),
    ("“绿色”发展：机遇何在？\n", "“绿色”发展：机遇何在？", None),
]


@pytest.mark.parametrize(("lines", "title", "heading"), TITLES, ids=[title for _, title, _ in TITLES])
def test_titles_end_where_the_body_begins(lines: str, title: str, heading: str | None) -> None:
    b = bulletin(f"云岭中心\n简报\n2023年第3期\n2023年5月6日\n{lines}5月4日，论坛举行，各方参加。\n")
    assert (b.title, b.sections[0].heading) == (title, heading)


@pytest.mark.parametrize("day", ["2023年13月45日", "2023年2月30日", "2023年0月0日"])
def test_a_day_that_never_was_is_no_date(day: str) -> None:
    b = bulletin(f"云岭中心\n简报\n2023年第3期\n{day}{TAIL}")
    assert (b.date, b.title) == (None, "共护一江清水论坛举行")
    assert b.sections[0].heading == day


SPEAKERS = [
    ("埃埃敏\n缅甸驻昆明总领事馆领事", ("埃埃敏", "缅甸驻昆明总领事馆领事")),  # no Chinese surname
    ("埃埃敏 缅甸驻昆明总领事馆领事", ("埃埃敏", "缅甸驻昆明总领事馆领事")),
    (
        "Khin Moe 博士\n流域委员会首席执行官（CEO）（视频）",
        ("Khin Moe博士", "流域委员会首席执行官（CEO）（视频）"),
    ),
    ("李霞女士\n云岭中心主任", ("李霞女士", "云岭中心主任")),
    ("张建国（云岭中心主任）", ("张建国", "云岭中心主任")),
    ("云岭中心主任 张建国", ("张建国", "云岭中心主任")),
    ("云岭中心主任 张 军", ("张军", "云岭中心主任")),
    ("李霞 教授\n云岭大学环境学院", ("李霞", "云岭大学环境学院教授")),
    ("云岭市环境局副局长奔洪·西萨塔", ("奔洪·西萨塔", "云岭市环境局副局长")),
    ("云岭大学环境学院教授\n李霞", ("李霞", "云岭大学环境学院教授")),
]


@pytest.mark.parametrize(("block", "speaker"), SPEAKERS, ids=[block for block, _ in SPEAKERS])
def test_more_orders_of_name_and_office(block: str, speaker: tuple[str, str]) -> None:
    section = bulletin(f"标题在此\n\n会议召开了。\n\n{block}\n\n当前合作成效显著。\n").sections[-1]
    assert section.speaker is not None
    assert (section.speaker.name, section.speaker.office) == speaker
    assert section.paragraphs == ("当前合作成效显著。",)


def test_speakers_without_a_lead_stay_out_of_the_title() -> None:
    b = bulletin("云岭中心\n简报\n第3期\n2023年5月6日\n专家观点\n李霞\n云岭中心主任\n合作很好。\n")
    assert b.title == "专家观点"
    assert b.sections[0].speaker is not None


def test_asides_are_no_headings() -> None:
    b = bulletin(
        "标题\n\n会议召开了。\n\n图1 会议现场\n\n会议结束了。\n\n（来源：云岭中心）\n（供稿：李霞）\n"
    )
    assert [s.heading for s in b.sections] == [None]


def test_attachments_are_no_headings() -> None:
    b = bulletin("标题\n\n会议召开了。\n\n附件：1.学员名单\n      2.课程表\n\n各方表示感谢。\n")
    assert [s.heading for s in b.sections] == [None]


ABOUTS = [
    (
        "关于云岭生态中心：云岭生态中心于2017年成立，有职工三十人。",
        "云岭生态中心于2017年成立，有职工三十人。",
    ),
    ("关于云岭生态中心：2017年成立，有职工三十人。", "2017年成立，有职工三十人。"),
    ("关于我们：中心于2017年成立，有职工三十人。", "中心于2017年成立，有职工三十人。"),
    ("关于云岭-北岭生态环境保护与可持续发展中心\n2017年成立，有职工三十人。", "2017年成立，有职工三十人。"),
    ("生态中心：云岭生态中心于2017年成立，有职工三十人。", "云岭生态中心于2017年成立，有职工三十人。"),
    ("关于水质监测：水质监测要加强，各方表示赞同。", None),
    ("生态补偿：云岭生态中心于2017年试行生态补偿，效果显著。", None),
    ("关于下一步工作\n各方将加强水质监测。", None),
]


@pytest.mark.parametrize(("lines", "about"), ABOUTS, ids=[lines for lines, _ in ABOUTS])
def test_what_the_publisher_says_of_itself(lines: str, about: str | None) -> None:
    b = bulletin(
        f"云岭生态中心\n简报\n2023年第3期\n2023年5月6日{TAIL}\n联系我们\n电话：010-5550\n\n{lines}\n"
    )
    assert b.about == about
    assert b.sections[0].paragraphs[0] == "5月4日，论坛在云岭举行，五国代表参加。"


SPACED = [
    ("论坛在云岭举行　聚焦蓝天、碧水", "论坛在云岭举行 聚焦蓝天、碧水"),
    ("走进“云岭”　　聚焦《倡议》  共护清水", "走进“云岭” 聚焦《倡议》 共护清水"),
    ("保 护 论 坛 简况", "保护论坛 简况"),
    ("成立五周年 工作座谈会", "成立五周年工作座谈会"),  # the text writes on
    ("论坛举行，\n代 表 共 话 2023年", "论坛举行，代表共话2023年"),
]


@pytest.mark.parametrize(("line", "title"), SPACED, ids=[line for line, _ in SPACED])
def test_a_gap_that_parts_words_is_kept(line: str, title: str) -> None:
    assert (
        bulletin(
            f"云岭中心\n简报\n2023年第3期\n2023年5月6日\n{line}\n\n中心成立五周年工作座谈会举行。\n"
        ).title
        == title
    )


@pytest.mark.parametrize(
    "line",
    [
        "（本刊记者 陈思雨 通讯员 岩温香 发自景洪、勐腊）",
        "（本刊记者　王 强　通讯员　岩温香　发自景洪、勐腊）",
        "记者 陈思雨（实习）　　摄影 王 强",
        "记者 王 强 李 明 报道",
    ],
)
def test_names_of_a_byline_stay_apart(line: str) -> None:
    b = bulletin(f"标题在此\n\n会议召开了。\n\n{line}\n\n会议结束了。\n")
    words = " ".join(line.replace("王 强", "王强").replace("李 明", "李明").split())
    assert words in [words for s in b.sections for words in (s.heading, *s.paragraphs)]


CONTACTS = [
    (
        "云岭中心\n云岭市青山区水路1号\n电话：010-5550\n邮箱：a@example.org\n责任编辑：陈思雨　　审核：王 强\n统 稿：李霞",
        ("云岭中心", "责任编辑：陈思雨", "审核：王强", "统稿：李霞"),
    ),
    (
        "联系我们\n云岭中心\n云岭市青山区水路1号\n电话：010-5550 值班时间：工作日9:00-17:00\n邮箱：a@example.org\nQQ群：55501\n监制：李霞 校对：王强",
        ("云岭中心", "值班时间：工作日9:00-17:00", "QQ群：55501", "监制：李霞", "校对：王强"),
    ),
    ("联系我们\n责编：陈思雨 电话：010-5550\n云岭市青山区水路1号\n邮箱：a@example.org", ("责编：陈思雨",)),
    ("云岭中心\n云岭市青山区水路1号\n电话：010-5550\n邮箱：a@example.org", ("云岭中心",)),
    ("地址：云岭市青山区水路1号 电话：010-5550\n邮箱：a@example.org", ()),
    ("联系我们\n联系人：李霞\n云岭市青山区水路1号\n电话：010-5550\nE-mail: a@example.org", ("联系人：李霞",)),
    (
        "送：各理事单位\n云岭市青山区水路1号\n联系人：李霞、王强    电话：010-5550    邮箱：a@example.org\n编辑：田甜",
        ("送：各理事单位", "联系人：李霞、王强", "编辑：田甜"),  # who edits is no body
    ),
    (
        "主办：云岭中心\n责编：李霞\n地址：云岭市青山区水路1号\n电话：010-5550\n投稿邮箱：a@example.org",
        ("云岭中心", "责编：李霞"),
    ),
]


@pytest.mark.parametrize(("lines", "lines_kept"), CONTACTS, ids=[lines for lines, _ in CONTACTS])
def test_contact_blocks_in_other_forms(lines: str, lines_kept: tuple[str, ...]) -> None:
    b = bulletin(f"标题在此\n\n会议召开了。\n\n{lines}\n")
    assert b.contact is not None
    assert (b.contact.address, b.contact.phone) == ("云岭市青山区水路1号", "010-5550")
    assert (b.contact.emails, b.contact.organizations + b.contact.others) == (("a@example.org",), lines_kept)
    assert all("：" in line for line in b.contact.others)
    assert "：" not in "".join(b.contact.organizations) + (b.masthead.name_zh or "")
    assert [s.paragraphs for s in b.sections] == [("会议召开了。",)]


def test_no_value_of_the_contact_block_is_lost() -> None:
    contact = bulletin(
        "标题\n\n会议召开了。\n\n联系我们\n电话/传真：010-5550\n电话：010-5551\n邮箱：a@example.org（李霞）\n网址：待建\n"
    ).contact
    assert contact is not None
    assert (contact.phone, contact.fax) == ("010-5550, 010-5551", "010-5550")
    assert (contact.emails, contact.website) == (("a@example.org（李霞）",), "待建")


ABOUT = "关于我们\n中心成立于2017年。\n中心有职工三十人。\n"


def test_about_of_several_paragraphs_below_the_body() -> None:
    b = bulletin(f"标题\n\n会议召开了。\n\n{ABOUT}联系我们\n云岭中心\n电话：010-5550\n")
    assert b.about == "中心成立于2017年。中心有职工三十人。"
    assert bulletin(f"{ABOUT}会议召开了。\n会议结束了。\n").about == "中心成立于2017年。"


TORN = [
    (["论坛举行，各国代表参加了", "第1页 共3页", "会议并发言。"], ["论坛举行，各国代表参加了会议并发言。"]),
    (["论坛举行，各国代表发言。", "— 2 —", "会议结束。"], ["论坛举行，各国代表发言。", "会议结束。"]),
    (["部分专家观点", "— 2 —", "会议结束。"], ["部分专家观点", "会议结束。"]),
    (["论坛举行，各国代表参加了", "— 2 —", "　　会议结束。"], ["论坛举行，各国代表参加了", "会议结束。"]),
]


@pytest.mark.parametrize(("lines", "texts"), TORN, ids=[lines[0] + lines[2] for lines, _ in TORN])
def test_a_paragraph_torn_by_page_furniture(lines: list[str], texts: list[str]) -> None:
    assert cleaned("\n".join(lines)) == texts
