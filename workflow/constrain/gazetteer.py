"""Hold China's cities, counties and districts as CC-CEDICT lists them, with the reading of each name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product

from workflow.constrain.cedict import glosses, lines
from workflow.constrain.place_words import PROVINCES, READINGS
from workflow.constrain.transcription import pinyin

SENSE = re.compile(
    r"(?P<name>[A-Z][\w'’]*)\b.*\b(?i:city|county|district|prefecture|banner|town|township|municipality)\b.*"
    r"|(?P<feature>[A-Z][\w'’]*) (?i:river|lake|island|bay|strait|mountains?)\b.*"
)
IN_CHINA = re.compile(PROVINCES)
NAME = re.compile("[\u4e00-\u9fff]{2,6}")
TONE = re.compile("[1-5]")
DOUBLED = re.compile(r"(.)\1+")
MOST_READINGS = 8
LEVELS = tuple("市县区镇州")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Hold the reading of each name of a place, its class aside: 丽江 and 丽江市 are both Lijiang.

    `alone` are the names that are nothing but places, so that they may stand without a class; `other` are those
    whose English is no reading of the characters: 和田 is Hotan; `beginnings` are the first two characters of `alone`.
    """

    names: dict[str, str]
    alone: frozenset[str]
    other: frozenset[str]
    beginnings: frozenset[str]


@cache
def gazetteer() -> Gazetteer:
    """Return the places of the dictionary; what is spelled after another language than Chinese is in `other`."""
    names: dict[str, str] = {}
    alone: set[str] = set()
    other: set[str] = set()
    book = glosses()
    for zh, reading, gloss in lines():
        if not reading[1:2].isupper() or not NAME.fullmatch(zh) or not IN_CHINA.search(gloss):
            continue
        found = [match for sense in gloss.strip("/").split("/") if (match := SENSE.fullmatch(sense))]
        if not found:
            continue
        syllables = TONE.sub("", reading.strip(" []").replace("u:", "u")).lower().split()
        stem = zh[:-1] if zh.endswith(LEVELS) and len(zh) > 2 else zh
        name = _name(found[0]["name"] or found[0]["feature"], syllables)
        if not name:
            other |= {zh, stem}
            continue
        names.setdefault(zh, name)
        names.setdefault(stem, name)
        if len(found) == len(book[stem if stem in book else zh].strip("/").split("/")):
            alone.add(stem)
    beginnings = frozenset(name[:2] for name in alone)
    return Gazetteer(names, frozenset(alone), frozenset(other - set(names)), beginnings)


def _name(english: str, syllables: list[str]) -> str:
    """Return the English of a place, by the rules of pinyin, if it is the reading of its first syllables, else "".

    A letter that the dictionary has once too often is a slip of its own: Yongnning.
    """
    wanted = DOUBLED.sub(r"\1", english.lower().replace("'", "").replace("’", "").replace("ü", "u"))
    read = ""
    for number, syllable in enumerate(syllables, 1):
        read += syllable
        if DOUBLED.sub(r"\1", read) == wanted:
            return spelt(syllables[:number])
    return ""


def spelt(syllables: Sequence[str]) -> str:
    """Return syllables as the name of a place: one word, an apostrophe before a later one that begins with a, o or e."""
    joined = syllables[0]
    for syllable in syllables[1:]:
        joined += ("'" if syllable[:1] in "aoe" else "") + syllable
    return joined.capitalize()


@lru_cache(maxsize=4096)
def readings_of(zh: str) -> tuple[str, ...]:
    """Return the readings of a place's name, the likeliest first: the dictionary's alone where it has the name.

    Else pinyin, character by character, with the readings that characters have in places; one that is read in two
    ways has both, so that either is accepted.
    """
    listed = gazetteer().names.get(zh)
    if listed:
        return (listed,)
    choices = [READINGS.get(char) or (pinyin(char),) for char in zh]
    return tuple(dict.fromkeys(spelt(syllables) for syllables in islice(product(*choices), MOST_READINGS)))
