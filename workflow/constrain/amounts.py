"""Money and measures with their units, and their English."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from workflow.constrain.alternatives import either
from workflow.constrain.currencies import CURRENCIES, NO_WORD
from workflow.constrain.figures import figure_forms, grouped
from workflow.constrain.measures import CONVERTED_FIRST, COUNTERS, MEASURES, OTHER_UNITS, Measure
from workflow.constrain.numerals import HAN_DIGIT, NUMBER, number_value, plain
from workflow.constrain.spans import (
    AFTER,
    BEFORE,
    NO_HEDGE,
    START,
    Reading,
    bounds,
    group,
    hedge_before,
    hedge_of,
    hedged,
    range_forms,
    range_pattern,
    spoken,
    value_of,
)

_UNITS = either(MEASURES)
_MONEY = either(CURRENCIES)
# Before the figure these say whose 元 it is: 港币3,200万元.
BEFORE_YUAN = {
    **{name: name for name in CURRENCIES if name not in ("元", "铢") and not name.startswith("人民币")},
    "人民币": "人民币",
    "澳门币": "澳门元",
}
_CENTS = "(?<=元)[一二三四五六七八九1-9]角(?:[一二三四五六七八九1-9]分)?"
CURRENCY = re.compile(
    rf"(?:{BEFORE.replace('<before>', '<ahead>')}(?P<money>{either(BEFORE_YUAN)})\s?)?"
    rf"{range_pattern(_MONEY)}{NO_WORD}(?:人民币|(?P<rest>{_CENTS}))?"
)
# 两米四 is 2.4 meters, but 两米四棵 two meters and four trees; 三升两降 is three up and two down, 1.8升至2.6 a rise.
_NOT_MORE = rf"[十百千万余多至到{HAN_DIGIT}]|\s?(?:{either(COUNTERS)})"
_REST = (
    rf"(?P<rest>半(?![径衰球岛旬数])|(?<=[一二三四五六七八九两十]米)[二三四五六七八九](?!{_NOT_MORE})"
    rf"|(?<=(?<!\d)\d米)[1-9]\d?(?![\d.%％]|{_NOT_MORE}|[-—~～]|{_UNITS}))?"
)
MEASURE = re.compile(
    range_pattern(
        rf"(?:{_UNITS}|(?<=[万亿余多])度(?!以?上?的?高温|[假次人]))(?!(?<=升)(?:[一二三四五六七八九两]\w?[降平]|[至到]约?{NUMBER}(?!\s?升))|(?<=[三初中末头二]伏)|(?<=莱)[茵索特芜州阳布昂斯蒙])"
    )
    + _REST
    + r"(?![A-Za-z])"
)
FEWER = re.compile("少|减|省|降")

_DEGREES = "摄氏度|度(?!电)|℃|°C"
_BELOW = r"零下|[-−－](?=\d)"
FROST = re.compile(
    rf"{BEFORE}(?:零下|(?<![\w℃%％~～—–\ufffc-])[-−－]|(?<=[\u4e00-\u9fff])-)(?=[\d{HAN_DIGIT}十])"
    rf"(?:(?P<low>{NUMBER})(?:{_DEGREES})?(?:至|到|[—–~～]{{1,2}}|-(?=[-−－\d]))(?P<sign>{_BELOW}|零上)?)?"
    rf"(?P<number>{NUMBER})(?P<more>多|余|来)?(?:{_DEGREES}){AFTER}"
)
# Two limits share a unit: 5（8）毫克/升.
BRACKETED = re.compile(
    rf"{BEFORE}{START}(?P<number>{NUMBER})\s?[（(](?P<inner>{NUMBER})[）)]\s?(?P<unit>{_UNITS})(?![A-Za-z]){AFTER}"
)


def read_frost(match: re.Match[str]) -> Reading | None:
    """Read a temperature below zero: 零下5度 and -5℃ are minus 5 degrees, -5℃至3℃ is minus 5°C to 3°C."""
    low, high = value_of(match, "low"), value_of(match)
    if high is None:
        return None
    names = [" degrees Celsius", "°C", " °C", "℃", " degrees", " degrees centigrade"]
    if match[0].endswith("度") and not match[0].endswith("摄氏度"):
        names.insert(0, names.pop(4))
    if "零下" not in match[0]:
        names.insert(0, names.pop(names.index("°C")))
    signs = ("minus ", "-", "−", "negative ")
    if low is None:
        forms = [f"{sign}{figure}{name}" for sign in signs for name in names for figure in figure_forms(high)]
        forms += [f"{figure}{name} below zero" for name in names for figure in figure_forms(high)]
        bare = tuple(f"{sign}{one}" for sign in signs for one in figure_forms(high))
        # 零下十度以下 is below minus 10 degrees, rather than less.
        shown = sorted(
            hedged(match, tuple(forms)), key=lambda form: not form.startswith(("below ", "above "))
        )
        return Reading(tuple(shown) if group(match, "after") else hedged(match, tuple(forms)), "度", bare)
    # Of 零下5至10度 both are below zero, of -5至3℃ the first.
    below = match["sign"] not in (None, "零上") or (match["sign"] is None and "零下" in match[0])
    return Reading(hedged(match, tuple(_frosts(low, high, names, below=below))), "度")


def _frosts(low: Decimal, high: Decimal, names: Sequence[str], *, below: bool) -> Iterator[str]:
    """Yield the forms of a range that begins below zero."""
    for sign in ("minus ", "-", "−"):
        ends = (f"{sign}{high:f}",) if below else (f"{high:f}", f"plus {high:f}")
        for end, name in product(ends, names):
            yield from (f"{sign}{low:f} to {end}{name}", f"{sign}{low:f}{name} to {end}{name}")
            yield from (f"between {sign}{low:f}{gap} and {end}{name}" for gap in ("", name))
    for name in names:
        if below:
            yield from (f"{low:f} to {high:f}{name} below zero", f"minus {low:f}-{high:f}{name}")
        else:
            yield from (
                f"{low:f}{gap} below zero to {high:f}{name}{above}"
                for gap in ("", name)
                for above in ("", " above zero", " above")
            )


def read_bracketed(match: re.Match[str]) -> Reading | None:
    """Read a figure and another in brackets before their unit: 5（8）毫克/升 is 5 (8) milligrams per liter."""
    high, inner = value_of(match), value_of(match, "inner")
    if high is None or inner is None:
        return None
    first, second, names = grouped(high), grouped(inner), templates(match["unit"], high)
    once = [name.format(f"{first}{gap}({second})") for name in names for gap in (" ", "")]
    twice = [f"{name.format(first)} ({other})" for name in names for other in (second, name.format(second))]
    return Reading(hedged(match, tuple(once + twice)), match["unit"])


def read_currency(match: re.Match[str]) -> Reading | None:
    """Read an amount of money: 70亿美元 is US$7 billion."""
    low, high = bounds(match)
    unit = match["unit"]
    if unit == "元" and match["money"]:
        unit = BEFORE_YUAN[match["money"]]
    if (
        high is None
        or (is_each(match, high) and match["number"] == "一")
        or (unit == "元" and match["number"] in ("一", "二", "三", "多"))
    ):
        return None
    if match["low_unit"] not in (None, unit, match["unit"]):
        return None
    if match["rest"]:  # 九元六角 is RMB 9.6
        tenths, *hundredths = (
            number_value(digit) or Decimal(0) for digit in re.findall("[^角分]", match["rest"])
        )
        high += tenths / 10 + sum(hundredths, Decimal(0)) / 100
    forms = spoken(match, (low, high), CURRENCIES[unit].forms, _money_figures)
    if hedge_before(match).strip() == "多达":  # of money it is much, not many
        forms = tuple(sorted(forms, key=lambda form: not form.startswith("as much as")))
    forms += each_forms(match, high, CURRENCIES[unit].forms)
    return Reading(forms, unit[-2:], (*figure_forms(high), *unhedged(match, high, CURRENCIES[unit].forms)))


def _money_figures(value: Decimal) -> tuple[str, ...]:
    figures = figure_forms(value)
    # 0.6美元 is printed US$0.60 as well
    return (*figures, f"{value:,.2f}") if value.as_tuple().exponent == -1 else figures


def read_measure(match: re.Match[str]) -> Reading | None:
    """Read a measured quantity: 7亿千瓦时 is 700 million kilowatt-hours, 两米四 2.4 meters, 一公里半 1.5 kilometers."""
    low, high = bounds(match)
    unit, rest = match["unit"], match["rest"]
    if unit == "度":  # of tens of thousands: electricity
        if (low or high or 0) < 10000:
            return None
        unit = "度电"
    if high is None or (is_each(match, high) and match["number"] == "一" and not rest):
        return None
    if rest:
        high += Decimal("0.5") if rest == "半" else (number_value(rest) or Decimal(0)) / 10 ** len(rest)
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
    forms += each_forms(match, high, templates(unit, high))
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


def each_forms(match: re.Match[str], value: Decimal, names: Sequence[str]) -> tuple[str, ...]:
    """Return how a rate says a figure of one: 每投入1元 is every yuan, each yuan or a yuan."""
    if not is_each(match, value):
        return ()
    nouns = [name.removeprefix("{} ") for name in names if name.startswith("{} ")]
    return tuple(
        f"{word} {noun}"
        for noun in nouns
        for word in ("every", "each", "per", "a", "each additional", "every additional")
    )


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
