"""Step 1, READ: a file becomes a Document of raw blocks. A new container is one line in READERS."""

from collections.abc import Callable
from pathlib import Path

from workflow.bulletin import Document
from workflow.errors import InputError
from workflow.i18n import _
from workflow.readers import markdown, text

Reader = Callable[[Path], Document]

READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}


def read(path: Path) -> Document:
    """Return the raw document of a source file, by its suffix; raises InputError for what cannot be read."""
    reader = READERS.get(path.suffix.lower())
    if reader is None and path.exists() and not path.is_dir():
        raise InputError(
            _("'{path}': no reader for '{suffix}'; save it as one of {known}.").format(
                path=path, suffix=path.suffix, known=" ".join(READERS)
            )
        )
    return (reader or text.read)(path)
