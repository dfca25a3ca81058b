"""The tables of a review file: which of them hold rows of units, what those rows are, and what rows are left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workflow.review.wordcells import Line, lines_of
from workflow.review.wordcolumns import Columns, layout_of
from workflow.review.wordids import tables_of
from workflow.review.wordrows import Found, claims_of, known_claims, rows_of, settled
from workflow.review.wordtree import Block, Claim, Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold the rows of a table; only tables with rows of units are numbered, from 1, the others are 0."""

    table: Table
    lines: list[Line]
    number: int


def sheets_of(blocks: Sequence[Block]) -> list[Sheet]:
    """Return the tables of a text; one that was split hands on what its columns are."""
    columns: Columns = {}
    sheets: list[Sheet] = []
    for table in tables_of(blocks):
        layout = layout_of(table, columns)
        lines = lines_of(table, layout)
        ours = any(claims_of(line) for line in lines)
        number = 1 + sum(bool(sheet.number) for sheet in sheets) if ours else 0
        columns = layout.columns if ours else columns
        sheets.append(Sheet(table, lines, number))
    return sheets


def all_rows(sheets: Sequence[Sheet]) -> tuple[list[Found], list[tuple[int, Line]]]:
    """Return the rows of units, and the rows of no unit, each with its table's number."""
    known: Mapping[str, Claim] = known_claims([line for sheet in sheets for line in sheet.lines])
    rows: list[Found] = []
    free: list[tuple[int, Line]] = []
    for sheet in sheets:
        own, rest = rows_of(sheet.lines, sheet.number, known)
        rows.extend(own)
        free.extend((sheet.number, line) for line in rest)
    return settled(rows), free
