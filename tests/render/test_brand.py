import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import workflow
from workflow.errors import InputError, MissingPartError, UsageError
from workflow.render.brand import available_brands, load_brand, package_templates
from workflow.render.templating import environment, fill

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


def _texts(value: object) -> Iterator[str]:
    """Yield the texts of a settings table, its keys too where they are free."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in _texts(inner))
    elif isinstance(value, list):
        yield from (text for inner in value for text in _texts(inner))


def _of_brands() -> set[str]:
    """Return what the package's brands say of themselves: colours, families, names, short forms, addresses, pictures."""
    found: set[str] = set()
    for folder in available_brands().values():
        settings = tomllib.loads((folder / "brand.toml").read_text(encoding="utf-8"))
        found |= {text.lstrip("#") for text in _texts(settings)} | set(settings.get("short_forms", {}))
        found |= set(re.findall(r"\[\d+, \d+, \d+, \d+\]", (folder / "brand.toml").read_text("utf-8")))
    return found


def test_nothing_of_a_brand_is_in_the_code() -> None:
    """No text of the code is, or holds, what a brand says of itself; the default brand's name is a setting."""
    # What any bulletin is called, two characters for waters, and the folder that is the default.
    general = {"简报", "Bulletin", "江河", "center"}
    said = {text.lower() for text in _of_brands() - general}
    assert {"0a5a73", "noto serif cjk sc", "lmec", "rivers", "logo.svg", "[0, 0, 0, 100]"} <= said
    found = []
    for path in sorted(Path(workflow.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                value = node.value.lower()
                exact = {one for one in said if one == value.strip().lstrip("#")}
                within = {one for one in said if len(one) >= 6 and re.search(rf"\b{re.escape(one)}\b", value)}
                found += [(path.name, node.lineno, one) for one in exact | within]
    # What a bad setting should be; the page of `watch`, which is the program's own.
    allowed = {
        ("brandtoml.py", "[0, 0, 0, 100]"),
        ("page.py", "noto sans cjk sc"),
        ("page.py", "noto sans"),
    }
    assert [one for one in found if (one[0], one[2]) not in allowed] == []


def test_a_template_is_compiled_once_and_again_when_it_changes(tmp_path: Path) -> None:
    brand = load_brand("office", [office(tmp_path, TOML)])
    path = brand.folder / "changes.html"
    path.write_text("one {{ word }}", encoding="utf-8")
    folders = (brand.folder, *brand.bases)
    assert fill(brand, "changes.html", word="<a>") == "one &lt;a&gt;"
    compiled = environment(folders).get_template("changes.html")
    assert environment(folders).get_template("changes.html") is compiled
    path.write_text("two {{ word }}", encoding="utf-8")
    assert fill(brand, "changes.html", word="b") == "two b"
    path.unlink()
    with pytest.raises(MissingPartError):
        fill(brand, "changes.html", word="b")


def test_both_looks_share_one_sheet() -> None:
    """What the sheets have in common stands once: no rule of a look is also in the other or in the shared sheet."""
    sheets = [
        package_templates() / name for name in ("center/page.css", "center/print.css", "plain/print.css")
    ]
    rules = [
        {
            line.strip()
            for line in sheet.read_text(encoding="utf-8").splitlines()
            if re.match(r"[.a-z#*].*\{.+\}", line)
        }
        for sheet in sheets
    ]
    assert min(map(len, rules)) > 40
    shared, *looks = rules
    assert shared & looks[0] == set()
    assert shared & looks[1] == set()
    assert looks[0] & looks[1] == set()
