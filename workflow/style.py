"""Step 7, STYLE: house style over the whole edition, shown beside the units' own English, never inside it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow import seams
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
from workflow.seams import Edit
from workflow.units import Unit

ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?) $")
HEADLINE = re.compile(r"^title$|^sections/\d+/heading$")
QUOTES = ('""', "“”")
# A name inside of a longer one is not introduced there: the Red River Commission Leaders' Meeting.
NAME_GOES_ON = re.compile(r" [A-Z]")
# A name in the singular that goes on behind a short form keeps the article: the ASEAN Charter, but ASEAN Leaders.
SINGULAR_GOES_ON = re.compile(r"(?: [A-Z][\w'’-]*)+(?<!s)(?![\w'’-])")


def apply(units: Sequence[Unit], glossary: Glossary) -> tuple[Unit, ...]:
    """Return the units with `shown` set where house style differs from the target.

    A sentence whose Chinese stands in the bulletin more than once has one English: a human's, else the first.
    In the body, first mention in full with the short form in brackets, the short form afterwards, for every
    glossary entry with a short form that the body names more than once; titles and headings stay long. In all
    English of the engine: capitals, those of a headline in titles and headings, US spelling, English marks, its seams
    mended. Human text stays as it is, and what a human has read as it was printed then.
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
        bare = {start for start, _end, after in edits if after in house_style().no_article}
        edits += [edit for edit in seams.named(said.target, said.constraints) if edit[0] not in bare]
    shown = said.target
    for start, end, after in sorted(edits, reverse=True):
        shown = shown[:start] + after + shown[end:]
    if unit.slot.endswith("/speaker/office"):
        shown = shown[:1].upper() + shown[1:]
    if by_engine:
        shown = _capital(unit, hyphenated(seams.mended(english_marks(shown), unit.source)))
        if HEADLINE.search(unit.slot) and unit.source[-1:] not in "。！？：":
            shown = seams.headline(shown)
    return replace(unit, shown=shown if shown != unit.target else None)


def _models(units: Sequence[Unit]) -> dict[str, Unit]:
    """Return for each source the unit whose English stands for it wherever it recurs: a human's, else the first."""
    models: dict[str, Unit] = {}
    for unit in units:
        known = models.get(unit.source)
        if unit.target and (known is None or (by_human(unit) and not by_human(known))):
            models[unit.source] = unit
    return models


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
            quoted = unit.target[start - 1 : start] + unit.target[end : end + 1] in QUOTES
            if NAME_GOES_ON.match(unit.target, end) and constraint.target not in seen:
                continue
            if constraint.target in seen:
                place = (start - 1, end + 1) if quoted else _with_article(unit.target, start, end, short)
                yield (*place, short)
            else:
                seen.add(constraint.target)
                if f"({short})" not in unit.target:
                    yield end + quoted, end + quoted, f" ({short})"


def _with_article(text: str, start: int, end: int, short: str) -> tuple[int, int]:
    """Return the span with the article before it where the short form takes none."""
    is_bare = short in house_style().no_article and not SINGULAR_GOES_ON.match(text, end)
    article = ARTICLE.search(text, 0, start) if is_bare else None
    return (article.start() if article else start), end
