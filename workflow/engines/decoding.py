"""What both kinds of engine share around decoding: batches, length bounds, loops, rows that have to be stopped."""

from collections.abc import Sequence
from typing import Protocol

# English tokens for each source token, and some more for the short: of 3,000 pairs of the corpus, known spans in English
# in the source, the median needs 1.2 a token, and none more than 1.3 and 17 tokens.
LENGTH_FACTOR, LENGTH_MARGIN = 1.3, 24
_LONGEST_PERIOD = 24  # words in a phrase that a loop repeats
_REPEATS = {1: 4, 2: 3}  # a loop is one word four times, two words three times, a longer phrase …
_REPEATS_OF_PHRASE = 3
# Tokens that say a phrase four times, at least 16 of them: eight noughts of a figure are none, 16 are.
_TOKENS_REPEAT, _FEWEST_REPEATED = 4, 16


def length_bound(source_length: int) -> int:
    """Return the most tokens that the English of a source of this many tokens may take."""
    return int(LENGTH_FACTOR * source_length) + LENGTH_MARGIN


class Step(Protocol):
    """What CTranslate2 tells of one decoded token: the row of its batch, and the token."""

    @property
    def batch_id(self) -> int:
        """Return the row's place in its batch."""
        ...

    @property
    def token_id(self) -> int:
        """Return the token's number in the vocabulary."""
        ...

    @property
    def is_last(self) -> bool:
        """Return whether the row ends with it anyway."""
        ...


class Stopper:
    """Tell CTranslate2, token by token, which rows of a greedy batch to stop: its `callback`.

    A row stops at its own bound, in tokens, and in a loop unless it `may_loop`; `stopped` has these rows. Rows beyond
    those that have a bound stop at their first token.
    """

    def __init__(self, bounds: Sequence[int], may_loop: Sequence[bool]) -> None:
        self._bounds = bounds
        self._may_loop = may_loop
        self._said: list[list[int]] = [[] for _bound in bounds]
        self.stopped: set[int] = set()

    def __call__(self, step: Step) -> bool:
        """Return whether the row of this token is to be stopped."""
        row = step.batch_id
        if row >= len(self._bounds) or step.is_last:
            return True
        said = self._said[row]
        said.append(step.token_id)
        stop = len(said) >= self._bounds[row] or (not self._may_loop[row] and repeats(said))
        if stop:
            self.stopped.add(row)
        return stop


def repeats(tokens: Sequence[int]) -> bool:
    """Tell whether tokens end in a phrase that is said four times, in 16 tokens or more."""
    for period in range(1, _LONGEST_PERIOD + 1):
        span = max(_TOKENS_REPEAT * period, -(-_FEWEST_REPEATED // period) * period)
        if span > len(tokens):
            if period >= _FEWEST_REPEATED // _TOKENS_REPEAT:
                return False
            continue
        if all(tokens[-i] == tokens[-i - period] for i in range(1, span - period + 1)):
            return True
    return False


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
