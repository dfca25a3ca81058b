"""Decode the bytes of a text file: byte-order marks first, then UTF-8, then the Chinese encodings."""

import codecs
import re
from pathlib import Path

from workflow.errors import InputError
from workflow.i18n import _

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\x00-\x1f]")
LEGACY = ("gb18030", "big5hkscs")
COMMON = frozenset("的了是在和与合作国中发展会年月日一有不人大为以等对於與國發會環境")
SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP (DOCX, ODT …)"),
    (b"\xd0\xcf\x11\xe0", "DOC/WPS"),
    (b"{\\rtf", "RTF"),
)


def read_text(path: Path) -> tuple[str, str]:
    """Return a file's text and the name of its encoding.

    Raises InputError for a missing, empty or binary file and for an encoding that cannot be told.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(_("'{path}' does not exist; check the path.").format(path=path)) from None
    except IsADirectoryError:
        raise InputError(_("'{path}' is a folder; name a file in it.").format(path=path)) from None
    except OSError as error:
        raise InputError(
            _("'{path}' cannot be read ({reason}); check its permissions.").format(
                path=path, reason=error.strerror
            )
        ) from None
    if not data.strip():
        raise InputError(
            _("'{path}' is empty; export the bulletin again and check its size.").format(path=path)
        )
    text, encoding = decode(data, str(path))
    if not INVISIBLE.sub("", text).strip():
        raise InputError(
            _("'{path}' is empty; export the bulletin again and check its size.").format(path=path)
        )
    return text, encoding


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of bytes and the encoding's name; `name` stands in the error message."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name), encoding
    kind = next((label for start, label in SIGNATURES if data.startswith(start)), None)
    if kind or b"\0" in data:
        raise InputError(
            _("'{path}' is not a text file ({kind}); save the bulletin as .txt or .md.").format(
                path=name, kind=kind or _("binary")
            )
        )
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    best = max(((_plausible(data, encoding), encoding) for encoding in LEGACY), key=lambda pair: pair[0])
    if best[0] <= 0:
        raise InputError(
            _("'{path}' is in an encoding that cannot be told; save it as UTF-8.").format(path=name)
        )
    return data.decode(best[1]), best[1]


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            _("'{path}' begins as {encoding} but breaks at byte {place}; save it again as UTF-8.").format(
                path=name, encoding=encoding, place=error.start
            )
        ) from None


def _plausible(data: bytes, encoding: str) -> float:
    """Return the share of common Chinese characters, or 0 where the bytes do not decode."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    han = [c for c in text if "\u4e00" <= c <= "\u9fff"]
    common = sum(c in COMMON for c in han)
    return common / len(text) if han and common >= len(han) / 50 else 0.0
