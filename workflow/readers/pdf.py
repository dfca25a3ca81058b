"""Read a PDF with a text layer: paragraphs in reading order, headings by their look, everything else with its reason.

A PDF has no paragraphs, only characters at places; what they make up is told by sizes, indents and gaps. What cannot be
told is said in a notice.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from workflow.bulletin import Document, Look, Notice
from workflow.errors import InputError
from workflow.i18n import N_, _
from workflow.readers import pdf_glyphs
from workflow.readers.decoding import check_lines, empty, read_bytes
from workflow.readers.docx_breaks import ENDED, LONGEST_HEADING, SENTENCE
from workflow.readers.docx_lines import ASIDE, CAPTION, LARGER, LONGEST_CAPTION
from workflow.readers.docx_tree import COMMENT, PICTURE, READING
from workflow.readers.lines import Cut, Line, gathered, left_out_for
from workflow.readers.pdf_columns import in_order
from workflow.readers.pdf_furniture import furniture
from workflow.readers.pdf_paragraphs import (
    BULLET,
    MARKED,
    Paragraph,
    compounds_of,
    mean_size,
    measured,
    paragraphs,
    text_of,
)
from workflow.readers.pdf_pictures import boxes, lines_of
from workflow.readers.pdf_rows import Glyph, Row, readings, rows_of
from workflow.readers.pdf_tables import Place, tables_of
from workflow.readers.pictures import Pictures

SIGNATURE = b"%PDF-"
# PDF readers accept the signature within the first bytes (Adobe's implementation notes).
HEAD = 1024
SECONDS = 180
SLANTED, MARK = N_("text that does not stand upright"), N_("mark of a list item")
# A heading may ask or cry; only its size tells it from a short paragraph then.
QUESTION = re.compile(r"[？！?!]$")
UNKNOWN = "\ufffd"
# Share of characters that no font names, from which a file is no text.
MOST_UNKNOWN = 0.1
LONGEST_QUOTE = 20

Page = dict[str, Any]


def read(path: Path) -> Document:
    """Return the document of a PDF; its raw text is a line for each row of print, headers and footers at the end.

    Nothing that the file names is fetched. Raises InputError for what is no PDF, is damaged, protected by a password, a
    scan without text, longer than any bulletin, or takes too long.
    """
    data = read_bytes(path)
    if SIGNATURE not in data[:HEAD]:
        raise InputError(
            _("'{path}' is no PDF file; name it by what it is, or export it again.").format(path=path)
        )
    pages = taken(data, path)
    _check_text(pages, path)
    return document(pages, path)


def taken(data: bytes, path: Path) -> list[Page]:
    """Return the glyphs and pictures of each page; PDFium runs in a process of its own, within limits."""
    command = [sys.executable, "-P", str(Path(pdf_glyphs.__file__))]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        done = None
    if done is None or done.returncode != 0:
        raise InputError(
            _(
                "'{path}' is damaged, or takes too much time or memory to read; print it into a new PDF."
            ).format(path=path)
        )
    found: Page = json.loads(done.stdout)
    if "error" in found:
        raise _refusal(found, path)
    pages: list[Page] = found["pages"]
    return pages


def _refusal(found: Page, path: Path) -> InputError:
    match found["error"]:
        case "password" | "security":
            return InputError(
                _("'{path}' is protected by a password; open it and save it without one.").format(path=path)
            )
        case "pages":
            return InputError(
                _("'{path}' has {count} pages, more than {most}; is it a bulletin? Split it.").format(
                    path=path, count=found["count"], most=pdf_glyphs.MOST_PAGES
                )
            )
        case "glyphs":
            return InputError(
                _("'{path}' has more than {most} characters; is it a bulletin? Split it.").format(
                    path=path, most=pdf_glyphs.MOST_GLYPHS
                )
            )
        case _:
            return InputError(
                _("'{path}' is a damaged PDF; fetch it again, or print it into a new PDF.").format(path=path)
            )


def _check_text(pages: Sequence[Page], path: Path) -> None:
    """Raise InputError for pages without text: a scan, an empty file, fonts that do not name their characters."""
    texts = [glyph[0] for page in pages for glyph in page["glyphs"] if not glyph[0].isspace()]
    if not texts and any(page["pictures"] for page in pages):
        raise InputError(
            _(
                "'{path}' is a scan: pictures of pages, without text; recognise its text first"
                " (ocrmypdf -l chi_sim), or ask for the file that it was printed from."
            ).format(path=path)
        )
    if not texts:
        raise empty(str(path))
    unknown = sum(text == UNKNOWN or "\ue000" <= text <= "\uf8ff" for text in texts)
    if unknown > MOST_UNKNOWN * len(texts):
        raise InputError(
            _(
                "'{path}': its fonts do not say which characters they show ({count} of {all});"
                " recognise its text (ocrmypdf --force-ocr -l chi_sim), or ask for the file it was printed from."
            ).format(path=path, count=unknown, all=len(texts))
        )


def document(pages: Sequence[Page], path: Path) -> Document:
    """Return the document of the pages' glyphs and pictures."""
    rows: list[list[Row]] = []
    slanted: list[str] = []
    for number, page in enumerate(pages):
        texts, others = rows_of((Glyph(*glyph) for glyph in page["glyphs"]), number)
        slanted += others
        rows.append([*texts, *boxes(page, number, has_text=bool(texts))])
    reasons = furniture(rows) | readings(rows)
    kept = [[row for row in on_page if id(row) not in reasons] for on_page in rows]
    aside = [Line(row.text, reason=reasons[id(row)]) for row in chain(*rows) if id(row) in reasons]
    aside += [Line(text, reason=SLANTED) for text in dict.fromkeys(slanted)]
    notes = [note for page in pages for note in page["notes"]]
    aside += [Line(" ".join(note.split()), reason=COMMENT) for note in notes]
    stretches = [stretch for on_page in in_order(kept) for stretch in on_page]
    measures = measured(stretches)
    found = paragraphs(stretches, measures)
    cells, doubtful = tables_of(found)
    pictures = Pictures()
    drawn = lines_of(
        pages, (row.text for paragraph in found for row in paragraph.rows if row.picture), pictures
    )
    lines = list(_lines(found, measures.size, cells, drawn))
    raw, blocks, removed = gathered([*lines, *aside])
    if not blocks:
        raise empty(str(path))
    check_lines(raw, str(path))
    return Document(
        path.name,
        raw,
        blocks,
        removed,
        notices=(*_notices(pages, [*lines, *aside], doubtful, notes, slanted), *pictures.notices()),
        pictures=tuple(pictures.found),
    )


