"""Set a run up: which sources go where, the services they share, and one bulletin after another."""

import os
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workflow import console, dismissals, outputs, store
from workflow.config import Settings
from workflow.constrain import Terms, constrain
from workflow.constrain import glossary as glossaries
from workflow.constrain.matcher import Matcher
from workflow.errors import BulletinError, InputError, UsageError
from workflow.findings import Finding
from workflow.i18n import _
from workflow.pipeline import Built, Given, Services, Watch, build, render
from workflow.readers import READERS
from workflow.render.brand import load_brand
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


def given(title: str | None, issue: str | None, date: str | None) -> Given:
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
    return Given(title, number, date)


def jobs(sources: Sequence[Path], output: Path) -> list[Job]:
    """Return a job for every source; folders are searched for bulletins and mirrored where stems clash.

    Raises InputError for a folder without bulletins, UsageError where two outputs would share one folder.
    """
    found: list[tuple[Path, Path]] = []
    for source in sources:
        if os.path.isdir(source):  # noqa: PTH112 - Path.is_dir raises where a name is too long
            inside = sorted(p for p in source.rglob("*") if _is_bulletin(p.relative_to(source)))
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


def _is_bulletin(path: Path) -> bool:
    """Tell whether a file found in a folder is a source: of a known kind, not hidden, no README."""
    hidden = any(part.startswith(".") for part in path.parts)
    return path.suffix.lower() in READERS and path.name != "README.md" and not hidden


def build_all(
    work: Sequence[Job], settings: Settings, overrides: Given
) -> tuple[list[Built], list[tuple[Path, BulletinError]]]:
    """Build every job with shared services; a bad source does not stop the others."""
    services = open_services(settings)
    built: list[Built] = []
    failed: list[tuple[Path, BulletinError]] = []
    for job in work:
        with console.progress(job.source.name) as show:
            try:
                built.append(build(job.source, job.folder, settings, services, overrides, Watch(show)))
            except BulletinError as error:
                failed.append((job.source, error))
    return built, failed


def dismiss(folder: Path, finding: str, by: str, reason: str, settings: Settings) -> Redone:
    """Set a finding of a built bulletin aside and render its outputs again, as they were rendered before.

    An output that somebody changed is left as it is. Raises InputError for an unknown finding.
    """
    outputs.guard(folder, {store.FILE: None})
    edition = dismissals.dismiss(store.load(folder), finding, by, reason)
    options = dict(edition.manifest.options)
    formats = tuple(filter(None, options.pop("formats", "").split(",")))
    settings = replace(settings, **options, formats=formats)  # type: ignore[arg-type]  # all names of Settings
    files = render(edition, settings, load_brand(settings.brand, settings.template_folders))
    kept = outputs.changed(folder, files)
    written = outputs.write(folder, {name: data for name, data in files.items() if name not in kept})
    return Redone(written, tuple(folder / name for name in sorted(kept)))


def open_services(settings: Settings) -> Services:
    """Return terms, engine and brand as the settings name them; what is missing is told before any work."""
    from workflow.engines import open_engine

    brand = load_brand(settings.brand, settings.template_folders)
    return Services(open_terms(settings), open_engine(settings.model, settings.threads), brand)


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
