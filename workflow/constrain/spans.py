"""What the quantities share: the pattern of a figure with its hedge and unit, ranges, and hedged English.

A template is the English of a unit with `{}` for the figure: `{} tons`, `US${}`, `{}`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workflow.constrain.figures import figure_forms
from workflow.constrain.measures import HEDGES_AFTER, HEDGES_BEFORE, Hedge
from workflow.constrain.numerals import HAN_DIGIT, NUMBER, SCALE, number_value, plain, scale_value


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold one quantity: its English forms, its unit and its figures alone (for a series that shares a unit)."""

    forms: tuple[str, ...]
    unit: str = ""
    bare: tuple[str, ...] = ()


def masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the text with MASK in place of every character of the spans."""
    if not spans:
        return text
    characters = list(text)
    for start, end in spans:
        characters[start:end] = MASK * (end - start)
    return "".join(characters)


def either(words: Iterable[str]) -> str:
    """Return the words as alternatives of a pattern, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# 约 and 近 are no hedges in 节约, 公约, 附近, 最近.
_INSIDE_A_WORD = "越接附最靠邻临新节条合公预签契制纽违赶高大履盟邀租续隐特誓走逼拉贴亲相远"
BEFORE = rf"(?P<before>(?<![{_INSIDE_A_WORD}])(?:{either(HEDGES_BEFORE)})(?:为|达)?\s?)?"
_LONG_AFTER = either(word for word in HEDGES_AFTER if len(word) > 1)
AFTER = rf"(?:\s?(?P<after>{_LONG_AFTER}|多(?![少个种元样]))(?!级))?"
# A hyphen after a figure, a letter or a Han character is a dash, but after 为 or 达到 a minus.
MINUS = r"(?P<minus>(?:(?<=[为是达到约至])|(?<![\w.,%℃~～—–-]))[-−－]|负(?=\d))?"
START = rf"(?<![\d.,+A-Za-z第周番{HAN_DIGIT}十百千万亿几数廿卅])"
SEPARATOR = r"(?:至|到|[-—–~～－]{1,2})"
_TAIL = rf"(?P<number>{NUMBER})(?P<more>余|多|来(?![自源到看说临]))?(?P<scale>(?<=[余多来]){SCALE})?"
# What a figure, its sign or its hedge begins with: every other place is passed over at once.
_BEGINS = rf"(?=[\d{HAN_DIGIT}十百千万亿两负\-−－{''.join(sorted({word[0] for word in HEDGES_BEFORE}))}])"
MASK = "\ufffc"
NO_HEDGE = Hedge(())
_PERIOD = re.compile("年|个.?月|天|周(?!年)|日|届|期|个.?世纪|轮|次|个.?星期")
# 用了近三年 is nearly three years, 近三年 the past three.
_TAKING = frozenset("了过达时期长有已续晚早")


def range_pattern(unit: str, required: bool = True) -> str:
    """Return the pattern of a figure, or of two with 至 between, and the unit after it."""
    mark = "" if required else "?"
    first = rf"(?P<low>{NUMBER})\s?(?P<low_unit>{unit})?{SEPARATOR}"
    return rf"{_BEGINS}{BEFORE}{MINUS}{START}(?:{first})?{_TAIL}(?:\s?(?P<unit>{unit})){mark}{AFTER}"


def spoken(
    match: re.Match[str],
    values: tuple[Decimal | None, Decimal],
    templates: Sequence[str],
    figures: Callable[[Decimal], tuple[str, ...]] = figure_forms,
) -> tuple[str, ...]:
    """Return the hedged English of a value or a range (lower and upper value) in each template (`{} tons`, `US${}`)."""
    low, high = values
    cores = _cores(figures(high), templates) if low is None else range_forms(low, high, templates, figures)
    tails = [tail for tail in hedge_of(match).after if tail.startswith("-")] if low is None else []
    shown = figures(high)[:2]
    tailed = [template.format(figure + tail) for template in templates for figure in shown for tail in tails]
    # 每隔约80公里 is roughly every 80 kilometers.
    every = cores if match.string[max(0, match.start() - 2) : match.start()] in ("每隔", "平均每") else ()
    return (*hedged(match, cores), *tailed, *every)


def _cores(figures: Sequence[str], templates: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(template.format(figure) for template in templates for figure in figures))


