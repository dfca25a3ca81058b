"""What doctor says of machines that have everything, little, or nothing."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from tests.support import ROOT
from workflow import doctor
from workflow.doctor import Part, Setting
from workflow.render.brand import Brand, load_brand

HEADER = "zh,en\n"


def brand(**faces: tuple[str, ...]) -> Brand:
    return Brand("rivers", Path(), "江河", "Rivers", None, {}, {"hans": faces})


@pytest.mark.parametrize(
    ("part", "condition", "said"),
    [
        (doctor.examine_python((3, 11, 7)), "ok", "3.11.7"),
        (doctor.examine_python((3, 13, 0)), "ok", "3.13.0"),
        (doctor.examine_python((3, 10, 12)), "missing", "3.11"),
        (doctor.examine_pango(()), "ok", "found"),
        (doctor.examine_pango(("libpangoft2-1.0.so.0",)), "missing", "libpangoft2-1.0.so.0"),
        (doctor.examine_chinese_fonts(("Noto Serif CJK SC",)), "ok", "1"),
        (doctor.examine_chinese_fonts(()), "missing", "fonts-noto-cjk"),
        (doctor.examine_chinese_fonts(None), "missing", "fontconfig"),
        (doctor.examine_models(("house", "house-small")), "ok", "house-small"),
        (doctor.examine_models(("house-small",)), "weak", "bulletin models install house"),
        (doctor.examine_models(("argos",)), "weak", "argos"),
        (doctor.examine_models(()), "missing", "bulletin models install house"),
        (doctor.examine_memory(7.9), "ok", "7.9 GB"),
        (doctor.examine_memory(4.1), "weak", "--model house-small"),
        (doctor.examine_office("/usr/bin/soffice"), "ok", "/usr/bin/soffice"),
        (doctor.examine_office(None), "weak", "libreoffice-writer"),
        (doctor.examine_print_profile(load_brand("center")), "ok", "default_cmyk.icc"),
        (
            doctor.examine_print_profile(replace(load_brand("center"), profile=Path("/none.icc"))),
            "weak",
            "libgs-common",
        ),
        (doctor.examine_brand_fonts(brand(serif=("Song", "Noto")), ["Noto", "Song"]), "ok", "Song"),
        (doctor.examine_brand_fonts(brand(serif=("Song", "Noto")), ["Noto"]), "weak", "Song"),
        (doctor.examine_brand_fonts(brand(serif=("Song",), sans=("Hei",)), ["Song"]), "missing", "hans sans"),
        (doctor.examine_brand_fonts(brand(serif=("Song",)), None), "missing", "hans serif"),
    ],
)
def test_each_part_is_judged_and_says_how_to_mend_it(part: Part, condition: str, said: str) -> None:
    assert part.condition == condition
    assert said in f"{part.found} {part.mend}"
    assert condition == "ok" or part.mend


def test_glossary_entries_are_counted_by_status(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text(
        "zh,en,status\n会议,meeting,admitted\n中心,center,preferred\n", encoding="gb18030"
    )
    part = doctor.examine_glossary([tmp_path])
    assert part == Part("Glossary", "ok", "preferred 1, admitted 1, forbidden 0")


def test_an_empty_office_glossary_stands_on_the_package(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("zh,en\n")
    assert doctor.examine_glossary([tmp_path]).condition == "missing"
    assert doctor.examine_glossary([ROOT / "glossary", tmp_path]).condition == "ok"


def test_a_broken_glossary_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("zh,en\n会议,\n")
    part = doctor.examine_glossary([tmp_path])
    assert part.condition == "missing"
    assert "line 2" in part.found


def test_a_library_that_is_not_there_is_named() -> None:
    assert doctor.missing_libraries(("libc.so.6", "libbulletin-no-such.so.1")) == (
        "libbulletin-no-such.so.1",
    )


def test_this_machine_has_chinese_fonts_and_pango() -> None:
    conditions = {part.name: part.condition for part in doctor.examine()}
    assert conditions["Pango"] == conditions["Chinese fonts"] == conditions["Python"] == "ok"


def test_the_tables_show_brackets_as_they_are() -> None:
    console = Console(file=io.StringIO(), width=120)
    setting = Setting("brand", "[fonts.hans]", "office/bulletin.toml")
    doctor.show([Part("Glossary", "missing", "no entries in [here]", "bulletin init")], [setting], console)
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert "no entries in [here]" in shown
    assert "[fonts.hans]" in shown
    assert "office/bulletin.toml" in shown
