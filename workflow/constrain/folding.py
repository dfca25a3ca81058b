"""Fold spelling variants of Chinese text (widths, dashes, quotes, spaces) while keeping every offset."""

import re
from dataclasses import dataclass
from functools import lru_cache

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\u2043"
QUOTES = "“”„‟「」『』＂"
DOTS = "•・‧∙⋅\u30fb\uff65"
FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
SAME = (
    {ord(dash): "-" for dash in DASHES}
    | {ord(quote): '"' for quote in QUOTES}
    | {ord(dot): "·" for dot in DOTS}
)
# Chinese punctuation is no spelling variant: a comma or colon keeps its width, brackets and digits do not.
KEPT = "，。；：？！"
TABLE: dict[int, str] = {k: v for k, v in (FULL_WIDTH | SAME).items() if chr(k) not in KEPT} | {0x3000: " "}
BRACKETS = "()《》〈〉"
SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Folded:
    """Hold a folded text and, for each of its characters, the offset in the text it came from."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original text for start:end of the folded one; end is after start."""
        return self.origin[start], self.origin[end - 1] + 1


def is_word(char: str) -> bool:
    """Tell whether a character is a letter or digit of a script written with spaces."""
    return char.isalnum() and ord(char) < 0x2E80


def is_han(char: str) -> bool:
    """Tell whether a character is a Chinese character."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char == "〇"


def _space_stays(before: str, after: str) -> bool:
    """Tell whether a space separates words: between two Latin words, or between two Chinese ones."""
    if (
        not before
        or not after
        or before in "-·/"
        or after in "-·/"
        or before in BRACKETS
        or after in BRACKETS
    ):
        return False
    return is_word(before) == is_word(after)


@lru_cache(maxsize=4096)
def fold(text: str) -> Folded:
    """Return the text with variants of width, dash, quote and dot made one and idle spaces dropped."""
    chars = text.translate(TABLE)
    if not SPACE.search(chars):
        return Folded(chars, tuple(range(len(chars))))
    kept: list[str] = []
    origin: list[int] = []
    position = 0
    while position < len(chars):
        if not chars[position].isspace():
            kept.append(chars[position])
            origin.append(position)
            position += 1
            continue
        end = position
        while end < len(chars) and chars[end].isspace():
            end += 1
        if _space_stays(kept[-1] if kept else "", chars[end : end + 1]):
            kept.append(" ")
            origin.append(position)
        position = end
    return Folded("".join(kept), tuple(origin))
