"""Measure the ways to ask again: `python -m training.retries --model house-small --corpus FOLDER [--pairs 300]`.

Held-out pairs are fed all their constraints. The first table makes each attempt alone for every sentence that lost one at
first; the second makes them in every order, as a build does. Seconds are of the processor, on one thread, so that other
work on the machine does not count; a request asked before is not asked again, and costs what it cost.
"""

import argparse
import itertools
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.evaluate import held_out_pairs
from training.feeding import Pair, constraints_of
from workflow.config import Settings
from workflow.engines import open_engine
from workflow.engines.base import Engine, Hypothesis, Progress
from workflow.retries import ATTEMPTS, Answer, first
from workflow.segment.sentences import clauses
from workflow.units import Unit
from workflow.workshop import open_terms

Key = tuple[str, int, tuple[str, ...]]
# It is made for sentences whose list of people was lost and is cheap: no other is of use to them.
BEFORE_ALL = "in full"


class Timed:
    """Ask an engine once for each request, and count the seconds of every request that is made."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[Key, tuple[list[Hypothesis], float]] = {}
        self.name = engine.name
        self.signature = engine.signature
        self.seconds = 0.0

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Return what the engine answers; the seconds of a call are shared out by the length of its sources."""
        wishes = [tuple(wish) for wish in keep] if keep is not None else [()] * len(sources)
        keys = [(source, n, wish) for source, wish in zip(sources, wishes, strict=True)]
        new = list(dict.fromkeys(key for key in keys if key not in self._known))
        if new:
            start = time.process_time()
            answers = self._engine.translate([key[0] for key in new], n, [key[2] for key in new], progress)
            share = (time.process_time() - start) / max(1, sum(len(key[0]) for key in new))
            for key, answer in zip(new, answers, strict=True):
                self._known[key] = answer, share * len(key[0])
        self.seconds += sum(self._known[key][1] for key in set(keys))
        return [self._known[key][0] for key in keys]


@dataclass(frozen=True, slots=True)
class Row:
    """Hold what attempts came to: constraints brought home, sentences with none lost, seconds, chrF afterwards."""

    name: str
    home: int
    whole: int
    seconds: float
    chrf: float


def retried(
    engine: Timed, units: Sequence[Unit], before: Sequence[Answer], names: Sequence[str]
) -> list[Answer]:
    """Return the best answers after these attempts in order, each taken where it loses less, as in a build."""
    best = list(before)
    for name in names:
        waiting = [i for i, answer in enumerate(best) if answer.lost]
        tried = ATTEMPTS[name](engine, [units[i] for i in waiting], [best[i] for i in waiting], clauses)
        for i, answer in zip(waiting, tried, strict=True):
            if answer.lost < best[i].lost:
                best[i] = answer
    return best


def row(
    engine: Timed,
    units: Sequence[Unit],
    before: Sequence[Answer],
    references: Sequence[str],
    names: Sequence[str],
) -> Row:
    """Return what attempts in order come to on sentences that lost something."""
    from sacrebleu.metrics.chrf import CHRF

    start = engine.seconds
    after = retried(engine, units, before, names)
    home = sum(old.lost - new.lost for old, new in zip(before, after, strict=True))
    score = CHRF().corpus_score([answer.text for answer in after], [list(references)]).score
    whole = sum(not answer.lost for answer in after)
    return Row(", ".join(names) or "none", home, whole, round(engine.seconds - start, 1), round(score, 2))


def table(rows: Sequence[Row]) -> str:
    """Return rows as a Markdown table."""
    lines = [
        "| attempts | brought home | sentences whole | seconds | home a second | chrF |",
        "|---|---|---|---|---|---|",
    ]
    for one in rows:
        rate = f"{one.home / one.seconds:.2f}" if one.seconds else "–"
        lines.append(f"| {one.name} | {one.home} | {one.whole} | {one.seconds} | {rate} | {one.chrf} |")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> None:
    """Print both tables."""
    options = _options(arguments)
    terms = open_terms(Settings())
    pairs: list[Pair] = held_out_pairs(options.corpus, options.half, options.pairs)
    units = [
        Unit(f"{n:012}", f"text/{n}", pair.zh, constraints=constraints_of(pair, terms, own=True))
        for n, pair in enumerate(pairs)
    ]
    engine = Timed(open_engine(options.model, 1))
    answers = first(engine, units, None, listed=True)
    print(engine.signature)
    spans = sum(len(unit.constraints) for unit in units)
    print(f"{len(units)} sentences, {spans} constraints, first try {engine.seconds:.1f} s")
    losing = [i for i, answer in enumerate(answers) if answer.lost]
    lost = sum(answers[i].lost for i in losing)
    print(f"{lost} lost in {len(losing)} sentences\n", flush=True)
    asked = [units[i] for i in losing], [answers[i] for i in losing], [pairs[i].en for i in losing]
    alone = [row(engine, *asked, names) for names in ([], *([name] for name in ATTEMPTS))]
    print(table(alone) + "\n", flush=True)
    others = [name for name in ATTEMPTS if name != BEFORE_ALL]
    orders = [row(engine, *asked, [BEFORE_ALL, *order]) for order in itertools.permutations(others)]
    orders.sort(key=lambda one: (-one.home, one.seconds))
    print(table(orders))
    if options.json:
        shown = [[getattr(one, field) for field in Row.__slots__] for one in (*alone, *orders)]
        options.json.write_text(json.dumps(shown, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training.retries", description=__doc__)
    parser.add_argument("--model", default="house", help="an installed model or a model folder")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--half", choices=("choose", "final"), default="choose")
    parser.add_argument("--pairs", type=int, default=300)
    parser.add_argument("--json", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
