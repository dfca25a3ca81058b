"""Read English as words that can be compared: stems instead of endings, quotes, dashes and articles aside."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

DASH = "-‐‑‒–—―−"
QUOTE = "\"'“”‘’«»*_`"
ARTICLES = frozenset(("a", "an", "the", "The", "An"))
# A word with its inner dots and apostrophes, a dash that stands alone, or a mark; quotes and hyphens are nothing.
_WORD = re.compile(
    rf"[^\W_]+(?:[.'’][^\W_]+)*|(?<=\s)[{DASH}]+(?=\s)|[^\w\s\u00a0\u202f{re.escape(QUOTE + DASH)}]"
)
_RUN = re.compile("[a-z]+")
_SENTENCE_MARKS = frozenset(".!?:;")
_IRREGULAR = (
    "man men", "woman women", "child children", "person people", "is are", "was were", "build built", "hold held",
    "make made", "take took taken", "do did done", "lead led", "give gave given", "bring brought",
    "analysis analyses", "criterion criteria", "phenomenon phenomena", "crisis crises", "basis bases",
    "grow grew grown", "write wrote written", "sell sold", "buy bought", "delta deltas", "freeze frozen froze",
)  # fmt: skip
_IRREGULAR_STEMS = {form: forms.split()[0] for forms in _IRREGULAR for form in forms.split()}
_NEVER_INFLECTED = frozenset(("and", "for", "the", "with", "from", "this"))
# What makes an adjective of a noun or a noun of an adjective, with what stands for it in the other.
_DERIVED = (
    ("ological", "olog"), ("ology", "olog"), ("ation", "at"), ("ical", "ic"), ("ial", ""), ("ian", ""), ("ia", ""),
    ("ese", ""), ("ity", ""), ("al", ""), ("an", ""), ("ly", ""), ("ry", ""), ("ic", ""), ("y", ""), ("a", ""), ("e", ""),
)  # fmt: skip
_SHORTEST_ROOT = 3
# British endings and words with the American ones that house style has; which of them stands is another check's.
_BRITISH_WORDS = {
    "programme": "program", "centre": "center", "metre": "meter", "litre": "liter", "fibre": "fiber", "grey": "gray",
    "mould": "mold", "sulphur": "sulfur", "aluminium": "aluminum", "defence": "defense", "licence": "license",
    "theatre": "theater", "catalogue": "catalog", "dialogue": "dialog", "acknowledgement": "acknowledgment",
    "judgement": "judgment", "plough": "plow", "tyre": "tire", "kilometre": "kilometer", "millimetre": "millimeter",
    "centimetre": "centimeter", "labour": "labor", "harbour": "harbor", "colour": "color", "behaviour": "behavior",
    "neighbour": "neighbor", "counsellor": "counselor", "modelling": "modeling", "labelling": "labeling",
    "labelled": "labeled", "headmistress": "headmaster",
}  # fmt: skip
_BRITISH_ENDINGS = re.compile(r"(?<=[a-z]{3})is(e|es|ed|ing|ation|ations)$")
_KEEPS_S = re.compile(
    r"(?:rais|prais|pris|wis|vis|cis|mis|dvis|pois|nois|exerc?is|promis|surpris|enterpris|loris|iris|trellis)\w+$"
)


class Word(NamedTuple):
    """Hold a word or mark of a text with its place and the stems by which it is compared.

    `spaced` tells whether a space stands before it, not a hyphen.
    """

    start: int
    end: int
    text: str
    stems: frozenset[str]
    spaced: bool


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the words of a text in order, their letters in one case, and where each stem stands among them."""

    all: tuple[Word, ...]
    letters: tuple[str, ...]
    places: dict[str, list[int]]


@lru_cache(maxsize=512)
def words(text: str) -> Words:
    """Return the words and marks of a text, articles left out."""
    found: list[Word] = []
    letters: list[str] = []
    places: dict[str, list[int]] = {}
    for match in _kept(text):
        word, (start, end) = match[0], match.span()
        forms, plain = _read(word)
        for stem in forms:
            if stem in places:
                places[stem].append(len(found))
            else:
                places[stem] = [len(found)]
        found.append(Word(start, end, word, forms, start > 0 and text[start - 1].isspace()))
        letters.append(plain)
    return Words(tuple(found), tuple(letters), places)


