"""What is tried, in order, for a unit whose English lost a constraint: a new attempt is one row in ATTEMPTS."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workflow.constrain.inject import inject
from workflow.constrain.rosters import Fed, expand, feed
from workflow.constrain.verify import verify
from workflow.engines.base import Engine, Hypothesis, Progress
from workflow.offtarget import is_no_translation, remark
from workflow.units import HAN, Constraint, Unit, Way

HAN_TEXT = re.compile(f"[{HAN}]")
HYPOTHESES = 4
# A beam costs four rows a token and rarely mends a sentence of this many characters, known English in place.
LONGEST_FOR_BEAM = 400

Split = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold one candidate for a unit: its English, verified constraints, score and way; `stray` is no translation."""

    text: str
    constraints: tuple[Constraint, ...]
    score: float | None
    stray: bool = False

    @property
    def lost(self) -> int:
        """Return how many constraints do not stand in the English; Han left in it and what is no translation count too."""
        lost = sum(not c.kept for c in self.constraints) + bool(HAN_TEXT.search(self.text))
        return lost + (not self.text) + self.stray


Attempt = Callable[[Engine, Sequence[Unit], Sequence[Answer], Split], list[Answer]]


@dataclass(frozen=True, slots=True)
class Question:
    """Hold what the engine is asked for a unit: with `lists`, stand-ins take the place of lists of people."""

    unit: Unit
    lists: Fed | None = None

    @property
    def fed(self) -> tuple[Constraint, ...]:
        """Return the constraints whose English the engine is fed."""
        return self.lists.constraints if self.lists else self.unit.constraints

    @property
    def source(self) -> str:
        """Return the sentence that the engine is fed."""
        return inject(self.unit.source, self.fed)

    def answer(self, text: str, score: float | None, way: Way) -> Answer:
        """Return an engine's English as an answer; it is empty where a list cannot be put in."""
        english = expand(text.strip(), self.lists.stand_ins) if self.lists else text.strip()
        members = self.lists.members if self.lists else frozenset()
        found = verify(self.unit.constraints, english or "", self.unit.source)
        ways: list[Way] = ["listed" if i in members else way for i in range(len(found))]
        constraints = tuple(replace(c, way=w if c.kept else "lost") for c, w in zip(found, ways, strict=True))
        source, said = self.unit.source, english or ""
        stray = bool(remark(source, said)) or is_no_translation(source, said, constraints)
        return Answer(said, constraints, score, stray)

    def best(self, hypotheses: Sequence[Hypothesis], way: Way) -> Answer:
        """Return the hypothesis that keeps the most constraints; among equals the engine's order decides."""
        return min((self.answer(h.text, h.score, way) for h in hypotheses), key=lambda answer: answer.lost)


def first(engine: Engine, units: Sequence[Unit], progress: Progress | None, *, listed: bool) -> list[Answer]:
    """Return the answers of the first try; with `listed`, lists of people are left out and put in afterwards."""
    questions = [Question(unit, feed(unit.source, unit.constraints) if listed else None) for unit in units]
    found = engine.translate([q.source for q in questions], progress=progress)
    return [q.best(hypotheses, "first") for q, hypotheses in zip(questions, found, strict=True)]


def in_full(
    engine: Engine, units: Sequence[Unit], best_yet: Sequence[Answer], _clauses: Split
) -> list[Answer]:
    """Return the answers where lists of people are fed in full, for the units whose stand-in was lost."""
    answers = list(best_yet)
    asked = [i for i, answer in enumerate(best_yet) if not answer.text]
    full = first(engine, [units[i] for i in asked], None, listed=False) if asked else []
    for i, answer in zip(asked, full, strict=True):
        answers[i] = answer
    return answers


def named(engine: Engine, units: Sequence[Unit], best_yet: Sequence[Answer], _clauses: Split) -> list[Answer]:
    """Return the best answers where the engine is told the English that it lost."""
    questions = _questions(units, best_yet)
    keep = [[c.target for c in answer.constraints if not c.kept] for answer in best_yet]
    found = engine.translate([q.source for q in questions], keep=keep)
    return [q.best(hypotheses, "named") for q, hypotheses in zip(questions, found, strict=True)]


