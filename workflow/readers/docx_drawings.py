"""Pictures of a DOCX: which file of the package a drawing shows, how large, how cropped, and what it says of it."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.ooxml.elements import child, local_name, value
from workflow.ooxml.package import Relation
from workflow.readers.docx_tree import PICTURE
from workflow.readers.images import LARGEST, WHOLE, Crop
from workflow.readers.lines import Line, picture_line
from workflow.readers.pictures import DECORATION, Pictures, told

if TYPE_CHECKING:
    from lxml.etree import _Element

# English Metric Units in a point; a crop is in thousandths of a percent (ECMA-376 part 1, 20.1.10.16 and 20.1.10.41).
EMU, CROP_UNIT = 12700, 100_000
# A length of VML, in points for each unit; a crop of VML is in parts of 65536 where an f follows.
LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)(pt|in|cm|mm|px)?")
POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.346, "mm": 2.8346, "px": 0.75, None: 0.75}
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    KeyError,
)


class Drawings:
    """Take the pictures of one file as its text is read; the package stays open meanwhile."""

    def __init__(self, path: Path, relations: Mapping[str, Relation]) -> None:
        self.relations = relations
        self.pictures = Pictures()
        self.packed = zipfile.ZipFile(path)
        self.members = {member.filename.lower(): member for member in self.packed.infolist()}

    def __enter__(self) -> "Drawings":
        return self

    def __exit__(self, *_error: object) -> None:
        self.packed.close()

    def line(self, element: "_Element", reason: str, *, own: bool) -> Line:
        """Return the line of a picture (a:blip or v:imagedata): printed, or with the reason why it is not.

        `reason` is why the text around it is none, "" where it is; `own` says that the main part holds it: a picture of
        headers and footers decorates. What lies outside of the file is never looked at.
        """
        key = value(element, "embed") or value(element, "id")
        relation = self.relations.get(key or value(element, "link"))
        name = posixpath.basename(relation.target) if relation else ""
        if not own:
            return Line(f"![]({name})", reason=DECORATION)
        data = self._bytes(relation) if relation and key and not reason else None
        if data is None:
            return Line(f"![]({name})", reason=PICTURE)
        number, why = self.pictures.take(data, name, points_of(element), crop_of(element))
        if number is None:
            return Line(f"![]({name})", reason=why)
        alt = " ".join(alternative(element).split())
        return picture_line(number, alt, told(alt), name, PICTURE)

    def _bytes(self, relation: Relation) -> bytes | None:
        """Return the bytes of a picture in the package; names are looked up there and are never paths."""
        member = None if relation.external else self.members.get(relation.target.lower())
        if relation.kind != "image" or member is None or member.file_size > LARGEST or self.pictures.full:
            return None
        try:
            return self.packed.read(member)
        except _BROKEN:
            return b""


def _above(element: "_Element", *names: str) -> "_Element | None":
    return next((one for one in element.iterancestors() if local_name(one) in names), None)


def points_of(element: "_Element") -> tuple[float, float] | None:
    """Return the size at which a drawing shows its picture, None where it does not say."""
    frame = _above(element, "pic")
    extent = child(frame, "spPr", "xfrm", "ext") if frame is not None else None
    if extent is None:
        frame = _above(element, "inline", "anchor")
        extent = child(frame, "extent") if frame is not None else None
    if extent is not None:
        return _number(extent.get("cx")) / EMU, _number(extent.get("cy")) / EMU
    shape = _above(element, "shape", "rect")
    lengths = LENGTH.findall(shape.get("style") or "") if shape is not None else []
    found = {name: _number(count) * POINTS[unit or None] for name, count, unit in lengths}
    return (found["width"], found["height"]) if len(found) == 2 else None


def crop_of(element: "_Element") -> Crop:
    """Return the shares of a picture that are cut off left, top, right and bottom."""
    frame = element.getparent()
    rectangle = child(frame, "srcRect") if frame is not None else None
    if rectangle is not None:
        left, top, right, bottom = (_number(rectangle.get(side)) / CROP_UNIT for side in "ltrb")
    else:
        left, top, right, bottom = (
            _fraction(element.get(f"crop{side}")) for side in ("left", "top", "right", "bottom")
        )
    return (left, top, right, bottom) if all(0 <= one < 1 for one in (left, top, right, bottom)) else WHOLE


def alternative(element: "_Element") -> str:
    """Return what a drawing says for those who cannot see it."""
    frame, picture = _above(element, "inline", "anchor"), _above(element, "pic")
    shape = _above(element, "shape", "rect")
    given = (
        (child(frame, "docPr"), "descr") if frame is not None else (None, ""),
        (child(picture, "nvPicPr", "cNvPr"), "descr") if picture is not None else (None, ""),
        (shape, "alt"),
    )
    return next((words for one, name in given if one is not None and (words := one.get(name))), "")


def _number(text: str | None) -> float:
    try:
        return min(max(float(text or 0), -1e9), 1e9)
    except ValueError:
        return 0.0


def _fraction(text: str | None) -> float:
    return _number((text or "").removesuffix("f")) / (65536 if (text or "").endswith("f") else 1)
