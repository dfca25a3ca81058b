"""The styles of the Word files, one table for each kind; a paragraph or run only names its style."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workflow.render.brand import Brand
from workflow.render.wordxml import EAST_ASIAN_TAG, NAMESPACE, attribute

Face = Literal["", "serif", "sans"]
# A Word file is opened on an editor's machine: these families come with Word and WPS. A brand's [docx] table
# may name others under the same keys.
WORD_FONTS = {
    "hans_serif": "SimSun",
    "hans_sans": "Microsoft YaHei",
    "hant_serif": "PMingLiU",
    "hant_sans": "Microsoft JhengHei",
    "latin_serif": "Times New Roman",
    "latin_sans": "Arial",
}


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """Describe a paragraph style; sizes and spaces in points, `line` in percent, colours by the brand's names.

    `keep` keeps the paragraph with the next one, `outline` is its heading level from 1, `right_tab` puts a tab
    stop at the right margin.
    """

    name: str
    face: Face = ""
    size: float = 0
    colour: str = ""
    bold: bool = False
    italic: bool = False
    align: Literal["", "left", "center", "right", "both"] = ""
    before: float = 0
    after: float = 0
    line: int = 0
    indent: float = 0
    keep: bool = False
    outline: int = 0
    bullet: bool = False
    rule_below: bool = False
    right_tab: bool = False


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """Describe a character style; `underline` and `colour` in Word's own words."""

    name: str
    bold: bool = False
    italic: bool = False
    underline: str = ""
    colour: str = ""
    fill: str = ""
    size: float = 0


_P = ParagraphStyle
EDITION: tuple[ParagraphStyle, ...] = (
    _P("Logo", after=4, keep=True),
    _P("Masthead zh", "sans", 20, "accent", bold=True, keep=True),
    _P("Masthead en", "sans", 12, "accent", after=6, keep=True),
    _P("Series", "sans", 10.5, "second", bold=True, keep=True),
    _P("Issue line", "sans", 9.5, "muted", after=14, keep=True, rule_below=True),
    _P("Title", "sans", 17, "ink", bold=True, before=6, after=4, line=115, keep=True),
    _P("Subtitle", "sans", 13, "accent", after=14, line=110, keep=True),
    _P("heading 1", "sans", 12.5, "accent", bold=True, before=10, after=4, keep=True, outline=1),
    _P("Speaker", "sans", 11, "accent", bold=True, before=8, keep=True),
    _P("Office", "sans", 9.5, "muted", after=4, keep=True),
    _P("Body zh", align="both", before=1, after=6, line=130),
    _P("Body en", align="left", before=1, after=6, line=112),
    _P("List zh", after=3, line=130, bullet=True),
    _P("List en", after=3, line=112, bullet=True),
    _P("Quote zh", colour="muted", after=6, line=130, indent=14),
    _P("Quote en", colour="muted", italic=True, after=6, line=112, indent=14),
    _P("caption", "sans", 9, "muted", after=6),
    _P("Table cell", size=9, before=1, after=1),
    _P("Column head", "sans", 9, "muted", bold=True, before=2, after=2, keep=True),
    _P("Contact heading", "sans", 11, "accent", bold=True, before=8, after=3, keep=True, outline=1),
    _P("Contact", size=9.5, after=1),
    _P("About", size=9.5, align="left", after=4, line=115),
    _P("Notice", "sans", 9, "accent", bold=True, before=10),
)
REVIEW: tuple[ParagraphStyle, ...] = (
    _P("Review title", "sans", 15, "accent", bold=True, after=2, keep=True),
    _P("Review line", "sans", 9.5, "muted", after=4, keep=True),
    _P("Review how-to", "sans", 9, "ink", after=2),
    _P("Review head", "sans", 9, "accent", bold=True, before=2, after=2, keep=True),
    _P("Review section", "sans", 9.5, "accent", bold=True, before=3, after=2, keep=True),
    _P("Review zh", size=10.5, line=120, before=1, after=1),
    _P("Review en", size=10.5, line=110, before=1, after=1),
    _P("Review zh heading", size=10.5, bold=True, line=120, before=1, after=1, keep=True),
    _P("Review en heading", size=10.5, bold=True, line=110, before=1, after=1, keep=True),
    _P("Review id", "sans", 8, "ink"),
    _P("Review note", "sans", 7.5, "muted"),
    _P("Review state", "sans", 9, "ink", before=1),
    _P("Review flag", "sans", 8, "accent", bold=True),
)
COMMON: tuple[ParagraphStyle, ...] = (
    _P("header", "sans", 8, "muted", right_tab=True),
    _P("footer", "sans", 8, "muted", right_tab=True),
    _P("annotation text", size=10),
)
_C = CharacterStyle
CHARACTERS: tuple[CharacterStyle, ...] = (
    _C("annotation reference", size=8),
    _C("Emphasis", italic=True),
    _C("Strong", bold=True),
    _C("Hyperlink", underline="single", colour="0A5A73"),
    _C("Draft mark", bold=True, colour="B3261E"),
    _C("Constraint term", underline="single", colour="0A5A73"),
    _C("Constraint person", underline="wave", colour="6A3D9A"),
    _C("Constraint date", underline="dotted", colour="1F6F3A"),
    _C("Constraint quantity", underline="dash", colour="8A4B08"),
    _C("Constraint document", italic=True, underline="single", colour="3C4A8A"),
    _C("Constraint verbatim", underline="dotDash", colour="555555"),
    _C("Constraint doubtful", underline="thick", colour="7A4A00", fill="FFE8B3"),
    _C("Constraint lost", bold=True, underline="double", colour="B3261E", fill="FBDAD7"),
)
# Names that Word knows; every other style is marked as our own.
_BUILT_IN = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "heading 1": "Heading1",
    "caption": "Caption",
    "header": "Header",
    "footer": "Footer",
    "Emphasis": "Emphasis",
    "Strong": "Strong",
    "Hyperlink": "Hyperlink",
    "annotation text": "CommentText",
    "annotation reference": "CommentReference",
}


