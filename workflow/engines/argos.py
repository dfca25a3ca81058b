"""Any Argos Translate zh→en package, run on CTranslate2 as Argos itself would, but in batches and bounded."""

import importlib.metadata
import re
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.engines.argos_packages import metadata, package_module, require_chinese_english
from workflow.engines.asking import Answer, Options, Request, answer_all, without_runs
from workflow.engines.base import Hypothesis, Progress
from workflow.engines.decoding import length_bound, without_loop
from workflow.engines.insisting import ranked
from workflow.engines.loading import in_background
from workflow.engines.models import InstalledModel
from workflow.errors import MissingPartError
from workflow.i18n import _

if TYPE_CHECKING:
    from ctranslate2 import Translator

# Argos Translate's own decoding (argostranslate/translate.py, apply_packaged_translation; settings.beam_size).
BEAM, LENGTH_PENALTY = 4, 0.2
BATCH = 32
RETRIES: tuple[Options, ...] = (
    {"repetition_penalty": 1.2},
    {"repetition_penalty": 1.3, "no_repeat_ngram_size": 4},
)
# Stand-ins for English that was lost, in the order they are tried; no underscore, which Argos's tokenizer reads
# as a space.
PLACEHOLDERS = ("XX{number}", "[{number}]")


class ArgosEngine:
    """Translate with an Argos package, whose weights are loaded in a thread until they are first asked for.

    The first question raises MissingPartError where they cannot be loaded.
    """

    def __init__(self, model: InstalledModel, threads: int) -> None:
        folder = package_folder(model.path)
        package = package_module(model.path.parent / ".partial" / "argos-home").Package(folder)
        self._tokenizer = package.tokenizer
        self._prefix = str(package.target_prefix)
        self._model = model
        self._package = f"{folder.name} {metadata(folder)['package_version']}".strip()
        self._version = importlib.metadata.version("ctranslate2")
        self._weights = in_background(partial(_load, folder, threads))

    @cached_property
    def translator(self) -> "Translator":
        """Return what decodes, when its weights are loaded; raises MissingPartError where they cannot be."""
        return self._weights()

    @property
    def name(self) -> str:
        """Return "argos"."""
        return self._model.name

    @property
    def signature(self) -> str:
        """Return package and digest, runtime version and decoding options."""
        digest = str(self._model.facts.get("package", {}).get("sha256", ""))[:8] or "-"
        parts = (self.name, self._package, digest, f"ct2:{self._version}", f"beam:{BEAM}", f"batch:{BATCH}")
        return "|".join(parts)

    def translate(
        self,
        sources: Sequence[str],
        n: int = 1,
        keep: Sequence[Sequence[str]] | None = None,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Return up to n hypotheses for each source; see workflow.engines.base.Engine.

        Best first by Argos's own measure, which favours short answers a little more than the mean of a token does.
        """
        return answer_all(sources, keep, progress, BATCH, self._length, lambda batch: self._batch(batch, n))

    def _length(self, source: str) -> int:
        return len(self._encode(source))

    def _batch(self, batch: list[Request], n: int) -> list[list[Hypothesis]]:
        plain = self._ask([request.source for request in batch], n)
        return [
            self._insist(request, found, n) if request.keep else found
            for request, found in zip(batch, plain, strict=True)
        ]

    def _insist(self, request: Request, plain: list[Hypothesis], n: int) -> list[Hypothesis]:
        """Return the hypotheses, those first that hold most of what is to be kept."""
        held = [hold_places(request.source, request.keep, shape) for shape in PLACEHOLDERS]
        asked = [(source, places) for source, places in held if places]
        found = list(plain)
        for (_source, places), hypotheses in zip(asked, self._ask([s for s, _p in asked], n), strict=True):
            found += [Hypothesis(fill_places(h.text, places), h.score) for h in hypotheses]
        return ranked(found, request.source, request.keep)[:n]

    def _ask(self, sources: list[str], n: int) -> list[list[Hypothesis]]:
        options = {"beam_size": max(n, BEAM), "num_hypotheses": n}
        found = without_runs(sources, options, RETRIES, self._length, self._generate) if sources else []
        return [[Hypothesis(without_loop(a.text), a.score) for a in answers] for answers in found]

    def _generate(self, sources: list[str], options: Options) -> list[list[Answer]]:
        tokens = [self._encode(source) for source in sources]
        results = self.translator.translate_batch(
            tokens,
            target_prefix=[[self._prefix]] * len(tokens) if self._prefix else None,
            replace_unknowns=True,
            length_penalty=LENGTH_PENALTY,
            max_decoding_length=max(length_bound(len(source)) for source in tokens),
            max_input_length=0,
            return_scores=True,
            **options,
        )
        return [
            [
                self._answer(found, score)
                for found, score in zip(result.hypotheses, result.scores, strict=True)
            ]
            for result in results
        ]

    def _answer(self, tokens: list[str], score: float) -> Answer:
        # The score comes divided by length ** LENGTH_PENALTY; ours is the mean of a token.
        length = max(1, len(tokens))
        text = str(self._tokenizer.decode(tokens)).removeprefix(self._prefix).removeprefix(" ")
        return Answer(text, score * length ** (LENGTH_PENALTY - 1), len(tokens))

    def _encode(self, source: str) -> list[str]:
        tokens: list[str] = self._tokenizer.encode(source)
        return tokens


def _load(folder: Path, threads: int) -> "Translator":
    import ctranslate2

    try:
        return ctranslate2.Translator(
            str(folder / "model"), device="cpu", inter_threads=1, intra_threads=threads
        )
    except (RuntimeError, ValueError, MemoryError) as error:
        raise MissingPartError(
            _("The Argos package {path} cannot be loaded: {reason}. Next step: install it again.").format(
                path=folder, reason=error
            )
        ) from error


def package_folder(path: Path) -> Path:
    """Return the package inside a store folder, or the path itself where it is one; both must be zh→en."""
    inner = [] if (path / "metadata.json").is_file() else sorted(path.glob("*/metadata.json"))
    folder = inner[0].parent if inner else path
    require_chinese_english(folder)
    return folder


def hold_places(source: str, keep: Sequence[str], shape: str) -> tuple[str, dict[str, str]]:
    """Return the source with each English span of `keep` as a placeholder, and placeholder → English.

    Longest first; what does not stand in the source is left out, and so is a placeholder that the source has already.
    """
    places: dict[str, str] = {}
    free = (shape.format(number=number) for number in range(1, 1000))
    for wish in sorted(dict.fromkeys(keep), key=len, reverse=True):
        if wish and wish in source:
            place = next(place for place in free if place not in source)
            source = source.replace(wish, place)
            places[place] = wish
    return source, places


def fill_places(text: str, places: Mapping[str, str]) -> str:
    """Return a translation with its placeholders replaced by the English they stand for."""
    for place, english in sorted(places.items(), key=lambda item: -len(item[0])):
        text = english.join(re.split(re.escape(place) + r"(?!\d)", text, flags=re.IGNORECASE))
    return text
