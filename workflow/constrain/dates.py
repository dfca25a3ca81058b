"""Find dates, ranges of dates, parts of years and times of day in Chinese text, with their English.

Relative words (去年, 今年, 本月) are left alone; of 去年4月 only the month is certain. The English fits into a
sentence without a preposition: 于2023年底 reads "于 the end of 2023" to the engine.
"""

import re
from collections.abc import Callable, Iterator

from workflow.constrain.calendar_forms import (
    JOINS,
    PARTS,
    QUARTERS,
    SEASONS,
    WEEKDAYS,
    clock_forms,
    day_forms,
    day_list_forms,
    joined_forms,
    month_forms,
    year_range_forms,
)
from workflow.constrain.figures import ordinal_digits, ordinal_forms
from workflow.constrain.measures import CURRENCIES, MEASURES
from workflow.constrain.numerals import number_value
from workflow.units import Constraint

Forms = tuple[str, ...]

_TO = r"\s?(?:至|到|[-—–~～－]{1,2})\s?"
_FREE = r"(?<![\d.,:/A-Za-z+-])"
_Y = r"(?:1[5-9]|20)\d\d"
_HAN_Y = r"[一二][〇○零一二三四五六七八九]{3}"
_YEAR = rf"(?:{_Y}|{_HAN_Y})"
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_WEEK = "[一二三四五六日天]"
_WEEKDAY = rf"(?:\s?(?:[（(](?:星期|周)|，?星期)(?P<weekday>{_WEEK})[）)]?)"
_PART = "上旬|中旬|下旬|初(?![步级期次始见])|底|末"
_OPEN = r"(?<![\d.农历正腊一二三四五六七八九十])"

