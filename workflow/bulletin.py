"""What a bulletin is: Document (raw blocks as read) and Bulletin (masthead, issue, sections, contact, about).

A block keeps the raw text of its place in the file and the edits made to it, so that nothing of a source is
lost: the file's text is the blocks' spans, what was removed, and the white space between them.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

BlockType = Literal["paragraph", "list", "table", "picture", "quote"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `before` at start:end of the text as it stood then by `after`, for a stated reason."""

    start: int
    end: int
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Look:
    """Say how a block looked in its source; level 0 is body text, 1 to 6 a heading."""

    level: int = 0
    bold: bool = False
    list_item: bool = False
    blank_before: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """Hold one piece of a source: raw text, its spans in the file, and the edits made since."""

    raw: str
    spans: tuple[Span, ...]
    line: int
    look: Look = field(default_factory=Look)
    edits: tuple[Edit, ...] = ()
    text: str = ""

    @classmethod
    def of(cls, raw: str, start: int, line: int, look: Look | None = None) -> "Block":
        """Return the unedited block of a raw text that begins at offset `start` of its file."""
        return cls(raw, ((start, start + len(raw)),), line, look or Look(), (), raw)

    def edit(self, start: int, end: int, after: str, reason: str) -> "Block":
        """Return the block with start:end of its text replaced by `after` and the edit recorded."""
        before = self.text[start:end]
        if before == after:
            return self
        text = self.text[:start] + after + self.text[end:]
        return replace(self, edits=(*self.edits, Edit(start, end, before, after, reason)), text=text)

    def replayed(self) -> str:
        """Return the raw text with every edit applied again, in order."""
        text = self.raw
        for edit in self.edits:
            if text[edit.start : edit.end] != edit.before:
                raise ValueError(f"edit {edit} does not fit {text!r}")
            text = text[: edit.start] + edit.after + text[edit.end :]
        return text


@dataclass(frozen=True, slots=True)
class Removed:
    """Keep what was taken out of the body, with the reason and its place in the file."""

    text: str
    reason: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Hold one source as read: its name, its decoded text, its blocks and what was taken out."""

    name: str
    raw: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()
    script: Literal["hans", "hant"] = "hans"
    encoding: str = "utf-8"
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Masthead:
    """Name the publisher in both languages, and the series (简报)."""

    name_zh: str | None = None
    name_en: str | None = None
    series: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """Number an issue within its year."""

    year: int
    number: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Name who speaks and in which office, the office on one line."""

    name: str
    office: str


@dataclass(frozen=True, slots=True)
class BodyBlock:
    """Hold one piece of the body; a list holds its items, every other type one text."""

    type: BlockType
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Hold a stretch of the body under one heading or one speaker, or under none."""

    heading: str | None = None
    speaker: Speaker | None = None
    blocks: tuple[BodyBlock, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the texts of the paragraph blocks in reading order."""
        return tuple(block.texts[0] for block in self.blocks if block.type == "paragraph")

    def paths(self) -> tuple[tuple[str, BlockType, str], ...]:
        """Return (path below the section, type, text) of every text of the body in reading order.

        The n-th paragraph block is `paragraphs/n`; item m of the list that is block b is `blocks/b/m`.
        """
        found: list[tuple[str, BlockType, str]] = []
        paragraphs = 0
        for number, block in enumerate(self.blocks):
            if block.type == "paragraph":
                found.append((f"paragraphs/{paragraphs}", block.type, block.texts[0]))
                paragraphs += 1
            else:
                found += [(f"blocks/{number}/{n}", block.type, text) for n, text in enumerate(block.texts)]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Contact:
    """Hold the contact block; every field as printed, without its label."""

    address: str | None = None
    postcode: str | None = None
    phone: str | None = None
    fax: str | None = None
    emails: tuple[str, ...] = ()
    website: str | None = None
    wechat: str | None = None
    organizations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bulletin:
    """Hold the whole structure of one bulletin, in Simplified Chinese."""

    masthead: Masthead = field(default_factory=Masthead)
    issue: Issue | None = None
    date: str | None = None
    title: str | None = None
    sections: tuple[Section, ...] = ()
    contact: Contact | None = None
    about: str | None = None
