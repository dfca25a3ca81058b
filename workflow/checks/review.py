"""Check on what two editors wrote of one sentence: a human must choose."""

from collections.abc import Iterator

from workflow.carried import CONFLICT
from workflow.checks.base import Check, each
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit


def conflict(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every text that another editor wrote in place of the one that stands."""
    for one in unit.suggestions:
        if one.origin.startswith(CONFLICT):
            message = N_("two editors differ: {by} has “{en}”, {other} has “{text}”; edit it or dismiss this")
            other = one.origin.removeprefix(CONFLICT)
            by = unit.by or "?"
            yield check.finding(
                unit, message, unit.target, fix=one.text, by=by, en=unit.target, other=other, text=one.text
            )


CHECKS = (
    Check(
        "review-conflict",
        N_("Two editors wrote different English for one sentence"),
        Severity.CRITICAL,
        each(conflict),
    ),
)
