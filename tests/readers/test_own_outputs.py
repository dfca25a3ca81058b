"""What the program itself wrote is no bulletin."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.readers.word_made import (
    SENTENCE,
    p,
    word_file,
)
from tests.render.sample_edition import sample_edition
from tests.render.scripted_build import word_files
from workflow.errors import InputError, OutputError
from workflow.readers import read
from workflow.render import RENDERERS
from workflow.render.brand import load_brand
from workflow.render.options import RenderOptions
from workflow.render.view import view
from workflow.workshop import jobs

CLOCK = datetime(2024, 6, 28, tzinfo=UTC)


def test_a_review_file_is_no_bulletin(tmp_path: Path) -> None:
    path = tmp_path / "2024-07.review.docx"
    path.write_bytes(
        RENDERERS["review"].render(view(sample_edition()), load_brand("center"), RenderOptions(clock=CLOCK))
    )
    with pytest.raises(
        InputError, match="is a review file; bring its edits back with `bulletin review apply`"
    ):
        read(path)


def test_a_folder_gives_its_sources_and_no_outputs(tmp_path: Path) -> None:
    for name in (
        "2024-07.docx",
        "~$2024-07.docx",
        "older/2024-06.doc",
        "build/2024-05/2024-05.docx",
        "build/2024-05/final/2024-05.docx",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "build/2024-05/edition.json").write_text("{}")
    found = [job.source.relative_to(tmp_path).as_posix() for job in jobs([tmp_path], tmp_path / "build")]
    assert found == ["2024-07.docx", "older/2024-06.doc"]


def test_an_output_never_takes_the_place_of_its_source(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "2024-07"
    folder.mkdir(parents=True)
    source = word_file(folder / "2024-07.docx", p(SENTENCE))
    before = source.read_bytes()
    with pytest.raises(OutputError):
        word_files(source, folder)
    assert source.read_bytes() == before
