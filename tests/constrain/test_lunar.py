"""Days, months and years of other calendars: the lunar one, reigns and eras, the Buddhist and the Dai calendar.

What is refused: a month and a numeral before a word that the numeral counts (六月二十四名代表), years by stems and branches,
a Buddhist year as one of ours.
"""

import pytest

from workflow.constrain import Terms, dates, find

# text, source, English that is fed, another form that is right; the hardest first
DAYS = [
    ("正月十五元宵节后开工", "正月十五", "the 15th day of the first lunar month", "15th day of the Lunar New Year"),
    ("三月初三到十五，前来赶歌", "三月初三到十五", "the third to the 15th day of the third lunar month", None),
    ("六月二十四，彝族同胞点燃火把", "六月二十四", "the 24th day of the sixth lunar month", "the twenty-fourth day of the 6th lunar month"),
    ("农历六月二十四火把节", "农历六月二十四", "the 24th day of the sixth lunar month", None),
    ("闰六月初八", "六月初八", "the eighth day of the sixth lunar month", None),
    ("二月廿二开秧门", "二月廿二", "the 22nd day of the second lunar month", None),
    ("“三月三”歌圩", "三月三", "the third day of the third lunar month", "Sanyuesan"),
    ("农历三月三，壮族群众对歌", "农历三月三", "the third day of the third lunar month", "Sanyuesan Festival"),
    ("二月二龙抬头", "二月二", "the second day of the second lunar month", None),
    ("腊月二十三祭灶", "腊月二十三", "the 23rd day of the twelfth lunar month", "23rd day of the last lunar month"),
    ("正月初一到江边放生", "正月初一", "the first day of the first lunar month", "Chinese New Year's Day"),
    ("冬月初三", "冬月初三", "the third day of the eleventh lunar month", None),
    ("阴历八月十五", "阴历八月十五", "the 15th day of the eighth lunar month", "the 15th day of the 8th month of the lunar calendar"),
    ("大年初二回娘家", "大年初二", "the second day of the Lunar New Year", "the 2nd day of the Chinese New Year"),
    ("大年三十也没回家", "大年三十", "Lunar New Year's Eve", "Chinese New Year's Eve"),
    ("每月初八上门剪发", "每月初八", "the eighth day of every lunar month", "the eighth of each month"),
    ("农历十五大潮", "农历十五", "the 15th day of the lunar month", "15th"),
    ("农历初一前后的大潮", "农历初一前后", "around the first day of the lunar month", None),
    ("腊月底才完工", "腊月底", "the end of the twelfth lunar month", None),
    ("去年腊月响起锣鼓", "腊月", "the twelfth lunar month", "the last lunar month"),
    ("农历正月，水龙头里流出咸水", "农历正月", "the first lunar month", "first month of the lunar calendar"),
    ("光绪三十四年（1908年）动工", "光绪三十四年", "the 34th year of the Guangxu reign", "34th year of Emperor Guangxu"),
    ("光绪元年立碑", "光绪元年", "1875", "the first year of the Guangxu reign"),
    ("民国二十六年设水文站", "民国二十六年", "1937", "the 26th year of the Republic of China"),
    ("令和6年度预算", "令和6年", "2024", "Reiwa 6"),
    ("佛历2568年颁布", "佛历2568年", "BE 2568", "2568 of the Buddhist calendar"),
    ("傣历1388年新年", "傣历1388年", "Dai calendar year 1388", "year 1388 of the Dai calendar"),
    ("公元前256年建堰", "公元前256年", "256 BC", "256 BCE"),
    ("公元8世纪的古道", "公元8世纪", "eighth century AD", "eighth century"),
    ("公元618年", "公元618年", "AD 618", "618"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "english", "other"), DAYS, ids=[text for text, *_ in DAYS])
def test_days_of_other_calendars(
    terms: Terms, text: str, source: str, english: str, other: str | None
) -> None:
    found = [c for c in find(text, terms) if c.kind in ("date", "quantity") and c.source in source]
    assert [(c.source, c.target) for c in found] == [(source, english)]
    assert other is None or other in found[0].targets


def test_the_year_in_brackets_is_no_second_place_for_that_of_the_reign() -> None:
    reign, year = dates.find("光绪三十四年（1908年）")
    assert "1908" not in reign.targets
    assert year.target == "1908"


@pytest.mark.parametrize(
    ("text", "source", "english"),
    [
        ("六月二十四名代表到会", "六月", "June"),
        ("三月三十万人参加", "三月", "March"),
        ("九月九日", "九月九日", "September 9"),
        ("六月二十四日签约", "六月二十四日", "June 24"),
        ("五月二十到六月十日", "五月二十到六月十日", "May 20 to June 10"),
        ("每月初步核算", None, None),
        ("改正月报表", None, None),
        ("康熙年间", None, None),
        ("乙巳年新春", None, None),
        ("民国时期", None, None),
    ],
)
def test_what_is_no_day_of_the_moon(text: str, source: str | None, english: str | None) -> None:
    found = [(constraint.source, constraint.target) for constraint in dates.find(text)]
    assert found == ([(source, english)] if source else [])
