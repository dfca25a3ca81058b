"""Hold the rows of words that exclude each other: grades, times told from today, kin, acts and their contraries."""

from functools import cache
from pathlib import Path

from workflow.checks.opposites import Side

DATA = Path(__file__).resolve().parent / "data"


@cache
def scales(name: str = "scales") -> tuple[tuple[Side, ...], ...]:
    """Return the scales of a table of data/, each as its steps; a row of the table is one step, its first column the scale."""
    found: dict[str, list[Side]] = {}
    for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            scale, zh, en, hints, loosely, alone = (*line.split("\t"), "", "", "")[:6]
            found.setdefault(scale, []).append(Side(zh, en, hints, loosely, bool(alone)))
    return tuple(map(tuple, found.values()))


def contraries() -> tuple[tuple[Side, ...], ...]:
    """Return the pairs of acts, states and comparisons of which one is the contrary of the other."""
    return scales("contraries")
