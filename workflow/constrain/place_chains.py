"""Join places that lie in one another: 云南省西双版纳州景洪市 is Jinghong, Xishuangbanna Prefecture, Yunnan Province."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial, reduce

from workflow.constrain.bodies import Piece, joined
from workflow.constrain.homes import homes
from workflow.constrain.offices import COUNTRY_ADJECTIVES, MORE_ADJECTIVES, with_article
from workflow.units import Constraint

# What a place is in by its class; a Chinese province needs none. A country stays apart: whose place it is, checks ask.
LARGER = re.compile("(?:省|自治区|自治州|州|市|县|府|地区)$")
SETTLED = re.compile("(?:省|自治区|州|市|县|区|府|旗|镇|乡|村|街道)$")
FEATURE = re.compile(
    r"(?:River|Lake|Sea|Bay|Basin|Mountains?|Island|Reserve|Park|Area|Port|Zone|Valley|Reservoir|Dam|Wetlands?|Delta)$"
)
# What may stand behind: neither more places that lie there (广西南宁、百色) nor the rest of a longer name (清莱府美塞大学).
BEHIND = re.compile(
    r"$|[，。；：！？）)”》]|的|召开|举[行办]|开[幕展营]|考察|调研|参[加观训]|出席|启[动用]|成立|揭牌|访问|实地|进行"
    r"|落[成户]|登陆|发生|设立|建[成立设]|查获|签[署订约]|试点|正式|联合|顺利|成功|圆满|隆重|共同|境内"
)
# Autonomous regions and an island without their class.
REGIONS = frozenset({"广西", "内蒙古", "西藏", "新疆", "宁夏", "海南"})
MOST = 2


def chains(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with places made one that stand right behind one another, each in the one before it."""
    out: list[Piece] = []
    at = 0
    while at < len(pieces):
        end = at + 1
        while end < len(pieces) and _nested(text, pieces[end - 1], pieces[end]):
            end += 1
        whole = end > at + 1 and BEHIND.match(text, pieces[end - 1].end) is not None
        out += [reduce(partial(_joined, text), pieces[at:end])] if whole else pieces[at:end]
        at = end
    return out


def in_countries(
    text: str, constraints: Sequence[Constraint], is_place: Callable[[str], bool]
) -> tuple[Constraint, ...]:
    """Return the constraints with a country and the place right behind it made one: 老挝万象 is Vientiane, Lao PDR.

    For an engine alone, which keeps the Chinese order; a human says the country elsewhere or not at all.
    """
    out: list[Constraint] = []
    for c in constraints:
        country = out[-1] if out and out[-1].end == c.start else None
        if (
            country
            and c.kind == country.kind == "term"
            and country.target in COUNTRY_ADJECTIVES
            and c.target not in COUNTRY_ADJECTIVES
            and country.target not in c.target
            and is_place(c.source)
            and BEHIND.match(text, c.end)
        ):
            home = with_article(country.target)
            forms = [f"{name}{mark}{home}" for mark in (", ", " in ", " of ") for name in c.targets[:MOST]]
            forms += [f"{country.target}'s {name}" for name in c.targets[:MOST]]
            forms += [f"{COUNTRY_ADJECTIVES[country.target]} {name}" for name in c.targets[:MOST]]
            out[-1] = replace(
                c,
                start=country.start,
                source=text[country.start : c.end],
                targets=tuple(dict.fromkeys(forms)),
            )
        else:
            out.append(c)
    return tuple(out)


def _nested(text: str, larger: Piece, smaller: Piece) -> bool:
    if larger.end != smaller.start or larger.kind != "place" or smaller.kind != "place":
        return False
    return larger.binds and smaller.binds and _is_larger(text, larger) and not _is_country(smaller)


def _joined(text: str, larger: Piece, smaller: Piece) -> Piece:
    """Join a place and one in it; English has the smaller first."""
    feature = FEATURE.search(smaller.targets[0]) and not SETTLED.search(smaller.zh(text))
    orders = ("{0} in {1}", "{0}, {1}", "{0} of {1}", "{1}'s {0}")
    forms = [
        order.format(inner, with_article(outer))
        for order in (orders if feature else (orders[1], orders[0], *orders[2:]))
        for outer in larger.targets[:MOST]
        for inner in smaller.targets[:MOST]
    ]
    return joined(larger, smaller, "place", forms)


def _is_country(place: Piece) -> bool:
    return place.targets[0] in COUNTRY_ADJECTIVES or place.targets[0] in MORE_ADJECTIVES


def _is_larger(text: str, place: Piece) -> bool:
    zh = place.zh(text)
    return zh in homes().provinces or zh in REGIONS or LARGER.search(zh) is not None
