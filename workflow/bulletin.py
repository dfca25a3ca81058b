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
    """Say how a block looked in its source; level 0 is body text, 1 to 6 a heading.

    `cell` is the place of a data table's cell: which table of the source, row and column, all from 0; empty cells
    have no block. `covers` is how many rows and columns it takes. `caption` marks the words under a picture. `picture`
    numbers a picture of the document from 0; the block's text is what the source says for those who cannot see it.
    `quote` marks a quotation that the source sets apart.
    """

    level: int = 0
    bold: bool = False
    list_item: bool = False
    blank_before: int = 0
    cell: tuple[int, int, int] | None = None
    covers: tuple[int, int] = (1, 1)
    caption: bool = False
    picture: int | None = None
    quote: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Name a picture of the body by its file, its size in pixels and its printed size in points.

    `alt` is what it shows, in Simplified Chinese, for those who cannot see it; "" where the source does not say.
    """

    file: str
    pixels: tuple[int, int]
    points: tuple[float, float]
    alt: str = ""

    @property
    def resolution(self) -> float:
        """Return the dots per inch of the printed picture."""
        return min(dots * 72 / length for dots, length in zip(self.pixels, self.points, strict=True))


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
class Notice:
    """Say what a reader did with something that text cannot hold: a tracked change, a comment, a picture.

    `check` names the kind, `message` is a template for `args`.
    """

    check: str
    message: str
    args: tuple[tuple[str, str], ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Hold one source as read: its name, its decoded text, its blocks, what was taken out, its pictures with their bytes."""

    name: str
    raw: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()
    script: Literal["hans", "hant"] = "hans"
    settings: tuple[tuple[str, str], ...] = ()
    notices: tuple[Notice, ...] = ()
    pictures: tuple[tuple[Picture, bytes], ...] = ()


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
    """Hold one piece of the body: a list its items, a table its cells row by row, every other type one text.

    `columns` is how many cells a table's row has, empty ones included; 0 for every other type. `merged` lists the cells
    that cover more than one place (number of the cell, rows, columns); the places beside and below them are empty.
    The text of a picture is its caption, where it has one; `picture` is None where only the caption came over.
    """

    type: BlockType
    texts: tuple[str, ...]
    columns: int = 0
    merged: tuple[tuple[int, int, int], ...] = ()
    picture: Picture | None = None

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return a table's cells, row by row."""
        starts = range(0, len(self.texts), self.columns) if self.columns else ()
        return tuple(self.texts[at : at + self.columns] for at in starts)


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

    def placed(self) -> tuple[tuple[BodyBlock, tuple[str, ...]], ...]:
        """Return each block with the path, below the section, of each of its texts.

        The n-th paragraph block is `paragraphs/n`; item m of the list that is block b, or cell m of the table, is
        `blocks/b/m`; the caption of a picture is `blocks/b/0`, what it shows is `blocks/b/alt` (`paths`).
        """
        found: list[tuple[BodyBlock, tuple[str, ...]]] = []
        paragraphs = 0
        for number, block in enumerate(self.blocks):
            if block.type == "paragraph":
                found.append((block, (f"paragraphs/{paragraphs}",)))
                paragraphs += 1
            else:
                found.append((block, tuple(f"blocks/{number}/{n}" for n in range(len(block.texts)))))
        return tuple(found)

    def paths(self) -> tuple[tuple[str, BlockType, str], ...]:
        """Return (path below the section, type, text) of every text of the body in reading order, empty cells left out."""
        found: list[tuple[str, BlockType, str]] = []
        for number, (block, paths) in enumerate(self.placed()):
            if block.picture and block.picture.alt:
                found.append((f"blocks/{number}/alt", block.type, block.picture.alt))
            found += [
                (path, block.type, text)
                for path, text in zip(paths, block.texts, strict=True)
                if text or block.type != "table"
            ]
        return tuple(found)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures in reading order."""
        return tuple(block.picture for block in self.blocks if block.picture)


@dataclass(frozen=True, slots=True)
class Contact:
    """Hold the contact block; every field as printed, without its label.

    `others` are the lines of another label, kept whole: 联系人：李霞, 责任编辑：王强.
    """

    address: str | None = None
    postcode: str | None = None
    phone: str | None = None
    fax: str | None = None
    emails: tuple[str, ...] = ()
    website: str | None = None
    wechat: str | None = None
    organizations: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


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

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures of the body in reading order."""
        return tuple(picture for section in self.sections for picture in section.pictures)
