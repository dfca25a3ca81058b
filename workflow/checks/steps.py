"""Find a step of a scale that is another in the English: endangered for 极危, this month for 下月, Mr. for 女士."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from workflow.checks.base import Check, Span, each_translated, held_in, overlaps
from workflow.checks.scales import Side, scales
from workflow.checks.words import finder
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

# The tables of data/ with steps.
TABLES = ("scales", "contraries", "opposites")
# Where a word has a capital that a small one has too: it begins a sentence, and no name goes on behind it.
BEGINS = re.compile(r"(?:^|[.!?:;] )[\"“‘'(]*$")
SMALL_NEXT = re.compile(r"[A-Z]\w*(?![-\w]| [A-Z])")
# What looks around, without which a pattern finds more, and sooner; and a pattern of nothing but words.
LOOKS_AROUND = re.compile(r"\(\?<?[!=][^()]*\)")
WORDS = re.compile("[\u4e00-\u9fff]+(?:\\|[\u4e00-\u9fff]+)*")
# The Chinese and the English of a scale, with a group for each step, and its steps.
Scale = tuple[re.Pattern[str], re.Pattern[str], tuple[Side, ...]]
# English of one beginning: a pattern of all of it, and one of each step or side.
Row = tuple[re.Pattern[str], list[tuple[re.Pattern[str], Side]]]
Find = Callable[[str], Iterable[tuple[int, tuple[str, Row]]]]


@dataclass(frozen=True, slots=True)
class _Table:
    """Hold a table of data/: its scales, and what finds at least those whose Chinese a text has.

    `find` yields the numbers of scales by their words or by what their patterns begin with; `always` are those whose
    pattern begins with no letters. `patterns` are those of scales that are not of nothing but words.
    """

    scales: tuple[Scale, ...]
    find: Callable[[str], Iterable[tuple[int, list[int]]]]
    always: tuple[int, ...]
    patterns: dict[int, re.Pattern[str]]

    def said_in(self, source: str) -> Iterator[Scale]:
        """Yield the scales whose Chinese a text may have, in their order."""
        found = {number for _end, numbers in self.find(source) for number in numbers}
        found.update(self.always)
        patterns = self.patterns
        return (self.scales[n] for n in sorted(found) if n not in patterns or patterns[n].search(source))


@cache
def _table(name: str) -> _Table:
    """Return a table of data/ ready to be searched for."""
    found: list[Scale] = []
    words: dict[str, list[int]] = {}
    always: list[int] = []
    patterns: dict[int, re.Pattern[str]] = {}
    for number, scale in enumerate(scales(name).values()):
        english = _any([side.en for side in scale], r"\b(?:{})(?!\w)")
        found.append((_any([side.zh for side in scale], "{}"), english, scale))
        bare = LOOKS_AROUND.sub("", "|".join(side.zh for side in scale))
        latin = bare.upper() != bare.lower()
        if not WORDS.fullmatch(bare):
            patterns[number] = re.compile(bare, re.IGNORECASE if latin else 0)
        begins = set(_beginnings(bare))
        if latin or "" in begins:
            always.append(number)
            continue
        for letters in begins:
            words.setdefault(letters, []).append(number)
    return _Table(tuple(found), finder(words), tuple(always), patterns)


def _any(patterns: Sequence[str], around: str) -> re.Pattern[str]:
    """Return a pattern of several, each a group of its own; `around` has {} in their place."""
    groups = "|".join(f"(?P<s{number}>{pattern})" for number, pattern in enumerate(patterns))
    return re.compile(around.format(groups), re.IGNORECASE)


@cache
def _chinese(side: Side) -> re.Pattern[str]:
    return re.compile(side.chinese)


@cache
def _explained(side: Side) -> re.Pattern[str]:
    return re.compile(side.explained)


@cache
def _english(side: Side) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{side.english})(?!\w)", re.IGNORECASE)


def exchanged(unit: Unit, name: str) -> Iterator[tuple[str, str]]:
    """Yield a step of the Chinese that has no English, with one of the same scale in the English that has no Chinese.

    `name` is that of the table of data/.
    """
    for chinese, english, steps in _table(name).said_in(unit.source):
        said = {match.lastgroup or "": match[0] for match in chinese.finditer(unit.source)}
        if not said:
            continue
        stands = {match.lastgroup or "": match[0] for match in english.finditer(unit.target)}
        strange = [
            en
            for group, en in stands.items()
            if group not in said and not _chinese(steps[int(group[1:])]).search(unit.source)
        ]
        unsaid = (
            zh
            for group, zh in said.items()
            if group not in stands and not _english(steps[int(group[1:])]).search(unit.target)
        )
        if strange and (zh := next(unsaid, "")):
            yield zh, strange[0]


@cache
def _telling() -> Find:
    """Return what finds the first letters of English that is telling alone: where they end, the letters, what goes on.

    That is a pattern of the whole, with its step or side.
    """
    found: dict[str, list[tuple[re.Pattern[str], Side]]] = {}
    for side in chain.from_iterable(scale for name in TABLES for scale in scales(name).values()):
        if side.alone:
            english = re.compile(rf"(?<!\w)(?:{side.en.lower()})(?!\w)")
            for letters in filter(None, _beginnings(side.en.lower())):
                found.setdefault(letters, []).append((english, side))
    return finder({letters: (letters, (_one_of(rows), rows)) for letters, rows in found.items()})


def _one_of(rows: list[tuple[re.Pattern[str], Side]]) -> re.Pattern[str]:
    if len(rows) == 1:
        return rows[0][0]
    return re.compile("|".join(dict.fromkeys(english.pattern for english, _side in rows)))


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
    return [re.match(r"(?:[a-z0-9\u4e00-\u9fff](?![?*]))*", one)[0] for one in found]  # type: ignore[index]  # it matches always


def strangers(unit: Unit) -> frozenset[str]:
    """Return the steps of the English that stand in place of another, as they stand there."""
    return frozenset(en for _zh, en in exchanged(unit, "scales"))


def changed(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every step of a scale that is another one in the English, or that nothing in the Chinese explains."""
    told = set[str]()
    for zh, en in exchanged(unit, "scales"):
        told.add(en)
        yield check.finding(unit, N_("“{en}” stands for “{zh}”"), en, zh=zh, en=en)
    for words in unexplained(unit, check):
        if words not in told:
            yield check.finding(unit, N_("nothing in the Chinese says “{en}”"), words, en=words)


