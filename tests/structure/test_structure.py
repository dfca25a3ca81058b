from pathlib import Path

import pytest

from tests.support import bulletin
from workflow.bulletin import Issue
from workflow.clean import clean
from workflow.readers import read
from workflow.structure import parse
from workflow.structure.patterns import is_name, is_office, number

FRONT = "某某中心\nMoumou Environmental Center\n\n简报\n\n{issue}\n\n{date}\n\n标题一句话\n\n会议在京召开，代表参加。\n"

ISSUES = [
    ("2022年 第15期", Issue(2022, 15)),
    ("2020年第2期", Issue(2020, 2)),
    ("二〇二四年 第六期", Issue(2024, 6)),
    ("第十二期（总第98期）", Issue(2023, 12)),
    ("第 7 期", Issue(2023, 7)),
]


@pytest.mark.parametrize(("line", "issue"), ISSUES, ids=[line for line, _ in ISSUES])
def test_issue_lines(line: str, issue: Issue | None) -> None:
    assert bulletin(FRONT.format(issue=line, date="2023年3月1日")).issue == issue


DATES = [
    ("2022年12月7日", "2022-12-07"),
    ("二〇二四年十一月十五日", "2024-11-15"),
    ("2022-12-07", "2022-12-07"),
]


@pytest.mark.parametrize(("line", "date"), DATES, ids=[line for line, _ in DATES])
def test_date_lines(line: str, date: str) -> None:
    assert bulletin(FRONT.format(issue="2022年第1期", date=line)).date == date


NUMERALS = [
    ("15", 15),
    ("十", 10),
    ("十五", 15),
    ("二十", 20),
    ("二〇二四", 2024),
    ("2○2四", 2024),
    ("一〇", 10),
    ("百", 100),
    ("一百零五", 105),
    ("2十", 20),
    ("十百", None),
    ("", None),
    ("一百零二", 102),
    ("九十八", 98),
]


@pytest.mark.parametrize(("text", "value"), NUMERALS)
def test_numbers(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "line", ["张玉军", "耿 聪", "欧阳静", "卡尔·林德斯特伦", "Le Ngoc Tuan", "Narumon ORIS", "查道炯", "陈𬭚"]
)
def test_names(line: str) -> None:
    assert is_name(line)


@pytest.mark.parametrize(
    "line", ["简报", "部分专家观点", "联系我们", "Newsletter", "会上", "2022年", "生态环境部"]
)
def test_no_names(line: str) -> None:
    assert not is_name(line)


@pytest.mark.parametrize(
    "line", ["外交学院副院长", "全球研究中心（中国中心）秘书长", "水利部中心原主任、教授", "国家局二级巡视员"]
)
def test_offices(line: str) -> None:
    assert is_office(line)


@pytest.mark.parametrize("line", ["会议由主任主持。", "部分专家观点", "他说，主任", "凝聚共识，加强合作"])
def test_no_offices(line: str) -> None:
    assert not is_office(line)


SPEAKERS = [
    ("张玉军\n某某合作中心/\n某部对外交流中心主任", ("张玉军", "某某合作中心/某部对外交流中心主任")),
    ("孙雪峰 某部国际合作司二级巡视员", ("孙雪峰", "某部国际合作司二级巡视员")),
    ("耿 聪 外交部亚洲司二处、 合作中国秘书处调研员", ("耿聪", "外交部亚洲司二处、合作中国秘书处调研员")),
    (
        "刘 卿\n研究院副院长、\n研究中心（中国中心）秘书长",
        ("刘卿", "研究院副院长、研究中心（中国中心）秘书长"),
    ),
    ("Srey Sunleang\n柬埔寨环境部副局长", ("Srey Sunleang", "柬埔寨环境部副局长")),
    ("Narumon ORIS 泰国环境部环境学家", ("Narumon Oris", "泰国环境部环境学家")),
    ("周军，某部亚非处处长", ("周军", "某部亚非处处长")),
]


