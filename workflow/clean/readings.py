"""Tell the reading of a character, written behind it in brackets by some sites (動（dòng）), from other brackets."""

import re
import unicodedata
from functools import cache

from workflow.constrain import single_readings

LETTERS = str.maketrans({"ɑ": "a", "ɡ": "g", "’": "", "'": "", "·": "", "-": "", " ": "", "\t": ""})
LONGEST_WORD = 8


def is_reading(written: str, before: str) -> bool:
    """Tell whether letters in brackets are a reading of the characters right before them.

    The tone must be written, as a mark (dòng) or a digit (dong4), unless the character has a reading without one
    (们 men): so a chemical symbol (锂（Li）) and an abbreviation stay. Every reading that pypinyin knows counts.
    `before` are up to LONGEST_WORD characters.
    """
    rest = {unicodedata.normalize("NFC", written).lower().translate(LETTERS)} - {""}
    for character in reversed(before):
        spoken = _readings(character)
        rest = {text.removesuffix(reading) for text in rest for reading in spoken if text.endswith(reading)}
        if "" in rest:
            return True
        if not rest:
            return False
    return False


@cache
def _readings(character: str) -> frozenset[str]:
    if not re.match(r"[\u3400-\u9fff\U00020000-\U0003ffff]", character):
        return frozenset()
    single_readings.load()
    from pypinyin import Style, pinyin

    styles = (Style.TONE, Style.TONE3)
    return frozenset(r for style in styles for r in pinyin(character, style=style, heteronym=True)[0])
