"""Set a run up: the services that its bulletins share; write a built bulletin again; translate a text."""

import contextlib
import functools
import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from workflow import dismissals, outputs, store
from workflow.answers import RememberingEngine
from workflow.cache import Cache
from workflow.config import Settings
from workflow.constrain import Terms, constrain
from workflow.constrain import glossary as glossaries
from workflow.constrain.matcher import Matcher
from workflow.edition import Edition
from workflow.engines import Engine, choose_model, open_engine
from workflow.errors import InputError, MissingPartError
from workflow.findings import Finding
from workflow.i18n import _
from workflow.inputs import of_answers
from workflow.memory import Memory, open_memory
from workflow.pipeline import Services, render
from workflow.render import suffix
from workflow.render.brand import load_brand
from workflow.review import log
from workflow.sources import Job, bulletins_in, given, jobs
from workflow.units import Unit

__all__ = [
    "Job",
    "Redone",
    "archived_source",
    "as_rendered",
    "bulletins_in",
    "collect_seldom",
    "dismiss",
    "existing_memory",
    "given",
    "jobs",
    "named_engine",
    "open_services",
    "open_terms",
    "opened",
    "translate",
    "write_again",
]


# So many more objects than before make the garbage collector look for cycles.
COLLECTED_AFTER = 100_000


@dataclass(frozen=True, slots=True)
class Redone:
    """Hold the outputs that were written again, and those that somebody had changed and that were left."""

    written: tuple[Path, ...]
    left: tuple[Path, ...]


def dismiss(folder: Path, item: str, by: str, reason: str, settings: Settings) -> Redone:
    """Set a finding of a built bulletin aside, or answer an editor's open question; write log and outputs again.

    `item` is an id or its beginning. An output that somebody changed is left as it is. Raises InputError for an
    unknown id.
    """
    since, edition = opened(folder)
    known = log.load(folder)
    asked = [one for one in log.questions(known) if item and one.item.startswith(item)]
    if len(asked) == 1 and not any(one.id.startswith(item) for one in edition.findings):
        question = asked[0]
        entry = log.Entry(
            "answered", unit=question.unit, slot=question.slot, item=question.item, text=question.text
        )
    else:
        edition = dismissals.dismiss(edition, item, by, reason)
        finding = next(one for one in edition.findings if one.id.startswith(item))
        entry = log.Entry("dismiss", unit=finding.unit or "", item=finding.id, text=finding.text)
    entry = replace(entry, when=log.now(), who=by, reason=reason)
    return write_again(folder, edition, settings, since, log.appended(folder, (entry,)))


def opened(folder: Path) -> tuple[dict[str, str], Edition]:
    """Return a folder's edition and what `outputs.write` must find unchanged; raises OutputError for a foreign one."""
    outputs.guard(folder, {store.FILE: None})
    since = {store.FILE: outputs.digest(folder / store.FILE), log.FILE: outputs.digest(folder / log.FILE)}
    return since, store.load(folder)


def write_again(
    folder: Path,
    edition: Edition,
    settings: Settings,
    since: Mapping[str, str],
    more: Mapping[str, bytes] | None = None,
    taken_in: Sequence[str] = (),
) -> Redone:
    """Render an edition's outputs as they were rendered before and write them with `more` files, together.

    An output that somebody changed is left as it is, unless its content is of those `taken_in`.
    """
    settings = as_rendered(edition, settings)
    more = more or {}
    entries = log.read(more[log.FILE], folder / log.FILE) if log.FILE in more else log.load(folder)
    brand = load_brand(settings.brand, settings.template_folders)
    source = archived_source(folder, edition, settings)
    pictures = store.load_pictures(folder, edition.bulletin)
    files = {**more, **render(edition, settings, brand, entries, source=source, pictures=pictures)}
    kept = outputs.changed(folder, set(files) - {store.FILE, log.FILE}, taken_in)
    files = {name: data for name, data in files.items() if name not in kept}
    written = outputs.write(folder, files, taken_in, since)
    return Redone(written, tuple(folder / name for name in sorted(kept)))


