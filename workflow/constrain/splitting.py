"""Split Chinese text into words of the dictionary and names of places: as few as can be."""

from collections.abc import Iterable
from functools import cache, lru_cache

from workflow.constrain.cedict import glosses
from workflow.constrain.gazetteer import gazetteer

LONGEST = 8
# One character that is no word of two costs more than a word, a longer word a little less than two.
SINGLE, WORD, LETTER = 1.2, 1.0, 0.02
Book = tuple[frozenset[str], dict[str, int]]


@cache
def _book() -> Book:
    return book_of((word for word in gazetteer().names if len(word) <= LONGEST), of_dictionary())


@cache
def of_dictionary() -> Book:
    """Return the words of the dictionary that are no longer than LONGEST."""
    return book_of(word for word in glosses() if len(word) <= LONGEST)


def book_of(words: Iterable[str], others: Book = (frozenset(), {})) -> Book:
    """Return the words of two characters and more, and by two characters how long the longest is that begins with them.

    The words of another book are among them.
    """
    book, longest = frozenset([word for word in words if len(word) >= 2]), dict(others[1])
    for word in book:
        if longest.get(word[:2], 0) < len(word):
            longest[word[:2]] = len(word)
    return others[0] | book, longest


@lru_cache(maxsize=2048)
def split(text: str) -> tuple[tuple[int, str], ...]:
    """Return the words of a run of Han characters with their places; what is no word stands singly."""
    return fewest(text, _book())


def begins(text: str, least: int) -> bool:
    """Tell whether a text begins with a word of so many characters or more."""
    book, longest = _book()
    return any(text[:size] in book for size in range(least, min(longest.get(text[:2], 0), len(text)) + 1))


def ends(text: str, least: int) -> bool:
    """Tell whether a text ends with a word of so many characters or more."""
    book = _book()[0]
    return any(text[-size:] in book for size in range(least, min(LONGEST, len(text)) + 1))


def cost(text: str) -> float:
    """Return how dear the words of a run of Han characters are: the cheaper of two readings is the likelier."""
    return sum(cost_of(word) for _at, word in split(text))


def cost_of(word: str) -> float:
    """Return how dear one word is, or one character that is no word of two."""
    return SINGLE if len(word) == 1 else WORD - LETTER * len(word)


def fewest(text: str, words: Book) -> tuple[tuple[int, str], ...]:
    """Return a text in as few words of a book as can be, with their places; what is no word stands singly."""
    (book, longest), size = words, len(text)
    costs, before = [0.0] + [float("inf")] * size, [0] * (size + 1)
    for start in range(size):
        so_far = costs[start]
        if so_far + SINGLE < costs[start + 1]:
            costs[start + 1], before[start + 1] = so_far + SINGLE, start
        for end in range(start + 2, min(start + longest.get(text[start : start + 2], 0), size) + 1):
            here = so_far + WORD - LETTER * (end - start)
            if here < costs[end] and text[start:end] in book:
                costs[end], before[end] = here, start
    found: list[tuple[int, str]] = []
    while size > 0:
        found.append((before[size], text[before[size] : size]))
        size = before[size]
    return tuple(reversed(found))
