"""Remember over restarts what was done with which file: watch.json in the folder of outputs."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from workflow import outputs
from workflow.watching.inbox import Seen, Stamp

FILE = "watch.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Record:
    """Hold what became of one content of a file.

    `when` is a local time with its offset; `files` are paths below the folder of outputs. With `again` the fault is
    not the file's (a full disk, a missing font), and it is tried again unchanged. `tries` counts the runs that
    began to build it and did not end.
    """

    seen: Seen
    outcome: Literal["building", "built", "failed"]
    when: str
    message: str = ""
    again: bool = False
    tries: int = 1
    findings: Mapping[str, int] = field(default_factory=dict)
    files: tuple[str, ...] = ()


def load(folder: Path) -> dict[str, Record]:
    """Return the records of a folder by the files' paths in the inbox; none where there are none to read.

    A file that cannot be read costs building anew and nothing else, so it is no reason to stop.
    """
    try:
        data = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            return {}
        return {name: _record(one) for name, one in data["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def save(folder: Path, records: Mapping[str, Record]) -> None:
    """Write the records whole; raises OSError where the folder cannot be written."""
    data = {"version": VERSION, "files": {name: asdict(one) for name, one in sorted(records.items())}}
    # A name that is no UTF-8 holds half characters, which only an escape can carry.
    outputs.put({folder / FILE: (json.dumps(data, indent=1) + "\n").encode()})


def _record(data: Mapping[str, object]) -> Record:
    seen: Mapping[str, object] = data["seen"]  # type: ignore[assignment]  # as asdict wrote it; load catches the rest
    stamp = Stamp(**seen["stamp"])  # type: ignore[arg-type]  # the same
    fields = {**data, "seen": Seen(stamp, str(seen["digest"])), "files": tuple(data["files"])}  # type: ignore[arg-type]
    return Record(**fields)  # type: ignore[arg-type]  # the same
