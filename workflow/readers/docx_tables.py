"""Tell data tables from tables that only lay a page out; give the cells of the first their places."""

import re
from collections.abc import Iterator, Sequence

from workflow.readers.docx_tree import Cell, Item, Paragraph, Table, paragraphs_of

# A cell of data is a figure, a name, a few sentences at most; the columns of a page hold more.
LONGEST_CELL, MOST_PARAGRAPHS = 300, 8
FIGURE = re.compile(r"[^\W\d]{0,3}[<>≤≥≈+\-−±]?\s*[\d,，.]*\d[\d,，.%‰℃:：/~～–—\-\s]*[^\W\d]{0,3}")
FIGURES = 0.2
FIELD = re.compile(r"(?:地址|邮编|邮政编码|电话|传真|电子邮箱|邮箱|电子邮件|网址|网站)\s*[：:]")
ISSUE = re.compile(
    r"(?:[\d〇○零一二三四五六七八九]{4}\s*年\s*)?[（(]?第?\s*[\d〇一二三四五六七八九十百]+\s*期.{0,12}"
)


def holds_data(table: Table) -> bool:
    """Tell whether a table holds data: rows of short cells, with lines drawn between them or figures in them.

    Two rows or more must have two filled cells or more. A table in a table, lines of a contact block, an issue line
    and columns of running text are a page's layout.
    """
    if any(not isinstance(item, Paragraph) for cell in _cells(table) for item in cell.items):
        return False
    wide = [row for row in table.rows if sum(bool(text_of(cell)) for cell in row) > 1]
    texts = [text for cell in _cells(table) if (text := text_of(cell))]
    if len(wide) < 2 or max(map(len, texts)) > LONGEST_CELL:
        return False
    if max(len(cell.items) for cell in _cells(table)) > MOST_PARAGRAPHS:
        return False
    if any(FIELD.match(text) or ISSUE.fullmatch(text) for text in texts):
        return False
    figures = sum(FIGURE.fullmatch(text) is not None for text in texts)
    return table.lines or figures >= len(texts) * FIGURES


def _cells(table: Table) -> Iterator[Cell]:
    for row in table.rows:
        yield from row


def text_of(cell: Cell) -> str:
    """Return the text of a cell on one line."""
    texts = (paragraph.text.replace("\n", " ").strip() for paragraph in paragraphs_of(cell.items))
    return " ".join(filter(None, texts))


def dissolved(table: Table) -> list[Item]:
    """Return what stands in a table that only lays out, row by row."""
    return [item for cell in _cells(table) for item in cell.items]


def covered(rows: Sequence[Sequence[Cell]], number: int, cell: Cell) -> tuple[int, int]:
    """Return how many rows and columns a cell of a row takes, with the cells that go on from it."""
    across = cell.span
    for other in rows[number]:
        if other.beside and other.start == cell.start + across:
            across += other.span
    down = 1
    for row in rows[number + 1 :]:
        if not any(other.below and other.start == cell.start for other in row):
            break
        down += 1
    return down, across
