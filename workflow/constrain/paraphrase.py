"""Find a term that a translation says in another right way than the glossary does, word for word still the same.

Right ways are, and only these: an adjective for its noun or the reverse, a verb for its noun (improving X), a word
that two terms of a list share (the dry and rainy seasons, the Ministries of A and B), a name written together or apart
(Chon Buri, Chonburi). A human may also put another modifier into a compound (online emission monitoring) and a term's
words in another order (the quality of water, the X Secretariat of China); an engine is held to the glossary's. An
official name keeps its words (official_names.py); a place alone may be its adjective (Southeast Asian).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from workflow.constrain.english_figures import figure_places
from workflow.constrain.english_patterns import HEADS, LOWER_RANKS, Place, is_lower_rank
from workflow.constrain.english_words import Word, Words, same, words
from workflow.constrain.official_names import LOOSE, SMALL, is_official, keeps_its_words
from workflow.units import Constraint

AND = frozenset(("and", "or", "to", "/", "&", ",", "as", "well"))
# What these stand before stays behind them: the Embassy of China in Laos is not that of Laos in China.
BINDING = frozenset(("in", "to"))
STOPS = frozenset(".;:?!()")
MOST_SHARED = 8
MOST_IDLE = 4
MOST_INSERTED = 3
MOST_NAMES = 4
MOST_SCATTERED = 5
# So many letters a verb and its noun have in common: improve and improvement, reduce and reduction.
_VERB_STEM = 5
_LETTER = re.compile(r"[^\W_]")
# Between a figure and its unit: 12 consecutive months, 16 remarkable years; nothing that makes another figure or unit of it.
_BETWEEN = re.compile(
    r"[ -](?!(?:and|or|to|of|in|for|per|on|at|by|from|with|percent|hundred|thousand|million|billion|trillion|dozen|point"
    r"|half|square|cubic|nautical|light|working|business)\b)[a-z]+(?=[ -])"
)
MOST_BETWEEN = 2
# The seven countries are not "the countries" with a word between.
NO_FIGURES = frozenset(("the", "each", "all", "every"))


def paraphrases(constraint: Constraint, english: str, human: bool) -> Iterator[Place]:
    """Yield the places where a term, a document or a figure with its unit stands in another right way."""
    if constraint.kind == "quantity":
        yield from _counted(constraint.targets, english, MOST_BETWEEN if human else 1)
    if constraint.kind not in ("term", "document"):
        return
    text = words(english)
    ways = (_derived, _as_verb, _shared, _together, *((_opened, _reordered, _scattered) if human else ()))
    for target in constraint.targets:
        for way in ways:
            yield from way(target, text)


def _counted(targets: Sequence[str], english: str, most: int) -> Iterator[Place]:
    """Yield where one word or more, `most` at most, stand between a figure and its unit: 12 consecutive months."""
    lower = english.lower()
    for target in targets:
        figure, space, unit = target.rpartition(" ")
        for start, end in (
            figure_places(figure, english)
            if space and figure not in NO_FIGURES and unit.isalpha() and unit in lower
            else ()
        ):
            for _ in range(most):
                gap = _BETWEEN.match(lower, end)
                if gap is None:
                    break
                end, last = gap.end(), gap.end() + 1 + len(unit)
                if lower[end + 1 : last] == unit and not lower[last : last + 1].isalpha():
                    yield start, last
                    break


@lru_cache(maxsize=4096)
def _wanted(target: str) -> tuple[Word, ...]:
    return words(target).all


def _is_name(wanted: tuple[Word, ...]) -> bool:
    return any(word.text[:1].isupper() and not word.text.isupper() for word in wanted)


def _derived(target: str, text: Words) -> Iterator[Place]:
    """Yield where the words stand in order, an adjective for its noun: Southeast Asian, carbon neutral."""
    wanted = _wanted(target)
    official = is_official(wanted)
    for at in range(len(text.all) - len(wanted) + 1):
        found = text.all[at : at + len(wanted)]
        changed = official and (_differ(found[:-1], wanted[:-1]) or not _is_of_a_land(found[-1], wanted[-1]))
        if not changed and all(map(same, found, wanted)) and not is_lower_rank(text, at):
            yield found[0].start, found[-1].end


def _as_verb(target: str, text: Words) -> Iterator[Place]:
    """Yield where a common term's first word, a noun with "of", is its verb: improving X for the improvement of X."""
    wanted = _wanted(target)
    if (
        len(wanted) < 3
        or wanted[1].text != "of"
        or not target[0].islower()
        or len(wanted[0].text) < _VERB_STEM
    ):
        return
    for at in _starts(wanted[2:], text):
        verb = text.all[at - 1] if at else wanted[1]
        if verb.text[:_VERB_STEM].lower() == wanted[0].text[:_VERB_STEM]:
            yield verb.start, text.all[at + len(wanted) - 3].end


