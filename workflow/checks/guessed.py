"""A check on machine English for he and she where the Chinese does not say which a person is."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks.base import Check
from workflow.checks.pronouns import EITHER
from workflow.checks.unsaid import is_machine
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Hh]imself|[Hh]erself)\b")
# What tells a man from a woman.
SEX = re.compile(
    "[他她男女父母爸妈爷奶哥弟兄姐妹嫂叔伯姑姨舅儿妻夫妇娘婆公翁汉僧尼君]|先生|小姐|太太|阿姨|小伙"
)
# So many characters behind a name belong to it: 王芳副主任女士.
BEHIND = 8


def guessed(units: Sequence[Unit], _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for the first pronoun of a sentence about a named person of whom the bulletin never says the sex."""
    persons = {c.source for unit in units for c in unit.constraints if c.kind == "person"}
    known = {name for name in persons if any(_told(name, unit.source) for unit in units)}
    for unit in units:
        named = [c for c in unit.constraints if c.kind == "person"]
        match = PRONOUN.search(unit.target) if named and is_machine(unit) else None
        if not match:
            continue
        told = SEX.search(unit.source) or EITHER.search(unit.target) or any(c.source in known for c in named)
        if not told:
            message = N_("“{en}” is a guess: the Chinese does not say whether {zh} is a man or a woman")
            yield check.finding(unit, message, match[0], en=match[0], zh=named[0].source)


def _told(name: str, source: str) -> bool:
    at = source.find(name)
    return at >= 0 and SEX.search(source, at + len(name), at + len(name) + BEHIND) is not None


CHECKS: tuple[Check, ...] = (
    Check(
        "sex-guessed",
        N_("The machine's English says he or she of a person whose sex the Chinese does not tell"),
        Severity.NOTE,
        guessed,
        N_("right as a reminder: only somebody who knows the person can tell"),
        0.5,
    ),
)
