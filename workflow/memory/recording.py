"""What a reviewed edition leaves in the memory: its sentences, and what its editors changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from workflow.constrain import is_copied
from workflow.constrain.verify import verify
from workflow.edition import Edition
from workflow.memory.effort import Effort, word_edits
from workflow.memory.entries import Entry, contexts, moment, with_constraints
from workflow.memory.store import Memory
from workflow.units import Constraint, State, Unit

# English that no engine and no memory writes: it is had anew in every bulletin.
FIXED = frozenset({"label", "parsed"})


def record(edition: Edition, memory: Memory, when: str, machine: Mapping[str, str] | None = None) -> int:
    """Write an edition's reviewed units into the memory; return how many entries were new or changed.

    `when` is a date or time in ISO 8601. `machine` maps the ids of the units that editors changed to the English
    before; with it, empty or not, the editing effort is noted too.
    """
    at = moment(when)
    count = memory.add(entries(edition, at))
    if machine is not None:
        memory.note(effort(edition, at, machine))
    return count


def title(edition: Edition) -> str:
    """Return what names a bulletin among others: its name with its issue, or else its date."""
    issue = edition.bulletin.issue
    number = f"{issue.year}-{issue.number}" if issue else edition.bulletin.date
    return f"{edition.name} ({number})" if number else edition.name


def entries(edition: Edition, at: str) -> Iterator[Entry]:
    """Yield an entry for every unit that a human has reviewed, its constraints where they stand in the English."""
    name = title(edition)
    for unit, (before, after) in zip(edition.units, contexts(edition.units), strict=True):
        if reviewed(unit):
            entry = Entry(unit.source, unit.target, name, unit.id, before, after, unit.by or "", at)
            yield understood(entry, unit.constraints)


def understood(entry: Entry, constraints: Iterable[Constraint]) -> Entry:
    """Return an entry with constraints of its source, each at its place in the English or lost."""
    bare = tuple(replace(c, kept=False, at=None, way="") for c in constraints)
    return with_constraints(entry, verify(bare, entry.target, entry.source, human=True))


def reviewed(unit: Unit) -> bool:
    """Tell whether a unit's English is a human's decision that another bulletin may need."""
    read = unit.state >= State.REVIEWED and bool(unit.target)
    return read and unit.origin not in FIXED and not is_copied(unit.slot) and not unit.source.isascii()


def effort(edition: Edition, at: str, machine: Mapping[str, str]) -> Effort:
    """Return what the editors of an edition changed in its reviewed units."""
    units = [unit for unit in edition.units if reviewed(unit)]
    changed = [word_edits(machine.get(unit.id, unit.target), unit.target) for unit in units]
    return Effort(
        title(edition),
        at,
        len(units),
        changed.count(0),
        sum(unit.origin == "memory" for unit in units),
        sum(changed),
        sum(len(unit.target.split()) for unit in units),
    )
