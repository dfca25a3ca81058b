"""Numerals with a use of their own: numbered things, prizes, return periods, ratios, nights, neighbouring digits, bounds.

What is refused: digits that are no neighbours, tiers (二三线), 十有八九, 三天三夜 a second time, idioms of time (十天半月).
"""

import pytest

from workflow.constrain import dates, quantities

# text, source, English that is fed, another form that is right; the hardest first
CASES = [
    ("每天四五十吨", "四五十吨", "40 to 50 tons", "40-50 tons"),
    ("补贴两三千元", "两三千元", "RMB 2,000 to RMB 3,000", "RMB 2,000-3,000"),
    ("少收两三成", "两三成", "20% to 30%", "20-30%"),
    ("照顾七八个乡", "七八", "seven or eight", "7 to 8"),
    ("来了三四百人", "三四百", "300 to 400", "three or four hundred"),
    ("刚满十七八岁", "十七八", "17 or 18", "17 to 18"),
    ("千年一遇的洪水", "千年一遇", "once-in-1,000-years", "once-in-a-millennium"),
    ("提高到百年一遇", "百年一遇", "once-in-100-years", "100-year"),
    ("二十年一遇降雨", "二十年一遇", "once-in-20-years", "once every 20 years"),
    ("获得二等奖", "二等奖", "second prize", "second prizes"),
    ("打开三号闸门", "三号", "No. 3", "3"),
    ("每月十五号见面", "十五号", "the 15th", "15th"),
    ("比例为三比二比五", "三比二比五", "three to two to five", "3:2:5"),
    ("以二比一取胜", "二比一", "two to one", "2-1"),
    ("65岁以上人群", "65岁以上", "over 65", "65 or above"),
    ("十八周岁以下", "十八周岁以下", "under 18", "below the age of 18"),
    ("得了85分以上", "85分以上", "more than 85", "85 points or above"),
    ("150吨级及以上船舶", "150吨级及以上", "more than 150 tons", "150 tons or above"),
    ("制修订标准40项以上", "40项以上", "more than 40", "at least 40"),
    ("Ⅰ—Ⅲ类水质断面", "Ⅰ—Ⅲ类", "Class I-III", "Classes I to III"),
    ("劣Ⅴ类断面清零", "劣Ⅴ类", "worse than Class V", "inferior to Class V"),
    ("优于Ⅱ类的", "Ⅱ类", "Class II", "Category II"),
    ("工程等别为Ⅱ等", "Ⅱ等", "Grade II", "II"),
    ("提出三点建议", "三", "three", None),
]


@pytest.mark.parametrize(("text", "source", "english", "other"), CASES, ids=[text for text, *_ in CASES])
def test_numerals(text: str, source: str, english: str, other: str | None) -> None:
    found = list(quantities.find(text))
    assert [(constraint.source, constraint.target) for constraint in found] == [(source, english)]
    assert other is None or other in found[0].targets


def test_days_and_nights_are_two_figures_or_one() -> None:
    assert [c.target for c in quantities.find("六天五晚")] == ["six days", "five nights"]
    assert [c.target for c in quantities.find("三天三夜")] == ["three days"]


@pytest.mark.parametrize(
    "text",
    [
        "十有八九",
        "一两次",
        "二三线城市",
        "三五成群",
        "号召",
        "几号",
        "十天半月",
        "一年半载",
        "三年五载",
        "三伏天",
    ],
)
def test_what_is_no_such_numeral(text: str) -> None:
    assert list(quantities.find(text)) == []


@pytest.mark.parametrize(
    ("text", "source", "english", "other"),
    [
        ("七点半发车", "七点半", "7:30", "half past seven"),
        ("六点一刻", "六点一刻", "6:15", "a quarter past six"),
        ("于五点二十开始", "五点二十", "5:20", "5:20 p.m."),
        ("下午三点半集合", "下午三点半", "3:30 p.m.", "half past three"),
        ("（2025卷）", "2025", "2025", None),
        ("2024版手册", "2024", "2024", None),
    ],
)
def test_hours_in_characters_and_years_of_editions(
    text: str, source: str, english: str, other: str | None
) -> None:
    (found,) = dates.find(text)
    assert (found.source, found.target) == (source, english)
    assert other is None or other in found.targets
