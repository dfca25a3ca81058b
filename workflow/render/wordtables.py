"""Tables of the body in a Word file, in both languages, and the English of a text as runs."""

from typing import Literal

from workflow.render import wordxml as xml
from workflow.render.view import Row, Text, View

# How wide a table's column is beside the others: by its longest cell, in half-width characters, within these bounds.
_SHORTEST_CELL, _LONGEST_CELL, _CELL_PADDING = 3, 40, 3


def english_runs(text: Text, style: str = "") -> str:
    """Return the English as the runs of a Word paragraph, titles in italics."""
    return "".join(xml.run(run.text, "en", "Emphasis" if run.italic else style) for run in text.runs)


def grids(view: View, row: Row, widths: tuple[int, int], end: str) -> tuple[str, str]:
    """Return a table in both languages; Word wants a paragraph after a table that ends a cell, in the style `end`."""
    zh, en = _figures(view, row, widths[0], chinese=True), _figures(view, row, widths[1], chinese=False)
    return zh + xml.paragraph(end), en + xml.paragraph(end)


def _figures(view: View, row: Row, width: int, *, chinese: bool) -> str:
    """Return a table in one language, its columns as wide as their longest cells ask for."""
    asked = [_asked(row, column, chinese=chinese) for column in range(len(row.figures))]
    each = [width * share // sum(asked) for share in asked]
    lines = []
    for number, line in enumerate(row.grid):
        head = number < row.head
        cells: list[str] = []
        for column, text in enumerate(line):
            columns, merge = _merge(row, number, column)
            if columns:
                wide = sum(each[column : column + columns])
                style = "TableOver" if columns > 1 else "TableFigure" if row.figures[column] else "TableCell"
                mark = "TableHead" if head else ""
                words = xml.run(text.zh, view.script, mark) if chinese else english_runs(text, mark)
                cells.append(xml.cell(wide, xml.paragraph(style, words), columns=columns, merge=merge))
        lines.append(xml.row(cells, header=head, whole=True))
    return xml.table("Figures", each, lines)


def _asked(row: Row, column: int, *, chinese: bool) -> int:
    """Return the width that a column asks for, in half-width characters."""
    cells = [line[column] for line, taken in zip(row.grid, row.covers, strict=True) if taken[column][1] == 1]
    longest = max((len(cell.zh) * 2 if chinese else len(cell.en) for cell in cells), default=0)
    return max(_SHORTEST_CELL, min(_LONGEST_CELL, longest)) + _CELL_PADDING


def _merge(row: Row, number: int, column: int) -> tuple[int, Literal["", "restart", "continue"]]:
    """Return how many columns a cell takes, 0 where the one before it does, and its part in a merge over rows."""
    down, across = row.covers[number][column]
    if down:
        return across, "restart" if down > 1 else ""
    for above in range(number - 1, -1, -1):
        down, across = row.covers[above][column]
        if down:
            return (across, "continue") if above + down > number else (0, "")
    return 0, ""
