"""Find the parts that bodies have in an event exchanged or lost: 主办 hosted, 承办 organized, 协办 co-organized."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.checks.base import Check, each_translated
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Constraint, Unit

# The parts in the order of their rank, the rank being the place in the list; 合办 hosts, too.
PARTS = (("指导",), ("主办", "合办"), ("承办",), ("协办",), ("支持", "赞助"))
RANKS = {zh: rank for rank, names in enumerate(PARTS) for zh in names}
GUARD = re.compile("[主承协合]办")
# Guidance and support are parts only at the end of a clause or as a label.
PART = re.compile(
    r"(?P<part>[主承协合]办(?!公)|(?:指导|支持|赞助)(?=[，、；。下]|单位|$))(?:(?:单位|方|机构)(?P<label>[为是有：:]|包括)?)?"
)
# Some say it so: in the order of the Chinese that is no exchange.
OTHER_USAGE = ("主办", "承办", "organized by", "hosted by")
# What bodies of one part stand behind: the clause before, or the word that leads them in.
EDGE = re.compile("[由，；：。！？“”]")
# English that says a part of each rank, and behind it whose part it is.
ENGLISH = re.compile(
    r"\b(?:(?P<r0>(?:guidance|direction|auspices|supervision) (?:of|from)|(?:guided|directed|supervised) by|guid\w+ \w+:)"
    r"|(?P<r1>(?:co-?)?(?:hosted|sponsored|convened)(?: jointly)? by|(?:held|run) by|(?:co-?)?(?:hosts?|sponsors?)(?: \w+)?:)"
    r"|(?P<r2>(?:organi[sz]ed|undertaken|implemented|conducted)(?: jointly)? by|(?<!co-)organi[sz]ers?:)"
    r"|(?P<r3>co-?organi[sz]ed(?: jointly)? by|(?:co-?|assistant )organi[sz]ers?:|assisted by|assistance (?:of|from))"
    r"|(?P<r4>supported(?: \w+)? by|support (?:of|from|by)|support\w* \w+:))",
    re.IGNORECASE,
)
# A part said behind the names, where it is not told whose it is: with the university as co-organizer.
BEHIND = re.compile(
    r"\b(?:as|being) (?:an? |the )?(?:\w+ )?(?:co-?)?(?:hosts?|organi[sz]ers?|partners?|sponsors?)\b"
    r"|\b(?:co-?)?(?:hosting|organi[sz]ing|assisting|undertaking|acting|serving|supporting|providing)\b"
    r"|\bco-organizers including\b",
    re.IGNORECASE,
)
# The beginnings of any English of a part: each says one.
SAID = re.compile(
    r"\b(?:co-?host|host|(?:co-?|joint(?:ly)? )organi[sz](?!ation)|organi[sz](?!ation)|(?:co-?)?sponsor|conven(?!tion)|undert[ao]"
    r"|implement|assist|help|aided|r[au]ns?\b|held by|jointly held|conduct|arrang|partner(?!ship)|co-?ordinat|together with"
    r"|jointly with|in (?:co-?operation|collaboration|partnership) with|(?:co-?operat|collaborat)(?:ed|es|ing)\b)",
    re.IGNORECASE,
)
SUPPORT = re.compile(r"\bsupport(?:ed)? (?:by|from|of)\b")


@dataclass(frozen=True, slots=True)
class Body:
    """Hold a body that has a part in the Chinese, with the English of a part under which it stands, and that one's rank."""

    name: Constraint
    part: str
    words: str
    rank: int


def changed(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for the first part of an event that the English gives to another body, or has not at all.

    The Chinese has two parts and more. A part is lost where the English has fewer words of hosting than the Chinese.
    It is another body's where two parts stand under one English word, where one part stands under two, and where the
    words rank the other way: hosted, organized, co-organized.
    """
    if not GUARD.search(unit.source):
        return
    marks = list(PART.finditer(unit.source))
    asked = {RANKS[mark["part"]]: mark["part"] for mark in marks if mark["part"].endswith("办")}
    said = {words.lower() for words in SAID.findall(unit.target)}
    if "支持" not in unit.source and SUPPORT.search(unit.target):
        said.add("support")
    if len(asked) > max(1, len(said)):
        message = N_("“{zh}” has no English of its own: host, organize and co-organize are three parts")
        yield check.finding(unit, message, zh=list(asked.values())[-1])
    elif len(marks) > 1 and not BEHIND.search(unit.target):
        bodies = sorted(_bodies(unit, terms, marks), key=lambda body: body.name.at or (0, 0))
        for number, two in enumerate(bodies):
            if any(_is_at_odds(one, two) for one in bodies[:number]):
                message = N_("“{words}” stands at {zh}, which has another part in the Chinese: {part}")
                zh, part = two.name.source, two.part
                yield check.finding(unit, message, two.words, words=two.words, zh=zh, part=part)
                return


def _is_at_odds(one: Body, two: Body) -> bool:
    """Tell whether two bodies of one part have two in the English, or two have one, or each has the other's.

    The first stands before the second in the English.
    """
    first, second = RANKS[one.part], RANKS[two.part]
    if first == second:
        return one.rank != two.rank
    words = one.words.lower(), two.words.lower()
    if words[0] == words[1]:
        return True
    is_other_usage = (one.part, two.part, *words) == OTHER_USAGE and one.name.start < two.name.start
    return (one.rank - two.rank) * (first - second) < 0 and not is_other_usage


def _bodies(unit: Unit, terms: Terms, marks: list[re.Match[str]]) -> Iterator[Body]:
    """Yield the bodies of the parts that stand in the English behind a word for a part."""
    words = list(ENGLISH.finditer(unit.target))
    for number, mark in enumerate(marks):
        if mark["label"]:
            end = marks[number + 1].start() if number + 1 < len(marks) else len(unit.source)
            stretch = mark.end(), min(end, _edge(unit.source, mark.end(), end))
        else:
            first = marks[number - 1].end() if number else 0
            edges = [edge.end() for edge in EDGE.finditer(unit.source, first, mark.start())]
            stretch = max([first, *edges]), mark.start()
        for c in unit.constraints:
            if c.at and stretch[0] <= c.start and c.end <= stretch[1] and _is_body(unit, terms, c):
                at = c.at[0]
                said = next((word for word in reversed(words) if word.end() <= at), None)
                if said and not re.search("[.;]", unit.target[said.end() : at]):
                    yield Body(c, mark["part"], said[0], int((said.lastgroup or "r0")[1:]))


def _edge(source: str, start: int, end: int) -> int:
    found = EDGE.search(source, start, end)
    return found.start() if found else end


def _is_body(unit: Unit, terms: Terms, c: Constraint) -> bool:
    entry = terms.glossary.preferred(c.source)
    is_named = entry.kind == "organization" if entry else c.kind == "term"
    return is_named and unit.source.count(c.source) == 1 and unit.target.count(c.target) <= 1


CHECKS: tuple[Check, ...] = (
    Check(
        "host-changed",
        N_("A body that hosts, organizes or co-organizes has another part in the English, or a part is lost"),
        Severity.ERROR,
        each_translated(changed),
        N_("wrong where the English says a part in other words than usual"),
        confidence=0.9,
    ),
)
