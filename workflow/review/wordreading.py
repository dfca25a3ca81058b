"""Read a review DOCX that came back from Word, WPS or LibreOffice, whatever its editor did to its table.

The XML tree itself is read, since python-docx sees neither content controls nor tracked changes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.errors import InputError
from workflow.i18n import _
from workflow.ooxml.elements import child, local_name, value
from workflow.ooxml.package import Package, open_package
from workflow.render.wordcomments import AUTHOR
from workflow.review.returned import Loose, Remark, Returned, Row
from workflow.review.wordbuild import blocks_of
from workflow.review.wordcomments import Span, Thread, spans_of, threads_of
from workflow.review.wordloose import around_pages, in_rows, outside
from workflow.review.wordown import known_of
from workflow.review.wordrows import Found
from workflow.review.wordsheets import all_rows, sheets_of
from workflow.review.wordtree import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(path: Path) -> Returned:
    """Return what a file brings back; raises InputError for one that is damaged, or no review file."""
    if not path.is_file():
        raise InputError(
            _("'{path}' is not there; give the path of the DOCX that came back.").format(path=path)
        )
    package = open_package(path)
    styles = {
        value(e, "styleId"): value(child(e, "name")) for e in _elements(package.part("styles"), "style")
    }
    body = child(package.main, "body")
    blocks = blocks_of(package.main if body is None else body, styles, _notes(package))
    sheets = sheets_of(blocks)
    found, free = all_rows(sheets)
    if not found:
        raise InputError(
            _("'{path}' holds no row of a review file; give the NAME.review.docx that came back.").format(
                path=path
            )
        )
    core = _properties(package.part("core-properties"))
    custom = _properties(package.part("custom-properties"))
    known = known_of((one.row for one in found), core)
    around = (Loose(*one) for one in outside(blocks, sheets, free, known))
    loose = (*around, *in_rows(found), *(Loose(*one) for one in around_pages(package, styles)))
    author = core.get("lastModifiedBy", "")
    author = "" if author == AUTHOR else author
    rows, remarks = _with_remarks(found, threads_of(package, author), spans_of(blocks))
    return Returned(
        path.name,
        custom.get("bulletin-edition") or core.get("identifier", ""),
        custom.get("bulletin-source", ""),
        author,
        rows,
        remarks,
        tuple(one for one in loose if one.text),
    )


def _elements(part: "_Element | None", name: str) -> "list[_Element]":
    return [e for e in part.iter() if local_name(e) == name] if part is not None else []


def _notes(package: Package) -> "dict[tuple[str, str], _Element]":
    return {
        (kind, value(element, "id")): element
        for kind in ("footnote", "endnote")
        for element in _elements(package.part(f"{kind}s"), kind)
    }


def _properties(part: "_Element | None") -> dict[str, str]:
    """Return the document properties by name, those of Word and those of our own alike."""
    if part is None:
        return {}
    return {value(e, "name") or local_name(e): tidy("".join(map(str, e.itertext()))) for e in part}


def _with_remarks(
    found: Sequence[Found], threads: Sequence[Thread], spans: Mapping[str, Span]
) -> tuple[tuple[Row, ...], tuple[Remark, ...]]:
    """Return the rows with the remarks on them, and the remarks on no row."""
    home = {id(cell): n for n, one in enumerate(found) for line in one.lines for cell in line.row.cells}
    chinese = {id(part) for one in found for line in one.lines for part in line.parts.get("source", ())}
    by_row: dict[int, list[Remark]] = {}
    elsewhere: list[Remark] = []
    for thread in threads:
        span = next((spans[key] for key in thread.keys if key in spans), Span())
        at = next((home[id(cell)] for cell in reversed(span.cells) if id(cell) in home), None)
        remark = replace(thread.remark, quote=span.quote)
        if at is not None and id(span.paragraph) in chinese:
            remark = replace(remark, on="source")
        (elsewhere if at is None else by_row.setdefault(at, [])).append(remark)
    rows = tuple(replace(one.row, remarks=tuple(by_row.get(place, ()))) for place, one in enumerate(found))
    return rows, tuple(elsewhere)
