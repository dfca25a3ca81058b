"""The package around a Word document: a clean start, page, header and footer, properties, the same bytes."""

import io
import zipfile
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from workflow.render import wordxml as xml
from workflow.render.brand import Brand
from workflow.render.options import Layout, RenderOptions
from workflow.render.view import Text, View
from workflow.render.wordstyles import numbering_xml, style_id, styles_xml

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

DRAFT = ("草稿", "Draft")
UNREVIEWED = ("机器翻译", "Machine translation")
# Page, then width and height in twentieths of a point, upright.
PAGES = {"a4": (11906, 16838), "letter": (12240, 15840)}
# What python-docx's template brings and these files do not need.
_UNUSED = ("stylesWithEffects", "webSettings", "customXml", "thumbnail", "extended-properties")
_LONGEST_PROPERTY = 255
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a page's width, height and margin in twentieths of a point."""

    width: int
    height: int
    margin: int

    @property
    def text_width(self) -> int:
        """Return the width between the margins."""
        return self.width - 2 * self.margin


def sheet(options: RenderOptions, margin: int, *, landscape: bool = False) -> Sheet:
    """Return the page that the options ask for."""
    width, height = PAGES[options.page]
    return Sheet(height, width, margin) if landscape else Sheet(width, height, margin)


def new_document(view: View, brand: Brand, page: Sheet, *, track_changes: bool) -> "Document":
    """Return an empty document with the styles, the settings and the page, and nothing else."""
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, r in relations.items() if r.reltype.rsplit("/", 1)[-1] in _UNUSED]:
            del relations[key]
    _replace(document.styles.element, parse_xml(styles_xml(brand, view.script, page.text_width)))
    _replace(document.part.numbering_part.element, parse_xml(numbering_xml()))
    _replace(document.settings.element, parse_xml(_settings_xml(view, track_changes=track_changes)))
    _set_page(document, page)
    return document


def set_running_lines(
    document: "Document", view: View, mark: str, layout: Layout, *, first_page_bare: bool
) -> None:
    """Write the header (series and issue, the mark at the right) and the footer (page X of Y).

    `mark` is XML; with `first_page_bare` the first page's header holds the mark alone.
    """
    section = document.sections[0]
    section.different_first_page_header_footer = first_page_bare
    foot = xml.paragraph("Footer", _folio(view, layout))
    lines = [
        (section.header, "hdr", xml.paragraph("Header", _running_head(view, layout), xml.tab(), mark)),
        (section.footer, "ftr", foot),
    ]
    if first_page_bare:
        lines.append((section.first_page_header, "hdr", xml.paragraph("Header", xml.tab(), mark)))
        lines.append((section.first_page_footer, "ftr", foot))
    for line, root, content in lines:
        line.is_linked_to_previous = False
        _replace(line.part.element, _parsed(root, content))


def _running_head(view: View, layout: Layout) -> str:
    series = view.series if view.series.zh else view.masthead
    zh, en = (" ".join(filter(None, words)) for words in zip(_both(series), _both(view.issue), strict=True))
    chinese = xml.run(zh, view.script) if layout != "english" else ""
    english = xml.run(en, "en") if layout != "chinese" else ""
    return xml.run("  ", "en").join(filter(None, (chinese, english)))


def _folio(view: View, layout: Layout) -> str:
    page, pages = xml.field("PAGE"), xml.field("NUMPAGES")
    of, end = xml.run(" 页，共 ", view.script), xml.run(" 页", view.script)
    chinese = xml.run("第 ", view.script) + page + of + pages + end if layout != "english" else ""
    english = xml.run("Page ", "en") + page + xml.run(" of ", "en") + pages if layout != "chinese" else ""
    return xml.tab().join(filter(None, (chinese, english)))


def draft_mark(view: View, options: RenderOptions) -> str:
    """Return the runs that every page of a draft, or of an edition published unreviewed, bears."""
    if not (options.draft or view.draft):
        return ""
    zh, en = DRAFT if options.draft else UNREVIEWED
    style = style_id("Draft mark")
    return xml.run(zh, view.script, style) + xml.run(f" {en}", "en", style)


def set_properties(document: "Document", view: View, options: RenderOptions) -> None:
    """Write the document properties; the clock of the options gives both dates."""
    core = document.core_properties
    core.title = _property(" / ".join(filter(None, _both(view.title)))) or view.name
    core.author = _property(" / ".join(filter(None, _both(view.masthead))))
    core.subject = _property(", ".join(filter(None, (*_both(view.series), *_both(view.issue)))))
    core.keywords = _property(options.signature or view.manifest.signature)
    core.identifier = _property(view.name)
    core.language = "zh, en"
    core.comments = ""
    core.last_modified_by = "bulletin"
    core.revision = max(1, view.manifest.revision)
    core.created = core.modified = options.clock.astimezone(UTC).replace(tzinfo=None)


def file_bytes(document: "Document", body: str) -> bytes:
    """Return the file's bytes: members in a fixed order and with one fixed time, content types first.

    `body` is the XML that follows what the document's body holds already. It joins the text of the file, since
    lxml's time for moving elements from one tree to another grows with the square of their number.
    """
    raw = io.BytesIO()
    document.save(raw)
    packed = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = old.read(name)
            if name == "word/document.xml":
                before, last_section, after = content.rpartition(b"<w:sectPr")
                content = before + body.encode() + last_section + after
            member = zipfile.ZipInfo(name, _ZIP_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            new.writestr(member, content, compresslevel=6)
    return packed.getvalue()


def _both(text: Text | None) -> tuple[str, str]:
    return (text.zh, text.en) if text else ("", "")


def _property(text: str) -> str:
    return " ".join(xml.legal(text).split())[:_LONGEST_PROPERTY]


def _replace(element: "BaseOxmlElement", new: "BaseOxmlElement") -> None:
    """Give an element the children of another in place of its own."""
    for child in list(element):
        element.remove(child)
    element.extend(list(new))


def _parsed(root: str, content: str) -> "BaseOxmlElement":
    from docx.oxml import parse_xml

    return parse_xml(f'<w:{root} xmlns:w="{xml.NAMESPACE}">{content}</w:{root}>')


def _set_page(document: "Document", page: Sheet) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Twips

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if page.width > page.height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(page.width), Twips(page.height)
    section.left_margin = section.right_margin = Twips(page.margin)
    section.top_margin = section.bottom_margin = Twips(page.margin)
    section.header_distance = section.footer_distance = Twips(page.margin // 2)


def _settings_xml(view: View, *, track_changes: bool) -> str:
    tracked = "<w:trackRevisions/>" if track_changes else ""
    modern = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return (
        f'<w:settings xmlns:w="{xml.NAMESPACE}"><w:zoom w:percent="100"/>{tracked}<w:defaultTabStop w:val="420"/>'
        f'<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>{modern}</w:compat>'
        f'<w:themeFontLang w:val="en-US" w:eastAsia="{xml.EAST_ASIAN_TAG[view.script]}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
