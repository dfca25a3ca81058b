"""A Qwen2 GGUF file with a low-rank adapter merged in, written as a CTranslate2 int8 generator; no torch."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from workflow.engines.trimming import Trimmed, trim
from workflow.engines.vocabulary import Vocabulary, write_tokenizer

Floats = npt.NDArray[np.float32]
Tick = Callable[[int, int], None]
# Rows are dequantized in blocks of about this many weights, so that the embedding never stands in float whole.
BLOCK = 16_000_000
# The tensor's name in the GGUF file → the module's name in peft's adapters.
PEFT = {
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}


@dataclass(frozen=True, slots=True)
class Int8:
    """Hold a weight matrix in 8 bits and the factor of each row (rows × columns; rows)."""

    weight: npt.NDArray[np.int8]
    scale: Floats


class Adapter:
    """Hold the low-rank factors of an adapter in peft's names; none at all when no file is given."""

    def __init__(self, path: Path | None) -> None:
        self._tensors: dict[str, Floats] = {}
        self.scale = 1.0
        if path is not None:
            from safetensors import safe_open

            with safe_open(str(path), "numpy") as file:
                self._tensors = {key: file.get_tensor(key).astype(np.float32) for key in file.keys()}  # noqa: SIM118
                self.scale = float((file.metadata() or {}).get("scale", 2.0))

    def delta(self, tensor: str) -> Floats | None:
        """Return what is to be added to a tensor of the base, or None where the adapter leaves it alone."""
        block, _, rest = tensor.removeprefix("blk.").partition(".")
        module = PEFT.get(rest.removesuffix(".weight"))
        key = f"base_model.model.model.layers.{block}.{module}.lora_"
        if module is None or not rest.endswith(".weight") or key + "A.weight" not in self._tensors:
            return None
        product: Floats = self.scale * (self._tensors[key + "B.weight"] @ self._tensors[key + "A.weight"])
        return product


def quantize_rows(rows: Floats) -> Int8:
    """Return rows in 8 bits, each with its own factor, as CTranslate2's own specification does it.

    Source: ctranslate2/specs/model_spec.py, LayerSpec._quantize. The rows are overwritten.
    """
    largest = np.amax(np.absolute(rows), axis=1)
    largest[largest == 0] = 127.0
    largest = np.maximum(largest, np.float32(127) / np.finfo(np.float32).max)
    scale = (127.0 / largest).astype(np.float32)
    rows *= scale[:, None]
    return Int8(np.rint(rows, out=rows).astype(np.int8), scale)


