"""Small makers that several tests use: a document from text, the path of a source to a bulletin."""

from pathlib import Path

from workflow.bulletin import Bulletin, Document
from workflow.clean import clean
from workflow.readers import markdown, markdown_tables, read, tab_tables
from workflow.readers.text import blocks_of
from workflow.structure import parse

ROOT = Path(__file__).parents[1]
SAMPLES = sorted(p for p in (ROOT / "samples").iterdir() if p.name != "README.md")


def document(raw: str) -> Document:
    """Return the raw document of a text, as the text reader makes it."""
    blocks = blocks_of(raw)
    if markdown.uses_marks(raw):
        blocks = tuple(markdown.unmark(block) for block in markdown_tables.cells(blocks))
    return Document("test.txt", raw, tab_tables.cells(blocks))


def cleaned(raw: str) -> list[str]:
    """Return the texts of the blocks of a cleaned text."""
    return [block.text for block in clean(document(raw)).blocks]


def bulletin(raw: str) -> Bulletin:
    """Return the structure of a text."""
    return parse(clean(document(raw))).bulletin


def bulletin_of(path: Path) -> Bulletin:
    """Return the structure of a file."""
    return parse(clean(read(path))).bulletin
