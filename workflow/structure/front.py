"""Read the front matter of a bulletin: masthead, series, issue line, date, and the title over one or two lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from workflow.bulletin import Block, Issue, Masthead
from workflow.i18n import N_
from workflow.structure import masthead
from workflow.structure.frontlines import ENGLISH_PARTS, Lines
from workflow.structure.masthead import first_body, speaks
from workflow.structure.patterns import (
    BODY_LABEL,
    DATE,
    LONGEST_FRONT_LINE,
    NOTICE,
    NUMBERED_HEADING,
    NUMERAL,
    PUBLISHED_BY,
    SENTENCE,
    TERMINAL,
    is_body,
    tidy,
)
from workflow.units import HAN

MOST_TITLE_LINES = 3
DAY_OR_MONTH = re.compile(rf"{DATE.pattern}|[\d〇○零一二三四五六七八九]{{4}}\s*年\s*{NUMERAL}\s*月\s*[刊号]?")
LONGEST_TITLE = 90
# A gap between Han, with the characters on both sides.
GAP = re.compile(rf"(?<=(?P<before>[{HAN}]{{3}})) (?=(?P<after>[{HAN}]{{3}}))")
NOTE = re.compile(r"(?:编者按|编者的话|按语)\s*[：:]?")
UNSAID = N_("part of the front matter that no field holds")
# Series that are headings as well: inside the body they name no series.
HEADING_LIKE = re.compile(r"动\s*态|信息|要\s*情|[简快]\s*讯|[特专月季]\s*刊")
# Names of series that are documents as well: right above the issue line they name the series.
SERIES_ABOVE_ISSUE = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:通\s*报|公\s*报|日\s*报|旬\s*报|参\s*考|要\s*览|信\s*息|摘\s*编)"
)


@dataclass(slots=True)
class Front:
    """Collect what the front matter says, the slot of each block it took, and the words of those that no field says."""

    masthead: Masthead = field(default_factory=Masthead)
    issue: Issue | None = None
    date: str | None = None
    title: str | None = None
    blocks: dict[int, str] = field(default_factory=dict)
    unsaid: list[tuple[int, str]] = field(default_factory=list)


def find(blocks: Sequence[Block], taken: set[int], names: Sequence[str]) -> Front:
    """Return the front matter; `taken` are blocks already placed, `names` organizations known from elsewhere."""
    front = Front()
    lines = Lines()
    first = first_body(blocks, taken)
    for i, block in enumerate(blocks):
        text = block.text.strip()
        if i not in taken and not is_body(text) and not (i > first and HEADING_LIKE.search(text)):
            slot = lines.take(text)
            if slot:
                front.blocks[i] = slot
    lines.series = lines.series or _series_above_issue(blocks, taken, front, first)
    front.issue, front.date = lines.issue(), lines.date
    for i, block in enumerate(blocks):
        slot = next((s for pattern, s in ENGLISH_PARTS if pattern.fullmatch(block.text.strip())), None)
        # Newsletter at the head says what the series is, with or without its Chinese.
        known = slot in front.blocks.values() or (slot == "masthead/series" and i < first)
        if slot and i not in taken and known:
            front.blocks[i] = slot
    aside = _beside_the_title(blocks, taken | set(front.blocks), first)
    front.blocks |= dict.fromkeys(aside, "issue")
    front.unsaid = [(i, blocks[i].text.strip()) for i in aside]
    front.unsaid += [
        (i, words) for i in front.blocks if i not in aside for words in lines.unsaid(blocks[i].text.strip())
    ]
    name_zh, name_en = masthead.find(blocks, taken | set(front.blocks), names, front.blocks)
    front.masthead = Masthead(name_zh or lines.publisher, name_en, lines.series)
    if name_zh and lines.publisher and lines.publisher not in name_zh:
        said_by = next(i for i in front.blocks if lines.publisher in blocks[i].text)
        front.unsaid.append((said_by, lines.publisher))
    _title(blocks, taken, front)
    return front


def _beside_the_title(blocks: Sequence[Block], taken: set[int], first: int) -> list[int]:
    """Return the lines before the body that say who may read it or whose it is with a label, and are no title."""
    texts = ((i, blocks[i].text.strip()) for i in range(first) if i not in taken)
    return [i for i, text in texts if NOTICE.fullmatch(text) or PUBLISHED_BY.fullmatch(text)]


def _series_above_issue(blocks: Sequence[Block], taken: set[int], front: Front, first: int) -> str | None:
    """Return the series that the line above the issue line names, where lines for a title are left below."""
    issue = next((i for i, slot in front.blocks.items() if slot == "issue"), 0)
    left = any(i not in taken and i not in front.blocks for i in range(issue + 1, first))
    if not issue or not left or issue - 1 in taken | set(front.blocks):
        return None
    text = tidy(blocks[issue - 1].text)
    if not SERIES_ABOVE_ISSUE.fullmatch(text):
        return None
    front.blocks[issue - 1] = "masthead/series"
    return re.sub(r"\s+", "", text)


def _title(blocks: Sequence[Block], taken: set[int], front: Front) -> None:
    """Find the title: the short lines before the body, else those beside the masthead lines inside it."""
    days = {i for i, block in enumerate(blocks) if DAY_OR_MONTH.fullmatch(block.text.strip())}
    used = taken | set(front.blocks) | days
    first = first_body(blocks, used)
    run = list(
        takewhile(lambda i: not _opens_body(blocks, i, front), (i for i in range(first) if i not in used))
    )
    if not run and first < len(blocks) and first - 1 in front.blocks and _long_title(blocks[first].text):
        run = [first]
    if not run and first < len(blocks) and NOTE.match(blocks[first].text.strip()):
        run = _run_below(blocks, used, front, first)
    if not run and front.blocks:
        run = _run_beside(blocks, used, front)
    run = run[:MOST_TITLE_LINES]
    levels = {blocks[i].look.level for i in run} - {0}
    if levels:
        top = min(levels)
        run = [i for i in run if blocks[i].look.level in (0, top)]
    if not run:
        return
    title = tidy("".join(_with_space(blocks[i].text) for i in run))
    front.title = _closed_up(title, [block.text for i, block in enumerate(blocks) if i not in run])
    front.blocks |= dict.fromkeys(run, "title")


def _run_below(blocks: Sequence[Block], used: set[int], front: Front, note: int) -> list[int]:
    """Return the run of short lines below an editor's note, which stands above the title, and above more running text."""
    start = next((i for i in range(note + 1, len(blocks)) if not is_body(blocks[i].text)), len(blocks))
    run = list(takewhile(lambda i: i not in used and _titular(blocks, i, front), range(start, len(blocks))))
    below = start + len(run)
    return run if run and below < len(blocks) and is_body(blocks[below].text) else []


