"""What the quantities share: the pattern of a figure with its hedge and unit, ranges, and hedged English."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from workflow.constrain.figures import figure_forms
from workflow.constrain.measures import HEDGES_AFTER, HEDGES_BEFORE
from workflow.constrain.numerals import HAN_DIGIT, NUMBER, SCALE, number_value, plain, scale_value


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold one quantity: its English forms, its unit and its figures alone (for a series that shares a unit)."""

    forms: tuple[str, ...]
    unit: str = ""
    bare: tuple[str, ...] = ()


def either(words: Iterable[str]) -> str:
    """Return the words as alternatives of a pattern, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# 约 and 近 are no hedges in 节约, 公约, 附近, 最近.
_INSIDE_A_WORD = "附最靠邻临新节条合公预签契制纽违赶高大履盟邀租续隐特誓走逼拉贴亲相远"
BEFORE = rf"(?P<before>(?<![{_INSIDE_A_WORD}])(?:{either(HEDGES_BEFORE)})(?:为|达)?\s?)?"
_LONG_AFTER = either(word for word in HEDGES_AFTER if len(word) > 1)
AFTER = rf"(?:\s?(?P<after>{_LONG_AFTER}|多(?![少个种元样]))(?!级))?"
START = rf"(?<![\d.,+A-Za-z第周番{HAN_DIGIT}十百千万亿几数廿卅])"
SEPARATOR = r"(?:至|到|[-—–~～－]{1,2})"
_TAIL = rf"(?P<number>{NUMBER})(?P<more>余|多|来(?![自源到看说临]))?(?P<scale>(?<=[余多来]){SCALE})?"
_PERIOD = re.compile("年|个月|天|周(?!年)|日|届|期|个世纪|轮|次")


def range_pattern(unit: str, required: bool = True) -> str:
    """Return the pattern of a figure, or of two with 至 between, and the unit after it."""
    mark = "" if required else "?"
    first = rf"(?P<low>{NUMBER})\s?(?:{unit})?{SEPARATOR}"
    return rf"{BEFORE}{START}(?:{first})?{_TAIL}(?:\s?(?P<unit>{unit})){mark}{AFTER}"


def hedged(match: re.Match[str], cores: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cores with the words of the span's hedge before or after them."""
    groups = match.groupdict()
    more, after = groups.get("more") or "", groups.get("after") or ""
    before = hedge_before(match).strip().removesuffix("达")
    hedge = (
        HEDGES_AFTER.get(more or after)
        or HEDGES_BEFORE.get(before)
        or HEDGES_BEFORE.get(before.removesuffix("为"))
    )
    if hedge is None:
        return cores
    first = [f"{hedge.before[0]} {core}" for core in cores]
    rest = [f"{word} {core}" for word in hedge.before[1:] for core in cores]
    return tuple(first + rest + [f"{core}{tail}" for core in cores for tail in hedge.after])


def hedge_before(match: re.Match[str]) -> str:
    """Return the hedge before the figure; 近三年 is the past three years, not nearly three."""
    before = match.groupdict().get("before") or ""
    return "" if before.strip() == "近" and _PERIOD.match(match.string, match.end()) else before


def value_of(match: re.Match[str], name: str = "number") -> Decimal | None:
    """Return the exact value of a group of the match with its scale, None for no single number."""
    text = match.groupdict().get(name)
    value = number_value(text) if text else None
    scale = match.groupdict().get("scale") if name == "number" else None
    return plain(value * scale_value(scale)) if scale and value is not None else value


def bounds(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """Return the lower and the upper value; a scale of the upper one alone counts for both (3-5万)."""
    low, high = value_of(match, "low"), value_of(match)
    if low is None or high is None:
        return None, high
    scale = re.search(r"[万亿]+$", match["number"])
    if scale and not re.search(r"[万亿]", match["low"]) and low < high / scale_value(scale[0]):
        low = plain(low * scale_value(scale[0]))
    return low, high


def span_forms(
    low: Decimal | None, high: Decimal, forms: Callable[[Decimal], tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the forms of a value, or of a range in the same style on both sides."""
    if low is None:
        return forms(high)
    pairs = list(zip(forms(low), forms(high), strict=False))
    ranges = [
        joined
        for start, end in pairs
        for joined in (f"{start} to {end}", f"{start}-{end}", f"between {start} and {end}")
    ]
    short = [
        f"{figure}{mark}{end}"
        for figure in figure_forms(low)[:2]
        for _, end in pairs[:12]
        for mark in (" to ", "-")
    ]
    start, end = figure_forms(low)[0], figure_forms(high)[0]
    short += [f"{pairs[0][0]}{mark}{end}" for mark in (" to ", "-")] + [
        f"between {figure} and {end}" for figure in figure_forms(low)[:2] for _, end in pairs[:4]
    ]
    short += [f"{figure} or {end}" for figure in figure_forms(low)[:2] for _, end in pairs[:4]]
    if start.partition(" ")[2] and start.partition(" ")[2] == end.partition(" ")[2]:
        stem, _, scale = start.partition(" ")
        head = pairs[0][0].replace(f" {scale}", "", 1)
        short += [f"{head}{mark}{end}" for mark in (" to ", "-")]
        short += [f"{stem}{mark}{form}" for form in forms(high)[:6] for mark in (" to ", "-")]
    return tuple(dict.fromkeys(ranges + short))
