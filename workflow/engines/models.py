"""The model store: which models are installed, where, and whether they are whole."""

import contextlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workflow.engines.catalogue import ARGOS, MODELS
from workflow.engines.fetch import sha256_of
from workflow.errors import MissingPartError, UsageError
from workflow.i18n import _

FACTS_FILE = "MODEL.json"
PARTIAL = ".partial"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """Name one model folder and what its MODEL.json says of it."""

    name: str
    path: Path
    facts: Mapping[str, Any] = field(default_factory=dict)


def models_root() -> Path:
    """Return the folder of the model store: BULLETIN_MODELS, else the user's data folder."""
    if given := os.environ.get("BULLETIN_MODELS"):
        return Path(given).expanduser()
    import platformdirs

    return platformdirs.user_data_path("bulletin-workflow") / "models"


def installed() -> list[InstalledModel]:
    """Return the models in the store, house models first; what holds no readable MODEL.json is left out."""
    root = models_root()
    found = []
    for name in MODELS:
        with contextlib.suppress(MissingPartError):
            found.append(_read(name, root / name))
    return found


def find(name_or_path: str) -> InstalledModel:
    """Return an installed model by its name, or a model folder by its path, known to be whole.

    Raises UsageError for a name that no model has; MissingPartError for one that is not installed or is broken.
    """
    if name_or_path in MODELS:
        path = models_root() / name_or_path
        if not path.is_dir():
            raise MissingPartError(
                _("The model {name} is not installed. Next step: `bulletin models install {name}`.").format(
                    name=name_or_path
                )
            )
        model = _read(name_or_path, path)
    else:
        path = Path(name_or_path).expanduser()
        if not path.is_dir():
            raise UsageError(
                _("There is no model or model folder {name}. Known models: {known}.").format(
                    name=name_or_path, known=", ".join(MODELS)
                )
            )
        model = _read(None, path)
    verify(model)
    return model


def remove(name: str) -> Path:
    """Delete an installed model and return the folder it had; raises UsageError where there is none."""
    path = models_root() / name
    if name not in MODELS or not path.is_dir():
        raise UsageError(
            _("The model {name} is not installed: nothing to remove. Installed: {known}.").format(
                name=name, known=", ".join(model.name for model in installed()) or _("none")
            )
        )
    # Out of sight first: a removal that is broken off leaves no half model under its name.
    rest = models_root() / PARTIAL / f"{name}.removed"
    shutil.rmtree(rest, ignore_errors=True)
    rest.parent.mkdir(parents=True, exist_ok=True)
    path.rename(rest)
    shutil.rmtree(rest)
    return path


def verify(model: InstalledModel, *, thoroughly: bool = False) -> None:
    """Check the files of a model against its MODEL.json; raises MissingPartError naming file and mend.

    A file is read again for its digest only when its time of change is not the one noted at installation, or
    `thoroughly`: a disk that loses a bit changes no time.
    """
    for name, fact in model.facts.get("files", {}).items():
        file = model.path / name
        if not file.is_file():
            raise _broken(model, name, _("it is missing"))
        state = file.stat()
        if state.st_size != fact["size"]:
            raise _broken(
                model,
                name,
                _("it has {found} bytes instead of {expected}").format(
                    found=state.st_size, expected=fact["size"]
                ),
            )
        if (thoroughly or state.st_mtime_ns != fact["changed"]) and sha256_of(file) != fact["sha256"]:
            raise _broken(model, name, _("its content has changed"))


def file_facts(folder: Path) -> dict[str, dict[str, Any]]:
    """Return size, digest and time of change of every file of a finished model folder, by relative name."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != FACTS_FILE)
    return {
        path.relative_to(folder).as_posix(): {
            "size": path.stat().st_size,
            "sha256": sha256_of(path),
            "changed": path.stat().st_mtime_ns,
        }
        for path in files
    }


def write_facts(folder: Path, facts: Mapping[str, Any]) -> None:
    """Write MODEL.json, the last file of a model, and see it safely on disk."""
    with (folder / FACTS_FILE).open("w", encoding="utf-8") as file:
        json.dump(facts, file, ensure_ascii=False, indent=2)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())


def _read(name: str | None, path: Path) -> InstalledModel:
    try:
        facts = json.loads((path / FACTS_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return _plain_package(name, path)
    except (OSError, ValueError):
        facts = None
    if not isinstance(facts, dict):
        raise _broken(InstalledModel(name or path.name, path), FACTS_FILE, _("it cannot be read"))
    return InstalledModel(name or str(facts.get("name", path.name)), path, facts)


def _plain_package(name: str | None, path: Path) -> InstalledModel:
    """Take a folder without MODEL.json as an Argos package if it is one."""
    if name is None and (path / "metadata.json").is_file() and (path / "model").is_dir():
        return InstalledModel(ARGOS, path, {"name": ARGOS, "kind": ARGOS})
    raise _broken(InstalledModel(name or path.name, path), FACTS_FILE, _("it is missing"))


def _broken(model: InstalledModel, file: str, reason: str) -> MissingPartError:
    if model.path.parent == models_root() and model.name in MODELS:
        mend = _("`bulletin models install {name}` makes it anew").format(name=model.name)
    else:
        mend = _("copy the model folder again from where it came")
    return MissingPartError(
        _("The model {name} in {path} is broken: {file}: {reason}. Next step: {mend}.").format(
            name=model.name, path=model.path, file=file, reason=reason, mend=mend
        )
    )
