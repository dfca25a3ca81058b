"""Which paragraphs of a review file are the writer's own: all others that stand in no row are an editor's.

Fixed words are known by their text. The masthead and the title change from bulletin to bulletin: a paragraph in
their styles is ours while it says only what the rows and the file's properties say as well.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from workflow.render import reviewtexts
from workflow.review.returned import Row
from workflow.review.wordtree import Paragraph, Text, accepted, tidy
from workflow.units import text_digest

_VARIABLE = frozenset("reviewline mastheadzh mastheaden series seriesen issueline title subtitle".split())
_BETWEEN = re.compile(r"[\t\n]|\s{2,}")
_WORD = re.compile(r"\w")
_NUMBERS = r"[\d\s·]*"


@dataclass(frozen=True, slots=True)
class Known:
    """Hold what a file says of its bulletin elsewhere: texts, the longest first, and digests of texts."""

    texts: tuple[str, ...]
    digests: frozenset[str]


def known_of(rows: Iterable[Row], properties: Mapping[str, str]) -> Known:
    """Return what the rows and the document properties say; the file is dated as the bulletin is."""
    listed = tuple(rows)
    texts = {text for row in listed for text in (row.source, row.target, row.rejected)}
    for name in ("title", "creator", "subject"):
        value = properties.get(name, "")
        texts |= {value, *re.split(" / |, ", value)}
    texts |= set(_dates(properties.get("created", "")))
    digests = {digest for row in listed for digest in (row.digest, row.base)}
    words = {text for text in map(tidy, texts) if _WORD.search(text)}
    return Known(tuple(sorted(words, key=lambda text: (-len(text), text))), frozenset(digests - {""}))


def _dates(written: str) -> Iterator[str]:
    """Yield a day as a masthead spells it (workflow/render/view.py)."""
    try:
        day = date.fromisoformat(written[:10])
    except ValueError:
        return
    yield f"{day.year}年{day.month}月{day.day}日"
    yield f"{day:%B} {day.day}, {day.year}"


def is_own(paragraph: Paragraph, known: Known) -> bool:
    """Tell whether a paragraph that stands in no row is the writer's, as he wrote it."""
    pieces = [piece for piece in paragraph.pieces if isinstance(piece, Text)]
    text = accepted(pieces)
    if not text or any(pattern.fullmatch(text) for pattern in _fixed()):
        return True
    if paragraph.style not in _VARIABLE:
        return False
    raw = "".join(piece.text for piece in pieces if not piece.deleted)
    return all(_is_known(tidy(part), known) for part in _BETWEEN.split(raw))


def _is_known(text: str, known: Known) -> bool:
    if text_digest(text) in known.digests:
        return True
    said = text.casefold()  # a title is printed in the capitals of a headline, its row is not
    for words in known.texts:
        said = said.replace(words.casefold(), " ")
    return not _WORD.search(said)


@cache
def _fixed() -> tuple[re.Pattern[str], ...]:
    """Return what the writer's fixed paragraphs look like; their words are those of workflow/render/reviewtexts.py."""
    file = "FILE.review.docx"
    how_to = [
        pattern
        for zh, en in reviewtexts.how_to(file)
        for words in (zh, en, f"{zh} {en}")
        for pattern in (rf"(?:\d+\. )?{_words(words).replace(_words(file), '.+')}",)
    ]
    sections = [
        _words(" ".join(words)).replace(re.escape("{number}"), r"\d+")
        for words in reviewtexts.SECTIONS.values()
    ]
    kinds = [
        _words(" ".join(words))
        for words in (*reviewtexts.KINDS.values(), *(w for _style, w in reviewtexts.MARKED))
    ]
    lines = [_words(" ".join(words)) for words in (reviewtexts.TITLE, *reviewtexts.HEADS)]
    key = rf"(?:{_words(' '.join(reviewtexts.KEY))})?(?: ?(?:{'|'.join(kinds)}))+"
    first = _words(" ".join(reviewtexts.READ_FIRST)) + _NUMBERS
    return tuple(re.compile(one) for one in (*how_to, *sections, *lines, key, first))


def _words(text: str) -> str:
    return re.escape(tidy(text))
