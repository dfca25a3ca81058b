"""Spans of time with their unit, and their English: 48小时 is 48 hours, 一年半 a year and a half, 两三天 two or three days.

Figure and unit bind together, so that "48 people in four hours" is no 48小时. What right English varies is left to the
engine: 一天 and 一年 by themselves (a day, daily, that day), 几天 and 数年 (days, years); of 10岁 and 三次 only the figure
binds (ten, aged ten, a ten-year-old; three times, thrice, three visits).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from workflow.constrain.counts import around, sums_up_a_list, years_in_words
from workflow.constrain.date_patterns import DAYS_COUNTED
from workflow.constrain.figures import figure_forms, ordinal_forms, spelled
from workflow.constrain.hedges import HEDGES_AFTER, Hedge
from workflow.constrain.numerals import HAN_DIGIT, LAST, plain
from workflow.constrain.spans import (
    MASK,
    NO_HEDGE,
    Reading,
    bounds,
    group,
    hedge_of,
    range_forms,
    range_pattern,
    with_hedge,
)


@dataclass(frozen=True, slots=True)
class Span:
    """Name a unit of time in the singular and the plural, other names for it, and how many of a smaller unit make one."""

    one: str
    many: str
    others: tuple[str, ...] = ()
    size: int = 0
    smaller: str = ""


CONSECUTIVE = ("consecutive", "straight", "successive")
_WORKDAY = ("business days", "business day", "workdays", "workday", "work days", "work day")
UNITS = {
    "秒": Span("second", "seconds"),
    "分钟": Span("minute", "minutes", ("min", "mins"), 60, "秒"),
    "小时": Span("hour", "hours", ("h", "hrs"), 60, "分钟"),
    "天": Span("day", "days", (), 24, "小时"),
    "周": Span("week", "weeks", (), 7, "天"),
    "月": Span("month", "months"),
    "年": Span("year", "years", (), 12, "月"),
    "工作日": Span("working day", "working days", _WORKDAY),
    "昼夜": Span("day and night", "days and nights", ("days", "day")),
    "学期": Span("semester", "semesters", ("terms", "term")),
    "学年": Span("school year", "school years", ("academic years", "academic year")),
    "季度": Span("quarter", "quarters", (), 3, "月"),
    "世纪": Span("century", "centuries", (), 100, "年"),
}  # fmt: skip
_SAME = {"秒钟": "秒", "钟头": "小时", "日": "天", "星期": "周", "礼拜": "周", "年头": "年"}

_MORE = "[半多余]?"
# 三年级, 两年期 and 四周 (around) are none; 日 counts days before 内, 后 and the like, and behind DAYS_COUNTED.
_UNIT = (
    rf"(?:个{_MORE}(?:小时|钟头|月(?!亮)|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|学期|学年|世纪|季度|工作日|昼夜|年头)"
    rf"|(?:小时|钟头|分钟|秒钟|秒(?![杀表差])|工作日|昼夜|学年|学期|天(?![然气津空才两]|打鱼)|周(?![年边围岁末期刊报]|会议)"
    rf"|星期(?![一二三四五六日天])|年(?![代级轮期龄号鉴]|制(?!造))|日(?![报常历程志元均本期前起上下晚凌中夜]))(?:半(?![月载个天日年夜]))?)"
)
EVERY = "(?P<every>每隔?)?"
DURATION = re.compile(EVERY + range_pattern(_UNIT))
NEEDED = re.compile(
    "秒|分钟|小时|钟头|[天周月年]|星期|礼拜|工作日|昼夜|学期|季度|世纪|[0-9一二三四五六七八九十]日"
)
_COUNTED_TIME = re.compile(rf"[\d{HAN_DIGIT}十百千万亿两余多来]\s?{_UNIT}")
# 一年 is "a year" here; elsewhere it may be annual, that year or each year.
_ONE_BEFORE = re.compile("(?:为期|历时|整整|逾期|[由从至到为]|提前|推迟|延长|延迟|长达|满|最多|至多|每隔)$")
_DAYS_AFTER = re.compile("[内以之后游间龄]")
_ONE_AFTER = re.compile("[内后]|[以之][内后上下]|左右|有余|之久|的(?:时间|期限)")
# 第二、三年 is the second and third years.
_NTH_BEFORE = re.compile(f"{MASK}[、和至到]$")
# 十天半月, 三年五载 and 一年半载 are "ten days or so", "years".
_OR_SO = re.compile("半[月载个]|[两三五]载")
# Where days or hours are what is counted the figure stands alone: the number of rainy days fell by 11.
_COUNTED = re.compile("[天日时月年周]数")
_SET_PHRASE = re.compile("[千万亿百]")
# 1247年 and 佛历2535年 are years, but 1200年历史 a span of time.
_YEAR = re.compile(r"[12]\d{3}")
_SPAN_OF_YEARS = re.compile("的?历史|之久|以?来|以?前|树龄")


def may_have(text: str) -> bool:
    """Tell whether a text may have a span of time: a unit, and one behind a figure."""
    return NEEDED.search(text) is not None and _COUNTED_TIME.search(text) is not None


def read_duration(match: re.Match[str]) -> Reading | None:
    """Read 48小时, 三年半, 两个多月 or 3至5天, or return None where the words count no time."""
    low, high = bounds(match)
    written, text = match["unit"], match.string
    before = text[max(0, match.start() - 8) : match.start()]
    if high is None or not _counts_time(match, high, before):
        return None
    if match["low_unit"] and unit_of(match["low_unit"]) != unit_of(written):
        return None
    if "半" in written:
        high += Decimal("0.5")
    mid = next((mark for mark in written if mark in "多余"), "")
    hedge = HEDGES_AFTER[mid] if mid else hedge_of(match)
    unit = unit_of(written)
    forms = _forms(low, high, unit, hedge)
    if low is None:
        forms += _in_context(match, high, unit, hedge, before)
    if match["every"]:
        forms = every(forms)
    bare = figure_forms(high, words_first=True)
    bare = (*bare, *with_hedge(hedge, bare))
    return Reading(forms + bare if _said_once(text, unit) else forms, UNITS[unit].many, bare)


def _in_context(
    match: re.Match[str], value: Decimal, unit: str, hedge: Hedge, before: str
) -> tuple[str, ...]:
    """Return what the words beside a span of time make of it: a decade, the past month, the ninth consecutive year."""
    span = UNITS[unit]
    forms = with_hedge(hedge, years_in_words(value, before)) if unit == "年" else ()
    if unit == "小时" and value == 24:
        forms = ("around the clock", "round the clock", "24/7")
    if value == 1 and (before.endswith("过去") or group(match, "before")):
        forms += (f"past {span.one}", f"last {span.one}")
    if before.endswith("连续") and value == value.to_integral_value() and 2 <= value <= 999:
        nth = ordinal_forms(int(value))
        forms += tuple(f"{form} {word} {span.one}" for form in nth for word in CONSECUTIVE)
        forms += tuple(f"{form} {span.one}{tail}" for form in nth for tail in (" running", " in a row"))
    if "近" in group(match, "before"):  # 近五年 is the past five years as well
        forms += _forms(None, value, unit, NO_HEDGE)
    return forms


def every(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the forms of a span of time after 每: every two years, per decade."""
    return (*(f"every {form}" for form in forms if form[:2] not in ("a ", "an")), *forms)


