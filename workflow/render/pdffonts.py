"""Make the embedded Chinese fonts small: the glyphs that are used, in the bare font program.

WeasyPrint keeps a place for each of a font's 65,000 glyphs, in five tables. In a CID-keyed font program the glyphs
name themselves (ISO 32000-1, 9.7.4.2), so that the unused places, and all tables that a PDF does not read, can go.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


def compact(pdf: "Pdf") -> None:
    """Replace every embedded OpenType font with a CID-keyed program by that program, cut to the glyphs in use."""
    from pikepdf import Dictionary, Name, Stream

    fonts = [
        one
        for one in pdf.objects
        if isinstance(one, Dictionary) and one.get("/Subtype") == Name.CIDFontType0 and "/W" in one
    ]
    used: dict[tuple[int, int], set[int]] = {}
    for font in fonts:
        file = font.FontDescriptor.get("/FontFile3")
        if file is not None and file.get("/Subtype") == Name.OpenType:
            used.setdefault(file.objgen, set()).update(_cids(font.W))
    for place, cids in used.items():
        program = _program(pdf.get_object(place).read_bytes(), cids)
        if program is not None:
            made = pdf.make_indirect(Stream(pdf, program, Subtype=Name.CIDFontType0C))
            for font in fonts:
                file = font.FontDescriptor.get("/FontFile3")
                if file is not None and file.objgen == place:
                    font.FontDescriptor.FontFile3 = made


def _cids(widths: "Object") -> set[int]:
    """Return the character identifiers of a W array, `first [w …]` or `first last w` (ISO 32000-1, 9.7.4.3)."""
    from pikepdf import Array

    cids: set[int] = set()
    entries: list[Any] = list(widths)
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, Array):
            cids.update(range(first, first + len(second)))
        else:
            cids.update(range(first, int(second) + 1))
            entries.pop(0)
    return cids


def _program(file: bytes, cids: set[int]) -> bytes | None:
    """Return the CFF program of a font with the glyphs of `cids`; None where it is not CID-keyed by glyph number."""
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(file), lazy=True, recalcBBoxes=False)
    table = font["CFF "]
    top = table.cff.topDictIndex[0]
    names, glyphs = top.charset, sorted({0, *cids})
    if not hasattr(top, "ROS") or any(g >= len(names) or names[g] != f"cid{g:05d}" for g in glyphs if g):
        return None
    strings = top.CharStrings
    index = strings.charStringsIndex
    index.items = [index[glyph] for glyph in glyphs]
    del index.file, index.offsets
    top.FDSelect.format = None
    top.FDSelect.gidArray = [top.FDSelect.gidArray[glyph] for glyph in glyphs]
    top.charset = [names[glyph] for glyph in glyphs]
    strings.charStrings = {name: number for number, name in enumerate(top.charset)}
    top.numGlyphs = len(glyphs)
    return bytes(table.compile(font))