_DAY_RANGE = re.compile(
    rf"{_OPEN}(?:(?P<year>{_YEAR})年)?\s?(?P<month>{_M})月(?P<day>{_D})日?{_TO}"
    rf"(?:(?P<year2>{_YEAR})年)?(?:(?P<month2>{_M})月)?(?P<day2>{_D})日"
)
_DAY_LIST = re.compile(
    rf"{_OPEN}(?:(?P<year>{_YEAR})年)?\s?(?P<month>{_M})月(?P<day>{_D})日?(?P<more>(?:[、和及与](?:{_D})日?){{0,8}}[、和及与]{_D}日)"
)
_DAY = re.compile(
    rf"{_OPEN}(?:(?P<year>{_YEAR})\s?年)?\s?(?P<month>{_M})\s?月\s?(?P<day>{_D})\s?[日号]{_WEEKDAY}?"
)
_NUMERIC = re.compile(rf"{_FREE}(?P<year>{_Y})(?P<mark>[-./])(?P<month>{_M})(?P=mark)(?P<day>{_D})(?![\d.-])")
_MONTH_RANGE = re.compile(
    rf"{_OPEN}(?:(?P<year>{_YEAR})年)?(?P<month>{_M})月?{_TO}(?:(?P<year2>{_YEAR})年|次年|翌年)?(?P<month2>{_M})月(?!亮)"
)
_MONTH = re.compile(
    rf"{_OPEN}(?:(?P<year>{_YEAR})\s?年)?\s?(?P<month>{_M})月份?(?P<part>{_PART})?(?![亮饼街嫂球]|初[一二三四五六七八九十]|十[一二三四五六七八九最那]|廿)"
)
_UNITS = "|".join(re.escape(word) for word in sorted({*MEASURES, *CURRENCIES}, key=len, reverse=True))
_COUNTED = "[余多万亿个名人家项条座种次份件棵只头台辆户套位块本吨张字只所]"
_YEAR_RANGE = re.compile(
    rf"{_OPEN}{_FREE}(?P<year>{_YEAR})年?{_TO}(?P<year2>{_YEAR})(?:年|(?![\d年]|\s?(?:{_UNITS}|{_COUNTED})))"
)
_CENTURY = re.compile(
    r"(?:(?P<century>1\d|2[01])世纪|(?<=上世纪)|(?<![\d一二三四五六七八九世纪]))"
    r"(?:(?P<decade>\d0|[一二三四五六七八九]十)|(?P<full>(?:1[5-9]|20)\d0|[一二][〇○零一二三四五六七八九]{2}[〇○零]))年代"
    r"(?P<part>初|中期|中|末|后期)?"
)
_CENTURY_ALONE = re.compile(
    r"(?<![\d个一二三四五六七八九十半])(?P<century>\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?P<part>初|中叶|末)?"
)
_YEAR_PART = re.compile(
    rf"{_OPEN}{_FREE}(?P<year>{_YEAR})年(?:度)?(?:(?P<season>[春夏秋冬])(?:季(?!学期)|天)|(?P<half>[上下])半年"
    rf"|(?:第?(?P<quarter>[一二三四])|前(?P<first>[二三两]))(?:个)?季度|(?P<part>初(?![步级期次始见])|底|末))"
)
_HALF_YEAR = re.compile(
    r"(?P<half>[上下])半年|第?(?<![前两二三四第])(?:第(?P<quarter>[一二三四])|(?P<bare>[一二三四]))季度|前(?P<first>[两二三])个?季度"
)
_YEAR_ALONE = re.compile(
    rf"{_OPEN}{_FREE}(?P<year>{_YEAR})\s?年(?:度(?!假))?(?![历以]史|来的历史|之久|树龄|前的)"
)
# A bare figure is a year before these only: 2030可持续发展目标, but 2012册.
_NAMED = "可持续|议程|愿景|目标|发展|行动|计划|规划|战略|评估|报告|世界|国际|全球|中国|东盟|澜湄|版|届|峰会|论坛|年会"
_YEAR_BARE = re.compile(
    rf"{_OPEN}{_FREE}(?P<year>19(?!00)\d\d|20(?!00)\d\d)(?![\d.,:%％/A-Za-z-]|{_TO}\d|\s?(?:{_UNITS}|{_COUNTED}|(?!{_NAMED})[\u4e00-\u9fff]))"
)
_PERIODS = {
    "凌晨": "a", "清晨": "a", "早晨": "a", "早上": "a", "早": "a", "上午": "a", "中午": "p", "下午": "p", "傍晚": "p",
    "晚上": "p", "晚间": "p", "晚": "p", "夜里": "", "深夜": "p", "当晚": "p",
}  # fmt: skip
_CLOCK_NUMBER = r"(?:[01]?\d|2[0-4]|[一二两三四五六七八九]|十[一二]?)"
_CLOCK = re.compile(
    rf"(?P<period>{'|'.join(sorted(_PERIODS, key=len, reverse=True))})?(?<![\d.])(?P<hour>{_CLOCK_NUMBER})"
    r"(?:[时点](?![间候代段区])(?:零?(?P<minute>[0-5]?\d|[二三四五]?十[一二三四五六七八九]?|[五])分|(?P<half>半)|(?P<whole>整|钟))?|[:：](?P<colon>[0-5]\d)(?!\d|[:：]))"
)
_DAY_ALONE = re.compile(rf"{_FREE}(?P<day>3[01]|[12]\d|[1-9])日(?![游内以龄均元间常志本报程历元期行用后])")
_WEEKDAY_ALONE = re.compile(
    rf"(?:星期|礼拜|(?<![一两每首几多数])周)(?P<weekday>{_WEEK})(?![次回个趟期般游岁年周至到、—-])"
)


def _number(match: re.Match[str], name: str) -> int | None:
    text = match.groupdict().get(name)
    value = number_value(text.replace("○", "〇")) if text else None
    return None if value is None else int(value)


def _must(match: re.Match[str], name: str) -> int:
    return _number(match, name) or 0


