"""The bilingual edition as a Word file: masthead, title, the body in one of four layouts, contact, about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workflow.bulletin import BlockType
from workflow.render import wordxml as xml
from workflow.render.brand import Brand
from workflow.render.options import RenderOptions
from workflow.render.view import Field, Row, SectionView, Text, View
from workflow.render.wordfile import (
    draft_mark,
    file_bytes,
    new_document,
    set_properties,
    set_running_lines,
    sheet,
)
from workflow.render.wordstyles import style_id

if TYPE_CHECKING:
    from docx.document import Document

_MARGIN = 1134
_LOGO_HEIGHT = 36
_PICTURES = (".png", ".jpg", ".jpeg")
# Chinese is shorter than its English by about this much.
_CHINESE_SHARE = 0.45
# A row up to these lengths (characters) takes few lines and stays whole; a longer one may break over two pages.
_SHORT_ZH, _SHORT_EN, _SHORT_TABLE = 160, 480, 12
NOTICE = Text(
    "英文部分为机器翻译，未经人工审校。",
    (),
    "The English text is a machine translation that was not reviewed.",
)
_STYLES: dict[BlockType, tuple[str, str]] = {
    "paragraph": ("Body zh", "Body en"),
    "list": ("List zh", "List en"),
    "quote": ("Quote zh", "Quote en"),
    "table": ("Body zh", "Body en"),
    "picture": ("caption", "caption"),
}


@dataclass(frozen=True, slots=True)
class _Part:
    """Hold one row of the body as XML in both languages; a whole part stays on one page."""

    zh: str
    en: str
    whole: bool = True


def render(view: View, brand: Brand, options: RenderOptions) -> bytes:
    """Return the edition as a DOCX in the layout, page and script of the options."""
    page = sheet(options, _MARGIN)
    document = new_document(view, brand, page, track_changes=False)
    _add_logo(document, brand)
    chinese = round(page.text_width * _CHINESE_SHARE)
    widths = (chinese, page.text_width - chinese) if options.layout == "facing" else (page.text_width,) * 2
    parts = tuple(_parts(view, widths))
    content = (*_masthead(view, options), *_laid_out(parts, options, widths), *_notice(view, options))
    set_running_lines(document, view, draft_mark(view, options), options.layout, first_page_bare=True)
    set_properties(document, view, options)
    return file_bytes(document, "".join(content))


def _add_logo(document: "Document", brand: Brand) -> None:
    """Put the brand's logo on top; Word files take pixels, so an SVG needs a PNG of the same name beside it."""
    from docx.shared import Pt

    if brand.logo is None:
        return
    picture = brand.logo if brand.logo.suffix.lower() in _PICTURES else brand.logo.with_suffix(".png")
    if picture.is_file():
        document.add_paragraph(style="Logo").add_run().add_picture(str(picture), height=Pt(_LOGO_HEIGHT))


def _masthead(view: View, options: RenderOptions) -> Iterator[str]:
    """Yield name, series, issue line and title in the languages of the layout."""
    zh, en = options.layout != "english", options.layout != "chinese"
    lines = (
        ("Masthead zh", view.masthead, zh, False),
        ("Masthead en" if zh else "Masthead zh", view.masthead, False, en),
        ("Series", view.series, zh, en),
    )
    for style, text, with_zh, with_en in lines:
        yield _line(view, style, (text,), zh=with_zh, en=with_en)
    yield _line(view, "Issue line", (view.issue, view.date), zh=zh, en=en)
    if view.title:
        yield _line(view, "Title", (view.title,), zh=zh, en=False)
        yield _line(view, "Subtitle" if zh else "Title", (view.title,), zh=False, en=en)


def _line(view: View, style: str, texts: Iterable[Text | None], *, zh: bool, en: bool) -> str:
    """Return one paragraph of several texts, the Chinese before the English, "" where there is no text."""
    there = [text for text in texts if text]
    chinese = [xml.run(text.zh, view.script) for text in there if zh and text.zh]
    english = [_english(text) for text in there if en and text.en]
    gap = xml.run("  ", "en")
    words = gap.join((*chinese, *english))
    return xml.paragraph(style_id(style), words) if words else ""


def _english(text: Text) -> str:
    return "".join(xml.run(r.text, "en", "Emphasis" if r.italic else "") for r in text.runs)


