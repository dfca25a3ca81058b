"""What an editor wrote that is no row's English: nothing of it is lost, and nothing of the writer's is taken for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workflow.i18n import _
from workflow.ooxml.package import Package
from workflow.review.returned import Loose
from workflow.review.wordbuild import blocks_of
from workflow.review.wordcells import Line, beside
from workflow.review.wordids import tables_of
from workflow.review.wordown import Known, is_own
from workflow.review.wordrows import Found, row_place
from workflow.review.wordsheets import Sheet
from workflow.review.wordtree import Block, Box, Paragraph, Text, accepted, hidden, paragraphs, texts

Placed = tuple[str, str]


def outside(
    blocks: Sequence[Block], sheets: Sequence[Sheet], free: Sequence[tuple[int, Line]], known: Known
) -> Iterator[Placed]:
    """Yield what stands between the tables, in rows of no unit, and in boxes and notes wherever they are."""
    numbers = {id(sheet.table): sheet.number for sheet in sheets}
    last = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            place = _("after table {table}").format(table=last) if last else _("before the table")
            yield from _foreign([block], place, known)
        else:
            last = max(last, *(numbers[id(table)] for table in tables_of([block])))
    for number, line in free:
        place = row_place(number, line.number)
        cells = (tuple(_foreign(paragraphs(cell.blocks), place, known)) for cell in line.row.cells)
        yield " | ".join(" ".join(text for text, _place in cell) for cell in cells if cell), place
    for box in _boxes(blocks):
        yield accepted(texts(box.blocks)), _box_place(box)
        yield hidden(texts(box.blocks)), _box_place(box)


def _box_place(box: Box) -> str:
    return {"box": _("text box"), "footnote": _("footnote"), "endnote": _("endnote")}[box.kind]


def _foreign(listed: Iterable[Paragraph], place: str, known: Known) -> Iterator[Placed]:
    for paragraph in listed:
        pieces = [p for p in paragraph.pieces if isinstance(p, Text)]
        if not is_own(paragraph, known):
            yield accepted(pieces), place
        if unseen := hidden(pieces):
            yield unseen, place


def _boxes(blocks: Iterable[Block]) -> Iterator[Box]:
    for block in blocks:
        if isinstance(block, Paragraph):
            for piece in block.pieces:
                if isinstance(piece, Box):
                    yield piece
                    yield from _boxes(piece.blocks)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _boxes((*cell.blocks, *cell.tables))


def in_rows(found: Sequence[Found]) -> Iterator[Loose]:
    """Yield what an editor wrote into a row but not into its English."""
    for one in found:
        pieces = [piece for line in one.lines for cell in line.row.cells for piece in cell.pieces]
        beside_it = (accepted(texts(listed)) for line in one.lines for listed in beside(line))
        for text in (*beside_it, accepted(one.rest), hidden(pieces)):
            yield Loose(text, one.row.place, one.row.id)


def around_pages(package: Package, styles: Mapping[str, str]) -> Iterator[Placed]:
    """Yield what an editor wrote into the lines above and below the pages: each holds one paragraph of ours."""
    for kind, place in (("header", _("page header")), ("footer", _("page footer"))):
        for part in package.parts.get(kind, ()):
            written = list(paragraphs(blocks_of(part, styles, {})))
            for number, paragraph in enumerate(written):
                pieces = [p for p in paragraph.pieces if isinstance(p, Text)]
                if number or any(p.inserted or p.deleted for p in pieces if p.text.strip()):
                    yield accepted(pieces), place
