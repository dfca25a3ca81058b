from pathlib import Path

import pytest

from workflow import config, office
from workflow.errors import InputError, OutputError, UsageError


def test_precedence_and_where_each_value_came_from(tmp_path: Path) -> None:
    (tmp_path / "bulletin.toml").write_text(
        'brand = "plain"\nlayout = "stacked"\npage = "letter"\nglossary = ["g.csv"]\n'
    )
    inside = tmp_path / "issues" / "3"
    inside.mkdir(parents=True)
    loaded = config.load({"page": "a4", "model": None}, {"BULLETIN_LAYOUT": "english"}, inside)
    settings = loaded.settings
    assert (settings.brand, settings.layout, settings.page, settings.script) == (
        "plain",
        "english",
        "a4",
        "source",
    )
    assert settings.glossary == (tmp_path / "g.csv",)
    toml = str(tmp_path / "bulletin.toml")
    origins = {name: loaded.origins[name] for name in ("brand", "layout", "page", "script")}
    assert origins == {"brand": toml, "layout": "environment", "page": "command line", "script": "default"}


BAD = [
    ("layout = 'sideways'", "layout 'sideways' is none of facing, stacked, english, chinese"),
    ("colour = 'red'", "there is no setting 'colour'"),
    ("formats = ['pdf', 'odt']", "formats 'odt' is none of"),
    ("threads = 'many'", "threads 'many' is none of"),
]


@pytest.mark.parametrize(("line", "words"), BAD, ids=[line for line, _ in BAD])
def test_bad_values_are_named(tmp_path: Path, line: str, words: str) -> None:
    (tmp_path / "bulletin.toml").write_text(line)
    with pytest.raises(UsageError, match=r"bulletin\.toml") as caught:
        config.load({}, {}, tmp_path)
    assert words in caught.value.message


def test_all_bad_values_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        config.load({"layout": "x", "page": "y"}, {}, tmp_path)
    assert "layout 'x'" in caught.value.message
    assert "page 'y'" in caught.value.message


def test_a_broken_file(tmp_path: Path) -> None:
    (tmp_path / "bulletin.toml").write_text("brand = ")
    with pytest.raises(InputError, match="cannot be read"):
        config.load({}, {}, tmp_path)


def test_an_office_folder_is_made_and_read(tmp_path: Path) -> None:
    office.make(tmp_path)
    loaded = config.load({}, {}, tmp_path)
    assert loaded.settings.office == tmp_path
    assert loaded.settings.glossary_files == (tmp_path / "glossary",)
    assert loaded.settings.template_folders == (tmp_path / "templates",)
    assert set(loaded.origins.values()) == {"default"}
    with pytest.raises(OutputError, match="is there already"):
        office.make(tmp_path)


def test_every_setting_stands_in_the_file_that_init_writes(tmp_path: Path) -> None:
    office.make(tmp_path)
    lines = (tmp_path / "bulletin.toml").read_text().splitlines()
    named = {line.removeprefix("# ").split(" = ")[0] for line in lines if " = " in line}
    assert named == set(config.NAMES)
    (tmp_path / "bulletin.toml").write_text(
        "\n".join(line.removeprefix("# ") for line in lines if " = " in line)
    )
    config.load({}, {}, tmp_path)
