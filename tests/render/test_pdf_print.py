"""The PDF for print against what PDF/X-4 (ISO 15930-7) asks of the parts of ISO 32000-1 named here.

No program that judges PDF/X is at hand: these tests and qpdf are not one, and say nothing of what they do not name.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Name

from tests.render.sample_edition import sample_edition
from workflow.errors import InputError, MissingPartError
from workflow.render import RENDERERS
from workflow.render.brand import Brand, load_brand
from workflow.render.options import RenderOptions
from workflow.render.pdfprint import converted, inks_of
from workflow.render.view import view

PRINT = RenderOptions(pdf="print")
MM = 72 / 25.4
_LIGHT = {"rg", "RG", "g", "G"}


def printed(brand: Brand | None = None, options: RenderOptions = PRINT) -> bytes:
    return RENDERERS["pdf"].render(view(sample_edition()), brand or load_brand("center"), options)


@pytest.fixture(scope="module")
def data() -> bytes:
    return printed()


@pytest.fixture(scope="module")
def pdf(data: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(data)) as opened:
        yield opened


def drawings(pdf: pikepdf.Pdf) -> Iterator[Any]:
    yield from pdf.pages
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == Name.Form:
            yield one


def operations(pdf: pikepdf.Pdf) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for drawing in drawings(pdf):
        for one in pikepdf.parse_content_stream(drawing):
            yield str(one.operator), tuple(one.operands)


def test_boxes_lie_in_each_other_with_3_mm_of_bleed(pdf: pikepdf.Pdf) -> None:
    """Page boundaries, 14.11.2: media, bleed and trim box in each other, no art box beside a trim box."""
    for page in pdf.pages:
        media, bleed, trim = (
            [float(n) for n in page[key].as_list()] for key in ("/MediaBox", "/BleedBox", "/TrimBox")
        )
        assert trim == pytest.approx([0, 0, 210 * MM, 297 * MM], abs=0.01)
        assert [abs(b - t) for b, t in zip(bleed, trim, strict=True)] == pytest.approx([3 * MM] * 4, abs=0.01)
        assert [abs(m - t) for m, t in zip(media, trim, strict=True)] == pytest.approx(
            [10 * MM] * 4, abs=0.01
        )
        assert "/ArtBox" not in page


def test_crop_marks_stand_outside_the_bleed(pdf: pikepdf.Pdf, tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    pdf.save(path)
    subprocess.run(
        ["pdftoppm", "-r", "72", "-gray", "-f", "1", "-l", "1", path, tmp_path / "page"], check=True
    )
    (file,) = tmp_path.glob("page*.pgm")
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", file.read_bytes())
    assert head is not None
    width, height = int(head[1]), int(head[2])
    pixels = file.read_bytes()[head.end() :]
    dark = [(n % width, n // width) for n, grey in enumerate(pixels) if grey < 160]
    edge, clear = 10 * MM, 7 * MM
    outside = [(x, y) for x, y in dark if min(x, width - x) < clear - 1 or min(y, height - y) < clear - 1]
    between = [
        (x, y)
        for x, y in dark
        if (min(x, width - x) < edge - 1 or min(y, height - y) < edge - 1) and (x, y) not in set(outside)
    ]
    assert len(outside) >= 8 * 10
    assert between == []
    for x, y in outside:
        at_corner = [min(abs(x - edge), abs(width - x - edge)), min(abs(y - edge), abs(height - y - edge))]
        assert min(at_corner) <= 2


def test_the_output_intent_is_a_cmyk_printer_s_profile(pdf: pikepdf.Pdf) -> None:
    """Output intents, 14.11.5: one intent of GTS_PDFX with its profile inside."""
    (intent,) = pdf.Root.OutputIntents.as_list()
    assert (intent.Type, intent.S) == (Name.OutputIntent, Name.GTS_PDFX)
    assert str(intent.OutputConditionIdentifier)
    profile = intent.DestOutputProfile
    assert int(profile.N) == 4
    assert (profile.read_bytes()[12:20], profile.read_bytes()[36:40]) == (b"prtrCMYK", b"acsp")


def test_every_colour_is_ink(pdf: pikepdf.Pdf) -> None:
    """Device colour spaces, 8.6.4: no device colour but the intent's; pictures and shadings carry a profile."""
    found = list(operations(pdf))
    assert not _LIGHT & {operator for operator, _operands in found}
    spaces = {str(operands[0]) for operator, operands in found if operator in ("cs", "CS")}
    assert spaces == {"/DeviceCMYK"}
    groups = [one.Group for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/Group" in one]
    assert {str(group.CS) for group in groups} == {"/DeviceCMYK"}
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            assert one.get("/ColorSpace") != Name.DeviceRGB


def test_text_is_black_alone_and_the_brand_s_colours_are_its_mixes(pdf: pikepdf.Pdf) -> None:
    brand = load_brand("center")
    found = {
        tuple(round(float(n), 3) for n in operands)
        for operator, operands in operations(pdf)
        if operator in ("scn", "SCN", "k", "K")
    }
    assert (0, 0, 0, 1) in found
    for name in ("accent", "second", "muted", "rule", "tint"):
        assert inks_of(brand, name) in found, name
    # The colour of body text is set, and no text is a mix of all four inks that shows as black.
    assert [inks for inks in found if min(inks[:3]) > 0.2 and inks[3] > 0.5] == []


@pytest.mark.parametrize(
    ("light", "inks"),
    [
        ((1, 1, 1), (0, 0, 0, 0)),
        ((0, 0, 0), (0, 0, 0, 1)),
        ((1, 0, 0), (0, 1, 1, 0)),
        ((0.5, 0.5, 0.5), (0, 0, 0, 0.5)),
    ],
)
def test_a_colour_of_light_as_inks(light: tuple[float, float, float], inks: tuple[float, ...]) -> None:
    assert converted(*light) == inks


def test_fonts_are_embedded(pdf: pikepdf.Pdf) -> None:
    """Embedded font programs, 9.9: every font program inside, cut to what is used."""
    fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontName" in one]
    assert len(fonts) >= 6
    for font in fonts:
        assert re.fullmatch(r"/[A-Z]{6}\+.+", str(font.FontName))
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys())


