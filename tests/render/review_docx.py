"""What the tests of the review DOCX share: how one is made of a unit, and its rows and runs."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tests.render.sample_edition import edition_of
from tests.render.word_tools import W, part, text_of
from workflow.edition import Edition
from workflow.findings import Finding, Severity
from workflow.render import RENDERERS
from workflow.render.brand import Brand
from workflow.render.options import RenderOptions
from workflow.render.view import view
from workflow.units import Unit

OPTIONS = RenderOptions(clock=datetime(2024, 9, 26, tzinfo=UTC), signature="engine:house|v:0.1.0")


def review_docx(edition: Edition, brand: Brand, options: RenderOptions = OPTIONS) -> bytes:
    return RENDERERS["review"].render(view(edition), brand, options)


def unit_of(zh: str, en: str, **more: object) -> Unit:
    unit = edition_of([("0/0", zh, en)]).units[0]
    return replace(unit, **more)  # type: ignore[arg-type]


def edition_with(unit: Unit, *findings: Finding) -> Edition:
    return replace(edition_of([("0/0", unit.source, unit.target)]), units=(unit,), findings=findings)


def document_of(data: bytes) -> Any:
    return part(data, "word/document.xml")


def unit_rows(data: bytes) -> list[list[Any]]:
    """Return the cells of the rows that hold a unit."""
    rows = [row.findall(W + "tc") for row in document_of(data).iter(W + "tr")]
    return [cells for cells in rows if len(cells) == 4][1:]


def styled_runs(element: Any) -> list[tuple[str, str]]:
    """Return the character style and text of every run that has a style and text."""
    runs = [(run.find(f"{W}rPr/{W}rStyle"), text_of(run)) for run in element.iter(W + "r")]
    return [(style.get(W + "val"), text) for style, text in runs if style is not None and text]


def figure_finding(quote: str, on: str = "target", **more: object) -> Finding:
    finding = Finding("figure", Severity.ERROR, "The figure {n} differs.", None, on, (("n", "5"),), quote)  # type: ignore[arg-type]
    return replace(finding, **more)  # type: ignore[arg-type]
