"""Read the tables of Markdown: rows of cells between upright strokes, a row of dashes below the first."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from workflow.bulletin import Block
from workflow.i18n import N_

REASON = N_("Markdown mark")
RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*|\s*\|\s*:?-{2,}:?\s*\|\s*")
STROKE = re.compile(r"(?<!\\)\|")


def cells(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with a block for each cell in the place of every row of a table.

    A row has a stroke in it; the second of a table is its rule, which stands right below the first.
    """
    out: list[Block] = []
    table = -1
    at = 0
    while at < len(blocks):
        end = _end(blocks, at)
        if end == at:
            out.append(blocks[at])
            at += 1
            continue
        table += 1
        for row, block in enumerate(blocks[at:end]):
            out += [_without_marks(block)] if row == 1 else _row(block, table, row)
        at = end
    return tuple(out)


def _end(blocks: Sequence[Block], start: int) -> int:
    """Return where the table ends that begins at a block, `start` where none does."""
    if not _is_row(blocks[start]) or not RULE.fullmatch(_text(blocks, start + 1)):
        return start
    end = start + 2
    while end < len(blocks) and _is_row(blocks[end]) and not blocks[end].look.blank_before:
        end += 1
    return end


def _is_row(block: Block) -> bool:
    return block.look.picture is None and STROKE.search(block.text) is not None


def _text(blocks: Sequence[Block], at: int) -> str:
    return blocks[at].text if at < len(blocks) and not blocks[at].look.blank_before else ""


def _row(block: Block, table: int, row: int) -> list[Block]:
    """Return the cells of a row; each holds the stroke before it, the first and last the ones at the ends."""
    strokes = [match.start() for match in STROKE.finditer(block.raw)]
    lead = len(block.raw) - len(block.raw.lstrip())
    inner = [at for at in strokes if at > lead and block.raw[at + 1 :].strip()]
    start = block.spans[0][0]
    edges = [0, *inner, len(block.raw)]
    return [
        _without_marks(
            Block.of(block.raw[a:b], start + a, block.line, replace(block.look, cell=(table, row, column)))
        )
        for column, (a, b) in enumerate(pairwise(edges))
    ]


def _without_marks(block: Block) -> Block:
    """Return a cell without the strokes around it; a rule's line is nothing but marks."""
    if RULE.fullmatch(block.text):
        return block.edit(0, len(block.text), "", REASON)
    for match in reversed(list(re.finditer(r"^\s*\|\s*|\s*(?<!\\)\|\s*$", block.text))):
        block = block.edit(match.start(), match.end(), "", REASON)
    return block
