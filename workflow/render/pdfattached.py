"""Files inside a PDF: the source and the edition in an archive copy."""

from datetime import UTC
from pathlib import PurePath
from typing import TYPE_CHECKING

from workflow.render.options import Attached, RenderOptions

if TYPE_CHECKING:
    from pikepdf import Pdf

# The system's own table of types differs from machine to machine.
_TYPES = {
    ".json": "application/json",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".wps": "application/vnd.ms-works",
}
_UNKNOWN = "application/octet-stream"


def attach(pdf: "Pdf", options: RenderOptions) -> None:
    """Put files into a PDF as associated files of the document (ISO 19005-3, 6.8), dated by the one clock."""
    from pikepdf import Array, AttachedFileSpec, Name

    when = options.clock.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
    for one in options.attached:
        pdf.attachments[one.name] = AttachedFileSpec(
            pdf,
            one.data,
            filename=one.name,
            mime_type=_TYPES.get(PurePath(one.name).suffix.lower(), _UNKNOWN),
            creation_date=when,
            mod_date=when,
            relationship=Name(f"/{one.relation}"),
        )
    if options.attached:
        pdf.Root.AF = Array([pdf.attachments[one.name].obj for one in options.attached])


def attached(data: bytes) -> tuple[Attached, ...]:
    """Return the associated files of a PDF that we wrote; raises ValueError for what is no such file."""
    from io import BytesIO

    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return tuple(
                Attached(name, spec.get_file().read_bytes(), str(spec.relationship)[1:])  # type: ignore[arg-type]
                for name, spec in pdf.attachments.items()
            )
    except pikepdf.PdfError as error:
        raise ValueError(str(error)) from None
