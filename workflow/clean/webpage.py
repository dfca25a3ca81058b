"""Take out what a text copied from a web page brings along: paths, bylines, switches, neighbours, footers.

Only lines above the first and below the last paragraph of the text are looked at, and only whole lines. A row of
RULES that is `sure` proves by itself that the text comes from a page; the others count only beside such a proof.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - a type beside a word of the same name
from typing import Literal

from workflow.bulletin import Block, Document, Removed
from workflow.clean.webwords import FOOTERS, LABELS, MENU, RELATED, TOOLS
from workflow.i18n import N_

Where = Literal["above", "below", "edge"]
BYLINE = N_("byline")
FOOTER = N_("footer of a page")
# A line of a footer that holds one of these may be the office's own: it stays.
CONTACT = re.compile(r"地\s*址|电\s*话|传\s*真|邮\s*[编箱]|网\s*址|www\.|@")
SHORTEST_PARAGRAPH = 25
LONGEST_LINE = 120
LONGEST_HEADLINE = 60
# Reasons that the reader of pages gives: a document that has one comes from a page.
OF_A_PAGE = ("outside the article", BYLINE)
SENTENCE = re.compile(r"[。！？；]")
# Groups and repeats that hand nothing back: what does not match is told at once, whatever the line.
BETWEEN = r"[\s|｜/·，、；：:【】\[\]（）()<>《》»-]*+"
DAY = r"(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?"
CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
SIZE = "特大|超大|较大|默认|标准|正常|放大|缩小|大|中|小|A\\+|A-"
SIZES = rf"(?:(?:字体|字号|文字)(?:大小)?)?{BETWEEN}(?:(?:{SIZE}){BETWEEN}){{2,}}+"


def _any(*words: str) -> str:
    return f"(?>{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"


TOOL = _any(*TOOLS)
ITEM = _any(*MENU, *TOOLS)


def _labelled(kind: str, value: str) -> str:
    return rf"(?P<{kind}>{_any(*LABELS[kind])}\s*[：:]\s*{value})"


# One part of a byline; the name of a group is its kind.
PART = re.compile(
    "|".join(
        (
            _labelled("when", rf"{DAY}(?:\s*(?:{CLOCK}))?"),
            _labelled("count", r"(?:\d[\d,]*\s*次?|加载中|loading)?"),
            _labelled("source", r"[^\s：:|｜【\[]{1,40}"),
            _labelled("imprint", r"[^\s：:|｜【\[]{1,12}"),
            rf"(?P<time>{DAY}\s*{CLOCK})|(?P<day>{DAY})|(?P<sizes>{SIZES})",
            r"(?P<reads>(?:阅读|浏览)(?:量|次数)?\s*\d+\s*次?)",
            rf"(?P<tool>{TOOL})",
        )
    ),
    re.IGNORECASE,
)
GAP = re.compile(BETWEEN)


@dataclass(frozen=True, slots=True)
class Rule:
    """Name a kind of line that belongs to a page: its reason, its words, where it stands, whether it is proof."""

    reason: str
    pattern: re.Pattern[str]
    where: Where
    sure: bool


PATH = (
    r"(?:[^。]{0,8}位置\s*[：:]?\s*)?[首主]页\s*(?:[>＞»›→]+|-+>|/)\s*.{1,80}",
    r"[^。]{0,8}位置\s*[：:].*[>＞»›→].*",
)
LEGAL = r".*(?:版权所有|Copyright|©|All Rights Reserved|技术支持\s*[：:]).*"
NEIGHBOUR = r"\W*[上下前后]一[篇条则个](?:文章|新闻)?"
RULES: tuple[Rule, ...] = (
    Rule(N_("path of a page"), re.compile("|".join(PATH)), "above", True),
    Rule(
        N_("menu of a page"),
        re.compile(rf"(?:网站)?首\s*页{BETWEEN}(?:{ITEM}{BETWEEN}){{2,}}+"),
        "edge",
        True,
    ),
    Rule(N_("neighbours of an article"), re.compile(rf"{NEIGHBOUR}\s*(?:[：:>»].*)?"), "below", True),
    Rule(N_("size of letters"), re.compile(rf"{BETWEEN}{SIZES}(?:{TOOL}{BETWEEN})*+"), "edge", True),
    Rule(N_("tools of a page"), re.compile(rf"{BETWEEN}(?:{TOOL}{BETWEEN}){{2,}}+"), "edge", True),
    Rule(N_("tools of a page"), re.compile(r"(?:一键)?分享(?:到|至)\s*[：:]?.{0,40}"), "edge", True),
    Rule(N_("tools of a page"), re.compile(rf"{BETWEEN}{TOOL}{BETWEEN}"), "edge", False),
    Rule(FOOTER, re.compile(rf".*(?:{'|'.join(FOOTERS)}).*", re.IGNORECASE), "below", True),
    Rule(FOOTER, re.compile(LEGAL, re.IGNORECASE), "below", False),
)
# The name of an account and the time, as WeChat writes them over an article; the place may follow.
POSTED = re.compile(
    rf"[^。：:]{{0,40}}?\d{{4}}-\d\d-\d\d \d\d:\d\d(?:\s*[\u4e00-\u9fff]{{2,4}})?|{DAY}\s*{CLOCK}"
)
RELATED_HEADING = re.compile(rf"[\W]*(?:{'|'.join(RELATED)})\s*[：:]?")
HEADLINE = re.compile(rf"[·•◆■>»].*|.*{DAY}\W*|.*\d{{2}}-\d{{2}}\W*")
NEIGHBOUR_ALONE = re.compile(rf"{NEIGHBOUR}\s*[：:]?")
MENU_LINE = re.compile(rf"{BETWEEN}(?:{ITEM}{BETWEEN})++|[>＞»›|]")
LEAST_MENU = 3


def remove_page_furniture(document: Document) -> Document:
    """Return the document without what stood around the article on its page; a byline's day becomes a setting."""
    blocks = document.blocks
    bounds = _paragraphs(blocks)
    if bounds is None:
        return document
    reasons = _reasons(blocks, *bounds, proven=any(one.reason in OF_A_PAGE for one in document.removed))
    if not any(reasons):
        return document
    removed = [
        Removed(block.raw, reason, block.spans)
        for block, reason in zip(blocks, reasons, strict=True)
        if reason
    ]
    kept = tuple(block for block, reason in zip(blocks, reasons, strict=True) if not reason)
    day = next(
        filter(None, (_day(b.text) for b, r in zip(blocks, reasons, strict=True) if r == BYLINE)), None
    )
    settings = document.settings
    if day and "published" not in dict(settings):
        settings = (*settings, ("published", day))
    return replace(document, blocks=kept, removed=(*document.removed, *removed), settings=settings)


