"""Review files edited in hundreds of random ways: every unit comes back as it was left, every other word as loose."""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.render.sample_edition import sample_edition
from tests.review.word_copy import Copy, Expected, Segment, spaced
from tests.review.word_ways import edited
from workflow.edition import Edition
from workflow.render import RENDERERS
from workflow.render.brand import load_brand
from workflow.render.options import RenderOptions
from workflow.render.view import view
from workflow.review import READERS
from workflow.review.edits import Placed
from workflow.review.placing import place
from workflow.review.returned import Remark, Returned, Row
from workflow.units import text_digest

OPTIONS = RenderOptions(clock=datetime(2024, 9, 26, tzinfo=UTC), signature="engine:house|v:0.1.0")


def short(edition: Edition) -> Edition:
    """Return the first sections of an edition; a file of all of it takes three times as long to read."""
    units = tuple(
        u for u in edition.units if not u.slot.startswith(tuple(f"sections/{n}/" for n in range(4, 9)))
    )
    bulletin = replace(edition.bulletin, sections=edition.bulletin.sections[:4])
    there = {unit.id for unit in units}
    findings = tuple(f for f in edition.findings if f.unit is None or f.unit in there)
    return replace(edition, units=units, bulletin=bulletin, findings=findings)


@pytest.fixture(scope="module")
def edition() -> Edition:
    return short(sample_edition())


@pytest.fixture(scope="module")
def written(edition: Edition) -> bytes:
    return RENDERERS["review"].render(view(edition), load_brand("center"), OPTIONS)


@pytest.mark.parametrize("first", range(0, 300, 20))
def test_no_edit_is_lost_or_misplaced(first: int, written: bytes, edition: Edition, tmp_path: Path) -> None:
    for seed in range(first, first + 20):
        _check(seed, written, edition, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("first", range(1_000, 6_000, 100))
def test_no_edit_is_lost_or_misplaced_in_thousands(
    first: int, written: bytes, edition: Edition, tmp_path: Path
) -> None:
    for seed in range(first, first + 100):
        _check(seed, written, edition, tmp_path)


def _check(seed: int, written: bytes, edition: Edition, folder: Path) -> None:
    copy = Copy(written, edition, random.Random(seed))
    ways = edited(copy)
    returned = READERS[".docx"](copy.save(folder / f"{seed}.review.docx"))
    faults = [*_faults(copy, returned), *_placing_faults(copy, place(returned, edition), "target")]
    faults += _placing_faults(copy, place(returned, edition, "reject"), "rejected")
    assert not faults, "\n".join([f"seed {seed}: {' '.join(ways)}", *faults])
    (folder / f"{seed}.review.docx").unlink()


def _placing_faults(copy: Copy, placed: Placed, side: str) -> Iterable[str]:
    """Yield the edits that reach neither their unit nor the leftovers."""
    edits = {edit.was.id: edit.text for edit in placed.edits}
    left = Counter(word for one in placed.leftovers for word in one.text.split())
    for id_, expected in copy.expected.items():
        text = getattr(expected, side)
        if expected.missing or text_digest(text) == text_digest(expected.unit.target):
            continue
        if id_ in edits and text_digest(edits[id_]) != text_digest(text):
            yield f"{id_}: placed {edits[id_]!r}, not {text!r}"
        if id_ not in edits and (lost := Counter(text.split()) - left):
            yield f"{id_}: neither placed nor left over: {lost}"


def _faults(copy: Copy, returned: Returned) -> Iterable[str]:
    rows: dict[str, list[Row]] = {id_: [] for id_ in copy.expected}
    for row in returned.rows:
        (id_,) = [known for known in rows if known.startswith(row.id)]
        rows[id_].append(row)
    for id_, expected in copy.expected.items():
        yield from (f"{id_}: {fault}" for fault in _row_faults(expected, rows[id_]))
    kept = Counter(
        word for row in returned.rows if row.trouble for word in f"{row.source} {row.target}".split()
    )
    for id_, expected in copy.expected.items():
        if any(row.trouble for row in rows[id_]) and (lost := Counter(expected.target.split()) - kept):
            yield f"{id_}: lost {lost}"
    pooled = [row for row in returned.rows if row.trouble]
    known = {id_ for id_, expected in copy.expected.items() if rows[id_] and rows[id_][0].trouble}
    said = [said for id_ in known for said in copy.expected[id_].said]
    yield from _said_faults("rows in trouble", said, [r for row in pooled for r in row.remarks])
    yield from _said_faults("no row", copy.elsewhere, returned.remarks)
    loose = Counter(word for one in returned.loose for word in one.text.split() if word != "|")
    wanted = Counter(word for text in copy.loose for word in text.split() if word != "|")
    if loose != wanted:
        yield f"loose: lost {wanted - loose}, too much {loose - wanted}"


def _row_faults(expected: Expected, rows: list[Row]) -> Iterable[str]:
    wanted = 0 if expected.missing else 2 if expected.doubled else 1
    if len(rows) != wanted:
        yield f"{len(rows)} rows, not {wanted}"
    for row in rows:
        if row.trouble and (expected.trouble or expected.unsure):
            continue
        if bool(row.trouble) != expected.trouble:
            yield f"trouble {row.trouble!r}"
        if (row.target, row.rejected) != (expected.target, expected.rejected):
            yield f"has {row.target!r} / {row.rejected!r}, not {expected.target!r} / {expected.rejected!r}"
        if not expected.no_source and text_digest(row.source) != text_digest(expected.unit.source):
            yield f"Chinese {row.source!r}"
        if row.digest not in ("", text_digest(expected.unit.source)) or row.base not in (
            "",
            text_digest(expected.unit.target),
        ):
            yield f"digests {row.digest} {row.base}"
        if not expected.struck and row.state != expected.state:
            yield f"state {row.state!r}, not {expected.state!r}"
        yield from _said_faults("the row", expected.said, row.remarks, loosely=expected.struck)


def _said_faults(
    place: str, said: list[tuple[Any, ...]], remarks: Iterable[Remark], *, loosely: bool = False
) -> Iterable[str]:
    found = [
        (r.author, r.text, r.quote, r.on, r.resolved, tuple((one.author, one.text) for one in r.replies))
        for r in remarks
    ]
    for author, text, quote, side, resolved, replies in said:
        words = spaced(quote.text) if isinstance(quote, Segment) else quote
        match = next(
            (
                one
                for one in found
                if one[:2] == (author, text)
                and (loosely or words is None or one[2] == words)
                and side in (None, one[3])
                and one[4:] == (resolved, replies)
            ),
            None,
        )
        if match is None:
            yield f"remark on {place} lost: {(author, text, words, side, resolved, replies)}, there: {found}"
        else:
            found.remove(match)
    if found:
        yield f"remarks on {place} that nobody made: {found}"
