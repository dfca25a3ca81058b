"""Make a source's picture safe to print: a PNG or JPEG in sRGB, upright, without what the camera wrote of place and owner.

What is so already keeps its pixels: only its metadata is left out. Everything else is written anew by Pillow.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PIL.Image import Image

# A photograph of today's cameras has 24 to 50 million pixels; print of the widest picture here needs two million.
MOST_PIXELS, LARGEST = 60_000_000, 40_000_000
FORMATS = ("PNG", "JPEG", "GIF", "BMP", "DIB", "TIFF", "WEBP")
# Formats that are told by their first bytes and cannot be read.
UNREADABLE = (
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\x00\x09\x00", "WMF"),
    (b"\x01\x00\x00\x00", "EMF"),
    (b"<svg", "SVG"),
    (b"<?xml", "SVG"),
    (b"%PDF", "PDF"),
    (b"%!PS", "EPS"),
    (b"8BPS", "PSD"),
    (b"\x00\x00\x00\x0cjP", "JPEG 2000"),
    (b"\x00\x00\x00\x1cftyp", "HEIC/AVIF"),
    (b"\x00\x00\x00\x18ftyp", "HEIC/AVIF"),
)
Reason = Literal["unknown", "damaged", "large"]
# Chunks of a PNG that say what it looks like (ISO/IEC 15948); text, time and camera data are among the others.
PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT", b"bKGD"}
)
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Segments of a JPEG that are not needed to show it: Exif and XMP, profiles, IPTC, comments (ISO/IEC 10918-1, B.2.4.6).
JPEG_LEFT_OUT = frozenset({0xFE, *range(0xE1, 0xEE), 0xEF})
JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
ORIENTATION, QUALITY = 0x0112, 92


Crop = tuple[float, float, float, float]
WHOLE: Crop = (0.0, 0.0, 0.0, 0.0)


class UnreadableError(Exception):
    """Say why a picture cannot be printed; `kind` names its format where that is known and the reason."""

    def __init__(self, reason: Reason, kind: str = "") -> None:
        super().__init__(reason)
        self.reason: Reason = reason
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Shown:
    """Hold a picture that can be printed: its bytes, `png` or `jpg`, its size in pixels, whether it is one flat colour."""

    data: bytes
    suffix: str
    pixels: tuple[int, int]
    flat: bool


def printable(data: bytes, crop: Crop = WHOLE) -> Shown:
    """Return a picture as it is printed; `crop` are the shares that are cut off left, top, right and bottom.

    The same bytes give the same bytes. Raises UnreadableError for a format that is not known, damage, and a picture
    that is larger than any bulletin's.
    """
    import warnings

    from PIL import Image, UnidentifiedImageError

    if len(data) > LARGEST:
        raise UnreadableError("large")
    kind = next((name for start, name in UNREADABLE if data.lstrip()[: len(start)] == start), "")
    if kind:
        raise UnreadableError("unknown", kind)
    with warnings.catch_warnings(), _whole_files_only():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                if image.width * image.height > MOST_PIXELS or not image.width * image.height:
                    raise UnreadableError("large")
                image.load()
                return _shown(image, data, crop)
        except UnreadableError:
            raise
        except UnidentifiedImageError:
            raise UnreadableError("unknown") from None
        except Image.DecompressionBombError:
            raise UnreadableError("large") from None
        except Exception:  # noqa: BLE001 # Pillow's decoders raise whatever they meet in a damaged file
            raise UnreadableError("damaged") from None


@contextmanager
def _whole_files_only() -> Iterator[None]:
    """Let Pillow refuse a picture that is cut short: WeasyPrint, once imported, has it fill in what is missing."""
    from PIL import ImageFile

    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _shown(image: "Image", data: bytes, crop: Crop) -> Shown:
    from PIL import ImageOps

    plain = image.getexif().get(ORIENTATION, 1) == 1 and not any(crop) and not _foreign_colours(image)
    kept = _kept(image, data) if plain else None
    if kept:
        return Shown(kept[0], kept[1], image.size, _is_flat(image))
    upright = _cropped(_in_srgb(ImageOps.exif_transpose(image)), crop)
    out = io.BytesIO()
    if image.format in ("JPEG", "MPO"):
        upright.convert("L" if upright.mode == "L" else "RGB").save(out, "JPEG", quality=QUALITY, exif=b"")
        return Shown(out.getvalue(), "jpg", upright.size, _is_flat(upright))
    upright.info.clear()
    upright.save(out, "PNG")
    return Shown(out.getvalue(), "png", upright.size, _is_flat(upright))


def _kept(image: "Image", data: bytes) -> tuple[bytes, str] | None:
    """Return the picture's own bytes without its metadata, None where it must be written anew."""
    try:
        if image.format == "PNG" and image.mode in ("1", "L", "LA", "P", "RGB", "RGBA"):
            return PNG_SIGNATURE + b"".join(_chunks(data)), "png"
        if image.format == "JPEG" and image.mode in ("L", "RGB"):
            return b"".join(_segments(data)), "jpg"
    except (ValueError, struct.error):
        pass  # Pillow reads what is not quite in order; written anew it is
    return None


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(PNG_SIGNATURE)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name = data[at + 4 : at + 8]
        if name in PNG_KEPT:
            yield data[at : at + 12 + length]
        if name == b"IEND":
            return
        at += 12 + length


