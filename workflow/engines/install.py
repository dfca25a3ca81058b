"""Installing a model: fetched or carried in, converted, and put in its place whole or not at all."""

import contextlib
import errno
import fcntl
import importlib.metadata
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from workflow.engines import argos_packages
from workflow.engines.catalogue import ARGOS, HOUSE_MODELS, MODELS, HouseModel, Part, adapter_path, parts_of
from workflow.engines.fetch import Report, fetch_parts, join, sha256_of
from workflow.engines.house import SUPPRESSED_FILE
from workflow.engines.models import (
    FACTS_FILE,
    PARTIAL,
    InstalledModel,
    file_facts,
    find,
    models_root,
    write_facts,
)
from workflow.errors import InputError, MissingPartError, OutputError, UsageError
from workflow.i18n import _

_MADE_WITH = ("ctranslate2", "gguf", "numpy", "tokenizers")
_FULL_DISK = {errno.ENOSPC, errno.EDQUOT}


def install(name: str | None, source: Path | None, report: Report) -> InstalledModel:
    """Install a model and return it; one that is there, whole and made of today's adapter is left as it is.

    `source` is a carried-in file (.gguf or .argosmodel); its content decides which model it is, and `name` may
    then be None. `report(step, done, total)` follows the work. Raises UsageError, InputError (a file that is no
    known model), MissingPartError (a part cannot be had) and OutputError (no space, no permission).
    """
    name = _chosen(name, source)
    root = models_root()
    try:
        with _locked(root, report):
            with contextlib.suppress(MissingPartError):
                present = find(name)
                if _is_current(present):
                    report(_("Already installed"), 1, 1)
                    return present
            workshop = root / PARTIAL / name
            workshop.mkdir(parents=True, exist_ok=True)
            if name == ARGOS:
                finished = _make_argos(workshop, source, report)
            else:
                finished = _make_house(HOUSE_MODELS[name], workshop, source, report)
            _put_in_place(finished, root / name)
            shutil.rmtree(workshop, ignore_errors=True)
    except OSError as error:
        raise _output_error(name, root, error) from error
    return find(name)


def _is_current(model: InstalledModel) -> bool:
    """Tell whether an installed model is what would be made today: an update of the program may bring an adapter."""
    adapter = adapter_path(model.name) if model.name in HOUSE_MODELS else None
    if adapter is None:
        return True
    return (
        SUPPRESSED_FILE not in model.facts["files"] and sha256_of(adapter) == model.facts["adapter"]["sha256"]
    )


def _chosen(name: str | None, source: Path | None) -> str:
    """Return the model that name and source mean together."""
    if name is not None and name not in MODELS:
        raise UsageError(
            _("There is no model named {name}. Known models: {known}.").format(
                name=name, known=", ".join(MODELS)
            )
        )
    if source is None:
        if name is None:
            raise UsageError(_("No model named. Known models: {known}.").format(known=", ".join(MODELS)))
        return name
    if not source.is_file():
        raise InputError(_("There is no file {path} to install a model from.").format(path=source))
    found = ARGOS if source.suffix == ".argosmodel" else _by_digest(source)
    if name not in {None, found}:
        raise InputError(
            _(
                "{path} is the model {found}, not {name}. Next step: `bulletin models install {found} --from {path}`."
            ).format(path=source, found=found, name=name)
        )
    return found


def _by_digest(source: Path) -> str:
    digest = sha256_of(source)
    for model in HOUSE_MODELS.values():
        if model.base_sha256 == digest:
            return model.name
    known = "; ".join(f"{model.base_file} {model.base_sha256}" for model in HOUSE_MODELS.values())
    raise InputError(
        _(
            "{path} is none of the known model files: its SHA-256 is {found}. Known are {known}. "
            "Next step: copy the file again, whole and unchanged."
        ).format(path=source, found=digest, known=known)
    )


