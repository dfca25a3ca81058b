"""Find bodies of the English of which the Chinese says nothing: a Department of Commerce that no 商务厅 stands for."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from workflow.checks import dictionary, heads, wordbook
from workflow.checks.base import Check, overlaps, paragraphs
from workflow.checks.heads import ending_of
from workflow.checks.invented_places import places
from workflow.checks.meant import sounds_like
from workflow.checks.unlisted import LOOSE
from workflow.checks.unsaid import pieces, says
from workflow.checks.words import LEXICON, roots
from workflow.constrain import Terms, is_copied
from workflow.constrain.offices import COUNTRY_ADJECTIVES, MORE_ADJECTIVES
from workflow.constrain.transcription import pinyin
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import HAN, Unit

# A word of a name; a small one that begins the sentence is none.
NAME = r"(?!(?:The|An?|In|At|Of|And|For|By|On|With|From|To|As|This|That|Its?|Our|Their|Each|Every) )[A-Z][\w'’-]*"
BEFORE = re.compile(rf"(?:\b{NAME} (?:(?:and|&|for) )?)+$")
AFTER = re.compile(rf" (?:of|for|on) (?:the )?{NAME}(?:(?:,? and|,)? {NAME})*")
# A longer word in small letters: what has none is a heading.
SMALL = re.compile(r"(?<![\w'’-])[a-z]{4,}")
# A head that comes with an office of a person asks for no body: 普利锋副厅长.
OFFICE = re.compile("副[部厅局司处科署所院校会行馆站社组委]长")
# What many bodies have in their names, so that it tells nothing.
COMMON = (
    "national provincial municipal state general central regional local people royal public republic county city district "
    "level prefecture autonomous region province government deputy first second third fourth fifth"
)
# An abbreviation may be written out in the other language.
ABBREVIATION = re.compile("(?<![A-Za-z])[A-Z]{2,}(?![a-z])")
# The last characters of bodies that are no words behind a noun: 金管局.
ENDINGS = frozenset("局厅司署委院庭府馆厂社所部处校系站会团协")
# So many letters of a name tell how it is read.
LEAST_READ = 4


class Body(NamedTuple):
    """Hold a body of the English: its words and the one that says of what kind it is."""

    words: str
    head: str

    def field(self, terms: Terms) -> frozenset[str]:
        """Return the stems of what the body is about or called: no kind, no place, no country; none beside an abbreviation."""
        if ABBREVIATION.search(self.words):
            return frozenset()
        known, words = places(terms.matcher), self.words
        for word in re.findall(r"\w+", words):
            for name in filter(words.__contains__, known.get(word, ())):
                words = re.sub(rf"\b{re.escape(name)}\b", "", words)
        return roots(words) - _common()


@cache
def _kinds() -> dict[str, tuple[re.Pattern[str], bool]]:
    """Return the words that head bodies, each with the Chinese that asks for it and whether it is an everyday word."""
    rows = wordbook.rows(LEXICON.with_name("bodies.tsv"))
    return {english: (re.compile(zh), bool(everyday)) for english, zh, *everyday in rows}


@cache
def _head() -> re.Pattern[str]:
    """Return what finds the words that head bodies, where no longer name goes on behind them: University Park."""
    return re.compile(rf"\b(?:{'|'.join(_kinds())})\b(?! [A-Z])")


@cache
def _common() -> frozenset[str]:
    countries = (*COUNTRY_ADJECTIVES.items(), *MORE_ADJECTIVES.items())
    return roots(" ".join((COMMON, *_kinds(), *(word for pair in countries for word in pair))))


@cache
def _any_kind() -> frozenset[str]:
    return roots(" ".join(_kinds()))


def invented_bodies(units: Sequence[Unit], terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every body whose kind or whose field the Chinese of a sentence and its paragraph does not name."""
    for unit, beside in paragraphs(units):
        if unit.target and _head().search(unit.target) and not is_copied(unit.slot):
            own_first = (unit, *(one for one in beside if one is not unit))
            for body in _bodies(unit):
                if not _is_named(body, own_first, terms) and not _is_known(body, units):
                    message = N_("the Chinese does not seem to name “{words}”")
                    yield check.finding(unit, message, body.words, words=body.words)


