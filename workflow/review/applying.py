"""Bring an editor's edits, marks and comments into an edition, with the lines that the log keeps of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workflow.carried import CONFLICT, OLDER
from workflow.edition import Edition
from workflow.i18n import N_
from workflow.review import log
from workflow.review.edits import NOBODY, Edit, Placed
from workflow.review.log import Entry
from workflow.review.returned import Remark, Returned
from workflow.units import State, Suggestion, Unit, text_digest

RESOLVED = "resolved in the review file"
ALIKE = N_("the Chinese of an older draft is {percent}% the same")


@dataclass(frozen=True, slots=True)
class Aside:
    """Say that a finding's comment came back resolved: by whom, and why."""

    finding: str
    by: str
    reason: str


def change(edition: Edition, placed: Placed, reader: str = "") -> Edition:
    """Return the edition with the edits made; `reader` has read every row that came back and marks it REVIEWED.

    Nothing is judged yet: constraints, house style and findings are those of before.
    """
    edits = {edit.was.id: edit for edit in placed.edits}
    units = tuple(_changed(unit, edits[unit.id]) if unit.id in edits else unit for unit in edition.units)
    if reader:
        chosen = {edit.was.id for edit in placed.edits}
        units = tuple(
            replace(unit, state=State.REVIEWED, by=reader) if _to_read(unit, placed, chosen) else unit
            for unit in units
        )
    return replace(edition, units=units)


def _to_read(unit: Unit, placed: Placed, chosen: set[str]) -> bool:
    """Tell whether a unit is of "the rest": read as it stands, and no editor has asked for more work on it."""
    waiting = State.EMPTY < unit.state < State.REVIEWED and unit.state != State.NEEDS_WORK
    return waiting and bool(unit.target) and unit.id in placed.seen and unit.id not in chosen


def _changed(unit: Unit, edit: Edit) -> Unit:
    by = edit.by or None
    if edit.kind == "state":
        return replace(unit, state=edit.state, by=by or unit.by)
    if edit.kind in ("conflict", "offered"):
        origin = (CONFLICT if edit.kind == "conflict" else OLDER) + (edit.by or "?")
        offered = Suggestion(edit.text, origin, edit.likeness if edit.kind == "offered" else 0.0)
        known = any(one.text == offered.text and one.origin == origin for one in unit.suggestions)
        return unit if known else replace(unit, suggestions=(*unit.suggestions, offered))
    rest = tuple(one for one in unit.suggestions if not one.origin.startswith((CONFLICT, OLDER)))
    return replace(
        unit,
        target=edit.text,
        state=edit.state,
        by=by,
        origin="human",
        score=None,
        confidence=None,
        shown=None,
        suggestions=rest,
    )


def asides(placed: Placed, returned: Returned, reviewer: str) -> tuple[Aside, ...]:
    """Return the findings that editors have resolved in the file."""
    return tuple(
        Aside(remark.finding, _resolver(remark, returned, reviewer), _reason(remark))
        for _unit, remark in _remarks(placed, returned)
        if remark.finding and remark.resolved
    )


def _resolver(remark: Remark, returned: Returned, reviewer: str) -> str:
    names = (*(reply.author for reply in reversed(remark.replies)), reviewer, remark.author, returned.author)
    return next((name for name in names if not NOBODY.fullmatch(name.strip())), "?")


def _reason(remark: Remark) -> str:
    said = [reply.text.strip() for reply in remark.replies if reply.text.strip()]
    return said[-1] if said else RESOLVED


def questions(placed: Placed, returned: Returned, known: Sequence[Entry]) -> Iterator[Entry]:
    """Yield what is new of editors' comments: a question, a question with a new reply, one that came back resolved.

    An answer to one of our own comments that is not resolved is a question too. `known` is the log so far.
    """
    before = {entry.item: entry for entry in log.live(known) if entry.kind in ("comment", "answered")}
    still_open = {entry.item for entry in log.questions(known)}
    for unit, remark in _remarks(placed, returned):
        if remark.finding and remark.resolved:
            continue
        asked, answers = _question(remark)
        if asked is None:
            continue
        item = log.question_id(unit.id if unit else "", asked.author, asked.text)
        replies = [[reply.author, reply.date, reply.text] for reply in answers]
        answered = remark.resolved and item in still_open
        who = next(
            (name for name in (*(r.author for r in answers[::-1]), returned.author) if name), asked.author
        )
        entry = Entry(
            "answered" if answered else "comment",
            who=who if answered else asked.author,
            unit=unit.id if unit else "",
            slot=unit.slot if unit else "",
            text=asked.text,
            quote=remark.quote,
            on=remark.on,
            date=asked.date,
            item=item,
            resolved=remark.resolved,
            data={"replies": replies} if replies else {},
        )
        same = item in before and before[item].resolved == entry.resolved and before[item].data == entry.data
        if not same:
            before[item] = entry
            yield entry


