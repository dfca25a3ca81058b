"""Read plain text: one block a line, the blank lines before it counted; front matter at its head."""

import re
from pathlib import Path

from workflow.bulletin import Block, Document, Look
from workflow.readers import frontmatter, markdown, markdown_tables, tab_tables, text_pictures
from workflow.readers.decoding import check_lines, decode, empty, is_blank, read_bytes

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
PAGE = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def blocks_of(raw: str, start: int = 0) -> tuple[Block, ...]:
    """Return one block for every line from `start` on that is not blank; offsets count code points of the whole text."""
    blocks: list[Block] = []
    end = start
    line = above = 1 + len(BREAK.findall(raw[:start]))
    for match in LINE.finditer(raw, start):
        line += len(BREAK.findall(raw, end, match.start()))
        if match[0].strip():
            blocks.append(
                Block.of(
                    match[0], match.start(), line, Look(blank_before=max(0, line - above - bool(blocks)))
                )
            )
            above = line
        end = match.end()
    return tuple(blocks)


def read(path: Path) -> Document:
    """Return the document of a text file."""
    raw, _encoding = decode(read_bytes(path), str(path))
    return document(path, raw)


def document(path: Path, raw: str, *, marked: bool = False) -> Document:
    """Return the document of a text; Markdown marks are read where it uses them or is known to be `marked`.

    What begins as a page does is read as a page.

    Raises InputError for a text without a letter, a line longer than any paragraph, front matter that cannot be used.
    """
    if PAGE.match(raw):
        from workflow.readers import html

        return html.document(path, raw)
    if is_blank(raw):
        raise empty(str(path))
    check_lines(raw, str(path))
    settings, removed, start = frontmatter.read(raw, str(path))
    blocks, pictures, notices = text_pictures.taken(blocks_of(raw, start), path.parent)
    if marked or markdown.uses_marks(raw[start:]):
        blocks = tuple(
            block if block.look.picture is not None or not block.text else markdown.unmark(block)
            for block in markdown_tables.cells(blocks)
        )
    blocks = tab_tables.cells(blocks)
    return Document(path.name, raw, blocks, removed, settings=settings, notices=notices, pictures=pictures)
