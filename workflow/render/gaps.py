"""The thin gap between Chinese and Latin text: set by the page, never a character of the text.

Requirements for Chinese Text Layout (W3C, 3.2.2) ask for a gap of up to a quarter em there. The text has no space for it,
so that what is copied or searched is the text alone.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from workflow.units import HAN

if TYPE_CHECKING:
    from markupsafe import Markup

_STRETCH = re.compile(rf"[{HAN}]+|[^{HAN}]+")
_HAN = re.compile(rf"[{HAN}]")
# Letters, figures and what stands at them: a gap comes before the first and after the last of such a word.
_OPENS = re.compile(r"[A-Za-z0-9À-ɏͰ-Ͽ$€£¥@#±+]")
_CLOSES = re.compile(r"[A-Za-z0-9À-ɏͰ-Ͽ%‰°℃℉²³+]")
# What the last line of a paragraph holds at least: two characters, or a character and the word before it.
_END = re.compile(rf"(?:[{HAN}]|[A-Za-z0-9%.]{{1,12}})[{HAN}][^\w\s]*$")
_NO_WORD = re.compile(r"[\s\u2e80-\u33ff\ufe30-\uffef“”‘’…—]")


def gaps(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a Chinese text in order, each with its class.

    A class is "gap" for a Han character that a Latin word follows, "latin" for a Latin word that a Han character
    follows, and "" for all else. Nothing is left out: a space that stands there is there for a reason (图1 监测站).
    """
    stretches = [match[0] for match in _STRETCH.finditer(text)]
    for stretch, following in pairwise((*stretches, "")):
        if _HAN.match(stretch):
            at = len(stretch) - 1 if _OPENS.match(following) else len(stretch)
            kind = "gap"
        else:
            at = _word_start(stretch) if following and _CLOSES.match(stretch[-1]) else len(stretch)
            kind = "latin"
        yield from ((piece, one) for piece, one in ((stretch[:at], ""), (stretch[at:], kind)) if piece)


def _word_start(text: str) -> int:
    """Return where the last word of a text begins."""
    at = len(text)
    while at and not _NO_WORD.match(text[at - 1]):
        at -= 1
    return at


def spaced(text: str) -> "Markup":
    """Return a Chinese text as HTML, escaped, with the classes of `gaps` on spans and its end in one of class "end"."""
    from markupsafe import Markup

    found = _END.search(text)
    last = found.start() if found else len(text)
    body, end, at = Markup(), Markup(), 0
    for piece, kind in _cut(gaps(text), last):
        if at < last:
            body += _spanned(piece, kind)
        else:
            end += _spanned(piece, kind)
        at += len(piece)
    return body + _spanned(end, "end" if end else "")


def _cut(pieces: Iterable[tuple[str, str]], place: int) -> Iterator[tuple[str, str]]:
    """Yield the pieces, the one without a class that lies over a place of the text as two."""
    at = 0
    for piece, kind in pieces:
        cut = 0 if kind else min(max(place - at, 0), len(piece))
        yield from ((part, kind) for part in (piece[:cut], piece[cut:]) if part)
        at += len(piece)


def _spanned(text: str, kind: str) -> "Markup":
    from markupsafe import Markup, escape

    return Markup('<span class="{}">{}</span>').format(kind, text) if kind else escape(text)
