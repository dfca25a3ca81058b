"""Find counted things, measures, money, percentages and ordinals in Chinese text, with their English.

A span holds the figure, what hedges it (约, 近, 余, 以上) and the unit; a counter (个, 家, 场) stays outside,
so that 30余场活动 reads "more than 30 场活动" to the engine.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from workflow.constrain import amounts, counts, dates, proportions, verbatim
from workflow.constrain.approximate import find_approximate
from workflow.constrain.ordinals import find_ordinals
from workflow.constrain.spans import Reading, hedge_before
from workflow.units import Constraint

MASK = "\ufffc"
SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Reading | None]], ...] = (
    (counts.CODE, counts.read_code),
    (counts.RATIO, counts.read_ratio),
    (proportions.PERCENT, proportions.read_percent),
    (proportions.PERCENT_HAN, proportions.read_percent_han),
    (proportions.POINTS, proportions.read_points),
    (proportions.FRACTION, proportions.read_fraction),
    (proportions.TENTHS, proportions.read_tenths),
    (proportions.TIMES, proportions.read_times),
    (amounts.CURRENCY, amounts.read_currency),
    (amounts.MEASURE, amounts.read_measure),
    (counts.COUNT, counts.read_count),
)


def find(text: str) -> Iterator[Constraint]:
    """Yield the quantities and ordinals of a text in order, without overlaps.

    Dates and verbatim spans are left to their own finders. Readings that are not certain (增长3倍, 七八个,
    一个) yield nothing.
    """
    for start, end, reading in _in_series(sorted(_readings(text), key=lambda found: found[0])):
        yield Constraint(start, end, text[start:end], reading.forms, "quantity")


def _readings(text: str) -> Iterator[tuple[int, int, Reading]]:
    masked = list(text)
    for other in (*verbatim.find(text), *dates.find(text)):
        masked[other.start : other.end] = MASK * (other.end - other.start)
    for finder in (find_ordinals, find_approximate):
        for start, end, forms in finder("".join(masked)):
            if MASK not in masked[start:end]:
                masked[start:end] = MASK * (end - start)
                yield start, end, Reading(forms)
    for pattern, read in SHAPES:
        for match in list(pattern.finditer("".join(masked))):
            start, end = _trimmed(match)
            reading = read(match)
            if reading is not None or pattern not in (amounts.CURRENCY, amounts.MEASURE):
                masked[start:end] = MASK * (end - start)
            if reading is not None:
                yield start, end, reading


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    start = match.end("link") if "link" in match.groupdict() and match["link"] else match.start()
    if match.groupdict().get("before") and not hedge_before(match):
        start = match.end("before")
    while match.string[start].isspace():
        start += 1
    return start, match.end()


def _in_series(found: list[tuple[int, int, Reading]]) -> Iterator[tuple[int, int, Reading]]:
    """Accept the figure alone where the sentence has the unit more than once: from 38.4 to 25.1 cubic meters."""
    units = Counter(reading.unit for _, _, reading in found)
    for start, end, reading in found:
        if reading.unit and units[reading.unit] > 1:
            reading = Reading(tuple(dict.fromkeys(reading.forms + reading.bare)), reading.unit, reading.bare)
        yield start, end, reading
