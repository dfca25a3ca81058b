"""Clean characters: widths, invisible and private-use ones, spaces, dashes between Han names, stray Markdown."""

import re
import unicodedata
from dataclasses import replace

from workflow.bulletin import Block, Document
from workflow.i18n import N_

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007"
CJK_MARK = r"，。、；：？！“”‘’（）《》〈〉【】—…·"
# Pattern, replacement, reason; applied in this order to every block.
RULES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]"), "", N_("invisible character")),
    (re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"), "", N_("control character")),
    (re.compile(r"[\ue000-\uf8ff]"), "", N_("private-use character")),
    (re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]"), " ", N_("width of a space")),
    (re.compile(r"<(https?://[^>\s]+|[\w.+-]+@[\w.-]+)>"), r"\1", N_("Markdown mark")),
    (re.compile(r"^\s+|\s+$"), "", N_("space at the edge")),
    (re.compile(rf"(?<=[{HAN}])\s+([-－—–])\s+(?=[{HAN}])"), r"\1", N_("spaces around a dash")),
    (re.compile(rf"(?<=[{CJK_MARK}])\s+(?=[{HAN}{CJK_MARK}“])"), "", N_("space after a mark")),
    (re.compile(rf"(?<=[{HAN}])\s+(?=[{CJK_MARK}])"), "", N_("space before a mark")),
)
WIDE = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0b\uff0d\uff0f\uff20\uf900-\ufaff]+")
NARROW_MARKS = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
NARROW = re.compile(rf"(?<=[{HAN}])[{re.escape(''.join(NARROW_MARKS))}](?=[{HAN}])")


def clean_characters(document: Document) -> Document:
    """Return the document with every block's characters normalised, each change recorded as an edit."""
    return replace(document, blocks=tuple(map(_clean, document.blocks)))


def substitute(block: Block, pattern: re.Pattern[str], after: str, reason: str) -> Block:
    """Return the block with every match replaced, from right to left so that offsets stay true."""
    for match in reversed(list(pattern.finditer(block.text))):
        block = block.edit(match.start(), match.end(), match.expand(after), reason)
    return block


def _clean(block: Block) -> Block:
    for pattern, after, reason in RULES:
        block = substitute(block, pattern, after, reason)
    for match in reversed(list(WIDE.finditer(block.text))):
        plain = unicodedata.normalize("NFKC", match[0])
        block = block.edit(match.start(), match.end(), plain, N_("width of letters and digits"))
    for match in reversed(list(NARROW.finditer(block.text))):
        block = block.edit(match.start(), match.end(), NARROW_MARKS[match[0]], N_("width of a mark"))
    return block
