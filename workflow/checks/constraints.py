"""Checks on terms, names, dates, numbers and titles."""

import re
from collections.abc import Iterator

from workflow.checks.base import Check, each
from workflow.constrain import COPIED, Terms
from workflow.constrain.matcher import avoided
from workflow.constrain.numbers import unmatched_numbers
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

# 研究院, 相关学会, 各大银行 are no names; a name has more before its ending.
MOST_OF_A_COMMON_NOUN = 5
ORGANIZATION = re.compile(
    r"[\u4e00-\u9fff·（）]{2,20}?(?:有限公司|有限责任公司|股份公司|集团|基金会|协会|学会|联合会|研究院|研究所|大学|学院|银行)"
)
# A place of two or three characters where a word can begin; with these last characters it is a common noun: 城市,
# 各省, 节省.
PLACE = re.compile(
    r"(?:^|(?<=[，。；：、在于至赴由从和与及（“]))[\u4e00-\u9fff]{1,2}"
    r"(?![城全各两二三四五六七八九十百超互乡能节可电本个某布由地都闹小辖该我外跨单年月日座吨钱真约向商夜股门上下"
    r"沿江邻周多数几贫大的集区在天请就与工等])[\u4e00-\u9fff]"
    r"[市县省](?![场民长区级委镇域内])"
)
TITLE = re.compile(r"《[^《》]+》")


def lost(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every constraint that does not stand in the English at a place that fits."""
    for c in unit.constraints:
        if not c.kept and unit.target:
            yield check.finding(unit, N_("“{zh}” must be “{en}” and is not"), "", zh=c.source, en=c.target)


def doubtful(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every foreign name of which only a reading is known."""
    for c in unit.constraints:
        if c.doubtful:
            quote = unit.target[slice(*c.at)] if c.at else ""
            message = N_(
                "“{zh}” is a foreign name in Han characters; “{en}” is only a reading: find its spelling"
            )
            yield check.finding(unit, message, quote, zh=c.source, en=c.target)


def numbers(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every number on one side that has no counterpart on the other."""
    if unit.target and not COPIED.search(unit.slot):
        for value in unmatched_numbers(unit.source, unit.target):
            yield check.finding(unit, N_("number {value} stands in one language only"), value, value=value)


def unknown_title(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every 《title》 that the glossary does not have."""
    for match in TITLE.finditer(unit.source):
        if not any(c.kind == "document" and c.start <= match.start() < c.end for c in unit.constraints):
            yield check.finding(
                unit, N_("the title {title} is not in the glossary; check its English"), title=match[0]
            )


def discouraged(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for English that the glossary discourages for a term of the source."""
    for entry, words in avoided(unit.target, terms.matcher.entries(unit.source)):
        message = N_("“{words}” is discouraged for “{zh}”; use “{en}”")
        yield check.finding(unit, message, words, words=words, zh=entry.zh, en=entry.en)


def unknown_organization(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every name that ends as an organization's does and whose end no constraint covers."""
    for match in ORGANIZATION.finditer(unit.source):
        last = match.end() - 1
        if not any(c.start <= last < c.end for c in unit.constraints):
            inside = max(
                (c.end for c in unit.constraints if c.end <= last and c.end > match.start()), default=0
            )
            name = unit.source[max(inside, match.start()) : match.end()]
            if len(name) > MOST_OF_A_COMMON_NOUN:
                message = N_("the name {name} is not in the glossary; check its English")
                yield check.finding(unit, message, name=name)


def unknown_place(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every city, county or province that no constraint covers."""
    for match in PLACE.finditer(unit.source):
        if not any(c.start < match.end() and match.start() < c.end for c in unit.constraints):
            message = N_("the place {name} is not in the glossary; check its English")
            yield check.finding(unit, message, name=match[0])


CHECKS: tuple[Check, ...] = (
    Check(
        "constraint-lost",
        N_("A term, name, date, number or title is not in the English"),
        Severity.CRITICAL,
        each(lost),
        N_("wrong where the English says it in words that the glossary does not list"),
    ),
    Check(
        "name-doubtful",
        N_("A foreign name in Han characters is only a reading"),
        Severity.CRITICAL,
        each(doubtful),
        N_("wrong where the reading happens to be the spelling; put the name into people.csv"),
    ),
    Check(
        "number-mismatch",
        N_("A number stands in one language only"),
        Severity.ERROR,
        each(numbers),
        N_("wrong where a number is written in another way that is equal in meaning"),
    ),
    Check(
        "discouraged",
        N_("The English uses words that the glossary discourages"),
        Severity.ERROR,
        each(discouraged),
    ),
    Check(
        "title-unknown",
        N_("A document title is not in the glossary"),
        Severity.WARNING,
        each(unknown_title),
        N_("right as a reminder: only a listed title is sure to be the official one"),
    ),
    Check(
        "name-unknown",
        N_("An organization is not in the glossary"),
        Severity.WARNING,
        each(unknown_organization),
        N_("wrong for common nouns such as research institutes in general"),
    ),
    Check(
        "place-unknown",
        N_("A place is not in the glossary"),
        Severity.WARNING,
        each(unknown_place),
        N_("wrong for words that only look like a place"),
    ),
)
