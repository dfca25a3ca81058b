"""Checks on the bulletin as a whole: one sentence, one term and one short form are one thing throughout."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain

from workflow.checks.base import Check
from workflow.constrain import Terms, is_copied
from workflow.constrain.glossary import Entry, Glossary
from workflow.conventions import BODY, house_style, short_form
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import State, Unit

NOT_LETTERS = re.compile(r"[\W_]+")
# Sources are different where less than this of their characters agrees; English of fewer words is a label.
ALIKE = 0.6
LEAST_WORDS = 4
LEAST_SOURCE = 6


def _key(text: str) -> str:
    """Return a text without case, blanks and marks."""
    return NOT_LETTERS.sub("", text).casefold()


def inconsistent_target(units: Sequence[Unit], _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every unit whose English differs from that of the same source: a human's, else the first.

    English that house style has put right in print (step 7) is none.
    """
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.target:
            groups.setdefault(" ".join(unit.source.split()), []).append(unit)
    for group in (found for found in groups.values() if len(found) > 1):
        model = next((unit for unit in group if unit.state >= State.REVIEWED), group[0])
        for unit in group:
            if unit.shown is None and _key(unit.target) != _key(model.target):
                message = N_("the same Chinese stands elsewhere as “{en}”")
                yield check.finding(unit, message, unit.target, fix=model.target, en=model.target)


def same_target(units: Sequence[Unit], _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every unit whose English is that of an earlier, clearly different source."""
    first: dict[str, Unit] = {}
    for unit in units:
        words = unit.target.lower().split()
        if len(words) < LEAST_WORDS or is_copied(unit.slot):
            continue
        other = first.setdefault(" ".join(words).rstrip(".!?"), unit)
        if other is not unit and _differ(_key(unit.source), _key(other.source)):
            message = N_("the English is that of another sentence: {zh}")
            yield check.finding(unit, message, unit.target, zh=other.source)


def _differ(one: str, other: str) -> bool:
    if min(len(one), len(other)) < LEAST_SOURCE:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() < ALIKE


@dataclass(slots=True)
class _Uses:
    """Hold the units that write a term in each of its forms."""

    entry: Entry
    units: dict[str, list[Unit]] = field(default_factory=dict)


def inconsistent_term(units: Sequence[Unit], terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every unit of the body that writes a term otherwise than most of the others do.

    Where the glossary itself gives both, in the offices of two countries, they are no inconsistency.
    """
    body = [unit for unit in units if BODY.search(unit.slot) and unit.target]
    if len(body) < 2:
        return
    uses: dict[str, _Uses] = {}
    for unit in body:
        found = {entry.key: entry for entry in terms.matcher.entries(unit.source)}
        known = {key: entry for key, entry in found.items() if len(terms.glossary.entries.get(key, ())) > 1}
        if not known or not any(key in unit.source for key in chain(known, terms.matcher.several)):
            continue
        for key, entry in known.items():
            forms = _forms(terms.glossary, key)
            used = _used(unit.target, forms) if len(forms) > 1 else []
            if len(used) == 1:
                uses.setdefault(key, _Uses(entry)).units.setdefault(used[0], []).append(unit)
    for use in uses.values():
        if len(use.units) > 1:
            yield from _disagreeing(use, check)


def _forms(glossary: Glossary, key: str) -> tuple[str, ...]:
    """Return the full English forms of a source, the longest first; short forms are another matter."""
    rows = [row for row in glossary.entries.get(key, ()) if row.status != "forbidden"]
    if len(rows) < 2:
        return ()
    short = {row.en_short for row in rows}
    forms = {row.en.removeprefix("The ") for row in rows} - short
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _used(text: str, forms: Sequence[str]) -> list[str]:
    """Return the forms that stand in a text as whole words, one inside a longer one not counted."""
    lower, used = text.lower(), []
    for form in forms:
        pattern = _words_of(form) if form.lower() in lower else None
        if pattern and pattern.search(lower):
            used.append(form)
            lower = pattern.sub("\n", lower)
    return used


@lru_cache(maxsize=1024)
def _words_of(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(form.lower())}(?:s|es|'s)?(?!\w)")


def _is_given(unit: Unit, key: str, form: str) -> bool:
    """Tell whether the English that an engine was fed for the term's place has this form, and stands there."""
    wanted = _words_of(form)
    return any(
        c.kept and key in c.source and wanted.search(c.target.lower()) is not None for c in unit.constraints
    )


def _disagreeing(use: _Uses, check: Check) -> Iterator[Finding]:
    usual = max(use.units, key=lambda form: len(use.units[form]))
    given = all(_is_given(unit, use.entry.zh, usual) for unit in use.units[usual])
    for form, found in use.units.items():
        for unit in found if form != usual else ():
            if given and _is_given(unit, use.entry.zh, form):
                continue
            at = unit.target.lower().find(form.lower())
            words, other = unit.target[at : at + len(form)], use.units[usual][0].target
            message = N_("“{zh}” is “{words}” here and “{en}” elsewhere: {other}")
            yield check.finding(
                unit, message, words, fix=usual, zh=use.entry.zh, words=words, en=usual, other=other
            )


def first_mention(units: Sequence[Unit], terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the body, naming a thing more than once, has its short form before its full name."""
    body = [
        (unit, c) for unit in units if BODY.search(unit.slot) for c in unit.constraints if len(c.targets) > 1
    ]
    often = Counter(constraint.target for _unit, constraint in body)
    if not body or max(often.values()) < 2:
        return
    seen: set[str] = set()
    for unit, constraint in body:
        long, printed = constraint.target, unit.printed
        if often[long] < 2 or long in seen:
            continue
        if long.casefold() in printed.casefold():
            seen.add(long)
            continue
        entry = terms.glossary.preferred(constraint.source)
        short = short_form(entry) if entry and entry.en == long else ""
        if not short or short in house_style().known_to_all or short in unit.source:
            continue
        if re.search(rf"(?<![\w-]){re.escape(short)}(?![\w-])", printed):
            seen.add(long)
            named = f"{long} ({short})"
            message = N_("“{words}” stands before its full name; write “{en}” here")
            yield check.finding(unit, message, short, fix=named, words=short, en=named)


CHECKS: tuple[Check, ...] = (
    Check(
        "inconsistent-target",
        N_("The same Chinese has different English"),
        Severity.WARNING,
        inconsistent_target,
        N_("wrong where the place asks for another wording, as in a heading"),
    ),
    Check(
        "same-target",
        N_("Different Chinese has the same English"),
        Severity.ERROR,
        same_target,
        N_("wrong where the Chinese says the same in other words"),
        0.9,
    ),
    Check(
        "inconsistent-term",
        N_("A term is translated in two ways"),
        Severity.NOTE,
        inconsistent_term,
        N_("wrong where the sense differs: the Chinese word has several"),
        0.5,
    ),
    Check(
        "first-mention",
        N_("A short form stands before its full name"),
        Severity.WARNING,
        first_mention,
        N_("wrong for short forms that every reader knows"),
        0.8,
    ),
)
