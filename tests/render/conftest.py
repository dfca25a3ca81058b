"""What the tests of print and of Word share: the center's look, its sample in Word, each page laid out once."""

from collections.abc import Callable

import pytest

from tests.render.edition_docx import OPTIONS, edition_docx
from tests.render.page_tools import Maker, Printed, printed
from tests.render.sample_edition import sample_edition
from workflow.edition import Edition
from workflow.render.brand import Brand, load_brand


@pytest.fixture(scope="session")
def brand() -> Brand:
    return load_brand("center")


@pytest.fixture(scope="session")
def facing(brand: Brand) -> bytes:
    """Return the sample as a Word file in the facing layout."""
    return edition_docx(sample_edition(), brand, OPTIONS)


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    """Return a function that prints an edition; the same asked for twice is printed once."""
    made: dict[tuple[object, ...], Printed] = {}

    def once(edition: Callable[[], Edition], brand: str = "center", **options: object) -> Printed:
        options = {"layout": "facing", "page": "a4", **options}
        key = (edition, brand, *sorted(options.items()))
        if key not in made:
            made[key] = printed(edition(), tmp_path_factory.mktemp("pages"), brand, **options)
        return made[key]

    return once
