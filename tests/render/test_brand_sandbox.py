"""A brand's templates, style sheets and pictures reach nothing outside their folders; a bulletin's text is only text."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.render.sample_edition import edition_of
from workflow.bulletin import Contact, Masthead
from workflow.errors import BulletinError, InputError, MissingPartError
from workflow.render import RENDERERS
from workflow.render.brand import Brand, load_brand
from workflow.render.options import RenderOptions
from workflow.render.pdf import print_html
from workflow.render.templating import fill
from workflow.render.view import view

SECRET = "the-secret-of-this-machine"
SMALL = view(edition_of([("0/0", "江河", "River")]))


@pytest.fixture
def brand(tmp_path: Path) -> Brand:
    """Return a copy of the default brand beside a file that it must not reach."""
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    (tmp_path / "secret.css").write_text(f"h1::before {{ content: '{SECRET}' }}", encoding="utf-8")
    (tmp_path / "secret.svg").write_text(
        f"<svg xmlns='http://www.w3.org/2000/svg' width='99' height='9'><text y='9'>{SECRET}</text></svg>",
        encoding="utf-8",
    )
    folder = tmp_path / "templates" / "hostile"
    shutil.copytree(load_brand("center").folder, folder)
    return load_brand("hostile", [tmp_path / "templates"])


def into_page(brand: Brand, markup: str) -> None:
    path = brand.folder / "bulletin.html"
    path.write_text(path.read_text(encoding="utf-8").replace("<main>", f"<main>{markup}"), encoding="utf-8")


def pdf(brand: Brand) -> bytes:
    return RENDERERS["pdf"].render(SMALL, brand, RenderOptions())


@pytest.mark.parametrize(
    "markup",
    [
        "{{ brand.folder.joinpath('../../secret.txt').read_text() }}",
        "{{ (brand.folder / '../../secret.txt').read_text() }}",
        "{{ brand.file('brand.toml').parent }}",
        "{{ brand.find('../../secret.txt').name }}",
        "{{ brand.logo.unlink() }}",
        "{{ short.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ brand|attr('__class__') }}",
        "{{ options.clock.__class__ }}",
        "{{ '{0.__class__}'.format(brand) }}",
        "{% include '../../secret.txt' %}",
        "{% include '/etc/hostname' %}",
        "{% include 'link.html' %}",
        "{% set _ = view.pieces.append(1) %}",
        "{{ no_such_name }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% for n in range(10 ** 9) %}{% endfor %}",
        "{{ 1 / 0 }}",
        "{{ 'a' + 1 }}",
    ],
)
def test_a_template_reaches_only_what_it_is_given(brand: Brand, markup: str) -> None:
    (brand.folder / "link.html").symlink_to(brand.folder / "../../secret.txt")
    into_page(brand, markup)
    with pytest.raises(InputError) as error:
        print_html(SMALL, brand, RenderOptions())
    assert brand.folder.name in error.value.message
    assert SECRET not in error.value.message
    assert (brand.folder / "logo.svg").is_file()


def test_a_template_s_fault_names_its_line(brand: Brand) -> None:
    (brand.folder / "changes.html").write_text("<p>\n{{ 1 }}\n{% if %}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"changes\.html', line 3: the template cannot be filled in"):
        fill(brand, "changes.html")
    (brand.folder / "changes.html").write_text("<p>\n{{ nobody }}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"changes\.html', line 2: .*'nobody' is undefined"):
        fill(brand, "changes.html")


@pytest.mark.parametrize(
    "markup",
    [
        '<img alt="x" src="../../secret.svg">',
        '<img alt="x" src="%2e%2e/%2e%2e/secret.svg">',
        '<img alt="x" src="file:///etc/hostname">',
        '<img alt="x" src="file://elsewhere/x.png">',
        '<img alt="x" src="http://a.example/x.png">',
        '<img alt="x" src="//a.example/x.png">',
        '<img alt="x" src="ftp://a.example/x.png">',
        '<img alt="x" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\'/%3E">',
        '<img alt="x" src="link.svg">',
        '<link rel="stylesheet" href="../../secret.css">',
        '<link rel="stylesheet" href="link.css">',
        '<link rel="attachment" href="../../secret.txt">',
        '<a rel="attachment" href="../../secret.txt">x</a>',
        '<object data="../../secret.svg"></object>',
        '<embed src="../../secret.svg">',
        '<p style="background: url(../../secret.svg)">x</p>',
        "<style>@import '../../secret.css';</style>",
        "<style>@font-face { font-family: X; src: url(../../secret.txt) } p { font-family: X, 'Noto Serif' }</style>",
        "<style>h1::before { content: url(../../secret.svg) }</style><h1>x</h1>",
        '<svg width="9" height="9" xmlns="http://www.w3.org/2000/svg"><image href="../../secret.svg" width="9" height="9"/></svg>',
    ],
)
def test_print_fetches_nothing_outside_the_folder(brand: Brand, markup: str) -> None:
    (brand.folder / "link.svg").symlink_to("../../secret.svg")
    (brand.folder / "link.css").symlink_to("../../secret.css")
    # The page has nothing else, so that each case takes no time.
    (brand.folder / "bulletin.html").write_text(f"<html><body>{markup}</body></html>", encoding="utf-8")
    (brand.folder / "print.css").write_text("", encoding="utf-8")
    with pytest.raises(MissingPartError, match=r"outside the brand's folder|Font-face 'X' cannot be loaded"):
        pdf(brand)


def test_a_logo_fetches_nothing_either(brand: Brand) -> None:
    logo = brand.folder / "logo.svg"
    picture = '<image href="../../secret.svg" width="9" height="9"/></svg>'
    logo.write_text(logo.read_text(encoding="utf-8").replace("</svg>", picture), encoding="utf-8")
    with pytest.raises(MissingPartError, match="outside the brand's folder"):
        pdf(brand)


@pytest.mark.parametrize("name", ["print.css", "proof.css", "proof.js", "changes.css", "brand.toml"])
def test_no_file_may_be_a_link_out_of_the_folder(brand: Brand, name: str) -> None:
    (brand.folder / name).unlink()
    (brand.folder / name).symlink_to("../../secret.css")
    with pytest.raises(BulletinError, match="leads out of the brand's folder"):
        load_brand("hostile", [brand.folder.parent]).file(name)


def test_the_picture_for_word_may_be_no_link_out_of_the_folder(brand: Brand) -> None:
    png = brand.folder / "logo.png"
    png.rename(brand.folder.parent / "elsewhere.png")
    png.symlink_to("../elsewhere.png")
    assert b"image1.png" not in RENDERERS["docx"].render(SMALL, brand, RenderOptions())


def test_a_base_gives_what_the_folder_lacks_and_no_more(brand: Brand) -> None:
    folder = brand.folder.parent / "light"
    folder.mkdir()
    toml = (
        (brand.folder / "brand.toml")
        .read_text(encoding="utf-8")
        .replace('logo = "logo.svg"', 'base = "hostile"')
    )
    (folder / "brand.toml").write_text(toml, encoding="utf-8")
    light = load_brand("light", [brand.folder.parent])
    assert light.bases == (brand.folder,)
    assert pdf(light).startswith(b"%PDF")
    into_page(brand, '<img alt="x" src="../../secret.svg">')
    with pytest.raises(MissingPartError, match="outside the brand's folder"):
        pdf(light)


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><link rel=attachment href=file:///etc/hostname>",
    "</style><style>* { display: none }</style>",
    "{{ 7 * 7 }}{% include 'brand.toml' %}{# x #}",
    "&lt;b&gt; &amp; <!-- x --> ]]> <?php",
)


@pytest.mark.parametrize("name", ["center", "plain"])
def test_a_bulletin_s_text_never_becomes_markup(name: str, tmp_path: Path) -> None:
    all_of_it = " ".join(HOSTILE)
    hostile = edition_of([(f"{n}/0", f"江{text}", f"River {text}") for n, text in enumerate(HOSTILE)])
    bulletin = replace(
        hostile.bulletin,
        masthead=Masthead(all_of_it, all_of_it, HOSTILE[1]),
        title=all_of_it,
        contact=Contact(address=all_of_it, website=HOSTILE[1], emails=(HOSTILE[2],)),
        about=all_of_it,
    )
    shown = view(replace(hostile, bulletin=bulletin))
    path = tmp_path / "hostile.pdf"
    path.write_bytes(RENDERERS["pdf"].render(shown, load_brand(name), RenderOptions()))
    printed = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout
    bare = re.sub(r"[\s-]", "", printed)
    for text in HOSTILE:
        assert re.sub(r"[\s-]", "", text) in bare
    assert "49" not in bare
    proof = RENDERERS["html"].render(shown, load_brand(name), RenderOptions()).decode()
    assert "alert(1)" in proof
    assert "<script>alert" not in proof
    assert "<img src=x" not in proof
    assert "<link rel=attachment" not in proof
