"""Learn from reviewed edits: English that was changed the same way again and again becomes a proposal for the glossary.

The Chinese of a change is that of the term, name or title whose English stood at its place before or after it (a
constraint, or an entry that is only suggested); else it is guessed (`workflow.terms.guessing`) or left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from workflow import store
from workflow.checks.words import stem
from workflow.constrain import Terms
from workflow.constrain.entries import Entry
from workflow.constrain.folding import fold
from workflow.constrain.verify import verify
from workflow.review import log
from workflow.terms.guessing import Guess, guess, plainness
from workflow.terms.regions import Span, Texts, bare, changed
from workflow.units import Constraint, Kind, State, Unit

LEAST = 2
# Less alike than this (difflib's ratio over words), a sentence was written anew and says nothing of its terms.
ALIKE = 0.5
LONGEST = 10
# Constraints whose English the glossary keeps, with the kind of their entries; a date's is a matter of style.
KINDS: dict[Kind, str] = {"term": "term", "person": "person", "document": "document"}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Edited:
    """Hold what an editor made of one unit; `constraints` are those of its Chinese, verified or not."""

    source: str
    before: str
    after: str
    unit: str = ""
    edition: str = ""
    slot: str = ""
    constraints: tuple[Constraint, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Hold one phrase that was changed; `zh` is "" where nothing known stood at its place, `at` its place in `after`."""

    edited: Edited
    before: str
    after: str
    zh: str = ""
    kind: str = "term"
    doubtful: bool = False
    at: tuple[Span, Span] = ((0, 0), (0, 0))


@dataclass(frozen=True, slots=True)
class Proposal:
    """Propose English, or English to avoid, for a Chinese source, with the edits that say so.

    `guessed` says that the Chinese is not certain; it may be "". `left` counts the reviewed sentences in which the
    English before was left as it is, or was put in; `avoid` tells whether it may be forbidden.
    """

    zh: str
    before: str
    after: str
    kind: str
    evidence: tuple[Edited, ...]
    guessed: bool = False
    left: int = 0
    avoid: bool = False
    entry: Entry | None = None


def folders_of(roots: Iterable[Path]) -> list[Path]:
    """Return the folders of built bulletins at and below some folders; what stands inside one is its own copy."""
    found: list[Path] = []
    files = {file for root in roots for file in root.rglob(store.FILE)}
    for file in sorted(files, key=lambda file: (len(file.parts), file)):
        if not any(file.is_relative_to(folder) for folder in found):
            found.append(file.parent)
    return found


def edits_of(folder: Path) -> tuple[list[Edited], list[Unit]]:
    """Return what editors have changed in a built bulletin, and its reviewed units.

    Several edits of one unit count as one, from the first English to the last. Raises InputError for an edition or
    a log that cannot be read.
    """
    edition = store.load(folder)
    units = {unit.id: unit for unit in edition.units}
    found: dict[str, Edited] = {}
    for entry in log.live(log.load(folder)):
        unit = units.get(entry.unit)
        if entry.kind != "edit" or entry.field != "target" or not entry.before or unit is None:
            continue
        first = found.get(unit.id)
        before = first.before if first else entry.before
        found[unit.id] = Edited(
            unit.source, before, entry.after, unit.id, edition.name, unit.slot, unit.constraints
        )
    changed_texts = [one for one in found.values() if one.before != one.after]
    return changed_texts, [unit for unit in edition.units if unit.state >= State.REVIEWED]


def mine(edits: Iterable[Edited], terms: Terms, reviewed: Sequence[Unit] = ()) -> list[Proposal]:
    """Return the changes that were made LEAST times or more, the most frequent and least disputed first.

    A name whose reading was doubtful needs one change only. What the glossary says already is left out.
    """
    changes = [change for edited in edits for change in changes_of(edited, terms)]
    known: dict[tuple[str, str, str], list[Change]] = {}
    loose: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        wording = (_stems(change.before), _stems(change.after))
        if change.zh:
            known.setdefault((fold(change.zh).text, *wording), []).append(change)
        else:
            loose.setdefault(wording, []).append(change)
    proposals = [_proposal(group) for group in known.values() if _enough(group)]
    for group in loose.values():
        if _enough(group):
            texts = [
                Texts(c.edited.source, c.edited.before, c.edited.after, c.edited.constraints, c.at)
                for c in group
            ]
            proposals += [_guessed(group, found) for found in guess(texts, LEAST)]
    once = {(one.zh, one.before, one.after): one for one in proposals}
    judged = [_judged(one, terms, changes, reviewed) for one in once.values()]
    return sorted(
        (one for one in judged if one is not None),
        key=lambda one: (one.left - len(one.evidence), not one.zh, one.guessed, one.zh, one.after),
    )


