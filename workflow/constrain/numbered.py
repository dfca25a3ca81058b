"""Numerals that count nothing by themselves: 三号闸门 (No. 3), 二等奖 (second prize), 百年一遇, 二比一, 六天五晚, 七八个.

Refused: pairs of digits that are no neighbours (三七), 一二 alone, 十有八九, 二三线 (tiers), 几号, and 号 in words (号召).
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache

from workflow.constrain.alternatives import either
from workflow.constrain.currencies import CURRENCIES, NO_WORD
from workflow.constrain.figures import ROMAN, figure_forms, ordinal_digits, ordinal_forms, spelled
from workflow.constrain.measures import CONVERTED_FIRST, COUNTERS, MEASURES
from workflow.constrain.numerals import HAN_DIGIT, ROMAN_FIGURES, number_value
from workflow.constrain.spans import neighbours, range_forms

Forms = tuple[str, ...]
_GRADES = {
    "类": ("Class", "Category", "Grade", "Type", "Annex", "Level"),
    "级": ("Level", "Grade", "Class", "Category"),
    "等": ("Grade", "Class", "Rank"),
    "型": ("Type",),
    "期": ("Phase", "Stage"),
}
_HAN = f"[{HAN_DIGIT}十百千万]"
_DIGIT = "[一二两三四五六七八九]"
_FREE = rf"(?<![{HAN_DIGIT}十百千万亿第几数\d.])"

RETURN_PERIOD = re.compile(rf"(?P<number>\d{{1,5}}|{_HAN}{{1,4}})年一遇")
PRIZE = re.compile("(?P<rank>[一二三四])等奖")
NUMBERED = re.compile(
    rf"{_FREE}(?<![了编大小])(?P<number>{_HAN}{{1,3}})号(?![称召码角叫令子外航手牌脉旗声兵笛数志])"
)
GRADE = re.compile(
    rf"(?P<worse>劣)?(?P<low>[{ROMAN_FIGURES}])(?:(?:[-—–~～－至到]|类至|类[-—])(?P<high>[{ROMAN_FIGURES}]))?(?P<kind>[类级等型期])(?![比人腰])"
)
RATIO = re.compile(rf"{_FREE}(?P<sides>{_HAN}{{1,4}}(?:比{_HAN}{{1,4}}){{1,2}})(?![较例拼赛如分])")
NIGHTS = re.compile(rf"(?<=[天日])(?P<number>\d{{1,3}}|{_HAN}{{1,3}})[夜晚宿](?![间上里])")
_SIZE = "[十百千]?万|[十百千]亿|[十百千万亿]"
_THINGS = "倍|级|处|度|人|辆|艘|位|头|桶|船|车|寸|点钟"
PAIR = re.compile(
    rf"(?=[一二两三四五六七八九十]){_FREE}(?<!十有)(?P<teen>{_DIGIT}?十)?(?P<low>{_DIGIT})(?P<high>{_DIGIT})(?:(?P<size>{_SIZE})(?!年代))?"
    rf"(?:(?P<unit>{either(MEASURES)}|{either(CURRENCIES)}){NO_WORD}|(?P<share>成(?![群千百万上为立]))|(?={either(COUNTERS)}|{_THINGS}))"
)
# Spans of time are read by rough_times.
_TIME = re.compile("个?(?:小时|钟头|月|星期|学期|世纪)|分钟|秒|天|周|年")


def read_return_period(match: re.Match[str]) -> Forms:
    """Read 百年一遇 as once in 100 years, a century, or a return period of that."""
    number = match["number"]
    value = number_value(f"一{number}" if number in "百千万" else number)
    if value is None:
        return ()
    figures = figure_forms(value, words_first=True)
    joined = [figure.replace(" ", "-") for figure in figures]
    names = {10: "decade", 100: "century", 1000: "millennium"}
    idioms = [
        f"once{gap}in{gap}a{gap}{name}" for size, name in names.items() if size == value for gap in "- "
    ]
    years = [f"once-in-{figure}-years" for figure in joined] + [
        f"once in {figure} years" for figure in figures
    ]
    years += [f"once every {figure} years" for figure in figures]
    years += [f"{one}-in-{figure}{tail}" for figure in joined for one in ("1", "one", "once", "once-in-a")
              for tail in ("-year", "-years")]  # fmt: skip
    years += [f"once-in-a-{figure}-year" for figure in joined] + [f"{figure}-year" for figure in joined]
    years += [f"{figure} years" for figure in figures]
    return (*years, *idioms, *(["once-a-year", "annual"] if value == 1 else []))


def read_prize(match: re.Match[str]) -> Forms:
    """Read 二等奖 as second prize."""
    number = int(number_value(match["rank"]) or 0)
    names = [
        f"{one}{gap}{what}" for what in ("prize", "place") for one in ordinal_forms(number) for gap in " -"
    ]
    names += [f"{one}-class award" for one in ordinal_forms(number)]
    return (*names, *(f"{name}s" for name in names))


def read_numbered(match: re.Match[str]) -> Forms:
    """Read 三号 as No. 3; the figure, the Roman one and the day of a month are right as well."""
    value = number_value(match["number"])
    if value is None:
        return ()
    number = int(value)
    roman = (ROMAN[number],) if 1 < number <= 10 else ()
    if match.string.endswith("月", 0, match.start()):
        return (f"the {ordinal_digits(number)}", *ordinal_forms(number), str(number))
    words = (spelled(number),) if 0 < number <= 20 else ()
    return (
        f"No. {number}",
        f"Number {number}",
        str(number),
        *roman,
        ordinal_digits(number),
        *words,
        *ordinal_forms(number),
    )


def read_grade(match: re.Match[str]) -> Forms:
    """Read Ⅲ类 as Class III, Ⅰ—Ⅲ类 as Class I-III, 劣Ⅴ类 as worse than Class V."""
    low, high = (_roman(match[name]) for name in ("low", "high"))
    shown = [low] if not high else [f"{low}{join}{high}" for join in ("-", " to ", " through ")]
    if high and ROMAN.index(high) == ROMAN.index(low) + 1:
        shown += [f"{low}{join}{high}" for join in (" and ", " or ")]
    forms = [f"{word}{end} {one}" for word in _GRADES[match["kind"]] for end in ("", "es" if word == "Class" else "s")
             for one in shown]  # fmt: skip
    if match["worse"]:
        return tuple(
            f"{than} {form}"
            for than in ("worse than", "inferior to", "below", "poorer than")
            for form in forms
        )
    return (*forms, *shown)


def _roman(text: str | None) -> str:
    return ROMAN[ROMAN_FIGURES.index(text) + 1] if text else ""


def read_ratio(match: re.Match[str]) -> Forms:
    """Read 二比一 as two to one, 2:1, and a score of 2-1."""
    sides = [number_value(side) for side in match["sides"].split("比")]
    figures = [str(int(side)) for side in sides if side is not None]
    if len(figures) != len(sides) or "0" in figures:
        return ()
    words = [figure_forms(Decimal(figure), words_first=True)[0] for figure in figures]
    joined = [mark.join(side) for mark in (" to ", "-to-", "-", ":") for side in (words, figures)]
    return tuple(dict.fromkeys(joined))


def read_nights(match: re.Match[str]) -> Forms:
    """Read the nights of 六天五晚."""
    value = number_value(match["number"])
    same = match.string.endswith(match["number"], 0, match.start() - 1)  # three days and nights
    return () if value is None or same else tuple(
        f"{figure}{gap}{night}" for figure in figure_forms(value, words_first=True)
        for gap in " -" for night in ("nights", "night")
    )  # fmt: skip


def read_pair(match: re.Match[str]) -> Forms:
    """Read neighbouring digits as a range: 七八个 seven or eight, 四五十吨 40 to 50 tons, 两三成 20% to 30%."""
    pair, unit = neighbours(match), match["unit"] or match["share"] or ""
    if pair is None or unit in CONVERTED_FIRST or _TIME.match(match.string, match.end()):
        return ()
    if pair[0] == 1 and not match["unit"]:
        return ()
    forms = _pair_forms(*pair, unit)
    said_once = match["unit"] and match.string.count(unit) > 1  # from one or two meters to eight or nine
    return (*forms, *_pair_forms(*pair, "")) if said_once else forms


@lru_cache(maxsize=512)
def _pair_forms(low: int, high: int, unit: str) -> Forms:
    def figures(value: Decimal) -> Forms:
        return figure_forms(value, words_first=not unit)

    templates: tuple[str, ...] = ("{}",)
    if unit == "成":
        low, high, templates = low * 10, high * 10, ("{}%", "{} percent", "{} per cent")
    elif unit in MEASURES:
        measure = MEASURES[unit]
        templates = tuple(f"{{}} {name}" for name in (measure.many, measure.one, *measure.symbols))
    elif unit:
        templates = CURRENCIES[unit].forms
    forms = [*range_forms(Decimal(low), Decimal(high), templates, figures)]
    if high < 20 and high - low == 1 and not unit:
        forms.sort(key=lambda form: " or " not in form)
    if high <= 5 and unit != "成":
        forms += [template.format(few) for template in templates for few in ("several", "a few", "few")]
    return tuple(dict.fromkeys(forms))


RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Forms], str], ...] = (
    (RETURN_PERIOD, read_return_period, "遇"),
    (PRIZE, read_prize, "奖"),
    (NUMBERED, read_numbered, "号"),
    (GRADE, read_grade, "类级等型期"),
    (RATIO, read_ratio, "比"),
    (NIGHTS, read_nights, "夜晚宿"),
    (PAIR, read_pair, "一二三四五六七八九"),
)


def find_numbered(text: str) -> Iterator[tuple[int, int, Forms]]:
    """Yield start, end and English forms of each such numeral."""
    characters = frozenset(text)
    for pattern, read, marks in RULES:
        if not characters.isdisjoint(marks):
            for match in pattern.finditer(text):
                forms = read(match)
                if forms:
                    yield match.start(), match.end(), forms
