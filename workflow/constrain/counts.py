"""Counted things, ratios and dotted numbers, with their English; what is a count and what is a set phrase.

Refused: 一 (an article), 一些, words (三亚, 十分, 万一, 千方百计, 三三两两, 二氧化碳), names of
numbered things (三级, 七人制, 四所), sums of a list (水、气、土三个领域, 中老缅泰四国), units that English converts (七百斤),
halves (两年半), 四周 where it may be around, exchange rates, and 每一百下 (every hundred).
"""

import re
from decimal import Decimal

from workflow.constrain.alternatives import either
from workflow.constrain.approximate import DOZEN
from workflow.constrain.figures import ROMAN, figure_forms, fraction_forms, grouped, ordinal_forms, spelled
from workflow.constrain.measures import COUNTERS, MORE_COUNTERS
from workflow.constrain.numerals import HAN_DIGIT, SCALE, number_value
from workflow.constrain.spans import (
    OTHER_WORD,
    Reading,
    bounds,
    hedge_before,
    hedged,
    range_pattern,
    spoken,
)

# What is counted may stand between a figure and its bound: 300头以上, 20人左右.
BOUND = "及?以[上下]|左右|上下|[以之]内|有余|之多"
COUNT = re.compile(
    range_pattern(
        rf"(?:{either((*COUNTERS, *MORE_COUNTERS))})(?=(?:{BOUND})(?!{OTHER_WORD}))", required=False
    )
)
SMALL = 10
_WHATS = {
    "人": ("people", "persons"),
    "户": ("households",), "国": ("countries",), "县": ("counties",), "省": ("provinces",), "次": ("times",),
    "家": ("companies",), "头": ("head", "animals"), "字": ("words", "characters"),
}  # fmt: skip
CODE = re.compile(r"(?<![\d.])第?\d{1,3}(?:\.\d{1,3}){2,4}(?![\d.])")
_SIDE = rf"\d{{1,6}}(?:\.\d{{1,4}})?{SCALE}?"
RATIO = re.compile(rf"(?<![\d.:∶]){_SIDE}(?:\s?[:：∶/比]\s?{_SIDE}){{1,3}}(?![\d:.])")
# “3030”目标 is 30 by 30: 30 percent of land and sea by 2030.
BY = re.compile(r"(?<!\d)(?P<share>[1-9]0)[·x×]?(?P<year>[2-9]0)(?=[”\"’]?(?:行动)?目标)")
_COUNTED = re.compile(either(COUNTERS))
_POINTS = re.compile(
    "点(?:建议|意见|要求|体会|看法|主张|启示|认识|希望|想法|倡议|共识|不足|措施|经验|原因|理由|结论|教训)"
)
_TWO_SIDES = re.compile("[国人省市县州]|位数")
_OLD_UNIT = re.compile(
    "斤|[角毛](?![^钱，。；、])|分钱|块(?:钱|[一二三四五六七八九])|周[围边]|[+]|里(?!程)|尺|丈|石米|时辰|华里|旬|秩|折(?![线叠腾射])|两(?:银|重)"
)  # converted in English: 七百斤 is 350 kilograms
_HALF = re.compile(r"(?:个|点|年|天|小时|岁|倍|公里|米)?半")
# What is no count after a numeral of one digit, by kind.
_NO_COUNT = re.compile(
    "|".join(
        (
            r"年级|年生|年期|年[三五]载|级|人称",
            r"国演义|国志|国集团|家村|大队|大洋|部曲|步曲",
            r"轮车|轮摩托|人制|次元|次污染|次电池|次供水|次利用|次包装",
            r"个[大小金红]?字|条腿|把手|手|只眼|道贩子|天两头|步并",
            r"所(?!有|[大中小学])",
        )
    )
)
# 四周 is around where nothing says that weeks are counted.
_AROUND = re.compile("周(?![年内后前时间以左里来]|会议|培训)")
_LASTING = re.compile("(?:为期|历时|长达|持续|连续|过去|未来|约|近|共|每)$")
# 一式两份, 初三, 三步并作两步, 三天两头
_PHRASE_BEFORE = re.compile("(?:一式|初|并作|三天|七老)$")
_MOTTO = re.compile("字(?:建议|方针|诀|原则|口诀|真言|格言|箴言|要求|经验|工作)")
# A figure before these is a name, not a count: 5号, 3号楼, 2级.
_NUMBERED = re.compile("号|级|室|楼|栋|路|线|期|版")
_CONGRESS = re.compile("大(?=以来|报告|精神|召开|提出|作出|部署)")  # 党的十八大
_TERRITORIES = {
    "国": ("country", "countries"), "省": ("province", "provinces"), "县": ("county", "counties"),
}  # fmt: skip
_AND_ONES = re.compile(f"有[{HAN_DIGIT}]")
_LIST_MARK = re.compile(r"[.．、)）](?![\d\ufffc])")
_LIST = re.compile(r"[、和与及]")
_CLAUSE = re.compile(r"[，。；：！？,;:!?（）()“”《》\n]")
# One-character names of countries, provinces and seas: 中老缅泰四国 names the four.
_SHORT_NAMES = "中老缅泰柬越日韩俄美英法德印蒙新马菲京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云滇黔藏陕甘青宁新港澳台蜀"
# What makes the numeral after it an ordinal: days of the moon (农历初一、十五), 小数点后三位, and another ordinal, which
# is masked by then: 第二、三年.
_BIRTHDAY = re.compile("周?岁的?(?:生日|寿辰|诞辰|大寿|华诞|冥诞)|大寿|华诞|寿辰|冥诞")
_NTH_BEFORE = re.compile(
    "(?:农历(?:每月)?[初一二三四五六七八九十、和与及至]{0,6}|[正二三四五六七八九十冬腊]月|小数点后|\ufffc[、和至到])$"
)


