"""Find the block in which the publisher says what it is: “X：X是 …”, or text under 关于我们."""

import re
from collections.abc import Sequence
from itertools import takewhile

from workflow.bulletin import Block
from workflow.structure.patterns import tidy

LABELLED = re.compile(r"^(?P<label>[^：:。，]{3,40})[：:]\s*(?P<text>.+)$", re.DOTALL)
HEADING = re.compile(r"^(?:关于|有关)(?:我们|中心|本刊|[^。，：]{2,20})$|^中心简介$|^机构简介$")
MOST_PARAGRAPHS = 4
DASHES = re.compile(r"[—–－\s-]")


def find(blocks: Sequence[Block]) -> tuple[str | None, str | None, dict[int, str]]:
    """Return the about text without its label, the publisher that its label names, the slots of its blocks."""
    for i, block in enumerate(blocks):
        match = LABELLED.match(block.text.strip())
        if match and _says_itself(match["label"], match["text"]):
            return match["text"].strip(), tidy(match["label"]), {i: "about"}
        if HEADING.match(block.text.strip()) and i + 1 < len(blocks) and "。" in blocks[i + 1].text:
            texts = _paragraphs(blocks, i + 1)
            places = {i: "about/heading"} | dict.fromkeys(range(i + 1, i + 1 + len(texts)), "about")
            return "".join(texts), None, places
    return None, None, {}


def _paragraphs(blocks: Sequence[Block], start: int) -> list[str]:
    """Return the running text under the heading: one paragraph, more only where the body stands above."""
    below = takewhile(lambda block: "。" in block.text, blocks[start:])
    texts = [block.text.strip() for block in below]
    above = any("。" in block.text for block in blocks[: start - 1])
    return texts if above and len(texts) <= MOST_PARAGRAPHS else texts[:1]


def _says_itself(label: str, text: str) -> bool:
    """Tell whether a text begins with its own label, dashes and spaces apart."""
    return DASHES.sub("", text).startswith(DASHES.sub("", label))
