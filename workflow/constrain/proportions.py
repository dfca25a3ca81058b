"""Percentages, percentage points, tenths (三成), fractions and multiples (倍), with their English."""

import re
from decimal import Decimal
from fractions import Fraction

from workflow.constrain.amounts import each_forms, is_each
from workflow.constrain.figures import figure_forms, fraction_forms, percent_forms, spelled
from workflow.constrain.hedges import HEDGES_AFTER, HEDGES_BEFORE
from workflow.constrain.numerals import HAN, HAN_DIGIT, NUMBER, number_value, plain
from workflow.constrain.spans import (
    AFTER,
    BEFORE,
    INSIDE_A_WORD,
    NO_HEDGE,
    SEPARATOR,
    START,
    Reading,
    bounds,
    group,
    hedge_of,
    hedged,
    range_forms,
    range_pattern,
    signed,
    spoken,
    with_hedge,
)

_MORE_THAN = (HEDGES_AFTER["多"], HEDGES_AFTER["以上"], HEDGES_BEFORE["超"])
PERCENTS = ("{}%", "{} percent", "{} per cent")
PERCENT = re.compile(range_pattern("[%％‰]"))
PERCENT_HAN = re.compile(
    rf"(?<![{HAN_DIGIT}十百千万]){BEFORE}(?P<share>百分之|千分之)(?:(?P<low>{HAN}){SEPARATOR}(?:(?P=share))?)?(?P<number>{HAN}){AFTER}"
)
POINTS = re.compile(range_pattern("个百分点"))
TENTHS = re.compile(
    rf"(?<![第{HAN_DIGIT}十百分])\s?{BEFORE}(?:(?P<low>[一两二三四五六七八九])成?{SEPARATOR})?"
    rf"(?P<number>[一两二三四五六七八九])成(?:(?P<half>半|[一二三四五六七八九](?![个项家年]))|(?![为功立员果本熟长份套交效品像都堆因型片语了就人分绩]))(?P<more>多|余|[强弱](?![大烈化劲势制调度项健]))?{AFTER}"
)
FRACTION = re.compile(
    rf"{BEFORE}(?P<denominator>{HAN}|\d{{1,6}})分之(?P<number>{HAN}|\d{{1,6}})(?:(?P<more>[强弱])(?![大烈化劲势制调度项健]))?{AFTER}"
)
# 近半 and 过半 have no counter: 近半年, 过半百.
HALF = re.compile(
    rf"(?:{BEFORE}(?:(?<!过)半数|一半|(?<=[近超])半(?=[的，。；、）]|$))|(?P<over>(?<![{INSIDE_A_WORD}通经不度未没蹚走跨穿翻飞游爬渡绕踏])过)半数?(?![年天个小月世夜百晌])){AFTER}"
)
DOUBLINGS = re.compile(rf"翻[了上]?(?P<number>[一两二三])?番{AFTER}")
_MULTIPLY = {
    2: ("double", "doubled", "doubles", "doubling", "twice"),
    4: ("quadruple", "quadrupled", "quadruples", "quadrupling"),
    8: ("octuple", "octupled"),
}
# What English calls a part of so many, and the symbol of such a share.
_POWERS = {
    10**4: ("ten thousand", ""), 10**5: ("hundred thousand", ""), 10**6: ("million", "ppm"),
    10**8: ("hundred million", ""), 10**9: ("billion", "ppb"), 10**12: ("trillion", "ppt"),
}  # fmt: skip
TIMES = re.compile(
    rf"(?P<link>的|到|至|为|达|其|是|有)?{START}{BEFORE}(?:(?P<low>{NUMBER})倍?{SEPARATOR})?(?P<number>{NUMBER})"
    rf"(?P<more>多|余)?倍(?!数|增|体|半){AFTER}"
)


def read_percent(match: re.Match[str]) -> Reading | None:
    """Read 42%, 2%至3%, -3% or 5‰."""
    low, high = bounds(match)
    if high is None:
        return None
    if match["unit"] == "‰":
        forms = (*(f"{high:f}{sign}" for sign in ("‰", " per thousand")), *percent_forms(high / 10))
        return Reading(hedged(match, forms))
    return Reading(_percentages(match, low, high), "%", (*figure_forms(high)[:1], *percent_forms(high)[:3]))


