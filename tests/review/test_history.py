"""What the log tells: taking an apply back, the history on the terminal, the change report."""

import random
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.word_tools import audit, repairs
from tests.review.desk import (
    HAPPY,
    PARK,
    RAIN,
    SENTENCES,
    TRAPS,
    built,
    edition,
    row,
    sent_back,
    taken,
    tracked,
    unit,
)
from tests.support import SAMPLES
from workflow import dismissals, history, outputs, pipeline, publishing, reviewing, store
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.engines.base import Hypothesis
from workflow.engines.scripted import ScriptedEngine
from workflow.errors import InputError
from workflow.pipeline import Given, Services, Watch
from workflow.render.brand import load_brand
from workflow.render.changes import marked
from workflow.review import log
from workflow.review.log import Entry
from workflow.review.returned import Remark, Row
from workflow.units import State, Unit

NEW = "The villagers still fish with bamboo traps."
OTHER = "Villagers catch fish in traps of bamboo."


@pytest.fixture
def folder(tmp_path: Path, terms: Terms) -> Path:
    built(tmp_path / "village", terms)
    return tmp_path / "village"


def of(folder: Path, source: str) -> Unit:
    return next(unit for unit in store.load(folder).units if unit.source == source)


def apply(folder: Path, *rows: Row, author: str = "", reviewer: str = "", read: bool = False) -> None:
    reviewing.apply(taken(sent_back(rows, author)), folder, Settings(), "accept", reviewer, read)


def test_undo_gives_the_very_edition_back(folder: Path) -> None:
    apply(folder, tracked(of(folder, RAIN), "It rained for 5 days."), author="Li Na")
    finding = next(f for f in store.load(folder).findings if f.unit == of(folder, RAIN).id)
    settled = dismissals.dismiss(store.load(folder), finding.id, "Li Na", "so it was")
    outputs.write(folder, {store.FILE: store.dump(settled)})
    before = (folder / store.FILE).read_bytes()
    asked = Remark("Wang Fang", "", "Traps or weirs?")
    sent = {source: of(folder, source) for source in SENTENCES}
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
    first = of(folder, TRAPS)
    asked = Remark("Li Na", "", "Traps or weirs?")
    apply(
        folder,
        tracked(first, NEW, remarks=(asked,)),
        row(of(folder, RAIN), "It rained for 5 days."),
        author="Li Na",
    )
    before = (folder / store.FILE).read_bytes()
    finding = next(f for f in store.load(folder).findings if f.unit == of(folder, RAIN).id)
    mark = Remark("bulletin", "", "…", finding=finding.id, resolved=True)
    second = tracked(first, OTHER, "Wang Fang", remarks=(replace(asked, resolved=True),))
    apply(folder, second, row(of(folder, RAIN), remarks=(mark,)), author="Wang Fang")
    assert log.questions(log.load(folder)) == ()
    reviewing.undo(folder, Settings())
    assert (folder / store.FILE).read_bytes() == before
    assert [q.text for q in log.questions(log.load(folder))] == ["Traps or weirs?"]


def test_applies_are_taken_back_one_after_another_and_no_further(folder: Path) -> None:
    states = [(folder / store.FILE).read_bytes()]
    for text in ("One.", "Two.", "Three."):
        apply(folder, tracked(of(folder, TRAPS), text))
        states.append((folder / store.FILE).read_bytes())
    reviewing.undo(folder, Settings())
    assert (folder / store.FILE).read_bytes() == states[2]
    apply(folder, tracked(of(folder, TRAPS), "Four."))
    for state in (states[2], states[1], states[0]):
        reviewing.undo(folder, Settings())
        assert (folder / store.FILE).read_bytes() == state
    with pytest.raises(InputError, match="no review file was applied"):
        reviewing.undo(folder, Settings())


def test_undo_after_a_build_gives_the_engines_english_back(folder: Path, terms: Terms) -> None:
    apply(folder, tracked(of(folder, TRAPS), NEW))
    built(folder, terms)
    reviewing.undo(folder, Settings())
    assert (of(folder, TRAPS).target, of(folder, TRAPS).state) == (SENTENCES[TRAPS], State.DRAFT)


