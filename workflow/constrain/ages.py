"""Ages and scores with a bound behind what is counted, and their English: 65岁以上, 三十岁出头, 85分以上."""

import re

from workflow.constrain.counts import BOUND
from workflow.constrain.figures import figure_forms, spelled
from workflow.constrain.hedges import Hedge
from workflow.constrain.numerals import NUMBER
from workflow.constrain.spans import (
    BEFORE,
    SEPARATOR,
    START,
    Reading,
    bounds,
    hedge_of,
    range_forms,
    with_hedge,
)

BOUNDED = re.compile(
    rf"{BEFORE}{START}(?:(?P<low>{NUMBER})(?:周?岁|分)?{SEPARATOR})?(?P<number>{NUMBER})(?P<more>余|多)?(?P<what>周?岁|分)"
    rf"(?P<after>{BOUND}|开外|出头)(?![各的]?级)"
)
_AGES = {
    "出头": Hedge(
        ("just over", "a little over", "slightly over", "little more than", "just past", "in the early"), ("-odd", " or so"),
    ),
    "开外": Hedge(("over", "past", "more than", "well over", "above", "beyond"), ("-odd", "-plus", " or more")),
}  # fmt: skip
_WHATS = {"岁": ("years", "years of age", "years old"), "分": ("points", "percent")}


def read_bounded(match: re.Match[str]) -> Reading | None:
    """Read an age or a score with a bound: 60岁以上 is over 60, 三十岁出头 just over 30, 85分以上 85 points or above."""
    low, high = bounds(match)
    if high is None:
        return None
    hedge = _AGES.get(match["after"]) or hedge_of(match)
    figures = figure_forms(high, words_first=True)
    units = ("{}", *(f"{{}} {unit}" for unit in _WHATS[match["what"][-1:]]))
    if low is not None:
        return Reading(with_hedge(hedge, range_forms(low, high, units)))
    forms = list(with_hedge(hedge, tuple(unit.format(one) for unit in units for one in figures)))
    if match["what"].endswith("岁"):
        forms += with_hedge(hedge, tuple(f"{the}age of {one}" for the in ("the ", "") for one in figures))
        first = (
            {"上": "over ", "下": "under "}.get(match["after"][-1]) if match["after"][-2:] != "上下" else None
        )
        forms.sort(key=lambda form: not (first and form.startswith(first)))
        forms += _decade_of_life(int(high), match["after"])
    return Reading(tuple(dict.fromkeys(forms)))


def _decade_of_life(age: int, bound: str) -> tuple[str, ...]:
    """Return what somebody of such an age is in: his fifties, her early thirties."""
    if age % 10 or not 20 <= age <= 90 or bound not in ("出头", "开外", "上下", "左右", "有余"):
        return ()
    names = (f"{age}s", f"{spelled(age)[:-1]}ies")
    return tuple(f"early {name}" for name in names) if bound == "出头" else names