def changes_of(edited: Edited, terms: Terms) -> Iterator[Change]:
    """Yield the phrases that an edit changed: those of known Chinese in full, then what else was replaced."""
    before, after = _WORD.findall(edited.before.casefold()), _WORD.findall(edited.after.casefold())
    if SequenceMatcher(None, before, after, autojunk=False).ratio() < ALIKE:
        return
    regions = changed(edited.before, edited.after)
    taken: list[tuple[Span, Span]] = []
    for was, now in _verified(edited, terms):
        at = regions.around(was.at, now.at)
        if at is None or was.kind not in KINDS:
            continue
        taken.append(at)
        yield from _change(edited, at, was.source, KINDS[was.kind], doubtful=was.doubtful)
    for at in regions.replaced:
        if not any(_overlap(at[0], one[0]) or _overlap(at[1], one[1]) for one in taken):
            yield from _change(edited, at)


def _change(
    edited: Edited, at: tuple[Span, Span], zh: str = "", kind: str = "term", *, doubtful: bool = False
) -> Iterator[Change]:
    """Yield the change at a place, where words were changed and not marks, articles or capitals alone."""
    was, now = bare(edited.before, at[0]), bare(edited.after, at[1])
    if _phrase(was) and _phrase(now) and was.casefold() != now.casefold():
        yield Change(edited, was, now, zh, kind, doubtful, at)


def _verified(edited: Edited, terms: Terms) -> Iterator[tuple[Constraint, Constraint]]:
    """Yield what is known of the Chinese, with its place in the English before and after."""
    offered = (constraint for constraint, _entry in terms.matcher.suggest(edited.source))
    spans = tuple(replace(c, at=None, kept=False) for c in (*edited.constraints, *offered))
    was = verify(spans, edited.before, edited.source)
    return iter(zip(was, verify(spans, edited.after, edited.source), strict=True))


def _stems(text: str) -> str:
    """Return what a phrase has in common with its inflections."""
    return " ".join(stem(word) for word in _WORD.findall(text.casefold()))


def _phrase(text: str) -> bool:
    return 0 < len(_WORD.findall(text)) <= LONGEST


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _enough(group: Sequence[Change]) -> bool:
    places = {(c.edited.edition, c.edited.unit, c.edited.source) for c in group}
    return len(places) >= (1 if all(c.doubtful for c in group) else LEAST)


def _proposal(group: Sequence[Change]) -> Proposal:
    evidence = tuple(dict.fromkeys(change.edited for change in group))
    before, after = _wording(c.before for c in group), _wording(c.after for c in group)
    return Proposal(group[0].zh, before, after, group[0].kind, evidence)


def _guessed(group: Sequence[Change], found: Guess) -> Proposal:
    evidence = tuple(dict.fromkeys(group[number].edited for number in found.members))
    return Proposal(found.zh, found.before, found.after, "term", evidence, guessed=True)


def _wording(texts: Iterable[str]) -> str:
    """Return the wording with the fewest capitals, the shortest of these: that inside a sentence, in the singular."""
    return min(texts, key=plainness)


def _judged(
    proposal: Proposal, terms: Terms, changes: Sequence[Change], reviewed: Sequence[Unit]
) -> Proposal | None:
    """Return a proposal with what speaks against it and the entry that it adds to; None where nothing is new."""
    rows = terms.glossary.entries.get(fold(proposal.zh).text, ()) if proposal.zh else ()
    entry = next((row for row in rows if proposal.after.casefold() in _cases(row.targets)), None)
    if entry is not None and proposal.before.casefold() in _cases(entry.avoid):
        return None
    before, after = proposal.before.casefold(), proposal.after.casefold()
    edited = {one.unit for one in proposal.evidence}
    left = sum(
        proposal.zh in unit.source and _stands(before, unit.target)
        for unit in reviewed
        if proposal.zh and unit.id not in edited
    )
    back = len(
        {c.edited for c in changes if _put_in(before, c.edited) and _put_in(after, c.edited, back=True)}
    )
    wanted = [row for row in rows if before in _cases(row.targets)]
    beaten = [row for row in wanted if row.status == "preferred" and row is not entry]
    if entry is not None and entry.status == "admitted" and beaten:
        entry = replace(entry, status="preferred", note="")
    accepted = len(wanted) > len(beaten)
    avoid = not (left or back or accepted or _stands(before, proposal.after))
    kind = rows[0].kind if rows else proposal.kind
    return replace(proposal, left=left + back, avoid=avoid, entry=entry, kind=kind)


def _cases(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(text.casefold() for text in texts)


def _put_in(phrase: str, edited: Edited, *, back: bool = False) -> bool:
    """Tell whether an edit put a phrase in, or with `back` took it out."""
    first, last = (edited.after, edited.before) if back else (edited.before, edited.after)
    return _stands(phrase, last) and not _stands(phrase, first)


def _stands(phrase: str, english: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", english, re.IGNORECASE) is not None