def test_undo_keeps_what_was_dismissed_since(folder: Path) -> None:
    apply(folder, tracked(of(folder, RAIN), "It rained for 5 days."))
    apply(folder, tracked(of(folder, TRAPS), NEW))
    finding = next(f for f in store.load(folder).findings if f.unit == of(folder, RAIN).id)
    settled = dismissals.dismiss(store.load(folder), finding.id, "Li Na", "so it was")
    outputs.write(folder, {store.FILE: store.dump(settled)})
    reviewing.undo(folder, Settings())
    assert next(f for f in store.load(folder).findings if f.id == finding.id).dismissed is not None


def test_undo_is_refused_where_a_build_has_lost_the_sentence(folder: Path, terms: Terms) -> None:
    apply(folder, tracked(of(folder, TRAPS), NEW))
    built(folder, terms, [PARK, RAIN])
    before = (folder / store.FILE).read_bytes()
    with pytest.raises(InputError, match=r"apply 1\) cannot be taken back: a build has left out"):
        reviewing.undo(folder, Settings())
    assert (folder / store.FILE).read_bytes() == before


def test_undo_is_refused_where_somebody_has_changed_the_unit_since(folder: Path) -> None:
    apply(folder, tracked(of(folder, TRAPS), NEW))
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


def test_the_history_of_a_bulletin_and_of_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1715000000")
    first = of(folder, TRAPS)
    apply(folder, tracked(first, NEW), tracked(of(folder, RAIN), "It rained."))
    apply(folder, tracked(first, OTHER, "Wang Fang"))
    reviewing.undo(folder, Settings())
    told = history.told(store.load(folder), log.load(folder), first.id[:6])
    when = "2024-05-06T12:53:20Z"
    assert told.splitlines() == [
        f"{when}  #1  edited  {first.id}  Li Na",
        f"    - {SENTENCES[TRAPS]}",
        f"    + {NEW}",
        f"{when}  #1  state  {first.id}  Li Na",
        "    draft → reviewed",
        f"{when}  #2  conflict  {first.id}  Wang Fang  taken back",
        f"    - {NEW}",
        f"    + {OTHER}",
    ]
    whole = history.told(store.load(folder), log.load(folder))
    assert f"{when}  #1  applied village.review.docx" in whole
    assert "took apply 2 back" in whole
    assert (
        history.line(Entry("publish", when=when, data={"revision": 2})) == f"{when}  published as revision 2"
    )


@pytest.mark.parametrize(("asked", "says"), [("zz", "no unit has this id"), ("", "")])
def test_the_history_of_an_unknown_sentence(folder: Path, asked: str, says: str) -> None:
    if not says:
        assert history.told(store.load(folder), (), asked) == ""
        return
    with pytest.raises(InputError, match=says):
        history.told(store.load(folder), (), asked)


MARKED = [
    ("The meeting ended in Kunming on 5 May.", "The conference closed in Kunming on May 5.",
     "The [meeting ended|conference closed] in Kunming on [|May ]5[ May|]."),
    ("It cost 4,700.50 yuan.", "It cost 4,700.55 yuan, all told.", "It cost [4,700.50|4,700.55] yuan[|, all told]."),
    ("Same.", "Same.", "Same."),
    ("", "New.", "[|New.]"),
    ("It’s the farmers’ rice-fish farming.", "It’s farmers’ rice-fish farming.", "It’s[ the|] farmers’ rice-fish farming."),
    ("a big b", "c small d", "[a big b|c small d]"),
]  # fmt: skip


def shown(before: str, after: str) -> str:
    said, last = "", "same"
    for way, text in [*marked(before, after), ("same", "")]:
        if last == "out" and way != "in":
            said += "|]"
        said += {"same": text, "out": f"[{text}", "in": ("|" if last == "out" else "[|") + text + "]"}[way]
        last = way
    return said