def test_metadata_name_the_standard(pdf: pikepdf.Pdf, data: bytes) -> None:
    """Metadata, 14.3, and trapping, 14.11.6: identification, dates, trapping, an identifier; neither encryption nor actions nor annotations."""
    assert not pdf.is_encrypted
    assert data.startswith(b"%PDF-1.6")
    assert len(pdf.trailer.ID.as_list()) == 2
    assert str(pdf.docinfo.Trapped) == "/False"
    text = pdf.Root.Metadata.read_bytes().decode()
    for words in (
        "<pdfxid:GTS_PDFXVersion>PDF/X-4<",
        "<pdf:Trapped>False<",
        "<xmp:CreateDate>2000-01-01T00:00:00Z<",
        "<xmp:ModifyDate>2000-01-01T00:00:00Z<",
        "<xmp:MetadataDate>2000-01-01T00:00:00Z<",
        "<xmpMM:DocumentID>xmp.did:",
        "<xmpMM:RenditionClass>",
        "<xmpMM:VersionID>",
        "<dc:title>",
    ):
        assert words in text
    assert "/Filter" not in pdf.Root.Metadata
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
    assert [page for page in pdf.pages if "/Annots" in page] == []


def test_qpdf_finds_no_error(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "print.pdf").write_bytes(data)
    subprocess.run(["qpdf", "--check", tmp_path / "print.pdf"], check=True, capture_output=True)
    assert len(data) < 400_000


def test_letter_paper() -> None:
    with pikepdf.open(BytesIO(printed(options=replace(PRINT, page="letter", layout="english")))) as pdf:
        assert [float(n) for n in pdf.pages[0].TrimBox.as_list()] == pytest.approx([0, 0, 612, 792])


def test_the_printing_house_s_profile_and_condition(tmp_path: Path) -> None:
    brand = load_brand("center")
    named = tmp_path / "house.icc"
    named.write_bytes(Path("/usr/share/color/icc/ghostscript/ps_cmyk.icc").read_bytes())
    with pikepdf.open(BytesIO(printed(replace(brand, profile=named, condition="FOGRA39")))) as pdf:
        (intent,) = pdf.Root.OutputIntents.as_list()
        assert intent.DestOutputProfile.read_bytes() == named.read_bytes()
        assert (str(intent.OutputConditionIdentifier), str(intent.RegistryName)) == (
            "FOGRA39",
            "http://www.color.org",
        )
    named.write_bytes(Path("/usr/share/color/icc/ghostscript/srgb.icc").read_bytes())
    with pytest.raises(InputError, match="no ICC profile of a CMYK printer"):
        printed(replace(brand, profile=named))
    named.unlink()
    with pytest.raises(MissingPartError, match="libgs-common"):
        printed(replace(brand, profile=named))
