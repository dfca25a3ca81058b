"""The models that can be installed by name: what they are made of and where their parts come from."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from workflow.resources import packaged_folder

PROMPT = "<|im_start|>user\n{source}<|im_end|>\n<|im_start|>assistant\n"
END_OF_ANSWER = "<|im_end|>"
ARGOS = "argos"


@dataclass(frozen=True, slots=True)
class Part:
    """Name one wheel of the package index and the bytes that its one data file must hold."""

    number: int
    distribution: str
    version: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class HouseModel:
    """Describe a house model: a pinned base file, the adapter merged into it, and what comes of both.

    `base_size` and `int8_size` are bytes; `int8_size` is that of the finished folder, roughly.
    """

    name: str
    base_file: str
    base_sha256: str
    base_size: int
    base_home: str
    adapter_file: str
    license: str
    int8_size: int
    prompt: str = PROMPT


HOUSE_MODELS = {
    "house": HouseModel(
        name="house",
        base_file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        base_sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        base_size=1_117_320_768,
        base_home="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
        adapter_file="house.safetensors",
        license="Apache-2.0",
        int8_size=1_660_000_000,
    ),
    "house-small": HouseModel(
        name="house-small",
        base_file="qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
        base_sha256="1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
        base_size=491_400_064,
        base_home="Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF",
        adapter_file="house-small.safetensors",
        license="Apache-2.0",
        int8_size=570_000_000,
    ),
}
MODELS = (*HOUSE_MODELS, ARGOS)


def parts_of(name: str) -> tuple[Part, ...]:
    """Return the parts of a house model's base file, in the order in which they are joined."""
    with (Path(__file__).with_name("parts.toml")).open("rb") as file:
        table = tomllib.load(file)[name]
    return tuple(
        Part(
            number,
            table["distribution"].format(number=number),
            table["version"],
            part["size"],
            part["sha256"],
        )
        for number, part in enumerate(table["parts"], start=1)
    )


def adapter_path(name: str) -> Path | None:
    """Return where a house model's adapter lies: inside the installed package, or in the checkout's models/."""
    adapter = packaged_folder("models") / HOUSE_MODELS[name].adapter_file
    return adapter if adapter.is_file() else None
