"""Find places of the English of which the Chinese says nothing: those of the glossary, and names in pinyin with a class."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from workflow.checks.base import Check, held_in, overlaps, paragraphs
from workflow.checks.meant import CLASS_WORDS, is_abroad, is_meant, is_read, sounds_like
from workflow.constrain import Terms, is_copied
from workflow.constrain.homes import homes
from workflow.constrain.matcher import Matcher
from workflow.constrain.offices import CHINESE, PLACE_CLASSES
from workflow.constrain.written import SYLLABLE
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

CAPITAL = re.compile(r"[A-Z](?<!\w[A-Z])\w+")
# Places that are named without standing in the Chinese as such: 我国, 华北, 中方, the region's river.
UNSAID = frozenset({"China", "Mekong", "Lancang", "Lancang-Mekong", "Mekong Delta"})
# The letters that a name has at least where it is one without its class.
LEAST_BARE = 5
CLASSES = "|".join(PLACE_CLASSES)
# A name that goes on is another name, unless a class of places or bodies follows: the Shandong Water Resources Department.
LONGER = re.compile(
    r"(?:[- ]|['’]s? )(?=[A-Z])(?!(?:[A-Z]\w+ (?:and )?){0,3}(?:Department|Bureau|Commission|Provincial|Municipal|Academy)\b|"
    rf"(?:{CLASSES})\b)"
)
# So is one within a longer name: Bank of China, Phong Nha-Ke Bang; a small word may begin the sentence.
BEFORE = re.compile(
    r"(?<![\w.-])(?!(?:The|In|At|On|From|To|And|For|By|With|As|An?|But|Of|When|While|After|Before|Near|Between|Since) $)"
    r"[A-Z][\w.-]* (?:of |and |for )?$|-$"
)
# A name in pinyin before the class of a place: Dongxi County, Qing Shui River; its first word may begin the sentence.
WITH_CLASS = re.compile(
    r"(?<![\w'’-])(?<![A-Z][a-z] )((?:(?!The\b|And\b|Old\b|East\b|West\b|North\b|South\b|Upper\b|Lower\b)"
    r"[A-Z][a-zü]+(?:['’][a-zü]+)? ?){1,3})(?<! ) "
    rf"(?:{'|'.join(CHINESE)})\b"
)
CLASS = re.compile("|".join(CHINESE))
PINYIN = re.compile(rf"{SYLLABLE}{{2,6}}")
# Letters that few words but those of Mandarin have.
MANDARIN = re.compile(
    "zh|x[iu]|q(?:i|u(?:an|e|n))|jia|iao|uai|iang|uang|iong|[nlzcsdtghkr]uo|[jqxbpmdtnl]ian|[dtnlgkhzcsr]ong|ui(?!e)"
)


def invented_places(units: Sequence[Unit], terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every country or place that the Chinese of a sentence and its paragraph does not name."""
    for unit, beside in paragraphs(units):
        if unit.target and not is_copied(unit.slot):
            yield from _invented_in(unit, "\n".join(one.source for one in beside), terms, check)


def _invented_in(unit: Unit, source: str, terms: Terms, check: Check) -> Iterator[Finding]:
    known = places(terms.matcher)
    held = held_in(unit)
    for start, end, name in _named_places(unit.target, known):
        if overlaps((start, end), held) or name in source:
            continue
        sources = known[re.split(r"\W", name)[0]][name]
        if not is_meant(name, sources, source):
            message = N_("“{name}” ({zh}) is not in the Chinese")
            yield check.finding(unit, message, name, name=name, zh=sources[0])
            held.append((start, end))
    for match in WITH_CLASS.finditer(unit.target) if CLASS.search(unit.target) else ():
        start, end = match.span(1)
        listed = match[1] in UNSAID or match[1] in known.get(match[1], {})
        held_there = overlaps((start, end), held)
        if not listed and not held_there and not is_abroad(unit, terms) and _is_unread(match[1], source):
            message = N_("nothing in the Chinese reads like “{name}”")
            yield check.finding(unit, message, match[1], name=match[1])


def _is_unread(name: str, source: str) -> bool:
    """Tell whether a name is in pinyin and no characters are read so."""
    letters = re.sub(r"[^a-zü]", "", name.casefold())
    return (
        len(letters) >= LEAST_BARE
        and PINYIN.fullmatch(letters) is not None
        and MANDARIN.search(letters) is not None
        and name not in source
        and not is_read(letters, source)
        and not sounds_like(letters, source)
    )


def _named_places(
    english: str, known: dict[str, dict[str, tuple[str, ...]]]
) -> Iterator[tuple[int, int, str]]:
    """Yield the places named in English, the longest at each word, none inside a longer name."""
    done = 0
    for word in CAPITAL.finditer(english):
        if word.start() < done:
            continue
        names = known.get(word[0])
        if not names:
            continue
        longest = max(
            (
                name
                for name in names
                if english.startswith(name, word.start())
                and not english[word.start() + len(name) :][:1].isalnum()
            ),
            key=len,
            default="",
        )
        if longest:
            # The second of two places that a hyphen joins is one of its own: the Vientiane-Vang Vieng road.
            paired = done == word.start() - 1 and done > 0
            done = word.start() + len(longest)
            after = LONGER.match(english, done)
            before = _runs_on(english, word.start())
            if not after and (paired or not before):
                yield word.start(), done, longest


def _runs_on(english: str, at: int) -> bool:
    """Tell whether the name at a place goes on with what stands before it: that is two words at most."""
    start = at
    for _word in range(3):
        start = english.rfind(" ", 0, max(0, start))
    return english[at - 1 : at] in (" ", "-", "\n") and BEFORE.search(english, max(0, start), at) is not None


@lru_cache(maxsize=4)
def places(matcher: Matcher) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the Chinese of every place by its English, by the English's first word."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for entry in matcher.glossary.of_kind("place"):
        for english in dict.fromkeys((entry.en, entry.en_short or entry.en, _bare(entry.en))):
            if english not in UNSAID and entry.status != "forbidden" and english[:1].isupper():
                names = found.setdefault(re.split(r"\W", english)[0], {})
                names[english] = (*names.get(english, ()), entry.zh)
    return found


def _bare(english: str) -> str:
    """Return a place's English without its class where that is still a name: Sagaing for Sagaing Region."""
    bare = CLASS_WORDS.sub("", english)
    return bare if len(bare) >= LEAST_BARE and bare not in homes().never_bare else english


CHECKS: tuple[Check, ...] = (
    Check(
        "place-invented",
        N_("The English names a place of which the Chinese says nothing"),
        Severity.ERROR,
        invented_places,
        N_("wrong where the place was added on purpose, or the Chinese means it by another name"),
        confidence=0.95,
    ),
)
