"""Measure a cold start of one bulletin up to its first question: the model loaded before anything else, and meanwhile.

    .venv/bin/python benchmarks/bench_loading.py [--model house-small] [--rounds 5]

Each round is a process of its own; imports count, translation does not. A busy machine hides what loading meanwhile saves:
it needs a second core that is free.
"""

import argparse
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench_rows import OURS, measure, table

FIRST = "model loaded first"
SAMPLE = Path(__file__).parents[1] / "samples" / "text-export.txt"


def start(model: str, loaded_first: bool) -> None:
    """Open the services and prepare the sample, as a build does, and wait for the weights before or after that."""
    from workflow import pipeline, workshop
    from workflow.config import Settings
    from workflow.engines import choose_model
    from workflow.engines.house import HouseEngine
    from workflow.steps import Given, Watch

    settings = replace(Settings(), model=model, cache="off", memory="off")
    engine = HouseEngine(choose_model(model), settings.threads)
    if loaded_first:
        _ = engine.generator
    services = workshop.open_services(settings, engine=engine)
    with TemporaryDirectory() as folder:
        pipeline.prepare(SAMPLE, Path(folder) / "out", settings, services, Given(), Watch())
    _ = engine.generator


def main() -> None:
    """Print the table of both ways, which take turns."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default="house-small", help="an installed house model or its folder")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--way", choices=(FIRST, OURS), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.way:
        start(given.model, given.way == FIRST)
        return
    command = [sys.executable, __file__, "--model", given.model, "--way"]
    ways = {way: (lambda way=way: subprocess.run([*command, way], check=True)) for way in (FIRST, OURS)}
    print(table(measure(f"start, {given.model}", 1, ways, given.rounds)))


if __name__ == "__main__":
    main()
