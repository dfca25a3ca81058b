"""The numbers of a Chinese text and of its English as exact values with units, for the checks that they agree.

A number in figures is asked for on the other side; one in words or Han numerals is a counterpart only, since 一个 is
an article, 万一, 千方百计 and 三三两两 are words, and 三个 may well be "the". What may be read in two ways (七八十,
增长1.8倍, “3030”目标) is found once for every reading, so that none of them is called wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from workflow.constrain.alternatives import either
from workflow.constrain.calendar_forms import MONTHS, SHORT_MONTHS
from workflow.constrain.dimensions import PERCENT, Unit, chinese_unit, english_unit
from workflow.constrain.english_words import runs_of_letters
from workflow.constrain.figures import ROMAN, ordinal_word, spelled
from workflow.constrain.numerals import (
    ARABIC,
    DIGITS,
    HAN,
    HAN_DIGIT,
    SCALE,
    number_value,
    plain,
    scale_value,
)
from workflow.constrain.proportions import is_share
from workflow.constrain.sayings import halves, said, shares


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a number as written (start:end), its value, its unit, and whether the other side must have it.

    `whole` is the stretch with the unit; `nth` marks ordinals.
    """

    written: str
    value: Decimal
    start: int
    end: int
    asked: bool = False
    unit: Unit | None = None
    whole: tuple[int, int] = (0, 0)
    nth: bool = False


_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "decade": 10,
    "century": 100,
    "centuries": 100,
    "millennium": 1000,
    "millennia": 1000,
}
_SCALE_WORDS = "(?i:" + "|".join(_SCALES) + ")"
_OTHER_WORDS = {
    "once": 1, "twice": 2, "double": 2, "doubled": 2, "doubling": 2, "both": 2, "thrice": 3, "triple": 3, "tripled": 3,
    "quadruple": 4, "quadrupled": 4, "half": 2, "quarter": 4, "decade": 10, "century": 100, "dozen": 12, "noon": 12,
    "midnight": 24, "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9,
}  # fmt: skip
_NUMBERS: dict[str, tuple[int, bool]] = {
    **{spelled(number): (number, False) for number in range(100)},
    **{ordinal_word(number): (number, True) for number in range(1, 100)},
    **{word: (number, False) for word, number in _OTHER_WORDS.items()},
}
# The words that a number in words has at least one of: two, thirds, threefold.
_SIMPLE = frozenset(word + tail for word in _NUMBERS if "-" not in word for tail in ("", "s", "fold"))
_DIGIT = re.compile(r"\d")
_MONTH = re.compile(either((*MONTHS, *SHORT_MONTHS)))
_WORD = re.compile(
    rf"\b(?P<word>[A-Za-z]{{2,20}}(?:-[A-Za-z]{{2,20}})?)\b(?:[ -](?P<scale>{_SCALE_WORDS})s?\b)?"
)
# A figure may stand at a code of three letters: RMB300, but COP15 is a name.
_FIGURE = re.compile(
    r"(?=\d)(?:(?<![\w.])(?<!\d,)(?<![A-Za-z]-)|(?<=\b[A-Z]{3}))"
    r"(?P<figure>\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d{1,12})?|\d{1,15}(?:\.\d{1,12})?)(?P<nth>st\b|nd\b|rd\b|th\b)?"
    rf"(?P<decade>s\b)?(?:[ \u00a0-](?P<scale>{_SCALE_WORDS})s?\b)?"
    r"(?::(?P<minute>[0-5]\d)\b(?!,\d))?(?P<late> ?(?:p\.m\.?|pm\b))?"
)
_GLUED = re.compile(
    rf"(?<![A-Za-z])[A-Za-z]{{1,20}}[- ]?(\d{{1,12}}(?:,\d{{3}}){{0,4}}(?:\.\d{{1,4}})?)(?: ({_SCALE_WORDS}))?"
)
_CHINESE = re.compile(
    rf"(?P<figure>{ARABIC})(?P<more>[余多来])?(?P<scale>{SCALE})?(?P<rest>{ARABIC}[百千]?万)?"
)
_HAN = re.compile(HAN)
_HAN_RUN = re.compile(
    rf"([{HAN_DIGIT}十百千万亿两]{{1,24}})(?<!千(?=[瓦克米伏卡赫]))(?:[余多来](万|亿|千(?![瓦克米伏卡赫])))?"
)
_ROMAN = re.compile(r"\b(?:XI{0,3}|I?X|I{2,3}|IV|VI{0,3})\b")
_ROMAN_DIGITS = re.compile("[IVX]{2}")
_ROMANS = {letters: value for value, letters in enumerate(ROMAN) if len(letters) > 1}
# Words with a numeral's character that count nothing, blanked before the numerals are read.
_NO_NUMERAL_WORDS = (
    "万象|百度|百色|万隆|万科|三亚|九江|四川|万里长城",
    "千万(?=[不别要])|十分(?!钟)|万分(?!之)|万一|万万|一些|一旦|一致|一般|一直|一起|一样",
    "百姓|百货|万物|万国|万里",
    "千方百计|三三两两|四面八方|五花八门|七嘴八舌|千家万户|成千上万|百年大计|一五一十",
)
_NO_NUMERAL = re.compile(rf"(?<![{HAN_DIGIT}十百千\d])(?:{'|'.join(_NO_NUMERAL_WORDS)})")
_ANY = re.compile(rf"[\d{HAN_DIGIT}十百千万亿两首廿卅全头]")
_SHARED_SCALE = re.compile(rf"(?:至|到|[-—–~～]{{1,2}}){ARABIC}({SCALE})")
_RANGE_TAIL = re.compile(rf"(?:至|到|[-—–~～]{{1,2}})(?:{ARABIC}{SCALE}?|{HAN})[余多]?")
_LEADING_ZERO = re.compile(r"0\d")
_FIRST = re.compile("(?<![祸回昂])首(?![都府相席尔先长脑饰要付])|头(?=[场次批天轮一])")
_NTH_AFTER = ("周年", "世纪", "年级", "等奖", "楼", "层", "季度", "级")
_ROUGH = re.compile("([十百千万亿]{1,4})")
_DECADE = re.compile(r"(?=\d0(?:年代|后))(\d0)")
_DECADE_OF_CENTURY = re.compile(r"(?:(?<!\d)(\d{1,2})|上)世纪(\d0|[一二三四五六七八九]十)年代")


