"""What a brand gives the edition in Word: logo, portraits, icons, styles, short names; and the contents of a long one."""

import io
import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.render.edition_docx import OPTIONS, body_of, edition_docx, styles_used
from tests.render.sample_edition import sample_edition
from tests.render.word_tools import WP, W, audit, part, repairs, text_of
from workflow.errors import InputError
from workflow.render import RENDERERS, wordcontents
from workflow.render.brand import Brand, load_brand
from workflow.render.contents import contents_of
from workflow.render.options import LAYOUTS, Layout
from workflow.render.view import Text, view
from workflow.render.wordlook import look_of

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000"
    "050001a5f645400000000049454e44ae426082"
)


def _style_of(paragraph: Any) -> str:
    return str(paragraph.find(f"{W}pPr/{W}pStyle").get(W + "val"))


def test_running_head_shortens_a_long_name(brand: Brand) -> None:
    name = "清江流域环境研究中心"
    own = replace(
        brand, short_forms={name: "清江中心", "Qingjiang Basin Environment Research Center": "QBEC"}
    )
    header = part(edition_docx(sample_edition(), own, OPTIONS), "word/header1.xml")
    assert text_of(header).startswith("清江中心　简报　2024年第9期  |  QBEC · Newsletter · Issue 9, 2024")


@pytest.mark.parametrize(("layout", "words"), [("chinese", "江河"), ("stacked", "Rivers")])
def test_a_logo_without_a_masthead_has_the_name_of_the_brand(
    brand: Brand, layout: Layout, words: str
) -> None:
    shown = view(sample_edition())
    shown = replace(shown, masthead=Text("", (), ""))
    document = part(
        RENDERERS["docx"].render(shown, brand, replace(OPTIONS, layout=layout)), "word/document.xml"
    )
    assert next(picture.get("descr") for picture in document.iter(WP + "docPr")) == words


def test_logo_as_png(brand: Brand, tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.with_suffix(".png").write_bytes(PNG)
    data = edition_docx(sample_edition(), replace(brand, logo=logo), OPTIONS)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert "word/media/image1.png" in package.namelist()
    assert audit(data, tmp_path) == []


@pytest.fixture(scope="module")
def portrayed(tmp_path_factory: pytest.TempPathFactory) -> Brand:
    """Return a brand with a portrait of the first speaker of the sample."""
    from PIL import Image

    folder = tmp_path_factory.mktemp("office") / "own"
    shutil.copytree(load_brand("center").folder, folder)
    (folder / "portraits").mkdir()
    Image.new("RGB", (240, 300), (90, 120, 150)).save(folder / "portraits" / "周明远.jpg")
    return load_brand("own", [folder.parent])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_long_edition_has_contents_portraits_and_icons(
    portrayed: Brand, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The contents are a field that is filled in; each entry leads to the bookmark of a heading with its mark."""
    monkeypatch.setattr(wordcontents, "MOST_PAGES", 0)
    data = edition_docx(sample_edition(), portrayed, replace(OPTIONS, layout=layout))
    assert audit(data, tmp_path) == []
    assert repairs(data) == []
    body = body_of(data)
    listed = [p for p in body.iter(W + "p") if _style_of(p) in ("TOC1", "TOC2")]
    expected = contents_of(view(sample_edition()))
    sides = {
        "facing": "{0.zh}  {0.en}",
        "stacked": "{0.zh}  {0.en}",
        "english": "{0.en}",
        "chinese": "{0.zh}",
    }
    assert [text_of(p) for p in listed] == [sides[layout].format(entry.text) for entry in expected]
    codes = [i.text for i in body.iter(W + "instrText")]
    assert codes[0] == r" TOC \f C \h \n \z "
    assert [c.split('"')[1] for c in codes[1:]] == [text_of(p) for p in listed]
    kinds = [mark.get(W + "fldCharType") for p in listed for mark in p.iter(W + "fldChar")]
    assert kinds == ["begin", "separate", "end"]
    marks = {b.get(W + "name"): next(b.iterancestors(W + "p")) for b in body.iter(W + "bookmarkStart")}
    for paragraph, entry in zip(listed, expected, strict=True):
        (link,) = paragraph.iter(W + "hyperlink")
        assert text_of(marks[link.get(W + "anchor")]) == (
            entry.text.en if layout == "english" else entry.text.zh
        )
    drawn = [d.get("descr") for d in body.iter(WP + "docPr")]
    assert drawn.count("Zhou Mingyuan" if layout == "english" else "周明远") == 1
    fields = sum(
        text_of(p).strip().startswith(("地址", "Address", "电话", "Tel")) for p in body.iter(W + "p")
    )
    assert drawn.count("") >= fields > 1


def test_a_short_edition_has_no_contents(facing: bytes) -> None:
    assert not [style for style in styles_used([body_of(facing)]) if style.startswith("TOC")]


def _styled(folder: Path, toml: str) -> Brand:
    own = folder / "own"
    own.mkdir()
    base = (load_brand("plain").folder / "brand.toml").read_text(encoding="utf-8")
    (own / "brand.toml").write_text(base.replace('base = "center"', 'base = "plain"'), encoding="utf-8")
    (own / "word.toml").write_text(toml, encoding="utf-8")
    return load_brand("own", [folder])


def test_a_brand_changes_the_styles_of_its_base(tmp_path: Path) -> None:
    own = _styled(tmp_path, '[paragraph.Title]\nsize = 30\ncolour = "accent"\n')
    data = edition_docx(sample_edition(), own, OPTIONS)
    assert audit(data, tmp_path) == []
    styles = {s.get(W + "styleId"): s for s in part(data, "word/styles.xml").iter(W + "style")}
    title = styles["Title"].find(W + "rPr")
    assert (title.find(W + "sz").get(W + "val"), title.find(W + "color").get(W + "val")) == ("60", "9B2F1F")
    assert styles["BodyZh"].find(f"{W}rPr/{W}sz").get(W + "val") == "20"


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("[paragraph.Titel]\nsize = 30\n", "'paragraph.Titel' names no style"),
        ("[paragraphs.Title]\nsize = 30\n", "'paragraphs.Title' names no style"),
        ("[paragraph.Title]\nsise = 30\n", "'Title.sise' is no property"),
        ('[paragraph.Title]\nsize = "30"\n', "'Title.size' is no property"),
        ('[paragraph.Title]\ncolour = "red"\n', "'Title.colour' is no property"),
        ('[paragraph.Title]\ncolour = "x\\"/><w:p/>"\n', "'Title.colour' is no property"),
        ('[paragraph.Title]\nname = "Other"\n', "'Title.name' is no property"),
        ('[table.Imprint]\nlines = [["top", 99, "ink"]]\n', "'Imprint.lines' is no property"),
        ("[table.Imprint]\npadding = [1, 2, 3]\n", "'Imprint.padding' is no property"),
        ("[paragraph\n", "cannot be read"),
    ],
)
def test_a_bad_style_is_named(tmp_path: Path, toml: str, said: str) -> None:
    with pytest.raises(InputError, match=re.escape(said)):
        look_of(_styled(tmp_path, toml))
