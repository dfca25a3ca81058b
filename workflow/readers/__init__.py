"""Step 1, READ: a file becomes a Document of raw blocks. A new container is one line in READERS."""

from collections.abc import Callable
from pathlib import Path

from workflow.bulletin import Document
from workflow.errors import InputError
from workflow.i18n import _
from workflow.readers import docx, html, markdown, office, pdf, text

Reader = Callable[[Path], Document]

READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".mhtml": html.read,
    ".mht": html.read,
    ".docx": docx.read,
    ".docm": docx.read,
    ".dotx": docx.read,
    ".pdf": pdf.read,
    ".doc": office.read,
    ".wps": office.read,
    ".rtf": office.read,
    ".odt": office.read,
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
