"""Pictures in a Word file: embedded once each, at their printed size, with what they show."""

import io
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zlib import crc32

from workflow.render import wordxml as xml
from workflow.render.brand import Brand
from workflow.render.options import RenderOptions
from workflow.render.view import Row, SpeakerView

if TYPE_CHECKING:
    from docx.document import Document

# In points: the box of a portrait, 13 mm by three lines, and an icon's side, as in print.
_PORTRAIT, _ICON = (36.9, 43.5), 8
# A portrait's column in twentieths of a point, 4 mm beside the picture.
PORTRAIT_COLUMN = 965
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def drawing(
    document: "Document", source: "Path | bytes", points: tuple[float, float], place: str, words: str
) -> str:
    """Return a run with a picture of a width and height in points; a height alone where the width is 0.

    `place` is a name of its own in the file, from which the picture's number is made, the same each time (ECMA-376
    part 1, 20.4.2.5); `words` say what it shows, none that it is an ornament.
    """
    from docx.oxml import parse_xml
    from docx.shared import Pt
    from lxml import etree

    width, height = points
    data = str(source) if isinstance(source, Path) else io.BytesIO(source)
    inline = document.part.new_pic_inline(data, Pt(width) if width else None, Pt(height))
    inline.docPr.set("id", str(crc32(place.encode()) >> 1 | 1 << 16))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.set("descr", xml.legal(words))
    if not words:
        inline.docPr.append(parse_xml(_DECORATIVE))
    return f"<w:r><w:drawing>{etree.tostring(inline, encoding='unicode')}</w:drawing></w:r>"


def picture(document: "Document", row: Row, options: RenderOptions) -> str:
    """Return a paragraph with a row's picture, described in the languages of the layout; it stays with its caption."""
    shown = row.picture
    if shown is None:
        return ""
    words = shown.described(zh=options.shows_zh, en=options.shows_en)
    return xml.paragraph(
        "Picture", drawing(document, options.pictures[shown.file], shown.points, row.slot, words)
    )


def portrait(document: "Document", speaker: SpeakerView, brand: Brand, place: str, *, zh: bool) -> str:
    """Return a paragraph with a speaker's portrait of the brand, as large as its box lets it be; "" without one."""
    from PIL import Image

    file = brand.find(unquote(brand.portrait(speaker.person)) or "-")
    if file is None:
        return ""
    with Image.open(file) as image:
        scale = min(_PORTRAIT[0] / image.width, _PORTRAIT[1] / image.height)
        points = (image.width * scale, image.height * scale)
    name = speaker.name.zh if zh else speaker.name.en
    return xml.paragraph("Portrait", drawing(document, file, points, place, name))


def icon(document: "Document", key: str, brand: Brand, place: str) -> str:
    """Return a run with the brand's icon of a field of the contact block, "" where it has none in pixels."""
    file = brand.find(f"icons/{key}.png")
    return drawing(document, file, (_ICON, _ICON), place, "") + xml.run(" ", "en") if file else ""