@lru_cache(maxsize=512)
def letters_in(text: str) -> list[str]:
    """Return the runs of the letters a to z in a text in order, in small letters."""
    return _RUN.findall(text.lower())


@lru_cache(maxsize=512)
def runs_of_letters(text: str) -> frozenset[str]:
    """Return the runs of the letters a to z in a text, in small letters: a quick look at what words it may have."""
    return frozenset(letters_in(text))


@lru_cache(maxsize=32768)
def _read(word: str) -> tuple[frozenset[str], str]:
    """Return the stems of a word, and the word in one case without the ending of a possessive."""
    return stems(word), word.replace("’", "'").casefold().removesuffix("'s")


@lru_cache(maxsize=16384)
def pattern(target: str) -> tuple[frozenset[str], ...]:
    """Return the stems of each word of an English form, articles left out; empty where nothing else is in it."""
    return tuple([stems(match[0]) for match in _kept(target)])


def _kept(text: str) -> Iterator[re.Match[str]]:
    """Yield the words and marks of a text, articles left out."""
    before = "."
    for match in _WORD.finditer(text):
        word = match[0]
        # Grade A and Vitamin A are no articles.
        if not (word in ARTICLES or (word == "A" and before in _SENTENCE_MARKS)):
            yield match
        before = word


@lru_cache(maxsize=32768)
def stems(word: str) -> frozenset[str]:
    """Return the forms of a word without its inflection; two words are one where they share such a form.

    Short words, acronyms (but for their plural) and words with figures are compared as they are; what is
    written in capitals all through is no word of small letters: WHO is not who.
    """
    word = word.replace("’", "'")
    bare = word[:-2] if word.endswith(("'s", "'S")) else word
    if len(bare) > 1 and (bare.isupper() or (bare[-1] == "s" and bare[:-1].isupper() and len(bare) > 2)):
        return frozenset((bare if bare.isupper() else bare[:-1],))
    lower = _without_accents(bare.lower())
    if lower in _IRREGULAR_STEMS:
        return frozenset((_IRREGULAR_STEMS[lower],))
    lower = _american(lower)
    if len(lower) <= 2 or lower in _NEVER_INFLECTED or not lower.isalpha() or not lower.isascii():
        return frozenset((lower,))
    return frozenset(_bases(lower))


def _american(word: str) -> str:
    one = word.removesuffix("s")
    if word in _BRITISH_WORDS or one in _BRITISH_WORDS:
        return _BRITISH_WORDS.get(word) or _BRITISH_WORDS[one] + "s"
    return word if "is" not in word or _KEEPS_S.search(word) else _BRITISH_ENDINGS.sub(_with_z, word)


def _with_z(ending: re.Match[str]) -> str:
    return f"iz{ending[1]}"


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _bases(word: str) -> Iterator[str]:
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2 and not word.endswith("eed"):
            yield from (base, base + "e", word)
            if base[-1] == base[-2]:
                yield base[:-1]
            if base.endswith("i"):
                yield base[:-1] + "y"
            return
    if word.endswith("ies") and len(word) > 4:
        yield from (word[:-3] + "y", word[:-1])
    elif word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
        if word.endswith(("sses", "shes", "ches", "xes", "zes", "oes", "ises")):
            yield word[:-2]
    else:
        yield word


@lru_cache(maxsize=32768)
def roots(word: str) -> frozenset[str]:
    """Return the stems of a word and what is left of them without the ending of an adjective or of its noun.

    Cambodia and Cambodian, methodology and methodological, neutral and neutrality have a root in common.
    """
    found = set(stems(word))
    for stem in tuple(found):
        for ending, instead in _DERIVED:
            base = stem.removesuffix(ending)
            if base != stem and len(base) >= _SHORTEST_ROOT:
                found.add(base + instead)
                break
    return frozenset(found)


def same(one: Word, other: Word) -> bool:
    """Tell whether two words are one but for inflection, or an adjective and its noun."""
    return not one.stems.isdisjoint(other.stems) or not roots(one.text).isdisjoint(roots(other.text))