@lru_cache(maxsize=4096)
def numbers_in_english(text: str) -> tuple[Found, ...]:
    """Return the numbers in figures or words: 4.7 million, 15th, twenty-five, two-thirds (2 and 3)."""
    return (*_english_figures(text), *_english_words(text))


@lru_cache(maxsize=4096)
def numbers_in_chinese(text: str) -> tuple[Found, ...]:
    """Return the numbers in figures or Han numerals: 470万, 三成 (30), 三分之二 (3 and 2)."""
    if not _ANY.search(text):
        return ()
    return tuple(_chinese(_NO_NUMERAL.sub(lambda match: "□" * len(match[0]), text)))


@lru_cache(maxsize=4096)
def months_in_english(text: str) -> frozenset[Decimal]:
    """Return the numbers of the months that are named."""
    if not _MONTH.search(text):
        return frozenset()
    named = zip(MONTHS, SHORT_MONTHS, strict=True)
    return frozenset(
        Decimal(number) for number, names in enumerate(named, 1) if any(name in text for name in names)
    )


def _english_figures(text: str) -> Iterator[Found]:
    if not _DIGIT.search(text):
        return
    for match in _FIGURE.finditer(text):
        # The 21st century counts centuries; 21 centuries are years.
        scale = "" if match["nth"] else (match["scale"] or "").lower()
        value = plain(_decimal(match["figure"]) * _SCALES.get(scale, 1))
        end = match.end("scale") if scale else match.end("nth") if match["nth"] else match.end("figure")
        unit, start, last = english_unit(text, match.start(), end)
        asked = not text[match.start() - 1 : match.start()].isalpha() or unit is not None
        span = (match.start(), match.end())
        yield Found(
            match[0].strip(), value, *span, asked, unit, (start, max(last, span[1])), bool(match["nth"])
        )
        for more in (
            value % 100 if match["decade"] else None,
            value + 12 if match["late"] else None,
            Decimal(match["minute"]) if match["minute"] in ("00", "30") else None,
        ):
            if more is not None:
                yield Found(match[0], more, *span)
        if match["minute"] and match["minute"] not in ("00", "30"):
            yield Found(
                match["minute"],
                Decimal(match["minute"]),
                *match.span("minute"),
                True,
                None,
                match.span("minute"),
            )
    for match in _GLUED.finditer(text):
        named = _decimal(match[1]) * _SCALES.get((match[2] or "").lower(), 1)
        yield Found(match[0], plain(named), *match.span())


def _english_words(text: str) -> Iterator[Found]:
    hits = _SIMPLE & runs_of_letters(text)
    for match in _WORD.finditer(text) if hits else ():
        words = match[0].lower()
        if words not in hits and (words.isalpha() or hits.isdisjoint(words.replace("-", " ").split())):
            continue
        if match["scale"]:
            words = re.split(r"[ -](?=[a-z]+$)", words)[0]
        values = tuple(_word_values(words))
        scale = match["scale"].lower() if match["scale"] else ""
        if not values and scale in _NUMBERS:  # per decade
            yield Found(match[0], Decimal(_SCALES[scale]), *match.span())
        for number, nth in values:
            value = number * _SCALES[scale] if scale else number
            # In two-square-kilometer the word has run into its unit; an ordinal has none: the first month.
            compound = not scale and (nth or ("-" in words and words not in _NUMBERS))
            unit, start, last = (None, *match.span()) if compound else english_unit(text, *match.span())
            yield Found(match[0], Decimal(value), *match.span(), False, unit, (start, last), nth)
            if scale:
                yield Found(match[0], Decimal(number), *match.span())
    for match in _ROMAN.finditer(text) if _ROMAN_DIGITS.search(text) else ():
        if match[0] in _ROMANS:
            yield Found(match[0], Decimal(_ROMANS[match[0]]), *match.span())


