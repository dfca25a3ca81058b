"""terms check: all faults of all files, in order; what is only worth a look."""

from pathlib import Path

import pytest

from workflow.constrain.glossary import package_glossary
from workflow.terms.checking import check, notices

HEADER = "zh,en,en_short,kind,status,avoid,note\n"


def sheet(folder: Path, rows: str, name: str = "office.csv") -> Path:
    path = folder / name
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


def told(path: Path) -> list[str]:
    return [str(fault).removeprefix(f"{path.parent}/") for fault in check([path]).faults]


def test_every_fault_is_told_with_file_line_and_mend(tmp_path: Path) -> None:
    rows = (
        "潮滩,tidal flat\n潮滩,mud flat\n滩涂,\n"
        "红树林 , mangrove\n海草床,seagrass bed,,plant,wanted\n"
        "碳汇,carbon sink,,,,sink|carbon sink\n 老鹰,eagle,,,,,,x\n"
    )
    kinds = "document, masthead, modifier, organization, part, person, phrase, place, position, program, species, term, unit"
    assert told(sheet(tmp_path, rows)) == [
        "office.csv:3: '潮滩' has two preferred translations; keep one, make the other admitted",
        "office.csv:4: '滩涂' has no English; fill the cell or delete the row",
        "office.csv:5: stray spaces in zh; delete them",
        "office.csv:5: stray spaces in en; delete them",
        f"office.csv:6: unknown kind 'plant'; use one of {kinds}",
        "office.csv:6: unknown status 'wanted'; use one of admitted, forbidden, preferred",
        "office.csv:7: '碳汇': 'carbon sink' is both wanted and forbidden; take it out of avoid",
        "office.csv:8: the row has more cells than the header; quote a text with a comma",
    ]


@pytest.mark.parametrize(
    ("zh", "mark", "mend"),
    [
        ("生态保护（修复）规划", None, None),
        ("战略(2021-2025)", "(", "（"),
        ("水利部(国际司", "(", "（"),
        ("水利部)国际司", ")", "）"),
        ('"变革世界:议程"', ":", "："),
        ('"植树,造林"', ",", "，"),
        ("PM2.5浓度", None, None),
        ("COP(26)", None, None),
        ("ISO 9001:2015标准", None, None),
    ],
)
def test_marks_of_half_width_in_chinese(tmp_path: Path, zh: str, mark: str | None, mend: str | None) -> None:
    faults = told(sheet(tmp_path, f"{zh},some English\n"))
    plain = zh.strip('"')
    expected = [f"office.csv:2: half-width '{mark}' in '{plain}'; write '{mend}'"] if mark else []
    assert faults == expected


@pytest.mark.parametrize("note", ["a\rb", "a\x07b", "a\x7fb"], ids=["carriage return", "bell", "delete"])
def test_control_characters(tmp_path: Path, note: str) -> None:
    assert "control character in note" in told(sheet(tmp_path, f'潮滩,tidal flat,,,,,"{note}"\n'))[0]


def test_a_line_break_is_fine_in_a_note_only(tmp_path: Path) -> None:
    assert told(sheet(tmp_path, '潮滩,tidal flat,,,,,"one\ntwo"\n')) == []
    assert "line break" in told(sheet(tmp_path, '潮滩,"tidal\nflat"\n'))[0]


def test_two_files_of_a_folder_must_not_both_prefer(tmp_path: Path) -> None:
    sheet(tmp_path, "潮滩,tidal flat\n", "a.csv")
    path = sheet(tmp_path, "滩涂,mud flat\n潮滩,mud flat\n", "b.csv")
    (fault,) = check([tmp_path]).faults
    assert str(fault) == f"{path}:3: '潮滩' is preferred in a.csv line 2 too; keep one of the rows"
    assert check([tmp_path / "a.csv", path]).faults == ()


def test_a_name_inside_a_longer_one_is_only_a_notice(tmp_path: Path) -> None:
    rows = "湿地,wetland\n湿地公园,wetland park\n湿地公约,Ramsar Convention\n沼泽,marsh,,,admitted\n沼泽化,paludification\n"
    report = check([sheet(tmp_path, rows)])
    assert report.faults == ()
    (notice,) = notices(report.rows)
    assert notice.line == 4
    assert "'湿地' (wetland) stands in '湿地公约', whose English is other: Ramsar Convention" in str(notice)


def test_the_house_glossary_has_no_fault() -> None:
    report = check([package_glossary()])
    assert [str(fault) for fault in report.faults] == []
    assert len(report.rows) > 4500
