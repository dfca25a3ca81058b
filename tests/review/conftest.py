"""What the tests of the review share: the terms are opened once for all of them."""

import pytest

from workflow import reviewing
from workflow.constrain import Terms


@pytest.fixture(autouse=True)
def opened_terms(terms: Terms, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give `apply` and `undo` the package's terms, which take a second to read."""
    monkeypatch.setattr(reviewing, "open_terms", lambda _settings: terms)
