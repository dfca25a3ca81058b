"""Taking an apply back: the very edition, or a refusal."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.review.applied import apply, standing
from tests.review.desk import (
    HAPPY,
    NEW,
    OTHER,
    PARK,
    RAIN,
    SENTENCES,
    TRAPS,
    built,
    row,
    tracked,
)
from tests.support import SAMPLES
from workflow import dismissals, outputs, pipeline, publishing, reviewing, store
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.engines.base import Hypothesis
from workflow.engines.scripted import ScriptedEngine
from workflow.errors import InputError
from workflow.pipeline import Given, Services, Watch
from workflow.render.brand import load_brand
from workflow.review import log
from workflow.review.returned import Remark
from workflow.units import State


def test_undo_gives_the_very_edition_back(folder: Path) -> None:
    apply(folder, tracked(standing(folder, RAIN), "It rained for 5 days."), author="Li Na")
    finding = next(f for f in store.load(folder).findings if f.unit == standing(folder, RAIN).id)
    settled = dismissals.dismiss(store.load(folder), finding.id, "Li Na", "so it was")
    outputs.write(folder, {store.FILE: store.dump(settled)})
    before = (folder / store.FILE).read_bytes()
    asked = Remark("Wang Fang", "", "Traps or weirs?")
    sent = {source: standing(folder, source) for source in SENTENCES}
    rows = [
        row(sent[RAIN], "Rain fell."),
        row(sent[TRAPS], NEW, remarks=(asked,)),
        row(sent[PARK], state=State.NEEDS_WORK),
    ]
    apply(folder, *rows, row(sent[HAPPY]), reviewer="Wang Fang", read=True)
    assert (folder / store.FILE).read_bytes() != before
    undone = reviewing.undo(folder, Settings())
    assert undone.entry.number == 2
    assert (folder / store.FILE).read_bytes() == before
    assert log.questions(log.load(folder)) == ()


class Uneven(ScriptedEngine):
    """Leave most of a sentence out, and be the less sure the longer it is."""

    def translate(self, sources: Sequence[str], *_more: object, **_named: object) -> list[list[Hypothesis]]:
        words = ("".join(char for char in source if char.isascii()).strip() for source in sources)
        return [[Hypothesis(f"Held {w}.", -0.3 - len(s) / 300)] for s, w in zip(sources, words, strict=True)]


@pytest.mark.parametrize("share", [5, 1], ids=["a fifth edited, the rest read", "all edited"])
def test_judging_a_whole_bulletin_again_changes_nothing_that_nobody_changed(
    tmp_path: Path, terms: Terms, share: int
) -> None:
    source, folder = SAMPLES[0], tmp_path / "sample"
    services = Services(terms, Uneven({}), load_brand("center"))

    def build() -> bytes:
        pipeline.build(source, folder, Settings(formats=()), services, Given(), Watch())
        return (folder / store.FILE).read_bytes()

    drafted = build()
    assert store.dump(pipeline.judge_again(store.load(folder), terms)) == drafted
    units = store.load(folder).units
    rows = [row(u, None if n % share else f"{u.target} Indeed.") for n, u in enumerate(units)]
    apply(folder, *rows, reviewer="Wang Fang", read=True)
    reviewed = (folder / store.FILE).read_bytes()
    assert store.dump(pipeline.judge_again(store.load(folder), terms)) == reviewed
    assert build() == reviewed
    reviewing.undo(folder, Settings())
    assert (folder / store.FILE).read_bytes() == drafted


def test_undo_takes_a_conflict_a_dismissal_and_an_answer_back(folder: Path) -> None:
    first = standing(folder, TRAPS)
    asked = Remark("Li Na", "", "Traps or weirs?")
    apply(
        folder,
        tracked(first, NEW, remarks=(asked,)),
        row(standing(folder, RAIN), "It rained for 5 days."),
        author="Li Na",
    )
    before = (folder / store.FILE).read_bytes()
    finding = next(f for f in store.load(folder).findings if f.unit == standing(folder, RAIN).id)
    mark = Remark("bulletin", "", "…", finding=finding.id, resolved=True)
    second = tracked(first, OTHER, "Wang Fang", remarks=(replace(asked, resolved=True),))
    apply(folder, second, row(standing(folder, RAIN), remarks=(mark,)), author="Wang Fang")
    assert log.questions(log.load(folder)) == ()
    reviewing.undo(folder, Settings())
    assert (folder / store.FILE).read_bytes() == before
    assert [q.text for q in log.questions(log.load(folder))] == ["Traps or weirs?"]


def test_applies_are_taken_back_one_after_another_and_no_further(folder: Path) -> None:
    states = [(folder / store.FILE).read_bytes()]
    for text in ("One.", "Two.", "Three."):
        apply(folder, tracked(standing(folder, TRAPS), text))
        states.append((folder / store.FILE).read_bytes())
    reviewing.undo(folder, Settings())
    assert (folder / store.FILE).read_bytes() == states[2]
    apply(folder, tracked(standing(folder, TRAPS), "Four."))
    for state in (states[2], states[1], states[0]):
        reviewing.undo(folder, Settings())
        assert (folder / store.FILE).read_bytes() == state
    with pytest.raises(InputError, match="no review file was applied"):
        reviewing.undo(folder, Settings())


def test_undo_after_a_build_gives_the_engines_english_back(folder: Path, terms: Terms) -> None:
    apply(folder, tracked(standing(folder, TRAPS), NEW))
    built(folder, terms)
    reviewing.undo(folder, Settings())
    assert (standing(folder, TRAPS).target, standing(folder, TRAPS).state) == (SENTENCES[TRAPS], State.DRAFT)


def test_undo_keeps_what_was_dismissed_since(folder: Path) -> None:
    apply(folder, tracked(standing(folder, RAIN), "It rained for 5 days."))
    apply(folder, tracked(standing(folder, TRAPS), NEW))
    finding = next(f for f in store.load(folder).findings if f.unit == standing(folder, RAIN).id)
    settled = dismissals.dismiss(store.load(folder), finding.id, "Li Na", "so it was")
    outputs.write(folder, {store.FILE: store.dump(settled)})
    reviewing.undo(folder, Settings())
    assert next(f for f in store.load(folder).findings if f.id == finding.id).dismissed is not None


def test_undo_is_refused_where_a_build_has_lost_the_sentence(folder: Path, terms: Terms) -> None:
    apply(folder, tracked(standing(folder, TRAPS), NEW))
    built(folder, terms, [PARK, RAIN])
    before = (folder / store.FILE).read_bytes()
    with pytest.raises(InputError, match=r"apply 1\) cannot be taken back: a build has left out"):
        reviewing.undo(folder, Settings())
    assert (folder / store.FILE).read_bytes() == before


def test_undo_is_refused_where_somebody_has_changed_the_unit_since(folder: Path) -> None:
    apply(folder, tracked(standing(folder, TRAPS), NEW))
    now = store.load(folder)
    changed = tuple(replace(u, target=OTHER) if u.source == TRAPS else u for u in now.units)
    outputs.write(folder, {store.FILE: store.dump(replace(now, units=changed))})
    with pytest.raises(InputError, match="somebody has since changed or published"):
        reviewing.undo(folder, Settings())


def test_undo_is_refused_once_it_is_published(folder: Path, tmp_path: Path) -> None:
    apply(folder, *(row(u) for u in store.load(folder).units), reviewer="Wang Fang", read=True)
    publishing.publish(folder, Settings(memory=str(tmp_path / "memory.sqlite")), unreviewed=True)
    with pytest.raises(InputError, match="since changed or published"):
        reviewing.undo(folder, Settings())


@pytest.mark.parametrize("seed", range(8))
def test_any_applies_are_taken_back_whole(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    sent = store.load(folder).units
    states = [(folder / store.FILE).read_bytes()]
    for number in range(3):
        rows = []
        for one in chance.sample(sent, k=len(sent) // 2):
            now = chance.choice([one, standing(folder, one.source)])
            text = chance.choice([now.target, f"Text {number} of {one.id}."])
            rows.append(
                tracked(
                    now, text, chance.choice(["Li Na", "Wang Fang"]), state=chance.choice(list(State)[1:4])
                )
            )
        apply(folder, *rows, reviewer="Wang Fang", read=chance.random() < 0.5)
        states.append((folder / store.FILE).read_bytes())
    for state in reversed(states[:-1]):
        reviewing.undo(folder, Settings())
        assert (folder / store.FILE).read_bytes() == state
