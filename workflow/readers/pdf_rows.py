"""Rows of a PDF's page: the glyphs of one baseline as text, with the spaces that no glyph stands for."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from workflow.i18n import N_
from workflow.readers.docx_tree import READING
from workflow.readers.lines import Cut, raised
from workflow.units import HAN

JUSTIFICATION = N_("space of justification")
# Old forms too, which many PDF files hold in place of the character (workflow/clean/characters.py).
HAN_CHARACTER = re.compile(f"[{HAN}〇\\u2e80-\\u2fd5]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# Glyphs that are nearer than this, in parts of their size, are of one baseline.
SAME_BASE = 0.25
# A glyph set above or below the line is smaller than this part of the line's size.
SMALL = 0.88
# Gaps in parts of the size: a space between Latin words; between Han, over what all of them in the row are apart; one
# between anything; one that parts a row. Some programs write no space at all, they only move on.
WORD_GAP, HAN_GAP, ANY_GAP, WIDE_GAP = 0.15, 0.2, 0.8, 1.5
# No face has a space narrower than this: a narrower one was put in to fill the line.
NARROWEST_SPACE = 0.15
# Share of the places between Han with a space, from which the spaces are no words' own.
SPACED = 0.6
# The letters of a ligature, as ffi, all stand at its place.
LONGEST_LIGATURE = 2
# Pinyin or bopomofo; above a character it is at most so large.
PHONETIC = re.compile(
    r"[A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\u3100-\u312f\u02c7\u02ca\u02cb\u02d9\s'’]+"
)
RUBY = 0.65
NO_START = "，。、；：！？）》」』”’】〉…—％%,.;:!?)"
NO_END = "（《「『“‘【〈("


@dataclass(frozen=True, slots=True)
class Glyph:
    """Hold one character: where it starts and ends on its baseline, in points from the top left of the page."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    angle: int = 0
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one row of text on a page, or a piece of it; `head` is how wide its first unbreakable characters are.

    `cuts` are the spaces in it that fill the line; `parts` are the stretches that wide gaps part, where there are two or more.
    A picture is a row that ends at its lower edge.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    page: int
    head: float = 0.0
    cuts: tuple[Cut, ...] = ()
    parts: tuple["Row", ...] = ()
    picture: bool = False


def rows_of(glyphs: Iterable[Glyph], page: int) -> tuple[list[Row], list[str]]:
    """Return the pieces of rows of a page from top to bottom, and the texts that do not stand upright."""
    upright: list[Glyph] = []
    slanted: list[str] = []
    seen: dict[tuple[str, int, int], int] = {}
    angle = 0
    for number, glyph in enumerate(glyphs):
        place = (glyph.text, round(glyph.x0), round(glyph.base))
        if glyph.angle % 360:
            if glyph.angle != angle or not slanted:
                slanted.append("")
            slanted[-1] += glyph.text
        elif not glyph.text.isspace() and number - seen.get(place, number) > LONGEST_LIGATURE:
            continue  # printed twice for weight or shadow
        elif glyph.text not in "\r\n":
            upright.append(glyph)
        angle = glyph.angle
        seen.setdefault(place, number)
    rows = [_row(part, page) for line in _baselines(upright) for part in _parts(line)]
    return [row for row in rows if row.text.strip()], [text for text in slanted if text.strip()]


def _baselines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of each baseline, from top to bottom, each from left to right; raised ones with their line."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: one.base):
        line = lines[-1] if lines else None
        if line and glyph.base - line[0].base <= SAME_BASE * min(glyph.size, line[0].size):
            line.append(glyph)
        else:
            lines.append([glyph])
    return [sorted(line, key=lambda one: one.x0) for line in _attached(lines)]


def _attached(lines: list[list[Glyph]]) -> list[list[Glyph]]:
    """Return the lines with small raised and lowered figures taken into the line that they belong to."""
    kept: list[list[Glyph]] = []
    sizes = [median(glyph.size for glyph in line) for line in lines]
    bases = [median(glyph.base for glyph in line) for line in lines]
    ends = [sorted(glyph.x1 for glyph in line) for line in lines]
    taken: dict[int, list[Glyph]] = {}
    for n, line in enumerate(lines):
        rest = []
        for glyph in line:
            host = next((m for m in (n + 1, n - 1) if _sits_on(glyph, m, ends, sizes, bases)), None)
            if host is None:
                rest.append(glyph)
            else:
                text = raised(glyph.text) if host == n + 1 else glyph.text
                taken.setdefault(host, []).append(
                    Glyph(text, glyph.x0, glyph.x1, bases[host], sizes[host], glyph.bold)
                )
        kept.append(rest)
    return [whole for n, line in enumerate(kept) if (whole := [*line, *taken.get(n, ())])]


def _sits_on(
    glyph: Glyph, host: int, ends: Sequence[Sequence[float]], sizes: Sequence[float], bases: Sequence[float]
) -> bool:
    """Tell whether a small glyph stands right behind a character of a line, a little above or below it."""
    if not 0 <= host < len(ends) or glyph.size > SMALL * sizes[host]:
        return False
    rise = (bases[host] - glyph.base) / max(sizes[host], 1.0)
    after = bisect_left(ends[host], glyph.x0 - sizes[host])
    return -0.3 <= rise <= 0.6 and after < len(ends[host]) and ends[host][after] < glyph.x0 + sizes[host]


def _parts(line: list[Glyph]) -> list[list[Glyph]]:
    """Return a baseline cut where a gap without a glyph is wide."""
    parts: list[list[Glyph]] = []
    for glyph in line:
        if parts and glyph.x0 - parts[-1][-1].x1 <= ANY_GAP * max(glyph.size, parts[-1][-1].size):
            parts[-1].append(glyph)
        else:
            parts.append([glyph])
    return parts


