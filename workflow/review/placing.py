"""Find the unit of every row that came back, and what its editor did to it; nothing is taken by position.

Whatever cannot be placed is refused with its reason, and its text becomes a leftover.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workflow.alike import nearest
from workflow.constrain import by_human
from workflow.edition import Edition
from workflow.i18n import N_
from workflow.review.edits import Edit, EditKind, Leftover, Mode, Placed, Refusal, clean, writer
from workflow.review.returned import Returned, Row
from workflow.units import State, Unit, text_digest

SHORTEST_ID = 6
# Of the rows of a file under another name, this share must be of this bulletin.
OURS = 0.5
Reason = tuple[str, dict[str, str]]


def place(returned: Returned, edition: Edition, mode: Mode = "accept", reviewer: str = "") -> Placed:
    """Return what a returned file does to an edition; `reviewer` is who did it, else the file says.

    A file of another bulletin is refused row by row. With "reject" tracked changes are undone first.
    """
    units = {unit.id: unit for unit in edition.units}
    found = [(row, _unit_of(row, units)) for row in returned.rows]
    if _foreign(returned, edition, found):
        return _refuse_all(returned, reviewer)
    work = _Work(returned.author, reviewer, rejecting=mode == "reject")
    older: list[Row] = []
    claims: dict[str, tuple[Unit, list[Row]]] = {}
    for row, unit in found:
        refused = _untrusted(row, unit)
        if refused is not None:
            work.refuse(row, unit, *refused)
        elif unit is None:
            older.append(row)
        else:
            claims.setdefault(unit.id, (unit, []))[1].append(row)
    for unit, rows in claims.values():
        work.take_one(rows, unit)
    taken = {unit.id for _row, unit in found if unit}
    free = [unit for unit in edition.units if unit.id not in taken]
    for row in older:
        work.take_older(row, free)
    return Placed(
        tuple(work.edits),
        tuple(work.refusals),
        (*(_left(one, work.who(one.row)) for one in work.refusals if one.text), *_loose(returned)),
        frozenset(work.seen),
        tuple(pair for pair in found if work.turns_down(pair[0])),
        tuple(found),
    )


@dataclass(slots=True)
class _Work:
    """Gather what the rows of one file do."""

    author: str
    reviewer: str
    rejecting: bool
    edits: list[Edit] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def who(self, row: Row) -> str:
        return writer(row, self.author, self.reviewer)

    def text(self, row: Row, like: str = "") -> str:
        return clean(row.rejected if self.rejecting and row.changes else row.target, like)

    def turns_down(self, row: Row) -> bool:
        """Tell whether the mode takes English away that the editor wrote."""
        return self.rejecting and text_digest(row.target) != text_digest(self.text(row))

    def refuse(self, row: Row, unit: Unit | None, reason: str, args: Mapping[str, str]) -> None:
        """Refuse a row; its text is a leftover unless it stands in its unit or is what the row was written with."""
        text = self.text(row)
        known = {row.base, text_digest(unit.target) if unit else ""}
        lost = text if text and text_digest(text) not in known else ""
        self.refusals.append(Refusal(row, reason, args, unit, lost))

    def take_one(self, rows: Sequence[Row], unit: Unit) -> None:
        """Take the row of a unit; several that claim it are one where they say the same, else all are refused."""
        if len({text_digest(self.text(row)) for row in rows}) > 1:
            places = ", ".join(row.place for row in rows if row.place)
            for row in rows:
                self.refuse(row, unit, N_("its id stands in several rows ({places})"), {"places": places})
            return
        chosen = [row for row in rows if _chosen(row, unit) is not None]
        self.take(min(chosen, key=lambda row: row.state or State.EMPTY) if chosen else rows[0], unit)

    def take(self, row: Row, unit: Unit) -> None:
        """Take a row whose unit is certain."""
        text = self.text(row, unit.target)
        digest, current = text_digest(text), text_digest(unit.target)
        changed_since = bool(row.base) and row.base != current
        touched = digest != (row.base or current)
        if touched and not text:
            self.refuse(
                row, unit, N_("its English was emptied; write what it should be, or set it to Needs work"), {}
            )
        elif touched and digest != current:
            foreign = by_human(unit) and (changed_since or not row.base) and unit.by != self.who(row)
            self.add("conflict" if foreign else "edit", unit, text, _after_edit(row, unit), row)
        elif not touched and digest != current:
            self.read_otherwise(row, unit, text)
        else:
            self.seen.add(unit.id)
            self.mark(row, unit, touched)

    def read_otherwise(self, row: Row, unit: Unit, text: str) -> None:
        """Take the mark of a row whose editor read, and left, other English than stands there now."""
        chosen = _chosen(row, unit)
        if chosen is None:
            return
        if by_human(unit):
            who = unit.by or "?"
            message = N_(
                "{who} has changed its English since the file was written; the mark was for the text before"
            )
            self.refuse(row, unit, message, {"who": who})
        elif text and chosen == State.REVIEWED:
            self.add("edit", unit, text, chosen, row)
        else:
            self.add("state", unit, unit.target, chosen, row)

    def mark(self, row: Row, unit: Unit, touched: bool) -> None:
        """Take the state of a row whose English is what stands there; to have written it oneself is to have read it."""
        chosen = _chosen(row, unit)
        if chosen is None and touched and unit.state < State.REVIEWED:
            chosen = State.REVIEWED
        asked_since = unit.state == State.NEEDS_WORK and row.was not in (None, State.NEEDS_WORK)
        if chosen == State.REVIEWED and not unit.target:
            self.refuse(row, unit, N_("it is marked as reviewed, but has no English"), {})
        elif chosen == State.REVIEWED and asked_since and unit.by not in (None, self.who(row)):
            message = N_("{who} has set it to Needs work since the file was written")
            self.refuse(row, unit, message, {"who": unit.by or "?"})
        elif chosen is not None:
            self.add("state", unit, unit.target, chosen, row)

    def take_older(self, row: Row, free: list[Unit]) -> None:
        """Take a row whose Chinese the edition no longer has: to the unit most like it, marked for another look."""
        text = self.text(row)
        if not text or text_digest(text) == row.base:
            return
        match = nearest(row.source, free)
        if match is None:
            self.refuse(row, None, N_("the bulletin no longer has this sentence, nor one like it"), {})
            return
        unit, likeness = match
        free.remove(unit)
        if text_digest(text) == text_digest(unit.target):
            return
        kind: EditKind = "offered" if by_human(unit) else "older"
        self.add(kind, unit, text, State.NEEDS_WORK, row, likeness)

    def add(
        self,
        kind: EditKind,
        unit: Unit,
        text: str,
        state: State,
        row: Row,
        likeness: float = 100.0,
    ) -> None:
        self.edits.append(Edit(kind, unit, text, state, self.who(row), row, round(likeness, 1)))


def _unit_of(row: Row, units: Mapping[str, Unit]) -> Unit | None:
    """Return the unit of a row's id, or of the one id that begins so; None for one of another draft."""
    begun = (
        [unit for known, unit in units.items() if known.startswith(row.id)]
        if len(row.id) >= SHORTEST_ID
        else []
    )
    unit = units.get(row.id) or (begun[0] if len(begun) == 1 else None)
    other = unit is not None and row.digest not in ("", text_digest(unit.source))
    return None if other else unit