def _differ(found: Sequence[Word], wanted: Sequence[Word]) -> bool:
    """Tell whether words differ in more than inflection."""
    return any(one.stems.isdisjoint(other.stems) for one, other in zip(found, wanted, strict=True))


def _is_of_a_land(word: Word, wanted: Word) -> bool:
    """Tell whether a word is the one wanted or the adjective of a land, as that of a place may be: Southeast Asian."""
    return not _differ((word,), (wanted,)) or word.text.endswith(("an", "ese"))


def _shared(target: str, text: Words) -> Iterator[Place]:
    """Yield where a list has one of the words once for two: what is the term's own is the place.

    Of a term it is the end (dry and rainy seasons) or the beginning (forest and grassland fires); of a name it is
    the beginning, in the plural (the Ministries of A and B).
    """
    wanted = _wanted(target)
    name = _is_name(wanted)
    for cut in range(1, len(wanted)):
        first, last = wanted[:cut], wanted[cut:]
        for at in _starts(first, text):
            if name and not _is_plural(text.all[at], wanted[0]):
                continue
            behind = at + len(first)
            for gap in range(1, (2 * MOST_SHARED if name else MOST_SHARED)):
                if not _joins(text.all[behind : behind + gap], name):
                    continue
                if _stands(last, text, behind + gap):
                    kept = text.all[behind + gap :][: len(last)] if name else text.all[at:behind]
                    yield kept[0].start, kept[-1].end


def _opened(target: str, text: Words) -> Iterator[Place]:
    """Yield where a common term has a further modifier before its last word: sustainable hydropower development.

    A word that is hyphenated to the one before makes another modifier of it: ecosystem-based management.
    """
    wanted = _wanted(target)
    if len(wanted) < 2 or _is_name(wanted):
        return
    for at in _starts(wanted[:-1], text):
        behind = at + len(wanted) - 1
        for gap in range(1, MOST_INSERTED + 1):
            between = text.all[behind : behind + gap]
            if any(word.text.lower() in SMALL or not word.text[0].isalnum() for word in between):
                break
            if between and between[0].spaced and _stands(wanted[-1:], text, behind + gap):
                yield text.all[at].start, text.all[behind + gap].end


def _is_plural(word: Word, wanted: Word) -> bool:
    return word.text.endswith("s") and not wanted.text.endswith("s")


def _joins(between: tuple[Word, ...], name: bool) -> bool:
    """Tell whether what stands between two words of a term is another member of a list."""
    if any(word.text in STOPS for word in between):
        return False
    marks = [word.text.lower() in AND for word in between]
    if name:
        return len(between) > 1 and any(marks)
    return bool(between) and (marks[0] or marks[-1])


def _starts(first: tuple[Word, ...], text: Words) -> list[int]:
    may = {at for stem in first[0].stems for at in text.places.get(stem, ())}
    return [at for at in sorted(may) if _stands(first, text, at)]


def _stands(part: tuple[Word, ...], text: Words, at: int) -> bool:
    there = text.all[at : at + len(part)]
    return len(there) == len(part) and all(
        not one.stems.isdisjoint(other.stems) for one, other in zip(part, there, strict=True)
    )


