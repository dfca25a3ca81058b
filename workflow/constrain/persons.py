"""Find people's names in Chinese text by the offices and verbs around them, and write them in English."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from workflow.constrain import person_evidence as evidence
from workflow.constrain import person_shapes as shapes
from workflow.constrain.folding import fold
from workflow.constrain.glossary import Glossary, by_first
from workflow.constrain.person_places import WINDOW, country_of
from workflow.constrain.transcription import MIDDLE_DOTS, other_spellings, person_name
from workflow.units import Constraint

# A body named after a person is none: 艾伦·麦克阿瑟基金会.
BODY = re.compile("基金会|大学|学院|奖|公司|研究所|研究院|中心|集团|协会|学会|机场|大桥")


@dataclass(frozen=True, slots=True)
class Name:
    """Hold a person's name and its English; a doubtful one is a reading that a human must confirm."""

    zh: str
    targets: tuple[str, ...]
    doubtful: bool = False


Known = Mapping[str, Name] | Collection[str]
Span = tuple[int, int]
Evidence = tuple[tuple[Span, str | None], ...]
# The known names of a text, the names with a middle dot, and those that evidence shows.
Seen = tuple[tuple[tuple[Span, str], ...], Evidence, Evidence]


def find(text: str, glossary: Glossary, known: Known = ()) -> Iterator[Constraint]:
    """Yield the people named in a text, in order and none overlapping.

    A name is taken where an office stands before or after it, where a verb of saying follows at the head of
    a clause, in a list that a name begins, and wherever it is in `known` (see `registry`). A foreigner in Han
    characters is doubtful, with a reading for English, unless the glossary has the name as kind person.
    """
    found = _Spans()
    firsts = known.firsts if isinstance(known, Register) else by_first(known)
    listed, dotted, evident = _seen(text, glossary, known)
    for span, zh in (*listed, *_mentions(text, firsts)):
        found.add(span, _named(zh, glossary, known))
    for span, country in (*dotted, *evident):
        found.add(span, _named(text[slice(*span)], glossary, known, country))
    met = {named.zh: named for named in found.names()}
    for span, zh in _mentions(text, by_first(met)):
        found.add(span, met[zh])
    yield from found.constraints(text)


class Register(dict[str, Name]):
    """Hold the people of a bulletin by name, and the evidence found in its texts, so that it is sought once."""

    def __init__(self, names: Mapping[str, Name], evidence: Mapping[str, Seen]) -> None:
        super().__init__(names)
        self.evidence = evidence

    @cached_property
    def firsts(self) -> dict[str, list[str]]:
        """Return the names by their first character; asked for when the register is complete."""
        return by_first(self)

    def over(self, names: Mapping[str, Name]) -> "Register":
        """Return the register with other names added, its own coming first."""
        return Register({**names, **self}, self.evidence)


def _seen(text: str, glossary: Glossary, known: Known) -> Seen:
    if isinstance(known, Register) and text in known.evidence:
        return known.evidence[text]
    evident = evidence.names(text, lambda word: _is_word(word, glossary))
    return tuple(_mentions(text, glossary.people)), tuple(_dotted(text)), tuple(evident)


def registry(texts: Iterable[str], glossary: Glossary, speakers: Iterable[tuple[str, str]] = ()) -> Register:
    """Return the people of a bulletin by name: its speakers (name, office), then those named in its texts.

    What is learnt about a person at the first mention (阮友雄 is Vietnamese) holds for all others.
    """
    names: dict[str, Name] = {}
    seen = {text: _seen(text, glossary, ()) for text in texts}
    for zh, office in speakers:
        if not zh.isascii():
            compact = "".join(zh.split())
            names[compact] = _named(compact, glossary, (), country_of(office))
    for text in seen:
        for constraint in find(text, glossary, Register({}, seen)):
            zh = "".join(constraint.source.split())
            earlier = names.get(zh)
            if earlier is None or (constraint.doubtful and not earlier.doubtful):
                names[zh] = Name(zh, constraint.targets, constraint.doubtful)
    return Register(names, seen)