@lru_cache(maxsize=64)
def _said_once(text: str, unit: str) -> bool:
    """Tell whether English may say a unit once for several figures, whatever these count, or before its figure."""
    figures = islice(re.finditer(rf"{LAST}[余多]?个?{unit}", text), 2)
    return bool(_COUNTED.search(text)) or len(list(figures)) > 1


def unit_of(written: str) -> str:
    """Return the unit of a span as UNITS has it: 月 for 个多月."""
    name = written.removeprefix("个").strip("半多余")
    return _SAME.get(name, name)


def _counts_time(match: re.Match[str], value: Decimal, before: str) -> bool:
    text, number = match.string, match["number"]
    hedged = bool(group(match, "before") or match["more"] or match["after"])
    if _OR_SO.match(text, match.end()) and not hedged:
        return False
    if value == 1:
        sure = (hedged and match["after"] != "上下") or "半" in match["unit"] or "多" in match["unit"]
        sure = (
            sure or number == "1" or bool(_ONE_BEFORE.search(before) or _ONE_AFTER.match(text, match.end()))
        )
        return sure and not match["every"] and "每" not in before[-3:]
    if match["unit"] == "日" and not (
        match["after"]
        or _DAYS_AFTER.match(text, match.end())
        or DAYS_COUNTED.search(text[: match.start("number")])
    ):
        return False
    if (number == "十" and before.endswith("个")) or _NTH_BEFORE.search(before):  # 上一个十年
        return False
    if _SET_PHRASE.match(number) or (number == "四" and around(text, match.end("number"), before)):
        return False
    if _YEAR.fullmatch(number) and not hedged and not _SPAN_OF_YEARS.match(text, match.end()):
        return False
    if number[0].isascii() or value > 10:
        return True
    return not sums_up_a_list(text, match.start(), int(value))


