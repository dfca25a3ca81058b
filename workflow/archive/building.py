"""What one process does with bulletins that it is given: leave those that are up to date, build the others, several at a time."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from workflow import logs, store, uptodate
from workflow.cache import Cache
from workflow.config import Settings
from workflow.engines import Engine, choose_model
from workflow.errors import BulletinError, MissingPartError
from workflow.i18n import MESSAGES, _
from workflow.inputs import Inputs, gather
from workflow.render.brand import load_brand
from workflow.sources import Job
from workflow.steps import Done, Failed, Given, Watch
from workflow.summing import done

if TYPE_CHECKING:
    from workflow.pipeline import Prepared, Services
    from workflow.units import Unit

T = TypeVar("T")
Outcome = Done | Failed
Show = Callable[[str, int, int], None]
# Bulletins that a worker is given at a time: what a machine that dies leaves to another.
TOGETHER = 40
# Sentences that share batches, of as many bulletins as they take: four full batches, and what a kill makes to be done again.
SENTENCES = 256
LOG_NAME = "review-log.jsonl"


@dataclass(frozen=True, slots=True)
class Order:
    """Say how bulletins are to be built, in terms that another process understands.

    `inputs` are the digests of what is built from, None where nothing is kept; `lang` is the language of messages; `engine`
    opens another engine than the one that the settings name: a function that a new process can import.
    """

    settings: Settings
    given: Given
    inputs: Inputs | None
    lang: str = "en"
    engine: Callable[[Settings], Engine] | None = None

    @classmethod
    def of(cls, settings: Settings, given: Given, engine: Callable[[Settings], Engine] | None = None) -> Self:
        """Return the order for the settings; raises MissingPartError where the model or the brand is not there."""
        load_brand(settings.brand, settings.template_folders)
        model = choose_model(settings.model) if engine is None else None
        inputs = gather(settings, given, model) if settings.cache_folder else None
        return cls(settings, given, inputs, MESSAGES.language, engine)

    @property
    def everything(self) -> str:
        """Return the digest that the records of up-to-date outputs go by, "" where nothing is kept."""
        return self.inputs.everything if self.inputs else ""

    def chunks(self, work: Sequence[Job], workers: int) -> list[list[Job]]:
        """Return the jobs in the groups that are built together, smaller ones where workers would go without."""
        parts = 2 * workers if workers > 1 else 1
        size = max(1, min(TOGETHER, -(-len(work) // parts)))
        return [list(work[at : at + size]) for at in range(0, len(work), size)]


@dataclass(slots=True)
class Builder:
    """Build bulletins with services that are opened when the first one needs them."""

    order: Order
    _services: "Services | None" = None
    _open: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def work(self, jobs: Sequence[Job], show: Show) -> Iterator[tuple[Job, Outcome]]:
        """Yield what becomes of each job; raises MissingPartError where a service is missing."""
        waiting: list[Job] = []
        for job in jobs:
            standing = self._standing(job)
            if standing is None:
                waiting.append(job)
            else:
                yield job, standing
        if waiting:
            yield from self._built(waiting, show)

    def _standing(self, job: Job) -> Done | None:
        """Return what a job's folder holds where that is up to date."""
        if not self.order.everything:
            return None
        names = uptodate.standing(self.order.everything, job.source, job.folder, LOG_NAME)
        with contextlib.suppress(BulletinError):
            return done(store.load(job.folder), job.folder, names, {}, standing=True) if names else None
        return None

    def _built(self, jobs: Sequence[Job], show: Show) -> Iterator[tuple[Job, Outcome]]:
        from workflow import pipeline
        from workflow.fill import waiting

        services, settings, given = self._opened(), self.order.settings, self.order.given
        ready: list[tuple[Job, Prepared]] = []
        sentences = 0
        for job in jobs:
            prepared = _tried(
                job, partial(pipeline.prepare, job.source, job.folder, settings, services, given, Watch(show))
            )
            if isinstance(prepared, Failed):
                yield job, prepared
                continue
            ready.append((job, prepared))
            sentences += waiting(prepared.units)
            if sentences >= SENTENCES:
                yield from self._finished(ready, services, show)
                ready, sentences = [], 0
        yield from self._finished(ready, services, show)

    def _finished(
        self, ready: "Sequence[tuple[Job, Prepared]]", services: "Services", show: Show
    ) -> Iterator[tuple[Job, Outcome]]:
        """Yield what becomes of bulletins whose sentences are translated together."""
        from workflow import pipeline

        for job, prepared, units in self._filled(ready, services, show):
            if isinstance(units, Failed):
                yield job, units
                continue
            built = _tried(job, partial(pipeline.finish, prepared, units, services))
            yield job, built if isinstance(built, Failed) else built.done

    def _filled(
        self, ready: "Sequence[tuple[Job, Prepared]]", services: "Services", show: Show
    ) -> "Iterator[tuple[Job, Prepared, tuple[Unit, ...] | Failed]]":
        """Yield each bulletin with the English of its units; where they fail together, each is tried alone.

        Raises MissingPartError where the model cannot be loaded.
        """
        from workflow.pipeline import filled

        def progress(count: int, total: int) -> None:
            show("FILL", count, total)

        if not ready:
            return
        everyone = [prepared for _job, prepared in ready]
        together = _tried(ready[0][0], partial(filled, everyone, services, progress), (MissingPartError,))
        for at, (job, prepared) in enumerate(ready):
            if not isinstance(together, Failed):
                yield job, prepared, together[at]
            elif len(ready) == 1:
                yield job, prepared, together
            else:
                alone = _tried(job, partial(filled, [prepared], services, progress))
                yield job, prepared, alone if isinstance(alone, Failed) else alone[0]

    def _opened(self) -> "Services":
        if self._services is None:
            from workflow.pipeline import Kept
            from workflow.workshop import open_services

            order, folder = self.order, self.order.settings.cache_folder
            kept = None
            if order.inputs and folder:
                cache = Cache(folder)
                self._open.callback(cache.close)
                kept = Kept(cache, order.inputs.everything, order.inputs.rendering)
            engine = order.engine and order.engine(order.settings)
            self._services = replace(
                open_services(order.settings, kept.cache if kept else None, engine), kept=kept
            )
            if self._services.memory:
                self._open.enter_context(self._services.memory)
        return self._services


def _tried(job: Job, make: Callable[[], T], ends: tuple[type[BulletinError], ...] = ()) -> T | Failed:
    """Return what a step gives, or why it failed; a fault of ours in one file must not end a run of thousands.

    Raises the errors named by `ends`.
    """
    try:
        return make()
    except ends:
        raise
    except BulletinError as error:
        return Failed(job.source, error.message, error.exit_code)
    except Exception as error:  # noqa: BLE001 - as above; the traceback is kept
        text = _("this is a fault of ours ({reason}); please report it with the traceback in {log}.")
        told = text.format(reason=f"{type(error).__name__}: {error}", log=logs.keep_traceback() or _("above"))
        return Failed(job.source, f"{job.source}: {told}", BulletinError.exit_code)
