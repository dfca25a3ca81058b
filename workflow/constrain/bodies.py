"""Bodies in Chinese text that the glossary lacks as a whole: a country's ministry, its department, a local bureau."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workflow.constrain.offices import (
    COUNTRY_ADJECTIVES,
    LEVELS,
    LOCAL_BODIES,
    LOCAL_COMMISSIONS,
    MISSIONS,
    with_article,
)

GOVERNMENT = ("部", "司", "厅", "局", "署")
PARENTS = (*GOVERNMENT, *"海关 委 会 院 大学 公司 办公室 研究所 秘书处 府 银行".split())
PARTS = (*GOVERNMENT, "处", "中心", "院", "所", "室", "委员会", "站")
BODIES = ("organization", "part")
BRANCHES = {"分行": "Branch", "支行": "Sub-branch", "分公司": "Branch", "分局": "Branch"}
OFFICE_AHEAD = re.compile(
    "(?:原|前)?[\u4e00-\u9fff]{0,4}?(?:主任|长|专家|视员|研员|代表|参赞|秘书|主席|教授)"
)
MOST_TARGETS = 18
REGION = "自治区"
# How bodies begin that are part of no other: 联合国环境署 is none of 同济大学.
OF_THEIR_OWN = ("National ", "International ", "United Nations ", "World ", "Global ", "ASEAN ", "Asian ")
ADMINISTRATION = re.compile("(?:管护|管理)(?:总?局|处|所|中心)")
COMMITTEES = {**LEVELS, "省": "Provincial", REGION: "Regional"}
PLACES_OF = {"Provincial": "Province", "Regional": "Region", "Municipal": "City"}
# 昆明市委 before what such a committee has; 市委员会 and 县委托 are other words.
COMMITTEE = re.compile(
    "党委(?!员)|委(?=常委|副?书记|宣传部|组织部|统战部|政法委|办公室|[省市州县区]政府|[、，。；：）)/和与及]|$)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a span of the folded text with its accepted English; one that does not bind serves composing only.

    The kind is a glossary kind, "office" for a composed one, or "part" for a body that is named only together
    with its parent: 国际合作司 of some ministry.
    """

    start: int
    end: int
    kind: str
    targets: tuple[str, ...]
    binds: bool = True

    def zh(self, text: str) -> str:
        """Return the Chinese of the piece."""
        return text[self.start : self.end]


def joined(first: Piece, last: Piece, kind: str, targets: Iterable[str]) -> Piece:
    """Return the piece from the first to the last with the given English, repeated forms left out."""
    return Piece(first.start, last.end, kind, tuple(dict.fromkeys(targets))[:MOST_TARGETS])


