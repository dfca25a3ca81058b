"""What the tests of printed pages share: where each character of a PDF stands, and its lines."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from workflow.edition import Edition
from workflow.render import RENDERERS
from workflow.render.brand import Brand, load_brand
from workflow.render.options import RenderOptions
from workflow.render.view import view

# Millimetres and sheets (width and height) in points.
MM = 72 / 25.4
SHEETS = {"a4": (595.28, 841.89), "letter": (612, 792)}
# Sizes of body text and of pull quotes, Chinese and English, in points.
BODY = {"center": (10, 9.5), "plain": (9.5, 8.75)}
PULL = {"center": (13, 12.5), "plain": (12.5, 13)}
# A line of one column: a jump of more than this many points is the gap between columns, or a folio's.
_JUMP = 15


@dataclass(frozen=True)
class Glyph:
    """Place a character: its page, its origin on the baseline and its box, in points from the top left."""

    page: int
    text: str
    x: float
    baseline: float
    left: float
    top: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True)
class Line:
    """Hold the characters that stand in one line of one column."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def page(self) -> int:
        return self.glyphs[0].page

    @property
    def left(self) -> float:
        return self.glyphs[0].x

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @property
    def size(self) -> float:
        return self.glyphs[0].size


def glyphs(path: Path) -> list[Glyph]:
    """Return the visible characters of a PDF in the order of its content."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [glyph for number in range(len(document)) for glyph in _of_page(document, number)]
    finally:
        document.close()


def _of_page(document: pypdfium2.PdfDocument, number: int) -> Iterator[Glyph]:
    page = document[number]
    text, height = page.get_textpage(), page.get_height()
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    for at in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, at))
        if character in "\r\n\x02\ufffe" or raw.FPDFText_IsGenerated(text, at):
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        left, bottom, right, top = text.get_charbox(at)
        raw.FPDFText_GetMatrix(text, at, matrix)
        size = raw.FPDFText_GetFontSize(text, at) * abs(matrix.d)
        yield Glyph(
            number + 1, character, x.value, height - y.value, left, height - top, right, height - bottom, size
        )


def lines(found: Sequence[Glyph]) -> list[Line]:
    """Return the lines of a PDF's columns in the order of its content."""
    made: list[list[Glyph]] = []
    for before, glyph in pairwise((None, *found)):
        assert glyph is not None
        same = (
            before is not None
            and before.page == glyph.page
            and abs(before.baseline - glyph.baseline) < 1
            and before.x <= glyph.x < max(before.right, before.x) + _JUMP
        )
        made[-1].append(glyph) if same else made.append([glyph])
    stripped = ([g for g in line if not g.text.isspace()] and line for line in made)
    return [Line(tuple(_trimmed(line))) for line in stripped if line]


def _trimmed(line: Sequence[Glyph]) -> list[Glyph]:
    text = "".join(glyph.text for glyph in line)
    return list(line[len(text) - len(text.lstrip()) : len(text.rstrip())])


def advances(line: Line) -> list[tuple[str, str, float]]:
    """Return each character with the next and the way between their origins, in parts of an em."""
    return [(one.text, two.text, (two.x - one.x) / one.size) for one, two in pairwise(line.glyphs)]


@dataclass(frozen=True)
class Printed:
    path: Path
    brand: str
    lines: tuple[Line, ...]

    @property
    def pages(self) -> int:
        return max(line.page for line in self.lines)

    def starting(self, text: str) -> Line:
        """Return the first line of body text that begins with the beginning of a text."""
        found = (line for line in self.lines if line.text.lstrip("•– ").startswith(text[:8]))
        sizes = (*BODY[self.brand], *PULL[self.brand])
        return next(line for line in found if round(line.size, 2) in sizes)

    def body(self, page: int) -> list[Line]:
        """Return the lines of body text of a page, above the contact block."""
        foot = [(one.page, one.baseline) for one in self.lines if one.text in ("联系我们", "Contact Us")]
        end = min(foot, default=(page + 1, 0.0))
        sizes = BODY[self.brand]
        return [
            one
            for one in self.lines
            if one.page == page
            and round(one.size, 2) in sizes
            and (page, one.baseline) < (end[0], end[1] - 5)
        ]


def printed(edition: Edition, folder: Path, brand: str | Brand = "center", **options: object) -> Printed:
    loaded = load_brand(brand) if isinstance(brand, str) else brand
    path = folder / "printed.pdf"
    path.write_bytes(RENDERERS["pdf"].render(view(edition), loaded, RenderOptions(**options)))  # type: ignore[arg-type]
    return Printed(path, loaded.name, tuple(lines(glyphs(path))))


# Prints an edition: (edition maker, brand, options …) → Printed.
Maker = Callable[..., Printed]
