"""The English of a unit as printed: curly quotes, en dashes in ranges, titles in italics, and where each constraint stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from workflow.units import Constraint, Unit

_OPENS_AFTER = re.compile(r"(?:^|[\s(\[{—–/“‘\-])$")
_DECADE = re.compile(r"'(?=\d0s\b)")
# How far before a range a code may begin.
_NEAR = 12
_STRAIGHT = re.compile(r"[\"']")
# Two figures joined by a hyphen: years, times of day, numbers; no part of a longer code, date or telephone number.
_RANGE = re.compile(r"(?<![\w.:,/+-])(\d[\d,.]*|\d{1,2}:\d\d)-(\d[\d,.]*|\d{1,2}:\d\d)(?![\w:/-])(?!\.\d)")
# What stands before the number of a standard or a model: GB 3838-2002, ISO 14001-2015, No. 12-34.
_CODED = re.compile(r"(?:\b[A-Z][A-Z/\d]+(?: [A-Z])?|\bNos?\.) ?$")


@dataclass(frozen=True, slots=True)
class Mark:
    """Place a constraint at start:end of a text (code points); a constraint without a place has no mark."""

    start: int
    end: int
    constraint: Constraint

    @property
    def italic(self) -> bool:
        """Return whether print sets these words in italics, as it does titles of documents."""
        return self.constraint.kind == "document"


@dataclass(frozen=True, slots=True)
class Run:
    """Hold a stretch of text that is set in one way; `mark` is the constraint it stands for."""

    text: str
    italic: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold the printed English of one unit; `lost` are the constraints that stand nowhere in it."""

    unit: Unit
    text: str
    marks: tuple[Mark, ...] = ()
    lost: tuple[Constraint, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """Return the English cut at its marks, in order, nothing left out."""
        return tuple(_cut(self.text, self.marks))

    @property
    def source_runs(self) -> tuple[Run, ...]:
        """Return the Chinese of the unit cut at its constraints, in order, nothing left out."""
        marks = [Mark(c.start, c.end, c) for c in self.unit.constraints]
        return tuple(_cut(self.unit.source, _apart(marks)))


@dataclass(frozen=True, slots=True)
class Text:
    """Hold one text in both languages; `fixed` is its English where no unit gives one."""

    zh: str
    pieces: tuple[Piece, ...] = ()
    fixed: str = ""

    @property
    def en(self) -> str:
        """Return the English as printed: the units' texts joined by spaces."""
        return " ".join(p.text for p in self.pieces if p.text) or self.fixed

    @property
    def source(self) -> str:
        """Return the Chinese as the source has it after cleaning, whatever script is shown."""
        return "".join(p.unit.source for p in self.pieces) or self.zh

    @property
    def runs(self) -> tuple[Run, ...]:
        """Return the English as one run for each stretch that is set alike, titles in italics."""
        runs: list[Run] = []
        for p in self.pieces:
            if p.text:
                runs.extend((Run(" "), *p.runs) if runs else p.runs)
        alike = groupby(runs or [Run(self.fixed)], key=lambda run: run.italic)
        joined = (Run("".join(run.text for run in stretch), italic) for italic, stretch in alike)
        return tuple(run for run in joined if run.text)


def piece(unit: Unit) -> Piece:
    """Return the unit's English in print form with the place of every constraint."""
    found: list[Mark] = []
    for constraint in unit.constraints:
        place = _place(unit, constraint, found)
        if place is not None:
            found.append(Mark(*place, constraint))
    marked = [mark.constraint for mark in found]
    lost = tuple(c for c in unit.constraints if c not in marked) if unit.printed else ()
    return Piece(unit, dashed(curly(unit.printed)), _apart(found), lost)


def curly(text: str) -> str:
    """Return English with curly quotes for straight ones; every offset stays as it was."""
    text = _DECADE.sub("’", text)
    parts: list[str] = []
    at = 0
    for match in _STRAIGHT.finditer(text):
        parts.append(text[at : match.start()])
        before = "".join(parts[-2:])
        opening = bool(_OPENS_AFTER.search(before)) and not text[match.end() : match.end() + 1].isspace()
        parts.append(("“" if opening else "”") if match.group() == '"' else ("‘" if opening else "’"))
        at = match.end()
    return "".join((*parts, text[at:]))


def dashed(text: str) -> str:
    """Return English with an en dash between the figures of a range (Chicago Manual of Style, 6.78); offsets stay.

    A range goes up: 2021-2025, 9:00-10:30, 10-15 km. What goes down, and the number of a standard, keeps its hyphen.
    """

    def joined(match: re.Match[str]) -> str:
        code = _CODED.search(text, max(0, match.start() - _NEAR), match.start())
        return match[0] if code or not _goes_up(match[1], match[2]) else f"{match[1]}–{match[2]}"

    return _RANGE.sub(joined, text)


def _goes_up(first: str, last: str) -> bool:
    """Tell whether a range goes up; 2021-25 does."""
    if (":" in first) != (":" in last) or re.match(r"0\d", first):
        return False
    low, high = (tuple(map(int, re.findall(r"\d+", one.replace(",", "")))) for one in (first, last))
    short = len(first) == 4 and len(last.rstrip(".,")) == 2 and first.isdigit()
    return (low[0] % 100,) < high if short else low < high


def _place(unit: Unit, constraint: Constraint, taken: list[Mark]) -> tuple[int, int] | None:
    """Return where a constraint's English stands in print; house style may have moved or shortened it."""
    if unit.printed == unit.target and constraint.at is not None:
        return constraint.at
    if constraint.at is None and not constraint.kept:
        return None
    words = [unit.target[slice(*constraint.at)]] if constraint.at else []
    expected = constraint.at[0] * len(unit.printed) / max(1, len(unit.target)) if constraint.at else 0.0
    for wanted in (*words, *constraint.targets):
        free = [p for p in _occurrences(unit.printed, wanted) if all(_clear(p, mark) for mark in taken)]
        if free:
            return min(free, key=lambda p: abs(p[0] - expected))
    return None


def _occurrences(text: str, wanted: str) -> list[tuple[int, int]]:
    if not wanted.strip():
        return []
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)", re.IGNORECASE)
    return [match.span() for match in pattern.finditer(text)]


def _clear(place: tuple[int, int], mark: Mark) -> bool:
    return place[1] <= mark.start or mark.end <= place[0]


def _apart(marks: list[Mark]) -> tuple[Mark, ...]:
    """Return the marks in order, the later of two that overlap left out."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.start < mark.end and (not kept or kept[-1].end <= mark.start):
            kept.append(mark)
    return tuple(kept)


def _cut(text: str, marks: tuple[Mark, ...]) -> Iterator[Run]:
    at = 0
    for mark in marks:
        if at < mark.start:
            yield Run(text[at : mark.start])
        yield Run(text[mark.start : mark.end], mark.italic, mark)
        at = mark.end
    if at < len(text):
        yield Run(text[at:])
