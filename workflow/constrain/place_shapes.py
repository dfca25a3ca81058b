"""The shape of a place's name: what is a common noun with its class, an everyday word, or strange for a Chinese place."""

from workflow.constrain.place_words import (
    ABROAD,
    ADMINISTRATIVE,
    COMMON,
    FEATURE_WORDS,
    GENERIC,
    LAST,
    LIKE_PERSONS,
    LOOSE,
    NOT_BEFORE,
    NUMERALS,
    SIDE_WORDS,
    WATERS,
)
from workflow.constrain.surnames import SURNAMES, TRANSCRIPTION

LONGEST_STEM = 4
FOREIGN_CHARS = TRANSCRIPTION | ABROAD
# A level of government inside a stem: the stem is two places, or one abroad.
LEVELS = frozenset("省市县府邦郡区")


def is_ordinary(name: str) -> bool:
    """Tell whether a name without a class is an everyday word as well: 中方, 河源."""
    return name in COMMON or (name[0] in FEATURE_WORDS and name[-1] in SIDE_WORDS)


def is_common(stem: str, kind: str) -> bool:
    """Tell whether a stem with its class is a common noun: 试点县, 治湖, 第四电站."""
    if stem in GENERIC or stem[-1] in LAST.get(kind, "") or not LEVELS.isdisjoint(stem):
        return True
    if kind in WATERS and stem[-1] in WATERS:
        return True
    return len(kind) > 1 and (stem[0] in NUMERALS or stem[-1] in LOOSE)


def is_strange(stem: str, kind: str) -> bool:
    """Tell whether a name that nothing shows to be a Chinese place's may be a foreign one's or a person's."""
    foreign = sum(char in FOREIGN_CHARS for char in stem)
    if foreign == len(stem) or (len(stem) > 2 and foreign > 1) or len(stem) == LONGEST_STEM:
        return True
    return len(stem) == 2 and stem[0] in SURNAMES and kind in LIKE_PERSONS


def goes_on(text: str, end: int, kind: str) -> bool:
    """Tell whether a class is the beginning of another word or of a longer name: 市场, 湾区, the 州 of 岭州市."""
    follows = text[end : end + 1]
    if len(kind) == 1 and follows and (follows in ADMINISTRATIVE or (kind in WATERS and follows in WATERS)):
        return True
    return follows in tuple(NOT_BEFORE.get(kind, ""))
