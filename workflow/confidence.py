"""How sure the English of a unit is, from all that is known when the checks are done.

The weights were chosen by which of 320 held-out sentences stand first in doubt: with them 69 % of the worst tenth by
chrF are among the first fifth, with the engine's score alone 56 %, by chance 20 %; on 200 others with the small
model 70 % (benchmarks/confidence.py).
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from workflow.findings import Finding, Severity
from workflow.units import Unit

# Known English is copied and rarely wrong; a short sentence gives the engine little to go by.
COVERAGE, LENGTH, ERRORS = 0.2, 0.15, 0.05
DOUBT = 0.5
LONG = 120  # characters of Chinese, from which on a sentence is no surer


def beforehand(score: float | None, doubts: int) -> float:
    """Return a first estimate, 0 to 1: the mean probability a token (certain for None), halved for every doubt."""
    base = 1.0 if score is None else math.exp(min(0.0, score))
    return round(base * DOUBT**doubts, 3)


def rate(units: Sequence[Unit], findings: Sequence[Finding]) -> tuple[Unit, ...]:
    """Return the units with their confidence, 0 to 1; a unit that no engine wrote keeps what it has.

    It is the engine's mean probability a token, lowered for the share of the source that is no known English, for
    shortness, and for every finding on the English that is an error or graver.
    """
    errors = Counter(f.unit for f in findings if f.on == "target" and f.severity >= Severity.ERROR)
    return tuple(
        replace(unit, confidence=_confidence(unit, errors[unit.id]))
        if unit.score is not None and unit.origin.startswith("engine")
        else unit
        for unit in units
    )


def _confidence(unit: Unit, errors: int) -> float:
    known = sum(c.end - c.start for c in unit.constraints) / len(unit.source)
    short = math.log(LONG / min(LONG, len(unit.source)))
    sure = (unit.score or 0.0) - COVERAGE * (1 - known) - LENGTH * short - ERRORS * errors
    return round(math.exp(min(0.0, sure)), 3)