def ranked(
    engine: Engine, units: Sequence[Unit], best_yet: Sequence[Answer], _clauses: Split
) -> list[Answer]:
    """Return the best of the engine's n best answers."""
    questions = _questions(units, best_yet)
    short = [i for i, question in enumerate(questions) if len(question.source) <= LONGEST_FOR_BEAM]
    found = engine.translate([questions[i].source for i in short], n=HYPOTHESES)
    answers = list(best_yet)
    for i, hypotheses in zip(short, found, strict=True):
        answers[i] = questions[i].best(hypotheses, "ranked")
    return answers


def by_clauses(
    engine: Engine, units: Sequence[Unit], best_yet: Sequence[Answer], clauses: Split
) -> list[Answer]:
    """Return the English of each unit translated in pieces, where it has more than one.

    A sentence with a ； is cut there, and at every mark as well; the longer pieces, which read better, win unless they
    lose more.
    """
    questions = _questions(units, best_yet)
    pieces = [[cut for cut in (_cut(q, _parts_of(clauses)), _cut(q, clauses)) if cut] for q in questions]
    sources = [text for cuts in pieces for cut in cuts for text in cut]
    if not sources:
        return list(best_yet)
    found = iter(engine.translate(sources))
    answers: list[Answer] = []
    for question, cuts, before in zip(questions, pieces, best_yet, strict=True):
        tried = [_joined(question, cut, [next(found)[0] for _text in cut]) for cut in cuts]
        answers.append(min(tried, key=lambda answer: answer.lost, default=before))
    return answers


def _joined(question: Question, pieces: Sequence[str], found: Sequence[Hypothesis]) -> Answer:
    """Return the English of a sentence from that of its pieces."""
    marks = ["; " if piece.endswith(("；", ";")) else ", " for piece in pieces]
    names = tuple(c.target for c in question.fed if c.target[:1].isupper())
    english = join_clauses([part.text.strip() for part in found], marks, names)
    return question.answer(english, sum(part.score for part in found) / len(found), "split")


def _parts_of(clauses: Split) -> Split:
    """Return what cuts a sentence at its ； alone."""

    def parts(text: str) -> list[str]:
        found = [""]
        for clause in clauses(text):
            found[-1] += clause
            if clause.endswith(("；", ";")):
                found.append("")
        return [part for part in found if part]

    return parts


def _questions(units: Sequence[Unit], best_yet: Sequence[Answer]) -> list[Question]:
    """Return the questions, with stand-ins where the answer before kept them."""
    return [
        Question(unit, feed(unit.source, unit.constraints) if _has_lists(answer) else None)
        for unit, answer in zip(units, best_yet, strict=True)
    ]


def _has_lists(answer: Answer) -> bool:
    return any(c.way == "listed" for c in answer.constraints)


# By name, so that a measurement can leave one out. Of 31 constraints lost by house-small in 29 sentences this order brings
# home 30, as many as any (docs/results/speed.md); clauses come last, for a person has to read over what they are joined to.
ATTEMPTS: dict[str, Attempt] = {"in full": in_full, "named": named, "ranked": ranked, "split": by_clauses}


def _cut(question: Question, clauses: Split) -> list[str]:
    """Return the injected clauses of a unit; none is cut inside a constraint, or holds known English alone (a date)."""
    source, fed = question.unit.source, question.fed
    parts: list[str] = []
    start = end = 0
    for clause in clauses(source):
        end += len(clause)
        inside = [c for c in fed if start <= c.start and c.end <= end]
        known = sum(c.end - c.start for c in inside)
        if any(c.start < end < c.end for c in fed) or (
            known and known >= end - start - 1 and end < len(source)
        ):
            continue
        shifted = [replace(c, start=c.start - start, end=c.end - start) for c in inside]
        parts.append(inject(source[start:end], shifted))
        start = end
    return parts if len(parts) > 1 and end == len(source) else []


def join_clauses(parts: Sequence[str], marks: Sequence[str] = (), names: tuple[str, ...] = ()) -> str:
    """Return English clauses as one sentence: inner full stops become the marks, commas at first; capitals fall.

    A clause that begins with one of the names keeps its capital.
    """
    out = ""
    for number, part in enumerate(parts):
        if not out:
            out = part
            continue
        head, rest = part[:1], part[1:]
        falls = (rest[:1].islower() or rest[:1] == " ") and not (names and part.startswith(names))
        mark = marks[number - 1] if marks else ", "
        out = re.sub(r"[.。;；,，]$", "", out) + mark + (head.lower() if falls else head) + rest
    return out
