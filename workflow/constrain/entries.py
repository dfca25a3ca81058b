"""What a glossary is made of: entries, the words they may hold, and the table of places where they are no match."""

from dataclasses import dataclass

from workflow.constrain.folding import fold

COLUMNS = ("zh", "en", "en_short", "kind", "status", "avoid", "note")
KINDS = frozenset(
    "term phrase species unit organization part program document place position person masthead modifier".split()
)
STATUSES = frozenset({"preferred", "admitted", "forbidden"})
BLOCKING_COLUMNS = ("entry", "left", "right")
ALTERNATIVES = "|"
# The note of the entries that a bulletin brings itself.
OWN = "from the bulletin itself"


@dataclass(frozen=True, slots=True)
class Entry:
    """Give the English of one Chinese source; `avoid` lists English that must not stand for it."""

    zh: str
    en: str
    en_short: str = ""
    kind: str = "term"
    status: str = "preferred"
    avoid: tuple[str, ...] = ()
    note: str = ""

    @property
    def key(self) -> str:
        """Return the source as it is compared: folded, so that spelling variants are one."""
        return fold(self.zh).text

    @property
    def targets(self) -> tuple[str, ...]:
        """Return the accepted English: in full first, without a leading article, then the short form."""
        bare = self.en.removeprefix("The ")
        return tuple(dict.fromkeys(text for text in (self.en, bare, self.en_short) if text))

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the entry as the cells of a row, in the order of COLUMNS."""
        avoid = ALTERNATIVES.join(self.avoid)
        return (self.zh, self.en, self.en_short, self.kind, self.status, avoid, self.note)


@dataclass(frozen=True, slots=True)
class Block:
    """Say where an entry is no match: after one of `left` and before one of `right` (none: anything)."""

    entry: str
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()

    def holds(self, before: str, after: str) -> bool:
        """Tell whether the text around a match forbids it."""
        left = not self.left or before.endswith(self.left)
        return left and (not self.right or after.startswith(self.right))


def alternatives(cell: str) -> tuple[str, ...]:
    """Return the texts of a cell that holds several."""
    return tuple(part.strip() for part in cell.split(ALTERNATIVES) if part.strip())
