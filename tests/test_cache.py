"""The cache: whole results or none, the least recently read go first, any number of processes, kills, deletions."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support import ROOT
from workflow.cache import Cache

WRITER = """
import random, sys
from hashlib import sha256
from pathlib import Path
from workflow.cache import Cache
cache, chance = Cache(Path(sys.argv[1])), random.Random(int(sys.argv[2]))
print("begun", flush=True)
while True:
    name = str(chance.randrange(50))
    key = sha256(name.encode()).hexdigest()
    found = cache.get("outputs", key)
    assert found in (None, name.encode() * 20_000), "a torn result was read"
    cache.put("outputs", key, name.encode() * 20_000)
"""


def key(name: object) -> str:
    return sha256(str(name).encode()).hexdigest()


def test_what_was_put_is_there_again_and_nothing_else(tmp_path: Path) -> None:
    Cache(tmp_path).put("answers", key("a"), "答案".encode())
    assert Cache(tmp_path).get("answers", key("a")) == "答案".encode()
    assert Cache(tmp_path).get("outputs", key("a")) is None
    assert Cache(tmp_path).get("answers", key("b")) is None


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[:-1],
    "cut inside its digest": lambda data: data[:20],
    "empty": lambda data: b"",
    "one byte changed": lambda data: data[:-1] + b"?",
    "something else": lambda data: b"never written by us",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_result_is_as_good_as_missing(tmp_path: Path, damage: str) -> None:
    cache = Cache(tmp_path)
    cache.put("answers", key("a"), b"answer")
    (file,) = (tmp_path / "answers").glob("??/*")
    file.write_bytes(DAMAGES[damage](file.read_bytes()))
    assert cache.get("answers", key("a")) is None
    cache.put("answers", key("a"), b"answer")
    assert cache.get("answers", key("a")) == b"answer"


def test_what_was_not_read_for_longest_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, {"outputs": 20 * 4096})
    for number in range(16):
        cache.put("outputs", key(number), bytes(3000))
        (file,) = (tmp_path / "outputs").glob(f"??/{key(number)}")
        os.utime(file, (number, number))
    assert cache.get("outputs", key(0)) is not None
    for number in range(16, 24):
        cache.put("outputs", key(number), bytes(3000))
    kept = [number for number in range(24) if cache.get("outputs", key(number)) is not None]
    assert sum(size for _count, size in cache.stats().values()) <= 20 * 4096
    assert 0 in kept
    assert 1 not in kept
    assert 23 in kept


def test_a_place_that_cannot_be_written_keeps_nothing_and_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"a file where the folder should be")
    cache = Cache(tmp_path / "file")
    cache.put("answers", key("a"), b"answer")
    assert cache.get("answers", key("a")) is None
    assert cache.clear() == 0


def test_clearing_takes_results_alone(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("answers", key("a"), b"answer")
    others = [tmp_path / "letter.txt", tmp_path / "answers" / "ab" / "letter.txt"]
    for path in others:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("not ours")
    assert cache.clear() == 1
    assert cache.get("answers", key("a")) is None
    assert all(path.exists() for path in others)


def test_processes_share_it_while_it_is_cleared_and_they_are_killed(tmp_path: Path) -> None:
    chance = random.Random(7)
    writers: list[subprocess.Popen[str]] = []
    for number in range(6):
        command = [sys.executable, "-c", WRITER, str(tmp_path), str(number)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        writers.append(
            subprocess.Popen(
                command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
        )
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "begun\n"
    for writer in writers:
        time.sleep(chance.random() / 5)
        Cache(tmp_path).clear()
        writer.send_signal(signal.SIGKILL)
        _out, error = writer.communicate()
        assert error == ""
    for number in range(50):
        assert Cache(tmp_path).get("outputs", key(number)) in (None, str(number).encode() * 20_000)