def _percentages(match: re.Match[str], low: Decimal | None, high: Decimal) -> tuple[str, ...]:
    forms = percent_forms(high) if low is None else range_forms(low, high, PERCENTS, _figures_of_percent)
    if group(match, "minus") not in ("", "±"):  # -3% keeps its sign, while -3℃ is minus 3°C
        forms = tuple(sorted(signed(match, forms), key=lambda form: not form.startswith("-")))
        return hedged(match, forms)
    return hedged(match, signed(match, forms))


def _figures_of_percent(value: Decimal) -> tuple[str, ...]:
    if value < 0:
        return figure_forms(value)
    whole = value == value.to_integral_value() and 0 < value <= 100
    return (f"{value:,f}", spelled(int(value))) if whole else (f"{value:,f}",)


def read_percent_han(match: re.Match[str]) -> Reading | None:
    """Read 百分之四十二 or 千分之三."""
    low, high = bounds(match)
    if match["number"] == "百" and match["share"] == "百分之":
        whole = ("fully", "completely", "entirely", "wholly", "totally", "absolutely", "all", "every")
        return Reading((*percent_forms(Decimal(100)), *whole))
    if high is None:
        return None
    if match["share"] == "千分之":
        said, many = figure_forms(high), "" if high == 1 else "s"
        shares = (
            *(f"{figure}{gap}thousandth{many}" for figure in said for gap in (" ", "-")),
            *(f"{figure} {per}" for per in ("per thousand", "per mille", "in 1,000") for figure in said),
            f"{high}‰",
            *(f"{figure} in {word} thousand" for word in ("a", "every") for figure in said),
        )
        return Reading(hedged(match, (*percent_forms(plain(high / 10)), *shares)))
    return Reading(_percentages(match, low, high))


def read_points(match: re.Match[str]) -> Reading | None:
    """Read 1.2个百分点, or return None for 每降1个百分点 (every percentage point)."""
    low, high = bounds(match)
    if high is None or (is_each(match, high) and match["number"] == "一"):
        return None
    one, many = "{} percentage point", "{} percentage points"
    templates = (one, many, "{} points") if high == 1 else (many, one, "{} points")
    single = ("a percentage point",) if high == 1 else ()
    shares = percent_forms(high) if low is None and is_share(match.string, match.start()) else ()
    each = each_forms(match, high, (one,))
    return Reading(
        (*spoken(match, (low, high), templates), *each, *single, *shares), "points", figure_forms(high)
    )


def is_share(text: str, start: int) -> bool:
    """Tell whether percentage points are what makes up a whole, said like percent: 洪涝占七成、台风占六个百分点."""
    clause = re.split("[，。；：]", text[:start])[-1]
    share = clause.rfind("占")
    return share >= 0 and not re.search("[升降增减提高低]", clause[share:])


def read_tenths(match: re.Match[str]) -> Reading | None:
    """Read 三成, 七成五 or 三到五成 as percentages or fractions: two-fifths for 四成."""
    value = number_value(match["number"])
    if value is None:
        return None
    half = match["half"]
    value = value * 10 + (5 if half == "半" else number_value(half) or 0 if half else 0)
    low = number_value(match["low"]) if match["low"] else None
    if low is not None:
        forms = range_forms(low * 10, value, (PERCENTS[1], PERCENTS[0], PERCENTS[2]), _figures_of_percent)
        return Reading(hedged(match, forms), "%")
    sign, word, *others = percent_forms(value)
    share = Fraction(int(value), 100)
    fractions = fraction_forms(share.numerator, share.denominator) if share.denominator <= 10 else ()
    return Reading(hedged(match, (word, sign, *others, *fractions)), "%", (sign, word))


