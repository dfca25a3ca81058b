"""Join what a page or an export broke: hard-wrapped lines, and a paragraph that goes on in the next block."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from workflow.bulletin import Block, Document
from workflow.i18n import N_

TERMINAL = re.compile(r"[。！？；：:!?…][”’」』）)》]*$")
OPEN_END = re.compile(r"[、，,（(“《]$")
_LABELS = "邮编 邮政编码 电话 传真 手机 地址 电子邮箱 邮箱 网址 网站 微信 联系人 编辑 主办".split()
# 网    址： is justified type.
_SPACED = "|".join(r"\s*".join(label) for label in _LABELS)
LABEL = re.compile(
    rf"^\s*(?:(?:{_SPACED}|[Ee]-?mail)[^，。]{{0,6}}[:：]|联[系络](?:我们|方式|信息)\s*[:：]?\s*$)"
)
FURNITURE = ("page number", "repeated header")
LONG = 40
FULL = 0.85
NEARLY_FULL = 0.6
# Lines are joined up to this many characters: no paragraph of print is so long, and a file of commas ends.
LONGEST_PARAGRAPH = 10_000


@dataclass(frozen=True, slots=True)
class Wrap:
    """Describe how a source wraps its lines: width in half-width columns, usual blank lines between lines."""

    width: int
    gap: int


def join_lines(document: Document) -> Document:
    """Return the document with broken paragraphs joined; the blocks joined keep all their spans."""
    wrap = measure(document.blocks)
    furniture = sorted(r.spans[0][0] for r in document.removed if r.spans and r.reason in FURNITURE)
    joined: list[Block] = []
    for block in document.blocks:
        room = joined and len(joined[-1].text) < LONGEST_PARAGRAPH
        if room and (continues(joined[-1], block, wrap) or torn(joined[-1], block, furniture)):
            joined[-1] = join(joined[-1], block)
        else:
            joined.append(block)
    return replace(document, blocks=tuple(joined))


def columns(text: str) -> int:
    """Return the width of a text in half-width columns."""
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in text)


def measure(blocks: Sequence[Block]) -> Wrap | None:
    """Return how a source wraps, or None where it does not.

    A source is hard-wrapped when at least six lines are long, none is very long, and most of the long ones
    stop without a sentence mark.
    """
    long = [b for b in blocks if columns(b.text) >= LONG and not b.look.cell]
    if len(long) < 6 or max(columns(b.text) for b in long) > 140:
        return None
    open_ended = sum(not TERMINAL.search(b.text) for b in long)
    if open_ended < len(long) / 2:
        return None
    widths = sorted(columns(b.text) for b in long)
    gaps = sorted(b.look.blank_before for b in long)
    return Wrap(widths[len(widths) * 9 // 10], gaps[len(gaps) // 2])


def continues(above: Block, below: Block, wrap: Wrap | None) -> bool:
    """Tell whether a block goes on in the next one."""
    if _stands_alone(above) or _stands_alone(below):
        return False
    if above.look.level or below.look.level or below.look.list_item or LABEL.match(below.text):
        return False
    if above.look.bold != below.look.bold or above.look.quote != below.look.quote:
        return False
    if wrap is None:
        return _goes_on(above.text)
    first, last = _last_line(above)
    indented = below.raw[:1].isspace() and not first.isspace()
    width = columns(last) / wrap.width
    if TERMINAL.search(last):
        return width >= FULL and not indented and below.look.blank_before <= wrap.gap
    return width >= NEARLY_FULL and (not indented or _goes_on(above.text))


def _stands_alone(block: Block) -> bool:
    """Tell whether a block is a whole by what it is: a cell, a caption, a picture."""
    return bool(block.look.cell or block.look.caption or block.look.picture is not None)


def torn(above: Block, below: Block, furniture: Sequence[int]) -> bool:
    """Tell whether page furniture stood between two halves of one paragraph: running text cut in mid-sentence."""
    next_one = bisect_left(furniture, above.spans[-1][1])
    between = next_one < len(furniture) and furniture[next_one] < below.spans[0][0]
    if (
        not between
        or _stands_alone(above)
        or _stands_alone(below)
        or above.look.level
        or below.look.level
        or below.look.list_item
        or LABEL.match(below.text)
    ):
        return False
    running = re.search(r"[，、；。]", above.text) and not TERMINAL.search(above.text)
    return bool(running and "。" in below.text and not below.raw[:1].isspace())


def _goes_on(text: str) -> bool:
    """Tell whether a text stops in the middle: at a 、 or ， or inside brackets."""
    return bool(OPEN_END.search(text)) or text.count("《") > text.count("》")


def _last_line(block: Block) -> tuple[str, str]:
    """Return the first character, as read, and the cleaned text of a joined block's last line."""
    start, end = block.spans[-1]
    raw = block.raw[start - end :]
    return raw[:1], block.text[-len(raw.strip()) :]


def join(above: Block, below: Block) -> Block:
    """Return one block of two; a space is put where Latin words meet."""
    base = len(above.text)
    edits = tuple(replace(e, start=e.start + base, end=e.end + base) for e in below.edits)
    block = Block(
        raw=above.raw + below.raw,
        spans=above.spans + below.spans,
        line=above.line,
        look=above.look,
        edits=above.edits + edits,
        text=above.text + below.text,
    )
    if _wordlike(above.text[-1:]) and _wordlike(below.text[:1]):
        block = block.edit(base, base, " ", N_("wrapped line"))
    return block


def _wordlike(character: str) -> bool:
    return character.isascii() and character.isalpha()
