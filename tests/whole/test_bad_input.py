"""What goes wrong is told in one line, with its exit code and the next step, and nothing is half-written."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.conftest import Done, Nursery, nursery
from tests.support import ROOT

__all__ = ["nursery"]
GOOD = "标题一行\n\n会议结束。\n"
Run = Callable[..., Done]


@pytest.fixture
def run(nursery: Nursery) -> Run:
    """Return a function that runs the command in a child of a process that has loaded everything."""

    def command(*arguments: object, models: Path | None = None) -> Done:
        places = {"BULLETIN_MODELS": models, "ARGOS_PACKAGES_DIR": models and models / "argos"}
        environment = {name: str(place) for name, place in places.items() if place}
        (done,) = nursery.ask(arguments=[*map(str, arguments)], environment=environment)
        return done

    return command


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Return a model folder that opens in a moment: the tiny Argos package."""
    folder = tmp_path / "tiny"
    with zipfile.ZipFile(ROOT / "tests" / "data" / "tiny-zh_en.argosmodel") as archive:
        archive.extractall(folder)
    return next(p for p in (folder, *folder.iterdir()) if (p / "metadata.json").is_file())


def check(done: Done, code: int, *words: str) -> None:
    assert done.status == code, done.said
    lines = [line for line in done.said.splitlines() if line]
    assert len(lines) == 1, done.said
    assert lines[0].startswith("bulletin: ")
    for word in words:
        assert word in lines[0]


FILES = [
    ("empty.txt", b"", "is empty"),
    ("binary.txt", bytes(range(256)), "not a text file"),
    ("unknown.txt", b"\x81\xff\xfe\x80 words \xc0\xc1", "encoding that cannot be told"),
    ("spaces.txt", "\ufeff\u3000\u00a0\u200b".encode(), "is empty"),
    ("page.docx", b"PK\x03\x04", "it is damaged"),
    ("slides.pptx", b"PK\x03\x04", "no reader for '.pptx'"),
]


@pytest.mark.parametrize(("name", "data", "words"), FILES, ids=[f[0] for f in FILES])
def test_bad_sources(run: Run, tmp_path: Path, tiny: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    done = run("build", tmp_path / name, "-o", tmp_path / "out", "--model", tiny)
    check(done, 3, name, words)
    assert not (tmp_path / "out").exists()


def test_a_missing_source(run: Run, tmp_path: Path, tiny: Path) -> None:
    check(run("build", tmp_path / "none.txt", "--model", tiny, "-o", tmp_path / "out"), 3, "does not exist")


def test_a_name_that_is_too_long(run: Run, tmp_path: Path, tiny: Path) -> None:
    name = "名" * 200 + ".txt"
    check(run("build", tmp_path / name, "--model", tiny, "-o", tmp_path / "out"), 3, "cannot be read")


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    check(run("build", tmp_path / "in"), 3, "holds no bulletin")


def test_two_sources_with_one_stem(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "a.md"):
        (tmp_path / name).write_text(GOOD)
    done = run("build", tmp_path / "a.txt", tmp_path / "a.md", "-o", tmp_path / "out")
    check(done, 2, "a.txt", "a.md", "share the folder")


def test_folders_with_one_stem_are_mirrored(run: Run, tmp_path: Path, tiny: Path) -> None:
    for year in ("2023", "2024"):
        (tmp_path / "in" / year).mkdir(parents=True)
        (tmp_path / "in" / year / "issue.txt").write_text(GOOD)
    done = run("build", tmp_path / "in", "-o", tmp_path / "out", "--model", tiny, "--format", "html")
    assert done.status == 0, done.said
    assert {p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.html")} == {
        "2023/issue/issue.html",
        "2024/issue/issue.html",
    }


USAGE = [
    (("--brand", "nobody"), "no brand 'nobody'"),
    (("--layout", "sideways"), "layout 'sideways' is none of"),
    (("--format", "odt"), "formats 'odt' is none of"),
    (("--issue", "three"), "--issue 'three' is not like 2024-3"),
    (("--date", "2024-13-01"), "--date '2024-13-01' is not like"),
    (("--strict=some",), "--strict takes no value or 'all'"),
    (("--colour",), "--colour"),
    (("--model", "gpt"), "no model or model folder gpt"),
]


@pytest.mark.parametrize(("options", "words"), USAGE, ids=[" ".join(o) for o, _ in USAGE])
def test_bad_usage(run: Run, tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    check(run("build", tmp_path / "a.txt", "-o", tmp_path / "out", *options), 2, words)
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_is_a_file(run: Run, tmp_path: Path, tiny: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "out").write_text("a file")
    check(run("build", tmp_path / "a.txt", "-o", tmp_path / "out", "--model", tiny), 5, "cannot be written")


def test_no_model_at_all(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    done = run("build", tmp_path / "a.txt", "-o", tmp_path / "out", models=tmp_path / "models")
    check(done, 4, "bulletin models install house")
    assert not (tmp_path / "out").exists()


def test_a_broken_model(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    folder = tmp_path / "models" / "house"
    folder.mkdir(parents=True)
    (folder / "MODEL.json").write_text(
        '{"name": "house", "kind": "house", "files": {"model.bin": {"size": 5}}}'
    )
    check(
        run("build", tmp_path / "a.txt", "--model", "house", models=tmp_path / "models"),
        4,
        "house",
        "is broken",
        "install house",
    )


def test_a_broken_glossary(run: Run, tmp_path: Path, tiny: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "terms.csv").write_text("zh,en\n会议,\n")
    done = run(
        "build",
        tmp_path / "a.txt",
        "--glossary",
        tmp_path / "terms.csv",
        "--model",
        tiny,
        "-o",
        tmp_path / "out",
    )
    check(done, 3, "terms.csv", "line 2")


def test_the_argos_engine_builds_a_bulletin(run: Run, tmp_path: Path, tiny: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    done = run("build", tmp_path / "a.txt", "-o", tmp_path / "out", "--model", tiny)
    assert done.status == 0, done.said
    assert (tmp_path / "out" / "a" / "a.pdf").is_file()


def test_messages_in_chinese(run: Run, tmp_path: Path) -> None:
    done = run("build", tmp_path / "none", "--lang", "zh", models=tmp_path)
    assert done.status == 4
    assert "没有安装翻译模型" in done.said


def cold(*arguments: object, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run the command in an interpreter of its own, as a user's shell does."""
    command = [sys.executable, "-c", "from workflow.cli import main; main()", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANGUAGE": "en"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, check=False)


def test_help_and_checks_and_doctor_in_both_languages(tmp_path: Path) -> None:
    assert "Build the bilingual edition" in cold("--help", folder=tmp_path).stdout
    assert "双语" in cold("--help", "--lang", "zh", folder=tmp_path).stdout
    listed = cold("check", "--list", folder=tmp_path).stdout.splitlines()
    assert any(line.startswith("constraint-lost") for line in listed)
    assert "Pango" in cold("doctor", folder=tmp_path).stdout


def test_what_goes_wrong_is_told_on_standard_error(tmp_path: Path, tiny: Path) -> None:
    done = cold("build", tmp_path / "none.txt", "--model", tiny, folder=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("bulletin: ")
    assert len(done.stderr.splitlines()) == 1
