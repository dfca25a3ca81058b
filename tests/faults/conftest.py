"""An office with one bulletin, and the means to run a command there and kill it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = """清溪中心

简报

2024年第3期

2024年5月6日

乡村生态交流活动举行

客人们在树下喝茶。村民们用竹篓捕鱼，共三百人参加。

今年雨水很多。大家都很高兴。孩子们在田里抓泥鳅。
"""
NOW = "1717000000"  # the one time of all runs: their logs are then the same bytes


@dataclass(frozen=True, slots=True)
class Done:
    """Hold what became of a command: its exit code, minus the signal that ended it; seconds; what it said."""

    status: int
    seconds: float
    said: str


class Nursery:
    """Run commands in children of a process that has loaded everything."""

    def __init__(self, model: Path, before: tuple[str, ...] = (), **environment: str) -> None:
        self.model = model
        self.process = subprocess.Popen(
            [*before, sys.executable, str(Path(__file__).with_name("office.py")), "--serve"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "LANGUAGE": "en", **environment},
        )

    def ask(self, **order: object) -> list[Done]:
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps(order) + "\n")
        stdin.flush()
        return [Done(**one) for one in json.loads(stdout.readline())]

    def warm(self, folder: Path) -> None:
        """Let the process load everything by building a bulletin of its own."""
        (folder / "village.txt").write_text(SOURCE, encoding="utf-8")
        named = [
            "build",
            str(folder / "village.txt"),
            "-o",
            str(folder / "build"),
            "--model",
            str(self.model),
        ]
        self.ask(warm=True, environment={"BULLETIN_MEMORY": "off"}, arguments=named)

    def close(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=30)


@dataclass(frozen=True, slots=True)
class Office:
    """Hold a folder with a bulletin and its outputs; `formats` are what a build makes."""

    folder: Path
    nursery: Nursery
    formats: str = "html,review"

    @property
    def out(self) -> Path:
        return self.folder / "build" / "village"

    def run(
        self, *arguments: object, kill_after: float | None = None, die_at: int = 0, **more: object
    ) -> Done:
        (done,) = self.run_all(*arguments, kill_after=kill_after, die_at=die_at, **more)
        return done

    def run_all(
        self, *arguments: object, kill_after: float | None = None, die_at: int = 0, **more: object
    ) -> list[Done]:
        """Run a command in as many processes at once as `times` says."""
        environment = {
            "BULLETIN_MEMORY": str(self.folder / "memory" / "house.sqlite"),
            "BULLETIN_MODEL": str(self.nursery.model),
            "BULLETIN_OUTPUT": str(self.folder / "build"),
            "BULLETIN_FORMATS": self.formats,
            "BULLETIN_DIE_AT": str(die_at),
            "BULLETIN_DIE_IN": str(self.folder),
            **dict(more.pop("environment", {})),  # type: ignore[call-overload]  # pairs of text
        }
        return self.nursery.ask(
            arguments=[str(one) for one in arguments], environment=environment, kill_after=kill_after, **more
        )

    def build(self, **more: object) -> Done:
        return self.run("build", self.folder / "village.txt", **more)  # type: ignore[arg-type]  # as of run

    def copy(self, folder: Path) -> "Office":
        """Return the same office elsewhere; paths in its files are relative, so nothing else changes."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return Office(folder, self.nursery, self.formats)

    def files(self) -> dict[str, str]:
        """Return the digest of every file that counts, by its path: neither what waits to be renamed nor a database."""
        return {
            path.relative_to(self.folder).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not path.name.endswith((".partial", ".sqlite", "-wal", "-shm"))
        }


def scripted_model(folder: Path) -> Path:
    """Return a model folder that opens the stand-in for an engine."""
    folder.mkdir(parents=True)
    (folder / "MODEL.json").write_text('{"name": "scripted", "kind": "scripted", "files": {}}')
    return folder


@pytest.fixture(scope="session")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    folder = tmp_path_factory.mktemp("nursery")
    made = Nursery(scripted_model(folder / "model"), SOURCE_DATE_EPOCH=NOW)
    made.warm(folder)
    yield made
    made.close()


@pytest.fixture
def office(tmp_path: Path, nursery: Nursery) -> Office:
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "village.txt").write_text(SOURCE, encoding="utf-8")
    return Office(folder, nursery)
