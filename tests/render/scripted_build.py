"""Build the Word files of a bulletin with fixed English, also as a program: SOURCE FOLDER, prints their digests."""

import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from workflow.config import Settings
from workflow.engines.scripted import ScriptedEngine
from workflow.pipeline import Given, Services, Watch, build
from workflow.render.brand import load_brand
from workflow.workshop import open_terms

ENGLISH = "The river basin countries will strengthen cooperation and share data on water quality."


def word_files(source: Path, folder: Path) -> dict[str, bytes]:
    """Return the Word files of a bulletin by name, built into a folder."""
    settings = replace(Settings(), formats=("docx", "review"))
    services = Services(open_terms(settings), ScriptedEngine({}, ENGLISH), load_brand("center"))
    built = build(source, folder, settings, services, Given(), Watch())
    return {file.name: file.read_bytes() for file in built.files if file.suffix == ".docx"}


if __name__ == "__main__":
    for name, data in sorted(word_files(Path(sys.argv[1]), Path(sys.argv[2])).items()):
        print(name, sha256(data).hexdigest())  # noqa: T201 # its answer
