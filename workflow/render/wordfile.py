"""The package around a Word document: a clean start, page, header and footer, properties, the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from workflow.render import wordxml as xml
from workflow.render.brand import Brand
from workflow.render.options import Layout, RenderOptions
from workflow.render.script import in_script
from workflow.render.stylesheet import numbering_xml, styles_xml
from workflow.render.view import Text, View
from workflow.render.wordstyles import style_id

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

DRAFT = ("草稿", "Draft")
UNREVIEWED = ("机器翻译", "Machine translation")
# Page, then width and height in twentieths of a point, upright.
PAGES = {"a4": (11906, 16838), "letter": (12240, 15840)}
# What python-docx's template brings and these files do not need.
_UNUSED = ("stylesWithEffects", "webSettings", "customXml", "thumbnail", "extended-properties")
_LONGEST_PROPERTY = 255
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The property set that every word processor looks in for properties of a user's own.
_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a page's width, height and margins in twentieths of a point; `edge` is that above and below."""

    width: int
    height: int
    margin: int
    edge: int

    @property
    def text_width(self) -> int:
        """Return the width between the margins."""
        return self.width - 2 * self.margin


def sheet(options: RenderOptions, margin: int, edge: int, *, landscape: bool = False) -> Sheet:
    """Return the page that the options ask for."""
    width, height = PAGES[options.page]
    return Sheet(height, width, margin, edge) if landscape else Sheet(width, height, margin, edge)


def new_document(view: View, brand: Brand, page: Sheet, *, track_changes: bool) -> "Document":
    """Return an empty document with the styles, the settings and the page, and nothing else."""
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, r in relations.items() if r.reltype.rsplit("/", 1)[-1] in _UNUSED]:
            del relations[key]
    _replace(document.styles.element, parse_xml(styles_xml(brand, view.script, page.text_width)))
    _replace(document.part.numbering_part.element, parse_xml(numbering_xml(brand)))
    _replace(document.settings.element, parse_xml(_settings_xml(view, track_changes=track_changes)))
    _set_page(document, page)
    return document


def set_running_lines(
    document: "Document", view: View, brand: Brand, mark: str, layout: Layout, *, first_page_bare: bool
) -> None:
    """Write the header (publisher, series and issue, the mark at the right) and the footer (page X of Y).

    `mark` is XML; with `first_page_bare` the first page's header holds the mark alone.
    """
    section = document.sections[0]
    section.different_first_page_header_footer = first_page_bare
    foot = xml.paragraph("Footer", _folio(view, layout))
    lines = [
        (section.header, "hdr", xml.paragraph("Header", _running_head(view, brand, layout), xml.tab(), mark)),
        (section.footer, "ftr", foot),
    ]
    if first_page_bare:
        lines.append((section.first_page_header, "hdr", xml.paragraph("Header", xml.tab(), mark)))
        lines.append((section.first_page_footer, "ftr", foot))
    for line, root, content in lines:
        line.is_linked_to_previous = False
        _replace(line.part.element, _parsed(root, content))


def _running_head(view: View, brand: Brand, layout: Layout) -> str:
    short = {in_script(long, view.form): form for long, form in brand.short_forms.items()}
    zh, en = ([short.get(name, "")] for name in both(view.masthead))
    for text in (view.series, view.issue):
        zh.append(both(text)[0])
        en.append(both(text)[1])
    chinese = xml.run("　".join(filter(None, zh)), view.script) if layout != "english" else ""
    english = xml.run(" · ".join(filter(None, en)), "en") if layout != "chinese" else ""
    return _beside(chinese, english)


def _folio(view: View, layout: Layout) -> str:
    page, pages = xml.field("PAGE"), xml.field("NUMPAGES")
    before, between, after = (
        xml.run(in_script(word, view.script), view.script) for word in ("第 ", " 页，共 ", " 页")
    )
    chinese = before + page + between + pages + after if layout != "english" else ""
    english = xml.run("Page ", "en") + page + xml.run(" of ", "en") + pages if layout != "chinese" else ""
    return _beside(chinese, english)


def _beside(chinese: str, english: str) -> str:
    return xml.run("  |  ", "en").join(filter(None, (chinese, english)))


def draft_mark(view: View, options: RenderOptions) -> str:
    """Return the runs that every page of a draft, or of an edition published unreviewed, bears."""
    if not (options.draft or view.draft):
        return ""
    zh, en = DRAFT if options.draft else UNREVIEWED
    style = style_id("Draft mark")
    chinese = xml.run(f" {in_script(zh, view.script)}", view.script, style)
    return chinese + xml.run(f" / {en} ", "en", style)


def set_properties(document: "Document", view: View, options: RenderOptions) -> None:
    """Write the document properties; the clock of the options gives both dates."""
    core = document.core_properties
    core.title = _property(" / ".join(filter(None, both(view.title)))) or view.name
    core.author = _property(" / ".join(filter(None, both(view.masthead))))
    core.subject = _property(", ".join(filter(None, (*both(view.series), *both(view.issue)))))
    core.keywords = _property(options.signature or view.manifest.signature)
    core.identifier = _property(view.name)
    core.language = "zh, en"
    core.comments = ""
    core.last_modified_by = "bulletin"
    core.revision = max(1, view.manifest.revision)
    core.created = core.modified = options.clock.astimezone(UTC).replace(tzinfo=None)


def set_custom_properties(document: "Document", values: Mapping[str, str]) -> None:
    """Add properties of our own, those without a value left out (ECMA-376 part 1, clause 22.3)."""
    listed = "".join(
        f'<property fmtid="{_CUSTOM}" pid="{number}" name={xml.attribute(name)}>'
        f"<vt:lpwstr>{escape(_property(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
        if value
    )
    names = f'xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"'
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    relation = f"{OFFICE}/relationships/custom-properties"
    add_part(
        document.part.package,
        "/docProps/custom.xml",
        kind,
        relation,
        f"<Properties {names}>{listed}</Properties>",
    )


def add_part(owner: "OpcPackage | Part", name: str, kind: str, relation: str, content: str) -> None:
    """Add a part of XML that the owner, the package or one of its parts, has a relation to."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    blob = f"{_DECLARATION}{content}".encode()
    owner.relate_to(Part(PackURI(name), kind, blob), relation)


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


def both(text: Text | None) -> tuple[str, str]:
    """Return the Chinese and the English of a text, both "" where there is none."""
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
    section.top_margin = section.bottom_margin = Twips(page.edge)
    section.header_distance = section.footer_distance = Twips(page.edge // 2)


def _settings_xml(view: View, *, track_changes: bool) -> str:
    tracked = "<w:trackRevisions/>" if track_changes else ""
    modern = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return (
        f'<w:settings xmlns:w="{xml.NAMESPACE}"><w:zoom w:percent="100"/>{tracked}<w:defaultTabStop w:val="420"/>'
        f'<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>{modern}</w:compat>'
        f'<w:themeFontLang w:val="en-US" w:eastAsia="{xml.EAST_ASIAN_TAG[view.script]}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
