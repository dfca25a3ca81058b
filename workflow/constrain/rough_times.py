"""Half units and rough spans of time, with their English: 半年 (six months), 两三天 (two or three days), 二三十年.

Refused: 半天 as a long while (等了半天), 大半天, 后半夜, and 几天, 数年 and 十几年, whose English the engine chooses or
`approximate` has.
"""

import re
from decimal import Decimal
from functools import lru_cache

from workflow.constrain.durations import EVERY, UNITS, cores, equal, every, half_names, unit_of
from workflow.constrain.figures import figure_forms
from workflow.constrain.spans import AFTER, Reading, hedged, neighbours, range_forms

HALF = re.compile(
    EVERY + r"(?<![一二两三四五六七八九十百千万几\d个大小多上下前后对过夜])半"
    rf"(?P<unit>个(?:小时|钟头|月(?!亮)|星期|学期|世纪)|年(?![代级报月])|天|小时|学期){AFTER}"
)
_TWICE_A_YEAR = ("twice a year", "semiannual", "semiannually", "biannual", "biannually", "half-yearly")
_LONG_WHILE = re.compile("(?:等|说|看|想|找|喊|讲|聊|忙|愣|琢磨|老)了?半天|半天[也不没都才]")
_DIGIT = "[一二两三四五六七八九]"
_UNIT = (
    "(?P<unit>个(?:小时|钟头|月(?!亮)|星期|学期|世纪)|小时|分钟|秒钟?|天(?![两打])|周(?![年末])|年(?![级代]))"
)
ROUGH = re.compile(
    rf"(?<![第〇零○一二三四五六七八九十百千\d])(?P<teen>[二三四五六七八九]?十)?(?P<low>{_DIGIT})(?P<high>{_DIGIT})(?P<size>[十百])?{_UNIT}"
)


def read_half(match: re.Match[str]) -> Reading | None:
    """Read 半年, 半个月 or 半小时; 等了半天 gives None."""
    unit = unit_of(match["unit"])
    if unit == "天" and _LONG_WHILE.search(match.string, max(0, match.start() - 3), match.end() + 1):
        return None
    forms = hedged(match, _half_forms(unit))
    if match["every"]:
        forms = (*every(forms), *(_TWICE_A_YEAR if unit == "年" else ()))
    return Reading(forms, UNITS[unit].many)


@lru_cache(maxsize=64)
def _half_forms(unit: str) -> tuple[str, ...]:
    half, names = Decimal("0.5"), half_names(UNITS[unit])
    others = [form for _low, value, name in equal(None, half, unit) for form in cores(value, name)]
    if unit == "月":
        others += [*cores(Decimal(2), "周"), *cores(Decimal(15), "天"), "fortnight"]
    # Six months stands well everywhere: every six months, a six-month course.
    return tuple(others + list(names)) if unit == "年" else (*names, *others)


def read_rough(match: re.Match[str]) -> Reading | None:
    """Read 两三天, 三五年, 十二三年 or 二三十年; digits that are no neighbours (三七) give None."""
    pair = neighbours(match)
    return Reading(_rough_forms(*pair, unit_of(match["unit"]))) if pair else None


@lru_cache(maxsize=256)
def _rough_forms(low: int, high: int, unit: str) -> tuple[str, ...]:
    span = UNITS[unit]

    def figures(value: Decimal) -> tuple[str, ...]:
        return figure_forms(value, words_first=True)

    forms = [*range_forms(Decimal(low), Decimal(high), (f"{{}} {span.many}", f"{{}} {span.one}"), figures)]
    if high - low < 2 or low >= 20:
        forms.sort(key=lambda form: " or " not in form)
    if low == 1:
        forms = [f"{cores(Decimal(1), unit)[0]} or two", f"a couple of {span.many}", *forms]
    if high <= 5:
        forms += [f"{few} {span.many}" for few in ("several", "a few", "few")]
    if unit == "年" and low % 10 == 0 and high < 100:
        forms += range_forms(Decimal(low // 10), Decimal(high // 10), ("{} decades",), figures)
    return tuple(dict.fromkeys(forms))
