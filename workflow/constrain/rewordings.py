"""Find what a human says in still other words than a translation of paraphrase.py: for English that a human has read.

Right ways are: another head of a body with the same word of rank (Vice Chair, Deputy Chairperson), a state's official
name for its short one and without its Royal, a remark in brackets inside a name, a long name without the last thing that
it names, a name in other capitals, a compound of two words (biological diversity), a place abroad by its
Sino-Vietnamese reading, a word between a season and its year, and the plural of a copied word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

from workflow.constrain.english_patterns import HEADS, Place, name_places, word_places
from workflow.constrain.english_words import Word, same, words
from workflow.constrain.misspelling import misspelt
from workflow.constrain.offices import COUNTRY_ADJECTIVES
from workflow.constrain.official_names import SMALL, replaced
from workflow.constrain.paraphrase import AND, paraphrases
from workflow.constrain.surnames import VIETNAMESE
from workflow.units import Constraint

_OF_STATE = re.compile(
    r"\bRoyal (?=Embassy|Consulate|Government)"
    r"|\b(?:the )?(?:Kingdom|(?<!Democratic )People['’]s Republic|Socialist Republic|Republic of the Union) of "
)
_SENTENCE_ENDS = frozenset(".!?")
_SHORT = (("United Nations", "UN"), ("European Union", "EU"))
_BRACKETS = re.compile(r" ?\([^()]{1,40}\)")
_RANKED = re.compile(
    r"\b(?:(Deputy|Vice|Associate|Assistant)[ -])?((?:General )?(?!General\b)[A-Z][a-z]+(?:-General)?)\b",
    re.IGNORECASE,
)
# Who leads a body: its Chinese head has several of these in English (主任 is Director, Head, Chair). A 部 within a
# body has a 部长 that is no minister.
_LEADERS = frozenset(
    "director|director-general|head|chief|manager|general manager|chair|chairman|chairwoman|chairperson|president|dean"
    "|leader|administrator|commissioner|rector|principal".split("|")
)
_LED = _LEADERS | {"minister"}
_COMPOUND = re.compile("(bio|hydro|eco|geo|agro|socio|thermo|electro)([a-z]{5,})")
_DATED = re.compile(r"([A-Za-z]+) (\d{4})")
# A name of so many words is known without the last thing that it names.
_LONG_NAME = 5
# A name of so many words is told by three quarters of them.
_NAME = 4
_LONG_WORD = 6


def rewordings(constraint: Constraint, english: str) -> Iterator[Place]:
    """Yield the places where human English says a constraint in another right way."""
    if constraint.kind == "date":
        yield from _dated(constraint, english)
    elif constraint.kind == "verbatim":
        yield from _inflected(constraint, english)
    elif constraint.kind in ("term", "document"):
        for way in (_in_full, _led, _in_other_capitals, _cut, _in_two_words, _vietnamese):
            yield from way(constraint, english)


def spread(constraint: Constraint, english: str, owned: Sequence[Place]) -> Place | None:
    """Return a place of a term whose words stand anywhere in one sentence, or None.

    All its words, or those that no other constraint owns where they are all with a capital and half of the whole;
    of a common term more than half, of a name of four words or more three quarters. Only a common term may share its
    words with another.
    """
    if constraint.kind != "term":
        return None
    for text, target in product(_sentences(english), constraint.targets):
        wanted = [
            word for word in words(target).all if word.text.lower() not in SMALL and word.text[0].isalnum()
        ]
        capitals = [word for word in wanted if word.text[:1].isupper()]
        if len(wanted) < (_NAME if len(capitals) == len(wanted) else 1):
            continue
        standing = [[one for one in text if same(one, word)] for word in wanted]
        free = [[one for one in ones if not _owned(one.start, one.end, owned)] for ones in standing]
        if not capitals and all(standing):
            return standing[0][0].start, standing[0][0].end
        whole = len(capitals) == len(wanted)
        if whole and replaced(words(target).all, wanted, text):
            continue
        named = whole or all(ones for word, ones in zip(wanted, free, strict=True) if word in capitals)
        met = [ones[0] for ones in free if ones]
        enough = 4 * len(met) >= 3 * len(wanted) if whole else 2 * len(met) >= len(wanted) + (not capitals)
        if named and enough:
            return met[0].start, met[0].end
    return None


def _sentences(english: str) -> list[list[Word]]:
    sentences: list[list[Word]] = [[]]
    for word in words(english).all:
        if word.text in _SENTENCE_ENDS:
            sentences.append([])
        else:
            sentences[-1].append(word)
    return sentences


def implied(
    constraints: Sequence[Constraint], taken: Sequence[Place | None], index: int, english: str
) -> Place | None:
    """Return the place of what stands right behind a country's name and tells the country: 越南河内 is Hanoi."""
    country = constraints[index].target
    if country not in COUNTRY_ADJECTIVES or any(
        any(misspelt(word, english)) for word in country.split() if len(word) > 2
    ):
        return None
    return next(
        (
            place
            for other, place in zip(constraints, taken, strict=True)
            if other.start == constraints[index].end and other.kind == "term" and other.target[:1].isupper()
        ),
        None,
    )


