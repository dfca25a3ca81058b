"""Put changed sources into a CSV file that an editor keeps: other rows, further columns and the encoding stay."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.constrain.entries import COLUMNS, Entry
from workflow.constrain.folding import fold
from workflow.constrain.sheets import bytes_of, decoded, entry_of, plain
from workflow.terms.formats import csv_text

MARKED = "utf-8-sig"


@dataclass(frozen=True, slots=True)
class Record:
    """Hold one row of a CSV file as its text, with the line end, and as its cells."""

    text: str
    cells: tuple[str, ...]


def rewritten(path: Path, groups: Mapping[str, Sequence[Entry]]) -> bytes:
    """Return the bytes of a CSV file without faults in which each source of `groups` has the entries given.

    They stand where its first row stood, new sources at the end. Rows that do not change keep their text; a
    file that is not there is made with all columns. Raises InputError where it cannot be read.
    """
    text, encoding = decoded(bytes_of(path)) if path.exists() else ("", MARKED)
    records = _records(text)
    names = tuple(records[0].cells) if records else COLUMNS
    end = "\r\n" if records and records[0].text.endswith("\r\n") else "\n"
    lacking = tuple(name for name in COLUMNS if name not in names)
    every = names + lacking
    out = [records[0].text if records and not lacking else csv_text([every], end)]
    left = dict(groups)
    by_key: dict[str, list[Record]] = {}
    for record in records[1:]:
        by_key.setdefault(_key(names, record), []).append(record)
    for record in records[1:]:
        key = _key(names, record)
        if key in left:
            out += [_row(every, names, entry, by_key[key], end) for entry in left.pop(key)]
        elif key not in groups:
            out.append(_widened(record, len(names), lacking, end))
    for entries in left.values():
        out += [_row(every, names, entry, (), end) for entry in entries]
    return "".join(text if text.endswith(("\n", "\r")) else text + end for text in out).encode(encoding)


def _records(text: str) -> list[Record]:
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines)
    records: list[Record] = []
    start = 0
    for cells in reader:
        records.append(Record("".join(lines[start : reader.line_num]), tuple(map(plain, cells))))
        start = reader.line_num
    return records


def _key(names: Sequence[str], record: Record) -> str:
    return fold(dict(zip(names, record.cells, strict=False)).get("zh", "")).text


def _row(
    names: Sequence[str], old_names: Sequence[str], entry: Entry, old: Sequence[Record], end: str
) -> str:
    """Return the text of an entry: that of the old row where nothing changes, else its further cells kept."""
    cells: dict[str, str] = {}
    for record in old:
        had = dict(zip(old_names, (*record.cells, *[""] * len(old_names)), strict=False))
        if len(names) == len(old_names) and had["zh"] == entry.zh and entry_of(had) == entry:
            return record.text
        if had["en"] == entry.en or not cells:
            cells = had
    cells |= dict(zip(COLUMNS, entry.cells, strict=True))
    return csv_text([[cells.get(name, "") for name in names]], end)


def _widened(record: Record, width: int, lacking: Sequence[str], end: str) -> str:
    """Return a row that stays, with empty cells for the columns that the file lacked."""
    if not lacking or not any(record.cells):
        return record.text
    padded = [*record.cells, *[""] * (width - len(record.cells))]
    return csv_text([[*padded, *[""] * len(lacking)]], end)
