"""Which sources a run has, where their outputs go, and what the command line says of them."""

import os
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow import store
from workflow.errors import InputError, UsageError
from workflow.i18n import _
from workflow.readers import READERS
from workflow.steps import Given


@dataclass(frozen=True, slots=True)
class Job:
    """Name one source and the folder that its outputs go to."""

    source: Path
    folder: Path


def given(title: str | None, issue: str | None, date: str | None, brand: str | None = None) -> Given:
    """Return what the command line says of a bulletin; raises UsageError for a bad issue or date."""
    from datetime import date as Date  # noqa: N812 - a type beside a parameter of the same name

    from workflow.bulletin import Issue

    number = None
    if issue is not None:
        match = re.fullmatch(r"(\d{4})-(\d{1,4})", issue)
        if not match or not int(match[2]):
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
            inside = bulletins_in(source)
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


def bulletins_in(folder: Path) -> list[Path]:
    """Return the sources that a folder and its subfolders hold, in the order of their names."""
    return _without_prints(
        sorted(p for p in folder.rglob("*") if _is_bulletin(p.relative_to(folder), folder))
    )


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
