"""One edition: a bulletin with its units, findings, removed text and manifest.

Reading and writing edition.json is in workflow/store.py.
"""

from dataclasses import dataclass, field

from workflow.bulletin import Bulletin, Removed
from workflow.findings import Finding
from workflow.units import Unit

VERSION = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """Say what an edition was made from and with; every digest is a SHA-256 in hexadecimal.

    `options` are those that the outputs were rendered with, so that they can be rendered again: brand, layout,
    page, script, xliff, pdf, formats.
    """

    signature: str = ""
    inputs: tuple[tuple[str, str], ...] = ()
    model: str = ""
    glossary: str = ""
    memory: str = ""
    versions: tuple[tuple[str, str], ...] = ()
    revision: int = 0
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """Hold everything that one bulletin's outputs are rendered from.

    `original` pairs each cleaned block of a Traditional source with the same text in its own characters.
    """

    name: str
    bulletin: Bulletin
    units: tuple[Unit, ...] = ()
    findings: tuple[Finding, ...] = ()
    removed: tuple[Removed, ...] = ()
    manifest: Manifest = field(default_factory=Manifest)
    script: str = "hans"
    original: tuple[tuple[str, str], ...] = ()

    def units_under(self, slot: str) -> tuple[Unit, ...]:
        """Return the units of a slot and of every slot below it, in order."""
        return tuple(u for u in self.units if u.slot == slot or u.slot.startswith(slot + "/"))
