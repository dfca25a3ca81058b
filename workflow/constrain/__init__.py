"""Step 5, CONSTRAIN: find every span of a Chinese sentence whose English is known for sure.

A new recogniser is one line in RECOGNISERS; where spans overlap the longer one wins, then the earlier in
the table.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from workflow.constrain import (
    acts,
    column_units,
    dates,
    documents,
    enumerators,
    listed_abroad,
    local_places,
    ownnames,
    pairs,
    persons,
    place_chains,
    quantities,
    remembered,
    storms,
    telephones,
    titled,
    verbatim,
)
from workflow.constrain.glossary import Glossary
from workflow.constrain.matcher import Matcher
from workflow.constrain.offices import with_article
from workflow.units import Constraint, State, Unit

# Marks that may stand between the constraints of a field whose English is put together from them.
JOINTS = {"、": "; ", "，": ", ", "/": " / ", "和": " and ", "兼": " and ", "；": "; "}
# Fields that read the same in both languages.
COPIED = re.compile(r"^contact/(?:postcode|phone|fax|website|emails/\d+)$")
ISSUE = re.compile(r"(?P<year>\d{4})年第(?P<number>\d+)期")
JOINT = re.compile(r"\s*([、，/和兼；])?\s*")
# A body without an office behind it, and an office with its body.
BARE_BODY = re.compile("(?:[部委办厅局司处署院所室馆会]|中心|大学|公司|集团|银行)$")
OFFICE = re.compile(r"(?P<title>[^,]+?)(?: of (?:the )?|, )(?P<body>[A-Z].+)")


@dataclass(frozen=True, slots=True)
class Terms:
    """Hold what the recognisers know: the glossary with its matcher, and the persons named in this bulletin.

    `places` are those that the publisher's name shows.
    `latin` maps the folded Latin names of its speakers to their spelling: Srey sunleang is Srey Sunleang.
    """

    glossary: Glossary
    matcher: Matcher
    known: Mapping[str, persons.Name] = field(default_factory=dict)
    latin: Mapping[str, str] = field(default_factory=dict)
    places: local_places.Names = field(default_factory=dict)

    def with_names(self, names: Mapping[str, str]) -> "Terms":
        """Return the terms with a bulletin's own names (Chinese → English); the glossary comes before them."""
        new = {zh: en for zh, en in names.items() if self.glossary.preferred(zh) is None}
        if not new:
            return self
        glossary = self.glossary.with_entries(ownnames.entries(new))
        places = {**local_places.of_names(new), **self.places}
        matcher = Matcher(glossary).knowing(self.matcher.known)
        return replace(self, glossary=glossary, matcher=matcher, places=places)


Recogniser = Callable[[str, Terms], Iterable[Constraint]]

RECOGNISERS: tuple[Recogniser, ...] = (
    lambda text, terms: documents.find(text, terms.glossary),
    lambda text, terms: persons.find(text, terms.glossary, terms.known),
    lambda text, _terms: titled.surnames_with_title(text),
    lambda text, terms: terms.matcher.find(text),
    lambda text, terms: listed_abroad.find(text, terms.glossary),
    lambda text, terms: listed_abroad.classes(text, terms.glossary),
    lambda text, _terms: acts.find(text),
    lambda text, _terms: storms.find(text),
    lambda text, _terms: column_units.find(text),
    lambda text, _terms: enumerators.find(text),
    lambda text, _terms: pairs.find(text),
    lambda text, _terms: dates.find(text),
    lambda text, _terms: quantities.find(text),
    lambda text, terms: (_respelt(c, terms.latin) for c in verbatim.find(text)),
)


def _respelt(constraint: Constraint, latin: Mapping[str, str]) -> Constraint:
    """Return a Latin name in its speaker's spelling where it differs from that in capitals only."""
    name = latin.get(constraint.source.casefold())
    return replace(constraint, targets=(name,), kind="person") if name else constraint


def constrain(units: Sequence[Unit], terms: Terms) -> tuple[Unit, ...]:
    """Return the units with their constraints, none of them verified yet.

    The persons of the whole bulletin are gathered first, so that a later mention without an office is known.
    """
    offices = {u.slot.removesuffix("/office"): u.source for u in units if u.slot.endswith("/speaker/office")}
    speakers = [
        (titled.parted(u.source)[0], offices.get(_speaker(u), ""))
        for u in units
        if u.slot.endswith("/speaker/name")
    ]
    known = persons.registry([u.source for u in units if not _is_field(u)], terms.glossary, speakers)
    latin = {name.casefold(): name for name, _office in speakers if name.isascii()}
    terms = replace(terms, known=known.over(terms.known), latin=latin)
    shown = (place for u in units for place in terms.matcher.unlisted(u.source))
    terms = replace(terms, matcher=terms.matcher.knowing({**local_places.registry(shown), **terms.places}))
    terms = terms.with_names(ownnames.aliases((u.source for u in units), lambda text: find(text, terms)))
    found = [(u, _of(u, terms, offices.get(_speaker(u), ""))) for u in units]
    ranks = remembered.ranks((cs for u, cs in found if not _is_field(u)), terms.glossary.positions)
    return tuple(
        replace(u, constraints=cs if by_human(u) or _is_field(u) else remembered.applied(u.source, cs, ranks))
        for u, cs in found
    )


