"""Rows of a table become rows of units: by id and source digest, never by where they stand.

A vertical merge may join the cells of several units, or a row split in two may leave one unit in two rows; what
cannot be told apart is kept whole, with its trouble named.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workflow.i18n import _
from workflow.review.returned import Row
from workflow.review.wordcells import Line, tagged
from workflow.review.wordids import shown_ids, state_written
from workflow.review.wordstates import line_state, value_state
from workflow.review.wordtree import Claim, Paragraph, Text, accepted, changes, rejected
from workflow.units import State, text_digest

Known = Mapping[str, Claim]
Reading = Callable[[Iterable[Text]], str]


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a row of a unit with the lines of the table that it was read from.

    `rest` is what stands in the cell of its Chinese beside that. `live` tells whether the row is there with
    tracked changes accepted, `before` whether with them rejected.
    """

    row: Row
    lines: tuple[Line, ...]
    rest: tuple[Text, ...] = ()
    live: bool = True
    before: bool = True


def known_claims(lines: Sequence[Line]) -> dict[str, Claim]:
    """Return, by id, the most that tags and bookmarks of a file say of a unit."""
    found: dict[str, Claim] = {}
    for line in lines:
        sources = (Claim(one) for one in line.row.evidence.sources)
        for claim in (*sources, *line.row.evidence.bookmarks, *line.row.evidence.tags):
            if claim.digest or claim.id not in found:
                found[claim.id] = claim
    return found


def rows_of(lines: Sequence[Line], number: int, known: Known) -> tuple[list[Found], list[Line]]:
    """Return the rows of units in a table, and the lines that belong to none; `number` is the table's."""
    groups: list[tuple[list[Claim], list[Line]]] = []
    free: list[Line] = []
    for line in lines:
        claims = [_full(claim, known) for claim in claims_of(line)]
        if not claims:  # a state's control is often copied from row to row
            claims = [Claim(one) for one in line.row.evidence.states if one not in known]
        if claims:
            groups.append((claims, [line]))
        elif groups and ("id" in line.merged or ("id" not in line.cells and "source" in line.merged)):
            groups[-1][1].append(line)
        else:
            free.append(line)
    found = [one for claims, members in groups for one in _units(claims, members, number)]
    return _shared(found, lines), free


def claims_of(line: Line) -> list[Claim]:
    """Return the units that a row says it is of.

    A tag comes first; of several the row's own Chinese decides. Of several bookmarks the visible id does.
    """
    evidence = line.row.evidence
    if evidence.tags:
        own = [claim for claim in evidence.tags if claim.id in evidence.sources]
        return own or list(evidence.tags)
    if evidence.sources:
        return [Claim(one) for one in evidence.sources]
    shown = shown_ids(line.cells["id"]) if "id" in line.cells and "id" not in line.merged else ()
    agreeing = [mark for mark in evidence.bookmarks if mark.id.startswith(shown)] if shown else []
    if len(shown) <= len(agreeing) or not shown:
        claims = agreeing or list(evidence.bookmarks)
    else:
        claims = [next((m for m in agreeing if m.id.startswith(one)), Claim(one)) for one in shown]
    return claims


def _full(claim: Claim, known: Known) -> Claim:
    """Return a claim with what the rest of the file knows of its unit; a short id stands for the one that begins so."""
    if claim.id in known:
        return claim if claim.digest else known[claim.id]
    longer = [known[one] for one in known if one.startswith(claim.id)]
    return longer[0] if len(longer) == 1 else claim


def row_place(table: int, row: int) -> str:
    """Return where a row stands, in words; table 0 is one without rows of units."""
    if not table:
        return _("another table, row {row}").format(row=row)
    return _("table {table}, row {row}").format(table=table, row=row)


def _units(claims: Sequence[Claim], lines: list[Line], number: int) -> Iterator[Found]:
    if len(claims) == 1:
        yield _found(claims[0], lines, number, lines[0])
        return
    by_digest = {
        claim.id: [line for line in lines if text_digest(accepted(line.pieces("source"))) == claim.digest]
        for claim in claims
    }
    if len(lines) == len(claims) and all(len(own) == 1 for own in by_digest.values()):
        for claim in claims:
            yield _found(claim, by_digest[claim.id], number, by_digest[claim.id][0])
        return
    first, *rest = claims
    whole = _found(first, lines, number, lines[0])
    trouble = _("several ids stand in its id cell ({ids})").format(ids=", ".join(c.id[:6] for c in claims))
    everything = accepted(piece for line in lines for piece in line.pieces("source"))
    yield replace(whole, row=replace(whole.row, source=everything, trouble=trouble), rest=())
    for claim in rest:
        row = Row(
            claim.id, "", "", digest=claim.digest, base=claim.base, place=whole.row.place, trouble=trouble
        )
        yield replace(whole, row=row, lines=(), rest=())


