"""Money and measures with their units, and their English."""

import re
from decimal import Decimal

from workflow.constrain.figures import figure_forms
from workflow.constrain.measures import CURRENCIES, LARGER, MEASURES, Measure
from workflow.constrain.numerals import plain
from workflow.constrain.spans import Reading, bounds, either, hedged, range_pattern, span_forms

_UNITS = either(MEASURES)
_MONEY = either(CURRENCIES)
CURRENCY = re.compile(rf"(?:人民币\s?)?{range_pattern(_MONEY)}(?![素旦月老首帅件])(?:人民币)?")
MEASURE = re.compile(range_pattern(_UNITS) + r"(?![A-Za-z])")


def read_currency(match: re.Match[str]) -> Reading | None:
    """Read an amount of money: 70亿美元 is US$7 billion."""
    low, high = bounds(match)
    unit = match["unit"]
    if (
        high is None
        or _is_each(match, high)
        or (unit == "元" and match["number"] in ("一", "二", "三", "多"))
    ):
        return None

    def forms(value: Decimal) -> tuple[str, ...]:
        figures = figure_forms(value)
        if value.as_tuple().exponent == -1:  # 0.6美元 is printed US$0.60 as well
            figures = (*figures, f"{value:,.2f}")
        return tuple(form.format(figure) for form in CURRENCIES[unit].forms for figure in figures)

    return Reading(hedged(match, span_forms(low, high, forms)), unit[-2:], figure_forms(high))


def read_measure(match: re.Match[str]) -> Reading | None:
    """Read a measured quantity: 7亿千瓦时 is 700 million kilowatt-hours."""
    low, high = bounds(match)
    if high is None:
        return None
    unit = match["unit"]

    def forms(value: Decimal) -> tuple[str, ...]:
        if unit == "千米" and not match["number"][0].isascii():  # 四千米 is 4,000 meters
            return _measured(value * 1000, MEASURES["米"]) + _measured(value, MEASURES[unit])
        return _measured(value, MEASURES[unit]) + _larger(value, unit)

    if _is_each(match, high):
        return None
    figures = figure_forms(high) if low is None else span_forms(low, high, figure_forms)
    return Reading(hedged(match, span_forms(low, high, forms)), unit, figures)


def _is_each(match: re.Match[str], value: Decimal) -> bool:
    # 一吨 is a ton, one ton, per ton or each ton.
    each = "每" in match.string[max(0, match.start() - 6) : match.start()]
    return value == 1 and not match["more"] and (match["number"] == "一" or each)


def _measured(value: Decimal, unit: Measure) -> tuple[str, ...]:
    names = (unit.one, unit.many) if value == 1 else (unit.many, unit.one)
    figures = figure_forms(value)
    written = [
        f"{figure}{'' if name[0] in '°℃' else ' '}{name}"
        for name in (*names, *unit.symbols)
        for figure in figures
    ]
    close = [f"{figures[0]}{symbol}" for symbol in unit.symbols if len(symbol) <= 4]
    return tuple(dict.fromkeys(written + close))


def _larger(value: Decimal, unit: str) -> tuple[str, ...]:
    forms = []
    for factor, *names in LARGER.get(unit, ()):
        larger = plain(value / int(factor))
        if larger >= Decimal("0.1"):
            forms += [f"{figure} {name}" for name in names for figure in figure_forms(larger)[:1]]
    return tuple(forms)
