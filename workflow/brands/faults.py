"""One fault of a brand: the file, the place in it, what is wrong, and how to mend it."""

from dataclasses import dataclass
from pathlib import Path

from workflow.i18n import _


@dataclass(frozen=True, slots=True)
class Fault:
    """Name a fault; `place` is a line, a key of brand.toml, or the elements of a page."""

    file: Path
    place: str
    what: str
    mend: str

    @property
    def told(self) -> str:
        """Return the fault in one line."""
        return f"{self.file}: {self.place}: {self.what} {self.mend}"


def line_of(text: str, at: int) -> str:
    """Return the place of an offset in a text as words."""
    return _("line {number}").format(number=text.count("\n", 0, at) + 1)
