"""Write the files of one bulletin: whole or not at all, and never over what somebody changed."""

import errno
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from workflow.errors import OutputError
from workflow.i18n import _

LEDGER = ".written.json"
EDITION = "edition.json"
_NO_FSYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})  # what a file system without it says


def write(
    folder: Path,
    files: Mapping[str, bytes],
    taken_in: Iterable[str] = (),
    since: Mapping[str, str] | None = None,
) -> tuple[Path, ...]:
    """Write the named files into a folder and return their paths.

    All are written beside their places first and renamed together at the end. Raises OutputError where the
    folder cannot be written, or where a file there is not as we left it (somebody saved into it); `taken_in` are
    the SHA-256 of contents that were read in, which may be written over. `since` maps names to their digests when the
    work began, "" for none: where another run of the command has written one meanwhile, nothing is written.
    """
    taken_in = tuple(taken_in)
    with _alone(folder):
        guard(folder, files, taken_in)
        for name, known in (since or {}).items():
            if digest(folder / name) != known:
                raise OutputError(
                    _("'{path}' was written by another run meanwhile; run this command again.").format(
                        path=folder / name
                    )
                )
        everything = {LEDGER: _renewed(folder, files), **_in_order(folder, files, frozenset(taken_in))}
        try:
            _put({folder / name: data for name, data in everything.items()})
        except OSError as error:
            raise _unwritable(folder, error) from None
    return tuple(folder / name for name in files)


def _renewed(folder: Path, files: Mapping[str, bytes]) -> bytes:
    """Return the list of what is ours with the new digests; what of ours stands there now stays in it.

    A run that is killed before it has renamed everything must not make our own files look foreign.
    """
    ledger = _ledger(folder)
    for name, data in files.items():
        standing = digest(folder / name)
        ours = [known for known in ledger.get(name, []) if known == standing]
        ledger[name] = list(dict.fromkeys([sha256(data).hexdigest(), *ours]))
    return json.dumps(ledger, indent=1, sort_keys=True).encode()


def _in_order(folder: Path, files: Mapping[str, bytes], taken_in: frozenset[str]) -> dict[str, bytes]:
    """Return the files in the order in which they take their places.

    The edition, which every later run goes by, is last: a run that was killed before is done again from the beginning.
    A review file of the folder that was read into it comes after it: until then its edits stand nowhere else.
    """
    own = [name for name in files if "/" not in name and digest(folder / name) in taken_in]
    names = [*(name for name in files if name != EDITION and name not in own), EDITION, *own]
    return {name: files[name] for name in names if name in files}


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder against other runs of the command; raises OutputError where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        os.close(os.open(folder, os.O_RDONLY))
    except OSError as error:
        raise _unwritable(folder, error) from None
    with _locked(folder):
        yield


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; it goes with the process that holds it. Raises OSError for a folder that cannot be made."""
    import fcntl

    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a network share may know no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def put(files: Mapping[Path, bytes]) -> None:
    """Write files beside their places first and rename them together; raises OSError naming the one that failed.

    Each is on the disk before it is renamed, so that a power cut leaves the old file or the new one, not an empty one.
    """
    with ExitStack() as held:
        for folder in sorted({path.parent for path in files}):
            held.enter_context(_locked(folder))
        _put(files)


def _put(files: Mapping[Path, bytes]) -> None:
    waiting: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            partial = path.with_name(f".{path.name}.partial")
            waiting.append((partial, path))
            _write_through(partial, data)
        for partial, path in waiting:
            partial.replace(path)
    except OSError as error:
        for partial, _path in waiting:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from None


def _write_through(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)  # what a killed run left, or a link that somebody laid there
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        try:
            os.fsync(file.fileno())
        except OSError as error:
            if error.errno not in _NO_FSYNC:
                raise


def guard(folder: Path, names: Mapping[str, object], taken_in: Iterable[str] = ()) -> None:
    """Raise OutputError where one of the files is not as we left it, or the folder cannot be written."""
    for name in sorted(changed(folder, names, taken_in)):
        raise OutputError(
            _(
                "'{path}' was changed by someone since it was written and is left as it is; take a review file in "
                "with `bulletin review apply`, or move it elsewhere and build again."
            ).format(path=folder / name)
        )
    existing = next((f for f in (folder, *folder.absolute().parents) if f.exists()), None)
    if existing is None or not existing.is_dir() or not os.access(existing, os.W_OK):
        raise _unwritable(folder, None)


def changed(folder: Path, names: Iterable[str], taken_in: Iterable[str] = ()) -> frozenset[str]:
    """Return the names of the files there that are neither as we left them nor of a content `taken_in`."""
    ledger, known = _ledger(folder), frozenset(taken_in)
    there = {n: digest(folder / n) for n in names if (folder / n).is_file()}
    return frozenset(n for n, found in there.items() if found not in ledger.get(n, []) and found not in known)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's content in hexadecimal, "" where there is none."""
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


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
