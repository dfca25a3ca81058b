"""Find speaker blocks: name line then office lines, name and office on one line, office wrapped over lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.bulletin import Block, Speaker
from workflow.structure.patterns import HAN, LATIN_NAME, is_name, is_office, tidy

MOST_OFFICE_LINES = 4
JOINT = re.compile(r"[、/,，]\s*$")
LATIN_THEN_HAN = re.compile(rf"(?P<name>{LATIN_NAME.pattern})\s*[，,、：:]?\s*(?P<office>[{HAN}].*)")
FAMILY_NAME_IN_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a speaker and how many blocks it took."""

    speaker: Speaker
    blocks: int


def speaker_at(blocks: Sequence[Block], index: int) -> Found | None:
    """Return the speaker whose block begins at an index, or None."""
    text = blocks[index].text.strip()
    if is_name(text):
        return _with_office_below(blocks, index, text)
    pair = split_line(text)
    if pair is None:
        return None
    name, office = pair
    if is_office(office):
        return Found(Speaker(tidy_name(name), tidy(office)), 1)
    if JOINT.search(office):
        below = _office_lines(blocks, index + 1)
        if below:
            return Found(Speaker(tidy_name(name), tidy(office + "".join(below))), 1 + len(below))
    return None


def _with_office_below(blocks: Sequence[Block], index: int, name: str) -> Found | None:
    lines = _office_lines(blocks, index + 1)
    if not lines:
        return None
    return Found(Speaker(tidy_name(name), tidy("".join(lines))), 1 + len(lines))


def _office_lines(blocks: Sequence[Block], start: int) -> list[str]:
    """Return the lines of one office: up to the first that ends with a position, all of them short."""
    lines: list[str] = []
    for block in blocks[start : start + MOST_OFFICE_LINES]:
        text = block.text.strip()
        if not is_office(text, whole=False) or is_name(text):
            return []
        lines.append(text)
        if is_office(text) and not JOINT.search(text):
            return lines
    return []


def split_line(text: str) -> tuple[str, str] | None:
    """Return name and office of a line that holds both, or None.

    A Han name is set off by a space (耿 聪 外交部…, 查道炯 北京大学…) or a mark (周军，…司司长).
    """
    latin = LATIN_THEN_HAN.fullmatch(text)
    if latin:
        return latin["name"], latin["office"]
    words = text.split()
    for taken in (2, 1):
        name = " ".join(words[:taken])
        if len(words) > taken and is_name(name) and (taken == 1 or len(words[0]) == 1):
            return name, " ".join(words[taken:])
    marked = re.fullmatch(r"([^，,：:]{2,20})[，,：:]\s*(.{4,})", text)
    if marked and is_name(marked[1]):
        return marked[1], marked[2]
    return None


def tidy_name(name: str) -> str:
    """Return a name without justification spaces; a family name in capitals is title-cased."""
    name = name.strip()
    if re.search(rf"[{HAN}]", name):
        return re.sub(r"\s+", "", name)
    return FAMILY_NAME_IN_CAPITALS.sub(lambda match: match[0].title(), re.sub(r"\s+", " ", name))
