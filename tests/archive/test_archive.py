"""Many bulletins: the same bytes however they are built, bad files and dead processes, a kill and what is done after it."""

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.archive.scripted import DEADLY, Plain, asked, order, run, start, text, tree, write
from workflow.archive import build_all
from workflow.engines import Hypothesis
from workflow.errors import MissingPartError
from workflow.sources import jobs


@pytest.fixture(scope="module")
def one_by_one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build ten bulletins and a bad file, each by itself, with nothing kept between them."""
    base = tmp_path_factory.mktemp("one")
    write(base / "in", 10)
    (base / "in" / "bad.txt").write_bytes(b"%PDF-1.7")
    for number, job in enumerate(jobs([base / "in"], base / "out")):
        built, failed = build_all([job], order(base, cache=str(base / f"cache-{number}")))
        assert len(built) + len(failed) == 1
    return base


def test_together_they_have_the_same_bytes_as_one_by_one(one_by_one: Path, tmp_path: Path) -> None:
    work = jobs([one_by_one / "in"], tmp_path / "out")
    built, failed = build_all(work, order(tmp_path))
    assert [one.name for one in built] == [f"issue-{number:04}" for number in range(10)]
    assert [one.source.name for one in failed] == ["bad.txt"]
    assert failed[0].exit_code == 3
    assert tree(tmp_path / "out") == tree(one_by_one / "out")


def test_processes_give_the_same_bytes_and_one_that_dies_loses_its_bulletin_alone(
    one_by_one: Path, tmp_path: Path
) -> None:
    write(tmp_path / "in", 10)
    (tmp_path / "in" / "bad.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "in" / "deadly.txt").write_text(text(3) + f"\n{DEADLY}就在这里。\n", encoding="utf-8")
    told = run(tmp_path, 2)
    assert [one["name"] for one in told["built"]] == [f"issue-{number:04}" for number in range(10)]
    assert [Path(one["source"]).name for one in told["failed"]] == ["bad.txt", "deadly.txt"]
    assert "SIGKILL" in told["failed"][1]["message"]
    assert tree(tmp_path / "out") == tree(one_by_one / "out")


def test_a_fault_of_ours_in_one_file_does_not_stop_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workflow.bulletin import Document
    from workflow.readers import read

    write(tmp_path / "in", 3)

    def faulty(path: Path) -> Document:
        if path.stem == "issue-0001":
            raise ZeroDivisionError("a fault")
        return read(path)

    monkeypatch.setattr("workflow.pipeline.read", faulty)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    built, failed = build_all(jobs([tmp_path / "in"], tmp_path / "out"), order(tmp_path))
    assert [one.name for one in built] == ["issue-0000", "issue-0002"]
    assert [one.exit_code for one in failed] == [70]
    assert "ZeroDivisionError" in failed[0].message


def test_a_missing_part_ends_the_run_before_any_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workflow.archive import Order
    from workflow.config import Settings
    from workflow.steps import Given

    monkeypatch.setenv("BULLETIN_MODELS", str(tmp_path / "none"))
    with pytest.raises(MissingPartError):
        Order.of(Settings(model="house-small"), Given())


@pytest.mark.parametrize(
    ("bulletins", "sentences", "calls"),
    [(20, 2, 1), (3, 150, 2), (2, 300, 2)],
    ids=["short ones all in one", "two fill four batches", "long ones each by itself"],
)
def test_bulletins_are_translated_together_until_their_sentences_fill_four_batches(
    tmp_path: Path, bulletins: int, sentences: int, calls: int
) -> None:
    asked_at_once: list[int] = []

    class Counting(Plain):
        batchless = True

        def translate(self, sources: Sequence[str], *more: Any, **named: Any) -> list[list[Hypothesis]]:
            asked_at_once.append(len(sources))
            return super().translate(sources, *more, **named)

    (tmp_path / "in").mkdir()
    for number in range(bulletins):
        body = "".join(f"第{number}组第{n}次谈到水。" for n in range(sentences))
        (tmp_path / "in" / f"{number:02}.txt").write_text(f"{text(number)}\n{body}\n", encoding="utf-8")
    work = jobs([tmp_path / "in"], tmp_path / "out")
    together = replace(order(tmp_path), engine=lambda _settings: Counting())
    built, _failed = build_all(work, together)
    assert len(built) == bulletins
    assert len([count for count in asked_at_once if count > sentences]) == calls


@pytest.mark.parametrize("workers", [1, 2])
def test_after_a_kill_what_was_done_is_not_done_again(tmp_path: Path, workers: int) -> None:
    write(tmp_path / "in", 24)
    program = start(tmp_path, workers)
    try:
        while len(list((tmp_path / "out").glob("*/.built.json"))) < 10:
            assert program.poll() is None, "the run ended before it could be killed"
            time.sleep(0.01)
    finally:
        os.killpg(program.pid, signal.SIGKILL)
        program.communicate()
    done = len(list((tmp_path / "out").glob("*/edition.json")))
    assert 10 <= done < 24
    asked(tmp_path)
    built, failed = build_all(jobs([tmp_path / "in"], tmp_path / "out"), order(tmp_path))
    assert (len(built), failed) == (24, [])
    standing = [one for one in built if one.standing]
    assert len(standing) >= 9
    whole = tmp_path / "whole"
    build_all(jobs([tmp_path / "in"], whole), order(tmp_path, cache=str(tmp_path / "other")))
    there = {name: data for name, data in tree(tmp_path / "out").items() if ".partial" not in name}
    ledgers = {name for name in there if name.endswith(".written.json")}
    assert {n: d for n, d in there.items() if n not in ledgers} == {
        n: d for n, d in tree(whole).items() if n not in ledgers
    }
