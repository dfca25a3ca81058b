"""Take the glyphs and pictures of a PDF with PDFium, in a process of its own: the file comes on stdin, JSON goes out.

The process has a limit of memory and of time set on itself; what PDFium makes of a hostile file ends with it. It imports
nothing of the package, so that it starts fast. Lengths are points, y grows downwards from the top of the upright page.
"""

import ctypes
import json
import math
import re
import resource
import sys
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

MEGABYTES, SECONDS = 1000, 60
MOST_PAGES = 500
MOST_GLYPHS = 500_000
MOST_OBJECTS = 100_000
# So many characters of a page tell how it is turned.
SAMPLE = 1000
# Faces that are bold by their name: SimHei (黑体) is the heavy face beside SimSun.
BOLD = re.compile(r"bold|black|heavy|semibold|demi|hei\b|simhei|黑体", re.IGNORECASE)
FORCE_BOLD = 1 << 18
STROKED, UNSEEN = 2, 3
# The hyphen at the end of a line, as PDFium gives it.
HYPHEN = 2
ERRORS = {1: "unknown", 2: "file", 3: "format", 4: "password", 5: "security", 6: "page"}

Page = dict[str, Any]


def main() -> None:
    """Write {"pages": […]} or {"error": kind, …} for the PDF on stdin."""
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    sys.stdout.write(json.dumps(taken(sys.stdin.buffer.read())))


def taken(data: bytes) -> Page:
    """Return the pages of a PDF, or the kind of error that stops that."""
    import pypdfium2 as pdfium

    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return {"error": ERRORS.get(getattr(error, "err_code", 0) or 0, "format")}
    if len(pdf) > MOST_PAGES:
        return {"error": "pages", "count": len(pdf)}
    pages: list[Page] = []
    left = MOST_GLYPHS
    for number in range(len(pdf)):
        try:
            page = pdf[number]
        except pdfium.PdfiumError:
            empty: Page = {"glyphs": [], "pictures": [], "files": [], "notes": []}
            pages.append({"width": 0, "height": 0, **empty, "lost": True})
            continue
        pages.append(_page(page, left))
        left -= len(pages[-1]["glyphs"])
        page.close()
        if left < 0:
            return {"error": "glyphs", "count": MOST_GLYPHS}
    return {"pages": pages}


def _page(page: Any, most: int) -> Page:  # noqa: ANN401 # pypdfium2 is loaded late
    from pypdfium2 import raw

    text = raw.FPDFText_LoadPage(page)
    count = raw.FPDFText_CountChars(text) if text else 0
    turn = _turn(raw, text, min(count, SAMPLE)) if count > 0 else page.get_rotation()
    upright = _Upright(page.get_bbox(), turn)
    found: Page = {
        "width": upright.width,
        "height": upright.height,
        "glyphs": [],
        "pictures": [],
        "files": [],
        "notes": [],
    }
    if text:
        found["glyphs"] = [()] * count if count > most else _glyphs(raw, text, count, upright)
        raw.FPDFText_ClosePage(text)
    found["pictures"], found["files"] = _images().pictures(raw, page, upright.box, turn)
    found["notes"] = _notes(raw, page)
    return found


def _images() -> Any:  # noqa: ANN401
    """Return the module beside this one; in this process there is no package to import it from."""
    name = "pdf_images"
    if name not in sys.modules:
        spec = spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
        if spec is None or spec.loader is None:
            raise ImportError(name)
        sys.modules[name] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def _turn(raw: Any, text: Any, count: int) -> int:  # noqa: ANN401
    """Return how far most of the text is turned, in degrees: a page is turned upright by its text."""
    angles = Counter(_angle(raw, text, index) for index in range(count))
    return max((0, 90, 180, 270), key=lambda angle: angles[angle])


def _angle(raw: Any, text: Any, index: int) -> int:  # noqa: ANN401
    return round(math.degrees(-raw.FPDFText_GetCharAngle(text, index))) % 360


class _Upright:
    """Turn the coordinates of a page as they are written into those of the page with its text upright."""

    def __init__(self, bounds: tuple[float, float, float, float], rotation: int) -> None:
        self.left, self.bottom, self.right, self.top = left, bottom, right, top = bounds
        self.rotation = rotation
        width, height = right - left, top - bottom
        self.width, self.height = (height, width) if rotation in (90, 270) else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.rotation:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        (a, b), (c, d) = self.point(left, bottom), self.point(right, top)
        return round(min(a, c), 2), round(min(b, d), 2), round(max(a, c), 2), round(max(b, d), 2)


def _glyphs(raw: Any, text: Any, count: int, upright: _Upright) -> list[tuple[Any, ...]]:  # noqa: ANN401
    """Return (character, start, end, baseline, size, bold, angle in degrees, unseen) of what the file itself sets."""
    found: list[tuple[Any, ...]] = []
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    looks: dict[int | None, tuple[float, bool, int, bool]] = {}
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        hyphen = code == HYPHEN and raw.FPDFText_IsHyphen(text, index) == 1
        if raw.FPDFText_IsGenerated(text, index) == 1 and not hyphen:
            continue
        known = 0x20 <= code < 0xD800 or 0xDFFF < code <= 0x10FFFF or code in (0x09, 0x0A, 0x0D)
        character = "-" if hyphen else chr(code) if known else "\ufffd"
        shape = raw.FPDFText_GetTextObject(text, index)
        key = ctypes.cast(shape, ctypes.c_void_p).value
        if key not in looks:
            looks[key] = _look(raw, text, index, shape)
        size, bold, angle, unseen = looks[key]
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        corners = upright.box(box.left, box.bottom, box.right, box.top)
        start, base = (round(place, 2) for place in upright.point(x.value, y.value))
        turned = (angle - upright.rotation) % 360
        found.append((character, start, corners[2], base, size, bold, turned, unseen))
    return found


def _look(raw: Any, text: Any, index: int, shape: Any) -> tuple[float, bool, int, bool]:  # noqa: ANN401
    """Return the size of a stretch of text, whether it is bold, its angle, and whether it is not shown."""
    matrix, flags, name = raw.FS_MATRIX(), ctypes.c_int(), ctypes.create_string_buffer(256)
    raw.FPDFText_GetMatrix(text, index, matrix)
    size = raw.FPDFText_GetFontSize(text, index) * (matrix.c**2 + matrix.d**2) ** 0.5
    raw.FPDFText_GetFontInfo(text, index, name, len(name), flags)
    mode = raw.FPDFTextObj_GetTextRenderMode(shape) if shape else 0
    heavy = flags.value & FORCE_BOLD or BOLD.search(name.value.decode("utf-8", "replace"))
    return round(size, 2), bool(heavy) or mode == STROKED, _angle(raw, text, index), mode == UNSEEN


def _notes(raw: Any, page: Any) -> list[str]:  # noqa: ANN401
    """Return the words of the comments that someone put on the page."""
    found = []
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_OBJECTS)):
        note = raw.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        if raw.FPDFAnnot_GetSubtype(note) not in (
            raw.FPDF_ANNOT_LINK,
            raw.FPDF_ANNOT_POPUP,
            raw.FPDF_ANNOT_WIDGET,
        ):
            size = raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
            buffer = (ctypes.c_ushort * (size // 2 + 1))()
            raw.FPDFAnnot_GetStringValue(note, b"Contents", buffer, size)
            words = bytes(buffer)[: max(0, size - 2)].decode("utf-16-le", "replace").strip()
            found += [words] if words else []
        raw.FPDFPage_CloseAnnot(note)
    return found


if __name__ == "__main__":
    main()
