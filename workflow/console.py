"""What the commands say on the terminal: progress while they run, a summary at the end."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from workflow.findings import Finding
from workflow.i18n import _
from workflow.steps import STEPS, Done, Failed
from workflow.units import Unit, beginning

SHOWN = 12  # ids in one line of the summary
LISTED = 40  # bulletins of which the summary names every file
Show = Callable[[str, int, int], None]
Advance = Callable[[Done | Failed], None]


def silent(_step: str, _done: int, _total: int) -> None:
    """Show nothing."""


@contextmanager
def progress(name: str) -> Iterator[Show]:
    """Show the numbered step under way and, while the engine works, its sentences; nothing off a terminal."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)

        def show(step: str, done: int, total: int) -> None:
            number = STEPS.index(step) + 1 if step in STEPS else 0
            bar.update(task, description=f"{name}  {number} {_(step)}", completed=done, total=total or None)

        yield show


@contextmanager
def counting(total: int) -> Iterator[Advance]:
    """Show how many of `total` bulletins are done, how many a minute, the time left; nothing off a terminal.

    What was up to date counts as done, but not for the rate, which would promise too much.
    """
    if not sys.stderr.isatty():
        yield lambda _result: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task, pace = bar.add_task("", total=total), Pace(total)

        def advance(result: Done | Failed) -> None:
            pace.count(result)
            bar.update(task, advance=1, description=pace.told(time.monotonic()))

        yield advance


@dataclass(slots=True)
class Pace:
    """Reckon the rate of a run from what it built itself: bulletins a minute, and minutes left."""

    total: int
    start: float = field(default_factory=time.monotonic)
    done: int = 0
    built: int = 0
    failed: int = 0

    def count(self, result: Done | Failed) -> None:
        """Take one result in."""
        self.done += 1
        self.failed += isinstance(result, Failed)
        self.built += isinstance(result, Failed) or not result.standing

    def told(self, now: float) -> str:
        """Return the rate and the time left at a moment of the monotonic clock, and how many failed."""
        minutes = (now - self.start) / 60
        if not self.built or minutes <= 0:
            return ""
        rate = self.built / minutes
        left = (self.total - self.done) / rate
        told = _("{rate} a minute, {hours}:{minutes} h left").format(
            rate=f"{rate:.1f}", hours=int(left // 60), minutes=f"{int(left % 60):02d}"
        )
        return told + (_("; failed: {count}").format(count=self.failed) if self.failed else "")


def summary(built: Sequence[Done]) -> str:
    """Return where the files are and what needs a human eye, a paragraph a bulletin; a line each where they are many."""
    return "\n".join(line for one in built for line in _summed(one, listed=len(built) <= LISTED))


def _summed(one: Done, *, listed: bool) -> Iterator[str]:
    counts = ", ".join(f"{count} {_(label)}" for label, count in one.findings.items())
    found = _("findings: {counts}").format(counts=counts) if counts else _("no findings")
    found += "; " + _("up to date, nothing was done") if one.standing else ""
    if not listed:
        yield f"{one.folder}  {found}"
        return
    yield from (str(one.folder / name) for name in one.files)
    yield f"  {found}"
    if one.remembered:
        words = _("from the memory, nothing to translate: {count} of {all} sentences ({ids})")
        ids = ", ".join(one.remembered[:SHOWN]) + (" …" if len(one.remembered) > SHOWN else "")
        yield "  " + words.format(count=len(one.remembered), all=one.units, ids=ids)
    if one.homeless:
        words = _(
            "{count} reviewed sentences are no longer in the source; their English is in review-log.jsonl"
        )
        yield "  " + words.format(count=one.homeless)


def as_json(built: Sequence[Done], failed: Sequence[Failed]) -> str:
    """Return the same as JSON: files, findings by severity, seconds a step; and what failed."""
    return json.dumps(
        {
            "built": [
                {
                    "name": one.name,
                    "files": [str(one.folder / name) for name in one.files],
                    "findings": one.findings,
                    "units": one.units,
                    "memory": one.remembered,
                    "up_to_date": one.standing,
                    "seconds": {step: round(seconds, 3) for step, seconds in one.seconds.items()},
                }
                for one in built
            ],
            "failed": [{"source": str(one.source), "message": one.message} for one in failed],
        },
        ensure_ascii=False,
        indent=1,
    )


def told(findings: Sequence[Finding], units: Sequence[Unit] = ()) -> str:
    """Return findings as lines, gravest first, each with its sentence; those that were dismissed stand last."""
    ordered = sorted(findings, key=lambda f: (not f.stands, -f.severity))
    sources = {unit.id: unit.source for unit in units}
    return "\n".join(_told(finding, sources.get(finding.unit or "", "")) for finding in ordered)


def _told(finding: Finding, source: str) -> str:
    line = f"{_(finding.severity.label)}  {finding.check}  {finding.local_text}  [{finding.id}]"
    if source:
        line = f"{line}  {finding.unit} {beginning(source)}"
    if finding.dismissed is None:
        return line
    by, reason = finding.dismissed.by, finding.dismissed.reason
    return f"{line}  {_('dismissed by {by}: {reason}').format(by=by, reason=reason)}"


@contextmanager
def installing() -> Iterator[Callable[[str, int, int], None]]:
    """Show an installation's steps: a bar on a terminal, else a line a step and every tenth of it."""
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("", total=None)
            yield lambda step, done, total: bar.update(
                task, description=step, completed=done, total=total or None
            )
        return
    told: set[tuple[str, int]] = set()

    def line(step: str, done: int, total: int) -> None:
        tenth = done * 10 // total if total else 0
        if (step, tenth) not in told:
            told.add((step, tenth))
            sys.stderr.write(f"{step}  {tenth * 10} %\n")

    yield line
