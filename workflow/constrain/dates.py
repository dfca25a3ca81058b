"""Find dates, ranges of dates, parts of years and times of day in Chinese text, with their English.

Refused: relative words (去年, 今年, 本月; of 去年4月 only the month is certain), scales
and rates (1:25万), spans of time (3个月, 半个世纪, 历时5小时) and phrases (每周一次, 一月一休市). The English fits into a
sentence without a preposition: 于2023年底 reads "于 the end of 2023" to the engine.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from workflow.constrain import lunar
from workflow.constrain.calendar_forms import (
    JOINS,
    QUARTERS,
    SEASONS,
    WEEKDAYS,
    around_forms,
    day_forms,
    day_list_forms,
    joined_forms,
    month_forms,
    month_pair_forms,
    year_range_forms,
)
from workflow.constrain.clocks import read_clock
from workflow.constrain.date_patterns import (
    AROUND,
    CENTURY,
    CENTURY_ALONE,
    CENTURY_OURS,
    CLOCK,
    DAY,
    DAY_ALONE,
    DAY_ALONE_HAN,
    DAY_LIST,
    DAY_RANGE,
    DAYS_COUNTED,
    HALF_YEAR,
    MONTH,
    MONTH_PAIR,
    MONTH_RANGE,
    NUMERIC,
    OPEN,
    WEEKDAY_ALONE,
    YEAR_ALONE,
    YEAR_BARE,
    YEAR_BEFORE,
    YEAR_OF_EDITION,
    YEAR_PART,
    YEAR_RANGE,
    D,
    M,
)
from workflow.constrain.eras import (
    in_part,
    number_of,
    number_or_zero,
    read_century,
    read_decade,
    read_this_century,
)
from workflow.constrain.figures import ordinal_digits, ordinal_forms
from workflow.constrain.numerals import number_value
from workflow.constrain.spans import MASK, masked
from workflow.units import Constraint

Forms = tuple[str, ...]
MONTHS_OF_A_YEAR = 12


def _day_range(match: re.Match[str]) -> Forms:
    year, year2 = number_of(match, "year"), number_of(match, "year2")
    month, day, day2 = (
        number_or_zero(match, "month"),
        number_or_zero(match, "day"),
        number_or_zero(match, "day2"),
    )
    month2 = number_of(match, "month2") or month
    if year2 is None and month2 == month:
        return day_list_forms(month, (day, day2), year, JOINS) if day < day2 else ()
    if year2 is not None:
        return joined_forms(day_forms(month, day, year), day_forms(month2, day2, year2))
    return joined_forms(day_forms(month, day), day_forms(month2, day2, year))


def _day_list(match: re.Match[str]) -> Forms:
    days = [
        number_or_zero(match, "day"),
        *(int(number_value(text) or 0) for text in re.findall(D, match["more"])),
    ]
    if days != sorted(set(days)):
        return ()
    joins = (" and ", ", and ", ", ", "-", " to ") if len(days) == 2 else (" and ", ", and ", ", ")
    return day_list_forms(number_or_zero(match, "month"), tuple(days), number_of(match, "year"), joins)


def _day(match: re.Match[str]) -> Forms:
    weekday = match.groupdict().get("weekday") or ""
    return day_forms(
        number_or_zero(match, "month"), number_or_zero(match, "day"), number_of(match, "year"), weekday
    )


def _numeric(match: re.Match[str]) -> Forms:
    return (*_day(match), match[0])


def _month_range(match: re.Match[str]) -> Forms:
    year, year2 = number_of(match, "year"), number_of(match, "year2")
    month, month2 = number_or_zero(match, "month"), number_or_zero(match, "month2")
    if "次年" in match[0] or "翌年" in match[0]:
        start = month_forms(month, year)
        tails = ("", " of the following year", " the following year", " of the next year", " the next year")
        following = [f"{start[0]} to the {word} {month_forms(month2)[0]}" for word in ("following", "next")]
        last = month_forms(month2)[0]
        between = [f"between {start[0]} and {last}{tail}" for tail in tails]
        return (*(f"{start[0]} to {last}{tail}" for tail in tails), *following, *between)
    if year2 is not None:
        return joined_forms(month_forms(month, year), month_forms(month2, year2))
    joins = (*JOINS, " and ") if month2 == month + 1 else JOINS
    first = month_forms(month)[0]
    forms = [f"{first}{join}{form}" for form in month_forms(month2, year) for join in joins]
    return tuple(forms) if year else (*forms, f"between {first} and {month_forms(month2)[0]}")


def _month(match: re.Match[str]) -> Forms:
    forms = month_forms(number_or_zero(match, "month"), number_of(match, "year"))
    if not match["month"].isdigit():  # 七月 may be of the lunar calendar
        forms = (
            *forms,
            *(
                f"{form} {name}"
                for form in ordinal_forms(number_or_zero(match, "month"))
                for name in ("month", "lunar month")
            ),
        )
    return in_part(forms, match["part"])


def _month_pair(match: re.Match[str]) -> Forms:
    """Read 七八月 as July and August, 十一二月 as November and December."""
    tens = 10 if match["teen"] else 0
    low, high = (int(number_value(match[name]) or 0) for name in ("low", "high"))
    if high != low + 1 or tens + high > MONTHS_OF_A_YEAR:
        return ()
    return month_pair_forms(tens + low, tens + high)


def _year_range(match: re.Match[str]) -> Forms:
    first, last = number_or_zero(match, "year"), number_or_zero(match, "year2")
    return year_range_forms(first, last) if first < last else ()


def _year_part(match: re.Match[str]) -> Forms:
    year = match_year = number_or_zero(match, "year")
    if match["season"]:
        return tuple(
            form for season in SEASONS[match["season"]]
            for form in (f"{season} {year}", f"{season} of {year}", f"{season}, {year}", f"{year} {season}")
        )  # fmt: skip
    if match["part"]:
        return in_part((str(year),), match["part"])
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
    return (str(number_or_zero(match, "year")),)


def _day_alone(match: re.Match[str]) -> Forms:
    """Return the 18th, or April 18 where the text names a month before it; nothing where 3日 is three days."""
    day = number_of(match, "day") or number_or_zero(match, "late")
    counted = DAYS_COUNTED.search(match.string[max(0, match.start() - 8) : match.start()])
    if counted and match.string[match.end() : match.end() + 1] not in tuple("前起上下晚凌中夜"):
        return ()
    before = match.string[max(0, match.start() - 60) : match.start()]
    # 本月 and 每月 name no month that stands before them.
    months = [] if before.endswith("月") else re.findall(rf"{OPEN}({M})月", before)
    ordinal = ordinal_digits(day)
    named = day_forms(int(number_value(months[-1]) or 1), day) if months else ()
    forms = tuple(dict.fromkeys((*named, f"the {ordinal}", ordinal, str(day), *ordinal_forms(day))))
    # 10日前 is before the 10th or ten days ago.
    ago = match.string.startswith("前", match.end()) and not match.string.startswith("前后", match.end())
    return tuple(sorted(forms, key=lambda form: form != str(day))) if ago else forms


def _year_before(match: re.Match[str]) -> Forms:
    year = match["year"]
    if match["end"]:
        return tuple(
            f"{word} {the}end of {year}" for word in ("by", "before", "prior to") for the in ("the ", "")
        )
    return (
        f"by {year}",
        f"before {year}",
        f"prior to {year}",
        f"by the end of {int(year) - 1}",
        f"pre-{year}",
    )


def _weekday(match: re.Match[str]) -> Forms:
    name = WEEKDAYS[match["weekday"]]
    return (name, f"{name}s")


# pattern, reader, and characters of which the text must have one
RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Forms], str], ...] = (
    *lunar.RULES,
    (DAY_RANGE, _day_range, "月"),
    (DAY_LIST, _day_list, "月"),
    (DAY, _day, "月"),
    (NUMERIC, _numeric, "-./"),
    (MONTH_RANGE, _month_range, "月"),
    (MONTH_PAIR, _month_pair, "月"),
    (YEAR_RANGE, _year_range, "至到-—–~～－"),
    (CENTURY, read_decade, "代"),
    (CENTURY_ALONE, read_century, "纪"),
    (CENTURY_OURS, read_this_century, "纪"),
    (YEAR_BEFORE, _year_before, "前"),
    (YEAR_PART, _year_part, "年"),
    (MONTH, _month, "月"),
    (HALF_YEAR, _half_year, "半季"),
    (YEAR_ALONE, _year, "年"),
    (YEAR_OF_EDITION, _year, "卷版"),
    (YEAR_BARE, _year, "12"),
    (CLOCK, read_clock, "时点:："),
    (WEEKDAY_ALONE, _weekday, "周星礼"),
    (DAY_ALONE, _day_alone, "日"),
    (DAY_ALONE_HAN, _day_alone, "日"),
)
_ANY = re.compile("[0-9日月世周星礼季半年时点历]")


def find(text: str) -> Iterator[Constraint]:
    """Yield the dates and times of a text in order, without overlaps."""
    yield from _found(text)


@lru_cache(maxsize=1024)
def _found(text: str) -> tuple[Constraint, ...]:
    if not _ANY.search(text):
        return ()
    left, found, characters = text, [], frozenset(text)
    for pattern, read, marks in RULES:
        if characters.isdisjoint(marks):
            continue
        # A lone day looks back at the months of the text itself.
        spans = []
        for match in pattern.finditer(text if read is _day_alone else left):
            start, end = match.span()
            if MASK in left[start:end]:
                continue
            while text[start].isspace():
                start += 1
            forms = read(match)
            rough = AROUND.match(left, end) if forms else None
            if rough:
                end, forms = rough.end(), around_forms(forms)
            if forms:
                spans.append((start, end))
                found.append(Constraint(start, end, text[start:end], forms, "date"))
        left = masked(left, spans)
    return tuple(sorted(found, key=lambda constraint: constraint.start))