def _untrusted(row: Row, unit: Unit | None) -> Reason | None:
    """Return why a row cannot be trusted, None where it can."""
    source = text_digest(row.source)
    if row.trouble:
        return "{trouble}", {"trouble": row.trouble}
    if not row.id.strip():
        return N_("its id is missing"), {}
    if row.digest and source != row.digest:
        return N_("its Chinese was changed"), {}
    if unit is not None and source != text_digest(unit.source):
        return N_("its Chinese is not that of the unit with its id"), {}
    if unit is None and not row.source.strip():
        return N_("its id is unknown and its Chinese is empty"), {}
    return None


def _foreign(returned: Returned, edition: Edition, found: Sequence[tuple[Row, Unit | None]]) -> bool:
    """Tell whether a file is of another bulletin.

    It is ours by its source, or with half of its rows; under the name of this edition, or without any, with one.
    """
    if not found or (returned.source and returned.source in dict(edition.manifest.inputs).values()):
        return False
    ours = sum(unit is not None for _row, unit in found)
    says_other = returned.edition not in ("", edition.name) or (returned.source and not returned.edition)
    return ours < OURS * len(found) if says_other else not ours


def _refuse_all(returned: Returned, reviewer: str) -> Placed:
    """Return the refusal of every row that its editor touched, or that may have been."""
    args = {"name": returned.edition or returned.source[:12] or returned.file}
    reason = N_("the file is of another bulletin, '{name}'")
    refusals: list[Refusal] = []
    for row in returned.rows:
        text = clean(row.target)
        touched = bool(text) and text_digest(text) != row.base
        refusals.append(Refusal(row, reason, args, None, text if touched else ""))
    left = [_left(r, writer(r.row, returned.author, reviewer)) for r in refusals if r.text]
    rows = tuple((row, None) for row in returned.rows)
    return Placed((), tuple(refusals), (*left, *_loose(returned)), rows=rows, foreign=True)


def _loose(returned: Returned) -> Iterator[Leftover]:
    for one in returned.loose:
        reason = N_("it stands beside the English of this row") if one.unit else N_("it stands in no row")
        yield Leftover(one.text, reason, one.place, one.unit, returned.author)


def _left(refusal: Refusal, by: str) -> Leftover:
    unit = refusal.unit.id if refusal.unit else ""
    return Leftover(refusal.text, refusal.reason, refusal.row.place, unit, by, refusal.args)


def _chosen(row: Row, unit: Unit) -> State | None:
    """Return the state that the editor chose, None where the row still says what it was written with.

    Without the row's word for that, a choice is what differs from the unit; but DRAFT is none: the file may be older
    than what a human said since.
    """
    now = _choice(unit.state)
    if row.state is None or row.state == now:
        return None
    if row.was is not None:
        return None if row.state == row.was else row.state
    return None if row.state == State.DRAFT else row.state


def _after_edit(row: Row, unit: Unit) -> State:
    """Return the state of an edited unit: REVIEWED, unless the editor chose less."""
    chosen = _chosen(row, unit)
    return chosen if chosen is not None and chosen < State.REVIEWED else State.REVIEWED


def _choice(state: State) -> State:
    """Return the state as a review file shows it."""
    return max(State.DRAFT, min(state, State.REVIEWED))
