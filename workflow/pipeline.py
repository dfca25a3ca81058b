"""The main path: what happens to a bulletin, in order, from its file to its outputs.

1 READ  2 CLEAN  3 STRUCTURE  4 SEGMENT  5 CONSTRAIN  6 FILL  7 STYLE  8 CHECK  9 RENDER
"""

import contextlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workflow import carried, digests, fill, outputs, parts, store, uptodate
from workflow.answers import KIND as ANSWERS
from workflow.answers import RememberingEngine, free_of_batch
from workflow.bulletin import Bulletin, Document, Removed
from workflow.clean import clean
from workflow.clean.script import originals
from workflow.config import Settings
from workflow.constrain import Terms, constrain
from workflow.edition import Edition
from workflow.engines.base import Engine
from workflow.errors import BulletinError
from workflow.findings import Finding
from workflow.judging import judge, judge_again
from workflow.memory import Memory
from workflow.readers import read
from workflow.render import suffix
from workflow.render.brand import Brand, load_brand
from workflow.rendering import Kept, clock, render
from workflow.review import log
from workflow.segment import segment
from workflow.segment.sentences import clauses
from workflow.steps import STEPS, Done, Given, Watch
from workflow.structure import parse, queries
from workflow.summing import done
from workflow.units import Unit

__all__ = [
    "STEPS",
    "Built",
    "Given",
    "Kept",
    "Prepared",
    "Services",
    "Watch",
    "build",
    "clock",
    "filled",
    "finish",
    "judge",
    "judge_again",
    "prepare",
    "render",
]


@dataclass(frozen=True, slots=True)
class Services:
    """Hold what every bulletin of a run shares: the terms, the engine, the brand, the memory where there is one.

    `kept` is where results are kept, None where nothing is.
    """

    terms: Terms
    engine: Engine
    brand: Brand
    memory: Memory | None = None
    kept: Kept | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """Hold a bulletin before its sentences are translated: its own steps 1 to 5, and what step 6 knew without an engine."""

    source: Path
    folder: Path
    settings: Settings
    brand: Brand
    key: str
    since: Mapping[str, str]
    before: Edition
    document: Document
    bulletin: Bulletin
    asked: tuple[Finding, ...]
    removed: tuple[Removed, ...]
    units: tuple[Unit, ...]
    homeless: tuple[Unit, ...]
    watch: Watch


@dataclass(frozen=True, slots=True)
class Built:
    """Hold what became of one source; `homeless` are the human units whose Chinese it no longer has."""

    edition: Edition
    files: tuple[Path, ...]
    seconds: Mapping[str, float]
    homeless: tuple[Unit, ...] = ()

    @property
    def done(self) -> Done:
        """Return what a run keeps of it."""
        folder = self.files[0].parent if self.files else Path()
        names = [path.relative_to(folder).as_posix() for path in self.files]
        return done(self.edition, folder, names, self.seconds, len(self.homeless))


def build(
    source: Path, folder: Path, settings: Settings, services: Services, given: Given, watch: Watch
) -> Built:
    """Build one bulletin: read `source`, write its outputs into `folder`, return the edition.

    What humans did to the edition that stood there is carried over; their English of sentences that the source no
    longer has goes into the review log. Raises a BulletinError that names the step's failure; nothing is written half.
    """
    prepared = prepare(source, folder, settings, services, given, watch)
    (units,) = filled([prepared], services, lambda done, total: watch.show("FILL", done, total))
    return finish(prepared, units, services)


def prepare(
    source: Path, folder: Path, settings: Settings, services: Services, given: Given, watch: Watch
) -> Prepared:
    """Do steps 1 to 5 for a bulletin, and of step 6 what needs no engine; raises as `build` does."""
    terms, stem = services.terms, source.stem
    outputs.guard(folder, dict.fromkeys(_names(stem, settings)))
    key = uptodate.made_from(services.kept.everything, source) if services.kept else ""
    since = {store.FILE: outputs.digest(folder / store.FILE)}
    before = _before(folder, stem)
    with watch.step("READ"):
        document = read(source)
        settings, brand = _branded(document, settings, services, given)
    with watch.step("CLEAN"):
        document = clean(document)
    with watch.step("STRUCTURE"):
        parsed = parse(document)
        bulletin = parts.override(parsed.bulletin, given)
        asked = queries.find(document, bulletin)
    with watch.step("SEGMENT"):
        units, homeless = carried.over(segment(bulletin), before.units)
    _foresee(services.engine, units, before)
    with watch.step("CONSTRAIN"):
        units = constrain(units, terms.with_names(parts.own_name(bulletin)))
    with watch.step("FILL"):
        units = fill.known(units, parts.labels(bulletin, terms), services.memory)
    removed = (*parts.removed_from(document), *parsed.removed)
    return Prepared(
        source,
        folder,
        settings,
        brand,
        key,
        since,
        before,
        document,
        bulletin,
        tuple(asked),
        removed,
        units,
        homeless,
        watch,
    )


