"""The numbers of a Chinese text and of its English as exact values, for the check that they agree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from workflow.constrain.calendar_forms import MONTHS
from workflow.constrain.figures import ordinal_word, spelled
from workflow.constrain.numerals import ARABIC, HAN, HAN_DIGIT, SCALE, number_value, plain, scale_value


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a number as written, its value, and whether the other side must have it (figures, not words)."""

    written: str
    value: Decimal
    asked: bool = False


_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}
_SCALE_WORDS = "(?i:" + "|".join(_SCALES) + ")"
_OTHER_WORDS = {
    "once": 1, "twice": 2, "double": 2, "doubled": 2, "doubling": 2, "both": 2, "thrice": 3, "triple": 3, "tripled": 3,
    "quadruple": 4, "quadrupled": 4, "half": 2, "quarter": 4, "decade": 10, "century": 100, "dozen": 12, "noon": 12,
    "midnight": 24,
}  # fmt: skip
_FIGURE = re.compile(
    r"(?<![\w.])(?<![A-Za-z]-)(?P<figure>\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d{1,12})?|\d{1,15}(?:\.\d{1,12})?)"
    rf"(?P<decade>s\b)?(?:[ \u00a0-](?P<scale>{_SCALE_WORDS})s?\b)?(?::(?P<minute>[0-5]\d)\b)?(?P<late> ?(?:p\.m\.?|pm\b))?"
)
_WORDS = re.compile(rf"\b[A-Za-z]{{2,20}}(?:-[A-Za-z]{{2,20}})?\b(?:[ -](?P<scale>{_SCALE_WORDS})s?\b)?")
_NAME = re.compile(
    rf"[A-Za-z]{{1,20}}[- ]?(\d{{1,12}}(?:,\d{{3}}){{0,4}}(?:\.\d{{1,4}})?)(?: ({_SCALE_WORDS}))?"
)
_CHINESE = re.compile(
    rf"(?P<figure>{ARABIC})(?P<more>[余多来])?(?P<scale>{SCALE})?(?P<rest>{ARABIC}[百千]?万)?"
)
_HAN = re.compile(HAN)
_HAN_RUN = re.compile(rf"([{HAN_DIGIT}十百千万亿两]{{1,24}})(?:[余多来](万|亿|千))?")
_PLAN = re.compile("十([一二三四五六七])五")
_TENTHS = re.compile("([一两二三四五六七八九])成([一二三四五六七八九半])?")
_SHARE = re.compile(rf"([千万])分之({HAN})")
_DECADE = re.compile(r"(?:(?<!\d)(\d{1,2})|上)世纪(\d0|[一二三四五六七八九]十)年代")
_TWO_DIGITS = re.compile("([一二三四五六七八九])([一二三四五六七八九])([十百千万亿]{1,2})")
_SHARED_SCALE = re.compile(rf"(?:至|到|[-—–~～]{{1,2}}){ARABIC}({SCALE})")
_ROUGH = re.compile("[数几上近]?([十百千万亿]{1,4})[余多几]?")
# Units that English converts, and the units whose thousands have a name (60,000 kilowatts are 60 MW).
_CONVERTED = {
    "斤": Decimal("0.5"),
    "里": Decimal("0.5"),
    "时辰": Decimal(2),
    "瓦": Decimal("0.001"),
    "度": Decimal("0.000001"),
}


def numbers_in_english(text: str) -> list[Decimal]:
    """Return the values of the numbers in figures or words: 4.7 million, 15th, twenty-five, two-thirds (2 and 3)."""
    return [found.value for found in _english(text)]


def numbers_in_chinese(text: str) -> list[Decimal]:
    """Return the values of the numbers in figures or Han numerals: 470万, 三成 (30), 三分之二 (3 and 2)."""
    return [found.value for found in _chinese(text)]


def unmatched_numbers(source: str, english: str) -> list[str]:
    """Return the numbers, as written, that one side has in figures and the other has not at all.

    The Chinese ones come first, each side in its order, each once. Numbers in words count as counterparts
    but are not asked for: 三个 may well be "the".
    """
    chinese, foreign = list(_chinese(source)), list(_english(english))
    there = {found.value for found in foreign} | _months(english)
    here = {found.value for found in chinese} | _halves(source, chinese)
    factors = [factor for unit, factor in _CONVERTED.items() if unit in source]
    missing = [found for found in chinese if found.asked and not _has(there, found.value, factors)]
    missing += [
        found
        for found in foreign
        if found.asked and not _has(here, found.value, [1 / factor for factor in factors])
    ]
    return list(dict.fromkeys(found.written for found in missing))


def _has(values: set[Decimal], value: Decimal, factors: list[Decimal]) -> bool:
    return value in values or any(plain(value * factor) in values for factor in factors)


