"""Decades, centuries and the parts of a span of time, with their English: 上世纪八十年代初, 本世纪中叶."""

import re

from workflow.constrain.calendar_forms import PARTS
from workflow.constrain.figures import ordinal_forms
from workflow.constrain.numerals import number_value

Forms = tuple[str, ...]
# The parts of a decade by those of a month.
_PARTS = {"中期": "中", "后期": "末", "中后期": "中下旬", "前中期": "上中旬", "早中期": "上中旬"}


def number_of(match: re.Match[str], name: str) -> int | None:
    """Return a group of a date as a number, None where it is missing or none."""
    text = match.groupdict().get(name)
    value = number_value(text.replace("○", "〇")) if text else None
    return None if value is None else int(value)


def number_or_zero(match: re.Match[str], name: str) -> int:
    """Return a group of a date as a number, 0 where it is missing or none."""
    return number_of(match, name) or 0


def in_part(forms: Forms, part: str | None) -> Forms:
    """Return a part (上旬, 初, 底) of the month or year that the forms name."""
    if not part:
        return forms
    return tuple(pattern.format(form) for form in forms for pattern in PARTS[part])


def _in_era(names: Forms, part: str | None) -> Forms:
    """Return a part of a decade or century, which has an article behind "of", and turns at its ends."""
    forms = tuple(
        form.replace(" of ", " of the ")
        if form.startswith(("the ", "beginning", "middle", "start", "end"))
        else form
        for form in in_part(names, part)
    )
    turns = tuple(f"the turn of the {name}" for name in names) if part in ("初", "末") else ()
    return (*forms, *turns)


def read_decade(match: re.Match[str]) -> Forms:
    """Read 二十世纪八十年代初 as the early 1980s."""
    century = number_of(match, "century") or 20
    start = number_of(match, "full") or (century - 1) * 100 + number_or_zero(match, "decade")
    names = (f"{start}s", f"{start}'s", f"{start % 100}s")
    part = match["part"]
    return _in_era(names, _PARTS.get(part, part) if part else None)


def read_century(match: re.Match[str]) -> Forms:
    """Read 19世纪末 as the end of the 19th century."""
    names = tuple(f"{form} century" for form in ordinal_forms(number_or_zero(match, "century")))
    return _in_era(names, "中" if match["part"] == "中叶" else match["part"])


def read_this_century(match: re.Match[str]) -> Forms:
    """Return this century or the last one, and a part of it: the end of the century, mid-century."""
    names: Forms = ("this century", "the century", "the 21st century")
    turn: Forms = ("2100", "century-end", "century's end")
    if match["which"] == "上":
        names, turn = ("the last century", "the 20th century", "the previous century", "the past century"), ()
    part = {"中叶": "中", "中期": "中"}.get(match["part"], match["part"])
    forms = in_part(names, part)
    early = ("the turn of the century", *(f"early in {name}" for name in names)) if part == "初" else ()
    middle = ("mid-century", "midcentury", *(["2050"] if turn else [])) if part == "中" else ()
    return (*forms, *early, *middle, *(turn if part == "末" else ()))
