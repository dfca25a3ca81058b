"""Keep data tables and captions what they are: the parser of the other parts sees a wall, the body gets the words."""

from collections.abc import Sequence
from dataclasses import replace

from workflow.bulletin import Block, BodyBlock
from workflow.structure.patterns import tidy

# A sentence mark alone: running text to whoever looks for a masthead, a title, a speaker or a contact line.
WALL = "！"


def walled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with a wall in the place of every cell, caption and picture."""
    return tuple(replace(block, text=WALL) if is_apart(block) else block for block in blocks)


def is_apart(block: Block) -> bool:
    """Tell whether a block is no running text: a cell, the caption of a picture, a picture."""
    return bool(block.look.cell or block.look.caption or block.look.picture is not None)


def table_at(blocks: Sequence[Block], start: int) -> tuple[BodyBlock, int]:
    """Return the table whose first cell is at an index, and how many blocks it takes; empty cells are filled in."""
    number = _table_of(blocks[start])
    cells: dict[tuple[int, int], str] = {}
    covers: dict[tuple[int, int], tuple[int, int]] = {}
    end = start
    while end < len(blocks) and _table_of(blocks[end]) == number:
        _number, row, column = blocks[end].look.cell or (0, 0, 0)
        cells[row, column] = " ".join(filter(None, (cells.get((row, column)), tidy(blocks[end].text))))
        covers[row, column] = blocks[end].look.covers
        end += 1
    rows = sorted({row for row, _column in cells})
    columns = max(column + covers[row, column][1] for row, column in cells)
    texts = tuple(cells.get((row, column), "") for row in rows for column in range(columns))
    merged = tuple(
        (rows.index(row) * columns + column, sum(row <= other < row + down for other in rows), across)
        for (row, column), (down, across) in sorted(covers.items())
        if (down, across) != (1, 1)
    )
    return BodyBlock("table", texts, columns, merged), end - start


def _table_of(block: Block) -> int | None:
    return block.look.cell[0] if block.look.cell else None
