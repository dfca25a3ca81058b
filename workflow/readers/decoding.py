"""Decode the bytes of a source: byte-order marks first, then UTF-8, then what a page says, then the Chinese encodings."""

import codecs
import re
import stat
from pathlib import Path

from workflow.errors import InputError
from workflow.i18n import _

# A bulletin of a hundred pages is 0.3 MB of text; a saved page with its pictures inside rarely passes 20 MB.
LARGEST = 50_000_000
# The longest paragraph of print has some thousand characters.
LONGEST_LINE = 100_000
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\x00-\x1f]")
LEGACY = ("gb18030", "big5hkscs")
UNMARKED = ("utf-16-le", "utf-16-be")
COMMON = frozenset("的了是在和与合作国中发展会年月日一有不人大为以等对於與國發會環境")
SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP (DOCX, ODT …)"),
    (b"\xd0\xcf\x11\xe0", "DOC/WPS"),
    (b"{\\rtf", "RTF"),
)
DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{2,20})",
    re.IGNORECASE,
)
HEAD = 4096
# What a declaration means: pages in GB2312 and GBK hold characters of GB18030, those in Big5 of Big5-HKSCS.
WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
}
KNOWN = re.compile(
    r"gb[\w-]*|big5[\w-]*|utf-?(?:8|16|32)(?:-?[bl]e)?|euc-\w+|hz[\w-]*|iso-[\w-]+|windows-\d+|us-ascii"
)
# Share of broken bytes up to which a page is read all the same, each place of them becoming U+FFFD.
BROKEN = 0.001


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; raises InputError for a missing, empty, too large or special file (a pipe, a device)."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode) and not stat.S_ISDIR(state.st_mode):
            raise InputError(_("'{path}' is no ordinary file; name a file.").format(path=path))
        if state.st_size > LARGEST:
            raise InputError(
                _(
                    "'{path}' has {size} MB, more than {most} MB; is it a bulletin? Split it or save its text."
                ).format(path=path, size=state.st_size // 1_000_000, most=LARGEST // 1_000_000)
            )
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
        raise empty(str(path))
    return data


def is_blank(text: str) -> bool:
    """Tell whether a text holds nothing that can be seen."""
    return not INVISIBLE.sub("", text).strip()


def empty(name: str) -> InputError:
    """Return the error of a file without text."""
    return InputError(_("'{path}' is empty; export the bulletin again and check its size.").format(path=name))


def check_lines(text: str, name: str) -> None:
    """Raise InputError where a line is longer than any paragraph."""
    if len(text) <= LONGEST_LINE:
        return
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST_LINE:
            raise InputError(
                _(
                    "'{path}', line {line}: {count} characters in one line; is it a bulletin? Break its paragraphs."
                ).format(path=name, line=number, count=len(line))
            )


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of bytes and the encoding's name; `name` stands in the error message."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name), encoding
    _refuse_binary(data, name)
    return _guessed(data, name, UNMARKED if b"\0" in data else LEGACY)


def decode_page(data: bytes, name: str, charset: str | None = None) -> tuple[str, str]:
    """Return the text of a page's bytes and the encoding's name.

    A byte-order mark decides, then UTF-8 where the bytes are valid UTF-8, then `charset` and what the page says of
    itself, then the Chinese encodings; pages are often saved in another encoding than they name.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    _refuse_binary(data, name)
    match = DECLARED.search(data[:HEAD])
    declared = [c for c in (charset, (match[1] or match[2]).decode() if match else None) if c]
    if b"\0" in data or _decodes(data, "utf-8"):
        return decode(data, name)
    for encoding in (WIDER.get(c.lower(), c.lower()) for c in declared):
        text = _nearly(data, encoding)
        if text is not None:
            return text, encoding
    try:
        return _guessed(data, name, LEGACY)
    except InputError:
        text = _nearly(data, "utf-8") or _nearly(data, "gb18030")
        if text is None:
            raise
        return text, "utf-8"


def _refuse_binary(data: bytes, name: str) -> None:
    kind = next((label for start, label in SIGNATURES if data.startswith(start)), None)
    unmarked = b"\0" in data and any(_plausible(data, encoding) > 0 for encoding in UNMARKED)
    if kind or (b"\0" in data and not unmarked):
        raise InputError(
            _("'{path}' is not a text file ({kind}); save the bulletin as .txt or .md.").format(
                path=name, kind=kind or _("binary")
            )
        )


def _guessed(data: bytes, name: str, encodings: tuple[str, ...]) -> tuple[str, str]:
    if b"\0" not in data and _decodes(data, "utf-8"):
        return data.decode("utf-8"), "utf-8"
    score, best = max((_plausible(data, encoding), encoding) for encoding in encodings)
    if score <= 0:
        raise InputError(
            _("'{path}' is in an encoding that cannot be told; save it as UTF-8.").format(path=name)
        )
    return data.decode(best), best


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _nearly(data: bytes, encoding: str) -> str | None:
    """Return the text of bytes in an encoding, None for an unknown one and where more than a thousandth is broken."""
    if not KNOWN.fullmatch(encoding):
        return None
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    return text if text.count("\ufffd") <= len(text) * BROKEN else None


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
