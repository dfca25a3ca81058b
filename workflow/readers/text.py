"""Read plain text: one block a line, the blank lines before it counted."""

import re
from pathlib import Path

from workflow.bulletin import Block, Document, Look
from workflow.readers import markdown
from workflow.readers.decoding import read_text

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


def blocks_of(raw: str) -> tuple[Block, ...]:
    """Return one block for every line that is not blank; offsets count code points of the whole text."""
    blocks: list[Block] = []
    end = 0
    line = 1
    for match in LINE.finditer(raw):
        gap = raw[end : match.start()]
        line += _breaks(gap)
        if match[0].strip():
            blank = max(0, line - (blocks[-1].line if blocks else 0) - 1)
            blocks.append(Block.of(match[0], match.start(), line, Look(blank_before=blank)))
        end = match.end()
    return tuple(blocks)


def _breaks(gap: str) -> int:
    return len(re.findall(r"\r\n|[\r\n\v\f\x85\u2028\u2029]", gap))


def read(path: Path) -> Document:
    """Return the document of a text file; Markdown marks are read where the file uses them."""
    raw, encoding = read_text(path)
    blocks = blocks_of(raw)
    if markdown.uses_marks(raw):
        blocks = tuple(markdown.unmark(block) for block in blocks)
    return Document(path.name, raw, blocks, encoding=encoding)
