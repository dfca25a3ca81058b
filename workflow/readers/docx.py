"""Read a bulletin in Word's format (.docx): what is its text becomes blocks, everything else is kept with its reason."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.bulletin import Document, Notice
from workflow.errors import InputError
from workflow.i18n import N_, _
from workflow.ooxml.elements import child, is_on, local_name, value
from workflow.ooxml.package import KINDS, Package, open_package
from workflow.readers.decoding import empty, read_bytes
from workflow.readers.docx_drawings import Drawings
from workflow.readers.docx_lines import write
from workflow.readers.docx_numbering import Numbering
from workflow.readers.docx_styles import Styles
from workflow.readers.docx_text import MOST_PARAGRAPHS, Parts, TextReader, TooLongError
from workflow.readers.docx_tree import COMMENT, DELETED, HIDDEN, PICTURE, READING
from workflow.readers.lines import Line, gathered, left_out_for

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADER, FOOTER = N_("header of the pages"), N_("footer of the pages")
ISSUE = re.compile(r"第\s*[\d〇○一二三四五六七八九十百]+\s*期")
# The stream that holds an encrypted package, as the directory of a compound file names it ([MS-OFFCRYPTO] 2.3.4.4).
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LONGEST_QUOTE = 20
REVIEW_PROPERTY = "bulletin-edition"


def read(path: Path) -> Document:
    """Return the document of a Word file.

    Nothing that the file points to is fetched. Raises InputError for what is no DOCX, is damaged, protected by a
    password, unpacks to more than any bulletin holds, or has no text.
    """
    if not path.is_file():
        read_bytes(path)  # says what is wrong with the path
    with path.open("rb") as file:
        if file.read(len(COMPOUND)) == COMPOUND and ENCRYPTED in read_bytes(path):
            raise InputError(
                _("'{path}' is protected by a password; open it in Word and save it without one.").format(
                    path=path
                )
            )
    return document(path, path)


def document(path: Path, named: Path) -> Document:
    """Return the document of a DOCX at `path` that its user knows as `named`."""
    package = open_package(path, KINDS | {"numbering"}, named)
    _refuse_review_file(package, named)
    styles = Styles(package.part("styles"))
    body = child(package.main, "body")
    try:
        with Drawings(path, package.relations) as drawings:
            numbering = Numbering(package.part("numbering"), styles)
            reader = TextReader(Parts(styles, numbering, _notes(package), package.relations, drawings))
            text = write(reader.all_items(package.main if body is None else body))
            head, furniture = _running(package, reader, any(ISSUE.search(line.shown) for line in text))
    except TooLongError:
        raise InputError(
            _("'{path}' has more than {most} paragraphs; is it a bulletin? Split it.").format(
                path=named, most=MOST_PARAGRAPHS
            )
        ) from None
    lines = [*head, *text, *furniture]
    raw, blocks, removed = gathered(lines)
    if not blocks:
        raise empty(str(named))
    notices = (*_notices(lines, reader), *drawings.pictures.notices())
    return Document(
        named.name, raw, blocks, removed, notices=notices, pictures=tuple(drawings.pictures.found)
    )


def _refuse_review_file(package: Package, named: Path) -> None:
    """Raise InputError for a review file of ours (workflow/render/reviewdocx.py sets the property)."""
    properties = package.part("custom-properties")
    if properties is not None and any(value(one, "name") == REVIEW_PROPERTY for one in properties):
        raise InputError(
            _("'{path}' is a review file; bring its edits back with `bulletin review apply`.").format(
                path=named
            )
        )


def _notes(package: Package) -> "dict[tuple[str, str], _Element]":
    return {
        (kind, value(element, "id")): element
        for kind in ("footnote", "endnote", "comment")
        for part in package.parts.get(f"{kind}s", ())
        for element in part.iter()
        if local_name(element) == kind
    }


def _running(package: Package, reader: TextReader, has_issue: bool) -> tuple[list[Line], list[Line]]:
    """Return the lines of a masthead in a header, and the headers and footers that only run along.

    The masthead is the first page's own header; or the header of every page, where it alone names the issue.
    """
    head: list[Line] = []
    furniture: list[Line] = []
    seen: set[str] = set()
    for number, section in enumerate(e for e in package.main.iter() if local_name(e) == "sectPr"):
        own_first = is_on(child(section, "titlePg"))
        for reference in section:
            kind, key = local_name(reference), value(reference, "id")
            relation = package.relations.get(key)
            if (
                kind not in ("headerReference", "footerReference")
                or relation is None
                or relation.part is None
            ):
                continue
            if key in seen or (value(reference, "type") == "first" and not own_first):
                continue
            seen.add(key)
            lines = write(reader.all_items(relation.part, own=False))
            names_issue = not has_issue and any(ISSUE.search(line.shown) for line in lines)
            first = number == 0 and (value(reference, "type") == "first" or names_issue)
            if kind == "headerReference" and first:
                head += lines
                has_issue = has_issue or names_issue
            else:
                reason = HEADER if kind == "headerReference" else FOOTER
                furniture += [Line(line.text, reason=line.reason or reason) for line in lines]
    return head, furniture


def _notices(lines: Sequence[Line], reader: TextReader) -> Iterator[Notice]:
    """Yield what was done with what text cannot hold."""
    struck = left_out_for(lines, DELETED)
    if struck or reader.inserted:
        message = N_("tracked changes accepted, insertions: {inserted}, deletions: {deleted}")
        yield _notice("tracked-changes", message, inserted=reader.inserted, deleted=len(struck))
    for check, reason, message in (
        ("comments", COMMENT, N_("comments in the file left aside: {count}; the first: {text}")),
        ("hidden-text", HIDDEN, N_("hidden text left out, places: {count}; the first: {text}")),
        ("readings", READING, N_("readings beside characters left out: {count}; the first: {text}")),
    ):
        found = left_out_for(lines, reason)
        if found:
            yield _notice(check, message, count=len(found), text=found[0][:LONGEST_QUOTE])
    pictures = [n for n, line in enumerate(lines) if line.reason == PICTURE]
    if pictures:
        message = N_("pictures not carried over: {count}; the first above: {text}")
        below = next((line.shown for line in lines[pictures[0] :] if line.shown.strip()), "")
        yield _notice("pictures", message, count=len(pictures), text=below.strip()[:LONGEST_QUOTE])
    for message in dict.fromkeys(reader.not_read):
        yield _notice("not-read", message)


def _notice(check: str, message: str, **args: object) -> Notice:
    return Notice(check, message, tuple((name, str(value_)) for name, value_ in args.items()))
