"""The house model on CTranslate2: a tuned decoder that is asked for the English of one sentence at a time."""

import importlib.metadata
import json
from collections.abc import Sequence
from pathlib import Path

from workflow.engines.asking import Answer, Options, Request, answer_all, without_runs
from workflow.engines.base import Hypothesis, Progress
from workflow.engines.catalogue import END_OF_ANSWER
from workflow.engines.decoding import length_bound, without_loop
from workflow.engines.insisting import WORDINGS, as_it_is, one_line, plain_answer, ranked
from workflow.engines.models import InstalledModel
from workflow.engines.vocabulary import TOKENIZER_FILE
from workflow.errors import MissingPartError
from workflow.i18n import _

# In folders of before the vocabulary was trimmed.
SUPPRESSED_FILE = "suppressed.json"
# Requests in a batch. A decoding step of house takes 0.11 s for one sentence, 0.17 s for 8 and 0.29 s for 32, and short
# prompts answer while longer ones are still being read: full batches win, unequal lengths cost little.
# Answers would depend on their batch if CTranslate2 read as many tokens of every prompt at once as the shortest has, for the
# sums differ in their last digits from those of reading one by one: it is given the HEAD of every prompt to read at once.
HEAD = 3
# The score of an answer that had to be stopped: what it would have gone on to say depends on the batch's longest.
RUNAWAY = -10.0
BATCH = 64
BEAM_BATCH = 16
BEAM = 4
# A looping answer is asked again under these, one after the other, until it comes without a loop.
RETRIES: tuple[Options, ...] = ({"repetition_penalty": 1.2, "no_repeat_ngram_size": 6},)


class HouseEngine:
    """Translate with an installed house model."""

    batchless = True

    def __init__(self, model: InstalledModel, threads: int, compute: str = "int8") -> None:
        import ctranslate2
        from tokenizers import Tokenizer

        self._model = model
        self._compute = compute
        self._version = importlib.metadata.version("ctranslate2")
        try:
            self._tokenizer = Tokenizer.from_file(str(model.path / TOKENIZER_FILE))
            self.generator = ctranslate2.Generator(
                str(model.path), device="cpu", inter_threads=1, intra_threads=threads, compute_type=compute
            )
        except (RuntimeError, ValueError, MemoryError) as error:
            raise MissingPartError(
                _("The model {name} in {path} cannot be loaded: {reason}. Next step: {next}").format(
                    name=model.name,
                    path=model.path,
                    reason=error,
                    next=_("free some memory, or take a smaller model with --model house-small."),
                )
            ) from error
        # A source is data: its own chat markers become plain text.
        self._tokenizer.encode_special_tokens = True
        self.suppressed = _suppressed(model.path)

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
        asked = [
            (place, wording)
            for place, request in enumerate(requests)
            for wording in (WORDINGS if request.keep else (as_it_is,))
        ]
        sources = [wording(requests[place].source, requests[place].keep) for place, wording in asked]
        found: list[list[Hypothesis]] = [[] for _request in requests]
        for (place, _wording), more in zip(asked, self._ask(sources, n), strict=True):
            source, keep = requests[place].source, requests[place].keep
            found[place] += [Hypothesis(one_line(plain_answer(h.text, source, keep)), h.score) for h in more]
        return [
            ranked(hypotheses, request.source, request.keep) if request.keep else hypotheses
            for request, hypotheses in zip(requests, found, strict=True)
        ]

    def _ask(self, sources: list[str], n: int) -> list[list[Hypothesis]]:
        options = {} if n == 1 else {"beam_size": max(n, BEAM), "num_hypotheses": n}
        found = without_runs(sources, options, RETRIES, self._length, self._generate)
        return [_hypotheses(answers) for answers in found]

    def _generate(self, sources: list[str], options: Options) -> list[list[Answer]]:
        """Return the answers to sources, each the same whatever it is asked with (see HEAD)."""
        prompts = [self.prompt(source) for source in sources]
        bounds = [length_bound(len(prompt)) for prompt in prompts]
        if (
            "repetition_penalty" in options
        ):  # what is fed token by token would be penalised as if it had been answered
            found = [
                self._decode([prompt], 0, [bound], options)[0]
                for prompt, bound in zip(prompts, bounds, strict=True)
            ]
        else:
            found = self._decode(prompts, HEAD, bounds, options)
        return [
            [Answer(self._tokenizer.decode(ids).strip(), score, len(ids)) for ids, score in answers]
            for answers in found
        ]

    def _decode(
        self, prompts: list[list[str]], head: int, bounds: list[int], options: Options
    ) -> list[list[tuple[list[int], float]]]:
        """Return tokens and mean log-probability of each answer, cut at its own bound.

        The first `head` tokens, which all prompts share, are read at once, the others one by one; 0 reads a prompt at once.
        """
        rest = [prompt[head:] for prompt in prompts]
        fed = [len(tokens) if head else 0 for tokens in rest]
        results = self.generator.generate_batch(
            rest,
            static_prompt=prompts[0][:head] or None,
            include_prompt_in_result=head > 0,
            max_length=max(f + bound for f, bound in zip(fed, bounds, strict=True)),
            end_token=END_OF_ANSWER,
            suppress_sequences=self.suppressed,
            return_scores=True,
            **options,
        )
        return [
            [
                # The score is the mean over the tokens fed, at 0 each, and answered.
                (
                    ids[f:][:bound],
                    score * len(ids) / max(1, len(ids) - f) if len(ids) - f < bound else RUNAWAY,
                )
                for ids, score in zip(result.sequences_ids, result.scores, strict=True)
            ]
            for result, f, bound in zip(results, fed, bounds, strict=True)
        ]

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
