"""Bring a file of terms into the glossary that an office keeps: read, merged, examined again, then written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.constrain.entries import Entry
from workflow.constrain.glossary import csv_files, package_glossary, rows_in_force
from workflow.constrain.sheets import Fault, csv_table, examine
from workflow.terms import formats, merging
from workflow.terms.merging import Group, Outcome
from workflow.terms.rewriting import rewritten


@dataclass(frozen=True, slots=True)
class Import:
    """Hold what an import would do: outcomes, the rows still without English, and the bytes of each file it changes.

    Where there are faults, in the file or in what would become of the glossary, nothing may be written.
    """

    outcomes: tuple[Outcome, ...] = ()
    unfilled: int = 0
    files: tuple[tuple[Path, bytes], ...] = ()
    faults: tuple[Fault, ...] = ()


def prepare(path: Path, glossaries: Sequence[Path], target: Path, *, replacing: bool = False) -> Import:
    """Return what importing a file would do to the glossaries in force; nothing is written.

    All rows of a source stay together: in the file that has them, or in `target` where they are new or stand
    in the package's glossary. Raises InputError where a glossary in force has a fault or a file cannot be read.
    """
    known = {file.resolve() for file in csv_files(glossaries)}
    own = [target] if target.exists() and target.resolve() not in known else []
    in_force = rows_in_force([*glossaries, *own])
    sheet, unfilled = merging.filled(path, formats.read_table(path))
    if sheet.faults:
        return Import(unfilled=unfilled, faults=sheet.faults)
    plan = merging.plan(sheet.rows, in_force, replacing=replacing)
    by_file: dict[Path, dict[str, Sequence[Entry]]] = {}
    for key, entries in plan.groups.items():
        by_file.setdefault(home(in_force.get(key, ()), target), {})[key] = entries
    files = tuple((file, rewritten(file, groups)) for file, groups in by_file.items())
    faults = tuple(fault for file, data in files for fault in examine(file, csv_table(file, data)).faults)
    return Import(plan.outcomes, unfilled, files, faults)


def home(rows: Group, target: Path) -> Path:
    """Return the file that the rows of a source belong to; the package's own files only where `target` is one."""
    package = package_glossary().resolve()
    if not rows or (
        rows[0].path.resolve().is_relative_to(package) and not target.resolve().is_relative_to(package)
    ):
        return target
    return target if rows[0].path.resolve() == target.resolve() else rows[0].path


def counts(outcomes: Sequence[Outcome]) -> Mapping[str, int]:
    """Return how many rows have each outcome, in the order of OUTCOMES."""
    return {what: sum(outcome.what == what for outcome in outcomes) for what in merging.OUTCOMES}
