"""Find the block in which the publisher says what it is: “X：X是 …”, “关于X：…”, or text under 关于我们."""

import re
from collections.abc import Sequence
from itertools import takewhile

from workflow.bulletin import Block
from workflow.structure.patterns import ORGANIZATION_END, unspaced

LABELLED = re.compile(
    r"^(?:(?P<about>关于|有关)\s*)?(?P<label>[^：:。，]{2,40})[：:]\s*(?P<text>.+)$", re.DOTALL
)
HEADING = re.compile(r"^(?:(?:关于|有关)(?P<name>[^。，：]{2,40}?)|(?:本?中心|机构)简介)\s*[：:]?$")
OURSELVES = re.compile(r"我们|本[刊报站]|[本我该]?(?:中心|机构|单位|组织|秘书处|办公室)")
MOST_PARAGRAPHS = 4
DASHES = re.compile(r"[—–－\s-]")


def find(blocks: Sequence[Block]) -> tuple[str | None, str | None, dict[int, str]]:
    """Return the about text without its label, the publisher that its label names, the slots of its blocks."""
    for i, block in enumerate(blocks):
        match = LABELLED.match(block.text.strip())
        if match and _is_about(match, blocks, i):
            name = None if OURSELVES.fullmatch(match["label"]) else unspaced(match["label"])
            return match["text"].strip(), name, {i: "about"}
        heading = HEADING.match(block.text.strip())
        below = i + 1 < len(blocks) and "。" in blocks[i + 1].text
        if heading and below and _is_publisher(heading["name"] or "我们", blocks, i):
            texts = _paragraphs(blocks, i + 1)
            places = {i: "about/heading"} | dict.fromkeys(range(i + 1, i + 1 + len(texts)), "about")
            return "".join(texts), None, places
    return None, None, {}


def _is_about(match: re.Match[str], blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a labelled line is what the publisher says of itself: 关于 before its name, or its name said again."""
    if match["about"]:
        return "。" in match["text"] and _is_publisher(match["label"], blocks, index)
    name, text = _fold(match["label"]), _fold(match["text"])
    if len(name) <= 2 or text.startswith(name):
        return len(name) > 2
    # 云南中心：某某合作云南中心由 …: the label is the end of a name that stands on a line of its own.
    owners = {_fold(block.text) for block in blocks if ORGANIZATION_END.search(block.text.strip())}
    return any(owner.endswith(name) and text.startswith(owner) for owner in owners)


def _is_publisher(name: str, blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a name is the publisher's.

    It is a word for itself, stands on a line of its own elsewhere, or is an organization's below the running text.
    """
    name = _fold(name)
    if OURSELVES.fullmatch(name) or any(_fold(block.text) == name for block in blocks):
        return True
    return ORGANIZATION_END.search(name) is not None and _is_below_text(blocks, index)


def _paragraphs(blocks: Sequence[Block], start: int) -> list[str]:
    """Return the running text under the heading: one paragraph, more only where the body stands above."""
    below = takewhile(lambda block: "。" in block.text, blocks[start:])
    texts = [block.text.strip() for block in below]
    whole = len(texts) <= MOST_PARAGRAPHS and _is_below_text(blocks, start - 1)
    return texts if whole else texts[:1]


def _is_below_text(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether running text stands above the block at an index."""
    return any("。" in block.text for block in blocks[:index])


def _fold(text: str) -> str:
    """Return a text without dashes and spaces."""
    return DASHES.sub("", text)
