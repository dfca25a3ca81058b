"""Rough counts without a figure: 数十 (dozens), 几百 (hundreds), 上千 (more than 1,000), 十几 (a dozen or so)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from workflow.constrain.figures import figure_forms
from workflow.constrain.numerals import number_value

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
_WAYS = {
    "上": ("more than", "over", "above", "up to", "nearly", "about", "some"),
    "逾": ("more than", "over", "above", "exceeding"),
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
            yield match.start(), match.end(), _upward(match["way"], match["size"])
    for match in _TEENS.finditer(text):
        yield match.start(), match.end(), _teens(match["tens"])


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


def _upward(way: str, size: str) -> tuple[str, ...]:
    value = number_value("一" + size)
    figures = figure_forms(value) if value is not None else ()
    forms = [f"{hedge} {figure}" for hedge in _WAYS[way] for figure in figures]
    forms += [f"{figure} or {tail}" for figure in figures for tail in ("more", "so")]
    plural = _PLURALS.get(size)
    return tuple(forms) + (tuple(f"{name} of" for name in plural) + plural if plural and way == "上" else ())


def _teens(tens: str) -> tuple[str, ...]:
    value = number_value(tens) or Decimal(10)
    figures = figure_forms(value)
    hedged = [f"{hedge} {figure}" for hedge in ("more than", "over", "some", "about") for figure in figures]
    odd = [f"{figure}{tail}" for figure in figures for tail in ("-odd", "-plus", " or so", " or more")]
    return (DOZEN if value == 10 else ()) + tuple(hedged + odd)
