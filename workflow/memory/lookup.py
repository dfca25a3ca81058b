"""Look units up in the memory: the same Chinese first, then the same but for figures and names, then the like of it.

What a memory gives is a draft: only a human makes it REVIEWED again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.constrain.verify import verify
from workflow.memory.entries import Entry, contexts, masked
from workflow.memory.store import EDGES, Memory
from workflow.memory.swap import swapped
from workflow.units import Constraint, State, Suggestion, Unit, Way, text_digest

ORIGIN = "memory"
EXACT, EXCHANGED = 100.0, 99.0
# What differs in its constraints alone is at or above 95 by any count; below 70 another sentence helps nobody.
LEAST = 70.0
MOST_SUGGESTIONS = 2
# Of a sentence's trigrams so many are looked for, evenly spaced, and of each so many of the newest entries; the
# best CANDIDATES are compared in full. In a million units 148 of 150 altered sentences were found so, in 7 ms.
GRAMS, NEWEST, CANDIDATES = 24, 100, 48
MOST_SAME, MOST_SWAPS = 16, 4


def fill_in(units: Sequence[Unit], memory: Memory) -> tuple[Unit, ...]:
    """Return the units, those without English with the memory's where it has one, else with its suggestions."""
    beside = contexts(units)
    with memory.reading():
        return tuple(
            unit if unit.target else remembered(unit, *place, memory)
            for unit, place in zip(units, beside, strict=True)
        )


def remembered(unit: Unit, before: str, after: str, memory: Memory) -> Unit:
    """Return a unit with what the memory has for it; `before` and `after` are the digests of the Chinese beside it.

    English is taken where every constraint stands in it: of the same Chinese that with the same neighbours, else
    the newest; of the same Chinese but for its constraints with those exchanged. What loses one is a suggestion.
    """
    digest = text_digest(unit.source)
    newest = dict.fromkeys((*memory.of_place(digest, before, after), *memory.of_source(digest, MOST_SAME)))
    same = sorted(newest, key=lambda entry: (entry.before == before) + (entry.after == after), reverse=True)
    for entry in same:
        found = _kept(unit, entry.target)
        if found is not None:
            sure = (entry.before, entry.after) == (before, after)
            others = () if sure else _suggestions((EXACT, other) for other in same)
            return _drafted(unit, entry.target, found, EXACT, others)
    mask = masked(unit.source, unit.constraints)
    alike = memory.of_mask(mask, MOST_SWAPS) if unit.constraints else []
    for entry in alike:
        english = swapped(entry, unit)
        found = _kept(unit, english) if english else None
        if english and found is not None:
            return _drafted(unit, english, found, EXCHANGED, ())
    offered = [(EXACT, entry) for entry in same] + [(EXCHANGED, entry) for entry in alike]
    if len(offered) < MOST_SUGGESTIONS:
        offered += fuzzy(mask, memory)
    return replace(unit, suggestions=_suggestions(offered))


def fuzzy(mask: str, memory: Memory) -> list[tuple[float, Entry]]:
    """Return the entries most like a masked source with their scores, LEAST to 100, best first.

    The score is the normalized indel similarity of the masked sources, in percent.
    """
    from rapidfuzz import fuzz, process

    seen: Counter[int] = Counter()
    with memory.reading():
        for gram in grams(mask):
            found = memory.with_gram(gram, NEWEST)
            # A trigram of everywhere says less, and only its newest entries are seen.
            seen.update(dict.fromkeys(found, 2 if len(found) < NEWEST else 1))
        near = memory.masks([number for number, _times in seen.most_common(CANDIDATES)])
        best = process.extract(mask, near, scorer=fuzz.ratio, score_cutoff=LEAST, limit=MOST_SUGGESTIONS + 1)
        return [(min(score, EXCHANGED), memory.numbered(number)) for _mask, score, number in best]


def grams(mask: str) -> list[str]:
    """Return the trigrams of a masked source that it is looked for by: at most GRAMS, evenly spaced."""
    edged = EDGES[0] + mask + EDGES[1]
    every = list(dict.fromkeys(edged[n : n + 3] for n in range(len(edged) - 2)))
    wanted = min(GRAMS, len(every))
    return [every[n * len(every) // wanted] for n in range(wanted)]


def _kept(unit: Unit, english: str) -> tuple[Constraint, ...] | None:
    """Return the unit's constraints verified in a human's English, None where one is lost."""
    found = verify(unit.constraints, english, unit.source, human=True)
    return found if all(c.kept for c in found) else None


def _drafted(
    unit: Unit, english: str, found: Sequence[Constraint], score: float, others: tuple[Suggestion, ...]
) -> Unit:
    way: Way = "memory"
    return replace(
        unit,
        target=english,
        state=State.DRAFT,
        origin=ORIGIN,
        score=score,
        confidence=score / 100,
        constraints=tuple(replace(c, way=way) for c in found),
        suggestions=tuple(one for one in others if one.text != english),
    )


def _suggestions(
    offered: "Sequence[tuple[float, Entry]] | Iterator[tuple[float, Entry]]",
) -> tuple[Suggestion, ...]:
    """Return suggestions of different English, the best first."""
    best: dict[str, Suggestion] = {}
    for score, entry in offered:
        best.setdefault(entry.target, Suggestion(entry.target, ORIGIN, round(score, 1)))
    return tuple(best.values())[:MOST_SUGGESTIONS]
