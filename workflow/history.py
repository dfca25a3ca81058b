"""What editors did to a bulletin, from its log: lines for the terminal, and the change report."""

from collections.abc import Collection, Iterator, Sequence

from workflow.config import Settings
from workflow.edition import Edition
from workflow.errors import InputError
from workflow.i18n import MESSAGES, N_, _
from workflow.pipeline import clock
from workflow.render import changes
from workflow.render.brand import load_brand
from workflow.render.changes import Changed, Round
from workflow.render.options import RenderOptions
from workflow.render.proofwords import state_names
from workflow.render.view import view
from workflow.review import log
from workflow.review.log import Entry
from workflow.units import State, Unit
from workflow.workshop import as_rendered

REPORT = (".changes.html", ".changes.docx")
WORDS: dict[log.Kind, str] = {
    "apply": N_("applied {file}"),
    "edit": N_("edited"),
    "state": N_("state"),
    "conflict": N_("conflict"),
    "older": N_("from an older draft"),
    "offered": N_("offered by an older draft"),
    "rejected": N_("tracked change turned down"),
    "refused": N_("not taken"),
    "leftover": N_("left over"),
    "comment": N_("asked"),
    "answered": N_("answered"),
    "dismiss": N_("finding set aside"),
    "undo": N_("took apply {number} back"),
    "publish": N_("published as revision {number}"),
}
# What an apply counts at its end, in this order.
COUNTED: dict[log.Kind, str] = {
    "edit": N_("edited"),
    "older": N_("from an older draft"),
    "state": N_("new states"),
    "conflict": N_("conflicts"),
    "offered": N_("offered by an older draft"),
    "rejected": N_("tracked changes turned down"),
    "dismiss": N_("findings set aside"),
    "comment": N_("questions"),
    "answered": N_("answered"),
    "refused": N_("not taken"),
    "leftover": N_("left over"),
}
CHANGES = ("edit", "conflict", "older", "offered", "rejected")


def told(edition: Edition, entries: Sequence[Entry], unit: str = "") -> str:
    """Return the log as lines, oldest first; of one unit where `unit` is its id or the beginning of one.

    What was taken back is shown as such. Raises InputError for an unknown unit.
    """
    taken_back = {entry.number for entry in entries if entry.kind == "undo"}
    if unit:
        ids = {known.id for known in edition.units} | {entry.unit for entry in entries if entry.unit}
        named = {known for known in ids if known.startswith(unit)}
        if len(named) != 1:
            reason = _("several units begin so") if named else _("no unit has this id")
            raise InputError(
                _("'{unit}' of '{name}': {reason}.").format(unit=unit, name=edition.name, reason=reason)
            )
        entries = [entry for entry in entries if entry.unit in named]
    return "\n".join(line(entry, taken_back) for entry in entries)


def line(entry: Entry, taken_back: Collection[int] = ()) -> str:
    """Return an entry as a line, and below it the texts that it is about."""
    return "\n".join(_told(entry, taken_back))


def _told(entry: Entry, taken_back: Collection[int]) -> Iterator[str]:
    number = entry.number or entry.data.get("revision", "?")
    what = _(WORDS[entry.kind]).format(file=entry.file, number=number)
    back = entry.number in taken_back and entry.kind != "undo"
    notes = (entry.unit, entry.place, entry.who, entry.item, _("taken back") if back else "")
    mark = f"#{entry.number}" if entry.number else ""
    yield "  ".join(part for part in (entry.when, mark, what, *notes) if part)
    if entry.field == "state":
        names = state_names(_)
        yield f"    {names.get(entry.before, entry.before)} → {names.get(entry.after, entry.after)}"
    elif entry.field:
        yield f"    - {entry.before}"
        yield f"    + {entry.after}"
    for part in (entry.quote, entry.text, entry.local_reason):
        if part:
            yield f"    {part}"


def rounds(edition: Edition, entries: Sequence[Entry]) -> tuple[Round, ...]:
    """Return what each file that was taken in, and not taken back, has changed; the newest first."""
    alive = log.live(entries)
    units = {unit.id: unit for unit in edition.units}
    heads = [entry for entry in alive if entry.kind == "apply"]
    return tuple(
        _round(head, [e for e in alive if e.number == head.number], units) for head in reversed(heads)
    )


def _round(head: Entry, entries: Sequence[Entry], units: dict[str, Unit]) -> Round:
    states = {e.unit: (e.before, e.after) for e in entries if e.kind == "state"}
    texts = {e.unit for e in entries if e.kind in CHANGES}
    changed, read = [], 0
    for entry in entries:
        unit = units.get(entry.unit)
        alone = entry.kind == "state" and entry.unit not in texts
        if entry.kind not in CHANGES and not alone:
            continue
        if alone and entry.after == State.REVIEWED.name:
            read += 1
            continue
        stands = unit.target if unit else ""
        before, after = (stands, stands) if alone else (entry.before, entry.after)
        source = unit.source if unit else entry.quote
        pair = states.get(entry.unit)
        changed.append(Changed(entry.kind, entry.unit, entry.slot, source, before, after, entry.who, pair))
    left = tuple((e.text, e.local_reason) for e in entries if e.kind == "leftover")
    return Round(head.number, head.who, head.when, head.file, tuple(changed), left, read)


def report(edition: Edition, entries: Sequence[Entry], settings: Settings) -> dict[str, bytes]:
    """Return the change report of an edition as HTML and DOCX by file name."""
    settings = as_rendered(edition, settings)
    brand = load_brand(settings.brand, settings.template_folders)
    options = RenderOptions(
        page=settings.page,  # type: ignore[arg-type]  # config.CHOICES admits the literals only
        lang=MESSAGES.language,
        clock=clock(edition.bulletin.date),
        signature=edition.manifest.signature,
    )
    shown, listed = view(edition), rounds(edition, entries)
    made = (changes.html(shown, brand, options, listed), changes.docx(shown, brand, options, listed))
    return {edition.name + suffix: data for suffix, data in zip(REPORT, made, strict=True)}