def filled(
    prepared: Sequence[Prepared], services: Services, progress: Callable[[int, int], None] | None = None
) -> list[tuple[Unit, ...]]:
    """Do step 6 for several bulletins: return the units of each with their English.

    Their sentences share batches where an engine's answer does not depend on its batch; else each bulletin is asked for by
    itself, so that its English is the same whatever it is built with.
    """
    shared = free_of_batch(services.engine)
    found: list[tuple[Unit, ...]] = []
    for group in [prepared] if shared else [[one] for one in prepared]:
        start = time.perf_counter()
        found += fill.asked([one.units for one in group], services.engine, clauses, progress)
        spent = time.perf_counter() - start
        waiting = [fill.waiting(one.units) for one in group]
        for one, count in zip(group, waiting, strict=True):
            share = count / sum(waiting) if sum(waiting) else 1 / len(group)
            one.watch.seconds["FILL"] = one.watch.seconds.get("FILL", 0.0) + spent * share
    for one in prepared:
        _remember(services.engine, one.units)
    return found


def _foresee(engine: Engine, units: Sequence[Unit], before: Edition) -> None:
    """Let the model load while constraints are found, if it is sure to be asked.

    That is so where a sentence stands in no edition before, and no bulletin of these very sentences was filled before.
    """
    if not isinstance(engine, RememberingEngine) or fill.sentences(units) <= {u.source for u in before.units}:
        return
    if engine.cache.get(ANSWERS, _asked(engine, units)) is None:
        with contextlib.suppress(BulletinError):  # told when it is asked
            engine.open_it()


def _remember(engine: Engine, units: Sequence[Unit]) -> None:
    """Keep that all sentences of these units have been asked for."""
    if isinstance(engine, RememberingEngine):
        engine.cache.put(ANSWERS, _asked(engine, units), b"")


def _asked(engine: RememberingEngine, units: Sequence[Unit]) -> str:
    return digests.of(engine.identity, "asked", *sorted(fill.sentences(units)))


def finish(prepared: Prepared, units: Sequence[Unit], services: Services) -> Built:
    """Do steps 7 to 9 for a bulletin whose `units` have their English, and write its outputs; raises as `build` does."""
    p, watch, document = prepared, prepared.watch, prepared.document
    units = carried.beside(units, p.before.units, p.homeless)
    manifest = parts.manifest(
        p.source, services.terms, services.engine, services.memory, p.settings, p.before.manifest.revision
    )
    edition = Edition(
        p.source.stem,
        p.bulletin,
        units,
        parts.anchored(p.asked, units),
        p.removed,
        manifest,
        document.script,
        originals(document),
    )
    edition = judge(edition, services.terms, p.before.findings, watch)
    with watch.step("RENDER"):
        pictures = {picture.file: data for picture, data in document.pictures}
        entries = log.load(p.folder)
        files = render(
            edition,
            p.settings,
            p.brand,
            entries,
            source=p.source.read_bytes(),
            pictures=pictures,
            kept=services.kept,
        )
        files |= log.appended(p.folder, log.vanished(p.homeless, p.source.name)) if p.homeless else {}
        # The record is for programs alone: whatever became of it, it is written anew.
        stands = outputs.digest(p.folder / uptodate.RECORD)
        outputs.write(p.folder, {**_record(p, files), **files}, (stands,), p.since)
    written = tuple(p.folder / name for name in files)
    return Built(edition, written, dict(watch.seconds), p.homeless)


def _record(prepared: Prepared, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the record of a build that later ones go by, where results are kept."""
    if not prepared.key:
        return {}
    path = prepared.folder / log.FILE
    entries = files.get(log.FILE) or (path.read_bytes() if path.is_file() else b"")
    raw, source = prepared.document.raw, prepared.source
    return {uptodate.RECORD: uptodate.record(prepared.key, raw, source, files, entries)}


def _names(stem: str, settings: Settings) -> tuple[str, ...]:
    return (store.FILE, *(stem + suffix(name, settings.pdf) for name in settings.formats))


def _branded(
    document: Document, settings: Settings, services: Services, given: Given
) -> tuple[Settings, Brand]:
    """Return settings and brand with the look that the source's front matter names, unless the caller gave one."""
    name = dict(document.settings).get("brand")
    if not name or given.brand or name == settings.brand:
        return settings, services.brand
    return replace(settings, brand=name), load_brand(name, settings.template_folders)


def _before(folder: Path, stem: str) -> Edition:
    """Return the edition that stands in a folder already, an empty one where none does."""
    return store.load(folder) if (folder / store.FILE).exists() else Edition(stem, Bulletin())
