"""Rough counts without a figure: 数十 (dozens), 几百 (hundreds), 上千 (more than 1,000), 十几 (a dozen or so)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from workflow.constrain.currencies import CURRENCIES, NO_WORD
from workflow.constrain.figures import figure_forms, spelled
from workflow.constrain.numerals import number_value
from workflow.constrain.spans import either

_PLURALS = {
    "十": ("dozens", "tens"), "百": ("hundreds",), "千": ("thousands",), "万": ("tens of thousands",),
    "十万": ("hundreds of thousands",), "百万": ("millions",), "千万": ("tens of millions",),
    "亿": ("hundreds of millions",), "十亿": ("billions",), "百亿": ("tens of billions",),
    "千亿": ("hundreds of billions",), "万亿": ("trillions",),
}  # fmt: skip
_SINGLE = {"十": "dozen", "百": "hundred", "千": "thousand", "百万": "million", "十亿": "billion"}
_SIZE = "(?P<size>[十百千]?万亿|[十百千]亿|亿|[十百千]万|万|十|百|千)"
_SEVERAL = re.compile(rf"(?<![一二三四五六七八九第无为少])[数几]{_SIZE}(?![一二三四五六七八九倍]|年来)")
_UPWARD = re.compile(
    r"(?<![一二三四五六七八九以加路山马贴靠附邻亲拉逼千百])(?P<way>上|近|成|逾)(?P<size>[百千万]万?)(?![一二三四五六七八九分年姓货])"
    rf"(?P<money>(?:{either(CURRENCIES)}){NO_WORD})?"
)
_TEENS = re.compile(r"(?<![一二三四五六七八九百千])(?P<tens>[二三四五六七八九]?十)几")
DOZEN = (
    "a dozen or so",
    "about a dozen",
    "more than a dozen",
    "over a dozen",
    "some dozen",
    "a dozen",
    "dozen or so",
)
TIMES = {"分钟": "minutes", "小时": "hours", "天": "days", "个月": "months", "年": "years", "岁": "years"}
_WAYS = {
    "上": (
        "more than",
        "over",
        "above",
        "up to",
        "upwards of",
        "upward of",
        "past",
        "nearly",
        "about",
        "some",
    ),
    "逾": ("more than", "over", "above", "exceeding", "upwards of"),
    "近": ("nearly", "almost", "close to", "about", "some"),
}


def find_approximate(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield start, end and English forms of each rough count.

    成百 and 成千 with what follows (成千上万) are set phrases and give none.
    """
    for match in _SEVERAL.finditer(text):
        yield match.start(), match.end(), _several(match["size"], text[match.end() : match.end() + 1])
    for match in _UPWARD.finditer(text):
        if match["way"] in _WAYS:
            yield match.start(), match.end(), _upward(match["way"], match["size"], match["money"])
    for match in _TEENS.finditer(text):
        after = next((word for word in TIMES if text.startswith(word, match.end())), "")
        yield match.start(), match.end(), _teens(match["tens"], after)


def _several(size: str, after: str) -> tuple[str, ...]:
    plurals = _PLURALS.get(size, ("trillions",))
    forms = [form for plural in plurals for form in (f"{plural} of", plural)]
    if size in _SINGLE:
        forms += [f"{few} {_SINGLE[size]}" for few in ("several", "a few", "some")]
    if size == "十":
        forms += ["scores of", "several tens of"]
    if size == "十" and after == "年":
        forms += ["decades", "several decades"]
    return tuple(forms)


def _upward(way: str, size: str, money: str | None) -> tuple[str, ...]:
    value = number_value("一" + size)
    figures = figure_forms(value) if value is not None else ()
    if money:
        figures = tuple(form.format(figure) for form in CURRENCIES[money].forms for figure in figures)
    forms = [f"{hedge} {figure}" for hedge in _WAYS[way] for figure in figures]
    forms += [f"{figure} or {tail}" for figure in figures for tail in ("more", "so")]
    plural = _PLURALS.get(size)
    return tuple(forms) + (tuple(f"{name} of" for name in plural) + plural if plural and way == "上" else ())


def _teens(tens: str, time: str) -> tuple[str, ...]:
    value = number_value(tens) or Decimal(10)
    figures = figure_forms(value)
    hedges = ("more than", "over", "some", "about")
    forms = [f"{hedge} {figure}" for hedge in hedges for figure in figures]
    forms += [f"{figure}{tail}" for figure in figures for tail in ("-odd", "-plus", " or so", " or more")]
    if time:  # 十几分钟 is ten minutes or so
        forms += [f"{figure} {TIMES[time]} or so" for figure in figures]
    if time == "年":
        decades = "a decade" if value == 10 else f"{spelled(int(value) // 10)} decades"
        forms += [f"{hedge} {decades}" for hedge in hedges]
    return (DOZEN if value == 10 else ()) + tuple(forms)
