"""Ways in which an editor changes the columns of a review table."""

from collections.abc import Callable

from tests.review.word_copy import Copy, W, element
from tests.review.word_ways_rows import cells_of, rows_of, unit_tables


def add_column(copy: Copy) -> None:
    """Add a column of notes at the right of the English, with Word's habit of copying the look of its neighbour."""
    by_row = {id(row): i for i, row in copy.rows.items()}
    for table in unit_tables(copy):
        for row in rows_of(table):
            cells = cells_of(row)
            if len(cells) != 4:
                continue
            id_ = by_row.get(id(row))
            there = id_ and row.find(f"{W}trPr/{W}del") is None
            words = f"note {copy.next_number()}" if there and copy.rng.random() < 0.2 else ""
            look = copy.rng.choice(["", '<w:pPr><w:pStyle w:val="ReviewEn"/></w:pPr>'])
            cells[2].addnext(element(f"<w:tc><w:tcPr/><w:p>{look}<w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"))
            copy.loose.extend([words] if words else [])


def swap_columns(copy: Copy) -> None:
    """Put the English before the Chinese."""
    for table in unit_tables(copy):
        for row in rows_of(table):
            cells = cells_of(row)
            if len(cells) == 4:
                parent = cells[1].getparent()
                if parent is cells[2].getparent() and cells[1].getnext() is cells[2]:
                    cells[2].addnext(cells[1])


def remove_ids(copy: Copy) -> None:
    _remove(copy, 0)


def remove_chinese(copy: Copy) -> None:
    _remove(copy, 1)
    for expected in copy.expected.values():
        expected.no_source = True
        moved = [s for s in expected.said if s[3] == "source"]
        expected.said = [s for s in expected.said if s[3] != "source"]
        copy.elsewhere.extend((*s[:2], "", "target", *s[4:]) for s in moved)


def remove_states(copy: Copy) -> None:
    _remove(copy, 3)
    for expected in copy.expected.values():
        expected.state = None


def _remove(copy: Copy, place: int) -> None:
    for table in unit_tables(copy):
        for row in rows_of(table):
            cells = cells_of(row)
            if len(cells) == 4:
                cells[place].getparent().remove(cells[place])


COLUMN_WAYS: tuple[Callable[[Copy], None], ...] = (
    add_column,
    swap_columns,
    remove_ids,
    remove_chinese,
    remove_states,
)
