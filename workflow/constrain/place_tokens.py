"""The words of a text that may name places: entries of the glossary, words of the dictionary, single characters."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from operator import add
from typing import NamedTuple

from workflow.constrain.bodies import Piece
from workflow.constrain.gazetteer import gazetteer
from workflow.constrain.place_words import CLASSES, LOOSE
from workflow.constrain.splitting import split

RUN = re.compile("[\u4e00-\u9fff]+")
CLASS_CHAR = re.compile(f"[{''.join(sorted({zh[-1] for zh in CLASSES}))}]")


class Token(NamedTuple):
    """Hold a word at start:end of the text; `hit` is the glossary entry that it is, if it is one."""

    start: int
    end: int
    zh: str
    hit: Piece | None = None


@dataclass(frozen=True)
class Sentence:
    """Hold a folded text, its words in order, and the glossary's places whose English is no reading of their characters."""

    text: str
    words: Sequence[Token]
    foreign: AbstractSet[str] = frozenset()

    @cached_property
    def _ends(self) -> dict[int, Token]:
        return {word.end: word for word in self.words}

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def ending(self, at: int) -> Token | None:
        """Return the word that ends at a place of the text."""
        return self._ends.get(at)

    def before(self, at: int) -> int:
        """Return how many words begin before a place of the text."""
        return bisect_left(self._starts, at)

    def right_before(self, number: int) -> Token | None:
        """Return the word that ends where a word begins."""
        return self._ends.get(self.words[number].start)

    def right_behind(self, number: int) -> Token | None:
        """Return the word that begins where a word ends."""
        follows = self.words[number + 1] if number + 1 < len(self.words) else None
        return follows if follows and follows.start == self.words[number].end else None


def tokens(text: str, hits: Sequence[Piece], every: bool = False) -> list[Token]:
    """Return the words of a text: the entries that were found in it, and between them those of the dictionary.

    A run that cannot name a place stays one word, to save the time of splitting it, unless `every` is asked for.
    """
    found = [Token(hit.start, hit.end, hit.zh(text), hit) for hit in hits]
    free = list(text)
    for hit in hits:
        free[hit.start : hit.end] = "\n" * (hit.end - hit.start)
    for run in RUN.finditer("".join(free)):
        if not (every or _may_name(run[0])):
            found.append(Token(run.start(), run.end(), run[0]))
            continue
        for at, word in split(run[0]):
            start = run.start() + at
            found.append(Token(start, start + len(word), word))
    return _parted(sorted(found, key=lambda word: word.start))


def _may_name(run: str) -> bool:
    """Tell whether a run of characters has the class of a place or a name of the dictionary that stands alone."""
    return CLASS_CHAR.search(run) is not None or not gazetteer().beginnings.isdisjoint(map(add, run, run[1:]))


def _parted(words: list[Token]) -> list[Token]:
    """Return the words with a place of two characters behind a single one taken apart: 鸣沙市 is no 沙市, 瑞丽江 no 丽江."""
    found: list[Token] = []
    for word in words:
        before = found[-1] if found and found[-1].end == word.start and found[-1].hit is None else None
        part = before and len(before.zh) == 1 and before.zh not in LOOSE
        if (
            part
            and word.hit is None
            and len(word.zh) == 2
            and word.zh[1] in CLASSES
            and word.zh in gazetteer().names
        ):
            found += [
                Token(word.start, word.start + 1, word.zh[0]),
                Token(word.start + 1, word.end, word.zh[1]),
            ]
        else:
            found.append(word)
    return found
