"""What the tests of print share: each page laid out once."""

from collections.abc import Callable

import pytest

from tests.render.page_tools import Maker, Printed, printed
from workflow.edition import Edition


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
