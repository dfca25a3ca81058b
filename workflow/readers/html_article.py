"""Decide which lines of a page are its article: the container of its sentences, its title, what belongs to both."""

import re
from collections.abc import Sequence

from workflow.i18n import N_
from workflow.readers.html_lines import Line, Page

OUTSIDE = N_("outside the article")
BYLINE = N_("byline")
SENTENCE = re.compile(r"[。！？；]")
# Share of the page's sentences that a container must hold for the article to be looked for inside it.
MOST = 0.8
LINKED = 0.3
INLINE_WEIGHT = 0.1
CLOSED = frozenset("p h1 h2 h3 h4 h5 h6 li ul ol dl pre blockquote".split())
SAYS_WHEN = re.compile(r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}|来源|來源|作者|供稿")
SHORTEST_TITLE = 6
LONGEST_TITLE = 120
MOST_LINES_TO_TITLE = 40


def left_out(page: Page) -> list[str]:
    """Return for every line of a page why it is no part of the article, "" for the article's own.

    The smallest container with four fifths of the page's sentences, links apart, is the article; it grows upwards
    while what its parent adds is plain text. The title is the nearest line above that the page's own title names, else
    the nearest heading, else the nearest that looks like one (large, bold, in an element called title). Of the lines
    between the two, and behind the article in the same container, plain text stays. A page without a sentence is
    taken whole.
    """
    lines = page.lines
    weights = _totals(page, [_weight(line) for line in lines])
    if not lines or not weights[0]:
        return [line.reason for line in lines]
    spans = _spans(page)
    node = _grown(page, spans, _densest(page, weights))
    first, end = spans[node]
    reasons = [OUTSIDE if line.aside or not first <= i < end else "" for i, line in enumerate(lines)]
    _trim(lines, reasons, range(first, end))
    _trim(lines, reasons, range(end - 1, first - 1, -1))
    title = _title(page, first, end)
    if title is not None:
        reasons[title:first] = [_beside(line) for line in lines[title:first]]
        reasons[title] = ""
    for i in range(end, spans[page.parents[node]][1]):
        if not lines[i].reason and not _plain(lines[i]):
            break
        reasons[i] = OUTSIDE if lines[i].picture else ""
    return [line.reason or reason for line, reason in zip(lines, reasons, strict=True)]


def _beside(line: Line) -> str:
    """Return why a line between title and article is left out: the page's line of source and time, or no plain text."""
    says = SAYS_WHEN.search(line.text)
    if says and line.around and not line.aside:
        return BYLINE
    return "" if says or _plain(line) else OUTSIDE


def _weight(line: Line) -> float:
    if line.reason or line.aside or line.picture:
        return 0.0
    return (len(line.text) - line.links) * (1.0 if SENTENCE.search(line.text) else INLINE_WEIGHT)


def _plain(line: Line) -> bool:
    """Tell whether a line may belong to an article by itself: few links, in no part of the page made for others."""
    return not line.aside and not line.around and line.links < len(line.text) * LINKED


def _totals(page: Page, weights: Sequence[float]) -> list[float]:
    totals = [0.0] * max(1, len(page.parents))
    for line, weight in zip(page.lines, weights, strict=True):
        totals[line.element] += weight
    for number in range(len(page.parents) - 1, 0, -1):
        totals[page.parents[number]] += totals[number]
    return totals


def _spans(page: Page) -> list[tuple[int, int]]:
    """Return the first and the end line of every element."""
    count = len(page.lines)
    first, end = [count] * len(page.parents), [0] * len(page.parents)
    for i, line in enumerate(page.lines):
        first[line.element] = min(first[line.element], i)
        end[line.element] = i + 1
    for number in range(len(page.parents) - 1, 0, -1):
        above = page.parents[number]
        first[above], end[above] = min(first[above], first[number]), max(end[above], end[number])
    return list(zip(first, end, strict=True))


def _densest(page: Page, weights: Sequence[float]) -> int:
    heaviest = list(range(len(page.parents)))
    for number in range(1, len(page.parents)):
        above = page.parents[number]
        best = heaviest[above]
        if page.tags[number] not in CLOSED and (best == above or weights[number] > weights[best]):
            heaviest[above] = number
    node = 0
    while heaviest[node] != node and weights[heaviest[node]] >= MOST * weights[0]:
        node = heaviest[node]
    return node


def _grown(page: Page, spans: Sequence[tuple[int, int]], node: int) -> int:
    while node:
        above = page.parents[node]
        (first, end), (start, stop) = spans[node], spans[above]
        added = [page.lines[i] for i in (*range(start, first), *range(end, stop))]
        if not all(line.reason or _plain(line) for line in added):
            break
        node = above
    return node


def _trim(lines: Sequence[Line], reasons: list[str], order: range) -> None:
    """Leave lists of links at an edge of the article out; a picture there is no link and ends no list."""
    for i in order:
        if lines[i].picture and not lines[i].links:
            continue
        if not lines[i].reason and lines[i].links * 2 < len(lines[i].text):
            return
        reasons[i] = OUTSIDE


def _title(page: Page, first: int, end: int) -> int | None:
    """Return the first line of the title above the article, None where the article holds its own or there is none."""
    lines = page.lines
    if any(_named(page, lines[i]) for i in range(first, end)):
        return None
    near = range(first - 1, max(-1, first - 1 - MOST_LINES_TO_TITLE), -1)
    above = [i for i in near if not lines[i].reason and not lines[i].aside and _titular(lines[i])]
    title = next((i for i in above if _named(page, lines[i])), None)
    if title is None and not any(lines[i].look.level == 1 for i in range(first, end)):
        headings = [i for i in above if lines[i].look.level in (1, 2)]
        title = next(iter(headings + [i for i in above if lines[i].titled and _plain(lines[i])]), None)
    while title and lines[title - 1].element == lines[title].element:
        title -= 1
    return title


def _titular(line: Line) -> bool:
    return line.links < len(line.text) * LINKED and len(line.text) <= LONGEST_TITLE and "。" not in line.text


def _named(page: Page, line: Line) -> bool:
    text = "".join(line.text.split())
    return len(text) >= SHORTEST_TITLE and any(text in "".join(title.split()) for title in page.titles)
