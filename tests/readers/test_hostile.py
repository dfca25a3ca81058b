"""Files that are too large, of another kind than their name says, or no files: one line of error, in no time."""

import os
from pathlib import Path

import pytest

from tests.readers.pages import page
from workflow.clean import clean
from workflow.errors import BulletinError, InputError
from workflow.readers import read
from workflow.structure import parse
from workflow.workshop import jobs


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.mhtml"])
def test_a_file_of_a_gigabyte_is_not_even_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    with pytest.raises(InputError, match="1000 MB, more than 50 MB"):
        read(path)


def test_a_line_longer_than_any_paragraph_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("标题\n\n" + "座" * 100_001, encoding="utf-8")
    with pytest.raises(InputError, match="line 3: 100001 characters"):
        read(path)


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(InputError, match="no ordinary file"):
        read(tmp_path / "a.txt")


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_page_under_the_name_of_a_text_is_read_as_a_page(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(page("ministry"))
    assert "TRS_Editor" not in read(path).raw
    assert parse(clean(read(path))).bulletin.date == "2024-05-28"


WRONG = [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "ZIP"), (b"\xd0\xcf\x11\xe0", "DOC/WPS"), (b"{\\rtf1", "RTF")]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize(("start", "kind"), WRONG, ids=[kind for _, kind in WRONG])
def test_another_container_under_a_wrong_name(suffix: str, start: bytes, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(start + b" the rest \x00\x01")
    with pytest.raises(InputError, match=kind):
        read(path)


def test_many_short_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("座谈会在岭州市召开，代表参会。\n" * 5_000, encoding="utf-8")
    assert len(parse(clean(read(path))).places) == 5_000


def test_a_link_out_of_a_folder_is_refused_and_one_inside_followed(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("秘密")
    (folder / "a.txt").write_text("座谈会")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    assert [job.source.name for job in jobs([folder], tmp_path / "build")] == ["a.txt", "b.txt"]
    (folder / "c.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(BulletinError, match=r"c\.txt' is a link out of the folder"):
        jobs([folder], tmp_path / "build")
    assert [job.source.name for job in jobs([folder / "c.txt"], tmp_path / "build")] == ["c.txt"]


def test_a_folder_of_links_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "b.txt").write_text("秘密")
    (tmp_path / "in" / "a.txt").write_text("座谈会")
    (tmp_path / "in" / "more").symlink_to(tmp_path / "out")
    assert [job.source.name for job in jobs([tmp_path / "in"], tmp_path / "build")] == ["a.txt"]


def test_the_frames_of_a_saved_page_are_no_bulletins(tmp_path: Path) -> None:
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a.html").write_bytes(page("bare"))
    (tmp_path / "a_files" / "frame.html").write_bytes(page("bare"))
    assert [job.source.name for job in jobs([tmp_path], tmp_path / "build")] == ["a.html"]
