"""The files that terms are exchanged in. A new format is a line in READERS and one in WRITERS."""

import csv
import io
from collections.abc import Callable, Iterable
from pathlib import Path

from workflow.constrain.entries import COLUMNS, Entry
from workflow.constrain.sheets import Sheet, Table, csv_table, examine, neutral
from workflow.errors import UsageError
from workflow.i18n import _
from workflow.terms import tbx, tbxread, xlsx


def csv_bytes(entries: Iterable[Entry]) -> bytes:
    """Return entries as CSV in UTF-8, with the mark by which spreadsheets know it."""
    return csv_text([COLUMNS, *(entry.cells for entry in entries)]).encode("utf-8-sig")


def csv_text(rows: Iterable[Iterable[str]], end: str = "\n") -> str:
    """Return rows of cells as CSV, each ending with `end`; no cell begins a formula."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=end).writerows(map(neutral, row) for row in rows)
    return text.getvalue()


READERS: dict[str, Callable[[Path], Table]] = {
    ".csv": csv_table,
    ".xlsx": xlsx.table,
    ".tbx": tbxread.table,
}
WRITERS: dict[str, Callable[[Iterable[Entry]], bytes]] = {
    ".csv": csv_bytes,
    ".xlsx": xlsx.dump,
    ".tbx": tbx.dump,
}


def read_table(path: Path) -> Table:
    """Return the rows of a file by its suffix; raises UsageError for a suffix that is none of READERS."""
    return READERS[_suffix(path)](path)


def read(path: Path) -> Sheet:
    """Return the entries of a file by its suffix, with its faults."""
    return examine(path, read_table(path))


def dump(path: Path, entries: Iterable[Entry]) -> bytes:
    """Return entries as the bytes of the format that the suffix of `path` names."""
    return WRITERS[_suffix(path)](entries)


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in READERS:
        raise UsageError(
            _("'{path}': terms are kept in {known}; choose one of these suffixes.").format(
                path=path, known=" ".join(READERS)
            )
        )
    return suffix
