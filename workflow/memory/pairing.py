"""Pair the sentences of two texts in order, after Gale and Church (1993): the best path through all small groups.

A bead joins one to three sentences of one text to one to three of the other, or leaves one alone. How well a bead
fits is the caller's to say; this module finds the path that fits best.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

# How often each kind of bead occurs, as Gale and Church counted them on bilingual reports; those of three are ours.
PRIORS: dict[tuple[int, int], float] = {
    (1, 1): 0.89,
    (1, 0): 0.005,
    (0, 1): 0.005,
    (2, 1): 0.045,
    (1, 2): 0.045,
    (2, 2): 0.011,
    (3, 1): 0.002,
    (1, 3): 0.002,
}
# Of long texts only the middle of the table is searched: this share of the other text and at least so many sentences.
BAND, LEAST_BAND = 0.15, 60


@dataclass(frozen=True, slots=True)
class Bead:
    """Join sentences start:end of the first text to start:end of the second; `score` is its part of the path."""

    first: tuple[int, int]
    second: tuple[int, int]
    score: float

    @property
    def shape(self) -> tuple[int, int]:
        """Return how many sentences of each text it joins."""
        return self.first[1] - self.first[0], self.second[1] - self.second[0]


Fit = Callable[[range, range], float]


def pair(first: int, second: int, fit: Fit) -> list[Bead]:
    """Return the beads that join `first` sentences to `second` ones, in order, nothing left out.

    `fit` tells for two ranges the logarithm of how much likelier they are to be each other's translation than not.
    """
    band = max(LEAST_BAND, round(BAND * max(first, second)))
    slope = second / first if first else 0.0
    priors = {shape: math.log(prior) for shape, prior in PRIORS.items()}
    best: dict[tuple[int, int], tuple[float, tuple[int, int], float]] = {(0, 0): (0.0, (0, 0), 0.0)}
    for i in range(first + 1):
        middle = round(i * slope)
        for j in range(max(0, middle - band), min(second, middle + band) + 1):
            for (a, b), prior in priors.items():
                before = best.get((i - a, j - b))
                if before is None:
                    continue
                score = prior + (fit(range(i - a, i), range(j - b, j)) if a and b else 0.0)
                if (i, j) not in best or before[0] + score > best[i, j][0]:
                    best[i, j] = (before[0] + score, (i - a, j - b), score)
    return _path(best, (first, second))


def _path(
    best: dict[tuple[int, int], tuple[float, tuple[int, int], float]], end: tuple[int, int]
) -> list[Bead]:
    beads: list[Bead] = []
    while end != (0, 0):
        _total, start, score = best[end]
        beads.append(Bead((start[0], end[0]), (start[1], end[1]), score))
        end = start
    return beads[::-1]
