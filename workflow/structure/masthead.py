"""Find the publisher's names: Chinese and English, on lines of their own or side by side."""

import re
from collections.abc import Sequence
from itertools import takewhile

from workflow.bulletin import Block
from workflow.structure.patterns import ENGLISH_LINE, ORGANIZATION_END, is_body, unspaced
from workflow.structure.speakers import speaker_at
from workflow.units import HAN

LONGEST_MASTHEAD = 40
MOST_LINES = 3
# 某某中心 Moumou Cooperation Center on one line.
BOTH_NAMES = re.compile(rf"(?P<zh>[{HAN}（）·—–－\s-]+?)\s*(?P<en>{ENGLISH_LINE.pattern})")
LEAST_WORDS = 3
# Slots of the lines that may stand between the Chinese name and the English.
BETWEEN = ("series", "issue", "date")


def find(
    blocks: Sequence[Block], taken: set[int], names: Sequence[str], places: dict[int, str]
) -> tuple[str | None, str | None]:
    """Return the publisher's names.

    They are a Latin line with a Han line above it, a line known from elsewhere, an organization (or several) in
    the first line with series or issue under it, or the name that the about or contact block gives.
    """
    known = {_fold(name) for name in names}
    for i in range(len(blocks)):
        found = None if i in taken or is_body(blocks[i].text) else _both_names(blocks, i, taken, places)
        if found:
            return found
    for i, block in enumerate(blocks[: first_body(blocks, taken) + 1]):
        if i not in taken and _fold(block.text) in known:
            places[i] = "masthead/name_zh"
            return unspaced(block.text), None
    free = (i for i in range(len(blocks)) if i not in taken)
    opening = list(takewhile(lambda i: _organization(blocks[i].text.strip()), free))
    if opening and places.get(opening[-1] + 1) in ("masthead/series", "issue"):
        places |= dict.fromkeys(opening, "masthead/name_zh")
        return "、".join(unspaced(blocks[i].text) for i in opening), None
    return (names[0] if names else None), None


def _both_names(
    blocks: Sequence[Block], start: int, taken: set[int], places: dict[int, str]
) -> tuple[str, str] | None:
    """Return the publisher's names where its English begins at a block: on lines of its own, or behind the Chinese."""
    text = blocks[start].text.strip()
    both = BOTH_NAMES.fullmatch(text)
    if both and _organization(both["zh"].strip()) and len(both["en"].split()) >= LEAST_WORDS:
        places[start] = "masthead/name_zh"
        return unspaced(both["zh"]), unspaced(both["en"])
    end = start
    while (
        end < min(len(blocks), start + MOST_LINES)
        and end not in taken
        and ENGLISH_LINE.fullmatch(blocks[end].text.strip())
    ):
        end += 1
    english = " ".join(block.text for block in blocks[start:end])
    if len(english.split()) < LEAST_WORDS or speaks(blocks, start, places):
        return None
    over, under = _past(start - 1, -1, places), _past(end, 1, places)
    above = blocks[over].text.strip() if over >= 0 and over not in taken else ""
    below = blocks[under].text.strip() if under < len(blocks) and under not in taken else ""
    chinese = re.search(rf"[{HAN}]", above) and not is_body(above)
    if chinese and (_organization(above) or (over == start - 1 and start <= first_body(blocks, taken))):
        place = over
    elif (start == 0 or over < 0) and _organization(below):
        place = under
    else:
        return None
    places |= {place: "masthead/name_zh"} | dict.fromkeys(range(start, end), "masthead/name_en")
    return unspaced(blocks[place].text), unspaced(english)


def _past(index: int, step: int, places: dict[int, str]) -> int:
    """Return the next line from an index on that is no series, issue or date: those may stand between the two names."""
    while places.get(index, "").split("/")[-1] in BETWEEN:
        index += step
    return index


def speaks(blocks: Sequence[Block], index: int, places: dict[int, str]) -> bool:
    """Tell whether the line at an index opens a speaker block that reaches into no line of the front matter."""
    found = speaker_at(blocks, index)
    return found is not None and not any(i in places for i in range(index, index + found.blocks))


def _organization(text: str) -> bool:
    return len(text) <= LONGEST_MASTHEAD and not is_body(text) and bool(ORGANIZATION_END.search(text))


def _fold(text: str) -> str:
    return re.sub(r"[\s—–－-]", "", text)


def first_body(blocks: Sequence[Block], taken: set[int]) -> int:
    """Return the index of the first block of running text, the number of blocks where there is none."""
    return next((i for i, b in enumerate(blocks) if i not in taken and is_body(b.text)), len(blocks))
