"""Paragraphs of a PDF: rows that go on in the next one, told by indents, leading, sizes and the room that a row left."""

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median, median_low

from workflow.i18n import N_
from workflow.readers.docx_breaks import ENDED
from workflow.readers.lines import Cut
from workflow.readers.pdf_columns import Stretch
from workflow.readers.pdf_rows import LATIN, Row

WRAPPED, HYPHEN = N_("wrapped line"), N_("hyphen at the end of a line")
# In parts of the size: what an indent is at least, how much room a full row may leave beside the next word.
INDENT, ROOM = 0.7, 1.0
SAME_SIZE = 0.08
# Rows further apart than the usual by this are of two paragraphs.
LEADING = 1.3
BULLET = re.compile(r"^[•●■◆▪‣◦○·\uf06c\uf0b7\uf075\uf06e]\s*(?=\S)")
RUNNING = re.compile(r"[，；。]")
NOTE = re.compile(r"^(?:[\[［【（(〔]?\d{1,2}[\]］】）)〕]?|[①-⑳*※¹²³⁴-⁹]|注[：:\d])")
# A size below this part of the body's is a footnote's; an inset beyond so many characters is a box of its own.
SMALLER, BOX = 0.92, 2.5
# No paragraph of print has more rows.
MOST_ROWS = 400
# A page with fewer rows in a column takes the edges of all pages.
FEWEST_ROWS = 8
# Rows this long beside the widest one tell where a column ends, if so many of them end there.
LONG, SEVERAL = 0.6, 0.3
MARKED = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳]|[•●■◆▪‣◦])")
BROKEN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]([-\u2010\u00ad])$")
COMPOUND = re.compile(r"[A-Za-z\u00c0-\u024f]+[-\u2010][A-Za-z\u00c0-\u024f]+")


@dataclass(frozen=True, slots=True)
class Edges:
    """Say where the text of a column begins and ends."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold a paragraph: its rows in reading order, whether a blank stands before it, the edges of its last column."""

    rows: tuple[Row, ...]
    blank: bool
    edges: Edges

    @property
    def centred(self) -> bool:
        """Tell whether every row stands in the middle of the column, free on both sides."""
        return all(centred(row, self.edges) for row in self.rows)


@dataclass(slots=True)
class Measures:
    """Hold what the pages have in common: the body's size, usual leading by column, edges by page and column."""

    size: float = 0.0
    leading: dict[int, float] = field(default_factory=dict)
    edges: dict[tuple[int, int], Edges] = field(default_factory=dict)


