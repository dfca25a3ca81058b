"""What a returned file does to an edition: edits, refusals, leftovers; whose they are, and their text as a unit holds it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workflow.review.returned import Row
from workflow.units import State, Unit

Mode = Literal["accept", "reject", "list"]
EditKind = Literal["edit", "state", "conflict", "older", "offered"]
# What a word processor that nobody has set up calls its user.
NOBODY = re.compile(
    r"(?:|bulletin|author|user|users|admin|administrator|unknown(?: author)?|owner|guest|home|pc"
    r"|windows user|microsoft(?: office)?(?: user)?|office|wps(?: office)?|libreoffice|lenovo|dell|hp|asus|acer"
    r"|作者|用户|未知作者|未知|管理员|微软用户|微软中国)",
    re.IGNORECASE,
)
# What word processors put into a text of themselves, and what it stands for.
_ODD = str.maketrans({"\u2011": "-", "\u00ad": None, "\u200b": None, "\ufeff": None})


@dataclass(frozen=True, slots=True)
class Edit:
    """Say what becomes of a unit.

    "edit" gives it `text`, "state" only a state; "conflict" and "offered" keep `text` beside what a human wrote
    there; "older" gives it the text of an older draft whose Chinese is `likeness` percent the same. `was` is the
    unit as it stands.
    """

    kind: EditKind
    was: Unit
    text: str
    state: State
    by: str
    row: Row
    likeness: float = 100.0


@dataclass(frozen=True, slots=True)
class Refusal:
    """Say of a row why it was not taken; `text` is the editor's that is now a leftover, "" where nothing is lost.

    `reason` is a message for the catalogue, `args` fills it.
    """

    row: Row
    reason: str
    args: Mapping[str, str] = field(default_factory=dict)
    unit: Unit | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Hold text of an editor that has no place in the edition; `reason` and `args` as in a refusal."""

    text: str
    reason: str
    place: str
    unit: str = ""
    by: str = ""
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placed:
    """Hold what a file does to an edition: at most one edit a unit, refusals, leftovers.

    `seen` are the ids of units whose row came back in trust with the English that stands there; `turned_down` the
    rows whose tracked changes the mode rejects; `rows` maps rows to units, for their remarks.
    """

    edits: tuple[Edit, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    seen: frozenset[str] = frozenset()
    turned_down: tuple[tuple[Row, Unit | None], ...] = ()
    rows: tuple[tuple[Row, Unit | None], ...] = ()
    foreign: bool = False


def clean(text: str, like: str = "") -> str:
    """Return an editor's text as a unit holds it: one line, single spaces, no invisible marks.

    Lines and tabs are kept where the English that stands there (`like`) has them: it is a table's.
    """
    plain = text.translate(_ODD)
    if "\n" in like or "\t" in like:
        return "\n".join(re.sub(r"[^\S\t\n]+", " ", line).strip(" ") for line in plain.strip().split("\n"))
    return " ".join(plain.split())


def writer(row: Row, author: str, reviewer: str) -> str:
    """Return who wrote a row: the reviewer named, else the last author of its tracked changes, else the file's."""
    names = (reviewer, *(change.author for change in reversed(row.changes)), author)
    return next((name.strip() for name in names if not NOBODY.fullmatch(name.strip())), "")
