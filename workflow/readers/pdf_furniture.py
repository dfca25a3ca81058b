"""What repeats on the pages of a PDF and is no text: running headers, footers, page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from workflow.readers.docx import FOOTER, HEADER
from workflow.readers.pdf_rows import HAN_CHARACTER, Row, merged

# So many rows from the top and from the bottom of a page may be furniture.
DEEPEST = 3
# On two pages it stands at the same height, in points.
SAME_HEIGHT = 4.0
LONGEST = 60
SENTENCE = re.compile(r"[。；！？]")
NUMBER = re.compile(r"第\s*[\d一二三四五六七八九十]+\s*[页頁]|[\d]+")
OWN_NUMBER = re.compile(
    r"第\s*(\d+)\s*[页頁]|(?<!\d)[-—–－·]\s*(\d+)\s*[-—–－·](?!\d)|(?<![\d/])(\d+)\s*/\s*\d{1,3}(?![\d/])|[Pp]age\s+(\d+)"
)
ADDRESS = re.compile(r"(?:https?|file)://\S+")
# What a browser prints above a page: the day and the time of printing.
STAMP = re.compile(r"\d{1,4}/\d{1,2}/\d{1,4},?\s+\d{1,2}:\d{2}(?:\s*[AP]M)?\b")
# A name of so many Han at the head of the first page, and such a word behind it: a running header.
SHORTEST_NAME = 4
HEAD = 8
MASTHEAD = re.compile(
    r"[简簡快]\s*[报報]|通[讯訊]|[专期月季]刊|第#期|(?:中心|[学院]院|研究[院所]|[协学]会|委员会|基金会|[部局厅])$"
)
SERIES = re.compile(r"[简簡快]\s*[报報]|通[讯訊]|[专期月季]刊|动态|信息|资料|第#期")


def furniture(pages: Sequence[Sequence[Row]]) -> dict[int, str]:
    """Return why a row is no text, by the row's identity.

    A row at the edge of a page is furniture where the same words, figures apart, stand on another page at the same
    height, where it counts the page itself, where it is a browser's stamp, and at the top of a later page where it repeats a
    name from the head of the first with the series. Only what lies outside of all that is kept on a page can be
    furniture. A header stays where it first stands if nothing else on that page says it: a masthead looks the same.
    """
    reasons: dict[int, str] = {}
    head = merged([row for row in pages[0] if not row.picture])[:HEAD] if pages else []
    edges = [(list(_edge(rows)), list(_edge(rows, from_top=False))) for rows in pages]
    for side, reason in enumerate((HEADER, FOOTER)):
        standing: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, edge in enumerate(edges):
            for row in chain(*edge[side]):
                standing[_masked(row.text)].append((number, row.base))
        for number, edge in enumerate(edges):
            for line in edge[side]:
                whole = _text(line)
                if len(whole) > LONGEST or SENTENCE.search(whole):
                    break
                repeated = all(_repeats(row, standing[_masked(row.text)]) for row in line)
                counted = _counts(whole, number)
                named = side == 0 and number > 0 and _names(whole, head)
                stamped = side == 0 and STAMP.match(whole)
                if not (repeated or counted or named or stamped):
                    break
                if side == 0 and number == 0 and not (counted or stamped) and _alone(line, pages[0]):
                    continue
                reasons |= dict.fromkeys(map(id, line), reason)
    return reasons


def _edge(rows: Sequence[Row], *, from_top: bool = True) -> Iterator[list[Row]]:
    """Yield the outermost lines of a page, each as its rows, from the edge inwards."""
    texts = [row for row in rows if not row.picture]
    lines = merged(texts)
    for line in lines[:DEEPEST] if from_top else lines[: -DEEPEST - 1 : -1]:
        yield [row for row in texts if abs(row.base - line.base) <= row.size / 2]


def _text(line: Sequence[Row]) -> str:
    return " ".join(row.text for row in line)


def _masked(text: str) -> str:
    return NUMBER.sub("#", "".join(text.split()))


def _repeats(row: Row, standing: Iterable[tuple[int, float]]) -> bool:
    """Tell whether what a row says stands at the same height on another page; `standing` are its pages and heights."""
    return any(number != row.page and abs(row.base - base) <= SAME_HEIGHT for number, base in standing)


def _counts(text: str, number: int) -> bool:
    """Tell whether a row is at most a short name beside the number of its own page."""
    text = ADDRESS.sub("", text)
    match = OWN_NUMBER.search(text)
    if match is None or str(number + 1) not in match.groups():
        return False
    return len(text) - len(match[0]) < LONGEST // 2


def _names(text: str, head: Sequence[Row]) -> bool:
    """Tell whether a line says only what the head of the first page says, or a name from there with the series."""
    chunks = {chunk for row in head for chunk in row.text.split()}
    words = _masked(text)
    return all(chunk in chunks for chunk in text.split()) or any(
        len(name) >= SHORTEST_NAME
        and HAN_CHARACTER.match(name)
        and words.startswith(name)
        and SERIES.search(words)
        for name in (_masked(row.text) for row in head)
    )


def _alone(line: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Tell whether a line names the publisher or the series, and nothing else on its page does."""
    rest = "".join(_masked(row.text) for row in rows if row not in line)
    texts = [_masked(row.text) for row in line]
    return any(MASTHEAD.search(text) and text not in rest for text in texts)
