import re
import shutil
from pathlib import Path

import pytest

from workflow.brands import checking, contrast, files, glyphs, making, pages
from workflow.cli import run
from workflow.config import Settings
from workflow.errors import OutputError, UsageError
from workflow.render.brand import load_brand, package_templates


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    (folder / "bulletin.toml").write_text("", encoding="utf-8")
    return making.make("own", Settings(office=folder), "center")


@pytest.fixture
def own(copied: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(copied, tmp_path / "templates" / "own"))


def told(folder: Path) -> list[str]:
    return [fault.told.removeprefix(f"{folder}/") for fault in checking.check("own", [folder.parent])]


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", ["center", "plain"])
def test_the_package_s_brands_have_no_fault(name: str) -> None:
    assert checking.check(name) == []


def test_a_new_brand_is_the_whole_of_the_one_it_began_with(copied: Path) -> None:
    center = package_templates() / "center"
    assert {p.relative_to(copied): p.read_bytes() for p in making.listed(copied)} == {
        p.relative_to(center): p.read_bytes() for p in making.listed(center)
    }
    assert load_brand("own", [copied.parent]).folder == copied
    assert sorted(p.name for p in copied.parent.iterdir()) == ["own"]


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x", "a/b", "/tmp/x", ".hidden", "a b", "-x", "x" * 61, "a\n"]
)
def test_a_name_is_a_plain_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no name of a brand"):
        making.make(name, Settings(office=tmp_path), "center")
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "own").symlink_to("nowhere")
    with pytest.raises(OutputError, match="is there already"):
        making.make("own", Settings(office=tmp_path), "center")
    with pytest.raises(UsageError, match="bulletin init"):
        making.make("own", Settings(), "center")
    with pytest.raises(UsageError, match="no brand 'none'"):
        making.make("other", Settings(office=tmp_path), "none")


