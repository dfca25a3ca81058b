"""A tokenizer of single bytes with Qwen's marks, for tests of what a model is asked."""

from typing import Any

import pytest

from workflow.engines.vocabulary import TOKENIZER_FILE, Vocabulary, write_tokenizer

SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")


@pytest.fixture(scope="session")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Any:
    from tokenizers import Tokenizer

    folder = tmp_path_factory.mktemp("tokenizer")
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = [*map(chr, printable), *(chr(256 + n) for n in range(256 - len(printable)))]
    tokens = (*letters, "ĠĠ", "us", *SPECIAL)
    write_tokenizer(Vocabulary(tokens, ("Ġ Ġ", "u s"), SPECIAL, SPECIAL[1], SPECIAL[2]), folder)
    made = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
    made.encode_special_tokens = True
    return made
