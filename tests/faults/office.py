"""The command as a user runs it, but with an engine that answers at once, and killed where a test says so.

Run as `python tests/faults/office.py ARGUMENTS`. BULLETIN_DIE_AT=N kills the process (SIGKILL) before the Nth time
that it opens a file below BULLETIN_DIE_IN for writing, renames or removes one; BULLETIN_SLOW=S lets the engine take S seconds.
BULLETIN_PAUSE=FILE lets it make that file and wait until the file is gone.

BULLETIN_OFFLINE=1 forbids every socket but those of local files.

With --serve the process loads everything, then reads a JSON object a line (arguments, environment, kill_after: seconds
until SIGKILL or null, largest: bytes that a file may grow to, plain: without root's right to write everywhere, times:
so many at once) and forks a child for each, whose status, seconds and words it answers.
"""

import ctypes
import hashlib
import json
import os
import resource
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from workflow import cli, engines
from workflow.engines import Engine
from workflow.engines.base import Hypothesis, Progress
from workflow.engines.models import InstalledModel

CHANGES = frozenset({"os.rename", "os.remove", "os.rmdir", "os.truncate"})


class RuleEngine:
    """Answer every source with English that its digest alone decides."""

    name = "scripted"
    signature = "scripted"

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        del n
        time.sleep(float(os.environ.get("BULLETIN_SLOW") or 0))
        pause(os.environ.get("BULLETIN_PAUSE"))
        if progress is not None:
            progress(len(sources))
        wishes = keep if keep is not None else [()] * len(sources)
        return [[Hypothesis(answer(one, wish), -0.1)] for one, wish in zip(sources, wishes, strict=True)]


def pause(name: str | None) -> None:
    """Make a file and wait until somebody takes it away."""
    if name:
        del os.environ["BULLETIN_PAUSE"]  # once
        Path(name).touch()
        while Path(name).exists():
            time.sleep(0.02)


def answer(source: str, wish: Sequence[str] = ()) -> str:
    """Return the English of a source."""
    words = "people water forest market school river meeting garden bridge autumn".split()
    digest = hashlib.sha256(source.encode()).digest()
    said = " ".join(words[byte % len(words)] for byte in digest[:8])
    return " ".join((f"The {said}", *wish)) + "."


def install() -> None:
    """Let a model folder of the kind "scripted" open the stand-in."""
    stand_in: Engine = RuleEngine()

    def opened(_model: InstalledModel, _threads: int) -> Engine:
        return stand_in

    kinds: Mapping[str, Any] = engines.ENGINES
    engines.ENGINES = {**kinds, "scripted": opened}


def main() -> None:
    """Run the command with the stand-in engine."""
    install()
    if die_at := int(os.environ.get("BULLETIN_DIE_AT", "0")):
        sys.addaudithook(Killer(die_at, os.environ["BULLETIN_DIE_IN"]))
    if os.environ.get("BULLETIN_OFFLINE"):
        sys.addaudithook(offline)
    cli.main()


def offline(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what would reach another machine: a name looked up, an address called, listened at or written to."""
    asked = event in {"socket.getaddrinfo", "socket.gethostbyname"}
    if event == "urllib.Request":
        asked = not str(arguments[0]).startswith(("file:", "data:"))
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"}:
        asked = arguments[0].family != socket.AF_UNIX
    if asked:
        raise ConnectionRefusedError(f"the network is forbidden here: {event} {arguments[1:]}")


class Killer:
    """Kill the process at the Nth change that it makes to a file; what it reads counts for nothing."""

    def __init__(self, at: int, folder: str) -> None:
        self.left = at
        self.folder = folder

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        writing = (
            event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        )
        if (writing or event in CHANGES) and str(arguments[0]).startswith(self.folder):
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)


def child(order: dict[str, Any], out: int) -> None:
    """Run one command as the process that will be killed."""
    os.environ.update(order["environment"])
    os.dup2(out, 1)
    os.dup2(out, 2)
    if order.get("largest"):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["largest"], order["largest"]))
    if order.get("plain"):
        as_anybody()
    sys.argv = ["bulletin", *order["arguments"]]
    try:
        main()
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 1)
    os._exit(99)


def as_anybody() -> None:
    """Give up the rights by which root writes where the permissions forbid it (capabilities(7))."""
    if os.geteuid():
        return
    libc = ctypes.CDLL(None, use_errno=True)
    overriding = 1 << 1 | 1 << 2 | 1 << 3  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    rights = (ctypes.c_uint32 * 6)()
    if libc.capget(header, rights):
        raise OSError(ctypes.get_errno(), "capget")
    for part in range(3):  # effective, permitted, inheritable
        rights[part] &= ~overriding
    if libc.capset(header, rights):
        raise OSError(ctypes.get_errno(), "capset")


def run(order: dict[str, Any]) -> list[dict[str, Any]]:
    """Fork, wait or kill, and tell what became of each child."""
    started = []
    for _number in range(order.get("times", 1)):
        said = tempfile.TemporaryFile()  # noqa: SIM115 - closed when its child has ended
        pid = os.fork()
        if not pid:
            child(order, said.fileno())
        started.append((pid, said, time.monotonic()))
    if order.get("kill_after") is not None:
        time.sleep(order["kill_after"])
        for pid, _said, _start in started:
            os.kill(pid, signal.SIGKILL)
    ended = []
    for pid, said, start in started:
        _pid, status = os.waitpid(pid, 0)
        said.seek(0)
        words = said.read().decode("utf-8", "replace")
        said.close()
        code = os.waitstatus_to_exitcode(status)
        ended.append({"status": code, "seconds": time.monotonic() - start, "said": words})
    return ended


def serve() -> None:
    """Answer orders, so that a command costs a second instead of ten; the first warms up."""
    sys.setrecursionlimit(10_000)
    for line in sys.stdin:
        order = json.loads(line)
        if order.get("warm"):
            warm(order)
            told: list[dict[str, Any]] = []
        else:
            told = run(order)
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def warm(order: dict[str, Any]) -> None:
    """Load in this process what every child needs: the glossary, the dictionary, the typesetting."""
    os.environ.update(order["environment"])
    before = os.dup(1)
    with tempfile.TemporaryFile() as nothing:
        os.dup2(nothing.fileno(), 1)
        from workflow import cli

        install()
        cli.run(order["arguments"])
        sys.stdout.flush()
        os.dup2(before, 1)


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["--serve"] else main()
