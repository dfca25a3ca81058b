"""Step 6, FILL: the order in which a unit gets its English, and what is tried where a constraint was lost."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workflow.constrain import COPIED, assemble
from workflow.constrain.inject import inject
from workflow.constrain.verify import verify
from workflow.engines.base import Engine, Hypothesis
from workflow.units import HAN, Constraint, State, Unit, Way

HAN_TEXT = re.compile(f"[{HAN}]")
FIELDS = re.compile(r"^(?:masthead|contact)/|/speaker/")
HYPOTHESES = 4
# A beam costs four rows a token and rarely mends a sentence of this many characters, known English in place.
LONGEST_FOR_BEAM = 400
DOUBT = 0.5

Progress = Callable[[int, int], None]
Split = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold one candidate for a unit: its English, verified constraints, score and way."""

    text: str
    constraints: tuple[Constraint, ...]
    score: float | None

    @property
    def lost(self) -> int:
        """Return how many constraints do not stand in the English, Han left in it counting as one."""
        return sum(not c.kept for c in self.constraints) + bool(HAN_TEXT.search(self.text)) + (not self.text)


def fill(
    units: Sequence[Unit],
    engine: Engine,
    labels: dict[str, str],
    clauses: Split,
    progress: Progress | None = None,
) -> tuple[Unit, ...]:
    """Return the units with English: fixed label, parsed form, then the engine.

    `labels` maps slots to fixed English; `clauses` cuts a sentence for the last attempt. `progress` is told
    how many of the engine's sentences are done, and of how many.
    """
    filled = [direct(unit, labels) for unit in units]
    waiting = [i for i, unit in enumerate(filled) if unit.state == State.EMPTY]
    answers = _ask(engine, [filled[i] for i in waiting], clauses, progress)
    for i, answer in zip(waiting, answers, strict=True):
        filled[i] = _draft(filled[i], answer, f"engine:{engine.name}")
    return tuple(filled)


def direct(unit: Unit, labels: dict[str, str]) -> Unit:
    """Return the unit filled without an engine where it can be, else as it is."""
    if unit.slot in labels:
        return _fixed(unit, labels[unit.slot], "label", "label")
    if COPIED.search(unit.slot) or not HAN_TEXT.search(unit.source):
        return _fixed(unit, unit.source, "label", "label")
    whole = assemble(unit)
    if whole is not None and (unit.slot in ("issue", "date") or FIELDS.search(unit.slot)):
        return _fixed(unit, whole, "parsed", "parsed")
    return unit


def _fixed(unit: Unit, english: str, origin: str, way: Way) -> Unit:
    answer = Answer(english, _verified(unit, english, way), None)
    return _draft(unit, answer, origin)


def _verified(unit: Unit, english: str, way: Way) -> tuple[Constraint, ...]:
    return tuple(
        replace(c, way=way if c.kept else "lost") for c in verify(unit.constraints, english, unit.source)
    )


def _draft(unit: Unit, answer: Answer, origin: str) -> Unit:
    return replace(
        unit,
        target=answer.text,
        state=State.DRAFT if answer.text else State.EMPTY,
        origin=origin,
        score=None if answer.score is None else round(answer.score, 4),
        confidence=confidence(answer),
        constraints=answer.constraints,
    )


def confidence(answer: Answer) -> float:
    """Return 0 to 1: the geometric mean of the token probabilities, halved for every loss and doubtful name."""
    doubts = answer.lost + any(c.doubtful for c in answer.constraints)
    base = 1.0 if answer.score is None else math.exp(min(0.0, answer.score))
    return round(base * DOUBT**doubts, 3)


def _ask(engine: Engine, units: Sequence[Unit], clauses: Split, progress: Progress | None) -> list[Answer]:
    """Return the best answer for each unit: at first try, the lost English named, of n best, by clauses."""
    if not units:
        return []
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        if progress:
            progress(min(done, len(units)), len(units))

    sources = [inject(unit.source, unit.constraints) for unit in units]
    first = engine.translate(sources, progress=advance)
    best = [_best(unit, found, "first") for unit, found in zip(units, first, strict=True)]
    for attempt in (_named, _ranked, _by_clauses):
        again = [i for i, answer in enumerate(best) if answer.lost]
        if not again:
            break
        tried = attempt(engine, [units[i] for i in again], [best[i] for i in again], clauses)
        for i, answer in zip(again, tried, strict=True):
            if answer.lost < best[i].lost:
                best[i] = answer
    return best


def _best(unit: Unit, hypotheses: Sequence[Hypothesis], way: Way) -> Answer:
    """Return the hypothesis that keeps the most constraints; among equals the engine's order decides."""
    answers = [Answer(h.text.strip(), _verified(unit, h.text.strip(), way), h.score) for h in hypotheses]
    return min(answers, key=lambda answer: answer.lost)


def _ranked(
    engine: Engine, units: Sequence[Unit], best_yet: Sequence[Answer], _clauses: Split
) -> list[Answer]:
    sources = [inject(unit.source, unit.constraints) for unit in units]
    short = [i for i, source in enumerate(sources) if len(source) <= LONGEST_FOR_BEAM]
    answers = list(best_yet)
    for i, hypotheses in zip(short, engine.translate([sources[i] for i in short], n=HYPOTHESES), strict=True):
        answers[i] = _best(units[i], hypotheses, "ranked")
    return answers


def _named(
    engine: Engine, units: Sequence[Unit], best_yet: Sequence[Answer], _clauses: Split
) -> list[Answer]:
    sources = [inject(unit.source, unit.constraints) for unit in units]
    keep = [[c.target for c in answer.constraints if not c.kept] for answer in best_yet]
    found = engine.translate(sources, keep=keep)
    return [_best(unit, hypotheses, "named") for unit, hypotheses in zip(units, found, strict=True)]


def _by_clauses(
    engine: Engine, units: Sequence[Unit], best_yet: Sequence[Answer], clauses: Split
) -> list[Answer]:
    """Return the English of each unit translated clause by clause, where it has more than one."""
    pieces = [_cut(unit, clauses) for unit in units]
    sources = [text for cut in pieces for text in cut]
    if not sources:
        return list(best_yet)
    found = iter(engine.translate(sources))
    answers: list[Answer] = []
    for unit, cut, before in zip(units, pieces, best_yet, strict=True):
        if not cut:
            answers.append(before)
            continue
        parts = [next(found)[0] for _text in cut]
        text = join_clauses([part.text.strip() for part in parts])
        score = sum(part.score for part in parts) / len(parts)
        answers.append(Answer(text, _verified(unit, text, "split"), score))
    return answers


def _cut(unit: Unit, clauses: Split) -> list[str]:
    """Return the injected clauses of a unit; a cut inside a constraint is none."""
    parts: list[str] = []
    start = end = 0
    for clause in clauses(unit.source):
        end += len(clause)
        if any(c.start < end < c.end for c in unit.constraints):
            continue
        inside = [c for c in unit.constraints if start <= c.start and c.end <= end]
        shifted = [replace(c, start=c.start - start, end=c.end - start) for c in inside]
        parts.append(inject(unit.source[start:end], shifted))
        start = end
    return parts if len(parts) > 1 and end == len(unit.source) else []


def join_clauses(parts: Sequence[str]) -> str:
    """Return English clauses as one sentence: inner full stops become commas or semicolons, capitals fall."""
    out = ""
    for part in parts:
        if not out:
            out = part
            continue
        first, rest = part[:1], part[1:]
        lower = first.lower() if rest[:1].islower() or rest[:1] == " " else first
        out = re.sub(r"[.。;；,，]$", "", out) + ", " + lower + rest
    return out
