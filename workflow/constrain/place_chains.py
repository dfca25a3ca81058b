"""Join places that lie in one another: 云南省西双版纳州景洪市 is Jinghong, Xishuangbanna Prefecture, Yunnan Province."""

import re
from collections.abc import Sequence
from functools import partial, reduce

from workflow.constrain.bodies import Piece, joined
from workflow.constrain.homes import homes
from workflow.constrain.offices import COUNTRY_ADJECTIVES, MORE_ADJECTIVES, with_article

# What a place is in by its class; a Chinese province needs none. A country stays apart: whose place it is, checks ask.
LARGER = re.compile("(?:省|自治区|自治州|州|市|县|府|地区)$")
SETTLED = re.compile("(?:省|自治区|州|市|县|区|府|旗|镇|乡|村|街道)$")
FEATURE = re.compile(
    r"(?:River|Lake|Sea|Bay|Basin|Mountains?|Island|Reserve|Park|Area|Port|Zone|Valley|Reservoir|Dam|Wetlands?|Delta)$"
)
# What may stand behind: neither more places that lie there (广西南宁、百色) nor the rest of a longer name (清莱府美塞大学).
BEHIND = re.compile(
    r"$|[，。；：！？）)”》]|的|召开|举[行办]|开[幕展营]|考察|调研|参[加观训]|出席|启[动用]|成立|揭牌|访问|实地|进行"
    r"|落[成户]|签[署订约]|试点|正式|联合|顺利|成功|圆满|隆重|共同|境内"
)
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
    return zh in homes().provinces or LARGER.search(zh) is not None
