"""What a DOCX holds in reading order: paragraphs of pieces that look alike, tables of cells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from workflow.i18n import N_
from workflow.readers.docx_styles import Format, Style
from workflow.readers.lines import Line

# Why something of the file is no text.
DELETED = N_("struck out by a tracked change")
HIDDEN = N_("hidden text")
PROMPT = N_("prompt of an empty field")
READING = N_("reading beside a character")
PICTURE = N_("picture in the file")
COMMENT = N_("comment in the file")
TARGET = N_("target of a link")
# What holds text of its own that is not read, by the name of its element.
NOT_READ = {
    "chart": N_("a chart in the file was not read; see whether it holds text"),
    "relIds": N_("a diagram in the file was not read; see whether it holds text"),
    "OLEObject": N_("an embedded object in the file was not read; see whether it holds text"),
    "altChunk": N_("an embedded document in the file was not read; copy its text into the file"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold characters that look alike; `reason` says why they are no text, `note` that they are a footnote's."""

    text: str
    format: Format
    reason: str = ""
    note: bool = False


@dataclass(slots=True)
class Paragraph:
    """Hold a paragraph: its pieces, and what stands beside it, a text box before or behind it in reading order."""

    style: Style
    pieces: list[Piece] = field(default_factory=list)
    label: str = ""
    listed: bool = False
    pictures: list[Line] = field(default_factory=list)
    asides: list[tuple[str, str]] = field(default_factory=list)
    before: list["Item"] = field(default_factory=list)
    behind: list["Item"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return what is text of the pieces."""
        return "".join(piece.text for piece in self.pieces if not piece.reason)


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold a cell: what stands in it, the column that it begins in, how many it takes.

    `below` says that it goes on from the row above, `beside` that it goes on from the cell before, in the old way.
    """

    items: tuple["Item", ...]
    start: int
    span: int = 1
    below: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Hold the rows of a table, and whether lines are drawn between its cells."""

    rows: tuple[tuple[Cell, ...], ...]
    lines: bool


Item = Paragraph | Table


def paragraphs_of(items: Iterable[Item]) -> Iterator[Paragraph]:
    """Yield the paragraphs of items in reading order, those in tables and boxes with them."""
    for item in items:
        if isinstance(item, Paragraph):
            yield from paragraphs_of(item.before)
            yield item
            yield from paragraphs_of(item.behind)
        else:
            for row in item.rows:
                for cell in row:
                    yield from paragraphs_of(cell.items)


def flat_text(item: Item) -> str:
    """Return what is text in an item, on one line."""
    return " ".join(paragraph.text for paragraph in paragraphs_of([item])).replace("\n", " ")
