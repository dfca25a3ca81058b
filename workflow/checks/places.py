"""Find where in the English something of the Chinese should stand, from what is known to stand beside it."""

import re

from workflow.checks.words import FUNCTION_WORDS, WORD, stem, words
from workflow.units import Unit

MARK = re.compile("[，。；：！？]")
# So many characters around, within the same clause, count as beside.
AROUND = 12


def near(unit: Unit, start: int, end: int, reach: int) -> str:
    """Return the English around what stands beside start:end of the Chinese, "" where nothing there is known.

    Known are the verified constraints and the words whose English stands in the sentence once. `reach` is how many
    words it goes beyond them on both sides.
    """
    marks = [mark.start() for mark in MARK.finditer(unit.source)]
    left = max([start - AROUND, *(mark for mark in marks if mark < start)])
    right = min([end + AROUND, *(mark for mark in marks if mark >= end)])
    tokens = list(WORD.finditer(unit.target.lower()))
    places: dict[str, list[int]] = {}
    for number, token in enumerate(tokens):
        if token[0] not in FUNCTION_WORDS:
            places.setdefault(stem(token[0]), []).append(number)
    found = [
        stood[0]
        for at, word in words(unit.source)
        if left <= at and at + len(word.zh) <= right
        if len(stood := [n for one in word.stems for n in places.get(one, ())]) == 1
    ]
    spans = [c.at for c in unit.constraints if c.at and left <= c.start and c.end <= right]
    for first, last in spans:
        inside = [number for number, token in enumerate(tokens) if first <= token.start() < last]
        found += inside[:1] + inside[-1:]
    if not found:
        return ""
    low, high = max(min(found) - reach, 0), min(max(found) + reach, len(tokens) - 1)
    tail = re.match(r"\S*\w", unit.target[tokens[high].end() :])
    return unit.target[tokens[low].start() : tokens[high].end() + (tail.end() if tail else 0)]
