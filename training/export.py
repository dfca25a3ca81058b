"""An adapter as a file, and a candidate as a model folder: `python -m training.export house ADAPTER FOLDER --bases FOLDER`.

The folder is what `bulletin models install` would make of this adapter; `--model FOLDER` takes it. With `none` in the
adapter's place it is the untuned base, which `training.evaluate` instructs.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.base import base_file
from training.watched import UNTUNED
from workflow.engines.catalogue import HOUSE_MODELS
from workflow.engines.convert import convert
from workflow.engines.fetch import sha256_of
from workflow.engines.models import file_facts, write_facts
from workflow.outputs import put

LARGEST = 40_000_000  # bytes that an adapter in models/ may have


def write_adapter(tensors: Mapping[str, npt.NDArray[np.floating]], path: Path, rank: int, alpha: int) -> None:
    """Write an adapter in half precision under peft's names, with the scale that workflow.engines.convert reads.

    `…lora_A.weight` is rank × columns, `…lora_B.weight` rows × rank. Raises SystemExit where it would be too large for
    models/.
    """
    from safetensors.numpy import save

    half = {name: np.ascontiguousarray(tensor, np.float16) for name, tensor in tensors.items()}
    data = save(half, {"format": "pt", "rank": str(rank), "scale": str(alpha / rank)})
    if len(data) > LARGEST:
        raise SystemExit(f"an adapter of {len(data)} bytes, more than {LARGEST}: take a lower rank.")
    put({path: data})


def merge(name: str, adapter: Path | None, folder: Path, bases: Path) -> None:
    """Write base and adapter, or the base alone, as a model folder that the engine opens like an installed one."""
    model = HOUSE_MODELS[name]
    folder.mkdir(parents=True)
    convert(base_file(name, bases), adapter, folder, lambda *_progress: None)
    facts = {
        "name": name,
        "kind": "house",
        "base": {"file": model.base_file, "sha256": model.base_sha256},
        "adapter": {
            "file": adapter.name if adapter else UNTUNED,
            "sha256": sha256_of(adapter) if adapter else UNTUNED,
        },
        "compute": "int8",
        "prompt": model.prompt,
        "license": model.license,
        "files": file_facts(folder),
    }
    write_facts(folder, facts)


def main(arguments: list[str] | None = None) -> None:
    """Merge a candidate."""
    parser = argparse.ArgumentParser(prog="training.export", description=__doc__)
    parser.add_argument("model", choices=tuple(HOUSE_MODELS))
    parser.add_argument("adapter", type=Path, help=f"a safetensors file, or {UNTUNED}")
    parser.add_argument("folder", type=Path, help="a new folder")
    parser.add_argument("--bases", type=Path, required=True, help="folder of the base files, fetched into it")
    given = parser.parse_args(arguments)
    if given.folder.exists():
        sys.exit(f"'{given.folder}' is there already; name a new folder.")
    adapter = None if str(given.adapter) == UNTUNED else given.adapter
    merge(given.model, adapter, given.folder, given.bases)


if __name__ == "__main__":
    main()
