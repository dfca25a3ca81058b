"""Make a brand of an office's own: a copy of another that works as it is."""

import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from workflow.config import Settings
from workflow.errors import OutputError, UsageError
from workflow.i18n import _
from workflow.render.brand import brand_folder

_NAME = re.compile(r"\w[\w-]*")
_LONGEST = 60


def make(name: str, settings: Settings, source: str) -> Path:
    """Copy the brand `source` into the office's templates folder under a name, and return the new folder.

    Raises UsageError for a name that is no plain folder name or where there is no office folder, OutputError where
    the brand is there already or cannot be written. Links are copied as what they lead to.
    """
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        text = _("'{name}' is no name of a brand; use letters, figures, - and _, at most {count}.")
        raise UsageError(text.format(name=name, count=_LONGEST))
    if settings.office is None:
        raise UsageError(
            _("a brand belongs to an office folder, and this is none; run `bulletin init` first.")
        )
    templates = settings.office / "templates"
    folder = templates / name
    if folder.exists() or folder.is_symlink():
        raise OutputError(_("'{path}' is there already; choose another name.").format(path=folder))
    copied = brand_folder(source, settings.template_folders)
    try:
        templates.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=templates, prefix=".new-") as waiting:
            # Renamed as a whole: a brand is there complete or not at all.
            shutil.copytree(copied, Path(waiting) / name, ignore=shutil.ignore_patterns(".*"))
            (Path(waiting) / name).rename(folder)
    except OSError as error:
        text = _("'{folder}' cannot be written ({reason}); choose another folder.")
        raise OutputError(text.format(folder=folder, reason=error.strerror or error)) from None
    return folder


def listed(folder: Path) -> Sequence[Path]:
    """Return the files of a brand."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
