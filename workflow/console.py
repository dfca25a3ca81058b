"""What the commands say on the terminal: progress while they run, a summary at the end."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from workflow.findings import Finding, Severity
from workflow.i18n import _
from workflow.pipeline import STEPS, Built
from workflow.units import Unit, beginning

SHOWN = 12  # ids in one line of the summary


def silent(_step: str, _done: int, _total: int) -> None:
    """Show nothing."""


@contextmanager
def progress(name: str) -> Iterator[Callable[[str, int, int], None]]:
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


def summary(built: Sequence[Built]) -> str:
    """Return where the files are and what needs a human eye, a paragraph a bulletin."""
    lines: list[str] = []
    for one in built:
        lines += [f"{path}" for path in one.files]
        counts = Counter(f.severity for f in one.edition.findings if f.stands)
        told = ", ".join(f"{counts[s]} {_(s.label)}" for s in sorted(Severity, reverse=True) if counts[s])
        lines.append("  " + (_("findings: {counts}").format(counts=told) if told else _("no findings")))
        saved = remembered(one)
        if saved:
            words = _("from the memory, nothing to translate: {count} of {all} sentences ({ids})")
            ids = ", ".join(saved[:SHOWN]) + (" …" if len(saved) > SHOWN else "")
            lines.append("  " + words.format(count=len(saved), all=len(one.edition.units), ids=ids))
        if one.homeless:
            words = _(
                "{count} reviewed sentences are no longer in the source; their English is in review-log.jsonl"
            )
            lines.append("  " + words.format(count=len(one.homeless)))
    return "\n".join(lines)


def remembered(built: Built) -> tuple[str, ...]:
    """Return the ids of the units whose English a build took from the translation memory."""
    return tuple(unit.id for unit in built.edition.units if unit.origin == "memory")


def as_json(built: Sequence[Built], failed: Sequence[tuple[Path, str]]) -> str:
    """Return the same as JSON: files, findings by severity, seconds a step; and what failed."""
    return json.dumps(
        {
            "built": [
                {
                    "name": one.edition.name,
                    "files": [str(path) for path in one.files],
                    "findings": Counter(f.severity.label for f in one.edition.findings if f.stands),
                    "units": len(one.edition.units),
                    "memory": remembered(one),
                    "seconds": {step: round(seconds, 3) for step, seconds in one.seconds.items()},
                }
                for one in built
            ],
            "failed": [{"source": str(path), "message": message} for path, message in failed],
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
