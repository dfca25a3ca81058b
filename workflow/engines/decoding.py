"""What both kinds of engine share around decoding: batches, length bounds, loops."""

from collections.abc import Sequence

# English tokens for each source token, and some more for the short: of 3,000 pairs of the corpus, known spans in English
# in the source, the median needs 1.2 a token, and none more than 1.3 and 17 tokens.
LENGTH_FACTOR, LENGTH_MARGIN = 1.3, 24
_LONGEST_PERIOD = 24  # words in a phrase that a loop repeats
_REPEATS = {1: 4, 2: 3}  # a loop is one word four times, two words three times, a longer phrase …
_REPEATS_OF_PHRASE = 3


def length_bound(source_length: int) -> int:
    """Return the most tokens that the English of a source of this many tokens may take."""
    return int(LENGTH_FACTOR * source_length) + LENGTH_MARGIN


def plan_batches(lengths: Sequence[int], size: int) -> list[list[int]]:
    """Return batches of positions: sorted by length, at most `size` in one, so that lengths are nearly equal.

    Equal lengths keep their order, so that the plan depends on nothing but its input.
    """
    order = sorted(range(len(lengths)), key=lambda position: lengths[position])
    return [order[start : start + size] for start in range(0, len(order), size)]


def find_loop(text: str) -> tuple[int, int, int] | None:
    """Return (first word, words in the phrase, times) of a phrase that follows itself too often, or None."""
    words = text.lower().split()
    for period in range(1, min(_LONGEST_PERIOD, len(words) // 2) + 1):
        times_needed = _REPEATS.get(period, _REPEATS_OF_PHRASE)
        same = 0
        for position in range(period, len(words) + 1):
            if position < len(words) and words[position] == words[position - period]:
                same += 1
                continue
            if same >= period * (times_needed - 1):
                return position - period - same, period, same // period + 1
            same = 0
    return None


def without_loop(text: str) -> str:
    """Return a text with every looping phrase said once."""
    while (loop := find_loop(text)) is not None:
        first, period, times = loop
        words = text.split()
        text = " ".join(words[: first + period] + words[first + period * times :])
    return text
