"""Checks on what the English leaves out: a stretch of the Chinese none of whose words stands in the English."""

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from workflow.checks.base import Check, each
from workflow.checks.places import near
from workflow.checks.words import stems, words
from workflow.constrain import Terms, is_copied
from workflow.constrain.glossary import Entry
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Constraint, Unit

# Figures from 5,000 right pairs of the authored corpus, with a word list mined from 12,000, most of them others.
# English characters a Chinese one, constraints left out on both sides, and a sentence's deviation from that over the
# square root of its length.
RATIO = 4.1
DEVIATION = 1.6
# A word whose English stands in the sentence may stand there for another word: it counts half.
COVERED = 0.5
KEPT, LOST = 4.0, 2.0
MOST_FOR_LENGTH = 6.0
# What the words say is not believed where the length says otherwise: English in other words than usual is no shorter.
# With a word list mined without them, none of 2,000 right pairs reached the thresholds, nor any of 560 others. An item of a
# list weighs less: with the whole list, 1 of 6,200 right pairs and none of 600 that nothing was mined from reach it.
LEAST_FOR_LENGTH = -0.5
LEAST_EVIDENCE = 7.3
# An item of a list, from the second on, and what it must weigh at least, its length included.
ITEM = re.compile("(?<=、)[^、，。；：！？“”（）《》]{2,14}?(?=[、，。；]|和|及|与|以及|等)")
LEAST_ITEM = 2.8
# What counts the items up belongs to all of them: 绿、黄、红三种颜色.
TOGETHER = re.compile("[二三四五六七八九十两几各][种个国项方类大者省州级]|三者|[一两几]方")
# Shorter terms, and proverbs of which no word is known, are too often said in other words: 亩产 has no mu.
LEAST_TERM = 4
# Words to be quoted on both sides of what stands beside a missing term.
BESIDE = 4
MARKS = "，。；：！？、,;:!?"


class Stretch(NamedTuple):
    """Hold start:end of a source and the evidence that its English is missing, in natural logarithms."""

    start: int
    end: int
    evidence: float


def evidence(unit: Unit) -> list[Stretch]:
    """Return the known words and the constraints of a unit in order; what stands in the English counts below 0."""
    english = stems(unit.target)
    found = [Stretch(c.start, c.end, -KEPT if c.kept else LOST) for c in unit.constraints]
    taken = {place for c in unit.constraints for place in range(c.start, c.end)}
    for start, word in words(unit.source):
        end = start + len(word.zh)
        if start not in taken and end - 1 not in taken:
            missing = word.stems.isdisjoint(english)
            found.append(Stretch(start, end, word.cost if missing else -COVERED * word.cost))
    return sorted(found, key=itemgetter(0))


def heaviest(parts: Sequence[Stretch]) -> Stretch | None:
    """Return the run of parts with the most evidence, or None where no part has any."""
    best, run = None, None
    for part in parts:
        run = part if run is None else Stretch(run.start, part.end, run.evidence + part.evidence)
        if run.evidence <= 0:
            run = None
        elif best is None or run.evidence > best.evidence:
            best = run
    return best


def by_length(unit: Unit, stretch: Stretch) -> float:
    """Return how much the length of the English says for the loss of a stretch, and against it where below 0.

    The logarithm of how likely the length is without the stretch over how likely it is with it, both normal.
    """
    inside = sum(c.end - c.start for c in unit.constraints)
    fixed = sum(c.at[1] - c.at[0] if c.at else len(c.target) for c in unit.constraints)
    expected = RATIO * (len(unit.source) - inside) + fixed
    lacking = RATIO * (stretch.end - stretch.start)
    short = expected - len(unit.target)
    weight = (short * lacking - lacking * lacking / 2) / (DEVIATION * DEVIATION * max(expected, 1))
    return max(-MOST_FOR_LENGTH, min(MOST_FOR_LENGTH, weight))


def is_missing(unit: Unit, stretch: Stretch, least: float) -> bool:
    """Tell whether words and length together say so much that a stretch is missing, and the length not the contrary."""
    length = by_length(unit, stretch)
    return length >= LEAST_FOR_LENGTH and stretch.evidence + length >= least


def missing_stretch(unit: Unit) -> Stretch | None:
    """Return the stretch of a unit's Chinese that is most surely missing in the English, or None."""
    if not unit.target or is_copied(unit.slot):
        return None
    stretch = heaviest(evidence(unit))
    return stretch if stretch and is_missing(unit, stretch, LEAST_EVIDENCE) else None


def missing_items(unit: Unit) -> Iterator[Stretch]:
    """Yield the items of lists none of whose words stands in the English."""
    if "、" not in unit.source or not unit.target or is_copied(unit.slot):
        return
    parts = evidence(unit)
    for item in ITEM.finditer(unit.source):
        if TOGETHER.search(item[0]):
            continue
        inside = [part.evidence for part in parts if item.start() <= part.start and part.end <= item.end()]
        stretch = Stretch(*item.span(), sum(inside))
        if inside and min(inside) > 0 and is_missing(unit, stretch, LEAST_ITEM):
            yield stretch


def omitted(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for the stretch of the Chinese that is most surely missing in the English."""
    stretch = missing_stretch(unit)
    if stretch:
        zh = unit.source[stretch.start : stretch.end].strip(MARKS)
        yield check.finding(unit, N_("“{zh}” seems to be missing in the English"), zh=zh)


def item_omitted(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every item of a list none of whose words stands in the English."""
    for stretch in missing_items(unit):
        zh = unit.source[stretch.start : stretch.end]
        yield check.finding(unit, N_("“{zh}” of a list seems to be missing in the English"), zh=zh)


def unsaid_terms(unit: Unit, terms: Terms) -> Iterator[tuple[Constraint, Entry]]:
    """Yield the terms that the glossary only suggests and no word of whose English stands in the unit's."""
    english = stems(unit.target)
    for found, entry in terms.matcher.suggest(unit.source):
        if any(c.start < found.end and found.start < c.end for c in unit.constraints):
            continue
        rows = (entry, *terms.glossary.entries.get(entry.key, ()))
        known = frozenset[str]().union(
            *(stems(target) for row in rows for target in row.targets),
            *(word.stems for _start, word in words(found.source)),
        )
        if known and known.isdisjoint(english):
            yield found, entry


def term_missing(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every longer term that the glossary only suggests and no word of whose English is there."""
    for found, entry in unsaid_terms(unit, terms) if unit.target and not is_copied(unit.slot) else ():
        if len(found.source) >= LEAST_TERM and words(found.source):
            message = N_("“{zh}” of the glossary (“{en}”) seems to be missing in the English")
            quote = near(unit, found.start, found.end, BESIDE)
            yield check.finding(unit, message, quote, zh=found.source, en=entry.en)


CHECKS: tuple[Check, ...] = (
    Check(
        "omission",
        N_("A stretch of the Chinese seems to be missing in the English"),
        Severity.ERROR,
        each(omitted),
        N_("wrong where the English says it in other words than usual"),
        0.95,
    ),
    Check(
        "list-item",
        N_("An item of a list seems to be missing in the English"),
        Severity.WARNING,
        each(item_omitted),
        N_("wrong where the English says the item in other words than usual, or in one word with another"),
        0.9,
    ),
    Check(
        "term-missing",
        N_("A term that the glossary suggests is in the English in no form"),
        Severity.WARNING,
        each(term_missing),
        N_("wrong where the English says it in other words"),
        0.65,
    ),
)
