"""Find bounds that are turned round at their figure: no less than 0.5 for 不高于0.5, more than six months for 不到半年."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from workflow.checks.base import Check, Span, each_translated
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Constraint, Unit

Side = Literal["least", "most"]
OTHER: dict[Side, Side] = {"least": "most", "most": "least"}
# A figure that something is above, and one that it is below; denied, the one is the other: 不超过, 不得低于.
ABOVE, BELOW = "超过|超出|超|逾|突破|[高大多长]于|[>＞]", "[低小少短]于|[<＜]"
# 没 is of another word in 淹没超过30公顷.
DENIED = "不|[从并尚]?未|(?<![淹埋沉出吞湮])没有?|无|勿|严禁|禁止|不[得能可应会宜再]|不可能|不至于?|无法|难以|[未没]能"
AT_LEAST, AT_MOST = "至少|起码|不下|不止|≥", "至多|最多|不足|不到|不满|未满|不及|未达|≤"
BEFORE = re.compile(
    rf"(?:(?P<denied>{DENIED})?(?:(?P<above>{ABOVE})|(?P<below>{BELOW}))|(?P<least>{AT_LEAST})|(?P<most>{AT_MOST}))"
    r"[了约近到为有\s]?$"
)
# No such words before a figure are longer.
LONGEST = 12
# Each behind a figure, its measure word or none between.
BEHIND = re.compile("[及或]?(?:(?P<least>以上)|(?P<most>以下|[以之]内|内(?![部外容地涵陆河蒙阁])))")
HEDGE = re.compile(f"(?:{DENIED})?(?:{ABOVE}|{BELOW})|{AT_LEAST}|{AT_MOST}")
TAIL = re.compile(f"{BEHIND.pattern}$")


@dataclass(frozen=True, slots=True)
class Bound:
    """Hold on which side the Chinese bounds a figure, the bare figure, and the words with the bound."""

    side: Side
    figure: str
    zh: str


MORE = "(?:more|higher|greater|larger|longer|later|older|deeper|wider|heavier) than"
LESS = "(?:less|fewer|lower|smaller|shorter|younger) than"
ENGLISH = (
    rf"\b(?:(?P<least>(?:no|not) {LESS}|at least|a minimum of|(?:no|not) (?:below|under))"
    rf"|(?P<most>(?:no|not) {MORE}|at most|a maximum of|(?:not|never|cannot) exceed(?:ed|ing)?|(?:no|not) (?:over|above))"
    rf"|(?P<above>{MORE}|over|above|exceed(?:s|ed|ing)?|in excess of|surpass(?:es|ed|ing)?)"
    rf"|(?P<below>{LESS}|under|below|up to|within)) (?:(?:RMB|US\$|[$€£¥]|a|an|the|about|some) ?)*"
)
LEADING, LED = re.compile(ENGLISH, re.IGNORECASE), re.compile(f"{ENGLISH}$", re.IGNORECASE)
FOLLOWED = re.compile(
    r"(?: [\w/%-]+){0,3} (?:or (?:(?P<least>more|above|over|higher|longer|older)|(?P<most>less|below|under|fewer|lower|shorter))"
    r"|and (?:(?P<above>above|over)|(?P<below>below|under)))\b"
)
# A denial in the clause before leaves open which bound is meant: no year fell below, had not changed in more than.
DENIAL = re.compile(
    r"\b(?:no|not|never|nor|none|neither|cannot|without|hardly|few|little|unlikely|lack(?:s|ed|ing)?"
    r"|fail(?:s|ed|ing|ure)?|\w+n['’]t) (?:[^,.;:]* )?$",
    re.IGNORECASE,
)
# Any English that may say a bound of a side, denied or not: no less than, never fell below.
SAID: dict[Side, re.Pattern[str]] = {
    "least": re.compile(
        r"\b(?:more|over|above|exceed\w*|excess|surpass\w*|least|minimum|upwards?|beyond|past|pass(?:es|ed|ing)?|top(?:s|ped|ping)?|out(?:number|strip|weigh)\w*|plus|higher|greater"
        r"|larger|longer|older|further|later|fewer|less|below|lower|shorter|smaller|under|better|broke\w*|break\w*|cross\w*|breach\w*"
        r"|hit\w*|reach\w*|well|or so|cannot|never|not only|alone)\b|\d\+",
        re.IGNORECASE,
    ),
    "most": re.compile(
        r"\b(?:less|fewer|under|below|within|most|more|maximum|up to|exceed\w*|short\w*|smaller|lower|younger|than|nearly|almost"
        r"|just|barely|hardly|only|inside|limit\w*|cap\w*|ceiling|never|no|not|yet|even|mere\w*|shy|un\w+|fail\w*|over|above)\b|n['’]t",
        re.IGNORECASE,
    ),
}
# Over three years is during them, too.
DURING, DURATION = re.compile("over ", re.IGNORECASE), re.compile("[年月日天周时钟秒季世]")


def turned_round(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every figure that the Chinese bounds on one side and the English on the other."""
    found = [(c, _chinese(unit, c)) for c in unit.constraints if c.kind == "quantity"]
    sides = {(bound.figure, bound.side) for _constraint, bound in found if bound}
    for c, bound in found:
        if not bound or not c.at or (bound.figure, OTHER[bound.side]) in sides:
            continue
        side, words = _english(unit.target, c.at, c.source)
        if side == OTHER[bound.side]:
            fix = c.target if bound.zh == c.source else ""
            message = N_("“{words}” turns “{zh}” the other way round")
            yield check.finding(unit, message, words, fix=fix, words=words, zh=bound.zh)


