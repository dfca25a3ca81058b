"""The base model's file, fetched as `bulletin models install` fetches it, and kept for tuning."""

import sys
from pathlib import Path

from workflow.engines.catalogue import HOUSE_MODELS, parts_of
from workflow.engines.fetch import fetch_parts, join, sha256_of


def base_file(name: str, folder: Path) -> Path:
    """Return the base file of a house model in `folder`, fetched and joined where it is not there with its digest."""
    model = HOUSE_MODELS[name]
    file = folder / model.base_file
    if not (file.is_file() and sha256_of(file) == model.base_sha256):
        join(fetch_parts(model, parts_of(name), folder / "parts" / name, _tell), model, file, _tell)
    return file


def _tell(step: str, done: int, total: int) -> None:
    print(f"\r{step} {100 * done // max(1, total)} %", end="\n" if done == total else "", file=sys.stderr)
