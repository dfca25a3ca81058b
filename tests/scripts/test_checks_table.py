"""The page of checks is written from the table of checks, and is current."""

from pathlib import Path

import pytest

from scripts import checks_table
from workflow.checks import CHECKS
from workflow.checks.base import Check
from workflow.findings import Severity


def test_the_page_is_current() -> None:
    assert checks_table.PAGE.read_text(encoding="utf-8") == checks_table.page(CHECKS)


ROWS = [
    (
        Check("empty", "A unit has no English", Severity.CRITICAL, lambda *_: iter(())),
        "| `empty` | critical | A unit has no English |  | 1 |\n",
    ),
    (
        Check("bar", "A | B", Severity.NOTE, lambda *_: iter(()), "wrong for | marks", 0.85),
        "| `bar` | note | A \\| B | wrong for \\| marks | 0.85 |\n",
    ),
]


@pytest.mark.parametrize(("check", "line"), ROWS, ids=[c.id for c, _line in ROWS])
def test_a_check_is_one_line(check: Check, line: str) -> None:
    assert checks_table.row(check) == line


def test_checks_are_counted_by_severity() -> None:
    checks = [check for check, _line in ROWS]
    assert checks_table.page(checks).endswith("\n2 checks: 1 critical, 0 error, 0 warning, 1 note.\n")


def test_a_page_out_of_date_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks_table, "ROOT", tmp_path)
    monkeypatch.setattr(checks_table, "PAGE", tmp_path / "checks.md")
    assert checks_table.main(["--check"]) == 1
    assert "out of date" in capsys.readouterr().out
    assert checks_table.main([]) == 0
    assert checks_table.main(["--check"]) == 0
