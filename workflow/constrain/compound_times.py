"""Spans of time in two units, and their English: 两年零四个月 is two years and four months, 1小时30分 an hour and 30 minutes.

Refused: 一年12个月 and 一天八小时, which are rates where no 零 or 又 joins them, and a rest as large as the unit before it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from workflow.constrain.durations import UNITS, cores, unit_of
from workflow.constrain.hedges import HEDGES_AFTER
from workflow.constrain.numerals import NUMBER, number_value
from workflow.constrain.spans import AFTER, BEFORE, START, Reading, hedge_of, with_hedge

COMPOUND = re.compile(
    rf"{BEFORE}{START}(?P<number>{NUMBER})(?P<unit>年|周?岁|个月|个?星期|周|天|个?小时|个?钟头|分钟?)(?P<joint>零|又|加)?"
    rf"(?P<rest>{NUMBER})(?P<small>个(?P<mid>多|余)?(?:月(?!亮)|星期|小时|钟头)|周|天|小时|分钟|分(?!之|[别布析])|秒钟?){AFTER}"
)
NEEDED = re.compile("[年岁月周天时头分期][零又加]?[\\d一二三四五六七八九十两]+(?:个|周|天|小时|分|秒)")
MOST_YEARS = 120
_SHORT = {"岁": "年", "周岁": "年", "分": "分钟"}
# A larger unit, the smaller ones that may stand behind it, and how many of each make it, where that is a fixed number.
_WITHIN = {
    "年": {"月": 12, "周": 52, "天": 366},
    "月": {"周": 5, "天": 31},
    "周": {"天": 7},
    "天": {"小时": 24, "分钟": 1440},
    "小时": {"分钟": 60, "秒": 3600},
    "分钟": {"秒": 60},
}
_JOINS = (" and ", ", ", " ", " plus ")


def read_compound(match: re.Match[str]) -> Reading | None:
    """Read 两年零四个月, 三小时二十分 or 两岁零三个月; return None where the two are no one span."""
    high, rest = number_value(match["number"]), number_value(match["rest"])
    unit, small = _unit(match["unit"]), _unit(match["small"])
    if (
        high is None
        or rest is None
        or not 0 < rest < _WITHIN.get(unit, {}).get(small, 0)
        or high > MOST_YEARS
    ):
        return None
    if match["joint"] is None and high == 1 and match["number"] != "1":
        return None
    hedge = HEDGES_AFTER[match["mid"]] if match["mid"] else hedge_of(match)
    return Reading(with_hedge(hedge, tuple(dict.fromkeys(_forms(high, unit, rest, small)))))


def _unit(written: str) -> str:
    return _SHORT.get(written) or unit_of(written)


def _forms(high: Decimal, unit: str, rest: Decimal, small: str) -> Iterator[str]:
    """Yield both parts joined, then the whole in either unit where it comes out even."""
    for join in _JOINS:
        yield from (f"{one}{join}{other}" for one, other in product(_said(high, unit), _said(rest, small)))
    span = UNITS[unit]
    if span.smaller != small:
        return
    yield from cores(high * span.size + rest, small)
    if rest * 2 == span.size:
        yield from cores(high + Decimal("0.5"), unit)


def _said(value: Decimal, unit: str) -> Iterator[str]:
    span = UNITS[unit]
    names = (span.one,) if value == 1 else (span.many, span.one)
    yield from (form for form in cores(value, unit) if form.endswith(names) and not form.startswith("entire"))
