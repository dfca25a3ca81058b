"""Measure the engine beside a plain loop: the same sentences, the same model, one generate_batch call a sentence.

    .venv/bin/python benchmarks/bench_engine.py [--model house-small] [--sentences 64]

The sentences are those of samples/ that need an engine, with their constraints in English as it is fed. Seconds are of
this machine; what holds elsewhere is the ratio. Both answer greedily under the same length bound, with the same tokens
suppressed.
"""

import argparse
import time
from pathlib import Path

from workflow.clean import clean
from workflow.config import Settings
from workflow.constrain import constrain
from workflow.constrain.inject import inject
from workflow.engines import choose_model
from workflow.engines.catalogue import END_OF_ANSWER
from workflow.engines.decoding import length_bound
from workflow.engines.house import HouseEngine
from workflow.fill import direct
from workflow.readers import read
from workflow.segment import segment
from workflow.structure import parse
from workflow.units import State
from workflow.workshop import open_terms

SAMPLES = Path(__file__).parents[1] / "samples"


def sentences(most: int) -> list[str]:
    """Return the fed sentences of the samples, at most so many."""
    terms = open_terms(Settings())
    found: list[str] = []
    for path in sorted(p for p in SAMPLES.iterdir() if p.name != "README.md"):
        units = constrain(segment(parse(clean(read(path))).bulletin), terms)
        waiting = [u for u in units if direct(u, {}).state == State.EMPTY]
        found += [inject(u.source, u.constraints) for u in waiting]
    return list(dict.fromkeys(found))[:most]


def main() -> None:
    """Print sentences a second of both, and their ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default="house-small")
    parser.add_argument("--sentences", type=int, default=64)
    given = parser.parse_args()
    sources = sentences(given.sentences)
    engine = HouseEngine(choose_model(given.model), threads=0)
    engine.translate(sources[:1])
    start = time.perf_counter()
    engine.translate(sources)
    ours = time.perf_counter() - start
    start = time.perf_counter()
    for source in sources:
        prompt = engine.prompt(source)
        engine.generator.generate_batch(
            [prompt],
            include_prompt_in_result=False,
            max_length=length_bound(len(prompt)),
            end_token=END_OF_ANSWER,
            suppress_sequences=engine.suppressed,
        )
    loop = time.perf_counter() - start
    count = len(sources)
    print(f"{given.model}: {count} sentences")
    print(f"engine      {ours:7.1f} s  {count / ours:6.2f} sentences/s")
    print(f"plain loop  {loop:7.1f} s  {count / loop:6.2f} sentences/s")
    print(f"ratio       {loop / ours:7.2f}")


if __name__ == "__main__":
    main()
