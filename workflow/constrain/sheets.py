"""Read the sheets of a glossary row by row and name every fault: file, line, reason and what mends it."""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.constrain.entries import (
    BLOCKING_COLUMNS,
    COLUMNS,
    KINDS,
    STATUSES,
    Block,
    Entry,
    alternatives,
)
from workflow.constrain.folding import fold
from workflow.errors import InputError
from workflow.i18n import _
from workflow.units import HAN

# A comma or bracket of Latin width beside Chinese characters; the comma makes another word of it (see folding.KEPT).
HALF_WIDTH = re.compile(rf"(?<=[{HAN}])(?:[,;:!?](?=[{HAN}])|[()])|[()](?=[{HAN}])")
CHINESE = re.compile(f"[{HAN}]")
FULL_WIDTH = str.maketrans(",;:!?()", "，；：！？（）")
# What XML cannot hold, and a carriage return, which it does not keep.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# What a spreadsheet takes for a formula where a cell begins with it (OWASP, "CSV Injection"), also after quotation marks.
FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
Cells = Mapping[str, str]
Reason = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """Name one fault of a sheet by its place, with the reason and what mends it."""

    path: Path
    line: int
    reason: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}; {self.mend}"

    @property
    def error(self) -> InputError:
        """Return the fault as the error that stops a build."""
        message = _("'{file}' line {line}: {reason}; {advice}.")
        return InputError(
            message.format(file=self.path.name, line=self.line, reason=self.reason, advice=self.mend)
        )


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one entry with its folded source, its place, and its cells as the sheet has them."""

    path: Path
    line: int
    entry: Entry
    key: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold what one file gives: entries or blocks, and its faults in the order of the lines."""

    rows: tuple[Row, ...] = ()
    blocks: tuple[Block, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Hold the rows of a sheet before they are examined: line numbers and cells by column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, Cells], ...]
    faults: tuple[Fault, ...] = ()


def read_csv(path: Path) -> Sheet:
    """Return the sheet of a CSV file; raises InputError where the file cannot be read at all."""
    return examine(path, csv_table(path))


def examine(path: Path, table: Table) -> Sheet:
    """Return the sheet of a table: the rows that can be used, and the faults of all others."""
    if set(BLOCKING_COLUMNS) <= set(table.columns):
        return _blocking(path, table)
    if not {"zh", "en"} <= set(table.columns):
        missing = Fault(
            path,
            1,
            _("the columns zh and en are missing"),
            _("put the names of the columns in the first line"),
        )
        return Sheet(faults=table.faults or (missing,))
    faults = list(table.faults)
    found: dict[str, list[Row]] = {}
    for line, cells in table.rows:
        reasons = list(row_faults(cells))
        if not reasons:
            entry = entry_of(cells)
            row = Row(path, line, entry, entry.key, cells)
            reasons = list(_group_faults(found.setdefault(row.key, []), row))
        faults += [Fault(path, line, *reason) for reason in reasons]
    rows = sorted((row for group in found.values() for row in group), key=lambda row: row.line)
    return Sheet(tuple(rows), faults=tuple(sorted(faults, key=lambda fault: fault.line)))


def csv_table(path: Path, data: bytes | None = None) -> Table:
    """Return the table of a CSV file, or of the bytes that are to be written to it; blank rows are left out."""
    try:
        text, _encoding = decoded(bytes_of(path) if data is None else data)
    except UnicodeDecodeError:
        return _broken(path, 1, _("the file is neither UTF-8 nor GB 18030"), _("save it as CSV UTF-8"))
    reader = csv.reader(io.StringIO(text, newline=""))
    rows: list[tuple[int, Cells]] = []
    faults: list[Fault] = []
    try:
        names = next(reader, [])
        for values in reader:
            if any(values[len(names) :]):
                reason, mend = _("the row has more cells than the header"), _("quote a text with a comma")
                faults.append(Fault(path, reader.line_num, reason, mend))
            elif any(values):
                cells = [*map(plain, values), *[""] * (len(names) - len(values))]
                rows.append((reader.line_num, dict(zip(names, cells, strict=False))))
    except csv.Error as error:
        reason = _("this is no CSV ({error})").format(error=error)
        return _broken(path, reader.line_num, reason, _("save the sheet as CSV UTF-8"))
    return Table(tuple(names), tuple(rows), tuple(faults))


