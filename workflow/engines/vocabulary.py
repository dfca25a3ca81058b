"""Qwen2's vocabulary: its tokenizer as a `tokenizers` file, and what its byte-level tokens say."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TOKENIZER_FILE = "tokenizer.json"
# Qwen2's own pattern for splitting text before byte-pair encoding.
SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)
_SPECIAL = 3  # GGUF's token type for control tokens
# CJK radicals to unified ideographs, compatibility ideographs and forms, full-width forms, the further planes.
EAST_ASIAN = ((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))
# The first bytes, in UTF-8, of the characters above.
_LEAD_BYTES = frozenset(range(0xE3, 0xF1))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Hold the tokens in the order of their numbers, the merges, and which tokens are control tokens."""

    tokens: tuple[str, ...]
    merges: tuple[str, ...]
    special: tuple[str, ...]
    start: str
    end: str

    @classmethod
    def from_gguf(cls, fields: Mapping[str, Any]) -> "Vocabulary":
        """Return the vocabulary that stands in the fields of a GGUF file."""
        tokens = tuple(fields["tokenizer.ggml.tokens"])
        kinds = fields["tokenizer.ggml.token_type"]
        return cls(
            tokens=tokens,
            merges=tuple(fields["tokenizer.ggml.merges"]),
            special=tuple(t for t, kind in zip(tokens, kinds, strict=True) if kind == _SPECIAL),
            start=tokens[fields["tokenizer.ggml.bos_token_id"]],
            end=tokens[fields["tokenizer.ggml.eos_token_id"]],
        )


def write_tokenizer(vocabulary: Vocabulary, folder: Path) -> None:
    """Write tokenizer.json into a model folder."""
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers

    numbers = {token: number for number, token in enumerate(vocabulary.tokens)}
    merges = [(left, right) for left, right in (merge.split(" ") for merge in vocabulary.merges)]
    tokenizer = Tokenizer(models.BPE(vocab=numbers, merges=merges))
    split = pre_tokenizers.Split(Regex(SPLIT), "isolated")
    as_bytes = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([split, as_bytes])
    tokenizer.decoder = decoders.ByteLevel()
    special = [AddedToken(token, special=True, normalized=False) for token in vocabulary.special]
    tokenizer.add_special_tokens(special)
    tokenizer.save(str(folder / TOKENIZER_FILE))


@cache
def _byte_of() -> dict[str, int]:
    """Return GPT-2's byte alphabet: the letter that stands for each byte in a token."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [byte for byte in range(256) if byte not in printable]
    return {chr(byte): byte for byte in printable} | {chr(256 + n): byte for n, byte in enumerate(rest)}


def text_of(token: str) -> str | None:
    """Return the text of a byte-level token, or None where its bytes are no whole characters."""
    try:
        return _bytes_of(token).decode()
    except UnicodeDecodeError:
        return None


def whole_characters(token: str) -> str:
    """Return the text of a byte-level token without what is only part of a character."""
    return _bytes_of(token).decode(errors="ignore")


def is_east_asian(token: str) -> bool:
    """Tell whether a byte-level token holds, or can only begin, a Han character or CJK punctuation."""
    text = text_of(token)
    if text is None:
        return any(byte in _LEAD_BYTES for byte in _bytes_of(token))
    return any(first <= ord(letter) <= last for letter in text for first, last in EAST_ASIAN)


def _bytes_of(token: str) -> bytes:
    return bytes(_byte_of().get(letter, ord("?")) for letter in token)
