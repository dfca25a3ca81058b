"""Set a run up: which sources go where, the services they share, and one bulletin after another."""

import contextlib
import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from workflow import console, dismissals, outputs, store
from workflow.config import Settings
from workflow.constrain import Terms, constrain
from workflow.constrain import glossary as glossaries
from workflow.constrain.matcher import Matcher
from workflow.edition import Edition
from workflow.errors import BulletinError, InputError, MissingPartError, UsageError
from workflow.findings import Finding
from workflow.i18n import _
from workflow.memory import Memory, open_memory
from workflow.pipeline import Built, Given, Services, Watch, build, render
from workflow.readers import READERS
from workflow.render import suffix
from workflow.render.brand import load_brand
from workflow.review import log
from workflow.units import Unit


@dataclass(frozen=True, slots=True)
class Job:
    """Name one source and the folder that its outputs go to."""

    source: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class Redone:
    """Hold the outputs that were written again, and those that somebody had changed and that were left."""

    written: tuple[Path, ...]
    left: tuple[Path, ...]


def given(title: str | None, issue: str | None, date: str | None, brand: str | None = None) -> Given:
    """Return what the command line says of a bulletin; raises UsageError for a bad issue or date."""
    from datetime import date as Date  # noqa: N812 - a type beside a parameter of the same name

    from workflow.bulletin import Issue

    number = None
    if issue is not None:
        match = re.fullmatch(r"(\d{4})-(\d{1,4})", issue)
        if not match:
            raise UsageError(_("--issue '{value}' is not like 2024-3 (year-number).").format(value=issue))
        number = Issue(int(match[1]), int(match[2]))
    if date is not None:
        try:
            date = Date.fromisoformat(date).isoformat()
        except ValueError:
            raise UsageError(_("--date '{value}' is not like 2024-05-28.").format(value=date)) from None
    return Given(title, number, date, brand)


def jobs(sources: Sequence[Path], output: Path) -> list[Job]:
    """Return a job for every source; folders are searched for bulletins and mirrored where stems clash.

    Raises InputError for a folder without bulletins, UsageError where two outputs would share one folder.
    """
    found: list[tuple[Path, Path]] = []
    for source in sources:
        if os.path.isdir(source):  # noqa: PTH112 - Path.is_dir raises where a name is too long
            inside = sorted(p for p in source.rglob("*") if _is_bulletin(p.relative_to(source), source))
            inside = _without_prints(inside)
            _refuse_links(source, inside)
            if not inside:
                raise InputError(
                    _("'{folder}' holds no bulletin ({known}); check the path.").format(
                        folder=source, known=" ".join(READERS)
                    )
                )
            found += [(path, path.relative_to(source).parent) for path in inside]
        else:
            found.append((source, Path()))
    stems = Counter(path.stem for path, _parent in found)
    made = [
        Job(path, output / (parent if stems[path.stem] > 1 else Path()) / path.stem) for path, parent in found
    ]
    folders = Counter(job.folder for job in made)
    for job in made:
        if folders[job.folder] > 1:
            both = ", ".join(f"'{other.source}'" for other in made if other.folder == job.folder)
            raise UsageError(
                _(
                    "{sources} would share the folder '{folder}'; rename one, or build them apart with -o."
                ).format(sources=both, folder=job.folder)
            )
    return made


def _is_bulletin(path: Path, folder: Path) -> bool:
    """Tell whether a file found in a folder is a source: of a known kind, not hidden, no README, no part of a page.

    A browser that saves a whole page puts its frames into a folder named after it: 2024-03_files. Word keeps a file
    ~$2024-03.docx beside one that is open. What stands beside or below an edition.json is an output.
    """
    parts = path.parent.parts
    hidden = path.name.startswith((".", "~$")) or any(
        p.startswith(".") or p.endswith(("_files", ".files")) for p in parts
    )
    if path.suffix.lower() not in READERS or path.name == "README.md" or hidden:
        return False
    return not any((folder / parent / store.FILE).exists() for parent in path.parents)


def _without_prints(files: Sequence[Path]) -> list[Path]:
    """Return the files without each PDF that has a source of the same name beside it: that is its print."""
    others = {path.with_suffix("") for path in files if path.suffix.lower() != ".pdf"}
    return [path for path in files if path.suffix.lower() != ".pdf" or path.with_suffix("") not in others]


def _refuse_links(folder: Path, files: Sequence[Path]) -> None:
    """Raise InputError for a link that leads out of a folder: naming a folder means what it holds, and no more."""
    home = os.path.realpath(folder)
    for path in files:
        target = os.path.realpath(path)
        if path.is_symlink() and os.path.commonpath((home, target)) != home:
            raise InputError(
                _(
                    "'{path}' is a link out of the folder '{folder}'; put the file there, or name it by itself."
                ).format(path=path, folder=folder)
            )


def build_all(
    work: Sequence[Job], settings: Settings, overrides: Given
) -> tuple[list[Built], list[tuple[Path, BulletinError]]]:
    """Build every job with shared services; a bad source does not stop the others."""
    services = open_services(settings)
    built: list[Built] = []
    failed: list[tuple[Path, BulletinError]] = []
    with services.memory or contextlib.nullcontext():
        for job in work:
            with console.progress(job.source.name) as show:
                try:
                    built.append(build(job.source, job.folder, settings, services, overrides, Watch(show)))
                except BulletinError as error:
                    failed.append((job.source, error))
    return built, failed


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
    files = {**more, **render(edition, settings, brand, entries, source=source)}
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


def open_services(settings: Settings) -> Services:
    """Return terms, engine, brand and memory as the settings name them; what is missing is told before any work."""
    from workflow.engines import open_engine

    brand = load_brand(settings.brand, settings.template_folders)
    memory = existing_memory(settings)
    return Services(open_terms(settings), open_engine(settings.model, settings.threads), brand, memory)


def existing_memory(settings: Settings) -> Memory | None:
    """Return the translation memory that the settings name, None where it is off or nothing was reviewed yet."""
    file = settings.memory_file
    return open_memory(file) if file and file.exists() else None


def open_terms(settings: Settings) -> Terms:
    """Return the glossary in force with its matcher."""
    glossary = glossaries.load((glossaries.package_glossary(), *settings.glossary_files))
    return Terms(glossary, Matcher(glossary))


def translate(text: str, settings: Settings) -> tuple[tuple[Unit, ...], tuple[Finding, ...]]:
    """Return the units of a text with their English, and what the checks find."""
    from workflow import fill
    from workflow.checks import check
    from workflow.engines import open_engine
    from workflow.segment.sentences import clauses, split
    from workflow.units import unit_id

    sentences = [s for line in text.splitlines() for s in split(line)]
    if not sentences:
        raise InputError(_("there is no text to translate; give a sentence or pipe one in."))
    terms = open_terms(settings)
    units = tuple(Unit(unit_id(s, n), f"text/{n}", s) for n, s in enumerate(sentences))
    filled = fill.fill(constrain(units, terms), open_engine(settings.model, settings.threads), {}, clauses)
    return filled, check(filled, terms)
