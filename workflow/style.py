"""Step 7, STYLE: house style over the whole edition, shown beside the units' own English, never inside it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from workflow.constrain.glossary import Glossary
from workflow.units import State, Unit

BODY = re.compile(r"^sections/\d+/(?:paragraphs|blocks)/")
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
WITHOUT_DAY = rf"(?=(?:early |late |mid-)?(?:{MONTH})(?: \d{{4}})?\b(?! \d))"
# What the engine gets wrong beside English that it was fed: a month without a day takes "in"; the source's own
# （以下简称…） repeats the short form.
RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\bon {WITHOUT_DAY}"), "in "),
    (re.compile(rf"\bOn {WITHOUT_DAY}"), "In "),
    (re.compile(r"(\([A-Z]{2,}\)) \1"), r"\1"),
)
# Short forms that are read as words and take no article.
READ_AS_WORDS = frozenset({"ASEAN", "UNICEF", "UNESCO", "ESCAP", "UNFCCC", "COP", "APEC", "LMEC"})


def apply(units: Sequence[Unit], glossary: Glossary) -> tuple[Unit, ...]:
    """Return the units with `shown` set where house style differs from the target.

    First mention in full with the short form in brackets, the short form afterwards, for every glossary entry
    with a short form that the body names more than once; titles and headings stay long. Then RULES, in all
    English of the engine. Human text stays as it is.
    """
    shorts = _short_forms(glossary)
    body = [unit for unit in units if BODY.search(unit.slot) and unit.state < State.REVIEWED]
    counts = Counter(c.target for unit in body for c in unit.constraints if c.at and c.target in shorts)
    repeated = {long: short for long, short in shorts.items() if counts[long] > 1}
    seen: set[str] = set()
    styled: list[Unit] = []
    for unit in units:
        if unit.target and unit.state < State.REVIEWED:
            shown = _short(unit, repeated, seen) if BODY.search(unit.slot) else unit.target
            shown = _ruled(shown) if unit.origin.startswith("engine") else shown
            unit = replace(unit, shown=shown if shown != unit.target else None)
        styled.append(unit)
    return tuple(styled)


def _ruled(text: str) -> str:
    for pattern, after in RULES:
        text = pattern.sub(after, text)
    return text


def _short_forms(glossary: Glossary) -> dict[str, str]:
    """Return long form → short form of the entries that have one and bind; none that drops a figure (2030 …)."""
    return {
        entry.en: entry.en_short
        for rows in glossary.entries.values()
        for entry in rows
        if entry.en_short
        and not re.search(r"\d", entry.en)
        and entry.status == "preferred"
        and entry.kind in ("organization", "program", "document")
    }


def _short(unit: Unit, repeated: dict[str, str], seen: set[str]) -> str:
    """Return the unit's English with first mentions marked and later ones shortened."""
    edits: list[tuple[int, int, str]] = []
    for constraint in sorted(unit.constraints, key=lambda c: c.at or (0, 0)):
        short = repeated.get(constraint.target)
        if not short or not constraint.at:
            continue
        start, end = constraint.at
        found = unit.target[start:end]
        if found == short:
            seen.add(constraint.target)
        elif found.casefold() == constraint.target.casefold():
            if constraint.target in seen:
                edits.append((*_with_article(unit.target, start, end, short), short))
            else:
                seen.add(constraint.target)
                if f"({short})" not in unit.target:
                    edits.append((end, end, f" ({short})"))
    text = unit.target
    for start, end, after in sorted(edits, reverse=True):
        text = text[:start] + after + text[end:]
    return text


def _with_article(text: str, start: int, end: int, short: str) -> tuple[int, int]:
    """Return the span with the article before it, where the short form takes none and no sentence begins."""
    if short in READ_AS_WORDS and text[max(0, start - 4) : start] == "the ":
        return start - 4, end
    return start, end
