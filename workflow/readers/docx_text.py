"""Read the text of a DOCX from its XML in reading order: wrappers opened, fields as their results, changes accepted."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workflow.ooxml.elements import (
    CHANGES,
    CHARACTERS,
    NOTES,
    SILENT,
    Fields,
    child,
    content_of,
    count,
    is_on,
    local_name,
    value,
)
from workflow.ooxml.package import Relation
from workflow.ooxml.symbols import symbol
from workflow.readers.docx_drawings import Drawings
from workflow.readers.docx_numbering import Numbering
from workflow.readers.docx_styles import Format, Styles, cells_have_lines, has_lines
from workflow.readers.docx_tree import (
    COMMENT,
    DELETED,
    HIDDEN,
    NOT_READ,
    PROMPT,
    READING,
    TARGET,
    Cell,
    Item,
    Paragraph,
    Piece,
    Table,
    flat_text,
)
from workflow.readers.lines import raised

if TYPE_CHECKING:
    from lxml.etree import _Element

LINK_FIELD = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"")
MOST_PARAGRAPHS = 50_000


class TooLongError(Exception):
    """Report a document with more paragraphs than any bulletin."""


@dataclass(frozen=True, slots=True)
class _At:
    """Say what holds for the text at a place."""

    format: Format = field(default_factory=Format)
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """Hold what the text points to: styles, lists, notes and comments by kind and identifier, relationships, pictures."""

    styles: Styles
    numbering: Numbering
    notes: "Mapping[tuple[str, str], _Element]"
    relations: Mapping[str, Relation]
    drawings: Drawings


class TextReader:
    """Read the items under an element; what crosses paragraphs is kept here."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.fields = Fields()
        self.instruction = ""
        self.carried: Paragraph | None = None
        self.inserted = 0
        self.not_read: list[str] = []
        self.read_notes: set[tuple[str, str]] = set()
        self.paragraphs = 0
        self.own = True

    def items(self, parent: "Iterable[_Element]", at: _At = _At()) -> list[Item]:
        """Return the paragraphs and tables under an element."""
        found: list[Item] = []
        for element in parent:
            name = local_name(element)
            if name in SILENT:
                continue
            if name == "p":
                found.extend(self.paragraph(element, at))
            elif name == "tbl":
                found.append(self.table(element, at))
            elif name in ("r", "t"):  # a run without a paragraph: damage, but its text is text
                loose = Paragraph(self.parts.styles.paragraph_style(None))
                self.piece(element, name, replace(at, format=loose.style.format), loose)
                found.append(loose)
            elif name in NOT_READ:
                self.not_read.append(NOT_READ[name])
            else:
                found.extend(self.items(*self.within(element, name, at)))
        return found

    def all_items(self, parent: "Iterable[_Element]", *, own: bool = True) -> list[Item]:
        """Return the items of a whole part; a paragraph whose end was struck out has no next one to join there.

        `own` says that the relationships are the part's, so that its pictures can be found.
        """
        self.own = own
        return [*self.items(parent), *self.take_carried()]

    def take_carried(self) -> list[Paragraph]:
        """Return the paragraph that waits for a next one, as the list of it."""
        carried, self.carried = self.carried, None
        return [carried] if carried else []

    def paragraph(self, element: "_Element", at: _At) -> Iterator[Item]:
        """Yield a paragraph; one whose end was struck out, or that holds a large first letter, goes on in the next."""
        self.paragraphs += 1
        if self.paragraphs > MOST_PARAGRAPHS:
            raise TooLongError
        properties = child(element, "pPr")
        style = self.parts.styles.paragraph_style(properties)
        into = self.carried or Paragraph(style)
        self.carried = None
        for inner in element:
            self.piece(inner, local_name(inner), replace(at, format=style.format), into)
        # A struck-out paragraph counts in no list, nor does one without text.
        if style.shape.number and into.text.strip() and not into.label:
            into.label = self.parts.numbering.label(*style.shape.number)
        dropped = value(child(properties, "framePr"), "dropCap") in ("drop", "margin")  # a large first letter
        struck = any(child(properties, "rPr", kind) is not None for kind in ("del", "moveFrom"))
        if dropped or struck:
            self.carried = into
        else:
            yield into

    def piece(self, element: "_Element", name: str, at: _At, into: Paragraph) -> None:
        """Take an element of a paragraph."""
        if name in ("instrText", "delInstrText"):
            self.instruction += element.text or ""
        elif name in SILENT:
            return
        elif name in ("t", "delText"):
            if element.text and not self.fields.in_instruction():
                reason = at.reason or (DELETED if name == "delText" else "")
                text = raised(element.text) if at.format.raised else element.text
                into.pieces.append(Piece(text, at.format, reason))
        elif name in CHARACTERS or name == "sym":
            known = CHARACTERS.get(name)
            text = symbol(value(element, "font"), value(element, "char")) if known is None else known
            into.pieces.append(Piece(text, at.format, at.reason))
        elif name == "fldChar":
            self.field(value(element, "fldCharType"), into)
        elif name in NOTES:
            self.note(NOTES[name], value(element, "id"), at, into)
        elif name == "commentReference":
            self.comment(value(element, "id"), into)
        elif name in ("ruby", "txbxContent", "tbl", "p"):
            self.inner(element, name, at, into)
        else:
            self.beside(element, name, at, into)
            content, inside = self.within(element, name, at, into)
            for inner in content:
                self.piece(inner, local_name(inner), inside, into)

    def inner(self, element: "_Element", name: str, at: _At, into: Paragraph) -> None:
        """Take text within a paragraph that has lines of its own: a text box, by damage a table or a paragraph."""
        if name == "ruby":
            self.ruby(element, at, into)
        elif name == "txbxContent":
            box = self.apart(element, replace(at, format=Format()))
            (into.behind if into.text.strip() else into.before).extend(box)
        else:
            into.behind.extend([self.table(element, at)] if name == "tbl" else self.paragraph(element, at))

    def within(
        self, element: "_Element", name: str, at: _At, into: Paragraph | None = None
    ) -> tuple["_Element", _At]:
        """Return where the text of a wrapper stands, and what holds for it."""
        if name in CHANGES:
            self.inserted += CHANGES[name] == "inserted"
            at = replace(at, reason=at.reason or (DELETED if CHANGES[name] == "deleted" else ""))
        elif name == "r" and into is not None:
            look = self.parts.styles.run_format(child(element, "rPr"), replace(into.style, format=at.format))
            at = _At(look, at.reason or (HIDDEN if look.hidden else ""))
        elif name == "sdt" and is_on(child(element, "sdtPr", "showingPlcHdr")):
            at = replace(at, reason=at.reason or PROMPT)
        return content_of(element, name), at

    def beside(self, element: "_Element", name: str, at: _At, into: Paragraph) -> None:
        """Note what an element says beside its text: where a link leads, a picture, letters drawn as a shape."""
        if name in NOT_READ:
            self.not_read.append(NOT_READ[name])
        elif name == "hyperlink":
            relation = self.parts.relations.get(value(element, "id"))
            if relation is not None and relation.external:
                into.asides.append((relation.target, TARGET))
        elif name in ("blip", "imagedata"):
            into.pictures.append(self.parts.drawings.line(element, at.reason, own=self.own))
        elif name == "textpath" and value(element, "string"):
            words = Paragraph(replace(into.style, shape=replace(into.style.shape, number=None)))
            words.pieces.append(Piece(value(element, "string"), into.style.format))
            (into.behind if into.text.strip() else into.before).append(words)

    def field(self, kind: str, into: Paragraph) -> None:
        """Take a field's mark; of a link's instruction the target is noted."""
        if kind == "begin":
            self.instruction = ""
        elif kind == "separate" and (link := LINK_FIELD.match(self.instruction)):
            into.asides.append((link[1], TARGET))
            self.instruction = ""
        self.fields.take(kind)

    def apart(self, element: "_Element", at: _At) -> list[Item]:
        """Return the items of a text with fields of its own."""
        outer, self.fields = self.fields, Fields()
        carried = self.take_carried()
        items = [*self.items(element, at), *self.take_carried()]
        self.carried, self.fields = next(iter(carried), None), outer
        return items

    def note(self, kind: str, key: str, at: _At, into: Paragraph) -> None:
        """Put the text of a footnote or endnote at its place, once."""
        element = self.parts.notes.get((kind, key))
        if element is None or (kind, key) in self.read_notes:
            return
        self.read_notes.add((kind, key))
        text = self.note_text(element)
        if text:
            into.pieces.append(Piece(f"（注：{text}）", at.format, at.reason, note=True))

    def note_text(self, element: "_Element") -> str:
        """Return what a note says, on one line; its pictures have relationships of their own and stay there."""
        own, self.own = self.own, False
        texts = [flat_text(item).strip() for item in self.apart(element, _At())]
        self.own = own
        return " ".join(filter(None, texts))

    def comment(self, key: str, into: Paragraph) -> None:
        """Keep a comment beside the paragraph that its sign stands in."""
        element = self.parts.notes.get(("comment", key))
        if element is not None and ("comment", key) not in self.read_notes:
            self.read_notes.add(("comment", key))
            text = self.note_text(element)
            into.asides.append((" ".join(text.split()), COMMENT))

    def ruby(self, element: "_Element", at: _At, into: Paragraph) -> None:
        """Take characters with a reading above them: the characters are text, the reading is none."""
        for part in element:
            here = replace(at, reason=at.reason or READING) if local_name(part) == "rt" else at
            for inner in part if local_name(part) in ("rt", "rubyBase") else ():
                self.piece(inner, local_name(inner), here, into)

    def table(self, element: "_Element", at: _At) -> Table:
        """Return a table with its cells at their columns."""
        properties = child(element, "tblPr")
        style = self.parts.styles.of(value(child(properties, "tblStyle")))
        lines = has_lines(child(properties, "tblBorders")) or style.lines
        rows: list[tuple[Cell, ...]] = []
        for row, here in self.under(element, "tr", at):
            changed = child(row, "trPr", "del") is not None
            rows.append(tuple(self.cells(row, replace(here, reason=DELETED) if changed else here)))
        return Table(tuple(rows), lines or cells_have_lines(element))

    def under(self, parent: "_Element", wanted: str, at: _At) -> "Iterator[tuple[_Element, _At]]":
        """Yield the rows of a table or the cells of a row, wrappers opened."""
        for element in parent:
            name = local_name(element)
            if name == wanted:
                yield element, at
            elif name not in SILENT:
                yield from self.under(*self._opened(element, name, wanted, at))

    def _opened(self, element: "_Element", name: str, wanted: str, at: _At) -> "tuple[_Element, str, _At]":
        content, here = self.within(element, name, at)
        return content, wanted, here

    def cells(self, row: "_Element", at: _At) -> Iterator[Cell]:
        """Yield the cells of a row."""
        start = count(value(child(row, "trPr", "gridBefore")), 0)
        for element, here in self.under(row, "tc", at):
            properties = child(element, "tcPr")
            merge, joined = child(properties, "vMerge"), child(properties, "hMerge")
            if child(properties, "cellDel") is not None:
                here = replace(here, reason=DELETED)
            below, beside = (one is not None and value(one) != "restart" for one in (merge, joined))
            span = max(1, count(value(child(properties, "gridSpan")), 1))
            yield Cell(tuple(self.apart(element, here)), start, span, below, beside)
            start += span
