"""Step 7, STYLE: house style over the whole edition, shown beside the units' own English, never inside it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.constrain import by_human
from workflow.constrain.glossary import Glossary
from workflow.conventions import (
    BODY,
    RUNNING,
    british_words,
    english_marks,
    house_style,
    hyphenated,
    short_form,
    small_initial,
)
from workflow.units import Unit

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
WITHOUT_DAY = rf"(?=(?:early |late |mid-)?(?:{MONTH})(?: \d{{4}})?\b(?! \d))"
# What the engine gets wrong beside English that it was fed: a month without a day takes "in"; the source's own
# （以下简称…） repeats the short form.
RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\bon {WITHOUT_DAY}"), "in "),
    (re.compile(rf"\bOn {WITHOUT_DAY}"), "In "),
    (re.compile(r"(\([A-Z]{2,}\)) \1"), r"\1"),
)
# Replace start:end of a unit's target by a text.
Edit = tuple[int, int, str]


def apply(units: Sequence[Unit], glossary: Glossary) -> tuple[Unit, ...]:
    """Return the units with `shown` set where house style differs from the target.

    A sentence whose Chinese stands in the bulletin more than once has one English: a human's, else the first.
    In the body, first mention in full with the short form in brackets, the short form afterwards, for every
    glossary entry with a short form that the body names more than once; titles and headings stay long. In all
    English of the engine: capitals, US spelling and English marks, then RULES. Human text stays as it is, and what a human
    has read as it was printed then.
    """
    models = _models(units)
    repeated = _repeated(units, glossary)
    seen: set[str] = set()
    return tuple(_styled(unit, models, repeated, seen) for unit in units)


def _styled(unit: Unit, models: dict[str, Unit], repeated: dict[str, str], seen: set[str]) -> Unit:
    """Return a unit with its `shown`; `seen` are the long forms that have stood already."""
    if not unit.target or by_human(unit):
        return unit
    by_engine = unit.origin.startswith("engine")
    model = models[unit.source] if by_engine else unit
    said = replace(unit, target=model.target, constraints=model.constraints)
    edits = list(_short(said, repeated, seen)) if BODY.search(unit.slot) else []
    if by_engine:
        edits += british_words(said.target, (text for c in said.constraints for text in c.targets))
    shown = said.target
    for start, end, after in sorted(edits, reverse=True):
        shown = shown[:start] + after + shown[end:]
    if by_engine:
        shown = _capital(unit, _ruled(english_marks(shown)))
    return replace(unit, shown=shown if shown != unit.target else None)


def _models(units: Sequence[Unit]) -> dict[str, Unit]:
    """Return for each source the unit whose English stands for it wherever it recurs: a human's, else the first."""
    models: dict[str, Unit] = {}
    for unit in units:
        known = models.get(unit.source)
        if unit.target and (known is None or (by_human(unit) and not by_human(known))):
            models[unit.source] = unit
    return models


def _ruled(text: str) -> str:
    for pattern, after in RULES:
        text = pattern.sub(after, text)
    return hyphenated(text)


def _capital(unit: Unit, text: str) -> str:
    """Return the text with a capital at its start, where it begins a sentence or heading and is no code."""
    start = small_initial(unit.source, text) if RUNNING.search(unit.slot) else None
    if start is None or any(
        c.kind == "verbatim" and text.startswith(c.target, start) for c in unit.constraints
    ):
        return text
    return text[:start] + text[start].upper() + text[start + 1 :]


def _repeated(units: Sequence[Unit], glossary: Glossary) -> dict[str, str]:
    """Return long form → short form of the entries that have one and that the body names more than once."""
    shorts = {e.en: short for rows in glossary.entries.values() for e in rows if (short := short_form(e))}
    body = [unit for unit in units if BODY.search(unit.slot) and not by_human(unit)]
    counts = Counter(c.target for unit in body for c in unit.constraints if c.at and c.target in shorts)
    return {long: shorts[long] for long, times in counts.items() if times > 1}


def _short(unit: Unit, repeated: dict[str, str], seen: set[str]) -> Iterator[Edit]:
    """Yield the edits that mark first mentions with the short form and shorten later ones."""
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
                yield (*_with_article(unit.target, start, end, short), short)
            else:
                seen.add(constraint.target)
                if f"({short})" not in unit.target:
                    yield end, end, f" ({short})"


def _with_article(text: str, start: int, end: int, short: str) -> tuple[int, int]:
    """Return the span with the article before it, where the short form takes none and no sentence begins."""
    if short in house_style().no_article and text[max(0, start - 4) : start] == "the ":
        return start - 4, end
    return start, end
