"""The QR code of the website in a Word file."""

from typing import TYPE_CHECKING

from workflow.render import wordxml as xml
from workflow.render.options import RenderOptions
from workflow.render.qrcode import qr_png, website_of
from workflow.render.view import View
from workflow.render.wordpictures import drawing

if TYPE_CHECKING:
    from docx.document import Document

# 20 mm in points, as in print.
_SIDE = 56.7


def website_code(document: "Document", view: View, options: RenderOptions) -> str:
    """Return a paragraph with the QR code of the website, "" where there is none."""
    address, words, _language = website_of(view, options)
    if not address:
        return ""
    return xml.paragraph("Contact", drawing(document, qr_png(address), (_SIDE, _SIDE), "code", words))
