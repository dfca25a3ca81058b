"""Measure what the sentence before helps: `python -m training.context --model NAME|FOLDER --corpus FOLDER`.

Held-out sentences whose predecessor stands right before them in a running text are asked in four ways, all constraints
fed: alone; after their predecessor and the engine's own English of it as an earlier turn of one conversation (turn); in
one text with it (text); in one text with it, a sentence a line (lines). From the English of a text the last sentence is
taken where it has as many sentences or lines as the source, else the answer alone. Predecessors may have been trained
on, so that their English is better than in use. Seconds are of the processor, on one thread; those of `turn` leave out
the predecessor, which a build translates anyway.
"""

import argparse
import itertools
import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from training.data import RUNNING, corpus, half, held_out
from training.feeding import Pair, constraints_of
from training.measures import Figures, Translation, copies, measures, table
from training.variants import SENTENCE_END
from training.watched import Turns, Watched
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.constrain.inject import inject
from workflow.constrain.rosters import feed
from workflow.engines import choose_model
from workflow.retries import Answer, Question
from workflow.units import Unit
from workflow.workshop import open_terms

WAYS = ("turn", "text", "lines")
# Further files that are texts, though not all through.
TEXTS = RUNNING | {"field-stories.jsonl", "speeches-and-leads.jsonl"}
PRONOUNS = {
    "he": frozenset({"he", "him", "his", "himself"}),
    "she": frozenset({"she", "her", "hers", "herself"}),
    "they": frozenset({"they", "them", "their", "theirs", "themselves"}),
}
WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][A-Za-z-]+")
SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[\"“‘]?[A-Z0-9])")


def neighbours(folder: Path, name: str) -> list[tuple[Pair, Pair]]:
    """Return the held-out sentences of one half, each after the sentence that stands before it in its text."""
    held = held_out(folder)
    found = []
    for file, pairs in corpus(folder).items():
        for before, pair in itertools.pairwise(pairs):
            run = before.zh.endswith(SENTENCE_END) and pair.zh.endswith(SENTENCE_END)
            if file in TEXTS and run and pair.zh in held and half(pair.zh) == name:
                found.append((before, pair))
    return found


def questions(pairs: Sequence[Pair], terms: Terms) -> list[Question]:
    """Return what the engine is asked for each pair, as at the first try of a build."""
    units = [
        Unit(f"{n:012}", f"text/{n}", pair.zh, constraints=constraints_of(pair, terms, own=True))
        for n, pair in enumerate(pairs)
    ]
    return [Question(unit, feed(unit.source, unit.constraints)) for unit in units]


def asked(engine: Watched, found: Sequence[Question], turns: Sequence[Turns] | None = None) -> list[Answer]:
    """Return the answers to questions, each after its own turns."""
    engine.turns = dict(zip((q.source for q in found), turns, strict=True)) if turns else {}
    answers = engine.translate([q.source for q in found])
    engine.turns = {}
    return [q.best(hypotheses, "first") for q, hypotheses in zip(found, answers, strict=True)]


def last_of(text: str, parts: Callable[[str], list[str]], count: int) -> str | None:
    """Return the last part of a text that has so many, else None."""
    found = [part for part in parts(text) if part.strip()]
    return found[-1].strip() if len(found) == count else None


def together(
    engine: Watched,
    before: Sequence[Question],
    found: Sequence[Question],
    alone: Sequence[Answer],
    joint: str,
    parts: Callable[[str], list[str]],
) -> tuple[list[Answer], int]:
    """Return the answers where each question is asked in one text with the one before it, and how many could be used."""
    texts = engine.texts([_in_full(one) + joint + q.source for one, q in zip(before, found, strict=True)])
    answers = []
    for q, text, other in zip(found, texts, alone, strict=True):
        last = last_of(text, parts, 2)
        answers.append(other if last is None else q.answer(last, None, "first"))
    return answers, sum(last_of(text, parts, 2) is not None for text in texts)


def _in_full(question: Question) -> str:
    return inject(question.unit.source, question.unit.constraints)


def pronouns(text: str) -> frozenset[str]:
    """Return which of he, she and they a text speaks of."""
    words = {word.lower() for word in WORD.findall(text)}
    return frozenset(name for name, forms in PRONOUNS.items() if words & forms)


