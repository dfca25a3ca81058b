"""An engine with fixed answers, for tests that need to know the English beforehand."""

from collections.abc import Mapping, Sequence

from workflow.engines.base import Hypothesis, Progress


class ScriptedEngine:
    """Answer from a table: source → English, or source → several candidates, best first."""

    name = "scripted"
    signature = "scripted"

    def __init__(self, answers: Mapping[str, str | Sequence[str]], otherwise: str = "") -> None:
        self._answers = {s: (a,) if isinstance(a, str) else tuple(a) for s, a in answers.items()}
        self._otherwise = otherwise
        self.asked: list[str] = []

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Return the scripted English of each source; `otherwise` where the table has none.

        Candidates that hold all of `keep[i]` come first, as a real engine would have it.
        """
        self.asked += sources
        wishes = keep if keep is not None else [()] * len(sources)
        found = [self._answer(source, wish)[:n] for source, wish in zip(sources, wishes, strict=True)]
        if progress is not None:
            progress(len(sources))
        return found

    def _answer(self, source: str, wish: Sequence[str]) -> list[Hypothesis]:
        texts = self._answers.get(source, (self._otherwise,))
        ranked = sorted(texts, key=lambda text: sum(word not in text for word in wish))
        return [Hypothesis(text, -0.1 * place) for place, text in enumerate(ranked)]
