"""Look, build what is whole, tell it on the page, wait, look again."""

import contextlib
import fcntl
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from workflow import console, logs, outputs, store
from workflow.config import Settings
from workflow.errors import BulletinError, InputError, OutputError, PartialError, UsageError
from workflow.findings import Severity
from workflow.i18n import _
from workflow.pipeline import Built, Given, Services, Watch, build
from workflow.render.brand import load_brand
from workflow.watching import inbox, page, records
from workflow.watching.inbox import Seen, Stamp
from workflow.watching.page import Now
from workflow.watching.records import Record
from workflow.workshop import existing_memory, open_services, open_terms

LOG_FILE = "watch.log"
AGAIN = 600.0  # seconds until a fault that is not the file's is tried again
MOST_TRIES = 3  # runs that may die over one content of a file


class StoppedError(Exception):
    """End a build between two steps because the command is to stop; nothing of it has been written."""


def watch(
    folder: Path,
    settings: Settings,
    given: Given,
    every: float,
    once: bool,
    stop: threading.Event,
    tell: Callable[[str], None],
) -> int:
    """Build what arrives in a folder until `stop` is set, with `once` only what lies there whole; return an exit code.

    `every` is the time between two looks in seconds; `tell` takes lines for the terminal. Raises UsageError where the
    outputs would fall into the inbox or another watch writes them, MissingPartError where there is no model.
    """
    out = settings.output
    if out.absolute().resolve().is_relative_to(folder.absolute().resolve()):
        raise UsageError(
            _("the outputs in '{output}' would arrive in the inbox '{folder}'; name a folder outside it with -o.")
            .format(output=out, folder=folder)
        )  # fmt: skip
    inbox.look(folder)
    services = open_services(settings)
    if services.memory:
        services.memory.close()  # opened for each round anew
    with _alone(out), logs.writing(out / LOG_FILE):
        watcher = Watcher(folder, settings, given, services, every, stop, tell)
        watcher.known = records.load(out)
        logs.LOG.info(
            "watching %s every %g s, outputs in %s, model %s", folder, every, out, services.engine.name
        )
        try:
            watcher.run(once)
        finally:
            watcher.now = Now(stopped=True)
            watcher.show_page()
            logs.LOG.info("stopped")
    return watcher.exit_code


