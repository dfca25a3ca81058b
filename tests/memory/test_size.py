"""A memory of a million sentences answers about as fast as one of ten thousand."""

import random
import statistics
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from workflow.memory import Memory, open_memory
from workflow.memory.entries import Entry
from workflow.memory.lookup import fuzzy

SMALL, LARGE = 10_000, 1_000_000
MOST_TIMES_SLOWER = 8
LOOKUPS = 200
# Words of two or three characters, some of them far more frequent than others.
CHANCE = random.Random(7)
WORDS = [
    "".join(map(chr, CHANCE.choices(range(0x4E00, 0x5B00), k=CHANCE.choice((2, 2, 3)))))
    for _n in range(30_000)
]
OFTEN = list(accumulate(1 / (rank + 10) for rank in range(len(WORDS))))


def made(numbers: range) -> Iterator[Entry]:
    for number in numbers:
        words = CHANCE.choices(WORDS, cum_weights=OFTEN, k=CHANCE.randrange(6, 25))
        yield Entry("".join(words) + "。", f"Sentence {number}.", "long", str(number))


def median(memory: Memory) -> float:
    """Return the median of the processor's milliseconds of a fuzzy lookup; what is looked for is found."""
    times = []
    for _n in range(LOOKUPS):
        number = CHANCE.randrange(1, memory.count)
        source = memory.numbered(number).source
        start = time.process_time()
        found = fuzzy(source[:4] + "甲乙" + source[5:], memory)
        times.append(1000 * (time.process_time() - start))
        assert source in [entry.source for _score, entry in found]
    return statistics.median(times)


@pytest.mark.long
def test_a_million_sentences(tmp_path: Path) -> None:
    with open_memory(tmp_path / "m.sqlite", create=True) as memory:
        memory.add(made(range(SMALL)))
        small = median(memory)
        memory.add(made(range(SMALL, LARGE)))
        assert median(memory) < MOST_TIMES_SLOWER * small
