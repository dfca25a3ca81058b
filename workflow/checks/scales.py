"""Hold the rows of words that exclude each other: grades, times told from today, kin, acts and their contraries."""

from functools import cache

from workflow.checks.opposites import Side
from workflow.checks.wordbook import rows
from workflow.checks.words import LEXICON


@cache
def scales(name: str) -> tuple[tuple[Side, ...], ...]:
    """Return the scales of a table of data/, each as its steps; a row of the table is one step, its first column the scale."""
    found: dict[str, list[Side]] = {}
    for row in rows(LEXICON.with_name(f"{name}.tsv")):
        scale, zh, en, hints, loosely, alone = (*row, "", "", "")[:6]
        found.setdefault(scale, []).append(Side(zh, en, hints, loosely, bool(alone)))
    return tuple(map(tuple, found.values()))
