"""What a run keeps of an edition."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from workflow.edition import Edition
from workflow.findings import Severity
from workflow.steps import Done


def done(
    edition: Edition,
    folder: Path,
    files: Sequence[str],
    seconds: Mapping[str, float],
    homeless: int = 0,
    *,
    standing: bool = False,
) -> Done:
    """Return what a run keeps of an edition: the files that were written, what stands, what the memory gave."""
    counts = Counter(finding.severity for finding in edition.findings if finding.stands)
    return Done(
        edition.name,
        folder,
        tuple(files),
        {one.label: counts[one] for one in sorted(Severity, reverse=True) if counts[one]},
        len(edition.units),
        tuple(unit.id for unit in edition.units if unit.origin == "memory"),
        homeless,
        seconds,
        standing,
    )
