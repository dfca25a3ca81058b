"""Step 10, REVIEW, over the folders of built bulletins: take a file in, take that back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from workflow import dismissals, history, store
from workflow.config import Settings
from workflow.edition import Edition
from workflow.errors import InputError, UsageError
from workflow.findings import Dismissal
from workflow.i18n import _
from workflow.pipeline import judge_again
from workflow.review import READERS, applying, log
from workflow.review.edits import Mode, Placed
from workflow.review.log import Entry
from workflow.review.placing import place
from workflow.review.returned import Returned
from workflow.units import Unit, text_digest
from workflow.workshop import Redone, open_terms, opened, write_again

# Where the files that were taken in are kept as they came, in the bulletin's folder.
KEPT = "returned"


@dataclass(frozen=True, slots=True)
class Taken:
    """Hold a file that was read: its path, its content and what it says."""

    path: Path
    content: bytes
    returned: Returned

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the content."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Applied:
    """Hold what a file did: the edition after it, the log's lines, what was written; nothing with the mode "list"."""

    edition: Edition
    placed: Placed
    entries: tuple[Entry, ...]
    redone: Redone

    @property
    def whole(self) -> bool:
        """Tell whether everything in the file found its place."""
        return not any(entry.kind in ("refused", "leftover", "conflict", "offered") for entry in self.entries)

    @property
    def missing(self) -> tuple[Unit, ...]:
        """Return the units of which the file has no row; none for the file of another bulletin."""
        there = {unit.id for _row, unit in self.placed.rows if unit}
        taken = there | {edit.was.id for edit in self.placed.edits}
        return () if self.placed.foreign else tuple(u for u in self.edition.units if u.id not in taken)


def take(path: Path) -> Taken:
    """Read a file that an editor sent back; raises InputError for one that cannot be read."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = " ".join(READERS)
        raise InputError(
            _("'{path}' is no review file ({known}); give the one that came back.").format(
                path=path, known=known
            )
        )
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            _("'{path}' cannot be read ({reason}); check the path.").format(path=path, reason=error.strerror)
        ) from None
    return Taken(path, content, reader(path))


def home(taken: Taken, output: Path) -> Path:
    """Return the folder of the edition that a file is of: the file's own, or `output`, or one below that.

    It is known by the source and the name that the file says, by the file's name and by the ids of its rows, each
    narrowing what the one before left. Raises InputError where there is none, UsageError where several remain.
    """
    for folder in (taken.path.parent, output):
        if (folder / store.FILE).is_file():
            return folder
    editions = {folder: store.load(folder) for folder in _folders(output)}
    found: list[Path] = []
    for way in _ways(taken):
        fitting = [folder for folder in found or editions if way(editions[folder])]
        found = fitting or found
        if len(found) == 1:
            return found[0]
    if found:
        choices = ", ".join(f"'{folder}'" for folder in found)
        raise UsageError(
            _("'{file}' may be of several editions: {choices}; name one of these folders with -o.").format(
                file=taken.path, choices=choices
            )
        )
    raise InputError(
        _("'{file}': no edition in '{folder}' has its sentences; name the bulletin's folder with -o.").format(
            file=taken.path, folder=output
        )
    )


def _ways(taken: Taken) -> tuple[Callable[[Edition], bool], ...]:
    """Return what may tell that a file is of an edition, the surest first."""
    returned = taken.returned
    ids = {row.id for row in returned.rows}
    return (
        lambda e: bool(returned.source) and returned.source in dict(e.manifest.inputs).values(),
        lambda e: bool(returned.edition) and returned.edition == e.name,
        lambda e: taken.path.name.startswith(e.name + ".") and not ids.isdisjoint(u.id for u in e.units),
        lambda e: 2 * len(ids & {unit.id for unit in e.units}) > len(ids),
    )


def _folders(output: Path) -> list[Path]:
    """Return the folders of editions at and below a folder; what stands inside one of them is its own copy."""
    found: list[Path] = []
    for file in sorted(output.rglob(store.FILE), key=lambda file: len(file.parts)):
        if not any(file.is_relative_to(folder) for folder in found):
            found.append(file.parent)
    return sorted(found)


def apply(
    taken: Taken,
    folder: Path,
    settings: Settings,
    mode: Mode = "accept",
    reviewer: str = "",
    all_read: bool = False,
) -> Applied:
    """Bring a returned file into the edition of a folder, and write log and outputs together.

    The file itself may be the folder's review file: it has been read, so the new one takes its place; a copy of
    what came is kept. With "list" nothing is written.
    """
    since, before = opened(folder)
    known = log.load(folder)
    placed = place(taken.returned, before, mode, reviewer)
    changed = applying.change(before, placed, reviewer if all_read else "")
    after = judge_again(changed, open_terms(settings))
    after, set_aside = _resolved(after, applying.asides(placed, taken.returned, reviewer))
    entries = (
        *applying.lines(before, after, placed),
        *applying.questions(placed, taken.returned, known),
        *(applying.foreign_comments(taken.returned) if placed.foreign else ()),
        *set_aside,
    )
    if mode == "list":
        return Applied(after, placed, entries, Redone((), ()))
    number = log.next_number(known)
    head = Entry(
        "apply",
        who=reviewer or taken.returned.author,
        reason="all read" if all_read else "",
        data={"mode": mode, "digest": taken.digest, **_to_undo(before, after)},
    )
    when = log.now()
    entries = tuple(
        replace(entry, number=number, when=when, file=taken.path.name) for entry in (head, *entries)
    )
    more = {f"{KEPT}/{number}-{taken.path.name}": taken.content, **log.appended(folder, entries)}
    more |= history.report(after, (*known, *entries), settings)
    return Applied(after, placed, entries, write_again(folder, after, settings, since, more, (taken.digest,)))


def _resolved(edition: Edition, asides: Sequence[applying.Aside]) -> tuple[Edition, tuple[Entry, ...]]:
    """Return the edition with the findings set aside that came back resolved and still stand, and the log's lines."""
    lines = []
    for aside in asides:
        finding = next((one for one in edition.findings if one.id == aside.finding and one.stands), None)
        if finding is None:
            continue
        edition = dismissals.dismiss(edition, aside.finding, aside.by, aside.reason)
        unit = finding.unit or ""
        lines.append(
            Entry("dismiss", who=aside.by, unit=unit, item=finding.id, text=finding.text, reason=aside.reason)
        )
    return edition, tuple(lines)


