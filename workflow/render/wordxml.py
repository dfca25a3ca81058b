"""WordprocessingML as plain strings: runs, paragraphs, tables, content controls, comment anchors, fields.

Every function returns XML with the prefix w: and escapes the text it is given. Source of all names and of
the order of elements: ECMA-376 part 1, clause 17.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

Language = Literal["en", "hans", "hant"]
Span = tuple[int, int]

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"(\r\n|\r|\n|\t)")
EAST_ASIAN_TAG = {"hans": "zh-CN", "hant": "zh-TW", "en": "zh-CN"}


def legal(text: str) -> str:
    """Return the text without the characters that XML 1.0 cannot hold (control characters, surrogates)."""
    return _NOT_XML.sub("", text)


def attribute(value: str) -> str:
    """Return the value quoted for use as an attribute."""
    return quoteattr(legal(value))


def run(text: str, language: Language, style: str = "") -> str:
    """Return a run tagged with its language; line ends become breaks and tabs become tabs.

    The font hint is what tells Word to set the quotation marks and dashes of Chinese text full width.
    """
    if not legal(text):
        return ""
    hint = "" if language == "en" else '<w:rFonts w:hint="eastAsia"/>'
    character = f"<w:rStyle w:val={attribute(style)}/>" if style else ""
    tag = f'<w:lang w:val="en-US" w:eastAsia="{EAST_ASIAN_TAG[language]}"/>'
    parts = (_text(part) for part in _BREAKS.split(legal(text)) if part)
    return f"<w:r><w:rPr>{character}{hint}{tag}</w:rPr>{''.join(parts)}</w:r>"


def _text(part: str) -> str:
    if part == "\t":
        return "<w:tab/>"
    if _BREAKS.fullmatch(part):
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{escape(part)}</w:t>'


def tab() -> str:
    """Return a run that holds one tab."""
    return "<w:r><w:tab/></w:r>"


def field(code: Literal["PAGE", "NUMPAGES"]) -> str:
    """Return a field that the word processor fills in."""
    return f'<w:fldSimple w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def field_start(code: str) -> str:
    """Return the start of a field whose result follows, up to `field_end` (ECMA-376 part 1, 17.16.18)."""
    return f"{_mark('begin')}{_code(code)}{_mark('separate')}"


def field_end() -> str:
    """Return the end of a field."""
    return _mark("end")


def hidden_field(code: str) -> str:
    """Return a field that shows nothing."""
    return f"{_mark('begin')}{_code(code)}{_mark('end')}"


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _code(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{escape(legal(code))}</w:instrText></w:r>'


def paragraph(style: str, *content: str) -> str:
    """Return a paragraph of one style."""
    return f"<w:p><w:pPr><w:pStyle w:val={attribute(style)}/></w:pPr>{''.join(content)}</w:p>"


def cell(
    width: int, content: str, fill: str = "", columns: int = 1, merge: Literal["", "restart", "continue"] = ""
) -> str:
    """Return a table cell; width in twentieths of a point, fill as RRGGBB; `merge` joins it to the one below or above."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    span += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}</w:tcPr>{content}</w:tc>'


def row(cells: Iterable[str], *, header: bool = False, whole: bool = False) -> str:
    """Return a table row; a header is repeated on every page, a whole row is not split over two."""
    settings = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if header else "")
    return f"<w:tr>{f'<w:trPr>{settings}</w:trPr>' if settings else ''}{''.join(cells)}</w:tr>"


def table(style: str, widths: Sequence[int], rows: Iterable[str]) -> str:
    """Return a table with fixed column widths in twentieths of a point; its style may mark the first row."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = '<w:tblLook w:val="0020"/>'
    return (
        f"<w:tbl><w:tblPr><w:tblStyle w:val={attribute(style)}/>"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def control(number: int, tag: str, title: str, content: str, *, locked: bool, choices: str = "") -> str:
    """Return a content control around runs; a locked one can be neither changed nor deleted.

    `number` must be unique in the document, `tag` holds at most 64 characters.
    """
    lock = "sdtContentLocked" if locked else "sdtLocked"
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={attribute(title)}/><w:tag w:val={attribute(tag)}/>"
        f'<w:id w:val="{number}"/><w:lock w:val="{lock}"/>{choices}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def drop_down(items: Sequence[tuple[str, str]]) -> str:
    """Return the choices of a drop-down control from pairs of value and shown text."""
    listed = (f"<w:listItem w:displayText={attribute(shown)} w:value={attribute(v)}/>" for v, shown in items)
    return f"<w:dropDownList>{''.join(listed)}</w:dropDownList>"


def bookmark(number: int, name: str, content: str) -> str:
    """Return the content inside a bookmark; `name` holds at most 40 letters, digits and underlines."""
    start = f'<w:bookmarkStart w:id="{number}" w:name={attribute(name)}/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def link(name: str, content: str) -> str:
    """Return runs as a link to a bookmark of the document."""
    return f'<w:hyperlink w:anchor={attribute(name)} w:history="1">{content}</w:hyperlink>'


def comment_start(number: int) -> str:
    """Return the beginning of a comment's range."""
    return f'<w:commentRangeStart w:id="{number}"/>'


def comment_end(number: int) -> str:
    """Return the end of a comment's range, with the reference that shows it."""
    reference = (
        f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    )
    return f'<w:commentRangeEnd w:id="{number}"/>{reference}'


def commented(numbers: Iterable[int], content: str) -> str:
    """Return the content inside the ranges of comments."""
    listed = tuple(numbers)
    return "".join(map(comment_start, listed)) + content + "".join(map(comment_end, listed))


def marked_runs(
    text: str, language: Language, styles: Sequence[tuple[Span, str]], comments: Sequence[tuple[Span, int]]
) -> str:
    """Return the text as runs with character styles and comment ranges at spans of it (code points).

    Where spans of styles overlap the earlier in the sequence wins; comments may overlap freely.
    """
    places = [span for span, _ in styles] + [span for span, _ in comments]
    cuts = sorted({0, len(text), *(at for span in places for at in span if 0 <= at <= len(text))})
    parts: list[str] = []
    for start, end in pairwise(cuts):
        style = next((name for (first, last), name in styles if first <= start < last), "")
        parts.extend(comment_start(number) for (first, _), number in comments if first == start)
        parts.append(run(text[start:end], language, style))
        parts.extend(comment_end(number) for (_, last), number in comments if last == end)
    return "".join(parts)
