"""review-log.jsonl beside edition.json: who changed what, from what to what, and when; one JSON object a line.

Lines are only ever added. Each apply has a number, which its lines share; lines of a build and a publishing have 0.
No published file embeds the log.
"""

import dataclasses
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from workflow.errors import InputError
from workflow.i18n import N_, _
from workflow.render.options import Question
from workflow.units import Unit

FILE = "review-log.jsonl"
Kind = Literal[
    "apply",  # a file was taken in: `data` holds what undo needs
    "edit",  # a unit's English, `before` → `after`
    "state",  # a unit's state alone
    "conflict",  # `before` stands, `after` was offered by a second editor
    "older",  # English of an older draft, given to the most similar Chinese and marked NEEDS_WORK
    "offered",  # the same, beside English that a human has written since
    "rejected",  # tracked English that was turned down with --mode reject
    "refused",  # a row that was not taken
    "leftover",  # text of an editor that has no place
    "comment",  # an editor's question
    "answered",  # a question that came back resolved
    "dismiss",  # a finding set aside
    "undo",  # the apply of this number was taken back
    "publish",
]


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one line. `text` is a comment's, a leftover's or a reason's own words; `quote` what a comment is on.

    `item` is the id of a question or finding; `date` the one that a comment bears in its file; `resolved` its
    thread's state. `before` and `after` are the values of `field`, "target" or "state".
    """

    kind: Kind
    number: int = 0
    when: str = ""
    who: str = ""
    file: str = ""
    unit: str = ""
    slot: str = ""
    field: str = ""
    before: str = ""
    after: str = ""
    text: str = ""
    reason: str = ""
    place: str = ""
    quote: str = ""
    on: str = ""
    date: str = ""
    item: str = ""
    resolved: bool = False
    data: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def local_reason(self) -> str:
        """Return the reason in the language of this process."""
        said = self.data.get("reason")
        return _(said).format(**self.data["args"]) if said else _(self.reason)


NAMES = frozenset(f.name for f in fields(Entry))


def spoken(reason: str, args: Mapping[str, str]) -> dict[str, Any]:
    """Return what a line keeps of a reason with values, so that another language can say it too."""
    return {"reason": reason, "args": dict(args)} if args else {}


def now() -> str:
    """Return the time of a line: UTC, that of SOURCE_DATE_EPOCH where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def load(folder: Path) -> tuple[Entry, ...]:
    """Return the lines of a folder's log, () where there is none; raises InputError for one that cannot be read."""
    file = folder / FILE
    try:
        return read(file.read_bytes(), file) if file.exists() else ()
    except OSError as error:
        raise _unreadable(file, 1, error) from None


def read(content: bytes, file: Path) -> tuple[Entry, ...]:
    """Return the lines of a log's content; raises InputError, which names the file, where they cannot be read."""
    entries: list[Entry] = []
    try:
        for line in content.decode().split("\n"):
            said = json.loads(line or "{}")
            if said:
                entries.append(Entry(**{name: value for name, value in said.items() if name in NAMES}))
    except (ValueError, TypeError, AttributeError) as error:
        raise _unreadable(file, len(entries) + 1, error) from None
    return tuple(entries)


def _unreadable(file: Path, line: int, error: Exception) -> InputError:
    return InputError(
        _("'{path}' line {line} cannot be read ({reason}); mend the line or move the file elsewhere.").format(
            path=file, line=line, reason=error
        )
    )


def appended(folder: Path, entries: Sequence[Entry]) -> dict[str, bytes]:
    """Return the log's name and whole content with entries added, to be written together with the outputs."""
    file = folder / FILE
    before = file.read_bytes() if file.exists() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    return {FILE: before + "".join(map(_line, entries)).encode()}


def _line(entry: Entry) -> str:
    shown = {
        name: value for name, value in asdict(entry).items() if value or name in ("kind", "number", "when")
    }
    if entry.field:
        shown |= {"before": entry.before, "after": entry.after}
    return json.dumps(shown, ensure_ascii=False) + "\n"


def vanished(units: Iterable[Unit], source: str) -> tuple[Entry, ...]:
    """Return the lines that keep human English whose Chinese a new build no longer has."""
    return tuple(
        Entry(
            "leftover",
            when=now(),
            who=unit.by or "",
            file=source,
            unit=unit.id,
            slot=unit.slot,
            text=unit.target,
            quote=unit.source,
            reason=N_("the source no longer has this sentence"),
        )
        for unit in units
    )


def next_number(entries: Iterable[Entry]) -> int:
    """Return the number of the next apply, counted from 1."""
    return 1 + max((entry.number for entry in entries), default=0)


def live(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries without those of an apply that was taken back."""
    undone = {entry.number for entry in entries if entry.kind == "undo"}
    return tuple(e for e in entries if e.kind != "undo" and (not e.number or e.number not in undone))


def last_apply(entries: Sequence[Entry]) -> Entry | None:
    """Return the head of the last apply that was not taken back."""
    return next((entry for entry in reversed(live(entries)) if entry.kind == "apply"), None)


def questions(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the questions of editors that are still open, in the order in which they came."""
    asked: dict[str, Entry] = {}
    for entry in live(entries):
        if entry.kind == "comment" and not entry.resolved:
            asked[entry.item] = entry
        elif entry.kind == "answered":
            asked.pop(entry.item, None)
    return tuple(asked.values())


def as_comments(entries: Sequence[Entry]) -> tuple[Question, ...]:
    """Return the open questions as a review file shows them."""
    return tuple(
        Question(
            one.unit,
            "source" if one.on == "source" else "target",
            one.quote,
            one.who,
            one.date,
            one.text,
            tuple((author, date, text) for author, date, text in one.data.get("replies", ())),
        )
        for one in questions(entries)
    )


def question_id(unit: str, author: str, text: str) -> str:
    """Return the id of a question; word processors may rewrite a comment's date and quote, so they are no part."""
    return sha256(f"{unit}\n{author}\n{' '.join(text.split())}".encode()).hexdigest()[:8]