def test_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init"]) == 0
    assert run(["brand", "new", "办公室", "--from", "plain"]) == 0
    folder = tmp_path / "templates" / "办公室"
    shown = capsys.readouterr().out.splitlines()
    assert {str(folder / name) for name in ("brand.toml", "icons/phone.svg", "print.css")} <= set(shown)
    changed(folder / "brand.toml", 'base = "center"\n', "")
    assert run(["brand", "check", "办公室"]) == 1
    assert "bulletin.html: the file: is missing." in capsys.readouterr().out
    assert run(["brand", "check", "nobody"]) == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('zh = "江河"', 'zhh = "江河"', "brand.toml: line 6: 'names.zhh' is no key that a brand has."),
        ('zh = "江河"', "", "brand.toml: [names]: 'names.zh' is missing."),
        ('[names]\nzh = "江河"\nen = "Rivers"', "", "brand.toml: [names]: 'names.en' is missing."),
        ('[names]\nzh = "江河"', '[names]\nzh = ""', "brand.toml: line 6: 'names.zh' must be a text."),
        ("[docx]", "[word]", "'word' is no key that a brand has."),
        ('accent = "#0a5a73"', 'accent = "teal"', "'colours.accent' must be a colour"),
        ('accent = "#0a5a73"', 'acent = "#0a5a73"', "'colours.accent' is missing."),
        ('hans_serif = "SimSun"', "hans_serif = 1", "'docx.hans_serif' must be a text."),
        ("[contact]", "[contact]\nphone = 5", "'contact.phone' must be a text, or { zh"),
        ("[contact]", "[contact]\nemails = 'a@b.example'", "'contact.emails' must be a list of texts"),
        ("[contact]", "[contact]\nfaks = '1'", "'contact.faks' is no key that a brand has."),
        ("[names]", "[names", "cannot be read"),
        ("[names]", 'base = "nobody"\n[names]', "'base' names no brand; choose one of: center, own, plain."),
        ('[names]\nzh = "江河"', 'base = "nobody"\n[names]\nzhh = "x"', "brand.toml: line 5: 'base' names no brand"),
        ('logo = "logo.svg"', 'logo = "../own/logo.svg/../../../x.svg"', "brand.toml: line 2: 'logo' must name a file"),
        ('logo = "logo.svg"', 'logo = "/etc/hostname"', "brand.toml: line 2: 'logo' must name a file"),
        ('logo = "logo.svg"', 'logo = "https://a.example/x.svg"', "brand.toml: line 2: 'logo' must name a file"),
        ('"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC"', '"No Such Hei"', "'fonts.hans.sans': none of No Such Hei is installed."),
        ('"Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC"', '"Noto Serif"', "'fonts.hans.serif': the families have no 本期"),
    ],
)  # fmt: skip
def test_a_fault_of_the_settings(
    own: Path, old: str, new: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "faint", lambda _brand: [])  # laid out in the tests below
    changed(own / "brand.toml", old, new)
    found = told(own)
    assert any(said in line for line in found), found


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("print.css", "@page {", "@import url(http://a.example/x.css);\n@page {", "line 7: 'http://a.example/x.css' is not in the brand's folder"),
        ("print.css", "@page {", "@import '//a.example/x.css';\n@page {", "line 7: '//a.example/x.css' is not in"),
        ("page.css", "body { margin: 0; }", "body { background: url(../x.png) }", "'../x.png' leads out of"),
        ("page.css", "body { margin: 0; }", "body { background: url('%2e%2e/x.png') }", "'%2e%2e/x.png' leads out of"),
        ("page.css", "body { margin: 0; }", "body { background: url(/etc/x.png) }", "'/etc/x.png' begins at the root"),
        ("page.css", "body { margin: 0; }", "body { background: url(data:image/png,x) }", "'data:image/png,x' is not in"),
        ("page.css", "body { margin: 0; }", "body { background: url(paper.png) }", "'paper.png' is not there."),
        ("bulletin.html", "<main>", '<main><img src="C:\\x.png">', "'C:\\x.png' is not in the brand's folder"),
        ("bulletin.html", "<main>", "<main><iframe src='https://a.example/'></iframe>", "'https://a.example/' is not in"),
        ("proof.js", "", "fetch('https://a.example/count');\n", "proof.js: line 1: 'https://a.example/count' is not in"),
        ("logo.svg", "</svg>", '<image xlink:href="http://a.example/x.png"/></svg>', "logo.svg: line 13: 'http://a.example/x.png'"),
        ("logo.svg", "</svg>", '<use href="../other.svg#part"/></svg>', "'../other.svg#part' leads out of"),
        ("bulletin.html", "<main>", "<main>{% if %}", "the template cannot be filled in"),
        ("bulletin.html", "<main>", "<main>{{ brand.folder.parent }}", "the template cannot be filled in"),
        ("changes.html", "<table>", "<table>{{ nobody }}", "'nobody' is undefined"),
    ],
)  # fmt: skip
def test_a_fault_of_a_file(
    own: Path, name: str, old: str, new: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "faint", lambda _brand: [])
    changed(own / name, old, new) if old else (own / name).write_text(new, encoding="utf-8")
    if said.startswith("the template") or "undefined" in said:
        found = told(own)
    else:
        found = [f.told.removeprefix(f"{own}/") for f in files.addresses(load_brand("own", [own.parent]))]
    assert len(found) == 1, found
    assert said in found[0]


