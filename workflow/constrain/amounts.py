"""Money and measures with their units, and their English."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from workflow.constrain.currencies import CURRENCIES, NO_WORD
from workflow.constrain.figures import figure_forms
from workflow.constrain.measures import CONVERTED_FIRST, COUNTERS, MEASURES, OTHER_UNITS, Measure
from workflow.constrain.numerals import HAN_DIGIT, NUMBER, number_value, plain
from workflow.constrain.spans import (
    NO_HEDGE,
    SEPARATOR,
    Reading,
    bounds,
    either,
    hedge_of,
    hedged,
    range_forms,
    range_pattern,
    spoken,
)

_UNITS = either(MEASURES)
_MONEY = either(CURRENCIES)
# Before the figure these say whose 元 it is: 港币3,200万元.
BEFORE_YUAN = {
    "人民币": "人民币",
    "港币": "港币",
    "港元": "港元",
    "新台币": "新台币",
    "澳门币": "澳门元",
    "美金": "美金",
    "美元": "美元",
}
_CENTS = "(?<=元)[一二三四五六七八九1-9]角(?:[一二三四五六七八九1-9]分)?"
CURRENCY = re.compile(
    rf"(?:(?P<money>{'|'.join(BEFORE_YUAN)})\s?)?{range_pattern(_MONEY)}{NO_WORD}(?:人民币|(?P<rest>{_CENTS}))?"
)
# 两米四 is 2.4 meters, but 两米四棵 two meters and four trees; 三升两降 is three up and two down.
_NOT_MORE = rf"[十百千万余多至到{HAN_DIGIT}]|\s?(?:{either(COUNTERS)})"
_REST = rf"(?P<rest>半(?![径衰球岛旬数])|(?<=[一二三四五六七八九两十]米)[二三四五六七八九](?!{_NOT_MORE}))?"
MEASURE = re.compile(
    range_pattern(
        rf"(?:{_UNITS})(?!(?<=升)[一二三四五六七八九两]\w?[降平]|(?<=[三初中末头二]伏)|(?<=莱)[茵索特芜州阳布昂斯蒙])"
    )
    + _REST
    + r"(?![A-Za-z])"
)
FEWER = re.compile("少|减|省|降")

_DEGREES = "摄氏度|度(?!电)|℃|°C"
FROST = re.compile(
    rf"零下(?:(?P<low>{NUMBER})(?:{_DEGREES})?{SEPARATOR}(?:零下)?)?(?P<number>{NUMBER})(?P<more>多|余|来)?(?:{_DEGREES})"
)


def read_frost(match: re.Match[str]) -> Reading | None:
    """Read a temperature below zero: 零下5度 is minus 5 degrees."""
    low, high = bounds(match)
    if high is None:
        return None
    figures = figure_forms(high) if low is None else _pair(low, high)
    signs = ("minus ", "-", "−", "negative ") if low is None else ("minus ",)
    names = [" degrees Celsius", "°C", " °C", "℃", " degrees", " degrees centigrade"]
    if match[0].endswith("度") and not match[0].endswith("摄氏度"):
        names.insert(0, names.pop(4))
    forms = [f"{sign}{figure}{name}" for sign in signs for name in names for figure in figures]
    forms += [f"{figure}{name} below zero" for name in names for figure in figures]
    bare = tuple(f"{sign}{figure}" for sign in signs for figure in figures)
    return Reading(hedged(match, tuple(forms)), "度", bare)


def _pair(low: Decimal, high: Decimal) -> tuple[str, ...]:
    return tuple(f"{low:f}{join}{high:f}" for join in (" to ", " to minus ", "-"))


def read_currency(match: re.Match[str]) -> Reading | None:
    """Read an amount of money: 70亿美元 is US$7 billion."""
    low, high = bounds(match)
    unit = match["unit"]
    if unit == "元" and match["money"]:
        unit = BEFORE_YUAN[match["money"]]
    if high is None or is_each(match, high) or (unit == "元" and match["number"] in ("一", "二", "三", "多")):
        return None
    if match["low_unit"] not in (None, unit, match["unit"]):
        return None
    if match["rest"]:  # 九元六角 is RMB 9.6
        tenths, *hundredths = (
            number_value(digit) or Decimal(0) for digit in re.findall("[^角分]", match["rest"])
        )
        high += tenths / 10 + sum(hundredths, Decimal(0)) / 100
    forms = spoken(match, (low, high), CURRENCIES[unit].forms, _money_figures)
    return Reading(forms, unit[-2:], (*figure_forms(high), *unhedged(match, high, CURRENCIES[unit].forms)))


def _money_figures(value: Decimal) -> tuple[str, ...]:
    figures = figure_forms(value)
    # 0.6美元 is printed US$0.60 as well
    return (*figures, f"{value:,.2f}") if value.as_tuple().exponent == -1 else figures


def read_measure(match: re.Match[str]) -> Reading | None:
    """Read a measured quantity: 7亿千瓦时 is 700 million kilowatt-hours, 两米四 2.4 meters, 一公里半 1.5 kilometers."""
    low, high = bounds(match)
    unit, rest = match["unit"], match["rest"]
    if high is None or (is_each(match, high) and not rest):
        return None
    if rest:
        high += Decimal("0.5") if rest == "半" else (number_value(rest) or Decimal(0)) / 10
    if unit == "千米" and not match["number"][0].isascii():  # 四千米 is 4,000 meters
        unit, high, low = "米", high * 1000, low and low * 1000
    if match["low_unit"] not in (None, match["unit"]):
        return None if low is None else _two_units(match, low, high)
    dozen = ("a dozen", "dozen") if high == 10 and match["more"] else ()

    def figures(value: Decimal) -> tuple[str, ...]:
        return (*figure_forms(value), *dozen)

    units = [(low, high, templates(unit, high)), *_converted(low, high, unit)]
    if unit in CONVERTED_FIRST:
        units = [*units[1:], *units[:1]]
    forms = [form for start, end, names in units for form in spoken(match, (start, end), names, figures)]
    if FEWER.search(match.string, max(0, match.start() - 12), match.start()):
        forms += _fewer(high, MEASURES[unit])
    bare = figure_forms(high) if low is None else range_forms(low, high, ("{}",))
    return Reading(tuple(forms), unit, (*bare, *unhedged(match, high, templates(unit, high))))


def unhedged(match: re.Match[str], value: Decimal, names: Sequence[str]) -> tuple[str, ...]:
    """Return a hedged value without its hedge: two figures in a row share the one of the first."""
    if hedge_of(match) is NO_HEDGE or match["low"]:
        return ()
    return tuple(name.format(figure) for name in names for figure in figure_forms(value)[:2])


def is_each(match: re.Match[str], value: Decimal) -> bool:
    """Tell whether a figure of one is an article or a rate: 一吨 is a ton, one ton, per ton or each ton."""
    each = "每" in match.string[max(0, match.start() - 6) : match.start()]
    return value == 1 and not match["more"] and (match["number"] == "一" or each)


def templates(unit: str, value: Decimal) -> tuple[str, ...]:
    """Return the templates of a unit for a value, the symbol close to the figure as well."""
    measure = MEASURES[unit]
    names = (measure.one, measure.many) if value == 1 else (measure.many, measure.one)
    spaced = [f"{{}}{'' if name[0] in '°℃' else ' '}{name}" for name in (*names, *measure.symbols)]
    return tuple(dict.fromkeys(spaced + [f"{{}}{symbol}" for symbol in measure.symbols if len(symbol) <= 4]))


def _converted(
    low: Decimal | None, high: Decimal, unit: str
) -> Iterator[tuple[Decimal | None, Decimal, tuple[str, ...]]]:
    """Yield the value in the units that English prefers: 50万千瓦 is 500 MW, 15亩 is one hectare."""
    for factor, *names in OTHER_UNITS.get(unit, ()):
        # Seven mu are 0.4666... hectares; a division by 2 or 1,000 comes to an end.
        ends = high % factor == 0 or 10**9 % factor == 0
        other = plain(high / factor) if ends else None
        if other is not None and other >= Decimal("0.1"):
            shown = reversed(names) if other == 1 else names
            yield None if low is None else plain(low / factor), other, tuple(f"{{}} {name}" for name in shown)


def _two_units(match: re.Match[str], low: Decimal, high: Decimal) -> Reading:
    starts = _named(low, match["low_unit"])
    ends = _named(high, match["unit"])
    joined = [f"{start}{join}{end}" for start in starts for end in ends for join in (" to ", "-")]
    between = [f"between {start} and {end}" for start in starts for end in ends]
    return Reading(hedged(match, tuple(joined + between)))


def _named(value: Decimal, unit: str) -> list[str]:
    return [
        template.format(figure) for template in templates(unit, value) for figure in figure_forms(value)[:2]
    ]


def _fewer(value: Decimal, unit: Measure) -> list[str]:
    # 少用4500吨塑料 is 4,500 fewer tons of plastic.
    return [
        f"{figure} {word} {unit.many}" for figure in figure_forms(value)[:2] for word in ("fewer", "less")
    ]
