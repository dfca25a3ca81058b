"""What stands where in the rows of a table: each cell's text by its role, merged cells taken apart."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from workflow.review.wordcolumns import ROLES, Layout, Role, role_of, styled
from workflow.review.wordids import is_id_line, line_of, side_tag
from workflow.review.wordstates import is_state
from workflow.review.wordtree import Cell, Paragraph, Table, TableRow, Text, paragraphs

# The cells that hold more than a text, and what their lines are when they are the writer's.
_OURS: tuple[tuple[Role, Callable[[str], bool]], ...] = (("id", is_id_line), ("state", is_state))


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a row of a table: its paragraphs by role, and what stands in columns of an editor's own.

    `merged` names the roles whose cell goes on from the row above, `together` those that share one cell of the row;
    `unsure` tells that another column may as well be the English.
    """

    number: int
    row: TableRow
    parts: dict[Role, list[Paragraph]] = field(default_factory=dict)
    cells: dict[Role, Cell] = field(default_factory=dict)
    others: tuple[Cell, ...] = ()
    merged: frozenset[Role] = frozenset()
    together: frozenset[Role] = frozenset()
    unsure: bool = False

    def pieces(self, role: Role) -> list[Text]:
        """Return the running text of a role."""
        return [p for part in self.parts.get(role, ()) for p in part.pieces if isinstance(p, Text)]


def lines_of(table: Table, layout: Layout) -> list[Line]:
    """Return the rows of a table with each cell's text under its role."""
    return [_line(number, row, layout) for number, row in enumerate(table.rows, start=1)]


def _line(number: int, row: TableRow, layout: Layout) -> Line:
    covered = _covered(row.cells, layout)
    parts: dict[Role, list[Paragraph]] = {}
    cells: dict[Role, Cell] = {}
    others: list[Cell] = []
    merged: set[Role] = set()
    together: set[Role] = set()
    for cell, roles in zip(row.cells, covered, strict=True):
        if not roles:
            others.append(cell)
            continue
        if len(roles) > 1:
            together |= roles
        for role in roles:
            cells[role] = cell
            parts.setdefault(role, [])
        if cell.merged == "rest":
            merged |= roles
        for paragraph in paragraphs(cell.blocks):
            role = role_of(paragraph, roles) if len(roles) > 1 else next(iter(roles))
            parts[role].append(paragraph)
    unsure = layout.unsure and not any("target" in layout.said[cell] for cell in row.cells)
    return Line(number, row, parts, cells, tuple(others), frozenset(merged), frozenset(together), unsure)


def _covered(cells: Sequence[Cell], layout: Layout) -> list[frozenset[Role]]:
    """Return the roles of each cell: by its place in the grid, unless it or another cell says so itself."""
    by_place = [
        frozenset(
            role for start, role in layout.columns.items() if cell.start <= start < cell.start + cell.span
        )
        for cell in cells
    ]
    said = [layout.said[cell] for cell in cells]
    for role in ROLES:
        sayers = [place for place, roles in enumerate(said) if role in roles]
        if len(sayers) == 1 and role not in by_place[sayers[0]]:
            by_place = [
                roles | {role} if place in sayers else roles - {role} for place, roles in enumerate(by_place)
            ]
    if not any(
        "target" in roles for roles in by_place
    ):  # merged into a neighbour, in a table of such rows only
        by_place = [
            roles | {"target"} if any(styled(part) == "target" for part in paragraphs(cell.blocks)) else roles
            for cell, roles in zip(cells, by_place, strict=True)
        ]
    return [frozenset(roles) for roles in by_place]


def beside(line: Line) -> Iterator[list[Paragraph]]:
    """Yield what an editor wrote in a row beside its text: in the cells of id and state, in columns of his own."""
    for role, is_ours in _OURS:
        yield [part for part in line.parts.get(role, ()) if not is_ours(line_of(part))]
    for cell in line.others:
        yield list(paragraphs(cell.blocks))


def tagged(pieces: Iterable[Text], part: str, id_: str) -> list[Text]:
    """Return the pieces in the control of a part (`source`, `state`) of a unit."""
    return [piece for piece in pieces if side_tag(piece.tags) == (part, id_)]
