"""What every test may use: the shared folder, goldens with a readable diff, and no network."""

import difflib
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from workflow.config import Settings
from workflow.constrain import Terms
from workflow.workshop import open_terms

ROOT = Path(__file__).parents[1]

GoldenCheck = Callable[[Path, str], None]
HEAVY = {"slow", "model", "house"}  # markers


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write what the code gives into the golden files; read the diff before committing it",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put files with slow tests first: where several processes share the files, the last ones are short."""
    slow = {item.path for item in items if {m.name for m in item.iter_markers()} & HEAVY}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session", autouse=True)
def nothing_of_the_user() -> Iterator[None]:
    """Switch translation memory and cache off: what the user's own hold must change no test. A test that wants one names it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BULLETIN_MEMORY", "off")
        patch.setenv("BULLETIN_CACHE", "off")
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real bulletins and references: BULLETIN_SHARED, else ../shared."""
    folder = Path(os.environ.get("BULLETIN_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        message = f"'{folder}' is not there; set BULLETIN_SHARED to the folder of the reference bulletins"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return folder


@pytest.fixture(scope="session")
def terms() -> Terms:
    """Return the terms of the package's own glossary."""
    return open_terms(Settings())


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> GoldenCheck:
    """Return a function that compares a text with a golden file, or with --update-goldens writes it."""
    update = bool(request.config.getoption("--update-goldens"))

    def check(path: Path, text: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
            return
        assert path.exists(), f"'{path}' is not there; run pytest --update-goldens, then read it"
        expected = path.read_text(encoding="utf-8")
        if text != expected:
            lines = difflib.unified_diff(
                expected.splitlines(), text.splitlines(), f"{path.name} (golden)", "now", lineterm=""
            )
            pytest.fail("\n".join(lines) or f"'{path.name}' differs in its line ends", pytrace=False)

    return check


class NetworkUseError(RuntimeError):
    """Report a test that opens a connection without the network marker."""


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection but one to a local socket file, unless the test is marked network."""
    if request.node.get_closest_marker("network") is None:
        connect = socket.socket.connect

        def guarded(self: socket.socket, address: object) -> None:
            if self.family != socket.AF_UNIX:
                refuse(address)
            connect(self, address)  # type: ignore[arg-type] # what a test passes is what connect gets

        def refuse(address: object) -> NoReturn:
            raise NetworkUseError(f"a test opened a connection to {address}; mark it network")

        monkeypatch.setattr(socket.socket, "connect", guarded)
        monkeypatch.setattr(socket.socket, "connect_ex", guarded)
        monkeypatch.setattr(socket, "getaddrinfo", lambda *address, **_options: refuse(address))
