"""Pictures of a text: what ![what it shows](file) names beside the file; the line below may be the caption."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from workflow.bulletin import Block, Look, Notice, Picture
from workflow.i18n import N_
from workflow.readers.docx_lines import CAPTION, LONGEST_CAPTION
from workflow.readers.pictures import Pictures, file_beside, told

REASON = N_("Markdown mark")
LONGEST_QUOTE = 16
PICTURE = re.compile(
    r"!\[(?P<alt>[^\[\]]{0,500})\]\((?P<file><[^<>]{1,500}>|[^()\s]{1,500})(?:\s+\"[^\"]{0,200}\")?\)"
)
SENTENCE_END = re.compile(r"[。！？…：；][”’」』）)》]*\s*$|^\s*$")


def taken(
    blocks: Sequence[Block], folder: Path
) -> tuple[tuple[Block, ...], tuple[tuple[Picture, bytes], ...], tuple[Notice, ...]]:
    """Return the blocks with a block for each picture that lies in `folder`, the pictures, and what became of the others.

    A picture at the beginning or end of a line, or between two of its sentences, is cut out of the line; one in the middle
    of a sentence is left for what it is. A line that is nothing but a picture that cannot be had is no text.
    """
    pictures = Pictures()
    found = tuple(_captioned([part for block in blocks for part in _parts(block, folder, pictures)]))
    lost = [
        n for n, block in enumerate(found) if block.edits and not block.text and block.look.picture is None
    ]
    notices = list(pictures.notices())
    missing = len(lost) - len({name for name, _reason, _kind in pictures.failed})
    if missing > 0:
        below = next((block.text for block in found[lost[0] :] if block.text.strip()), "").strip()[
            :LONGEST_QUOTE
        ]
        message = N_("pictures not carried over: {count}; the first above: {text}")
        notices.append(Notice("pictures", message, (("count", str(missing)), ("text", below)), below))
    return found, tuple(pictures.found), tuple(notices)


def _parts(block: Block, folder: Path, pictures: Pictures) -> Iterator[Block]:
    """Yield a block cut at its pictures."""
    start, offset = 0, block.spans[0][0]
    for match in PICTURE.finditer(block.raw):
        rest = PICTURE.sub("", block.raw[match.end() :]).strip()
        if rest and not SENTENCE_END.search(block.raw[start : match.start()]):
            continue
        name = match["file"].strip("<>")
        data = None if pictures.full else file_beside(folder, name)
        number = pictures.take(data, name)[0] if data else None
        if number is None:
            continue
        if block.raw[start : match.start()].strip():
            yield _piece(block, start, match.start(), offset)
        whole = Block.of(match[0], offset + match.start(), block.line, _look(block, start, number))
        yield whole.edit(0, len(match[0]), told(match["alt"]), REASON)
        start = match.end()
    if start == 0:
        alone = PICTURE.fullmatch(block.raw.strip())
        yield block.edit(0, len(block.text), "", REASON) if alone else block
    elif block.raw[start:].strip():
        yield _piece(block, start, len(block.raw), offset)


def _look(block: Block, start: int, number: int) -> Look:
    return Look(blank_before=block.look.blank_before if start == 0 else 0, picture=number)


def _piece(block: Block, start: int, end: int, offset: int) -> Block:
    look = block.look if start == 0 else replace(block.look, blank_before=0)
    return Block.of(block.raw[start:end], offset + start, block.line, look)


def _captioned(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, the short line of a caption's form below a picture as its caption."""
    pictured = False
    for block in blocks:
        text = block.text.strip().strip("*_")
        if pictured and block.look.picture is None and len(text) <= LONGEST_CAPTION and CAPTION.match(text):
            block = replace(block, look=replace(block.look, caption=True))
        pictured = block.look.picture is not None
        yield block
