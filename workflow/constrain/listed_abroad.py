"""Find the provinces of other countries that a list names without their class: 谅山、高平、广宁、河江四省.

Many are everyday words or Chinese places too (高平, 和平, 太平, 老街): one binds only beside another place abroad, and only
where one of the list is nothing else. Right behind its country one needs no list (柬埔寨上丁) but must be nothing else.
"""

import re
from collections.abc import Iterator, Sequence

from workflow.constrain.cedict import glosses
from workflow.constrain.gazetteer import gazetteer
from workflow.constrain.glossary import Glossary
from workflow.constrain.offices import PROVINCES
from workflow.constrain.place_context import is_foreign
from workflow.units import Constraint

MARKS = "、和与及"
# 西哈努克城 is no province.
CITIES = "城港市县国"
WATERS = tuple("江河")
CLASS = re.compile(
    "(?:等地?|[、和与及][\u4e00-\u9fff]{2,7}?)[一二两三四五六七八九十\\d]{0,3}个?府(?![尹上邸衙级城谷内])"
)
SHORTEST, LONGEST = 2, 7


def find(text: str, glossary: Glossary) -> Iterator[Constraint]:
    """Yield the provinces of a list in order, each with its bare name and its name in full as English."""
    if not glossary.bare_places:
        return
    chain: list[re.Match[str]] = []
    for match in glossary.bare_pattern.finditer(text):
        entry = glossary.bare_places[match["name"]]
        if not is_foreign(entry.zh, entry.en) or text[match.end() : match.end() + 1] in tuple(CITIES):
            continue
        if _begins_a_word(text, match):
            continue
        if chain and (chain[-1].end() + 1 != match.start() or text[match.start() - 1] not in MARKS):
            yield from _of_chain(text, chain, glossary)
            chain = []
        chain.append(match)
    if chain:
        yield from _of_chain(text, chain, glossary)


def classes(text: str, glossary: Glossary) -> Iterator[Constraint]:
    """Yield the class that closes a list of Thai provinces: 清迈、清莱、夜丰颂等府 are provinces, no prefectures."""
    for match in CLASS.finditer(text) if "府" in text else ():
        thai = next(
            (
                entry
                for name in re.findall(
                    r"[\u4e00-\u9fff]{2,7}", text[max(0, match.start() - 24) : match.start()]
                )
                if (entry := glossary.bare_places.get(name) or glossary.preferred(f"{name}府"))
            ),
            None,
        )
        if thai and thai.zh.endswith("府"):
            yield Constraint(
                match.end() - 1, match.end(), "府", ("provinces", "Provinces", "province"), "term"
            )


def _of_chain(text: str, chain: Sequence[re.Match[str]], glossary: Glossary) -> Iterator[Constraint]:
    """Yield the members of a list whose class is missing, if the list is of places abroad."""
    first, last = chain[0].start(), chain[-1].end()
    before = text[first - 1 : first] in tuple(MARKS) and _known(text, first - 1, glossary, -1)
    after = text[last : last + 1] in tuple(MARKS) and _known(text, last + 1, glossary, 1)
    # 柬埔寨上丁: right behind its country.
    behind = _is_sure(chain[0]) and _known(text, first, glossary, -1)
    sure = before or after or behind or (len(chain) > 1 and any(_is_sure(match) for match in chain))
    for match in chain if sure else ():
        if match.end() == match.end("name"):
            entry = glossary.bare_places[match["name"]]
            forms = tuple(dict.fromkeys((_bare(entry.en), *glossary.targets(entry))))
            yield Constraint(match.start(), match.end(), match[0], forms, "term")


def _begins_a_word(text: str, match: re.Match[str]) -> bool:
    """Tell whether a name without its class is the beginning of a word: 太平 of 太平洋."""
    start, end = match.span("name")
    return match.end() == end and any(
        text[start : end + more] in glosses() for more in (1, 2) if end + more <= len(text)
    )


def _is_sure(match: re.Match[str]) -> bool:
    name = match["name"]
    book = gazetteer()
    if name.endswith(WATERS) and match[0] == name:
        return False  # 前江、后江 are arms of the Mekong too
    return match[0] != name or not (name in book.names or glosses().get(name, "")[:1].islower())


def _known(text: str, at: int, glossary: Glossary, way: int) -> bool:
    """Tell whether a place abroad of the glossary ends (way -1) or begins (1) at a place of the text."""
    for size in range(SHORTEST, LONGEST):
        zh = text[at : at + size] if way > 0 else text[max(0, at - size) : at]
        entry = glossary.preferred(zh)
        if entry and entry.kind == "place" and is_foreign(entry.zh, entry.en):
            return True
    return False


def _bare(english: str) -> str:
    for word in PROVINCES:
        english = english.removesuffix(f" {word}")
    return english
