"""The glossary: entries that editors keep in CSV files, read, checked and put in order of precedence."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from workflow.constrain.folding import fold
from workflow.errors import InputError
from workflow.i18n import _
from workflow.resources import packaged_folder

COLUMNS = ("zh", "en", "en_short", "kind", "status", "avoid", "note")
KINDS = frozenset(
    "term phrase species unit organization part program document place position person masthead modifier".split()
)
STATUSES = frozenset({"preferred", "admitted", "forbidden"})
YEARS = re.compile(r"\(?(\d{4})年?(?:-(\d{4})年?)?\)?$")
JOINING = re.compile("以及|[与及暨]")
BLOCKING_COLUMNS = ("entry", "left", "right")


@dataclass(frozen=True, slots=True)
class Entry:
    """Give the English of one Chinese source; `avoid` lists English that must not stand for it."""

    zh: str
    en: str
    en_short: str = ""
    kind: str = "term"
    status: str = "preferred"
    avoid: tuple[str, ...] = ()
    note: str = ""

    @property
    def key(self) -> str:
        """Return the source as it is compared: folded, so that spelling variants are one."""
        return fold(self.zh).text

    @property
    def targets(self) -> tuple[str, ...]:
        """Return the accepted English: in full first, without a leading article, then the short form."""
        bare = self.en.removeprefix("The ")
        return tuple(dict.fromkeys(text for text in (self.en, bare, self.en_short) if text))


@dataclass(frozen=True, slots=True)
class Block:
    """Say where an entry is no match: after one of `left` and before one of `right` (none: anything)."""

    entry: str
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()

    def holds(self, before: str, after: str) -> bool:
        """Tell whether the text around a match forbids it."""
        left = not self.left or before.endswith(self.left)
        return left and (not self.right or after.startswith(self.right))


@dataclass(frozen=True)
class Glossary:
    """Hold all entries by their folded source, later files before earlier, and the blocking table."""

    entries: dict[str, tuple[Entry, ...]]
    blocks: dict[str, tuple[Block, ...]]

    def preferred(self, zh: str) -> Entry | None:
        """Return the binding entry of a source, or None."""
        return next((e for e in self.entries.get(fold(zh).text, ()) if e.status == "preferred"), None)

    def targets(self, entry: Entry) -> tuple[str, ...]:
        """Return the English accepted for an entry's source: its own, then that of admitted rows."""
        rows = [
            row for row in self.entries.get(entry.key, ()) if row.status == "admitted" and row is not entry
        ]
        return tuple(dict.fromkeys((*entry.targets, *(text for row in rows for text in row.targets))))

    def with_entries(self, added: Iterable[Entry]) -> "Glossary":
        """Return the glossary with more entries; a source that it has already keeps its own."""
        more = {entry.key: (entry,) for entry in added}
        return Glossary({**more, **self.entries}, self.blocks)

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """Return the entries of one kind in the order of the files."""
        return tuple(entry for rows in self.entries.values() for entry in rows if entry.kind == kind)

    @cached_property
    def editions(self) -> dict[str, Entry]:
        """Return the binding entries whose source ends in years, by the source without them."""
        found: dict[str, Entry] = {}
        for key, rows in self.entries.items():
            entry = next((row for row in rows if row.status == "preferred"), None)
            if entry and (match := YEARS.search(key)) and match.start():
                found[key[: match.start()]] = entry
        return found

    @cached_property
    def positions(self) -> frozenset[str]:
        """Return the Chinese of every position, and of its deputy."""
        known = {entry.zh for entry in self.of_kind("position")}
        return frozenset(known | {f"副{zh}" for zh in known if not zh.startswith("副")})

    @cached_property
    def titles(self) -> dict[str, Entry]:
        """Return the binding documents by their source with every joining word alike: 与, 和 and 及 are one."""
        found: dict[str, Entry] = {}
        for entry in self.of_kind("document"):
            if entry.status == "preferred":
                found.setdefault(JOINING.sub("和", entry.key), entry)
        return found

    @cached_property
    def people(self) -> dict[str, list[str]]:
        """Return the names of kind person by their first character, the longer first."""
        return by_first(row.zh for row in self.of_kind("person") if row.status != "forbidden")

    @property
    def digest(self) -> str:
        """Return the SHA-256 of everything the glossary binds, whatever the files' order of rows."""
        lines = sorted(repr(entry) for rows in self.entries.values() for entry in rows)
        lines += sorted(repr(block) for rows in self.blocks.values() for block in rows)
        return sha256("\n".join(lines).encode()).hexdigest()


def by_first(names: Iterable[str]) -> dict[str, list[str]]:
    """Return names in Han characters by their first character, the longer first; spaces in them are dropped."""
    found: dict[str, list[str]] = {}
    for name in sorted({"".join(name.split()) for name in names}, key=lambda name: (-len(name), name)):
        if name and not name.isascii():
            found.setdefault(name[0], []).append(name)
    return found


def package_glossary() -> Path:
    """Return the folder of the glossary that the package brings."""
    return packaged_folder("glossary")


