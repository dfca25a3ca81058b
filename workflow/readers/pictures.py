"""Gather the pictures of a source that are printed: made safe, measured, named by their digest; the others with their reason."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from workflow.bulletin import Notice, Picture
from workflow.i18n import N_
from workflow.readers.images import LARGEST, WHOLE, Crop, Reason, Shown, UnreadableError, printable

# Why a picture is not printed.
DECORATION = N_("picture that only decorates")
UNREADABLE = N_("picture that cannot be printed")
REFUSALS: dict[Reason, str] = {
    "unknown": N_("the picture {name} is not printed: its format is not known; save it as PNG or JPEG"),
    "damaged": N_("the picture {name} is not printed: it is damaged; put it into the source again"),
    "large": N_("the picture {name} is not printed: it has too many pixels or bytes; make it smaller"),
}
FOREIGN = N_("the picture {name} is not printed: its format {format} cannot be read; save it as PNG or JPEG")
# All pictures of a bulletin together, in bytes, in pixels and in number: half a minute to look at.
MOST_BYTES, MOST_PIXELS, MOST_PICTURES = 200_000_000, 1_000_000_000, 300
# The room that print gives a picture in every layout, in points: 130 mm wide, 100 mm high.
WIDEST, HIGHEST = 368.0, 283.0
LEAST_POINTS = 4.0
# A picture without a printed size of its own (a page, a text) is printed at 150 dots an inch, up to a width of 60 mm larger.
USUAL_DPI, SCREEN_DPI, SMALL_WIDTH = 150, 96, 170.0
# A picture of less than these pixels is a bullet, a button or a space; one so much longer than wide is a rule.
SMALLEST, SMALL, LONGEST_SIDES = 32, 72, 12.0
# Names and words of what decorates a page or leads elsewhere: codes to scan, buttons, emblems.
FURNITURE = re.compile(
    r"(?:^|[\W_])(?:qr|qrcode|ewm|erweima|logo|icon|btn|button|share|weixin|wechat|weibo|blank|spacer|pixel|arrow|bullet|banner)(?:$|[\W_\d])"
    r"|二维码|二維碼|扫一扫|掃一掃|扫码|掃碼|徽标|标志图",
    re.IGNORECASE,
)
# What programs write where nobody said what a picture shows: its number, its file's name, a machine's guess.
NAMELESS = re.compile(
    r"图片 / Picture"
    r"|(?:图片|圖片|图像|圖像|图|圖|图形|image|picture|img|photo|pic|graphic|untitled|screenshot|微信图片)?[\s_()（）\d-]*"
    r"|\S+\.(?:jpe?g|png|gif|bmp|tiff?|webp|emf|wmf|svg|heic)",
    re.IGNORECASE,
)
GUESSED = re.compile(r"(?:描述|说明|說明)已自[动動][生產产][成生]|automatically generated", re.IGNORECASE)


@dataclass(slots=True)
class Pictures:
    """Take the pictures of one source in reading order."""

    found: list[tuple[Picture, bytes]] = field(default_factory=list)
    failed: list[tuple[str, Reason, str]] = field(default_factory=list)
    known: dict[tuple[bytes, Crop], Shown | UnreadableError] = field(default_factory=dict)
    weight: int = 0
    pixels: int = 0

    @property
    def full(self) -> bool:
        """Tell whether a source has given all the pictures that one bulletin may have."""
        return self.weight > MOST_BYTES or self.pixels > MOST_PIXELS or len(self.known) > MOST_PICTURES

    def take(
        self,
        data: bytes,
        name: str,
        points: tuple[float, float] | None = None,
        crop: Crop = WHOLE,
    ) -> tuple[int | None, str]:
        """Return the number of a picture in the document, or None and why it is not printed.

        `name` is what messages call it, `points` the size at which the source shows it, `crop` as `printable` has it.
        """
        shown = self._printable(data, crop)
        if isinstance(shown, UnreadableError):
            self.failed.append((name, shown.reason, shown.kind))
            return None, UNREADABLE
        if shown.flat or decorates(*shown.pixels):
            return None, DECORATION
        file = f"{sha256(shown.data).hexdigest()[:32]}.{shown.suffix}"
        self.found.append((Picture(file, shown.pixels, printed_size(shown.pixels, points)), shown.data))
        return len(self.found) - 1, ""

    def _printable(self, data: bytes, crop: Crop) -> Shown | UnreadableError:
        key = (sha256(data).digest(), crop)
        if key not in self.known:
            self.weight += len(data)
            try:
                if self.full:
                    return UnreadableError("large")
                shown = printable(data, crop)
                self.pixels += shown.pixels[0] * shown.pixels[1]
                self.known[key] = shown
            except UnreadableError as error:
                self.known[key] = error
        return self.known[key]

    def notices(self, inside: Container[str] | None = None) -> Iterator[Notice]:
        """Yield what could not be printed, a notice for each name; only for those `inside`, where that is given."""
        for name, reason, kind in dict.fromkeys(self.failed):
            if inside is not None and name not in inside:
                continue
            message = FOREIGN if kind else REFUSALS[reason]
            args = (("name", name), ("format", kind)) if kind else (("name", name),)
            yield Notice("picture-unreadable", message, args)


def decorates(width: int, height: int) -> bool:
    """Tell whether a picture of so many pixels is a bullet, a button, a space or a rule."""
    small, large = sorted((width, height))
    return small < SMALLEST or large < SMALL or large / small > LONGEST_SIDES


def printed_size(pixels: tuple[int, int], points: tuple[float, float] | None) -> tuple[float, float]:
    """Return the width and height in points at which a picture is printed: the source's, within the room that print has."""
    width, height = pixels
    if points and min(points) >= LEAST_POINTS:
        wide, high = points
    else:
        wide = max(width * 72 / USUAL_DPI, min(width * 72 / SCREEN_DPI, SMALL_WIDTH))
        high = wide * height / width
    share = min(1.0, WIDEST / wide, HIGHEST / high)
    return max(LEAST_POINTS, round(wide * share, 1)), max(LEAST_POINTS, round(high * share, 1))


def told(alt: str) -> str:
    """Return what a source says of a picture; "" for a file's name and for what a program wrote by itself."""
    words = " ".join(alt.split())
    return "" if NAMELESS.fullmatch(words) or GUESSED.search(words) else words


def file_beside(folder: Path, address: str) -> bytes | None:
    """Return the bytes of a file that a page or text in a folder names, None where there is none inside that folder.

    Nothing is fetched: an address with a scheme or a host, one that leads out of the folder, by itself or by a link,
    and what is no ordinary file give None.
    """
    try:
        parts = urlsplit(address.strip().replace("\\", "/"))
        if parts.scheme or parts.netloc or not parts.path:
            return None
        home = folder.resolve()
        path = (home / unquote(parts.path)).resolve()
        if not path.is_relative_to(home) or not path.is_file() or path.stat().st_size > LARGEST:
            return None
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError):
        return None


def data_address(address: str) -> bytes | None:
    """Return the bytes of a data: address (RFC 2397), None for any other and for one that cannot be decoded."""
    import base64
    import binascii

    head, comma, body = address.strip().partition(",")
    if not head.lower().startswith("data:") or not comma:
        return None
    data = unquote_to_bytes(body)
    if not head.lower().endswith(";base64"):
        return data
    try:
        return base64.b64decode(b"".join(data.split()) + b"==", validate=False)
    except (binascii.Error, ValueError):
        return None
