"""Choose entries in force and write them for a reader or a program."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from workflow.constrain.entries import COLUMNS, Entry
from workflow.constrain.folding import fold
from workflow.constrain.glossary import rows_in_force
from workflow.constrain.sheets import Row


def chosen(files: Sequence[Path], kind: str | None = None, status: str | None = None) -> list[Row]:
    """Return the rows in force of a kind and status (None: any); the rows of one source stand together."""
    rows = (row for group in rows_in_force(files).values() for row in group)
    return [row for row in rows if kind in (None, row.entry.kind) and status in (None, row.entry.status)]


def matching(rows: Iterable[Row], pattern: str) -> list[Row]:
    """Return the rows in whose Chinese or English a text stands, whatever its width and capitals."""
    wanted = fold(pattern).text.casefold()
    return [
        row
        for row in rows
        if any(wanted in fold(text).text.casefold() for text in (row.entry.zh, *row.entry.targets))
    ]


def line(row: Row) -> str:
    """Return a row as one line of cells parted by tabs: zh, en, en_short, kind, status, file:line."""
    entry = row.entry
    place = f"{row.path}:{row.line}"
    return "\t".join((entry.zh, entry.en, entry.en_short, entry.kind, entry.status, place))


def english(entry: Entry) -> str:
    """Return the English of an entry with its short form, and its status where that is not preferred."""
    short = f" ({entry.en_short})" if entry.en_short else ""
    return f"{entry.en}{short}" + ("" if entry.status == "preferred" else f" [{entry.status}]")


def differences(old: Entry, new: Entry) -> str:
    """Return the cells in which two entries differ: en_short: LMC → LMCC; note: – → label."""
    pairs = zip(COLUMNS, old.cells, new.cells, strict=True)
    return "; ".join(f"{name}: {was or '–'} → {now or '–'}" for name, was, now in pairs if was != now)


def as_json(rows: Iterable[Row]) -> str:
    """Return rows as JSON: the columns, avoid as a list, then file and line."""
    listed = [
        {name: getattr(row.entry, name) for name in COLUMNS} | {"file": str(row.path), "line": row.line}
        for row in rows
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1)
