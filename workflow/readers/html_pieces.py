"""Put pieces of a page's text together as a browser does: white space collapses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

TOKEN = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")
WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a stretch of text of one look; a `verbatim` one keeps its white space."""

    text: str
    bold: bool
    link: bool
    reason: str
    titled: bool = False
    verbatim: bool = False


def collapsed(pieces: Sequence[Piece]) -> tuple[str, list[tuple[int, int, Piece]]]:
    """Return the text of pieces with white space collapsed, and where each stands in it.

    A line end between two East Asian characters is no space (CSS Text Level 3, 4.1.2).
    """
    out: list[str] = []
    marks: list[tuple[int, int, Piece]] = []
    at, gap, last = 0, "", ""
    for piece in pieces:
        start = -1
        for token in [piece.text] if piece.verbatim else TOKEN.findall(piece.text):
            if not token:
                continue
            if not piece.verbatim and token[0] in " \t\n\r\f":
                gap += token
                continue
            if gap and out and not _joins(gap, last, token[0]):
                out.append(" ")
                at += 1
            gap = ""
            start = at if start < 0 else start
            out.append(token)
            at += len(token)
            last = token[-1]
        if start >= 0:
            marks.append((start, at, piece))
    return "".join(out), marks


def _joins(gap: str, before: str, after: str) -> bool:
    return "\n" in gap and bool(WIDE.match(before)) and bool(WIDE.match(after))
