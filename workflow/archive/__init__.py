"""Build many bulletins: what is up to date is left, one that fails stops no other, several processes share the work."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from workflow import console, logs
from workflow.archive.building import Builder, Order, Outcome
from workflow.archive.cluster import build_by_cluster
from workflow.archive.workers import build_by_workers
from workflow.sources import Job
from workflow.steps import Done, Failed

__all__ = ["Builder", "Order", "Outcome", "build_all"]


def build_all(
    work: Sequence[Job], order: Order, workers: int = 1, cluster: str | None = None
) -> tuple[list[Done], list[Failed]]:
    """Build every job; return what was done and what failed, in order.

    That is done by `workers` processes, this one alone for 1, or by the Dask `cluster` whose scheduler has that address.
    Raises the BulletinError of a part that is missing.
    """
    outcomes: dict[Job, Done | Failed] = {}
    with _progress(work) as (step, advance):
        for job, result in _results(work, order, workers, cluster, step):
            outcomes[job] = result
            _note(job, result)
            advance(result)
    results = [outcomes[job] for job in work]
    return [r for r in results if isinstance(r, Done)], [r for r in results if isinstance(r, Failed)]


def _note(job: Job, outcome: Outcome) -> None:
    """Write into the log what became of a job: here, for one process alone may write it."""
    if isinstance(outcome, Failed):
        logs.LOG.warning("failed %s: exit code %d", job.source, outcome.exit_code)
    elif outcome.standing:
        logs.LOG.info("up to date %s", job.source)
    else:
        logs.built(job.source, outcome.seconds, outcome.findings)


def _results(
    work: Sequence[Job], order: Order, workers: int, cluster: str | None, step: console.Show
) -> Iterator[tuple[Job, Outcome]]:
    if cluster is not None:
        yield from build_by_cluster(work, order, cluster)
        return
    if workers > 1 and len(work) > 1:
        yield from build_by_workers(work, order, min(workers, len(work)))
        return
    with Builder(order) as builder:
        for chunk in order.chunks(work, 1):
            yield from builder.work(chunk, step)


@contextmanager
def _progress(work: Sequence[Job]) -> Iterator[tuple[console.Show, console.Advance]]:
    """Show the steps of the only bulletin, or how many of several are done."""
    if len(work) == 1:
        with console.progress(work[0].source.name) as show:
            yield show, lambda _result: None
        return
    with console.counting(len(work)) as advance:
        yield console.silent, advance
