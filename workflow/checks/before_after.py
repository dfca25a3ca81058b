"""Find before and after exchanged at a date or a span of time: after the end of June for 6月底前, earlier for 三个月后."""

import re
from collections.abc import Iterator

from workflow.checks.base import Check, Span, each_translated
from workflow.checks.bounds import DENIAL
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Constraint, Unit

# Behind a date or a span of time; where a word goes on it is another one: 前往, 后期, 前三天.
BEFORE_ZH = re.compile(
    "(?:之前|以前|前(?![往来去期述后夕沿线任身景瞻所文面列排行方端言\\d一二三四五六七八九十几两半]|提(?![交出供升高前请])|进(?![行入])))"
)
AFTER_ZH = re.compile(
    "(?:之后|以后|以来|起(?![点伏草步码因来])|后(?![期续者来面勤备山院方代世裔\\d一二三四五六七八九十几两半]|进(?![行入])))"
)
# These are said of a date alone: 前八个月起 are eight months before.
SINCE = frozenset({"起", "以来"})
# What may stand between a date and that.
PART = re.compile("[底末初份]?")
SPAN = re.compile("(?:秒钟?|分钟|小时|钟头|[天周月年日]|星期|礼拜|学期|世纪|年半|个半月|工作日)$")
# English right before a date.
PART_EN = r"(?:the )?(?:(?:end|beginning|start|middle) of )?(?:this |next |last )?$"
AFTER_EN = re.compile(
    rf"(?<!until )\b(?P<word>after|since|following|(?:starting|beginning) (?:from|on|in)|as of|from) {PART_EN}",
    re.IGNORECASE,
)
BEFORE_EN = re.compile(
    rf"\b(?P<word>before|by|prior to|ahead of|(?:no|not) later than|up to|until|till) {PART_EN}",
    re.IGNORECASE,
)
UNTIL_DATE = re.compile("(?:截至|截止到?|截至到)(?:目前|今年|去年|当地时间)?[（(]?$")
SINCE_EN = re.compile(
    rf"\b(?P<word>(?<!ever )since|(?:starting|beginning) (?:from|on|in)|(?<!as )from) {PART_EN}",
    re.IGNORECASE,
)
# English right behind a span of time, and right before it.
LATER = re.compile(r",? (?:later|from now|after(?:wards?)?(?! \w+ing\b))\b")
EARLIER = re.compile(r",? (?:earlier|ago|previously|before(?! \w+ing\b)|prior)\b")
AFTER_SPAN = re.compile(r"\bafter $", re.IGNORECASE)
BEFORE_SPAN = re.compile(r"\bbefore $", re.IGNORECASE)
# A stretch of time before something is none counted back from it: they waited for three years before they moved.
LASTING = re.compile(r"\b(?:for|over|spent|took|takes?|another|within|in|least|than) $", re.IGNORECASE)

# A year, and what makes a limit of it: a part of it or 前 behind, a word of until before, a plan or a change in the sentence.
YEAR = re.compile(r"\d{4}年")
BY = re.compile(r"\b[Bb]y $")
SENTENCE = re.compile("[。；]")
PART_ZH = re.compile("(?:之|以)?前|度?[底末初]|止|[—-]")
UNTIL_ZH = re.compile("到|至|截|直")
AHEAD_ZH = re.compile(
    "[将要应已可若拟前]|如果|力争|争取|计划|预计|预测|目标|规划|有望|愿景|期限|承诺|达峰|中和|实现|接近|超过"
)


def exchanged(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every date or span of time that the Chinese has before and the English after, or the reverse."""
    for c in unit.constraints:
        zh, words = _turned(unit, c) if unit.source.count(c.source) == 1 else ("", "")
        if words and unit.target.count(words) == 1:
            message = N_("“{words}” turns “{zh}” the other way round")
            yield check.finding(unit, message, words, words=words, zh=zh)


def _turned(unit: Unit, c: Constraint) -> tuple[str, str]:
    """Return the Chinese of a time with 前 or 后 and the English that has it the other way round, empty where none has."""
    part = PART.match(unit.source, c.end) if c.kind == "date" else None
    end = part.end() if part else c.end
    before, after = BEFORE_ZH.match(unit.source, end), AFTER_ZH.match(unit.source, end)
    said = before or after
    until = UNTIL_DATE.search(unit.source, 0, c.start) if c.kind == "date" and c.at else None
    if until and not said:
        return unit.source[until.start() : c.end], _since(unit, c)
    if not said or not c.at:
        return "", ""
    found = (_of_date if c.kind == "date" else _of_span)(unit, c, said[0], back=before is not None)
    return unit.source[c.start : said.end()], unit.target[slice(*found)] if found else ""


def _since(unit: Unit, c: Constraint) -> str:
    """Return the English of a date that 截至 stands before where it begins something: since September 27."""
    start, end = c.at or (0, 0)
    since = SINCE_EN.search(unit.target[:start])
    return unit.target[since.start("word") : end] if since else ""


def _of_date(unit: Unit, c: Constraint, _said: str, *, back: bool) -> Span | None:
    start, end = c.at or (0, 0)
    found = (AFTER_EN if back else BEFORE_EN).search(unit.target[:start])
    return (found.start("word"), end) if found and not DENIAL.search(unit.target[: found.start()]) else None


def _of_span(unit: Unit, c: Constraint, said: str, *, back: bool) -> Span | None:
    if c.kind != "quantity" or not SPAN.search(c.source):
        return None
    if said in SINCE or unit.source[: c.start].endswith("前"):
        return None
    start, end = c.at or (0, 0)
    behind = (LATER if back else EARLIER).match(unit.target, end)
    if behind and not LASTING.search(unit.target[:start]):
        return start, behind.end()
    ahead = (AFTER_SPAN if back else BEFORE_SPAN).search(unit.target[:start])
    return (ahead.start(), end) if ahead and not DENIAL.search(unit.target[: ahead.start()]) else None


def made_a_limit(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every year in which something happened that the English makes a limit: by 2023 for 在2023年."""
    for c in unit.constraints:
        if not c.at or not YEAR.fullmatch(c.source) or unit.source.count(c.source) > 1:
            continue
        said = BY.search(unit.target, 0, c.at[0])
        clause = SENTENCE.split(unit.source[: c.start])[-1] + SENTENCE.split(unit.source[c.end :])[0]
        until = UNTIL_ZH.search(unit.source, max(0, c.start - 6), c.start)
        if said and not until and not PART_ZH.match(unit.source, c.end) and not AHEAD_ZH.search(clause):
            words = unit.target[said.start() : c.at[1]]
            message = N_("“{words}”: {zh} is in that year, not by then")
            yield check.finding(unit, message, words, words=words, zh=c.source)


CHECKS: tuple[Check, ...] = (
    Check(
        "time-reversed",
        N_("Before is after in the English at a date or a span of time, or after is before"),
        Severity.ERROR,
        each_translated(exchanged),
        N_("wrong where the English counts from the other end, such as by 2025 for 2026年前"),
        0.95,
    ),
    Check(
        "year-made-limit",
        N_("The English says by a year where the Chinese says in that year"),
        Severity.WARNING,
        each_translated(made_a_limit),
        N_("wrong where the Chinese means what had come about when that year was over"),
        0.9,
    ),
)
