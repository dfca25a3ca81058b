"""Percentages, percentage points, tenths (三成), fractions and multiples (倍), with their English."""

import re
from decimal import Decimal

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
    range_pattern,
    span_forms,
    value_of,
)

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
    """Read 42% or 2%至3%."""
    low, high = bounds(match)
    if high is None:
        return None
    if match["unit"] == "‰":
        return Reading(
            hedged(
                match, (*(f"{high:f}{sign}" for sign in ("‰", " per thousand")), *percent_forms(high / 10))
            )
        )
    forms = span_forms(low, high, percent_forms)
    return Reading(hedged(match, forms), "%", figure_forms(high)[:1] if low is None else ())


def read_percent_han(match: re.Match[str]) -> Reading | None:
    """Read 百分之四十二 or 千分之三."""
    low, high = bounds(match)
    if high is None:
        return None
    if match["share"] == "千分之":
        return Reading(
            hedged(
                match,
                (
                    *percent_forms(plain(high / 10)),
                    f"{high} per thousand",
                    f"{high}‰",
                    f"{high} in 1,000",
                    f"{spelled(int(high))} in a thousand",
                ),
            )
        )
    return Reading(hedged(match, span_forms(low, high, percent_forms)))


def read_points(match: re.Match[str]) -> Reading | None:
    """Read 1.2个百分点."""
    low, high = bounds(match)
    if high is None:
        return None

    def forms(value: Decimal) -> tuple[str, ...]:
        names = (
            ("percentage point", "percentage points")
            if value == 1
            else ("percentage points", "percentage point")
        )
        one = ("a percentage point",) if value == 1 else ()
        return (*(f"{figure} {name}" for name in (*names, "points") for figure in figure_forms(value)), *one)

    return Reading(hedged(match, span_forms(low, high, forms)), "points", figure_forms(high))


def read_tenths(match: re.Match[str]) -> Reading | None:
    """Read 三成, 七成五 or 三到五成 as percentages."""
    value = number_value(match["number"])
    if value is None:
        return None
    half = match["half"]
    value = value * 10 + (5 if half == "半" else number_value(half) or 0 if half else 0)
    low = number_value(match["low"]) if match["low"] else None

    def forms(percent: Decimal) -> tuple[str, ...]:
        sign, word, *others = percent_forms(percent)
        return (word, sign, *others)

    cores = span_forms(None if low is None else low * 10, value, forms)
    return Reading(hedged(match, cores), "%")


def read_fraction(match: re.Match[str]) -> Reading | None:
    """Read 三分之二 or 万分之三."""
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
    forms = [f"{figure} times" for figure in figures] + [f"{figure}-fold" for figure in figures]
    forms += [f"{figure}fold" for figure in figures]
    if value == 2:
        forms = ["twice", "double", "doubled", *forms]
    if value == 3:
        forms += ["triple", "tripled", "thrice"]
    return Reading(hedged(match, tuple(forms)))
