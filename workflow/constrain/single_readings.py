"""Load pypinyin for the readings of single characters: without its phrases, which take a third of a second."""

import os
from functools import cache

NO_PHRASES = "PYPINYIN_NO_PHRASES"


@cache
def load() -> None:
    """Import pypinyin without its phrases, if nobody has imported it before; the environment stays as it was."""
    before = os.environ.get(NO_PHRASES)
    os.environ[NO_PHRASES] = "1"
    try:
        import pypinyin  # noqa: F401
    finally:
        if before is None:
            del os.environ[NO_PHRASES]
        else:
            os.environ[NO_PHRASES] = before