def hedged(match: re.Match[str], cores: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cores with the words of the span's hedge before or after them."""
    return with_hedge(hedge_of(match), cores)


def with_hedge(hedge: Hedge, cores: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cores with the words of a hedge before or after them."""
    if hedge is NO_HEDGE:
        return cores
    first = [f"{hedge.before[0]} {core}" for core in cores]
    rest = [f"{word} {core}" for word in hedge.before[1:] for core in cores]
    return tuple(first + rest + [f"{core}{tail}" for core in cores for tail in hedge.after])


def group(match: re.Match[str], name: str) -> str:
    """Return the text of a group, empty where the pattern has none of this name or nothing is in it."""
    return match[name] or "" if name in match.re.groupindex else ""


def hedge_of(match: re.Match[str]) -> Hedge:
    """Return the hedge of a span, the one after the figure before the one in front of it, or NO_HEDGE."""
    more, after = group(match, "more"), group(match, "after")
    before = hedge_before(match).strip().removesuffix("达")
    return (
        HEDGES_AFTER.get(more or after)
        or HEDGES_BEFORE.get(before)
        or HEDGES_BEFORE.get(before.removesuffix("为"))
        or NO_HEDGE
    )


def hedge_before(match: re.Match[str]) -> str:
    """Return the hedge before the figure; 近三年 is the past three years, not nearly three, but after 用了 it is."""
    before = group(match, "before")
    if before.strip() != "近":
        return before
    text, start = match.string, match.start("before")
    if text[max(0, start - 1) : start] in _TAKING and not text.startswith("来", match.end()):
        return before
    return "" if _PERIOD.match(match.string, match.end()) or _PERIOD.match(group(match, "unit")) else before


def value_of(match: re.Match[str], name: str = "number") -> Decimal | None:
    """Return the exact value of a group of the match with its scale, None for no single number."""
    text = group(match, name)
    value = number_value(text) if text else None
    scale = group(match, "scale") if name == "number" else ""
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


def neighbours(match: re.Match[str]) -> tuple[int, int] | None:
    """Return both values of digits side by side (七八, 十七八, 三四百), None where they are no neighbours (三七)."""
    low, high = (int(number_value(match[name]) or 0) for name in ("low", "high"))
    if (high - low != 1 and (low, high) != (3, 5)) or (match["teen"] and match["size"]):
        return None
    size = int(number_value(f"一{match['size']}") or 1) if match["size"] else 1
    base = int(number_value(match["teen"]) or 0) if match["teen"] else 0
    return base + low * size, base + high * size


def range_forms(
    low: Decimal,
    high: Decimal,
    templates: Sequence[str],
    figures: Callable[[Decimal], tuple[str, ...]] = figure_forms,
) -> tuple[str, ...]:
    """Return the forms of a range: the unit said once or twice, both figures in one style."""
    forms = []
    for template in templates:
        first, last = template.split("{}")
        for start, end in _pairs(figures(low), figures(high)):
            once = [f"{first}{start}{join}{end}{last}" for join in (" to ", "-", " or ")]
            twice = [f"{template.format(start)}{join}{template.format(end)}" for join in (" to ", "-")]
            forms += once + twice if last.startswith(" ") else twice + once
            forms += [f"between {first}{start} and {end}{last}", f"from {first}{start} to {end}{last}"]
            forms += [f"between {template.format(start)} and {template.format(end)}"]
    return tuple(dict.fromkeys(forms))


def _pairs(low: Sequence[str], high: Sequence[str]) -> list[tuple[str, str]]:
    """Return the figures of both ends that are written alike: 90 and 120 billion, eight and ten."""
    styles = {_style(figure): figure for figure in reversed(high)}
    alike = [(figure, styles[_style(figure)]) for figure in low if _style(figure) in styles]
    stems = [(start.partition(" ")[0], end) for start, end in alike if " " in start]
    # Words up to ten and figures above may meet: between five and 12.
    words = [(figure, grouped) for figure in low if figure.isalpha() for grouped in high if grouped.isdigit()]
    return list(dict.fromkeys([*alike, *stems, *words[:1], (low[0], high[0])]))


def _style(figure: str) -> tuple[bool, str]:
    return figure[0].isdigit(), figure.rpartition(" ")[2] if " " in figure else ""
