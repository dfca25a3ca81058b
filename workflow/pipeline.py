"""The main path: what happens to a bulletin, in order, from its file to its outputs.

1 READ  2 CLEAN  3 STRUCTURE  4 SEGMENT  5 CONSTRAIN  6 FILL  7 STYLE  8 CHECK  9 RENDER
"""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from workflow import __version__, carried, confidence, dismissals, fill, outputs, store, style
from workflow.bulletin import Bulletin, Document, Issue, Removed
from workflow.checks import CHECKS, check
from workflow.clean import clean
from workflow.clean.script import originals
from workflow.config import Settings
from workflow.constrain import Terms, constrain
from workflow.edition import Edition, Manifest
from workflow.engines.base import Engine
from workflow.errors import UsageError
from workflow.findings import Finding
from workflow.i18n import MESSAGES, N_, _
from workflow.memory import Memory
from workflow.readers import read
from workflow.render import RENDERERS, suffix
from workflow.render.brand import Brand, load_brand
from workflow.render.imprint import completed
from workflow.render.options import Attached, RenderOptions
from workflow.render.view import view
from workflow.review import log
from workflow.segment import segment
from workflow.segment.sentences import clauses
from workflow.structure import parse, queries
from workflow.units import State, Unit

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
FIRST_DAY = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Services:
    """Hold what every bulletin of a run shares: the terms, the engine, the brand, the memory where there is one."""

    terms: Terms
    engine: Engine
    brand: Brand
    memory: Memory | None = None


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
class Built:
    """Hold what became of one source; `homeless` are the human units whose Chinese it no longer has."""

    edition: Edition
    files: tuple[Path, ...]
    seconds: Mapping[str, float]
    homeless: tuple[Unit, ...] = ()


def build(
    source: Path, folder: Path, settings: Settings, services: Services, given: Given, watch: Watch
) -> Built:
    """Build one bulletin: read `source`, write its outputs into `folder`, return the edition.

    What humans did to the edition that stood there is carried over; their English of sentences that the source no
    longer has goes into the review log. Raises a BulletinError that names the step's failure; nothing is written half.
    """
    terms = services.terms
    stem = source.stem
    outputs.guard(folder, dict.fromkeys(_names(stem, settings)))
    since = {store.FILE: outputs.digest(folder / store.FILE)}
    before = _before(folder, stem)
    with watch.step("READ"):
        document = read(source)
        settings, brand = _branded(document, settings, services, given)
    with watch.step("CLEAN"):
        document = clean(document)
    with watch.step("STRUCTURE"):
        bulletin = _override(parse(document).bulletin, given)
        asked = queries.find(document, bulletin)
    with watch.step("SEGMENT"):
        units, homeless = carried.over(segment(bulletin), before.units)
    with watch.step("CONSTRAIN"):
        units = constrain(units, terms.with_names(_own_name(bulletin)))
    with watch.step("FILL"):
        show = watch.show
        labels = _labels(bulletin, terms)
        units = fill.fill(
            units,
            services.engine,
            labels,
            clauses,
            lambda done, total: show("FILL", done, total),
            memory=services.memory,
        )
        units = carried.beside(units, before.units, homeless)
    manifest = _manifest(source, services, settings, before.manifest.revision)
    removed, original = _removed(document), originals(document)
    asked = _anchored(asked, units)
    edition = Edition(stem, bulletin, units, asked, removed, manifest, document.script, original)
    edition = judge(edition, terms, before.findings, watch)
    with watch.step("RENDER"):
        files = render(edition, settings, brand, log.load(folder), source=source.read_bytes())
        files |= log.appended(folder, log.vanished(homeless, source.name)) if homeless else {}
        written = outputs.write(folder, files, since=since)
    return Built(edition, written, dict(watch.seconds), homeless)


def judge(edition: Edition, terms: Terms, before: Sequence[Finding], watch: Watch | None = None) -> Edition:
    """Return an edition whose findings are its source queries alone with house style, all findings and confidence.

    What was dismissed `before` and has not changed is dismissed again.
    """
    watch = watch or Watch()
    with watch.step("STYLE"):
        units = style.apply(edition.units, terms.glossary)
    with watch.step("CHECK"):
        findings = (*edition.findings, *check(units, terms))
        findings = dismissals.carry_over(findings, units, before)
        units = confidence.rate(units, findings)
    return replace(edition, units=units, findings=findings)


def judge_again(edition: Edition, terms: Terms) -> Edition:
    """Return an edition that a human has changed, its human English verified and everything judged anew."""
    found = constrain(edition.units, terms.with_names(_own_name(edition.bulletin)))
    units = tuple(fill.again(unit, new) for unit, new in zip(edition.units, found, strict=True))
    asked = tuple(one for one in edition.findings if one.on == "source")
    return judge(replace(edition, units=units, findings=asked), terms, edition.findings)


