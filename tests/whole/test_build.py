"""Whole runs of the command on the samples with the real small model, and what came out of them."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import jsonschema
import pytest

from tests.support import ROOT, SAMPLES
from workflow import store

pytestmark = [pytest.mark.model, pytest.mark.slow]
SCHEMA = json.loads((ROOT / "docs" / "edition.schema.json").read_text())
SAMPLE = ROOT / "samples" / "text-export.txt"


def bulletin(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    command = [sys.executable, "-c", "from workflow.cli import main; main()", *map(str, arguments)]
    environment = {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    import os

    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=cwd or ROOT,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build one sample with house-small; most tests look at what came of it."""
    out = tmp_path_factory.mktemp("build")
    done = bulletin("build", SAMPLE, "-o", out, "--model", "house-small")
    assert done.returncode == 0, done.stderr
    return out / SAMPLE.stem


def test_every_output_is_there_and_the_edition_is_valid(built: Path) -> None:
    names = {p.name for p in built.iterdir() if not p.name.startswith(".")}
    suffixes = (".pdf", ".docx", ".review.docx", ".html")
    assert names == {"edition.json", *(SAMPLE.stem + suffix for suffix in suffixes)}
    jsonschema.validate(json.loads((built / "edition.json").read_text()), SCHEMA)
    assert (built / f"{SAMPLE.stem}.pdf").read_bytes().startswith(b"%PDF-")
    assert zipfile.is_zipfile(built / f"{SAMPLE.stem}.docx")


def test_names_dates_and_figures_stand_in_the_english_or_are_flagged(built: Path) -> None:
    edition = store.load(built)
    flagged = {f.unit for f in edition.findings if f.severity.label == "critical"}
    for unit in edition.units:
        assert unit.target, unit.source
        for constraint in unit.constraints:
            if constraint.kept:
                assert constraint.at is not None
                start, end = constraint.at
                assert 0 <= start < end <= len(unit.target)
            else:
                assert unit.id in flagged, (constraint.source, unit.target)
    assert [unit.target for unit in edition.units_under("issue")] == ["Issue 9, 2023"]
    assert [unit.target for unit in edition.units_under("date")] == ["October 20, 2023"]
    names = [u.target for u in edition.units if u.slot.endswith("/speaker/name")]
    assert names == ["Shen Lan", "Gao Qiming", "Tang Yi", "Ma Xiao", "Luo Tao", "Ouyang Jing"]


def test_no_chinese_is_left_in_the_english(built: Path) -> None:
    assert not [u.target for u in store.load(built).units if any("\u4e00" <= c <= "\u9fff" for c in u.target)]


def test_the_same_input_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    done = bulletin("build", SAMPLE, "-o", tmp_path, "--model", "house-small")
    assert done.returncode == 0, done.stderr
    for path in built.iterdir():
        assert (tmp_path / SAMPLE.stem / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_changed_output_is_not_overwritten(built: Path) -> None:
    review = built / f"{SAMPLE.stem}.review.docx"
    before = review.read_bytes()
    try:
        review.write_bytes(before + b"edited")
        done = bulletin("build", SAMPLE, "-o", built.parent, "--model", "house-small")
        assert done.returncode == 5
        assert "was changed by someone" in done.stderr
        assert review.read_bytes() == before + b"edited"
    finally:
        review.write_bytes(before)


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(
        "好中心\n\n简报\n\n2024年第1期\n\n2024年1月2日\n\n标题\n\n会议结束。\n"
    )
    (tmp_path / "bad.txt").write_bytes(b"%PDF-1.7")
    done = bulletin(
        "build", tmp_path, "-o", tmp_path / "out", "--model", "house-small", "--format", "html", "--json"
    )
    assert done.returncode == 6
    told = json.loads(done.stdout)
    assert [one["name"] for one in told["built"]] == ["good"]
    assert [Path(one["source"]).name for one in told["failed"]] == ["bad.txt"]
    assert list(told["built"][0]["seconds"]) == [
        "READ",
        "CLEAN",
        "STRUCTURE",
        "SEGMENT",
        "CONSTRAIN",
        "FILL",
        "STYLE",
        "CHECK",
        "RENDER",
    ]


def test_strict_counts_critical_findings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("标题一行\n\n越南驻昆明总领事馆领事阮友雄出席会议并致辞。\n")
    arguments = (
        "build",
        tmp_path / "a.txt",
        "-o",
        tmp_path / "out",
        "--model",
        "house-small",
        "--format",
        "html",
    )
    assert bulletin(*arguments, "--strict").returncode == 1
    assert bulletin(*arguments).returncode == 0


def test_translate_prints_the_english_and_its_constraints() -> None:
    done = bulletin("translate", "会议于2023年4月18日在昆明举行。", "--model", "house-small")
    assert done.returncode == 0, done.stderr
    assert "April 18, 2023" in done.stdout
    assert "昆明 → Kunming" in done.stdout


@pytest.mark.house
def test_the_house_model_translates_a_bulletin(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(
        "澄江合作中心\n\n简报\n\n2024年第2期\n\n2024年3月4日\n\n环境合作会议召开\n\n"
        "2024年3月1日，来自六国的50余名代表参加了会议。生态环境部国际合作司司长周军出席会议并致辞。\n"
    )
    done = bulletin(
        "build",
        tmp_path / "b.txt",
        "-o",
        tmp_path / "out",
        "--model",
        "house",
        "--strict",
        "--format",
        "pdf,review",
    )
    assert done.returncode == 0, done.stderr
    english = " ".join(u.target for u in store.load(tmp_path / "out" / "b").units)
    for words in ("March 1, 2024", "more than 50", "Zhou Jun", "Department of International Cooperation"):
        assert words in english


def test_the_samples_are_four() -> None:
    assert len(SAMPLES) == 4
