"""A PDF for the printing house: PDF/X-4 (ISO 15930-7), every colour in CMYK, 3 mm of bleed, crop marks."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from workflow.errors import InputError, MissingPartError
from workflow.i18n import _
from workflow.render.brand import Brand

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

Inks = tuple[float, float, float, float]

# The sheet reaches 10 mm over the edge of the page: the marks stand in its outer half, clear of the bleed.
SHEET_CSS = "@page { bleed: 10mm; marks: crop }"
BLEED = 3 / 25.4 * 72
# Where no brand names another: the profile of Ghostscript, which Debian and Ubuntu have in libgs-common.
USUAL_PROFILE = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")
_RGB = {"rg": "k", "RG": "K"}
_GREY = {"g": "k", "G": "K"}
_DOCUMENT_ID = re.compile(rb"xmp\.did:[0-9a-f-]{36}")


def inks_of(brand: Brand, name: str) -> Inks:
    """Return a brand's colour in parts of cyan, magenta, yellow and black, 0 to 1; body text is black alone."""
    if name in brand.cmyk:
        return brand.cmyk[name]
    return (
        (0, 0, 0, 1)
        if name == "ink"
        else converted(*(int(brand.colours[name][n : n + 2], 16) / 255 for n in (1, 3, 5)))
    )


def converted(red: float, green: float, blue: float) -> Inks:
    """Return a colour of light as inks: what all three have in common is black (ISO 32000-1, 10.3.4)."""
    cyan, magenta, yellow = 1 - red, 1 - green, 1 - blue
    black = min(cyan, magenta, yellow)
    return (cyan - black, magenta - black, yellow - black, black)


def colour_css(brand: Brand) -> str:
    """Return a :root rule that gives the brand's colours as inks."""
    rows = (
        f"--{name}: device-cmyk({' '.join(f'{one:g}' for one in inks_of(brand, name))});"
        for name in brand.colours
    )
    return f":root {{ {' '.join(rows)} }}\n"


def steps_of(brand: Brand) -> tuple[Callable[["Pdf"], None], ...]:
    """Return what makes a PDF of WeasyPrint's one that a printing house takes."""
    profile, condition = _profile(brand)
    return (
        _set_boxes,
        lambda pdf: _mix(pdf, {brand.colours[name]: inks_of(brand, name) for name in brand.colours}),
        lambda pdf: _say_condition(pdf, profile, condition),
        _fix_identity,
    )


def _profile(brand: Brand) -> tuple[bytes, str]:
    """Return the profile of the printing condition and its name; raises where there is none for CMYK printers."""
    path = brand.profile or USUAL_PROFILE
    if not path.is_file():
        text = _(
            "'{path}' is not there, and without the profile of a printing condition there is no PDF for print; install "
            "libgs-common, or name the printing house's profile in '{brand}' under [print]."
        )
        raise MissingPartError(text.format(path=path, brand=brand.folder / "brand.toml"))
    data = path.read_bytes()
    # The header of ICC.1, 7.2: class at byte 12, colour space at 16, signature at 36.
    if (data[12:16], data[16:20], data[36:40]) != (b"prtr", b"CMYK", b"acsp"):
        text = _("'{path}' is no ICC profile of a CMYK printer; name another in '{brand}' under [print].")
        raise InputError(text.format(path=path, brand=brand.folder / "brand.toml"))
    return data, brand.condition


def _set_boxes(pdf: "Pdf") -> None:
    """Draw the bleed box 3 mm around the trimmed page."""
    from pikepdf import Array

    for page in pdf.pages:
        left, bottom, right, top = (Decimal(str(edge)) for edge in page.trimbox.as_list())
        bleed = Decimal(f"{BLEED:.3f}")
        page.BleedBox = Array([left - bleed, bottom - bleed, right + bleed, top + bleed])


def _mix(pdf: "Pdf", known: Mapping[str, Inks]) -> None:
    """Turn the colours of light that are left into inks: a logo's, a style sheet's own; pictures get a profile.

    A brand's own colour becomes the brand's own mix, in a logo too.
    """
    from pikepdf import Dictionary, Name, Stream

    light = _light(pdf)
    for page in pdf.pages:
        page.contents_coalesce()
        page.Contents.write(_mixed(page, known))
    for one in pdf.objects:
        if isinstance(one, Stream) and (one.get("/Subtype") == Name.Form or one.get("/PatternType") == 1):
            one.write(_mixed(one, known))
        if isinstance(one, Dictionary | Stream) and one.get("/ColorSpace") == Name.DeviceRGB:
            one.ColorSpace = light
        shading = one.get("/Shading") if isinstance(one, Dictionary) else None
        if isinstance(shading, Dictionary) and shading.get("/ColorSpace") == Name.DeviceRGB:
            shading.ColorSpace = light


def _light(pdf: "Pdf") -> "Object":
    """Return the colour space of pictures: sRGB with its profile."""
    from importlib.resources import files

    from pikepdf import Array, Name, Stream

    data = files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()
    return pdf.make_indirect(Array([Name.ICCBased, pdf.make_indirect(Stream(pdf, data, N=3))]))


def _mixed(place: Any, known: Mapping[str, Inks]) -> bytes:  # noqa: ANN401 # a page or a stream
    """Return the drawing of a page or form with its colours of light and greys as inks."""
    from pikepdf import ContentStreamInstruction, Operator, parse_content_stream, unparse_content_stream

    done: list[Any] = []
    for one in parse_content_stream(place):
        operator = str(one.operator)
        if operator in _RGB or operator in _GREY:
            parts = [float(part) for part in one.operands] * (3 if operator in _GREY else 1)
            inks = known.get("#" + "".join(f"{round(part * 255):02x}" for part in parts)) or converted(*parts)
            numbers = [Decimal(f"{ink:.4f}") for ink in inks]
            one = ContentStreamInstruction(numbers, Operator({**_RGB, **_GREY}[operator]))
        done.append(one)
    return unparse_content_stream(done)


def _say_condition(pdf: "Pdf", profile: bytes, condition: str) -> None:
    """Name the printing condition and embed its profile (ISO 32000-1, 14.11.5)."""
    from pikepdf import Array, Dictionary, Name, Stream

    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=condition or "Custom",
        Info=condition or "CMYK",
        DestOutputProfile=pdf.make_indirect(Stream(pdf, profile, N=4)),
    )
    if condition:
        intent.RegistryName = "http://www.color.org"
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _fix_identity(pdf: "Pdf") -> None:
    """Give the metadata an identity that follows from the content; WeasyPrint draws one by lot."""
    digest = sha256(b"".join(page.Contents.read_bytes() for page in pdf.pages)).digest()
    made = f"xmp.did:{UUID(bytes=digest[:16], version=4)}".encode()
    metadata = pdf.Root.Metadata
    metadata.write(_DOCUMENT_ID.sub(made, metadata.read_bytes()))
