"""Tell by the words around them whether two figures or names stand in each other's place.

An anchor is a word whose place is known on both sides: a kept term, or a word of the mined list with its English. It
belongs to the figure or name that is nearest in the Chinese. Where what belongs to A stands at B in the English, and what
belongs to B at A, the two are crossed. The constants were chosen on 14,617 right pairs, of which 2 are said to have crossed
figures and 4 crossed names, and on such pairs with two of them exchanged.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from workflow.checks.words import FUNCTION_WORDS, WORD, Word, stem, words
from workflow.units import Unit

Span = tuple[int, int]
# A mark between two words parts them as this many characters do.
CLAUSE_ZH, CLAUSE_EN = 6, 12
MARKS_ZH = re.compile("[，。；：！？,;:!?]")
MARKS_EN = re.compile(r"[,;:.!?](?!\d)")
# Numerals, and words that lead to a figure whatever it counts: English has "rose" at the first of two.
NO_ANCHOR = re.compile("[一二两三四五六七八九十百千万亿]|[至到为]$")
# An anchor farther off belongs to nothing; one this near counts half of one right beside.
FARTHEST, HALF_WEIGHT = 20, 6
MOST_PLACES = 3
LEAST = 0.1


class Item(NamedTuple):
    """Hold a figure or name: its span in the Chinese, that in the English (None: not there once), and its kind."""

    zh: Span
    en: Span | None
    kind: str = ""


class Anchor(NamedTuple):
    """Hold a span of the Chinese, and the mined word that it is or the place in the English that it has as a kept term."""

    zh: Span
    word: Word | None = None
    place: Span | None = None

    def en(self, unit: Unit) -> Sequence[Span]:
        """Return the places in the English of which one is its own, none where there are too many."""
        if self.word is None:
            return (self.place,) if self.place else ()
        stems = _stem_places(unit.target)
        found = [place for one in self.word.stems if one in stems for place in stems[one]]
        return found if len(found) <= MOST_PLACES else ()


def crossed(unit: Unit, items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of items of one kind that stand in each other's place; items are in the order of the Chinese."""
    kinds = [item.kind for item in items if item.en]
    if len(kinds) == len(set(kinds)):
        return
    told: dict[tuple[int, int], float] = {}
    marks_zh, marks_en = _marks(MARKS_ZH, unit.source), _marks(MARKS_EN, unit.target)
    anchors = list(_anchors(unit, items, marks_zh))
    owners = {(own, anchor.word.zh) for own, _near, anchor in anchors if anchor.word}
    often = Counter(zh for _own, zh in owners)
    for own, near, anchor in anchors:
        here, kind = items[own].en, items[own].kind
        if here is None or kinds.count(kind) < 2:
            continue
        places = anchor.en(unit)
        if anchor.word and len(places) < often[anchor.word.zh]:
            continue  # the English says it once for both: 48名学员, 其中女学员21人
        at_own = min((_distance(place, here, marks_en, CLAUSE_EN) for place in places), default=0)
        for other, item in enumerate(items) if places else ():
            if other != own and item.en and item.kind == kind:
                away = _distance(anchor.zh, item.zh, marks_zh, CLAUSE_ZH)
                there = min(_distance(place, item.en, marks_en, CLAUSE_EN) for place in places)
                weight = (away - near) / (away + near + 2) / (1 + near / HALF_WEIGHT)
                says = weight * (there - at_own) / (there + at_own + 6)
                told[own, other] = told.get((own, other), 0.0) + says
    for (one, two), says in told.items():
        if one < two and says < -LEAST and told.get((two, one), 0.0) < -LEAST:
            yield one, two


@lru_cache(maxsize=512)
def _stem_places(english: str) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for match in WORD.finditer(english.lower()):
        if match[0] not in FUNCTION_WORDS:
            found.setdefault(stem(match[0]), []).append(match.span())
    return found


def _anchors(unit: Unit, items: Sequence[Item], marks: Sequence[int]) -> Iterator[tuple[int, int, Anchor]]:
    """Yield the item that an anchor belongs to, how far it is from it, and the anchor; none in an item or too far off."""
    starts = [item.zh[0] for item in items]
    terms = [
        Anchor((c.start, c.end), place=c.at) for c in unit.constraints if c.kept and c.kind == "term" and c.at
    ]
    for anchor in (*(Anchor((at, at + len(word.zh)), word) for at, word in words(unit.source)), *terms):
        start, end = anchor.zh
        behind = bisect_left(starts, start)
        best = None
        for place in (behind - 1, behind):
            if 0 <= place < len(items):
                span = items[place].zh
                if start < span[1] and span[0] < end:
                    best = None
                    break
                away = max(0, span[0] - end, start - span[1])
                if away <= FARTHEST:
                    away = _distance(anchor.zh, span, marks, CLAUSE_ZH)
                    best = min(best or (away, place), (away, place))
        if best and best[0] <= FARTHEST and _tells(unit.source, anchor):
            yield best[1], best[0], anchor


def _tells(source: str, anchor: Anchor) -> bool:
    word = anchor.word
    return word is None or not (NO_ANCHOR.search(word.zh) or source[anchor.zh[0] - 1 : anchor.zh[0]] == "每")


@lru_cache(maxsize=512)
def _marks(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]


def _distance(one: Span, other: Span, marks: Sequence[int], clause: int) -> int:
    """Return how far two spans are from each other in characters, marks between them counted as `clause`."""
    if one[0] > other[0]:
        one, other = other, one
    between = bisect_left(marks, other[0]) - bisect_left(marks, one[1])
    return max(0, other[0] - one[1]) + clause * max(0, between)
