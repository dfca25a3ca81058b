"""Days, months and years of other calendars than the Gregorian one, with their English: 腊月二十三, 农历三月三, 光绪二十六年.

A reign's year is given as the year of ours in which it began. Under the Ming and Qing it turned with the lunar year, so that its
last weeks are in January or February of our next; years of 民国 and of the Japanese eras turn on January 1.

Refused: years by stems and branches (乙巳年), 六月二十四 before a word that it may count, the years in our calendar of the
Buddhist and the Dai one, which begin their year in April and differ from country to country.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from workflow.constrain.eras import in_part, number_or_zero
from workflow.constrain.figures import ordinal_digits, ordinal_forms, ordinal_word
from workflow.constrain.numerals import number_value
from workflow.constrain.spans import SEPARATOR

Forms = tuple[str, ...]

# The year before the first of a reign or era: 光绪元年 is 1875. Source: 方诗铭《中国历史纪年表》; the Japanese eras begin in
# 1926, 1989 and 2019.
REIGNS: dict[str, tuple[int, str]] = {
    "洪武": (1367, "the Hongwu reign"),
    "永乐": (1402, "the Yongle reign"),
    "宣德": (1425, "the Xuande reign"),
    "成化": (1464, "the Chenghua reign"),
    "正德": (1505, "the Zhengde reign"),
    "嘉靖": (1521, "the Jiajing reign"),
    "万历": (1572, "the Wanli reign"),
    "崇祯": (1627, "the Chongzhen reign"),
    "顺治": (1643, "the Shunzhi reign"),
    "康熙": (1661, "the Kangxi reign"),
    "雍正": (1722, "the Yongzheng reign"),
    "乾隆": (1735, "the Qianlong reign"),
    "嘉庆": (1795, "the Jiaqing reign"),
    "道光": (1820, "the Daoguang reign"),
    "咸丰": (1850, "the Xianfeng reign"),
    "同治": (1861, "the Tongzhi reign"),
    "光绪": (1874, "the Guangxu reign"),
    "宣统": (1908, "the Xuantong reign"),
    "民国": (1911, "the Republic of China"),
    "昭和": (1925, "the Showa era"),
    "平成": (1988, "the Heisei era"),
    "令和": (2018, "the Reiwa era"),
}
# Calendars whose years are named, not reckoned.
CALENDARS: dict[str, Forms] = {
    "佛历": ("BE {}", "B.E. {}", "{} BE", "{} B.E.", "Buddhist Era {}", "Buddhist year {}", "Buddhist calendar year {}",
             "year {} of the Buddhist calendar", "year {} of the Buddhist Era", "{} of the Buddhist calendar",
             "{} of the Buddhist Era", "{} in the Buddhist calendar"),
    "傣历": ("Dai calendar year {}", "year {} of the Dai calendar", "{} of the Dai calendar", "{} in the Dai calendar",
             "Dai year {}", "Dai Year {}", "{} by the Dai calendar"),
    "藏历": ("Tibetan calendar year {}", "year {} of the Tibetan calendar", "{} of the Tibetan calendar"),
    "回历": ("AH {}", "{} AH", "Hijri year {}", "year {} of the Islamic calendar", "{} of the Islamic calendar"),
}  # fmt: skip
NAMED_MONTHS = {"正": 1, "冬": 11, "腊": 12}

_DIGIT = "[一二三四五六七八九]"
_CALENDAR = r"(?:农历|阴历|夏历|旧历)(?:的)?"
_NAMED = "[正冬腊]"
_MONTH = rf"(?:1[0-2]|[1-9]|十[一二]?|{_DIGIT})"
_FIRST_TEN = rf"初(?:十|{_DIGIT})"
_LATER = rf"(?:二十{_DIGIT}?|廿{_DIGIT}?|三十|十{_DIGIT}?)"
_DAY = rf"(?:{_FIRST_TEN}|{_LATER}|{_DIGIT}|30|[12]\d|[1-9])"
_FREE = r"(?<![\d〇零一二三四五六七八九十个])"
# What makes 六月二十四 a day: a mark, the end, or a word that no figure is followed by.
_NO_COUNT = r"(?=$|[^\w\d—–~～－-]|[的是前后这那一举当夜晚早清歌火庙赶])"
_TO = rf"\s?{SEPARATOR}\s?"
_NOT_A_DATE = r"(?![日号\d月])"

DAY = re.compile(
    rf"(?:{_CALENDAR}闰?(?P<m1>{_NAMED}|{_MONTH})月(?P<d1>{_DAY})[日号]?"
    rf"|(?<!\w)(?P<m2>{_NAMED}|(?<=闰)[一二三四五六七八九十])月(?P<d2>{_LATER}|{_FIRST_TEN})"
    rf"|(?<=[\u4e00-\u9fff])(?P<m5>{_NAMED})月(?P<d5>{_LATER}|{_FIRST_TEN})"
    rf"|{_FREE}(?P<m3>{_MONTH})月(?P<d3>{_FIRST_TEN}|廿{_DIGIT}?)(?![个名位家国项次批件步期])"
    rf"|{_FREE}(?P<m4>十[一二]?|{_DIGIT})月(?P<d4>{_LATER}){_NO_COUNT})"
    rf"{_NOT_A_DATE}(?:{_TO}(?P<to>{_FIRST_TEN}|{_LATER}){_NOT_A_DATE})?"
)
# 三月三 and 六月六 are days and feasts: with the calendar's name (DAY) or as one.
FEAST = re.compile(rf"{_FREE}(?P<month>[二三五六九])月(?P=month)(?=[”’节歌龙庙赶]|的?[歌对]|$|[，。、])")
NEW_YEAR = re.compile(rf"大年(?P<day>三十|{_FIRST_TEN})")
DAY_OF_ANY = re.compile(rf"(?:{_CALENDAR}(?:每月)?|每月)(?P<day>{_FIRST_TEN}|(?<=历)十{_DIGIT}?)(?![日号月])")
MONTH = re.compile(
    rf"(?:{_CALENDAR}闰?(?P<m1>{_NAMED}|{_MONTH})|(?<![纯真立订修改反校端方公])(?P<m2>正)|(?P<m3>腊))月(?!亮)(?P<part>上旬|中旬|下旬|初|底|末)?"
)
REIGN = re.compile(
    rf"(?P<reign>{'|'.join(REIGNS)})(?P<year>元|[一二三四五六七八九十]{{1,4}}|\d{{1,3}})年(?![代间])"
)
OTHER_YEAR = re.compile(rf"(?P<calendar>{'|'.join(CALENDARS)})(?P<year>\d{{3,4}})年")
COMMON_ERA = re.compile(
    r"公元(?P<before>前)?(?P<year>\d{1,4}|[一二三四五六七八九十百千]{1,6})(?P<unit>年|世纪)(?![代])"
)


def _value(text: str) -> int:
    text = text.removeprefix("初")
    if text.startswith("廿"):
        text = f"二十{text[1:]}"
    return NAMED_MONTHS.get(text) or int(number_value(text) or 0)


def _group(match: re.Match[str], letter: str) -> str:
    return next(
        value
        for name, value in match.groupdict().items()
        if name[0] == letter and name[1:].isdigit() and value
    )


def month_names(month: int) -> Forms:
    """Return the names of a lunar month: the twelfth lunar month, the 12th month of the lunar calendar."""
    ordinals = (ordinal_word(month), ordinal_digits(month), *(("last",) if month == 12 else ()))
    names = [f"{one} lunar month" for one in ordinals]
    names += [
        f"{one} month of the {kind} calendar" for one in ordinals for kind in ("lunar", "Chinese lunar")
    ]
    return (
        *names,
        *(f"{one} month of the lunar year" for one in ordinals),
        *(f"{one} month" for one in ordinals[:2]),
    )


@lru_cache(maxsize=512)
def _days(month: int, first: int, last: int) -> Forms:
    spans = [f"{one} day" for one in ordinal_forms(first)] + list(ordinal_forms(first))
    if last:
        ends = ordinal_forms(last)
        spans = [f"{one}{join}{end}{day}" for one in ordinal_forms(first) for end in ends
                 for join, day in ((" to the ", " day"), (" to the ", ""), (" to ", " days"), (" to ", ""))]  # fmt: skip
    forms = [f"the {span} of the {name}" for span in spans for name in month_names(month)]
    forms += [form.removeprefix("the ") for form in forms]
    if month == 1 and not last:
        forms += _of_new_year(first)
    return tuple(dict.fromkeys(forms))


def _of_new_year(day: int) -> list[str]:
    names = (
        "Lunar New Year",
        "Chinese New Year",
        "Spring Festival",
        "new lunar year",
        "lunar new year",
        "New Year",
    )
    forms = [f"the {one} day of the {name}" for name in names for one in ordinal_forms(day)]
    if day == 1:
        forms += ["Lunar New Year's Day", "Chinese New Year's Day", "Chinese New Year", "Lunar New Year"]
    return forms + [form.removeprefix("the ") for form in forms]


def read_day(match: re.Match[str]) -> Forms:
    """Read a day of the moon, or a span of days of one month; numbers that are none give nothing."""
    month, first = _value(_group(match, "m")), _value(_group(match, "d"))
    last = _value(match["to"]) if match["to"] else 0
    if not (1 <= month <= 12 and 1 <= first <= 30) or (last and last <= first):
        return ()
    return (*_days(month, first, last), *(_feast(month) if month == first == 3 and not last else ()))


def _feast(month: int) -> Forms:
    name = {3: "Sanyuesan", 2: "Eryue'er", 6: "Liuyueliu"}.get(month)
    return (name, f"{name} Festival") if name else ()


def read_feast(match: re.Match[str]) -> Forms:
    """Read 三月三 as a day of the moon and as a feast."""
    month = _value(match["month"])
    return (*_days(month, month, 0), *_feast(month))


def read_new_year(match: re.Match[str]) -> Forms:
    """Read 大年初三 as the third day of the Lunar New Year, 大年三十 as its eve."""
    if match["day"] == "三十":
        return ("Lunar New Year's Eve", "Chinese New Year's Eve", "New Year's Eve")
    day = _value(match["day"])
    return (*_of_new_year(day), *_days(1, day, 0))


def read_day_of_any(match: re.Match[str]) -> Forms:
    """Read 农历初一 or 每月初八 as the first or eighth of the month."""
    ordinals = ordinal_forms(_value(match["day"]))
    days = [f"{one} day" for one in ordinals] + list(ordinals)
    every = [f" of {word} {month}" for word in ("every", "each") for month in ("lunar month", "month")]
    one = [" of the lunar month", " of the month", ""]
    tails = (*every, *one) if "每" in match[0] else (*one, *every)
    return tuple(f"{the}{day}{tail}" for tail in tails for day in days for the in ("the ", ""))


def read_month(match: re.Match[str]) -> Forms:
    """Read a lunar month and a part of it: 腊月底 is the end of the twelfth lunar month."""
    names = month_names(_value(_group(match, "m")))
    if not match["part"]:
        return tuple(f"{the}{name}" for the in ("the ", "") for name in names)
    return in_part(tuple(f"the {name}" for name in names), match["part"])


def read_reign(match: re.Match[str]) -> Forms:
    """Read a year of a reign or era: 民国二十六年 is 1937; where our year stands behind in brackets, only the 26th year."""
    before, name = REIGNS[match["reign"]]
    number = 1 if match["year"] == "元" else number_or_zero(match, "year")
    if not number:
        return ()
    bare = name.removeprefix("the ").partition(" ")[0]
    owners = [
        name,
        *([f"Emperor {bare}", f"Emperor {bare}'s reign", bare] if name.endswith(("reign", "era")) else []),
    ]
    forms = [f"the {one} year of {owner}" for owner in owners for one in ordinal_forms(number)]
    forms += [f"{bare} {number}", *(form.removeprefix("the ") for form in forms)]
    told = match.string[match.end() : match.end() + 1] in ("（", "(")
    return tuple(forms) if told else (str(before + number), *forms)


def read_other_year(match: re.Match[str]) -> Forms:
    """Read a year of another calendar by its own figure: 佛历2568年 is BE 2568."""
    return (*(form.format(match["year"]) for form in CALENDARS[match["calendar"]]), match["year"])


def read_common_era(match: re.Match[str]) -> Forms:
    """Read a year or century before or of the Christian era: 公元前256年 is 256 BC."""
    number = number_or_zero(match, "year")
    whens = [str(number)] if match["unit"] == "年" else [f"{one} century" for one in ordinal_forms(number)]
    marks = ("BC", "BCE", "B.C.") if match["before"] else ("AD", "CE", "A.D.")
    named = [f"{when} {mark}" for mark in marks for when in whens]
    if match["before"]:
        return tuple(named)
    before = [f"AD {when}" for when in whens] if match["unit"] == "年" else []
    return (*before, *named, *whens)


# As in dates.RULES: pattern, reader, characters of which the text must have one.
RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Forms], str], ...] = (
    (DAY, read_day, "月"),
    (FEAST, read_feast, "月"),
    (NEW_YEAR, read_new_year, "年"),
    (DAY_OF_ANY, read_day_of_any, "历每"),
    (MONTH, read_month, "历正腊"),
    (REIGN, read_reign, "年"),
    (OTHER_YEAR, read_other_year, "历"),
    (COMMON_ERA, read_common_era, "元"),
)
