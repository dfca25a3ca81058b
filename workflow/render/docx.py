"""The bilingual edition as a Word file: masthead, title, the body in one of four layouts, contact, about."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

from workflow.bulletin import BlockType
from workflow.render import wordxml as xml
from workflow.render.brand import Brand
from workflow.render.options import Layout, RenderOptions
from workflow.render.script import in_script
from workflow.render.view import Field, Row, SectionView, Text, View
from workflow.render.wordcode import website_code
from workflow.render.wordfile import (
    draft_mark,
    file_bytes,
    new_document,
    set_properties,
    set_running_lines,
    sheet,
)
from workflow.render.wordmast import masthead
from workflow.render.wordpictures import picture
from workflow.render.wordstyles import style_id

if TYPE_CHECKING:
    from docx.document import Document

# In twentieths of a point: 18 mm beside two columns, 30 mm beside one, whose lines would be too long otherwise.
_MARGINS: dict[Layout, int] = {"facing": 1021, "stacked": 1701, "english": 1701, "chinese": 1701}
_EDGE = 1077
# The column of the Chinese and the gap after it, the padding of the imprint, a table's own: the styles have them.
_CHINESE, _GAP, _PADDING = 0.45, 510, 240
# A row up to these lengths (characters) takes few lines and stays whole; a longer one may break over two pages.
_SHORT_ZH, _SHORT_EN, _SHORT_TABLE = 160, 480, 12
# How wide a table's column is beside the others: by its longest cell, in half-width characters, within these bounds.
_SHORTEST_CELL, _LONGEST_CELL, _CELL_PADDING = 3, 40, 3
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
    zh, en = options.layout != "english", options.layout != "chinese"
    content = (
        *masthead(document, view, brand, page.text_width, zh=zh, en=en),
        *_title(view, zh=zh, en=en),
        *_body(document, view, options, page.text_width),
        *_imprint(document, view, options, page.text_width),
        *_notice(view, options),
    )
    mark = draft_mark(view, options)
    set_running_lines(document, view, brand, mark, options.layout, first_page_bare=True)
    set_properties(document, view, options)
    return file_bytes(document, "".join(content))


def _title(view: View, *, zh: bool, en: bool) -> Iterator[str]:
    """Yield the title, the English as a subtitle where both stand, and the short rule below."""
    if view.title:
        chinese, english = _paragraph("Title", xml.run(view.title.zh, view.script)), _english(view.title)
        yield chinese if zh else ""
        yield _paragraph("Subtitle" if zh else "Title", english) if en else ""
        yield xml.paragraph("TitleRule")


def _english(text: Text, style: str = "") -> str:
    """Return the English as one run for each stretch that is set alike."""
    stretches = groupby(text.runs, key=lambda run: run.italic)
    return "".join(
        xml.run("".join(run.text for run in runs), "en", "Emphasis" if italic else style)
        for italic, runs in stretches
    )


def _body(document: "Document", view: View, options: RenderOptions, width: int) -> Iterator[str]:
    """Yield the sections; a rule stands before a speaker, unless he opens the page or a heading says enough."""
    widths = _columns(options, width)
    before: SectionView | None = None
    for section in view.sections:
        opening = before is None or not before.rows
        if section.speaker and not section.heading and not opening:
            yield xml.paragraph("SectionRule")
        elif before and options.layout == "facing":
            yield xml.paragraph("AfterTable")
        parts = tuple(_section(document, view, section, options, widths))
        yield from _laid_out(parts, options, "Facing", widths)
        before = section


def _imprint(document: "Document", view: View, options: RenderOptions, width: int) -> Iterator[str]:
    """Yield contact and about on their ground."""
    parts = tuple(_contact(document, view, options))
    facing = options.layout == "facing"
    chinese = _columns(options, width)[0] - _PADDING
    widths = (chinese, width - chinese) if facing else (width, width)
    content = "".join(_laid_out(parts, options, "Imprint", widths))
    if content and not facing:
        content = xml.table("Imprint", (width,), [xml.row([xml.cell(width, content)], whole=True)])
    if content:
        yield xml.paragraph("BeforeImprint") + content + xml.paragraph("AfterTable")


def _columns(options: RenderOptions, width: int) -> tuple[int, int]:
    """Return the widths for both languages; side by side the table reaches into the margin by its last gap."""
    if options.layout != "facing":
        return width, width
    chinese = round(width * _CHINESE)
    return chinese, width - chinese + _GAP


def _contact(document: "Document", view: View, options: RenderOptions) -> Iterator[_Part]:
    if view.contact:
        yield _part(view, "Contact heading", view.contact.heading)
        for organization in view.contact.organizations:
            yield _part(view, "Contact", organization, character="Strong")
        for field in view.contact.fields:
            yield _field(view, field)
        code = website_code(document, view, options)
        if code:
            yield _Part(code, "", once=True)
    if view.about:
        heading = _part(view, "About heading" if view.contact else "Contact heading", view.about.heading)
        text = _part(view, "About", view.about.text)
        yield _Part(heading.zh + text.zh, heading.en + text.en)


def _section(
    document: "Document", view: View, section: SectionView, options: RenderOptions, widths: tuple[int, int]
) -> Iterator[_Part]:
    if section.heading:
        yield _part(view, "heading 1", section.heading)
    if section.speaker:
        name = _part(view, "Speaker", section.speaker.name)
        office = _part(view, "Office", section.speaker.office)
        yield _Part(name.zh + office.zh, name.en + office.en)
    facing = options.layout == "facing"
    for row, following in pairwise((*section.rows, None)):
        if row is None:
            continue
        if row.picture:
            zh, en = options.layout != "english", options.layout != "chinese"
            yield _Part(picture(document, row, options, zh=zh, en=en), "", wide=True, once=True)
            if not row.text.zh:
                continue
        if not row.grid:
            yield _part(view, "", row.text, styles=_styles(row, following, options))
            continue
        inside = (widths[0] - _GAP, widths[1] - _GAP) if facing else widths
        inside = (sum(widths) - _GAP,) * 2 if facing and row.wide else inside
        yield _grid(view, row, inside, "TableEnd" if facing else "AfterTable")
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
    english = _english(text, character)
    return _Part(_paragraph(style_zh, chinese), _paragraph(style_en, english), whole)


def _paragraph(style: str, content: str) -> str:
    return xml.paragraph(style_id(style), content) if content else ""


def _field(view: View, field: Field) -> _Part:
    chinese = "; ".join(value.zh for value in field.values)
    english = "; ".join(value.en for value in field.values if value.en)
    label_zh = xml.run(f"{field.label.zh}：", view.script, "Label")
    label_en = xml.run(f"{field.label.en}: ", "en", "Label")
    return _Part(
        xml.paragraph("Contact", label_zh, xml.run(chinese, view.script)),
        xml.paragraph("Contact", label_en, xml.run(english, "en")),
    )


def _grid(view: View, row: Row, widths: tuple[int, int], end: str) -> _Part:
    """Return a table in both languages; Word wants a paragraph after a table that ends a cell, in the style `end`."""
    zh, en = _figures(view, row, widths[0], chinese=True), _figures(view, row, widths[1], chinese=False)
    zh, en = zh + xml.paragraph(end), en + xml.paragraph(end)
    return _Part(zh, en, whole=len(row.grid) <= _SHORT_TABLE, wide=row.wide)


def _figures(view: View, row: Row, width: int, *, chinese: bool) -> str:
    """Return a table in one language, its columns as wide as their longest cells ask for."""
    asked = [_asked(row, column, chinese=chinese) for column in range(len(row.figures))]
    each = [width * share // sum(asked) for share in asked]
    lines = []
    for number, line in enumerate(row.grid):
        head = number < row.head
        cells: list[str] = []
        for column, text in enumerate(line):
            columns, merge = _merge(row, number, column)
            if columns:
                wide = sum(each[column : column + columns])
                style = "TableOver" if columns > 1 else "TableFigure" if row.figures[column] else "TableCell"
                mark = "TableHead" if head else ""
                words = xml.run(text.zh, view.script, mark) if chinese else _english(text, mark)
                cells.append(xml.cell(wide, xml.paragraph(style, words), columns=columns, merge=merge))
        lines.append(xml.row(cells, header=head, whole=True))
    return xml.table("Figures", each, lines)


def _asked(row: Row, column: int, *, chinese: bool) -> int:
    """Return the width that a column asks for, in half-width characters."""
    cells = [line[column] for line, taken in zip(row.grid, row.covers, strict=True) if taken[column][1] == 1]
    longest = max((len(cell.zh) * 2 if chinese else len(cell.en) for cell in cells), default=0)
    return max(_SHORTEST_CELL, min(_LONGEST_CELL, longest)) + _CELL_PADDING


def _merge(row: Row, number: int, column: int) -> tuple[int, Literal["", "restart", "continue"]]:
    """Return how many columns a cell takes, 0 where the one before it does, and its part in a merge over rows."""
    down, across = row.covers[number][column]
    if down:
        return across, "restart" if down > 1 else ""
    for above in range(number - 1, -1, -1):
        down, across = row.covers[above][column]
        if down:
            return (across, "continue") if above + down > number else (0, "")
    return 0, ""


def _notice(view: View, options: RenderOptions) -> Iterator[str]:
    """Yield what an edition says that was published before its body was reviewed."""
    if view.draft and not options.draft:
        chinese = xml.run(in_script(NOTICE[0], view.script), view.script)
        yield _paragraph("Notice", chinese if options.layout != "english" else "")
        yield _paragraph("Notice", xml.run(NOTICE[1], "en") if options.layout != "chinese" else "")


def _laid_out(
    parts: tuple[_Part, ...], options: RenderOptions, style: str, widths: tuple[int, int]
) -> Iterator[str]:
    """Yield parts in the layout: side by side a table, a row a part, so that no paragraph drifts from its own."""
    if options.layout != "facing":
        for part in parts:
            yield part.zh if part.once or options.layout != "english" else ""
            yield part.en if options.layout != "chinese" else ""
    elif parts:
        yield xml.table(style, widths, (_row(part, widths) for part in parts))


def _row(part: _Part, widths: tuple[int, int]) -> str:
    if part.wide:
        return xml.row([xml.cell(sum(widths), part.zh + part.en, columns=len(widths))], whole=part.whole)
    contents = (part.zh or xml.paragraph("BodyZh"), part.en or xml.paragraph("BodyEn"))
    cells = [xml.cell(width, content) for width, content in zip(widths, contents, strict=True)]
    return xml.row(cells, whole=part.whole)
