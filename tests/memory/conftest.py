"""What the tests of the memory share: a memory, and entries as a reviewed edition leaves them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workflow.constrain import Terms, find
from workflow.memory import Memory, open_memory
from workflow.memory.entries import Entry
from workflow.memory.recording import understood
from workflow.units import Unit, unit_id

Remember = Callable[..., Entry]
MakeUnit = Callable[[str], Unit]


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with open_memory(tmp_path / "memory" / "house.sqlite", create=True) as opened:
        yield opened


@pytest.fixture
def remember(memory: Memory, terms: Terms) -> Remember:
    """Return a function that writes a pair into the memory and returns its entry; a keyword sets a field."""

    def write(zh: str, en: str, **fields: str) -> Entry:
        place = {"bulletin": "may", "unit": str(memory.count), "date": "2024-05-27T08:00:00Z", **fields}
        entry = understood(Entry(zh, en, **place), find(zh, terms))  # type: ignore[arg-type] # fields of text only
        memory.add([entry])
        return entry

    return write


@pytest.fixture
def unit(terms: Terms) -> MakeUnit:
    """Return a function that makes a body unit with its constraints."""

    def make(zh: str) -> Unit:
        return Unit(unit_id(zh, 0), "sections/0/paragraphs/0/0", zh, constraints=find(zh, terms))

    return make