def _day_range(match: re.Match[str]) -> Forms:
    year, year2 = _number(match, "year"), _number(match, "year2")
    month, day, day2 = _must(match, "month"), _must(match, "day"), _must(match, "day2")
    month2 = _number(match, "month2") or month
    if year2 is None and month2 == month:
        return day_list_forms(month, (day, day2), year, JOINS) if day < day2 else ()
    if year2 is not None:
        return joined_forms(day_forms(month, day, year), day_forms(month2, day2, year2))
    return joined_forms(day_forms(month, day), day_forms(month2, day2, year))


def _day_list(match: re.Match[str]) -> Forms:
    days = [_must(match, "day"), *(int(number_value(text) or 0) for text in re.findall(_D, match["more"]))]
    if days != sorted(set(days)):
        return ()
    joins = (" and ", ", and ", ", ", "-", " to ") if len(days) == 2 else (" and ", ", and ", ", ")
    return day_list_forms(_must(match, "month"), tuple(days), _number(match, "year"), joins)


def _day(match: re.Match[str]) -> Forms:
    weekday = match.groupdict().get("weekday") or ""
    return day_forms(_must(match, "month"), _must(match, "day"), _number(match, "year"), weekday)


def _numeric(match: re.Match[str]) -> Forms:
    return (*_day(match), match[0])


def _month_range(match: re.Match[str]) -> Forms:
    year, year2 = _number(match, "year"), _number(match, "year2")
    month, month2 = _must(match, "month"), _must(match, "month2")
    if "次年" in match[0] or "翌年" in match[0]:
        start = month_forms(month, year)
        tails = ("", " of the following year", " the following year", " of the next year", " the next year")
        following = [f"{start[0]} to the {word} {month_forms(month2)[0]}" for word in ("following", "next")]
        return (*(f"{start[0]} to {month_forms(month2)[0]}{tail}" for tail in tails), *following)
    if year2 is not None:
        return joined_forms(month_forms(month, year), month_forms(month2, year2))
    joins = (*JOINS, " and ") if month2 == month + 1 else JOINS
    first = month_forms(month)[0]
    forms = [f"{first}{join}{form}" for form in month_forms(month2, year) for join in joins]
    return tuple(forms) if year else (*forms, f"between {first} and {month_forms(month2)[0]}")


def _month(match: re.Match[str]) -> Forms:
    forms = month_forms(_must(match, "month"), _number(match, "year"))
    return _in_part(forms, match["part"])


def _in_part(forms: Forms, part: str | None) -> Forms:
    if not part:
        return forms
    return tuple(pattern.format(form) for form in forms for pattern in PARTS[part])


def _year_range(match: re.Match[str]) -> Forms:
    first, last = _must(match, "year"), _must(match, "year2")
    return year_range_forms(first, last) if first < last else ()


def _century(match: re.Match[str]) -> Forms:
    century = _number(match, "century") or 20
    start = _number(match, "full") or (century - 1) * 100 + _must(match, "decade")
    names = (f"{start}s", f"{start}'s", f"{start % 100}s")
    part = match["part"]
    return _in_part(names, {"中期": "中", "后期": "末"}.get(part, part) if part else None)


def _century_alone(match: re.Match[str]) -> Forms:
    names = tuple(f"{form} century" for form in ordinal_forms(_must(match, "century")))
    return _in_part(names, "中" if match["part"] == "中叶" else match["part"])


def _year_part(match: re.Match[str]) -> Forms:
    year = match_year = _must(match, "year")
    if match["season"]:
        return tuple(
            form for season in SEASONS[match["season"]]
            for form in (f"{season} {year}", f"{season} of {year}", f"{season}, {year}", f"{year} {season}")
        )  # fmt: skip
    if match["part"]:
        return _in_part((str(year),), match["part"])
    names = _half_or_quarter(match)
    quarter = match["quarter"]
    short = (f"Q{'一二三四'.index(quarter) + 1} {match_year}",) if quarter else ()
    return (*(f"{name} of {year}" for name in names), *(f"{name} {year}" for name in names), *short)


