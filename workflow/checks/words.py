"""Split English into stems, and hold the mined word list: what a Chinese word is usually called in English."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

LEXICON = Path(__file__).resolve().parent / "data" / "lexicon.tsv"
WORD = re.compile(r"[a-zà-ÿ]+")
FUNCTION_WORDS = frozenset(
    (
        "a about after all also an and any are as at be been before being both but by can could did do "
        "does each for from had has have he her him his how i if in into is it its may more most must no "
        "nor not of on one or other our out over she should so some such than that the their them then "
        "there these they this those to under up upon was we were what when where which while who whose "
        "will with would you your us me my s t re ll ve d "
    ).split()
)
ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ied|ies|ed|es|e|s|d|y)$")
STEM_LENGTH = 6
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Word:
    """Hold a Chinese word, the stems of its English, and `cost`: how much it says that none of them stands there.

    The cost is minus the natural logarithm of the share of the word's sentences that have none of the stems.
    """

    zh: str
    cost: float
    stems: frozenset[str]


@cache
def stem(word: str) -> str:
    """Return what a word shares with its inflections and most of its derivations; the word is in lower case."""
    cut = ENDING.sub("", word)
    if len(cut) > 3 and cut[-1] == cut[-2]:
        cut = cut[:-1]
    return cut[:STEM_LENGTH]


@lru_cache(maxsize=512)
def stems(english: str) -> frozenset[str]:
    """Return the stems of the content words of an English text."""
    return frozenset(map(stem, set(WORD.findall(english.lower())) - FUNCTION_WORDS))


@lru_cache(maxsize=512)
def roots(english: str) -> frozenset[str]:
    """Return the stems of an English text cut once more, so that birds and bird are one: the lexicon's are cut once."""
    return frozenset(map(stem, stems(english)))


def finder(meanings: Mapping[str, T]) -> Callable[[str], Iterable[tuple[int, T]]]:
    """Return what finds words in one pass over a text: the place of each one's last character, and what it stands for."""
    from ahocorasick import Automaton  # type: ignore[import-not-found,import-untyped,unused-ignore]

    if not meanings:
        return lambda _text: ()
    automaton = Automaton()
    for word, meaning in meanings.items():
        automaton.add_word(word, meaning)
    automaton.make_automaton()
    find: Callable[[str], Iterable[tuple[int, T]]] = automaton.iter
    return find


@cache
def _finder() -> Callable[[str], Iterable[tuple[int, Word]]]:
    """Return what finds the mined words in a text; they are read once."""
    lines = LEXICON.read_text(encoding="utf-8").splitlines()
    mined = (line.split("\t") for line in lines if not line.startswith("#"))
    return finder({zh: Word(zh, float(cost), frozenset(english.split())) for zh, cost, english in mined})


@lru_cache(maxsize=512)
def words(chinese: str) -> tuple[tuple[int, Word], ...]:
    """Return the known words of a text with their places: those that overlap nowhere and together cost the most."""
    # By place: the most that words up to there cost, where the last of them begins, and which it is.
    costs, before = [0.0] * (len(chinese) + 1), [0] * (len(chinese) + 1)
    hits: list[Word | None] = [None] * (len(chinese) + 1)
    done = 0
    for last, word in _finder()(chinese):
        end = last + 1
        if done < end:
            costs[done + 1 : end + 1] = [costs[done]] * (end - done)
            before[done + 1 : end + 1] = [done] * (end - done)
            done = end
        start = end - len(word.zh)
        cost = costs[start] + word.cost
        if cost > costs[end]:
            costs[end], before[end], hits[end] = cost, start, word
    found: list[tuple[int, Word]] = []
    while done > 0:
        hit, done = hits[done], before[done]
        if hit is not None:
            found.append((done, hit))
    return tuple(reversed(found))
