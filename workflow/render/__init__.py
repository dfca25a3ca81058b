"""Step 9, RENDER: one view of the edition, one table of what it can become."""

from collections.abc import Callable
from dataclasses import dataclass

from workflow.render.brand import Brand
from workflow.render.options import PDF_SUFFIXES, RenderOptions
from workflow.render.view import View


@dataclass(frozen=True, slots=True)
class Renderer:
    """Turn a view into the bytes of one file; `suffix` follows the bulletin's name."""

    suffix: str
    render: Callable[[View, Brand, RenderOptions], bytes]


def _pdf(view: View, brand: Brand, options: RenderOptions) -> bytes:
    from workflow.render.pdf import render

    return render(view, brand, options)


def _docx(view: View, brand: Brand, options: RenderOptions) -> bytes:
    from workflow.render.docx import render

    return render(view, brand, options)


def _review(view: View, brand: Brand, options: RenderOptions) -> bytes:
    from workflow.render.reviewdocx import render

    return render(view, brand, options)


def _html(view: View, brand: Brand, options: RenderOptions) -> bytes:
    from workflow.render.proof import render

    return render(view, brand, options)


def _xliff(view: View, brand: Brand, options: RenderOptions) -> bytes:
    from workflow.render.xliff import render

    return render(view, brand, options)


def _omegat(view: View, brand: Brand, options: RenderOptions) -> bytes:
    from workflow.render.omegat import render

    return render(view, brand, options)


RENDERERS: dict[str, Renderer] = {
    "pdf": Renderer(".pdf", _pdf),
    "docx": Renderer(".docx", _docx),
    "review": Renderer(".review.docx", _review),
    "html": Renderer(".html", _html),
    "xliff": Renderer(".xlf", _xliff),
    "omegat": Renderer(".omegat.zip", _omegat),
}


def suffix(name: str, pdf: str = "screen") -> str:
    """Return what follows the bulletin's name in an output's; a PDF's tells what it is for."""
    return PDF_SUFFIXES[pdf] if name == "pdf" else RENDERERS[name].suffix  # type: ignore[index]  # one of its keys