def _closed_up(title: str, texts: Sequence[str]) -> str:
    """Return a title without the spaces over which the text writes on: what stood there was the end of a line."""
    return GAP.sub(
        lambda gap: "" if any(gap["before"] + gap["after"] in text for text in texts) else " ", title
    )


def _opens_body(blocks: Sequence[Block], index: int, front: Front) -> bool:
    """Tell whether a short line before the first sentence begins the body: a heading, a speaker, an item, a label."""
    text = blocks[index].text.strip()
    return bool(
        NUMBERED_HEADING.match(text)
        or BODY_LABEL.fullmatch(text)
        or blocks[index].look.list_item
        or speaks(blocks, index, front.blocks)
    )


def _with_space(line: str) -> str:
    """Return a title line, a space after it where Latin letters would touch the next."""
    return line + " " if line[-1:].isascii() and line[-1:].isalpha() else line


def _run_beside(blocks: Sequence[Block], used: set[int], front: Front) -> list[int]:
    """Return the run of short open-ended lines next to a masthead line in the middle of the text."""
    for anchor in sorted(front.blocks):
        for step in (-1, 1):
            run: list[int] = []
            i = anchor + step
            while 0 <= i < len(blocks) and (i in used or _titular(blocks, i, front)):
                if i not in used:
                    run.append(i)
                i += step
            if run:
                return sorted(run)
    return []


def _titular(blocks: Sequence[Block], index: int, front: Front) -> bool:
    text = blocks[index].text
    return not is_body(text) and not TERMINAL.search(text) and not _opens_body(blocks, index, front)


def _long_title(text: str) -> bool:
    """Tell whether a line that reads like running text may be a title: one long phrase, or one cry or question."""
    short = (
        len(text) <= LONGEST_FRONT_LINE and re.search(r"[！？]$", text) and len(SENTENCE.findall(text)) == 1
    )
    long = len(text) <= LONGEST_TITLE and not re.search(r"[。！？，；]", text)
    return bool(short or long)