def _lines(
    found: Sequence[Paragraph], body: float, cells: dict[int, Place], drawn: dict[str, Line]
) -> Iterator[Line]:
    """Yield a line for each paragraph, each piece of a row, with its look, and each picture."""
    compounds = compounds_of(row.text for paragraph in found for row in paragraph.rows)
    sizes = sorted({_rounded(one) for one in found if mean_size(one.rows) >= LARGER * body}, reverse=True)
    in_text = pictured = False
    for paragraph in found:
        first = paragraph.rows[0]
        if first.picture:
            pictured = True
            yield drawn[first.text]
            continue
        pieces: list[tuple[Row, ...]] = [(part,) for part in first.parts]
        for rows in pieces or [paragraph.rows]:
            text, cuts = text_of(rows, compounds)
            line = Line(
                text, Look(bold=all(row.bold for row in rows), blank_before=int(paragraph.blank)), cuts
            )
            shown = line.shown.strip()
            bullet = BULLET.match(text)
            if first.parts:
                look = Look(
                    bold=line.look.bold, cell=cells.get(id(rows[0])), blank_before=int(paragraph.blank)
                )
            elif pictured and len(shown) <= LONGEST_CAPTION and CAPTION.match(shown):
                look = Look(caption=True, blank_before=int(paragraph.blank))
            elif bullet:
                look = replace(line.look, list_item=True)
                line = replace(line, cuts=(Cut(0, bullet.end(), MARK), *cuts))
            else:
                level = _level(paragraph, shown, body, sizes, in_text=in_text)
                look = replace(line.look, level=level)
            pictured = pictured and look.caption
            in_text = in_text or SENTENCE.search(shown) is not None
            yield replace(line, look=look)


def _rounded(paragraph: Paragraph) -> float:
    return round(mean_size(paragraph.rows) * 2) / 2


def _level(paragraph: Paragraph, shown: str, body: float, sizes: Sequence[float], *, in_text: bool) -> int:
    """Return the heading level of a paragraph: what is large before the text is a title, in the text a heading."""
    size = mean_size(paragraph.rows)
    large = size >= LARGER * body
    ended = ENDED.search(shown) and not (large and QUESTION.search(shown))
    if len(shown) > LONGEST_HEADING or ended or ASIDE.fullmatch(shown) or size < 0.95 * body:
        return 0
    if not in_text and not MARKED.match(shown):
        return int(large)
    if large:
        return min(6, 2 + sizes.index(_rounded(paragraph)))
    bold = all(row.bold for row in paragraph.rows)
    return 2 + len(sizes) if bold and paragraph.centred else 0


def _notices(
    pages: Sequence[Page],
    lines: Sequence[Line],
    table: Sequence[str],
    notes: Sequence[str],
    slanted: Sequence[str],
) -> Iterator[Notice]:
    """Yield what was done with what text cannot hold, and what could not be told."""
    if notes:
        message = N_("comments in the file left aside: {count}; the first: {text}")
        yield _notice("comments", message, count=len(notes), text=notes[0][:LONGEST_QUOTE])
    pictures = [number for number, line in enumerate(lines) if line.reason == PICTURE]
    if pictures:
        below = next((line.shown for line in lines[pictures[0] :] if line.shown.strip()), "")
        message = N_("pictures not carried over: {count}; the first above: {text}")
        yield _notice("pictures", message, count=len(pictures), text=below.strip()[:LONGEST_QUOTE])
    if table:
        message = N_("rows that may be a table are read piece by piece: {count}; the first: {text}")
        yield _notice("tables", message, count=len(table), text=table[0][:LONGEST_QUOTE])
    read = left_out_for(lines, READING)
    if read:
        message = N_("readings beside characters left out: {count}; the first: {text}")
        yield _notice("readings", message, count=len(read), text=read[0][:LONGEST_QUOTE])
    if slanted:
        message = N_("text that does not stand upright left out, places: {count}; the first: {text}")
        yield _notice("slanted-text", message, count=len(slanted), text=slanted[0].strip()[:LONGEST_QUOTE])
    bare = [str(n) for n, page in enumerate(pages, 1) if page["pictures"] and not page["glyphs"]]
    if bare:
        message = N_("pages that are pictures without text, nothing of them was read: {pages}")
        yield _notice("not-read", message, pages=", ".join(bare))
    lost = [str(n) for n, page in enumerate(pages, 1) if page.get("lost")]
    if lost:
        yield _notice("not-read", N_("damaged pages that were not read: {pages}"), pages=", ".join(lost))
    unseen = sum(glyph[-1] for page in pages for glyph in page["glyphs"])
    if unseen:
        message = N_(
            "text that is not printed, recognised from a scan or hidden, characters: {count}; check it"
        )
        yield _notice("hidden-text", message, count=unseen)


def _notice(check: str, message: str, **args: object) -> Notice:
    return Notice(check, message, tuple((name, str(value)) for name, value in args.items()))
