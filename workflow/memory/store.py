"""Read and write an open translation memory: one writer at a time, any number of readers; its tables are in opening.py."""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from workflow.errors import OutputError
from workflow.memory.effort import Effort
from workflow.memory.entries import Entry, pack, unpack
from workflow.memory.failures import told

BATCH = 1000  # entries of one transaction: a tenth of a second or two, so that others get their turn
COLUMNS = "source, target, bulletin, unit, before, after, reviewer, date, constraints, extra"
# Newest first; of one moment what was written last.
NEWEST = "ORDER BY date DESC, id DESC"
EDGES = "\ue0fe", "\ue0ff"  # so that short sources have trigrams too


class Memory:
    """Hold an open translation memory; opened and written by one process, the file shared by many."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @property
    def count(self) -> int:
        """Return the number of entries."""
        return int(self._one("SELECT count(*) FROM unit")[0])

    @property
    def digest(self) -> str:
        """Return the digest of all that was written, in its order; empty for an empty memory."""
        row = self._rows("SELECT value FROM fact WHERE name = 'digest'")
        return str(row[0][0]) if row else ""

    def add(self, entries: Iterable[Entry]) -> int:
        """Write entries and return how many were new or changed.

        A bulletin's unit has one English: what is written again takes the place of what was there unless that is
        newer, and is nothing new where text, neighbours and what was said of it are the same. Raises OutputError
        where the file cannot be written.
        """
        waiting, count = iter(entries), 0
        while batch := list(islice(waiting, BATCH)):
            with self._writing() as cursor:
                changed = [entry for entry in batch if _put(cursor, entry)]
                _chain(cursor, changed)
                count += len(changed)
        return count

    def note(self, effort: Effort) -> None:
        """Write what editors changed in a bulletin, in place of what was noted of it before."""
        row = (effort.bulletin, effort.date, effort.units, effort.untouched, effort.remembered)
        with self._writing() as cursor:
            cursor.execute(
                "INSERT OR REPLACE INTO effort VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*row, effort.edits, effort.words),
            )

    def efforts(self) -> list[Effort]:
        """Return what editors changed in each bulletin, oldest first."""
        rows = self._rows("SELECT * FROM effort ORDER BY date, bulletin")
        return [Effort(*row) for row in rows]

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """Let what is read inside be of one state of the memory, whatever others write meanwhile."""
        with told(self.path):
            nested = self._connection.in_transaction
            if not nested:
                self._connection.execute("BEGIN")
            try:
                yield
            finally:
                if not nested:
                    self._connection.execute("ROLLBACK")

    def all(self) -> Iterator[Entry]:
        """Yield every entry in the order of writing."""
        sql = f"SELECT {COLUMNS} FROM unit ORDER BY id"  # noqa: S608 - column names
        with told(self.path):
            yield from map(_entry, self._connection.execute(sql))

    def of_source(self, digest: str, limit: int) -> list[Entry]:
        """Return the entries of a source's digest, newest first."""
        return self._entries(f"WHERE digest = ? {NEWEST} LIMIT ?", digest, limit)

    def of_place(self, digest: str, before: str, after: str) -> list[Entry]:
        """Return the newest entry of a source's digest between two neighbours, given by theirs; at most one."""
        where = f"WHERE digest = ? AND before = ? AND after = ? {NEWEST} LIMIT 1"
        return self._entries(where, digest, before, after)

    def of_mask(self, mask: str, limit: int) -> list[Entry]:
        """Return the entries of a masked source, newest first."""
        return self._entries(f"WHERE mask = ? {NEWEST} LIMIT ?", mask, limit)

    def containing(self, text: str, limit: int) -> list[Entry]:
        """Return the entries with a text in their Chinese or their English, newest first; ASCII's case is one."""
        pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        where = r"WHERE source LIKE ?1 ESCAPE '\' OR target LIKE ?1 ESCAPE '\'"
        return self._entries(f"{where} {NEWEST} LIMIT ?2", pattern, limit)

    def with_gram(self, gram: str, limit: int) -> list[int]:
        """Return the numbers of the newest entries whose masked source holds a trigram, EDGES at its ends."""
        sql = "SELECT rowid FROM gram WHERE gram MATCH ? ORDER BY rowid DESC LIMIT ?"
        quoted = '"' + gram.replace('"', '""') + '"'
        return [row[0] for row in self._rows(sql, quoted, limit)]

    def masks(self, numbers: Sequence[int]) -> dict[int, str]:
        """Return the masked sources of entries by their numbers."""
        marks = ",".join("?" * len(numbers))
        return dict(self._rows(f"SELECT id, mask FROM unit WHERE id IN ({marks})", *numbers))  # noqa: S608 - marks only

    def numbered(self, number: int) -> Entry:
        """Return the entry of a number."""
        return self._entries("WHERE id = ?", number)[0]

    def _entries(self, where: str, *values: object) -> list[Entry]:
        return [_entry(row) for row in self._rows(f"SELECT {COLUMNS} FROM unit {where}", *values)]  # noqa: S608 - ours

    def _rows(self, sql: str, *values: object) -> list[Any]:
        with told(self.path):
            return self._connection.execute(sql, values).fetchall()

    def _one(self, sql: str) -> tuple[int, ...]:
        with told(self.path):
            return tuple(self._connection.execute(sql).fetchone())

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Cursor]:
        """Give a cursor in a transaction that has the right to write from its start, whole or not at all."""
        with told(self.path, OutputError), contextlib.closing(self._connection.cursor()) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            try:
                yield cursor
            except BaseException:
                cursor.execute("ROLLBACK")
                raise
            cursor.execute("COMMIT")


