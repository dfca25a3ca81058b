"""Write addresses in English order: 南屿市屿东区观海路7号 is No. 7 Guanhai Road, Yudong District, Nanyu.

A road is read in pinyin whatever its characters mean. What is refused: an address with the name of a building behind its
number, whose English is no reading.
"""

import re
from collections.abc import Sequence
from itertools import product

from workflow.constrain.bodies import MOST_TARGETS, Piece
from workflow.constrain.gazetteer import readings_of

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
ROAD = re.compile(
    rf"(?P<stem>[^\\W\\da-zA-Z省市县区镇乡]{{1,5}}?)(?P<side>[{''.join(SIDES)}]?)(?P<kind>{'|'.join(ROADS)})"
    r"(?P<number>\d+(?:-\d+)?)号(?:(?P<building>\d+)(?:号楼|[栋座幢]))?(?:(?P<floor>\d+)[层楼])?(?:(?P<room>\d+)室)?"
)
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
        found.append(Piece(areas[-1].start, match.end(), "place", _forms(match, areas)))
    return found


def _forms(match: re.Match[str], areas: Sequence[Piece]) -> tuple[str, ...]:
    number = match["number"]
    inside = [
        f"{word} {match[group]}"
        for group, word in (("room", "Room"), ("floor", "Floor"), ("building", "Building"))
        if match[group]
    ]
    around = [", ".join(one) for one in product(*(area.targets[:2] for area in areas))][:4]
    forms = [
        ", ".join((*inside, f"{lead} {road}", where))
        for where in around
        for road in _roads(match)
        for lead in (f"No. {number}", number, f"No. {number},")
    ]
    return tuple(dict.fromkeys(forms))[: 2 * MOST_TARGETS]


def _roads(match: re.Match[str]) -> list[str]:
    name, side = readings_of(match["stem"])[0], SIDES.get(match["side"], "")
    kinds = ROADS[match["kind"]]
    if not side:
        return [f"{name} {kind}" for kind in kinds]
    return [form for kind in kinds for form in (f"{name} {side} {kind}", f"{side} {name} {kind}")]
