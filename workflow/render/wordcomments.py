"""Comments of a Word file: the comments themselves, and beside them the part that makes them threads to resolve.

Source: ECMA-376 part 1, clause 17.13.4; for commentsExtended [MS-DOCX], clauses 2.2.3 and 2.5.1.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workflow.render import wordxml as xml
from workflow.render.reviewnotes import Note
from workflow.render.wordfile import OFFICE, add_part
from workflow.render.wordstyles import style_id
from workflow.units import HAN

if TYPE_CHECKING:
    from docx.document import Document

AUTHOR, INITIALS = "bulletin", "b"
_STYLES = {"same": "", "out": style_id("Text out"), "in": style_id("Text in")}
_MICROSOFT = "http://schemas.microsoft.com/office"
_W14, _W15 = f"{_MICROSOFT}/word/2010/wordml", f"{_MICROSOFT}/word/2012/wordml"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# Ids of paragraphs lie below 0x80000000; these are far from those that a word processor draws for itself first.
_FIRST_PARAGRAPH = 0x10000001
_HAN = re.compile(f"[{HAN}]")


def add_comments(document: "Document", comments: Sequence[Note], clock: datetime) -> None:
    """Add comments, numbered from 0 as the body's anchors are; each an open thread of its own but for replies."""
    if not comments:
        return
    written: list[str] = []
    threads: list[str] = []
    paragraph = _FIRST_PARAGRAPH
    asked = 0
    for number, note in enumerate(comments):
        written.append(_comment(number, note, paragraph, clock))
        paragraph += len(note.paragraphs)
        asked = asked if note.replies else paragraph - 1
        parent = f' w15:paraIdParent="{asked:08X}"' if note.replies else ""
        threads.append(f'<w15:commentEx w15:paraId="{paragraph - 1:08X}"{parent} w15:done="0"/>')
    ignored = f'xmlns:mc="{_COMPATIBLE}" mc:Ignorable'
    names = f'xmlns:w="{xml.NAMESPACE}" xmlns:w14="{_W14}" {ignored}="w14"'
    part = document.part
    content = f"<w:comments {names}>{''.join(written)}</w:comments>"
    add_part(part, "/word/comments.xml", f"{_KIND}comments+xml", f"{OFFICE}/relationships/comments", content)
    add_part(
        part,
        "/word/commentsExtended.xml",
        f"{_KIND}commentsExtended+xml",
        f"{_MICROSOFT}/2011/relationships/commentsExtended",
        f'<w15:commentsEx xmlns:w15="{_W15}" {ignored}="w15">{"".join(threads)}</w15:commentsEx>',
    )


def _comment(number: int, note: Note, first: int, clock: datetime) -> str:
    name, date, initials = AUTHOR, clock.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), INITIALS
    if note.author is not None:
        name, date, initials = note.author, note.date, note.author[:1]
    dated = f" w:date={xml.attribute(date)}" if date else ""
    reference = (
        f'<w:r><w:rPr><w:rStyle w:val="{style_id("annotation reference")}"/></w:rPr><w:annotationRef/></w:r>'
    )
    style = f'<w:pPr><w:pStyle w:val="{style_id("annotation text")}"/></w:pPr>'
    content = ""
    for place, stretches in enumerate(note.paragraphs):
        runs = "".join(xml.run(text, _language(text), _STYLES[mark]) for mark, text in stretches)
        start = reference if place == 0 else ""
        content += f'<w:p w14:paraId="{first + place:08X}">{style}{start}{runs}</w:p>'
    signed = f"w:author={xml.attribute(name)}{dated} w:initials={xml.attribute(initials)}"
    return f'<w:comment w:id="{number}" {signed}>{content}</w:comment>'


def _language(text: str) -> xml.Language:
    return "hans" if _HAN.search(text) else "en"
