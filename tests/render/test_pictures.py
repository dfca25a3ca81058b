"""Pictures in the outputs: at their place and size, with what they show; kept beside the edition for every later run."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pikepdf
import pytest
from lxml import etree, html
from PIL import Image

from tests.readers.picture_made import picture
from tests.render.scripted_build import ENGLISH
from tests.render.verapdf import complaints
from tests.render.word_tools import WP, audit, part, repairs
from tests.support import ROOT
from workflow import outputs, store
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.engines.scripted import ScriptedEngine
from workflow.errors import InputError, MissingPartError
from workflow.pipeline import Given, Services, Watch, build
from workflow.publishing import publish
from workflow.readers import read
from workflow.render.brand import load_brand
from workflow.workshop import dismiss

SETTINGS = replace(Settings(), memory="off")
TEXT = """# 云岭江座谈会在岭州召开

2024年5月28日

2024年5月24日，云岭江座谈会在岭州召开，近百名代表参会。

![会场全景](clear.png)

图1 会场（张三摄）

会议由云岭流域合作中心主办，持续两天，并通过了倡议。

![](inks.jpg)

![合影](moving.gif)

会后，代表参观了湿地。
"""
SOURCES = {
    "clear.png": ("PNG", "RGBA"),
    "inks.jpg": ("JPEG", "CMYK"),
    "moving.gif": ("GIF", "P"),
}
BOTH = ["会场全景 / The river", "图片 / Picture", "合影 / The river"]


def _source(folder: Path) -> Path:
    for number, (name, (kind, mode)) in enumerate(SOURCES.items()):
        (folder / name).write_bytes(picture(900 + number, 600, kind, mode))
    (folder / "a.md").write_text(TEXT, encoding="utf-8")
    return folder / "a.md"


def _build(source: Path, folder: Path, terms: Terms, **settings: Any) -> Path:
    chosen = replace(SETTINGS, **settings)
    services = Services(terms, ScriptedEngine({}, ENGLISH), load_brand("center"))
    build(source, folder, chosen, services, Given(), Watch())
    return folder


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _source(tmp_path_factory.mktemp("source"))


@pytest.fixture(scope="module")
def built(source: Path, terms: Terms, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(source, tmp_path_factory.mktemp("built"), terms)


def _images(path: Path) -> list[tuple[int, int]]:
    """Return the width and height in pixels of the pictures of a PDF, masks left out."""
    with pikepdf.open(path) as pdf:
        found = [
            one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
        masks = [one.SMask.objgen for one in found if "/SMask" in one]
        return [(int(one.Width), int(one.Height)) for one in found if one.objgen not in masks]


def _alts(path: Path) -> list[str]:
    """Return what the tags of a PDF say of its figures, in order, the logo left out."""
    with pikepdf.open(path) as pdf:
        tags = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]
        return [str(one.get("/Alt")) for one in tags if "/Alt" in one]


def test_a_pdf_shows_each_picture_at_its_place(built: Path) -> None:
    assert sorted(_images(built / "a.pdf")) == [(900, 600), (901, 600), (902, 600)]
    document = read(built / "a.pdf")
    rows = [block.raw if block.look.picture is None else "PICTURE" for block in document.blocks]
    flat = "\n".join(rows)
    order = [flat.index(words) for words in ("近百名", "PICTURE", "图1", "持续两天", "会后")]
    assert order == sorted(order)
    assert rows.count("PICTURE") == 3
    assert all(one.points == pytest.approx((368, 245), abs=1.5) for one, _data in document.pictures)


def test_a_pdf_says_what_they_show(built: Path) -> None:
    found = _alts(built / "a.pdf")
    assert [
        any(alt.startswith(words) for alt in found)
        for words in ("会场全景 / The", "图片 / Picture", "合影 / The")
    ] == [True] * 3


@pytest.mark.slow
@pytest.mark.parametrize(("pdf", "flavour"), [("screen", "ua1"), ("archive", "3u")])
def test_a_pdf_with_pictures_keeps_the_standard(
    pdf: str, flavour: str, source: Path, terms: Terms, tmp_path: Path
) -> None:
    folder = _build(source, tmp_path, terms, formats=("pdf",), pdf=pdf)
    assert complaints(flavour, [next(folder.glob("a*.pdf"))]) == []


def test_for_a_press_pictures_have_a_profile(source: Path, terms: Terms, tmp_path: Path) -> None:
    folder = _build(source, tmp_path, terms, formats=("pdf",), pdf="print")
    with pikepdf.open(folder / "a.print.pdf") as pdf:
        found = [
            one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
        spaces = [one.ColorSpace for one in found if one.ColorSpace != "/DeviceGray"]
        assert [str(space[0]) for space in spaces] == ["/ICCBased"] * 3


def test_a_word_file_shows_and_describes_them(built: Path, tmp_path: Path) -> None:
    data = (built / "a.docx").read_bytes()
    shown = list(part(data, "word/document.xml").iter(WP + "inline"))[1:]  # the first is the logo
    assert [one.find(WP + "docPr").get("descr").partition(" basin")[0] for one in shown] == BOTH
    assert [one.find(WP + "extent").get("cx") for one in shown] == [str(368 * 12700)] * 3
    assert len({one.find(WP + "docPr").get("id") for one in shown}) == 3
    assert audit(data, tmp_path) == []
    assert repairs(data) == []
    document = read(built / "a.docx")
    sizes = [picture.points for picture, _data in document.pictures][1:]
    assert sizes == [pytest.approx((368, 245), abs=0.5)] * 3


@pytest.mark.parametrize(
    ("layout", "words"),
    [("english", "The river"), ("chinese", "会场全景"), ("stacked", "会场全景 / The river")],
)
def test_every_layout_describes_them_in_its_languages(
    layout: str, words: str, source: Path, terms: Terms, tmp_path: Path
) -> None:
    folder = _build(source, tmp_path, terms, formats=("pdf", "docx"), layout=layout)
    inlines = list(part((folder / "a.docx").read_bytes(), "word/document.xml").iter(WP + "inline"))
    assert inlines[1].find(WP + "docPr").get("descr").startswith(words)
    assert any(alt.startswith(words) for alt in _alts(folder / "a.pdf"))
    assert len(_images(folder / "a.pdf")) == 3


def test_the_proof_holds_them_in_itself(built: Path) -> None:
    page: Any = html.document_fromstring((built / "a.html").read_bytes())
    shown = list(page.iter("img"))
    assert [one.get("alt") for one in shown] == ["会场全景", "图片", "合影"]
    assert all(one.get("src").startswith("data:image/") for one in shown)
    below = [one.getparent().getnext().get("id") for one in shown]
    units = {unit.slot: unit.id for unit in store.load(built).units}
    assert below[0] == f"unit-{units['sections/0/blocks/1/alt/0']}"


def test_the_edition_tells_of_them_and_keeps_them(built: Path) -> None:
    data = json.loads((built / "edition.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, json.loads((ROOT / "docs" / "edition.schema.json").read_text(encoding="utf-8")))
    edition = store.load(built)
    assert store.dump(edition) == (built / "edition.json").read_bytes()
    files = store.load_pictures(built, edition.bulletin)
    assert [Path(name).suffix for name in files] == [".png", ".jpg", ".png"]
    assert sorted(path.name for path in (built / "pictures").iterdir()) == sorted(files)
    for image in (Image.open(io.BytesIO(one)) for one in files.values()):
        assert image.mode in ("RGB", "RGBA")
    slots = [unit.slot for unit in edition.units if "/blocks/" in unit.slot]
    assert slots == ["sections/0/blocks/1/alt/0", "sections/0/blocks/1/0/0", "sections/0/blocks/4/alt/0"]


def test_the_same_source_gives_the_same_bytes(
    source: Path, built: Path, terms: Terms, tmp_path: Path
) -> None:
    again = _build(source, tmp_path, terms)
    for path in sorted(path.relative_to(built) for path in built.rglob("*") if path.is_file()):
        assert (again / path).read_bytes() == (built / path).read_bytes(), path


def test_later_runs_have_them(source: Path, terms: Terms, tmp_path: Path) -> None:
    folder = _build(source, tmp_path / "b", terms, formats=("pdf", "docx", "html"))
    finding = next(one for one in store.load(folder).findings if one.check == "source.picture-text")
    before = (folder / "a.docx").read_bytes()
    dismiss(folder, finding.id, "Li", "only a test", SETTINGS)
    assert (folder / "a.docx").read_bytes() == before
    publish(folder, SETTINGS, unreviewed=True)
    edition = store.load(folder)
    corrected = tuple(replace(u, target="A lake.") if u.target == ENGLISH else u for u in edition.units)
    outputs.write(folder, {store.FILE: store.dump(replace(edition, units=corrected))})
    publish(folder, SETTINGS, unreviewed=True, revise=True)
    names = sorted(path.name for path in (folder / "pictures").iterdir())
    for place in ("final", "final/revision-1"):
        assert sorted(path.name for path in (folder / place / "pictures").iterdir()) == names
        assert store.load_pictures(folder / place, store.load(folder / place).bulletin)
        assert len(_images(folder / place / "a.pdf")) == 3


def test_a_picture_that_is_gone_is_named(source: Path, terms: Terms, tmp_path: Path) -> None:
    folder = _build(source, tmp_path, terms, formats=("html",))
    edition = store.load(folder)
    file = edition.bulletin.pictures[1].file
    (folder / "pictures" / file).write_bytes(b"another")
    with pytest.raises(MissingPartError, match=f"{file}' is missing or was changed"):
        store.load_pictures(folder, edition.bulletin)
    (folder / "pictures" / file).unlink()
    with pytest.raises(MissingPartError, match="put it back, or build the bulletin again"):
        dismiss(folder, edition.findings[0].id, "Li", "only a test", SETTINGS)


def test_a_picture_has_no_other_name(built: Path, tmp_path: Path) -> None:
    data = (built / "edition.json").read_text(encoding="utf-8")
    file = store.load(built).bulletin.pictures[0].file
    (tmp_path / "edition.json").write_text(data.replace(file, "../../secret.png"), encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read as an edition"):
        store.load(tmp_path)


def test_no_text_of_a_bulletin_reaches_a_file(tmp_path: Path, terms: Terms) -> None:
    (tmp_path / "p.png").write_bytes(picture())
    hostile = '"><script>x</script>'
    (tmp_path / "a.md").write_text(
        f"# 标题一行\n\n第一段的话。\n\n![{hostile}](p.png)\n\n第二段的话。\n", encoding="utf-8"
    )
    folder = _build(tmp_path / "a.md", tmp_path / "b", terms, formats=("html", "docx", "pdf"))
    page = html.document_fromstring((folder / "a.html").read_bytes())
    assert len(list(page.iter("script"))) == 1
    assert etree.tostring(part((folder / "a.docx").read_bytes(), "word/document.xml"))
