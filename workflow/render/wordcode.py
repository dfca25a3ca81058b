"""The QR code of the website in a Word file."""

from io import BytesIO
from typing import TYPE_CHECKING

from workflow.render import wordxml as xml
from workflow.render.options import RenderOptions
from workflow.render.qrcode import qr_png, website_of
from workflow.render.view import View

if TYPE_CHECKING:
    from docx.document import Document

# 20 mm, as in print. The number of the drawing is its own in the file: pictures of the body have greater ones.
_SIDE, _NUMBER = 56.7, 9000


def website_code(document: "Document", view: View, options: RenderOptions) -> str:
    """Return a paragraph with the QR code of the website, "" where there is none."""
    from docx.shared import Pt
    from lxml import etree

    address, words, _language = website_of(view, options)
    if not address:
        return ""
    inline = document.part.new_pic_inline(BytesIO(qr_png(address)), Pt(_SIDE), Pt(_SIDE))
    inline.docPr.set("id", str(_NUMBER))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.set("descr", xml.legal(words))
    drawing = etree.tostring(inline, encoding="unicode")
    return xml.paragraph("Contact", f"<w:r><w:drawing>{drawing}</w:drawing></w:r>")
