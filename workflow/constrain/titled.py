"""Join a name and the courtesy title behind it: Alison Jerkins博士 is Dr. Alison Jerkins."""

import re
from collections.abc import Sequence
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
LATIN_NAME = re.compile(r"[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)+")


def join(text: str, constraints: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """Return the constraints in order, each name with a courtesy title behind it made one with the title."""
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
    return tuple(joined)


def _is_name(constraint: Constraint) -> bool:
    latin = constraint.kind == "verbatim" and LATIN_NAME.fullmatch(constraint.source)
    return constraint.kind == "person" or latin is not None
