"""Tell what SQLite and the system say in one line for the user."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from workflow.errors import InputError, OutputError
from workflow.i18n import _


@contextlib.contextmanager
def told(path: Path, kind: type[InputError | OutputError] = InputError) -> Iterator[None]:
    """Turn what SQLite and the system say into one line for the user."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        damaged = not isinstance(error, sqlite3.OperationalError)
        if damaged:
            raise InputError(
                _(
                    "the memory '{path}' cannot be read ({reason}); put a copy in its place, or name another."
                ).format(path=path, reason=error)
            ) from None
        raise _unusable(path, str(error), kind) from None
    except OSError as error:
        raise _unusable(path, error.strerror or str(error), kind) from None


def _unusable(path: Path, reason: str, kind: type[InputError | OutputError]) -> InputError | OutputError:
    return kind(
        _(
            "the memory '{path}' cannot be used ({reason}); check its folder's permissions and the disk, name another "
            "with the setting memory, or leave it out with --no-memory."
        ).format(path=path, reason=reason)
    )
