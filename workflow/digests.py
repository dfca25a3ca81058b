"""Digests of what results are made from: data, code, installed packages, the machine. All are SHA-256 in hexadecimal."""

import contextlib
import os
import platform
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

# Where what is printed with comes from besides Python packages: fonts and what chooses them, and the list of the
# installed system packages (Pango, HarfBuzz, LibreOffice), which changes with every one of them.
_SYSTEM = ("/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", "/var/lib/dpkg/status")
_USERS = (".fonts", ".local/share/fonts", ".config/fontconfig")


def of(*parts: str | bytes) -> str:
    """Return the digest of some parts, each with its length before it, so that no two lists of parts are alike."""
    digest = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def of_files(paths: Iterable[Path], suffixes: tuple[str, ...] = ()) -> str:
    """Return the digest of files and of all files below folders, names and contents, of the `suffixes` alone where given.

    Files are named by their place below the path they were found by; what cannot be read counts as empty.
    """
    parts: list[str | bytes] = []
    for root in paths:
        inside = sorted(path for path in root.rglob("*") if path.is_file()) if root.is_dir() else [root]
        for path in inside:
            if not suffixes or path.suffix in suffixes:
                parts += [path.relative_to(root).as_posix(), _content(path)]
    return of(*parts)


def code(*folders: str) -> str:
    """Return the digest of this package's code and data, or of some of its folders alone."""
    package = Path(__file__).parent
    suffixes = (".py", ".tsv", ".csv", ".json", ".toml", ".txt", ".mo")
    return of_files([package / folder for folder in folders] or [package], suffixes)


def packages() -> str:
    """Return the digest of the names and versions of all installed Python packages, and of Python's own version."""
    names: set[str] = set()
    for folder in sys.path:
        with contextlib.suppress(OSError):
            names.update(name for name in os.listdir(folder or ".") if name.endswith(".dist-info"))  # noqa: PTH208 - a set of names
    return of(sys.version, *sorted(names))


def processor() -> str:
    """Return the digest of the processor's kind and abilities: the sums of a model's figures depend on them."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    told = sorted(
        {line for line in lines if line.startswith(("model name", "flags", "Features", "CPU part"))}
    )
    forced = sorted(
        f"{name}={value}" for name, value in os.environ.items() if name.startswith(("CT2_", "MKL_"))
    )
    return of(platform.machine(), *told, *forced)


def system() -> str:
    """Return the digest of the fonts and system packages, by name, size and time of change."""
    parts: list[str] = []
    for root in (*map(Path, _SYSTEM), *(Path.home() / name for name in _USERS)):
        for path in (root, *sorted(root.rglob("*"))) if root.exists() else ():
            with contextlib.suppress(OSError):
                state = path.stat()
                parts.append(f"{path} {state.st_size} {state.st_mtime_ns}")
    return of(*parts)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
