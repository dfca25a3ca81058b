"""The house model on CTranslate2: a tuned decoder that is asked for the English of one sentence at a time."""

import importlib.metadata
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.engines.asking import Answer, Options, Request, answer_all, repeats_itself, without_runs
from workflow.engines.base import Hypothesis, Progress
from workflow.engines.catalogue import END_OF_ANSWER
from workflow.engines.decoding import Stopper, length_bound, without_loop
from workflow.engines.insisting import WORDINGS, plain_answer, ranked
from workflow.engines.loading import in_background
from workflow.engines.models import InstalledModel
from workflow.engines.vocabulary import TOKENIZER_FILE
from workflow.errors import MissingPartError
from workflow.i18n import _

if TYPE_CHECKING:
    from ctranslate2 import Generator

# In folders of before the vocabulary was trimmed.
SUPPRESSED_FILE = "suppressed.json"
# The score of an answer that had to be stopped.
RUNAWAY = -10.0
# Requests in a batch. A decoding step of house takes 0.11 s for one sentence, 0.17 s for 8 and 0.29 s for 32, and short
# prompts answer while longer ones are still being read: full batches win, unequal lengths cost little.
BATCH = 64
# Answers would depend on their batch if CTranslate2 read as many tokens of every prompt at once as the shortest has, for the
# sums differ in their last digits from those of reading one by one. How many are read at once depends on the request alone:
# HEAD of a first try, for the shortest title has as many and so shares the batch of long sentences; AGAIN where English is
# insisted on, for few of such prompts are shorter; the whole of a prompt for a beam and under a penalty, for these are few.
HEAD, AGAIN = 8, 24
BEAM_BATCH = 16
BEAM = 4
# A looping answer is asked again under these, one after the other, until it comes without a loop.
RETRIES: tuple[Options, ...] = ({"repetition_penalty": 1.2, "no_repeat_ngram_size": 6},)


