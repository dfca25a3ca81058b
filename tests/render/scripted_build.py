"""Build files of a bulletin with fixed English; as a program, SOURCE FOLDER, print the digests of Word files and PDFs."""

import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from workflow.config import CHOICES, Settings
from workflow.engines.scripted import ScriptedEngine
from workflow.pipeline import Given, Services, Watch, build
from workflow.render.brand import load_brand
from workflow.workshop import open_terms

ENGLISH = "The river basin countries will strengthen cooperation and share data on water quality."


def word_files(source: Path, folder: Path) -> dict[str, bytes]:
    """Return the Word files of a bulletin by name, built into a folder."""
    return _built(source, folder, replace(Settings(), formats=("docx", "review")))


def pdf_files(source: Path, folder: Path) -> dict[str, bytes]:
    """Return the three kinds of PDF of a bulletin by name, built into a folder."""
    files: dict[str, bytes] = {}
    for pdf in CHOICES["pdf"]:
        files |= _built(source, folder, replace(Settings(), formats=("pdf",), pdf=pdf))
    return files


def _built(source: Path, folder: Path, settings: Settings) -> dict[str, bytes]:
    services = Services(open_terms(settings), ScriptedEngine({}, ENGLISH), load_brand("center"))
    built = build(source, folder, settings, services, Given(), Watch())
    return {file.name: file.read_bytes() for file in built.files if file.suffix in (".docx", ".pdf")}


if __name__ == "__main__":
    place = Path(sys.argv[1]), Path(sys.argv[2])
    for name, data in sorted({**word_files(*place), **pdf_files(*place)}.items()):
        print(name, sha256(data).hexdigest())  # noqa: T201 # its answer
