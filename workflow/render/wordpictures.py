"""Pictures of the body in a Word file: embedded once each, at their printed size, with what they show."""

import io
from typing import TYPE_CHECKING
from zlib import crc32

from workflow.render import wordxml as xml
from workflow.render.options import RenderOptions
from workflow.render.view import Row

if TYPE_CHECKING:
    from docx.document import Document


def picture(document: "Document", row: Row, options: RenderOptions, *, zh: bool, en: bool) -> str:
    """Return a paragraph with a row's picture, described in the languages asked for; it stays with its caption."""
    from docx.shared import Pt
    from lxml import etree

    shown = row.picture
    if shown is None:
        return ""
    width, height = shown.points
    data = io.BytesIO(options.pictures[shown.file])
    inline = document.part.new_pic_inline(data, Pt(width), Pt(height))
    # A number of its own in the file, the same each time (ECMA-376 part 1, 20.4.2.5).
    inline.docPr.set("id", str(crc32(row.slot.encode()) >> 1 | 1 << 16))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.set("descr", xml.legal(shown.described(zh=zh, en=en)))
    drawing = etree.tostring(inline, encoding="unicode")
    return xml.paragraph("Picture", f"<w:r><w:drawing>{drawing}</w:drawing></w:r>")
