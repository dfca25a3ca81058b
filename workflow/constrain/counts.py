"""Counted things, ratios and dotted numbers, with their English; what is a count and what is a set phrase."""

import re
from decimal import Decimal

from workflow.constrain.approximate import DOZEN
from workflow.constrain.figures import figure_forms, fraction_forms, spelled
from workflow.constrain.measures import COUNTERS
from workflow.constrain.spans import Reading, bounds, either, hedged, range_pattern, span_forms

COUNT = re.compile(range_pattern(r"(?!)", required=False))
CODE = re.compile(r"(?<![\d.])第?\d{1,3}(?:\.\d{1,3}){2,4}(?![\d.])")
RATIO = re.compile(
    r"(?<![\d.:∶])\d{1,6}(?:\.\d{1,4})?(?:\s?[:：∶/比]\s?\d{1,6}(?:\.\d{1,4})?){1,3}(?![\d:.])"
)
_COUNTED = re.compile(either(COUNTERS))
_TWO_SIDES = re.compile("[国人省市县州]|位数")
_OLD_UNIT = re.compile(
    "斤|块(?:钱|[一二三四五六七八九])|周[围边]|[+]|里(?!程)|尺|丈|石米|时辰|华里|旬|秩|两(?:银|重)"
)  # converted in English: 七百斤 is 350 kilograms
_HALF = re.compile(r"(?:个|点|年|天|小时|岁|倍|公里|米)?半")
_NOT_YEAR = re.compile(
    r"年级|年生|人称|国演义|国志|国集团|轮车|轮摩托|个字|大队|大洋|条腿|次元|次污染|次电池|次供水|次利用|次包装|级|把手|手|家村|只眼|道贩子"
)
# A figure before these is a name, not a count: 5号, 3号楼, 2级.
_NUMBERED = re.compile("号|级|室|楼|栋|路|线|期|版")
_LIST = re.compile(r"[、和与及]")
_CLAUSE = re.compile(r"[，。；：！？,;:!?（）()“”《》\n]")


def read_count(match: re.Match[str]) -> Reading | None:
    """Read a count, or return None where the numeral belongs to a word or set phrase."""
    low, high = bounds(match)
    if high is None or not _is_count(match, high):
        return None

    numbered = bool(_NUMBERED.match(match.string, match.end()))

    def forms(value: Decimal) -> tuple[str, ...]:
        return figure_forms(value, words_first=not numbered)

    cores = span_forms(low, high, forms)
    extra = _special(match.string, match.end(), high) + (DOZEN if high == 10 and match["more"] else ())
    return Reading(hedged(match, cores) + extra)


def _is_count(match: re.Match[str], value: Decimal) -> bool:
    text, end = match.string, match.end()
    hedged = any(match.groupdict().get(name) for name in ("more", "after"))
    if match["number"] == "十" and text.startswith("个", match.start() - 1):
        return False  # 上一个十年
    if (
        (_HALF.match(text, end) and not hedged)
        or _OLD_UNIT.match(text, end)
        or text.startswith("每", match.start() - 1)
    ):
        return False
    if match["number"][0].isascii():
        return value > 1 or not "\u4e00" <= text[end : end + 1] <= "\u9fff"
    if (
        value < 2
        or match["number"] == "二"
        or (value == 2 and _TWO_SIDES.match(text, end))
        or (_NOT_YEAR.match(text, end) and value <= 10)
    ):
        return False
    if value > 10 or "点" in match["number"]:
        return "点" not in match["number"] and match["number"] != "十一" and not _is_set_phrase(match)
    if not _COUNTED.match(text, end) and not hedged:
        return False
    return not (hedged and not match["more"]) and not _sums_up_a_list(text, match.start(), value)


def _is_set_phrase(match: re.Match[str]) -> bool:
    number = match["number"]
    return number[0] in "千万亿百" or (set(number) <= set("百千万亿十两") and len(number) > 2)


def _sums_up_a_list(text: str, start: int, value: Decimal) -> bool:
    # 水、气、土三个领域: English names the three and often leaves the number out.
    clause = text[max(0, start - 80) : start]
    cut = max((match.end() for match in _CLAUSE.finditer(clause)), default=0)
    return len(_LIST.findall(clause[cut:])) + 1 >= value


def _special(text: str, end: int, value: Decimal) -> tuple[str, ...]:
    """Return the words English has of its own for a number and its counter: twice, a decade, a dozen."""
    if value == 2 and text.startswith("次", end):
        return ("twice", "both")
    if value == 3 and text.startswith("次", end):
        return ("thrice",)
    if value % 10 == 0 and value <= 90 and text.startswith("年", end):
        decades = f"{spelled(int(value) // 10)} decades"
        return ("a decade", "decade") if value == 10 else (decades,)
    if value == 2 and not text.startswith("年", end):
        return ("both", "a pair of", "a couple of", "dual")
    if value == 12:
        return ("a dozen", "dozen")
    return ()


def read_code(match: re.Match[str]) -> Reading:
    """Read a dotted number such as 5.1.2, which stays."""
    return Reading((match[0].removeprefix("第"),))


def read_ratio(match: re.Match[str]) -> Reading | None:
    """Read a ratio or a fraction in figures: 1:4, 1比4, 1/3."""
    figures = re.split(r"\s?[:：∶/比]\s?", match[0])
    marks = ("/", ":", " to ") if "/" in match[0] else (":", "/", " to ", "-")
    forms = [mark.join(figures) for mark in marks]
    if (
        "/" in match[0]
        and len(figures) == 2
        and match[0].replace("/", "").isdigit()
        and 0 < int(figures[0]) < int(figures[1])
    ):
        forms += fraction_forms(int(figures[0]), int(figures[1]))
    return Reading(tuple(dict.fromkeys(forms)))