def neutral(cell: str) -> str:
    """Return a cell as CSV has it: what a spreadsheet would take for a formula behind a quotation mark, as a text."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    """Return a cell of CSV as it is meant: without the quotation mark of `neutral`, its lines ending as everywhere."""
    cell = cell.replace("\r\n", "\n")
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a glossary file; raises InputError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            _("Glossary '{file}' cannot be read: {reason}; check the path.").format(file=path, reason=reason)
        ) from error


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text of a CSV file and its encoding: UTF-8, with a mark or not, or GB 18030 as Chinese Excel writes.

    A few GB 18030 words may happen to be UTF-8 too (滩涂); a glossary without Chinese is then the sign of it.
    Raises UnicodeDecodeError where it is in neither.
    """
    if data.startswith(BOM_UTF8):
        return data.decode("utf-8-sig"), "utf-8-sig"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030"), "gb18030"
    if text.isascii() or CHINESE.search(text):
        return text, "utf-8"
    try:
        other = data.decode("gb18030")
    except UnicodeDecodeError:
        return text, "utf-8"
    return (other, "gb18030") if CHINESE.search(other) else (text, "utf-8")


def _broken(path: Path, line: int, reason: str, mend: str) -> Table:
    return Table((), (), (Fault(path, line, reason, mend),))


def entry_of(cells: Cells) -> Entry:
    """Return the entry of a row without faults; kind and status have their defaults where empty."""
    kind, status = cells.get("kind") or "term", cells.get("status") or "preferred"
    avoid = alternatives(cells.get("avoid", ""))
    return Entry(
        cells["zh"], cells["en"], cells.get("en_short", ""), kind, status, avoid, cells.get("note", "")
    )


def row_faults(cells: Cells) -> Iterator[Reason]:
    """Yield (reason, what mends it) for everything that is wrong with a row by itself."""
    for name in COLUMNS:
        value = cells.get(name, "")
        if value != value.strip() or (name in ("zh", "en") and "  " in value):
            yield _("stray spaces in {column}").format(column=name), _("delete them")
        elif CONTROL.search(value) or (name != "note" and set("\n\t") & set(value)):
            yield (
                _("a line break or control character in {column}").format(column=name),
                _("type the cell anew, on one line"),
            )
    zh, en = cells["zh"].strip(), cells["en"].strip()
    if not zh or not en:
        reason = _("'{zh}' has no English").format(zh=zh) if zh else _("'{en}' has no Chinese").format(en=en)
        yield reason, _("fill the cell or delete the row")
    if mark := HALF_WIDTH.search(zh):
        reason = _("half-width '{mark}' in '{zh}'").format(mark=mark[0], zh=zh)
        yield reason, _("write '{mark}'").format(mark=mark[0].translate(FULL_WIDTH))
    for name, allowed in (("kind", KINDS), ("status", STATUSES)):
        value = cells.get(name, "").strip()
        if value and value not in allowed:
            reason = _("unknown {column} '{value}'").format(column=name, value=value)
            yield reason, _("use one of {names}").format(names=", ".join(sorted(allowed)))


def _group_faults(earlier: list[Row], row: Row) -> Iterator[Reason]:
    """Yield what is wrong between a row and those of the same source before it, and add it to them if it fits."""
    entry = row.entry
    if entry.status == "preferred" and any(r.entry.status == "preferred" for r in earlier):
        reason = _("'{zh}' has two preferred translations").format(zh=entry.zh)
        yield reason, _("keep one, make the other admitted")
        return
    before = set(clashes(r.entry for r in earlier)) if earlier else set()
    earlier.append(row)
    for english in clashes(r.entry for r in earlier):
        if english not in before:
            reason = _("'{zh}': '{en}' is both wanted and forbidden").format(zh=entry.zh, en=english)
            yield reason, _("take it out of avoid")


def clashes(entries: Iterable[Entry]) -> Sequence[str]:
    """Return the English that the entries of one source ask for and forbid at once."""
    rows = tuple(entries)
    forbidden = {text for row in rows for text in row.avoid}
    forbidden |= {row.en for row in rows if row.status == "forbidden"}
    wanted = {text for row in rows if row.status != "forbidden" for text in row.targets}
    return sorted(forbidden & wanted)


def _blocking(path: Path, table: Table) -> Sheet:
    blocks: list[Block] = []
    faults = list(table.faults)
    for line, cells in table.rows:
        entry, left, right = (cells[name] for name in BLOCKING_COLUMNS)
        if not entry or not (left or right):
            reason, mend = _("the row blocks nothing"), _("fill entry, and left or right")
            faults.append(Fault(path, line, reason, mend))
        else:
            blocks.append(Block(fold(entry).text, alternatives(left), alternatives(right)))
    return Sheet(blocks=tuple(blocks), faults=tuple(faults))
