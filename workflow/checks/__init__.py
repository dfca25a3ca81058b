"""Step 8, CHECK: what may be wrong with the English. A new check is one row in CHECKS."""

from collections.abc import Sequence

from workflow.checks import constraints, text
from workflow.checks.base import Check
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

CHECKS: tuple[Check, ...] = (
    Check("empty", N_("A unit has no English"), Severity.CRITICAL, text.empty),
    Check(
        "constraint-lost",
        N_("A term, name, date, number or title is not in the English"),
        Severity.CRITICAL,
        constraints.lost,
        N_("wrong where the English says it in words that the glossary does not list"),
    ),
    Check(
        "name-doubtful",
        N_("A foreign name in Han characters is only a reading"),
        Severity.CRITICAL,
        constraints.doubtful,
        N_("wrong where the reading happens to be the spelling; put the name into people.csv"),
    ),
    Check("han-left", N_("Chinese is left in the English"), Severity.CRITICAL, text.han_left),
    Check(
        "number-mismatch",
        N_("A number stands in one language only"),
        Severity.ERROR,
        constraints.numbers,
        N_("wrong where a number is written in another way that is equal in meaning"),
    ),
    Check("loop", N_("The English repeats itself"), Severity.ERROR, text.loop),
    Check(
        "discouraged",
        N_("The English uses words that the glossary discourages"),
        Severity.ERROR,
        constraints.discouraged,
    ),
    Check(
        "title-unknown",
        N_("A document title is not in the glossary"),
        Severity.WARNING,
        constraints.unknown_title,
        N_("right as a reminder: only a listed title is sure to be the official one"),
    ),
    Check(
        "name-unknown",
        N_("An organization is not in the glossary"),
        Severity.WARNING,
        constraints.unknown_organization,
        N_("wrong for common nouns such as research institutes in general"),
    ),
    Check(
        "place-unknown",
        N_("A place is not in the glossary"),
        Severity.WARNING,
        constraints.unknown_place,
        N_("wrong for words that only look like a place"),
    ),
    Check(
        "length",
        N_("The English is far shorter or longer than usual"),
        Severity.WARNING,
        text.length,
        N_("wrong for lists of names and set phrases"),
    ),
    Check(
        "by-clauses",
        N_("The English was put together from clauses"),
        Severity.WARNING,
        text.by_clauses,
    ),
    Check("unsure", N_("The engine was unsure"), Severity.NOTE, text.confidence),
)


def check(units: Sequence[Unit], terms: Terms) -> tuple[Finding, ...]:
    """Return what every check finds in every unit, in the order of the units, then of the table."""
    return tuple(finding for unit in units for one in CHECKS for finding in one.run(unit, terms, one))
