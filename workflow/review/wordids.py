"""By what a row says which unit it is: controls' tags, bookmarks, the short id that an editor sees.

The writer (workflow/render/reviewdocx.py) sets all three; WPS drops tags, Google Docs controls, and copying a row
its bookmark. So they are asked in this order, and the visible id decides which of several bookmarks is the row's own.
"""

import re
from collections.abc import Iterable, Iterator

from workflow.review.wordtree import (
    Anchor,
    Block,
    Cell,
    Claim,
    Evidence,
    Paragraph,
    Table,
    TableRow,
    Text,
    paragraphs,
    tidy,
)

# Older files name the bookmark in the second way, without a digest of the English.
_TAG = re.compile(r"unit:([0-9a-f]{6,40})(?::([0-9a-f]{12}))?(?::([0-9a-f]{12}))?")
_PART = re.compile(r"(source|state):([0-9a-f]{6,40})(?::([\w-]+))?")
_BOOKMARK = re.compile(
    r"(?:u_([0-9a-f]{12})_([0-9a-f]{12})_([0-9a-f]{12})|unit_([0-9a-f]{12})_([0-9a-f]{12}))"
)
_STATE_MARK = re.compile(r"s_([0-9a-f]{12})_(draft|needs_work|reviewed)")
# What else an id cell holds: the row's number and its flag.
SHOWN_ID = re.compile(r"[0-9a-f]{6,40}")
_BESIDE_ID = re.compile(r"\d{1,5}|[!‼]+")
ID_STYLE = "reviewid"


def evidence_of(cells: Iterable[Cell]) -> Evidence:
    """Return what the controls and bookmarks of a row's cells say."""
    pieces = [piece for cell in cells for p in paragraphs(cell.blocks) for piece in p.pieces]
    tags = dict.fromkeys(tag for piece in pieces if isinstance(piece, Text) for tag in piece.tags)
    parts = [match for tag in tags if (match := _PART.fullmatch(tag))]
    return Evidence(
        tuple(_distinct(Claim(*_filled(match)) for tag in tags if (match := _TAG.fullmatch(tag)))),
        tuple(dict.fromkeys(match[2] for match in parts if match[1] == "source")),
        tuple(dict.fromkeys(match[2] for match in parts if match[1] == "state")),
        tuple(_distinct(bookmark for p in pieces if (bookmark := _bookmark(p)))),
        tuple(
            (match[1], match[2].replace("_", "-"))
            for name in map(_bookmark_name, pieces)
            if (match := _STATE_MARK.match(name))
        ),
    )


def _filled(match: re.Match[str]) -> tuple[str, ...]:
    return tuple(group or "" for group in match.groups())


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Return one claim for each id, the one that says most."""
    best: dict[str, Claim] = {}
    for claim in claims:
        best[claim.id] = max(best.get(claim.id, claim), claim, key=lambda c: bool(c.digest) + bool(c.base))
    return list(best.values())


def _bookmark_name(piece: object) -> str:
    if isinstance(piece, Anchor) and piece.kind == "bookmark" and piece.end == "first":
        return piece.name
    return ""


def _bookmark(piece: object) -> Claim | None:
    # A copy of a bookmark gets a number or a word behind its name.
    match = _BOOKMARK.match(_bookmark_name(piece))
    return Claim(*[group or "" for group in match.groups() if group is not None]) if match else None


def state_written(tags: Iterable[str]) -> str:
    """Return the value that the state's control was written with, "" where its tag does not say."""
    matches = (_PART.fullmatch(tag) for tag in tags)
    return next((match[3] for match in matches if match and match[1] == "state" and match[3]), "")


def side_tag(tags: Iterable[str]) -> tuple[str, str]:
    """Return which part of a row the innermost of our controls holds (`unit`, `source`, `state`), and of which id."""
    for tag in reversed(tuple(tags)):
        if match := _PART.fullmatch(tag):
            return match[1], match[2]
        if match := _TAG.fullmatch(tag):
            return "unit", match[1]
    return "", ""


def shown_ids(cell: Cell) -> tuple[str, ...]:
    """Return the short ids that an id cell shows; where it holds anything else, those of their own paragraph."""
    lines = [line_of(paragraph) for paragraph in paragraphs(cell.blocks)]
    return tuple(dict.fromkeys(word for line in lines for word in _ids_in(line)))


def line_of(paragraph: Paragraph) -> str:
    """Return a paragraph's text; where all of it was struck out, what was."""
    pieces = [p for p in paragraph.pieces if isinstance(p, Text)]
    kept = tidy("".join(p.text for p in pieces if not p.deleted))
    return kept or tidy("".join(p.text for p in pieces))


def _ids_in(line: str) -> Iterator[str]:
    words = line.split()
    if is_id_line(line):
        yield from (word for word in words if SHOWN_ID.fullmatch(word))


def is_id_line(line: str) -> bool:
    """Tell whether a line holds what an id cell does and nothing else."""
    return all(SHOWN_ID.fullmatch(word) or _BESIDE_ID.fullmatch(word) for word in line.split())


def holds_units(table: Block) -> bool:
    """Tell whether a table, or one nested in it, has rows that say which unit they are."""
    if isinstance(table, Paragraph):
        return False
    return any(_holds_unit(row) for row in table.rows)


def _holds_unit(row: TableRow) -> bool:
    if row.evidence.certain or row.evidence.states or any(cell.tables for cell in row.cells):
        return True
    styles = {p.style for cell in row.cells for p in paragraphs(cell.blocks)}
    return ID_STYLE in styles


def tables_of(blocks: Iterable[Block]) -> Iterator[Table]:
    """Yield the tables of a text, each before the tables in its cells that hold units."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row.cells:
                    yield from tables_of(cell.tables)
