"""Take the pictures of a PDF's page with PDFium: where they stand, their bytes, what they show; loaded by pdf_glyphs.py.

A photograph without a mask keeps the bytes that the PDF holds; any other picture comes as PDFium shows it, as a PNG. It imports
nothing of the package.
"""

import base64
import io
import time
from collections.abc import Callable
from typing import Any

MOST_OBJECTS = 100_000
DEEPEST = 8
SMALLEST = 40.0
# One that covers so much of the page is its background or its scan.
BACKGROUND = 0.8
MOST_PIXELS, MOST_BYTES, SECONDS = 30_000_000, 80_000_000, 20.0
# Where in a tree of tags the picture's is looked for.
MOST_TAGS, DEEPEST_TAG = 50_000, 64
LONGEST_ALT = 2000

Box = tuple[float, float, float, float]


def pictures(
    raw: Any,  # noqa: ANN401 # pypdfium2 is loaded late
    page: Any,  # noqa: ANN401
    box: Callable[..., Box],
    turn: int,
) -> tuple[list[Box], list[tuple[str, str]]]:
    """Return the boxes of the pictures that are larger than a bullet or a rule, and of each its bytes in base64 and its alt text.

    `box` turns the coordinates of the page upright, by `turn` degrees. Bytes that cannot be had in time are "".
    """
    boxes: list[Box] = []
    files: list[tuple[str, str]] = []
    alts = _alts(raw, page)
    start, spent = time.process_time(), 0
    left, bottom, right, top = page.get_bbox()
    whole = abs((right - left) * (top - bottom))
    for number, one in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST)):
        if number >= MOST_OBJECTS:
            break
        here = box(*one.get_bounds())
        width, height = here[2] - here[0], here[3] - here[1]
        if min(width, height) < SMALLEST:
            continue
        data = b""
        if (
            width * height < BACKGROUND * whole
            and spent < MOST_BYTES
            and time.process_time() - start < SECONDS
        ):
            data = _data(raw, one, turn)
        spent += len(data)
        boxes.append(here)
        files.append((base64.b64encode(data).decode(), alts.get(raw.FPDFPageObj_GetMarkedContentID(one), "")))
    return boxes, files


def _data(raw: Any, one: Any, turn: int) -> bytes:  # noqa: ANN401
    """Return the bytes of a picture, b"" where they cannot be had."""
    try:
        width, height = one.get_px_size()
        if not 0 < width * height <= MOST_PIXELS:
            return b""
        if _is_plain_photograph(raw, one, turn):
            return bytes(one.get_data(decode_simple=True))
        shown = one.get_bitmap(render=True, scale_to_original=True).to_pil()
        if turn:
            shown = shown.rotate(turn, expand=True)
        out = io.BytesIO()
        shown.save(out, "PNG", compress_level=3)
        return out.getvalue()
    except Exception:  # noqa: BLE001 # PDFium and Pillow raise whatever they meet in a damaged picture
        return b""


def _is_plain_photograph(raw: Any, one: Any, turn: int) -> bool:  # noqa: ANN401
    """Tell whether a picture is a JPEG in greys or light, upright, without a mask: its own bytes show it."""
    if one.get_filters(skip_simple=True) != ["DCTDecode"] or turn or raw.FPDFPageObj_HasTransparency(one):
        return False
    space = one.get_metadata().colorspace
    matrix = one.get_matrix()
    upright = matrix.a > 0 and matrix.d > 0 and abs(matrix.b) + abs(matrix.c) < 0.01 * (matrix.a + matrix.d)
    return upright and space in (
        raw.FPDF_COLORSPACE_DEVICEGRAY,
        raw.FPDF_COLORSPACE_DEVICERGB,
        raw.FPDF_COLORSPACE_ICCBASED,
    )


def _alts(raw: Any, page: Any) -> dict[int, str]:  # noqa: ANN401
    """Return what the tags of a page say for those who cannot see it, by the number of the marked content."""
    import ctypes

    found: dict[int, str] = {}
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return found
    count = raw.FPDF_StructTree_CountChildren(tree)
    waiting = [(raw.FPDF_StructTree_GetChildAtIndex(tree, n), 0, "") for n in range(min(count, MOST_TAGS))]
    seen = 0
    while waiting and seen < MOST_TAGS:
        element, depth, above = waiting.pop()
        seen += 1
        if not element:
            continue
        buffer = (ctypes.c_ushort * LONGEST_ALT)()
        size = raw.FPDF_StructElement_GetAltText(element, buffer, ctypes.sizeof(buffer))
        known = 2 < size <= ctypes.sizeof(buffer)
        alt = bytes(buffer)[: size - 2].decode("utf-16-le", "replace").strip() if known else above
        for n in range(min(max(raw.FPDF_StructElement_GetMarkedContentIdCount(element), 0), MOST_TAGS)):
            key = raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, n)
            if alt and key >= 0:
                found.setdefault(key, alt)
        if depth < DEEPEST_TAG:
            children = max(raw.FPDF_StructElement_CountChildren(element), 0)
            waiting += [
                (raw.FPDF_StructElement_GetChildAtIndex(element, n), depth + 1, alt)
                for n in range(min(children, MOST_TAGS - seen))
            ]
    raw.FPDF_StructTree_Close(tree)
    return found
