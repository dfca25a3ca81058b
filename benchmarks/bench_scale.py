"""Measure how time and memory grow with the number of bulletins, with an engine of fixed answers or an installed model.

    .venv/bin/python benchmarks/bench_scale.py [--sizes 1,10,100] [--marks 1000,2500] [--model house] [--jobs 1]
        [--sentences N] [--formats html] [--json FILE]

Each size is a run of its own process over so many generated bulletins: first with an empty cache, then once more with
nothing changed. `seconds` is the clock's from start to end, `processor` the time of all processes of the run. Memory is
the most that one process held, in MB; with --jobs the workers are counted, each by itself. --marks are numbers of
bulletins at which one process notes on its way what it has used so far.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from workflow.archive import Builder, Order, Outcome, build_all
from workflow.config import Settings
from workflow.engines import Engine, Hypothesis, Progress
from workflow.sources import Job, jobs
from workflow.steps import Done, Failed, Given

WHO = ("各方", "与会代表", "沿岸各县", "专家组", "项目办公室", "当地群众", "两国主管部门", "研究人员")
WHAT = ("水质监测", "森林防火", "渔业保护", "湿地修复", "数据共享", "人员培训", "应急演练", "环境教育")
DID = (
    "交换了意见",
    "制定了计划",
    "完成了调查",
    "开展了合作",
    "提出了建议",
    "总结了经验",
    "签署了协议",
    "发布了报告",
)


class Fixed:
    """Answer every sentence at once by its length."""

    name = "fixed"
    signature = "fixed"
    batchless = True

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,  # noqa: ARG002 - of the protocol
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Return the same English for sentences of the same length."""
        if progress is not None:
            progress(len(sources))
        return [[Hypothesis(f"The parties met {len(source)} times.", -0.25)] * n for source in sources]


def fixed(_settings: Settings) -> Engine:
    """Open the engine of fixed answers."""
    return Fixed()


def text(number: int, sentences: int) -> str:
    """Return a bulletin of its own sentences, four in a paragraph."""
    chance = random.Random(number)  # noqa: S311 - seeded noise
    lines = ["澄江合作中心", "简报", f"{2000 + number % 24}年第{number + 1}期", "2024年3月4日"]
    lines.append(f"{chance.choice(WHAT)}会议第{number}次召开")
    said = [
        f"{chance.choice(WHO)}就{chance.choice(WHAT)}{chance.choice(DID)}，涉及{chance.randrange(2, 9000)}人。"
        for _sentence in range(sentences)
    ]
    lines += ["".join(said[at : at + 4]) for at in range(0, sentences, 4)]
    return "\n\n".join(lines) + "\n"


def one_run(
    base: Path, workers: int, formats: tuple[str, ...], model: str | None, marks: set[int]
) -> dict[str, Any]:
    """Build what is in `in` into `out` and return seconds, processor time and memory of this process and its children."""
    settings = replace(Settings(), formats=formats, cache=str(base / "cache"), memory="off", model=model)
    order = Order.of(settings, Given(), None if model else fixed)
    work = jobs([base / "in"], base / "out")
    noted: list[dict[str, float]] = []
    if marks and workers == 1:
        outcomes = []
        for outcome in _one_after_another(order, work):
            outcomes.append(outcome)
            if len(outcomes) in marks:
                noted.append({"bulletins": len(outcomes), **_used()})
        built = [one for one in outcomes if isinstance(one, Done)]
        failed = [one for one in outcomes if isinstance(one, Failed)]
    else:
        built, failed = build_all(work, order, workers)
    if failed:
        raise SystemExit(failed[0].message)
    standing = sum(one.standing for one in built)
    return {"built": len(built) - standing, "up to date": standing, **_used(), "marks": noted}


def _one_after_another(order: Order, work: Sequence[Job]) -> Iterator[Outcome]:
    """Do what `build_all` does in one process, and tell each outcome when it is there."""
    with Builder(order) as builder:
        for chunk in order.chunks(work, 1):
            for _job, outcome in builder.work(chunk, lambda *_step: None):
                yield outcome


def _used() -> dict[str, float]:
    uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "processor": sum(use.ru_utime + use.ru_stime for use in uses),
        "MB": max(use.ru_maxrss for use in uses) / 1024,
    }


def measured(count: int, given: argparse.Namespace) -> list[dict[str, Any]]:
    """Return the figures of the first and the second run over `count` bulletins."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        (base / "in").mkdir()
        for number in range(count):
            (base / "in" / f"issue-{number:05}.txt").write_text(
                text(number, given.sentences), encoding="utf-8"
            )
        command = [sys.executable, __file__, "--run", folder, "--jobs", str(given.jobs)]
        command += ["--formats", given.formats, "--marks", given.marks]
        return [_timed([*command, *(("--model", given.model) if given.model else ())]) for _time in range(2)]


def _timed(command: list[str]) -> dict[str, Any]:
    start = time.perf_counter()
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    told: dict[str, Any] = json.loads(run.stdout)
    return {**told, "seconds": time.perf_counter() - start}


def line(count: float, name: str, used: dict[str, Any]) -> str:
    """Return a row of the table; a mark on the way has no time by the clock."""
    seconds = f"{used['seconds']:9.2f}" if "seconds" in used else " " * 9
    each = used["processor"] / count
    return f"{count:9} {name:>10} {seconds} {used['processor']:9.2f} {each:15.3f} {used['MB']:6.0f}"


def main() -> int:
    """Measure every size and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="1,10,100")
    parser.add_argument("--marks", default="")
    parser.add_argument("--model")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument(
        "--sentences", type=int, help="of each bulletin [24; 2 with a model, which takes seconds for each]"
    )
    parser.add_argument("--formats", default="html")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    given.sentences = given.sentences or (2 if given.model else 24)
    if given.run:
        marks = {int(mark) for mark in given.marks.split(",") if mark}
        told = one_run(given.run, given.jobs, tuple(given.formats.split(",")), given.model, marks)
        print(json.dumps(told))
        return 0
    engine = given.model or "fixed answers"
    print(
        f"{os.cpu_count()} processors, {engine}, --jobs {given.jobs}, {given.sentences} sentences, {given.formats}"
    )
    print(f"{'bulletins':>9} {'run':>10} {'seconds':>9} {'processor':>9} {'each, processor':>15} {'MB':>6}")
    rows = []
    for count in map(int, given.sizes.split(",")):
        for name, run in zip(("first", "second"), measured(count, given), strict=True):
            rows.append({"bulletins": count, "run": name, **run})
            for mark in run["marks"]:
                print(line(mark["bulletins"], f"{name}, at", mark))
            print(line(count, name, run), flush=True)
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
