"""What a view tells of a table: which cells are merged, which columns hold figures, whether half a page has room for it."""

from collections.abc import Sequence

from workflow.bulletin import BodyBlock
from workflow.render.pieces import Text

# What a column of the facing layout holds of a table's type: em of Chinese, letters of English; and how much of a
# cell of Chinese stays on one line.
_COLUMN_ZH, _COLUMN_EN, _LONGEST_ZH = 22, 48, 5
# 万吨, kWh: figures may have a unit.
_UNIT_LETTERS = 3


def covers_of(block: BodyBlock) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return how many rows and columns each cell of a table takes; what would hide text or leave the table takes one."""
    covers = [[(1, 1)] * block.columns for _row in block.rows]
    for number, down, across in block.merged:
        row, column = divmod(number, block.columns)
        places = [(r, c) for r in range(row, row + down) for c in range(column, column + across)][1:]
        inside = row + down <= len(covers) and column + across <= block.columns
        if inside and all(covers[r][c] == (1, 1) and not block.rows[r][c] for r, c in places):
            covers[row][column] = (down, across)
            for r, c in places:
                covers[r][c] = (0, 0)
    return tuple(map(tuple, covers))


def figures_of(rows: Sequence[Sequence[str]]) -> tuple[bool, ...]:
    """Return for each column whether most of its filled cells below the head are figures; the first labels rows."""
    columns = [[row[n] for row in rows if row[n]] for n in range(1, len(rows[0]))]
    return (False, *(sum(map(_is_figure, cells)) * 2 > len(cells) for cells in columns))


def _is_figure(text: str) -> bool:
    """Tell whether a cell is a figure, with a unit of a few letters at most; a dash stands for none."""
    letters = sum(character.isalpha() for character in text)
    return letters <= _UNIT_LETTERS and letters * 2 <= len(text)


def is_wide(grid: Sequence[Sequence[Text]], covers: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Tell whether a table is too wide for half a page: by the longest words that its columns must hold unbroken."""
    zh = en = 0
    for column in range(len(grid[0])):
        cells = [row[column] for row, taken in zip(grid, covers, strict=True) if taken[column][1] == 1]
        zh += min(_LONGEST_ZH, max((len(cell.zh) for cell in cells), default=0)) + 1
        en += max((len(word) for cell in cells for word in cell.en.split()), default=0) + 2
    return zh > _COLUMN_ZH or en > _COLUMN_EN
