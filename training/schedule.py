"""In which order examples are learnt, and at what rate."""

import math
from collections.abc import Sequence
from random import Random

from training.prompts import Tokens

# Batches are made of this many examples at a time: those of one length come together, and the order of the data holds.
WINDOW = 400
LONGEST = 600  # tokens of prompt and answer; longer examples are left out
WARM_STEPS = 20


def batches(rows: Sequence[Tokens], most: int, seed: int) -> list[list[Tokens]]:
    """Return batches of at most `most` tokens, padding included; a longer example stands alone."""
    random = Random(seed)
    short = [row for row in rows if len(row.ids) <= LONGEST]
    found: list[list[Tokens]] = []
    for start in range(0, len(short), WINDOW):
        window: list[list[Tokens]] = [[]]
        for row in sorted(short[start : start + WINDOW], key=lambda row: len(row.ids)):
            if window[-1] and (len(window[-1]) + 1) * len(row.ids) > most:
                window.append([])
            window[-1].append(row)
        random.shuffle(window)
        found += window
    return found


def rate(peak: float, step: int, spent: float) -> float:
    """Return the learning rate: rising for WARM_STEPS, then a half cosine over the time `spent` (0 to 1) to a tenth."""
    warm = min(1.0, (step + 1) / WARM_STEPS)
    return peak * warm * (0.1 + 0.45 * (1 + math.cos(math.pi * min(1.0, spent))))
