"""Take page furniture out: page numbers, repeated running headers, rules; each kept in `removed`."""

import re
from collections import Counter
from dataclasses import replace

from workflow.bulletin import Block, Document, Removed
from workflow.i18n import N_

PAGE_NUMBER = re.compile(
    r"[-—–－·~ ]*\d{1,3}[-—–－·~ ]*"
    r"|第\s*[\d一二三四五六七八九十]+\s*页(?:[，, /]*共\s*\d+\s*页)?"
    r"|[Pp]age\s*\d+(?:\s*(?:of|/)\s*\d+)?"
    r"|\d{1,3}\s*/\s*\d{1,3}"
)
EMPTY_LINE = re.compile(r"[-—–_=*·.•\s]*")
RUNNING = re.compile(
    r"简报|通讯|快报|专刊|期刊|动态|信息|\d{4}年\s*第\s*\d+\s*期|Newsletter|Bulletin", re.IGNORECASE
)
LONGEST_HEADER = 40


def remove_noise(document: Document) -> Document:
    """Return the document without page furniture.

    A running header is a short line without a sentence mark that stands at least twice word for word and
    either names the series or stands next to a page number; its first standing is kept where no page number
    is beside it, since a masthead looks the same.
    """
    numbers = [_is_running(b) and bool(PAGE_NUMBER.fullmatch(b.text.strip())) for b in document.blocks]
    counts = Counter(b.text for b in document.blocks if _is_running(b))
    seen: Counter[str] = Counter()
    kept: list[Block] = []
    removed = list(document.removed)
    for i, block in enumerate(document.blocks):
        seen[block.text] += 1
        reason = _reason(block, numbers, i, counts, seen)
        if reason:
            removed.append(Removed(block.raw, reason, block.spans))
        else:
            kept.append(block)
    return replace(document, blocks=tuple(kept), removed=tuple(removed))


def _is_running(block: Block) -> bool:
    """Tell whether a block is of the running text, where page furniture stands: no cell, no picture."""
    return not block.look.cell and block.look.picture is None


def _reason(
    block: Block, numbers: list[bool], i: int, counts: Counter[str], seen: Counter[str]
) -> str | None:
    text = block.text
    if block.look.picture is not None or (text and block.look.cell):
        return None
    if not text or EMPTY_LINE.fullmatch(text):
        return N_("Markdown mark") if block.edits and not text else N_("rule")
    if numbers[i]:
        return N_("page number")
    beside = any(numbers[j] for j in (i - 1, i + 1) if 0 <= j < len(numbers))
    # The two ends of a header stand as far apart as the page is wide.
    short = len(" ".join(text.split())) <= LONGEST_HEADER and not re.search(r"[。；！？：:]", text)
    if short and counts[text] > 1 and (beside or (RUNNING.search(text) and seen[text] > 1)):
        return N_("repeated header")
    return None