def speaker_name(zh: str, office: str, glossary: Glossary) -> tuple[str, bool]:
    """Return the English of a speaker's name, and whether it is doubtful; the office tells the country."""
    named = _named("".join(zh.split()), glossary, (), country_of(office))
    return named.targets[0], named.doubtful


def _named(zh: str, glossary: Glossary, known: Known, country: str | None = None) -> Name:
    """Return a name's English: the glossary's, else what is known of it, else its transcription."""
    compact = "".join(zh.split())
    rows = [row for row in glossary.entries.get(fold(compact).text, ()) if row.kind == "person"]
    if rows:
        return Name(compact, glossary.targets(rows[0]))
    if isinstance(known, Mapping) and compact in known:
        return known[compact]
    english, doubtful = person_name(compact, country)
    return Name(compact, (english, *(other_spellings(compact) if not doubtful else ())), doubtful)


class _Spans:
    """Keep names at their places, a longer one taking the place of those it overlaps."""

    def __init__(self) -> None:
        self._names: dict[Span, Name] = {}
        self._taken: dict[int, Span] = {}

    def add(self, span: Span, name: Name) -> None:
        """Put a name down unless it overlaps one as long or longer."""
        rivals = {self._taken[position] for position in range(*span) if position in self._taken}
        if all(end - start < span[1] - span[0] for start, end in rivals):
            for rival in rivals:
                del self._names[rival]
                for position in range(*rival):
                    self._taken.pop(position)
            self._names[span] = name
            self._taken.update(dict.fromkeys(range(*span), span))

    def names(self) -> list[Name]:
        """Return the names in the order in which they were put down."""
        return list(self._names.values())

    def constraints(self, text: str) -> Iterator[Constraint]:
        """Yield the names as constraints of the text, in order of place."""
        for (start, end), named in sorted(self._names.items(), key=lambda item: item[0]):
            yield Constraint(start, end, text[start:end], named.targets, "person", named.doubtful)


def _mentions(text: str, names: Mapping[str, Collection[str]]) -> Iterator[tuple[Span, str]]:
    """Yield where known names stand, with or without the spaces of justified type, not inside a word."""
    if not names or names.keys().isdisjoint(text):
        return
    spaced = " " in text or "\u3000" in text
    places = [at for at, char in enumerate(text) if char not in " \u3000"] if spaced else range(len(text))
    bare = "".join([text[place] for place in places]) if spaced else text
    for at, char in enumerate(bare):
        for name in names.get(char, ()):
            if not bare.startswith(name, at):
                continue
            stop = at + len(name)
            dotted = bare[max(0, at - 1) : at] in tuple(MIDDLE_DOTS) or bare[stop : stop + 1] in tuple(
                MIDDLE_DOTS
            )
            if not dotted and not shapes.goes_on(name, bare[stop : stop + 2]):
                yield (places[at], places[stop - 1] + 1), name
                break


def _dotted(text: str) -> Iterator[tuple[Span, str | None]]:
    """Yield the names with a middle dot: 亨·灿东, from the end of the office before to what follows a name."""
    done = 0
    for dot, char in enumerate(text) if any(dot in text for dot in MIDDLE_DOTS) else ():
        if char not in MIDDLE_DOTS or dot < done:
            continue
        start = max(done, dot - 10) + shapes.left_edge(text[max(done, dot - 10) : dot])
        end = shapes.dotted_end(text, dot + 1)
        while text[end : end + 1] in MIDDLE_DOTS and end < len(text):
            end = shapes.dotted_end(text, end + 1)
        body = BODY.search(text, dot, end + 3)
        if start < dot and end > dot + 1 and not (body and body.start() <= end):
            done = end
            yield (start, end), country_of(text[max(0, start - WINDOW) : start]) or "other"


def _is_word(word: str, glossary: Glossary) -> bool:
    return any(row.kind != "person" for row in glossary.entries.get(word, ()))
