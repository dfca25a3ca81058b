"""Take turns between ways of doing one thing, and tell their seconds: what benchmarks/bench.py and bench_feeding.py share."""

import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

OURS = "bulletin-workflow"
Ways = Mapping[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one way of doing a part: its rounds in seconds of the clock and of the processor, and their medians.

    `ours_is_faster` and `ours_is_leaner` are ratios of the two, of each round by itself: its ways ran under one load.
    """

    part: str
    way: str
    sentences: int
    seconds: float
    processor: float
    ours_is_faster: float
    ours_is_leaner: float
    rounds: tuple[tuple[float, float], ...]


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds of the clock and of all processors, this program's and its children's, that work takes."""
    clock, before = time.perf_counter(), os.times()
    work()
    after = os.times()
    return round(time.perf_counter() - clock, 3), round(sum(after[:4]) - sum(before[:4]), 3)


def measure(part: str, sentences: int, ways: Ways, rounds: int) -> list[Row]:
    """Return a row for every way; they take turns, so that a change of the machine's load meets all of them."""
    taken: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
    for _round in range(rounds):
        for way, work in ways.items():
            taken[way].append(timed(work))
    return [row(part, way, sentences, found, taken[OURS]) for way, found in taken.items()]


def row(
    part: str,
    way: str,
    sentences: int,
    found: Sequence[tuple[float, float]],
    ours: Sequence[tuple[float, float]],
) -> Row:
    """Return the row of one way from its rounds and ours."""
    clock, processor = (statistics.median(one[kind] for one in found) for kind in (0, 1))
    faster, leaner = (
        statistics.median(theirs[kind] / own[kind] for theirs, own in zip(found, ours, strict=True))
        for kind in (0, 1)
    )
    return Row(part, way, sentences, clock, processor, faster, leaner, tuple(found))


def machine() -> dict[str, Any]:
    """Return what the figures depend on: processor, memory, load, versions."""
    facts = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    named = [line.partition(":")[2].strip() for line in facts.splitlines() if line.startswith("model name")]
    flags = [name for name in ("avx2", "avx512f", "avx512_vnni", "amx_int8") if f" {name}" in facts]
    return {
        "processor": named[0] if named else platform.processor(),
        "instructions": flags,
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
        "load": [round(load, 1) for load in os.getloadavg()],
        "python": platform.python_version(),
        **{name: version(name) for name in ("ctranslate2", "tokenizers", "weasyprint", "argos-translate-lt")},
    }


def table(rows: Sequence[Row]) -> str:
    """Return rows as a Markdown table."""
    lines = [
        "| | way | sentences | seconds | processor | sentences a second | ours is faster | by processor |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    part = ""
    for one in rows:
        name, part = (one.part if one.part != part else ""), one.part
        ratios = "| " if one.way == OURS else f"{one.ours_is_faster:.2f} × | {one.ours_is_leaner:.2f} ×"
        lines.append(
            f"| {name} | {one.way} | {one.sentences} | {one.seconds:.1f} | {one.processor:.1f} "
            f"| {one.sentences / one.seconds:.2f} | {ratios} |"
        )
    return "\n".join(lines)
