"""The glossary: entries that editors keep in CSV files, read, checked and put in order of precedence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from workflow.constrain.alternatives import either
from workflow.constrain.entries import COLUMNS, KINDS, STATUSES, Block, Entry
from workflow.constrain.folding import fold
from workflow.constrain.sheets import Row, Sheet, read_csv
from workflow.resources import packaged_folder

__all__ = ["COLUMNS", "KINDS", "STATUSES", "Block", "Entry", "Glossary", "load", "package_glossary"]

YEARS = re.compile(r"\(?(\d{4})年?(?:-(\d{4})年?)?\)?$")
JOINING = re.compile("以及|[与及暨]")
SHORTEST_PROVINCE = 2


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
    def bare_places(self) -> dict[str, Entry]:
        """Return the binding provinces and states by their Chinese without its class: 高平省 by 高平."""
        ends = ("省", "府", "邦")
        named = [row for row in self.of_kind("place") if row.status == "preferred" and row.zh.endswith(ends)]
        return {row.zh[:-1]: row for row in named if len(row.zh) > SHORTEST_PROVINCE}

    @cached_property
    def bare_pattern(self) -> re.Pattern[str]:
        """Return the pattern of `bare_places`, each with or without its class."""
        return re.compile(f"(?P<name>{either(self.bare_places)})[省府邦]?")

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
    entry, left, right is a blocking table. Raises InputError, naming file and line, for the first fault.
    """
    sheets = [_sound(path) for path in csv_files(files)]
    blocks: dict[str, tuple[Block, ...]] = {}
    for block in (block for sheet in sheets for block in sheet.blocks):
        blocks[block.entry] = (*blocks.get(block.entry, ()), block)
    rows = _in_force(sheets)
    return Glossary({key: tuple(row.entry for row in group) for key, group in rows.items()}, blocks)


def rows_in_force(files: Iterable[Path]) -> dict[str, tuple[Row, ...]]:
    """Return the rows that `load` takes, with their places, by the folded source; raises InputError as it does."""
    return _in_force(_sound(path) for path in csv_files(files))


def csv_files(files: Iterable[Path]) -> Sequence[Path]:
    """Return the CSV files named, and those of the folders named, in the order in which they are read."""
    return [file for path in files for file in (sorted(path.glob("*.csv")) if path.is_dir() else [path])]


def _in_force(sheets: Iterable[Sheet]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for sheet in sheets:
        here: dict[str, tuple[Row, ...]] = {}
        for row in sheet.rows:
            here[row.key] = (*here.get(row.key, ()), row)
        found.update(here)
    return found


def _sound(path: Path) -> Sheet:
    """Return the sheet of a file; raises InputError for its first fault."""
    sheet = read_csv(path)
    if sheet.faults:
        raise sheet.faults[0].error
    return sheet