@pytest.mark.parametrize(("before", "after", "marks"), MARKED)
def test_words_are_marked(before: str, after: str, marks: str) -> None:
    assert shown(before, after) == marks


WORDS = st.lists(st.sampled_from("the of rice, 4.5 fish. (a) Li’s – \n".split(" ")), max_size=12).map(
    " ".join
)


@given(WORDS, WORDS)
def test_marks_hold_both_texts_whole(before: str, after: str) -> None:
    marks = marked(before, after)
    assert "".join(text for way, text in marks if way != "in") == before
    assert "".join(text for way, text in marks if way != "out") == after
    assert all(text for _way, text in marks)


def report(entries: tuple[Entry, ...]) -> tuple[str, str]:
    files = history.report(edition(unit(TRAPS, target=NEW)), entries, Settings())
    assert set(files) == {"village.changes.html", "village.changes.docx"}
    assert not repairs(files["village.changes.docx"])
    page = files["village.changes.html"].decode()
    with zipfile.ZipFile(BytesIO(files["village.changes.docx"])) as packed:
        return page, packed.read("word/document.xml").decode()


def test_the_report_shows_each_change_and_what_was_left_over() -> None:
    entries = (
        Entry("apply", 1, "2024-05-06T12:53:20Z", "Li Na", "village.review.docx"),
        Entry("edit", 1, unit=unit(TRAPS).id, field="target", before=SENTENCES[TRAPS], after=NEW),
        Entry("leftover", 1, text="<b>P.S.</b>", reason="it stands in no row"),
    )
    page, document = report(entries)
    assert "<ins> still</ins>" in page
    assert "&lt;b&gt;P.S.&lt;/b&gt;" in page
    assert TRAPS in page
    assert "script" not in page.split("</style>")[1]
    assert "> still<" in document
    assert "<w:strike/>" not in document
    assert '<w:u w:val="single"/>' in document
    assert "&lt;b&gt;P.S.&lt;/b&gt;" in document


def test_the_report_counts_what_was_read_and_shows_what_was_not() -> None:
    """A row for every sentence that an editor has only read would bury the changes."""
    entries = (
        Entry("apply", 1, "2024-05-06T12:53:20Z", "Li Na", "village.review.docx"),
        Entry("state", 1, unit=unit(TRAPS).id, field="state", before="DRAFT", after="REVIEWED"),
        Entry("state", 1, unit="0" * 12, field="state", before="REVIEWED", after="NEEDS_WORK"),
    )
    page, document = report(entries)
    for text in (page, document):
        assert "marked as reviewed as they stand: 1" in text
        assert "2024-05-06 12:53 UTC" in text
        assert "needs work" in text
        assert TRAPS not in text
        assert "None." not in text


def test_the_report_is_valid(tmp_path: Path) -> None:
    entries = (
        Entry("apply", 1, "2024-05-06T12:53:20Z", "李娜", "village.review.docx"),
        Entry("edit", 1, unit=unit(TRAPS).id, field="target", before=SENTENCES[TRAPS], after=NEW),
        Entry("state", 1, unit=unit(TRAPS).id, field="state", before="DRAFT", after="REVIEWED"),
    )
    data = history.report(edition(unit(TRAPS, target=NEW)), entries, Settings())["village.changes.docx"]
    assert audit(data, tmp_path) == []


def test_a_report_of_nothing_is_a_report() -> None:
    page, document = report(())
    assert "None." in page
    assert "<w:tbl>" not in document


def test_what_was_taken_back_is_not_in_the_report(folder: Path) -> None:
    apply(folder, tracked(of(folder, TRAPS), NEW))
    assert "still" in (folder / "village.changes.html").read_text()
    reviewing.undo(folder, Settings())
    assert "still" not in (folder / "village.changes.html").read_text()


@pytest.mark.parametrize("seed", range(8))
def test_any_applies_are_taken_back_whole(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    sent = store.load(folder).units
    states = [(folder / store.FILE).read_bytes()]
    for number in range(3):
        rows = []
        for one in chance.sample(sent, k=len(sent) // 2):
            now = chance.choice([one, of(folder, one.source)])
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