def _row(glyphs: list[Glyph], page: int) -> Row:
    while len(glyphs) > 1 and glyphs[0].text.isspace():
        glyphs = glyphs[1:]
    while len(glyphs) > 1 and glyphs[-1].text.isspace():
        glyphs = glyphs[:-1]
    text, usual = glyphs[0].text, _usual_gap(glyphs)
    places: list[tuple[int, Glyph, Glyph]] = []
    before = glyphs[0]
    for glyph in glyphs[1:]:
        if glyph.text.isspace():
            text += glyph.text
            continue
        if not text[-1].isspace() and _needs_space(before, glyph, usual):
            text += " "
        if HAN_CHARACTER.match(before.text) and HAN_CHARACTER.match(glyph.text):
            places.append((len(text), before, glyph))
        text += glyph.text
        before = glyph
    shown = [glyph for glyph in glyphs if not glyph.text.isspace()] or glyphs
    return Row(
        text,
        glyphs[0].x0,
        shown[-1].x1,
        median(glyph.base for glyph in shown),
        median(glyph.size for glyph in shown),
        all(glyph.bold for glyph in shown),
        page,
        _head(glyphs),
        tuple(_justification(text, places)),
    )


def _needs_space(before: Glyph, after: Glyph, usual: float) -> bool:
    """Tell whether the gap between two glyphs is a space that the file only moved over.

    Between Han and Latin there is none: programs set them apart of their own accord.
    """
    gap = _gap(before, after)
    if before.text.isascii() and after.text.isascii():
        return gap > WORD_GAP
    if HAN_CHARACTER.match(before.text) and HAN_CHARACTER.match(after.text):
        return gap > usual + HAN_GAP
    return gap > ANY_GAP


def _gap(before: Glyph, after: Glyph) -> float:
    return (after.x0 - before.x1) / max(after.size, 1.0)


def _usual_gap(glyphs: Sequence[Glyph]) -> float:
    """Return how far apart neighbouring Han of a row are set, in parts of the size: letter-spacing, justification."""
    gaps = [
        _gap(before, after)
        for before, after in pairwise(glyphs)
        if HAN_CHARACTER.match(before.text) and HAN_CHARACTER.match(after.text)
    ]
    return max(0.0, sorted(gaps)[len(gaps) // 4]) if len(gaps) > 1 else max([0.0, *gaps])


def _justification(text: str, places: Sequence[tuple[int, Glyph, Glyph]]) -> Iterable[Cut]:
    """Yield the spaces between Han that fill the line: nearly everywhere, or narrower than a space can be."""
    spaced = [one for one in places if text[one[0] - 1].isspace()]
    often = len(spaced) >= 3 and len(spaced) >= SPACED * len(places)
    for end, before, after in spaced:
        gap = _gap(before, after)
        if gap < NARROWEST_SPACE or (often and gap < ANY_GAP):
            start = len(text[:end].rstrip())
            yield Cut(start, end, JUSTIFICATION)


def _head(glyphs: Sequence[Glyph]) -> float:
    """Return how wide the characters are that cannot be parted at the beginning of a row."""
    end = glyphs[0].x1
    for before, glyph in pairwise(glyphs):
        word = not glyph.text.isspace() and before.text.isascii() and glyph.text.isascii()
        if not (word or glyph.text in NO_START or before.text in NO_END):
            break
        end = glyph.x1
    return end - glyphs[0].x0


def merged(rows: Sequence[Row]) -> list[Row]:
    """Return rows from top to bottom, the pieces of one baseline as one row, two spaces in wide gaps."""
    lines: list[list[Row]] = []
    for row in sorted(rows, key=lambda one: (one.base, one.x0)):
        last = lines[-1][-1] if lines else None
        same = last and abs(row.base - last.base) <= SAME_BASE * max(row.size, last.size)
        if last and same and not (row.picture or last.picture):
            lines[-1].append(row)
        else:
            lines.append([row])
    return [_whole(sorted(line, key=lambda one: one.x0)) for line in lines]


def _whole(pieces: Sequence[Row]) -> Row:
    parts = [pieces[0]]
    for row in pieces[1:]:
        if row.x0 - parts[-1].x1 > WIDE_GAP * row.size:
            parts.append(row)
        else:
            parts[-1] = _beside(parts[-1], row, " ")
    whole = parts[0]
    for row in parts[1:]:
        whole = _beside(whole, row, "  ")
    return replace(whole, parts=tuple(parts)) if len(parts) > 1 else whole


def readings(pages: Sequence[Sequence[Row]]) -> dict[int, str]:
    """Return why a row is no text, by the row's identity: small letters right above the characters that they are for."""
    found: dict[int, str] = {}
    for rows in pages:
        for row, below in ((row, below) for row in rows if PHONETIC.fullmatch(row.text) for below in rows):
            over = 0 < below.base - row.base <= 1.6 * below.size and row.size <= RUBY * below.size
            inside = below.x0 - below.size <= row.x0 and row.x1 <= below.x1 + below.size
            if over and inside and not below.picture:
                found[id(row)] = READING
    return found


def _beside(first: Row, second: Row, between: str) -> Row:
    base = len(first.text) + len(between)
    cuts = (*first.cuts, *(Cut(c.start + base, c.end + base, c.reason, c.after) for c in second.cuts))
    long = first if len(first.text) >= len(second.text) else second
    return Row(
        first.text + between + second.text,
        first.x0,
        max(first.x1, second.x1),
        long.base,
        long.size,
        first.bold and second.bold,
        first.page,
        first.head,
        cuts,
    )
