"""Names that a bulletin explains itself: its publisher's in the masthead, and short forms (以下简称…)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from workflow.constrain.entries import OWN
from workflow.constrain.glossary import Entry
from workflow.units import Constraint

ALIAS = re.compile(r"[（(](?:以下)?简称(?:为|：|:)?[“\"]?(?P<alias>[^“”\"（）()，。]{2,20})[”\"]?[）)]")


def entries(names: Mapping[str, str]) -> list[Entry]:
    """Return a bulletin's own names (Chinese → English) as entries for this bulletin."""
    return [Entry(zh, en, kind="organization", note=OWN) for zh, en in names.items()]


def aliases(texts: Iterable[str], constraints: Callable[[str], Sequence[Constraint]]) -> dict[str, str]:
    """Return the short forms that a bulletin introduces, each with the English of the name before it.

    A short form of a name whose English is not known teaches nothing. Behind two names of one body with a slash
    between it is the first one's that has its characters.
    """
    learnt: dict[str, str] = {}
    for text in texts:
        for match in ALIAS.finditer(text) if "简称" in text else ():
            named = _named_before(text, match.start(), constraints(text))
            fitting = [c for c in named if _abridges(match["alias"], c.source)]
            if named:
                learnt.setdefault(match["alias"], (fitting or named[-1:])[0].target)
    return learnt


def _named_before(text: str, end: int, constraints: Sequence[Constraint]) -> list[Constraint]:
    """Return the name that ends at a place of a text, and before it those that a slash joins it to."""
    named: list[Constraint] = []
    for constraint in reversed(constraints):
        if constraint.end == end:
            named.insert(0, constraint)
            end = constraint.start - 1
            if text[end : end + 1] != "/":
                break
    return named


def _abridges(short: str, name: str) -> bool:
    """Tell whether the characters of a short form stand in a name, in their order."""
    rest = iter(name)
    return all(character in rest for character in short)


def without_aliases(text: str, constraints: Sequence[Constraint]) -> list[Constraint]:
    """Return the constraints, each name with the bracket that introduces its short form as one.

    English keeps to the full name and to the short forms of house style, so the bracket says nothing there.
    """
    kept: list[Constraint] = []
    for constraint in constraints:
        if kept and constraint.start < kept[-1].end:
            continue
        match = ALIAS.match(text, constraint.end)
        if match and any((c.start, c.end) == match.span("alias") for c in constraints):
            constraint = replace(constraint, end=match.end(), source=text[constraint.start : match.end()])
        kept.append(constraint)
    return kept
