"""The product's engine, watched: what measuring counts and a build does not, and turns of a conversation before a source."""

from collections.abc import Sequence

from workflow.engines.asking import Answer, Options, runs_on
from workflow.engines.catalogue import END_OF_ANSWER
from workflow.engines.house import HouseEngine
from workflow.engines.models import InstalledModel

Turns = tuple[tuple[str, str], ...]
UNTUNED = "none"
# What a model without an adapter is told, and what it is shown as earlier turns: it would else explain the sentence.
INSTRUCTION = "Translate this Chinese sentence into English. Answer with the English alone.\n"
EXAMPLES: Turns = (
    (
        "老船工说，今年的水位比往年低半米。",
        "The old boatman said the water was half a meter lower this year than usual.",
    ),
    (
        "双方商定，明年起每季度互换监测数据。",
        "The two sides agreed to exchange monitoring data every quarter from next year.",
    ),
)


class Watched(HouseEngine):
    """Translate as HouseEngine does; see the module.

    `loops` and `several` count first answers that loop and answers of several lines. `turns` holds the questions and
    answers that stand before a source.
    """

    def __init__(self, model: InstalledModel, threads: int) -> None:
        super().__init__(model, threads)
        self.turns: dict[str, Turns] = {}
        self.loops = self.several = 0
        self.untuned = model.facts["adapter"]["sha256"] == UNTUNED

    def prompt(self, source: str) -> list[str]:
        """Return the tokens that a source is asked with, its turns before it; an untuned model is instructed."""
        turns = (*(EXAMPLES if self.untuned else ()), *self.turns.get(source, ()))
        before: list[str] = []
        for question, answer in turns:
            before += [*self._turn(question), *self._plain(answer), END_OF_ANSWER, *self._plain("\n")]
        return before + self._turn(source)

    def texts(self, sources: Sequence[str]) -> list[str]:
        """Return the answers to sources that may have several lines, as they are."""
        return [found[0].text for found in self._ask(list(sources), 1)]

    def _turn(self, source: str) -> list[str]:
        return super().prompt(INSTRUCTION + source if self.untuned else source)

    def _generate(self, sources: list[str], options: Options) -> list[list[Answer]]:
        found = super()._generate(sources, options)
        self.several += sum("\n" in answers[0].text for answers in found)
        if not options:
            self.loops += sum(
                runs_on(source, self._length(source), answers[0])
                for source, answers in zip(sources, found, strict=True)
            )
        return found