def _english(text: str) -> Iterator[Found]:
    for match in _FIGURE.finditer(text):
        figure = Decimal(match["figure"].replace(",", ""))
        value = plain(figure * _SCALES.get((match["scale"] or "").lower(), 1))
        yield Found(match[0].strip(), value, asked=True)
        if match["decade"]:
            yield Found(match[0], value % 100)
        if match["late"]:
            yield Found(match[0], value + 12)
        if match["minute"]:
            yield Found(match[0], Decimal(match["minute"]), asked=match["minute"] not in ("00", "30"))
    for match in _WORDS.finditer(text):
        words = match[0].lower()
        for number in _word_values(re.split(r"[ -](?=[a-z]+$)", words)[0] if match["scale"] else words):
            yield Found(match[0], Decimal(number))
            if match["scale"]:
                yield Found(match[0], Decimal(number * _SCALES[match["scale"].lower()]))
    for match in _NAME.finditer(text):
        named = Decimal(match[1].replace(",", "")) * _SCALES.get((match[2] or "").lower(), 1)
        yield Found(match[0], plain(named))


def _word_values(word: str) -> Iterator[int]:
    known = _word_numbers()
    if word in known:
        yield known[word]
        return
    for part in word.split("-"):
        for ending in ("", "s", "fold"):
            if part.removesuffix(ending) in known:
                yield known[part.removesuffix(ending)]
                break


@lru_cache(maxsize=1)
def _word_numbers() -> dict[str, int]:
    cardinal = {spelled(number): number for number in range(100)}
    ordinal = {ordinal_word(number): number for number in range(1, 100)}
    return cardinal | ordinal | _OTHER_WORDS


def _chinese(text: str) -> Iterator[Found]:
    decades = {match.span(place) for match in _DECADE.finditer(text) for place in (1, 2)}
    for match in _CHINESE.finditer(text):
        # COP15 and PM2.5 are names, checked as such.
        named = match.start() > 0 and text[match.start() - 1].isascii() and text[match.start() - 1].isalpha()
        asked = not named and match.span("figure") not in decades
        yield from _readings(match, asked)
    for pattern in (_HAN, _HAN_RUN):
        for match in pattern.finditer(text):
            value = number_value(match[1] if pattern is _HAN_RUN else match[0])
            if value is not None:
                yield Found(
                    match[0], plain(value * scale_value(match[2] or "" if pattern is _HAN_RUN else ""))
                )
    for match in _HAN_RUN.finditer(text):
        yield from (Found(match[0], part) for part in _parts(match[1]))
    yield from _shares(text)


def _readings(match: re.Match[str], asked: bool) -> Iterator[Found]:
    figure, scale = Decimal(match["figure"].replace(",", "")), match["scale"] or ""
    value = plain(figure * scale_value(scale))
    shared = None if scale else _SHARED_SCALE.match(match.string, match.end())
    if shared:  # 3-5万 is 30,000 to 50,000
        value = plain(figure * scale_value(shared[1]))
    if match["rest"] and not match["more"]:
        value = number_value(match[0]) or value
    yield Found(match[0], value, asked and value != 1)  # 每1元 may be every yuan
    if match.string.startswith("时", match.end()) and 12 < value <= 24:
        yield Found(match[0], value - 12)
    if scale or shared:
        yield Found(match[0], plain(figure))


def _shares(text: str) -> Iterator[Found]:
    for match in _PLAN.finditer(text):
        yield Found(match[0], number_value("十" + match[1]) or Decimal(0))
    for match in _TENTHS.finditer(text):
        tail = Decimal(5) if match[2] == "半" else number_value(match[2] or "零") or Decimal(0)
        yield Found(match[0], (number_value(match[1]) or Decimal(0)) * 10 + tail)
    for match in _SHARE.finditer(text):
        yield Found(
            match[0], plain((number_value(match[2]) or Decimal(0)) / (10 if match[1] == "千" else 100))
        )
    for match in _DECADE.finditer(text):
        yield Found(
            match[0], Decimal((int(match[1] or 20) - 1) * 100) + (number_value(match[2]) or 0), asked=True
        )


def _parts(numeral: str) -> Iterator[Decimal]:
    """Yield what a run of Han numerals may hold besides its value: 七八 is 7 or 8, 百 alone is 100."""
    for character in numeral:
        value = number_value(character)
        if value is not None:
            yield value
    for match in _TWO_DIGITS.finditer(numeral):  # 七八十 is 70 or 80
        for digit in match[1], match[2]:
            yield number_value(digit + match[3]) or Decimal(0)
    rough = _ROUGH.fullmatch(numeral)
    size = number_value("一" + rough[1]) if rough else None
    if size is not None:
        yield size


def _months(english: str) -> set[Decimal]:
    return {Decimal(number) for number, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}\b", english)}


def _halves(source: str, chinese: list[Found]) -> set[Decimal]:
    # 两点半 is 2:30, 一年半 is 1.5 years or 18 months.
    if "半" not in source:
        return set()
    return {Decimal(30), Decimal(50)} | {found.value + Decimal("0.5") for found in chinese}
