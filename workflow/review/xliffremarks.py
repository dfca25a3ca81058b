"""What an editor has said in an XLIFF file: notes that are not ours, tools' comments, tracked changes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from workflow.review.returned import Change, Remark
from workflow.review.xlifftext import Text, attribute, children, name_of, plain
from workflow.units import text_digest

if TYPE_CHECKING:
    from lxml.etree import _Element

# Where a note says who wrote it; 2.0 has no place for that, translate-toolkit takes the category.
AUTHORS = ("from", "author", "creatoruser", "user", "creator", "category")
DATES = ("date", "time", "timestamp")
_FINDING = re.compile(r" · ([0-9a-f]{8})\s*$")


@dataclass(frozen=True, slots=True)
class Definitions:
    """Hold what Trados keeps at the head of its file: comments and revisions by id."""

    comments: Mapping[str, tuple[Remark, ...]]
    revisions: Mapping[str, "_Element"]


def definitions_of(root: "_Element") -> Definitions:
    """Return the comments and revisions that a Trados file defines; none in other files."""
    comments: dict[str, tuple[Remark, ...]] = {}
    revisions: dict[str, _Element] = {}
    for element in root.iter():
        if name_of(element) == "cmt-def":
            said = (e for e in element.iter() if name_of(e) == "Comment")
            comments[element.get("id", "")] = tuple(_remark(e) for e in said)
        elif name_of(element) == "rev-def":
            revisions[element.get("id", "")] = element
    return Definitions(comments, revisions)


def changes_of(target: Text, definitions: Definitions) -> Iterator[Change]:
    """Yield the tracked changes of a unit's English, with who made them when."""
    for revision, kind, text in target.tracked:
        defined = definitions.revisions.get(revision)
        author = attribute(defined, *AUTHORS) if defined is not None else ""
        date = attribute(defined, *DATES) if defined is not None else ""
        yield Change(author, date, "inserted" if kind == "inserted" else "deleted", text)


def remarks_of(
    unit: "_Element", marks: Mapping[str, str], source: Text, target: Text, definitions: Definitions
) -> Iterator[Remark]:
    """Yield the notes of a unit that are not ours, memoQ's comments, and Trados' with the words they are on."""
    parts = (unit, *children(unit, "segment"))
    holders = (unit, *(holder for part in parts for holder in children(part, "notes")))
    notes = [note for holder in holders for note in children(holder, "note")]
    yield from others(notes, marks.get("notes", ""))
    for holder in children(unit, "comments"):
        yield from (_remark(c) for c in children(holder, "comment") if c.get("deleted") != "true")
    sides: tuple[tuple[Text, Literal["source", "target"]], ...] = ((source, "source"), (target, "target"))
    for text, side in sides:
        for number, quote in text.commented:
            for remark in definitions.comments.get(number, ()):
                yield replace(remark, quote=quote, on=side)


def others(notes: Iterable["_Element"], ours: str) -> Iterator[Remark]:
    """Yield the notes that are not among ours, whose digests `ours` lists."""
    known = frozenset(ours.split(","))
    for note in notes:
        text = plain(note).strip()
        if text and text_digest(text) not in known:
            yield _remark(note)


def _remark(element: "_Element") -> Remark:
    text = plain(element).strip()
    about = attribute(element, "annotates", "appliesto").lower()
    finding = _FINDING.search(text)
    return Remark(
        author=attribute(element, *AUTHORS),
        date=attribute(element, *DATES),
        text=text,
        on="source" if about == "source" else "target",
        finding=finding[1] if finding else "",
    )
