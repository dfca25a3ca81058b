"""Write addresses in English order: 南屿市屿东区观海路7号 is No. 7 Guanhai Road, Yudong District, Nanyu.

A road is read in pinyin whatever its characters mean, and so are the district and the town before it that no list has.
What is refused: an address abroad, a road of a direction alone (南京西路12号 is named after Nanjing and stands elsewhere),
and the name of a building behind the number, whose English is no reading.
"""

import re
from collections.abc import Sequence
from itertools import islice, product

from workflow.constrain.bodies import MOST_TARGETS, Piece
from workflow.constrain.gazetteer import readings_of
from workflow.constrain.place_context import is_foreign
from workflow.units import HAN

ROADS = {
    "大道": ("Avenue", "Boulevard"),
    "大街": ("Street", "Avenue"),
    "胡同": ("Hutong",),
    "路": ("Road",),
    "街": ("Street",),
    "道": ("Road",),
    "巷": ("Lane", "Alley"),
    "弄": ("Lane",),
}
SIDES = {"东": "East", "西": "West", "南": "South", "北": "North", "中": "Middle"}
# What a number stands behind where there is no road: 王家坝12号. The name is read with it.
SPOTS = "坝庄桥湾营屯坊里"
AREAS = {"区": "District", "县": "County", "街道": "Subdistrict", "镇": "Town", "乡": "Township"}
KINDS = "|".join(AREAS)
AREA = re.compile(rf"(?P<name>[{HAN}]{{2,3}}?)(?P<kind>{KINDS})")
NAME = rf"(?![省市县区镇乡])[{HAN}]"
ROAD = re.compile(
    rf"市?(?P<areas>(?:[{HAN}]{{2,3}}?(?:{KINDS})){{0,2}})"
    rf"(?:(?P<stem>(?:{NAME}){{1,5}}?)(?P<side>[{''.join(SIDES)}]?)(?P<kind>{'|'.join(ROADS)})"
    rf"|(?P<spot>(?:{NAME}){{1,4}}[{SPOTS}]))(?P<number>\d+(?:-\d+)?)号(?P<yard>院)?"
    r"(?:(?P<building>\d+|[A-Z])(?:号楼|[栋座幢]))?(?:(?P<unit>\d+)单元)?"
    r"(?:(?P<floor>B?\d+(?:-\d+)?)[层楼])?(?:(?P<room>[A-Z]?\d+(?:-\d+)?)(?:室|房间?))?"
)
# What stands inside of a house, the innermost first, in the ways that English says it.
INSIDE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("room", ("Room {}",)),
    ("floor", ("Floor {}", "{}/F")),
    ("unit", ("Unit {}",)),
    ("building", ("Building {}", "Tower {}", "Block {}")),
)
MOST_INSIDE, MOST_OUTSIDE = 6, 4
GOES_ON = re.compile("[\u4e00-\u9fffA-Za-z0-9]")


def find(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the addresses of a folded text as places: the places right before a road, the road, its number."""
    ends = {piece.end: piece for piece in pieces if piece.kind == "place"}
    found: list[Piece] = []
    for piece in pieces:
        match = ROAD.match(text, piece.end) if piece.kind == "place" and piece.end in ends else None
        if match is None or GOES_ON.match(text, match.end()) or (found and piece.start < found[-1].end):
            continue
        areas = [piece]
        while areas[-1].start in ends:
            areas.append(ends[areas[-1].start])
        abroad = any(is_foreign(text[area.start : area.end], area.targets[0]) for area in areas)
        if abroad or match["stem"] in SIDES:
            continue
        found.append(Piece(areas[-1].start, match.end(), "place", _forms(match, areas)))
    return found


def _forms(match: re.Match[str], areas: Sequence[Piece]) -> tuple[str, ...]:
    number = match["number"]
    within = [[form.format(match[part]) for form in forms] for part, forms in INSIDE if match[part]]
    inside = [", ".join(one) for one in islice(product(*within), MOST_INSIDE)]
    read = [f"{readings_of(one['name'])[0]} {AREAS[one['kind']]}" for one in AREA.finditer(match["areas"])]
    outside = islice(product(*(area.targets[:2] for area in areas)), MOST_OUTSIDE)
    around = [", ".join((*reversed(read), *one)) for one in outside]
    yard = (f"Yard {number},", f"No. {number} Yard,", f"Courtyard {number},")
    forms = [
        ", ".join(filter(None, (house, f"{lead} {road}", where)))
        for house in inside
        for where in around
        for road in _roads(match)
        for lead in (yard if match["yard"] else (f"No. {number}", number, f"No. {number},"))
    ]
    return tuple(dict.fromkeys(forms))[: MOST_INSIDE * MOST_TARGETS]


def _roads(match: re.Match[str]) -> list[str]:
    if match["spot"]:
        return [readings_of(match["spot"])[0]]
    name, side = readings_of(match["stem"])[0], SIDES.get(match["side"], "")
    kinds = ROADS[match["kind"]]
    if not side:
        return [f"{name} {kind}" for kind in kinds]
    return [form for kind in kinds for form in (f"{name} {side} {kind}", f"{side} {name} {kind}")]
