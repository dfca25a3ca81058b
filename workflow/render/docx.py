"""The bilingual edition as a Word file: masthead, title, the body in one of four layouts, contact, about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from workflow.bulletin import BlockType
from workflow.render import wordxml as xml
from workflow.render.brand import Brand
from workflow.render.contents import Entry
from workflow.render.options import Layout, RenderOptions
from workflow.render.script import in_script
from workflow.render.view import Field, Row, SectionView, Text, View
from workflow.render.wordcode import website_code
from workflow.render.wordcontents import contents, entries_of, marked
from workflow.render.wordfile import (
    draft_mark,
    file_bytes,
    new_document,
    set_properties,
    set_running_lines,
    sheet,
)
from workflow.render.wordmast import masthead
from workflow.render.wordpictures import PORTRAIT_COLUMN, icon, picture, portrait
from workflow.render.wordstyles import style_id
from workflow.render.wordtables import english_runs, grids

if TYPE_CHECKING:
    from docx.document import Document

# In twentieths of a point: 18 mm beside two columns, 30 mm beside one, whose lines would be too long otherwise.
_MARGINS: dict[Layout, int] = {"facing": 1021, "stacked": 1701, "english": 1701, "chinese": 1701}
_EDGE = 1077
# The column of the Chinese and the gap after it, the padding of the imprint, a table's own: the styles have them.
_CHINESE, _GAP, _PADDING = 0.45, 510, 240
# A row up to these lengths (characters) takes few lines and stays whole; a longer one may break over two pages.
_SHORT_ZH, _SHORT_EN, _SHORT_TABLE = 160, 480, 12
NOTICE = (
    "英文部分为机器翻译，未经人工审校。",
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
    """Hold one row of the body as XML in both languages; a whole part stays on one page, a wide one takes both columns.

    What is the same in both languages stands `once`, as its Chinese.
    """

    zh: str
    en: str
    whole: bool = True
    wide: bool = False
    once: bool = False


def render(view: View, brand: Brand, options: RenderOptions) -> bytes:
    """Return the edition as a DOCX in the layout, page and script of the options."""
    page = sheet(options, _MARGINS[options.layout], _EDGE)
    document = new_document(view, brand, page, track_changes=False)
    zh, en = options.shows_zh, options.shows_en
    entries = entries_of(view, options)
    content = (
        *masthead(document, view, brand, page.text_width, zh=zh, en=en),
        *_title(view, zh=zh, en=en),
        contents(view, options, entries),
        *_body(document, view, brand, options, page.text_width, entries),
        *_imprint(document, view, brand, options, page.text_width),
        *_notice(view, options),
    )
    mark = draft_mark(view, options)
    set_running_lines(document, view, brand, mark, options.layout, first_page_bare=True)
    set_properties(document, view, options)
    return file_bytes(document, "".join(content))


def _title(view: View, *, zh: bool, en: bool) -> Iterator[str]:
    """Yield the title, the English as a subtitle where both stand, and the short rule below."""
    if view.title:
        chinese, english = _paragraph("Title", xml.run(view.title.zh, view.script)), english_runs(view.title)
        yield chinese if zh else ""
        yield _paragraph("Subtitle" if zh else "Title", english) if en else ""
        yield xml.paragraph("TitleRule")


def _body(
    document: "Document",
    view: View,
    brand: Brand,
    options: RenderOptions,
    width: int,
    entries: Mapping[str, Entry],
) -> Iterator[str]:
    """Yield the sections; a rule stands before a speaker, unless he opens the page or a heading says enough."""
    widths = _columns(options, width)
    before: SectionView | None = None
    for number, section in enumerate(view.sections):
        opening = before is None or not before.rows
        if section.speaker and not section.heading and not opening:
            yield xml.paragraph("SectionRule")
        elif before and options.layout == "facing":
            yield xml.paragraph("AfterTable")
        parts = (
            *_opening(document, view, brand, options, number, widths, entries),
            *_section(document, view, section, options, widths),
        )
        yield from _laid_out(parts, options.layout, "Facing", widths)
        before = section


def _imprint(
    document: "Document", view: View, brand: Brand, options: RenderOptions, width: int
) -> Iterator[str]:
    """Yield contact and about on their ground, side by side where there are two languages."""
    parts = tuple(_contact(document, view, brand, options))
    beside = options.shows_zh and options.shows_en
    chinese = round(width * _CHINESE) - _PADDING
    widths = (chinese, width - chinese) if beside else (width, width)
    content = "".join(_laid_out(parts, "facing" if beside else options.layout, "Imprint", widths))
    if content and not beside:
        content = xml.table("Imprint", (width,), [xml.row([xml.cell(width, content)], whole=True)])
    if content:
        yield xml.paragraph("BeforeImprint") + content + xml.paragraph("ImprintEnd")


def _columns(options: RenderOptions, width: int) -> tuple[int, int]:
    """Return the widths for both languages; side by side the table reaches into the margin by its last gap."""
    if options.layout != "facing":
        return width, width
    chinese = round(width * _CHINESE)
    return chinese, width - chinese + _GAP


def _contact(document: "Document", view: View, brand: Brand, options: RenderOptions) -> Iterator[_Part]:
    if view.contact:
        yield _part(view, "Contact heading", view.contact.heading)
        for organization in view.contact.organizations:
            yield _part(view, "Contact", organization, character="Strong")
        for field in view.contact.fields:
            yield _field(document, view, brand, field)
        for other in view.contact.others:
            yield _part(view, "Contact", other)
        code = website_code(document, view, options)
        if code:
            yield _Part(code, "", once=True)
    if view.about:
        heading = _part(view, "About heading" if view.contact else "Contact heading", view.about.heading)
        text = _part(view, "About", view.about.text)
        yield _Part(heading.zh + text.zh, heading.en + text.en)


def _opening(
    document: "Document",
    view: View,
    brand: Brand,
    options: RenderOptions,
    number: int,
    widths: tuple[int, int],
    entries: Mapping[str, Entry],
) -> Iterator[_Part]:
    """Yield the heading and the speaker of a section, each marked in its first language for the contents."""
    section, zh = view.sections[number], options.shows_zh

    def of(style: str, text: Text, anchor: str) -> _Part:
        entry = entries.get(anchor)
        chinese = marked(options, entry if zh else None, xml.run(text.zh, view.script))
        english = marked(options, None if zh else entry, english_runs(text))
        return _Part(_paragraph(style, chinese), _paragraph(style, english))

    if section.heading:
        yield of("heading 1", section.heading, f"h{number}")
    if section.speaker:
        name = of("Speaker", section.speaker.name, f"p{number}")
        office = _part(view, "Office", section.speaker.office)
        both = [name.zh + office.zh, name.en + office.en]
        face = portrait(document, section.speaker, brand, f"p{number}", zh=zh)
        if face:
            side = 0 if zh else 1
            width = widths[side] - (_GAP if options.layout == "facing" else 0)
            columns = (PORTRAIT_COLUMN, width - PORTRAIT_COLUMN)
            cells = (xml.cell(*one) for one in zip(columns, (face, both[side]), strict=True))
            both[side] = xml.table("Portrayed", columns, [xml.row(cells, whole=True)]) + xml.paragraph(
                "TableEnd"
            )
        yield _Part(both[0], both[1])


def _section(
    document: "Document", view: View, section: SectionView, options: RenderOptions, widths: tuple[int, int]
) -> Iterator[_Part]:
    facing = options.layout == "facing"
    for row, following in pairwise((*section.rows, None)):
        if row is None:
            continue
        if row.picture:
            yield _Part(picture(document, row, options), "", wide=True, once=True)
            if not row.text.zh:
                continue
        if not row.grid:
            yield _part(view, "", row.text, styles=_styles(row, following, options))
            continue
        inside = (widths[0] - _GAP, widths[1] - _GAP) if facing else widths
        inside = (sum(widths) - _GAP,) * 2 if facing and row.wide else inside
        chinese, english = grids(view, row, inside, "TableEnd" if facing else "AfterTable")
        yield _Part(chinese, english, whole=len(row.grid) <= _SHORT_TABLE, wide=row.wide)
        if facing and following:
            # What a cell ends with after a table is not shown everywhere: the gap is a row of its own.
            yield _Part(xml.paragraph("AfterTable"), xml.paragraph("AfterTable"))


def _styles(row: Row, following: Row | None, options: RenderOptions) -> tuple[str, str]:
    """Return the styles of a row in both languages."""
    if row.pull:
        return "Pull zh", "Pull en"
    if row.type == "list" and (following is None or following.type != "list"):
        return "List zh end", "List en end"
    if options.layout == "stacked" and row.type == "paragraph":
        return "Body zh above", "Body en"
    return _STYLES[row.type]


def _part(
    view: View, style: str, text: Text, *, styles: tuple[str, str] | None = None, character: str = ""
) -> _Part:
    style_zh, style_en = styles or (style, style)
    whole = len(text.zh) <= _SHORT_ZH and len(text.en) <= _SHORT_EN
    chinese = xml.run(text.zh, view.script, character)
    english = english_runs(text, character)
    return _Part(_paragraph(style_zh, chinese), _paragraph(style_en, english), whole)


def _paragraph(style: str, content: str) -> str:
    return xml.paragraph(style_id(style), content) if content else ""


def _field(document: "Document", view: View, brand: Brand, field: Field) -> _Part:
    chinese = "; ".join(value.zh for value in field.values)
    english = "; ".join(value.en for value in field.values if value.en)
    label_zh = xml.run(f"{field.label.zh}：", view.script, "Label")
    label_en = xml.run(f"{field.label.en}: ", "en", "Label")
    signs = [icon(document, field.key, brand, f"{field.key} {side}") for side in ("zh", "en")]
    return _Part(
        xml.paragraph("Contact", signs[0], label_zh, xml.run(chinese, view.script)),
        xml.paragraph("Contact", signs[1], label_en, xml.run(english, "en")),
    )


def _notice(view: View, options: RenderOptions) -> Iterator[str]:
    """Yield what an edition says that was published before its body was reviewed."""
    if view.draft and not options.draft:
        chinese = xml.run(in_script(NOTICE[0], view.script), view.script)
        yield _paragraph("Notice", chinese if options.shows_zh else "")
        yield _paragraph("Notice", xml.run(NOTICE[1], "en") if options.shows_en else "")


def _laid_out(parts: tuple[_Part, ...], layout: Layout, style: str, widths: tuple[int, int]) -> Iterator[str]:
    """Yield parts in the layout: side by side a table, a row a part, so that no paragraph drifts from its own."""
    if layout != "facing":
        for part in parts:
            yield part.zh if part.once or layout != "english" else ""
            yield part.en if layout != "chinese" else ""
    elif parts:
        yield xml.table(style, widths, (_row(part, widths) for part in parts))


def _row(part: _Part, widths: tuple[int, int]) -> str:
    if part.wide:
        return xml.row([xml.cell(sum(widths), part.zh + part.en, columns=len(widths))], whole=part.whole)
    contents = (part.zh or xml.paragraph("BodyZh"), part.en or xml.paragraph("BodyEn"))
    cells = [xml.cell(width, content) for width, content in zip(widths, contents, strict=True)]
    return xml.row(cells, whole=part.whole)