class Base:
    """Read the tensors of a Qwen2 GGUF file, with the adapter added, one at a time."""

    def __init__(self, path: Path, adapter: Adapter) -> None:
        import gguf

        reader = gguf.GGUFReader(path)
        self._adapter = adapter
        self._tensors = {tensor.name: tensor for tensor in reader.tensors}
        self.fields = {key: field.contents() for key, field in reader.fields.items()}
        # The reader keeps an array object for every vocabulary entry: let go of them before the weights come.
        reader.fields.clear()

    def __contains__(self, name: str) -> bool:
        return name in self._tensors

    def floats(self, name: str) -> Floats:
        """Return a whole tensor in float32; meant for the short ones."""
        return np.concatenate(list(self._blocks(name)))

    def int8(self, name: str, rows: Sequence[int] | None = None) -> Int8:
        """Return a weight matrix, or these rows of it, in 8 bits; its float form never stands whole unless it is small."""
        blocks = [quantize_rows(block) for block in self._blocks(name)]
        weight = np.concatenate([b.weight for b in blocks]) if len(blocks) > 1 else blocks[0].weight
        scale = np.concatenate([b.scale for b in blocks])
        return Int8(weight, scale) if rows is None else Int8(weight[list(rows)], scale[list(rows)])

    def _blocks(self, name: str) -> Iterator[Floats]:
        from gguf.quants import dequantize

        tensor = self._tensors[name]
        shape = [int(length) for length in reversed(tensor.shape)]
        step = max(1, BLOCK // int(np.prod(shape[1:]))) if len(shape) > 1 else shape[0]
        delta = self._adapter.delta(name)
        for start in range(0, shape[0], step):
            part = tensor.data[start : start + step]
            plain = tensor.tensor_type.name in {"F32", "F16"}
            floats = np.asarray(part, np.float32) if plain else dequantize(part, tensor.tensor_type)
            rows = np.array(floats, np.float32, order="C")
            if delta is not None:
                rows += delta[start : start + step]
            yield rows


def _set(layer: Any, matrices: list[Int8], biases: list[Floats] | None = None) -> None:  # noqa: ANN401
    layer.weight = matrices[0].weight if len(matrices) == 1 else np.concatenate([m.weight for m in matrices])
    layer.weight_scale = np.concatenate([m.scale for m in matrices])
    if biases is not None:
        layer.bias = np.concatenate(biases)


def _specification(base: Base) -> Any:  # noqa: ANN401
    from ctranslate2.specs import common_spec, transformer_spec

    fields = base.fields
    return transformer_spec.TransformerDecoderModelSpec.from_config(
        fields["qwen2.block_count"],
        fields["qwen2.attention.head_count"],
        activation=common_spec.Activation.SWISH,
        pre_norm=True,
        ffn_glu=True,
        rms_norm=True,
        rotary_dim=0,
        rotary_interleave=False,
        rotary_base=fields["qwen2.rope.freq_base"],
        num_heads_kv=fields["qwen2.attention.head_count_kv"],
    )


def _fill_layer(layer: Any, base: Base, prefix: str) -> None:  # noqa: ANN401
    attention, feed = layer.self_attention, layer.ffn
    attention.layer_norm.gamma = base.floats(prefix + "attn_norm.weight")
    feed.layer_norm.gamma = base.floats(prefix + "ffn_norm.weight")
    names = [f"{prefix}attn_{x}" for x in "qkv"]
    _set(
        attention.linear[0],
        [base.int8(name + ".weight") for name in names],
        [base.floats(name + ".bias") for name in names],
    )
    _set(attention.linear[1], [base.int8(prefix + "attn_output.weight")])
    _set(feed.linear_0, [base.int8(prefix + "ffn_gate.weight")])
    _set(feed.linear_0_noact, [base.int8(prefix + "ffn_up.weight")])
    _set(feed.linear_1, [base.int8(prefix + "ffn_down.weight")])


def _fill_ends(decoder: Any, base: Base, trimmed: Trimmed) -> None:  # noqa: ANN401
    """Fill what turns tokens into vectors, and vectors into the tokens that may be answered."""
    decoder.scale_embeddings = False
    decoder.layer_norm.gamma = base.floats("output_norm.weight")
    embeddings = base.int8("token_embd.weight", trimmed.rows)
    decoder.embeddings.weight, decoder.embeddings.weight_scale = embeddings.weight, embeddings.scale
    output = "output.weight" if "output.weight" in base else "token_embd.weight"
    _set(decoder.projection, [base.int8(output, trimmed.rows[: trimmed.answers])])


def convert(base_path: Path, adapter: Path | None, folder: Path, tick: Tick) -> None:
    """Write base and adapter as an int8 generator with its tokenizer into an existing folder.

    `tick(done, total)` counts layers, the embeddings and the writing. Anonymous memory stays below twice the size of the result.
    """
    base = Base(base_path, Adapter(adapter))
    specification = _specification(base)
    layers = specification.decoder.layer
    steps = len(layers) + 2
    tick(0, steps)
    trimmed = trim(Vocabulary.from_gguf(base.fields))
    _fill_ends(specification.decoder, base, trimmed)
    tick(1, steps)
    for number, layer in enumerate(layers):
        _fill_layer(layer, base, f"blk.{number}.")
        tick(number + 2, steps)
    vocabulary = trimmed.vocabulary
    specification.register_vocabulary(list(vocabulary.tokens))
    config = specification.config
    config.bos_token, config.eos_token, config.unk_token = vocabulary.start, vocabulary.end, ""
    config.layer_norm_epsilon = base.fields["qwen2.attention.layer_norm_rms_epsilon"]
    specification.validate()
    specification.optimize()
    specification.save(str(folder))
    write_tokenizer(vocabulary, folder)
    tick(steps, steps)
