"""Put the body together: sections under headings and speakers, paragraphs, lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from workflow.bulletin import Block, BodyBlock, Picture, Section, Speaker
from workflow.constrain.titled import parted
from workflow.structure.patterns import ASIDE, NARRATOR, NUMBERED_HEADING, TERMINAL, tidy
from workflow.structure.pictures import picture_at
from workflow.structure.speakers import speaker_at
from workflow.structure.tables import is_apart, table_at, walled

LONGEST_HEADING = 32
# 附件：1.学员名单, and the next of its list on a line of its own.
ATTACHED = re.compile(r"附件?\s*\d{0,2}\s*[：:]|\d{1,2}[.．](?!\d)")


@dataclass(slots=True)
class Body:
    """Collect sections while the blocks are read in order."""

    sections: list[Section] = field(default_factory=list)
    heading: str | None = None
    speaker: Speaker | None = None
    blocks: list[BodyBlock] = field(default_factory=list)
    places: dict[int, str] = field(default_factory=dict)

    def open(self, heading: str | None = None, speaker: Speaker | None = None) -> None:
        """Close the section under way, where it holds anything, and begin another."""
        if self.heading or self.speaker or self.blocks:
            self.sections.append(Section(self.heading, self.speaker, tuple(self.blocks)))
        self.heading, self.speaker, self.blocks = heading, speaker, []

    def here(self, tail: str) -> str:
        """Return the slot of a part of the section under way."""
        return f"sections/{len(self.sections)}/{tail}"


def read(blocks: Sequence[Block], taken: set[int], pictures: Sequence[Picture] = ()) -> Body:
    """Return the body of the blocks that no other part took; `pictures` are those that its blocks number."""
    body = Body()
    free = [i for i in range(len(blocks)) if i not in taken]
    kept = _unquoted([blocks[i] for i in free])
    rest = walled(kept)
    n = 0
    while n < len(rest):
        if is_apart(kept[n]):
            block, count = table_at(kept, n) if kept[n].look.cell else picture_at(kept, n, pictures)
            body.blocks.append(block)
            body.places |= dict.fromkeys(free[n : n + count], body.here(f"blocks/{len(body.blocks) - 1}"))
            n += count
            continue
        found = speaker_at(rest, n)
        if found:
            body.open(speaker=found.speaker)
            body.places |= dict.fromkeys(free[n : n + found.blocks], body.here("speaker"))
            n += found.blocks
            continue
        _place(rest, n, free[n], body)
        n += 1
    body.open()
    return body


def _place(rest: Sequence[Block], n: int, index: int, body: Body) -> None:
    block = rest[n]
    text = tidy(block.text) if not TERMINAL.search(block.text) else block.text.strip()
    if block.look.quote and not block.look.list_item:
        body.blocks.append(BodyBlock("quote", (block.text.strip(),)))
        body.places[index] = body.here(f"blocks/{len(body.blocks) - 1}")
    elif block.look.list_item:
        _list_item(body, text)
        body.places[index] = body.here(f"blocks/{len(body.blocks) - 1}")
    elif is_heading(block, rest[n + 1 : n + 2]):
        body.open(heading=tidy(text))
        body.places[index] = body.here("heading")
    else:
        if body.speaker and body.blocks and NARRATOR.match(text) and parted(body.speaker.name)[0] not in text:
            body.open()
        body.blocks.append(BodyBlock("paragraph", (text,)))
        body.places[index] = body.here(f"blocks/{len(body.blocks) - 1}")


def _unquoted(blocks: list[Block]) -> list[Block]:
    """Return the blocks, as no quotations where most are: a page that sets its text in by a quotation's mark."""
    if 2 * sum(block.look.quote for block in blocks) <= len(blocks):
        return blocks
    return [replace(block, look=replace(block.look, quote=False)) for block in blocks]


def _list_item(body: Body, text: str) -> None:
    if body.blocks and body.blocks[-1].type == "list":
        body.blocks[-1] = BodyBlock("list", (*body.blocks[-1].texts, text))
    else:
        body.blocks.append(BodyBlock("list", (text,)))


def is_heading(block: Block, below: Sequence[Block]) -> bool:
    """Tell whether a block is a heading: marked as one, or a short open-ended line with text below it."""
    text = block.text.strip()
    if block.look.level:
        return True
    if ASIDE.fullmatch(text) or ATTACHED.match(text):
        return False
    if len(text) > LONGEST_HEADING or TERMINAL.search(text) or re.search(r"[、，]$", text):
        return False
    return bool(below) and (bool(NUMBERED_HEADING.match(text)) or not re.search(r"[\d@]{5,}", text))
