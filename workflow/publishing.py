"""Make the final edition of a reviewed bulletin, or say what stands in its way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from workflow import outputs, store
from workflow.carried import by_hand
from workflow.config import Settings
from workflow.edition import Edition
from workflow.errors import PublishRefusedError
from workflow.findings import Finding, Severity
from workflow.i18n import _
from workflow.memory import open_memory, record
from workflow.pipeline import render
from workflow.render import RENDERERS
from workflow.render.brand import load_brand
from workflow.render.view import in_body
from workflow.review import log
from workflow.review.log import Entry
from workflow.units import State, Unit, beginning
from workflow.workshop import Redone, archived_source, as_rendered, opened, write_again

FOLDER = "final"
FORMATS = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class Published:
    """Hold the final edition, what was written, how many entries the memory took, how many questions are open."""

    edition: Edition
    redone: Redone
    remembered: int
    questions: int


def obstacles(edition: Edition) -> tuple[str, ...]:
    """Return what keeps an edition from being published, a line each: critical findings, unreviewed sentences.

    A conflict of two editors is a critical finding.
    """
    grave = (f for f in edition.findings if f.severity == Severity.CRITICAL and f.stands)
    unread = (unit for unit in edition.units if in_body(unit) and unit.state < State.REVIEWED)
    units = {unit.id: unit for unit in edition.units}
    return (
        *(_critical(finding, units.get(finding.unit or "")) for finding in grave),
        *(_("not reviewed: {unit} {source}").format(unit=u.id, source=beginning(u.source)) for u in unread),
    )


def _critical(finding: Finding, unit: Unit | None) -> str:
    if unit is None:
        words = _("critical finding {id} ({check}): {text}")
        return words.format(id=finding.id, check=finding.check, text=finding.local_text)
    return _("critical finding {id} ({check}) on {unit} {source}: {text}").format(
        id=finding.id,
        check=finding.check,
        unit=unit.id,
        source=beginning(unit.source),
        text=finding.local_text,
    )


def publish(folder: Path, settings: Settings, unreviewed: bool = False, revise: bool = False) -> Published:
    """Write the final edition of a folder into its final/ and put its reviewed sentences into the memory.

    With `unreviewed` nothing stands in the way; what no human has read is printed with a notice and stays a draft.
    With `revise` the edition before is kept in final/revision-N. Raises PublishRefusedError with all that stands, or where
    a revision would be the edition before over again.
    """
    since, edition = opened(folder)
    entries = log.load(folder)
    questions = log.questions(entries)
    _check_revision(folder, edition, revise)
    standing = () if unreviewed else (*obstacles(edition), *_not_taken_in(folder, edition.name))
    if standing:
        raise PublishRefusedError(_refusal(folder, standing, questions))
    final = _final(edition)
    if revise:
        _check_difference(folder, final, edition.manifest.revision, settings)
    files = _files(folder, final, settings)
    kept = _kept(folder, edition.manifest.revision) if revise else {}
    taken_in = [outputs.digest(path) for path in _published(folder)] if revise else []
    entry = Entry(
        "publish", when=log.now(), data={"revision": final.manifest.revision, "unreviewed": unreviewed}
    )
    more = {**log.appended(folder, (entry,)), **kept, **files}
    outputs.guard(folder, more, taken_in)
    remembered = _remember(edition, entries, _after_those_before(entry.when, entries), settings)
    redone = write_again(folder, final, settings, since, more, taken_in)
    return Published(final, redone, remembered, len(questions))


def _after_those_before(when: str, entries: Sequence[Entry]) -> str:
    """Return a time that is not before any publishing of the log: the clock may have been set back since.

    The memory keeps the newer of two texts of a sentence.
    """
    return max((when, *(entry.when for entry in entries if entry.kind == "publish")))


def _not_taken_in(folder: Path, name: str) -> list[str]:
    """Return the review files of the folder that an editor has saved into and nobody has applied."""
    names = [name + RENDERERS[kind].suffix for kind in ("review", "xliff")]
    line = _("'{path}' was changed by someone: take it in with `bulletin review apply`")
    return [line.format(path=folder / one) for one in sorted(outputs.changed(folder, names))]


def _check_revision(folder: Path, edition: Edition, revise: bool) -> None:
    revision = edition.manifest.revision
    if revision and not revise:
        raise PublishRefusedError(
            _("'{folder}' is published as revision {number}; `--revise` makes a corrected edition.").format(
                folder=folder, number=revision
            )
        )
    if revise and not revision:
        raise PublishRefusedError(
            _("'{folder}' was never published; leave --revise out.").format(folder=folder)
        )


def _check_difference(folder: Path, final: Edition, revision: int, settings: Settings) -> None:
    """Raise PublishRefusedError where what is printed would be the edition before over again, but for its number."""
    before = replace(final, manifest=replace(final.manifest, revision=revision))
    printed = {
        name: data for name, data in _files(folder, before, settings).items() if not name.endswith(store.FILE)
    }
    if all(outputs.digest(folder / name) == sha256(data).hexdigest() for name, data in printed.items()):
        text = _("'{folder}': nothing has changed since revision {number}; apply what was corrected first.")
        raise PublishRefusedError(text.format(folder=folder, number=revision))


def _refusal(folder: Path, standing: Sequence[str], questions: Sequence[Entry]) -> str:
    told = [_("'{folder}' is not ready to be published:").format(folder=folder), *standing]
    if questions:
        told.append(_("open questions of editors: {count}").format(count=len(questions)))
        told += [f"[{q.item}] {q.who}: {q.text}" for q in questions]
    told.append(
        _(
            "Mend or dismiss the findings, have the sentences reviewed; --unreviewed publishes as it is, with a notice."
        )
    )
    return "\n  ".join(told)


def _final(edition: Edition) -> Edition:
    """Return the edition in its next revision, FINAL but for the body's sentences that no human has read."""
    units = tuple(
        unit if in_body(unit) and unit.state < State.REVIEWED else replace(unit, state=State.FINAL)
        for unit in edition.units
    )
    manifest = replace(edition.manifest, revision=edition.manifest.revision + 1)
    return replace(edition, units=units, manifest=manifest)