def _put(cursor: sqlite3.Cursor, entry: Entry) -> bool:
    """Write one entry in place of the one of its bulletin's unit; tell whether anything changed."""
    known = cursor.execute(
        f"SELECT id, mask, {COLUMNS} FROM unit WHERE bulletin = ? AND unit = ?",  # noqa: S608 - column names
        (entry.bulletin, entry.unit),
    ).fetchone()
    if known:
        number, mask, *row = known
        there = _entry(row)
        if there.date > entry.date or (_said(there) == _said(entry) and mask == entry.masked):
            return False
        cursor.execute("INSERT INTO gram (gram, rowid, mask) VALUES ('delete', ?, ?)", (number, _edged(mask)))
        cursor.execute("DELETE FROM unit WHERE id = ?", (number,))
    cursor.execute(
        f"INSERT INTO unit (digest, mask, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - the same
        (entry.digest, entry.masked, *_row(entry)),
    )
    cursor.execute("INSERT INTO gram (rowid, mask) VALUES (?, ?)", (cursor.lastrowid, _edged(entry.masked)))
    return True


def _chain(cursor: sqlite3.Cursor, written: Sequence[Entry]) -> None:
    """Renew the digest: that of the digest before and the entry, for each entry in turn."""
    row = cursor.execute("SELECT value FROM fact WHERE name = 'digest'").fetchone()
    digest = row[0] if row else ""
    for entry in written:
        digest = sha256("\0".join((digest, *_row(entry))).encode()).hexdigest()
    if written:
        cursor.execute("INSERT OR REPLACE INTO fact VALUES ('digest', ?)", (digest,))


def _edged(mask: str) -> str:
    return EDGES[0] + mask + EDGES[1]


def _said(entry: Entry) -> tuple[str, ...]:
    """Return what makes an entry another one; who reviewed the same text again, and when, does not."""
    return entry.source, entry.target, entry.before, entry.after, entry.extra


def _row(entry: Entry) -> tuple[str, ...]:
    place = (entry.bulletin, entry.unit, entry.before, entry.after)
    return (
        entry.source,
        entry.target,
        *place,
        entry.reviewer,
        entry.date,
        pack(entry.constraints),
        entry.extra,
    )


def _entry(row: Sequence[object]) -> Entry:
    source, target, bulletin, unit, before, after, reviewer, date, constraints, extra = map(str, row)
    found = unpack(constraints, source)
    return Entry(source, target, bulletin, unit, before, after, reviewer, date, found, extra)
