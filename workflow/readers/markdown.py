"""Read Markdown: headings, bold, lists and links become looks; their marks become recorded edits."""

import re
from dataclasses import replace
from pathlib import Path

from workflow.bulletin import Block, Document
from workflow.i18n import N_
from workflow.readers.decoding import decode, read_bytes

REASON = N_("Markdown mark")
HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+")
ITEM = re.compile(r"^\s{0,3}(?:[-*+]|\d{1,2}[.)])\s+(?=\S)")
QUOTE = re.compile(r"^\s{0,3}>\s?")
RULE = re.compile(r"^\s{0,3}([-*_])(?:\s*\1){2,}\s*$")
CLOSING = re.compile(r"\s+#+\s*$")
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__")
LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~-])")
TELLING = re.compile(r"^\s{0,3}#{1,6}\s+\S|\*\*\S.*?\*\*|^```", re.MULTILINE)


def uses_marks(raw: str) -> bool:
    """Tell whether a text is written in Markdown: a # heading or ** bold stands in it."""
    return TELLING.search(raw) is not None


def unmark(block: Block) -> Block:
    """Return the block without its Markdown marks, its look set from them."""
    look = block.look
    if RULE.match(block.text):
        return block.edit(0, len(block.text), "", REASON)
    heading = HEADING.match(block.text)
    if heading:
        look = replace(look, level=len(heading[1]))
        block = block.edit(0, heading.end(), "", REASON)
        block = _cut(block, CLOSING)
    else:
        if QUOTE.match(block.text):
            look = replace(look, quote=True)
            block = _cut(block, QUOTE)
        if ITEM.match(block.text):
            look = replace(look, list_item=True)
            block = _cut(block, ITEM)
    bold = BOLD.search(block.text)
    if bold and bold.start() == 0 and len(block.text.rstrip()) == bold.end():
        look = replace(look, bold=True)
    return replace(_inline(block), look=look)


def _cut(block: Block, pattern: re.Pattern[str]) -> Block:
    match = pattern.search(block.text)
    return block.edit(match.start(), match.end(), "", REASON) if match else block


def _inline(block: Block) -> Block:
    """Strip bold marks, links and escapes from right to left, so that offsets stay true."""
    for pattern in (BOLD, LINK, ESCAPE):
        for match in reversed(list(pattern.finditer(block.text))):
            inner = next((g for g in match.groups() if g is not None), "")
            block = block.edit(match.start(), match.end(), inner, REASON)
    return block


def read(path: Path) -> Document:
    """Return the document of a Markdown file."""
    from workflow.readers import text

    raw, _encoding = decode(read_bytes(path), str(path))
    return text.document(path, raw, marked=True)
