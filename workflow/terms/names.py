"""Find the names in a sentence that the glossary lacks. A new kind is a line in FINDERS."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workflow.checks.constraints import MOST_OF_A_COMMON_NOUN, ORGANIZATION, PLACE, PROGRAM, TITLE
from workflow.constrain import persons
from workflow.constrain.glossary import Glossary
from workflow.constrain.place_words import CLASSES
from workflow.constrain.transcription import pinyin
from workflow.units import Unit

# What stands before a name without being part of it.
LEADS = re.compile(
    r"的|了|由|向|来自|邀请|访问|会见|参观|包括|参加|以及|其中|联合(?!国|会)|和(?![平谐睦])|与|(?<![普埃])及|在(?!线)"
)
ADDRESS_END = re.compile(r"\d[号楼层室栋座幢]+$")
LONGEST_BARE = 4
LEVELS = {"市": "", "县": " County", "省": " Province"}


@dataclass(frozen=True, slots=True)
class Name:
    """Hold an unknown name of a sentence: its glossary kind, its Chinese, and the English that is guessed or known in part."""

    kind: str
    zh: str
    english: str = ""


Finder = Callable[[Unit, Glossary], Iterator[Name]]


def find(unit: Unit, glossary: Glossary) -> Iterator[Name]:
    """Yield the unknown names of a unit that has its constraints."""
    for finder in FINDERS:
        yield from finder(unit, glossary)


def foreigners(unit: Unit, glossary: Glossary) -> Iterator[Name]:
    """Yield foreign names in Han characters of which only a reading is known, without their offices."""
    for c in unit.constraints:
        if c.doubtful and c.kind == "person":
            bare = [found for found in persons.find(c.source, glossary) if found.doubtful]
            yield from (Name("person", found.source, found.target) for found in bare or [c])


def organizations(unit: Unit, _glossary: Glossary) -> Iterator[Name]:
    """Yield names that end as an organization's does, with the known names right before them."""
    starts = {c.end: c.start for c in unit.constraints if c.kind == "term"}
    for match in ORGANIZATION.finditer(unit.source):
        if _known(unit, match.end() - 1):
            continue
        start = _start(unit, match.start(), match.end())
        while start in starts:
            start = starts[start]
        starts[match.end()] = start
        if match.end() - start > MOST_OF_A_COMMON_NOUN:
            yield Name("organization", unit.source[start : match.end()], _parts(unit, start, match.end()))


def documents(unit: Unit, _glossary: Glossary) -> Iterator[Name]:
    """Yield titles in 《》, without the marks."""
    for match in TITLE.finditer(unit.source):
        if not any(c.kind == "document" and c.start <= match.start() < c.end for c in unit.constraints):
            yield Name("document", match[0][1:-1], _parts(unit, *match.span()))


def programs(unit: Unit, _glossary: Glossary) -> Iterator[Name]:
    """Yield quoted names that end as a programme's does, within the quotes or right after them."""
    for match in PROGRAM.finditer(unit.source):
        quoted = match.start() + 1, unit.source.find("”", match.start())
        known = any(c.start <= quoted[0] and quoted[1] <= c.end for c in unit.constraints)
        if not known and not _known(unit, match.end() - 1):
            yield Name("program", match[0], _parts(unit, *match.span()))


def read_places(unit: Unit, _glossary: Glossary) -> Iterator[Name]:
    """Yield the places of no list and the bodies at them, with the English that their characters are read as."""
    for c in unit.constraints:
        if c.doubtful and c.kind == "term" and not ADDRESS_END.search(c.source):
            placed = c.source.endswith(tuple(CLASSES))
            if placed or len(c.source) > LONGEST_BARE:
                yield Name("place" if placed else "organization", c.source, c.target)


def places(unit: Unit, _glossary: Glossary) -> Iterator[Name]:
    """Yield cities, counties and provinces that were not read, with their pinyin."""
    for match in PLACE.finditer(unit.source):
        if not any(c.start < match.end() and match.start() < c.end for c in unit.constraints):
            zh = unit.source[_start(unit, *match.span()) : match.end()]
            if len(zh) > 2:
                yield Name("place", zh, pinyin(zh[:-1]).capitalize() + LEVELS[zh[-1]])


FINDERS: tuple[Finder, ...] = (foreigners, organizations, documents, programs, read_places, places)


def _known(unit: Unit, position: int) -> bool:
    return any(c.start <= position < c.end for c in unit.constraints)


def _start(unit: Unit, start: int, end: int) -> int:
    """Return where a name begins: after figures, persons and words that lead to a name, with a known name whole."""
    for c in unit.constraints:
        if c.start < end and start < c.end:
            start = min(start, c.start) if c.kind == "term" else max(start, c.end)
    for lead in LEADS.finditer(unit.source, start, end):
        if not _known(unit, lead.start()):
            start = lead.end()
    return start


def _parts(unit: Unit, start: int, end: int) -> str:
    """Return the English of the known parts of a name: 老挝 = Lao PDR; 环境 = environment."""
    inside = [c for c in unit.constraints if start <= c.start and c.end <= end and c.source != c.target]
    return "; ".join(f"{c.source} = {c.target}" for c in inside)
