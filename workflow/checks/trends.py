"""Find a figure that goes the other way in English: down 12% for 偏多12%, six minutes slower for 快了6分钟."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from workflow.checks.base import Check
from workflow.checks.polarity import NOT, denies
from workflow.checks.scales import scales
from workflow.checks.wordbook import rows
from workflow.checks.words import LEXICON
from workflow.findings import Finding
from workflow.i18n import N_
from workflow.units import Constraint, Unit

# What may stand between the word and its figure: 上涨了约12%, 下调至5.5%, 降幅达10%.
LINK = "[了约近达为至到出过将超整足的仅是有]{0,4}"
# No such words before a figure are longer.
LONGEST = 20


@dataclass(frozen=True, slots=True)
class Way:
    """Hold one way of a change: its Chinese, before a figure and behind it, its English, and that with looser words."""

    words: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str] | None
    en: re.Pattern[str]
    loosely: re.Pattern[str]


@cache
def _ways() -> tuple[tuple[Way, Way], ...]:
    """Return the ways of data/ways.tsv in pairs, each with the words of its side in opposites.tsv."""
    more: dict[str, list[list[str]]] = {}
    for scale, before, en, *after in rows(LEXICON.with_name("ways.tsv")):
        more.setdefault(scale, []).append([before, en, *after])
    found = []
    for scale, ways in more.items():
        sides = zip(scales("opposites")[scale], ways, strict=True)
        one, other = (
            Way(
                re.compile(f"{side.zh}|{before}"),
                re.compile(f"({side.zh}|{before}){LINK}$"),
                re.compile(after[0]) if after and after[0] else None,
                re.compile(rf"\b(?:{side.en}|{en})\b"),
                re.compile(rf"\b(?:{side.english}|{en})\b"),
            )
            for side, (before, en, *after) in sides
        )
        found.append((one, other))
    return tuple(found)


# A single character is a word of change behind 比 or before 了 only: 比去年早一周, 快了6分钟.
SINGLE = re.compile("[多少快慢早晚迟长短]$")
COMPARED = re.compile("[比较]")
DENIED = re.compile(r"[不未没无非免]$")
MARK_ZH = re.compile("[，。；：！？、]")
MARK_EN = re.compile(r"[,;:.!?()]\s|\b(?:and|while|but|whereas|with|though|yet)\b")
# What says how exact a figure is, not which way it goes.
HEDGE = re.compile(r"\b(?:more|less|fewer) than (?:RMB|US\$|\$)? ?$")
THAN = re.compile(r"\b(?:more|less|fewer|greater|higher|lower) than\b|\bup to\b")
# A sum or measure that goes from one figure to another.
FIGURE = r"(?P<{}>(?:[A-Z]{{2,3}}\$? ?|US\$|\$|€|£)?\d[\d,]*(?:\.\d+)?)(?P<{}>%| ?[a-z]+)?"
RISES = (
    "rose|ris(?:e|es|en|ing)|increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|gr(?:ew|own|ows|owing)|climb(?:s|ed|ing)|"
    "exten(?:d|ds|ded|ding)|expand(?:s|ed|ing)?|lengthen(?:s|ed)?|widen(?:s|ed)?"
)
FALLS = (
    "fell|fall(?:s|en|ing)?|dropp(?:ed|ing)|drops|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing)|"
    "lower(?:s|ed|ing)|cut(?:s|ting)?|shorten(?:s|ed|ing)?|shr(?:ank|unk|inks?)|narrow(?:s|ed|ing)?|slash(?:ed|es)?"
)
MOVES = re.compile(
    rf"\b(?:(?P<up>{RISES})|(?P<down>{FALLS}))\b(?P<between>(?:(?!\b(?:and|while|but|whereas)\b)[^.,;:()\d]){{0,60}})"
    rf"\bfrom (?:about |around |over )?{FIGURE.format('one', 'unit')}(?:(?: [a-z]+){{0,3}}| in \d{{4}})"
    rf" to (?:about |around |over |only |just |more than |nearly )?{FIGURE.format('other', 'same')}(?![\d-])"
)
# Behind a range comes what it goes to: from 15 to 20 cubic meters per ton within three years to less than 10.
GOES_ON = re.compile(
    r"(?:(?: (?!and\b|while\b|but\b|whereas\b|to\b)[a-z]+){0,6}) to "
    r"(?:about |around |over |only |just |(?:more|less|fewer) than |nearly |below |under )?\d"
)
ORDER = frozenset("st nd rd th".split())


def at_figures(unit: Unit, check: Check) -> Iterator[Finding]:
    """Yield a finding for the first figure beside which the English has the opposite of what stands beside it in the Chinese."""
    figures = [c for c in unit.constraints if c.at and c.kind == "quantity"]
    for number, figure in enumerate(figures):
        for pair in _ways():
            for way, other in (pair, pair[::-1]):
                zh = _said(way, unit.source, figure)
                if not zh:
                    continue
                beside = _beside(unit.target, figures, number)
                wrong = other.en.search(beside)
                right = way.loosely.search(beside)
                opposite = wrong[0] if wrong and not right and not denies(beside) else ""
                opposite = opposite or _only_way(unit, figures, way, other)
                if opposite:
                    message = N_("“{zh}” goes the other way than “{en}”")
                    yield check.finding(unit, message, opposite, zh=zh, en=opposite)
                    return


def _only_way(unit: Unit, figures: Sequence[Constraint], way: Way, other: Way) -> str:
    """Return the word of the other way where the Chinese goes both ways (分别下降8%和增长12%) and the English that one alone."""
    if "分别" not in unit.source:
        return ""
    for at in (figure.at[0] for figure in figures if figure.at and _said(other, unit.source, figure)):
        # Of the part of the sentence that has the figure: another part may speak of something else.
        part = re.split("[;:]", unit.target[:at])[-1] + re.split("[;:]", unit.target[at:])[0]
        found = other.en.search(THAN.sub(" ", part))
        if found and not way.loosely.search(part) and not denies(part):
            return found[0]
    return ""


def _said(way: Way, source: str, figure: Constraint) -> str:
    """Return the words beside a figure that say this way, "" where none do."""
    first = max(0, figure.start - LONGEST)
    before = way.before.search(source, first, figure.start) if way.words.search(source) else None
    if before and not DENIED.search(source[: before.start()]):
        word = before[1]
        clause = MARK_ZH.split(source[: before.start()])[-1]
        if not SINGLE.fullmatch(word) or COMPARED.search(clause) or source[before.end(1) :][:1] == "了":
            return source[before.start() : figure.end]
    after = way.after.match(source, figure.end) if way.after else None
    return source[figure.start : after.end()] if after else ""


def _beside(english: str, figures: Sequence[Constraint], number: int) -> str:
    """Return the English around a figure, without its own, up to the next mark, joining word or other figure on both sides."""
    start, end = figures[number].at or (0, 0)
    ends = [c.at[1] for c in figures if c.at and c.at[1] <= start]
    starts = [c.at[0] for c in figures if c.at and c.at[0] >= end]
    low = max([0, *ends, *(mark.end() for mark in MARK_EN.finditer(english, 0, start))])
    high = min([len(english), *starts, *(mark.start() for mark in MARK_EN.finditer(english, end))])
    return f"{HEDGE.sub('', english[low:start])} … {english[end:high]}"


def against_its_figures(unit: Unit, check: Check) -> Iterator[Finding]:
    """Yield a finding where the English lets something rise from a greater to a smaller figure, or fall to a greater one.

    A range is one figure: it falls from 15 to 20 tons to less than 10.
    """
    held = [c.at for c in unit.constraints if c.at]
    for match in MOVES.finditer(unit.target) if "from " in unit.target else ():
        one_end, other_start = match.end("one"), match.start("other")
        if any(start < one_end and other_start < end for start, end in held) or GOES_ON.match(
            unit.target, match.end()
        ):
            continue
        unit_one, unit_other = ((match[name] or "").strip() for name in ("unit", "same"))
        if {unit_one, unit_other} & ORDER or (unit_one and unit_other and unit_one != unit_other):
            continue
        if unit_other in ("million", "billion", "trillion") and unit_one != unit_other:
            continue
        one, other = (_value(match[name]) for name in ("one", "other"))
        if one != other and (one < other) != bool(match["up"]) and not NOT.search(match["between"]):
            word = match["up"] or match["down"]
            message = N_("“{words}” does not go from {one} to {other}")
            yield check.finding(unit, message, word, words=word, one=match["one"], other=match["other"])


def _value(figure: str) -> float:
    return float(re.sub(r"[^\d.]", "", figure))
