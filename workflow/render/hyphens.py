"""Where English may be divided at the end of a line in print: in words of small letters alone, so never in a name."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT_HYPHEN = "\u00ad"
# Letters of the shortest word that is divided, and those that stay together at its ends.
SHORTEST, ENDS = 7, 3
# Letters of the longest word that surely fits a line of English, an address for one.
LONGEST = 40
# No word with a capital, a figure or a hyphen is divided (Chicago Manual of Style, 17th edition, 7.36 to 7.47), no part of an
# address either.
_WORD = re.compile(rf"(?<![\w'’@/.-])[a-z]{{{SHORTEST},}}(?![\w'’@/-]|\.\w)")


def is_divisible(text: str) -> bool:
    """Tell whether every word fits a line: WeasyPrint 70 takes soft hyphens too early where it may break a word anywhere."""
    return all(len(word) <= LONGEST for word in text.split())


def divisible(text: str, *, closes: bool = False) -> str:
    """Return English with soft hyphens where its words may be divided, by the patterns of American English.

    The last word of a text that `closes` a paragraph has none: a syllable would stand alone on the last line. WeasyPrint
    draws none that it does not need. Its own `hyphens: auto` divides names as well, and a box around each name would
    make it cut words without a hyphen (WeasyPrint 70).
    """
    end = max(text.rstrip().rfind(" "), 0) if closes else len(text)
    return _WORD.sub(
        lambda word: _patterns().inserted(word[0], SOFT_HYPHEN) if word.start() < end else word[0], text
    )


@cache
def _patterns() -> "Pyphen":
    from pyphen import Pyphen

    return Pyphen(lang="en_US", left=ENDS, right=ENDS)
