"""Find set phrases of editors that the English does not say: excerpts follow, full text, abridged, to be continued."""

import re
from collections.abc import Iterator
from functools import cache

from workflow.checks.base import Check, each_translated
from workflow.checks.wordbook import rows
from workflow.checks.words import LEXICON
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

Formula = tuple[re.Pattern[str], re.Pattern[str], str]


@cache
def _formulas() -> tuple[re.Pattern[str], tuple[Formula, ...]]:
    """Return what finds any phrase of data/formulas.tsv, and of each its Chinese, all English that may say it, the usual one."""
    table = list(rows(LEXICON.with_name("formulas.tsv")))
    formulas = tuple(
        (re.compile(zh), re.compile(rf"\b(?:{en})", re.IGNORECASE), usual) for zh, en, usual in table
    )
    return re.compile("|".join(zh for zh, _en, _usual in table)), formulas


def unsaid(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every set phrase of which the English has no word; a colon says what follows, too."""
    any_of_them, formulas = _formulas()
    if not any_of_them.search(unit.source):
        return
    for chinese, english, usual in formulas:
        match = chinese.search(unit.source)
        if match and not english.search(unit.target) and not (match[0] == "如下" and ":" in unit.target):
            message = N_("the English has no words for “{zh}”, such as “{en}”")
            yield check.finding(unit, message, zh=match[0], en=usual)


CHECKS: tuple[Check, ...] = (
    Check(
        "formula-unsaid",
        N_("A set phrase of editors is not in the English: excerpts, full text, abridged, as follows"),
        Severity.WARNING,
        each_translated(unsaid),
        N_("wrong where the English says it in other words than usual"),
        confidence=0.9,
    ),
)