def style_id(name: str) -> str:
    """Return the identifier of a style: Word's own where it has one, else the capitalised words joined."""
    if name in _BUILT_IN:
        return _BUILT_IN[name]
    return "".join(word[:1].upper() + word[1:] for word in name.replace("-", " ").split())


def word_font(brand: Brand, script: Literal["hans", "hant", "latin"], face: str) -> str:
    """Return the family that the Word files name for a script and face."""
    key = f"{script}_{face}"
    return brand.docx.get(key, WORD_FONTS[key])


def styles_xml(brand: Brand, script: Literal["hans", "hant"], width: int) -> str:
    """Return the whole styles part for a text width in twentieths of a point."""
    language = f'<w:lang w:val="en-US" w:eastAsia="{EAST_ASIAN_TAG[script]}" w:bidi="ar-SA"/>'
    defaults = f'{_fonts(brand, script, "serif")}<w:sz w:val="21"/><w:szCs w:val="21"/>{language}'
    parts = [
        f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        (
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
            f'<w:rPr><w:color w:val="{_colour(brand, "ink")}"/></w:rPr></w:style>'
        ),
        (
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        ),
        *(_paragraph_style(style, brand, script, width) for style in (*EDITION, *REVIEW, *COMMON)),
        *(_character_style(style) for style in CHARACTERS),
        *_table_styles(brand),
    ]
    return f'<w:styles xmlns:w="{NAMESPACE}">{"".join(parts)}</w:styles>'


def numbering_xml() -> str:
    """Return the numbering part: one bullet, number 1."""
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr></w:lvl>'
    )
    return (
        f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _identity(name: str) -> str:
    own = "" if name in _BUILT_IN else ' w:customStyle="1"'
    return f'{own} w:styleId="{style_id(name)}"'


def _colour(brand: Brand, name: str) -> str:
    return brand.colours[name].lstrip("#").upper()


def _fonts(brand: Brand, script: Literal["hans", "hant"], face: str) -> str:
    latin, chinese = attribute(word_font(brand, "latin", face)), attribute(word_font(brand, script, face))
    return f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={chinese} w:cs={latin}/>"


def _paragraph_style(style: ParagraphStyle, brand: Brand, script: Literal["hans", "hant"], width: int) -> str:
    properties = "".join(_paragraph_properties(style, brand, width))
    look = "".join(_look(style, brand, script))
    return (
        f'<w:style w:type="paragraph"{_identity(style.name)}><w:name w:val={attribute(style.name)}/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
    )


def _paragraph_properties(style: ParagraphStyle, brand: Brand, width: int) -> Iterator[str]:
    """Yield the paragraph properties in the order of the schema."""
    if style.keep:
        yield "<w:keepNext/>"
    if style.bullet:
        yield '<w:numPr><w:numId w:val="1"/></w:numPr>'
    if style.rule_below:
        rule = _colour(brand, "rule")
        yield f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="6" w:color="{rule}"/></w:pBdr>'
    if style.right_tab:
        yield f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    line = f' w:line="{round(style.line * 2.4)}" w:lineRule="auto"' if style.line else ""
    yield f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"{line}/>'
    if style.indent:
        yield f'<w:ind w:left="{round(style.indent * 20)}"/>'
    if style.align:
        yield f'<w:jc w:val="{style.align}"/>'
    if style.outline:
        yield f'<w:outlineLvl w:val="{style.outline - 1}"/>'


def _look(style: ParagraphStyle, brand: Brand, script: Literal["hans", "hant"]) -> Iterator[str]:
    """Yield the character properties of a paragraph style in the order of the schema."""
    yield _fonts(brand, script, style.face or "serif")
    if style.bold:
        yield "<w:b/>"
    if style.italic:
        yield "<w:i/>"
    if style.colour:
        yield f'<w:color w:val="{_colour(brand, style.colour)}"/>'
    if style.size:
        yield f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>'
    yield f'<w:lang w:val="en-US" w:eastAsia="{EAST_ASIAN_TAG[script]}"/>'


def _character_style(style: CharacterStyle) -> str:
    parts = ["<w:b/>" if style.bold else "", "<w:i/>" if style.italic else ""]
    if style.colour:
        parts.append(f'<w:color w:val="{style.colour}"/>')
    if style.size:
        parts.append(f'<w:sz w:val="{round(style.size * 2)}"/>')
    if style.underline:
        parts.append(f'<w:u w:val="{style.underline}"/>')
    if style.fill:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{style.fill}"/>')
    return (
        f'<w:style w:type="character"{_identity(style.name)}><w:name w:val={attribute(style.name)}/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{"".join(parts)}</w:rPr></w:style>'
    )


def _table_styles(brand: Brand) -> tuple[str, ...]:
    rule, tint = _colour(brand, "rule"), _colour(brand, "tint")
    return (
        (
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
            '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
            '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        ),
        _table_style("Facing", ("insideV",), rule, tint),
        _table_style("Grid", ("top", "left", "bottom", "right", "insideH", "insideV"), rule, tint),
    )


def _table_style(name: str, sides: tuple[str, ...], rule: str, tint: str) -> str:
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{rule}"/>' for side in sides)
    first = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{tint}"/></w:tcPr>'
    return (
        f'<w:style w:type="table"{_identity(name)}><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow">{first}</w:tblStylePr></w:style>'
    )
