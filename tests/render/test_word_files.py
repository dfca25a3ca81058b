"""The Word files of whole bulletins: what validators say of them, and the same bytes everywhere."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.render import scripted_build
from tests.render.scripted_build import word_files
from tests.render.word_tools import audit, repairs
from tests.support import SAMPLES


@pytest.mark.parametrize("source", SAMPLES, ids=lambda path: path.stem)
def test_validators_find_nothing_in_the_files_of_the_samples(source: Path, tmp_path: Path) -> None:
    files = word_files(source, tmp_path / "out")
    assert sorted(files) == [f"{source.stem}.docx", f"{source.stem}.review.docx"]
    assert {name: (audit(data, tmp_path), repairs(data)) for name, data in files.items()} == {
        name: ([], []) for name in files
    }


def test_same_bytes_in_two_time_zones_and_two_folders(tmp_path: Path) -> None:
    places = (("one", "Asia/Shanghai", "1"), ("two/deeper", "America/Los_Angeles", "2"))
    told = []
    for folder, zone, seed in places:
        (tmp_path / folder).mkdir(parents=True)
        shutil.copy(SAMPLES[0], tmp_path / folder)
        command = [sys.executable, scripted_build.__file__, SAMPLES[0].name, f"out-{seed}"]
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        told.append(subprocess.check_output(command, cwd=tmp_path / folder, env=env, text=True))
    assert told[0] == told[1]
    assert len(told[0].splitlines()) == 5
