"""Write the files of one bulletin: whole or not at all, and never over what somebody changed."""

import json
import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from workflow.errors import OutputError
from workflow.i18n import _

LEDGER = ".written.json"


def write(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write the named files into a folder and return their paths.

    All are written beside their places first and renamed together at the end. Raises OutputError where the
    folder cannot be written, or where a file there is not as we left it (somebody saved into it).
    """
    guard(folder, files)
    ledger = _ledger(folder)
    for name, data in files.items():
        # The digest before stays valid: a kill between two renames must not make our own file look foreign.
        ledger[name] = list(dict.fromkeys([sha256(data).hexdigest(), *ledger.get(name, [])[:1]]))
    everything = {LEDGER: json.dumps(ledger, indent=1, sort_keys=True).encode(), **files}
    try:
        put({folder / name: data for name, data in everything.items()})
    except OSError as error:
        raise _unwritable(folder, error) from None
    return tuple(folder / name for name in files)


def put(files: Mapping[Path, bytes]) -> None:
    """Write files beside their places first and rename them together; raises OSError naming the one that failed."""
    waiting: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            partial = path.with_name(f".{path.name}.partial")
            waiting.append((partial, path))
            partial.write_bytes(data)
        for partial, path in waiting:
            partial.replace(path)
    except OSError as error:
        for partial, _path in waiting:
            partial.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from None


def guard(folder: Path, names: Mapping[str, object]) -> None:
    """Raise OutputError where one of the files is not as we left it, or the folder cannot be written."""
    for name in sorted(changed(folder, names)):
        raise OutputError(
            _(
                "'{path}' was changed by someone since it was written and is left as it is; "
                "move it elsewhere and build again, or choose another folder with -o."
            ).format(path=folder / name)
        )
    existing = next((f for f in (folder, *folder.absolute().parents) if f.exists()), None)
    if existing is None or not existing.is_dir() or not os.access(existing, os.W_OK):
        raise _unwritable(folder, None)


def changed(folder: Path, names: Iterable[str]) -> frozenset[str]:
    """Return the names of the files there that are not as we left them."""
    ledger = _ledger(folder)
    there = (name for name in names if (folder / name).is_file())
    return frozenset(
        n for n in there if sha256((folder / n).read_bytes()).hexdigest() not in ledger.get(n, [])
    )


def _ledger(folder: Path) -> dict[str, list[str]]:
    try:
        read = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _unwritable(folder: Path, error: OSError | None) -> OutputError:
    reason = error.strerror if error else _("permission denied or not a folder")
    return OutputError(
        _("'{folder}' cannot be written ({reason}); choose another folder with -o.").format(
            folder=folder, reason=reason
        )
    )