def local_bodies(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with a place and the local body behind it made one: 保山市 + 水利局.

    A body's name covers the pieces that stand in it.
    """
    out: list[Piece] = []
    covered = 0
    for piece in pieces:
        if piece.start < covered:
            continue
        body = _behind_place(text, piece) if piece.kind == "place" else None
        if body and out and out[-1].end > body.start:  # 中共 before a committee
            out.pop()
        out.append(body or piece)
        covered = out[-1].end
    return out


def _behind_place(text: str, place: Piece) -> Piece | None:
    """Join a place and the body or mission behind it whose name needs no entry."""
    if text.startswith("驻华", place.end):
        to_china = mission(text, place, Piece(place.end + 1, place.end + 2, "place", ("China",)))
        if to_china:
            return to_china
    return _local_body(text, place) or _committee(text, place) or _administration(text, place)


def _local_body(text: str, place: Piece) -> Piece | None:
    zh, rest = place.zh(text), text[place.end : place.end + 16]
    if place.targets[0] in COUNTRY_ADJECTIVES:
        return None
    for name, english in LOCAL_COMMISSIONS.items():
        if rest.startswith(name):
            return _local(place, len(name), _level(zh), english, english)
    for name, english in LOCAL_BODIES.items():
        ending = rest.removeprefix(name)[:1]
        if (
            rest.startswith(name)
            and ending in ("厅", "局", "委")
            and rest[len(name) + 1 : len(name) + 2] not in ("级", "部")
        ):
            bureau = f"{english} Bureau"
            if ending == "厅" and _level(zh) in LEVELS:  # Viet Nam's cities have departments
                return _local(place, len(name) + 1, "", f"Department of {english}", bureau)
            department = bureau if _level(zh) == REGION and ending == "局" else f"Department of {english}"
            return _local(place, len(name) + 1, _level(zh), department, bureau)
    return None


def _committee(text: str, place: Piece) -> Piece | None:
    """Join a place and the Party committee behind it: 昆明市委, 广西壮族自治区党委, with a 中共 before it."""
    match, level = COMMITTEE.match(text, place.end), _level(place.zh(text))
    word = COMMITTEES.get(level)
    if match is None or word is None or (match[0] == "党委") != (level == REGION):
        return None
    name = place.targets[0]
    bare = name.split(" ")[0] if level == "州" else name.removesuffix(f" {PLACES_OF.get(word, word)}")
    start = place.start - len("中共") * text.endswith("中共", 0, place.start)
    names: tuple[str, ...] = (f"CPC {bare} {word} Committee", f"{bare} {word} Party Committee")
    names += (
        f"{bare} {word} Committee of the CPC",
        f"{bare} {word} Committee of the Communist Party of China",
    )
    names += (f"CPC {name} Committee", f"CPC Committee of {name}", f"Party Committee of {name}")
    return Piece(start, match.end(), "organization", names)


def _administration(text: str, place: Piece) -> Piece | None:
    """Join a park or reserve and the body that looks after it: 西双版纳国家级自然保护区管护局."""
    match = ADMINISTRATION.match(text, place.end)
    if match is None or not place.zh(text).endswith(("保护区", "公园")):
        return None
    words = ("Administration", "Management Bureau", "Administration Bureau", "Management Office")
    forms = [f"{words[0]} of {name}" for name in place.targets[:2]]
    forms += [f"{name} {word}" for word in words for name in place.targets[:2]]
    forms += [f"{word} of {with_article(place.targets[0])}" for word in words[1:]]
    return Piece(place.start, match.end(), "organization", tuple(dict.fromkeys(forms)))


def _level(place: str) -> str:
    """Return the last character of a place's Chinese, or REGION: 自治区 and 特别行政区 are no districts."""
    return REGION if place.endswith(("自治区", "特别行政区")) else place[-1]


def _local(place: Piece, length: int, level: str, provincial: str, municipal: str) -> Piece:
    name = place.targets[0]
    bare = name
    for ending in (" Province", " County", " Prefecture", " District"):
        bare = bare.removesuffix(ending)
    targets: tuple[str, ...]
    if level == REGION:
        names = (name, f"the {name}", *place.targets[1:])
        targets = (
            *(f"{provincial} of {one}" for one in names),
            *(f"{one} {own}" for one in place.targets for own in dict.fromkeys((provincial, municipal))),
            *(f"{municipal} of {one}" for one in names),
        )
    elif level in LEVELS:
        short = bare.split(" ")[0] if level == "州" else bare
        targets = (
            f"{short} {LEVELS[level]} {municipal}",
            f"{short} {municipal}",
            f"{municipal} of {name}",
            f"{name} {municipal}",
            f"{provincial} of {name}",
        )
    else:
        targets = (
            f"{provincial} of {with_article(name)}",
            f"{bare} Provincial {provincial}",
            f"{name} {provincial}",
            f"{bare} {provincial}",
        )
    return Piece(place.start, place.end + length, "organization", targets)


def mission(text: str, country: Piece, host: Piece) -> Piece | None:
    """Join 越南 驻 昆明 总领事馆; the host piece is extended by the mission's name."""
    if country.kind != "place" or host.kind != "place" or text[country.end : host.start] != "驻":
        return None
    for name, patterns in MISSIONS.items():
        if text.startswith(name, host.end) and not text.startswith("馆", host.end + len(name)):
            kind = "organization" if name.endswith("馆") else "office"
            home, place = country.targets[0], host.targets[0]
            adjective = COUNTRY_ADJECTIVES.get(home, home)
            filled = [
                p.format(with_article(home), with_article(place), adjective=adjective) for p in patterns
            ]
            return Piece(country.start, host.end + len(name), kind, tuple(filled))
    return None


def country_body(text: str, country: Piece, body: Piece) -> Piece | None:
    """Join 泰国 and 自然资源与环境部; a body whose English names its country already keeps it."""
    if country.end != body.start or country.kind != "place" or body.kind != "organization":
        return None
    home, zh = country.targets[0], body.zh(text)
    if home not in COUNTRY_ADJECTIVES or home in body.targets[0]:
        return None
    if not zh.endswith(GOVERNMENT) and not (home == "China" and "部" in zh[:-1]):
        return None
    named = [f"{body.targets[0]} of {with_article(home)}", f"{body.targets[0]}, {home}"]
    if ", " not in body.targets[0]:
        named += [f"{COUNTRY_ADJECTIVES[home]} {body.targets[0]}", f"{home}'s {body.targets[0]}"]
    if home == "China":
        named += body.targets
    return joined(country, body, "organization", named)


def body_part(text: str, body: Piece, part: Piece) -> Piece | None:
    """Join 水利部 and 国际合作司: the part comes first in English."""
    if body.end != part.start or body.kind not in BODIES or part.kind not in BODIES:
        return None
    if not body.binds or not body.zh(text).endswith(PARENTS) or not part.zh(text).endswith(PARTS):
        return None
    whole, inner = body.targets[0], part.targets[0]
    if part.binds and ("China" in inner or ", " in inner):
        return None
    if part.binds and inner.startswith(OF_THEIR_OWN):
        return None
    short = body.targets[1:2]
    forms = [f"{inner}, {whole}", f"{inner} of {with_article(whole)}"]
    forms += [form for name in short for form in (f"{inner}, {name}", f"{inner} of {with_article(name)}")]
    return joined(body, part, "organization", forms)


def province_body(text: str, province: Piece, body: Piece) -> Piece | None:
    """Join 云南省 and the composed 昆明市水务局."""
    if province.end != body.start or province.kind != "place" or body.kind != "organization":
        return None
    place = province.targets[0]
    if not province.zh(text).endswith(("省", "自治区")) or "市" not in body.zh(text)[:4]:
        return None
    return joined(
        province,
        body,
        "organization",
        (f"{body.targets[0]}, {place}", *(f"{t}, {place}" for t in body.targets)),
    )


def branch(text: str, bank: Piece, place: Piece) -> Piece | None:
    """Join a bank or company and the place of its branch: 中国农业发展银行 + 保山市 + 分行."""
    name = next((zh for zh in BRANCHES if text.startswith(zh, place.end)), "")
    if not name or bank.kind != "organization" or place.kind != "place" or bank.end != place.start:
        return None
    word, whole = BRANCHES[name], bank.targets[0]
    forms = [
        form
        for one in place.targets[:5]
        for form in (
            f"{one} {word} of {with_article(whole)}",
            f"{one} {word}, {whole}",
            f"{whole} {one} {word}",
        )
    ]
    return Piece(
        bank.start, place.end + len(name), "organization", tuple(dict.fromkeys(forms))[:MOST_TARGETS]
    )


def two_names(text: str, first: Piece, second: Piece) -> Piece | None:
    """Join two names of one body with a slash between them: what follows is held in both."""
    if first.kind != "organization" or second.kind != "organization" or text[first.end : second.start] != "/":
        return None
    if not OFFICE_AHEAD.match(text, second.end):
        return None
    pairs = [(one, two) for one in first.targets[:2] for two in second.targets[:2]]
    forms = [f"{one}{mark}{two}" for one, two in pairs for mark in ("/", " / ")]
    return joined(first, second, "organization", forms)
