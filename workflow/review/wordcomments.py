"""Comments of a DOCX as threads with their state, and the words that each stands at.

Source: ECMA-376 part 1, clause 17.13.4; for threads and their state [MS-DOCX], clauses 2.2.3 and 2.5.1. LibreOffice
writes both as Word does; WPS and older files have no second part, and every comment is then a thread of its own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workflow.ooxml.elements import local_name, value
from workflow.ooxml.package import Package
from workflow.render.wordcomments import AUTHOR
from workflow.review.returned import Remark
from workflow.review.wordbuild import blocks_of
from workflow.review.wordtree import (
    Anchor,
    Block,
    Box,
    Cell,
    Paragraph,
    Text,
    accepted,
    paragraphs,
    rejected,
    tidy,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

# The last line of a comment of ours on a finding, its check and its id (workflow/render/reviewnotes.py).
_FINDING = re.compile(r"[\w.-]+ · ([0-9a-f]{8})\b")
# LibreOffice writes a comment without a date as of the year 0.
_DATE = re.compile(r"[1-9]\d{3}-")


@dataclass(frozen=True, slots=True)
class Thread:
    """Hold a comment with its replies, and the identifiers by which the text points to any of them."""

    keys: tuple[str, ...]
    remark: Remark


@dataclass(slots=True)
class Span:
    """Hold the words that a comment stands at, where they begin, and the cells around that, the outermost first."""

    pieces: list[Text] = field(default_factory=list)
    paragraph: Paragraph | None = None
    cells: tuple[Cell, ...] = ()

    @property
    def quote(self) -> str:
        """Return the words; where all of them were struck out, what they were."""
        return accepted(self.pieces) or rejected(self.pieces)


@dataclass(frozen=True, slots=True)
class _Comment:
    key: str
    paragraphs: tuple[str, ...]
    remark: Remark


def threads_of(package: Package, editor: str) -> list[Thread]:
    """Return the threads of a file in its order; what stands in a comment of ours but is not ours is `editor`'s."""
    part = package.part("comments")
    comments = (
        [_comment(e, editor) for e in part.iter() if local_name(e) == "comment"] if part is not None else []
    )
    by_paragraph = {one: place for place, comment in enumerate(comments) for one in comment.paragraphs}
    parents: dict[int, int] = {}
    resolved: set[int] = set()
    for element in _extended(package.part("commentsExtended")):
        place = by_paragraph.get(value(element, "paraId").upper(), -1)
        parent = by_paragraph.get(value(element, "paraIdParent").upper(), place)
        if parent < place:  # a reply comes after what it replies to
            parents[place] = parent
        if value(element, "done").lower() in ("1", "true", "on"):
            resolved.add(place)
    threads: dict[int, list[int]] = {}
    for place in range(len(comments)):
        threads.setdefault(_root(place, parents), []).append(place)
    return [_thread(places, comments, resolved) for places in threads.values()]


def _extended(part: "_Element | None") -> Iterator["_Element"]:
    return (e for e in part.iter() if local_name(e) == "commentEx") if part is not None else iter(())


def _root(place: int, parents: Mapping[int, int]) -> int:
    while place in parents:
        place = parents[place]
    return place


def _comment(element: "_Element", editor: str) -> _Comment:
    lines = [line for p in paragraphs(blocks_of(element, {}, {})) if (line := accepted(_texts(p)))]
    author, date = tidy(value(element, "author")), value(element, "date")
    date = date if _DATE.match(date) else ""
    finding, added = "", ""
    if author == AUTHOR:
        lines, finding, added = _told_apart(lines)
    said = (Remark(editor, date, added),) if added else ()
    remark = Remark(author, date, "\n".join(lines), finding=finding, replies=said)
    keys = tuple(value(p, "paraId").upper() for p in element.iter() if local_name(p) == "p")
    return _Comment(value(element, "id"), tuple(key for key in keys if key), remark)


def _told_apart(lines: list[str]) -> tuple[list[str], str, str]:
    """Return a comment of ours, the id of its finding, and what an editor wrote into it behind that."""
    for place, line in enumerate(lines):
        if match := _FINDING.match(line):
            added = " ".join([line[match.end() :], *lines[place + 1 :]]).strip()
            return [*lines[:place], match[0]], match[1], added
    return lines, "", ""


def _texts(paragraph: Paragraph) -> list[Text]:
    return [piece for piece in paragraph.pieces if isinstance(piece, Text)]


def _thread(places: list[int], comments: list[_Comment], resolved: set[int]) -> Thread:
    first, *replies = (comments[place] for place in places)
    return Thread(
        tuple(comments[place].key for place in places),
        replace(
            first.remark,
            resolved=places[0] in resolved,
            replies=(*first.remark.replies, *(replace(r.remark, finding="", replies=()) for r in replies)),
        ),
    )


def spans_of(blocks: Iterable[Block]) -> dict[str, Span]:
    """Return the words that comments stand at, by their identifiers.

    Where the sign of a comment is all that is left, its place is known and its words are not.
    """
    spans: dict[str, Span] = {}
    open_: dict[str, Span] = {}
    for piece, paragraph, cells in _walk(blocks, ()):
        if isinstance(piece, Text):
            for span in open_.values():
                if not span.pieces and piece.text.strip():
                    span.paragraph, span.cells = paragraph, cells
                if span.pieces or piece.text.strip():
                    span.pieces.append(piece)
        elif piece.kind == "comment" and piece.end == "first":
            open_[piece.key] = spans.setdefault(piece.key, Span([], paragraph, cells))
        elif piece.kind == "comment":
            open_.pop(piece.key, None)
            spans.setdefault(piece.key, Span([], paragraph, cells))
    for span in open_.values():  # without an end it would quote the rest of the file
        span.pieces = []
    return spans


def _walk(
    blocks: Iterable[Block], cells: tuple[Cell, ...]
) -> Iterator[tuple[Text | Anchor, Paragraph, tuple[Cell, ...]]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            for piece in block.pieces:
                if isinstance(piece, Box):
                    yield from _walk(piece.blocks, cells)
                else:
                    yield piece, block, cells
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _walk((*cell.blocks, *cell.tables), (*cells, cell))
