"""Check names that have changed places: persons, places and bodies in each other's stead."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks.alignment import Item, crossed
from workflow.checks.base import Check, each, overlaps
from workflow.constrain import Terms
from workflow.constrain.person_places import FOREIGN
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Constraint, Unit

LIST = re.compile("[、和与及]")
CLAUSE = re.compile("[，。；：！？,;:!?\n]")
FROM_TO = re.compile(
    "(?:从|由|自)(?P<one>[^，。；、从由自到至往]{1,14}?)(?:到|至|前往|赴|飞往|抵达|流向|流入|转到|运往|运到|开往|驶往|驶向)"
)
# Characters between two names: right at each other, and clearly farther, in English and in Chinese.
NEAR, FAR, FAR_ZH = 6, 15, 3
# A place where something happens: behind 在 and "in"; what else may lead to a place on either side.
WITHIN_ZH = re.compile("(?:在|于|到|赴|驻|自|来|向|往|访|经|是|对)[^，。；]{0,10}$")
IN_EN = re.compile(r"\b(?:in|at)(?: the)? $")
WITHIN_EN = re.compile(
    r"\b(?:in|at|along|on|of|from|to|across|near|through|within|inside|between|where|outside|over)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# Where a report comes from and who wrote it: English puts that in another order, or at the end.
DATELINE = re.compile(
    r"^[（(【]?[^，。；：！？（）]{0,24}?[电讯](?=[\s）)】：:（(])|[（(][^（）()，。]{0,16}(?:报道|电|摄|供稿|发自[^（）()，。]{0,8})[）)]"
)
# What any of these has.
REPORTED = re.compile("电|讯|报道|摄|供稿|发自")
HOMES = frozenset(FOREIGN.values()) - {"other"} | {"China"}
Pair = tuple[Constraint, Constraint]
Named = Sequence[tuple[Constraint, str]]


def swapped(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where two persons, two places or two bodies stand in each other's place.

    Six signs are sure enough to tell: a place stands in the English in a country that is not its own (Rayong, Viet
    Nam); in 从A到B the English goes from B to A; a figure, date or person that follows each of two names in the Chinese
    follows the other one in the English; what stands right behind A in the Chinese stands right at B in the English, and
    A does not; what happens 在A happens in B; and the words around A and B stand around the other one.
    """
    if not unit.target:
        return
    datelines = [m.span() for m in DATELINE.finditer(unit.source)] if REPORTED.search(unit.source) else []
    kept = [c for c in unit.constraints if c.at and c.kept and not overlaps((c.start, c.end), datelines)]
    if len(kept) < 2:
        return
    named = [(c, kind) for c in kept if (kind := _kind(c, terms))]
    signs = (
        *_turned_round(unit, kept),
        *_elsewhere(unit, named),
        *_followed(unit, kept, named),
        *_adjoining(unit, kept, named),
        *_located(unit, named),
        *_crossed(unit, named),
    )
    told = [pair for pair in signs if unit.target[slice(*_at(pair[0]))] != unit.target[slice(*_at(pair[1]))]]
    for one, two in told[:1]:
        first, second = sorted((one, two), key=_start)
        quote, other = unit.target[slice(*_at(first))], unit.target[slice(*_at(second))]
        message = N_("“{one}” and “{two}” stand in each other's place: see {zh} and {there}")
        yield check.finding(
            unit, message, quote, fix=other, one=quote, two=other, zh=first.source, there=second.source
        )


def _kind(c: Constraint, terms: Terms) -> str:
    """Return what kind of name a constraint is, empty where it is none: those of one kind can be mistaken."""
    if c.kind != "term":
        return c.kind if c.kind == "person" else ""
    entry = terms.glossary.preferred(c.source)
    return entry.kind if entry and entry.kind in ("place", "organization") else ""


def _pairs(unit: Unit, named: Named) -> Iterator[tuple[Constraint, Constraint]]:
    """Yield names of one kind, one after the other in the Chinese, that are no items of one list."""
    for number, (one, kind) in enumerate(named):
        two = next((c for c, other in named[number + 1 :] if other == kind), None)
        between = unit.source[one.end : two.start] if two else ""
        if two and one.targets != two.targets and not _is_list(between):
            yield one, two


def _elsewhere(unit: Unit, named: Named) -> Iterator[Pair]:
    """Yield a country and another whose place the English puts into it."""
    countries = [c for c, kind in named if kind == "place" and c.target in HOMES]
    for place, kind in named:
        home = (
            FOREIGN.get(place.source.removesuffix("府").removesuffix("市"))
            if kind == "place" and place not in countries
            else None
        )
        for other in countries:
            between = unit.target[_at(place)[1] : _start(other)] if home and place is not other else ""
            own = next((c for c in countries if c.target == home), None)
            if own and other.target != home and re.fullmatch(r"(?: Province)?,? (?:of |in )?", between):
                yield own, other