def read_count(match: re.Match[str]) -> Reading | None:
    """Read a count, or return None where the numeral belongs to a word or set phrase."""
    low, high = bounds(match)
    if high is None or not _is_count(match, high):
        return None
    if match["number"][0] == "0" and match["number"].isdigit():  # 编号05
        return Reading((match["number"],))
    if _orders(match):
        return Reading((str(high), ROMAN[int(high)]) if high < len(ROMAN) else (str(high),))
    numbered = bool(_NUMBERED.match(match.string, match.end()))

    def figures(value: Decimal) -> tuple[str, ...]:
        return figure_forms(value, words_first=not numbered)

    if match["unit"]:  # 100人以上 is 100 people or more as well
        nouns = tuple(f"{{}} {noun}" for noun in _WHATS.get(match["unit"][-1], ()))
        twice = hedged(match, ("twice",)) if match["unit"] == "次" and low is None and high == 2 else ()
        forms = spoken(match, (low, high), ("{}", *nouns), figures) + twice
        if match["after"][-2:] == "以上" and high <= SMALL:  # of few the figure itself counts: two or more
            forms = tuple(sorted(forms, key=lambda form: not form.startswith("at least")))
        return Reading(forms)
    extra = special_forms(match, high) + (DOZEN if high == 10 and match["more"] else ())
    more = hedged(match, extra) if match["more"] or hedge_before(match) else ()
    return Reading(spoken(match, (low, high), ("{}",), figures) + more + extra)


def _orders(match: re.Match[str]) -> bool:
    """Tell whether a figure at the head of a text is the number of an item of a list: 1. 统一方法, （2）."""
    text, start, end = match.string, match.start(), match.end()
    if text[:start].strip(" （("):
        return False
    return bool(_LIST_MARK.match(text, end) if start == text.find(match["number"]) else None)


def _is_count(match: re.Match[str], value: Decimal) -> bool:
    text, end, number = match.string, match.end(), match["number"]
    before = text[max(0, match.start() - 6) : match.start()]
    hedged = bool(match["more"] or match["after"])
    if number == "十" and before.endswith("个"):
        return False  # 上一个十年
    if (_HALF.match(text, end) and not hedged) or _OLD_UNIT.match(text, end) or before.endswith("每"):
        return False
    if text[end : end + 1].isascii() and text[end : end + 1].isalpha():  # 5G
        return False
    if number[0].isascii():
        return value > 1 or not ("\u4e00" <= text[end : end + 1] <= "\u9fff" or hedged)
    if (
        value < 2
        or number == "二"
        or is_spelled_out(number)
        or (value == 2 and _TWO_SIDES.match(text, end))
        or _PHRASE_BEFORE.search(before)
    ):
        return False
    if match["unit"]:
        return True
    if number == "四" and around(text, end, before):
        return False
    if (value <= 10 and _NO_COUNT.match(text, end)) or _MOTTO.match(text, end):
        return False
    if value > 10 or "点" in number:
        return (
            "点" not in number
            and not _CONGRESS.match(text, end)
            and number != "十一"
            and not _is_set_phrase(match, before)
        )
    if not _COUNTED.match(text, end) and not _POINTS.match(text, end) and not hedged:
        return False
    if hedged and (not match["more"] or value < 10):  # 三多三少
        return False
    return not sums_up_a_list(text, match.start(), int(value))


def is_spelled_out(number: str) -> bool:
    """Tell whether Han digits stand side by side as words or a code: “一二三四”工作法, 一三五七月, no 1,234."""
    return len(number) > 1 and set(number) <= set(HAN_DIGIT)


def _is_set_phrase(match: re.Match[str], before: str) -> bool:
    number = match["number"]
    if number[0] in "千万亿百" or (set(number) <= set("百千万亿十两") and len(number) > 2):
        return True
    # 每一百下 is every hundred, 八十有四 is 84.
    return (number[0] == "一" and "每" in before) or bool(_AND_ONES.match(match.string, match.end()))


