from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from workflow.engines.convert import Adapter, Base, convert, quantize_rows
from workflow.engines.trimming import trim
from workflow.engines.vocabulary import Vocabulary, is_east_asian


def test_rows_are_quantized_as_ctranslate2_does() -> None:
    from ctranslate2.specs import common_spec

    rows = np.random.default_rng(3).standard_normal((50, 64)).astype(np.float32)
    rows[7] = 0
    rows[8] *= 1e-37
    linear = common_spec.LinearSpec()
    linear.weight = rows.copy()
    linear.validate()
    linear.optimize(quantization="int8")
    ours = quantize_rows(rows)
    assert np.array_equal(ours.weight, linear.weight.numpy())
    assert np.array_equal(ours.scale, linear.weight_scale.numpy())


def test_adapter_is_added_to_the_tensor_it_names(tiny: Any) -> None:
    plain, tuned = Base(tiny.gguf, Adapter(None)), Base(tiny.gguf, Adapter(tiny.adapter))
    for name in ("blk.0.attn_q.weight", "blk.1.attn_k.weight", "blk.1.attn_q.bias", "token_embd.weight"):
        assert np.array_equal(plain.floats(name), tuned.floats(name)), name
    from safetensors.numpy import load_file

    factors = load_file(tiny.adapter)
    low, high = (
        next(v for k, v in factors.items() if k.endswith(f"{x}.weight")).astype(np.float32) for x in "AB"
    )
    difference = tuned.floats("blk.1.attn_q.weight") - plain.floats("blk.1.attn_q.weight")
    assert np.allclose(difference, 2.0 * high @ low, atol=1e-5)


def test_blocks_of_rows_give_the_same_as_the_whole(tiny: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Base(tiny.gguf, Adapter(tiny.adapter)).int8("blk.1.attn_q.weight")
    monkeypatch.setattr("workflow.engines.convert.BLOCK", 100)
    parts = Base(tiny.gguf, Adapter(tiny.adapter)).int8("blk.1.attn_q.weight")
    assert np.array_equal(whole.weight, parts.weight)
    assert np.array_equal(whole.scale, parts.scale)


def reference_logits(gguf: Path, adapter: Path, ids: list[int]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Qwen2's forward pass written out in numpy: what the converted model must compute."""
    base = Base(gguf, Adapter(adapter))

    def norm(x: Any, name: str) -> Any:
        return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-6) * base.floats(name)

    def heads(x: Any, count: int) -> Any:
        return x.reshape(len(ids), count, -1).transpose(1, 0, 2)

    def rotated(x: Any) -> Any:
        half = x.shape[-1] // 2
        angle = np.arange(len(ids))[:, None] / 10000.0 ** (np.arange(half) / half)
        left, right = x[..., :half], x[..., half:]
        return np.concatenate(
            [left * np.cos(angle) - right * np.sin(angle), right * np.cos(angle) + left * np.sin(angle)], -1
        )

    x = base.floats("token_embd.weight")[ids].astype(np.float64)
    for block in range(2):
        p = f"blk.{block}."
        h = norm(x, p + "attn_norm.weight")
        q, k, v = (h @ base.floats(f"{p}attn_{n}.weight").T + base.floats(f"{p}attn_{n}.bias") for n in "qkv")
        q, k, v = rotated(heads(q, 2)), rotated(heads(k, 1)), heads(v, 1)
        scores = q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[-1]) + np.triu(np.full((len(ids),) * 2, -1e9), 1)
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (weights / weights.sum(-1, keepdims=True)) @ v
        x = x + mixed.transpose(1, 0, 2).reshape(len(ids), -1) @ base.floats(p + "attn_output.weight").T
        h = norm(x, p + "ffn_norm.weight")
        gate, up = (h @ base.floats(f"{p}ffn_{n}.weight").T for n in ("gate", "up"))
        x = x + (gate / (1 + np.exp(-gate)) * up) @ base.floats(p + "ffn_down.weight").T
    output = "output.weight" if "output.weight" in base else "token_embd.weight"
    logits: np.ndarray[Any, np.dtype[np.float64]] = norm(x, "output_norm.weight") @ base.floats(output).T
    return logits


@pytest.mark.parametrize("two_ends", [False, True])
def test_converted_model_computes_what_qwen2_computes(
    tiny: Any, tmp_path: Path, gguf_writer: Callable[..., None], two_ends: bool
) -> None:
    import ctranslate2

    gguf = tiny.gguf
    if two_ends:
        gguf = tmp_path / "two-ends.gguf"
        gguf_writer(gguf, two_ends=True)
    ticks: list[tuple[int, int]] = []
    convert(gguf, tiny.adapter, tmp_path, lambda done, total: ticks.append((done, total)))
    assert ticks == [(n, 4) for n in range(5)]
    generator = ctranslate2.Generator(str(tmp_path), device="cpu", compute_type="float32")
    trimmed = trim(Vocabulary.from_gguf(Base(gguf, Adapter(None)).fields))
    ids = [257, 100, 110, 0xE6, 259]
    found = np.array(generator.forward_batch([[trimmed.rows.index(row) for row in ids]]))[0]
    expected = reference_logits(gguf, tiny.adapter, ids)[:, list(trimmed.rows[: trimmed.answers])]
    assert found.shape == expected.shape
    assert trimmed.answers < len(trimmed.rows)
    assert np.corrcoef(found.ravel(), expected.ravel())[0, 1] > 0.999


def test_tokenizer_keeps_bytes_and_control_tokens(tiny: Any, tmp_path: Path) -> None:
    from tokenizers import Tokenizer

    convert(tiny.gguf, None, tmp_path, lambda _done, _total: None)
    tokenizer = Tokenizer.from_file(str(tmp_path / "tokenizer.json"))
    assert tokenizer.encode("<|im_end|>").tokens == ["<|im_end|>"]
    text = "澜沧江 Mekong  2022年"
    assert tokenizer.decode(tokenizer.encode(text).ids) == text


LETTERS = {
    byte: letter
    for letter, byte in zip(
        [
            *map(chr, range(33, 127)),
            *map(chr, range(161, 173)),
            *map(chr, range(174, 256)),
            *map(chr, range(256, 324)),
        ],
        [
            *range(33, 127),
            *range(161, 173),
            *range(174, 256),
            *(b for b in range(256) if not (33 <= b < 127 or 161 <= b < 173 or b >= 174)),
        ],
        strict=True,
    )
}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("环境".encode(), True),
        (" 的".encode(), True),
        ("，".encode(), True),
        ("（".encode(), True),
        ("《".encode(), True),
        ("１".encode(), True),
        ("豈".encode(), True),
        ("𠀀".encode(), True),
        ("环".encode()[:2], True),
        (b" the", False),
        ("—".encode(), False),
        ("“".encode(), False),
        ("’s".encode(), False),
        ("é".encode(), False),
        ("€".encode(), False),
        ("°C".encode(), False),
        ("₂".encode(), False),
        (b"\x80", False),
        (b"\xe2\x80", False),
    ],
)
def test_east_asian_tokens(data: bytes, expected: bool) -> None:
    assert is_east_asian("".join(LETTERS[byte] for byte in data)) is expected
