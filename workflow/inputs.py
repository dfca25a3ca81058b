"""What the results of a run are made from besides its sources, as digests; gathered without loading any of it."""

import json
import os
from dataclasses import dataclass, fields
from pathlib import Path

from workflow import digests
from workflow.config import Settings
from workflow.engines.models import InstalledModel
from workflow.i18n import MESSAGES
from workflow.render.brand import package_templates
from workflow.resources import packaged_folder
from workflow.steps import Given

# Settings that are no part of what is built, or whose content is looked at in the place of their value.
_APART = frozenset({"model", "memory", "cache", "glossary", "output", "threads", "office", "lang", "log"})


@dataclass(frozen=True, slots=True)
class Inputs:
    """Hold digests: of what decides an engine's answers, of what rendering depends on, and of everything together."""

    answers: str
    rendering: str
    everything: str


def gather(settings: Settings, given: Given, model: InstalledModel | None) -> Inputs:
    """Return the digests of a run's inputs as they are now; without a `model` the caller answers for the engine."""
    templates = (*settings.template_folders, package_templates())
    packages, code = digests.packages(), digests.code()
    answers = of_answers(model) if model else ""
    rendering = digests.of(code, packages, digests.system(), *(digests.of_files([one]) for one in templates))
    chosen = [f"{f.name}={getattr(settings, f.name)!r}" for f in fields(Settings) if f.name not in _APART]
    glossary = [
        digests.of_files([path], (".csv",))
        for path in (packaged_folder("glossary"), *settings.glossary_files)
    ]
    told = (repr(given), MESSAGES.language, os.environ.get("SOURCE_DATE_EPOCH", ""))
    memory = _state(settings.memory_file)
    everything = digests.of(answers, rendering, memory, *told, *chosen, *glossary)
    return Inputs(answers, rendering, everything)


def of_answers(model: InstalledModel) -> str:
    """Return the digest of what decides a model's answers: itself, the code around it, the packages, the processor."""
    files = sorted(path for path in model.path.rglob("*") if path.is_file())
    states = [
        f"{path.relative_to(model.path)} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files
    ]
    facts = json.dumps(dict(model.facts), sort_keys=True)
    return digests.of(facts, *states, digests.code("engines"), digests.packages(), digests.processor())


def _state(file: Path | None) -> str:
    """Return size and time of a memory's file and of what is written but not yet in it; any writing changes them."""
    if file is None:
        return ""
    found = []
    for path in (file, file.with_name(file.name + "-wal")):
        state = path.stat() if path.is_file() else None
        found.append(f"{state.st_size} {state.st_mtime_ns}" if state and state.st_size else "")
    return " ".join(found)
