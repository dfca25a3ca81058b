"""The masthead of a Word file: logo, publisher and series side by side, then issue and date on a line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workflow.render import wordxml as xml
from workflow.render.brand import Brand
from workflow.render.script import in_script
from workflow.render.view import Text, View
from workflow.render.wordfile import both
from workflow.render.wordpictures import drawing

if TYPE_CHECKING:
    from docx.document import Document

_PICTURES = (".png", ".jpg", ".jpeg")
# Height of the logo in points; widths of its column and of the series in twentieths of a point.
_LOGO_HEIGHT, _LOGO_COLUMN, _SERIES_COLUMN = 48, 1250, 2550


def masthead(
    document: "Document", view: View, brand: Brand, width: int, *, zh: bool, en: bool
) -> Iterator[str]:
    """Yield the masthead in both languages, then the issue line in those asked for.

    `width` is the text width in twentieths of a point. What an edition lacks leaves nothing behind.
    """
    logo = _logo(document, view, brand, en=en)
    series = _lines(view, ("Series", "SeriesEn"), view.series)
    publisher = _lines(view, ("MastheadZh", "MastheadEn"), view.masthead)
    if logo or publisher or series:
        columns = {_LOGO_COLUMN: logo, 0: publisher or xml.paragraph("MastheadZh"), _SERIES_COLUMN: series}
        there = {width: content for width, content in columns.items() if content}
        rest = width - sum(there)
        widths = [column or rest for column in there]
        cells = (xml.cell(*values) for values in zip(widths, there.values(), strict=True))
        yield xml.table("Masthead", widths, [xml.row(cells, whole=True)])
    issue, date = (_side_by_side(view, text, zh=zh, en=en) for text in (view.issue, view.date))
    # Without a paragraph between them Word would join the masthead to a table that follows.
    tab = xml.tab() if issue and date else ""
    yield xml.paragraph("IssueLine", issue, tab, date) if issue or date else xml.paragraph("AfterTable")


def _lines(view: View, styles: tuple[str, str], text: Text) -> str:
    words = (xml.run(text.zh, view.script), xml.run(text.en, "en"))
    return "".join(xml.paragraph(style, word) for style, word in zip(styles, words, strict=True) if word)


def _side_by_side(view: View, text: Text | None, *, zh: bool, en: bool) -> str:
    chinese, english = both(text)
    words = (xml.run(chinese if zh else "", view.script), xml.run(english if en else "", "en"))
    return xml.run("   ", "en").join(filter(None, words))


def _logo(document: "Document", view: View, brand: Brand, *, en: bool) -> str:
    """Return the brand's logo; Word files take pixels, so an SVG needs a PNG of the same name beside it.

    Its words are the masthead's, else the brand's name, in English where `en`.
    """
    if brand.logo is None:
        return ""
    picture = brand.logo if brand.logo.suffix.lower() in _PICTURES else brand.logo.with_suffix(".png")
    inside = picture.resolve().is_relative_to(brand.logo.resolve().parent)
    if not inside or not picture.is_file():
        return ""
    chinese, english = both(view.masthead)
    in_english = en and (english or not chinese)
    words = (english or brand.title_en) if in_english else (chinese or in_script(brand.title_zh, view.form))
    return xml.paragraph("Logo", drawing(document, picture, (0, _LOGO_HEIGHT), "logo", words))
