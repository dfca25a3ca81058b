"""Apply a returned file to a built bulletin, for the tests of what becomes of it."""

from pathlib import Path

from tests.review.desk import sent_back, taken
from workflow import reviewing, store
from workflow.config import Settings
from workflow.edition import Edition
from workflow.review.returned import Row
from workflow.reviewing import Applied
from workflow.units import Unit


def of(edition: Edition, source: str) -> Unit:
    return next(unit for unit in edition.units if unit.source == source)


def standing(folder: Path, source: str) -> Unit:
    """Return the unit of a sentence as it stands in a built bulletin."""
    return of(store.load(folder), source)


def apply(
    folder: Path, *rows: Row, author: str = "", reviewer: str = "", read: bool = False, **file: object
) -> Applied:
    returned = sent_back(rows, author, **file)
    return reviewing.apply(taken(returned), folder, Settings(), "accept", reviewer, read)
