"""Percentages, percentage points, tenths (三成), fractions and multiples (倍), with their English."""

import re
from decimal import Decimal
from fractions import Fraction

from workflow.constrain.amounts import is_each
from workflow.constrain.figures import figure_forms, fraction_forms, percent_forms, spelled
from workflow.constrain.numerals import HAN, HAN_DIGIT, NUMBER, number_value, plain
from workflow.constrain.spans import (
    AFTER,
    BEFORE,
    SEPARATOR,
    START,
    Reading,
    bounds,
    hedged,
    range_forms,
    range_pattern,
    spoken,
    value_of,
)

PERCENTS = ("{}%", "{} percent", "{} per cent")
PERCENT = re.compile(range_pattern("[%％‰]"))
PERCENT_HAN = re.compile(
    rf"(?<![{HAN_DIGIT}十百千万]){BEFORE}(?P<share>百分之|千分之)(?:(?P<low>{HAN}){SEPARATOR}(?:(?P=share))?)?(?P<number>{HAN}){AFTER}"
)
POINTS = re.compile(range_pattern("个百分点"))
TENTHS = re.compile(
    rf"(?<![第{HAN_DIGIT}十百分])\s?{BEFORE}(?:(?P<low>[一两二三四五六七八九])成?{SEPARATOR})?"
    rf"(?P<number>[一两二三四五六七八九])成(?:(?P<half>半|[一二三四五六七八九](?![个项家年]))|(?![为功立员果本熟长份套交效品像都堆因型片语了就人分绩]))(?P<more>多|余)?{AFTER}"
)
FRACTION = re.compile(rf"{BEFORE}(?P<denominator>{HAN}|\d{{1,6}})分之(?P<number>{HAN}|\d{{1,6}}){AFTER}")
TIMES = re.compile(
    rf"(?P<link>的|到|至|为|达|其|是|有)?{START}{BEFORE}(?P<number>{NUMBER})(?P<more>多|余)?倍(?P<after>以上|左右)?(?!数|增|体|半)"
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
    if low is not None:
        forms = range_forms(low, high, PERCENTS, _figures_of_percent)
    elif "minus" in match.groupdict() and match["minus"]:
        forms = tuple(
            f"{sign}{form}" for form in percent_forms(high) for sign in ("-", "minus ", "negative ")
        )
    else:
        forms = percent_forms(high)
    return hedged(match, forms)


def _figures_of_percent(value: Decimal) -> tuple[str, ...]:
    whole = value == value.to_integral_value() and 0 < value <= 100
    return (f"{value:,f}", spelled(int(value))) if whole else (f"{value:,f}",)


def read_percent_han(match: re.Match[str]) -> Reading | None:
    """Read 百分之四十二 or 千分之三."""
    low, high = bounds(match)
    if high is None:
        return None
    if match["share"] == "千分之":
        shares = (
            f"{high} per thousand",
            f"{spelled(int(high))} per thousand",
            *(f"{word} per mille" for word in (high, spelled(int(high)))),
            f"{high}‰",
            f"{high} in 1,000",
            *(f"{spelled(int(high))} in {word} thousand" for word in ("a", "every")),
        )
        return Reading(hedged(match, (*percent_forms(plain(high / 10)), *shares)))
    return Reading(_percentages(match, low, high))


def read_points(match: re.Match[str]) -> Reading | None:
    """Read 1.2个百分点, or return None for 每降1个百分点 (every percentage point)."""
    low, high = bounds(match)
    if high is None or is_each(match, high):
        return None
    one, many = "{} percentage point", "{} percentage points"
    templates = (one, many, "{} points") if high == 1 else (many, one, "{} points")
    single = ("a percentage point",) if high == 1 else ()
    shares = percent_forms(high) if low is None and is_share(match.string, match.start()) else ()
    return Reading((*spoken(match, (low, high), templates), *single, *shares), "points", figure_forms(high))


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
    """Read 三分之二 or 万分之三; English has a name of its own for halves and quarters."""
    below, above = number_value(match["denominator"]), number_value(match["number"])
    if below is None or above is None or below in (0, 100, 1000):
        return None
    if below == 10**4:
        share = percent_forms(plain(above / 100))
        return Reading(hedged(match, (*share, f"{above} in 10,000", f"{above} ten-thousandths")))
    return Reading(hedged(match, fraction_forms(int(above), int(below))))


def read_times(match: re.Match[str]) -> Reading | None:
    """Read 三倍 after 的, 为 or 达到, or return None: 增长3倍 is read in two ways."""
    value = value_of(match)
    if value is None or not match["link"]:
        return None
    figures = figure_forms(value, words_first=True)
    # 5.3倍和3.7倍 is 5.3 and 3.7 times.
    bare = figures if match.string.count("倍") > 1 else ()
    forms = [f"{figure} times" for figure in figures] + [f"{figure}-fold" for figure in figures]
    forms += [f"{figure}fold" for figure in figures]
    if value == 2:
        forms = ["twice", "double", "doubled", *forms]
    if value == 3:
        forms += ["triple", "tripled", "thrice"]
    return Reading(hedged(match, (*forms, *bare)))
