"""The numbers of a DOCX's lists as text: 一、 （一） 1. a) ①; they stand in no paragraph, the file says how to count.

Source: ECMA-376 part 1, clause 17.9; the formats' names, clause 17.18.59.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workflow.ooxml.elements import child, count, is_on, local_name, value
from workflow.readers.docx_styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
HIGHEST = 32_767  # Word's own limit
PLACE = re.compile(r"%([1-9])")
BULLET = "•"
WIDE_END = re.compile(r"[、，．。：）】〕]$")
DIGITS, FORMAL = "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
UNITS, FORMAL_UNITS = ("", "十", "百", "千"), ("", "拾", "佰", "仟")
ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)


def _counting(number: int, digits: str = DIGITS, units: tuple[str, ...] = UNITS) -> str:
    """Return a number below ten thousand as it is counted: 二十一, 一百〇五."""
    if not 0 < number < 10_000:
        return str(number)
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + units[place]
        gap = not digit
    short = digits[1] + units[1]
    return text[1:] if digits == DIGITS and text.startswith(short) else text


def _letters(number: int, first: str = "a") -> str:
    """Return a, b … z, aa, bb …, as Word goes on."""
    times, place = divmod(number - 1, 26)
    return chr(ord(first) + place) * min(times + 1, 40) if number > 0 else ""


def _roman(number: int) -> str:
    text = ""
    for size, letters in ROMAN:
        times, number = divmod(number, size)
        text += letters * times
    return text


def _listed(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "chineseLegalSimplified": lambda number: _counting(number, FORMAL, FORMAL_UNITS),
    "ideographLegalTraditional": lambda number: _counting(number, FORMAL, FORMAL_UNITS),
    "ideographDigital": lambda number: "".join(DIGITS[int(c)] for c in str(number)),
    "taiwaneseDigital": lambda number: "".join(DIGITS[int(c)] for c in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join(DIGITS[int(c)] for c in str(number)),
    "ideographTraditional": _listed("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _listed("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _listed("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedCircleChinese": _listed("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedParen": _listed("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _listed("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number, "A"),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _number: "",
}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    plain: bool = False
    restart: int | None = None


class Numbering:
    """Count the lists of a document in reading order."""

    def __init__(self, part: "_Element | None", styles: Styles) -> None:
        root = part if part is not None else ()
        self.styles = styles
        self.lists = {value(e, "numId"): e for e in root if local_name(e) == "num"}
        self.shapes = {value(e, "abstractNumId"): e for e in root if local_name(e) == "abstractNum"}
        self.counts: dict[str, list[int | None]] = {}
        self.levels: dict[str, dict[int, _Level]] = {}
        self.begun: set[str] = set()

    def label(self, identifier: str, level: str) -> str:
        """Count a paragraph of a list; return its number as text, BULLET for a mark that counts nothing, "" for none."""
        element = self.lists.get(identifier)
        if element is None:
            return ""
        levels = self._levels(identifier, element)
        depth = count(level, 0, LEVELS - 1)
        here = levels.get(depth, _Level())
        counts = self._count(identifier, element, levels, depth)
        if here.format == "bullet":
            return BULLET

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = levels.get(place, _Level())
            number = counts[place]
            return _spelled(
                other.start if number is None else number, "decimal" if here.plain else other.format
            )

        text = PLACE.sub(shown, here.text).strip()
        gap = "" if not text or here.suffix == "nothing" or WIDE_END.search(text) else " "
        return text + gap

    def _levels(self, identifier: str, element: "_Element") -> dict[int, _Level]:
        if identifier not in self.levels:
            found = {}
            for one in self._shape(value(child(element, "abstractNumId"))):
                if local_name(one) == "lvl":
                    found[count(value(one, "ilvl"), 0, LEVELS - 1)] = _level(one)
            for override in element:
                inside = child(override, "lvl")
                if local_name(override) == "lvlOverride" and inside is not None:
                    found[count(value(override, "ilvl"), 0, LEVELS - 1)] = _level(inside)
            self.levels[identifier] = found
        return self.levels[identifier]

    def _shape(self, identifier: str) -> "tuple[_Element, ...]":
        """Return the levels of a list, by way of the list style that it may be defined in."""
        element = self.shapes.get(identifier)
        linked = value(child(element, "numStyleLink"))
        if linked:
            number = self.styles.of(linked).shape.number
            other = self.lists.get(number[0]) if number else None
            element = self.shapes.get(value(child(other, "abstractNumId")), element)
        return tuple(element) if element is not None else ()

    def _count(
        self, identifier: str, element: "_Element", levels: dict[int, _Level], depth: int
    ) -> list[int | None]:
        counts = self.counts.setdefault(value(child(element, "abstractNumId")), [None] * LEVELS)
        if identifier not in self.begun:
            self.begun.add(identifier)
            for override in element:
                start = child(override, "startOverride")
                if local_name(override) == "lvlOverride" and start is not None:
                    counts[count(value(override, "ilvl"), 0, LEVELS - 1)] = (
                        count(value(start), 1, HIGHEST) - 1
                    )
        number = counts[depth]
        counts[depth] = levels.get(depth, _Level()).start if number is None else min(number + 1, HIGHEST)
        for deeper in range(depth + 1, LEVELS):
            restart = levels.get(deeper, _Level()).restart
            if restart is None or depth < restart:
                counts[deeper] = None
        return counts


def _level(element: "_Element") -> _Level:
    restart = child(element, "lvlRestart")
    return _Level(
        count(value(child(element, "start")), 1, HIGHEST),
        value(child(element, "numFmt"))
        or value(child(element, "AlternateContent", "Choice", "numFmt"))
        or "decimal",
        value(child(element, "lvlText"))[:40],
        value(child(element, "suff")) or "tab",
        is_on(child(element, "isLgl")),
        None if restart is None else count(value(restart), 0, LEVELS),
    )


def _spelled(number: int, name: str) -> str:
    spell = FORMATS.get(name)
    return spell(number) if spell else str(number)
