"""Keep results by the digest of what they were made from, so that nothing is made twice; all of it can be deleted at any time.

One result is one file: 32 bytes of SHA-256 over the rest, then the rest. It is written beside its place and renamed,
so that any number of commands may share the folder and a kill leaves whole files; what does not fit its own digest is as
good as missing. Reading renews a file's time, and the files that were not read for longest go when a kind outgrows its room.
"""

import contextlib
import os
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

# What is kept, and how many bytes on disk each kind may take: an answer is a file system's block, an output some 100 kB.
ROOM: Mapping[str, int] = {"answers": 300_000_000, "outputs": 700_000_000}
_DIGEST = 32
_NAME = re.compile(r"[0-9a-f]{64}")
_PARTIAL = re.compile(r"\.[0-9a-f]{64}\.\d+\.partial")
# A kind is looked through when this share of its room was written since, or a day has passed; then it is cut to _FULL.
_SHARE, _DAY, _FULL = 16, 86_400.0, 0.9
_HOUR = 3_600.0  # what a killed command left half-written is older


@dataclass(slots=True)
class Cache:
    """Hold a folder of results; `written` counts the bytes put into each kind since it was last looked through."""

    folder: Path
    room: Mapping[str, int] = field(default_factory=lambda: ROOM)
    written: dict[str, int] = field(default_factory=dict)

    def get(self, kind: str, key: str) -> bytes | None:
        """Return the result of a key (SHA-256 in hexadecimal), None where there is none or it is damaged."""
        path = self._path(kind, key)
        try:
            data = path.read_bytes()
            if data[:_DIGEST] != sha256(data[_DIGEST:]).digest():
                path.unlink(missing_ok=True)
                return None
            os.utime(path)
        except OSError:
            return None
        return data[_DIGEST:]

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep the result of a key; where it cannot be written it is not kept, and no harm is done."""
        path = self._path(kind, key)
        partial = path.with_name(f".{key}.{os.getpid()}.partial")
        try:
            self.folder.mkdir(
                mode=0o700, parents=True, exist_ok=True
            )  # nobody else's business: it holds texts
            path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(sha256(data).digest() + data)
            self.written[kind] = self.written.get(kind, 0) + _room_of(partial)
            partial.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                partial.unlink(missing_ok=True)
        if self.written.get(kind, 0) > self.room[kind] // _SHARE:
            self._tidy(kind)

    def close(self) -> None:
        """Look through what was written to, where that was not done for a day."""
        for kind in [kind for kind, count in self.written.items() if count]:
            try:
                age = time.time() - (self.folder / kind / ".tidied").stat().st_mtime
            except OSError:
                age = _DAY
            if not 0 <= age < _DAY:
                self._tidy(kind)

    def clear(self) -> int:
        """Delete every result and return how many there were; other files of the folder stay."""
        files = [path for kind in self.room for path, _size, _time in self._files(kind)]
        for path in files:
            with contextlib.suppress(OSError):
                path.unlink()
        return len(files)

    def stats(self) -> dict[str, tuple[int, int]]:
        """Return for each kind the number of results and their bytes on disk."""
        there = {kind: [size for _path, size, _time in self._files(kind)] for kind in self.room}
        return {kind: (len(sizes), sum(sizes)) for kind, sizes in there.items()}

    def _path(self, kind: str, key: str) -> Path:
        return self.folder / kind / key[:2] / key

    def _files(self, kind: str, name: re.Pattern[str] = _NAME) -> Iterator[tuple[Path, int, float]]:
        """Yield the files of a kind with their bytes on disk and the time they were last read."""
        for path in (self.folder / kind).glob("??/*"):
            if name.fullmatch(path.name):
                with contextlib.suppress(OSError):
                    yield path, _room_of(path), path.stat().st_mtime

    def _tidy(self, kind: str) -> None:
        """Delete what was not read for longest until the kind has room again, and what killed commands left."""
        self.written[kind] = 0
        old = [path for path, _size, when in self._files(kind, _PARTIAL) if time.time() - when > _HOUR]
        files = sorted(self._files(kind), key=lambda file: (file[2], file[0]))
        over = sum(size for _path, size, _time in files) - self.room[kind]
        over = over + int(self.room[kind] * (1 - _FULL)) if over > 0 else 0
        for path, size, _when in files:
            if over <= 0:
                break
            old.append(path)
            over -= size
        for path in old:
            with contextlib.suppress(OSError):
                path.unlink()
        with contextlib.suppress(OSError):
            (self.folder / kind / ".tidied").touch()


def _room_of(path: Path) -> int:
    return path.stat().st_blocks * 512
