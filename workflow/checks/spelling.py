"""A check on spelling: British forms in a text that is spelt the US way."""

from collections.abc import Iterator

from workflow.checks.base import Check, each
from workflow.constrain import Terms
from workflow.conventions import british_words
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit


def british(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every British spelling that is no part of an official name."""
    lower = unit.printed.lower()
    names = (text for c in unit.constraints for text in c.targets if text.lower() in lower)
    for start, end, spelling in british_words(unit.printed, names):
        word = unit.printed[start:end]
        message = N_("“{words}” is the British spelling; the house writes “{en}”")
        yield check.finding(unit, message, word, fix=spelling, words=word, en=spelling)


CHECKS: tuple[Check, ...] = (
    Check(
        "british-spelling",
        N_("A word is spelt the British way"),
        Severity.WARNING,
        each(british),
        N_("wrong in official names that the glossary does not have"),
    ),
)
