"""Places in an order without a plain counter: 首次, 头两年, 第三天, 二期 and 一是; hard ones first, one rule a case."""

import pytest

from workflow.constrain import quantities
from workflow.constrain.verify import verify

CASES = [
    ("第二天，雨停了", "第二天", "the next day", "the following morning"),
    ("第二天一早出发", "第二天一早", "the next morning", "the following day"),
    ("第二年春天发芽", "第二年", "the next year", "the following spring"),
    ("第二天的活动是考察", "第二天", "second day", "day two"),
    ("第一年试点，第二年推广", "第二年", "second year", "second"),
    ("投产后第二年", "第二年", "second year", "the following year"),
    ("五月的第二周", "第二周", "second week", "week two"),
    ("洪水后的第三天", "第三天", "third day", "day 3"),
    ("连续第四年", "第四年", "fourth year", "4th year"),
    ("第三个月", "第三个月", "third month", "month three"),
    ("第四个年头", "第四个年头", "fourth year", "year four"),
    ("会议材料首次实现无纸化", "首次", "for the first time", "first"),
    ("承办首次六国大气部门负责人会晤", "首次", "first", "inaugural"),
    ("召开首次会议", "首次", "first", "1st"),
    ("首届论坛", "首届", "first", "inaugural"),
    ("首批学员", "首", "first", "initial"),
    ("首批成员单位24家", "首", "first", "founding"),
    ("第一批设备运抵", "第一", "first", "initial"),
    ("首日参观者", "首日", "first day", "opening day"),
    ("首年成活率", "首年", "first year", "first"),
    ("首家合资企业", "首", "first", "1st"),
    ("创业头两年亏损", "头两年", "first two years", "first 2 years"),
    ("头一年卖不出去", "头一年", "first year", "first"),
    ("他头一回来", "头一回", "first", "1st"),
    ("二期工程开工", "二期", "Phase II", "second phase"),
    ("项目三期移交", "三期", "Phase III", "third phase"),
    ("一是抓住源头", "一是", "First,", "Firstly"),
    ("三是语言不通", "三是", "Third,", "Thirdly"),
]


@pytest.mark.parametrize(
    ("text", "source", "first", "accepted"), CASES, ids=[f"{c[0]} {c[3]}" for c in CASES]
)
def test_a_place_in_an_order_has_house_form_first_and_accepts_others(
    text: str, source: str, first: str, accepted: str
) -> None:
    found = {constraint.source: constraint for constraint in quantities.find(text)}
    assert source in found, list(found)
    assert found[source].target == first
    assert accepted in found[source].targets


@pytest.mark.parametrize(
    "text",
    [
        "首都", "首席专家", "首要任务", "居世界首位", "首页", "唱了两首歌", "首长讲话", "码头一年少用柴油", "第一线", "第一产业", "每月碰头一次", "镜头两侧",
        "下一期项目", "两点建议，一是抓源头，二是抓末端", "不是一是二的问题",
    ],
)  # fmt: skip
def test_what_is_no_certain_place_in_an_order_gives_none(text: str) -> None:
    orders = ("首", "头", "期", "是", "第一")
    assert not [c.source for c in quantities.find(text) if any(mark in c.source for mark in orders)]


@pytest.mark.parametrize(
    ("source", "english", "kept"),
    [
        ("第二天恢复供水", "Water was restored on the third day after the storm.", False),
        ("第二天恢复供水", "Water was restored the very next day.", True),
        ("婚礼第二天", "the day after the wedding", True),
        ("首次举行", "It was held for the first time.", True),
        ("首次举行", "It was held for the second time.", False),
        ("头三年有补贴", "There are subsidies for the first three years.", True),
        ("头三年有补贴", "There are subsidies for three years from the first.", False),
        ("连续第四年获奖", "for the fourth consecutive year", True),
    ],
)
def test_it_stands_in_the_english_or_is_lost(source: str, english: str, kept: bool) -> None:
    (found,) = verify(tuple(quantities.find(source)), english, source)
    assert found.kept is kept
