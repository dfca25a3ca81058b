"""The PDF for screens keeps PDF/UA-1 and the one for archives PDF/A-3u, judged by veraPDF's own rules."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.render.long_edition import speeches
from tests.render.sample_edition import edition_of, merged_table_edition, sample_edition, wide_table_edition
from tests.render.scripted_build import ENGLISH
from tests.render.verapdf import complaints
from tests.support import SAMPLES
from workflow import store
from workflow.bulletin import Masthead
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.edition import Edition
from workflow.engines.scripted import ScriptedEngine
from workflow.errors import MissingPartError
from workflow.pipeline import Given, Services, Watch, build, render
from workflow.render.brand import load_brand
from workflow.render.links import link
from workflow.render.pdfattached import attached
from workflow.render.pdflanguages import tell
from workflow.render.pdfmend import mend, order_headings
from workflow.workshop import write_again

SCREEN = replace(Settings(), formats=("pdf",))
ARCHIVE = replace(SCREEN, pdf="archive")
SOURCE = "清江简讯\n\n水质好转。\n".encode()
# A four-page bulletin, in bytes.
MOST = 400_000


def _made(edition: Edition, settings: Settings = SCREEN) -> bytes:
    if not edition.manifest.inputs:
        edition = replace(edition, manifest=replace(edition.manifest, inputs=(("made.txt", "0"),)))
    files = render(edition, settings, load_brand("center"), source=SOURCE)
    return next(data for name, data in files.items() if name.endswith(".pdf"))


def _untitled() -> Edition:
    """Return an edition with contact and about alone above its text: no title, no heading of the body."""
    whole = sample_edition().bulletin
    return replace(
        sample_edition(),
        bulletin=replace(whole, title=None, sections=whole.sections[:1], masthead=Masthead()),
    )


def _of_source(source: Path, terms: Terms, folder: Path) -> Edition:
    settings = replace(Settings(), formats=("html",))
    services = Services(terms, ScriptedEngine({}, ENGLISH), load_brand("center"))
    return build(source, folder, settings, services, Given(), Watch()).edition


def _written(editions: list[Edition], settings: Settings, folder: Path) -> list[Path]:
    paths = [folder / f"{number}.pdf" for number in range(len(editions))]
    for path, edition in zip(paths, editions, strict=True):
        path.write_bytes(_made(edition, settings))
    return paths


@pytest.fixture(scope="module")
def editions(terms: Terms, tmp_path_factory: pytest.TempPathFactory) -> list[Edition]:
    """Return the editions of the samples, and some made by hand that have what those lack."""
    folder = tmp_path_factory.mktemp("built")
    built = [_of_source(path, terms, folder / path.stem) for path in SAMPLES]
    made = [sample_edition(), merged_table_edition(), wide_table_edition(8), _untitled(), speeches(24)]
    return [*built, *made]


@pytest.mark.slow
@pytest.mark.parametrize(("settings", "flavour"), [(SCREEN, "ua1"), (ARCHIVE, "3u")])
def test_samples_keep_the_standard(
    editions: list[Edition], settings: Settings, flavour: str, tmp_path: Path
) -> None:
    paths = _written(editions, settings, tmp_path)
    assert complaints(flavour, paths) == []
    assert [path.stat().st_size for path in paths if path.stat().st_size >= MOST] == []


@pytest.mark.slow
@pytest.mark.parametrize(("settings", "flavour"), [(SCREEN, "ua1"), (ARCHIVE, "3u")])
def test_real_bulletins_keep_the_standard(
    shared: Path, terms: Terms, settings: Settings, flavour: str, tmp_path: Path
) -> None:
    sources = sorted((shared / "bulletins").glob("*.txt"))
    assert len(sources) == 5
    built = [_of_source(path, terms, tmp_path / path.stem) for path in sources]
    paths = _written(built, settings, tmp_path)
    assert complaints(flavour, paths) == []
    assert [path.stat().st_size for path in paths if path.stat().st_size >= MOST] == []


def test_the_judge_finds_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "wrong.pdf"
    with pikepdf.open(BytesIO(_made(sample_edition()))) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(path)
    assert complaints("ua1", [path]) != []


def _elements(element: pikepdf.Object, around: str) -> Iterator[tuple[str, str, pikepdf.Object]]:
    """Yield kind, language and element of all below one."""
    inner = element.get("/K")
    for kid in inner if isinstance(inner, pikepdf.Array) else [inner]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            language = str(kid.get("/Lang", around))
            yield str(kid.S), language, kid
            yield from _elements(kid, language)


@pytest.fixture(scope="module")
def screen() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(_made(sample_edition()))) as pdf:
        yield pdf


def test_each_passage_has_its_language(screen: pikepdf.Pdf) -> None:
    assert str(screen.Root.Lang) == "zh-Hans"
    found = list(_elements(screen.Root.StructTreeRoot, str(screen.Root.Lang)))
    paragraphs = [language for kind, language, _element in found if kind == "/P"]
    assert paragraphs.count("en-US") > 15
    assert abs(paragraphs.count("en-US") - paragraphs.count("zh-Hans")) <= 4
    headings = [language for kind, language, _element in found if kind in ("/H2", "/H3")]
    assert headings[::2] == ["zh-Hans"] * (len(headings) // 2)
    assert headings[1::2] == ["en-US"] * (len(headings) // 2)
    figures = [(str(one.Alt), str(one.Lang)) for kind, _language, one in found if kind == "/Figure"]
    assert figures == [
        ("Qingjiang Basin Environment Research Center", "en-US"),
        ("QR code of the website: https://qingjiang.example/", "en-US"),
    ]


def test_an_english_edition_is_english_throughout() -> None:
    with pikepdf.open(BytesIO(_made(sample_edition(), replace(SCREEN, layout="english")))) as pdf:
        assert str(pdf.Root.Lang) == "en-US"
        found = [(kind, lang) for kind, lang, _e in _elements(pdf.Root.StructTreeRoot, "en-US")]
    assert {lang for kind, lang in found if kind in ("/H1", "/H2", "/H3")} == {"en-US"}


def test_bookmarks_title_and_links(screen: pikepdf.Pdf) -> None:
    assert bool(screen.Root.ViewerPreferences.DisplayDocTitle)
    with screen.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert any("清江流域生态修复经验交流会观点摘编" in title for title in titles)
    links = {str(one.A.URI) for page in screen.pages for one in page.get("/Annots", [])}
    assert {address.partition(":")[0] for address in links} == {"mailto", "https"}


@pytest.mark.parametrize(
    ("key", "value", "address"),
    [
        ("emails", "wang@example.org", "mailto:wang@example.org"),
        ("emails", "wang@example.org?bcc=x@example.com", ""),
        ("website", "www.example.org", "http://www.example.org"),
        ("website", "https://www.example.org:8080/zh/?a=1", "https://www.example.org:8080/zh/?a=1"),
        ("website", "javascript:alert(1)", ""),
        ("website", "file:///etc/passwd", ""),
        ("website", "www.example.org）", ""),
        ("phone", "www.example.org", ""),
    ],
)
def test_where_a_contact_leads(key: str, value: str, address: str) -> None:
    assert link(key, value) == address


@pytest.mark.parametrize(
    ("levels", "ordered"),
    [
        ((1, 2, 3, 3, 2), (1, 2, 3, 3, 2)),
        ((2, 2, 3, 2), (1, 1, 2, 1)),
        ((1, 3, 3, 2, 3), (1, 2, 2, 2, 3)),
        ((3, 2, 1, 3), (1, 1, 1, 2)),
    ],
)
def test_headings_begin_at_the_top_and_leave_no_level_out(
    levels: tuple[int, ...], ordered: tuple[int, ...]
) -> None:
    with pikepdf.new() as pdf:
        elements = [pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name(f"/H{level}"))) for level in levels]
        pdf.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Array(elements))
        order_headings(pdf)
        assert tuple(int(str(element.S)[2]) for element in elements) == ordered


def test_an_archive_copy_holds_the_source_and_the_edition(tmp_path: Path, terms: Terms) -> None:
    source = tmp_path / "2024-09.txt"
    source.write_bytes(SOURCE)
    services = Services(terms, ScriptedEngine({}, ENGLISH), load_brand("center"))
    built = build(source, tmp_path / "out", ARCHIVE, services, Given(), Watch())
    path = tmp_path / "out" / "2024-09.archive.pdf"
    assert path in built.files
    inside = {one.name: one for one in attached(path.read_bytes())}
    assert (inside["2024-09.txt"].data, inside["2024-09.txt"].relation) == (SOURCE, "Source")
    assert (inside["edition.json"].data, inside["edition.json"].relation) == (
        (tmp_path / "out" / store.FILE).read_bytes(),
        "Data",
    )
    with pikepdf.open(path) as pdf:
        assert len(pdf.Root.AF) == 2

    # A later command writes the outputs again without the source at hand.
    source.unlink()
    changed = replace(built.edition, findings=())
    write_again(tmp_path / "out", changed, SCREEN, {})
    again = {one.name: one.data for one in attached(path.read_bytes())}
    assert again["2024-09.txt"] == SOURCE
    assert again["edition.json"] == store.dump(changed)
    path.unlink()
    with pytest.raises(MissingPartError, match="build the bulletin again"):
        write_again(tmp_path / "out", changed, SCREEN, {})


def test_a_cut_font_draws_the_same_page(tmp_path: Path) -> None:
    """Rare and common characters, both faces: what the fonts lost is nothing of the page."""
    edition = edition_of([("0/0", "水龘靐，𠮷野家的“河长制”。", "Water 龘 and “river chiefs”.")])
    small = _made(edition)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("workflow.render.pdf.mend", lambda data, _steps: mend(data, ()))
        whole = _made(edition)
    assert len(small) < len(whole) / 2
    shown = []
    for name, data in (("small", small), ("whole", whole)):
        (tmp_path / f"{name}.pdf").write_bytes(data)
        command = ["pdftoppm", "-r", "100", str(tmp_path / f"{name}.pdf")]
        shown.append(subprocess.run(command, check=True, capture_output=True).stdout)
    assert shown[0] == shown[1]
    assert len(shown[0]) > 100_000


def test_no_language_is_better_than_another_s() -> None:
    """A tree that does not fit the pages is left as it is."""
    with pikepdf.open(BytesIO(_made(sample_edition()))) as pdf:
        for _kind, _language, element in _elements(pdf.Root.StructTreeRoot, ""):
            if "/Lang" in element:
                del element.Lang
        tell(pdf, ("en-US", "zh-Hans"))
        assert {language for _k, language, _e in _elements(pdf.Root.StructTreeRoot, "")} == {""}
