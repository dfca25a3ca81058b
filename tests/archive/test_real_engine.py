"""Builds with a real engine, the tiny Argos package: its answers may depend on their batch, its editions may not."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.archive.scripted import text, tree, write
from tests.support import ROOT
from workflow.archive import Order, build_all
from workflow.config import Settings
from workflow.engines.install import install
from workflow.sources import jobs
from workflow.steps import Given

LEDGER = ".written.json"  # it knows of the editions before


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install the tiny package for the test."""
    monkeypatch.setenv("BULLETIN_MODELS", str(tmp_path / "models"))
    install("argos", ROOT / "tests" / "data" / "tiny-zh_en.argosmodel", lambda *_progress: None)
    return tmp_path


def build(base: Path, out: str, cache: str) -> dict[str, bytes]:
    """Build what is in `in`, together, and return the outputs."""
    settings = replace(Settings(), formats=("html",), cache=str(base / cache), memory="off", model="argos")
    built, failed = build_all(jobs([base / "in"], base / out), Order.of(settings, Given()))
    assert (len(built), failed) == (4, [])
    return {name: data for name, data in tree(base / out).items() if not name.endswith(LEDGER)}


def test_editions_are_the_same_one_by_one_and_together_and_with_any_cache(package: Path) -> None:
    write(package / "in", 4)
    together = build(package, "together", "cache-1")
    settings = replace(
        Settings(), formats=("html",), cache=str(package / "cache-2"), memory="off", model="argos"
    )
    for job in jobs([package / "in"], package / "alone"):
        build_all([job], Order.of(settings, Given()))
    alone = {name: data for name, data in tree(package / "alone").items() if not name.endswith(LEDGER)}
    assert alone == together

    (package / "in" / "issue-0002.txt").write_text(text(2).replace("交换了", "再次交换了"), encoding="utf-8")
    for file in sorted((package / "cache-1" / "answers").glob("??/*"))[::2]:
        file.unlink()
    changed = build(package, "together", "cache-1")
    assert changed != together
    shutil.rmtree(package / "cache-1")
    assert build(package, "anew", "cache-3") == changed