def _to_undo(before: Edition, after: Edition) -> dict[str, object]:
    """Return what `undo` needs: the units as they were, with the digits of what they became, and the dismissals."""
    return {
        "units": {
            key: {"before": store.unit_data(old), "after": applying.mark(new)}
            for key, (old, new) in applying.changed_units(before, after).items()
        },
        "dismissed": {
            key: {"by": one.by, "reason": one.reason, "digest": one.digest}
            for key, one in dismissals.standing(before.findings).items()
        },
    }


@dataclass(frozen=True, slots=True)
class Undone:
    """Hold the head of the apply that was taken back, and what was written."""

    entry: Entry
    units: int
    redone: Redone


def undo(folder: Path, settings: Settings) -> Undone:
    """Take the last apply back whole: every unit, question and dismissal is as it was before it.

    Raises InputError where there is none, or where a unit of it was changed, published or lost by a build since.
    """
    since, edition = opened(folder)
    known = log.load(folder)
    head = log.last_apply(known)
    if head is None:
        raise InputError(
            _("'{folder}': no review file was applied that could be taken back.").format(folder=folder)
        )
    units = _units_before(edition, head)
    mine = {entry.item for entry in known if entry.number == head.number and entry.kind == "dismiss"}
    findings = tuple(replace(one, dismissed=None) if one.id in mine else one for one in edition.findings)
    after = judge_again(replace(edition, units=units, findings=findings), open_terms(settings))
    earlier = {key: Dismissal(**one) for key, one in head.data.get("dismissed", {}).items()}
    after = replace(after, findings=dismissals.set_aside(after.findings, after.units, earlier))
    entry = Entry("undo", number=head.number, when=log.now(), file=head.file)
    more = {**log.appended(folder, (entry,)), **history.report(after, (*known, entry), settings)}
    return Undone(head, len(head.data["units"]), write_again(folder, after, settings, since, more))


def _units_before(edition: Edition, head: Entry) -> tuple[Unit, ...]:
    """Return the edition's units, those that an apply changed as they were before it."""
    kept: Mapping[str, Mapping[str, object]] = head.data["units"]
    there = {unit.id: unit for unit in edition.units}
    lost = [key for key in kept if key not in there]
    changed = []
    back: dict[str, Unit] = {}
    for key in kept.keys() & there.keys():
        old = store.unit_of(kept[key]["before"])  # type: ignore[arg-type]  # as unit_data wrote it
        now = applying.mark(there[key])
        if now not in (kept[key]["after"], applying.mark(old)) or text_digest(old.source) != text_digest(
            there[key].source
        ):
            changed.append(key)
        back[key] = replace(old, slot=there[key].slot)
    if lost or changed:
        reason = _("a build has left out") if lost else _("somebody has since changed or published")
        raise InputError(
            _(
                "'{file}' (apply {number}) cannot be taken back: {reason} {units}; `bulletin history` tells more."
            ).format(
                file=head.file,
                number=head.number,
                reason=reason,
                units=", ".join(sorted(lost or changed)[:10]),
            )
        )
    return tuple(back.get(unit.id, unit) for unit in edition.units)