def around(text: str, end: int, before: str) -> bool:
    """Tell whether 四, which ends at a place of a text, is that of 四周, on all sides: nothing says that weeks are counted."""
    return bool(_AROUND.match(text, end)) and not _LASTING.search(before)


def sums_up_a_list(text: str, start: int, value: int) -> bool:
    """Tell whether a number counts up what stands before it: English names the three of 水、气、土三个领域, 川滇黔三省."""
    if value > 1 and start >= value and set(text[start - value : start]) <= set(_SHORT_NAMES):
        return True
    clause = text[max(0, start - 80) : start]
    cut = max((match.end() for match in _CLAUSE.finditer(clause)), default=0)
    return len(_LIST.findall(clause[cut:])) + 1 >= value


def special_forms(match: re.Match[str], value: Decimal) -> tuple[str, ...]:
    """Return the words English has of its own for a number and what it counts: twice, a decade, the fourth consecutive."""
    text, end = match.string, match.end()
    if value != value.to_integral_value() or not 2 <= value <= 9000:
        return ()
    ordinals = ordinal_forms(int(value))
    before = text[max(0, match.start() - 8) : match.start()]
    forms: list[str] = []
    if before.endswith("连续"):  # 连续四个月: for the fourth consecutive month
        forms += [f"{form} {word}" for form in ordinals for word in ("consecutive", "straight", "successive")]
    nth = (
        text.startswith(("层", "楼"), end)
        or (text.startswith("号", end) and "月" in before)
        or (text.startswith("次", end) and "才" in text[end : end + 6])
    )
    if nth or _NTH_BEFORE.search(before) or _BIRTHDAY.match(text, end):
        forms += ordinals
    return (*forms, *_idioms(text, end, value, before))


def _idioms(text: str, end: int, value: Decimal, before: str) -> tuple[str, ...]:
    after = text[end : end + 2]
    if after[:1] == "年":
        return years_in_words(value, before)
    if after[:1] in _TERRITORIES and value <= 20:
        one, many = _TERRITORIES[after[:1]]
        three = ("trilateral", "tri-border") if value == 3 and one == "country" else ()
        return (f"the {many}", f"each {one}", f"all {many}", *three)
    if after[:1] in ("类", "级") and value <= 10:
        roman = ROMAN[int(value)]
        return (
            *(f"{name} {shown}" for name in ("Class", "Grade", "Category") for shown in (roman, value)),
            roman,
        )
    if after[:1] == "号" and value <= 10 and len(ROMAN[int(value)]) > 1:
        return (ROMAN[int(value)],)
    if value == 2:
        return ("both", "twice") if after[:1] == "次" else ("both", "a pair of", "a couple of", "dual")
    if value == 3 and after[:1] == "次":
        return ("thrice",)
    return ("a dozen", "dozen") if value == 12 else ()


def years_in_words(value: Decimal, before: str) -> tuple[str, ...]:
    """Return decades, centuries and millennia where a number of years makes a whole number of them, at most nine."""
    forms: list[str] = ["decades"] if value == 10 and before.endswith("以") else []
    for size, one, many in (
        (10, "decade", "decades"),
        (100, "century", "centuries"),
        (1000, "millennium", "millennia"),
    ):
        if value % size == 0 and value // size < 10:
            count = int(value) // size
            forms += [f"a {one}", one] if count == 1 else [f"{spelled(count)} {many}"]
    return tuple(forms)


def read_code(match: re.Match[str]) -> Reading:
    """Read a dotted number such as 5.1.2, which stays."""
    return Reading((match[0].removeprefix("第"),))


def read_by(match: re.Match[str]) -> Reading:
    """Read a target of a share by a year: 3030 is 30 by 30."""
    share, year = match["share"], match["year"]
    return Reading(
        (f"{share} by {year}", f"{share}x{year}", f"{share}×{year}", f"{share}-{year}", share + year)
    )


def read_ratio(match: re.Match[str]) -> Reading | None:
    """Read a ratio, a scale or a fraction in figures: 1:4, 1比4, 1:5万, 1/3; an exchange rate gives None."""
    if match.string.startswith("号", match.end()):  # 第5/14号决议
        return Reading((match[0],))
    if "汇率" in match.string[max(0, match.start() - 30) : match.start()]:
        return None
    figures = [_side(side) for side in re.split(r"\s?[:：∶/比]\s?", match[0])]
    marks = ("/", ":", " to ") if "/" in match[0] else (":", "/", " to ", "-", " in ")
    forms = [mark.join(figures) for mark in marks]
    if len(figures) == 2 and match[0].replace("/", "").isdigit() and 0 < int(figures[0]) < int(figures[1]):
        forms += fraction_forms(int(figures[0]), int(figures[1]))
    return Reading(tuple(dict.fromkeys(forms)))


def _side(text: str) -> str:
    if text[-1].isdigit():
        return text
    value = number_value(text)
    return text if value is None else grouped(value)
