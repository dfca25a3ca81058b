"""Find what goes the other way in English: more for less, before for after, upstream for downstream."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from workflow.checks import steps, trends
from workflow.checks.base import Check
from workflow.checks.polarity import denies
from workflow.checks.scales import Side, scales
from workflow.checks.wordbook import rows
from workflow.checks.words import LEXICON, finder
from workflow.constrain import Terms, is_copied
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


@dataclass(frozen=True, slots=True)
class _Family:
    """Hold the words of a change one way: Chinese that says it, Chinese that may mean it by itself, its English."""

    zh: re.Pattern[str]
    clear: re.Pattern[str]
    english: _Words


@cache
def _table() -> tuple[Find, dict[int, tuple[_Words, _Words]]]:
    """Return what finds the Chinese words, each with its side's number, and each side with its opposite."""
    words: dict[str, tuple[int, str]] = {}
    sides: dict[int, tuple[_Words, _Words]] = {}
    for pair in scales("opposites").values():
        one, other = (_words_of(side) for side in pair)
        for side, ready in zip(pair, ((one, other), (other, one)), strict=True):
            for word in side.zh.split("|"):
                words[word] = len(sides), word
            sides[len(sides)] = ready
    return finder(words), sides


def _words_of(side: Side) -> _Words:
    def words(english: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{english})\b", re.IGNORECASE)

    return _Words(words(side.en), re.compile(side.chinese), words(side.english))


def reversed_(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the Chinese has one side of a pair only and the English has the other in its place.

    That is, the English of the right side comes less often than its Chinese, and that of the other more often than
    any Chinese that explains it. An English sentence with a negation is left alone: not lower is higher.
    """
    find, sides = _table()
    found = [said for _end, said in find(unit.source)]
    if not found or not unit.target or is_copied(unit.slot) or denies(unit.target):
        return
    words = dict(found)
    for number, times in Counter(number for number, _word in found).items():
        said, other = sides[number]
        wrong = _unexplained(other, unit)
        if wrong and len(said.say_it_loosely.findall(unit.target)) < times:
            message = N_("“{zh}” goes the other way than “{en}”")
            yield check.finding(unit, message, wrong[0], zh=words[number], en=wrong[0])
            return


def _unexplained(side: _Words, unit: Unit) -> re.Match[str] | None:
    """Return the first English word of a side, where the Chinese has fewer of that side than the English has."""
    english = list(side.say_it.finditer(unit.target))
    explained = len(side.explained_by.findall(unit.source)) if english else 0
    return english[0] if len(english) > explained else None


@cache
def _families() -> tuple[tuple[_Family, _Family], ...]:
    """Return the families of data/families.tsv, each with its contrary."""
    found = []
    clear: dict[str, list[str]] = {}
    for scale, words in rows(LEXICON.with_name("families.tsv")):
        clear.setdefault(scale, []).append(words)
    for scale, sides in clear.items():
        one, other = (
            _Family(re.compile(side.zh), re.compile(f"{side.zh}|{words}"), _words_of(side))
            for side, words in zip(scales("opposites")[scale], sides, strict=True)
        )
        found += [(one, other), (other, one)]
    return tuple(found)


def of_another_family(unit: Unit, check: Check) -> Iterator[Finding]:
    """Yield a finding where the Chinese rises or falls alone, the English has the contrary, and none of its own."""
    for said, other in _families():
        word = said.zh.search(unit.source)
        if word and not other.clear.search(unit.source) and not denies(unit.target):
            wrong = other.english.say_it.search(unit.target)
            if wrong and not said.english.say_it_loosely.search(unit.target):
                message = N_("“{zh}” goes the other way than “{en}”")
                yield check.finding(unit, message, wrong[0], zh=word[0], en=wrong[0])


def _contraries(unit: Unit, check: Check) -> Iterator[Finding]:
    for zh, en in () if denies(unit.target) else steps.exchanged(unit, "contraries"):
        yield check.finding(unit, N_("“{zh}” goes the other way than “{en}”"), en, zh=zh, en=en)


def any_way(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for what goes the other way in the sentence, else at one of its figures."""
    if not unit.target or is_copied(unit.slot):
        return
    found = next(
        chain(
            reversed_(unit, terms, check),
            of_another_family(unit, check),
            trends.at_figures(unit, check),
            trends.against_its_figures(unit, check),
            _contraries(unit, check),
        ),
        None,
    )
    if found:
        yield found
