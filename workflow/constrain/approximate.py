"""Rough counts without a figure: 数十 (dozens), 几百 (hundreds), 上千 (more than 1,000), 十几 (a dozen or so)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from workflow.constrain.alternatives import either
from workflow.constrain.currencies import CURRENCIES, NO_WORD
from workflow.constrain.figures import figure_forms, spelled
from workflow.constrain.hedges import HEDGES_AFTER, HEDGES_BEFORE, Hedge
from workflow.constrain.numerals import number_value
from workflow.constrain.spans import INSIDE_A_WORD, with_hedge

_PLURALS = {
    "十": ("dozens", "tens"), "百": ("hundreds",), "千": ("thousands",), "万": ("tens of thousands",),
    "十万": ("hundreds of thousands",), "百万": ("millions",), "千万": ("tens of millions",),
    "亿": ("hundreds of millions",), "十亿": ("billions",), "百亿": ("tens of billions",),
    "千亿": ("hundreds of billions",), "万亿": ("trillions",),
}  # fmt: skip
_SINGLE = {"十": "dozen", "百": "hundred", "千": "thousand", "百万": "million", "十亿": "billion"}
_SIZE = "(?P<size>[十百千]?万亿|[十百千]亿|亿|[十百千]万|万|十|百|千)"
_SEVERAL = re.compile(rf"(?<![一二三四五六七八九第无为少])[数几]{_SIZE}(?![一二三四五六七八九倍]|年来)")
# What is counted behind a round number.
_PERSONAL = "个人名位户家只头条株棵座处台套艘辆块次场种亩吨天"
_MONEY = rf"(?P<money>(?:{either(CURRENCIES)}){NO_WORD})?"
_ALONE = r"(?<![一二三四五六七八九十百千万亿几数两第\d点分])"
_ROUND = "(?P<size>[百千万]万?|亿)(?![一二三四五六七八九十百千万亿分年姓货里斤])"
# 百 without a figure before it: 上百, 近千, 超万, 不足百.
_UPWARD = re.compile(
    rf"(?:(?<![一二三四五六七八九以加路山马贴靠附邻亲拉逼千百])(?P<way>上|近|成|逾)"
    rf"|(?<![{INSIDE_A_WORD}])(?P<said>约)|(?<![{INSIDE_A_WORD}通经不度未没跨穿])(?P<past>超过|超|过)|(?P<under>不足|不到)){_ROUND}{_MONEY}"
)
# 百余名, 千余户, 百来个, 千把人
_ODD = re.compile(
    rf"{_ALONE}(?P<size>百万|千万|[百千万亿])(?:(?P<more>余|多(?![少元样边方种层]))(?!斤)|(?:来|把|十[来号]?)(?=[{_PERSONAL}]))(?!级){_MONEY}"
)
# 千人以上, 亿元以上
_BOUND = re.compile(
    rf"{_ALONE}(?P<size>百万|千万|[百千万亿])(?:(?P<money>(?:{either(CURRENCIES)}){NO_WORD})|[{_PERSONAL}])(?P<bound>及?以[上下]|以内|左右)(?!级)"
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
_UP_TO = ("up to", "upwards of", "past", "nearly", "about", "some")
# Each hedge with the words it is said in, the first as it is fed.
_WAYS = {
    "上": Hedge((*HEDGES_AFTER["余"].before[:3], *_UP_TO), (" or more", " or so")),
    "近": Hedge(HEDGES_BEFORE["近"].before, (" or more", " or so")),
    "逾": Hedge(HEDGES_AFTER["余"].before, (" or more", " or so", "-plus")),
    "约": HEDGES_BEFORE["约"], "不足": HEDGES_BEFORE["不足"], "超": HEDGES_BEFORE["超过"],
}  # fmt: skip
_IN_YEARS = {"百": ("a century", "one century"), "千": ("a millennium", "one millennium")}


def find_approximate(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield start, end and English forms of each rough count.

    成百 and 成千 with what follows (成千上万) are set phrases and give none.
    """
    characters = frozenset(text)
    for match in _SEVERAL.finditer(text) if not characters.isdisjoint("数几") else ():
        yield match.start(), match.end(), _several(match["size"], text[match.end() : match.end() + 1])
    for match in _UPWARD.finditer(text) if not characters.isdisjoint("百千万亿") else ():
        way = match["way"] or match["said"] or (match["past"] and "超") or "不足"
        if way in _WAYS:
            yield match.start(), match.end(), _round(_WAYS[way], match, plural=way == "上")
    for match in _ODD.finditer(text) if not characters.isdisjoint("余多来把十") else ():
        yield match.start(), match.end(), _round(HEDGES_AFTER["余" if match["more"] else "来"], match)
    for match in _BOUND.finditer(text) if not characters.isdisjoint("以左") else ():
        yield match.start(), match.end(), _round(HEDGES_AFTER[match["bound"]], match)
    for match in _TEENS.finditer(text) if "几" in characters else ():
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


def _round(hedge: Hedge, match: re.Match[str], *, plural: bool = False) -> tuple[str, ...]:
    """Return a round number with its hedge: more than 100, over RMB 1 million, hundreds of, more than a century."""
    size, money = match["size"], match["money"]
    value = number_value("一" + size)
    figures = figure_forms(value) if value is not None else ()
    if money:
        figures = tuple(form.format(figure) for form in CURRENCIES[money].forms for figure in figures)
    if match.string.startswith("年", match.end()):
        figures += _IN_YEARS.get(size, ())
    names = _PLURALS.get(size, ()) if plural else ()
    return (*with_hedge(hedge, figures), *(f"{name} of" for name in names), *names)


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
