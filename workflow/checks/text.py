"""Checks on the English as text: empty, Han left in it, too short or long, repeating, doubtful."""

import re
from collections import Counter
from collections.abc import Iterator

from workflow.checks.base import Check, each
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import HAN, Unit

HAN_TEXT = re.compile(f"[{HAN}]+")
# English characters a Chinese one, constraints left out on both sides: the bounds hold for 99 % of 2,400 pairs of
# the authored corpus with 12 characters or more besides their constraints (shorter ones vary too much).
SHORTEST, LONGEST = 2.6, 7.1
LEAST_LENGTH = 12
LOOP_WORDS = 4
LOOP_TIMES = 3
LOW_CONFIDENCE = 0.45


def empty(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where a unit has no English."""
    if not unit.target.strip():
        yield check.finding(unit, N_("no English"))


def han_left(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every stretch of Han characters in the English."""
    for match in HAN_TEXT.finditer(unit.target):
        if not unit.slot.endswith("/wechat"):
            yield check.finding(unit, N_("Chinese left in the English: {text}"), match[0], text=match[0])


def length(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the English is far shorter or longer than such a source's usually is."""
    size = len(unit.source) - sum(c.end - c.start for c in unit.constraints if c.at)
    if size < LEAST_LENGTH or not unit.target or not unit.origin.startswith("engine"):
        return
    ratio = (len(unit.target) - sum(c.at[1] - c.at[0] for c in unit.constraints if c.at)) / size
    if ratio < SHORTEST:
        yield check.finding(unit, N_("the English is very short: something may be missing"))
    elif ratio > LONGEST:
        yield check.finding(unit, N_("the English is very long: something may have been added"))


def loop(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the same few words come three times over."""
    words = re.findall(r"[\w'-]+", _without_constraints(unit).lower())
    runs = Counter(tuple(words[i : i + LOOP_WORDS]) for i in range(len(words) - LOOP_WORDS + 1))
    worst = next((run for run, times in runs.most_common() if times >= LOOP_TIMES and "_" not in run), None)
    if worst:
        yield check.finding(unit, N_("the English repeats itself: “{words}”"), words=" ".join(worst))


def _without_constraints(unit: Unit) -> str:
    """Return the English with a mark in place of what it must hold: names may come often."""
    text = unit.target
    for start, end in sorted((c.at for c in unit.constraints if c.at), reverse=True):
        text = f"{text[:start]} _ {text[end:]}"
    return text


def confidence(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the engine itself was unsure."""
    if unit.confidence is not None and unit.confidence < LOW_CONFIDENCE and unit.target:
        yield check.finding(
            unit, N_("the engine was unsure here (confidence {value})"), value=f"{unit.confidence:.2f}"
        )


def by_clauses(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the English was put together from clauses translated apart."""
    if any(c.way == "split" for c in unit.constraints):
        yield check.finding(unit, N_("translated clause by clause to keep every term: read its grammar"))


CHECKS: tuple[Check, ...] = (
    Check("empty", N_("A unit has no English"), Severity.CRITICAL, each(empty)),
    Check("han-left", N_("Chinese is left in the English"), Severity.CRITICAL, each(han_left)),
    Check("loop", N_("The English repeats itself"), Severity.ERROR, each(loop)),
    Check(
        "length",
        N_("The English is far shorter or longer than usual"),
        Severity.WARNING,
        each(length),
        N_("wrong for lists of names and set phrases"),
    ),
    Check(
        "by-clauses",
        N_("The English was put together from clauses"),
        Severity.WARNING,
        each(by_clauses),
    ),
    Check("unsure", N_("The engine was unsure"), Severity.NOTE, each(confidence)),
)