@dataclass(slots=True)
class Watcher:
    """Hold what one run of `watch` knows: the records, the last look, what is under way."""

    folder: Path
    settings: Settings
    given: Given
    services: Services
    every: float
    stop: threading.Event
    tell: Callable[[str], None]
    known: dict[str, Record] = field(default_factory=dict)
    before: dict[str, Seen | None] = field(default_factory=dict)
    waiting: dict[str, str] = field(default_factory=dict)
    tried: dict[str, float] = field(default_factory=dict)
    now: Now = field(default_factory=Now)
    trouble: str = ""
    done: int = 0
    failed: list[int] = field(default_factory=list)
    shown: float = 0.0

    @property
    def exit_code(self) -> int:
        """Return 0, else that of the only failures, else the one of work done in part."""
        if not self.failed:
            return 0
        return PartialError.exit_code if self.done else self.failed[0]

    def run(self, once: bool) -> None:
        """Look until told to stop; with `once` twice, since one look cannot tell whether a file is whole."""
        looks = 0
        while not self.stop.is_set():
            with contextlib.suppress(StoppedError):
                self.round()
            looks += 1
            if once and looks == 2:
                return
            self.show_page()
            self.stop.wait(self.every)

    def round(self) -> None:
        """Look once, and build what is ready."""
        try:
            stamps = inbox.look(self.folder)
            self.trouble = ""
        except (BulletinError, OSError) as error:
            self._troubled(error)
            return
        ready = self._ready(stamps)
        if not ready:
            return
        try:
            self.services = self._fresh()
        except BulletinError as error:  # a glossary with a fault in it: no file's fault
            self._troubled(error)
            return
        with self.services.memory or contextlib.nullcontext():
            for name, seen in ready.items():
                self._build(name, seen)

    def show_page(self) -> None:
        """Write the status page; that it cannot be written stops nothing."""
        self.shown = time.monotonic()
        data = page.page(self.folder, self.known, self.waiting, self.now, self.trouble, self.every)
        try:
            outputs.put({self.settings.output / page.FILE: data})
        except OSError as error:
            logs.LOG.warning("the page cannot be written: %s", error.strerror)

    def _ready(self, stamps: dict[str, Stamp]) -> dict[str, Seen]:
        """Return the files that are whole and new, oldest first; note what the others wait for."""
        losing = inbox.clashes(stamps, (n for n, one in self.known.items() if one.outcome == "built"))
        last, self.before = self.before, {}
        self.waiting = {}
        ready: dict[str, Seen] = {}
        for name in sorted(stamps, key=lambda name: (stamps[name].changed, name)):
            if name in losing:
                text = _("'{other}' has the folder of this name already; rename one of the two.")
                self.waiting[name] = text.format(other=losing[name])
            elif not self._finished(name, stamps[name], None):
                seen = self.before[name] = inbox.seen(self.folder / name, stamps[name])
                if seen is None or seen != last.get(name):
                    self.waiting[name] = _("still arriving")
                elif self._finished(name, stamps[name], seen.digest):
                    self.known[name] = replace(self.known[name], seen=seen)
                    self._save()
                else:
                    ready[name] = seen
        return ready

    def _finished(self, name: str, stamp: Stamp, digest: str | None) -> bool:
        """Tell whether a file is as it was when it was last built or failed, by its digest or else by its stamp."""
        one = self.known.get(name)
        if one is None or one.outcome == "building":
            return False
        same = stamp == one.seen.stamp if digest is None else digest == one.seen.digest
        if not same:
            return False
        if one.outcome == "built":
            return (self.settings.output / inbox.home(name) / store.FILE).exists()
        return not one.again or time.monotonic() - self.tried.get(name, -AGAIN) < AGAIN

    def _fresh(self) -> Services:
        """Return the services with terms, brand and memory as they are now, and the engine that is loaded."""
        s = self.settings
        brand = load_brand(s.brand, s.template_folders)
        return replace(self.services, terms=open_terms(s), brand=brand, memory=existing_memory(s))

    def _build(self, name: str, seen: Seen) -> None:
        died = self.known.get(name)
        tries = (
            died.tries + 1 if died and died.outcome == "building" and died.seen.digest == seen.digest else 1
        )
        if tries > MOST_TRIES:
            text = _("the program ended {count} times while it was at this file")
            self._end(
                name, Record(seen, "failed", _time(), text.format(count=MOST_TRIES)), InputError.exit_code
            )
            return
        self.known[name] = Record(seen, "building", _time(), tries=tries)
        self._save()
        source, output = self.folder / name, self.settings.output / inbox.home(name)
        try:
            built = build(
                source, output, self.settings, self.services, self.given, Watch(self._progress(name))
            )
        except StoppedError:
            self.known.pop(name)
            self._save()
            raise
        except BulletinError as error:
            logs.failed(source, error)
            again = not isinstance(error, InputError)
            record = Record(seen, "failed", _time(), error.message, again=again)
            self._end(name, record, error.exit_code)
        except Exception as error:  # noqa: BLE001 - one file must not end the watch; it is told as our own fault
            logs.failed(source, error)
            text = _("this is a fault of ours ({reason}); please report it with the traceback in {log}.")
            text = text.format(reason=type(error).__name__, log=logs.keep_traceback())
            self._end(name, Record(seen, "failed", _time(), text), BulletinError.exit_code)
        else:
            self._built(name, seen, built)

    def _built(self, name: str, seen: Seen, built: Built) -> None:
        if seen.digest not in dict(built.edition.manifest.inputs).values():
            self.known.pop(name)  # written over while it was read: built again once it is whole
            self._save()
            return
        counts = Counter(f.severity for f in built.edition.findings if f.stands)
        findings = {s.label: counts[s] for s in sorted(Severity, reverse=True) if counts[s]}
        logs.built(self.folder / name, built.seconds, findings)
        files = tuple(path.relative_to(self.settings.output).as_posix() for path in built.files)
        self._end(name, Record(seen, "built", _time(), findings=findings, files=files))
        self.tell(console.summary([built.done]))

    def _end(self, name: str, record: Record, code: int = 0) -> None:
        self.known[name] = record
        self.tried[name] = time.monotonic()
        self._save()
        if code:
            self.failed.append(code)
            self.tell(f"bulletin: {name}: {record.message}")
        else:
            self.done += 1
        self.now = Now()
        self.show_page()

    def _progress(self, name: str) -> Callable[[str, int, int], None]:
        """Return what a build calls at each step: the page is written, and a stop ends the build here."""

        def show(step: str, done: int, total: int) -> None:
            if self.stop.is_set():
                raise StoppedError
            changed = (name, step) != (self.now.name, self.now.step)
            self.now = Now(name, step, done, total)
            if changed or time.monotonic() - self.shown > self.every:
                self.show_page()

        return show

    def _save(self) -> None:
        try:
            records.save(self.settings.output, self.known)
        except OSError as error:
            logs.LOG.warning("%s cannot be written: %s", records.FILE, error.strerror)

    def _troubled(self, error: BulletinError | OSError) -> None:
        text = error.message if isinstance(error, BulletinError) else str(error)
        if text != self.trouble:
            self.tell(f"bulletin: {text}")
            logs.LOG.warning("cannot go on for now: %s", type(error).__name__)
        self.trouble = text


def _time() -> str:
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")


@contextlib.contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold the folder of outputs against another watch; the lock goes with the process."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        handle = os.open(out / ".watch.lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        text = _("'{folder}' cannot be written ({reason}); choose another folder with -o.")
        raise OutputError(text.format(folder=out, reason=error.strerror)) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        text = _(
            "another `bulletin watch` writes into '{folder}'; stop it, or choose another folder with -o."
        )
        raise UsageError(text.format(folder=out)) from None
    except OSError:
        pass  # a network share may know no locks
    try:
        yield
    finally:
        os.close(handle)
