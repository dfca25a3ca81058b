"""Where the data that travels with the package lies: templates, glossary and models."""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def packaged_folder(name: Literal["templates", "glossary", "models"]) -> Path:
    """Return one of the package's own data folders: inside it in a wheel, beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
