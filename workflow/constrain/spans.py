"""What the quantities share: the pattern of a figure with its hedge and unit, ranges, and hedged English.

A template is the English of a unit with `{}` for the figure: `{} tons`, `US${}`, `{}`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workflow.constrain.alternatives import either
from workflow.constrain.figures import figure_forms
from workflow.constrain.hedges import HEDGES_AFTER, HEDGES_BEFORE, Hedge
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


# 约 and 近 are no hedges in 节约, 公约, 附近, 最近.
INSIDE_A_WORD = "越接附最靠邻临新节条合公预签契制纽违赶高大履盟邀租续隐特誓走逼拉贴亲相远"
_GUARDED = [word for word in HEDGES_BEFORE if word[0] in "约近接将超逾"]
# 低于 is another word in 不低于 and 降低于.
_COMPARED = [word for word in HEDGES_BEFORE if word[-1] == "于" and word[0] in "低小少高大多"]
# 高达 is another word in 提高达, 多达 in 众多达.
_REACHED = [word for word in HEDGES_BEFORE if word[-1] == "达"]
_PLAIN = set(HEDGES_BEFORE).difference(_GUARDED, _COMPARED, _REACHED)
BEFORE = (
    rf"(?P<before>(?:(?<![{INSIDE_A_WORD}])(?:{either(_GUARDED)})|(?<![不减降缩提增扩])(?:{either(_COMPARED)})"
    rf"|(?<![提大众增更])(?:{either(_REACHED)})|{either(_PLAIN)})(?:为|达)?\s?)?"
)
_LONG_AFTER = either(word for word in HEDGES_AFTER if len(word) > 1)
# 上下 and 左右 in 上下游, 左右岸; 多 in 多数, 多个, 多边.
OTHER_WORD = "(?:级|(?<=上下)[游级班铺车学楼水文限行左两层船]|(?<=左右)[岸两手侧翼臂互])"
_NOT_MANY = "[少个种元样数边国方次家重层项功媒民处]"
AFTER = rf"(?:\s?(?P<after>{_LONG_AFTER}|多(?!{_NOT_MANY}))(?!{OTHER_WORD}))?"
# A hyphen after a figure, a letter or a Han character is a dash, but after 为 or 达到 a minus.
MINUS = r"(?P<minus>(?:(?<=[为是达到约至])|(?<![\w\ufffc.,%℃~～—–-]))[-−－]|负(?=\d)|±)?"
_BELOW_ZERO = ("minus ", "-", "−", "negative ")
_SIGNS = {"±": ("±", "plus or minus ", "plus/minus ", "+/-")}
# 一 in 统一到两种 is of another word.
START = rf"(?<![\d.,+A-Za-z第周番{HAN_DIGIT}十百千万亿几数廿卅])(?!(?<=[统同唯单归划])一)"
SEPARATOR = r"(?:至|到|[-—–~～－]{1,2})"
_TAIL = rf"(?P<number>{NUMBER})(?P<more>余|多|来(?![自源到看说临]))?(?P<scale>(?<=[余多来]){SCALE})?"
# What a figure, its sign or its hedge begins with: every other place is passed over at once.
_BEGINS = rf"(?=[\d{HAN_DIGIT}十百千万亿两负±\-−－{''.join(sorted({word[0] for word in HEDGES_BEFORE}))}])"
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
    cores = signed(match, cores)
    tails = [tail for tail in hedge_of(match).after if tail.startswith("-")] if low is None else []
    shown = figures(high)[:2]
    tailed = [template.format(figure + tail) for template in templates for figure in shown for tail in tails]
    # 每隔约80公里 is roughly every 80 kilometers.
    every = cores if match.string[max(0, match.start() - 2) : match.start()] in ("每隔", "平均每") else ()
    return (*hedged(match, cores), *tailed, *every)


def _cores(figures: Sequence[str], templates: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(template.format(figure) for template in templates for figure in figures))


def signed(match: re.Match[str], cores: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cores with the sign before the figure: minus, or ±. The lower end of a range has its own in it."""
    sign = group(match, "minus")
    if not sign or (sign != "±" and group(match, "low")):
        return cores
    words = _SIGNS.get(sign, _BELOW_ZERO)
    return tuple(f"{word}{core}" for word in words for core in _led_by(word, cores))


