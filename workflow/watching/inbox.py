"""Tell which files of an inbox are whole: seen twice with the same size, time and content, and open to no writer."""

import contextlib
import fcntl
import os
import signal
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workflow import outputs
from workflow.errors import InputError
from workflow.i18n import _
from workflow.memory.places import mount_table, network_type
from workflow.workshop import bulletins_in


@dataclass(frozen=True, slots=True)
class Stamp:
    """Hold what tells cheaply that a file has changed: its size in bytes and its time of change in nanoseconds."""

    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Seen:
    """Hold what one look at a file found; the digest is its SHA-256."""

    stamp: Stamp
    digest: str


def look(inbox: Path) -> dict[str, Stamp]:
    """Return the bulletins of an inbox and its subfolders by their paths inside it, with their stamps.

    The rules are those of `bulletin build FOLDER`: names that Office, browsers and copying programs give to
    unfinished files are no bulletins. A link out of the inbox is left out. Raises InputError where it is not there.
    """
    if not os.path.isdir(inbox):  # noqa: PTH112 - Path.is_dir raises where a share hangs
        raise InputError(_("the inbox '{folder}' cannot be read; is the share there?").format(folder=inbox))
    home = os.path.realpath(inbox)
    found: dict[str, Stamp] = {}
    for path in bulletins_in(inbox):
        with contextlib.suppress(OSError):  # taken away meanwhile
            state = path.stat()
            if path.is_file() and os.path.commonpath((home, os.path.realpath(path))) == home:
                found[path.relative_to(inbox).as_posix()] = Stamp(state.st_size, state.st_mtime_ns)
    return found


def seen(path: Path, stamp: Stamp) -> Seen | None:
    """Return what a look at a file finds; None where it cannot be read, is empty, or somebody writes it now."""
    try:
        if not stamp.size or being_written(path):
            return None
        return Seen(stamp, outputs.digest(path))
    except OSError:
        return None


def being_written(path: Path) -> bool:
    """Tell whether a program of this machine has a file open for writing; False where that cannot be known.

    The kernel refuses a read lease for such a file (fcntl(2), F_SETLEASE). That a server grants no leases at all
    looks the same, so a network file system is not asked. Raises OSError for a file that cannot be opened.
    """
    if network_type(path.absolute(), mount_table()):
        return False
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        # A writer who comes while we hold the lease is told to us by a signal: by one that is ignored unless asked for.
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except BlockingIOError:
        return True
    except OSError:  # another user's file, or a file system without leases
        return False
    finally:
        os.close(handle)
    return False


def clashes(names: Iterable[str], built: Iterable[str]) -> dict[str, str]:
    """Return the names that cannot be built, each with the one that has its folder already.

    Of files that differ only in their suffix the one that was built keeps the folder, else the first by name.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[home(name)].append(name)
    first = frozenset(built)
    losing: dict[str, str] = {}
    for group in groups.values():
        owner, *others = sorted(group, key=lambda name: (name not in first, name))
        losing |= dict.fromkeys(others, owner)
    return losing


def home(name: str) -> str:
    """Return the folder of a file's outputs below the folder of outputs: its own path without the suffix."""
    return Path(name).with_suffix("").as_posix()
