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

# Each has a character of these words; a bulletin has them in few sentences.
GUARD = re.compile(
    "如下|摘|节选|选[登编]|全文|删|未经|录音|载|转自|以飨|待续|下转|上接|下期|编者|编后|实录|勘误|更正|特此|供图"
)


@cache
def _formulas() -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    """Return the phrases of data/formulas.tsv: their Chinese, all English that may say them, what is usual."""
    return tuple(
        (re.compile(zh), re.compile(rf"\b(?:{en})", re.IGNORECASE), usual)
        for zh, en, usual in rows(LEXICON.with_name("formulas.tsv"))
    )


def unsaid(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every set phrase of which the English has no word; a colon says what follows, too."""
    if not GUARD.search(unit.source):
        return
    for chinese, english, usual in _formulas():
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
