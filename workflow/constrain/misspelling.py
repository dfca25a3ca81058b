"""Find a misspelt name in English: capitalised words a letter or two away from the right ones."""

import re
from collections.abc import Iterator
from functools import lru_cache

Place = tuple[int, int]
WORD = re.compile(r"[^\W\d_][\w’'-]*")
LEAST_LETTERS = 4
# How many letters may differ in a word of so many letters and up.
MOST_WRONG = ((9, 2), (LEAST_LETTERS, 1))


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters to change, add, drop or exchange with a neighbour; `most` + 1 where it is more.

    The optimal string alignment distance (Damerau 1964).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for line, left in enumerate(one, 1):
        new = [line]
        for column, right in enumerate(other, 1):
            cost = min(row[column] + 1, new[-1] + 1, row[column - 1] + (left != right))
            crossed = line > 1 and column > 1 and left == other[column - 2] and one[line - 2] == right
            new.append(min(cost, before[column - 2] + 1) if crossed else cost)
        before, row = row, new
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def misspelt(name: str, english: str) -> Iterator[tuple[Place, int]]:
    """Yield where the words of a name stand with a letter or two wrong, and how many letters are."""
    words = [word.casefold() for word in WORD.findall(name)]
    letters = sum(map(len, words))
    most = next((wrong for size, wrong in MOST_WRONG if letters >= size), 0)
    if not most:
        return
    there = _words(english)
    for first in range(len(there) - len(words) + 1):
        run = there[first : first + len(words)]
        if not run[0][2] or any(
            abs(len(word) - len(said[0])) > most for word, said in zip(words, run, strict=True)
        ):
            continue
        wrong = sum(distance(word, said[0], most) for word, said in zip(words, run, strict=True))
        if 0 < wrong <= most:
            yield (run[0][1][0], run[-1][1][1]), wrong


@lru_cache(maxsize=64)
def _words(english: str) -> tuple[tuple[str, Place, bool], ...]:
    """Return the words of a text in lower case, their places, and whether they begin with a capital."""
    return tuple((m[0].casefold(), m.span(), m[0][0].isupper()) for m in WORD.finditer(english))
