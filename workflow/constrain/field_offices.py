"""Join a body and its office in a country or region (联合国开发计划署（UNDP）驻老挝代表处), and a place and its customs."""

import re
from collections.abc import Iterator, Sequence

from workflow.constrain.alternatives import either
from workflow.constrain.bodies import BODIES, MOST_TARGETS, Piece
from workflow.constrain.offices import COUNTRY_ADJECTIVES, with_article

REGIONS = {
    "亚太": "Asia and the Pacific",
    "亚洲及太平洋": "Asia and the Pacific",
    "亚洲和太平洋": "Asia and the Pacific",
    "亚洲与太平洋": "Asia and the Pacific",
    "东南亚和太平洋": "Southeast Asia and the Pacific",
    "东南亚及太平洋": "Southeast Asia and the Pacific",
    "东亚和太平洋": "East Asia and the Pacific",
    "东亚及太平洋": "East Asia and the Pacific",
    "东南亚": "Southeast Asia",
    "东亚": "East Asia",
    "南亚": "South Asia",
    "亚洲": "Asia",
}
# How an office is called; the first is fed.
KINDS = {
    "代表处": ("Office", "Representative Office", "Country Office", "Delegation", "Mission"),
    "国家代表处": ("Country Office", "Office"),
    "国别代表处": ("Country Office", "Office"),
    "办事处": ("Office", "Country Office", "Representative Office"),
    "国家办事处": ("Country Office", "Office"),
    "国别办事处": ("Country Office", "Office"),
    "国家办公室": ("Country Office", "Office"),
    "国别办公室": ("Country Office", "Office"),
    "联络处": ("Liaison Office",),
    "联络办公室": ("Liaison Office",),
}
OFFICE = re.compile(
    r"(?:\((?P<short>[A-Z][A-Za-z-]{1,11})\))?"
    rf"(?:驻(?P<region>{either(REGIONS)})|驻(?P<host>[\u4e00-\u9fff]{{2,10}}?)|(?P<home>{either(REGIONS)}))"
    rf"(?:(?P<wide>地?区域?)(?P<many>办事处|代表处|办公室)|(?P<kind>{either(KINDS)}))"
)
# 海关总署 and 海关统计 are no customs of a place.
CUSTOMS = re.compile(
    "海关(?![总署局与和及]|关[员税]|监管|代码|统计|数据|编码|法|特殊|申报|检查|查验|手续|税)"
)
ACRONYM = re.compile(r"(?<![A-Za-z0-9(/-])[A-Z]{3,8}(?=驻|亚|东|南)")


def field_offices(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a folded text with each body and its office behind it, each place and its customs made one."""
    made: list[Piece] = []
    for body in _bodies(text, pieces):
        match = OFFICE.match(text, body.end)
        office = _office(body, match, pieces) if match else None
        if office:
            made.append(office)
    made += [found for place in pieces if place.kind == "place" and (found := _customs(text, place))]
    for office in made:
        pieces = [one for one in pieces if one.end <= office.start or office.end <= one.start]
    return sorted((*pieces, *made), key=lambda one: one.start)


def _bodies(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the bodies of a text, and acronyms that no piece is."""
    bodies = [piece for piece in pieces if piece.kind in BODIES and piece.binds]
    yield from bodies
    for match in ACRONYM.finditer(text):
        if all(match.start() >= piece.end or match.end() <= piece.start for piece in bodies):
            yield Piece(*match.span(), "organization", (match[0],))


def _office(body: Piece, match: re.Match[str], pieces: Sequence[Piece]) -> Piece | None:
    region = match["region"] or match["home"]
    places: tuple[str, ...] = (REGIONS[region],) if region else ()
    if match["host"]:
        span = match.span("host")
        places = next((p.targets[:2] for p in pieces if p.kind == "place" and (p.start, p.end) == span), ())
    short = match["short"]
    names = tuple(f"{name} ({short})" for name in body.targets[:2]) if short else body.targets[:3]
    if not places:
        return None
    if region or match["wide"]:
        rows = [f"{name} Regional Office for {places[0]}" for name in names]
        rows += [f"Regional Office for {places[0]} of {with_article(name)}" for name in names]
    else:
        called = [(name, kind, place) for place in places for name in names for kind in KINDS[match["kind"]]]
        rows = [f"{name} {kind} in {with_article(place)}" for name, kind, place in called]
        rows += [f"{name} {place} {kind}" for name, kind, place in called]
        rows += [f"{kind} of {with_article(name)} in {with_article(place)}" for name, kind, place in called]
    forms = tuple(dict.fromkeys(rows))[: 2 * MOST_TARGETS]
    return Piece(body.start, match.end(), "organization", forms)


def _customs(text: str, place: Piece) -> Piece | None:
    """Join a place and its customs: 昆明海关 is Kunming Customs, 泰国海关 Thai Customs; 海关总署 is another body."""
    match = CUSTOMS.match(text, place.end)
    if match is None:
        return None
    name = place.targets[0]
    if name in COUNTRY_ADJECTIVES:
        adjective = COUNTRY_ADJECTIVES[name]
        forms = [
            f"{adjective} Customs",
            f"{adjective} customs",
            f"{name} Customs",
            f"the customs of {with_article(name)}",
        ]
        forms += [f"{name}'s customs", f"the {adjective} customs", f"customs of {with_article(name)}"]
    else:
        bare = re.sub(" (?:Province|City|County|Prefecture|District|Port)$", "", name)
        forms = [
            f"{bare} Customs",
            f"{bare} Customs District",
            f"{name} Customs",
            f"Customs of {name}",
            f"{bare} customs",
        ]
    return Piece(place.start, match.end(), "organization", tuple(dict.fromkeys(forms)))
