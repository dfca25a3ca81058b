"""Find a term of the glossary in the English that stands in place of another: nothing in the Chinese is called so."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from workflow.checks.base import Check, held_in, overlaps
from workflow.checks.coverage import unsaid_terms
from workflow.checks.words import finder, stems, words
from workflow.constrain import Terms
from workflow.constrain.matcher import Matcher
from workflow.findings import Finding
from workflow.i18n import N_
from workflow.units import Unit

# Names are other checks' affair; a term of one English word is too often an everyday word as well.
KINDS = frozenset({"term", "program", "document"})
REPLACED = KINDS | {"organization", "place", "species"}
SEVERAL_WORDS = re.compile(r"\w[ -]\w")
# Of the Chinese of a term, what may stand in the sentence by chance: a third of its characters.
MOST_BY_CHANCE = 0.34

Find = Callable[[str], Iterable[tuple[int, tuple[str, tuple[str, ...]]]]]


@lru_cache(maxsize=4)
def _finder(matcher: Matcher) -> Find:
    """Return what finds the English of terms in lower-case text: the place of its last character, it, its Chinese."""
    chinese: dict[str, list[str]] = {}
    for key, rows in matcher.glossary.entries.items():
        for english in {target.lower() for row in rows if row.kind in KINDS for target in row.targets}:
            if SEVERAL_WORDS.search(english):
                chinese.setdefault(english, []).append(key)
    return finder({english: (english, tuple(keys)) for english, keys in chinese.items()})


def _strangers(unit: Unit, terms: Terms) -> Iterator[str]:
    """Yield the terms of the English that nothing in the Chinese explains, as they stand there."""
    lower, characters = unit.target.lower(), set(unit.source)
    for last, (english, keys) in _finder(terms.matcher)(lower):
        start, end = last + 1 - len(english), last + 1
        around = lower[max(0, start - 1) : start] + lower[end : end + 1]
        if any(char.isalnum() for char in around):
            continue
        if max(sum(char in characters for char in key) / len(key) for key in keys) > MOST_BY_CHANCE:
            continue
        explained = frozenset[str]().union(*(word.stems for _start, word in words(unit.source)))
        if explained.isdisjoint(stems(english)) and not overlaps((start, end), held_in(unit)):
            yield unit.target[start:end]


def exchanged(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for a term of the English that has no Chinese, where a term of the Chinese has no English.

    A word of the mined list is no proof of that: on text it was not mined from, it is too often said in other words.
    """
    strangers = list(_strangers(unit, terms))
    if not strangers:
        return
    unsaid = [c.source for c in unit.constraints if not c.kept]
    unsaid += [entry.zh for _found, entry in unsaid_terms(unit, terms) if entry.kind in REPLACED]
    for english in strangers if unsaid else ():
        message = N_("nothing in the Chinese is called “{en}”, and “{zh}” has no English")
        yield check.finding(unit, message, english, en=english, zh=unsaid[0])
