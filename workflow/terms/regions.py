"""Where two wordings of a sentence differ, and what stands in one of them for a place of the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from workflow.units import Constraint

Span = tuple[int, int]
_TOKEN = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")
# What is no part of a phrase at its ends: white space, marks, articles.
_BEFORE = re.compile(r"(?:[\s,.;:!?\"'“”‘’()\[\]–—-]+|(?:an?|the)\s+)*", re.IGNORECASE)
_AFTER = re.compile(r"[\s,.;:!?\"'“”‘’()\[\]–—-]+$")


@dataclass(frozen=True, slots=True)
class Texts:
    """Hold a sentence and its English before and after an edit; `at` is the change's place in both."""

    source: str
    before: str
    after: str
    constraints: tuple[Constraint, ...]
    at: tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Regions:
    """Hold two texts as pairs of places that belong together, alike or not, in order."""

    pairs: tuple[tuple[Span, Span, bool], ...]

    @property
    def replaced(self) -> tuple[tuple[Span, Span], ...]:
        """Return the places where words of one text stand for others of the other."""
        return tuple((b, a) for b, a, alike in self.pairs if not alike and b[0] < b[1] and a[0] < a[1])

    def around(self, before: Span | None, after: Span | None) -> tuple[Span, Span] | None:
        """Return both places of what stands at one of them, None where both or neither are given or nothing changed."""
        if before is not None and after is not None:
            return before, after
        if before is not None:
            other = self._across(before, 0)
            return (before, other) if other else None
        if after is not None:
            other = self._across(after, 1)
            return (other, after) if other else None
        return None

    def _across(self, span: Span, side: int) -> Span | None:
        """Return what stands in the other text for a place: to the letter where alike, else the whole change."""
        start = end = None
        touched = False
        for was, now, alike in self.pairs:
            here, there = (was, now) if side == 0 else (now, was)
            if here[1] <= span[0] or here[0] >= span[1]:
                continue
            touched = touched or not alike
            first = there[0] + max(0, span[0] - here[0]) if alike else there[0]
            start = first if start is None else start
            end = there[0] + min(here[1], span[1]) - here[0] if alike else there[1]
        return (start, end) if touched and start is not None and end is not None and start < end else None


def changed(before: str, after: str) -> Regions:
    """Return the regions of two texts, compared word by word; a space between two changes belongs to them."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    at_old, at_new = _starts(old), _starts(new)
    pairs: list[tuple[Span, Span, bool]] = []
    for way, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = (at_old[a], at_old[b]), (at_new[c], at_new[d])
        if pairs and not pairs[-1][2] and (way != "equal" or before[slice(*was)].isspace()):
            (first, _end), (start, _stop), _alike = pairs[-1]
            pairs[-1] = ((first, was[1]), (start, now[1]), False)
        else:
            pairs.append((was, now, way == "equal"))
    return Regions(tuple(pairs))


def _starts(tokens: Sequence[str]) -> list[int]:
    """Return where each token starts, and the end of the last."""
    return list(accumulate(map(len, tokens), initial=0))


def bare(text: str, span: Span) -> str:
    """Return the words at a place of a text, without the marks and articles at their ends."""
    words = text[span[0] : span[1]]
    start = _BEFORE.match(words)
    return _AFTER.sub("", words[start.end() if start else 0 :])


def words_beside(text: str, place: int, step: int) -> Sequence[Span]:
    """Return the places of the words after (`step` 1) or before (-1) a place, up to the next mark; the nearest first."""
    beside = text[place:] if step > 0 else text[:place]
    clause = re.match(r"[\w\s'’-]*", beside) if step > 0 else re.search(r"[\w\s'’-]*$", beside)
    offset = place if step > 0 else (clause.start() if clause else 0)
    spans = [
        (offset + m.start(), offset + m.end()) for m in re.finditer(r"[\w'’-]+", clause[0] if clause else "")
    ]
    return spans if step > 0 else spans[::-1]
