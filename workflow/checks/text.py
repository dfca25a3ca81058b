"""Checks on the English as a whole: missing, far too short or long, put together, doubtful."""

import math
import re
from collections.abc import Iterator

from workflow.checks.base import Check, each
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

# English characters a Chinese one, constraints left out on both sides, and how far its logarithm may be from that:
# the bound falls with the root of the length. It holds for all but 8 of 14,000 pairs of the authored corpus; of
# sentences broken off in their middle 86 % are outside.
USUAL_RATIO = 4.35
SPREAD, LEAST_SPREAD = 3.1, 0.42
LEAST_LENGTH = 12
LOW_CONFIDENCE = 0.45
MARKS = re.compile("[，。：；、！？]")


def empty(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where a unit has no English."""
    if not unit.target.strip():
        yield check.finding(unit, N_("no English"))


def length(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the English is far shorter or longer than such a source's usually is."""
    size = len(unit.source) - sum(c.end - c.start for c in unit.constraints if c.at)
    rest = len(unit.target) - sum(c.at[1] - c.at[0] for c in unit.constraints if c.at)
    marks = len(MARKS.findall(unit.source))
    if size < LEAST_LENGTH or rest <= 0 or marks > size / 3:  # a line of labels, as of a contact
        return
    off = math.log(rest / size / USUAL_RATIO)
    if abs(off) > max(LEAST_SPREAD, SPREAD / math.sqrt(size)):
        short = N_("the English is very short: something may be missing")
        yield check.finding(
            unit, short if off < 0 else N_("the English is very long: something may have been added")
        )


def confidence(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the engine itself was unsure."""
    if unit.confidence is not None and unit.confidence < LOW_CONFIDENCE and unit.target:
        yield check.finding(
            unit, N_("the engine was unsure here (confidence {value})"), value=f"{unit.confidence:.2f}"
        )


def by_clauses(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the English was put together from clauses translated apart."""
    if any(c.way == "split" for c in unit.constraints):
        yield check.finding(unit, N_("translated clause by clause to keep every term: read its grammar"))


CHECKS: tuple[Check, ...] = (
    Check("empty", N_("A unit has no English"), Severity.CRITICAL, each(empty)),
    Check(
        "length",
        N_("The English is far shorter or longer than usual"),
        Severity.WARNING,
        each(length),
        N_("wrong for lists of names and set phrases"),
        0.8,
    ),
    Check(
        "by-clauses",
        N_("The English was put together from clauses"),
        Severity.WARNING,
        each(by_clauses),
    ),
    Check("unsure", N_("The engine was unsure"), Severity.NOTE, each(confidence)),
)
