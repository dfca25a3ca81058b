"""Give pictures their place: in the body with their caption, or beside masthead and contact block, where they decorate."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workflow.bulletin import Block, BodyBlock, Picture
from workflow.i18n import N_
from workflow.structure.patterns import tidy

REASON = N_("picture of the masthead or the contact block")
_FRONT = ("masthead", "issue", "date", "title")
_BACK = ("contact", "about")


def picture_at(blocks: Sequence[Block], start: int, pictures: Sequence[Picture]) -> tuple[BodyBlock, int]:
    """Return the picture or lone caption at an index, and how many blocks it takes."""
    number = blocks[start].look.picture
    if number is None:
        return BodyBlock("picture", (tidy(blocks[start].text),)), 1
    below = blocks[start + 1 : start + 2]
    caption = (tidy(below[0].text),) if below and below[0].look.caption else ()
    alt = tidy(blocks[start].text)
    picture = replace(pictures[number], alt="" if alt in caption else alt)
    return BodyBlock("picture", caption, picture=picture), 1 + len(caption)


def beside_text(blocks: Sequence[Block], places: Mapping[int, str]) -> list[int]:
    """Return the pictures without a caption that stand above the last line of the masthead, or behind contact or about text.

    `places` are the slots of the blocks that are no part of the body.
    """
    front = [i for i, slot in places.items() if slot.startswith(_FRONT)]
    opening = _opening(blocks, front, places)
    found = []
    for i, block in enumerate(blocks):
        captioned = i + 1 < len(blocks) and blocks[i + 1].look.caption
        if block.look.picture is None or captioned:
            continue
        above = next((j for j in range(i - 1, -1, -1) if blocks[j].look.picture is None), None)
        if i < opening or (above is not None and places.get(above, "").startswith(_BACK)):
            found.append(i)
    return found


def _opening(blocks: Sequence[Block], front: Sequence[int], places: Mapping[int, str]) -> int:
    """Return the last line of the front matter that opens the bulletin: nothing of the body stands above it."""
    last = 0
    for i, block in enumerate(blocks):
        if i in front:
            last = i
        elif block.look.picture is None and not places.get(i, "").startswith(_BACK):
            break
    return last
