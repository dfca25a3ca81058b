"""Compose names the glossary lacks as a whole: the bodies of bodies.py, and the offices held in them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from workflow.constrain.bodies import (
    BODIES,
    MOST_TARGETS,
    PARTS,
    Piece,
    body_part,
    branch,
    country_body,
    joined,
    local_bodies,
    mission,
    province_body,
    two_names,
)
from workflow.constrain.field_offices import field_offices
from workflow.constrain.offices import COUNTRY_ADJECTIVES, head_titles, with_article
from workflow.constrain.place_chains import chains

HEADS_OF_PLACES = (
    "省长",
    "市长",
    "县长",
    "州长",
    "总理",
    "首相",
    "总统",
    "国家主席",
    "副主席",
    "外长",
    "国会主席",
    "府尹",
)
# The second man of a ministry, province or city is Vice in China, Deputy in these.
ABROAD = ("Lao PDR", "Myanmar", "Thailand", "Viet Nam", "Cambodia")
# What stands before an office that somebody no longer holds, or held at the time; the first word is fed.
FORMER = {
    "前任": ("former", "previous"),
    "原任": ("former",),
    "时任": ("then", "the then", "then-", "former"),
    "原": ("former",),
    "前": ("former",),
}
# 原 begins a word behind these, in 高原 and 还原 it ends one.
BEFORE_FORMER = "，、；/(（：:。“ 由和与及请向是为对"

Rule = Callable[[str, Piece, Piece], Piece | None]


def compose(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a folded text with neighbours joined into names and offices, in order.

    Joined are a place and its local body, a country's mission in another, a country and its ministry, a body
    and its department, a body and the position held in it, places that lie in one another. What does not bind by
    itself is then dropped.
    """
    found = field_offices(text, local_bodies(text, pieces))
    for rule in (
        mission,
        branch,
        country_body,
        body_part,
        province_body,
        two_names,
        _place_office,
        _office,
        _former_abroad,
    ):
        found = _join(text, found, rule) if len(found) > 1 else found
    found = chains(text, found)
    return [_former(text, piece) for piece in (_head(text, piece) for piece in found) if piece.binds]


def _join(text: str, pieces: Iterable[Piece], rule: Rule) -> list[Piece]:
    """Return the pieces with each pair that a rule joins made one, from left to right."""
    out: list[Piece] = []
    for piece in pieces:
        if out and piece.start < out[-1].end:
            continue
        while out and (made := rule(text, out[-1], piece)) is not None:
            out.pop()
            piece = made
        out.append(piece)
    return out


def _office(text: str, body: Piece, position: Piece) -> Piece | None:
    """Join a body and the position held in it, with 原 between them where it is a former one.

    A position that varies (研究员) is joined only where a rule says what the body's head is called.
    """
    between = text[body.end : position.start]
    if body.kind not in BODIES or position.kind != "position" or between not in ("", *FORMER):
        return None
    ruled = head_titles(body.zh(text), position.zh(text))
    if not ruled and not position.binds:
        return None
    titles = tuple(dict.fromkeys((*ruled, *position.targets)))[:3]
    if body.targets[0].rpartition(" of ")[2] in ABROAD:
        titles = tuple(sorted(titles, key=lambda title: title.startswith("Vice ")))
    former = "former " if between else ""
    of_body = [f"{former}{form}" for form in _offices_of(titles, body.targets[:3])]
    alone = body.start == 0 and position.end == len(text) and "Minister of" not in of_body[0]
    first = [f"{former}{titles[0]}, {body.targets[0]}"] if alone else []
    return joined(body, position, "office", [*first, *of_body])


def _offices_of(titles: Sequence[str], bodies: Sequence[str]) -> list[str]:
    """Return the offices of a body in running text: "Director of the X", "Director, X", "Vice Minister of Y"."""
    forms = []
    for body in bodies:
        for title in titles:
            if title.endswith("Minister") and body.startswith("Ministry of "):
                forms.append(f"{title} of {body.removeprefix('Ministry of ')}")
            forms += [
                f"{title} of {with_article(body)}",
                f"{title}, {body}",
                f"{title} at {with_article(body)}",
            ]
    return forms


