"""Find everything that is wrong with glossary files, and what is only worth a look."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.constrain.glossary import csv_files
from workflow.constrain.sheets import Fault, Row, Sheet
from workflow.i18n import _
from workflow.terms import formats


@dataclass(frozen=True, slots=True)
class Report:
    """Hold the faults of the files examined, in the order of files and lines, and the rows that can be used."""

    faults: tuple[Fault, ...]
    rows: tuple[Row, ...]


def check(paths: Iterable[Path]) -> Report:
    """Examine files and the CSV files of folders; raises InputError for a file that cannot be read.

    Within a folder, a source that two files translate as preferred is a fault too: only the later would count.
    """
    faults: list[Fault] = []
    rows: list[Row] = []
    for path in paths:
        seen: dict[str, Row] = {}
        for file in csv_files([path]):
            sheet = formats.read(file)
            rows += sheet.rows
            faults += sorted([*sheet.faults, *_twice(sheet, seen)], key=lambda fault: fault.line)
    return Report(tuple(faults), tuple(rows))


def _twice(sheet: Sheet, seen: dict[str, Row]) -> Iterator[Fault]:
    for row in sheet.rows:
        if row.entry.status == "preferred":
            other = seen.setdefault(row.key, row)
            if other is not row:
                reason = _("'{zh}' is preferred in {file} line {line} too").format(
                    zh=row.entry.zh, file=other.path.name, line=other.line
                )
                yield Fault(row.path, row.line, reason, _("keep one of the rows"))


def notices(rows: Iterable[Row]) -> Iterator[Fault]:
    """Yield the preferred entries that stand inside a longer one whose English does not have theirs."""
    preferred = {row.key: row for row in rows if row.entry.status == "preferred"}
    for longer in preferred.values():
        for shorter in _inside(longer.key, preferred):
            if not _has(longer.entry.en, shorter.entry.targets):
                reason = _("'{short}' ({en}) stands in '{long}', whose English is other: {other}").format(
                    short=shorter.entry.zh, en=shorter.entry.en, long=longer.entry.zh, other=longer.entry.en
                )
                yield Fault(
                    longer.path, longer.line, reason, _("right if the longer name has its own English")
                )


def _inside(key: str, entries: dict[str, Row]) -> Sequence[Row]:
    """Return the entries whose source is part of another's, each once, longest first, none inside one before it."""
    found: list[str] = []
    for length in range(len(key) - 1, 1, -1):
        for start in range(len(key) - length + 1):
            part = key[start : start + length]
            if part in entries and not any(part in longer for longer in found):
                found.append(part)
    return [entries[part] for part in found]


def _has(english: str, targets: Iterable[str]) -> bool:
    folded = english.casefold()
    return any(target.casefold() in folded for target in targets)