def _files(folder: Path, final: Edition, settings: Settings) -> dict[str, bytes]:
    settings = replace(as_rendered(final, settings), formats=FORMATS)
    brand = load_brand(settings.brand, settings.template_folders)
    source = archived_source(folder, final, settings)
    pictures = store.load_pictures(folder, final.bulletin)
    rendered = render(final, settings, brand, draft=False, source=source, pictures=pictures)
    return {f"{FOLDER}/{name}": data for name, data in rendered.items()}


def _published(folder: Path) -> list[Path]:
    """Return the files of the final edition, its pictures with them."""
    final = folder / FOLDER
    return sorted(path for path in (*final.glob("*"), *(final / store.PICTURES).glob("*")) if path.is_file())


def _kept(folder: Path, revision: int) -> dict[str, bytes]:
    """Return the files of the edition before under the names that keep them."""
    final = folder / FOLDER
    return {
        f"{FOLDER}/revision-{revision}/{path.relative_to(final).as_posix()}": path.read_bytes()
        for path in _published(folder)
    }


def _remember(edition: Edition, entries: Sequence[Entry], when: str, settings: Settings) -> int:
    """Put the reviewed sentences into the memory, with the English that editors found before them."""
    file = settings.memory_file
    if file is None:
        return 0
    machine: dict[str, str] = {}
    for entry in log.live(entries):
        if entry.kind in ("edit", "older"):
            machine.setdefault(entry.unit, entry.before)
    units = tuple(unit if by_hand(unit) else replace(unit, state=State.DRAFT) for unit in edition.units)
    with open_memory(file, create=True) as memory:
        return record(replace(edition, units=units), memory, when, machine)
