"""Compare the units of figures on both sides: kilometers for 公里, and not meters."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks.base import Span, overlaps
from workflow.constrain.alternatives import either
from workflow.constrain.currencies import CURRENCIES
from workflow.constrain.dimensions import Unit
from workflow.constrain.numbers import Found

CURRENCY_BEFORE = re.compile(rf"(?:{either(name for name in CURRENCIES if len(name) > 1)})\s?$")


def exchanged_units(
    source: str, english: str, chinese: Sequence[Found], foreign: Sequence[Found]
) -> Iterator[tuple[str, str, str, Span]]:
    """Yield the figures that have another unit in the English, and with their own unit do not stand there.

    Each comes as its Chinese, the English that stands there, the English that would be right, and the Chinese's place.
    """
    # Of 越南盾12.5亿元 the currency stands before the figure.
    ours = [
        one for one in placed(chinese) if not CURRENCY_BEFORE.search(source, max(0, one.start - 8), one.start)
    ]
    theirs = placed(foreign)
    for value in dict.fromkeys(one.value for one in ours if one.unit):
        mine = [one for one in ours if one.value == value]
        same = [other for other in theirs if other.value == value]
        for one in list(mine):
            other = next(
                (other for other in same if one.unit and other.unit and _agree(one.unit, other.unit)), None
            )
            if other:
                mine.remove(one)
                same.remove(other)
        bare = sum(other.unit is None for other in same)
        pairs = [(one, other) for one in mine for other in same if one.unit and other.unit]
        pairs.sort(key=lambda pair: dimension_of(pair[0]) != dimension_of(pair[1]))
        while pairs and len(mine) > bare:
            one, other = pairs[0]
            pairs = [pair for pair in pairs if one not in pair and other not in pair]
            mine.remove(one)
            quote = english[slice(*other.whole)].strip()
            yield source[slice(*one.whole)], quote, _with_unit(one, english, other), one.whole


def placed(numbers: Sequence[Found]) -> list[Found]:
    """Return the numbers that have a place of their own, each stretch of text once."""
    return distinct([found for found in numbers if found.whole != (0, 0)])


def _agree(one: Unit, other: Unit) -> bool:
    return one.dimension == other.dimension and one.size == other.size


def _with_unit(one: Found, english: str, other: Found) -> str:
    """Return the English figure with the unit of the Chinese."""
    figure = english[other.start : other.end].strip()
    name = one.unit.name if one.unit else ""
    return f"{figure}%" if name == "percent" else f"{figure} {name}"


def distinct(found: Sequence[Found]) -> list[Found]:
    """Return the numbers of which none overlaps one before it."""
    taken: list[Found] = []
    for one in found:
        if not overlaps((one.start, one.end), ((other.start, other.end) for other in taken)):
            taken.append(one)
    return taken


def dimension_of(found: Found) -> str:
    """Return the dimension of a number's unit, "" for one without a unit."""
    return found.unit.dimension if found.unit else ""
