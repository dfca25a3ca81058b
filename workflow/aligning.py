"""Seed the memory from a past edition: its Chinese and its English file, sentence paired with sentence.

Evidence that two sentences belong together are their lengths, the constraints of the Chinese that stand in the
English, and the mined word list. What is not sure is left out and listed.
"""

import math
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from workflow.checks.coverage import DEVIATION, RATIO
from workflow.checks.words import Word, stems, words
from workflow.clean import clean
from workflow.constrain import Terms, constrain, is_copied
from workflow.constrain.english_patterns import places_of, squash
from workflow.i18n import N_
from workflow.memory.english import paragraphs, sentences
from workflow.memory.entries import Entry, contexts
from workflow.memory.pairing import Bead, pair
from workflow.memory.recording import understood
from workflow.readers import read
from workflow.segment import segment
from workflow.structure import parse
from workflow.units import Constraint, Unit

# Of right pairs of the authored corpus nine in ten constraints stand in the English in a listed form.
KEPT = 0.9
# Words of one sentence come together: each says about half of what it would alone.
SHARED = 0.5
MOST_FOR_LENGTH = 12.0
# In a text of fewer sentences a word is taken to be as rare as in one of so many.
SMALL_TEXT = 30
# What a pair must have to be sure: evidence in natural logarithms, and a length so many deviations off at most.
LEAST_EVIDENCE, MOST_OFF = 4.0, 2.6
# Beside a sentence that was left alone, a part of it may have come to the pair: it must fit better. Between two
# pairs of one and one there is no other place for it: less evidence will do.
MOST_OFF_BESIDE, LEAST_BETWEEN = 1.6, 1.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """Hold sentences that were not paired, or whose pair is not sure, and why."""

    reason: str
    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Hold the sure pairs of two files as entries of the memory, and what was left out."""

    entries: tuple[Entry, ...]
    doubtful: tuple[Doubt, ...]


def align(zh: Path, en: Path, terms: Terms, by: str) -> Aligned:
    """Pair the sentences of a Chinese and an English file; `by` answers for the English.

    Raises InputError for a file that cannot be read.
    """
    bulletin = parse(clean(read(zh))).bulletin
    units = [
        u for u in constrain(segment(bulletin), terms) if not is_copied(u.slot) and not u.source.isascii()
    ]
    english = english_of(en)
    when = f"{bulletin.date}T00:00:00Z" if bulletin.date else ""
    beside = contexts(units)
    entries: list[Entry] = []
    doubtful: list[Doubt] = []
    for bead, reason in judged(units, english):
        group = units[slice(*bead.first)]
        said = tuple(english[slice(*bead.second)])
        if reason:
            doubtful.append(Doubt(reason, tuple(unit.source for unit in group), said))
        else:
            (unit,) = group
            entry = Entry(unit.source, " ".join(said), zh.stem, unit.id, *beside[bead.first[0]], by, when)
            entries.append(understood(entry, unit.constraints))
    return Aligned(tuple(entries), tuple(doubtful))


def english_of(path: Path) -> list[str]:
    """Return the sentences of an English file of text or Markdown, in order."""
    lines = [(block.text, block.look.blank_before) for block in read(path).blocks if block.text.strip()]
    return [sentence for paragraph in paragraphs(lines) for sentence in sentences(paragraph)]


def judged(units: Sequence[Unit], english: Sequence[str]) -> list[tuple[Bead, str]]:
    """Return the beads that pair units with English sentences, each with the reason to doubt it, "" for none."""
    evidence = Evidence(units, english)
    beads = pair(len(units), len(english), evidence.fit)
    found: list[tuple[Bead, str]] = []
    for at, bead in enumerate(beads):
        shapes = {one.shape for one in (*beads[max(0, at - 1) : at], *beads[at + 1 : at + 2])}
        found.append((bead, evidence.doubt(bead, shapes)))
    return found


@dataclass(frozen=True, slots=True)
class Sign:
    """Hold what the Chinese leads one to expect: the sentences that have it, as bits, and what that says.

    `hits` are the logarithms for groups of one, two and three sentences that have it, `miss` for those that have not.
    """

    places: int
    hits: tuple[float, ...]
    miss: float


class Evidence:
    """Tell how likely groups of units and of English sentences are each other's translation."""

    def __init__(self, units: Sequence[Unit], english: Sequence[str]) -> None:
        self._english = english
        self._expected = [_expected(unit) for unit in units]
        squashed = [squash(text) for text in english]
        shown = list(zip(english, squashed, strict=True))
        said = [stems(text) for text in english]

        @cache
        def constraint(one: Constraint) -> Sign:
            places = _bits(bool(places_of(one, text, bare)) for text, bare in shown)
            return _sign(places, len(english), KEPT, 1.0)

        @cache
        def word(one: Word) -> Sign:
            places = _bits(not one.stems.isdisjoint(found) for found in said)
            return _sign(places, len(english), 1 - math.exp(-one.cost), SHARED)

        self._signs = [
            [
                *(constraint(replace(c, start=0, end=0)) for c in unit.constraints if not c.doubtful),
                *(word(one) for one in _free_words(unit)),
            ]
            for unit in units
        ]
        self._said = cache(self._say)

    def fit(self, first: range, second: range) -> float:
        """Return the logarithm of how much likelier the group is a translation than not."""
        off = self._off(first, second)
        return self._meaning(first, second) - min(MOST_FOR_LENGTH, off * off / 2)

    def doubt(self, bead: Bead, beside: Set[tuple[int, int]]) -> str:
        """Return why a bead is no sure pair of one unit with its English, "" where it is.

        `beside` are the shapes of the beads before and after it.
        """
        zh, en = bead.shape
        if not zh or not en:
            return N_("nothing on the other side")
        if zh > 1:
            return N_("several Chinese sentences in one pair")
        first, second = range(*bead.first), range(*bead.second)
        least = LEAST_BETWEEN if beside == {(1, 1)} and bead.shape == (1, 1) else LEAST_EVIDENCE
        if self._meaning(first, second) < least:
            return N_("too little that both sides share")
        if abs(self._off(first, second)) > (MOST_OFF_BESIDE if beside & {(0, 1), (1, 0)} else MOST_OFF):
            return N_("too long or too short for each other")
        return ""

    def _off(self, first: range, second: range) -> float:
        """Return by how many deviations the English is longer than is usual for the Chinese."""
        expected = max(1.0, sum(self._expected[i] for i in first))
        said = sum(len(self._english[j]) + 1 for j in second) - 1
        return (said - expected) / (DEVIATION * math.sqrt(expected))

    def _meaning(self, first: range, second: range) -> float:
        return sum(self._said(i, second.start, len(second)) for i in first)

    def _say(self, i: int, start: int, count: int) -> float:
        """Return what the signs of a unit say for a group of sentences."""
        group = ((1 << count) - 1) << start
        return sum(sign.hits[count - 1] if sign.places & group else sign.miss for sign in self._signs[i])


def _sign(places: int, count: int, kept: float, weight: float) -> Sign:
    """Return a sign that a right translation has in `kept` of all cases, a wrong one as often as the text has it."""
    share = (places.bit_count() + 0.5) / (max(count, SMALL_TEXT) + 1)
    hits = tuple(max(0.0, math.log(kept / min(1.0, share * n))) for n in (1, 2, 3))
    return Sign(
        places, tuple(weight * hit for hit in hits), weight * min(0.0, math.log((1 - kept) / (1 - share)))
    )


def _bits(found: Iterable[bool]) -> int:
    return sum(1 << at for at, one in enumerate(found) if one)


def _expected(unit: Unit) -> float:
    """Return how long the English of a unit usually is, in characters."""
    inside = sum(c.end - c.start for c in unit.constraints)
    return RATIO * (len(unit.source) - inside) + sum(len(c.target) for c in unit.constraints)


def _free_words(unit: Unit) -> Iterable[Word]:
    """Return the known words of a unit outside its constraints, each once."""
    taken = {place for c in unit.constraints for place in range(c.start, c.end)}
    return dict.fromkeys(
        word for start, word in words(unit.source) if taken.isdisjoint(range(start, start + len(word.zh)))
    )
