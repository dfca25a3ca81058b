"""Find the dates of an English text that stand where the Chinese has another day, month, year or weekday."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.checks.base import overlaps
from workflow.constrain.calendar_forms import MONTH, WEEKDAYS
from workflow.units import Constraint

_WEEKDAY = "|".join(dict.fromkeys(WEEKDAYS.values()))
_YEAR = r"(?:1[5-9]|20)\d\d"
_NTH = "(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:(?P<first>\d{{1,2}}){_NTH}(?: of)? )?(?P<month>{MONTH})\b"
    rf"(?: (?P<days>\d{{1,2}}{_NTH}(?:(?: to |[-–—]| and |, )\d{{1,2}}(?!\d))*)(?![\d%]|,\d))?(?:,? (?:of )?(?P<year>{_YEAR})\b)?"
    rf"|(?<![\d,.$€£¥])(?P<lone>{_YEAR})(?=s?\b)(?![%]|,\d|\.\d)|\b(?P<weekday>{_WEEKDAY})s?\b"
)


@dataclass(frozen=True, slots=True)
class DateShift:
    """Hold a date of the Chinese (start:end of the source) and the English at `at` that is another date."""

    zh: str
    start: int
    end: int
    at: tuple[int, int]
    quote: str
    fix: str


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one part of a date (day, month, year or weekday), its place, and the place of the whole date."""

    kind: str
    text: str
    start: int
    end: int
    whole: tuple[int, int]


def shifted_dates(english: str, constraints: Sequence[Constraint]) -> tuple[DateShift, ...]:
    """Return the dates that lost a part in the English while another part of its kind stands there unexplained."""
    lost = [c for c in constraints if c.kind == "date" and not c.kept]
    if not lost:
        return ()
    parts = list(_parts(english))
    kept = [c.at for c in constraints if c.at]
    free = [part for part in parts if not overlaps((part.start, part.end), kept)]
    here = Counter((part.kind, part.text) for part in free)
    ours = {(part.kind, part.text) for c in constraints if c.kind == "date" for part in _parts(c.target)}
    others = [part for part in free if (part.kind, part.text) not in ours]
    found = []
    for constraint in lost:
        wrong: dict[tuple[int, int], list[tuple[Part, str]]] = {}
        fullest = max((list(_parts(target)) for target in constraint.targets), key=len)
        for part in fullest:
            other = next((other for other in others if other.kind == part.kind), None)
            here[part.kind, part.text] -= 1
            if here[part.kind, part.text] < 0 and other is not None:
                others.remove(other)
                wrong.setdefault(other.whole, []).append((other, part.text))
        for (start, end), changes in wrong.items():
            fix = _mended(english, start, end, changes)
            found.append(
                DateShift(
                    constraint.source, constraint.start, constraint.end, (start, end), english[start:end], fix
                )
            )
    return tuple(found)


def _mended(english: str, start: int, end: int, changes: Sequence[tuple[Part, str]]) -> str:
    text = english[start:end]
    for part, right in sorted(changes, key=lambda change: -change[0].start):
        text = text[: part.start - start] + right + text[part.end - start :]
    return text


def _parts(text: str) -> Iterator[Part]:
    for match in _DATE.finditer(text):
        for kind, name in (
            ("day", "first"),
            ("month", "month"),
            ("year", "year"),
            ("year", "lone"),
            ("weekday",) * 2,
        ):
            if match[name]:
                yield Part(kind, match[name], *match.span(name), match.span())
        for day in re.finditer(r"\d{1,2}", match["days"] or ""):
            start = match.start("days") + day.start()
            yield Part("day", day[0], start, start + len(day[0]), match.span())
