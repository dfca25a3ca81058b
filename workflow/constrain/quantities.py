"""Find counted things, measures, money, percentages and ordinals in Chinese text, with their English.

A span holds the figure, what hedges it (约, 近, 余, 以上) and the unit; a counter (个, 家, 场) stays outside,
so that 30余场活动 reads "more than 30 场活动" to the engine. A value is exact in every form (50 million is never 5 million);
what may be said in two ways (增长3倍) is left to the checks on numbers.
"""

import re
from collections.abc import Callable, Iterator

from workflow.constrain import (
    ages,
    amounts,
    compound_times,
    coordinates,
    countries,
    counts,
    dates,
    durations,
    numerals,
    proportions,
    rough_times,
    verbatim,
)
from workflow.constrain.alternatives import either
from workflow.constrain.approximate import find_approximate
from workflow.constrain.currencies import CURRENCIES
from workflow.constrain.measures import MEASURES
from workflow.constrain.numbered import find_numbered
from workflow.constrain.ordinals import find_ordinals
from workflow.constrain.spans import MASK, Reading, group, hedge_before, masked
from workflow.units import Constraint

# pattern, reader, and what finds what the text must have for it
SHAPES: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str]], Reading | None], Callable[[str], object]], ...
] = (
    (coordinates.COORDINATE, coordinates.read_coordinate, coordinates.NEEDED.search),
    (counts.CODE, counts.read_code, re.compile(r"\d\.\d+\.").search),
    (counts.BY, counts.read_by, re.compile("目标").search),
    (counts.RATIO, counts.read_ratio, re.compile("[:：∶/比]").search),
    (proportions.PERCENT, proportions.read_percent, re.compile("[%％‰]").search),
    (proportions.PERCENT_HAN, proportions.read_percent_han, re.compile("分之").search),
    (proportions.POINTS, proportions.read_points, re.compile("百分点").search),
    (proportions.FRACTION, proportions.read_fraction, re.compile("分之").search),
    (proportions.TENTHS, proportions.read_tenths, re.compile("成(?<=[一两二三四五六七八九]成)").search),
    (proportions.HALF, proportions.read_half, re.compile("半").search),
    (proportions.DOUBLINGS, proportions.read_doublings, re.compile("番").search),
    (proportions.TIMES, proportions.read_times, re.compile("倍").search),
    (amounts.FROST, amounts.read_frost, re.compile("[零−－-](?:(?<=零)下|(?<!零).*(?:度|℃|°C))").search),
    (amounts.BRACKETED, amounts.read_bracketed, re.compile("[)）]").search),
    (amounts.CURRENCY, amounts.read_currency, re.compile(either(CURRENCIES)).search),
    (
        amounts.MEASURE,
        amounts.read_measure,
        re.compile(f"{numerals.LAST}[余多来]?\\s?(?:{either((*MEASURES, '度'))})").search,
    ),
    (compound_times.COMPOUND, compound_times.read_compound, compound_times.NEEDED.search),
    (rough_times.ROUGH, rough_times.read_rough, durations.NEEDED.search),
    (rough_times.HALF, rough_times.read_half, re.compile("半").search),
    (durations.DURATION, durations.read_duration, durations.may_have),
    (countries.COUNTRIES, countries.read_countries, countries.NEEDED.search),
    (ages.YEARS_OF_LIFE, ages.read_years_of_life, ages.LIFE_NEEDED.search),
    (ages.FAMILY, ages.read_family, re.compile("口").search),
    (ages.BOUNDED, ages.read_bounded, re.compile("[岁分]").search),
    (counts.COUNT, counts.read_count, numerals.ANY.search),
)
# Where these do not read a figure it may still be a count.
MAY_BE_COUNTS = (amounts.CURRENCY, amounts.MEASURE, durations.DURATION, rough_times.ROUGH, rough_times.HALF,
                 compound_times.COMPOUND, ages.YEARS_OF_LIFE, ages.FAMILY)  # fmt: skip


def find(text: str) -> Iterator[Constraint]:
    """Yield the quantities and ordinals of a text in order, without overlaps.

    Dates and verbatim spans are left to their own finders. Readings that are not certain (增长3倍, 一个) yield nothing.
    """
    if not numerals.ANY.search(text):
        return
    for start, end, reading in _in_series(text, sorted(_readings(text), key=lambda found: found[0])):
        yield Constraint(start, end, text[start:end], reading.forms, "quantity")


def _readings(text: str) -> Iterator[tuple[int, int, Reading]]:
    left = masked(text, [(c.start, c.end) for c in (*verbatim.find(text), *dates.find(text))])
    for finder in (find_numbered, find_ordinals, find_approximate):
        taken: set[int] = set()
        spans: list[tuple[int, int]] = []
        for start, end, forms in finder(left):
            if MASK not in left[start:end] and taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                spans.append((start, end))
                yield start, end, Reading(forms)
        left = masked(left, spans)
    for pattern, read, needed in SHAPES:
        if not needed(left):
            continue
        spans = []
        for match in pattern.finditer(left):
            start, end = _trimmed(match)
            reading = read(match)
            if reading is not None or pattern not in MAY_BE_COUNTS:
                spans.append((start, end))
            if reading is not None:
                yield start, end, reading
        left = masked(left, spans)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    start = match.end("link") if group(match, "link") else match.start()
    if group(match, "before") and not hedge_before(match):
        start = match.end("before")
    while match.string[start].isspace():
        start += 1
    return start, match.end()


def _in_series(text: str, found: list[tuple[int, int, Reading]]) -> Iterator[tuple[int, int, Reading]]:
    """Accept the figure alone where the sentence has the unit more than once: from 38.4 to 25.1 cubic meters."""
    units = [reading.unit for _, _, reading in found]
    for start, end, reading in found:
        if reading.unit and (units.count(reading.unit) > 1 or text.count(reading.unit) > 1):
            reading = Reading(tuple(dict.fromkeys(reading.forms + reading.bare)), reading.unit, reading.bare)
        yield start, end, reading
