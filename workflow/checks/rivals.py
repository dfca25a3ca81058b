"""Find what stands in the English in the place of a lost constraint: another term, or its own name misspelt."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from workflow.constrain import Terms
from workflow.constrain.english_words import words
from workflow.constrain.matcher import FIRST_WORD
from workflow.units import Constraint, Unit

# Shorter English says little: "dam" may stand in a sentence for many reasons.
SHORTEST = 6
# A term with this share of its characters in the source is about the same thing.
AKIN = 0.5
# The share of letters in common from which a name counts as the other one misspelt.
ALIKE = 0.8


def is_common(constraint: Constraint) -> bool:
    """Tell whether a constraint is a common term: no name, no office, written in small letters."""
    return constraint.kind == "term" and constraint.target == constraint.target.lower()


def rivals(unit: Unit, terms: Terms) -> Iterator[str]:
    """Yield the English of glossary entries that stand in a unit's target though nothing of the source is like them.

    English within the place of a constraint that is kept is that constraint's.
    """
    text = unit.target.lower()
    kept = [constraint.at for constraint in unit.constraints if constraint.at]
    firsts = {match[0] for match in FIRST_WORD.finditer(text)}
    forms = (form for first in sorted(firsts) for form in terms.matcher.chinese.get(first, {}).items())
    for english, chinese in forms:
        at = text.find(english) if len(english) >= SHORTEST else -1
        if at < 0 or not _stands_alone(text, at, at + len(english)):
            continue
        if any(start < at + len(english) and at < end for start, end in kept):
            continue
        if not any(_akin(zh, unit.source) for zh in chinese):
            yield unit.target[at : at + len(english)]


def misspelt(constraint: Constraint, english: str) -> str:
    """Return the words that stand for a lost name with some letters wrong, or nothing."""
    wanted = constraint.target.lower()
    size = len(words(constraint.target).all)
    there = words(english).all
    best, found = ALIKE, ""
    for at in range(len(there) - size + 1 if size else 0):
        text = english[there[at].start : there[at + size - 1].end]
        matcher = SequenceMatcher(None, wanted, text.lower(), autojunk=False)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
            best, found = matcher.ratio(), text
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _akin(chinese: str, source: str) -> bool:
    return sum(char in source for char in chinese) >= AKIN * len(chinese)