@contextlib.contextmanager
def _locked(root: Path, report: Report) -> Iterator[None]:
    """Hold the store's lock; a second install waits for the first."""
    (root / PARTIAL).mkdir(parents=True, exist_ok=True)
    with (root / PARTIAL / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            report(_("Waiting for another installation"), 0, 1)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _make_house(model: HouseModel, workshop: Path, source: Path | None, report: Report) -> Path:
    """Return a finished model folder inside the workshop."""
    adapter = adapter_path(model.name)
    if adapter is None:
        raise MissingPartError(
            _(
                "The adapter {file} is missing from the installation. Next step: install bulletin-workflow again."
            ).format(file=model.adapter_file)
        )
    parts = parts_of(model.name)
    _require_space(model, workshop, 0 if source else 2 * model.base_size)
    base = source if source is not None else _base(model, parts, workshop, report)
    folder = workshop / "model"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    from workflow.engines.convert import convert

    convert(base, adapter, folder, lambda done, total: report(_("Converting"), done, total))
    report(_("Checking"), 0, 1)
    write_facts(folder, _house_facts(model, sha256_of(adapter), folder))
    report(_("Checking"), 1, 1)
    return folder


def _base(model: HouseModel, parts: Sequence[Part], workshop: Path, report: Report) -> Path:
    """Return the base file in the workshop, joined from fetched parts unless an earlier run left it there."""
    base = workshop / model.base_file
    if not (base.is_file() and sha256_of(base) == model.base_sha256):
        folder = workshop / "parts"
        join(fetch_parts(model, parts, folder, report), model, base, report)
        shutil.rmtree(folder)
    return base


def _house_facts(model: HouseModel, adapter_sha256: str, folder: Path) -> dict[str, Any]:
    return {
        "name": model.name,
        "kind": "house",
        "base": {"file": model.base_file, "sha256": model.base_sha256},
        "adapter": {"file": model.adapter_file, "sha256": adapter_sha256},
        "compute": "int8",
        "prompt": model.prompt,
        "license": model.license,
        "made_with": {name: importlib.metadata.version(name) for name in _MADE_WITH},
        "files": file_facts(folder),
    }


def _make_argos(workshop: Path, source: Path | None, report: Report) -> Path:
    """Return a folder inside the workshop that holds one Argos zh→en package and its MODEL.json."""
    archive = source if source is not None else argos_packages.download(workshop, report)
    folder = workshop / "model"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    package = argos_packages.unpack(archive, folder)
    facts = {
        "name": ARGOS,
        "kind": ARGOS,
        "package": {
            "folder": package.name,
            "sha256": sha256_of(archive),
            "version": argos_packages.metadata(package)["package_version"],
        },
        "license": _("see the package's README.md"),
        "made_with": {"argos-translate-lt": importlib.metadata.version("argos-translate-lt")},
        "files": file_facts(folder),
    }
    write_facts(folder, facts)
    return folder


def _require_space(model: HouseModel, folder: Path, fetched: int) -> None:
    """Check that there is room before anything is fetched; raises OutputError naming needed and free bytes."""
    kept = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    needed = max(fetched, fetched // 2 + model.int8_size) - min(kept, fetched)
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise _no_space(model.name, folder, needed, free)


def _no_space(name: str, folder: Path, needed: int | None, free: int) -> OutputError:
    if needed is None:
        model = HOUSE_MODELS.get(name)
        needed = model.base_size + model.int8_size if model else 500_000_000
    return OutputError(
        _(
            "There is too little space for the model {name} in {folder}: about {needed} MB are needed, {free} MB are free. "
            "Nothing was installed. Next step: make room, or set BULLETIN_MODELS to a folder on another disk."
        ).format(name=name, folder=folder, needed=-(-needed // 10**6), free=free // 10**6)
    )


def _put_in_place(finished: Path, place: Path) -> None:
    """Rename a finished folder to its name in the store; a broken one that is there makes way."""
    if not (finished / FACTS_FILE).is_file():
        raise FileNotFoundError(finished / FACTS_FILE)
    for path in [*finished.rglob("*"), finished]:
        descriptor = os.open(path, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)
    if place.exists():
        shutil.rmtree(place)
    finished.rename(place)


def _output_error(name: str, root: Path, error: OSError) -> OutputError:
    if error.errno in _FULL_DISK:
        return _no_space(name, root, None, shutil.disk_usage(root).free)
    return OutputError(
        _(
            "The model {name} could not be written to {folder} ({reason}). Nothing was installed. "
            "Next step: set BULLETIN_MODELS to a folder that you may write to."
        ).format(name=name, folder=root, reason=error.strerror or error)
    )
