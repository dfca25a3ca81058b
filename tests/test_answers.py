"""An engine whose answers are kept: what is asked again, what is not, and when the model is loaded."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from workflow.answers import RememberingEngine
from workflow.cache import Cache
from workflow.engines import Engine, Hypothesis, Progress


class Counting:
    """Answer with the source in capitals and the number of its neighbours; remember what was asked."""

    name = "counting"
    signature = "counting|1"

    def __init__(self, *, batchless: bool) -> None:
        self.batchless = batchless
        self.asked: list[str] = []

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        self.asked += sources
        if progress is not None:
            progress(len(sources))
        batch = 0 if self.batchless else len(set(sources))
        wishes = keep if keep is not None else [()] * len(sources)
        return [
            [Hypothesis(f"{source}|{'+'.join(wish)}|{batch}|{place}", -1 / 3 - place) for place in range(n)]
            for source, wish in zip(sources, wishes, strict=True)
        ]


def remembering(cache: Cache, engine: Engine, identity: str = "model") -> RememberingEngine:
    return RememberingEngine("counting", identity, lambda: engine, cache)


def never() -> Engine:
    raise AssertionError("the model was loaded")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


@pytest.mark.parametrize("batchless", [True, False])
def test_the_same_question_is_asked_once(cache: Cache, batchless: bool) -> None:
    engine = Counting(batchless=batchless)
    first = remembering(cache, engine).translate(["甲", "乙", "甲"])
    again = RememberingEngine("counting", "model", never, cache)
    assert again.translate(["甲", "乙", "甲"]) == first
    assert again.signature == "counting|1"


def test_a_changed_sentence_alone_is_asked_again(cache: Cache) -> None:
    engine = Counting(batchless=True)
    remembering(cache, engine).translate(["甲", "乙", "丙"])
    engine.asked.clear()
    answers = remembering(cache, engine).translate(["甲", "新", "丙"])
    assert engine.asked == ["新"]
    assert answers == Counting(batchless=True).translate(["甲", "新", "丙"])


def test_answers_that_depend_on_their_batch_are_asked_for_with_the_whole_of_it(cache: Cache) -> None:
    engine = Counting(batchless=False)
    remembering(cache, engine).translate(["甲", "乙", "丙"])
    engine.asked.clear()
    answers = remembering(cache, engine).translate(["甲", "新"])
    assert engine.asked == ["甲", "新"]
    assert answers == Counting(batchless=False).translate(["甲", "新"])


QUESTIONS = [
    (["甲"], 1, None, "model"),
    (["甲"], 4, None, "model"),
    (["甲"], 1, [["Kunming"]], "model"),
    (["甲"], 1, [["Kunming", "China"]], "model"),
    (["甲"], 1, [["Kunming+China"]], "model"),
    (["甲"], 1, None, "another model"),
]


def test_every_part_of_a_question_counts(cache: Cache) -> None:
    for sources, n, keep, identity in QUESTIONS:
        engine = Counting(batchless=True)
        remembering(cache, engine, identity).translate(sources, n, keep)
        assert engine.asked == ["甲"], (n, keep, identity)


def test_a_damaged_answer_is_asked_for_again(cache: Cache) -> None:
    engine = Counting(batchless=True)
    first = remembering(cache, engine).translate(["甲"])
    for file in (cache.folder / "answers").glob("??/*"):
        file.write_bytes(file.read_bytes()[:-3])
    assert remembering(cache, engine).translate(["甲"]) == first
    assert engine.asked == ["甲", "甲"]


def test_progress_counts_what_was_known_and_what_was_asked(cache: Cache) -> None:
    engine = Counting(batchless=True)
    remembering(cache, engine).translate(["甲", "乙"])
    told: list[int] = []
    remembering(cache, engine).translate(["甲", "丙", "乙", "丙"], progress=told.append)
    assert told == [2, 2]
