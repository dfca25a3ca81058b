"""The log names files, steps, counts and kinds of fault; it never quotes a bulletin."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import Office
from workflow import logs
from workflow.errors import InputError, OutputError

MARK = "哥斯拉"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    with logs.writing(tmp_path / "log" / "bulletin.log"):
        yield tmp_path / "log" / "bulletin.log"


def test_a_failure_is_logged_without_what_it_quotes(log: Path) -> None:
    logs.failed(Path("a.txt"), InputError(f"'a.txt' line 3: '{MARK}' is too long"))
    logs.built(Path("b.txt"), {"READ": 0.1}, {"critical": 2})
    lines = log.read_text(encoding="utf-8").splitlines()
    assert [line.split(" ", 1)[1] for line in lines] == [
        "WARNING failed a.txt: InputError",
        "INFO built b.txt: 0.10 s (READ=0.10) critical=2",
    ]


def test_a_log_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LARGEST", 1000)
    with logs.writing(tmp_path / "bulletin.log"):
        for number in range(100):
            logs.LOG.info("a line of some length, number %d, that says nothing else at all", number)
    assert {path.name for path in tmp_path.iterdir()} == {
        "bulletin.log",
        *(f"bulletin.log.{n}" for n in (1, 2, 3)),
    }
    assert all(path.stat().st_size <= 1000 for path in tmp_path.iterdir())


def test_without_a_file_nothing_is_shown(capfd: pytest.CaptureFixture[str]) -> None:
    logs.failed(Path("a.txt"), InputError("x"))
    assert capfd.readouterr() == ("", "")


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="name another file"), logs.writing(tmp_path):
        pass


@pytest.mark.slow
def test_a_watch_and_a_build_log_no_word_of_a_bulletin(office: Office) -> None:
    source = office.folder / "village.txt"
    bad = "---\ntitle: [" + MARK + "\n---\n\n" + MARK
    inbox = office.folder / "inbox"
    inbox.mkdir()
    (inbox / "good.txt").write_text(source.read_text("utf-8").replace("客人们", MARK), encoding="utf-8")
    (inbox / "bad.txt").write_text(bad, encoding="utf-8")
    (inbox / "long.txt").write_text(MARK * 100_000, encoding="utf-8")
    done = office.run("watch", inbox, "-o", office.folder / "watched", "--once", "--every", "0.1")
    assert done.status in (0, 6), done.said
    told = (office.folder / "watched" / "watch.log").read_text(encoding="utf-8")
    assert "built" in told
    assert "failed" in told
    assert MARK not in told
    file = office.folder / "build.log"
    done = office.run("build", inbox, environment={"BULLETIN_LOG": str(file)})
    assert done.status in (0, 6), done.said
    told = file.read_text(encoding="utf-8")
    assert "built" in told
    assert "RENDER=" in told
    assert MARK not in told
