"""The order in which a page of a PDF is read: rows over its whole width, and columns beside each other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from workflow.readers.pdf_rows import Row, merged

# A column has at least so many rows, is at least so many characters wide, and its rows fill so much of it.
FEWEST_ROWS = 3
NARROWEST = 8
FILLED = 0.6
SLACK = 1.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold rows that are read from top to bottom; `column` names the column: 0 the whole width, else left to right."""

    rows: tuple[Row, ...]
    column: int = 0


@dataclass(slots=True)
class _Band:
    across: list[Row] = field(default_factory=list)
    left: list[Row] = field(default_factory=list)
    right: list[Row] = field(default_factory=list)

    @property
    def sides(self) -> tuple[list[Row], list[Row]]:
        """Return the text on both sides, pictures left out."""
        return [row for row in self.left if not row.picture], [row for row in self.right if not row.picture]

    @property
    def weight(self) -> int:
        """Return how many characters stand on both sides."""
        return sum(len(row.text) for side in self.sides for row in side)


def in_order(pages: Sequence[Sequence[Row]]) -> list[list[Stretch]]:
    """Return the stretches of each page in reading order.

    Two columns are told by a gutter that no row of theirs crosses, with rows on both sides that fill them, as cells of
    a table do not; where a page has a gutter, the same gutter counts on the next pages with fewer rows.
    """
    found: list[list[Stretch]] = []
    gutter: float | None = None
    for rows in pages:
        own = _gutter(rows)
        gutter = own if own is not None else gutter
        if gutter is None:
            found.append([Stretch(tuple(merged(rows)))] if rows else [])
        else:
            found.append(_stretches(rows, gutter, FEWEST_ROWS if own is not None else 2))
    return found


def _gutter(rows: Sequence[Row]) -> float | None:
    """Return the left edge of the right column with the most text, None for a page without columns."""
    starts = Counter(round(row.x0) for row in rows)
    best: tuple[int, float] | None = None
    for start, count in starts.items():
        if count < FEWEST_ROWS:
            continue
        weight = sum(band.weight for band in _bands(rows, start) if _columnar(band, FEWEST_ROWS))
        if weight and (best is None or weight > best[0]):
            best = (weight, start)
    return best[1] if best else None


def _bands(rows: Sequence[Row], gutter: float) -> list[_Band]:
    """Return the bands of a page: rows that cross the gutter, then what stands on both sides of it below them."""
    bands = [_Band()]
    for row in sorted(rows, key=lambda one: (one.base, one.x0)):
        if row.x0 >= gutter - SLACK:
            bands[-1].right.append(row)
        elif row.x1 <= gutter - SLACK:
            bands[-1].left.append(row)
        else:
            if bands[-1].left or bands[-1].right:
                bands.append(_Band())
            bands[-1].across.append(row)
    return bands


def _columnar(band: _Band, fewest: int) -> bool:
    """Tell whether both sides of a band are text that fills its column and stands beside the other."""
    for side in band.sides:
        if len(side) < fewest:
            return False
        width = _width(side)
        if width < NARROWEST * median(row.size for row in side):
            return False
        if median(row.x1 - row.x0 for row in side) < FILLED * width:
            return False
    return max(side[0].base for side in band.sides) < min(side[-1].base for side in band.sides)


def _width(side: Sequence[Row]) -> float:
    return max(row.x1 for row in side) - min(row.x0 for row in side)


def _stretches(rows: Sequence[Row], gutter: float, fewest: int) -> list[Stretch]:
    found: list[Stretch] = []
    whole: list[Row] = []
    for band in _bands(rows, gutter):
        whole += band.across
        if not _columnar(band, fewest):
            whole += [*band.left, *band.right]
            continue
        # Short rows above both columns are of the whole width: a centred title may end before the gutter.
        filling = [
            row.base for side in band.sides for row in side if row.x1 - row.x0 >= FILLED * _width(side)
        ]
        top = min(*filling, max(side[0].base for side in band.sides))
        above = [row for row in (*band.left, *band.right) if row.base < top - row.size / 2]
        whole += above
        moved = set(map(id, above))
        found += [Stretch(tuple(merged(whole)))] if whole else []
        whole = []
        for column, side in ((1, band.left), (2, band.right)):
            found.append(Stretch(tuple(merged([row for row in side if id(row) not in moved])), column))
    return [*found, Stretch(tuple(merged(whole)))] if whole else found
