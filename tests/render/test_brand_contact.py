import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from tests.render.sample_edition import edition_of, sample_edition
from workflow.render.brand import Brand, load_brand, package_templates
from workflow.render.imprint import completed
from workflow.render.options import RenderOptions
from workflow.render.pdf import print_html, render
from workflow.render.view import view

CONTACT = """
[contact]
organizations = [{ zh = "公共事务研究院", en = "Institute of Public Affairs" }]
address = { zh = "示例市中山路8号", en = "8 Zhongshan Road, Example City" }
emails = ["office@institute.example", "press@institute.example"]
phone = "+86-10-5555-0100"
"""


@pytest.fixture
def brand(tmp_path: Path) -> Brand:
    folder = tmp_path / "own"
    folder.mkdir()
    toml = (package_templates() / "plain" / "brand.toml").read_text(encoding="utf-8")
    toml = toml.replace("\n[contact]\n", CONTACT).replace(
        'base = "center"', 'base = "plain"\nmasthead = "art/band.svg"'
    )
    (folder / "brand.toml").write_text(toml, encoding="utf-8")
    (folder / "art").mkdir()
    (folder / "art" / "band.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    return load_brand("own", [tmp_path])


def test_a_bulletin_without_a_contact_block_gets_the_brand_s(brand: Brand) -> None:
    html = print_html(completed(view(edition_of([("0/0", "江河", "River")])), brand), brand, RenderOptions())
    words = re.sub("<[^>]*>", "", html)
    assert "联系我们" in words
    assert "公共事务研究院" in words
    assert "Institute of Public Affairs" in html
    assert "<b>Address</b> <span>8 Zhongshan Road, Example City</span>" in html
    assert (
        '<b>地址</b><span>示例市中山<span class="gap">路</span><span class="end"><span class="latin">8</span>号</span></span>'
        in html
    )
    emails = "".join(
        f'<span><a href="mailto:{one}">{one}</a></span>'
        for one in ("office@institute.example", "press@institute.example")
    )
    assert html.count(emails) == 2
    assert "Fax" not in html


def test_in_the_script_of_the_edition(brand: Brand) -> None:
    shown = completed(view(edition_of([("0/0", "江河", "River")]), "hant"), brand)
    assert shown.contact is not None
    assert shown.contact.organizations[0].zh == "公共事務研究院"
    assert shown.contact.heading.zh == "聯繫我們"


def test_a_bulletin_s_own_contact_block_stays(brand: Brand) -> None:
    shown = view(sample_edition())
    assert completed(shown, brand) is shown
    assert completed(view(edition_of([("0/0", "江河", "River")])), load_brand("plain")).contact is None


def test_a_picture_in_a_folder_of_the_brand_s(brand: Brand) -> None:
    html = print_html(view(edition_of([("0/0", "江河", "River")])), brand, RenderOptions())
    assert '<img class="banner" src="art/band.svg" alt="">' in html
    assert brand.bases == (package_templates() / "plain", package_templates() / "center")


@pytest.mark.parametrize("name", ["center", "plain"])
def test_a_link_is_printed_in_the_colours_of_the_brand(name: str, tmp_path: Path) -> None:
    shipped = load_brand(name)
    printed, drawn = tmp_path / "a.pdf", tmp_path / "a.svg"
    printed.write_bytes(render(view(sample_edition()), shipped, RenderOptions(layout="english")))
    with pikepdf.open(printed) as pdf:
        count = len(pdf.pages)
    for page in range(1, count + 1):
        command = ["pdftocairo", "-svg", "-f", str(page), "-l", str(page), str(printed), str(drawn)]
        subprocess.run(command, check=True)
        # The blue that links have where a style sheet says nothing of them.
        assert "rgb(0%,0%,100%)" not in drawn.read_text(encoding="utf-8")