def _reordered(target: str, text: Words) -> Iterator[Place]:
    """Yield where a name's own words stand in another order with nothing but small words between them."""
    wanted = [w for w in _wanted(target) if w.text.lower() not in SMALL and _LETTER.search(w.text)]
    if len(wanted) < 2 or not _is_name(tuple(wanted)):
        return
    bound = _bound(_wanted(target))
    own = frozenset(w.text.lower() for w in _wanted(target) if w.text.lower() in SMALL) | LOOSE
    for at, word in enumerate(text.all):
        if not any(same(word, other) for other in wanted):
            continue
        end = _end(wanted, text, at, MOST_IDLE + len(own), own)
        if end is None or is_lower_rank(text, at) or _has_lower_rank(wanted, text.all[at:end]):
            continue
        found = text.all[at:end]
        if keeps_its_words(_wanted(target), found) and all(_follows(pair, found) for pair in bound):
            yield text.all[_behind_a_name(wanted, text, at, end)].start, text.all[end - 1].end


def _behind_a_name(wanted: list[Word], text: Words, at: int, end: int) -> int:
    """Return the word from which on a name is its own: in President Ramos-Horta of Timor-Leste, Timor-Leste."""
    between = [
        index
        for index in range(at, end)
        if text.all[index].text[:1].isupper() and not any(same(text.all[index], word) for word in wanted)
    ]
    return between[-1] + 1 if between else at


def _end(
    wanted: list[Word], text: Words, at: int, idle: int, small: frozenset[str] | None = None
) -> int | None:
    """Return the end of the words wanted from a place on, or None where too much is between them.

    Between the words of a name only some `small` words may stand; between those of a common term any.
    """
    missing, head = list(wanted), -MOST_NAMES
    for index in range(at, len(text.all)):
        word = text.all[index]
        met = next((other for other in missing if same(word, other)), None)
        if met is not None:
            missing.remove(met)
            if not missing:
                return index + 1
            head = index if not word.stems.isdisjoint(HEADS) else head
            continue
        # A person stands behind the title: President Ramos-Horta of Timor-Leste.
        if small is not None and word.text[:1].isupper() and 0 < index - head <= MOST_NAMES:
            continue
        idle -= 1
        if idle < 0 or word.text in STOPS or (small is not None and word.text.lower() not in small):
            return None
    return None


def _scattered(target: str, text: Words) -> Iterator[Place]:
    """Yield where a common term's words stand near each other in any order: the quality of the river's water."""
    wanted = [word for word in _wanted(target) if word.text.lower() not in SMALL]
    if len(wanted) < 2 or _is_name(_wanted(target)):
        return
    for at, word in enumerate(text.all):
        if any(same(word, other) for other in wanted):
            end = _end(wanted, text, at, idle=MOST_SCATTERED)
            if end is not None:
                yield word.start, text.all[end - 1].end


def _bound(wanted: tuple[Word, ...]) -> list[tuple[str, Word]]:
    return [(word.text, after) for word, after in pairwise(wanted) if word.text.lower() in BINDING]


def _follows(pair: tuple[str, Word], found: tuple[Word, ...]) -> bool:
    return any(one.text == pair[0] and same(other, pair[1]) for one, other in pairwise(found))


def _has_lower_rank(wanted: list[Word], found: tuple[Word, ...]) -> bool:
    ranks = {word.text.lower() for word in wanted} & LOWER_RANKS
    return bool({word.text.lower() for word in found} & LOWER_RANKS - ranks)


def _together(target: str, text: Words) -> Iterator[Place]:
    """Yield where several words are written as one, or one word as two: Chonburi, waste water."""
    letters = "".join(words(target).letters)
    size = len(words(target).all)
    if len(letters) < 6:
        return
    for at, first in enumerate(text.letters):
        if not letters.startswith(first):
            continue
        for end in range(at + 1, min(at + 3, len(text.letters)) + 1):
            if end - at != size and not is_lower_rank(text, at) and "".join(text.letters[at:end]) == letters:
                yield text.all[at].start, text.all[end - 1].end
                break
