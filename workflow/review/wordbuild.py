"""Make the tree of a DOCX's text from its XML: wrappers opened, fields read as their results, history kept.

Elements are known by their local names, so that Word's strict form of the format is read as well; what is not
known is looked into. Source of the names: ECMA-376 part 1, clause 17; for mc:AlternateContent part 3.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from workflow.ooxml.elements import (
    CHANGES,
    CHARACTERS,
    NOTES,
    SILENT,
    Fields,
    Mark,
    child,
    content_of,
    count,
    is_on,
    local_name,
    mark_of,
    style_key,
    value,
)
from workflow.ooxml.symbols import symbol
from workflow.review.wordids import evidence_of, holds_units
from workflow.review.wordtree import (
    Anchor,
    Block,
    Box,
    Cell,
    Paragraph,
    Piece,
    Table,
    TableRow,
    Text,
    texts,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = SILENT | {"rt"}


@dataclass(frozen=True, slots=True)
class _Place:
    """Say what holds for the text at a place: tracked changes, hidden or not, the controls around it."""

    inserted: Mark | None = None
    deleted: Mark | None = None
    hidden: bool = False
    tags: tuple[str, ...] = ()


def blocks_of(
    element: "_Element", styles: Mapping[str, str], notes: Mapping[tuple[str, str], "_Element"]
) -> tuple[Block, ...]:
    """Return the text under an element (a body, a header, a comment).

    `styles` gives the names of paragraph styles by their identifiers, `notes` the footnotes and endnotes by kind
    and identifier.
    """
    builder = _Builder(styles, notes)
    blocks = builder.blocks(element, _Place())
    rest = builder.take_waiting()
    return (*blocks, *([Paragraph("", tuple(rest))] if rest else ()))


class _Builder:
    """Walk the XML; what crosses paragraphs is kept here: anchors that wait for one, fields that are open."""

    def __init__(self, styles: Mapping[str, str], notes: Mapping[tuple[str, str], "_Element"]) -> None:
        self.styles = styles
        self.notes = notes
        self.waiting: list[Anchor] = []
        self.fields = Fields()

    def take_waiting(self) -> list[Piece]:
        waiting, self.waiting = self.waiting, []
        return list(waiting)

    def blocks(self, parent: "Iterable[_Element]", at: _Place) -> list[Block]:
        found: list[Block] = []
        for element in parent:
            name = local_name(element)
            if name in _SKIPPED:
                continue
            if name == "p":
                found.append(self.paragraph(element, at))
            elif name == "tbl":
                found.append(self.table(element, at))
            elif anchor := _anchor(element, name):
                self.waiting.append(anchor)
            elif name == "r":  # a run without a paragraph: damage, but its text is text
                pieces = list(self.piece(element, at))
                found.extend([Paragraph("", tuple(pieces))] if pieces else ())
            else:
                found.extend(self.blocks(*_within(element, name, at)))
        return found

    def paragraph(self, element: "_Element", at: _Place) -> Paragraph:
        properties = child(element, "pPr")
        pieces = self.take_waiting()
        for inner in element:
            pieces.extend(self.piece(inner, at))
        end = _changed(child(properties, "rPr"), at, CHANGES)
        style = value(child(properties, "pStyle"))
        return Paragraph(
            style_key(self.styles.get(style, style)),
            (*pieces, Text("\n", end.inserted, end.deleted, at.hidden, at.tags)),
        )

    def piece(self, element: "_Element", at: _Place) -> Iterator[Piece]:
        name = local_name(element)
        if name in _SKIPPED:
            return
        if name in ("t", "delText"):
            if element.text and not self.fields.in_instruction():
                gone = at.deleted or (Mark() if name == "delText" else None)
                yield Text(element.text, at.inserted, gone, at.hidden, at.tags)
        elif name in CHARACTERS or name == "sym":
            known = CHARACTERS.get(name)
            text = symbol(value(element, "font"), value(element, "char")) if known is None else known
            yield Text(text, at.inserted, at.deleted, at.hidden, at.tags)
        elif name == "fldChar":
            self.fields.take(value(element, "fldCharType"))
        elif anchor := _anchor(element, name):
            yield anchor
        elif name in NOTES:
            yield from self.note(NOTES[name], value(element, "id"), at)
        elif name == "txbxContent":
            yield Box("box", tuple(self.apart(element, at)))
        elif name == "p":
            yield from self.paragraph(element, at).pieces
        elif name == "tbl":
            yield Box("box", (self.table(element, at),))
        else:
            yield from self.inside(*_within(element, name, at), at)

    def inside(self, elements: "Iterable[_Element]", place: _Place, around: _Place) -> Iterator[Piece]:
        """Yield the pieces in a wrapper; an emptied control still says whose it is."""
        if place.tags != around.tags:
            yield Text("", place.inserted, place.deleted, place.hidden, place.tags)
        for inner in elements:
            yield from self.piece(inner, place)

    def apart(self, element: "_Element", at: _Place) -> list[Block]:
        """Return the blocks of a text with fields of its own."""
        outer, self.fields = self.fields, Fields()
        blocks = self.blocks(element, at)
        self.fields = outer
        return blocks

    def note(self, kind: Literal["footnote", "endnote"], key: str, at: _Place) -> Iterator[Box]:
        element = self.notes.get((kind, key))
        if element is not None:
            outer, self.notes = self.notes, {}  # a note within a note would have no end
            yield Box(kind, tuple(self.apart(element, at)))
            self.notes = outer

    def table(self, element: "_Element", at: _Place) -> Table:
        return Table(tuple(self.rows(element, at)))

    def rows(self, parent: "Iterable[_Element]", at: _Place) -> Iterator[TableRow]:
        for element in parent:
            name = local_name(element)
            if name == "tr":
                yield self.row(element, at)
            elif anchor := _anchor(element, name):
                self.waiting.append(anchor)
            elif name in ("p", "tbl"):
                yield _row([_cell(self.blocks((element,), at))])
            elif name not in _SKIPPED:
                yield from self.rows(*_within(element, name, at))

    def row(self, element: "_Element", at: _Place) -> TableRow:
        properties = child(element, "trPr")
        at = _changed(properties, at, {"ins": "inserted", "del": "deleted"})
        start = count(value(child(properties, "gridBefore")), 0)
        cells: list[Cell] = []
        for cell, joined in self.cells(element, at):
            if joined and cells:
                last = cells.pop()
                pieces = (*last.pieces, *cell.pieces)
                cells.append(
                    replace(
                        last, blocks=(*last.blocks, *cell.blocks), pieces=pieces, span=last.span + cell.span
                    )
                )
            else:
                cells.append(replace(cell, start=start))
            start += cell.span
        return _row(cells)

    def cells(self, parent: "Iterable[_Element]", at: _Place) -> Iterator[tuple[Cell, bool]]:
        """Yield each cell, and whether it goes on from the one before in the old way of merging."""
        for element in parent:
            name = local_name(element)
            if name == "tc":
                yield self.cell(element, at)
            elif anchor := _anchor(element, name):
                self.waiting.append(anchor)
            elif name in ("p", "tbl"):
                yield _cell(self.blocks((element,), at)), False
            elif name not in _SKIPPED:
                yield from self.cells(*_within(element, name, at))

    def cell(self, element: "_Element", at: _Place) -> tuple[Cell, bool]:
        properties = child(element, "tcPr")
        at = _changed(properties, at, {"cellIns": "inserted", "cellDel": "deleted"})
        blocks = self.apart(element, at)
        own = [b for b in blocks if isinstance(b, Paragraph) or not holds_units(b)]
        nested = [b for b in blocks if isinstance(b, Table) and holds_units(b)]
        merge = child(properties, "vMerge")
        merged: Literal["", "first", "rest"] = ""
        if merge is not None:
            merged = "first" if value(merge) == "restart" else "rest"
        joined = child(properties, "hMerge")
        span = count(value(child(properties, "gridSpan")), 1)
        goes_on = joined is not None and value(joined) != "restart"
        return replace(_cell(own), span=max(1, span), merged=merged, tables=tuple(nested)), goes_on


def _cell(blocks: list[Block]) -> Cell:
    return Cell(tuple(blocks), tuple(texts(blocks)), 0)


def _row(cells: list[Cell]) -> TableRow:
    return TableRow(tuple(cells), evidence_of(cells))


def _within(element: "_Element", name: str, at: _Place) -> tuple["Iterable[_Element]", _Place]:
    """Return where the text of a wrapper stands, and what holds for it."""
    if name in CHANGES:
        return element, _with(at, CHANGES[name], element)
    if name == "r" and is_on(child(element, "rPr", "vanish")):
        return element, replace(at, hidden=True)
    if name == "sdt" and (tag := value(child(element, "sdtPr", "tag"))):
        at = replace(at, tags=(*at.tags, tag))
    if name == "sdt" and _asks(child(element, "sdtPr")):
        return (), at
    return content_of(element, name), at


def _asks(properties: "_Element | None") -> bool:
    """Tell whether a list control shows the words by which the word processor asks to choose."""
    kinds = ("dropDownList", "comboBox")
    listed = any(child(properties, kind) is not None for kind in kinds)
    return listed and is_on(child(properties, "showingPlcHdr"))


def _anchor(element: "_Element", name: str) -> Anchor | None:
    key = value(element, "id")
    if name == "bookmarkStart":
        return Anchor("bookmark", "first", key, value(element, "name"))
    if name == "bookmarkEnd":
        return Anchor("bookmark", "last", key)
    if name == "commentRangeStart":
        return Anchor("comment", "first", key)
    if name == "commentRangeEnd":
        return Anchor("comment", "last", key)
    return Anchor("comment", "sign", key) if name == "commentReference" else None


def _with(at: _Place, kind: str, change: "_Element") -> _Place:
    mark = mark_of(change)
    return replace(at, inserted=mark) if kind == "inserted" else replace(at, deleted=mark)


def _changed(properties: "_Element | None", at: _Place, kinds: Mapping[str, str]) -> _Place:
    for element in properties if properties is not None else ():
        if (kind := kinds.get(local_name(element))) is not None:
            at = _with(at, kind, element)
    return at
