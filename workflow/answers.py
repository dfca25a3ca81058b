"""An engine that asks another only what it was not asked before: its answers are kept in the cache.

The model is not even loaded where every answer is known.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from workflow import digests
from workflow.cache import Cache
from workflow.engines import Engine, Hypothesis, Progress

KIND = "answers"
Request = tuple[str, tuple[str, ...]]


def free_of_batch(engine: Engine) -> bool:
    """Tell whether an engine says that its answer to a request is the same whatever else it is asked with it.

    The others' answers belong to the set of requests that they were asked with.
    """
    return bool(getattr(engine, "batchless", False))


@dataclass(slots=True)
class RememberingEngine:
    """Answer from the cache, else from the engine that `open_it` gives, which is opened when first needed.

    `identity` is the digest of everything that decides its answers: model, code, processor. `asked` and `known` count the
    requests that the engine was asked and that the cache had.
    """

    name: str
    identity: str
    open_it: Callable[[], Engine]
    cache: Cache
    asked: int = 0
    known: int = 0
    _engine: Engine | None = None
    _facts: dict[str, str] = field(default_factory=dict)

    @property
    def signature(self) -> str:
        """Return the engine's own signature, without opening it where the cache has it."""
        return self._fact("signature")

    @property
    def batchless(self) -> bool:
        """Tell what `free_of_batch` says of the engine, without opening it where the cache has it."""
        return bool(self._fact("batchless"))

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Return the hypotheses of every source as `Engine.translate` does, asking only for what is not known.

        Where answers belong to the set they were asked with, the whole set is known or asked.
        """
        wishes = keep if keep is not None else [()] * len(sources)
        requests: list[Request] = [
            (source, tuple(wish)) for source, wish in zip(sources, wishes, strict=True)
        ]
        if self.batchless:
            found = {request: self._get([request], n) for request in dict.fromkeys(requests)}
        else:
            found = dict.fromkeys(requests, self._get(requests, n))
        answers = {request: one[request] for request, one in found.items() if one is not None}
        missing = [request for request in requests if request not in answers]
        self.known += len(requests) - len(missing)
        if progress is not None and len(missing) < len(requests):
            progress(len(requests) - len(missing))
        if missing:
            answers |= self._ask(
                missing, n, None if keep is None else [wish for _s, wish in missing], progress
            )
        return [answers[request] for request in requests]

    def _ask(
        self, requests: list[Request], n: int, keep: list[tuple[str, ...]] | None, progress: Progress | None
    ) -> dict[Request, list[Hypothesis]]:
        self.asked += len(requests)
        told = self._opened().translate([source for source, _wish in requests], n, keep, progress)
        new = dict(zip(requests, told, strict=True))
        for group in [[request] for request in new] if self.batchless else [requests]:
            self.cache.put(KIND, self._key(group, n), _packed([(r, new[r]) for r in sorted(set(group))]))
        return new

    def _get(self, group: Sequence[Request], n: int) -> dict[Request, list[Hypothesis]] | None:
        """Return the answers of requests that were asked together, by request, None where they are not known."""
        data = self.cache.get(KIND, self._key(group, n))
        return None if data is None else _unpacked(data, sorted(set(group)))

    def _key(self, group: Sequence[Request], n: int) -> str:
        return digests.of(self.identity, str(n), json.dumps(sorted(set(group)), ensure_ascii=False))

    def _fact(self, name: str) -> str:
        if not self._facts:
            key = digests.of(self.identity, "facts")
            data = self.cache.get(KIND, key)
            if data is None:
                engine = self._opened()
                free = "yes" if free_of_batch(engine) else ""
                data = json.dumps({"signature": engine.signature, "batchless": free}).encode()
                self.cache.put(KIND, key, data)
            self._facts = json.loads(data)
        return self._facts[name]

    def _opened(self) -> Engine:
        if self._engine is None:
            self._engine = self.open_it()
        return self._engine


def _packed(answers: Sequence[tuple[Request, list[Hypothesis]]]) -> bytes:
    rows = [[[h.text, h.score] for h in hypotheses] for _request, hypotheses in answers]
    return json.dumps(rows, ensure_ascii=False).encode()


def _unpacked(data: bytes, requests: Sequence[Request]) -> dict[Request, list[Hypothesis]]:
    rows = json.loads(data)
    return {
        request: [Hypothesis(text, score) for text, score in row]
        for request, row in zip(requests, rows, strict=True)
    }
