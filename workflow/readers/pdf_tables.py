"""Tables of a PDF: rows below each other whose pieces stand in the same columns, some of them figures."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from workflow.readers.docx_breaks import SENTENCE
from workflow.readers.pdf_paragraphs import Paragraph
from workflow.readers.pdf_rows import Row

# A cell of figures: digits with their marks, signs and at most a short unit; a dash stands for none.
FIGURE = re.compile(r"[\d.,:/+%％~～–—\-−]+\s*\S{0,2}")
# Share of the cells outside the first row that are figures.
LEAST_FIGURES = 0.2
LONGEST_CELL = 40

Place = tuple[int, int, int]


def tables_of(found: Sequence[Paragraph]) -> tuple[dict[int, Place], list[str]]:
    """Return the place (table, row, column) of each cell by the identity of its piece, and rows that may be a table.

    A table has two rows or more with as many pieces each, which stand in the same columns, and figures in a fifth of its
    cells. What stands in pieces and is none is read piece by piece.
    """
    places: dict[int, Place] = {}
    doubtful: list[str] = []
    tables = 0
    for wide, group in groupby(found, key=lambda one: len(one.rows[0].parts)):
        rows = [paragraph.rows[0] for paragraph in group]
        if wide and len(rows) > 1:
            if _is_table([row.parts for row in rows]):
                for number, row in enumerate(rows):
                    places |= {id(cell): (tables, number, column) for column, cell in enumerate(row.parts)}
                tables += 1
            elif wide > 2 or _aligned([row.parts for row in rows]):
                doubtful += [row.text for row in rows]
    return places, doubtful


def _is_table(rows: Sequence[Sequence[Row]]) -> bool:
    cells = [cell.text.strip() for row in rows for cell in row]
    figures = [cell.text for row in rows[1:] for cell in row if FIGURE.fullmatch(cell.text.strip())]
    if any(len(cell) > LONGEST_CELL or SENTENCE.search(cell) for cell in cells):
        return False
    return len(figures) >= max(1, LEAST_FIGURES * (len(cells) - len(rows[0]))) and _aligned(rows)


def _aligned(rows: Sequence[Sequence[Row]]) -> bool:
    """Tell whether the pieces of all rows stand in columns that do not touch each other."""
    columns = list(zip(*rows, strict=True))
    spans = [(min(cell.x0 for cell in column), max(cell.x1 for cell in column)) for column in columns]
    return all(left[1] < right[0] for left, right in pairwise(spans))