def _bodies(unit: Unit) -> Iterator[Body]:
    """Yield the bodies of the English that have a name and stand in no constraint; a bare head is a short form."""
    heading = not SMALL.search(unit.target)
    held = [c.at for c in unit.constraints if c.at]
    persons = sorted(c.at for c in unit.constraints if c.at and c.kind == "person")
    for match in _head().finditer(unit.target):
        low = max((end for _start, end in persons if end <= match.start()), default=0)
        high = next((start for start, _end in persons if start >= match.end()), len(unit.target))
        before = BEFORE.search(unit.target[low : match.start()])
        after = AFTER.match(unit.target[:high], match.end())
        words = f"{before[0] if before else ''}{match[0]}{after[0] if after else ''}"
        plain = not (before or after) or (heading and _kinds()[match[0]][1])
        if not plain and not overlaps(match.span(), held) and words not in unit.source:
            yield Body(words, match[0])


def _is_named(body: Body, beside: Sequence[Unit], terms: Terms) -> bool:
    """Tell whether the Chinese names a body of that kind for which no other English stands, or loosely its kind and its field."""
    if any(short[0] not in unit.target for unit in beside for short in ABBREVIATION.finditer(unit.source)):
        return True
    field = body.field(terms)
    source = "\n".join(unit.source for unit in beside)
    loosely = _kinds()[body.head][0].search(OFFICE.sub("", source))
    if loosely is not None and not field:
        return True
    named = (unit for unit in beside if _kinds()[body.head][0].search(unit.source))
    if any(_may_be(zh, body, field) for unit in named for zh in _named_in(unit, terms)):
        return True
    return loosely is not None and (
        any(says(_said(unit, terms), field) for unit in beside) or _is_read(field, source)
    )


def _named_in(unit: Unit, terms: Terms) -> Iterator[str]:
    """Yield the words of the Chinese that name a body, without those for which a constraint's English stands."""
    yield from (c.source for c in unit.constraints if not c.kept)
    nouns = {c.end for c in unit.constraints}
    for one in pieces(unit, terms):
        alone = one.start in nouns if len(one.zh) == 1 else _is_name(one.zh)
        if (one.known and _heads_a_body(one.zh)) or (alone and one.zh[-1] in ENDINGS):
            yield one.zh
        if one.zh not in LOOSE:
            nouns.add(one.end)


@lru_cache(maxsize=8192)
def _heads_a_body(word: str) -> bool:
    return bool(ending_of(word)) or says(wordbook.sense(word).stems, _any_kind())


def _is_name(word: str) -> bool:
    """Tell whether a word of the book is a name: the dictionary calls it one or lacks it."""
    found = dictionary.look_up(word)
    return found is None or found[1] == "name"


def _may_be(zh: str, body: Body, field: frozenset[str]) -> bool:
    """Tell whether a word that names a body names one of that kind, by its English or, where it has none, its characters."""
    if not _kinds()[body.head][0].search(zh):
        return False
    ending = ending_of(zh)
    english = wordbook.sense(zh).stems | (heads.heads()[ending] if ending else frozenset())
    return len(zh) == 1 or not english or says(english, roots(body.head) | field)


def _said(unit: Unit, terms: Terms) -> frozenset[str]:
    """Return the stems of all that the Chinese of a unit may be called in English."""
    found = [roots(target) for c in unit.constraints for target in c.targets]
    for one in pieces(unit, terms):
        if one.known:
            found.append(wordbook.sense(one.zh).stems)
        found += [word[0] for char in one.zh if (word := dictionary.look_up(char))]
    return frozenset().union(*found)


def _is_read(field: frozenset[str], source: str) -> bool:
    """Tell whether a word of a body's name is a reading of the Chinese, or sounds like it."""
    letters = pinyin("".join(re.findall(f"[{HAN}]", source))).lower().replace("ü", "u")
    return any(len(one) >= LEAST_READ and (one in letters or sounds_like(one, source)) for one in field)


def _is_known(body: Body, units: Sequence[Unit]) -> bool:
    """Tell whether a constraint of the bulletin has all words of a body in its English."""
    wanted = roots(body.words)
    return any(wanted <= roots(target) for unit in units for c in unit.constraints for target in c.targets)


CHECKS: tuple[Check, ...] = (
    Check(
        "body-invented",
        N_("The English names a body of which the Chinese says nothing"),
        Severity.ERROR,
        invented_bodies,
        N_("wrong where the Chinese means the body by another word"),
        confidence=0.95,
    ),
)
