"""Read names in pinyin: their shape in English, and the Han characters of the Chinese that are read so."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workflow.constrain.folding import is_han
from workflow.constrain.surnames import COMPOUND_SURNAMES, SURNAME_READINGS, SURNAMES
from workflow.constrain.transcription import given_name, pinyin, readings

SYLLABLE = (
    "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ou|ia|ie|in|iu"
    "|ua|ue|ui|un|uo|üe|[aeiouü]))"
)
# Two capitalised words in a row, at every word: an office may stand before a name.
# Begins with a letter, not with a look ahead: every other place of a text is passed over at once.
TWO_WORDS = re.compile(
    r"(?P<first>[A-Z](?<!\w[A-Z])[a-zü]+)(?<!\bAn)(?= (?P<second>[A-Z](?:[a-zü]|['’](?!s\b))+)\b"
    r"(?! (?:Province|County|City|River|Lake)))"
)
GIVEN = re.compile(rf"{SYLLABLE}(?:['’]?{SYLLABLE})?")


Words = tuple[str, str, int, int]


@lru_cache(maxsize=512)
def names_like(english: str) -> tuple[Words, ...]:
    """Return two capitalised words in a row of which one is a surname in pinyin, with their place."""
    known = surnames()
    return tuple(
        (match["first"], match["second"], match.start(), match.end("second"))
        for match in TWO_WORDS.finditer(english)
        if match["first"].casefold() in known or match["second"].casefold() in known
    )


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Return the surnames in pinyin, in lower case."""
    names = (*SURNAMES, *COMPOUND_SURNAMES)
    return frozenset(SURNAME_READINGS.get(name) or pinyin(name) for name in names)


def read_after(surname: str, source: str) -> Iterator[tuple[str, str]]:
    """Yield the names of the source that begin with a surname of this reading, and how their given names are read."""
    for start, char in enumerate(source):
        if char in SURNAMES and (SURNAME_READINGS.get(char) or pinyin(char)) == surname:
            for size in (2, 1):
                given = source[start + 1 : start + 1 + size]
                if len(given) == size and all(is_han(one) for one in given):
                    yield char + given, given_name(given).casefold().replace("'", "")


def reads_as(latin: str, chars: str) -> bool:
    """Tell whether Han characters from the first on are read as a Latin word, each in any of its readings."""
    return not latin or any(
        latin.startswith(said) and reads_as(latin[len(said) :], chars[1:]) for said in readings(chars[:1])
    )


def written(surname: str, given: str, source: str) -> str:
    """Return the Han characters of the source that are read as a surname and a given name, or nothing."""
    wanted = re.sub("['’]", "", given.casefold())
    return next((zh for zh, said in read_after(surname.casefold(), source) if said == wanted), "")
