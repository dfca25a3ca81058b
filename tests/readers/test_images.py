"""Pictures of a source made safe to print: what they become, what is left out of them, what is refused."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from tests.readers.picture_made import picture
from workflow.readers.images import PNG_SIGNATURE, UnreadableError, printable
from workflow.readers.pictures import decorates, printed_size, told


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _exif(**more: object) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "CameraMaker"
    exif[0x0112] = more.get("orientation", 1)
    exif.get_ifd(0x8825)[2] = (25.0, 3.0, 7.5)  # a place
    return exif.tobytes()


KEPT = [
    ("PNG", "RGB"),
    ("PNG", "L"),
    ("PNG", "P"),
    ("PNG", "1"),
    ("PNG", "RGBA"),
    ("JPEG", "RGB"),
    ("JPEG", "L"),
]
WRITTEN = [
    ("GIF", "P", "png"),
    ("BMP", "RGB", "png"),
    ("TIFF", "RGB", "png"),
    ("TIFF", "CMYK", "png"),
    ("WEBP", "RGB", "png"),
    ("JPEG", "CMYK", "jpg"),
    ("PNG", "I;16", "png"),
]


@pytest.mark.parametrize(("kind", "mode"), KEPT)
def test_the_pixels_of_png_and_jpeg_stay(kind: str, mode: str) -> None:
    data = picture(90, 60, kind, mode)
    made = printable(data)
    assert made.suffix == ("png" if kind == "PNG" else "jpg")
    assert opened(made.data).tobytes() == opened(data).tobytes()


@pytest.mark.parametrize(("kind", "mode", "suffix"), WRITTEN)
def test_other_formats_and_colours_become_png_or_jpeg(kind: str, mode: str, suffix: str) -> None:
    source = picture(90, 60, "PNG", "L") if mode == "I;16" else picture(90, 60, kind, mode)
    if mode == "I;16":
        out = io.BytesIO()
        Image.frombytes("I;16", (90, 60), bytes(range(180)) * 60).save(out, "PNG")
        source = out.getvalue()
    made = printable(source)
    shown = opened(made.data)
    assert (made.suffix, shown.size) == (suffix, (90, 60))
    assert shown.mode in ("L", "RGB", "RGBA")
    assert printable(source).data == made.data, "the same bytes give the same bytes"
    if mode != "I;16":
        near = opened(source).convert("RGB").getpixel((45, 30)), shown.convert("RGB").getpixel((45, 30))
        assert all(abs(a - b) < 12 for a, b in zip(*near, strict=True)), near  # type: ignore[arg-type] # both RGB


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_place_and_camera_are_left_out(kind: str) -> None:
    data = picture(90, 60, kind, exif=_exif())
    assert b"CameraMaker" in data
    made = printable(data).data
    assert b"CameraMaker" not in made
    assert not opened(made).getexif()


def test_text_and_time_are_left_out_of_a_png() -> None:
    data = picture(90, 60)
    at = data.index(b"IDAT") - 4
    more = _chunk(b"tEXt", b"Author\0Zhang San") + _chunk(b"tIME", bytes(7)) + _chunk(b"zzZz", b"more")
    made = printable(data[:at] + more + data[at:]).data
    assert made == data


def test_a_comment_is_left_out_of_a_jpeg_and_word_can_read_it() -> None:
    data = picture(90, 60, "JPEG", comment=b"Zhang San", exif=_exif())
    made = printable(data).data
    assert b"Zhang San" not in made
    assert made[6:10] == b"JFIF"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_picture_stands_upright(kind: str) -> None:
    made = printable(picture(90, 60, kind, exif=_exif(orientation=6)))
    assert made.pixels == opened(made.data).size == (60, 90)


def test_what_a_word_processor_cut_off_is_cut_off() -> None:
    data = picture(100, 100)
    made = printable(data, (0.1, 0.2, 0.3, 0.0))
    assert made.pixels == (60, 80)
    assert opened(made.data).getpixel((0, 0)) == opened(data).getpixel((10, 20))


def test_colours_of_another_profile_are_converted() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    assert (
        opened(printable(picture(90, 60, icc_profile=srgb.tobytes())).data).tobytes()
        == opened(picture(90, 60)).tobytes()
    )
    assert printable(picture(90, 60, icc_profile=lab.tobytes())).pixels == (90, 60), (
        "a profile that does not fit is left out"
    )


BOMB = PNG_SIGNATURE + _chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
BOMB += _chunk(b"IDAT", zlib.compress(bytes(1000))) + _chunk(b"IEND", b"")
REFUSED = {
    "EMF": (b"\x01\x00\x00\x00" + bytes(100), "unknown", "EMF"),
    "WMF": (b"\xd7\xcd\xc6\x9a" + bytes(100), "unknown", "WMF"),
    "SVG": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown", "SVG"),
    "bomb": (BOMB, "large", ""),
    "bytes": (bytes(41_000_000), "large", ""),
    "cut PNG": (picture(90, 60)[:-60], "damaged", ""),
    "cut JPEG": (picture(300, 200, "JPEG")[:1200], "damaged", ""),
    "noise": (bytes(range(256)) * 9, "unknown", ""),
    "nothing": (b"", "unknown", ""),
}


@pytest.mark.parametrize(("data", "reason", "kind"), REFUSED.values(), ids=list(REFUSED))
def test_what_cannot_be_printed_says_why(data: bytes, reason: str, kind: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        printable(data)
    assert (refused.value.reason, refused.value.kind) == (reason, kind)


SIZES = [
    ((1200, 800), (200.0, 133.0), (200.0, 133.0)),  # as the source prints it
    ((1200, 800), (600.0, 400.0), (368.0, 245.3)),  # no wider than the column
    ((400, 2000), (100.0, 500.0), (56.6, 283.0)),  # no higher than 100 mm
    ((600, 400), None, (288.0, 192.0)),  # a page: 150 dots an inch
    ((200, 100), None, (150.0, 75.0)),  # a small one no larger than on the screen
    ((300, 150), None, (170.0, 85.0)),
    ((600, 400), (0.0, 0.0), (288.0, 192.0)),
    ((600, 400), (0.0001, 0.0001), (288.0, 192.0)),
    ((600, 400), (90000.0, 5.0), (368.0, 4.0)),
]


@pytest.mark.parametrize(("pixels", "points", "printed"), SIZES)
def test_printed_size(
    pixels: tuple[int, int], points: tuple[float, float] | None, printed: tuple[float, float]
) -> None:
    assert printed_size(pixels, points) == printed


@pytest.mark.parametrize(
    ("size", "decorative"),
    [((1, 1), True), ((64, 64), True), ((600, 20), True), ((1300, 100), True), ((120, 90), False)],
)
def test_bullets_rules_and_spaces_decorate(size: tuple[int, int], decorative: bool) -> None:
    assert decorates(*size) is decorative


@pytest.mark.parametrize(
    ("alt", "said"),
    [
        ("会场  全景", "会场 全景"),
        ("图片 1", ""),
        ("IMG_20240528_101.jpg", ""),
        ("微信图片_20240528", ""),
        ("图片包含 人, 室内\n\n描述已自动生成", ""),
        ("A group of people Description automatically generated", ""),
        ("图1 会场", "图1 会场"),
        ("", ""),
    ],
)
def test_a_name_says_nothing_of_a_picture(alt: str, said: str) -> None:
    assert told(alt) == said
