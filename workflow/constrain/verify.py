"""Verify constraints in the English: each at its own place, none inside another, no two persons swapped."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from workflow.constrain import spelling
from workflow.constrain.english_patterns import places_of, squash
from workflow.constrain.paraphrase import paraphrases
from workflow.constrain.rewordings import implied, rewordings, spread
from workflow.units import Constraint

Place = tuple[int, int]
MOST_MOVES = 200

# What ends the stretch in which a person and an office belong together in Chinese: A处长张三、B处长李四.
_STRETCH_END = re.compile(r"[、，。；：！？,;:!?\n]")


def verify(
    constraints: Sequence[Constraint], english: str, source: str, human: bool = False
) -> tuple[Constraint, ...]:
    """Return the constraints in the same order with `kept` and `at` set from the English.

    Places are code points of `english`. A constraint is lost where none of its forms stands there, where
    each form is inside the English of another (China inside China Institute), or where it is repeated more
    often in the Chinese than in the English. Of two persons with offices attached, both are lost where
    their names stand in one order and their offices in the other. In `human` English a foreign name may be
    spelled in any way that reads like its Han characters, a common term's words may stand anywhere, the
    ways of `rewordings` are right, and a common term that the Chinese repeats may stand once.
    """
    if not constraints:
        return ()
    squashed = squash(english)
    places = [places_of(constraint, english, squashed) for constraint in constraints]
    if human:
        places = [
            found or spelling.places(constraint, english)
            for constraint, found in zip(constraints, places, strict=True)
        ]
    taken = _assign(constraints, places)
    _paraphrased(constraints, taken, english, human)
    for index in _swapped(constraints, taken, source):
        taken[index] = None
    return tuple(constraint.verified(place) for constraint, place in zip(constraints, taken, strict=True))


def _assign(constraints: Sequence[Constraint], places: list[list[Place]]) -> list[Place | None]:
    """Give each constraint a place of its own: longer English first, a place freed where its owner has another."""
    taken: list[Place | None] = [None] * len(constraints)

    def owners_of(place: Place) -> list[int]:
        return [owner for owner, other in enumerate(taken) if other and _overlap(place, other)]

    def settle(index: int, seen: set[Place]) -> bool:
        for place in sorted(places[index], key=lambda found: (found[0] - found[1], found[0])):
            if place in seen:
                continue
            seen.add(place)
            owners = owners_of(place)
            if len(owners) == 1 and len(seen) < MOST_MOVES and moved(owners[0], place, seen):
                owners = owners_of(place)
            if not owners:
                taken[index] = place
                return True
        return False

    def moved(owner: int, place: Place, seen: set[Place]) -> bool:
        former, taken[owner] = taken[owner], None
        others = [other for other in places[owner] if not _overlap(other, place)]
        kept, places[owner] = places[owner], others
        settled = settle(owner, seen)
        places[owner] = kept
        if not settled:
            taken[owner] = former
        return settled

    for index in _longest_first(constraints, places):
        settle(index, set())
    _in_order(constraints, taken)
    return taken


def _longest_first(constraints: Sequence[Constraint], places: list[list[Place]]) -> list[int]:
    longest = [max((end - start for start, end in found), default=0) for found in places]
    return sorted(range(len(constraints)), key=lambda index: (-longest[index], constraints[index].start))


def _paraphrased(
    constraints: Sequence[Constraint], taken: list[Place | None], english: str, human: bool
) -> None:
    """Give a constraint without a place one where it stands in another right way, if no other has it."""
    for index, constraint in enumerate(constraints):
        if taken[index] is None and english:
            owned = [place for place in taken if place]
            free = (
                place
                for place in _other_ways(constraint, english, human)
                if not any(_overlap(place, other) for other in owned)
            )
            taken[index] = next(free, None)
            if taken[index] is None and human:
                taken[index] = (
                    spread(constraint, english, owned)
                    or _said_once(constraints, taken, index)
                    or implied(constraints, taken, index, english)
                )


def _other_ways(constraint: Constraint, english: str, human: bool) -> Iterator[Place]:
    yield from paraphrases(constraint, english, human)
    if human:
        yield from rewordings(constraint, english)


def _said_once(constraints: Sequence[Constraint], taken: list[Place | None], index: int) -> Place | None:
    """Return the place of another mention of a common term: a human need not write wetland twice.

    A name that stands twice in the Chinese must stand twice: the second could be another body.
    """
    term = constraints[index]
    if term.kind != "term" or term.target != term.target.lower():
        return None
    same = (place for other, place in zip(constraints, taken, strict=True) if other.targets == term.targets)
    return next((place for place in same if place), None)


def _in_order(constraints: Sequence[Constraint], taken: list[Place | None]) -> None:
    """Give constraints of the same English their places in the order of the Chinese."""
    alike: dict[tuple[str, ...], list[int]] = {}
    for index, constraint in enumerate(constraints):
        if taken[index] is not None:
            alike.setdefault(constraint.targets, []).append(index)
    for group in alike.values():
        ordered = sorted(place for index in group if (place := taken[index]) is not None)
        for index, place in zip(sorted(group, key=lambda one: constraints[one].start), ordered, strict=True):
            taken[index] = place


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _swapped(constraints: Sequence[Constraint], taken: list[Place | None], source: str) -> set[int]:
    """Return the persons whose names stand in the reverse order of the offices attached to them.

    Attached is a term that stands in one stretch of the Chinese (no comma, no 、) with exactly one person,
    and nowhere else in the sentence. Name and office move together when a sentence is put in another
    order; only where two names change places and their offices do not is it a swap.
    """
    if sum(map(_names_a_person, constraints)) < 2:
        return set()
    attached = _attached(constraints, taken, source)
    lost = set()
    for first, offices in attached.items():
        for second, others in attached.items():
            if first < second and _reversed(taken, first, second, offices, others):
                lost |= {first, second}
    return lost


def _attached(
    constraints: Sequence[Constraint], taken: list[Place | None], source: str
) -> dict[int, list[int]]:
    stretches: dict[int, list[int]] = {}
    for index, constraint in enumerate(constraints):
        if taken[index] is not None:
            stretches.setdefault(len(_STRETCH_END.findall(source, 0, constraint.start)), []).append(index)
    often = Counter(constraint.source for constraint in constraints)
    attached = {}
    for stretch in stretches.values():
        persons = [index for index in stretch if _names_a_person(constraints[index])]
        offices = [i for i in stretch if constraints[i].kind == "term" and often[constraints[i].source] == 1]
        if len(persons) == 1 and offices:
            attached[persons[0]] = offices
    return attached


def _names_a_person(constraint: Constraint) -> bool:
    latin_name = constraint.kind == "verbatim" and re.fullmatch(
        r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+)+", constraint.source
    )
    return constraint.kind == "person" or bool(latin_name)


def _reversed(
    taken: list[Place | None], first: int, second: int, offices: list[int], others: list[int]
) -> bool:
    def place(index: int) -> int:
        found = taken[index]
        return found[0] if found else 0

    names = place(first) < place(second)
    orders = {place(office) < place(other) for office in offices for other in others}
    return orders == {not names}
