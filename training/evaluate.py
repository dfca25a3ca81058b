"""Measure a model: `python -m training.evaluate --model NAME|FOLDER --corpus FOLDER [--general FOLDER]`.

Everything goes through the product's own engine and its first try, on the merged int8 model. Prints a table; --json keeps
figures and translations. Take `--half choose` to choose between models and `--half final` once, for the figures that stand.
"""

import argparse
import json
import resource
import time
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from training.data import corpus, general_test, half, held_out
from training.feeding import Pair, constraints_of
from training.measures import Figures, Translation, copies, measures, table
from training.watched import Watched
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.constrain.rosters import feed
from workflow.engines import choose_model
from workflow.retries import Question, first
from workflow.units import Constraint, Unit
from workflow.workshop import open_terms


def held_out_pairs(folder: Path, name: str, most: int) -> list[Pair]:
    """Return pairs of one half of the held-out ones, at most `most`, in the order of a digest."""
    held = held_out(folder)
    pairs = [p for kept in corpus(folder).values() for p in kept if p.zh in held and half(p.zh) == name]
    return sorted(pairs, key=lambda pair: sha256(pair.zh.encode()).hexdigest())[:most]


def translate(
    engine: Watched, pairs: Sequence[Pair], constraints: Sequence[Sequence[Constraint]]
) -> tuple[list[Translation], Figures]:
    """Return the engine's first answers where these constraints are fed, with loops and sentences a second."""
    units = [
        Unit(f"{n:012}", f"text/{n}", pair.zh, constraints=tuple(found))
        for n, (pair, found) in enumerate(zip(pairs, constraints, strict=True))
    ]
    engine.loops = engine.several = 0
    start = time.perf_counter()
    answers = first(engine, units, None, listed=True)
    seconds = time.perf_counter() - start
    translations = []
    for pair, unit, answer in zip(pairs, units, answers, strict=True):
        question = Question(unit, feed(unit.source, unit.constraints))
        fed = [c.target for c in answer.constraints if c.way != "listed"]
        kept = tuple(c.kept for c in answer.constraints)
        translations.append(
            Translation(question.source, answer.text, pair.en, copies(fed, answer.text), kept)
        )
    rate = round(len(pairs) / seconds, 2)
    return translations, {
        "loops at first": engine.loops,
        "several lines": engine.several,
        "sentences a second": rate,
    }


def sets(
    options: argparse.Namespace, terms: Terms
) -> dict[str, tuple[list[Pair], list[list[Constraint]], bool]]:
    """Return what is measured by name: pairs, their constraints, and whether Han tokens are suppressed."""
    pairs = held_out_pairs(options.corpus, options.half, options.pairs)
    fed = [list(constraints_of(pair, terms, own=True)) for pair in pairs]
    plain: list[list[Constraint]] = [[] for _pair in pairs]
    found = {
        f"{options.half}, fed": (pairs, fed, True),
        f"{options.half}, plain": (pairs, plain, True),
        f"{options.half}, fed, nothing suppressed": (pairs, fed, False),
    }
    if options.general:
        general = general_test(options.general)[: options.pairs]
        found["general"] = (general, [[] for _pair in general], True)
    return {name: part for name, part in found.items() if not options.only or name in options.only}


def main(arguments: list[str] | None = None) -> None:
    """Print the table of one model."""
    options = _options(arguments)
    terms = open_terms(Settings())
    parts = sets(options, terms)
    start = time.perf_counter()
    engine = Watched(choose_model(options.model), threads=options.threads)
    loading = time.perf_counter() - start
    suppressed = engine.suppressed
    columns: dict[str, Figures] = {}
    texts: dict[str, list[dict[str, Any]]] = {}
    for name, (pairs, constraints, suppress) in parts.items():
        if not (suppress or suppressed):
            print(f"{name}: not measured, for this model has no Han tokens to answer with")
            continue
        engine.suppressed = suppressed if suppress else []
        translations, figures = translate(engine, pairs, constraints)
        columns[name] = measures(translations) | figures
        texts[name] = [asdict(translation) for translation in translations]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    print(f"{engine.signature}\nloaded in {loading:.1f} s, {memory} MB at most\n\n{table(columns)}")
    if options.json:
        facts = {"engine": engine.signature, "seconds to load": round(loading, 1), "megabytes": memory}
        whole = facts | {"figures": columns, "translations": texts}
        options.json.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training.evaluate", description=__doc__)
    parser.add_argument("--model", default="house", help="an installed model or a model folder")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--general", type=Path, help="without it, general text is not measured")
    parser.add_argument("--half", choices=("choose", "final"), default="choose")
    parser.add_argument("--pairs", type=int, default=200, help="pairs of each set")
    parser.add_argument("--only", action="append", help="name of a set to measure; repeatable")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
