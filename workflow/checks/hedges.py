"""Find exact figures of the Chinese that the English makes inexact: about 300 for 300户, more than 40 for 40名."""

import re
from collections.abc import Iterator

from workflow.checks.base import Check, each_translated
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Constraint, Unit

# English that makes a figure behind it inexact; over and under are left out, for they stand before exact spans as well.
BEFORE = re.compile(
    r"(?<!worry )(?<!talk )(?<!think )(?<!learn )(?<!worried )(?<!talked )(?<!learned )"
    r"\b(?:about|around|approximately|roughly|nearly|almost|close to|"
    r"more than|less than|fewer than) (?:RMB ?|US\$|[$€£])?$",
    re.IGNORECASE,
)
# Chinese that does so before a figure in its clause, and, in a wider sense, right at it.
BEFORE_ZH = re.compile(
    "[近约逾超]|不[到足及满]|[低少高多大小]于|将近|大概|至少|最[多少]|以[上下]|比|几乎|差不多"
)
AT_ZH = re.compile(
    "[近约逾超余多来几数左右上下前后过满足够破差强低高大小早晚少未内外半略弱强]|不到|最|起码|可|几乎|差不多"
)
# These say so behind a figure only: 外方代表52名 is exact.
BEHIND_ZH = re.compile("[内外后]")
CLAUSE = re.compile("[，。；：！？]")
MARK = re.compile("[，。；：！？、]")
# No such words before a figure are longer.
LONGEST = 24
# So many characters on both sides of a figure are right at it.
NEAR = 8


def made_inexact(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every exact figure that the English says with a word of about, more than or less than."""
    for c in unit.constraints:
        if not c.at or c.kind != "quantity":
            continue
        start, figure = c.at[0], unit.target[slice(*c.at)]
        hedge = BEFORE.search(unit.target, max(0, start - LONGEST), start)
        if hedge and not _is_inexact(unit.source, c):
            words = f"{hedge[0]}{figure}"
            message = N_("“{words}”: the Chinese says {zh} and no more")
            yield check.finding(unit, message, words, fix=figure, words=words, zh=c.source)


def _is_inexact(source: str, figure: Constraint) -> bool:
    clause = CLAUSE.split(source[: figure.start])[-1]
    # Behind a mark another figure may be hedged: 52名，增加近四成.
    after = MARK.split(source[figure.end : figure.end + NEAR])[0]
    at = BEHIND_ZH.sub("", source[max(0, figure.start - NEAR) : figure.start])
    return any(
        (
            BEFORE_ZH.search(clause),
            AT_ZH.search(at),
            AT_ZH.search(source[figure.start : figure.end] + after),
        )
    )


CHECKS: tuple[Check, ...] = (
    Check(
        "hedge-added",
        N_("The English says about, nearly or more than where the Chinese is exact"),
        Severity.WARNING,
        each_translated(made_inexact),
        N_("wrong where the Chinese says so in other words"),
        confidence=0.95,
    ),
)
