"""Step 10, REVIEW: an editor's file comes back, and nothing of it is lost."""

from collections.abc import Callable
from pathlib import Path

from workflow.review.returned import Returned


def _word(path: Path) -> Returned:
    from workflow.review.wordreading import read

    return read(path)


def _xliff(path: Path) -> Returned:
    from workflow.review.xliffreading import read

    return read(path)


# Suffix of a file that comes back → what reads it; .sdlxliff, .mqxliff and .mxliff are those of Trados, memoQ, Phrase.
READERS: dict[str, Callable[[Path], Returned]] = {
    ".docx": _word,
    ".xlf": _xliff,
    ".xliff": _xliff,
    ".sdlxliff": _xliff,
    ".mqxliff": _xliff,
    ".mxliff": _xliff,
}