def _found(claim: Claim, lines: Sequence[Line], number: int, head: Line) -> Found:
    """Return the row of a unit from the lines that hold it."""
    target = [piece for line in lines for piece in line.pieces("target")]
    everything = [piece for line in lines for cell in line.row.cells for piece in cell.pieces]
    live, before = _there(everything, "deleted"), _there(everything, "inserted")
    source, rest = _source(claim, lines)
    states = [piece for line in lines for piece in line.pieces("state")]
    own = tagged(states, "state", claim.id) or states
    parts = [part for line in lines for part in line.parts.get("state", ())]
    row = Row(
        claim.id,
        accepted(source) or rejected(source),
        accepted(target),
        rejected(target),
        claim.digest,
        claim.base,
        _state(parts, own, accepted),
        _was(parts, own, dict(lines[0].row.evidence.written).get(claim.id, "")),
        row_place(number, head.number),
        changes(target),
        trouble=_trouble(claim, lines, accepted(source)),
    )
    return Found(row, tuple(lines), tuple(rest), live or not before, before or not live)


def _there(pieces: Sequence[Text], gone: str) -> bool:
    return any(piece.text.strip() and getattr(piece, gone) is None for piece in pieces)


def _source(claim: Claim, lines: Sequence[Line]) -> tuple[list[Text], list[Text]]:
    """Return the Chinese of a unit, and what else stands in its cell; the digest tells what is the Chinese."""
    parts = [part for line in lines for part in line.parts.get("source", ())]
    pieces = [piece for line in lines for piece in line.pieces("source")]
    locked = tagged(pieces, "source", claim.id)
    options = [pieces, locked, *([p for p in part.pieces if isinstance(p, Text)] for part in parts)]
    for reading in (accepted, rejected):
        for option in options:
            if option and claim.digest == text_digest(reading(option)):
                return option, [piece for piece in pieces if all(piece is not one for one in option)]
    return pieces, []


def _trouble(claim: Claim, lines: Sequence[Line], source: str) -> str:
    evidence = lines[0].row.evidence
    if evidence.sources and evidence.tags and claim.id not in evidence.sources:
        return _("its id is of one sentence and its Chinese of another")
    if not any("target" in line.cells for line in lines):
        return _("it has no cell that could be the English column")
    if any(line.unsure for line in lines):
        return _("which of its columns is the English is not certain")
    together = {role for line in lines for role in line.together}
    if {"source", "target"} <= together and claim.digest != text_digest(source):
        return _("its Chinese and its English stand in one cell")
    return ""


def _state(parts: Sequence[Paragraph], own: Sequence[Text], reading: Reading) -> State | None:
    """Return the state that the cell names: in the control, else in one paragraph of it."""
    chosen = line_state(reading(own))
    if chosen is not None:
        return chosen
    lines = [reading([p for p in part.pieces if isinstance(p, Text)]) for part in parts]
    named = {state for line in lines if (state := line_state(line)) is not None}
    return named.pop() if len(named) == 1 else None


def _was(parts: Sequence[Paragraph], own: Sequence[Text], marked: str) -> State | None:
    """Return the state that the row was written with: by its tag or bookmark, else by what a tracked change took away."""
    written = value_state(next((value for p in own if (value := state_written(p.tags))), marked))
    if written is None and any(piece.inserted or piece.deleted for piece in own):
        return _state(parts, own, rejected)
    return written


def _shared(found: Sequence[Found], lines: Sequence[Line]) -> list[Found]:
    """Return the rows with the trouble of those that share a cell with another row's unit."""
    owner = {id(line): one.row.id for one in found for line in one.lines}
    troubles: dict[str, str] = {}
    words = {
        "target": _("its English stands in one cell with that of {id}"),
        "source": _("its Chinese stands in one cell with that of {id}"),
    }
    for role, message in words.items():
        first: Line | None = None
        for line in lines:
            if role not in line.merged:
                first = line
                continue
            one, other = (owner.get(id(line)), owner.get(id(first))) if first else (None, None)
            if one and other and one != other:
                troubles.setdefault(one, message.format(id=other[:6]))
                troubles.setdefault(other, message.format(id=one[:6]))
    return [
        replace(one, row=replace(one.row, trouble=one.row.trouble or troubles.get(one.row.id, "")))
        for one in found
    ]


def settled(found: Sequence[Found]) -> list[Found]:
    """Return the rows that stand with tracked changes accepted; one that was moved is joined with where it was.

    A word processor writes a moved row as one struck out and one put in. A row struck out for good stays, empty.
    """
    groups: dict[str, list[Found]] = {}
    for one in found:
        groups.setdefault(one.row.id, []).append(one)
    return [row for group in groups.values() for row in _settle(group)]


def _settle(group: list[Found]) -> list[Found]:
    live = [one for one in group if one.live]
    gone = [one for one in group if not one.live]
    if not live or not gone:
        return group
    if len(live) == 1 and not live[0].before and len(gone) == 1:
        (now,), (was,) = live, gone
        moved = now.row.target == was.row.rejected
        joined = replace(
            now.row,
            rejected=was.row.rejected,
            changes=() if moved else (*was.row.changes, *now.row.changes),
        )
        return [replace(now, row=joined, lines=(*now.lines, *was.lines))]
    first, *others = live
    return [replace(first, lines=(*first.lines, *(line for one in gone for line in one.lines))), *others]
