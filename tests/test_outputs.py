import os
from pathlib import Path

import pytest

from workflow import outputs
from workflow.errors import OutputError


def test_files_are_written_whole_and_again(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "a"
    assert outputs.write(folder, {"a.txt": b"one", "b.txt": b"two"}) == (folder / "a.txt", folder / "b.txt")
    outputs.write(folder, {"a.txt": b"three"})
    assert (folder / "a.txt").read_bytes() == b"three"
    assert not list(folder.glob(".*.partial"))


def test_a_file_that_somebody_changed_is_left_alone(tmp_path: Path) -> None:
    outputs.write(tmp_path, {"a.txt": b"ours", "b.txt": b"ours"})
    (tmp_path / "b.txt").write_bytes(b"an editor's work")
    with pytest.raises(OutputError, match="changed by someone") as caught:
        outputs.write(tmp_path, {"a.txt": b"new", "b.txt": b"new"})
    assert caught.value.exit_code == 5
    assert "move it elsewhere" in caught.value.message
    assert (tmp_path / "a.txt").read_bytes() == b"ours"
    assert (tmp_path / "b.txt").read_bytes() == b"an editor's work"


def test_a_foreign_file_of_the_same_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"somebody's")
    with pytest.raises(OutputError):
        outputs.write(tmp_path, {"a.txt": b"ours"})


def test_what_was_read_in_may_be_written_over_and_nothing_else(tmp_path: Path) -> None:
    outputs.write(tmp_path, {"a.txt": b"ours"})
    (tmp_path / "a.txt").write_bytes(b"saved by an editor")
    read = outputs.digest(tmp_path / "a.txt")
    (tmp_path / "a.txt").write_bytes(b"saved again")
    with pytest.raises(OutputError, match="changed by someone"):
        outputs.write(tmp_path, {"a.txt": b"new"}, (read,))
    (tmp_path / "a.txt").write_bytes(b"saved by an editor")
    outputs.write(tmp_path, {"a.txt": b"new"}, (read,))
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_what_another_run_wrote_meanwhile_is_left(tmp_path: Path) -> None:
    since = {"a.txt": outputs.digest(tmp_path / "a.txt")}
    outputs.write(tmp_path, {"a.txt": b"one"}, since=since)
    with pytest.raises(OutputError, match="written by another run meanwhile"):
        outputs.write(tmp_path, {"a.txt": b"two", "b.txt": b"two"}, since=since)
    assert (tmp_path / "a.txt").read_bytes() == b"one"
    assert not (tmp_path / "b.txt").exists()


def test_a_kill_between_two_renames_leaves_our_files_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outputs.write(tmp_path, {"a.txt": b"old", "b.txt": b"old"})
    replace = Path.replace

    def killed(self: Path, target: Path) -> Path:
        if Path(target).name == "b.txt":
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            outputs.write(tmp_path, {"a.txt": b"new", "b.txt": b"new"})
    outputs.write(tmp_path, {"a.txt": b"newer", "b.txt": b"newer"})
    assert (tmp_path / "b.txt").read_bytes() == b"newer"


def test_the_edition_takes_its_place_last_and_what_was_read_into_it_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("edition.json", "a.review.docx", "review-log.jsonl", "a.html")
    outputs.write(tmp_path, dict.fromkeys(names, b"old"))
    (tmp_path / "a.review.docx").write_bytes(b"saved by an editor")
    read = outputs.digest(tmp_path / "a.review.docx")
    renamed: list[str] = []
    replace = Path.replace

    def noted(self: Path, target: Path) -> Path:
        renamed.append(Path(target).name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", noted)
    outputs.write(tmp_path, dict.fromkeys(names, b"new"), (read,))
    assert renamed == [".written.json", "review-log.jsonl", "a.html", "edition.json", "a.review.docx"]


def test_a_link_in_an_unfinished_file_s_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"somebody's")
    (tmp_path / ".a.txt.partial").symlink_to("secret")
    outputs.write(tmp_path, {"a.txt": b"ours"})
    assert ((tmp_path / "secret").read_bytes(), (tmp_path / "a.txt").read_bytes()) == (b"somebody's", b"ours")


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    with pytest.raises(OutputError, match="cannot be written"):
        outputs.write(tmp_path / "build", {"a.txt": b""})


def test_a_full_disk_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outputs.write(tmp_path, {"a.txt": b"old", "b.txt": b"old"})
    fsync = os.fsync

    def full(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").readlink().name == ".b.txt.partial":
            raise OSError(28, os.strerror(28))
        fsync(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="No space left"):
            outputs.write(tmp_path, {"a.txt": b"new", "b.txt": b"new"})
    assert {p.name: p.read_bytes() for p in tmp_path.glob("[ab].txt")} == {"a.txt": b"old", "b.txt": b"old"}
    assert not list(tmp_path.glob(".*.partial"))
