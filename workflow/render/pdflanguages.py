"""The language of every passage in a tagged PDF.

WeasyPrint 70 writes the language of the document alone. Its boxes know theirs, and stand in the order in which their
marked content stands in the structure tree, so that each piece of content can be given the language of its box.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Object, Pdf
    from weasyprint import Document


def languages_of(document: "Document") -> tuple[str, ...]:
    """Return the language of each text and picture of a laid-out document, in reading order; page margins have none."""
    pages = [page._page_box for page in document.pages]  # noqa: SLF001 # no other way to the boxes
    return tuple(language for page in pages for language in _of_box(page))


def _of_box(box: Any) -> Iterator[str]:  # noqa: ANN401 # WeasyPrint publishes no types
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout.absolute import AbsolutePlaceholder

    if isinstance(box, AbsolutePlaceholder):
        box = box._box  # noqa: SLF001 # the same
    if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
        yield box.style["lang"] or ""
    elif isinstance(box, boxes.ParentBox) and not isinstance(box, boxes.MarginBox):
        for child in box.children:
            yield from _of_box(child)


def tell(pdf: "Pdf", languages: tuple[str, ...]) -> None:
    """Set Lang on the highest structure elements that are all of one language and not of the document's.

    Where the tree has not as many contents as the pages, which an unusual template may bring about, nothing is told:
    better the document's language alone than another passage's.
    """
    root = pdf.Root.StructTreeRoot
    if _count(root) == len(languages):
        _set(root, str(pdf.Root.Lang), _gathered(root, iter(languages)))


def _count(element: "Object") -> int:
    return sum(1 if isinstance(kid, int) else _count(kid) if "/S" in kid else 0 for kid in kids(element))


def _gathered(element: "Object", queue: Iterator[str]) -> dict[tuple[int, int], frozenset[str]]:
    """Return the languages below each structure element, by object number; `queue` has one for each content."""
    here: set[str] = set()
    found: dict[tuple[int, int], frozenset[str]] = {}
    for kid in kids(element):
        if isinstance(kid, int):
            here.add(next(queue))
        elif "/S" in kid:
            found |= _gathered(kid, queue)
            here |= found[kid.objgen]
    found[element.objgen] = frozenset(here)
    return found


def _set(element: "Object", around: str, found: dict[tuple[int, int], frozenset[str]]) -> None:
    for kid in kids(element):
        if isinstance(kid, int) or "/S" not in kid:
            continue
        here = found[kid.objgen]
        if len(here) == 1:
            (language,) = here
            if language and language != around:
                kid.Lang = language
        else:
            _set(kid, around, found)


def kids(element: "Object") -> tuple[Any, ...]:
    """Return what stands in a structure element: elements, references, and the numbers of marked content."""
    from pikepdf import Array

    inner = element.get("/K")
    return tuple(inner) if isinstance(inner, Array) else () if inner is None else (inner,)
