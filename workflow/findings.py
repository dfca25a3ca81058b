"""What is wrong, or may be wrong, with a source or its English."""

from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import sha256
from typing import Literal

from workflow.i18n import _


class Severity(IntEnum):
    """Order the severities; CRITICAL blocks publishing."""

    NOTE = 0
    WARNING = 1
    ERROR = 2
    CRITICAL = 3

    @property
    def label(self) -> str:
        """Return the severity's name as files spell it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Say who set a finding aside, and why; it holds while the unit's English has this `digest`."""

    by: str
    reason: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Report one thing to a human: which check, how grave, on which unit and side.

    `message` is an English template with {names}, `args` fills it; `quote` is the text it is about, for
    anchoring a comment at its words; `fix` is the English that would stand in the quote's place, where it is
    known. `confidence` is 1 for what is certain, less for a guess.
    """

    check: str
    severity: Severity
    message: str
    unit: str | None = None
    on: Literal["source", "target"] = "target"
    args: tuple[tuple[str, str], ...] = ()
    quote: str = ""
    dismissed: Dismissal | None = field(default=None)
    fix: str = ""
    confidence: float = 1.0

    @property
    def id(self) -> str:
        """Return an id that stays the same while check, unit and wording do."""
        key = "\n".join((self.check, self.unit or "", self.text, self.quote))
        return sha256(key.encode()).hexdigest()[:8]

    @property
    def stands(self) -> bool:
        """Tell whether nobody has set the finding aside."""
        return self.dismissed is None

    @property
    def text(self) -> str:
        """Return the message in English."""
        return self.message.format(**dict(self.args))

    @property
    def local_text(self) -> str:
        """Return the message in the language of this process."""
        return _(self.message).format(**dict(self.args))
