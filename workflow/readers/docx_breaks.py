"""Cut a paragraph of a DOCX at its line breaks, put notes where they belong, join what stands in a cell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from workflow.bulletin import Look
from workflow.i18n import N_
from workflow.readers.docx_numbering import BULLET
from workflow.readers.docx_styles import Format
from workflow.readers.docx_tree import Paragraph, Piece
from workflow.readers.lines import Cut, Line

ORDER = N_("number of a list's item")
BREAK = N_("line break inside a sentence")
ENDED = re.compile(r"[。！？；：:!?…][”’」』）)》]*$")
RUNNING = re.compile(r"[，、；。]")
SENTENCE = re.compile(r"[。！？]")
BEFORE_MARKS = re.compile(r"[。！？；，、：…]+[”’」』）)》]*$")
# A paragraph that looks like a heading is no longer than a front line (workflow/structure/patterns.py).
LONGEST_HEADING = 60


def lines_of(paragraph: Paragraph) -> tuple[list[Line], list[str]]:
    """Return the lines of a paragraph, and the notes that stand below it, since it is no running text.

    A line break inside a sentence makes no line of its own.
    """
    running = SENTENCE.search(paragraph.text) is not None
    pieces = _with_notes(paragraph.pieces) if running else [p for p in paragraph.pieces if not p.note]
    notes = [] if running else [_sentence(p.text) for p in paragraph.pieces if p.note and not p.reason]
    label = paragraph.label if paragraph.label != BULLET else ""
    reason = ORDER if paragraph.listed else ""
    pieces = [Piece(label, paragraph.style.format, reason), *pieces] if label else pieces
    lines = [_line(part) for part in _parts(pieces)]
    found: list[Line] = []
    for line in lines:
        if found and _goes_on(found[-1].shown, line.shown):
            found[-1] = _one(found[-1], line)
        else:
            found.append(line)
    return found, notes


def _sentence(note: str) -> str:
    """Return a note as a sentence of its own, so that it is no title and no heading."""
    inside = note[1:-1]
    return note if ENDED.search(inside) else f"（{inside}。）"


def _with_notes(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces with every note before the marks that end what it is about."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        marks = (
            BEFORE_MARKS.search(last.text)
            if last and piece.note and not last.reason and not last.note
            else None
        )
        if last and marks:
            found[-1:] = [
                replace(last, text=last.text[: marks.start()]),
                piece,
                replace(last, text=last.text[marks.start() :]),
            ]
        else:
            found.append(piece)
    return found


def _parts(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of each line."""
    part: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        part.append(replace(piece, text=first))
        for text in rest:
            yield part
            part = [replace(piece, text=text)]
    yield part


def _line(pieces: Iterable[Piece]) -> Line:
    text = ""
    cuts: list[Cut] = []
    bold: list[bool] = []
    for piece in pieces:
        if not piece.text:
            continue
        if piece.reason and cuts and cuts[-1].end == len(text) and cuts[-1].reason == piece.reason:
            cuts[-1] = replace(cuts[-1], end=len(text) + len(piece.text))
        elif piece.reason:
            cuts.append(Cut(len(text), len(text) + len(piece.text), piece.reason))
        elif piece.text.strip():
            bold.append(bool(piece.format.bold))
        text += piece.text
    return Line(text, Look(bold=bool(bold) and all(bold)), tuple(cuts))


def _goes_on(above: str, below: str) -> bool:
    """Tell whether a line is running text cut in the middle of a sentence by the break behind it."""
    above = above.strip()
    return bool(
        below.strip()
        and RUNNING.search(above)
        and not ENDED.search(above)
        and len(above) > LONGEST_HEADING // 2
    )


def _one(above: Line, below: Line, between: str = "\n") -> Line:
    base = len(above.text) + len(between)
    latin = above.text[-1:].isascii() and below.text[:1].isascii()
    cut = Cut(len(above.text), base, BREAK, " " if latin else "")
    cuts = (*above.cuts, cut, *(replace(c, start=c.start + base, end=c.end + base) for c in below.cuts))
    return Line(
        above.text + between + below.text, replace(above.look, bold=above.look.bold and below.look.bold), cuts
    )


def joined(paragraphs: Iterable[Paragraph]) -> Line:
    """Return the paragraphs of a cell as one line, a space between them."""
    pieces: list[Piece] = []
    for paragraph in paragraphs:
        label = paragraph.label if paragraph.label != BULLET else ""
        space = [Piece(" ", Format())] if pieces else []
        pieces += [*space, Piece(label, paragraph.style.format), *paragraph.pieces]
    return _line(replace(piece, text=piece.text.replace("\n", " ")) for piece in pieces)
