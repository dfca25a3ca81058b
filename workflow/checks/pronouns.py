"""Find he for 她 and she for 他, where nobody of the other sex is in the Chinese."""

import re
from collections.abc import Iterator

from workflow.checks.base import Check
from workflow.constrain import Terms, is_copied
from workflow.findings import Finding
from workflow.i18n import N_
from workflow.units import Unit

# Words with 他 that mean nobody in particular: 其他 is other.
NOBODY = re.compile("其他|吉他|他[们国人乡方省山日者家地处]|她们")
# The pronoun, the Chinese that leaves open whether another is meant, the English that is wrong, the English.
SEXES = (
    ("他", re.compile("[她女妻母奶姐妹姑婆妈媳娘妇姨嫂氏]"), re.compile(r"\b(?:[Ss]he|[Hh]ers?|herself)\b")),
    (
        "她",
        re.compile("[他男父爸爷兄弟叔伯夫公儿哥僧舅汉]"),
        re.compile(r"\b(?:[Hh]e(?! [A-Z])|him|[Hh]is|himself)\b"),
    ),
)
# English that leaves open whether a man or a woman is meant.
EITHER = re.compile(
    r"\b(?:his(?: or |/)her|her(?: or |/)his|s?he(?: or |/)s?he|him(?: or |/)her|her(?: or |/)him)\b",
    re.IGNORECASE,
)


def confused(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for a pronoun of the English that is of the other sex than the only one of the Chinese."""
    if ("他" not in unit.source and "她" not in unit.source) or is_copied(unit.slot):
        return
    chinese = NOBODY.sub("", unit.source)
    for pronoun, others, english in SEXES:
        if pronoun in chinese and not others.search(chinese) and not EITHER.search(unit.target):
            wrong = english.search(unit.target)
            if wrong:
                message = N_("“{en}” for “{zh}”")
                yield check.finding(unit, message, wrong[0], en=wrong[0], zh=pronoun)
