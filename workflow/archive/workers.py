"""Share bulletins out among processes, each with a model of its own in memory; one that dies loses one bulletin at most."""

import contextlib
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from workflow.archive.building import Builder, Order, Outcome
from workflow.errors import BulletinError
from workflow.i18n import MESSAGES, _
from workflow.sources import Job
from workflow.steps import Failed


@dataclass(frozen=True, slots=True)
class Ended:
    """Say why a worker cannot go on, and the exit code for it: a missing part is missing for every worker."""

    message: str
    exit_code: int


@dataclass(slots=True)
class Worker:
    """Hold a process, the way to talk to it, and what it is at: the jobs that it has not told the outcome of."""

    process: BaseProcess
    line: Connection
    left: list[Job] = field(default_factory=list)


def build_by_workers(work: Sequence[Job], order: Order, count: int) -> Iterator[tuple[Job, Outcome]]:
    """Yield what becomes of each job as `count` processes tell it; the cores are divided among them.

    The jobs of a process that dies are done again one by one; one that a process dies over alone has failed. Raises what
    ends a worker: a BulletinError of the missing part.
    """
    threads = order.settings.threads or max(1, (os.cpu_count() or 1) // count)
    order = replace(order, settings=replace(order.settings, threads=threads))
    waiting = deque(order.chunks(work, count))
    workers: list[Worker] = []
    try:
        while waiting or workers:
            while waiting and len(workers) < count:
                workers.append(_started(order))
                _give(workers[-1], waiting)
            ready = wait([worker.line for worker in workers])
            for worker in [one for one in workers if one.line in ready]:
                yield from _heard(worker, workers, waiting)
    finally:
        for worker in workers:
            worker.process.terminate()
            worker.process.join()


def _heard(worker: Worker, workers: list[Worker], waiting: deque[list[Job]]) -> Iterator[tuple[Job, Outcome]]:
    """Take one message of a worker: an outcome, that it is done with what it had, its end."""
    try:
        message = worker.line.recv()
    except (EOFError, OSError):
        workers.remove(worker)
        worker.process.join()
        yield from _lost(worker, waiting)
        return
    if isinstance(message, Ended):
        error = BulletinError(message.message)
        error.exit_code = message.exit_code
        raise error
    if message is not None:
        job, outcome = message
        worker.left.remove(job)
        yield job, outcome
    elif waiting:
        _give(worker, waiting)
    else:
        workers.remove(worker)
        worker.line.close()
        worker.process.join()


def _lost(worker: Worker, waiting: deque[list[Job]]) -> Iterator[tuple[Job, Outcome]]:
    """Put the jobs of a worker that died back, one by one; the only one has failed."""
    if len(worker.left) > 1:
        waiting.extend([job] for job in worker.left)
        return
    for job in worker.left:
        text = _(
            "'{path}': the process that built it ended ({reason}); free some memory and build it by itself."
        )
        told = text.format(path=job.source, reason=_reason(worker.process.exitcode))
        yield job, Failed(job.source, told, BulletinError.exit_code)


def _reason(code: int | None) -> str:
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"exit {code}"


def _started(order: Order) -> Worker:
    # A new interpreter: engines have threads, which a forked process would lack.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_main, args=(there, order), daemon=True)
    process.start()
    there.close()
    return Worker(process, here)


def _give(worker: Worker, waiting: deque[list[Job]]) -> None:
    worker.left = waiting.popleft()
    with contextlib.suppress(OSError):  # it died: its end of the line says so next
        worker.line.send(list(worker.left))


def _main(line: Connection, order: Order) -> None:
    """Build what comes down the line until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the key is for the command, which ends its workers
    MESSAGES.use(order.lang)
    try:
        with Builder(order) as builder:
            while True:
                jobs = line.recv()
                for told in builder.work(jobs, lambda *_step: None):
                    line.send(told)
                line.send(None)
    except (EOFError, BrokenPipeError):
        return
    except BulletinError as error:
        line.send(Ended(error.message, error.exit_code))
