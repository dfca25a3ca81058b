"""Which files of a folder are sources, and where their outputs go."""

from pathlib import Path

import pytest

from workflow.workshop import jobs

FOLDERS = [
    (("a.docx", "a.pdf"), ("a.docx",)),
    (("a.pdf",), ("a.pdf",)),
    (("x/a.txt", "y/a.pdf"), ("x/a.txt", "y/a.pdf")),
    (("a.txt", "b.PDF", "B.txt"), ("B.txt", "a.txt", "b.PDF")),
    (("a.txt", "README.md", ".b.txt", "~$a.docx", "page_files/frame.html"), ("a.txt",)),
]


@pytest.mark.parametrize(("there", "taken"), FOLDERS)
def test_a_folder_gives_its_sources_without_their_prints(
    tmp_path: Path, there: tuple[str, ...], taken: tuple[str, ...]
) -> None:
    for name in there:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = jobs([tmp_path], Path("build"))
    assert tuple(job.source.relative_to(tmp_path).as_posix() for job in found) == taken
    assert len({job.folder for job in found}) == len(taken)
