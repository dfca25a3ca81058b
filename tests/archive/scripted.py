"""An engine with fixed answers, small bulletins, and a program that builds them with several processes or a cluster: BASE WORKERS|ADDRESS."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from workflow import console
from workflow.answers import RememberingEngine
from workflow.archive import Order, build_all
from workflow.cache import Cache
from workflow.config import Settings
from workflow.engines import Engine, Hypothesis, Progress
from workflow.sources import jobs
from workflow.steps import Given

DEADLY = "要命的句子"
NAMES = ("水质", "森林", "渔业", "电力", "公路", "教育", "旅游", "防洪")


class Plain:
    """Answer every sentence by its length, whatever it is asked with; note in a file what was asked."""

    name = "plain"
    signature = "plain"
    batchless = True

    def __init__(self, notes: Path | None = None) -> None:
        self.notes = notes

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,  # noqa: ARG002 - of the protocol
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        if any(DEADLY in source for source in sources):
            os.kill(os.getpid(), signal.SIGKILL)
        if self.notes:
            with self.notes.open("a", encoding="utf-8") as file:
                file.writelines(f"{source}\n" for source in sources)
        if progress is not None:
            progress(len(sources))
        return [[Hypothesis(english(source), -0.25)] * n for source in sources]


def english(source: str) -> str:
    """Return English of a source's length that keeps the English in it."""
    known = ", ".join(re.findall(r"[!-~]+(?: [!-~]+)*", source))
    return f"In {len(source)} words the parties spoke of {known or 'it'}."


def plain(settings: Settings) -> Engine:
    """Open the engine; its answers are kept, and noted beside the cache when they were not known."""
    folder = settings.cache_folder
    if folder is None:
        return Plain()
    return RememberingEngine("plain", "plain", lambda: Plain(folder / "asked.txt"), Cache(folder))


def order(base: Path, **settings: object) -> Order:
    """Return the order for building with that engine, HTML alone, everything kept below a folder."""
    chosen = {"formats": ("html",), "cache": str(base / "cache"), "memory": "off", **settings}
    return Order.of(replace(Settings(), **chosen), Given(), plain)  # type: ignore[arg-type]  # names of Settings


def asked(base: Path) -> list[str]:
    """Return what the engine was asked since the last call."""
    notes = base / "cache" / "asked.txt"
    told = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    notes.unlink(missing_ok=True)
    return told


def text(number: int) -> str:
    """Return a small bulletin, its sentences its own."""
    what = NAMES[number % len(NAMES)]
    return (
        f"澄江合作中心\n\n简报\n\n2024年第{number + 1}期\n\n2024年3月4日\n\n{what}合作会议第{number}次召开\n\n"
        f"各方就{what}管理交换了{number}份意见。\n\n会议认为，{what}合作取得了进展。\n"
    )


def write(folder: Path, count: int) -> Path:
    """Write so many bulletins into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"issue-{number:04}.txt").write_text(text(number), encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its place."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def start(base: Path, workers: int | str, stderr: int | None = None) -> "subprocess.Popen[str]":
    """Start the program that builds what is in `in` into `out`, in a session of its own."""
    command = [sys.executable, __file__, str(base), str(workers)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, env=environment, text=True, stdout=pipe, stderr=stderr, start_new_session=True
    )


def run(base: Path, workers: int | str) -> dict[str, Any]:
    """Run the program to its end and return its summary."""
    out, _err = start(base, workers).communicate()
    told: dict[str, Any] = json.loads(out)
    return told


if __name__ == "__main__":
    place = Path(sys.argv[1])
    many = {"workers": int(sys.argv[2])} if sys.argv[2].isdigit() else {"cluster": sys.argv[2]}
    made = build_all(jobs([place / "in"], place / "out"), order(place), **many)
    sys.stdout.write(console.as_json(*made))
