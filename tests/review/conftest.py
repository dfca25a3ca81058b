"""What the tests of the review share: the terms are opened once for all of them."""

from pathlib import Path

import pytest

from tests.review.desk import built
from workflow import reviewing
from workflow.constrain import Terms


@pytest.fixture(autouse=True)
def opened_terms(terms: Terms, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give `apply` and `undo` the package's terms, which take a second to read."""
    monkeypatch.setattr(reviewing, "open_terms", lambda _settings: terms)


@pytest.fixture
def folder(tmp_path: Path, terms: Terms) -> Path:
    """Return the folder of a bulletin that was just built."""
    built(tmp_path / "village", terms)
    return tmp_path / "village"
