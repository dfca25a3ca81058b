from pathlib import Path

import pytest

from workflow.errors import InputError, MissingPartError, UsageError
from workflow.render.brand import available_brands, load_brand, package_templates

TOML = (package_templates() / "center" / "brand.toml").read_text(encoding="utf-8")


def office(folder: Path, toml: str, name: str = "office") -> Path:
    brand = folder / "templates" / name
    brand.mkdir(parents=True)
    (brand / "brand.toml").write_text(toml, encoding="utf-8")
    (brand / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    return folder / "templates"


def test_the_package_s_brand() -> None:
    brand = load_brand("center")
    assert brand.logo == package_templates() / "center" / "logo.svg"
    assert brand.families("hans")[0] == "Noto Serif CJK SC"
    assert brand.families("hant", "sans")[0] == "Noto Sans CJK TC"
    assert brand.families("hans", "display") == brand.families("hans", "serif")


def test_an_unknown_brand_lists_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no brand 'cneter'; choose one of: center, office"):
        load_brand("cneter", [office(tmp_path, TOML)])


def test_the_office_s_brand_comes_before_the_package_s(tmp_path: Path) -> None:
    folder = office(tmp_path, TOML.replace("#0a5a73", "#112233"), "center")
    assert load_brand("center", [folder]).colours["accent"] == "#112233"
    assert available_brands([folder])["center"] == folder / "center"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[names]", "[names", "cannot be read"),
        ('"#0a5a73"', '"teal"', "'colours.accent' must be a colour such as #0b5a6f."),
        ('"#0a5a73"', '"#0a5a73; } body { display: none"', "'colours.accent' must be a colour"),
        ('logo = "logo.svg"', 'logo = "../../secret.svg"', "'logo' must name a file of the brand's folder."),
        ('logo = "logo.svg"', 'logo = "none.svg"', "'logo' must name a file of the brand's folder."),
        (
            'serif = ["Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC"]',
            "serif = []",
            "'fonts.hans.serif' must list at least one font family.",
        ),
        (
            '"Noto Serif CJK SC", ',
            "'A\"; color: red', ",
            "'fonts.hans.serif' must be a list of font family names.",
        ),
        ("ink = [0, 0, 0, 100]", "ink = [60, 40, 40, 100]", "'cmyk.ink' must be black alone"),
        (
            "accent = [90, 30, 15, 40]",
            "accent = [90, 30, 15]",
            "'cmyk.accent' must be four numbers from 0 to 100",
        ),
        ("accent = [90, 30, 15, 40]", "accent = [90, 30, 15, 101]", "'cmyk.accent' must be four numbers"),
        ("[names]", '[print]\nprofile = "../x.icc"\n[names]', "'print.profile' must name a file"),
        ("[names]", "names = 3\n[other]", "'names' must be a table; write it as [names]."),
    ],
)
def test_a_bad_setting_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in TOML
    with pytest.raises(InputError) as error:
        load_brand("office", [office(tmp_path, TOML.replace(old, new, 1))])
    assert said in error.value.message
    assert "brand.toml" in error.value.message


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    brand = load_brand("office", [office(tmp_path, TOML)])
    with pytest.raises(MissingPartError, match=r"'office' lacks the file .*print\.css"):
        brand.file("print.css")