def _question(remark: Remark) -> tuple[Remark | None, tuple[Remark, ...]]:
    """Return the comment that asks, with what was answered; of our own comments the first answer asks."""
    ours = remark.finding or remark.author == "bulletin"
    thread = remark.replies if ours else (remark, *remark.replies)
    return (thread[0], thread[1:]) if thread else (None, ())


def _remarks(placed: Placed, returned: Returned) -> Iterator[tuple[Unit | None, Remark]]:
    if placed.foreign:
        return
    for row, unit in placed.rows:
        yield from ((unit, remark) for remark in row.remarks)
    yield from ((None, remark) for remark in returned.remarks)


def lines(before: Edition, after: Edition, placed: Placed) -> Iterator[Entry]:
    """Yield the log's lines on what was done to units, what was refused and what was left over."""
    now = {unit.id: unit for unit in after.units}
    edits = {edit.was.id: edit for edit in placed.edits}
    for unit in before.units:
        edit, new = edits.get(unit.id), now[unit.id]
        if edit is not None and edit.kind != "state":
            yield _edit_line(edit)
        if new.state != unit.state:
            yield Entry(
                "state",
                who=new.by or "",
                unit=unit.id,
                slot=unit.slot,
                field="state",
                before=unit.state.name,
                after=new.state.name,
            )
    for row, of in placed.turned_down:
        yield Entry(
            "rejected",
            unit=of.id if of is not None else row.id,
            slot=of.slot if of is not None else "",
            field="target",
            before=row.target,
            after=row.rejected,
        )
    for refusal in placed.refusals:
        yield Entry(
            "refused",
            unit=refusal.unit.id if refusal.unit else refusal.row.id,
            slot=refusal.unit.slot if refusal.unit else "",
            reason=refusal.reason.format(**refusal.args),
            place=refusal.row.place,
            quote=refusal.row.source,
            data=log.spoken(refusal.reason, refusal.args),
        )
    for left in placed.leftovers:
        yield Entry(
            "leftover",
            who=left.by,
            unit=left.unit,
            text=left.text,
            reason=left.reason.format(**left.args),
            place=left.place,
            data=log.spoken(left.reason, left.args),
        )


def _edit_line(edit: Edit) -> Entry:
    older = edit.kind in ("older", "offered")
    share = {"percent": f"{edit.likeness:.0f}"}
    return Entry(
        edit.kind,
        who=edit.by,
        unit=edit.was.id,
        slot=edit.was.slot,
        field="target",
        before=edit.was.target,
        after=edit.text,
        reason=ALIKE.format(**share) if older else "",
        quote=edit.row.source if older else "",
        data=log.spoken(ALIKE, share) if older else {},
    )


def foreign_comments(returned: Returned) -> Iterator[Entry]:
    """Yield as leftovers the comments of a file that is of another bulletin."""
    remarks: Iterable[Remark] = (*(r for row in returned.rows for r in row.remarks), *returned.remarks)
    for remark in remarks:
        asked, answers = _question(remark)
        for said in (asked, *answers) if asked else ():
            yield Entry(
                "leftover",
                who=said.author,
                text=said.text,
                date=said.date,
                quote=remark.quote,
                place="comment",
            )


def mark(unit: Unit) -> str:
    """Return the digits of what humans see of a unit: they differ once anybody has changed it."""
    offered = (
        f"{one.origin}\t{one.text}" for one in unit.suggestions if one.origin.startswith((CONFLICT, OLDER))
    )
    return text_digest("\n".join((unit.target, unit.state.name, unit.by or "", unit.origin, *offered)))


def changed_units(before: Edition, after: Edition) -> Mapping[str, tuple[Unit, Unit]]:
    """Return the units that humans see differently, by id: before and after."""
    now = {unit.id: unit for unit in after.units}
    return {unit.id: (unit, now[unit.id]) for unit in before.units if mark(unit) != mark(now[unit.id])}