def _owned(start: int, end: int, owned: Sequence[Place]) -> bool:
    return any(start < last and first < end for first, last in owned)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)


def _anywhere(constraint: Constraint, targets: Sequence[str], english: str) -> Iterator[Place]:
    for target in targets:
        yield from word_places(target, words(english))
    yield from paraphrases(replace(constraint, targets=tuple(targets)), english, human=True)


def _in_full(constraint: Constraint, english: str) -> Iterator[Place]:
    """Yield where a name stands but for Royal, Kingdom of and the like on either side, brackets inside it, or UN."""
    plain = _blanked(_BRACKETS, _blanked(_OF_STATE, english))
    targets = tuple(_OF_STATE.sub("", target) for target in constraint.targets)
    targets += tuple(t.replace(long, short) for long, short in _SHORT for t in targets if long in t)
    if plain != english or targets != constraint.targets:
        yield from _anywhere(constraint, targets, plain)


def _led(constraint: Constraint, english: str) -> Iterator[Place]:
    """Yield where an office has the same word of rank, or none, before another head: 副主任 is Deputy Head too."""
    said = [match for match in _RANKED.finditer(english) if match[2].lower() in HEADS | _LED]
    for target in constraint.targets if said else ():
        own = _RANKED.match(target)
        if own is None or own[2].lower() not in _LED:
            continue
        for match in said:
            heads = HEADS | _LEADERS if _rank(own) == "assistant" else _LEADERS
            if _rank(match) != _rank(own) or match[2].lower() not in heads:
                continue
            if own.end() == len(target):
                yield match.span()
            else:
                yield from _anywhere(constraint, (match[0] + target[own.end() :],), english)


def _rank(match: re.Match[str]) -> str:
    return {None: "", "assistant": "assistant"}.get(match[1] and match[1].lower(), "deputy")


def _in_other_capitals(constraint: Constraint, english: str) -> Iterator[Place]:
    for target in constraint.targets:
        if len(target) >= _LONG_WORD and target != target.lower():
            yield from name_places(target, words(english))


def _cut(constraint: Constraint, english: str) -> Iterator[Place]:
    """Yield where a long name stands without its last "and …", and nothing else is added to it."""
    for target in constraint.targets:
        lead = target.rpartition(" and ")[0]
        if sum(word.text.lower() not in SMALL for word in words(lead).all) < _LONG_NAME:
            continue
        for start, end in word_places(lead, words(english)):
            behind = words(english[end:]).all[:1]
            if not (behind and behind[0].text.lower() in AND - {","}):
                yield start, end


def _in_two_words(constraint: Constraint, english: str) -> Iterator[Place]:
    """Yield where a compound is an adjective and its noun: biological diversity, hydroelectric power."""
    text = words(english).all
    for target in constraint.targets:
        parts = _COMPOUND.fullmatch(target)
        last = words(parts[2]).all[0] if parts else None
        for first, second in pairwise(text):
            if parts and last and first.text.lower().startswith(parts[1]) and same(second, last):
                yield first.start, second.end


def _vietnamese(constraint: Constraint, english: str) -> Iterator[Place]:
    """Yield where a name of two characters is read as one of Viet Nam, which shares it: 太原 is Thai Nguyen too."""
    zh = constraint.source
    named = constraint.kind == "term" and len(zh) == 2 and constraint.target[:1].isupper()
    if named and all(char in VIETNAMESE for char in zh):
        yield from name_places(" ".join(VIETNAMESE[char] for char in zh), words(english))


def _dated(constraint: Constraint, english: str) -> Iterator[Place]:
    """Yield where words stand between a season or month and its year: the summer heat of 2022."""
    for target in constraint.targets:
        parts = _DATED.fullmatch(target)
        if parts:
            between = rf"\b{parts[1]}\b(?: [a-z][\w-]*){{1,3}} (?:of|in) {parts[2]}\b"
            yield from (match.span() for match in re.finditer(between, english))


def _inflected(constraint: Constraint, english: str) -> Iterator[Place]:
    """Yield where a copied word stands in the plural, or in small letters where it is no acronym: CEOs, cookies."""
    word = constraint.source
    if len(word) > (1 if word.isupper() else 2) and word.isascii() and word.isalpha():
        word = word[:-1] if word[-1] == "s" and word[:-1].isupper() else word
        first = word[0] if word.isupper() else f"[{word[0].upper()}{word[0].lower()}]"
        yield from (match.span() for match in re.finditer(rf"\b{first}{word[1:]}s?\b", english))