def measured(stretches: Iterable[Stretch]) -> Measures:
    """Return the measures of all pages."""
    found = Measures()
    by_size: Counter[float] = Counter()
    rows: defaultdict[tuple[int, int], list[Row]] = defaultdict(list)
    gaps: defaultdict[int, list[float]] = defaultdict(list)
    for stretch in stretches:
        for row in stretch.rows:
            by_size[round(row.size * 2) / 2] += 0 if row.picture else len(row.text)
            if not row.picture:
                rows[row.page, stretch.column].append(row)
    found.size = max(by_size, key=lambda size: by_size[size], default=0.0)
    for (_page, column), on_page in rows.items():
        for above, below in pairwise(on_page):
            if 0 < below.base - above.base < 3 * found.size and same_size(above, below):
                gaps[column].append((below.base - above.base) / above.size)
    # The usual leading is among the narrow ones: paragraphs may be apart, and be short.
    found.leading = {column: sorted(some)[len(some) // 10] for column, some in gaps.items()}
    whole: defaultdict[int, list[Row]] = defaultdict(list)
    for (_page, column), on_page in rows.items():
        whole[column] += on_page
    common = {column: _edges(some) for column, some in whole.items()}
    for (page, column), on_page in rows.items():
        found.edges[page, column] = _edges(on_page) if len(on_page) >= FEWEST_ROWS else common[column]
    return found


def _edges(rows: Sequence[Row]) -> Edges:
    """Return the edges of rows: the furthest right where several long rows end, the furthest left where several begin.

    A row that hangs out of the column does not move them; it is full anyway.
    """
    size = median_low(row.size for row in rows)
    rows = [row for row in rows if abs(row.size - size) <= SAME_SIZE * size]
    starts = sorted(row.x0 for row in rows)
    left, widest = starts[len(starts) // 20], max(row.x1 - row.x0 for row in rows)
    ends = sorted(row.x1 for row in rows if row.x1 - row.x0 >= LONG * widest)
    several = max(2, SEVERAL * len(ends))
    full = (end for end in reversed(ends) if bisect(ends, end + size) - bisect(ends, end - size) >= several)
    return Edges(left, next(full, ends[-1]))


def same_size(one: Row, other: Row) -> bool:
    """Tell whether two rows are set in one size."""
    return abs(one.size - other.size) <= SAME_SIZE * max(one.size, other.size)


def centred(row: Row, edges: Edges) -> bool:
    """Tell whether a row stands in the middle of its column, free on both sides."""
    left, right = row.x0 - edges.left, edges.right - row.x1
    return min(left, right) > INDENT * row.size and abs(left - right) <= row.size


def paragraphs(stretches: Sequence[Stretch], measures: Measures) -> list[Paragraph]:
    """Return the paragraphs of stretches in reading order; a picture is one of its own."""
    found: list[Paragraph] = []
    held: list[Paragraph] = []
    notes = {id(row) for stretch in stretches for row in _notes(stretch.rows, measures.size)}
    for stretch in stretches:
        leading = measures.leading.get(stretch.column, 1.5)
        for row in stretch.rows:
            edges = measures.edges.get((row.page, stretch.column), Edges(row.x0, row.x1))
            last = found[-1] if found else None
            above = last.rows[-1] if last else None
            if row.picture:
                # A picture at the top of a page or column does not end a paragraph that goes on below it.
                held.append(Paragraph((row,), False, edges))
                continue
            if id(row) in notes:
                if held and not held[-1].rows[0].picture and not NOTE.match(row.text):
                    held[-1] = replace(held[-1], rows=(*held[-1].rows, row))
                else:
                    held.append(Paragraph((row,), True, edges))
                continue
            together = above is not None and above.page == row.page and above.base < row.base
            apart = together and above is not None and row.base - above.base > LEADING * leading * row.size
            if last and not apart and (not held or not together) and goes_on(last, row, edges):
                found[-1] = replace(last, rows=(*last.rows, row), edges=edges)
            else:
                found += [*held, Paragraph((row,), bool(apart or (held and together)), edges)]
                held = []
    return [*found, *held]


def _notes(rows: Sequence[Row], body: float) -> list[Row]:
    """Return the footnotes at the end of a stretch: small rows below all others, the first of them with its mark."""
    found: list[Row] = []
    for row in reversed(rows):
        if row.picture or row.parts or row.size >= SMALLER * body:
            break
        found.append(row)
    while found and not NOTE.match(found[-1].text):
        found.pop()
    return found if len(found) < len(rows) else []


def goes_on(above: Paragraph, row: Row, edges: Edges) -> bool:
    """Tell whether a paragraph goes on in the next row."""
    last = above.rows[-1]
    if (
        len(above.rows) >= MOST_ROWS
        or last.picture
        or not same_size(last, row)
        or last.parts
        or row.parts
        or BULLET.match(row.text)
    ):
        return False
    ended = ENDED.search(last.text) is not None
    inset = last.x0 - above.edges.left > BOX * row.size and abs(row.x0 - last.x0) < INDENT * row.size
    if inset and not ended and row.x1 <= last.x1 + row.size and RUNNING.search(last.text):
        return True
    if centred(last, above.edges) or (centred(row, edges) and len(above.rows) == 1):
        return False
    room = above.edges.right - last.x1 - row.head
    if room > ROOM * row.size:
        return False
    if last.bold != row.bold and ended:
        return False
    indented = row.x0 - edges.left > INDENT * row.size
    if not indented:
        return not (ended and MARKED.match(row.text))
    hanging = MARKED.match(above.rows[0].text) is not None and above.rows[0].x0 < row.x0 - INDENT
    level = abs((row.x0 - edges.left) - (last.x0 - above.edges.left)) < INDENT * row.size
    return hanging or (level and (not ended or len(above.rows) > 1))


def text_of(rows: Sequence[Row], compounds: frozenset[str]) -> tuple[str, tuple[Cut, ...]]:
    """Return the text of a paragraph, a line a row, and what is cut out of it; `compounds` keep their hyphens."""
    text, cuts = rows[0].text, list(rows[0].cuts)
    for above, row in pairwise(rows):
        hyphen = BROKEN_WORD.search(above.text)
        first = LATIN.match(row.text)
        if hyphen and first and row.text[0].islower() and not _compound(above.text, row.text, compounds):
            cuts.append(Cut(len(text) - 1, len(text) + 1, HYPHEN))
        else:
            between = " " if _apart(above.text[-1], row.text[0]) and not (hyphen and first) else ""
            cuts.append(Cut(len(text), len(text) + 1, WRAPPED, between))
        base = len(text) + 1
        text += "\n" + row.text
        cuts += [replace(cut, start=cut.start + base, end=cut.end + base) for cut in row.cuts]
    return text, tuple(cuts)


def compounds_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words with a hyphen inside a row, in small letters."""
    return frozenset(match[0].lower() for text in texts for match in COMPOUND.finditer(text))


def _compound(above: str, below: str, compounds: frozenset[str]) -> bool:
    """Tell whether a word parted at its hyphen stands elsewhere with it, or is an address."""
    first, second = above.rsplit(maxsplit=1)[-1], below.split(maxsplit=1)[0]
    if re.search(r"[@/\d]|\.\w", first + second):
        return True
    match = COMPOUND.search(first + second)
    return match is not None and match[0].lower() in compounds


def _apart(before: str, after: str) -> bool:
    """Tell whether a space stands between two rows: where Latin words or figures meet."""
    return before.isascii() and after.isascii() and before not in "-/(@" and after not in ").,;:!?%/"


def mean_size(rows: Sequence[Row]) -> float:
    """Return the size of a paragraph in points."""
    return median(row.size for row in rows)
