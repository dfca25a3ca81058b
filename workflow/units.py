"""Translation units: the sentence or field that is translated, its constraints, its state and its origin."""

from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import sha256
from typing import Literal

Kind = Literal["term", "person", "date", "quantity", "document", "verbatim"]
Way = Literal["label", "parsed", "listed", "first", "ranked", "named", "split", "memory", "human", "lost", ""]

# The Han characters, as the inside of a character class: the basic ones, 〇, extensions, compatibility ideographs.
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

# What a word processor changes of itself: quotation marks, the hyphens and joiners that it keeps apart from ordinary ones.
_ALIKE = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2011": "-",
        "\u00ad": None,
        "\u200b": None,
        "\ufeff": None,
    }
)


class State(IntEnum):
    """Order the states of a unit; only a human makes REVIEWED."""

    EMPTY = 0
    DRAFT = 20
    NEEDS_WORK = 40
    REVIEWED = 60
    FINAL = 80


@dataclass(frozen=True, slots=True)
class Constraint:
    """Say what English is known for sure for start:end (code points) of a unit's source.

    The first of `targets` is what the engine is fed; the others are accepted in its output as well.
    `doubtful` marks a reading that a human must confirm. `at` is the place in the unit's target once
    verified; `way` names the step that brought it there.
    """

    start: int
    end: int
    source: str
    targets: tuple[str, ...]
    kind: Kind
    doubtful: bool = False
    kept: bool = False
    at: tuple[int, int] | None = None
    way: Way = ""

    @property
    def target(self) -> str:
        """Return the English that the engine is fed."""
        return self.targets[0]

    def verified(self, place: tuple[int, int] | None) -> "Constraint":
        """Return the constraint with its place in the English, or as lost where it has none."""
        fixed = self.start, self.end, self.source, self.targets, self.kind, self.doubtful
        return Constraint(*fixed, place is not None, place, self.way)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Offer English from elsewhere beside the unit's own; never printed.

    `origin` is "memory", "conflict:NAME" for a second editor's, "older:NAME" for a human's of an older source.
    """

    text: str
    origin: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Unit:
    """Hold one sentence or field: where it stands (slot), its Chinese and its English.

    `slot` is the path of the text in the bulletin: `title`, `sections/2/paragraphs/0/1`.
    `origin` is "label", "parsed", "memory", "engine:NAME" or "human"; `score` the engine's mean
    log-probability a token or the memory's percentage; `confidence` 0 to 1, for marking doubtful units.
    """

    id: str
    slot: str
    source: str
    target: str = ""
    state: State = State.EMPTY
    origin: str = ""
    score: float | None = None
    by: str | None = None
    confidence: float | None = None
    constraints: tuple[Constraint, ...] = ()
    suggestions: tuple[Suggestion, ...] = field(default_factory=tuple)
    shown: str | None = None

    @property
    def printed(self) -> str:
        """Return the English in house style where step 7 wrote one, else the target itself."""
        return self.target if self.shown is None else self.shown


def unit_id(source: str, occurrence: int) -> str:
    """Return the twelve-digit id of a source text's n-th occurrence (counted from 0) in a bulletin."""
    normalised = " ".join(source.split())
    return sha256(f"{normalised}\n{occurrence}".encode()).hexdigest()[:12]


def beginning(text: str, most: int = 40) -> str:
    """Return the text, or its first characters with … for the rest: enough to know a sentence by in one line."""
    return text if len(text) <= most else text[:most] + "…"


def text_digest(text: str) -> str:
    """Return the twelve digits of a text; they stay the same where a word processor changes only its spaces and quotes."""
    alike = text.translate(_ALIKE)
    return sha256(" ".join(alike.split()).encode()).hexdigest()[:12]