def hedged(match: re.Match[str], cores: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cores with the words of the span's hedge before or after them."""
    return with_hedge(hedge_of(match), cores)


def with_hedge(hedge: Hedge, cores: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cores with the words of a hedge before or after them."""
    if hedge is NO_HEDGE:
        return cores
    led = [
        f"{word}{gap}{core}" for word in hedge.before for gap in _gaps(word) for core in _led_by(word, cores)
    ]
    return tuple(led + [f"{core}{tail}" for core in cores for tail in hedge.after])


def _led_by(word: str, cores: Sequence[str]) -> Sequence[str]:
    """Return the forms that a hedge or a sign may stand before: a sign before figures alone (>9, but more than nine)."""
    if word.strip()[-1].isalpha():
        return cores
    return [core for core in cores if any(char.isdigit() for char in core)]


def _gaps(word: str) -> tuple[str, ...]:
    """Return what may stand between a hedge and its figure: nothing behind a sign, which stays at it, or a space."""
    return (" ",) if word[-1].isalpha() else ("", " ")


def group(match: re.Match[str], name: str) -> str:
    """Return the text of a group, empty where the pattern has none of this name or nothing is in it."""
    return match[name] or "" if name in match.re.groupindex else ""


def hedge_of(match: re.Match[str]) -> Hedge:
    """Return the hedge of a span, the one after the figure before the one in front of it, or NO_HEDGE."""
    more, after = group(match, "more"), group(match, "after")
    written = hedge_before(match).strip()
    before = written.removesuffix("达")
    return (
        HEDGES_AFTER.get(more or after)
        or HEDGES_BEFORE.get(written)
        or HEDGES_BEFORE.get(before)
        or HEDGES_BEFORE.get(before.removesuffix("为"))
        or NO_HEDGE
    )


def hedge_before(match: re.Match[str]) -> str:
    """Return the hedge before the figure; 近三年 is the past three years, not nearly three, but after 用了 it is."""
    before = group(match, "before") or group(match, "ahead")
    if before.strip() != "近":
        return before
    text, start = match.string, match.start("before" if group(match, "before") else "ahead")
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
    if group(match, "minus") not in ("", "±"):
        return -low, high
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
    # Two or three, 300 or 400; of 6.5 to 8.5 every value between is meant.
    joins = (" to ", "-", " or ") if _side_by_side(low, high) else (" to ", "-")
    for template in templates:
        first, last = template.split("{}")
        for start, end in _pairs(figures(low), figures(high)):
            once = [f"{first}{start}{join}{end}{last}" for join in joins]
            twice = [f"{template.format(start)}{join}{template.format(end)}" for join in (" to ", "-")]
            forms += once + twice if last.startswith(" ") else twice + once
            forms += [f"between {first}{start} and {end}{last}", f"from {first}{start} to {end}{last}"]
            forms += [f"between {template.format(start)} and {template.format(end)}"]
    return tuple(dict.fromkeys(forms))


def _side_by_side(low: Decimal, high: Decimal) -> bool:
    """Tell whether nothing lies between two round values of one size."""
    step = high - low
    return step > 0 and step.normalize().as_tuple().digits == (1,) and step >= 1 and low % step == 0


def _pairs(low: Sequence[str], high: Sequence[str]) -> list[tuple[str, str]]:
    """Return the figures of both ends that are written alike: 90 and 120 billion, eight and ten."""
    styles = {_style(figure): figure for figure in reversed(high)}
    alike = [(figure, styles[_style(figure)]) for figure in low if _style(figure) in styles]
    stems = [(start.partition(" ")[0], end) for start, end in alike if " " in start]
    # Words up to ten and figures above may meet: between five and 12.
    words = [(figure, grouped) for figure in low if figure.isalpha() for grouped in high if grouped.isdigit()]
    # Each end in its own house form, where both are figures: 800 million to 1 billion.
    house = [(low[0], high[0])]
    own = house if not low[0][0].isalpha() and not high[0][0].isalpha() else []
    return list(dict.fromkeys([*own, *alike, *stems, *words[:1], *house]))


def _style(figure: str) -> tuple[bool, str]:
    return figure[0].isdigit(), figure.rpartition(" ")[2] if " " in figure else ""
