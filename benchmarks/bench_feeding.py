"""Measure ways to feed the house model: batch sizes, equal lengths, a kept head of the prompt, paragraphs, two workers.

    .venv/bin/python benchmarks/bench_feeding.py [--model house-small] [--sentences 60] [--rounds 3] [--only WAY]

Every way answers the same sentences greedily; they take turns. `same` is the share of sentences with the English of
the engine's own way.
"""

import argparse
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import ctranslate2
from bench_rows import OURS, measure
from bench_text import fed_sentences, write_bulletins

from workflow.engines import choose_model
from workflow.engines.catalogue import END_OF_ANSWER
from workflow.engines.decoding import length_bound, plan_batches
from workflow.engines.house import BATCH, HouseEngine

Prompts = list[list[str]]
HEAD = 3  # tokens that every prompt begins with
IN_PROMPT = 3  # sentences of a paragraph that is asked as one


def generate(
    engine: HouseEngine, prompts: Prompts, size: int = 0, head: Sequence[str] = ()
) -> list[list[int]]:
    """Return the tokens of every answer; `head` is a beginning that the prompts lack."""
    results = engine.generator.generate_batch(
        prompts,
        max_batch_size=size,
        static_prompt=list(head) or None,
        include_prompt_in_result=False,
        max_length=max(length_bound(len(prompt)) for prompt in prompts),
        end_token=END_OF_ANSWER,
        suppress_sequences=engine.suppressed,
        return_scores=True,
    )
    return [result.sequences_ids[0] for result in results]


def in_batches(engine: HouseEngine, prompts: Prompts, batches: list[list[int]]) -> list[list[int]]:
    """Return the answers of prompts that are asked in these batches of positions."""
    found: dict[int, list[int]] = {}
    for batch in batches:
        found.update(zip(batch, generate(engine, [prompts[i] for i in batch]), strict=True))
    return [found[i] for i in range(len(prompts))]


def equal_lengths(lengths: Sequence[int]) -> list[list[int]]:
    """Return batches of positions whose lengths are the same."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    return [list(group) for _length, group in groupby(order, key=lengths.__getitem__)]


def ways_of(engine: HouseEngine, two: HouseEngine, sources: list[str]) -> dict[str, Callable[[], object]]:
    """Return the ways by name; `two` has two workers of one thread."""
    prompts = [engine.prompt(source) for source in sources]
    lengths = [len(prompt) for prompt in prompts]
    head, rest = prompts[0][:HEAD], [prompt[HEAD:] for prompt in prompts]
    joined = [engine.prompt("".join(sources[i : i + IN_PROMPT])) for i in range(0, len(sources), IN_PROMPT)]
    sized = {
        f"batches of {size}": (lambda size=size: in_batches(engine, prompts, plan_batches(lengths, size)))
        for size in (16, 32, BATCH)
    }
    return sized | {
        "equal lengths": lambda: in_batches(engine, prompts, equal_lengths(lengths)),
        "head of the prompt kept": lambda: generate(engine, rest, head=head),
        "two workers of one thread": lambda: generate(two, prompts, -(-len(prompts) // 2)),
        f"{IN_PROMPT} sentences a prompt": lambda: generate(engine, joined),
    }


def main() -> None:
    """Print seconds of every way, how often the engine's own is as fast, and how much of its English is the same."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default="house-small")
    parser.add_argument("--sentences", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--only", action="append")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        sources = fed_sentences(write_bulletins(3, Path(folder)), given.sentences)
    model = choose_model(given.model)
    engine, two = HouseEngine(model, given.threads), HouseEngine(model, 1)
    two.generator = ctranslate2.Generator(
        str(model.path), compute_type="int8", inter_threads=2, intra_threads=1
    )
    answers: dict[str, object] = {}

    def kept(name: str, way: Callable[[], object]) -> Callable[[], None]:
        return lambda: answers.update({name: way()})

    ways = {
        name: kept(name, way)
        for name, way in ways_of(engine, two, sources).items()
        if not given.only or name in given.only
    }
    own = f"batches of {BATCH}"
    rows = measure("feeding", len(sources), {OURS: ways[own], **ways}, given.rounds)
    for row in rows[1:]:
        theirs, ours = answers[row.way], answers[own]
        same = sum(a == b for a, b in zip(theirs, ours, strict=False)) / len(sources)  # type: ignore[call-overload]
        print(
            f"{row.way:28} {row.seconds:7.1f} s {row.ours_is_faster:5.2f}   processor {row.processor:6.1f} s "
            f"{row.ours_is_leaner:5.2f}   same {same:4.0%}"
        )


if __name__ == "__main__":
    main()
