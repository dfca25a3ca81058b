"""Terms in CSV, XLSX and TBX: written and read without loss, also what other programs write."""

import io
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.constrain.entries import COLUMNS, KINDS, STATUSES, Entry
from workflow.constrain.glossary import load, package_glossary
from workflow.errors import InputError, UsageError
from workflow.terms import formats, xlsx

SUFFIXES = (".csv", ".xlsx", ".tbx")
ENTRIES = (
    Entry("澄岭江", "Chengling River", "", "place"),
    Entry("澄岭江合作", "Chengling River Cooperation", "CRC", "program", avoid=("CR Cooperation", "CRC-op")),
    Entry("澄岭江合作", "Chengling cooperation", "", "program", "admitted", (), "in running text"),
    Entry("澄岭江合作", "Chengling Collaboration", "", "program", "forbidden", ("Clear Ridge",)),
    Entry("处长", "Director", "", "position", "admitted", ("Section Chief",), "varies, see “offices”"),
    Entry("处长", "head & <chief>", note='two lines:\nthe "second"'),
    Entry("加号", "+1 plus", "-x", "term", "preferred", ("@home", "=SUM(A1:A9)"), "=HYPERLINK(1)"),
    Entry("年份", "2030", "007", note="1E5"),
)


def through(entries: tuple[Entry, ...], path: Path) -> tuple[Entry, ...]:
    path.write_bytes(formats.dump(path, entries))
    sheet = formats.read(path)
    assert [str(fault) for fault in sheet.faults] == []
    return tuple(row.entry for row in sheet.rows)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_written_is_read_again(tmp_path: Path, suffix: str) -> None:
    assert through(ENTRIES, tmp_path / f"terms{suffix}") == ENTRIES


@pytest.mark.slow
def test_the_house_glossary_goes_through_every_format_without_loss(tmp_path: Path) -> None:
    entries = tuple(entry for rows in load([package_glossary()]).entries.values() for entry in rows)
    assert len(entries) > 4500
    files = [tmp_path / name for name in ("a.csv", "b.xlsx", "c.tbx", "d.csv")]
    files[0].write_bytes(formats.dump(files[0], entries))
    for before, after in pairwise(files):
        after.write_bytes(formats.dump(after, [row.entry for row in formats.read(before).rows]))
    assert files[-1].read_bytes() == files[0].read_bytes()
    house = {
        line for file in package_glossary().glob("*.csv") for line in file.read_text("utf-8").split("\n")
    }
    assert set(files[-1].read_text("utf-8-sig").split("\n")) <= house


HAN = st.text("澄岭江流域合作中心湿地红树林监测与修复", min_size=1, max_size=8)
WORDS = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="|"), min_size=1, max_size=9)
ENGLISH = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
NOTE = st.lists(ENGLISH, max_size=3).map("\n".join)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    status = draw(st.sampled_from(sorted(STATUSES)))
    return Entry(
        draw(HAN),
        draw(ENGLISH.map(lambda text: "W " + text)),
        draw(st.just("") | ENGLISH.map(lambda text: "S " + text)),
        draw(st.sampled_from(sorted(KINDS))),
        status,
        tuple(draw(st.lists(ENGLISH.map(lambda text: "A " + text), max_size=2))),
        draw(NOTE),
    )


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(entries(), min_size=1, max_size=4, unique_by=lambda entry: entry.key))
def test_any_sound_entries_go_through(tmp_path_factory: pytest.TempPathFactory, rows: list[Entry]) -> None:
    folder = tmp_path_factory.mktemp("through")
    for suffix in SUFFIXES:
        assert through(tuple(rows), folder / f"terms{suffix}") == tuple(rows)


def test_a_workbook_helps_its_editor() -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(xlsx.dump(ENTRIES))).active
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    lists = {
        str(listed.sqref).partition("2:")[0]: listed.formula1
        for listed in sheet.data_validations.dataValidation
    }
    assert lists["D"] == f'"{",".join(sorted(KINDS))}"'
    assert lists["E"] == '"admitted,forbidden,preferred"'
    assert all(sheet.column_dimensions[letter].width > 10 for letter in "ABCDEFG")


def test_no_cell_of_a_workbook_is_a_formula_or_a_number() -> None:
    from openpyxl import load_workbook

    cells = [cell for row in load_workbook(io.BytesIO(xlsx.dump(ENTRIES))).active for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "inlineStr"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert sum(cell.value is not None for cell in cells) == len(COLUMNS) + sum(
        bool(text) for entry in ENTRIES for text in entry.cells
    )


def test_a_workbook_of_another_program(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active["A1"] = "cover"
    sheet = book.create_sheet("terms")
    for row in (
        ["en", "zh", None, "remark"],
        ["ring road", "环线", None, "x"],
        [],
        [2030, "年份", None, 1.5],
        ["lake"],
    ):
        sheet.append(row)
    book.save(tmp_path / "other.xlsx")
    read = formats.read(tmp_path / "other.xlsx")
    assert [(fault.line, fault.reason) for fault in read.faults] == [(5, "'lake' has no Chinese")]
    assert [(row.line, row.entry) for row in read.rows] == [
        (2, Entry("环线", "ring road")),
        (4, Entry("年份", "2030")),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_of_two_columns(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "two.csv"
    path.write_bytes("zh,en\r\n滩涂,tidal flat\r\n".encode(encoding))
    assert [row.entry for row in formats.read(path).rows] == [Entry("滩涂", "tidal flat")]


@pytest.mark.parametrize(
    ("name", "error", "said"),
    [
        ("terms.docx", UsageError, ".csv .xlsx .tbx"),
        ("none.xlsx", InputError, "No such file"),
        ("none.tbx", InputError, "No such file"),
        ("none.csv", InputError, "No such file"),
        ("text.xlsx", InputError, "cannot be read as a workbook"),
        ("text.tbx", InputError, "cannot be read as TBX"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str, error: type[Exception], said: str) -> None:
    if name.startswith("text"):
        (tmp_path / name).write_text("滩涂,tidal flat\n", encoding="utf-8")
    with pytest.raises(error, match=said):
        formats.read(tmp_path / name)


def test_a_workbook_without_the_columns(tmp_path: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(tmp_path / "empty.xlsx")
    assert "no sheet has the columns zh and en" in str(formats.read(tmp_path / "empty.xlsx").faults[0])
