"""Ages, scores with a bound, and how many a family has, and their English: 65岁以上, 三十岁出头, 年近六旬, 一家六口, 85分以上.

Refused: 旬 of a month (上旬), 去年近40家, and ages that are no one number (耄耋, 而立).
"""

import re
from decimal import Decimal

from workflow.constrain.counts import BOUND
from workflow.constrain.figures import figure_forms, spelled
from workflow.constrain.hedges import HEDGES_BEFORE, Hedge
from workflow.constrain.numerals import NUMBER, number_value
from workflow.constrain.spans import (
    BEFORE,
    NO_HEDGE,
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
_ELDERS = "老人|老汉|老翁|老妇|老太|老者|老农|老党员|老兵|老师傅|高龄|老母|老父|以上|上下|左右|开外|有余|有[一二三四五六七八九]"
# 去年近40家 is nearly 40 of last year; an age in figures stands before 岁, 的 or a mark.
_NO_YEAR = "(?<![去今明后近当全每多同前往翌次隔来上下头半成青少老中新\\d〇零一二三四五六七八九十百千几数两])"
YEARS_OF_LIFE = re.compile(
    rf"(?:(?:{_NO_YEAR}年(?P<way>[近将逾过愈届满约已])|(?P<bare>近|将近|逾|已[近逾过]?)?)"
    r"(?:(?P<tens>[二三四五六七八九])旬|(?P<name>花甲|古稀)(?:之年)?)"
    rf"|{_NO_YEAR}年(?P<path>[近将逾过愈届满约已])(?:(?P<half>半百)|(?P<number>{NUMBER})(?:周?岁|(?=[的，。、；]|$))))(?P<elder>(?={_ELDERS}))?"
)
LIFE_NEEDED = re.compile("旬|花甲|古稀|年[近将逾过愈届满约已]")
MIN_AGE, MAX_AGE = 20, 120
_NAMED_AGES = {"花甲": 60, "古稀": 70}
_NEARLY = Hedge((*HEDGES_BEFORE["近"].before, "nearing", "going on", "getting on for", "pushing"))
_WAYS = {"近": _NEARLY, "将": _NEARLY, "约": HEDGES_BEFORE["约"]} | dict.fromkeys("逾过愈", _AGES["开外"])
_GENARIANS = {60: "sexagenarian", 70: "septuagenarian", 80: "octogenarian", 90: "nonagenarian"}
FAMILY = re.compile(
    rf"(?:[一全](?:大|小)?家(?:老小|老少|大小)?(?P<all>{NUMBER})口(?![井锅灶缸塘之])人?|(?P<number>{NUMBER})口之家)"
)
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
    names = (f"{age}s", _plural(age))
    return tuple(f"early {name}" for name in names) if bound == "出头" else names


def read_years_of_life(match: re.Match[str]) -> Reading | None:
    """Read 年近六旬 as nearly 60, 年逾古稀 as over 70, 八旬老人 as 80, an octogenarian."""
    age = _age(match)
    way = match["way"] or match["path"]
    sure = way or match["elder"] is not None or (match["name"] and match[0].endswith("之年"))
    if age is None or not sure:
        return None
    hedge = _WAYS.get(way or (match["bare"] or "")[-1:], NO_HEDGE)
    forms = with_hedge(
        hedge,
        tuple(
            one for figure in figure_forms(age) for one in (figure, f"age {figure}", f"the age of {figure}")
        ),
    )
    return Reading(tuple(dict.fromkeys((*forms, *_named_decade(int(age), hedge)))))


def _age(match: re.Match[str]) -> Decimal | None:
    if match["number"]:
        value = number_value(match["number"])
        return value if value is not None and MIN_AGE <= value <= MAX_AGE else None
    if match["half"]:
        return Decimal(50)
    if match["name"]:
        return Decimal(_NAMED_AGES[match["name"]])
    return 10 * (number_value(match["tens"]) or Decimal(0))


def _named_decade(age: int, hedge: Hedge) -> tuple[str, ...]:
    """Return the decade of life that an age is in: her late fifties where she is nearly 60, else her sixties."""
    if age % 10 or not 30 <= age <= 90:
        return ()
    if hedge is _NEARLY:
        return (f"late {age - 10}s", f"late {_plural(age - 10)}")
    genarian = _GENARIANS.get(age)
    return (f"{age}s", _plural(age), *((genarian,) if genarian else ()))


def _plural(tens: int) -> str:
    return f"{spelled(tens)[:-1]}ies"


def read_family(match: re.Match[str]) -> Reading | None:
    """Read 一家六口 and 六口之家 as a family of six."""
    value = number_value(match["number"] or match["all"])
    if value is None or not 1 < value < MAX_AGE:
        return None
    figures = figure_forms(value, words_first=True)
    named = [f"{word} of {figure}" for word in ("family", "household") for figure in figures]
    return Reading((*named, *figures))
