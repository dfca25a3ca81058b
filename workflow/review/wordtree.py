"""The text of a DOCX as a tree of paragraphs and tables; tracked changes, controls and anchors stand beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from workflow.ooxml.elements import Mark
from workflow.review.returned import Change

# What a word processor puts in for its own ends: soft hyphen, zero-width space and joiners (LibreOffice: in a tracked
# row without text), byte order mark.
_ALIKE = str.maketrans("\u2011", "-", "\u00ad\u200b\u200d\u2060\ufeff")
_SPACES = str.maketrans("\n\t\u00a0", "   ")


@dataclass(frozen=True, slots=True)
class Text:
    """Hold characters with one history; `tags` are those of the content controls around them, outermost first."""

    text: str
    inserted: Mark | None = None
    deleted: Mark | None = None
    hidden: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Hold one end of a bookmark or of a comment's words, or the sign of the comment itself."""

    kind: Literal["bookmark", "comment"]
    end: Literal["first", "last", "sign"]
    key: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Hold text that stands beside the running text: a text box, a footnote, an endnote."""

    kind: Literal["box", "footnote", "endnote"]
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold a paragraph; its last piece is its mark, a line end with a history of its own."""

    style: str
    pieces: tuple["Piece", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """Hold a cell, the columns of the grid that it covers, and its part in a vertical merge.

    `pieces` is its running text. `tables` are the nested tables that hold units, no part of the cell's own text.
    """

    blocks: tuple["Block", ...]
    pieces: tuple[Text, ...]
    start: int
    span: int = 1
    merged: Literal["", "first", "rest"] = ""
    tables: tuple["Table", ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Say that a row is of a unit: its id, or how that begins; the digests of its Chinese and English, or ""."""

    id: str
    digest: str = ""
    base: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold what a row says of its unit, by where it says it; `written` are ids with the state they were written with."""

    tags: tuple[Claim, ...] = ()
    sources: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    bookmarks: tuple[Claim, ...] = ()
    written: tuple[tuple[str, str], ...] = ()

    @property
    def certain(self) -> tuple[Claim, ...]:
        """Return the claims by tags, or else by bookmarks."""
        return self.tags or tuple(Claim(one) for one in self.sources) or self.bookmarks


@dataclass(frozen=True, slots=True, eq=False)
class TableRow:
    """Hold the cells of a row, and what they say of its unit."""

    cells: tuple[Cell, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Hold the rows of a table."""

    rows: tuple[TableRow, ...]


Piece = Text | Anchor | Box
Block = Paragraph | Table


def tidy(text: str) -> str:
    """Return the text with every white space one space, and without what word processors put in for themselves."""
    return " ".join(text.translate(_ALIKE).split())


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs in reading order, those of tables with them."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)


def texts(blocks: Iterable[Block]) -> list[Text]:
    """Return the running text in reading order."""
    return [p for paragraph in paragraphs(blocks) for p in paragraph.pieces if isinstance(p, Text)]


def accepted(pieces: Iterable[Text]) -> str:
    """Return the visible text with every tracked change accepted."""
    return tidy("".join(p.text for p in pieces if not (p.deleted or p.hidden)))


def rejected(pieces: Iterable[Text]) -> str:
    """Return the visible text with every tracked change rejected."""
    return tidy("".join(p.text for p in pieces if not (p.inserted or p.hidden)))


def hidden(pieces: Iterable[Text]) -> str:
    """Return the text that nobody sees, tracked changes accepted, each stretch of it a word apart."""
    kept = (p for p in pieces if not p.deleted)
    return tidy("".join(p.text if p.hidden else " " for p in kept))


def changes(pieces: Iterable[Text]) -> tuple[Change, ...]:
    """Return the tracked changes in reading order, adjacent ones of one author and kind joined."""
    found: list[Change] = []
    adjacent = False
    for piece in pieces:
        if not piece.text or piece.hidden:
            continue
        for kind, mark in (("inserted", piece.inserted), ("deleted", piece.deleted)):
            if mark is None:
                continue
            text = piece.text.translate(_SPACES)
            last = found[-1] if found and adjacent else None
            if last and (last.kind, last.author) == (kind, mark.author):
                found[-1] = Change(last.author, last.date, last.kind, last.text + text)
            else:
                found.append(Change(mark.author, mark.date, kind, text))  # type: ignore[arg-type]
            adjacent = True
        if piece.inserted is None and piece.deleted is None:
            adjacent = False
    return tuple(found)
