"""The wheel carries everything: templates, glossary, adapters and catalogues, and finds them."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
DATA_FOLDERS = ("templates", "glossary", "models")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run_installed(unpacked: Path, code: str) -> str:
    """Run code in a Python that finds the unpacked wheel first, in a folder that is no checkout."""
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=unpacked, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.mark.parametrize("folder", DATA_FOLDERS)
def test_every_data_file_travels(unpacked: Path, folder: str) -> None:
    there = {path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()}
    travelled = {
        path.relative_to(unpacked / "workflow") for path in (unpacked / "workflow" / folder).rglob("*")
    }
    assert there
    assert there <= travelled


def test_the_compiled_catalogue_travels_and_its_sources_stay(unpacked: Path) -> None:
    assert (unpacked / "workflow/locale/zh/LC_MESSAGES/bulletin.mo").is_file()
    assert not list(unpacked.rglob("*.po")) + list(unpacked.rglob("*.pot"))


def test_nothing_else_is_installed(unpacked: Path) -> None:
    assert {path.name.split("-")[0] for path in unpacked.iterdir()} == {"workflow", "bulletin_workflow"}


@pytest.mark.parametrize("folder", DATA_FOLDERS)
def test_an_installed_package_finds_its_data(unpacked: Path, folder: str) -> None:
    code = f"from workflow.resources import packaged_folder; print(packaged_folder({folder!r}))"
    assert Path(run_installed(unpacked, code)) == unpacked / "workflow" / folder


def test_an_installed_package_has_its_version_and_brand(unpacked: Path) -> None:
    code = "import workflow, workflow.render.brand as b; print(workflow.__file__, *b.available_brands())"
    file, *brands = run_installed(unpacked, code).split()
    assert Path(file).is_relative_to(unpacked)
    assert brands


def test_the_command_is_declared(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        entry_points = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "bulletin = workflow.cli:main" in archive.read(entry_points).decode()