def archived_source(folder: Path, edition: Edition, settings: Settings) -> bytes:
    """Return the source that the archive PDF of a folder holds, b"" where the outputs have none.

    Raises MissingPartError where that file is gone, or holds another source than the edition's.
    """
    from workflow.render.pdfattached import attached

    if settings.pdf != "archive" or "pdf" not in settings.formats:
        return b""
    path = folder / (edition.name + suffix("pdf", "archive"))
    digests = dict(edition.manifest.inputs).values()
    with contextlib.suppress(OSError, ValueError):
        for one in attached(path.read_bytes()):
            if sha256(one.data).hexdigest() in digests:
                return one.data
    text = _(
        "'{path}' does not hold the source that belongs into a new archive copy; build the bulletin again."
    )
    raise MissingPartError(text.format(path=path))


def as_rendered(edition: Edition, settings: Settings) -> Settings:
    """Return the settings with the options that an edition's outputs were rendered with."""
    options = dict(edition.manifest.options)
    formats = tuple(filter(None, options.pop("formats", "").split(",")))
    return replace(settings, **options, formats=formats)  # type: ignore[arg-type]  # all names of Settings


def open_services(settings: Settings, cache: Cache | None = None, engine: Engine | None = None) -> Services:
    """Return terms, engine, brand and memory as the settings name them; what is missing is told before any work.

    The engine's answers are kept in the `cache`, None for the settings' own; another `engine` takes the place of theirs.
    """
    brand = load_brand(settings.brand, settings.template_folders)
    memory = existing_memory(settings)
    engine = engine or named_engine(settings, cache)
    return Services(open_terms(settings), engine, brand, memory)


def named_engine(settings: Settings, cache: Cache | None = None) -> Engine:
    """Return the engine that the settings name; its answers are kept, and its model loaded only for what is not known.

    Without a cache the model begins to load here. Raises MissingPartError where the model is not there.
    """
    open_it = functools.cache(partial(open_engine, settings.model, settings.threads))
    folder = settings.cache_folder
    if folder is None:
        return open_it()
    model = choose_model(settings.model)
    return RememberingEngine(model.name, of_answers(model), open_it, cache or Cache(folder))


def existing_memory(settings: Settings) -> Memory | None:
    """Return the translation memory that the settings name, None where it is off or nothing was reviewed yet."""
    file = settings.memory_file
    return open_memory(file) if file and file.exists() else None


def open_terms(settings: Settings) -> Terms:
    """Return the glossary in force with its matcher.

    Both stay as long as the process: the garbage collector is told not to walk them again.
    """
    collect_seldom()
    glossary = glossaries.load((glossaries.package_glossary(), *settings.glossary_files))
    terms = Terms(glossary, Matcher(glossary))
    gc.freeze()
    return terms


def collect_seldom() -> None:
    """Tell the garbage collector to walk the objects seldom: word lists stay as long as the process, and few have cycles."""
    gc.set_threshold(COLLECTED_AFTER)


def translate(text: str, settings: Settings) -> tuple[tuple[Unit, ...], tuple[Finding, ...]]:
    """Return the units of a text with their English, and what the checks find."""
    from workflow import fill
    from workflow.checks import check
    from workflow.segment.sentences import clauses, split
    from workflow.units import unit_id

    sentences = [s for line in text.splitlines() for s in split(line)]
    if not sentences:
        raise InputError(_("there is no text to translate; give a sentence or pipe one in."))
    engine, terms = named_engine(settings), open_terms(settings)
    units = tuple(Unit(unit_id(s, n), f"text/{n}", s) for n, s in enumerate(sentences))
    filled = fill.fill(constrain(units, terms), engine, {}, clauses)
    return filled, check(filled, terms)
