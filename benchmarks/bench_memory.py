"""Measure how fast the translation memory answers, by its size: lookups a second and the slowest of a hundred.

    .venv/bin/python benchmarks/bench_memory.py ../shared/corpus --without ../shared/corpus/heldout.txt
        [--sizes 10000,100000,1000000] [--json FILE] [--keep FILE.sqlite]

The memory is filled with sentences put together by lot from the clauses of a corpus of pairs, so that each clause
stands in many. Looked up are sentences that it holds (exact), such with other figures (exchanged), such
with a quarter of other words (fuzzy) and new ones (none); `found` is the share that got English or a suggestion. The
processor's own time is told beside the clock's: on a machine that does other work the clock says little.
"""

import argparse
import json
import os
import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workflow.config import Settings
from workflow.constrain import Terms, find
from workflow.memory import Memory, open_memory
from workflow.memory.entries import Entry, exchangeable
from workflow.memory.lookup import remembered
from workflow.units import Constraint, Unit
from workflow.workshop import open_terms

LOOKUPS = 300
KEPT_BACK = 1500  # clauses that no sentence of the memory has
FIGURE = re.compile(r"(?<![\d.])[2-9]\d{0,2}(?![\d.年月日])")


@dataclass(frozen=True, slots=True)
class Clause:
    """Hold a clause of the corpus with its constraints."""

    text: str
    constraints: tuple[Constraint, ...]


def main() -> int:
    """Fill a memory step by step and print what each size answers."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, help='folder of .jsonl files with "zh"')
    parser.add_argument("--without", type=Path, help="Chinese sentences to leave out, one a line")
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", type=Path, help="where the memory goes; else it is deleted")
    given = parser.parse_args()
    terms = open_terms(Settings())
    chance = random.Random(1)  # noqa: S311 - seeded noise
    clauses = list(clauses_of(given.corpus, given.without, terms))
    chance.shuffle(clauses)
    kept_back, used = clauses[:KEPT_BACK], clauses[KEPT_BACK:]
    print(f"{len(used)} clauses; SQLite {sqlite3.sqlite_version}; {os.cpu_count()} processors")
    print(f"{'units':>9} {'MB':>6} {'in a second':>11}  {'lookup':10} {'found':>6} {'a second':>9}", end="")
    print(f" {'median ms':>9} {'99 % ms':>8} {'processor':>9} {'its 99 %':>8}")
    results = []
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder, "memory.sqlite")
        with open_memory(path, create=True) as memory:
            for size in map(int, given.sizes.split(",")):
                results += measured(memory, size, used, kept_back, terms, chance)
    if given.json:
        given.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 0


def clauses_of(corpus: Path, without: Path | None, terms: Terms) -> Iterator[Clause]:
    """Yield the different clauses of a corpus, each with its marks."""
    left_out = set(without.read_text(encoding="utf-8").splitlines()) if without else set()
    rows = (
        json.loads(line)
        for file in sorted(corpus.glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    )
    texts = {
        c
        for row in rows
        if row["zh"] not in left_out
        for c in re.split("(?<=[，；。])", row["zh"])
        if len(c) > 3
    }
    for text in sorted(texts):
        found = [replace(c, targets=c.targets[:1]) for c in find(text, terms) if exchangeable(c)]
        yield Clause(text, tuple(found))


def sentence(clauses: Sequence[Clause], chance: random.Random) -> Clause:
    """Return a sentence of one to four clauses, its constraints moved to their places."""
    text, constraints = "", []
    for clause in chance.sample(clauses, chance.choice((1, 2, 2, 3, 3, 4))):
        at = len(text)
        constraints += [replace(c, start=c.start + at, end=c.end + at) for c in clause.constraints]
        text += clause.text
    return Clause(text, tuple(constraints))


def measured(
    memory: Memory,
    size: int,
    used: Sequence[Clause],
    kept_back: Sequence[Clause],
    terms: Terms,
    chance: random.Random,
) -> list[dict[str, object]]:
    """Fill the memory up to a size and return a row for every kind of lookup."""
    before, start = memory.count, time.perf_counter()
    memory.add(_entries(range(before, size), used, chance))
    filling = (size - before) / (time.perf_counter() - start)
    megabytes = memory.path.stat().st_size / 1e6
    rows: list[dict[str, object]] = []
    for kind, units in queries(memory, kept_back, terms, chance).items():
        times, works, found = [], [], 0
        for unit in units:
            begun, work = time.perf_counter(), time.process_time()
            done = remembered(unit, "", "", memory)
            times.append(1000 * (time.perf_counter() - begun))
            works.append(1000 * (time.process_time() - work))
            found += bool(done.target or done.suggestions)
        row = {
            "units": size,
            "lookup": kind,
            "found": round(found / len(units), 3),
            "a_second": round(1000 / statistics.mean(times)),
            "median_ms": round(statistics.median(times), 2),
            "p99_ms": round(statistics.quantiles(times, n=100)[-1], 2),
            "processor_ms": round(statistics.mean(works), 2),
            "processor_p99_ms": round(statistics.quantiles(works, n=100)[-1], 2),
        }
        rows.append(row)
        print(
            f"{size:9,} {megabytes:6.0f} {filling:11,.0f}  {kind:10} {row['found']:6.1%} {row['a_second']:9,} "
            f"{row['median_ms']:9.2f} {row['p99_ms']:8.2f} {row['processor_ms']:9.2f} {row['processor_p99_ms']:8.2f}",
            flush=True,
        )
    return rows


def _entries(numbers: range, used: Sequence[Clause], chance: random.Random) -> Iterator[Entry]:
    for number in numbers:
        made = sentence(used, chance)
        yield Entry(
            made.text,
            f"The English of sentence {number}.",
            f"bulletin {number // 50}",
            f"{number:012x}",
            date="2024-05-28T00:00:00Z",
            constraints=made.constraints,
        )


def queries(
    memory: Memory, kept_back: Sequence[Clause], terms: Terms, chance: random.Random
) -> dict[str, list[Unit]]:
    """Return units of every kind of lookup, their constraints found as step 5 finds them."""
    known = [memory.numbered(chance.randrange(1, memory.count + 1)).source for _n in range(3 * LOOKUPS)]
    with_figures = [text for text in known if FIGURE.search(text)][:LOOKUPS]
    texts = {
        "exact": known[:LOOKUPS],
        "exchanged": [FIGURE.sub(lambda m: str(int(m[0]) + 1), text) for text in with_figures],
        "fuzzy": [_altered(text, chance.choice(kept_back).text, chance) for text in known[-LOOKUPS:]],
        "none": [sentence(kept_back, chance).text for _n in range(LOOKUPS)],
    }
    return {
        kind: [
            Unit("0" * 12, "sections/0/paragraphs/0/0", text, constraints=find(text, terms)) for text in group
        ]
        for kind, group in texts.items()
    }


def _altered(text: str, other: str, chance: random.Random) -> str:
    """Return a text with a quarter of it replaced by other words."""
    length = max(1, len(text) // 4)
    start = chance.randrange(0, max(1, len(text) - length))
    return text[:start] + other[:length] + text[start + length :]


if __name__ == "__main__":
    sys.exit(main())
