"""The styles of wordlook.py as XML: the styles part and the numbering part of a Word file.

Source of names and order: ECMA-376 part 1, clauses 17.3, 17.4 and 17.7.
"""

from collections.abc import Iterator
from typing import Literal

from workflow.render.brand import Brand
from workflow.render.wordlook import look_of
from workflow.render.wordstyles import (
    BUILT_IN,
    CharacterStyle,
    ParagraphStyle,
    TableStyle,
    style_id,
    word_font,
)
from workflow.render.wordxml import EAST_ASIAN_TAG, NAMESPACE, attribute

Script = Literal["hans", "hant"]


def styles_xml(brand: Brand, script: Script, width: int) -> str:
    """Return the whole styles part for a text width in twentieths of a point."""
    look = look_of(brand)
    language = f'<w:lang w:val="en-US" w:eastAsia="{EAST_ASIAN_TAG[script]}" w:bidi="ar-SA"/>'
    defaults = f'{_fonts(brand, script, "serif")}<w:sz w:val="21"/><w:szCs w:val="21"/>{language}'
    parts = [
        f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        (
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
            f'<w:pPr><w:widowControl/></w:pPr><w:rPr><w:color w:val="{_colour(brand, "ink")}"/></w:rPr></w:style>'
        ),
        (
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        ),
        *(_paragraph_style(style, brand, script, width) for style in look.paragraphs),
        *(_character_style(style, brand) for style in look.characters),
        (
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
            f"{_padding((0, 108, 0, 108))}</w:tblPr></w:style>"
        ),
        *(_table_style(style, brand) for style in look.tables),
    ]
    return f'<w:styles xmlns:w="{NAMESPACE}">{"".join(parts)}</w:styles>'


def numbering_xml(brand: Brand) -> str:
    """Return the numbering part: one bullet in the brand's second colour, number 1."""
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="220" w:hanging="220"/></w:pPr>'
        f'<w:rPr><w:color w:val="{_colour(brand, "second")}"/></w:rPr></w:lvl>'
    )
    return (
        f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _identity(name: str) -> str:
    own = "" if name in BUILT_IN else ' w:customStyle="1"'
    return f'{own} w:styleId="{style_id(name)}"'


def _colour(brand: Brand, name: str) -> str:
    """Return a colour as RRGGBB; what is no name of the brand's is one already."""
    return brand.colours.get(name, name).lstrip("#").upper()


def _fonts(brand: Brand, script: Script, face: str) -> str:
    latin, chinese = attribute(word_font(brand, "latin", face)), attribute(word_font(brand, script, face))
    return f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={chinese} w:cs={latin}/>"


def _line(side: str, thickness: float, colour: str, space: int = 0) -> str:
    """Return a border; Word counts its thickness in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{round(thickness * 8)}" w:space="{space}" w:color="{colour}"/>'


def _paragraph_style(style: ParagraphStyle, brand: Brand, script: Script, width: int) -> str:
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
    if style.rule:
        side, thickness, colour = style.rule
        space = 8 if side == "left" else 6 if style.right_tab else 1
        yield f"<w:pBdr>{_line(side, thickness, _colour(brand, colour), space)}</w:pBdr>"
    if style.right_tab:
        yield f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    line = f' w:line="{round(style.leading * 20)}" w:lineRule="atLeast"' if style.leading else ""
    yield f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"{line}/>'
    if style.indent:
        yield f'<w:ind w:left="{round(style.indent * 20)}"/>'
    if style.short_rule:
        yield f'<w:ind w:right="{width - round(style.short_rule * 20)}"/>'
    if style.align:
        yield f'<w:jc w:val="{style.align}"/>'
    if style.outline:
        yield f'<w:outlineLvl w:val="{style.outline - 1}"/>'


def _look(style: ParagraphStyle, brand: Brand, script: Script) -> Iterator[str]:
    """Yield the character properties of a paragraph style in the order of the schema."""
    yield _fonts(brand, script, style.face or "serif")
    if style.bold:
        yield "<w:b/>"
    if style.italic:
        yield "<w:i/>"
    if style.hidden:
        yield "<w:vanish/>"
    if style.colour:
        yield f'<w:color w:val="{_colour(brand, style.colour)}"/>'
    if style.spread:
        yield f'<w:spacing w:val="{round(style.spread * 20)}"/>'
    if style.size:
        yield f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>'
    yield f'<w:lang w:val="en-US" w:eastAsia="{EAST_ASIAN_TAG[script]}"/>'


def _character_style(style: CharacterStyle, brand: Brand) -> str:
    parts = ["<w:b/>" if style.bold else "", "<w:i/>" if style.italic else ""]
    colour = _colour(brand, style.colour)
    if style.struck:
        parts.append("<w:strike/>")
    if style.colour:
        parts.append(f'<w:color w:val="{colour}"/>')
    if style.size:
        parts.append(f'<w:sz w:val="{round(style.size * 2)}"/>')
    if style.underline:
        parts.append(f'<w:u w:val="{style.underline}"/>')
    if style.framed:
        parts.append(_line("bdr", 0.75, colour))
    if style.fill:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{style.fill}"/>')
    return (
        f'<w:style w:type="character"{_identity(style.name)}><w:name w:val={attribute(style.name)}/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{"".join(parts)}</w:rPr></w:style>'
    )


def _padding(sides: tuple[int, int, int, int]) -> str:
    named = zip(("top", "left", "bottom", "right"), sides, strict=True)
    widths = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in named)
    return f"<w:tblCellMar>{widths}</w:tblCellMar>"


def _ground(brand: Brand, colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{_colour(brand, colour)}"/>' if colour else ""


def _table_style(style: TableStyle, brand: Brand) -> str:
    """Return a table style: its own properties, those of its cells, those of its first row."""
    borders = "".join(_line(side, size, _colour(brand, colour)) for side, size, colour in style.lines)
    own = _inside("tblBorders", borders) + _padding(style.padding)
    cell = _ground(brand, style.fill) + ('<w:vAlign w:val="center"/>' if style.middle else "")
    head = _inside("tcPr", _ground(brand, style.head))
    first = f'<w:tblStylePr w:type="firstRow">{head}</w:tblStylePr>' if head else ""
    return (
        f'<w:style w:type="table"{_identity(style.name)}><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{own}</w:tblPr>{_inside("tcPr", cell)}{first}</w:style>'
    )


def _inside(name: str, content: str) -> str:
    return f"<w:{name}>{content}</w:{name}>" if content else ""
