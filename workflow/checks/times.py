"""A check on machine English for times that are told from the day of writing: last year, next month, the same period."""

import re
from collections.abc import Iterator

from workflow.checks.base import Check, each
from workflow.checks.unsaid import is_machine
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

# The Chinese, what English may have for it, and what the finding names. English names the season or the year instead
# (last winter, 2023), so a year in figures is enough.
TIMES: tuple[tuple[str, str, str], ...] = (
    (
        "(?:上年|去年|上一年|往年)同期",
        r"same|year[- ]on|year[- ]over|earlier|before|correspond|last|previous|period",
        "the same period",
    ),
    ("去年", r"last|previous|prior|preceding|past|before|earlier|ago|year[- ]o|20\d\d", "last year"),
    (
        r"今年(?![\d一二三四五六七八九十]+岁|\n)|本年度?",
        r"this|current|the year|year's|year-|so far|to date|20\d\d|annual|latest",
        "this year",
    ),
    ("明年|(?<![年以])来年", r"next|following|coming|later|after|20\d\d|upcoming", "next year"),
    ("前年", r"before|ago|20\d\d|previous", "the year before last"),
    ("上个?月", r"last|previous|preceding|prior|before", "last month"),
    ("本月|这个月", r"this|month", "this month"),
    ("下个?月(?!球)", r"next|following|coming|later", "next month"),
    ("上个?周(?![围边])", r"last|previous|past", "last week"),
    ("下周(?![围边])", r"next|following|coming", "next week"),
    ("年底|岁末", r"end|late|clos|december|conclu|close", "the end of the year"),
    (
        "年初(?![一二三四五六七八九十])",
        r"beginning|start|early|january|outset|first|turn",
        "the beginning of the year",
    ),
    ("年均(?![值可已衡有])", r"annual|year|per annum", "a year on average"),
    ("[日月]均(?![值可已衡有])", r"dail|day|month|24 hours", "a day on average"),
    (
        "连续(?=\n)",
        (
            r"consecutive|success|row|straight|running|back[- ]to|uninterrupt|contin|on end|non-?stop|run|each|every|streak|long|"
            r"throughout|for (?:the|\w+ (?:day|year|month|week|hour|night)s)"
        ),
        "in a row",
    ),
    ("未来(?=\n)", r"next|com|future|ahead|forth|follow|from now|by 20|over the", "in the coming years"),
    ("每年|逐年", r"year|annual|per annum|season|each|every", "every year"),
    ("每月|逐月", r"month", "every month"),
    ("每周(?![围边])", r"week|each|every|\w+days?\b", "every week"),
    (
        "平均(?!主义|分[担配摊]|值|水平|气温|地|线)",
        r"averag|mean|median|per|each|every|apiece|typical|equally|evenly",
        "on average",
    ),
    (
        "[户人]均(?=收入|可支配|纯收|国[内民]|GDP|水资源|用水|耕地|产值|占有|消费|面积|年|增收|绿地|\\n|每|约|不|超|达|仅)(?<![何持请标训]人均)",
        r"per|each|every|averag|a head|apiece|household|individual",
        "per capita",
    ),
    ("昨[天日晚]", r"yesterday|last|day before|previous", "yesterday"),
    ("次日|翌日|第二天", r"next|follow|after|second|later", "the next day"),
)
PATTERNS = tuple(
    (re.compile(zh), re.compile(rf"\b(?:{english})", re.IGNORECASE), name) for zh, english, name in TIMES
)
FREE = "\n"


def unsaid_times(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every such time for which the English has no word."""
    if not is_machine(unit):
        return
    source = list(unit.source)
    for c in unit.constraints:
        source[c.start : c.end] = FREE * (c.end - c.start)
    text = "".join(source)
    for zh, english, name in PATTERNS:
        match = zh.search(text)
        if match and not english.search(unit.target):
            message = N_("the English does not say {zh}, such as “{en}”")
            yield check.finding(unit, message, zh=match[0], en=name)
        text = zh.sub(lambda one: FREE * len(one[0]), text)


CHECKS: tuple[Check, ...] = (
    Check(
        "time-unsaid",
        N_("The machine's English leaves out when, or how often: last year, next month, on average"),
        Severity.WARNING,
        each(unsaid_times),
        N_("wrong where the English says the time in other words"),
        0.7,
    ),
)
