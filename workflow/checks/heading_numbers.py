"""Find headings and items that have another number in the English: III. Expert Comments for 五、专家点评."""

import re
from collections.abc import Iterator

from workflow.checks.base import Check, each_translated
from workflow.constrain import Terms
from workflow.constrain.figures import ROMAN, spelled
from workflow.constrain.numerals import number_value
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

CHINESE = re.compile(
    r"(?P<words>(?P<han>[一二三四五六七八九十]{1,3})、|[（(](?P<bracketed>[一二三四五六七八九十]{1,3}|\d{1,2})[）)]"
    r"|(?P<figure>\d{1,2})(?:[、．]|\.(?!\d)))"
)
WORDS = {spelled(number): number for number in range(1, len(ROMAN))}
ENGLISH = re.compile(
    rf"\(?(?P<number>(?P<roman>[IVX]+)|(?P<figure>\d{{1,2}})|(?P<word>{'|'.join(sorted(WORDS, key=len, reverse=True))}))"
    r"(?:[):]|\.(?!\d))\)?",
    re.IGNORECASE,
)


def renumbered(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where both texts begin with a number of their own and it is not the same."""
    zh, en = CHINESE.match(unit.source), ENGLISH.match(unit.target)
    if not zh or not en:
        return
    number = int(number_value(zh["han"] or zh["bracketed"] or zh["figure"]) or 0)
    if 0 < number < len(ROMAN) and _value(en) != number:
        right = (
            str(number) if en["figure"] else ROMAN[number] if en["roman"] else spelled(number).capitalize()
        )
        fix = en[0].replace(en["number"], right, 1)
        message = N_("“{zh}” is {right}, not {wrong}")
        yield check.finding(unit, message, en[0], fix=fix, zh=zh[0], right=fix, wrong=en[0])


def _value(match: re.Match[str]) -> int:
    """Return the number that an English text begins with; 0 for Roman letters that are none."""
    if match["figure"]:
        return int(match["figure"])
    if match["word"]:
        return WORDS[match["word"].lower()]
    roman = match["roman"].upper()
    return ROMAN.index(roman) if roman in ROMAN else 0


CHECKS: tuple[Check, ...] = (
    Check(
        "heading-number",
        N_("A heading or an item has another number in the English"),
        Severity.CRITICAL,
        each_translated(renumbered),
        N_("wrong where the English counts anew"),
    ),
)
