"""bulletin terms on the command line: what it prints, writes and ends with."""

import json
from pathlib import Path

import pytest

from workflow.cli import run


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an office folder that is the working folder, its glossary with two rows."""
    (tmp_path / "bulletin.toml").write_text("", encoding="utf-8")
    (tmp_path / "glossary").mkdir()
    rows = "zh,en,en_short,kind,status,avoid,note\n潮滩治理,tidal-flat restoration,TFR,,,,\n溪源市,Xiyuan,,place,,,\n"
    (tmp_path / "glossary" / "terms.csv").write_text(rows, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def terms(*arguments: str) -> int:
    return run(["terms", *arguments])


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (["潮滩治"], "潮滩治理\ttidal-flat restoration\tTFR\tterm\tpreferred"),
        (["TIDAL-FLAT"], "潮滩治理\ttidal-flat restoration\tTFR\tterm\tpreferred"),
        (["tfr"], "潮滩治理\ttidal-flat restoration\tTFR\tterm\tpreferred"),
        (["溪源", "--kind", "place"], "溪源市\tXiyuan\t\tplace\tpreferred"),
    ],
)
def test_list(office: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], first: str) -> None:
    assert terms("list", *arguments) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.rpartition("\t")[0] for line in lines] == [first]
    assert lines[0].startswith(first)
    assert f"{office / 'glossary' / 'terms.csv'}:" in lines[0]


@pytest.mark.usefixtures("office")
def test_list_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert terms("list", "没有这个词") == 0
    assert capsys.readouterr() == ("", "the glossary has no such entry\n")


def test_list_as_json(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert terms("list", "潮滩治理", "--json") == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert (entry["zh"], entry["avoid"], entry["line"]) == ("潮滩治理", [], 2)
    assert entry["file"] == str(office / "glossary" / "terms.csv")


@pytest.mark.usefixtures("office")
def test_check_ends_with_1_where_there_are_faults(capsys: pytest.CaptureFixture[str]) -> None:
    assert terms("check") == 0
    Path("more.csv").write_text("zh,en\n潮滩,\n滩涂,\n", encoding="utf-8")
    assert terms("check", "more.csv") == 1
    assert capsys.readouterr().out.splitlines()[1:] == [
        "more.csv:2: '潮滩' has no English; fill the cell or delete the row",
        "more.csv:3: '滩涂' has no English; fill the cell or delete the row",
        "0 entries, 2 faults",
    ]


def test_export_edit_and_import(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from openpyxl import load_workbook

    assert terms("export", "places.xlsx", "--kind", "place") == 0
    book = load_workbook("places.xlsx")
    sheet = book.active
    sheet.append(["北溪县", "Beixi County", None, "place"])
    book.save("places.xlsx")
    before = (office / "glossary" / "terms.csv").read_bytes()
    assert terms("import", "places.xlsx", "--dry-run") == 0
    assert (office / "glossary" / "terms.csv").read_bytes() == before
    assert terms("import", "places.xlsx") == 0
    assert (
        office / "glossary" / "terms.csv"
    ).read_bytes() == before + "北溪县,Beixi County,,place,preferred,,\n".encode()
    assert "1 added, 0 changed" in capsys.readouterr().out


def test_import_ends_with_6_where_rows_are_in_conflict(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("in.csv").write_text("zh,en\n溪源市,Hsi-yuan\n北溪县,Beixi County\n", encoding="utf-8")
    assert terms("import", "in.csv") == 6
    told = capsys.readouterr().out
    assert "conflict  溪源市 → Hsi-yuan  [in.csv:2]" in told
    assert f"en: Xiyuan → Hsi-yuan  [{office / 'glossary' / 'terms.csv'}:3]" in told
    assert terms("import", "in.csv", "--replace") == 0
    assert "溪源市,Hsi-yuan" in (office / "glossary" / "terms.csv").read_text(encoding="utf-8")


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["export", "there.csv"], 5, "'there.csv' is there already"),
        (["export", "terms.docx"], 2, "terms are kept in .csv .xlsx .tbx"),
        (["export", "x.csv", "--kind", "plant"], 2, "--kind 'plant' is none of"),
        (["list", "--status", "wanted"], 2, "--status 'wanted' is none of admitted, forbidden, preferred"),
        (["import", "there.csv", "--into", "there.xlsx"], 2, "--into 'there.xlsx' is no CSV file"),
        (["import", "there.csv"], 3, "'there.csv' has 1 faults"),
        (["import", "none.csv"], 3, "'none.csv' cannot be read"),
        (["check", "none.tbx"], 3, "'none.tbx' cannot be read"),
        (["suggest", "none.txt"], 3, "'none.txt' does not exist"),
    ],
)
def test_what_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    Path("there.csv").write_text("zh,en\n潮滩, x\n", encoding="utf-8")
    assert terms(*arguments) == code
    assert said in capsys.readouterr().err


def test_import_without_an_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in.csv").write_text("zh,en\n北溪县,Beixi County\n", encoding="utf-8")
    assert terms("import", "in.csv") == 2
    assert "no office folder here" in capsys.readouterr().err
    assert terms("import", "in.csv", "--into", "mine/terms.csv") == 0
    assert (
        Path("mine/terms.csv")
        .read_text(encoding="utf-8-sig")
        .endswith("北溪县,Beixi County,,term,preferred,,\n")
    )


@pytest.mark.usefixtures("office")
def test_suggest_fill_in_and_import(capsys: pytest.CaptureFixture[str]) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text("会议由北溪环境科学研究院主办。代表们在北溪县考察。\n", encoding="utf-8")
    Path("in/b.txt").write_text("", encoding="utf-8")
    assert terms("suggest", "in", "--csv", "new.csv", "--limit", "1") == 6
    told = capsys.readouterr()
    assert told.out.splitlines()[0] == "organization   1  北溪环境科学研究院  (北溪 = Beixi)"
    assert "sections/" in told.out.splitlines()[1]
    assert "b.txt' is empty" in told.err
    filled = Path("new.csv").read_text(encoding="utf-8-sig").replace("研究院,,", "研究院,Beixi Academy,", 1)
    Path("new.csv").write_text(filled, encoding="utf-8")
    assert terms("import", "new.csv") == 0
    assert terms("suggest", "in/a.txt", "--json") == 0
    assert [c["zh"] for c in json.loads(capsys.readouterr().out.partition("[")[2].join(["[", ""]))] == [
        "北溪县"
    ]
