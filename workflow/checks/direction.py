"""Find what goes the other way in English: more for less, before for after, upstream for downstream."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from workflow.checks import steps, trends
from workflow.checks.base import Check
from workflow.checks.polarity import NOT
from workflow.checks.scales import Side, scales
from workflow.constrain import COPIED, Terms
from workflow.findings import Finding
from workflow.i18n import N_
from workflow.units import Unit

# Yields the place of a word's last character, the number of its side, and the word.
Find = Callable[[str], Iterable[tuple[int, tuple[int, str]]]]


@dataclass(frozen=True, slots=True)
class _Words:
    """Hold a side ready to be searched for: the English that says it, the Chinese that explains it, looser English."""

    say_it: re.Pattern[str]
    explained_by: re.Pattern[str]
    say_it_loosely: re.Pattern[str]


@cache
def _table() -> tuple[Find, dict[int, tuple[_Words, _Words]]]:
    """Return what finds the Chinese words, each with its side's number, and each side with its opposite."""
    from ahocorasick import Automaton  # type: ignore[import-not-found,import-untyped,unused-ignore]

    automaton = Automaton()
    sides: dict[int, tuple[_Words, _Words]] = {}
    for pair in scales("opposites").values():
        one, other = (_words_of(side) for side in pair)
        for side, ready in zip(pair, ((one, other), (other, one)), strict=True):
            for word in side.zh.split("|"):
                automaton.add_word(word, (len(sides), word))
            sides[len(sides)] = ready
    automaton.make_automaton()
    find: Find = automaton.iter
    return find, sides


def _words_of(side: Side) -> _Words:
    def words(english: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{english})\b", re.IGNORECASE)

    return _Words(words(side.en), re.compile(side.chinese), words(side.english))


def reversed_(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the Chinese has one side of a pair only and the English has the other in its place.

    That is, the English of the right side comes less often than its Chinese. An English sentence with a negation is
    left alone: not lower is higher.
    """
    find, sides = _table()
    found = [said for _end, said in find(unit.source)]
    if not found or not unit.target or COPIED.search(unit.slot) or NOT.search(unit.target):
        return
    words = dict(found)
    for number, times in Counter(number for number, _word in found).items():
        said, other = sides[number]
        wrong = None if other.explained_by.search(unit.source) else other.say_it.search(unit.target)
        if wrong and len(said.say_it_loosely.findall(unit.target)) < times:
            message = N_("“{zh}” goes the other way than “{en}”")
            yield check.finding(unit, message, wrong[0], zh=words[number], en=wrong[0])
            return


def _contraries(unit: Unit, check: Check) -> Iterator[Finding]:
    for zh, en in () if NOT.search(unit.target) else steps.exchanged(unit, "contraries"):
        yield check.finding(unit, N_("“{zh}” goes the other way than “{en}”"), en, zh=zh, en=en)


def any_way(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for what goes the other way in the sentence, else at one of its figures."""
    if not unit.target or COPIED.search(unit.slot):
        return
    found = next(
        chain(
            reversed_(unit, terms, check),
            trends.at_figures(unit, check),
            trends.against_its_figures(unit, check),
            _contraries(unit, check),
        ),
        None,
    )
    if found:
        yield found
