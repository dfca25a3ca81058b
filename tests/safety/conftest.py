"""The office of the tests of faults, and the outputs of a hostile bulletin; every command with sockets forbidden."""

from pathlib import Path

import pytest

from tests.faults.conftest import Nursery, Office, nursery, office
from tests.safety import hostile

__all__ = ["nursery", "office"]
OFFLINE = {"BULLETIN_OFFLINE": "1"}


@pytest.fixture(scope="session")
def built(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the outputs of the hostile bulletin in every kind of file, one of them reviewed and published."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    office = Office(folder, nursery, "pdf,docx,review,html,xliff,omegat")
    for make in hostile.FILES:
        make(folder / "in")
    done = office.run("build", folder / "in", environment=OFFLINE)
    assert done.status == 0, done.said
    one = folder / "build" / "worded"
    for arguments in (
        (
            "review",
            "apply",
            one / "worded.review.docx",
            "--reviewer",
            "<script>alert(9)</script>",
            "--all-read",
        ),
        ("publish", one, "--unreviewed"),
        ("memory", "stats", "--chart", folder / "chart.html"),
    ):
        done = office.run(*arguments, environment=OFFLINE)
        assert done.status == 0, done.said
    return folder
