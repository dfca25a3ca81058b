"""Find the block in which the publisher says what it is: “X：X是 …”, or text under 关于我们."""

import re
from collections.abc import Sequence

from workflow.bulletin import Block
from workflow.structure.patterns import tidy

LABELLED = re.compile(r"^(?P<label>[^：:。，]{3,40})[：:]\s*(?P<text>.+)$", re.DOTALL)
HEADING = re.compile(r"^(?:关于|有关)(?:我们|中心|本刊|[^。，：]{2,20})$|^中心简介$|^机构简介$")
DASHES = re.compile(r"[—–－\s-]")


def find(blocks: Sequence[Block]) -> tuple[str | None, str | None, dict[int, str]]:
    """Return the about text without its label, the publisher that its label names, the slots of its blocks."""
    for i, block in enumerate(blocks):
        match = LABELLED.match(block.text.strip())
        if match and _says_itself(match["label"], match["text"]):
            return match["text"].strip(), tidy(match["label"]), {i: "about"}
        if HEADING.match(block.text.strip()) and i + 1 < len(blocks) and "。" in blocks[i + 1].text:
            return blocks[i + 1].text.strip(), None, {i: "about/heading", i + 1: "about"}
    return None, None, {}


def _says_itself(label: str, text: str) -> bool:
    """Tell whether a text begins with its own label, dashes and spaces apart."""
    return DASHES.sub("", text).startswith(DASHES.sub("", label))