def _segments(data: bytes) -> Iterator[bytes]:
    """Yield a JPEG's segments but for its metadata; from the first scan on everything to its end mark.

    Word processors want the mark of JFIF at the beginning (ISO/IEC 10918-5, 10.1); where only Exif stood it is put there.
    """
    yield data[:2]
    if data[3:4] != b"\xe0":
        yield JFIF
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise ValueError("no marker where one must be")
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == 0xDA:
            end = data.rfind(b"\xff\xd9")
            yield data[at : end + 2 if end > at else len(data)]
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker not in JPEG_LEFT_OUT:
            yield data[at : at + 2 + length]
        at += 2 + length
    raise ValueError("no scan")


def _foreign_colours(image: "Image") -> bool:
    """Tell whether a picture's colours are others than sRGB or greys say: a profile of its own, inks."""
    return image.mode in ("CMYK", "YCbCr", "LAB", "HSV") or (
        bool(image.info.get("icc_profile")) and not _is_srgb(image)
    )


def _is_srgb(image: "Image") -> bool:
    from PIL import ImageCms

    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
        return "srgb" in (ImageCms.getProfileDescription(profile) or "").lower()
    except (ImageCms.PyCMSError, OSError):
        return True  # a profile that cannot be read says nothing


def _in_srgb(image: "Image") -> "Image":
    """Return a picture in greys or sRGB, with eight bits a channel; its transparency stays."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if image.mode.startswith("I") or image.mode == "F":  # sixteen bits a dot, or measured values
        values = image.convert("F")
        highest = float(values.getextrema()[1])  # type: ignore[arg-type]  # one channel has one pair
        scale = 255 / (65535 if image.mode != "F" else highest) if highest > 255 else 1.0
        return values.point(lambda value: value * scale).convert("L")
    if image.mode in ("P", "PA") or "transparency" in image.info:
        image = image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            mode = "RGBA" if image.mode == "RGBA" else "RGB"
            made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
            return made or image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image if image.mode in ("1", "L", "LA", "RGB", "RGBA") else image.convert("RGB")


def _cropped(image: "Image", crop: Crop) -> "Image":
    left, top, right, bottom = (min(max(share, 0.0), 0.95) for share in crop)
    if left + right >= 1 or top + bottom >= 1 or not any((left, top, right, bottom)):
        return image
    width, height = image.size
    box = (round(left * width), round(top * height), round((1 - right) * width), round((1 - bottom) * height))
    return image.crop(box) if box[2] > box[0] and box[3] > box[1] else image


def _is_flat(image: "Image") -> bool:
    """Tell whether a picture is of one colour, as pictures are that only hold a place."""
    small = image.convert("RGBA").resize((min(image.width, 64), min(image.height, 64)))
    return all(low == high for low, high in small.getextrema())  # type: ignore[misc]  # four channels, a pair each
