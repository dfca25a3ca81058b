"""What a PDF is made for, and what each purpose asks of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workflow.render.options import Pdf as Purpose
from workflow.render.pdffonts import compact
from workflow.render.pdfmend import keep_dots, order_headings

if TYPE_CHECKING:
    from pikepdf import Pdf


@dataclass(frozen=True, slots=True)
class Variant:
    """Name a standard as WeasyPrint does, and the steps that mend what it writes; a `tagged` file can be read aloud."""

    standard: str
    steps: tuple[Callable[["Pdf"], None], ...]
    tagged: bool = True


VARIANTS: dict[Purpose, Variant] = {
    "screen": Variant("pdf/ua-1", (compact, order_headings)),
    "archive": Variant("pdf/a-3u", (compact, order_headings, keep_dots)),
    "print": Variant("pdf/x-4", (compact,), tagged=False),
}
