"""Spans of time with their unit: figure and unit bind together; hard ones first, one rule a case."""

import pytest

from workflow.constrain import quantities
from workflow.constrain.verify import verify

CASES = [
    ("谈了一个半小时", "一个半小时", "an hour and a half", "90 minutes"),
    ("字斟句酌了三个半小时", "三个半小时", "three and a half hours", "3.5 hours"),
    ("筹备历时一年半", "一年半", "a year and a half", "18 months"),
    ("缩短到一天半", "一天半", "a day and a half", "one-and-a-half day"),
    ("回收期约为三年半", "约为三年半", "about three and a half years", "around three and a half years"),
    ("两个多月没有下雨", "两个多月", "more than two months", "over two months"),
    ("等了一年多", "一年多", "more than a year", "over one year"),
    ("用了近三年", "近三年", "nearly three years", "three years"),
    ("近三年来的变化", "三年", "three years", "3 years"),
    ("近一个月来水位偏高", "一个月", "a month", "past month"),
    ("十余年的坚持", "十余年", "more than ten years", "over a decade"),
    ("几经周折二十多年", "二十多年", "more than 20 years", "more than two decades"),
    ("二十来年", "二十来年", "about 20 years", "20-odd years"),
    ("工龄20年以上", "20年以上", "more than 20 years", "20 or more years"),
    ("持续三天左右", "三天左右", "about three days", "three days or so"),
    ("不少于九十天", "不少于九十天", "at least 90 days", "no fewer than 90 days"),
    ("过去十年间", "十年", "ten years", "a decade"),
    ("连续九年居首", "九年", "nine years", "ninth consecutive year"),
    ("连续四个季度", "四个季度", "four quarters", "fourth straight quarter"),
    ("三到十五年", "三到十五年", "three to fifteen years", "three to 15 years"),
    ("3至5年内", "3至5年", "three to five years", "3-5 years"),
    ("48小时内完成", "48小时", "48 hours", "48 h"),
    ("二十四小时不停地转", "二十四小时", "24 hours", "around the clock"),
    ("提前七天", "七天", "seven days", "a week"),
    ("为期两周", "两周", "two weeks", "14 days"),
    ("为期24个月", "24个月", "24 months", "two years"),
    ("缩短四十分钟", "四十分钟", "40 minutes", "forty minutes"),
    ("两秒钟", "两秒钟", "two seconds", "2 seconds"),
    ("四五个小时后", "四五个小时", "four or five hours", "four to five hours"),
    ("五个星期", "五个星期", "five weeks", "5 weeks"),
    ("15日内答复", "15日", "15 days", "fifteen days"),
    ("须提前3日预约", "3日", "three days", "3 days"),
    ("自公布之日起15日", "15日", "15 days", "fifteen days"),
    ("为期5日的培训", "5日", "five days", "5 days"),
    ("连续3日超标", "3日", "three days", "third consecutive day"),
    ("不超过30日", "不超过30日", "no more than 30 days", "not more than 30 days"),
    ("往返需4日", "4日", "four days", "4 days"),
    ("每15日一次", "每15日", "every 15 days", "every fifteen days"),
    ("公示期为7日", "7日", "seven days", "7 days"),
    ("10个工作日内", "10个工作日", "ten working days", "10 business days"),
    ("三个昼夜", "三个昼夜", "three days and nights", "three days"),
    ("两个学期", "两个学期", "two semesters", "two terms"),
    ("3个学年", "3个学年", "three school years", "three academic years"),
    ("三个世纪", "三个世纪", "three centuries", "300 years"),
    ("每隔两年", "每隔两年", "every two years", "every 2 years"),
    ("每十年上升0.3度", "每十年", "every ten years", "decade"),
    ("每半年核查一次", "每半年", "every six months", "twice a year"),
    ("一年内整改", "一年", "a year", "12 months"),
    ("为期一周的市集", "一周", "a week", "week-long"),
    ("整整一个月", "一个月", "a month", "entire month"),
    ("由一天延长至三天", "一天", "a day", "one"),
    ("超过1小时", "超过1小时", "more than an hour", "over one hour"),
    ("花了半年", "半年", "six months", "half a year"),
    ("延迟半小时", "半小时", "half an hour", "30 minutes"),
    ("停了半个月", "半个月", "half a month", "two weeks"),
    ("停课半天", "半天", "half a day", "half-day"),
    ("半个世纪", "半个世纪", "half a century", "50 years"),
    ("停留一两天", "一两天", "a day or two", "one or two days"),
    ("三五年后", "三五年", "three to five years", "several years"),
    ("十二三年就会用光", "十二三年", "12 or 13 years", "12 to 13 years"),
    ("二三十年内", "二三十年", "20 or 30 years", "two to three decades"),
    ("由43天缩短至9天", "9天", "nine days", "nine"),
    ("全年降雨日数减少11天", "11天", "11 days", "11"),
    ("有1200年历史的古树", "1200年", "1,200 years", "1,200 year"),
    ("五年计划", "五年", "five years", "five year"),
    ("历时两年零四个月", "两年零四个月", "two years and four months", "28 months"),
    ("延长至三年零两个月", "三年零两个月", "three years and two months", "three years, two months"),
    ("一年零三个月后", "一年零三个月", "a year and three months", "15 months"),
    ("回收期2年6个月", "2年6个月", "two years and six months", "two and a half years"),
    ("跑了两小时零三十五秒", "两小时零三十五秒", "two hours and 35 seconds", "two hours 35 seconds"),
    ("飞行1小时30分", "1小时30分", "an hour and 30 minutes", "90 minutes"),
    ("约两年零三个月", "约两年零三个月", "about two years and three months", "around 27 months"),
    ("两岁零三个月的小象", "两岁零三个月", "two years and three months", "27 months"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source", "first", "accepted"), CASES, ids=[f"{c[0]} {c[3]}" for c in CASES]
)
def test_a_span_of_time_has_house_form_first_and_accepts_others(
    text: str, source: str, first: str, accepted: str
) -> None:
    found = {constraint.source: constraint for constraint in quantities.find(text)}
    assert source in found, list(found)
    assert found[source].target == first
    assert accepted.replace("-", " ") in {target.replace("-", " ") for target in found[source].targets}
    assert text[found[source].start : found[source].end] == source


@pytest.mark.parametrize(
    "text",
    [
        "一天要采很多花", "一年四季", "一年比一年好", "一天下来", "每一年", "几天之后", "数年之久", "等了半天", "半天没动", "走了大半天",
        "后半夜", "上一个十年", "四周的山", "两年期报告", "三天两头", "百年大计", "千年古树",
    ],
)  # fmt: skip
def test_what_is_no_certain_span_of_time_gives_none(text: str) -> None:
    assert [constraint.source for constraint in quantities.find(text)] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("成书于1247年", "1247"),
        ("佛历2535年颁布", "2535"),
        ("五年级的学生", "五"),
        ("5岁的孩子", "5"),
        ("巡查三次", "三"),
    ],
)
def test_only_the_figure_binds_where_it_is_no_span_of_time(text: str, source: str) -> None:
    assert [constraint.source for constraint in quantities.find(text)] in ([source], [])


