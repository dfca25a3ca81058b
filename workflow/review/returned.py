"""What an editor's file brings back, whatever its container: rows, remarks, and what belongs to no row.

Readers (`READERS` in workflow/review/__init__.py) make it; placing and applying know no container.
"""

from dataclasses import dataclass, field
from typing import Literal

from workflow.units import State


@dataclass(frozen=True, slots=True)
class Remark:
    """Hold one comment: who wrote it when (ISO 8601 as in the file), on which words of which side.

    `finding` is the id of our finding where the comment is one of ours; `resolved` is the state of its thread.
    """

    author: str
    date: str
    text: str
    quote: str = ""
    on: Literal["source", "target"] = "target"
    resolved: bool = False
    finding: str = ""
    replies: tuple["Remark", ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Hold one tracked change of a row's English."""

    author: str
    date: str
    kind: Literal["inserted", "deleted"]
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """Hold what came back of one unit.

    `digest` and `base` are the `text_digest` of the Chinese and of the English that the row was written with, ""
    where the file no longer says. `target` is the English with tracked changes accepted, `rejected` with all of
    them rejected. `state` is what the drop-down says, None where it cannot be read, and `was` what it said when the
    row was written: without it a row still at DRAFT cannot be told from one that was set back to it. `place` says where in the
    file the row stands, in words for a message. `trouble` says why the row cannot be trusted (two ids in one
    cell, …), "" where it can.
    """

    id: str
    source: str
    target: str
    rejected: str = ""
    digest: str = ""
    base: str = ""
    state: State | None = None
    was: State | None = None
    place: str = ""
    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Loose:
    """Hold text of an editor that is no row's English; `unit` is the id of the row that it stands in, "" for none."""

    text: str
    place: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """Hold a whole file: which edition it says it is of, and everything an editor may have touched.

    `edition` is the edition's name and `source` the SHA-256 of its source, "" where the file no longer says;
    `author` is who saved the file last (core property lastModifiedBy, the tool's user in XLIFF), "" where that is
    nobody's name or our own. `remarks` are those on no row.
    """

    file: str
    edition: str = ""
    source: str = ""
    author: str = ""
    rows: tuple[Row, ...] = ()
    remarks: tuple[Remark, ...] = ()
    loose: tuple[Loose, ...] = field(default_factory=tuple)
