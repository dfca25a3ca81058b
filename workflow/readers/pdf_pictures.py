"""Pictures of a PDF: a row of its page for each, then the line of the document that it becomes."""

import base64
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from workflow.readers.docx_tree import PICTURE
from workflow.readers.lines import Line, picture_line
from workflow.readers.pdf_rows import Row
from workflow.readers.pictures import DECORATION, Pictures, told

# The share of a page that a picture behind the text covers.
BACKGROUND = 0.8

Page = dict[str, Any]


def boxes(page: Page, number: int, *, has_text: bool) -> Iterator[Row]:
    """Yield the pictures of a page as rows; one behind all of its text is its background or its scan."""
    for count, (x0, y0, x1, y1) in enumerate(page["pictures"], 1):
        covers = (x1 - x0) * (y1 - y0) > BACKGROUND * page["width"] * page["height"]
        if not (has_text and covers):
            yield Row(_name(number, count), x0, x1, y1, 10.0, False, number, picture=True)


def _name(page: int, count: int) -> str:
    return f"![](page {page + 1}, picture {count})"


def lines_of(pages: Sequence[Page], names: Iterable[str], pictures: Pictures) -> dict[str, Line]:
    """Return the line of each picture by its name; one that stands on two pages or more decorates them."""
    files = {
        _name(n, count): (box, data, alt)
        for n, page in enumerate(pages)
        for count, (box, (data, alt)) in enumerate(zip(page["pictures"], page["files"], strict=True), 1)
    }
    shown = {(n, data) for n, page in enumerate(pages) for data, _alt in page["files"] if data}
    pages_of = Counter(data for _n, data in shown)
    lines: dict[str, Line] = {}
    for name in names:
        (x0, y0, x1, y1), data, alt = files[name]
        reason, number = (DECORATION, None) if pages_of[data] > 1 else (PICTURE, None)
        short = name.removeprefix("![](").removesuffix(")")
        if data and pages_of[data] == 1:
            number, why = pictures.take(base64.b64decode(data), short, (x1 - x0, y1 - y0))
            reason = why or PICTURE
        alt = " ".join(alt.replace("[", "(").replace("]", ")").split())
        if number is None:
            lines[name] = Line(name, reason=reason)
        else:
            lines[name] = picture_line(number, alt, told(alt), short, PICTURE)
    return lines
