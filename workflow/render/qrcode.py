"""The QR code of a website: drawn into the page, and as a picture for Word."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

from workflow.render.links import link
from workflow.render.options import RenderOptions
from workflow.render.script import in_script
from workflow.render.templating import LANG
from workflow.render.view import View

if TYPE_CHECKING:
    from markupsafe import Markup

# Modules of white around the code (ISO/IEC 18004, 9.1).
_QUIET = 4
# An address beyond this would make modules too small for a code of 20 mm.
_LONGEST = 200


def website_of(view: View, options: RenderOptions) -> tuple[str, str, str]:
    """Return the website of the contact block, what its code is called, and in which language; all empty for none."""
    fields = view.contact.fields if view.contact else ()
    address = next((link(field.key, field.values[0].zh) for field in fields if field.key == "website"), "")
    if not address or len(address) > _LONGEST:
        return "", "", ""
    if options.layout == "chinese":
        return address, in_script(f"网站二维码：{address}", view.form), LANG[view.script]
    return address, f"QR code of the website: {address}", "en-US"


def qr_svg(address: str, title: str, language: str) -> "Markup":
    """Return a QR code as an SVG element with a title, empty where there is no address."""
    from markupsafe import Markup

    if not address:
        return Markup("")
    code = _code(address)
    size = code.symbol_size(border=_QUIET)[0]
    rows = "".join(
        f"M{x + _QUIET} {y + _QUIET}h{count}v1h-{count}z"
        for y, row in enumerate(code.matrix)
        for x, count in _runs(row)
    )
    return Markup(
        '<svg class="code" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" lang="{language}">'
        '<title>{title}</title><path fill="#000000" d="{rows}"/></svg>'
    ).format(size=size, language=language, title=title, rows=rows)


def qr_png(address: str) -> bytes:
    """Return a QR code as a PNG, eight pixels a module."""
    out = BytesIO()
    _code(address).save(out, kind="png", scale=8, border=_QUIET)
    return out.getvalue()


def _code(address: str) -> Any:  # noqa: ANN401 # loaded late
    import segno

    return segno.make(address, error="m", micro=False)


def _runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the place and length of each run of dark modules."""
    at = 0
    for dark, run in groupby(row):
        count = len(tuple(run))
        if dark:
            yield at, count
        at += count
