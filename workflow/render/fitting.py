"""How a bulletin is brought onto its pages: contents where it is long, and no last page with next to nothing on it.

A page of print is laid out, looked at, and laid out again. A last page of three lines or fewer, or of what stands
after the text alone (contact, about), is pulled in by the first of FITS that does it: leading and gaps, which a style
sheet writes as multiples of --tight, go down to 97 percent and no further, then the margin at the foot by 4 mm. Where
none does it and all of what stands after the text is on the last page, the page before gives it some last lines, unless
that would leave a hole there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workflow.render.contents import MOST_PAGES

if TYPE_CHECKING:
    from weasyprint import Document

FEW_LINES = 3
# So many lines of text go with what stands after it, if the page before stays so full.
_COMPANY = (5, 4, 3, 2)
_FULL = 0.8
_MM = 96 / 25.4
# A foot that is narrower than this already, in CSS pixels, is left alone: the folio stands in it.
_LEAST_FOOT = 15 * _MM
# Two tops nearer than this are those of one line in two languages.
_ONE_LINE = 4


@dataclass(frozen=True, slots=True)
class Fit:
    """Hold the factor of leading and gaps, and how many CSS pixels the margin at the foot is smaller.

    The page numbered `page` from 1 is to be shorter by `given` pixels, its margin boxes where they are.
    """

    tight: float = 1
    foot: float = 0
    page: int = 0
    given: float = 0


FITS = (Fit(0.985), Fit(0.97), Fit(0.97, 4 * _MM))


@dataclass(frozen=True, slots=True)
class Laid:
    """Hold a document with what it was made of."""

    document: "Document"
    html: str
    css: str

    @property
    def pages(self) -> tuple["PageFill", ...]:
        """Return what stands on each page."""
        return tuple(map(look, self.document.pages))


@dataclass(frozen=True, slots=True)
class PageFill:
    """Hold what stands on a page: the number of its lines, of those of the text and after it; heights in CSS pixels.

    `taken` is what all lines take, `tails` what the last 5, 4, 3, 2 of the text do, `left` what is left, `foot` the margin
    below.
    """

    lines: int
    of_text: int
    after: int
    taken: float
    tails: tuple[float, ...]
    left: float
    foot: float

    @property
    def short(self) -> bool:
        """Tell whether the page holds three lines or fewer and no picture."""
        return self.lines <= FEW_LINES


def fitted(lay: Callable[[str, bool], Laid], *, long: bool = False) -> Laid:
    """Return the best layout; `lay` makes one from more CSS and whether there are contents.

    `long` is a guess at whether there will be, which saves a layout where it is right and changes nothing else.
    """
    laid, contents = _of_length(lay, long)
    pages = laid.pages
    apart = any(page.of_text for page in pages[:-1]) and not pages[-1].of_text
    if len(pages) == 1 or not (apart or pages[-1].short):
        return laid
    fewer = _fewer(lay, pages, contents)
    if fewer:
        return fewer
    return (_accompanied(lay, pages, contents) if apart and not pages[-2].after else None) or laid


def _accompanied(
    lay: Callable[[str, bool], Laid], pages: tuple[PageFill, ...], contents: bool
) -> Laid | None:
    """Return the layout whose last page has the most last lines of the text that the page before can spare."""
    before = pages[-2]
    height = before.taken + before.left
    for tail in before.tails:
        given = before.left + tail
        if given > (1 - _FULL) * height:
            continue
        tried = lay(css_of(Fit(page=len(pages) - 1, given=given)), contents)
        fill = tried.pages
        if len(fill) == len(pages) and fill[-1].of_text and fill[-2].taken >= _FULL * height:
            return tried
    return None


def _of_length(lay: Callable[[str, bool], Laid], long: bool) -> tuple[Laid, bool]:
    """Return the layout as it comes and whether it has contents, which take less than a page themselves."""
    listed = lay(css_of(Fit()), True) if long else None
    if listed and len(listed.document.pages) > MOST_PAGES + 1:
        return listed, True
    plain = lay(css_of(Fit()), False)
    if len(plain.document.pages) <= MOST_PAGES:
        return plain, False
    return listed or lay(css_of(Fit()), True), True


def _fewer(lay: Callable[[str, bool], Laid], pages: tuple[PageFill, ...], contents: bool) -> Laid | None:
    """Return the layout of the first fit that does without the last page; where the narrowest does not, none does."""
    foot = pages[-1].foot
    fits = [fit for fit in FITS if not fit.foot or foot - fit.foot >= _LEAST_FOOT]
    if not fits or _room(pages, fits[-1]) < pages[-1].taken:
        return None
    narrowest = lay(css_of(fits[-1], foot), contents)
    if len(narrowest.document.pages) >= len(pages):
        return None
    for fit in fits[:-1]:
        tried = lay(css_of(fit, foot), contents)
        if len(tried.document.pages) < len(pages):
            return tried
    return narrowest


def _room(pages: tuple[PageFill, ...], fit: Fit) -> float:
    """Return how much a fit can make room for, with what is left at the foot of each page."""
    return sum(page.left + fit.foot + (1 - fit.tight) * (page.taken + page.left) for page in pages[:-1])


def css_of(fit: Fit, foot: float = 0) -> str:
    """Return the rules of a fit; `foot` is the margin at the foot without it."""
    page = f" @page {{ margin-bottom: {foot - fit.foot:.2f}px !important }}" if fit.foot else ""
    given = f" @page :nth({fit.page}) {{ padding-bottom: {fit.given:.2f}px }}" if fit.given else ""
    return f":root {{ --tight: {fit.tight:g} }}{page}{given}\n"


def look(page: Any) -> PageFill:  # noqa: ANN401 # WeasyPrint publishes no types
    """Return what stands on a page of WeasyPrint's; two texts side by side are one line, a picture is many."""
    box = page._page_box  # noqa: SLF001 # no other way to the boxes
    found = sorted(_lines(box))
    tops = _lines_of(top for top, _bottom, _part in found)
    of_text = _lines_of(top for top, _bottom, part in found if part == "main")
    after = _lines_of(top for top, _bottom, part in found if part == "footer")
    start = box.content_box_y()
    end = max((bottom for _top, bottom, _part in found), default=start)
    tails = tuple(end - of_text[-count:][0] for count in _COMPANY if of_text)
    left = box.height - (end - start)
    return PageFill(len(tops), len(of_text), len(after), end - start, tails, left, float(box.margin_bottom))


def _lines_of(tops: Iterable[float]) -> list[float]:
    """Return the tops of lines, from the first down, those of one line in two languages once."""
    kept: list[float] = []
    for top in tops:
        if not kept or top - kept[-1] > _ONE_LINE:
            kept.append(top)
    return kept


def _lines(box: Any, part: str = "") -> Iterator[tuple[float, float, str]]:  # noqa: ANN401 # the same
    """Yield top, bottom and part (main: the text, footer: what stands after it) of every line of a page."""
    from weasyprint.formatting_structure import boxes

    part = box.element_tag if box.element_tag in ("main", "footer") else part
    if isinstance(box, boxes.LineBox):
        yield box.position_y, box.position_y + box.height, part
    elif isinstance(box, boxes.ReplacedBox):
        tops = (box.position_y + n * 2 * _ONE_LINE for n in range(FEW_LINES + 1))
        yield from ((top, box.position_y + box.height, part) for top in tops)
    elif isinstance(box, boxes.ParentBox) and not isinstance(box, boxes.MarginBox):
        for child in box.children:
            yield from _lines(child, part)
