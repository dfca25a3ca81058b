"""How a bulletin is brought onto its pages: contents where it is long, and no last page of a few lines.

A page of print is laid out, looked at, and laid out again. A last page of three lines or fewer is pulled in by the
first of FITS that does it: leading and gaps, which a style sheet writes as multiples of --tight, go down to 97 percent
and no further, then the margin at the foot by 4 mm. Where none does it the pages stay as they were.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workflow.render.contents import MOST_PAGES

if TYPE_CHECKING:
    from weasyprint import Document

FEW_LINES = 3
_MM = 96 / 25.4
# A foot that is narrower than this already, in CSS pixels, is left alone: the folio stands in it.
_LEAST_FOOT = 15 * _MM
# Two tops nearer than this are those of one line in two languages.
_ONE_LINE = 4


@dataclass(frozen=True, slots=True)
class Fit:
    """Hold the factor of leading and gaps, and how many CSS pixels the margin at the foot is smaller."""

    tight: float = 1
    foot: float = 0


FITS = (Fit(0.985), Fit(0.97), Fit(0.97, 4 * _MM))


@dataclass(frozen=True, slots=True)
class Laid:
    """Hold a document with what it was made of."""

    document: "Document"
    html: str
    css: str


def fitted(lay: Callable[[str, bool], Laid]) -> Laid:
    """Return the best layout; `lay` makes one from more CSS and whether there are contents."""
    laid = lay(css_of(Fit()), False)
    contents = len(laid.document.pages) > MOST_PAGES
    if contents:
        laid = lay(css_of(Fit()), True)
    pages = laid.document.pages
    if len(pages) > 1 and is_short(pages[-1]):
        foot = float(pages[-1]._page_box.margin_bottom)  # noqa: SLF001 # no other way to the boxes
        for fit in FITS:
            if fit.foot and foot - fit.foot < _LEAST_FOOT:
                continue
            tried = lay(css_of(fit, foot), contents)
            if len(tried.document.pages) < len(pages):
                return tried
    return laid


def css_of(fit: Fit, foot: float = 0) -> str:
    """Return the rules of a fit; `foot` is the margin at the foot without it."""
    page = f" @page {{ margin-bottom: {foot - fit.foot:.2f}px !important }}" if fit.foot else ""
    return f":root {{ --tight: {fit.tight:g} }}{page}\n"


def is_short(page: Any) -> bool:  # noqa: ANN401 # WeasyPrint publishes no types
    """Tell whether a page holds three lines or fewer and no picture."""
    tops: list[float] = []
    for top in sorted(_tops(page._page_box)):  # noqa: SLF001 # the same
        if not tops or top - tops[-1] > _ONE_LINE:
            tops.append(top)
    return len(tops) <= FEW_LINES


def _tops(box: Any) -> Iterator[float]:  # noqa: ANN401 # the same
    """Yield the top of every line of a page; a picture counts as many."""
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.LineBox):
        yield box.position_y
    elif isinstance(box, boxes.ReplacedBox):
        yield from (box.position_y + n * 2 * _ONE_LINE for n in range(FEW_LINES + 1))
    elif isinstance(box, boxes.ParentBox) and not isinstance(box, boxes.MarginBox):
        for child in box.children:
            yield from _tops(child)
