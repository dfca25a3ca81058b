"""How the text of a DOCX looks: direct settings over those of styles, styles over what they are based on.

Source: ECMA-376 part 1, clause 17.7. Sizes are half-points.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workflow.ooxml.elements import child, count, is_on, local_name, style_key, value

if TYPE_CHECKING:
    from lxml.etree import _Element

DEFAULT_SIZE = 20
LARGEST_SIZE = 3276  # Word's own limit
MOST_STYLES_DEEP = 20
HEADING = re.compile(r"(?:heading|标题)([1-9])")
CONTENTS = re.compile(r"(?:toc|目录|contents)\d*(?:heading)?|tocheading")


@dataclass(frozen=True, slots=True)
class Format:
    """Hold how characters look; None where nothing says so."""

    bold: bool | None = None
    size: int | None = None
    hidden: bool | None = None
    raised: bool | None = None

    def over(self, other: "Format") -> "Format":
        """Return this format with what it leaves open taken from another."""
        return Format(
            other.bold if self.bold is None else self.bold,
            other.size if self.size is None else self.size,
            other.hidden if self.hidden is None else self.hidden,
            other.raised if self.raised is None else self.raised,
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """Hold how a paragraph is set; None where nothing says so.

    `outline` is its level (0 to 8, 9 body text), `number` the list and the level in it, as the file spells them.
    """

    outline: int | None = None
    centred: bool | None = None
    number: tuple[str, str] | None = None

    def over(self, other: "Shape") -> "Shape":
        """Return this shape with what it leaves open taken from another."""
        number = self.number or other.number
        if self.number and other.number:
            number = self.number[0] or other.number[0], self.number[1] or other.number[1]
        return Shape(
            other.outline if self.outline is None else self.outline,
            other.centred if self.centred is None else self.centred,
            number,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """Hold a style with all that it is based on; `key` is its name without spaces and capitals."""

    key: str = ""
    shape: Shape = Shape()
    format: Format = Format()
    lines: bool = False

    @property
    def level(self) -> int:
        """Return the heading level that the style gives, 0 for none."""
        named = HEADING.fullmatch(self.key)
        if self.shape.outline is not None:
            return self.shape.outline + 1 if self.shape.outline < 9 else 0
        return int(named[1]) if named else 0

    @property
    def is_title(self) -> bool:
        """Tell whether this is the style of the document's title."""
        return self.key in ("title", "标题")

    @property
    def is_quote(self) -> bool:
        """Tell whether this is a style for quotations that stand apart."""
        return self.key in ("quote", "intensequote", "引用", "明显引用", "blocktext", "quotations")

    @property
    def is_contents(self) -> bool:
        """Tell whether this is a style of the table of contents, which a word processor makes by itself."""
        return CONTENTS.fullmatch(self.key) is not None


class Styles:
    """Look styles up by their identifiers."""

    def __init__(self, part: "_Element | None") -> None:
        root = part if part is not None else ()
        self.elements = {value(e, "styleId"): e for e in root if local_name(e) == "style"}
        self.known: dict[str, Style] = {}
        defaults = next((e for e in root if local_name(e) == "docDefaults"), None)
        self.base = Style(
            shape=shape_of(child(defaults, "pPrDefault", "pPr")),
            format=format_of(child(defaults, "rPrDefault", "rPr")).over(Format(False, DEFAULT_SIZE, False)),
        )
        self.paragraph = self._default("paragraph")

    def _default(self, kind: str) -> str:
        on = ("1", "true", "on")
        found = (
            i for i, e in self.elements.items() if value(e, "type") == kind and value(e, "default") in on
        )
        return next(found, "")

    def of(self, identifier: str) -> Style:
        """Return the style of an identifier, the document's defaults where there is none."""
        if identifier not in self.known:
            style = Style()
            for element in reversed(list(self._chain(identifier))):
                style = Style(
                    style_key(value(child(element, "name")) or value(element, "styleId")),
                    shape_of(child(element, "pPr")).over(style.shape),
                    format_of(child(element, "rPr")).over(style.format),
                    has_lines(child(element, "tblPr", "tblBorders")) or style.lines,
                )
            self.known[identifier] = style
        return self.known[identifier]

    def _chain(self, identifier: str) -> "Iterator[_Element]":
        for _step in range(MOST_STYLES_DEEP):
            element = self.elements.get(identifier)
            if element is None:
                return
            yield element
            identifier = value(child(element, "basedOn"))

    def paragraph_style(self, properties: "_Element | None") -> Style:
        """Return the style of a paragraph with its own settings over it."""
        style = self.of(value(child(properties, "pStyle")) or self.paragraph)
        shape = shape_of(properties).over(style.shape).over(self.base.shape)
        return replace(style, shape=shape, format=style.format.over(self.base.format))

    def run_format(self, properties: "_Element | None", paragraph: Style) -> Format:
        """Return the format of a run in a paragraph."""
        if properties is None:
            return paragraph.format
        named = self.of(value(child(properties, "rStyle"))).format
        return format_of(properties).over(named).over(paragraph.format)


def format_of(properties: "_Element | None") -> Format:
    """Return what the properties of a run say."""
    bold = size = hidden = raised = None
    for element in properties if properties is not None else ():
        name = local_name(element)
        if name == "b":
            bold = is_on(element)
        elif name == "sz":
            size = count(value(element), 0, LARGEST_SIZE) or None
        elif name == "vanish":
            hidden = is_on(element)
        elif name == "vertAlign":
            raised = value(element) == "superscript"
    return Format(bold, size, hidden, raised)


def shape_of(properties: "_Element | None") -> Shape:
    """Return what the properties of a paragraph say."""
    outline = centred = number = None
    for element in properties if properties is not None else ():
        name = local_name(element)
        if name == "outlineLvl":
            outline = count(value(element), 9, 9)
        elif name == "jc":
            centred = value(element) == "center"
        elif name == "numPr":
            number = value(child(element, "numId")), value(child(element, "ilvl"))
    return Shape(outline, centred, number)


def has_lines(borders: "_Element | None") -> bool:
    """Tell whether the borders of a table or a cell show lines other than its outer frame."""
    for element in borders if borders is not None else ():
        if local_name(element) in ("insideH", "insideV") and value(element) not in ("", "nil", "none"):
            return True
    return False


def cells_have_lines(table: "_Element") -> bool:
    """Tell whether cells draw lines between them: a top line of a later row, a left line of a later cell, and the like."""
    rows = [row for row in table if local_name(row) == "tr"]
    for number, row in enumerate(rows):
        cells = [cell for cell in row if local_name(cell) == "tc"]
        for place, cell in enumerate(cells):
            inner = {
                "top": number > 0,
                "bottom": number < len(rows) - 1,
                "left": place > 0,
                "start": place > 0,
            }
            inner |= {"right": place < len(cells) - 1, "end": place < len(cells) - 1}
            borders = child(cell, "tcPr", "tcBorders")
            for side in borders if borders is not None else ():
                if inner.get(local_name(side)) and value(side) not in ("", "nil", "none"):
                    return True
    return False
