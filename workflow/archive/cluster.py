"""Share bulletins out over machines: the work that --jobs gives to processes, given to the workers of a Dask cluster.

Sources and outputs must lie at the same paths on every machine (a network share), with the same version, model and glossaries.
"""

import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workflow.archive.building import Builder, Order, Outcome
from workflow.errors import BulletinError, MissingPartError
from workflow.i18n import MESSAGES, _
from workflow.sources import Job
from workflow.steps import Failed

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = "10s"  # to find the scheduler
_HERE = (
    threading.local()
)  # a worker's Builder: its engine and its memory belong to the thread that opened them


def build_by_cluster(work: Sequence[Job], order: Order, address: str) -> Iterator[tuple[Job, Outcome]]:
    """Yield what becomes of each job as the workers of the scheduler at `address` tell it.

    What a machine that dies was at, Dask gives to another; jobs that several died over are done again one by one, and one
    that several died over alone has failed. Raises MissingPartError where Dask or the scheduler is not there.
    """
    with _client(address) as client:
        count = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        yield from _shared(client, order.chunks(work, count), order)


def _shared(client: "Client", chunks: Sequence[list[Job]], order: Order) -> Iterator[tuple[Job, Outcome]]:
    from distributed import KilledWorker, as_completed

    futures = {client.submit(_work, chunk, order, pure=False): chunk for chunk in chunks}
    again: list[list[Job]] = []
    for future in as_completed(list(futures), loop=client.loop):
        chunk = futures.pop(future)
        error = future.exception()
        if error is None:
            yield from future.result()
        elif not isinstance(error, KilledWorker):
            raise error
        elif len(chunk) > 1:
            again += [[job] for job in chunk]
        else:
            text = _(
                "'{path}': the machines that built it died over it; free some memory and build it by itself."
            )
            told = text.format(path=chunk[0].source)
            yield chunk[0], Failed(chunk[0].source, told, BulletinError.exit_code)
        future.release()
    if again:
        yield from _shared(client, again, order)


def _client(address: str) -> "Client":
    try:
        from distributed import Client

        return Client(address, timeout=PATIENCE, set_as_default=False)
    except ImportError:
        text = _("--cluster needs Dask; install it with `pip install 'bulletin-workflow[cluster]'`.")
        raise MissingPartError(text) from None
    except (OSError, ValueError) as error:
        text = _("no Dask scheduler answers at '{address}' ({reason}); check the address and that it runs.")
        raise MissingPartError(text.format(address=address, reason=error)) from None


def _work(jobs: Sequence[Job], order: Order) -> list[tuple[Job, Outcome]]:
    """Build some bulletins in a worker's thread, which keeps its model from one call to the next."""
    MESSAGES.use(order.lang)
    known: Builder | None = getattr(_HERE, "builder", None)
    if known is None or known.order != order:
        known = _HERE.builder = Builder(order)
    return list(known.work(jobs, lambda *_step: None))
