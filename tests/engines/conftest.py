"""A tiny house model, real in every step but its size: GGUF file, adapter, wheels, pinned digests."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from workflow.engines import catalogue, install

WIDTH, HEADS, KV_HEADS, FEED, LAYERS = 32, 2, 1, 48, 2
SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
NAME = "house-small"
Report = list[tuple[str, int, int]]


@dataclass(frozen=True)
class TinyModel:
    gguf: Path
    adapter: Path
    wheels: Path
    parts: tuple[catalogue.Part, ...]
    model: catalogue.HouseModel


def byte_letters() -> list[str]:
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [byte for byte in range(256) if byte not in printable]
    letters = {byte: chr(byte) for byte in printable} | {byte: chr(256 + n) for n, byte in enumerate(rest)}
    return [letters[byte] for byte in range(256)]


def write_gguf(path: Path, *, two_ends: bool = False) -> None:
    """Write the tiny base; with `two_ends` its output has a matrix of its own, as the larger base has."""
    import gguf
    import numpy as np
    from gguf.quants import quantize

    noise = np.random.default_rng(7)
    tokens = [*byte_letters(), "ĠĠ", *SPECIAL]
    writer = gguf.GGUFWriter(path, "qwen2")
    writer.add_block_count(LAYERS)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_rope_freq_base(10000.0)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_token_list(tokens)
    writer.add_token_types([1] * 257 + [3] * 3)
    writer.add_token_merges(["Ġ Ġ"])
    writer.add_bos_token_id(257)
    writer.add_eos_token_id(259)

    def add(name: str, *shape: int, quantized: bool = True) -> None:
        values = noise.standard_normal(shape).astype(np.float32)
        if quantized:
            kind = gguf.GGMLQuantizationType.Q8_0
            writer.add_tensor(name, quantize(values, kind), raw_dtype=kind)
        else:
            writer.add_tensor(name, values)

    half = WIDTH * KV_HEADS // HEADS
    add("token_embd.weight", len(tokens), WIDTH)
    if two_ends:
        add("output.weight", len(tokens), WIDTH)
    add("output_norm.weight", WIDTH, quantized=False)
    for block in range(LAYERS):
        for norm in ("attn_norm", "ffn_norm"):
            add(f"blk.{block}.{norm}.weight", WIDTH, quantized=False)
        for letter, rows in (("q", WIDTH), ("k", half), ("v", half)):
            add(f"blk.{block}.attn_{letter}.weight", rows, WIDTH)
            add(f"blk.{block}.attn_{letter}.bias", rows, quantized=False)
        add(f"blk.{block}.attn_output.weight", WIDTH, WIDTH)
        add(f"blk.{block}.ffn_gate.weight", FEED, WIDTH)
        add(f"blk.{block}.ffn_up.weight", FEED, WIDTH)
        add(f"blk.{block}.ffn_down.weight", WIDTH, FEED, quantized=False)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def write_adapter(path: Path) -> None:
    import numpy as np
    from safetensors.numpy import save_file

    noise = np.random.default_rng(8)
    prefix = "base_model.model.model.layers.1.self_attn.q_proj.lora_"
    factors = {
        prefix + "A.weight": noise.standard_normal((2, WIDTH)).astype(np.float16),
        prefix + "B.weight": noise.standard_normal((WIDTH, 2)).astype(np.float16),
    }
    save_file(factors, path, {"scale": "2.0"})


def write_wheel(folder: Path, part: catalogue.Part, data: bytes, member: str | None = None) -> Path:
    """Write a wheel as the package index has it: one data file beside the usual metadata."""
    package = part.distribution.replace("-", "_")
    wheel = folder / f"{package}-{part.version}-py3-none-any.whl"
    info = f"{package}-{part.version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {part.distribution}\nVersion: {part.version}\n"
    files = {
        f"{package}/__init__.py": b"raise SystemExit('a data wheel was imported')\n",
        member or f"{package}/data/part{part.number:02}.bin": data,
        f"{info}/METADATA": metadata.encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in files) + f"{info}/RECORD,,\n"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, content in {**files, f"{info}/RECORD": record.encode()}.items():
            archive.writestr(name, content)
    return wheel


@pytest.fixture(scope="session")
def tiny_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tiny")
    write_gguf(folder / "tiny.gguf")
    write_adapter(folder / "tiny.safetensors")
    return folder / "tiny.gguf", folder / "tiny.safetensors"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty model store; no package index, no Argos packages of the user."""
    monkeypatch.setenv("BULLETIN_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "no-packages"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "wheels"))
    (tmp_path / "wheels").mkdir()
    return tmp_path / "models"


@pytest.fixture
def tiny(
    tiny_files: tuple[Path, Path], store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> TinyModel:
    """The tiny model under the name of house-small, its three wheels in the index folder."""
    gguf, adapter = tiny_files
    data = gguf.read_bytes()
    third = len(data) // 3
    pieces = [data[:third], data[third : 2 * third], data[2 * third :]]
    parts = tuple(
        catalogue.Part(number, f"tiny-part{number}", "0.1", len(piece), hashlib.sha256(piece).hexdigest())
        for number, piece in enumerate(pieces, start=1)
    )
    for part, piece in zip(parts, pieces, strict=True):
        write_wheel(tmp_path / "wheels", part, piece)
    model = catalogue.HouseModel(
        name=NAME,
        base_file="tiny.gguf",
        base_sha256=hashlib.sha256(data).hexdigest(),
        base_size=len(data),
        base_home="nowhere",
        adapter_file=str(adapter),
        license="CC0-1.0",
        int8_size=100_000,
    )
    monkeypatch.setitem(catalogue.HOUSE_MODELS, NAME, model)
    monkeypatch.setattr(install, "parts_of", lambda _name: parts)
    # What a child process needs to stand in the same place.
    table = {
        "model": {f: getattr(model, f) for f in model.__slots__},
        "parts": [[getattr(p, f) for f in p.__slots__] for p in parts],
    }
    (tmp_path / "tiny.json").write_text(json.dumps(table), encoding="utf-8")
    assert store.name == "models"
    return TinyModel(gguf, adapter, tmp_path / "wheels", parts, model)


@pytest.fixture
def gguf_writer() -> Callable[..., None]:
    return write_gguf


@pytest.fixture
def wheel_writer() -> Callable[..., Path]:
    return write_wheel


@pytest.fixture
def reported() -> Report:
    return []
