"""Read the front matter of a bulletin: masthead, series, issue line, date, and the title over one or two lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from workflow.bulletin import Block, Issue, Masthead
from workflow.structure.patterns import (
    DATE,
    ENGLISH_LINE,
    HAN,
    ISSUE,
    SENTENCE,
    SERIES,
    TERMINAL,
    number,
    tidy,
)

MOST_TITLE_LINES = 3
LONGEST_TITLE_LINE = 60


@dataclass(slots=True)
class Front:
    """Collect what the front matter says, and the slot of each block it took."""

    masthead: Masthead = field(default_factory=Masthead)
    issue: Issue | None = None
    date: str | None = None
    title: str | None = None
    blocks: dict[int, str] = field(default_factory=dict)


def find(blocks: Sequence[Block], taken: set[int], names: Sequence[str]) -> Front:
    """Return the front matter; `taken` are blocks already placed, `names` organizations known from elsewhere."""
    front = Front()
    series = None
    for i, block in enumerate(blocks):
        text = block.text.strip()
        if i in taken or is_body(text):
            continue
        issue, date = ISSUE.fullmatch(text), DATE.fullmatch(text)
        if issue and front.issue is None:
            year = issue["year"] or _year(blocks)
            front.issue = Issue(number(year), number(issue["number"])) if year else None
            front.blocks[i] = "issue"
        elif date and front.date is None:
            front.date = "-".join(
                (f"{number(date['year']):04}", f"{number(date['month']):02}", f"{number(date['day']):02}")
            )
            front.blocks[i] = "date"
        elif SERIES.fullmatch(text) and series is None and not TERMINAL.search(text):
            series = re.sub(r"\s+", "", text)
            front.blocks[i] = "masthead/series"
    name_zh, name_en = _masthead(blocks, taken | set(front.blocks), names, front)
    front.masthead = Masthead(name_zh, name_en, series)
    _title(blocks, taken, front)
    return front


def is_body(text: str) -> bool:
    """Tell whether a line is running text: it holds a sentence, or is long."""
    return SENTENCE.search(text) is not None or len(text) > LONGEST_TITLE_LINE


def _year(blocks: Sequence[Block]) -> str | None:
    dates = (DATE.fullmatch(b.text.strip()) for b in blocks)
    return next((d["year"] for d in dates if d), None)


def _first_body(blocks: Sequence[Block], taken: set[int]) -> int:
    return next((i for i, b in enumerate(blocks) if i not in taken and is_body(b.text)), len(blocks))


def _masthead(
    blocks: Sequence[Block], taken: set[int], names: Sequence[str], front: Front
) -> tuple[str | None, str | None]:
    """Return the publisher's names.

    They are a Latin line with a Han line above it, a line known from elsewhere, or the name that the about or
    contact block gives.
    """
    known = {_fold(name) for name in names}
    english = [
        i
        for i, b in enumerate(blocks)
        if i not in taken and ENGLISH_LINE.fullmatch(b.text.strip()) and len(b.text.split()) >= 3
    ]
    for i in english:
        above = blocks[i - 1].text.strip() if i and i - 1 not in taken else ""
        if re.search(rf"[{HAN}]", above) and not is_body(above):
            front.blocks |= {i - 1: "masthead/name_zh", i: "masthead/name_en"}
            return tidy(above), tidy(blocks[i].text)
    for i, block in enumerate(blocks[: _first_body(blocks, taken) + 1]):
        if i not in taken and _fold(block.text) in known:
            front.blocks[i] = "masthead/name_zh"
            return tidy(block.text), None
    return (names[0] if names else None), None


def _fold(text: str) -> str:
    return re.sub(r"[\s—–－-]", "", text)


def _title(blocks: Sequence[Block], taken: set[int], front: Front) -> None:
    """Find the title: the short lines before the body, else those beside the masthead lines inside it."""
    used = taken | set(front.blocks)
    first = _first_body(blocks, used)
    run = [i for i in range(first) if i not in used]
    if not run and front.blocks:
        run = _run_beside(blocks, used, sorted(front.blocks))
    run = run[:MOST_TITLE_LINES]
    levels = {blocks[i].look.level for i in run} - {0}
    if levels:
        top = min(levels)
        run = [i for i in run if blocks[i].look.level in (0, top)]
    if not run:
        return
    front.title = tidy("".join(_with_space(blocks[i].text) for i in run))
    front.blocks |= dict.fromkeys(run, "title")


def _with_space(line: str) -> str:
    """Return a title line, a space after it where Latin letters would touch the next."""
    return line + " " if line[-1:].isascii() and line[-1:].isalpha() else line


def _run_beside(blocks: Sequence[Block], used: set[int], anchors: list[int]) -> list[int]:
    """Return the run of short open-ended lines next to a masthead line in the middle of the text."""
    for anchor in anchors:
        for step in (-1, 1):
            run: list[int] = []
            i = anchor + step
            while 0 <= i < len(blocks) and (i in used or _titular(blocks[i].text)):
                if i not in used:
                    run.append(i)
                i += step
            if run:
                return sorted(run)
    return []


def _titular(text: str) -> bool:
    return not is_body(text) and not TERMINAL.search(text)
