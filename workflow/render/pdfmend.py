"""What WeasyPrint leaves to be done on a PDF that it has written, each a function on the open file."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from workflow.render.pdflanguages import kids

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Pdf

_LEVELS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


def mend(data: bytes, steps: Sequence[Callable[["Pdf"], None]]) -> bytes:
    """Return a PDF after the steps; what is written depends on the content alone."""
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        for step in steps:
            step(pdf)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def order_headings(pdf: "Pdf") -> None:
    """Make the levels of headings begin at H1 and go down by one (PDF/UA-1, 7.4.2).

    A bulletin without a title has sections all the same, and a template need not know which levels it has.
    """
    from pikepdf import Name

    above: list[int] = []
    for element in _elements(pdf.Root.StructTreeRoot):
        kind = str(element.get("/S"))
        if kind in _LEVELS:
            level = _LEVELS.index(kind)
            above = [*(higher for higher in above if higher < level), level]
            element.S = Name(_LEVELS[len(above) - 1])


def keep_dots(pdf: "Pdf") -> None:
    """Leave the smoothing of pictures to the viewer: an archive file may not ask for it (ISO 19005-3, 6.2.8)."""
    from pikepdf import Name, Stream

    for one in pdf.objects:
        if isinstance(one, Stream) and one.get("/Subtype") == Name.Image and "/Interpolate" in one:
            del one.Interpolate


def _elements(parent: "Object") -> Iterator["Dictionary"]:
    """Yield the structure elements below one, in reading order."""
    for kid in kids(parent):
        if not isinstance(kid, int) and "/S" in kid:
            yield kid
            yield from _elements(kid)