def _followed(unit: Unit, kept: Sequence[Constraint], named: Named) -> Iterator[Pair]:
    """Yield the pairs that the figures, dates and persons behind them do not follow in the English."""
    for one, two in _pairs(unit, named):
        own, theirs = _told_of(unit.source, kept, one, two), _told_of(unit.source, kept, two, None)
        order = _start(one) < _start(two)
        if own and theirs and all((a < b) != order for a in own for b in theirs):
            yield one, two


def _told_of(source: str, kept: Sequence[Constraint], name: Constraint, end: Constraint | None) -> list[int]:
    """Return where the figures, dates and persons stand that follow a name in its clause, before another name."""
    last = end.start if end else len(source)
    return [
        _start(c)
        for c in kept
        if c.kind in ("quantity", "date", "person", "verbatim")
        and name.end <= c.start < last
        and not CLAUSE.search(source, name.end, c.start)
    ]


def _adjoining(unit: Unit, kept: Sequence[Constraint], named: Named) -> Iterator[Pair]:
    """Yield the pairs of which one stands in the English right at the words that follow the other in the Chinese."""
    for name, kind in named:
        behind = (name.end, name.end + 1) if unit.source[name.end : name.end + 1] == "的" else (name.end,)
        head = next((c for c in kept if c.start in behind), None)
        if head is None:
            continue
        others = [
            c for c, same in named if same == kind and c not in (name, head) and c.targets != name.targets
        ]
        for other in others:
            if _is_apart(unit, name, head, other) and _is_at(unit, other, head, name):
                yield name, other


def _is_apart(unit: Unit, name: Constraint, head: Constraint, other: Constraint) -> bool:
    """Tell whether another name stands away from the one and its head in the Chinese, and in no list with it."""
    between = unit.source[min(name.end, other.end) : max(name.start, other.start)]
    return not _is_list(between) and min(abs(other.start - head.end), abs(head.start - other.end)) > FAR_ZH


def _is_at(unit: Unit, other: Constraint, head: Constraint, name: Constraint) -> bool:
    """Tell whether another name stands in the English right at a head, and the head's own far from it.

    Behind a mark a figure counts something else: the South China Sea, six provinces.
    """
    near, far = _gap(other, head), _gap(name, head)
    first, second = sorted((_at(other), _at(head)))
    parted = head.kind == "quantity" and CLAUSE.search(unit.target[first[1] : second[0]])
    return near <= NEAR and far > near + FAR and not parted


def _located(unit: Unit, named: Named) -> Iterator[Pair]:
    """Yield the place where something happens and another that the English has there: 在清迈 for in China."""
    places = [c for c, kind in named if kind == "place"]
    for here in places:
        if not unit.source[: here.start].endswith("在") or WITHIN_EN.search(unit.target, 0, _start(here)):
            continue
        for other in places:
            away = other.targets != here.targets and not WITHIN_ZH.search(unit.source, 0, other.start)
            if away and IN_EN.search(unit.target, 0, _start(other)):
                yield here, other


def _crossed(unit: Unit, named: Named) -> Iterator[Pair]:
    """Yield the pairs that stand in each other's place by the words around them, but no neighbours: 越南广宁省."""
    targets = [c.target for c, _kind in named]
    once = [
        (c, kind) for c, kind in named if targets.count(c.target) == 1 and unit.source.count(c.source) == 1
    ]
    if len(once) > 1:
        items = [Item((c.start, c.end), c.at, kind) for c, kind in once]
        for one, two in crossed(unit, items):
            first, second = once[one][0], once[two][0]
            between = unit.source[first.end : second.start]
            if len(between) > 1 and not _is_list(between):
                yield first, second


def _is_list(between: str) -> bool:
    """Tell whether the Chinese between two names makes them items of one list."""
    return LIST.search(between) is not None and CLAUSE.search(between) is None


def _gap(one: Constraint, two: Constraint) -> int:
    """Return how many characters stand between two constraints in the English."""
    first, second = sorted((_at(one), _at(two)))
    return max(0, second[0] - first[1])


def _at(c: Constraint) -> tuple[int, int]:
    return c.at or (0, 0)


def _start(c: Constraint) -> int:
    return _at(c)[0]


def _turned_round(unit: Unit, kept: Sequence[Constraint]) -> Iterator[Pair]:
    """Yield the pairs of 从A到B that the English has as from B to A."""
    for match in FROM_TO.finditer(unit.source):
        one = next((c for c in kept if c.end == match.end("one") and c.start >= match.start("one")), None)
        two = next((c for c in kept if c.start == match.end()), None)
        if one and two and one.kind == two.kind and _start(two) < _start(one):
            before = unit.target[: _start(two)]
            between = unit.target[_at(two)[1] : _start(one)]
            if re.search(r"\bfrom(?: the)? $", before) and re.search(r"^ to(?: the)? $", between):
                yield one, two


CHECKS: tuple[Check, ...] = (
    Check(
        "names-swapped",
        N_("Two names stand in each other's place"),
        Severity.WARNING,
        each(swapped),
        N_("wrong where the English puts the sentence in another order word by word"),
        confidence=0.7,
    ),
)
