"""What a translation memory is made of: reviewed sentences with their English, their places and their neighbours."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from workflow.units import Constraint, Kind, Unit, text_digest

# A constraint of each kind is one character of the masked source, of Unicode's private use area.
MASKS: dict[Kind, str] = {
    "person": "\ue001",
    "date": "\ue002",
    "quantity": "\ue003",
    "document": "\ue004",
    "verbatim": "\ue005",
    "term": "\ue006",
}
# The forms of a quantity are too many to keep, and are told apart by their shape.
MOST_TARGETS = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one translation unit of the memory.

    `bulletin` and `unit` name the place that it was reviewed at; `before` and `after` are the digests of the
    Chinese beside it, empty at an end. `date` is a moment of UTC as ISO 8601 to the second, or empty.
    `constraints` are those that can be exchanged, `at` their places in the target. `extra` keeps what another
    program said of the unit, as JSON, for its way back.
    """

    source: str
    target: str
    bulletin: str = ""
    unit: str = ""
    before: str = ""
    after: str = ""
    reviewer: str = ""
    date: str = ""
    constraints: tuple[Constraint, ...] = ()
    extra: str = ""

    @property
    def digest(self) -> str:
        """Return the digest that sources are compared by."""
        return text_digest(self.source)

    @property
    def masked(self) -> str:
        """Return the source with every exchangeable constraint as one character of its kind."""
        return masked(self.source, self.constraints)


def exchangeable(constraint: Constraint) -> bool:
    """Tell whether another of its kind could stand in its place: figures, dates and names, not common terms."""
    return constraint.kind != "term" or constraint.target[:1].isupper()


def masked(source: str, constraints: Sequence[Constraint]) -> str:
    """Return a source with every exchangeable constraint as one character of its kind."""
    parts: list[str] = []
    end = 0
    for one in sorted(filter(exchangeable, constraints), key=lambda c: c.start):
        parts += [source[end : one.start], MASKS[one.kind]]
        end = one.end
    text = "".join([*parts, source[end:]])
    return "".join(text.split())


def contexts(units: Sequence[Unit]) -> list[tuple[str, str]]:
    """Return for each unit the digests of the Chinese before and after it, empty at the ends."""
    digests = ["", *(text_digest(unit.source) for unit in units), ""]
    return list(zip(digests[:-2], digests[2:], strict=True))


def moment(when: str) -> str:
    """Return a date or time in ISO 8601 as a moment of UTC to the second; raises ValueError for anything else."""
    time = datetime.fromisoformat(when)
    time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    return time.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def pack(constraints: Sequence[Constraint]) -> str:
    """Return the exchangeable constraints as compact JSON: start, end, kind, place in the English, forms."""
    rows = [
        [c.start, c.end, c.kind, c.at, () if c.kind == "quantity" else c.targets[:MOST_TARGETS]]
        for c in constraints
        if exchangeable(c)
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def unpack(text: str, source: str) -> tuple[Constraint, ...]:
    """Return the constraints of packed ones; a quantity's only form is none."""
    return tuple(
        Constraint(
            start,
            end,
            source[start:end],
            tuple(targets) or ("",),
            kind,
            kept=at is not None,
            at=at and tuple(at),
        )
        for start, end, kind, at, targets in json.loads(text)
    )


def with_constraints(entry: Entry, constraints: Sequence[Constraint]) -> Entry:
    """Return an entry with the exchangeable ones of its verified constraints, in the order of the source."""
    kept = sorted(filter(exchangeable, constraints), key=lambda c: c.start)
    return replace(entry, constraints=tuple(kept))