def _half_or_quarter(match: re.Match[str]) -> Forms:
    groups = match.groupdict()
    if groups.get("half"):
        return ("first half",) if groups["half"] == "上" else ("second half", "latter half")
    if groups.get("first"):
        count = "two" if groups["first"] in "两二" else "three"
        return (f"first {count} quarters",)
    index = "一二三四".index(groups.get("quarter") or groups.get("bare") or "一")
    return (f"{QUARTERS[index]} quarter", f"Q{index + 1}")


def _half_year(match: re.Match[str]) -> Forms:
    names = _half_or_quarter(match)
    tails = (" of the year", "") if match["half"] else ("",)
    return tuple(f"{name}{tail}" for name in names for tail in tails)


def _year(match: re.Match[str]) -> Forms:
    return (str(_must(match, "year")),)


def _clock(match: re.Match[str]) -> Forms:
    hour, minute = _must(match, "hour"), _number(match, "minute") or _number(match, "colon") or 0
    minute = 30 if match["half"] else minute
    period = match["period"]
    sure = period or match["colon"] or match["whole"] == "整" or match["minute"]
    if not sure and not (match["hour"].isdigit() and "时" in match[0]):
        return ()
    half = _PERIODS[period] if period else ""
    if half == "p" and (hour > 12 or (hour < 11 and period == "中午" and hour > 3)):
        half = ""
    forms = clock_forms(hour, minute, half)
    if match["colon"] and not period:
        return tuple(dict.fromkeys((f"{match['hour']}:{match['colon']}", *forms)))
    return forms


def _day_alone(match: re.Match[str]) -> Forms:
    """Return the 18th, or April 18 where the text names a month before it."""
    day = _must(match, "day")
    months = re.findall(rf"{_OPEN}({_M})月", match.string[max(0, match.start() - 60) : match.start()])
    ordinal = ordinal_digits(day)
    named = day_forms(int(number_value(months[-1]) or 1), day) if months else ()
    forms = (*named, f"the {ordinal}", ordinal, str(day))
    # 10日前 is before the 10th or ten days ago.
    return forms[::-1] if match.string.startswith("前", match.end()) else forms


def _weekday(match: re.Match[str]) -> Forms:
    name = WEEKDAYS[match["weekday"]]
    return (name, f"{name}s")


RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Forms]], ...] = (
    (_DAY_RANGE, _day_range),
    (_DAY_LIST, _day_list),
    (_DAY, _day),
    (_NUMERIC, _numeric),
    (_MONTH_RANGE, _month_range),
    (_YEAR_RANGE, _year_range),
    (_CENTURY, _century),
    (_CENTURY_ALONE, _century_alone),
    (_YEAR_PART, _year_part),
    (_MONTH, _month),
    (_HALF_YEAR, _half_year),
    (_YEAR_ALONE, _year),
    (_YEAR_BARE, _year),
    (_CLOCK, _clock),
    (_WEEKDAY_ALONE, _weekday),
    (_DAY_ALONE, _day_alone),
)


def find(text: str) -> Iterator[Constraint]:
    """Yield the dates and times of a text in order, without overlaps."""
    masked = list(text)
    found = []
    for pattern, read in RULES:
        # A lone day looks back at the months of the text itself.
        searched = text if pattern is _DAY_ALONE else "".join(masked)
        for match in list(pattern.finditer(searched)):
            if "\ufffc" in masked[match.start() : match.end()]:
                continue
            start, end = match.span()
            while text[start].isspace():
                start += 1
            forms = read(match)
            if forms:
                masked[start:end] = "\ufffc" * (end - start)
                found.append(Constraint(start, end, text[start:end], forms, "date"))
    yield from sorted(found, key=lambda constraint: constraint.start)
