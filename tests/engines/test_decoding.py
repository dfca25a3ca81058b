from dataclasses import dataclass

import pytest

from workflow.engines.decoding import Stopper, find_loop, length_bound, plan_batches, repeats, without_loop


@pytest.mark.parametrize(
    ("lengths", "size", "expected"),
    [
        ([], 4, []),
        ([5], 4, [[0]]),
        ([9, 5, 7, 5], 4, [[1, 3, 2, 0]]),
        ([9, 5, 7, 5], 2, [[1, 3], [2, 0]]),
        ([10, 300, 11], 2, [[0, 2], [1]]),
    ],
)
def test_batches(lengths: list[int], size: int, expected: list[list[int]]) -> None:
    assert plan_batches(lengths, size) == expected


@pytest.mark.parametrize("source_length", [1, 2, 10, 200])
def test_english_of_the_longest_kind_stays_under_the_bound(source_length: int) -> None:
    assert length_bound(source_length) >= max(1.3 * source_length, 20)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("The water of the river is clear.", None),
        ("a very, very, very deep lake", None),
        ("It was very very very very deep.", "It was very deep."),
        ("of the river of the river of the river and the lake", "of the river and the lake"),
        ("in China, in Laos, in Viet Nam, in Thailand", None),
        ("the Department of Ecology and the Department of Ecology", None),
        ("We cooperate " + "and share the data " * 5 + "always.", "We cooperate and share the data always."),
        ("No No No No", "No"),
        ("ha ha ha", None),
        ("", None),
    ],
)
def test_loops(text: str, mended: str | None) -> None:
    assert (find_loop(text) is not None) is (mended is not None)
    assert without_loop(text) == (text if mended is None else mended)


@pytest.mark.parametrize(
    ("tokens", "loop"),
    [
        ([7, *[1, 2, 3, 4] * 4], True),
        ([7, *[1, 2, 3, 4] * 3, 1, 2, 3], False),
        ([*[1, 2, 3, 4] * 4, 5], False),
        ([7, *[1, 2, 3, 4, 5] * 4], True),
        ([7, *[1, 2, 3, 4, 5] * 3], False),
        ([3, *[0] * 15], False),  # a figure with fifteen noughts
        ([3, *[0] * 16], True),
        ([1, 2] * 8, True),
        ([1, 2] * 7, False),
        ([1, 2, 3] * 6, True),
        (list(range(40)), False),
        ([*range(24)] * 4, True),
        ([*range(25)] * 4, False),  # longer than any phrase that is looked for
        ([], False),
    ],
)
def test_tokens_that_repeat(tokens: list[int], loop: bool) -> None:
    assert repeats(tokens) is loop


@dataclass(frozen=True)
class Said:
    batch_id: int
    token_id: int
    is_last: bool = False


def test_rows_stop_at_their_own_bound_and_in_a_loop_and_no_other_does() -> None:
    stopper = Stopper([3, 100, 100, 2], [False, False, True, False])
    assert [stopper(Said(0, token)) for token in (5, 6, 7)] == [False, False, True]
    assert [stopper(Said(1, 9)) for _time in range(16)] == [False] * 15 + [True]
    assert not any(stopper(Said(2, 9)) for _time in range(40))
    assert [stopper(Said(3, 1)), stopper(Said(3, 2, is_last=True))] == [False, True]
    assert stopper(Said(4, 1))
    assert stopper.stopped == {0, 1}