def _chinese(unit: Unit, c: Constraint) -> Bound | None:
    """Return on which side the Chinese bounds a figure, by the words in its span or right at it."""
    return _bound(unit.source, c.start, c.end)


@lru_cache(maxsize=4096)
def _bound(source: str, first: int, last: int) -> Bound | None:
    written = source[first:last]
    head, tail = HEDGE.match(written), TAIL.search(written)
    start, end = first + (head.end() if head else 0), first + (tail.start() if tail else len(written))
    figure = source[start:end]
    before = BEFORE.search(source, max(0, start - LONGEST), start)
    behind = BEHIND.match(source, end)
    if before:
        least = before["least"] or (before["below"] if before["denied"] else before["above"])
        return Bound("least" if least else "most", figure, source[min(before.start(), first) : last])
    if behind:
        zh = source[first : max(last, behind.end())]
        return Bound("least" if behind["least"] else "most", figure, zh)
    return None


def _english(english: str, at: Span, zh: str) -> tuple[Side | None, str]:
    """Return on which side the English bounds the figure that stands at a place, and the words that say it."""
    lead = LEADING.match(english, at[0])
    start = lead.end() if lead else at[0]
    figure = english[start : at[1]]
    before = LED.search(english[:start])
    if (
        not figure
        or english.count(figure) > 1
        or DENIAL.search(english[: before.start() if before else start])
    ):
        return None, ""
    if before and DURING.match(before[0]) and DURATION.search(zh):
        return None, ""
    found = before or FOLLOWED.match(english, at[1])
    if not found:
        return None, ""
    side: Side = "least" if found["least"] or found["above"] else "most"
    return side, english[min(found.start(), start) : max(found.end(), at[1])]


def lost(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every figure with a bound in the Chinese where no word of the English says a bound of that side.

    A stretch of time with 内 is left alone: barred for three years, had one hour.
    """
    for c in unit.constraints:
        bound = _chinese(unit, c) if c.kind == "quantity" and c.at else None
        if bound and not bound.zh.endswith("内") and not SAID[bound.side].search(unit.target):
            figure = unit.target[slice(*(c.at or (0, 0)))]
            yield check.finding(
                unit, N_("“{figure}” has not the bound of “{zh}”"), figure, figure=figure, zh=bound.zh
            )


CHECKS: tuple[Check, ...] = (
    Check(
        "bound-reversed",
        N_("At most is at least in the English, or at least is at most"),
        Severity.CRITICAL,
        each_translated(turned_round),
        N_("wrong where the English counts the other part: at most 30% left for at least 70% gone"),
        0.95,
    ),
    Check(
        "bound-lost",
        N_("A figure that the Chinese bounds has no bound in the English"),
        Severity.ERROR,
        each_translated(lost),
        N_("wrong where the English says the bound in other words than usual"),
        0.95,
    ),
)