def test_links_comments_and_frontiers_are_no_fault(own: Path) -> None:
    changed(
        own / "bulletin.html",
        "<main>",
        '<main><a href="https://a.example/">x</a><!-- <img src="/x"> --><a href="#x">',
    )
    changed(own / "print.css", "@page {", "/* url(http://a.example/) */\n@page {")
    (own / "art").mkdir()
    (own / "art" / "dot.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    (own / "art" / "more.css").write_text("p { background: url(dot.svg) }", encoding="utf-8")
    (own / "inside.svg").symlink_to("art/dot.svg")
    brand = load_brand("own", [own.parent])
    assert [*files.addresses(brand), *files.links(own)] == []


def test_missing_files_and_links_out_are_named(own: Path) -> None:
    (own / "proof.js").unlink()
    (own / "logo.png").unlink()
    (own / "icons" / "fax.png").unlink()
    (own / "secret.css").symlink_to("/etc/hostname")
    (own / "gone.css").symlink_to("gone-too.css")
    brand = load_brand("own", [own.parent])
    found = [*files.lost(brand), *files.pictures(brand), *files.links(own)]
    assert [fault.told.removeprefix(f"{own}/") for fault in found] == [
        "proof.js: the file: is missing. Copy it from another brand, or name one as base in brand.toml.",
        "brand.toml: logo: 'logo.png' is missing: Word shows no SVG. Save the logo as a PNG of the same name beside it, some 400 pixels high.",
        "icons/fax.svg: the file: 'fax.png' is missing: Word shows no SVG. Save the icon as a PNG of the same name beside it, some 100 pixels high.",
        "gone.css: the link: leads nowhere. Put the file itself there.",
        "secret.css: the link: leads out of the brand's folder. Put the file itself there.",
    ]


def test_every_faint_text_is_found_where_it_stands(own: Path) -> None:
    changed(own / "brand.toml", 'muted = "#5a6a70"', 'muted = "#8fa0a6"')
    changed(own / "print.css", ".picture > .zh {", ".picture > .zh { background: #777; ")
    changed(own / "print.css", ".quote > .en { font-style: italic;", ".quote > .en { opacity: 0.5;")
    changed(own / "print.css", "h1 .en { ", "h1 .en { background: linear-gradient(#fff, #eee); ")
    changed(own / "proof.css", "--good: #23693a;", "--good: #23693a; --lead: #ddd;")
    found = told(own)
    muted = next(line for line in found if "#8fa0a6 on #ffffff" in line)
    assert re.search(
        r"print\.css: .* contrast 2\.7\d:1 .* wants 4\.5:1\. Set colours\.muted in brand\.toml to #[0-9a-f]{6}",
        muted,
    )
    assert any("on #777777" in line and ".picture" in line for line in found)
    assert any(".quote" in line and "on #ffffff" in line for line in found)
    assert any(".en “Notes from a" in line and "stands on a picture or gradient" in line for line in found)
    assert any(line.startswith("proof.css: ") and "#dddddd" in line for line in found)


@pytest.mark.parametrize(
    ("text", "ground", "wanted"),
    [
        ("#ffffff", "#000000", "21.00"),
        ("#767676", "#ffffff", "4.54"),
        ("#777777", "#ffffff", "4.48"),
        ("#ff0000", "#ffffff", "4.00"),
    ],
)
def test_the_ratio_is_that_of_wcag(text: str, ground: str, wanted: str) -> None:
    assert f"{contrast.ratio(contrast.rgb(text), contrast.rgb(ground)):.2f}" == wanted
    assert contrast.ratio(contrast.rgb(ground), contrast.rgb(text)) == contrast.ratio(
        contrast.rgb(text), contrast.rgb(ground)
    )


@pytest.mark.parametrize(
    ("text", "ground"), [("#9fd0a5", "#ffffff"), ("#335577", "#101418"), ("#808080", "#7f7f7f")]
)
def test_a_mend_mends(text: str, ground: str) -> None:
    shade = contrast.mended(contrast.rgb(text), contrast.rgb(ground), 4.5)
    assert shade is not None
    assert contrast.ratio(shade, contrast.rgb(ground)) >= 4.5


def test_glyphs() -> None:
    known = glyphs.characters(["Noto Sans", "Noto Sans CJK SC", "No Such Family"])
    assert set(known) == {"Noto Sans", "Noto Sans CJK SC"}
    assert glyphs.missing("a b é", ["Noto Sans"], known) == ""
    assert glyphs.missing("江a河江", ["Noto Sans"], known) == "江河"
    assert glyphs.missing("江a河", ["Noto Sans", "Noto Sans CJK SC"], known) == ""