def _parts(view: View, widths: tuple[int, int]) -> Iterator[_Part]:
    for section in view.sections:
        yield from _section(view, section, widths)
    if view.contact:
        yield _part(view, "Contact heading", view.contact.heading)
        for organization in view.contact.organizations:
            yield _part(view, "Contact", organization, character="Strong")
        for field in view.contact.fields:
            yield _field(view, field)
    if view.about:
        yield _part(view, "Contact heading", view.about.heading)
        yield _part(view, "About", view.about.text)


def _section(view: View, section: SectionView, widths: tuple[int, int]) -> Iterator[_Part]:
    if section.heading:
        yield _part(view, "heading 1", section.heading)
    if section.speaker:
        name = _part(view, "Speaker", section.speaker.name)
        office = _part(view, "Office", section.speaker.office)
        yield _Part(name.zh + office.zh, name.en + office.en)
    for row in section.rows:
        yield _grid(view, row, widths) if row.grid else _part(view, "", row.text, styles=_STYLES[row.type])


def _part(
    view: View, style: str, text: Text, *, styles: tuple[str, str] | None = None, character: str = ""
) -> _Part:
    style_zh, style_en = styles or (style, style)
    whole = len(text.zh) <= _SHORT_ZH and len(text.en) <= _SHORT_EN
    chinese = xml.run(text.zh, view.script, character)
    english = xml.run(text.en, "en", character) if character else _english(text)
    return _Part(_paragraph(style_zh, chinese), _paragraph(style_en, english), whole)


def _paragraph(style: str, content: str) -> str:
    return xml.paragraph(style_id(style), content) if content else ""


def _field(view: View, field: Field) -> _Part:
    chinese = "\n".join(value.zh for value in field.values)
    english = "\n".join(value.en for value in field.values if value.en)
    label_zh = xml.run(f"{field.label.zh}：", view.script, "Strong")
    label_en = xml.run(f"{field.label.en}: ", "en", "Strong")
    return _Part(
        xml.paragraph("Contact", label_zh, xml.run(chinese, view.script)),
        xml.paragraph("Contact", label_en, xml.run(english, "en")),
    )


def _grid(view: View, row: Row, widths: tuple[int, int]) -> _Part:
    """Return a table inside its column; Word wants a paragraph after a table that ends a cell."""
    columns = max(len(line) for line in row.grid)
    tables: list[str] = []
    for width, chinese in zip(widths, (True, False), strict=True):
        each = [(width - 2 * 108) // columns] * columns
        lines: list[str] = []
        for line in row.grid:
            texts = [xml.run(t.zh, view.script) if chinese else _english(t) for t in line]
            filled = texts + [""] * (columns - len(texts))
            cells = [xml.cell(w, xml.paragraph("TableCell", t)) for w, t in zip(each, filled, strict=True)]
            lines.append(xml.row(cells, header=not lines, whole=True))
        tables.append(xml.table("Grid", each, lines) + xml.paragraph("TableCell"))
    return _Part(tables[0], tables[1], len(row.grid) <= _SHORT_TABLE)


def _notice(view: View, options: RenderOptions) -> Iterator[str]:
    """Yield what an edition says that was published before its body was reviewed."""
    if view.draft and not options.draft:
        yield _line(view, "Notice", (NOTICE,), zh=options.layout != "english", en=options.layout != "chinese")


def _laid_out(parts: tuple[_Part, ...], options: RenderOptions, widths: tuple[int, int]) -> Iterator[str]:
    if options.layout == "facing":
        yield _facing(parts, widths)
        yield xml.paragraph("Contact")
    for part in parts if options.layout != "facing" else ():
        yield part.zh if options.layout != "english" else ""
        yield part.en if options.layout != "chinese" else ""


def _facing(parts: tuple[_Part, ...], widths: tuple[int, int]) -> str:
    """Return the one table of two columns, a row a part, its header repeated on every page."""
    heads = (xml.run("中文", "hans"), xml.run("English", "en"))
    head = _cells(widths, (xml.paragraph("ColumnHead", word) for word in heads))
    rows = [xml.row(head, header=True, whole=True)]
    for part in parts:
        contents = (part.zh or xml.paragraph("BodyZh"), part.en or xml.paragraph("BodyEn"))
        rows.append(xml.row(_cells(widths, contents), whole=part.whole))
    return xml.table("Facing", widths, rows)


def _cells(widths: tuple[int, int], contents: Iterable[str]) -> list[str]:
    return [xml.cell(width, content) for width, content in zip(widths, contents, strict=True)]
