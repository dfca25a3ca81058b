"""Step 8, CHECK: what may be wrong with the English. A new check is one row in the table CHECKS of its module."""

from collections.abc import Sequence

from workflow.checks import (
    added,
    before_after,
    bounds,
    consistency,
    constraints,
    coverage,
    enumerations,
    formulas,
    guessed,
    heading_numbers,
    hedges,
    hosts,
    meaning,
    names,
    numbers,
    on_behalf,
    punctuation,
    repetition,
    residue,
    respective,
    review,
    spelling,
    steps,
    text,
    times,
    unlisted,
    unsaid,
)
from workflow.checks.base import Check
from workflow.constrain import Terms
from workflow.findings import Finding
from workflow.units import Unit

CHECKS: tuple[Check, ...] = (
    *review.CHECKS,
    *constraints.CHECKS,
    *names.CHECKS,
    *numbers.CHECKS,
    *hedges.CHECKS,
    *bounds.CHECKS,
    *before_after.CHECKS,
    *respective.CHECKS,
    *heading_numbers.CHECKS,
    *text.CHECKS,
    *residue.CHECKS,
    *repetition.CHECKS,
    *punctuation.CHECKS,
    *spelling.CHECKS,
    *consistency.CHECKS,
    *meaning.CHECKS,
    *steps.CHECKS,
    *added.CHECKS,
    *coverage.CHECKS,
    *enumerations.CHECKS,
    *hosts.CHECKS,
    *on_behalf.CHECKS,
    *formulas.CHECKS,
    *unsaid.CHECKS,
    *unlisted.CHECKS,
    *times.CHECKS,
    *guessed.CHECKS,
)


def check(units: Sequence[Unit], terms: Terms) -> tuple[Finding, ...]:
    """Return what every check finds, in the order of the units, then of the table."""
    order = {unit.id: number for number, unit in enumerate(units)}
    found = [finding for one in CHECKS for finding in one.run(units, terms, one)]
    return tuple(sorted(found, key=lambda finding: order.get(finding.unit or "", len(order))))