def unexplained(unit: Unit, check: Check) -> Iterator[str]:
    """Yield the English of a check's steps that nothing in the Chinese explains, each once, as it stands there."""
    held = held_in(unit)
    told = set[str]()
    for place, side in _stands(unit.target.lower()):
        if side.alone != check.id or _explained(side).search(unit.source) or overlaps(place, held):
            continue
        words = unit.target[slice(*place)]
        if words not in told and not _is_name(unit.target, place[0], side):
            told.add(words)
            yield words


@lru_cache(maxsize=512)
def _stands(lower: str) -> tuple[tuple[Span, Side], ...]:
    """Return where English that is telling alone stands in a text of small letters, with its step or side."""
    found: list[tuple[Span, Side]] = []
    for end, (letters, (any_of_them, rows)) in _telling()(lower):
        start = end + 1 - len(letters)
        within_a_word = start and (lower[start - 1].isalnum() or lower[start - 1] == "_")
        if within_a_word or not any_of_them.match(lower, start):
            continue
        for english, side in rows:
            match = english.match(lower, start)
            if match:
                found.append((match.span(), side))
    return tuple(found)


def _is_name(english: str, start: int, side: Side) -> bool:
    """Tell whether a word is another one by its capital: Son La, My Son, miss for Miss."""
    capital = english[start].isupper()
    if re.search(r"(?<!\\)[A-Z]", side.en) and not side.en[0].islower():
        return not capital
    return capital and not (BEGINS.search(english[:start]) and SMALL_NEXT.match(english, start))


CHECKS: tuple[Check, ...] = (
    Check(
        "step-changed",
        N_("A grade, a time told from today, a relative or a kind is another one in the English"),
        Severity.ERROR,
        each_translated(changed),
        N_("wrong where the English means the same by another word of the row"),
        0.95,
    ),
)
