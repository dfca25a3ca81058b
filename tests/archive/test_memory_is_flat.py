"""Memory does not grow with the number of bulletins: the long run behind docs/results/scale.md."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT


@pytest.mark.long
def test_five_thousand_bulletins_take_the_memory_of_a_thousand(tmp_path: Path) -> None:
    result = tmp_path / "scale.json"
    command = [sys.executable, str(ROOT / "benchmarks" / "bench_scale.py"), "--sizes", "5000"]
    command += ["--marks", "100,1000", "--sentences", "2", "--formats", "xliff", "--json", str(result)]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)
    first, second = json.loads(result.read_text(encoding="utf-8"))
    assert (first["built"], second["up to date"]) == (5000, 5000)
    at = {mark["bulletins"]: mark["MB"] for mark in first["marks"]}
    # What the recognisers remember of sentences and words has bounds, which so many small bulletins do not quite reach.
    assert first["MB"] < at[1000] + 40
    assert second["MB"] < second["marks"][1]["MB"] + 15