@pytest.mark.parametrize(("block", "speaker"), SPEAKERS, ids=[s[0] for _, s in SPEAKERS])
def test_speaker_blocks_in_every_order(block: str, speaker: tuple[str, str]) -> None:
    raw = f"标题在此\n\n会议在北京召开，代表参加了会议。\n\n{block}\n\n当前合作成效显著。\n"
    section = bulletin(raw).sections[-1]
    assert section.speaker is not None
    assert (section.speaker.name, section.speaker.office) == speaker
    assert section.paragraphs == ("当前合作成效显著。",)


def test_a_narrator_paragraph_leaves_the_speaker() -> None:
    raw = "标题\n\n会议召开了。\n\n李霞\n中心处长\n\n李霞表示合作很好。\n\n会上，各国交流了进展。\n"
    last = bulletin(raw).sections[-1]
    assert last.speaker is None
    assert last.paragraphs == ("会上，各国交流了进展。",)


def test_title_over_two_lines_and_a_spaced_dash() -> None:
    b = bulletin(
        "2020年系列活动：\n\n澜江 - 湄河圆桌会议顺利举行\n\n2020年3月26日，会议举行，各方参加了讨论。\n"
    )
    assert b.title == "2020年系列活动：澜江-湄河圆桌会议顺利举行"


def test_a_quotation_set_apart_is_a_quote_unless_all_is(tmp_path: Path) -> None:
    text = "# 渡口的早晨\n\n村民说水清了。\n\n> 水清了，鸟就回来了。\n\n孩子们在岸边数鸟。\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "b.md").write_text(text.replace("\n村", "\n> 村").replace("\n孩", "\n> 孩"), encoding="utf-8")
    found = [parse(clean(read(tmp_path / name))).bulletin.sections[0].blocks for name in ("a.md", "b.md")]
    assert [block.type for block in found[0]] == ["paragraph", "quote", "paragraph"]
    assert found[0][1].texts == ("水清了，鸟就回来了。",)
    assert {block.type for block in found[1]} == {"paragraph"}


def test_contact_in_other_words() -> None:
    raw = (
        "标题\n\n正文一句，结束了。\n\n联系方式\n主办单位：某中心\n地址：某市某路1号\n邮政编码：100000\n"
        "联系电话：010-5550\nE-mail：a@example.org\nb@example.org\n官网：www.example.org\n"
    )
    contact = bulletin(raw).contact
    assert contact is not None
    assert contact.organizations == ("某中心",)
    assert (contact.address, contact.postcode, contact.phone) == ("某市某路1号", "100000", "010-5550")
    assert contact.emails == ("a@example.org", "b@example.org")
    assert contact.website == "www.example.org"


def test_a_title_below_the_editors_note() -> None:
    raw = (
        "云岭生态中心\n简报\n2023年第3期\n2023年5月6日\n\n编者按：五国代表到会。现摘编如下。\n\n共护一江清水论坛举行\n\n"
        "5月4日，论坛在云岭举行。\n"
    )
    b = bulletin(raw)
    assert b.title == "共护一江清水论坛举行"
    assert [p for s in b.sections for p in s.paragraphs] == [
        "编者按：五国代表到会。现摘编如下。",
        "5月4日，论坛在云岭举行。",
    ]


def test_an_english_name_longer_than_a_chinese_line() -> None:
    name = "Yunling and Beiling Upland Forest, Water and Agricultural Meteorology Center"
    b = bulletin(f"云岭高地中心\n{name}\n简报\n2023年第3期\n\n论坛举行\n\n5月4日，论坛在云岭举行。\n")
    assert (b.masthead.name_zh, b.masthead.name_en) == ("云岭高地中心", name)


def test_who_made_the_issue_begins_the_contact() -> None:
    raw = "标题\n\n正文一句，结束了。\n\n主编：李霞    责任编辑：周军\n印数：300份\n地址：某市某路1号\n"
    contact = bulletin(raw).contact
    assert contact is not None
    assert contact.others == ("主编：李霞", "责任编辑：周军", "印数：300份")
