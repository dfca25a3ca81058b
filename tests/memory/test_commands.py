"""bulletin memory on the command line: what it prints, writes and ends with."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.cli import run
from workflow.doctor import Part, examine_translation_memory
from workflow.memory import open_memory, opening
from workflow.memory.effort import Effort
from workflow.memory.entries import Entry

Remember = Callable[..., Entry]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the memory of an office folder that is the working folder, not there yet."""
    (tmp_path / "bulletin.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BULLETIN_MEMORY")
    return tmp_path / "memory" / "house.sqlite"


@pytest.fixture
def filled(house: Path, remember: Remember) -> Path:
    """Return the memory of the office with three entries, which `remember` wrote into the same place."""
    remember("会议在昆明市举行。", "The meeting was held in Kunming.", reviewer="Li")
    remember("大家讨论热烈。", "The discussion was lively.", reviewer="")
    remember("项目覆盖30个村庄。", "The project covers 30 villages.", bulletin="june (2024-4)")
    return house


def memory(*arguments: str) -> int:
    return run(["memory", *arguments])


def test_before_anything_was_reviewed(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert memory("stats") == 3
    assert f"'{house}' is not there: nothing was reviewed yet" in capsys.readouterr().err
    assert not house.parent.exists()


def test_switched_off(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BULLETIN_MEMORY", "off")
    assert memory("search", "昆明") == 2
    assert "the setting memory is off" in capsys.readouterr().err
    assert not house.exists()


def test_stats(filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert memory("stats") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"3 units in {filled}"
    assert "no bulletin was published yet" in second
    with open_memory(filled) as opened:
        opened.note(Effort("may", "2024-05-28T00:00:00Z", 4, 3, 1, 2, 40))
    assert memory("stats", "--chart", "effort.svg") == 0
    assert "75%    5.0  1/4" in capsys.readouterr().out
    assert (tmp_path / "effort.svg").read_text(encoding="utf-8").startswith("<svg")
    assert memory("stats", "--json") == 0
    assert json.loads(capsys.readouterr().out)["bulletins"][0]["untouched"] == 3


def test_a_chart_of_another_kind(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG001
    assert memory("stats", "--chart", "effort.png") == 2
    assert "neither in .svg nor in .html" in capsys.readouterr().err


SEARCHES = [
    (
        "昆明",
        ["100  会议在昆明市举行。", "     The meeting was held in Kunming.", "     [may, Li, 2024-05-27]"],
    ),
    ("LIVELY", ["100  大家讨论热烈。", "     The discussion was lively.", "     [may, 2024-05-27]"]),
    ("项目覆盖45个村庄和城市。", [" 86  项目覆盖30个村庄。"]),
]


@pytest.mark.parametrize(("text", "lines"), SEARCHES)
def test_search(filled: Path, capsys: pytest.CaptureFixture[str], text: str, lines: list[str]) -> None:  # noqa: ARG001
    assert memory("search", text) == 0
    assert capsys.readouterr().out.splitlines()[: len(lines)] == lines


def test_search_finds_nothing(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG001
    assert memory("search", "木星的卫星") == 1
    assert capsys.readouterr().out == "nothing found\n"
    assert memory("search", "木星", "--json") == 1
    assert json.loads(capsys.readouterr().out) == []


def test_export_and_import_into_another_office(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert memory("export", "house.tmx") == 0
    assert memory("export", "house.tmx") == 5
    other = tmp_path / "other" / "m.sqlite"
    monkeypatch.setenv("BULLETIN_MEMORY", str(other))
    assert memory("import", "house.tmx") == 0
    assert memory("import", "house.tmx") == 0
    out = capsys.readouterr().out.splitlines()
    assert out == [
        "3 units in house.tmx",
        f"3 units new or changed in {other}",
        f"0 units new or changed in {other}",
    ]
    with open_memory(filled) as one, open_memory(other) as two:
        assert list(one.all()) == list(two.all()), "with their constraints, found again"


def test_a_broken_file_leaves_no_memory(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.tmx").write_text("<tmx><body><tu>", encoding="utf-8")
    assert memory("import", "bad.tmx") == 3
    assert "is broken" in capsys.readouterr().err
    assert not house.exists()


def test_align(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("zh.txt").write_text(
        "2024年5月7日，会议在昆明市举行。\n\n木星是太阳系中最大的行星，质量是其余行星总和的两倍多。\n",
        encoding="utf-8",
    )
    Path("en.txt").write_text("The meeting was held in Kunming on May 7, 2024.\n", encoding="utf-8")
    assert memory("align", "zh.txt", "en.txt") == 2
    assert memory("align", "zh.txt", "en.txt", "--dry-run") == 0
    assert not house.exists()
    assert memory("align", "zh.txt", "en.txt", "--by", "Li") == 0
    out = capsys.readouterr().out
    assert out.endswith(
        "    木星是太阳系中最大的行星，质量是其余行星总和的两倍多。\n    -\n1 units new or changed, 1 pairs, 1 doubtful places left out\n"
    )
    with open_memory(house) as opened:
        assert [(e.target, e.reviewer) for e in opened.all()] == [
            ("The meeting was held in Kunming on May 7, 2024.", "Li")
        ]


def test_doctor_shows_it(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG001
    run(["doctor"])
    out = capsys.readouterr().out
    assert "Translation memory" in out
    assert "3 units in" in out


def test_doctor_judges_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "house.sqlite"
    assert examine_translation_memory(None) == Part("Translation memory", "ok", "off")
    assert examine_translation_memory(file).found == f"none yet; `bulletin publish` fills {file}"
    file.write_text("no database at all " * 99, encoding="utf-8")
    broken = examine_translation_memory(file)
    assert (broken.condition, "not a database" in broken.found) == ("missing", True)
    monkeypatch.setattr(opening, "mount_table", lambda: f"nas:/x {tmp_path} nfs rw 0 0")
    for path in (file, tmp_path / "new.sqlite"):
        share = examine_translation_memory(path)
        assert (share.condition, "network share (nfs)" in share.found) == ("missing", True)
