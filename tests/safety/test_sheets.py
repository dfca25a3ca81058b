"""A term that a spreadsheet would take for a formula leaves as a text and comes back as it was."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.constrain.entries import Entry
from workflow.constrain.sheets import csv_table, neutral, plain
from workflow.terms import formats
from workflow.terms.rewriting import rewritten

FORMULAS = (
    "=HYPERLINK(\"http://a.example\",\"x\")", "=cmd|' /C calc'!A0", "+1+cmd", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1",
    "＝1+1", "＋1", "－1", "＠SUM(A1)", "'=1", "''=1",
)  # fmt: skip
TEXTS = ("a=b", "'quoted'", "'", "", "1+1", " =1", "中文=1", "'s", "don't")


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_formula_is_written_as_a_text(cell: str) -> None:
    assert neutral(cell) == "'" + cell
    assert plain(neutral(cell)) == cell
    assert formats.csv_text([[cell]]).lstrip('"').startswith("'")


@pytest.mark.parametrize("cell", TEXTS)
def test_another_text_is_left(cell: str) -> None:
    assert (neutral(cell), plain(cell)) == (cell, cell)


@given(st.text("'=+-@\t\r\n＝＋－＠a1"))
def test_what_goes_out_comes_in_the_same(cell: str) -> None:
    assert plain(neutral(cell)) == cell.replace("\r\n", "\n")
    assert not formats.csv_text([[cell]]).lstrip('"').startswith(tuple("=+-@\t\r＝＋－＠"))


def test_a_glossary_goes_out_and_comes_back(tmp_path: Path) -> None:
    entry = Entry("加号", "+1 plus", "-x", "term", "preferred", ("@home", "=SUM(A1:A9)"), "=HYPERLINK(1)")
    path = tmp_path / "terms.csv"
    path.write_bytes(formats.csv_bytes([entry]))
    (row,) = formats.read(path).rows
    assert row.entry == entry
    assert not any(
        cell.startswith(tuple("=+-@"))
        for cell in next(csv.reader(path.read_text("utf-8-sig").splitlines()[1:]))
    )


def test_a_file_that_an_office_keeps_is_neutral_where_it_is_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("zh,en,source\n甲乙,one,=WEBSERVICE(1)\n丙丁,two,-5\n", encoding="utf-8")
    first, second = Entry("甲乙", "another"), Entry("丙丁", "two")
    path.write_bytes(rewritten(path, {"甲乙": [first], "丙丁": [second]}))
    text = path.read_text(encoding="utf-8")
    assert "'=WEBSERVICE(1)" in text
    assert [cells["source"] for _line, cells in csv_table(path).rows] == ["=WEBSERVICE(1)", "-5"]
    before = path.read_bytes()
    path.write_bytes(rewritten(path, {"甲乙": [first]}))
    assert path.read_bytes() == before, "written again nothing changes"
