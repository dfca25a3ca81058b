"""Lines of a DOCX: its paragraphs cut at line breaks, with the looks that tell headings, lists, captions and cells."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, groupby

from workflow.bulletin import Look
from workflow.i18n import N_
from workflow.readers.docx_breaks import ENDED, LONGEST_HEADING, SENTENCE, joined, lines_of
from workflow.readers.docx_numbering import BULLET
from workflow.readers.docx_tables import covered, dissolved, holds_data, text_of
from workflow.readers.docx_tree import TARGET, Item, Paragraph, Table, paragraphs_of
from workflow.readers.lines import Line

CONTENTS = N_("table of contents")
CAPTION = re.compile(
    r"[（(]?[图圖]\s*[\d一二三四五六七八九十：:．.]|[▲△▼]|.*(?:[摄攝]|供[图圖]|[图圖]/\S{2,6})[）)]?$"
)
LONGEST_CAPTION = 80
# A number that only orders: 1. 2) (3) a. iv) ①.
PLAIN = re.compile(r"(?:[（(]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)、．）]|[①-⑳⑴-⒇⒈-⒛])\s?")
# A size that stands out from the body's, as a part of it.
LARGER = 1.15
# Pictures are known here: empty paragraphs are spacing, and more than two are no sign of a lost one.
MOST_BLANK = 2
ASIDE = re.compile(r"[（(].*[）)]|[图圖表]\s*\d.*")


@dataclass(slots=True)
class _Writer:
    """Put lines one below the other; what a line's look depends on is kept here."""

    body_size: int
    titled: bool
    lines: list[Line] = field(default_factory=list)
    blank: int = 0
    tables: int = 0
    in_text: bool = False
    pictured: bool = False

    def items(self, items: Iterable[Item]) -> None:
        """Take paragraphs and tables."""
        for item in items:
            if isinstance(item, Paragraph):
                self.items(item.before)
                self.paragraph(item)
                self.items(item.behind)
            elif holds_data(item):
                self.table(item)
            else:
                self.items(dissolved(item))

    def paragraph(self, paragraph: Paragraph) -> None:
        """Take a paragraph: its pictures, its lines, what stands beside it."""
        lines, notes = lines_of(paragraph)
        self.pictures(paragraph)
        beside = paragraph.pictures or paragraph.before or paragraph.behind
        if not beside and not any(line.shown.strip() for line in lines):
            self.blank += 1
        if paragraph.style.is_contents:
            lines = [replace(line, reason=CONTENTS) for line in lines]
        for line in lines:
            self.line(line, paragraph)
        for note in notes:
            self.lines.append(Line(note))
        self.asides(paragraph)

    def line(self, line: Line, paragraph: Paragraph) -> None:
        """Take one line, its look completed."""
        shown = line.shown.strip()
        if not shown:
            self.lines.extend([line] if line.text.strip() else [])
            return
        look = replace(line.look, blank_before=min(self.blank, MOST_BLANK), level=0)
        self.blank = 0
        if self.is_caption(shown, paragraph):
            look = Look(blank_before=look.blank_before, caption=True)
        elif paragraph.label == BULLET or paragraph.listed:
            look = replace(look, list_item=True)
        elif paragraph.style.is_quote:
            look = replace(look, quote=True)
        else:
            look = replace(look, level=self.level(shown, paragraph))
        self.pictured = self.pictured and look.caption
        self.in_text = self.in_text or SENTENCE.search(shown) is not None
        self.lines.append(replace(line, look=look))

    def is_caption(self, shown: str, paragraph: Paragraph) -> bool:
        """Tell whether a line is the words under a picture."""
        if not self.pictured or len(shown) > LONGEST_CAPTION or shown.startswith("表"):
            return False
        return paragraph.style.key in ("caption", "题注") or CAPTION.match(shown) is not None

    def level(self, shown: str, paragraph: Paragraph) -> int:
        """Return the heading level of a line: by its style, else by its look.

        Where the title has a look or a style of its own, it alone is of level 1.
        """
        style = paragraph.style
        if style.is_title:
            return 1
        if style.level and not (len(shown) > LONGEST_HEADING and SENTENCE.search(shown)):
            return min(6, style.level + self.titled)
        look = looks_of(paragraph)
        large, small = look.size >= self.body_size * LARGER, look.size < self.body_size
        if len(shown) > LONGEST_HEADING or ENDED.search(shown) or ASIDE.fullmatch(shown) or small:
            return 0
        centred = bool(style.shape.centred)
        if large and centred and not self.in_text:
            return 1
        if self.in_text and (large or (look.bold and centred)):
            return 2
        return 0

    def pictures(self, paragraph: Paragraph) -> None:
        """Note the pictures of a paragraph at their place."""
        self.lines += paragraph.pictures
        self.pictured = self.pictured or bool(paragraph.pictures)

    def asides(self, paragraph: Paragraph) -> None:
        """Keep what stands beside a paragraph; the target of a link only where its text does not say it."""
        text = "".join(piece.text for piece in paragraph.pieces)
        for words, reason in paragraph.asides:
            told = reason == TARGET and words.removeprefix("mailto:").rstrip("/") in text
            if words.strip() and not told:
                self.lines.append(Line(" ".join(words.split()), reason=reason))

    def table(self, table: Table) -> None:
        """Take a data table: a line a cell, rows without text left out."""
        filled = [any(text_of(cell) for cell in row) for row in table.rows]
        rows = [row for row, kept in zip(table.rows, filled, strict=True) if kept]
        inner: list[Paragraph] = []
        for row, number in zip(table.rows, accumulate(filled, initial=0), strict=False):
            for cell in row:
                inside = list(paragraphs_of(cell.items))
                line = joined(inside)
                if line.shown.strip():
                    place = (self.tables, number, cell.start)
                    covers = covered(rows, number, cell)
                    line = replace(line, look=Look(bold=line.look.bold, cell=place, covers=covers))
                self.lines.extend([line] if line.text.strip() else [])
                inner += inside
        for paragraph in inner:  # below the table: a row of cells stays one table
            self.pictures(paragraph)
            self.asides(paragraph)
        self.tables += 1
        self.blank, self.pictured = 0, False


