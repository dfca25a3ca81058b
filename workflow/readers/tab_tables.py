"""Read the tables of plain text: lines right below one another whose cells stand apart by tabs or by wide gaps."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.bulletin import Block

TAB = re.compile(r"\t")
TABS = re.compile(r"\t+")
GAP = re.compile(r"[ \u3000]*\t+[ \u3000]*|[ \u3000]{2,}")
FEWEST_COLUMNS, FEWEST_ROWS = 3, 2
# Gaps alone are justified type or columns of names as often: these want more rows, and figures in them.
FEWEST_GAPPED = 3
LONGEST_CELL = 40
FIGURE = re.compile(r"^[-−－—约近>＞<＜≥≤±]?\d[\d.,，%％/—–~～-]*\D{0,4}$|^[—–-]$")
# A label of the imprint or of a contact is no cell.
LABELLED = re.compile(r"[：:]\s*\S|[。；！？]")


def cells(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with a block for each cell in the place of every row of a table; its first row is its head."""
    out: list[Block] = []
    table = 1 + max((block.look.cell[0] for block in blocks if block.look.cell), default=-1)
    at = 0
    while at < len(blocks):
        end, mark = _table(blocks, at)
        if mark is None:
            out += blocks[at:end]
            at = end
            continue
        for row, block in enumerate(blocks[at:end]):
            out += _row(block, mark, (table, row))
        table += 1
        at = end
    return tuple(out)


def _table(blocks: Sequence[Block], start: int) -> tuple[int, re.Pattern[str] | None]:
    """Return where the table ends that begins at a block, and what parts its cells; None up to where one may begin."""
    refused = start + 1
    for mark in (TAB, TABS, GAP):
        columns = _columns(blocks[start], mark)
        end = start + 1
        while (
            columns and end < len(blocks) and _below(blocks[end]) and _columns(blocks[end], mark) == columns
        ):
            end += 1
        rows = [mark.split(block.raw.strip()) for block in blocks[start:end]] if columns else []
        least = FEWEST_GAPPED if mark is GAP else FEWEST_ROWS
        if columns >= FEWEST_COLUMNS and len(rows) >= least and (mark is not GAP or _counts(rows)):
            return end, mark
        refused = max(refused, end)
    return refused, None


def _columns(block: Block, mark: re.Pattern[str]) -> int:
    """Return how many cells a line has, 0 where it is no row."""
    text = block.raw.strip()
    if block.look.picture is not None or block.look.cell or not mark.search(text):
        return 0
    parts = mark.split(text)
    fits = all(len(part) <= LONGEST_CELL and not LABELLED.search(part) for part in parts)
    return len(parts) if fits else 0


def _below(block: Block) -> bool:
    return not block.look.blank_before


def _counts(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether more than half of the cells below the head, the first column left out, are figures."""
    inner = [cell.strip() for row in rows[1:] for cell in row[1:]]
    return sum(FIGURE.match(cell) is not None for cell in inner) * 2 > len(inner)


def _row(block: Block, mark: re.Pattern[str], place: tuple[int, int]) -> list[Block]:
    """Return the cells of a row, each with the gap before it."""
    lead = len(block.raw) - len(block.raw.lstrip())
    stop = len(block.raw.rstrip())
    starts = [0, *(match.start() for match in mark.finditer(block.raw, lead, stop))]
    ends = [*starts[1:], len(block.raw)]
    first = block.spans[0][0]
    return [
        Block.of(block.raw[a:b], first + a, block.line, replace(block.look, cell=(*place, column)))
        for column, (a, b) in enumerate(zip(starts, ends, strict=True))
    ]
