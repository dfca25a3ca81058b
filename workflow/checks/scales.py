"""Hold the rows of words that exclude each other: grades, times told from today, kin, acts and their contraries."""

from dataclasses import dataclass
from functools import cache

from workflow.checks.wordbook import rows
from workflow.checks.words import LEXICON


@dataclass(frozen=True, slots=True)
class Side:
    """Hold one side of a pair or a step of a scale: its Chinese, and a regular expression for its English, of whole words.

    `zh` is a regular expression, in opposites.tsv of nothing but words. `hints` is Chinese (a regular expression) that may
    mean this side too, so that its English is no wonder; `loosely` is English that may say it too, so that the other
    side's English is no wonder. `alone` is the check that tells of the English where nothing in the Chinese explains it,
    neither these words nor those of `anyhow`; in 14,617 right pairs that came at most twice.
    """

    zh: str
    en: str
    hints: str = ""
    loosely: str = ""
    alone: str = ""
    anyhow: str = ""

    @property
    def chinese(self) -> str:
        """Return a regular expression for all Chinese that may mean this side."""
        return "|".join(filter(None, (self.zh, self.hints)))

    @property
    def explained(self) -> str:
        """Return a regular expression for all Chinese that explains the English where no other side is in question."""
        return "|".join(filter(None, (self.chinese, self.anyhow)))

    @property
    def english(self) -> str:
        """Return a regular expression for all English that may say it."""
        return "|".join(filter(None, (self.en, self.loosely)))


@cache
def scales(name: str) -> dict[str, tuple[Side, ...]]:
    """Return the scales of a table of data/ by their names, each as its steps; a row of the table is one step."""
    found: dict[str, tuple[Side, ...]] = {}
    for row in rows(LEXICON.with_name(f"{name}.tsv")):
        found[row[0]] = (*found.get(row[0], ()), Side(*row[1:]))
    return found