def _place_office(text: str, place: Piece, position: Piece) -> Piece | None:
    """Join a country, province or city and its head: 老挝总理, 昆明市副市长."""
    zh = position.zh(text) if position.kind == "position" else ""
    if (
        place.kind not in ("place", "organization")
        or place.end != position.start
        or not zh.endswith(HEADS_OF_PLACES)
    ):
        return None
    names = place.targets[:2]
    if place.kind == "organization":
        if not place.zh(text).endswith("人民政府"):
            return None
        names = tuple(dict.fromkeys((*names, *(_place_of(name) for name in names[:1]))))
    titles = _titles(place.zh(text).removesuffix("人民政府"), zh, position.targets)[:3]
    forms = [f"{title} of {with_article(name)}" for name in names for title in titles]
    home = place.targets[0]
    return joined(
        place, position, "office", (*forms, *(f"{COUNTRY_ADJECTIVES.get(home, home)} {t}" for t in titles))
    )


def _place_of(government: str) -> str:
    """Return the place of a people's government: "Kunming Municipal People's Government" is that of Kunming."""
    name = government.replace("People's Government of ", "").replace(" People's Government", "")
    for level in (" Municipal", " Provincial", " Prefectural", " District", " County"):
        name = name.replace(level, level if level in (" County", " District") else "")
    return name


def _titles(body: str, position: str, own: tuple[str, ...]) -> tuple[str, ...]:
    ruled = head_titles(body, position)
    return tuple(dict.fromkeys((*ruled, *own))) if ruled else own


def _head(text: str, piece: Piece) -> Piece:
    """Return a position that varies as a binding one where a body without known English stands before it."""
    before = text[max(0, piece.start - 8) : piece.start]
    if piece.binds or piece.kind != "position" or not before.endswith((*PARTS, "会", "学")):
        return piece
    titles = head_titles(before, piece.zh(text))
    return (
        replace(piece, targets=tuple(dict.fromkeys((*titles, *piece.targets))), binds=True)
        if titles
        else piece
    )


def former(text: str, start: int) -> str:
    """Return the 原, 前 or 时任 that stands before a place of a text, or nothing."""
    return next((word for word in FORMER if text.endswith(word, 0, start)), "")


def as_former(word: str, titles: Iterable[str]) -> tuple[str, ...]:
    """Return the titles of an office as those of a former one, or of the one who held it at the time (时任)."""
    english, titles = FORMER[word], tuple(titles)
    forms = [f"{lead}{'' if lead.endswith('-') else ' '}{title}" for lead in english for title in titles]
    return (*forms, *(f"{title} at the time" for title in titles if word == "时任"))


def _former(text: str, piece: Piece) -> Piece:
    """Return an office with 原 before it as a former one, where 原 begins the text, a clause or an item of a list."""
    word = former(text, piece.start) if piece.kind in ("position", "office") else ""
    start = piece.start - len(word)
    if not word or (start > 0 and text[start - 1] not in BEFORE_FORMER):
        return piece
    return replace(piece, start=start, targets=as_former(word, piece.targets)[:MOST_TARGETS])


def _former_abroad(text: str, country: Piece, office: Piece) -> Piece | None:
    """Join a country and its former minister: 泰国前环境部长."""
    between = text[country.end : office.start]
    home = country.targets[0]
    if country.kind != "place" or office.kind not in ("position", "office") or between not in ("原", "前"):
        return None
    if home not in COUNTRY_ADJECTIVES or not office.binds or "former" in office.targets[0]:
        return None
    titles, adjective = office.targets[:3], COUNTRY_ADJECTIVES[home]
    forms = [f"former {title} of {with_article(home)}" for title in titles]
    forms += [f"{home}'s former {title}" for title in titles] + [
        f"former {adjective} {title}" for title in titles
    ]
    return joined(country, office, "office", forms)
