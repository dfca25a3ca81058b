"""Find a step of a scale that is another in the English: endangered for 极危, this month for 下月, Mr. for 女士."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from workflow.checks.base import Check, each, held_in
from workflow.checks.opposites import PAIRS, Side
from workflow.checks.scales import scales
from workflow.constrain import COPIED, Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

# So many first letters find what may match at a word.
LETTERS = 3
WORD = re.compile(r"[a-z]\w*")
# The Chinese and the English of a scale, with a group for each step, and its steps.
Scale = tuple[re.Pattern[str], re.Pattern[str], tuple[Side, ...]]


@cache
def _table(name: str) -> tuple[re.Pattern[str], tuple[Scale, ...]]:
    """Return what finds any Chinese of a table of data/, and its scales."""
    table = scales(name)
    rows = tuple(
        (
            _any([side.zh for side in scale], "{}"),
            _any([side.en for side in scale], r"\b(?:{})(?!\w)"),
            scale,
        )
        for scale in table
    )
    return re.compile("|".join(f"(?:{side.zh})" for scale in table for side in scale)), rows


def _any(patterns: Sequence[str], around: str) -> re.Pattern[str]:
    """Return a pattern of several, each a group of its own; `around` has {} in their place."""
    groups = "|".join(f"(?P<s{number}>{pattern})" for number, pattern in enumerate(patterns))
    return re.compile(around.format(groups), re.IGNORECASE)


@cache
def _chinese(side: Side) -> re.Pattern[str]:
    return re.compile(side.chinese)


@cache
def _english(side: Side) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{side.english})(?!\w)", re.IGNORECASE)


def exchanged(unit: Unit, name: str) -> Iterator[tuple[str, str]]:
    """Yield a step of the Chinese that has no English, with one of the same scale in the English that has no Chinese.

    `name` is that of the table of data/.
    """
    first, rows = _table(name)
    if not unit.target or COPIED.search(unit.slot) or not first.search(unit.source):
        return
    for chinese, english, steps in rows:
        said = {match.lastgroup or "": match[0] for match in chinese.finditer(unit.source)}
        if not said:
            continue
        stands = {match.lastgroup or "": match[0] for match in english.finditer(unit.target)}
        unsaid = [
            zh
            for group, zh in said.items()
            if group not in stands and not _english(steps[int(group[1:])]).search(unit.target)
        ]
        strange = [
            en
            for group, en in stands.items()
            if group not in said and not _chinese(steps[int(group[1:])]).search(unit.source)
        ]
        if unsaid and strange:
            yield unsaid[0], strange[0]


@cache
def _telling() -> dict[str, list[tuple[re.Pattern[str], Side]]]:
    """Return the English that is telling alone, with its step or side, by the English's first letters."""
    found: dict[str, list[tuple[re.Pattern[str], Side]]] = {}
    for side in chain.from_iterable((*scales("scales"), *scales("contraries"), *PAIRS)):
        if side.alone:
            english = re.compile(rf"(?:{side.en.lower()})(?!\w)")
            for letters in {one[:LETTERS] for one in _beginnings(side.en.lower())}:
                found.setdefault(letters, []).append((english, side))
    return found


def _beginnings(pattern: str) -> list[str]:
    """Return the letters with which what matches a pattern may begin, for patterns that begin with letters or a group."""
    found: list[str] = []
    depth, start = 0, 0
    for place, char in enumerate(f"{pattern}|"):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            one = pattern[start:place]
            start = place + 1
            inside = re.match(r"\(\?:([^()]*)\)(\??)(.*)", one)
            if inside:
                found += [head + inside[3] for head in inside[1].split("|")] + [inside[3]] * bool(inside[2])
            else:
                found.append(one)
    return [re.match(r"(?:[a-z0-9](?![?*]))*", one)[0] for one in found]  # type: ignore[index]  # it matches always


def strangers(unit: Unit) -> frozenset[str]:
    """Return the steps of the English that stand in place of another, as they stand there."""
    return frozenset(en for _zh, en in exchanged(unit, "scales"))


def changed(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every step of a scale that is another one in the English, or that nothing in the Chinese explains."""
    told = set[str]()
    for zh, en in exchanged(unit, "scales"):
        told.add(en)
        yield check.finding(unit, N_("“{en}” stands for “{zh}”"), en, zh=zh, en=en)
    if not unit.target or COPIED.search(unit.slot):
        return
    held = held_in(unit)
    for start, end in _unexplained(unit):
        words = unit.target[start:end]
        if words not in told and not any(first <= start < last for first, last in held):
            told.add(words)
            yield check.finding(unit, N_("nothing in the Chinese says “{en}”"), words, en=words)


def _unexplained(unit: Unit) -> Iterator[tuple[int, int]]:
    telling, lower = _telling(), unit.target.lower()
    for word in WORD.finditer(lower):
        for size in range(1, LETTERS + 1):
            for english, side in telling.get(word[0][:size], ()) if len(word[0]) >= size else ():
                match = english.match(lower, word.start())
                if match and not _chinese(side).search(unit.source):
                    yield match.span()


CHECKS: tuple[Check, ...] = (
    Check(
        "step-changed",
        N_("A grade, a time told from today, a relative or a kind is another one in the English"),
        Severity.ERROR,
        each(changed),
        N_("wrong where the English means the same by another word of the row"),
        0.95,
    ),
)
