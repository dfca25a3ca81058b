"""Ways of saying a number in Chinese that are no plain numeral, each with every value that English may give for it."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from workflow.constrain.dimensions import PERCENT, Unit, chinese_unit
from workflow.constrain.numerals import ARABIC, HAN, SCALE, number_value, plain

# start and end of the words, value, unit
Said = tuple[int, int, Decimal, Unit | None]

_DIGIT = "[一两二三四五六七八九]"
_TWO_DIGITS = re.compile(f"({_DIGIT})({_DIGIT})([十百千万亿]{{1,2}})")
_TEENS = re.compile(f"({_DIGIT}?十)({_DIGIT})({_DIGIT})")


_TENTHS = re.compile(f"(?:({_DIGIT})成?[至到、—-]?)?({_DIGIT})成([一二三四五六七八九半])?")
_HALF = re.compile(rf"({HAN}|{ARABIC}){SCALE}?[个年天点岁倍小公]?[时里斤]?半")


def _tens(text: str) -> Decimal:
    return (number_value(text) or Decimal(0)) * 10


def _of(text: str) -> Decimal:
    return number_value(text.replace("○", "〇")) or Decimal(0)


def _born(match: re.Match[str]) -> tuple[Decimal, ...]:
    year = int("".join("0" if digit in "〇零○" else str(_of(digit)) for digit in match[1]))
    return Decimal(1900 + year), Decimal(2000 + year)


def _money(match: re.Match[str]) -> tuple[Decimal, ...]:
    tenths, hundredths = (_of(match[group]) if match[group] else Decimal(0) for group in (2, 3))
    return (_of(match[1]) + tenths / 10 + hundredths / 100,)


def _score(match: re.Match[str]) -> tuple[Decimal, ...]:
    return (Decimal(20 if match[1] == "廿" else 30) + (_of(match[2]) if match[2] else 0),)


def _article(match: re.Match[str]) -> tuple[Decimal, ...]:
    pair = [
        number_value(match[group]) if re.fullmatch(HAN + r"|\d+", match[group]) else None for group in (1, 2)
    ]
    return (Decimal(f"{pair[0]}.{pair[1]}"),) if None not in pair else ()


def _times(match: re.Match[str]) -> tuple[Decimal, ...]:
    times = _of(match[1]) + (Decimal("0.5") if match[2] else 0)
    return times, times + 1, plain(times * 100), plain(times * 100 + 100)


# Ways of saying a number that are no plain numeral: pattern, the values of a match, and characters of which the text
# must have one.
SAYINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[Decimal, ...]], str], ...] = (
    (re.compile("全"), lambda m: (Decimal(100),), "全"),  # 全绿电 is 100% green
    (re.compile(f"((?:{HAN}|\\d+))块({_DIGIT})?毛?({_DIGIT})?"), _money, "块"),
    (re.compile(f"({_DIGIT}|\\d)[角毛]"), lambda m: (_of(m[1]) / 10, _tens(m[1])), "角毛"),
    (re.compile(f"({_DIGIT}|\\d)折"), lambda m: (_tens(m[1]), 100 - _tens(m[1])), "折"),
    (re.compile("十([一二三四五六七])五"), lambda m: (_of("十" + m[1]),), "五"),
    (re.compile(rf"([千万])分之({HAN})"), lambda m: (plain(_of(m[2]) / (10 if m[1] == "千" else 100)),), "千万"),
    (re.compile(r"(\d0|[一二三四五六七八九]十)年代"), lambda m: (1900 + _of(m[1]), 2000 + _of(m[1])), "代"),
    (re.compile("(\\d0|[〇零○一二五六七八九][〇零○])后"), _born, "后"),
    (re.compile(f"({_DIGIT})米({_DIGIT})"), lambda m: (_of(m[1]) + _of(m[2]) / 10,), "米"),
    (re.compile(f"({_DIGIT}?十?[\\d一二三四五六七八九]+)元({_DIGIT})角"), lambda m: (_of(m[1]) + _of(m[2]) / 10,), "角"),
    (re.compile(f"({_DIGIT})旬"), lambda m: (_tens(m[1]),), "旬"),
    (re.compile(f"({_DIGIT})分(?![之钟])"), lambda m: (_tens(m[1]),), "分"),
    (re.compile(f"({_DIGIT})({_DIGIT})开"), lambda m: (_tens(m[1]), _tens(m[2])), "开"),
    (re.compile(f"([廿卅])({_DIGIT}?)"), _score, "廿卅"),
    (re.compile(f"({_DIGIT}?十)有({_DIGIT})"), lambda m: (_of(m[1]) + _of(m[2]),), "有"),
    (_TEENS, lambda m: (_of(m[1] + m[2]), _of(m[1] + m[3])), "十"),
    (_TWO_DIGITS, lambda m: (_of(m[1] + m[3]), _of(m[2] + m[3])), "十百千万亿"),
    (re.compile(r"(?<!\d)([1-9]0)[·]?([2-9]0)(?=[”\"’]?(?:行动)?目标)"), lambda m: (_of(m[1]), _of(m[2])), "目"),
    (re.compile(r"第(\w{1,3})条第(\w{1,3})款"), _article, "款"),
    # 增长1.8倍 is 2.8 times as much, 两倍半 250 percent.
    (re.compile(rf"({ARABIC}|{HAN})倍(半)?"), _times, "倍"),
)  # fmt: skip


def shares(text: str) -> Iterator[Said]:
    """Yield the percentages said in tenths: 三成五 is 35, 三到五成 30 and 50."""
    for match in _TENTHS.finditer(text) if "成" in text else ():
        low, high = _tens(match[1] or match[2]), _tens(match[2])
        high += 5 if match[3] == "半" else _of(match[3]) if match[3] else 0
        for value in dict.fromkeys((high, low)):
            yield *match.span(), value, PERCENT


def halves(text: str) -> Iterator[Said]:
    """Yield the numbers with a half: 一年半 is 1.5 years, 两点半 2:30."""
    if "半" not in text:
        return
    for match in _HALF.finditer(text):
        value = number_value(match[1])
        if value is not None:
            yield *match.span(), value + Decimal("0.5"), chinese_unit(text, match.end(1))[0]


def said(text: str) -> Iterator[Said]:
    """Yield every value of the other sayings, without units."""
    characters = frozenset(text)
    for pattern, read, marks in SAYINGS:
        for match in () if characters.isdisjoint(marks) else pattern.finditer(text):
            yield from ((*match.span(), Decimal(value), None) for value in read(match))
