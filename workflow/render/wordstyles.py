"""The styles of the Word files as tables; a paragraph, run or table only names its style.

A brand changes them in its word.toml (workflow/render/wordlook.py); workflow/render/stylesheet.py writes them as XML. The
files are set in fonts that an editor's machine has.
"""

from dataclasses import dataclass
from typing import Literal

from workflow.render.brand import Brand

Face = Literal["", "serif", "sans"]


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """Describe a paragraph style; lengths in points, `leading` the least line height, colours by the brand's names.

    `keep` keeps the paragraph with the next one, `outline` is its heading level from 1, `right_tab` puts a tab
    stop at the right margin, `spread` parts the letters; what is `hidden` takes no room. A rule is a side of the
    paragraph, a thickness and a colour; `short_rule` leaves that much of the text width to it.
    """

    name: str
    face: Face = ""
    size: float = 0
    colour: str = ""
    bold: bool = False
    italic: bool = False
    align: Literal["", "left", "center", "right"] = ""
    before: float = 0
    after: float = 0
    leading: float = 0
    spread: float = 0
    indent: float = 0
    keep: bool = False
    outline: int = 0
    bullet: bool = False
    rule: tuple[Literal["bottom", "left"], float, str] | None = None
    short_rule: float = 0
    right_tab: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """Describe a character style; `underline` in Word's own words, `colour` and `fill` as RRGGBB."""

    name: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    underline: str = ""
    colour: str = ""
    fill: str = ""
    size: float = 0
    framed: bool = False


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Describe a table style: its lines (side, thickness in points, colour), ground, padding in twentieths of a point.

    `padding` is top, left, bottom, right; `head` the ground of the first row; `middle` centres cells upright.
    """

    name: str
    lines: tuple[tuple[str, float, str], ...] = ()
    fill: str = ""
    padding: tuple[int, int, int, int] = (0, 108, 0, 108)
    head: str = ""
    middle: bool = False


_P = ParagraphStyle
EDITION: tuple[ParagraphStyle, ...] = (
    _P("Logo", keep=True),
    _P("Masthead zh", "serif", 15, "accent", bold=True, leading=20, spread=0.9, keep=True),
    _P("Masthead en", "serif", 10, "accent", leading=15, keep=True),
    _P("Series", "serif", 22, "accent", bold=True, align="right", leading=28, spread=4, keep=True),
    _P("Series en", "sans", 9, "second", align="right", leading=12, spread=1.2, keep=True),
    _P(
        "Issue line",
        "sans",
        8.5,
        "muted",
        before=7,
        after=6,
        leading=12,
        keep=True,
        rule=("bottom", 0.5, "rule"),
        right_tab=True,
    ),
    _P("Title", "serif", 18, "ink", bold=True, before=24, after=5, leading=27, keep=True),
    _P("Subtitle", "serif", 14, "accent", leading=19, keep=True),
    _P("Title rule", size=4, after=22, leading=6, keep=True, rule=("bottom", 2, "second"), short_rule=48),
    _P("TOC Heading", "sans", 8.5, "muted", after=3, leading=13, keep=True),
    _P("toc 1", size=9.5, leading=14.5),
    _P("toc 2", size=9.5, leading=14.5, indent=10),
    _P("After contents", size=4, after=14, leading=6, rule=("bottom", 0.5, "rule")),
    _P("Section rule", size=4, before=8, after=7, leading=6, keep=True, rule=("bottom", 0.5, "rule")),
    _P("heading 1", "serif", 12.5, "accent", bold=True, before=7, after=6, leading=20, keep=True, outline=1),
    _P("Speaker", "serif", 12, "accent", bold=True, leading=17, keep=True, outline=2),
    _P("Office", "sans", 8.5, "muted", after=6, leading=13, keep=True),
    _P("Body zh", size=10.5, after=7.5, leading=15),
    _P("Body zh above", size=10.5, after=3, leading=15, keep=True),
    _P("Body en", size=10, after=7.5, leading=15),
    _P("List zh", size=10.5, after=3, leading=15, bullet=True),
    _P("List en", size=10, after=3, leading=15, bullet=True),
    _P("List zh end", size=10.5, after=7.5, leading=15, bullet=True),
    _P("List en end", size=10, after=7.5, leading=15, bullet=True),
    _P(
        "Quote zh",
        "",
        10.5,
        "accent",
        before=4,
        after=11,
        leading=15,
        indent=11,
        rule=("left", 2, "second"),
    ),
    _P(
        "Quote en",
        "",
        10,
        "accent",
        italic=True,
        before=4,
        after=11,
        leading=15,
        indent=11,
        rule=("left", 2, "second"),
    ),
    _P("Portrait", keep=True),
    _P("Picture", before=4, after=4, keep=True),
    _P(
        "Pull zh",
        "serif",
        13,
        "accent",
        bold=True,
        before=6,
        after=13,
        leading=21,
        indent=11,
        rule=("left", 2, "second"),
    ),
    _P(
        "Pull en",
        "serif",
        12.5,
        "accent",
        italic=True,
        before=6,
        after=13,
        leading=21,
        indent=11,
        rule=("left", 2, "second"),
    ),
    _P("caption", "sans", 8.5, "muted", after=7.5, leading=13),
    _P("Table cell", "sans", 8.5, before=3, after=3, leading=12),
    _P("Table figure", "sans", 8.5, align="right", before=3, after=3, leading=12),
    _P("Table over", "sans", 8.5, align="center", before=3, after=3, leading=12),
    _P("Table end", size=1, leading=1, keep=True),
    # A table at the end wants a paragraph after it, which would open a page where the table fills the last one.
    _P("Imprint end", size=1, leading=1, hidden=True),
    _P("After table", size=4, after=9, leading=5, keep=True),
    _P("Before imprint", size=4, before=4, after=4, leading=5, keep=True),
    _P(
        "Contact heading",
        "sans",
        10.5,
        "accent",
        bold=True,
        before=7,
        after=3,
        leading=15,
        keep=True,
        outline=1,
    ),
    _P(
        "About heading",
        "sans",
        10.5,
        "accent",
        bold=True,
        before=9,
        after=3,
        leading=15,
        keep=True,
        outline=1,
    ),
    _P("Contact", "sans", 8.5, leading=12.5, keep=True),
    _P("About", "sans", 8.5, after=8, leading=12.5),
    _P("Notice", "sans", 9, "accent", bold=True, before=10),
)
REVIEW: tuple[ParagraphStyle, ...] = (
    _P("Review title", "sans", 14, "accent", bold=True, before=8, after=3, keep=True),
    _P("Review line", "serif", 10.5, "ink", bold=True, after=3, leading=15, keep=True),
    _P("Review how-to", "sans", 8.5, "ink", before=2, after=2, leading=12.5),
    _P("Review key", "sans", 8.5, "ink", before=5, after=4, leading=12.5),
    _P("Review head", "sans", 9, "accent", bold=True, before=2, after=2, keep=True),
    _P("Review section", "sans", 9, "accent", bold=True, before=3, after=2, keep=True),
    _P("Review zh", size=10.5, before=2, after=2, leading=16),
    _P("Review en", size=10.5, before=2, after=2, leading=16),
    _P("Review zh heading", size=10.5, bold=True, before=2, after=2, leading=16, keep=True),
    _P("Review en heading", size=10.5, bold=True, before=2, after=2, leading=16, keep=True),
    _P("Review id", "sans", 8, "ink"),
    _P("Review note", "sans", 7.5, "muted"),
    _P("Review state", "sans", 9, "ink", before=2),
    _P("Review flag", "sans", 8, "accent", bold=True),
)
COMMON: tuple[ParagraphStyle, ...] = (
    _P("header", "sans", 7.5, "muted", right_tab=True),
    _P("footer", "sans", 7.5, "muted", align="center"),
    _P("annotation text", size=10),
)
_C = CharacterStyle
CHARACTERS: tuple[CharacterStyle, ...] = (
    _C("annotation reference", size=8),
    _C("Emphasis", italic=True),
    _C("Strong", bold=True),
    _C("Label", colour="muted"),
    _C("Table head", bold=True, colour="accent"),
    _C("Hyperlink", underline="single", colour="accent"),
    _C("Draft mark", bold=True, colour="B3261E", framed=True),
    _C("Constraint term", underline="single", colour="0B4F8A"),
    _C("Constraint person", underline="wave", colour="6A3D9A"),
    _C("Constraint date", underline="dotted", colour="1F6F3A"),
    _C("Constraint quantity", underline="dash", colour="8A4B08"),
    _C("Constraint document", italic=True, underline="single", colour="3C4A8A"),
    _C("Constraint verbatim", underline="dotDash", colour="555555"),
    _C("Constraint doubtful", underline="thick", colour="7A4A00", fill="FFE8B3"),
    _C("Constraint lost", bold=True, underline="double", colour="B3261E", fill="FBDAD7"),
    _C("Text out", struck=True, colour="B3261E"),
    _C("Text in", underline="single", colour="1F6F3A"),
)
_T = TableStyle
TABLES: tuple[TableStyle, ...] = (
    _T("Masthead", (("bottom", 1.5, "accent"),), padding=(0, 0, 170, 0), middle=True),
    # The padding at the right is the gap between the columns; the table reaches as far into the margin.
    _T("Facing", padding=(0, 0, 0, 510)),
    _T("Portrayed", padding=(0, 0, 0, 0)),
    _T(
        "Figures",
        (("top", 1, "accent"), ("bottom", 1, "accent"), ("insideH", 0.5, "rule")),
        padding=(0, 60, 0, 60),
    ),
    _T("Imprint", (("top", 1.5, "accent"),), "tint", (0, 240, 0, 240)),
    _T(
        "Grid",
        tuple((side, 0.5, "rule") for side in ("top", "left", "bottom", "right", "insideH", "insideV")),
        head="tint",
    ),
    _T("How-to", (("left", 2, "second"),), "tint", (20, 140, 20, 140)),
)
# Names that Word knows; every other style is marked as our own.
BUILT_IN = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "heading 1": "Heading1",
    "TOC Heading": "TOCHeading",
    "toc 1": "TOC1",
    "toc 2": "TOC2",
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
    if name in BUILT_IN:
        return BUILT_IN[name]
    return "".join(word[:1].upper() + word[1:] for word in name.replace("-", " ").split())


def word_font(brand: Brand, script: Literal["hans", "hant", "latin"], face: str) -> str:
    """Return the family that the Word files name for a script and face: the brand's for Word, else its first for print."""
    return brand.docx.get(f"{script}_{face}") or brand.families(script, face)[0]
