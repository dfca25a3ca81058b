"""Hold what Chinese words are called in English, from a dictionary and from right translations, and split text by them.

What was counted in right translations stands in data/words.tsv and data/terms.tsv (benchmarks/mine_words.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from pathlib import Path

from workflow.checks import dictionary, words
from workflow.checks.words import roots, stem
from workflow.constrain import cedict

WORDS = words.LEXICON.with_name("words.tsv")
TERMS = words.LEXICON.with_name("terms.tsv")
LONGEST = 12
# One character that is no word of two costs more than a word, a longer word a little less than two.
SINGLE, WORD, LETTER = 1.2, 1.0, 0.02
# How often the English of a word that was never seen is missing in right English, and how often such a word is a term:
# by kind and length, counted on 2,000 sentences that nothing was mined from. A prior weighs two sentences.
UNSAID = {"verb": (0.45,), "name": (0.35,), "noun": (0.33, 0.18, 0.3), "mined": (0.15,)}
TERM = {"verb": (0.11,), "name": (0.5,), "noun": (0.28, 0.43, 0.33), "mined": (0.12,)}
PRIOR = 2
MOST = 0.97


@dataclass(frozen=True, slots=True)
class Sense:
    """Hold a Chinese word and what is known of it.

    `stems` may stand for it in English, `usual` without those of its term; `terms` is its English as a term, as right
    translations write it. `unsaid` is how often right English has none of the stems, `termhood` the natural logarithm
    of the odds that the word belongs to a term.
    """

    zh: str
    stems: frozenset[str]
    usual: frozenset[str]
    terms: tuple[str, ...]
    unsaid: float
    termhood: float


def rows(path: Path) -> Iterator[list[str]]:
    """Yield the fields of a mined list."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


@cache
def _mined() -> dict[str, frozenset[str]]:
    return {zh: frozenset(map(stem, english.split())) for zh, _cost, english in rows(words.LEXICON)}


@cache
def _counted() -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in rows(WORDS)}


@cache
def terms() -> dict[str, tuple[str, ...]]:
    """Return the terms of right translations with their English, each form once."""
    return {zh: tuple(english.split(" | ")) for zh, english in rows(TERMS)}


@cache
def sense(word: str) -> Sense:
    """Return what is known of a word that the book has."""
    found = dictionary.look_up(word)
    count, missed, inside, more = _counted().get(word, ("0", "0", "0", ""))
    mined = _mined().get(word, frozenset())
    usual = (found[0] if found else frozenset()) | mined
    english = terms().get(word, ())
    kind, at = found[1] if found else "mined", min(len(word), 4) - 2
    unsaid = UNSAID[kind][min(at, len(UNSAID[kind]) - 1)]
    term = TERM[kind][min(at, len(TERM[kind]) - 1)]
    share = (int(missed) + PRIOR * unsaid) / (int(count) + PRIOR)
    odds = (int(inside) + PRIOR * term) / (int(count) - int(inside) + PRIOR * (1 - term))
    all_stems = usual.union(more.split(), *map(roots, english))
    return Sense(word, all_stems, usual, english, min(MOST, share), log(odds))


@cache
def _book(with_terms: bool) -> tuple[frozenset[str], dict[str, int]]:
    """Return the words of the book, and by their first two characters how long the longest is."""
    book = frozenset(
        word
        for word in (*cedict.glosses(), *_mined(), *(terms() if with_terms else ()))
        if 2 <= len(word) <= LONGEST
    )
    longest: dict[str, int] = {}
    for word in book:
        longest[word[:2]] = max(longest.get(word[:2], 0), len(word))
    return book, longest


def vocabulary() -> frozenset[str]:
    """Return the words of the book, terms left out."""
    return _book(False)[0]


@lru_cache(maxsize=2048)
def split(text: str, with_terms: bool = True) -> tuple[tuple[int, str], ...]:
    """Return the words of a run of Han characters with their places: as few as can be; what is no word, singly."""
    book, longest = _book(with_terms)
    size = len(text)
    costs, before = [0.0] + [float("inf")] * size, [0] * (size + 1)
    for start in range(size):
        cost = costs[start]
        if cost + SINGLE < costs[start + 1]:
            costs[start + 1], before[start + 1] = cost + SINGLE, start
        for end in range(start + 2, min(start + longest.get(text[start : start + 2], 0), size) + 1):
            here = cost + WORD - LETTER * (end - start)
            if here < costs[end] and text[start:end] in book:
                costs[end], before[end] = here, start
    found: list[tuple[int, str]] = []
    while size > 0:
        found.append((before[size], text[before[size] : size]))
        size = before[size]
    return tuple(reversed(found))
