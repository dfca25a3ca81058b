import pytest

from workflow.engines.decoding import find_loop, length_bound, plan_batches, without_loop


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
