"""What the model reads and what it is to write, in tokens: the prompt is the engine's, the end is the answer's."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.feeding import Example
from workflow.engines.catalogue import END_OF_ANSWER
from workflow.engines.vocabulary import TOKENIZER_FILE, Vocabulary, write_tokenizer


@dataclass(frozen=True, slots=True)
class Tokens:
    """Hold the numbers of an example's tokens, and from where to where its answers stand among them."""

    ids: tuple[int, ...]
    answers: tuple[tuple[int, int], ...]


def read(path: Path) -> list[Example]:
    """Return the examples of a file of `training.data`, in order."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Example(row["src"], row["tgt"], tuple(row["fed"]), tuple((q, a) for q, a in row["before"]))
        for row in rows
    ]


def tokenizer_of(gguf_file: Path, folder: Path) -> Any:  # noqa: ANN401
    """Return the tokenizer that `models install` writes for a base file; a source's chat markers are plain text to it."""
    from tokenizers import Tokenizer

    from workflow.engines.convert import Adapter, Base

    if not (folder / TOKENIZER_FILE).is_file():
        write_tokenizer(Vocabulary.from_gguf(Base(gguf_file, Adapter(None)).fields), folder)
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
    tokenizer.encode_special_tokens = True
    return tokenizer


def tokens_of(example: Example, tokenizer: Any) -> Tokens:  # noqa: ANN401
    """Return the tokens of an example; its prompt is HouseEngine.prompt's, its earlier turns are answered alike."""

    def plain(text: str) -> list[int]:
        ids: list[int] = tokenizer.encode(text, add_special_tokens=False).ids
        return ids

    start, end = tokenizer.token_to_id("<|im_start|>"), tokenizer.token_to_id(END_OF_ANSWER)
    ids: list[int] = []
    answers: list[tuple[int, int]] = []
    for question, answer in (*example.before, (example.src, example.tgt)):
        source = question.replace("<|", "＜|")
        ids += plain("\n") if ids else []
        ids += [start, *plain("user\n" + source), end, *plain("\n"), start, *plain("assistant\n")]
        asked = len(ids)
        ids += [*plain(answer), end]
        answers.append((asked, len(ids)))
    return Tokens(tuple(ids), tuple(answers))
