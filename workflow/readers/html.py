"""Read a page saved from a site: the article becomes blocks, everything else of the page stands in `removed`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.bulletin import Block, Document, Notice, Removed
from workflow.errors import InputError
from workflow.i18n import N_, _
from workflow.readers import text
from workflow.readers.decoding import check_lines, decode_page, read_bytes
from workflow.readers.html_article import BYLINE, OUTSIDE, SENTENCE, left_out
from workflow.readers.html_lines import FADED, HIDDEN, Page, lines_of
from workflow.readers.html_lines import Line as PageLine
from workflow.readers.html_pictures import PICTURE, Finder, parts_of
from workflow.readers.lines import Line, gathered, picture_line
from workflow.readers.pictures import DECORATION, UNREADABLE
from workflow.readers.pictures import told as said

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TAG = re.compile(
    r"<(?:!doctype|html|head|body|meta|title|div|p|table|section|article|br|span|h[1-6])\b", re.IGNORECASE
)
# Why a picture that stands in the article is not printed; what is below it may be its caption all the same.
SHOWN = (PICTURE, DECORATION, UNREADABLE)
ADDRESS = re.compile(r"!\[[^\]]*\]\(([^)]*)\)")
LONGEST_CAPTION = 60
LONGEST_QUOTE = 16
ARCHIVES = (".mhtml", ".mht")
PUBLISHED = re.compile(r"(?:pubdate|publishdate|article:published_time)", re.IGNORECASE)
DAY = re.compile(r"((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})")


def read(path: Path) -> Document:
    """Return the document of a saved page (.html, .htm, .xhtml) or web archive (.mhtml, .mht).

    Its raw text is the page's, a line for every line that a browser shows, hidden ones included. Nothing that the
    page names is fetched. Raises InputError for what is no page, or too deeply nested.
    """
    data, charset, finder = read_bytes(path), None, Finder(path.parent)
    if path.suffix.lower() in ARCHIVES:
        data, charset, finder = _from_archive(data, path)
    raw, _encoding = decode_page(data, str(path), charset)
    return document(path, raw, finder)


def document(path: Path, source: str, finder: Finder | None = None) -> Document:
    """Return the document of a page's source text; a source without a tag is read as plain text.

    `finder` says where its pictures are, else they are looked for beside the file.
    """
    if not TAG.search(source):
        return text.document(path, source)
    root = _parsed(path, source)
    finder = finder or Finder(path.parent)
    page = _visible(lines_of(root, finder))
    raw, blocks, removed = gathered(_captioned(page.lines, left_out(page)))
    if not blocks:
        raise InputError(
            _("'{path}' holds no text to read; save the page again when it has loaded.").format(path=path)
        )
    check_lines(raw, str(path))
    return Document(
        path.name,
        raw,
        blocks,
        _merged(removed, raw),
        settings=_published(root) or _day_of_byline(removed),
        notices=(*_pictures(blocks, removed), *_unreadable(blocks, removed, finder)),
        pictures=tuple(finder.pictures.found),
    )


def _parsed(path: Path, source: str) -> "HtmlElement":
    from lxml import etree, html

    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise InputError(
            _("'{path}' holds no text to read; save the page again when it has loaded.").format(path=path)
        ) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise InputError(
            _("'{path}' is nested too deeply to be a page; copy its text into a .txt file.").format(path=path)
        )
    return root


def _visible(page: Page) -> Page:
    """Return the page with its hidden lines shown where they hold most of its text: it waits for a script to show it."""
    for reason in (FADED, HIDDEN):
        hidden = sum(len(line.text) for line in page.lines if line.reason == reason)
        if hidden * 2 > sum(len(line.text) for line in page.lines):
            lines = (replace(one, reason="") if one.reason == reason else one for one in page.lines)
            page = replace(page, lines=tuple(lines))
    return page


def _merged(removed: Sequence[Removed], raw: str) -> tuple[Removed, ...]:
    """Return what was removed, lines that follow each other for one reason as one."""
    merged: list[Removed] = []
    for one in removed:
        (start, end), last = one.spans[0], merged[-1] if merged else None
        if last and last.reason == one.reason and last.spans[0][1] + 1 == start:
            whole = (last.spans[0][0], end)
            merged[-1] = Removed(raw[whole[0] : end], one.reason, (whole,))
        else:
            merged.append(one)
    return tuple(merged)


def _captioned(lines: Sequence[PageLine], reasons: Sequence[str]) -> list[Line]:
    """Return the lines for the document; a short centred line under a picture inside the text is its caption."""
    made: list[Line] = []
    told = pictured = False
    for one, reason in zip(lines, reasons, strict=True):
        look = one.look
        plain = not (look.level or look.bold or look.cell or SENTENCE.search(one.text))
        short = len(one.text.strip()) <= LONGEST_CAPTION
        if pictured and told and plain and one.centred and short and not reason:
            look = replace(look, caption=True)
        if one.picture and one.picture.number is not None and not reason:
            alt, name = one.picture.alt, one.picture.address
            made.append(picture_line(one.picture.number, alt, said(alt), name, PICTURE))
        else:
            made.append(Line(one.text, look, one.cuts, OUTSIDE if one.picture and not reason else reason))
        pictured = bool(one.picture and not reason) or reason in SHOWN or (pictured and look.caption)
        told = told or (not reason and not one.picture and SENTENCE.search(one.text) is not None)
    return made


def _pictures(blocks: Sequence[Block], removed: Sequence[Removed]) -> tuple[Notice, ...]:
    """Return a notice that counts the pictures of the article and names the words under the first."""
    start, end = _bounds(blocks)
    alone = [one.spans[0][0] for one in removed if one.reason == PICTURE and start < one.spans[0][0] < end]
    inside = [
        block.spans[0][0]
        for block in blocks
        for edit in block.edits
        if edit.reason == PICTURE and block.look.picture is None
    ]
    places = sorted(alone + inside)
    if not places:
        return ()
    below = next(block.text for block in blocks if block.spans[0][0] >= places[0]).strip()[:LONGEST_QUOTE]
    message = N_("pictures not carried over: {count}; the first above: {text}")
    return (Notice("pictures", message, (("count", str(len(places))), ("text", below)), below),)


def _bounds(blocks: Sequence[Block]) -> tuple[int, int]:
    return blocks[0].spans[0][0], blocks[-1].spans[0][1]


def _unreadable(blocks: Sequence[Block], removed: Sequence[Removed], finder: Finder) -> Iterator[Notice]:
    """Yield a notice for each picture of the article that cannot be printed."""
    start, end = _bounds(blocks)
    texts = [one.text for one in removed if one.reason == UNREADABLE and start < one.spans[0][0] < end]
    texts += [edit.before for block in blocks for edit in block.edits if edit.reason == UNREADABLE]
    return finder.pictures.notices({name for text in texts for name in ADDRESS.findall(text)})


def _published(root: "HtmlElement") -> tuple[tuple[str, str], ...]:
    """Return the day of publishing that a page's head names, as a setting."""
    for node in root.iter("meta"):
        day = DAY.match(node.get("content") or "")
        if day and PUBLISHED.fullmatch(node.get("name") or node.get("property") or ""):
            return _setting(day)
    return ()


def _day_of_byline(removed: Sequence[Removed]) -> tuple[tuple[str, str], ...]:
    days = (DAY.search(one.text) for one in removed if one.reason == BYLINE)
    return next((_setting(day) for day in days if day), ())


def _setting(day: re.Match[str]) -> tuple[tuple[str, str], ...]:
    try:
        return (("published", date(*map(int, day.groups())).isoformat()),)
    except ValueError:
        return ()


def _from_archive(data: bytes, path: Path) -> tuple[bytes, str | None, Finder]:
    """Return the bytes and the encoding of the first page of a web archive (MHTML, RFC 2557), and its pictures."""
    from email import message_from_bytes

    archive = message_from_bytes(data)
    for part in archive.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            finder = Finder(None, parts_of(archive), str(part.get("Content-Location") or ""))
            return (page if isinstance(page, bytes) else b""), part.get_content_charset(), finder
    raise InputError(
        _("'{path}' is no web archive with a page in it; save the page as .html.").format(path=path)
    )
