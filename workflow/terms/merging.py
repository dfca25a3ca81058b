"""Merge the rows of a file into those in force: what is added, changed, unchanged, and what is in conflict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workflow.constrain.entries import Entry
from workflow.constrain.sheets import Cells, Row, Sheet, Table, examine
from workflow.i18n import N_

ADDED, CHANGED, UNCHANGED, CONFLICT = N_("added"), N_("changed"), N_("unchanged"), N_("conflict")
OUTCOMES = (ADDED, CHANGED, UNCHANGED, CONFLICT)
CELLS = ("en_short", "kind", "status", "avoid", "note")
Group = tuple[Row, ...]
Placed = tuple[Entry, Row | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Say what becomes of one row of the file.

    `now` is the entry that it changes or contradicts, `at` where that stands, `new` the entry that it becomes.
    """

    what: str
    row: Row
    new: Entry
    now: Entry | None = None
    at: Row | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Hold the outcome of every row, and the new rows of each source that changes, by its folded source."""

    outcomes: tuple[Outcome, ...]
    groups: Mapping[str, tuple[Entry, ...]]


def filled(path: Path, table: Table) -> tuple[Sheet, int]:
    """Return the sheet of a table without the rows that still have no English, and how many those are."""
    empty = [row for row in table.rows if not row[1].get("en", "").strip() and _is_wanted(row[1])]
    rows = tuple(row for row in table.rows if row not in empty)
    return examine(path, replace(table, rows=rows)), len(empty)


def _is_wanted(cells: Cells) -> bool:
    """Tell whether a row without English waits for it: it has its Chinese, or a note of what was changed."""
    return any(cells.get(name, "").strip() for name in ("zh", "note"))


def plan(rows: Iterable[Row], in_force: Mapping[str, Group], *, replacing: bool = False) -> Plan:
    """Return what importing rows would do to those in force.

    A row with the English of one in force changes the cells that it fills; an empty cell never erases. Another
    preferred English than the one in force, another short form or status of it, is a conflict and left out,
    or with `replacing` takes its place.
    """
    outcomes: list[Outcome] = []
    groups: dict[str, list[Placed]] = {}
    touched: dict[str, tuple[Entry, ...]] = {}
    for row in rows:
        key = row.key
        group = groups.setdefault(key, [(now.entry, now) for now in in_force.get(key, ())])
        outcome, groups[key] = _merge(row, group, replacing=replacing)
        outcomes.append(outcome)
        if outcome.what in (ADDED, CHANGED):
            touched[key] = tuple(entry for entry, _at in groups[key])
    return Plan(tuple(outcomes), touched)


def _merge(row: Row, group: Sequence[Placed], *, replacing: bool) -> tuple[Outcome, list[Placed]]:
    """Return the outcome of a row, and the entries of its source afterwards."""
    entries = list(group)
    same = next((n for n, (entry, _at) in enumerate(entries) if entry.en == row.entry.en), None)
    new = _fresh(row, entries) if same is None else _filled_in(entries[same][0], row)
    if same is not None and new == entries[same][0]:
        return Outcome(UNCHANGED, row, new, *entries[same]), entries
    rival = next((n for n, (entry, _at) in enumerate(entries) if _contradicts(new, entry)), None)
    if rival is not None and not replacing:
        return Outcome(CONFLICT, row, new, *entries[rival]), entries
    place = same if rival is None else rival
    if place is None:
        return Outcome(ADDED, row, new), [*entries, (new, None)]
    outcome = Outcome(CHANGED, row, new, *entries[place])
    entries[place] = (new, entries[place][1])
    if same is not None and same != place:
        del entries[same]
    return outcome, entries


def _fresh(row: Row, group: Sequence[Placed]) -> Entry:
    """Return the entry of a row that is new; without a kind of its own it has that of its source's other rows."""
    kind = group[0][0].kind if group and not row.cells.get("kind") else row.entry.kind
    return replace(row.entry, kind=kind)


def _filled_in(old: Entry, row: Row) -> Entry:
    given = {name: getattr(row.entry, name) for name in CELLS if row.cells.get(name)}
    return replace(old, **given)


def _contradicts(new: Entry, old: Entry) -> bool:
    """Tell whether a preferred entry would lose its place, its short form or its status to a new one."""
    if old.status != "preferred":
        return False
    if old.en != new.en:
        return new.status == "preferred"
    return new.status != "preferred" or bool(old.en_short and new.en_short != old.en_short)
