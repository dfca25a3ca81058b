"""What the tests of the edition in Word share: how one is made, and what its body is made of."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from tests.render.word_tools import W, part
from workflow.edition import Edition
from workflow.render import RENDERERS
from workflow.render.brand import Brand
from workflow.render.options import RenderOptions
from workflow.render.view import view

OPTIONS = RenderOptions(clock=datetime(2024, 9, 26, tzinfo=UTC), signature="engine:house|v:0.1.0")


def edition_docx(edition: Edition, brand: Brand, options: RenderOptions) -> bytes:
    return RENDERERS["docx"].render(view(edition, options.script), brand, options)


def body_of(data: bytes) -> Any:
    return part(data, "word/document.xml").find(W + "body")


def styles_used(elements: Iterable[Any]) -> list[str]:
    return [p.find(f"{W}pPr/{W}pStyle").get(W + "val") for e in elements for p in e.iter(W + "p")]