def read_fraction(match: re.Match[str]) -> Reading | None:
    """Read 三分之二, 万分之三 or 百万分之一; English has a name of its own for halves and quarters."""
    written = match["denominator"]
    below, above = (
        number_value(f"一{written}" if written[0] in "百千万亿" else written),
        number_value(match["number"]),
    )
    if below is None or above is None or below in (0, 100, 1000):
        return None
    if below in _POWERS:
        return Reading(hedged(match, _tiny(above, int(below))))
    return Reading(hedged(match, fraction_forms(int(above), int(below))))


def _in_words(value: Decimal) -> tuple[str, ...]:
    return figure_forms(value, words_first=True)


def _tiny(above: Decimal, below: int) -> tuple[str, ...]:
    """Return the forms of a share of ten thousand, a million or a billion: 0.03%, three in a million, 3 ppm."""
    word, symbol = _POWERS[below]
    named = word if word.startswith("ten ") else f"a {word}"
    figures, many = figure_forms(above, words_first=True), "" if above == 1 else "s"
    forms = [
        f"{figure} {per} {whole}"
        for figure in figures
        for per in ("in", "per")
        for whole in (f"{below:,}", named)
    ]
    forms += [f"{figure}{gap}{word.replace(' ', '-')}th{many}" for figure in figures for gap in (" ", "-")]
    forms += [f"{figure} {part} per {word}" for figure in figures for part in ("part", "parts")]
    forms += [f"{figure} per {word}" for figure in figures]
    forms += [f"{figure} {symbol}" for figure in figures if symbol]
    share = percent_forms(plain(above * 100 / below))
    return (*share, *forms) if below == 10**4 else (*forms, *share)


def read_times(match: re.Match[str]) -> Reading | None:
    """Read 三倍 or 三至四倍 after 的, 为 or 达到, or return None: 增长3倍 is read in two ways."""
    low, high = bounds(match)
    if high is None or not match["link"]:
        return None
    if low is not None:
        return Reading(hedged(match, _times_between(low, high)))
    figures = figure_forms(high, words_first=True)
    # 5.3倍和3.7倍 is 5.3 and 3.7 times.
    bare = figures if match.string.count("倍") > 1 else ()
    forms = [f"{figure} times" for figure in figures] + [f"{figure}-fold" for figure in figures]
    forms += [f"{figure}fold" for figure in figures]
    if high == 2:
        forms = ["twice", "double", "doubled", *forms]
    if high == 3:
        forms += ["triple", "tripled", "thrice"]
    return Reading(hedged(match, (*forms, *bare)))


def _times_between(low: Decimal, high: Decimal) -> tuple[str, ...]:
    """Return three to four times, three- to fourfold, double or triple."""

    def figures(value: Decimal) -> tuple[str, ...]:
        return figure_forms(value, words_first=True)

    forms = range_forms(low, high, ("{} times", "{}fold", "{}-fold"), figures)
    verbs = ("double or triple", "doubled or tripled", "two or threefold", "twice or three times")
    return (*forms, *(verbs if low == 2 and high == 3 else ()))


def read_half(match: re.Match[str]) -> Reading:
    """Read 半数, 一半以上, 过半 or 近半 as half, with its hedge; 一半 alone may be said as equally or halfway."""
    forms = ("half", "one-half", "one half", "a half", "50%", "50 percent", "50 per cent", "fifty percent",
             "halve", "halved", "halves", "halving")  # fmt: skip
    hedge = HEDGES_BEFORE["超"] if match["over"] else hedge_of(match)
    if hedge is NO_HEDGE:
        return Reading((*forms, "in two", "halfway", "midway", "equally", "evenly"))
    most = ("the majority", "a majority", "most") if hedge in _MORE_THAN else ()
    return Reading((*with_hedge(hedge, forms), *most))


def read_doublings(match: re.Match[str]) -> Reading:
    """Read 翻番 and 翻一番 as double, 翻两番 as quadruple: each 番 is twice as much."""
    factor = 2 ** int(number_value(match["number"] or "一") or 1)
    figures = figure_forms(Decimal(factor), words_first=True)
    forms = [f"{figure}{tail}" for tail in ("fold", "-fold", " times") for figure in figures]
    return Reading(hedged(match, (*_MULTIPLY[factor], *forms, *percent_forms(Decimal(factor - 1) * 100))))
