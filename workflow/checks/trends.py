"""Find a figure that goes the other way in English: down 12% for 偏多12%, six minutes slower for 快了6分钟."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.checks.base import Check
from workflow.checks.polarity import NOT
from workflow.findings import Finding
from workflow.i18n import N_
from workflow.units import Constraint, Unit

# What may stand between the word and its figure: 上涨了约12%, 下调至5.5%, 降幅达10%.
LINK = "[了约近达为至到出过将超整足的仅是有]{0,4}"
UP = (
    r"up|ris(?:e|es|en|ing)|rose|increas\w*|rais\w*|grow\w*|grew|gain\w*|climb\w*|more|higher|above|exceed\w*|"
    r"surplus|extra|add\w*|widen\w*|expan\w*|greater|larger|surpass\w*|beyond|improv\w*|upward\w*|heavier|wetter|upped"
)
DOWN = (
    r"down|fall(?:s|en|ing)?|fell|drop\w*|declin\w*|decreas\w*|reduc\w*|lower\w*|less|fewer|below|under|cut\w*|shortfall|"
    r"short of|shr[aiu]nk\w*|narrow\w*|sav\w+|smaller|loss|lost|downward\w*|deficit|slash\w*|eas\w+|reced\w*|drier|slump\w*"
)


@dataclass(frozen=True, slots=True)
class Way:
    """Hold one way of a change: its Chinese before a figure and behind it, and its English, of whole words."""

    before: str
    after: str
    en: str


WAYS: tuple[tuple[Way, Way], ...] = (
    (
        Way(
            "增长|增加|增产|增收|增幅|涨幅|升幅|上涨|上升|上调|回升|攀升|提高|提升|偏多|偏高|偏大|多出|高出|高于|大于|扩大|"
            "升高|涨了|多了|高了|多",
            "的?(?:增长|增幅|涨幅|升幅)",
            UP,
        ),
        Way(
            "下降|下跌|下滑|下调|减少|减产|减收|降幅|跌幅|减幅|降低|回落|偏少|偏低|偏小|少于|低于|小于|缩小|缩减|削减|"
            "降了|少了|低了|少",
            "的?(?:降幅|跌幅|减幅)",
            DOWN,
        ),
    ),
    (
        Way(
            "快",
            "",
            r"faster|quicker|sooner|earlier|less|quick\w*|speed\w*|ahead|cut\w*|shorter|sav\w+|reduc\w*",
        ),
        Way("慢", "", r"slower|later|longer|behind|more|slow\w*|delay\w*"),
    ),
    (
        Way("早|提前|提早", "", r"earlier|early|ahead|before|sooner|advanc\w*|prior|beforehand|forward"),
        Way("晚|推迟|延迟|延后|推后|迟", "", r"later?|delay\w*|postpon\w*|after|behind|defer\w*|push\w*"),
    ),
    (
        Way(
            "延长|长",
            "",
            r"longer|exten\w*|prolong\w*|lengthen\w*|long|more|additional|extra|another|further",
        ),
        Way("缩短|短", "", r"shorter|short\w*|reduc\w*|cut\w*|less|fewer|faster|sav\w+|down|trim\w*"),
    ),
)
# A single character is a word of change behind 比 or before 了 only: 比去年早一周, 快了6分钟.
SINGLE = re.compile("[多少快慢早晚迟长短]$")
COMPARED = re.compile("[比较]")
DENIED = re.compile(r"[不未没无非免]$")
MARK_ZH = re.compile("[，。；：！？、]")
MARK_EN = re.compile(r"[,;:.!?()]\s|\b(?:and|while|but|whereas|with|though|yet)\b")
# What says how exact a figure is, not which way it goes.
HEDGE = re.compile(r"\b(?:more|less|fewer) than (?:RMB|US\$|\$)? ?$")
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
ORDER = frozenset("st nd rd th".split())


def at_figures(unit: Unit, check: Check) -> Iterator[Finding]:
    """Yield a finding for the first figure beside which the English has the opposite of what stands beside it in the Chinese."""
    figures = [c for c in unit.constraints if c.at and c.kind == "quantity"]
    for number, figure in enumerate(figures):
        for pair in WAYS:
            for way, other in (pair, pair[::-1]):
                zh = _said(way, unit.source, figure)
                if not zh:
                    continue
                beside = _beside(unit.target, figures, number)
                wrong = re.search(rf"\b(?:{other.en})\b", beside)
                right = re.search(rf"\b(?:{way.en})\b", beside)
                if wrong and not right and not NOT.search(beside):
                    message = N_("“{zh}” goes the other way than “{en}”")
                    yield check.finding(unit, message, wrong[0], zh=zh, en=wrong[0])
                    return


def _said(way: Way, source: str, figure: Constraint) -> str:
    """Return the words beside a figure that say this way, "" where none do."""
    before = re.search(f"({way.before}){LINK}$", source[: figure.start])
    if before and not DENIED.search(source[: before.start()]):
        word = before[1]
        clause = MARK_ZH.split(source[: before.start()])[-1]
        if not SINGLE.fullmatch(word) or COMPARED.search(clause) or source[before.end(1) :][:1] == "了":
            return source[before.start() : figure.end]
    after = re.match(way.after, source[figure.end :]) if way.after else None
    return source[figure.start : figure.end + after.end()] if after else ""


def _beside(english: str, figures: Sequence[Constraint], number: int) -> str:
    """Return the English around a figure, without its own, up to the next mark, joining word or other figure on both sides."""
    start, end = figures[number].at or (0, 0)
    ends = [c.at[1] for c in figures if c.at and c.at[1] <= start]
    starts = [c.at[0] for c in figures if c.at and c.at[0] >= end]
    low = max([0, *ends, *(mark.end() for mark in MARK_EN.finditer(english, 0, start))])
    high = min([len(english), *starts, *(mark.start() for mark in MARK_EN.finditer(english, end))])
    return f"{HEDGE.sub('', english[low:start])} … {english[end:high]}"


def against_its_figures(unit: Unit, check: Check) -> Iterator[Finding]:
    """Yield a finding where the English lets something rise from a greater to a smaller figure, or fall to a greater one."""
    for match in MOVES.finditer(unit.target):
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
