"""What humans did to an edition, carried over to the one that a new build puts in its place."""

from collections.abc import Sequence
from dataclasses import replace

from workflow.alike import nearest
from workflow.units import State, Suggestion, Unit, text_digest

# Origins of English that is offered beside what stands: a second editor's, a human's of an older source; the name of
# who wrote it follows.
CONFLICT, OLDER = "conflict:", "older:"


def by_hand(unit: Unit) -> bool:
    """Tell whether a unit's English is a human's, or was read by one: what no build may redo.

    A published label is FINAL without anybody's name; the next build fills it again.
    """
    read = unit.state == State.REVIEWED or (unit.state == State.FINAL and unit.by is not None)
    return bool(unit.target) and (unit.origin == "human" or read)


def over(units: Sequence[Unit], before: Sequence[Unit]) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Return the empty units with the human English of the edition before, and the human units that found no place.

    A unit is known by its id and its Chinese. Where a sentence now stands fewer times, so that its ids moved up, a
    unit without human English takes that of the same Chinese. What was FINAL is REVIEWED again.
    """
    human = {unit.id: unit for unit in before if by_hand(unit)}
    kept: list[Unit] = []
    for unit in units:
        known = human.get(unit.id)
        if known is not None and _same(unit, known):
            unit = _as(unit, human.pop(known.id))
        kept.append(unit)
    for at, unit in enumerate(kept):
        moved = next((h for h in human.values() if not unit.target and _same(unit, h)), None)
        if moved is not None:
            kept[at] = _as(unit, human.pop(moved.id))
    return tuple(kept), tuple(human.values())


def beside(units: Sequence[Unit], before: Sequence[Unit], homeless: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the filled units with what humans left beside machine English: a mark that it needs work, older English.

    The English of a `homeless` unit is offered to the unit whose Chinese is most like its own.
    """
    known = {unit.id: unit for unit in before}
    kept = [_again(unit, known.get(unit.id)) for unit in units]
    places = {unit.id: at for at, unit in enumerate(kept)}
    free = [unit for unit in units if not by_hand(unit) and unit.id not in known]
    for human in homeless:
        match = nearest(human.source, free)
        if match is not None:
            at = places[match[0].id]
            offered = Suggestion(human.target, OLDER + (human.by or "?"), round(match[1], 1))
            kept[at] = replace(kept[at], suggestions=(*kept[at].suggestions, offered))
    return tuple(kept)


def _again(unit: Unit, known: Unit | None) -> Unit:
    if known is None or not _same(unit, known) or by_hand(unit):
        return unit
    if known.state == State.NEEDS_WORK and unit.state == State.DRAFT:
        unit = replace(unit, state=State.NEEDS_WORK, by=known.by)
    older = tuple(one for one in known.suggestions if one.origin.startswith(OLDER))
    return replace(unit, suggestions=(*unit.suggestions, *older))


def _same(unit: Unit, other: Unit) -> bool:
    return text_digest(unit.source) == text_digest(other.source)


def _as(unit: Unit, human: Unit) -> Unit:
    return replace(
        unit,
        target=human.target,
        state=min(human.state, State.REVIEWED),
        origin=human.origin,
        score=human.score,
        by=human.by,
        confidence=human.confidence,
        suggestions=human.suggestions,
        shown=human.shown,
    )