def _paragraphs(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Return the first and the last block of running text, None where there is none."""
    running = [
        i
        for i, block in enumerate(blocks)
        if block.look.picture is None
        and len(block.text) >= SHORTEST_PARAGRAPH
        and SENTENCE.search(block.text)
    ]
    return (running[0], running[-1]) if running else None


def _reasons(blocks: Sequence[Block], first: int, last: int, *, proven: bool) -> list[str]:
    """Return why each block is part of the page and not of the text, "" for the text's own."""
    found: list[tuple[str, bool]] = [("", False)] * len(blocks)
    for i, block in enumerate(blocks):
        if not block.look.cell and block.look.picture is None and (i < first or i > last):
            found[i] = _kind(block.text.strip(), "above" if i < first else "below")
    for run in _menus(blocks, first, last):
        for i in run:
            found[i] = (N_("menu of a page"), True)
    for i in range(last + 1, len(blocks)):
        if found[i] == (BYLINE, False) and any(
            CONTACT.search(b.text) for b in (blocks[i - 1], *blocks[i + 1 : i + 2])
        ):
            found[i] = ("", False)  # an imprint in the office's own contact block
    proven = proven or any(sure for _reason, sure in found)
    reasons = [reason if proven else "" for reason, _sure in found]
    if proven:
        _followers(blocks, last, reasons)
    return reasons


def _kind(text: str, side: Where) -> tuple[str, bool]:
    if len(text) > LONGEST_LINE:
        return "", False
    for rule in RULES:
        if rule.where in (side, "edge") and rule.pattern.fullmatch(text):
            if CONTACT.search(text) and rule.reason == FOOTER:
                continue
            return rule.reason, rule.sure
    if side == "above" and POSTED.fullmatch(text):
        return BYLINE, True
    kinds = _byline(text)
    if kinds <= {"tool"} or kinds <= {"day", "when"}:
        return "", False
    if kinds == {"imprint"}:
        return (BYLINE, False) if side == "below" else ("", False)
    dated = "source" in kinds and kinds & {"day", "when"}
    return BYLINE, bool(dated or kinds & {"count", "time", "reads"})


def _byline(text: str) -> set[str]:
    """Return the kinds of the parts that a line is made of, none where anything else stands in it."""
    kinds: set[str] = set()
    at = GAP.match(text).end()  # type: ignore[union-attr] # the pattern matches the empty text
    while at < len(text):
        part = PART.match(text, at)
        if not part or part.end() == at or not part.lastgroup:
            return set()
        kinds.add(part.lastgroup)
        at = GAP.match(text, part.end()).end()  # type: ignore[union-attr] # the same
    return kinds


def _menus(blocks: Sequence[Block], first: int, last: int) -> list[list[int]]:
    """Return the runs of lines that hold items of a menu only, the home page among them."""
    runs: list[list[int]] = [[]]
    for i, block in enumerate(blocks):
        outside = i < first or i > last
        if outside and 0 < len(block.text) <= LONGEST_LINE and MENU_LINE.fullmatch(block.text.strip()):
            runs[-1].append(i)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) >= LEAST_MENU and any("首页" in blocks[i].text for i in run)]


def _followers(blocks: Sequence[Block], last: int, reasons: list[str]) -> None:
    """Mark what belongs to a line already marked: the neighbour's headline, the headlines under a heading of links."""
    listed = False
    for i in range(last + 1, len(blocks)):
        text = blocks[i].text.strip()
        if reasons[i]:
            listed = False
        elif RELATED_HEADING.fullmatch(text):
            reasons[i], listed = N_("links of a page"), True
        elif len(text) <= LONGEST_HEADLINE and (
            (listed and HEADLINE.fullmatch(text)) or NEIGHBOUR_ALONE.fullmatch(blocks[i - 1].text.strip())
        ):
            reasons[i] = N_("links of a page")
        else:
            listed = False


def _day(text: str) -> str | None:
    match = re.search(r"((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})", text)
    try:
        return Date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None
