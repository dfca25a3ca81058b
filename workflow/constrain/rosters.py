"""Lists of people, put together from their recognised parts: A处长张三、B司长李四、C主任王五.

Such a list is where a model breaks: it drops an item, or gives one man the office of another. The engine is fed a
stand-in of two invented surnames for the whole list, and the list's English takes its place afterwards.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.units import Constraint

# English surnames that no bulletin of the region has; two of them, so that the verb agrees.
STAND_INS = ("Ames and Boyd", "Carr and Dunn", "Ellis and Ford")
JOINT = re.compile(r"\s*(?:、|，|；|,|;|以及|和|与|及)?\s*")
# A list begins after one of these or at the start, else an office that nobody recognised stands before its first name;
# it goes on after one of those, and cut short it would be another list.
BEFORE = re.compile(r"(?:^|[，。；：:“（(]|由|有|请|是|为|向|对|随|在场的)\s*$")
GOES_ON = re.compile(r"\s*(?:、|和|与|及|以及|/)")
FEWEST = 3
LONG = 120  # characters of English: two officials with their offices are a list, two bare names are none


@dataclass(frozen=True, slots=True)
class Roster:
    """Hold a list of people: its span in the source, its members' places among the constraints, its English."""

    start: int
    end: int
    members: range
    english: str


@dataclass(frozen=True, slots=True)
class Fed:
    """Hold the constraints that the engine is fed where lists stand in for their members, and those lists."""

    constraints: tuple[Constraint, ...]
    stand_ins: tuple[tuple[str, str], ...]
    members: frozenset[int]


def find(source: str, constraints: Sequence[Constraint]) -> tuple[Roster, ...]:
    """Return the lists of people among a source's constraints, in order; at most as many as there are stand-ins."""
    rosters: list[Roster] = []
    first = 0
    while first < len(constraints):
        last = first
        while last < len(constraints) and _is_person(constraints[last]):
            if last > first and not _joined(source, constraints[last - 1], constraints[last]):
                break
            last += 1
        english = _english([c.target for c in constraints[first:last]])
        many = last - first >= FEWEST or (last - first == FEWEST - 1 and len(english) > LONG)
        if many and _is_whole(source, constraints[first].start, constraints[last - 1].end):
            span = constraints[first].start, constraints[last - 1].end
            rosters.append(Roster(*span, range(first, last), english))
        first = max(last, first + 1)
    return tuple(rosters[: len(STAND_INS)])


def feed(source: str, constraints: Sequence[Constraint]) -> Fed | None:
    """Return what the engine is fed in place of the lists of people, or None where there is no list."""
    rosters = find(source, constraints)
    if not rosters:
        return None
    members = frozenset(index for roster in rosters for index in roster.members)
    others = [c for index, c in enumerate(constraints) if index not in members]
    stand_ins = tuple(zip(STAND_INS, (roster.english for roster in rosters), strict=False))
    lists = [
        Constraint(roster.start, roster.end, source[roster.start : roster.end], (name,), "person")
        for roster, (name, _english) in zip(rosters, stand_ins, strict=True)
    ]
    return Fed(tuple(sorted((*others, *lists), key=lambda c: c.start)), stand_ins, members)


def expand(english: str, stand_ins: Sequence[tuple[str, str]]) -> str | None:
    """Return the English with every list in the place of its stand-in, or None where one is not there just once.

    An office at the end of a list is closed by a comma where the sentence goes on.
    """
    for name, roster in stand_ins:
        parts = re.split(rf"\b{name}\b(?!['’])", english)
        if len(parts) != 2:
            return None
        before, after = parts
        closed = "," if ", " in roster and re.match(r" [a-z]", after) else ""
        english = f"{before}{roster}{closed}{after}"
    return english


def _is_person(constraint: Constraint) -> bool:
    named = constraint.kind == "verbatim" and re.match(r"[A-Z][\w'.-]*[ ,]+[A-Z]", constraint.target)
    return constraint.kind == "person" or bool(named)


def _is_whole(source: str, start: int, end: int) -> bool:
    return BEFORE.search(source[:start]) is not None and GOES_ON.match(source, end) is None


def _joined(source: str, one: Constraint, other: Constraint) -> bool:
    between = source[one.end : other.start]
    return bool(between) and JOINT.fullmatch(between) is not None


def _english(items: Sequence[str]) -> str:
    """Return the items as one list: semicolons where an item has a comma of its own."""
    if len(items) < 2:
        return "".join(items)
    if any("," in item for item in items):
        return "; ".join((*items[:-1], f"and {items[-1]}"))
    return f"{', '.join(items[:-1])} and {items[-1]}"
