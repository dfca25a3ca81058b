"""Join a name with what stands right at it: 水利部国际合作司司长周军, 普利锋副厅长, Alison Jerkins博士.

One span cannot come apart: a model that copies names and offices one by one may swap them.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from workflow.units import Constraint

COURTESY = {
    "博士": ("Dr.", "Dr"),
    "先生": ("Mr.", "Mr"),
    "女士": ("Ms.", "Ms"),
    "教授": ("Professor", "Prof."),
    "院士": ("Academician",),
}
TITLE = re.compile("|".join(COURTESY))
MOST_NAMES, MOST_OFFICES = 2, 6
# An office begins a text, a clause or an item of a list; after other words its body stands before it, unknown.
BEFORE_AN_OFFICE = "、，；。：:（(和与由及以请“"
MARKS_BETWEEN_OFFICES = ("/", "、", "兼", "和", "/原", "、原", "/前")
LATIN_NAME = re.compile(r"[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)+")


def join(
    text: str, constraints: Sequence[Constraint], positions: Collection[str] = ()
) -> tuple[Constraint, ...]:
    """Return the constraints in order, each name made one with a courtesy title, an office or a position at it.

    `positions` are the Chinese of the positions that the glossary knows: an office ends with one of them.
    """
    joined: list[Constraint] = []
    for constraint in _with_courtesy(text, constraints):
        before = joined[-1] if joined else None
        if before is not None and before.end == constraint.start:
            made = _office_and_name(text, before, constraint, positions)
            apart = len(joined) < 2 or not _goes_on(text, joined[-2], before, positions)
            if made is not None and apart:
                joined[-1] = made
                continue
        joined.append(constraint)
    return tuple(joined)


def _goes_on(text: str, one: Constraint, office: Constraint, positions: Collection[str]) -> bool:
    """Tell whether an office is the rest of what stands before it: its body, or another office of the same person."""
    between = text[one.end : office.start]
    unnamed = one.kind == "term" and one.source.endswith(tuple(positions))
    return between == "" or (unnamed and between.strip() in MARKS_BETWEEN_OFFICES)


def _office_and_name(
    text: str, first: Constraint, second: Constraint, positions: Collection[str]
) -> Constraint | None:
    """Return an office before a name, or a position behind one, and the name as one constraint."""
    begins = first.start == 0 or text[first.start - 1] in BEFORE_AN_OFFICE
    if first.kind == "term" and begins and _is_name(second) and first.source.endswith(tuple(positions)):
        office, name = first, second
        forms = [f"{name.target}, {office.target}"]
    elif second.kind == "term" and _is_name(first) and second.source in positions:
        office, name = second, first
        forms = [f"{office.target} {name.target}"]
    else:
        return None
    for who in name.targets[:MOST_NAMES]:
        for what in office.targets[:MOST_OFFICES]:
            forms += [f"{who}, {what}", f"{what} {who}", f"{what}, {who}"]
            forms += [f"{who}, {article} {what}" for article in ("the", "a", "an")]
    source = text[first.start : second.end]
    return replace(
        name, start=first.start, end=second.end, source=source, targets=tuple(dict.fromkeys(forms))
    )


def _with_courtesy(text: str, constraints: Sequence[Constraint]) -> list[Constraint]:
    joined: list[Constraint] = []
    for constraint in constraints:
        if joined and constraint.start < joined[-1].end:
            continue
        title = TITLE.match(text, constraint.end)
        if title and _is_name(constraint):
            forms = [f"{word} {name}" for word in COURTESY[title[0]] for name in constraint.targets]
            source = text[constraint.start : title.end()]
            constraint = replace(constraint, end=title.end(), source=source, targets=tuple(forms))
        joined.append(constraint)
    return joined


def _is_name(constraint: Constraint) -> bool:
    latin = constraint.kind == "verbatim" and LATIN_NAME.fullmatch(constraint.target)
    return constraint.kind == "person" or latin is not None
