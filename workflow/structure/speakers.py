"""Find speaker blocks: name line then office lines, name and office on one line, office wrapped over lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.bulletin import Block, Speaker
from workflow.constrain.person_places import country_of
from workflow.constrain.surnames import TRANSCRIPTION
from workflow.constrain.titled import parted
from workflow.structure.patterns import (
    LATIN_NAME,
    ORGANIZATION_END,
    POSITION_ENDS,
    is_name,
    is_office,
    unspaced,
)
from workflow.units import HAN

MOST_OFFICE_LINES = 4
LONGEST_BARE_POSITION = 4
JOINT = re.compile(r"[、/,，]\s*$")
LATIN_THEN_HAN = re.compile(rf"(?P<name>{LATIN_NAME.pattern})\s*[，,、：:]?\s*(?P<office>[{HAN}].*)")
WORKPLACE = re.compile(r"中心|大学|学院|研究|委员会|协会|学会|基金会|公司|集团|[部司局厅处].")
# 某部副司长奔洪·西萨塔: the point shows where the name is, the last position where it begins.
OFFICE_THEN_FOREIGN_NAME = re.compile(
    rf"(?P<office>.+(?:{'|'.join(POSITION_ENDS)}))(?P<name>[{HAN}]{{1,7}}(?:[·•・][{HAN}]{{1,7}})+)"
)
NAME_AND_BRACKETS = re.compile(r"(?P<name>[^（(]{2,})[（(](?P<office>[^（(）)]{3,})[）)]")
# 埃埃敏: no Chinese surname; a name where an office abroad stands by it.
TRANSCRIBED = re.compile(f"[{''.join(sorted(TRANSCRIPTION))}]{{2,8}}")
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
    found = _with_courtesy(blocks, index, text) or _from_abroad(blocks, index, text)
    if found:
        return found
    pair = split_line(text)
    if pair is None:
        return _with_name_below(blocks, index, text)
    name, office = pair
    if is_office(office):
        house = _organization_below(blocks, index + 1) if len(office) <= LONGEST_BARE_POSITION else ""
        if house:
            return Found(Speaker(tidy_name(name), unspaced(house + office)), 2)
        return Found(Speaker(tidy_name(name), unspaced(office)), 1)
    if JOINT.search(office):
        below = _office_lines(blocks, index + 1)
        if below:
            return Found(Speaker(tidy_name(name), unspaced(office + "".join(below))), 1 + len(below))
    return None


def _with_office_below(blocks: Sequence[Block], index: int, name: str) -> Found | None:
    lines = _office_lines(blocks, index + 1)
    if not lines:
        return None
    return Found(Speaker(tidy_name(name), unspaced("".join(lines))), 1 + len(lines))


def _with_courtesy(blocks: Sequence[Block], index: int, text: str) -> Found | None:
    """Return the speaker whose name stands with 博士 or 女士 on a line above the office."""
    name, courtesy = parted(text)
    found = _with_office_below(blocks, index, name) if courtesy and is_name(name) else None
    if not found:
        return None
    title = text.removeprefix(name).strip()
    return Found(Speaker(found.speaker.name + title, found.speaker.office), found.blocks)


def _from_abroad(blocks: Sequence[Block], index: int, text: str) -> Found | None:
    """Return the speaker whose name is a transcription, the office below it being one abroad."""
    found = _with_office_below(blocks, index, text) if TRANSCRIBED.fullmatch(text) else None
    return found if found and country_of(found.speaker.office) else None


def _with_name_below(blocks: Sequence[Block], index: int, office: str) -> Found | None:
    """Return the speaker of an office line that its name follows, where the name has no office of its own."""
    name = blocks[index + 1].text.strip() if index + 1 < len(blocks) else ""
    if not is_name(name) or not is_office(office) or not WORKPLACE.search(office):
        return None
    if _with_office_below(blocks, index + 1, name):
        return None
    return Found(Speaker(tidy_name(name), unspaced(office)), 2)


def _organization_below(blocks: Sequence[Block], index: int) -> str:
    """Return the organization under a name with a bare position (李霞 教授), or an empty text."""
    text = blocks[index].text.strip() if index < len(blocks) else ""
    return text if is_office(text, whole=False) and ORGANIZATION_END.search(text) else ""


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

    A Han name is set off by a space (耿 聪 外交部…, 查道炯 北京大学…; 某部司长 周军), a mark (周军，…司司长) or
    brackets around the office; a foreign name may follow its office directly.
    """
    latin = LATIN_THEN_HAN.fullmatch(text)
    if latin:
        return latin["name"], latin["office"]
    words = text.split()
    for taken in (2, 1):
        name = " ".join(words[:taken])
        office = " ".join(words[taken:])
        if office and _is_of(name, office) and (taken == 1 or len(words[0]) == 1):
            return name, office
    for taken in (2, 1):
        name, office = " ".join(words[-taken:]), " ".join(words[:-taken])
        if (
            _is_of(name, office)
            and is_office(office)
            and (taken == 1 or len(words[-1]) == len(words[-2]) == 1)
        ):
            return name, office
    run_on = OFFICE_THEN_FOREIGN_NAME.fullmatch(text)
    if run_on and is_office(run_on["office"]) and WORKPLACE.search(run_on["office"]):
        return run_on["name"], run_on["office"]
    bracketed = NAME_AND_BRACKETS.fullmatch(text)
    if bracketed and is_name(bracketed["name"]) and is_office(bracketed["office"]):
        return bracketed["name"].strip(), bracketed["office"]
    marked = re.fullmatch(r"([^，,：:]{2,20})[，,：:]\s*(.{4,})", text)
    if marked and is_name(marked[1]):
        return marked[1], marked[2]
    return None


def _is_of(name: str, office: str) -> bool:
    """Tell whether a text is a name: a Chinese one, a Latin one, or beside an office abroad a transcription."""
    return is_name(name) or bool(TRANSCRIBED.fullmatch(name) and is_office(office) and country_of(office))


def tidy_name(name: str) -> str:
    """Return a name without justification spaces; a family name in capitals is title-cased."""
    name = name.strip()
    if re.search(rf"[{HAN}]", name):
        return re.sub(r"\s+", "", name)
    return FAMILY_NAME_IN_CAPITALS.sub(lambda match: match[0].title(), re.sub(r"\s+", " ", name))
