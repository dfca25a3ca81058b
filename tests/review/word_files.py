"""Small DOCX files made by hand, as Word, WPS and LibreOffice write them: a body, and the parts that a test names."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.review.word_copy import NAMESPACE
from workflow.review import READERS
from workflow.review.returned import Returned
from workflow.units import text_digest, unit_id

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = (
    f'xmlns:w="{NAMESPACE}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
TARGETS = {
    "comments": (f"{OFFICE}/comments", "comments"),
    "commentsExtended": (
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        "commentsEx",
    ),
    "footnotes": (f"{OFFICE}/footnotes", "footnotes"),
    "styles": (f"{OFFICE}/styles", "styles"),
    "header": (f"{OFFICE}/header", "hdr"),
}
ZH, EN = "村民们用竹篓捕鱼。", "The villagers fish with bamboo traps."
ID = unit_id(ZH, 0)
OTHER_ZH, OTHER_EN = "今年雨水很多。", "There was a lot of rain this year."
OTHER = unit_id(OTHER_ZH, 0)


def word_file(
    folder: Path, body: str, parts: Mapping[str, str] | None = None, files: Mapping[str, str] | None = None
) -> Path:
    """Write a DOCX of a body; `parts` gives the content of other parts by kind, `files` what they are called."""
    parts, files = parts or {}, files or {}
    called = {kind: files.get(kind, f"{kind}.xml") for kind in parts}
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{TARGETS[kind][0]}" Target="{called[kind]}"/>'
        for n, kind in enumerate(parts)
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": _relations(
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(relations),
        **{f"word/{called[kind]}": _root(kind, content) for kind, content in parts.items()},
    }
    path = folder / "made.review.docx"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return path


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{content}</Relationships>'


def _root(kind: str, content: str) -> str:
    prefix = "w15" if kind == "commentsExtended" else "w"
    return f"<{prefix}:{TARGETS[kind][1]} {NAMES}>{content}</{prefix}:{TARGETS[kind][1]}>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content) or p()}</w:tc>"


def p(content: str = "", style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{content}</w:p>"


def r(text: str, look: str = "", name: str = "t") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def tracked(kind: str, content: str, author: str = "Li") -> str:
    return f'<w:{kind} w:id="1" w:author="{author}" w:date="2026-03-04T09:00:00Z">{content}</w:{kind}>'


def control(tag: str, content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def id_cell(zh: str = ZH, en: str = EN, by: str = "tag bookmark shown") -> str:
    """Return the id cell of a unit that says which it is in the ways named in `by`."""
    id_, digest, base = unit_id(zh, 0), text_digest(zh), text_digest(en)
    content = r(id_[:6] if "shown" in by else "")
    if "tag" in by:
        content = control(f"unit:{id_}:{digest}:{base}", content)
    if "bookmark" in by:
        name = f"unit_{id_}_{digest}" if "old" in by else f"u_{id_}_{digest}_{base}"
        content = f'<w:bookmarkStart w:id="9" w:name="{name}"/>{content}<w:bookmarkEnd w:id="9"/>'
    return cell(p(r("12")), p(content))


def unit_row(
    english: str, zh: str = ZH, en: str = EN, by: str = "tag bookmark shown", state: str = "草稿 Draft"
) -> str:
    """Return the row of a unit around the paragraphs of its English."""
    return row(id_cell(zh, en, by), cell(p(r(zh))), cell(english), cell(p(r(state))))


DATE = "2026-03-04T09:00:00Z"


def read(path: Path) -> Returned:
    return READERS[".docx"](path)
