"""A pair's source as the engine is fed it in a build: what CONSTRAIN finds stands in English in the Chinese.

Everything here is the pipeline's own: its recognisers, its verification, its lists of people, its injection. Training
and use cannot drift apart.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from workflow.constrain import Terms, find, rosters
from workflow.constrain.english_patterns import places_of, squash
from workflow.constrain.inject import inject
from workflow.constrain.matcher import Matcher
from workflow.constrain.ownnames import entries
from workflow.constrain.verify import verify
from workflow.units import Constraint

# What may stand between the members of a list of people in English.
BETWEEN = re.compile(r"[,;]?\s*(?:and|as well as)?\s*")


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold a sentence, its reference, and the terms that stand literally in both."""

    zh: str
    en: str
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """Hold what the model is asked, what it is to answer, and the English that was put into the question.

    `before` holds the questions and answers of the sentences before it, as earlier turns of one conversation.
    """

    src: str
    tgt: str
    fed: tuple[str, ...] = ()
    before: tuple[tuple[str, str], ...] = ()


def constraints_of(pair: Pair, terms: Terms, *, own: bool) -> tuple[Constraint, ...]:
    """Return the constraints of a pair whose English stands in its reference, each fed the form that stands there.

    With `own`, the pair's own terms are found as an office's further glossary would be. `at` is the place in the
    reference. A constraint is left out where only a free rewording of it stands there: nobody could copy that.
    """
    found = find(pair.zh, _with_own(pair, terms) if own and pair.terms else terms)
    verified = verify(found, pair.en, pair.zh, human=True)
    squashed = squash(pair.en)
    fed = (_fed(constraint, pair.en, squashed) for constraint in verified if constraint.at)
    return tuple(constraint for constraint in fed if constraint)


def _with_own(pair: Pair, terms: Terms) -> Terms:
    known = {zh: en for zh, en in pair.terms if terms.glossary.preferred(zh) is None}
    glossary = replace(terms.glossary, entries={}).with_entries(entries(known))
    return replace(terms, matcher=_Both(terms.matcher, Matcher(glossary)))


class _Both(Matcher):
    """Find the entries of two glossaries; where they overlap, CONSTRAIN lets the longer one win."""

    def __init__(self, house: Matcher, own: Matcher) -> None:
        self.glossary = house.glossary
        self._matchers = house, own

    def find(self, text: str) -> list[Constraint]:
        """Return what either finds."""
        return [constraint for matcher in self._matchers for constraint in matcher.find(text)]


def _fed(constraint: Constraint, english: str, squashed: str) -> Constraint | None:
    """Return the constraint with the accepted form that stands at its place as the one that is fed."""
    for target in constraint.targets:
        alone = replace(constraint, targets=(target,))
        if constraint.at in places_of(alone, english, squashed):
            return alone
    return None


def example(pair: Pair, constraints: Sequence[Constraint]) -> Example:
    """Return the example in which these constraints stand in English, lists of people as their stand-ins.

    A list whose English does not stand in one piece in the reference is fed in full, as a build does at its second try.
    """
    lists = rosters.feed(pair.zh, constraints)
    english = _with_stand_ins(pair, constraints) if lists else None
    fed = lists.constraints if lists and english is not None else tuple(constraints)
    return Example(
        inject(pair.zh, fed), pair.en if english is None else english, tuple(c.target for c in fed)
    )


def _with_stand_ins(pair: Pair, constraints: Sequence[Constraint]) -> str | None:
    english = pair.en
    replaced = []
    for roster, name in zip(rosters.find(pair.zh, constraints), rosters.STAND_INS, strict=False):
        places = sorted(place for i in roster.members if (place := constraints[i].at))
        gaps = (english[one[1] : other[0]] for one, other in itertools.pairwise(places))
        if not all(BETWEEN.fullmatch(gap) for gap in gaps):
            return None
        replaced.append((places[0][0], places[-1][1], name))
    for start, end, name in sorted(replaced, reverse=True):
        english = english[:start] + name + english[end:]
    return english


def some(constraints: Sequence[Constraint], random: Random) -> list[Constraint]:
    """Return none of the constraints in a sixth of the cases, all of them in two thirds, some in the rest.

    A build feeds all that it finds; a glossary never knows all that there is.
    """
    draw = random.random()
    if draw < 1 / 6:
        return []
    return [c for c in constraints if draw < 5 / 6 or random.random() < 0.6]
