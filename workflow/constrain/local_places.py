"""The places of one bulletin: what one mention shows is known in all others, with its class and without (岭州市, 岭州)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workflow.constrain.cedict import glosses
from workflow.constrain.gazetteer import gazetteer
from workflow.constrain.place_context import Place
from workflow.constrain.place_names import forms
from workflow.constrain.place_tokens import Token
from workflow.constrain.place_words import CLASSES, FEATURES, NOT_BEFORE
from workflow.constrain.transcription import pinyin

SHORTEST, LONGEST = 2, 4


@dataclass(frozen=True, slots=True)
class Known:
    """Hold the English of a place that the bulletin shows: a name without its class (`bare`), only a reading."""

    targets: tuple[str, ...]
    doubtful: bool = False
    bare: bool = False


Names = Mapping[str, Known]


def registry(found: Iterable[Place]) -> dict[str, Known]:
    """Return the places that the texts of a bulletin show, by their Chinese; a name that is a word only with its class."""
    known: dict[str, Known] = {}
    for place in found:
        if not place.binds or not place.kind:
            continue
        full = place.stem + place.kind
        if full not in known or known[full].doubtful:
            known[full] = Known(forms(place.stem, place.kind), place.doubtful)
        if _stands_alone(place.stem) and (place.stem not in known or known[place.stem].doubtful):
            known[place.stem] = Known(forms(place.stem, ""), place.doubtful, bare=True)
    return known


def of_names(names: Mapping[str, str]) -> dict[str, Known]:
    """Return the places that a publisher's name in both languages begins with: 南屿湾 Nanyu Bay, 南屿 Nanyu."""
    known: dict[str, Known] = {}
    for zh, english in names.items():
        words = english.removeprefix("The ").split()
        for size in range(LONGEST, SHORTEST - 1, -1):
            stem, kind = zh[:size], zh[size : size + 1]
            if not words or pinyin(stem).replace("'", "") != words[0].lower().replace("'", ""):
                continue
            if kind in CLASSES and words[1:2] and words[1] in CLASSES[kind]:
                known[stem + kind] = Known((f"{words[0]} {words[1]}", *forms(stem, kind)))
            if _stands_alone(stem):
                known[stem] = Known((words[0],), bare=True)
            break
    return known


def known_as(place: Place, known: Names) -> Known:
    """Return a place as the bulletin knows it, by itself or by the feature in it."""
    base = known.get(place.stem + place.kind)
    return Known(place.targets, place.doubtful and (base is None or base.doubtful))


def _stands_alone(stem: str) -> bool:
    return len(stem) > 1 and (stem not in glosses() or stem in gazetteer().alone)


def mentions(text: str, words: Iterable[Token], known: Names) -> Iterator[tuple[int, int, Known]]:
    """Yield where known places stand in a text, at whole words of it that no entry covers; the longer first."""
    free = [word for word in words if word.hit is None]
    starts, ends = {word.start for word in free}, {word.end for word in free}
    for zh in sorted(known, key=len, reverse=True):
        at = text.find(zh)
        while at >= 0:
            end = at + len(zh)
            if at in starts and end in ends:
                kind = text[end : end + 1]
                if (
                    known[zh].bare
                    and kind in FEATURES
                    and text[end + 1 : end + 2] not in tuple(NOT_BEFORE[kind])
                ):
                    yield at, end + 1, Known(forms(zh, kind), known[zh].doubtful)
                yield at, end, known[zh]
            at = text.find(zh, at + 1)