def load(files: Iterable[Path] = ()) -> Glossary:
    """Return the glossary of the CSV files and folders of CSV files, later ones winning.

    A source that stands in a later file replaces every row of it in earlier ones. A file with the columns
    entry, left, right is a blocking table. Raises InputError, naming file and line, for a broken row.
    """
    entries: dict[str, tuple[Entry, ...]] = {}
    blocks: dict[str, tuple[Block, ...]] = {}
    for path in [file for given in files for file in _csv_files(given)]:
        rows = _rows(path)
        if rows and "entry" in rows[0][1]:
            for block in _read_blocks(path, rows):
                blocks[block.entry] = (*blocks.get(block.entry, ()), block)
        else:
            entries.update(_read_entries(path, rows))
    return Glossary(entries, blocks)


def _csv_files(path: Path) -> Sequence[Path]:
    return sorted(path.glob("*.csv")) if path.is_dir() else [path]


def _broken(path: Path, line: int, reason: str, advice: str) -> InputError:
    message = _("'{file}' line {line}: {reason}; {advice}.")
    return InputError(message.format(file=path.name, line=line, reason=reason, advice=advice))


def _decode(path: Path) -> str:
    """Return the text of a CSV file: UTF-8 with or without a mark, else GB 18030 as Chinese Excel writes."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            _("Glossary '{file}' cannot be read: {reason}; check the path.").format(file=path, reason=reason)
        ) from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _broken(path, 1, _("the file is neither UTF-8 nor GB 18030"), _("save it as CSV UTF-8"))


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a CSV file with their line numbers; blank rows are left out."""
    reader = csv.DictReader(io.StringIO(_decode(path), newline=""), restkey="", restval="")
    try:
        names = list(reader.fieldnames or ())
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        reason = _("this is no CSV ({error})").format(error=error)
        raise _broken(path, reader.line_num, reason, _("save the sheet as CSV UTF-8")) from error
    if not ({"zh", "en"} <= set(names) or set(BLOCKING_COLUMNS) <= set(names)):
        reason = _("the columns zh and en are missing")
        raise _broken(path, 1, reason, _("put the names of the columns in the first line"))
    for line, row in rows:
        if row.get(""):
            raise _broken(
                path, line, _("the row has more cells than the header"), _("quote a text with a comma")
            )
    return [(line, row) for line, row in rows if any(row.values())]


def _read_blocks(path: Path, rows: list[tuple[int, dict[str, str]]]) -> Iterable[Block]:
    for line, row in rows:
        entry, left, right = (row[name] for name in BLOCKING_COLUMNS)
        if not entry or not (left or right):
            raise _broken(path, line, _("the row blocks nothing"), _("fill entry, and left or right"))
        yield Block(fold(entry).text, _cells(left), _cells(right))


def _cells(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _read_entries(path: Path, rows: list[tuple[int, dict[str, str]]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for line, row in rows:
        entry = _entry(path, line, row)
        earlier = found.get(entry.key, ())
        if entry.status == "preferred" and any(e.status == "preferred" for e in earlier):
            reason = _("'{zh}' has two preferred translations").format(zh=entry.zh)
            raise _broken(path, line, reason, _("keep one, make the other admitted"))
        found[entry.key] = (*earlier, entry)
        _check_forbidden(path, line, found[entry.key])
    return found


def _entry(path: Path, line: int, row: dict[str, str]) -> Entry:
    """Return the entry of one row; raises InputError where a cell cannot be used."""
    for name in COLUMNS:
        if (value := row.get(name, "")) != value.strip() or (name in ("zh", "en") and "  " in value):
            raise _broken(path, line, _("stray spaces in {column}").format(column=name), _("delete them"))
    zh, en = row["zh"], row["en"]
    if not zh or not en:
        reason = _("'{zh}' has no English").format(zh=zh) if zh else _("'{en}' has no Chinese").format(en=en)
        raise _broken(path, line, reason, _("fill the cell or delete the row"))
    kind, status = row.get("kind") or "term", row.get("status") or "preferred"
    for name, value, allowed in (("kind", kind, KINDS), ("status", status, STATUSES)):
        if value not in allowed:
            reason = _("unknown {column} '{value}'").format(column=name, value=value)
            raise _broken(
                path, line, reason, _("use one of {names}").format(names=", ".join(sorted(allowed)))
            )
    avoid = _cells(row.get("avoid", ""))
    return Entry(zh, en, row.get("en_short", ""), kind, status, avoid, row.get("note", ""))


def _check_forbidden(path: Path, line: int, rows: tuple[Entry, ...]) -> None:
    """Raise InputError where English is asked for and forbidden at once."""
    forbidden = {text for row in rows for text in row.avoid}
    forbidden |= {row.en for row in rows if row.status == "forbidden"}
    wanted = {text for row in rows if row.status != "forbidden" for text in row.targets}
    if clash := sorted(forbidden & wanted):
        reason = _("'{zh}': '{en}' is both wanted and forbidden").format(zh=rows[0].zh, en=clash[0])
        raise _broken(path, line, reason, _("take it out of avoid"))
