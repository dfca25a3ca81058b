"""A real cluster of a scheduler and two workers on this machine, one of them killed during the run."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive.scripted import order, start, tree, write
from workflow.archive import build_all
from workflow.sources import jobs

pytestmark = [pytest.mark.network, pytest.mark.slow]
ROOT = Path(__file__).parents[2]


def _free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return int(server.getsockname()[1])


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """Start a scheduler and two workers of one thread; yield the address and the workers."""
    address = f"tcp://127.0.0.1:{_free_port()}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def program(module: str, *arguments: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, env=environment, cwd=tmp_path, stdout=quiet, stderr=quiet)

    port = address.rpartition(":")[2]
    one = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(tmp_path))
    programs = [program("dask_scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")]
    programs += [program("dask_worker", address, *one) for _worker in range(2)]
    try:
        yield address, programs[1:]
    finally:
        for running in programs:
            running.kill()
            running.wait()


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(
    cluster: tuple[str, list["subprocess.Popen[bytes]"]], tmp_path: Path
) -> None:
    address, workers = cluster
    base, alone = tmp_path / "many", tmp_path / "alone"
    write(base / "in", 24)
    program = start(base, address)
    deadline = time.monotonic() + 300
    while len(list((base / "out").glob("*/edition.json"))) < 7:
        assert program.poll() is None, "the run ended before a worker could be killed"
        assert time.monotonic() < deadline
        time.sleep(0.02)
    workers[0].send_signal(signal.SIGKILL)
    program.communicate(timeout=300)
    assert program.returncode == 0
    assert workers[0].wait() == -signal.SIGKILL
    built, failed = build_all(jobs([base / "in"], alone / "out"), order(alone))
    assert (len(built), failed) == (24, [])
    there = {name: data for name, data in tree(base / "out").items() if ".partial" not in name}
    ledgers = [
        name for name in there if name.endswith(".written.json")
    ]  # one that was done twice knows of both
    assert {**there, **dict.fromkeys(ledgers)} == {**tree(alone / "out"), **dict.fromkeys(ledgers)}


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path) -> None:
    write(tmp_path / "in", 1)
    program = start(tmp_path, f"tcp://127.0.0.1:{_free_port()}", stderr=subprocess.PIPE)
    _out, error = program.communicate(timeout=100)
    assert program.returncode == 1
    assert "MissingPartError: no Dask scheduler answers at 'tcp://127.0.0.1:" in error
