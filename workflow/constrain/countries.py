"""Counts of countries, and their English: 六国重点支流 are those of six countries, no six tributaries.

Refused: 两国 (both sides), 三国时期, 六国语言 (languages), 八国联军 and other names, and the sum of a list (中老缅泰四国).
"""

import re
from collections.abc import Iterator
from itertools import islice

from workflow.constrain.alternatives import either
from workflow.constrain.counts import sums_up_a_list
from workflow.constrain.figures import figure_forms
from workflow.constrain.numerals import number_value
from workflow.constrain.spans import START, Reading

# What the countries are of: one span with their number, since its English stands between that and its noun.
_REGIONS = {
    "澜湄": ("Lancang-Mekong", "Mekong"), "下湄公河": ("Lower Mekong",), "湄公河": ("Mekong",), "东盟": ("ASEAN",),
    "拉美": ("Latin American",), "中亚": ("Central Asian",), "东南亚": ("Southeast Asian",), "南亚": ("South Asian",),
}  # fmt: skip
COUNTRIES = re.compile(
    rf"(?:(?P<region>{either(_REGIONS)})(?:沿岸|沿线|流域|地区)?)?{START}(?<![每其])(?P<number>十[一二三四五六七八九]?|[三四五六七八九])国"
    r"(?!家|际|内|外(?!长|交)|语|文|货|道|别)"
)
_NAMES = re.compile("演义|志|时|鼎|故事|争霸|杀|联军|集团|饭店")
NEEDED = re.compile("[三四五六七八九十]国")
# Of these every country has one: six delegations are those of six countries.
_ONE_EACH = re.compile(
    "代表团|央行|中央银行|政府|外长|外交部|[^，。；、]{0,6}部长?(?!门)|领导人|元首|首脑|总理|首都|首府|国旗|大使|驻|使节|交易所"
)
_NOUNS = (
    "countries",
    "nations",
    "states",
    "country",
    "nation",
    "member states",
    "governments",
    "capitals",
    "parties",
)


def read_countries(match: re.Match[str]) -> Reading | None:
    """Read 六国 as six countries; the figure alone is right where each of them has one of what stands behind."""
    value, text = number_value(match["number"]), match.string
    if (
        value is None
        or _NAMES.match(text, match.end())
        or sums_up_a_list(text, match.start("number"), int(value))
    ):
        return None
    figures = figure_forms(value, words_first=True)
    alone = _ONE_EACH.match(text, match.end()) or len(list(islice(NEEDED.finditer(text), 2))) > 1
    if match["region"]:
        regions = _REGIONS[match["region"]]
        return Reading(
            tuple(form for region in regions for form in _of_a_region(figures, region, alone=bool(alone)))
        )
    forms = [f"{figure} {noun}" for noun in _NOUNS for figure in figures]
    forms += ["the countries", "each country", "all countries"]
    if value == 3:
        forms += ["trilateral", "tri-border", "trinational"]
    return Reading((*forms, *(figures if alone else ())))


def _of_a_region(figures: tuple[str, ...], region: str, *, alone: bool) -> Iterator[str]:
    """Yield five Mekong countries, five countries of the Mekong, the Mekong's five countries."""
    for figure in figures:
        yield from (f"{figure} {region} {noun}" for noun in _NOUNS)
        yield from (f"{figure} {region} {noun}" for noun in ("members", "River countries", "Basin countries"))
    yield from (f"{region} {figure}-{noun}" for figure in figures for noun in ("nation", "country"))
    for figure in figures:
        for noun in ("countries", "nations", "member states", "members"):
            yield from (
                f"{figure} {noun} {of} {region}"
                for of in ("of", "of the", "in", "in the", "along the", "on the")
            )
            yield f"{region}'s {figure} {noun}"
    if alone:
        yield from (f"{figure} {region}" for figure in figures)
    yield from (f"{region} countries", f"each {region} country", f"all {region} countries")