def _of(unit: Unit, terms: Terms, office: str) -> tuple[Constraint, ...]:
    """Return the constraints of a unit: one over the whole of a field that is copied or has a fixed form."""
    if unit.slot.endswith("/speaker/name") and not unit.source.isascii():
        name, courtesy = titled.parted(unit.source)
        read = (name, False) if name.isascii() else persons.speaker_name(name, office, terms.glossary)
        forms = tuple(f"{word} {read[0]}" for word in courtesy) or (read[0],)
        return (Constraint(0, len(unit.source), unit.source, forms, "person", read[1]),)
    copied = telephones.english(unit.source) if is_copied(unit.slot) else None
    if copied or unit.source.isascii():
        return (Constraint(0, len(unit.source), unit.source, (copied or unit.source,), "verbatim"),)
    issue = ISSUE.fullmatch(unit.source) if unit.slot == "issue" else None
    if issue:
        english = f"Issue {issue['number']}, {issue['year']}"
        return (Constraint(0, len(unit.source), unit.source, (english,), "quantity"),)
    found = find(unit.source, terms, joined=not by_human(unit))
    return _with_shared_office(unit.source, found) if unit.slot.endswith("/speaker/office") else found


@lru_cache(maxsize=4096)
def is_copied(slot: str) -> bool:
    """Tell whether the field of a slot reads the same in both languages."""
    return COPIED.search(slot) is not None


def by_human(unit: Unit) -> bool:
    """Tell whether a human wrote or read the unit's English."""
    return unit.origin == "human" or unit.state >= State.REVIEWED


def _speaker(unit: Unit) -> str:
    return unit.slot.removesuffix("/name")


def _is_field(unit: Unit) -> bool:
    return "/speaker/" in unit.slot or unit.slot.startswith(("masthead/", "contact/"))


def find(text: str, terms: Terms, joined: bool = True) -> tuple[Constraint, ...]:
    """Return the constraints of one text in order, none overlapping another.

    A name and its office are `joined` to one where an engine must not swap them; a human may part them.
    """
    found = [
        (constraint.start - constraint.end, rank, constraint.start, constraint)
        for rank, recogniser in enumerate(RECOGNISERS)
        for constraint in recogniser(text, terms)
    ]
    taken: set[int] = set()
    kept: list[Constraint] = []
    for *_order, constraint in sorted(found, key=lambda item: item[:3]):
        span = range(constraint.start, constraint.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(constraint)
    ordered = ownnames.without_aliases(text, sorted(kept, key=lambda c: c.start))
    if not joined:
        return titled.join(text, ordered, None)
    placed = place_chains.in_countries(text, ordered, lambda zh: _is_place(zh, terms.glossary))
    return titled.join(text, placed, terms.glossary.positions)


def _is_place(zh: str, glossary: Glossary) -> bool:
    entry = glossary.preferred(zh)
    return entry is not None and entry.kind == "place"


def assemble(unit: Unit) -> str | None:
    """Return the English of a field that its constraints cover from end to end, or None.

    Between them only a mark of JOINTS may stand: 副院长、秘书长 is two offices.
    """
    parts: list[str] = []
    end = 0
    for constraint in unit.constraints:
        joint = JOINT.fullmatch(unit.source[end : constraint.start])
        if joint is None or bool(joint[1]) == (end == 0):
            return None
        if end:
            parts.append(JOINTS[joint[1]])
        parts.append(constraint.target)
        end = constraint.end
    return "".join(parts) if unit.constraints and not unit.source[end:].strip() else None


def _with_shared_office(text: str, constraints: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """Return the constraints of an office, bodies joined with the office behind them that is theirs too.

    甲司、乙处调研员 is Counsel of both; the engine is not asked, so that the list must be whole here.
    """
    found: list[Constraint] = []
    bodies: list[Constraint] = []
    for c in constraints:
        if BARE_BODY.search(c.source) and text[c.end : c.end + 1] in ("、", "和"):
            bodies.append(c)
            continue
        title = OFFICE.fullmatch(c.target) if bodies else None
        if title:
            named = [f"of {with_article(body)}" for body in (*(b.target for b in bodies), title["body"])]
            mark = ", " if any(", " in body.target for body in bodies) else " "
            english = f"{title['title']} {mark.join(named[:-1])}{mark}and {named[-1]}"
            start = bodies[0].start
            found.append(Constraint(start, c.end, text[start : c.end], (english,), "term", c.doubtful))
        else:
            found += [*bodies, c]
        bodies = []
    return (*found, *bodies)
