"""Tell tables of data from tables that only lay a page out, and where their cells stand."""

from typing import Any

# The longest cell of a table of data; of one that has header cells.
LONGEST_CELL = 60
LONGEST_UNDER_HEADERS = 400
MOST_SPANNED = 50
# Places that spans may take in all: no table of print comes near, and a file of spans ends.
MOST_TAKEN = 100_000


def holds_data(table: Any) -> bool:  # noqa: ANN401 - lxml's element
    """Tell whether a table holds data: two rows or more of two cells or more, all short, no table inside.

    Under header cells (th) a cell may be a few sentences long.
    """
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iterdescendants("tr")]
    cells = [" ".join(cell.text_content().split()) for row in rows for cell in row]
    wide = [row for row in rows if len(row) > 1]
    filled = [cell for cell in cells if cell]
    headed = any(cell.tag == "th" for row in rows for cell in row)
    longest = LONGEST_UNDER_HEADERS if headed else LONGEST_CELL
    return len(wide) > 1 and len(filled) * 2 > len(cells) and max(map(len, filled)) <= longest


Place = tuple[tuple[int, int, int], tuple[int, int]]


def places(table: Any, number: int) -> dict[Any, Place]:  # noqa: ANN401 - lxml's element
    """Return the place (table, row, column) of every cell and how many rows and columns it covers."""
    found: dict[Any, Place] = {}
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(table.iterdescendants("tr")):
        column = 0
        for cell in line:
            if cell.tag not in ("td", "th"):
                continue
            while (row, column) in taken:
                column += 1
            height, width = _span(cell, "rowspan"), _span(cell, "colspan")
            found[cell] = ((number, row, column), (height, width))
            if width * height > 1 and len(taken) < MOST_TAKEN:
                taken |= {(row + down, column + right) for down in range(height) for right in range(width)}
            column += width
    return found


def _span(cell: Any, name: str) -> int:  # noqa: ANN401 - lxml's element
    text = cell.get(name) or "1"
    return min(int(text), MOST_SPANNED) if text.isdecimal() and len(text) < 6 and int(text) else 1
