"""What a build is told, what it tells while it runs, and what is kept of it afterwards."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from workflow.bulletin import Issue
from workflow.i18n import N_

STEPS = (
    N_("READ"),
    N_("CLEAN"),
    N_("STRUCTURE"),
    N_("SEGMENT"),
    N_("CONSTRAIN"),
    N_("FILL"),
    N_("STYLE"),
    N_("CHECK"),
    N_("RENDER"),
)


@dataclass(frozen=True, slots=True)
class Given:
    """Hold what the caller says of a bulletin over what its source says."""

    title: str | None = None
    issue: Issue | None = None
    date: str | None = None
    brand: str | None = None


@dataclass(slots=True)
class Watch:
    """Report the step under way to whoever shows progress, and keep the seconds that each step took."""

    show: Callable[[str, int, int], None] = lambda *_progress: None
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time one step and announce it."""
        self.show(name, 0, 0)
        start = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class Done:
    """Hold what a run keeps of one bulletin, so that thousands fit into memory.

    `files` are names in the folder; `findings` counts those that stand by severity, gravest first; `remembered` are the
    ids of the units from the translation memory; `homeless` counts the human units whose Chinese is gone; `standing` says
    that everything was up to date and nothing was written.
    """

    name: str
    folder: Path
    files: tuple[str, ...]
    findings: Mapping[str, int]
    units: int
    remembered: tuple[str, ...] = ()
    homeless: int = 0
    seconds: Mapping[str, float] = field(default_factory=dict)
    standing: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """Hold why a source could not be built, as it is told, and the exit code that it alone would give."""

    source: Path
    message: str
    exit_code: int
