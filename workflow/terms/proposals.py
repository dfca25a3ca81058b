"""Show what was learned from reviewed edits: as rows of the glossary to import, as JSON, as lines for the terminal."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workflow.constrain.entries import COLUMNS, Entry
from workflow.i18n import _
from workflow.terms.formats import csv_text
from workflow.terms.learning import Proposal
from workflow.terms.suggesting import CONTEXT

MOST_SENTENCES = 3


def as_entry(proposal: Proposal) -> Entry:
    """Return the row that a proposal makes: the entry that it adds to, or a new one."""
    struck = (proposal.before,) if proposal.avoid else ()
    if proposal.entry is not None:
        return replace(proposal.entry, avoid=tuple(dict.fromkeys((*proposal.entry.avoid, *struck))))
    return Entry(proposal.zh, proposal.after, kind=proposal.kind, avoid=struck)


def as_csv(proposals: Iterable[Proposal]) -> bytes:
    """Return proposals as a sheet to look through and import: the glossary's columns, then count, sentence and place.

    Where the Chinese is a guess, en is left empty, as in the sheet of `suggest`: an import leaves such rows out.
    """
    rows = [(*_cells(one), str(len(one.evidence)), *_context(one)) for one in proposals]
    return csv_text([(*COLUMNS, *CONTEXT), *rows]).encode("utf-8-sig")


def _cells(proposal: Proposal) -> tuple[str, ...]:
    entry = as_entry(proposal)
    if proposal.guessed:
        entry = replace(entry, en="")
    changed = f"{proposal.before} → {proposal.after}"
    return replace(entry, note="; ".join(filter(None, (entry.note, changed)))).cells


def _context(proposal: Proposal) -> tuple[str, str]:
    first = proposal.evidence[0]
    return first.source, f"{first.edition} {first.slot}"


def as_json(proposals: Iterable[Proposal]) -> str:
    """Return proposals as JSON, each with all its edits."""
    return json.dumps([_values(one) for one in proposals], ensure_ascii=False, indent=1)


def _values(proposal: Proposal) -> dict[str, object]:
    seen = [
        {
            "bulletin": one.edition,
            "unit": one.unit,
            "slot": one.slot,
            "source": one.source,
            "before": one.before,
            "after": one.after,
        }
        for one in proposal.evidence
    ]
    return {
        "zh": proposal.zh,
        "guessed": proposal.guessed,
        "kind": proposal.kind,
        "before": proposal.before,
        "after": proposal.after,
        "avoid": proposal.avoid,
        "count": len(proposal.evidence),
        "left": proposal.left,
        "seen": seen,
    }


def table(proposals: Sequence[Proposal]) -> str:
    """Return proposals as lines, each followed by edits that say so."""
    return "\n".join(line for one in proposals for line in _lines(one)) if proposals else _("no proposals")


def _lines(proposal: Proposal) -> Iterator[str]:
    zh = proposal.zh + "?" if proposal.zh and proposal.guessed else proposal.zh or "?"
    said = [f"{proposal.before} → {proposal.after}"]
    if proposal.avoid and proposal.zh:
        said.append(_("avoid: {english}").format(english=proposal.before))
    if proposal.left:
        said.append(_("left as it was, or changed back: {count}").format(count=proposal.left))
    yield f"{proposal.kind:12} {len(proposal.evidence):3}  {zh}  " + "; ".join(said)
    for one in proposal.evidence[:MOST_SENTENCES]:
        yield f"    {one.edition} {one.slot}: {one.source}"
        yield f"      - {one.before}"
        yield f"      + {one.after}"
    if len(proposal.evidence) > MOST_SENTENCES:
        yield "    " + _("and {count} more").format(count=len(proposal.evidence) - MOST_SENTENCES)
