"""Step 6, FILL: the order in which a unit gets its English; what is tried again is in retries.py."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from workflow.confidence import beforehand
from workflow.constrain import assemble, by_human
from workflow.constrain.verify import verify
from workflow.engines.base import Engine
from workflow.memory import Memory
from workflow.memory.lookup import fill_in
from workflow.retries import ATTEMPTS, HAN_TEXT, Answer, Attempt, Question, Split, first
from workflow.units import State, Unit, Way

FIELDS = re.compile(r"^(?:masthead|contact)/|/speaker/")
# Running text and lists: no label and no form gives their English.
RUNNING = re.compile(r"^sections/\d+/(?!heading$|speaker/)")

Progress = Callable[[int, int], None]


def fill(
    units: Sequence[Unit],
    engine: Engine,
    labels: dict[str, str],
    clauses: Split,
    progress: Progress | None = None,
    attempts: Sequence[Attempt] = tuple(ATTEMPTS.values()),
    *,
    listed: bool = True,
    memory: Memory | None = None,
) -> tuple[Unit, ...]:
    """Return the units with English: a human's that is there already, fixed label, parsed form, memory, engine.

    `labels` maps slots to fixed English; `clauses` cuts a sentence for the last attempt. `progress` is told
    how many of the engine's sentences are done, and of how many. `attempts` are made in order where English is
    lost; `listed` puts lists of people together from their parts.
    """
    units = known(units, labels, memory)
    return asked([units], engine, clauses, progress, attempts, listed=listed)[0]


def known(units: Sequence[Unit], labels: dict[str, str], memory: Memory | None = None) -> tuple[Unit, ...]:
    """Return the units with the English that needs no engine: a human's, fixed label, parsed form, memory."""
    filled = tuple(direct(unit, labels) for unit in units)
    return filled if memory is None else fill_in(filled, memory)


def sentences(units: Sequence[Unit]) -> set[str]:
    """Return the Chinese of the units of running text."""
    return {unit.source for unit in units if RUNNING.search(unit.slot) and HAN_TEXT.search(unit.source)}


def waiting(units: Sequence[Unit]) -> int:
    """Count the units that have no English yet."""
    return sum(unit.state == State.EMPTY for unit in units)


def asked(
    bulletins: Sequence[Sequence[Unit]],
    engine: Engine,
    clauses: Split,
    progress: Progress | None = None,
    attempts: Sequence[Attempt] = tuple(ATTEMPTS.values()),
    *,
    listed: bool = True,
) -> list[tuple[Unit, ...]]:
    """Return the units of every bulletin, those without English with the engine's; all are asked together."""
    empty = [unit for units in bulletins for unit in units if unit.state == State.EMPTY]
    answers = iter(_ask(engine, empty, clauses, progress, attempts, listed))
    origin = f"engine:{engine.name}"
    return [
        tuple(_draft(unit, next(answers), origin) if unit.state == State.EMPTY else unit for unit in units)
        for units in bulletins
    ]


def direct(unit: Unit, labels: dict[str, str]) -> Unit:
    """Return the unit filled without an engine where it can be, else as it is; a human's English stays."""
    if unit.target and by_human(unit):
        return again(unit, unit)
    if unit.slot in labels:
        return _fixed(unit, labels[unit.slot], "label", "label")
    if not HAN_TEXT.search(unit.source):
        return _fixed(unit, unit.source, "label", "label")
    whole = assemble(unit)
    if whole is not None and (unit.slot in ("issue", "date") or FIELDS.search(unit.slot)):
        return _fixed(unit, whole, "parsed", "parsed")
    return unit


def verified(unit: Unit) -> Unit:
    """Return a unit of human English with its constraints verified as such."""
    found = verify(unit.constraints, unit.target, unit.source, human=True)
    return replace(unit, constraints=tuple(replace(c, way="human" if c.kept else "lost") for c in found))


def again(unit: Unit, constrained: Unit) -> Unit:
    """Return a filled unit as this step leaves it, for judging anew.

    Human English, and what a human has read, is verified with the constraints of now; an engine's has its first
    estimate again.
    """
    if unit.target and by_human(unit):
        unit = verified(constrained)
    return estimated(unit) if unit.origin.startswith("engine") else unit


def _fixed(unit: Unit, english: str, origin: str, way: Way) -> Unit:
    answer = Question(unit).answer(english, None, way)
    return _draft(unit, answer, origin)


def _draft(unit: Unit, answer: Answer, origin: str) -> Unit:
    return estimated(
        replace(
            unit,
            target=answer.text,
            state=State.DRAFT if answer.text else State.EMPTY,
            origin=origin,
            score=None if answer.score is None else round(answer.score, 4),
            constraints=answer.constraints,
        )
    )


def estimated(unit: Unit) -> Unit:
    """Return a unit with its first estimate of confidence: what the checks go by, before `confidence.rate`."""
    lost = Answer(unit.target, unit.constraints, unit.score).lost
    doubts = lost + any(c.doubtful for c in unit.constraints)
    return replace(unit, confidence=beforehand(unit.score, doubts))


def _ask(
    engine: Engine,
    units: Sequence[Unit],
    clauses: Split,
    progress: Progress | None,
    attempts: Sequence[Attempt],
    listed: bool,
) -> list[Answer]:
    """Return the best answer for each unit: at first try, then by each attempt that loses less."""
    if not units:
        return []
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        if progress:
            progress(min(done, len(units)), len(units))

    best = first(engine, units, advance, listed=listed)
    for attempt in attempts:
        waiting = [i for i, answer in enumerate(best) if answer.lost]
        if not waiting:
            break
        tried = attempt(engine, [units[i] for i in waiting], [best[i] for i in waiting], clauses)
        for i, answer in zip(waiting, tried, strict=True):
            if answer.lost < best[i].lost:
                best[i] = answer
    return best