def _decimal(figure: str) -> Decimal:
    return Decimal(figure.replace(",", ""))


def _word_values(word: str) -> Iterator[tuple[int, bool]]:
    if word in _NUMBERS:
        yield _NUMBERS[word]
    elif "-" in word or word.endswith(("s", "fold")):
        for part in word.split("-"):
            for ending in ("", "s", "fold"):
                if part.removesuffix(ending) in _NUMBERS:
                    yield _NUMBERS[part.removesuffix(ending)][0], False
                    break


def _chinese(text: str) -> Iterator[Found]:
    decades = {match.span(1) for match in _DECADE.finditer(text)} if "年代" in text or "后" in text else set()
    centuries = list(_DECADE_OF_CENTURY.finditer(text)) if "世纪" in text else []
    decades |= {match.span(place) for match in centuries for place in (1, 2)}
    for start, end, value, unit in (*shares(text), *halves(text)):
        yield Found(text[start:end], value, start, end, False, unit, (start, end))
    for match in _CHINESE.finditer(text):
        # COP15, PM2.5 and 10+3 are names, checked as such.
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        named = (
            (before.isascii() and before.isalpha()) or "+" in (before, after) or _LEADING_ZERO.match(match[0])
        )
        yield from _readings(match, not named and match.span("figure") not in decades)
    for match in _HAN.finditer(text) if "点" in text else ():
        decimal = number_value(match[0]) if "点" in match[0] else None
        if decimal is not None:
            yield _placed(text, match[0], decimal, *match.span(), asked=False)
    yield from _han(text)
    for match in _FIRST.finditer(text):
        yield Found(match[0], Decimal(1), *match.span(), nth=True)
    for match in centuries:
        year = Decimal((int(match[1] or 20) - 1) * 100) + (number_value(match[2]) or 0)
        yield Found(match[0], year, *match.span(), True, None, match.span())
    yield from (Found(text[start:end], value, start, end) for start, end, value, _ in said(text))
    if "半" in text:  # 两点半 is 2:30
        yield from (Found("半", Decimal(value), 0, 0) for value in (30, 50))


def _han(text: str) -> Iterator[Found]:
    for match in _HAN_RUN.finditer(text):
        value, rough = number_value(match[1]), _ROUGH.fullmatch(match[1])
        if value is None and rough:  # 百名 is 100
            value = number_value("一" + rough[1])
        if value is not None:
            scaled = plain(value * scale_value(match[2] or ""))
            yield _placed(text, match[0], scaled, *match.span(), asked=False)
        else:  # 七八 is 7 or 8
            values = (number_value(character) for character in match[1])
            yield from (Found(match[0], part, *match.span()) for part in values if part is not None)
            digits = [DIGITS[char] for char in match[1] if char in DIGITS]
            # 二八自行车 is one of 28 inches; 七八 is no 78.
            if len(digits) == len(match[1]) == 2 and abs(digits[0] - digits[1]) != 1:
                yield Found(match[0], Decimal(f"{digits[0]}{digits[1]}"), *match.span())


def _placed(text: str, written: str, value: Decimal, start: int, end: int, *, asked: bool) -> Found:
    unit, last = chinese_unit(text, end + 1 if text[end : end + 1] in ("余", "多", "来") else end)
    shared = _RANGE_TAIL.match(text, end) if unit is None else None
    if shared:  # 20万至80万元
        unit = chinese_unit(text, shared.end())[0]
    if text[start - 3 : start] == "百分之":
        unit = PERCENT
    elif unit is not None and unit.dimension == "point" and is_share(text, start):
        unit = None
    last = max(last, end)
    nth = text[start - 1 : start] == "第" or text.startswith(_NTH_AFTER, end)
    return Found(written, value, start, end, asked, unit, (start, last), nth)


def _readings(match: re.Match[str], asked: bool) -> Iterator[Found]:
    text, scale, span = match.string, match["scale"] or "", match.span()
    figure = _decimal(match["figure"])
    value = plain(figure * scale_value(scale))
    if match["rest"] and not match["more"]:
        value = number_value(match[0]) or value
    shared = None if scale else _SHARED_SCALE.match(text, match.end())
    if shared:  # 3-5万 is 30,000 to 50,000, but 3000至1.5万 as it stands
        yield Found(match[0], value, *span)
        value = plain(figure * scale_value(shared[1])) if figure < 1000 else value
    # 每1元 may be every yuan
    yield _placed(text, match[0], value, *span, asked=asked and value != 1)
    if text.startswith("时", match.end()) and 12 < value <= 24:
        yield Found(match[0], value - 12, *span)
    if scale or shared:
        yield Found(match[0], plain(figure), *span)
