"""What every engine offers: sources in, ranked hypotheses out, and a signature of how they were made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Hold one English rendering; `score` is the mean log-probability a token (0 is certain)."""

    text: str
    score: float


class Engine(Protocol):
    """Translate Chinese sentences to English, offline."""

    @property
    def name(self) -> str:
        """Return the short name that units carry as their origin."""
        ...

    @property
    def signature(self) -> str:
        """Return how this engine's English was made: model digest, runtime version, decoding options."""
        ...

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Return up to n hypotheses for each source, best first, at least one each; with `keep` more.

        `sources` may hold English spans among the Chinese, which are to stand in the output as they are.
        `keep[i]` names the English of sources[i] that an earlier answer lost: the engine insists on it in every
        way it has, up to n hypotheses for each. `progress` is called with the number of sources just finished.
        """
        ...