def references_kept(translations: Sequence[Translation]) -> Figures:
    """Return how often pronouns are the reference's, and how many of its names that nobody fed are in the English.

    A name is a word with a capital within a sentence: of the Center, of the Lao side. In per cent.
    """
    spoken = [(pronouns(t.english), pronouns(t.reference)) for t in translations if pronouns(t.reference)]
    right = sum(ours == theirs for ours, theirs in spoken)
    names = [
        (name, t.english) for t in translations for name in NAME.findall(t.reference) if name not in t.fed
    ]
    there = sum(name in english for name, english in names)
    return {
        "pronouns right": f"{right} of {len(spoken)}",
        "names not fed": f"{there} of {len(names)}",
    }


def significance(translations: dict[str, list[Translation]]) -> dict[str, float]:
    """Return for each way but the first the probability that its chrF is as far from the first's by chance.

    sacreBLEU's paired bootstrap, 1,000 samples; it has no sense for the same English twice.
    """
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.significance import PairedTest

    systems = [(name, [t.english for t in found]) for name, found in translations.items()]
    references = [[t.reference for t in next(iter(translations.values()))]]
    test = PairedTest(systems, {"chrF": CHRF()}, references, test_type="bs", n_samples=1000)
    _signatures, results = test()
    scores = next(found for metric, found in results.items() if metric != "System")
    return {
        name: 1.0 if texts == systems[0][1] else round(score.p_value, 3)
        for (name, texts), score in zip(systems, scores, strict=True)
        if score.p_value is not None
    }


def ways(
    engine: Watched, before: Sequence[Question], found: Sequence[Question], chosen: Sequence[str]
) -> tuple[dict[str, list[Answer]], dict[str, Figures]]:
    """Return the answers of every way, and the seconds that it took and how many of its answers could be used."""
    answers: dict[str, list[Answer]] = {}
    facts: dict[str, Figures] = {}

    def timed(name: str, make: Callable[[], tuple[list[Answer], int]]) -> None:
        start = time.process_time()
        answers[name], usable = make()
        facts[name] = {"usable": usable, "seconds": round(time.process_time() - start, 1)}
        print(f"{name}: {facts[name]}", file=sys.stderr)

    english = asked(engine, before)
    turns: list[Turns] = [((_in_full(q), a.text),) for q, a in zip(before, english, strict=True)]
    timed("alone", lambda: (asked(engine, found), len(found)))
    alone = answers["alone"]
    make: dict[str, Callable[[], tuple[list[Answer], int]]] = {
        "turn": lambda: (asked(engine, found, turns), len(found)),
        "text": lambda: together(engine, before, found, alone, "", SENTENCE.split),
        "lines": lambda: together(engine, before, found, alone, "\n", str.splitlines),
    }
    for name in chosen:
        timed(name, make[name])
    return answers, facts


def main(arguments: list[str] | None = None) -> None:
    """Print the table of one model."""
    options = _options(arguments)
    terms = open_terms(Settings())
    pairs = neighbours(options.corpus, options.half)[: options.pairs]
    before = questions([one for one, _pair in pairs], terms)
    found = questions([pair for _one, pair in pairs], terms)
    engine = Watched(choose_model(options.model), threads=options.threads)
    answers, facts = ways(engine, before, found, options.way or WAYS)
    translations = {
        name: [_translation(q, a, pair.en) for q, a, (_one, pair) in zip(found, given, pairs, strict=True)]
        for name, given in answers.items()
    }
    chance = significance(translations)
    columns = {
        name: measures(t) | references_kept(t) | {"p": chance.get(name, "–")} | facts[name]
        for name, t in translations.items()
    }
    print(f"{engine.signature}\n\n{table(columns)}")
    if options.json:
        kept = {name: [asdict(t) for t in part] for name, part in translations.items()}
        whole = {"engine": engine.signature, "figures": columns, "translations": kept}
        options.json.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _translation(question: Question, answer: Answer, reference: str) -> Translation:
    fed = [c.target for c in answer.constraints if c.way != "listed"]
    kept = tuple(c.kept for c in answer.constraints)
    return Translation(question.source, answer.text, reference, copies(fed, answer.text), kept)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training.context", description=__doc__)
    parser.add_argument("--model", default="house", help="an installed model or a model folder")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--half", choices=("choose", "final"), default="choose")
    parser.add_argument("--way", action="append", choices=WAYS, help="beside alone; all; repeatable")
    parser.add_argument("--pairs", type=int, default=1000, help="at most so many sentences")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--json", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
