"""Find the Chinese that is most like that of an older draft."""

from collections.abc import Iterable

from workflow.units import Unit

# Below this (rapidfuzz's ratio, 0 to 100) two sentences say different things.
ALIKE = 70.0


def nearest(source: str, units: Iterable[Unit]) -> tuple[Unit, float] | None:
    """Return the unit whose Chinese is most like `source`, with how much (0 to 100); the first among equals."""
    from rapidfuzz import fuzz

    rated = ((unit, fuzz.ratio(source, unit.source, score_cutoff=ALIKE)) for unit in units)
    unit, score = max(rated, key=lambda pair: pair[1], default=(None, 0.0))
    return (unit, score) if unit is not None and score else None
