"""List the names and terms of bulletins that the glossary lacks, ranked, with the sentences they stand in."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workflow.bulletin import Bulletin
from workflow.clean import clean
from workflow.constrain import Terms, constrain, is_copied
from workflow.constrain.entries import COLUMNS
from workflow.constrain.folding import fold
from workflow.readers import read
from workflow.segment import segment
from workflow.structure import parse
from workflow.terms import names
from workflow.terms.compounds import BLANK, recurring
from workflow.terms.formats import csv_text
from workflow.units import Unit

KINDS = ("person", "organization", "document", "program", "place", "term")
CONTEXT = ("count", "sentence", "place")


@dataclass(frozen=True, slots=True)
class Source:
    """Hold one bulletin: its file, and its units with their constraints."""

    path: Path
    units: tuple[Unit, ...]
    own: names.Name | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """Say where a candidate stands: the file, the slot of the bulletin, the sentence."""

    path: Path
    slot: str
    sentence: str


@dataclass(slots=True)
class Candidate:
    """Hold one source that the glossary lacks; `english` is a guess or the English of its known parts, or empty."""

    kind: str
    zh: str
    english: str = ""
    count: int = 0
    seen: list[Seen] = field(default_factory=list)


def open_source(path: Path, terms: Terms) -> Source:
    """Return a bulletin as steps 1 to 5 of a build make it; raises InputError where it cannot be read."""
    bulletin = parse(clean(read(path))).bulletin
    own = _own(bulletin, terms)
    if own and own.english:
        terms = terms.with_names({own.zh: own.english})
    return Source(path, constrain(segment(bulletin), terms), own)


def _own(bulletin: Bulletin, terms: Terms) -> names.Name | None:
    """Return the publisher's name where the glossary lacks it, with the English that the masthead gives."""
    zh, en = bulletin.masthead.name_zh, bulletin.masthead.name_en
    unknown = zh and not terms.glossary.entries.get(fold(zh).text)
    return names.Name("organization", zh, en or "") if zh and unknown else None


def suggest(sources: Sequence[Source], terms: Terms) -> list[Candidate]:
    """Return the candidates of bulletins: by kind in the order of KINDS, the most frequent first."""
    found: dict[str, Candidate] = {}
    for source in sources:
        if source.own:
            unit = source.units[0]
            _add(found, terms, source.own, Seen(source.path, unit.slot, unit.source))
        for unit in _texts(source):
            for name in names.find(unit, terms.glossary):
                _add(found, terms, name, Seen(source.path, unit.slot, unit.source))
    for candidate in _compounds(sources, terms, list(found)):
        found.setdefault(fold(candidate.zh).text, candidate)
    return sorted(found.values(), key=lambda one: (KINDS.index(one.kind), -one.count))


def _add(found: dict[str, Candidate], terms: Terms, name: names.Name, seen: Seen) -> None:
    key = fold(name.zh).text
    if terms.glossary.entries.get(key):
        return
    candidate = found.setdefault(key, Candidate(name.kind, name.zh, name.english))
    candidate.count += 1
    candidate.english = candidate.english or name.english
    if seen not in candidate.seen:
        candidate.seen.append(seen)


def _texts(source: Source) -> Iterator[Unit]:
    """Yield the units in which names may stand: not addresses and numbers, nor the publisher's own name."""
    for unit in source.units:
        if not is_copied(unit.slot) and unit.slot not in ("masthead/name", "contact/address"):
            yield unit


def _compounds(sources: Sequence[Source], terms: Terms, names_found: Iterable[str]) -> Iterator[Candidate]:
    """Yield the recurring strings that no entry and no name covers, with the sentences that have them."""
    known = sorted(names_found, key=len, reverse=True)
    blanked = [
        (Seen(source.path, unit.slot, unit.source), _blanked(unit, terms, known))
        for source in sources
        for unit in _texts(source)
    ]
    for zh, count in recurring(text for _seen, text in blanked).items():
        yield Candidate("term", zh, "", count, [seen for seen, text in blanked if zh in text])


def _blanked(unit: Unit, terms: Terms, known: Iterable[str]) -> str:
    """Return the text of a unit with everything known taken out: constraints, suggested entries, candidates."""
    chars = list(unit.source)
    spans = [*unit.constraints, *(span for span, _entry in terms.matcher.suggest(unit.source))]
    for span in spans:
        chars[span.start : span.end] = BLANK * (span.end - span.start)
    text = "".join(chars)
    for name in known:
        text = text.replace(name, BLANK)
    return text


def as_csv(candidates: Iterable[Candidate]) -> bytes:
    """Return candidates as a sheet to fill in: the glossary's columns, then count, sentence and place."""
    rows = [(c.zh, "", "", c.kind, "", "", c.english, str(c.count), *_context(c)) for c in candidates]
    return csv_text([(*COLUMNS, *CONTEXT), *rows]).encode("utf-8-sig")


def _context(candidate: Candidate) -> tuple[str, str]:
    first = candidate.seen[0]
    return first.sentence, f"{first.path.name} {first.slot}"


def as_json(candidates: Iterable[Candidate]) -> str:
    """Return candidates as JSON, each with all its sentences."""
    listed = [
        {
            "zh": c.zh,
            "kind": c.kind,
            "count": c.count,
            "english": c.english,
            "seen": [{"file": str(s.path), "slot": s.slot, "sentence": s.sentence} for s in c.seen],
        }
        for c in candidates
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1)
