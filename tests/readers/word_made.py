"""Small DOCX sources made by hand, as Word and WPS write them: a body, other parts, relationships."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.test_lossless import check_lossless, check_placed
from workflow.bulletin import Document
from workflow.clean import clean
from workflow.readers import read

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
ROOTS = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "comments": "comments"}
ROOTS |= {"header": "hdr", "footer": "ftr"}
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="小标题"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="table" w:styleId="grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
    '<w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr></w:style>'
)


def word_file(
    path: Path,
    body: str,
    parts: Mapping[str, str] | None = None,
    relations: str = "",
    members: Mapping[str, str | bytes] | None = None,
    document: str | None = None,
) -> Path:
    """Write a DOCX of a body. `parts` gives the content of other parts by kind, each with the relationship idKIND."""
    parts = {"styles": STYLES, **(parts or {})}
    own = "".join(
        f'<Relationship Id="id{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    names: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": _relations(
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": document or f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(own + relations),
        **{
            f"word/{kind}.xml": f"<w:{ROOTS[kind]} {NAMES}>{xml}</w:{ROOTS[kind]}>"
            for kind, xml in parts.items()
        },
        **(members or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in names.items():
            package.writestr(name, content)
    return path


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{content}</Relationships>'


def link(key: str, target: str, kind: str = "hyperlink") -> str:
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'


def inside(key: str, target: str, kind: str = "image") -> str:
    """Return a relationship to another part of the file."""
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def p(*content: str, look: str = "", run: str = "") -> str:
    """Return a paragraph; what is no XML is a run of text with the properties `run`."""
    runs = (one if one.startswith("<") else r(one, run) for one in content)
    return f"<w:p><w:pPr>{look}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, look: str = "", name: str = "t") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/>'


CENTRED, BOLD = '<w:jc w:val="center"/>', "<w:b/>"


def tracked(kind: str, content: str) -> str:
    return f'<w:{kind} w:id="1" w:author="Li" w:date="2024-03-04T09:00:00Z">{content}</w:{kind}>'


def table(*rows: tuple[str, ...], lines: bool = True) -> str:
    """Return a table of rows of cells; a cell that is no XML is a paragraph of text."""
    look = '<w:tblStyle w:val="grid"/>' if lines else ""
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid/>{''.join(map(_row, rows))}</w:tbl>"


def _row(cells: tuple[str, ...]) -> str:
    shown = (one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr>{''.join(shown)}</w:tr>"


def cell(content: str, look: str = "") -> str:
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{inside}</w:tc>"


def numbered(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(depth: int, name: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{name}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def lists(*levels: str, overrides: str = "") -> str:
    """Return a numbering part: list 1 of these levels, list 2 the same counted anew where `overrides` say so."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{overrides}</w:num>'
    )


def field(instruction: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark.format("begin") + code + mark.format("separate") + r(result) + mark.format("end")


def box(content: str) -> str:
    """Return a text box in both the ways in which Word writes each."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx>'
        f"</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def picture(key: str = "idpic") -> str:
    return f'<w:r><w:drawing><a:blip r:embed="{key}"/></w:drawing></w:r>'


SENTENCE = "会议于2024年6月20日在云台市召开，来自五县的100名代表参会并作了交流发言，会期两天。"


def made(tmp_path: Path, body: str, **more: object) -> Document:
    document = read(word_file(tmp_path / "made.docx", body, **more))  # type: ignore[arg-type] # as the caller names them
    check_lossless(document)
    check_lossless(clean(document))
    check_placed(clean(document))
    return document


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]