class HouseEngine:
    """Translate with an installed house model, whose weights are loaded in a thread until they are first asked for.

    Raises MissingPartError where a file of the model cannot be loaded: here for the tokenizer, at the first question for
    the weights.
    """

    batchless = True

    def __init__(self, model: InstalledModel, threads: int, compute: str = "int8") -> None:
        from tokenizers import Tokenizer

        self._model = model
        self._compute = compute
        self._version = importlib.metadata.version("ctranslate2")
        self._weights = in_background(partial(self._load, threads))
        with self._told():
            self._tokenizer = Tokenizer.from_file(str(model.path / TOKENIZER_FILE))
        # A source is data: its own chat markers become plain text.
        self._tokenizer.encode_special_tokens = True
        self.suppressed = _suppressed(model.path)

    @cached_property
    def generator(self) -> "Generator":
        """Return what decodes, when its weights are loaded; raises MissingPartError where they cannot be."""
        return self._weights()

    def _load(self, threads: int) -> "Generator":
        import ctranslate2

        folder, compute = str(self._model.path), self._compute
        with self._told():
            return ctranslate2.Generator(
                folder, device="cpu", inter_threads=1, intra_threads=threads, compute_type=compute
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what loading a file raises into a MissingPartError."""
        try:
            yield
        except Exception as error:  # tokenizers raises nothing narrower
            text = _("The model {name} in {path} cannot be loaded: {reason}. Next step: {next}").format(
                name=self._model.name,
                path=self._model.path,
                reason=error,
                next=_("free some memory, or take a smaller model with --model house-small."),
            )
            raise MissingPartError(text) from error

    @property
    def name(self) -> str:
        """Return "house" or "house-small"."""
        return self._model.name

    @property
    def signature(self) -> str:
        """Return model digests, runtime version and decoding options."""
        facts = self._model.facts
        return "|".join(
            (
                self.name,
                f"base:{facts['base']['sha256'][:8]}",
                f"adapter:{facts['adapter']['sha256'][:8]}",
                f"ct2:{self._version}",
                self._compute,
                f"tokens:{self._tokenizer.get_vocab_size()}",
                f"batch:{BATCH}",
                f"beam:{BEAM}",
                f"read:{HEAD},{AGAIN}",
            )
        )

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Return up to n hypotheses for each source, best first; see workflow.engines.base.Engine.

        Each different request is asked once, in an order that depends on the set of requests alone.
        """
        size = BATCH if n == 1 else BEAM_BATCH
        return answer_all(sources, keep, progress, size, self._length, lambda batch: self._insist(batch, n))

    def _length(self, source: str) -> int:
        return len(self.prompt(source))

    def _insist(self, requests: list[Request], n: int) -> list[list[Hypothesis]]:
        """Return hypotheses; where something is to be kept, those that keep it first, asked for in every wording."""
        plain = [place for place, request in enumerate(requests) if not request.keep]
        kept = [place for place, request in enumerate(requests) if request.keep for _wording in WORDINGS]
        worded = [wording(r.source, r.keep) for r in requests if r.keep for wording in WORDINGS]
        answers = (*self._ask([requests[place].source for place in plain], n), *self._ask(worded, n, kept))
        found: dict[int, list[Hypothesis]] = defaultdict(list)
        for place, more in zip((*plain, *kept), answers, strict=True):
            source, keep = requests[place].source, requests[place].keep
            found[place] += [Hypothesis(plain_answer(h.text, source, keep), h.score) for h in more]
        return [
            ranked(found[place], request.source, request.keep) if request.keep else found[place]
            for place, request in enumerate(requests)
        ]

    def _ask(self, sources: list[str], n: int, same: Sequence[int] | None = None) -> list[list[Hypothesis]]:
        """Return the hypotheses of sources; those with one number of `same` are wordings of one request."""
        if not sources:
            return []
        options = {} if n == 1 else {"beam_size": max(n, BEAM), "num_hypotheses": n}
        generate = self._generate if same is None else self._generate_again
        found = without_runs(sources, options, RETRIES, self._length, generate, same)
        return [_hypotheses(answers) for answers in found]

    def _generate(self, sources: list[str], options: Options) -> list[list[Answer]]:
        """Return the answers to sources, each the same whatever it is asked with (see HEAD)."""
        return self._read_and_answer(sources, options, HEAD)

    def _generate_again(self, sources: list[str], options: Options) -> list[list[Answer]]:
        return self._read_and_answer(sources, options, AGAIN)

    def _read_and_answer(self, sources: list[str], options: Options, head: int) -> list[list[Answer]]:
        """Return the answers; the first `head` tokens of a prompt are read at once, HEAD of one that is shorter."""
        prompts = [self.prompt(source) for source in sources]
        groups: dict[int, list[int]] = defaultdict(list)
        for place, prompt in enumerate(prompts):
            most = len(prompt) - 1
            groups[most if options else head if head <= most else min(HEAD, most)].append(place)
        found: dict[int, list[Answer]] = {}
        for read, places in sorted(groups.items()):
            may_loop = [repeats_itself(sources[place]) for place in places]
            answers = self._decode([prompts[place] for place in places], read, may_loop, options)
            found.update(zip(places, answers, strict=True))
        return [found[place] for place in range(len(sources))]

    def _decode(
        self, prompts: list[list[str]], read: int, may_loop: list[bool], options: Options
    ) -> list[list[Answer]]:
        """Return the answers to prompts of more than `read` tokens, which are read at once.

        CTranslate2 reads as many as the shortest prompt has but one: where none is as short, a row is added that is.
        """
        bounds = [length_bound(len(prompt)) for prompt in prompts]
        shortest = min(map(len, prompts)) == read + 1
        stopper = Stopper(bounds, may_loop)
        results = self.generator.generate_batch(
            prompts if shortest else [*prompts, prompts[0][: read + 1]],
            include_prompt_in_result=False,
            max_length=max(bounds) + 1,
            end_token=END_OF_ANSWER,
            suppress_sequences=self.suppressed,
            return_scores=True,
            callback=None if "beam_size" in options else stopper,
            **options,
        )
        found: list[list[Answer]] = []
        for row, bound in enumerate(bounds):
            answers = zip(results[row].sequences_ids, results[row].scores, strict=True)
            found.append([self._answer(ids, score, bound, row in stopper.stopped) for ids, score in answers])
        return found

    def _answer(self, ids: list[int], score: float, bound: int, stopped: bool) -> Answer:
        stopped = stopped or len(ids) >= bound
        text = self._tokenizer.decode(ids[:bound]).strip()
        return Answer(text, RUNAWAY if stopped or not ids else score, len(ids), stopped)

    def prompt(self, source: str) -> list[str]:
        """Return the tokens that a source is asked with."""
        plain = self._plain
        # Spelt like a marker, even plain text can end an answer early: its first sign in full width does not.
        source = source.replace("<|", "＜|")
        asked = ["<|im_start|>", *plain("user\n" + source), "<|im_end|>", *plain("\n")]
        return [*asked, "<|im_start|>", *plain("assistant\n")]

    def _plain(self, text: str) -> list[str]:
        tokens: list[str] = self._tokenizer.encode(text, add_special_tokens=False).tokens
        return tokens


def _suppressed(folder: Path) -> list[list[str]]:
    """Return the tokens that must not be answered: none where the model has no row for them, as those made today."""
    listed = folder / SUPPRESSED_FILE
    tokens = json.loads(listed.read_text(encoding="ascii")) if listed.is_file() else []
    return [[token] for token in tokens]


def _hypotheses(answers: Sequence[Answer]) -> list[Hypothesis]:
    """Return the different texts, best first."""
    best: dict[str, float] = {}
    for answer in answers:
        best.setdefault(without_loop(answer.text), answer.score)
    return [Hypothesis(text, score) for text, score in best.items()]
