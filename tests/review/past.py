"""What the tests of undo and history share: an apply, and the unit of a sentence as it stands then."""

from pathlib import Path

from tests.review.desk import sent_back, taken
from workflow import reviewing, store
from workflow.config import Settings
from workflow.review.returned import Row
from workflow.units import Unit


def of(folder: Path, source: str) -> Unit:
    return next(unit for unit in store.load(folder).units if unit.source == source)


def apply(folder: Path, *rows: Row, author: str = "", reviewer: str = "", read: bool = False) -> None:
    reviewing.apply(taken(sent_back(rows, author)), folder, Settings(), "accept", reviewer, read)
