"""Memory does not grow with the number of bulletins: the long run behind docs/results/scale.md."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT


@pytest.mark.long
def test_five_thousand_bulletins_take_the_memory_of_five_hundred(tmp_path: Path) -> None:
    result = tmp_path / "scale.json"
    command = [sys.executable, str(ROOT / "benchmarks" / "bench_scale.py"), "--sizes", "500,5000"]
    command += ["--sentences", "4", "--formats", "xliff", "--json", str(result)]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)
    rows = {(row["bulletins"], row["run"]): row for row in json.loads(result.read_text(encoding="utf-8"))}
    assert rows[5000, "first"]["built"] == 5000
    assert rows[5000, "second"]["up to date"] == 5000
    # What the recognisers remember of sentences has a bound, which 500 small bulletins do not reach.
    assert rows[5000, "first"]["MB"] < rows[500, "first"]["MB"] + 60
    assert rows[5000, "second"]["MB"] < rows[500, "second"]["MB"] + 20
