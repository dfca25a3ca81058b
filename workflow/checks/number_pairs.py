"""Compare the numbers of a unit's Chinese with those of its English: each difference once, by its most telling kind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from workflow.checks.base import Span, overlaps
from workflow.checks.date_pairs import shifted_dates
from workflow.checks.unit_pairs import dimension_of, distinct, exchanged_units
from workflow.constrain.figures import figure_forms, ordinal_digits, ordinal_word
from workflow.constrain.numbers import Found, months_in_english, numbers_in_chinese, numbers_in_english
from workflow.constrain.numerals import plain
from workflow.units import Constraint

Kind = Literal[
    "magnitude", "number-changed", "number-lost", "number-invented", "date-shifted", "ordinal", "unit-changed"
]
# The kinds of constraints that are figures.
FIGURES = ("date", "quantity")
# Two figures with units are one quantity within a hundredth: 5万亩 are 3,333 hectares.
TOLERANCE = Decimal("0.01")
FIRST_IN_ENGLISH = re.compile(
    r"\b(?:first|1st|initial|inaugural|maiden|debut|premier|pioneer)(?! half| quarter| \w+ quarters)",
    re.IGNORECASE,
)

# Figures that Chinese has without a numeral: classes in Roman letters, and ages.
SAID_OTHERWISE = dict(enumerate("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", 1)) | {
    30: "而立",
    40: "不惑",
    50: "知天命|半百",
    60: "花甲|甲子",
    70: "古稀",
    80: "耄耋",
    100: "期颐",
}
SECOND_IN_CHINESE = re.compile("二(?![氧级维])|秒|其次|再|次日|另|又一")


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold one difference: the Chinese words, the English that stands there and the English that would be right.

    `at` is the place of the Chinese words, where there are any.
    """

    kind: Kind
    zh: str = ""
    quote: str = ""
    fix: str = ""
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold both sides of a unit; equal where texts and places of constraints are, which is quick to tell."""

    source: str
    english: str
    places: tuple[tuple[int, int] | None, ...]
    constraints: tuple[Constraint, ...] = field(compare=False)


def differences(source: str, english: str, constraints: tuple[Constraint, ...]) -> tuple[Difference, ...]:
    """Return the differences between the numbers of both sides; constraints are those of the source, verified."""
    return _differences(Pair(source, english, tuple([c.at for c in constraints]), constraints))


def is_shown(constraint: Constraint, found: Sequence[Difference]) -> bool:
    """Tell whether a difference shows another figure in the place of a date or quantity."""
    places = [one.at for one in found if one.at and one.quote]
    return constraint.kind in FIGURES and overlaps((constraint.start, constraint.end), places)


@lru_cache(maxsize=4096)
def _differences(pair: Pair) -> tuple[Difference, ...]:
    source, english, constraints = pair.source, pair.english, pair.constraints
    chinese, foreign = numbers_in_chinese(source), numbers_in_english(english)
    if not (chinese or foreign or constraints):
        return ()
    shifts = shifted_dates(english, constraints)
    lost = [(c.start, c.end) for c in constraints if not c.kept and c.kind in ("date", "quantity")]
    names = [(c.start, c.end) for c in constraints if c.kept and c.kind not in ("date", "quantity")]
    kept = [c.at for c in constraints if c.at] + [shift.at for shift in shifts]
    ordinals = list(_ordinals(source, english, chinese, _outside(foreign, kept, nth=True), constraints))
    told = [(one.start, one.end) for _, one, _ in ordinals] + [(shift.start, shift.end) for shift in shifts]
    missing = _outside(_missing(chinese, foreign, months_in_english(english), lost), told + names)
    extra = _outside(
        _extra(foreign, chinese, bool(missing)), kept + [(o.start, o.end) for _, _, o in ordinals]
    )
    extra = [found for found in extra if not _is_said_otherwise(source, found.value)]
    return (
        *(Difference("date-shifted", s.zh, s.quote, s.fix, (s.start, s.end)) for s in shifts),
        *(difference for difference, *_ in ordinals),
        *_paired(distinct(missing), distinct(extra), english),
        *(Difference("unit-changed", *words) for words in exchanged_units(source, english, chinese, foreign)),
    )


def _outside(numbers: Sequence[Found], spans: Sequence[Span], *, nth: bool = False) -> list[Found]:
    return [found for found in numbers if (found.nth or not nth) and not _inside(found, spans)]


def _inside(found: Found, spans: Sequence[Span]) -> bool:
    return overlaps((found.start, found.end), spans)


def _missing(
    chinese: Sequence[Found],
    foreign: Sequence[Found],
    months: frozenset[Decimal],
    spans: Sequence[Span],
) -> list[Found]:
    """Return the Chinese numbers that are asked for, or in a lost constraint, and that no English number matches."""
    values = {found.value for found in foreign} | months
    missing = []
    for found in chinese:
        if found.value in values:
            continue
        asked = found.asked or (_inside(found, spans) and found.value > 1 and found.whole != (0, 0))
        alike = [one for one in chinese if one.start < found.end and found.start < one.end] if asked else []
        if asked and not any(one.value in values or _same(one, foreign) for one in alike):
            missing.append(found)
    return missing


def _extra(foreign: Sequence[Found], chinese: Sequence[Found], words: bool) -> list[Found]:
    """Return the English numbers that match no Chinese one; those in words only to be paired with one missing."""
    values = {found.value for found in chinese}
    extra = []
    for found in foreign:
        asked = found.asked or (words and found.value > 1 and found.whole != (0, 0))
        if asked and found.value not in values and not _same(found, chinese):
            extra.append(found)
    return extra


def _is_said_otherwise(source: str, value: Decimal) -> bool:
    """Tell whether the Chinese has a figure without a numeral: 花甲 is 60, Ⅲ级 the third level."""
    words = SAID_OTHERWISE.get(int(value)) if value == int(value) else None
    return words is not None and re.search(words, source) is not None


def _same(found: Found, others: Sequence[Found]) -> bool:
    """Tell whether one of the others is the same quantity in another unit."""
    unit = found.unit
    if unit is None:
        return False
    size = found.value * unit.size
    return any(
        other.unit is not None
        and other.unit.dimension == unit.dimension
        and other.unit.size != unit.size
        and abs(other.value * other.unit.size - size) <= size * TOLERANCE
        for other in others
    )


def _paired(missing: list[Found], extra: list[Found], english: str) -> Iterator[Difference]:
    left = list(extra)
    for tenfold in (True, False):
        for one in list(missing):
            other = _partner(one, left, tenfold=tenfold, alone=len(missing) == 1)
            if other is not None:
                missing.remove(one)
                left.remove(other)
                kind: Kind = "magnitude" if tenfold else "number-changed"
                words = english[other.start : other.end].strip()
                yield Difference(kind, one.written, words, _figure(one, other), (one.start, one.end))
    for one in missing:
        if one.asked:
            yield Difference("number-lost", one.written, "", _figure(one, one), (one.start, one.end))
    for other in left:
        if other.asked:
            yield Difference("number-invented", "", english[other.start : other.end].strip())


def _partner(one: Found, left: Sequence[Found], *, tenfold: bool, alone: bool) -> Found | None:
    """Return the English number that stands for a missing one: a power of ten apart, of one unit, one digit apart."""
    if tenfold:
        return next((other for other in left if _is_tenfold(one, other)), None)
    alike = [
        other for other in left if dimension_of(one) == dimension_of(other) and _close(one.value, other.value)
    ]
    alike += [other for other in left if _close(one.value, other.value)]
    alike += [other for other in left if one.unit and dimension_of(one) == dimension_of(other)]
    figures = [other for other in left if other.asked]
    alike += figures if alone and len(figures) == 1 else []
    alike += left if alone and len(left) == 1 else []
    return alike[0] if alike else None


def _is_tenfold(one: Found, other: Found) -> bool:
    if not one.value or not other.value or (other.value < 10 and not other.asked):
        return False
    size, other_size = one.value, other.value
    if one.unit and other.unit and one.unit.dimension == other.unit.dimension:
        size, other_size = size * one.unit.size, other_size * other.unit.size
    ratio = max(size, other_size) / min(size, other_size)
    return ratio > 1 and re.fullmatch("10+", format(ratio.normalize(), "f")) is not None


def _close(one: Decimal, other: Decimal) -> bool:
    """Tell whether two values differ in one digit, or in the order of their digits."""
    first, second = f"{one.normalize():f}".replace(".", ""), f"{other.normalize():f}".replace(".", "")
    if len(first) != len(second):
        first, second = first.rstrip("0"), second.rstrip("0")
    return len(first) == len(second) > 1 and (
        sum(a != b for a, b in zip(first, second, strict=True)) == 1 or sorted(first) == sorted(second)
    )


def _figure(one: Found, other: Found) -> str:
    """Return the Chinese number as English writes it, in the unit of the English number it stands for."""
    value = one.value
    if one.unit and other.unit and other.unit.dimension == one.unit.dimension:
        value = plain(value * one.unit.size / other.unit.size)
    if other.nth or one.nth:
        return ordinal_digits(int(value))
    if other.written[:1].isalpha() and value <= 100:
        return next((form for form in figure_forms(value) if form[0].isalpha()), figure_forms(value)[0])
    year = value == value.to_integral_value() and 1500 <= value < 2100 and "," not in other.written
    return f"{value:f}" if year and not one.unit else figure_forms(value)[0]


def _ordinals(
    source: str,
    english: str,
    chinese: Sequence[Found],
    foreign: Sequence[Found],
    constraints: Sequence[Constraint],
) -> Iterator[tuple[Difference, Found, Found]]:
    """Yield the ordinals that are another in the English, with both numbers: third for 第四次, second for 首次.

    A Chinese ordinal is gone where its constraint is lost, where its number stands nowhere in the English, or where
    the English has fewer firsts than the Chinese. What stands there instead matches no ordinal of the Chinese.
    """
    ours = {one.value for one in chinese if one.nth}
    if not ours or not foreign:
        return
    free = sorted(
        (found for found in foreign if found.nth and found.value not in ours),
        key=lambda f: (f.value == 1, f.start),
    )
    all_ours, theirs = {one.value for one in chinese}, {found.value for found in numbers_in_english(english)}
    if any(found.asked and found.value not in all_ours for found in numbers_in_english(english)):
        free = [found for found in free if found.value > 1]
    lost = [(c.start, c.end) for c in constraints if not c.kept and ("第" in c.source or "周年" in c.source)]
    firsts = sum(one.nth and one.value == 1 for one in chinese) - len(FIRST_IN_ENGLISH.findall(english))
    for one in chinese:
        if not one.nth or not free:
            continue
        other = free[0]
        gone = _inside(one, lost) or (one.value not in theirs and other.value not in all_ours)
        if one.value == 1 and not gone and firsts > 0:
            gone = other.value > 2 or not SECOND_IN_CHINESE.search(source)
            firsts -= gone
        if gone:
            free.pop(0)
            word = other.written[0].isalpha() and one.value < 100
            right = ordinal_word(int(one.value)) if word else ordinal_digits(int(one.value))
            place = (one.start, one.end)
            yield Difference("ordinal", _around(source, one), other.written, right, place), one, other


def _around(source: str, found: Found) -> str:
    start = found.start - 1 if source[found.start - 1 : found.start] == "第" else found.start
    return source[start : found.end + 1]
