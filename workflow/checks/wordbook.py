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
from workflow.constrain import cedict, splitting
from workflow.constrain.splitting import Book, book_of, fewest

WORDS = words.LEXICON.with_name("words.tsv")
TERMS = words.LEXICON.with_name("terms.tsv")
LONGEST = 12
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
def _book(with_terms: bool) -> Book:
    if with_terms:
        return book_of((word for word in terms() if len(word) <= LONGEST), _book(False))
    longer = (word for word in cedict.glosses() if len(word) > splitting.LONGEST)
    more = (word for word in (*longer, *_mined()) if len(word) <= LONGEST)
    return book_of(more, splitting.of_dictionary())


def vocabulary() -> frozenset[str]:
    """Return the words of the book, terms left out."""
    return _book(False)[0]


@lru_cache(maxsize=2048)
def split(text: str, with_terms: bool = True) -> tuple[tuple[int, str], ...]:
    """Return the words of a run of Han characters with their places: as few as can be; what is no word, singly."""
    return fewest(text, _book(with_terms))