@lru_cache(maxsize=1024)
def _forms(low: Decimal | None, high: Decimal, unit: str, hedge: Hedge) -> tuple[str, ...]:
    """Return the English of a value or range in its unit and in those that say the same."""
    forms: list[str] = []
    for start, end, name in ((low, high, unit), *equal(low, high, unit)):
        if start is None:
            forms += [*with_hedge(hedge, cores(end, name)), *_tailed(end, name, hedge)]
        else:
            forms += with_hedge(hedge, range_forms(start, end, _templates(end, name), _figures))
    return tuple(dict.fromkeys(forms))


def _figures(value: Decimal) -> tuple[str, ...]:
    return figure_forms(value, words_first=True)


def _templates(value: Decimal, unit: str) -> tuple[str, ...]:
    span = UNITS[unit]
    names = (span.one, span.many) if value == 1 else (span.many, span.one)
    return tuple(f"{{}} {name}" for name in (*names, *span.others))


def cores(value: Decimal, unit: str) -> tuple[str, ...]:
    """Return a span of time without its hedge: 48 hours, a year and a half, half a day."""
    span, whole = UNITS[unit], value.to_integral_value(rounding="ROUND_FLOOR")
    if value == Decimal("0.5"):
        return half_names(span)
    forms = [template.format(figure) for template in _templates(value, unit) for figure in _figures(value)]
    if value == 1:
        long = (f"{span.one}-long", f"{span.one}long")
        forms = [f"{article(span.one)} {span.one}", *forms, *long, f"single {span.one}", f"entire {span.one}"]
    if value % 1 == Decimal("0.5") and value < 20:
        count, said = spelled(int(whole)), f"{spelled(int(whole))}-and-a-half {span.one}"
        if whole == 1:
            return (f"{article(span.one)} {span.one} and a half", *_and_a_half_first(forms), said)
        return (*_and_a_half_first(forms), f"{count} {span.many} and a half", said)
    return tuple(forms)


def _and_a_half_first(forms: list[str]) -> list[str]:
    return sorted(forms, key=lambda form: " and a half" not in form)


def article(noun: str) -> str:
    """Return the article of a unit of time."""
    return "an" if noun == "hour" else "a"


def half_names(span: Span) -> tuple[str, ...]:
    """Return what half a unit of time is called."""
    return (
        f"half {article(span.one)} {span.one}",
        f"a half {span.one}",
        f"half {span.one}",
        f"half the {span.one}",
    )


def _tailed(value: Decimal, unit: str, hedge: Hedge) -> Iterator[str]:
    """Yield where a hedge stands between figure and unit: ten or more years, 20-odd years."""
    span = UNITS[unit]
    for tail in hedge.after:
        if tail.startswith(("-", " or ")):
            yield from (f"{figure}{tail} {span.many}" for figure in _figures(value))


def equal(low: Decimal | None, high: Decimal, unit: str) -> Iterator[tuple[Decimal | None, Decimal, str]]:
    """Yield a span of time in the next larger and the next smaller unit, where it comes out in halves at least."""
    for name, span in UNITS.items():
        if (
            span.smaller == unit
            and (high * 2) % span.size == 0
            and (low is None or (low * 2) % span.size == 0)
        ):
            yield (None if low is None else plain(low / span.size)), plain(high / span.size), name
    span = UNITS[unit]
    small = high * span.size
    if small and small == small.to_integral_value() and high <= 3:
        yield (None if low is None else plain(low * span.size)), plain(small), span.smaller