def render(
    edition: Edition,
    settings: Settings,
    brand: Brand,
    entries: Sequence[log.Entry] = (),
    *,
    draft: bool | None = None,
    source: bytes = b"",
) -> dict[str, bytes]:
    """Return the bytes of every output of an edition by file name, edition.json the first.

    The questions that are open in the review log's `entries` go into the review DOCX. `draft` marks every page as
    such; None leaves it to the units' states. `source` is the bulletin's, which an archive PDF takes in.
    """
    files = {store.FILE: store.dump(edition)}
    archived = settings.pdf == "archive" and "pdf" in settings.formats
    options = RenderOptions(
        layout=settings.layout,  # type: ignore[arg-type]  # config.CHOICES admits the literals only
        page=settings.page,  # type: ignore[arg-type]  # the same
        script=settings.script,  # type: ignore[arg-type]  # the same
        lang=MESSAGES.language,
        clock=clock(edition.bulletin.date),
        draft=any(unit.state < State.FINAL for unit in edition.units) if draft is None else draft,
        signature=edition.manifest.signature,
        attached=_attached(edition, files[store.FILE], source) if archived else (),
        xliff=settings.xliff,  # type: ignore[arg-type]  # the same
        pdf=settings.pdf,  # type: ignore[arg-type]  # the same
        check_titles={one.id: one.title for one in CHECKS},
        questions=log.as_comments(entries),
    )
    shown = completed(view(edition, options.script), brand)
    for name in settings.formats:
        files[edition.name + suffix(name, options.pdf)] = RENDERERS[name].render(shown, brand, options)
    return files


def _attached(edition: Edition, dumped: bytes, source: bytes) -> tuple[Attached, ...]:
    (name, _digest), *_others = edition.manifest.inputs
    return Attached(name, source, "Source"), Attached(store.FILE, dumped, "Data")


def clock(date: str | None) -> datetime:
    """Return the one time that outputs carry: SOURCE_DATE_EPOCH, else the issue date, else 2000-01-01."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (OverflowError, ValueError, OSError):
            raise UsageError(
                _("SOURCE_DATE_EPOCH '{value}' is no time; unset it or give seconds.").format(value=epoch)
            ) from None
    return datetime.fromisoformat(date).replace(tzinfo=UTC) if date else FIRST_DAY


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


def _override(bulletin: Bulletin, given: Given) -> Bulletin:
    return replace(
        bulletin,
        title=given.title or bulletin.title,
        issue=given.issue or bulletin.issue,
        date=given.date or bulletin.date,
    )


def _own_name(bulletin: Bulletin) -> dict[str, str]:
    """Return the publisher's name as the masthead gives it in both languages."""
    zh, en = bulletin.masthead.name_zh, bulletin.masthead.name_en
    return {zh: en} if zh and en else {}


def _labels(bulletin: Bulletin, terms: Terms) -> dict[str, str]:
    """Return the fixed English of slots: the masthead as the source gives it, the series."""
    labels: dict[str, str] = {}
    if bulletin.masthead.name_en:
        labels["masthead/name"] = bulletin.masthead.name_en
    entry = terms.glossary.preferred(bulletin.masthead.series or "")
    if entry:
        labels["masthead/series"] = entry.en
    return labels


def _before(folder: Path, stem: str) -> Edition:
    """Return the edition that stands in a folder already, an empty one where none does."""
    return store.load(folder) if (folder / store.FILE).exists() else Edition(stem, Bulletin())


def _anchored(findings: Sequence[Finding], units: Sequence[Unit]) -> tuple[Finding, ...]:
    """Return source queries, each on a unit that holds the words it is about: the second on the second such unit."""
    seen: Counter[tuple[str, str]] = Counter()
    anchored: list[Finding] = []
    for finding in findings:
        places = [unit.id for unit in units if finding.quote and finding.quote in unit.source]
        number = seen[finding.check, finding.quote]
        seen[finding.check, finding.quote] += 1
        anchored.append(replace(finding, unit=places[min(number, len(places) - 1)]) if places else finding)
    return tuple(anchored)


def _removed(document: Document) -> tuple[Removed, ...]:
    """Return what was taken out: whole blocks, and the text that edits deleted from blocks that stayed."""
    deleted = [
        Removed(edit.before, edit.reason, block.spans)
        for block in document.blocks
        for edit in block.edits
        if edit.before.strip() and not edit.after
    ]
    return (*document.removed, *deleted)


def _manifest(source: Path, services: Services, settings: Settings, revision: int) -> Manifest:
    import ctranslate2
    import weasyprint

    versions = {
        "bulletin-workflow": __version__,
        "ctranslate2": ctranslate2.__version__,
        "weasyprint": weasyprint.__version__,
    }
    glossary = services.terms.glossary.digest
    signature = f"{services.engine.signature}|glossary:{glossary[:8]}|v:{__version__}"
    return Manifest(
        signature=signature,
        inputs=((source.name, sha256(source.read_bytes()).hexdigest()),),
        model=services.engine.name,
        glossary=glossary,
        memory=services.memory.digest if services.memory else "",
        versions=tuple(versions.items()),
        revision=revision,
        options=(
            *(
                (name, str(getattr(settings, name)))
                for name in ("brand", "layout", "page", "script", "xliff", "pdf")
            ),
            ("formats", ",".join(settings.formats)),
        ),
    )