KEPT = [
    ("通知须提前48小时发出", "The notice is sent to 48 villages in four hours.", False),
    ("通知须提前48小时发出", "The notice is sent 48 hours in advance.", True),
    ("为期七天的培训", "a seven-day course", True),
    ("为期七天的培训", "a course for seven people in two days", False),
    ("全程监测七天", "seven days' monitoring", True),
    ("连续12个月没有病例", "no cases for 12 consecutive months", True),
    ("整整五个月", "for five full months", True),
    ("满一年后", "after a full year", True),
    ("用了两年", "two villages took years", False),
    ("两个半小时", "two hours and a half", True),
    ("两个半小时", "two hours", False),
    ("三天后", "three weeks later", False),
    ("二十年来", "over two decades", True),
    ("二十年来", "over two centuries", False),
    ("用了半年", "for half a month", False),
    ("历时两年零四个月", "It took two and a half years.", False),
    ("历时两年零四个月", "It took two years and four months.", True),
    ("历时两年零四个月", "It took two years and a month.", False),
    ("用了一年半", "It took half a year.", False),
]


@pytest.mark.parametrize(("source", "english", "kept"), KEPT, ids=[f"{s} {e}" for s, e, _ in KEPT])
def test_figure_and_unit_stand_together(source: str, english: str, kept: bool) -> None:
    (found,) = verify(tuple(quantities.find(source)), english, source)
    assert found.kept is kept


@pytest.mark.parametrize(("english", "kept"), [("three busy weeks", True), ("three working weeks", False)])
def test_a_word_may_stand_between_figure_and_unit(english: str, kept: bool) -> None:
    constraints = tuple(quantities.find("忙碌的三周"))
    for human in (True, False):
        assert [c.kept for c in verify(constraints, english, "忙碌的三周", human=human)] == [kept]