def write(items: Sequence[Item]) -> list[Line]:
    """Return the lines of items in reading order."""
    paragraphs = list(paragraphs_of(items))
    mark_lists(paragraphs)
    body = body_size(paragraphs)
    titled = any(p.style.is_title and p.text.strip() for p in paragraphs) or _has_large_opening(
        paragraphs, body
    )
    writer = _Writer(body, titled)
    writer.items(items)
    return writer.lines


def mark_lists(paragraphs: Iterable[Paragraph]) -> None:
    """Mark the items of numbered lists: two or more paragraphs in a row that one list numbers in one level, plainly.

    What Chinese numbers stay text (一、 （一）): they head paragraphs and sections. So do 1.1 and lists in lists.
    """
    for _number, run in groupby(
        (p for p in paragraphs if p.text.strip()), lambda p: (p.style.shape.number or ("", ""))[0]
    ):
        items = list(run)
        levels = {(p.style.shape.number or ("", ""))[1] or "0" for p in items}
        if len(items) > 1 and len(levels) == 1 and all(PLAIN.fullmatch(p.label) for p in items):
            for item in items:
                item.listed = not item.style.level


def body_size(paragraphs: Iterable[Paragraph]) -> int:
    """Return the size, in half-points, of most of the text."""
    sizes: Counter[int] = Counter()
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            sizes[piece.format.size or 0] += 0 if piece.reason else len(piece.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0)


def _has_large_opening(paragraphs: Sequence[Paragraph], body: int) -> bool:
    """Tell whether a large centred line without a heading's style stands before the running text."""
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        if SENTENCE.search(text) and len(text) > LONGEST_HEADING:
            return False
        plain = not paragraph.style.level and text and paragraph.style.shape.centred
        if plain and looks_of(paragraph).size >= body * LARGER:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Looks:
    size: int
    bold: bool


def looks_of(paragraph: Paragraph) -> _Looks:
    """Return the size of most of a paragraph, and whether all of it is bold."""
    shown = [
        piece for piece in paragraph.pieces if not piece.reason and not piece.note and piece.text.strip()
    ]
    return _Looks(
        body_size([replace(paragraph, pieces=shown)]), bool(shown) and all(p.format.bold for p in shown)
    )
