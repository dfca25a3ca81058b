"""Tell whether a folder of outputs still is what a build would make of its source: then nothing has to be done.

A build leaves a record beside its outputs: the digest of what they were made from, of every file that was written, of the
files beside the source that it may have read, and of the review log. All must be as they were.
"""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from workflow import digests, outputs

RECORD = ".built.json"
# What a source may call a picture by: a name in quotes or brackets, or after an equals sign.
_NAMED = re.compile(
    r"""["'(<=]\s*([^"'()<>\n]{1,300}?\.(?:png|jpe?g|gif|bmp|tiff?|webp|emf|wmf|svg))(?=["')>\s])""",
    re.IGNORECASE,
)


def made_from(everything: str, source: Path) -> str:
    """Return the digest of what a bulletin's outputs are made from: of `everything` that a run shares, and of its source."""
    return digests.of(everything, source.name, outputs.digest(source))


def record(key: str, raw: str, source: Path, files: Mapping[str, bytes], log: bytes) -> bytes:
    """Return the record of a build: its key (`made_from`), the source's text, what was written, the review log."""
    return json.dumps(
        {
            "key": key,
            "beside": {name: _beside(source, name) for name in named(raw)},
            "files": {name: sha256(data).hexdigest() for name, data in files.items()},
            "log": sha256(log).hexdigest(),
        },
        indent=1,
    ).encode()


def named(raw: str) -> list[str]:
    """Return the names of pictures that a source's text may have read beside it; addresses are none."""
    return sorted({name for name in _NAMED.findall(raw) if "://" not in name})


def standing(everything: str, source: Path, folder: Path, log_name: str) -> tuple[str, ...]:
    """Return the names of a folder's outputs where they are what a build would make now, () where one has to build."""
    try:
        known: dict[str, Any] = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        same = (
            known["key"] == made_from(everything, source)
            and all(_beside(source, name) == one for name, one in known["beside"].items())
            and all(outputs.digest(folder / name) == one for name, one in known["files"].items())
            and known["log"] == sha256(_content(folder / log_name)).hexdigest()
        )
        return tuple(known["files"]) if same else ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()


def _beside(source: Path, name: str) -> str:
    """Return the digest of a file beside a source, "" where there is none or its name can be no file's."""
    try:
        return outputs.digest(source.parent / unquote(name))
    except (OSError, ValueError):
        return ""


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
