"""What both engines do around a decoder: each request once, in batches by length; loops asked again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workflow.engines.base import Hypothesis, Progress
from workflow.engines.decoding import find_loop, length_bound, plan_batches
from workflow.engines.insisting import one_line

Options = Mapping[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class Request:
    """Name one thing to ask: a source and the English that its answer must hold."""

    source: str
    keep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold one decoded text, its mean log-probability a token, and how many tokens it took; `stopped` did not end."""

    text: str
    score: float
    tokens: int
    stopped: bool = False


def answer_all(
    sources: Sequence[str],
    keep: Sequence[Sequence[str]] | None,
    progress: Progress | None,
    size: int,
    length: Callable[[str], int],
    ask: Callable[[list[Request]], list[list[Hypothesis]]],
) -> list[list[Hypothesis]]:
    """Return the hypotheses of every source, each different request asked once.

    The batches depend on the set of requests alone: at most `size` requests, sorted by `length` in tokens.
    An empty source has an empty answer.
    """
    wishes = keep if keep is not None else [()] * len(sources)
    requests = [Request(one_line(s), tuple(wish)) for s, wish in zip(sources, wishes, strict=True)]
    unique = sorted({request for request in requests if request.source})
    answers = {request: [Hypothesis("", 0.0)] for request in requests if not request.source}
    if answers and progress is not None:
        progress(sum(request in answers for request in requests))
    for positions in plan_batches([length(request.source) for request in unique], size):
        batch = [unique[position] for position in positions]
        answers.update(zip(batch, ask(batch), strict=True))
        if progress is not None:
            progress(sum(request in batch for request in requests))
    return [answers[request] for request in requests]


def without_runs(
    sources: list[str],
    options: Options,
    retries: Sequence[Options],
    length: Callable[[str], int],
    generate: Callable[[list[str], Options], list[list[Answer]]],
    same: Sequence[int] | None = None,
) -> list[list[Answer]]:
    """Return the answers of every source; those that run on are asked again under each of `retries` in turn.

    `same` numbers the sources; of those with one number a sound answer is enough, and what runs on beside it is left
    out: it has no answers.
    """
    found = generate(sources, options)

    def running() -> list[int]:
        return [
            place
            for place, source in enumerate(sources)
            if found[place] and runs_on(source, length(source), found[place][0])
        ]

    numbers = range(len(sources)) if same is None else same
    first = running()
    sound = {number for place, number in enumerate(numbers) if place not in first}
    for place in first:
        if numbers[place] in sound:
            found[place] = []
    for retry in retries:
        for place in running():
            # By itself: in a batch, what the longer prompts say is penalized as if it had been answered, and a
            # token that cannot be answered has no score that CTranslate2 could lower.
            (answers,) = generate([sources[place]], {**options, **retry})
            if not runs_on(sources[place], length(sources[place]), answers[0]):
                found[place] = answers
    return found


def runs_on(source: str, length: int, answer: Answer) -> bool:
    """Tell whether an answer had to be stopped, or loops where its source does not."""
    if answer.stopped or answer.tokens >= length_bound(length):
        return True
    return find_loop(answer.text) is not None and not repeats_itself(source)


def repeats_itself(source: str) -> bool:
    """Tell whether a source says something over and over, so that its English may."""
    return find_loop(" ".join(source)) is not None
