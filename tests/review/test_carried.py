"""A build over reviewed work keeps it; a returned file finds the edition that it is of."""

from pathlib import Path

import pytest

from tests.review.applied import apply, of
from tests.review.desk import (
    HAPPY,
    NEW,
    PARK,
    RAIN,
    SENTENCES,
    SHRIMP,
    TRAPS,
    built,
    row,
    sent_back,
    taken,
    tracked,
)
from workflow import reviewing, store
from workflow.constrain import Terms
from workflow.errors import InputError, UsageError
from workflow.review import log
from workflow.review.returned import Row
from workflow.units import State


def test_a_build_keeps_human_work_and_asks_no_engine_for_it(folder: Path, terms: Terms) -> None:
    sent = store.load(folder)
    rows = (
        tracked(of(sent, TRAPS), NEW),
        row(of(sent, PARK), state=State.REVIEWED),
        row(of(sent, RAIN), state=State.NEEDS_WORK),
    )
    apply(
        folder, *rows, tracked(of(sent, SHRIMP), "They catch shrimp.", state=State.NEEDS_WORK), author="Li Na"
    )
    kept = store.load(folder)
    again = built(folder, terms, english=dict.fromkeys(SENTENCES, "The engine has changed."))
    assert again.homeless == ()
    now = again.edition
    for source in (TRAPS, PARK, SHRIMP):
        assert of(now, source) == of(kept, source)
    assert (of(now, RAIN).state, of(now, RAIN).target) == (State.NEEDS_WORK, "The engine has changed.")
    assert of(now, HAPPY).target == "The engine has changed."


def test_human_english_of_a_sentence_that_was_changed_is_offered_beside_the_new(
    folder: Path, terms: Terms
) -> None:
    apply(folder, tracked(of(store.load(folder), TRAPS), NEW))
    changed = ["村民们用大竹篓捕鱼。" if source == TRAPS else source for source in SENTENCES]
    for _build in range(2):
        again = built(folder, terms, changed, english={changed[1]: "Villagers fish with big traps."})
        unit = of(again.edition, changed[1])
        assert (unit.target, unit.state) == ("Villagers fish with big traps.", State.DRAFT)
        assert [(s.text, s.origin) for s in unit.suggestions] == [(NEW, "older:Li Na")]


def test_human_english_whose_chinese_is_gone_is_kept_in_the_log(folder: Path, terms: Terms) -> None:
    apply(folder, tracked(of(store.load(folder), TRAPS), NEW))
    again = built(folder, terms, [source for source in SENTENCES if source != TRAPS])
    assert [unit.target for unit in again.homeless] == [NEW]
    (left,) = [e for e in log.load(folder) if e.kind == "leftover"]
    assert (left.text, left.quote, left.who) == (NEW, TRAPS, "Li Na")


def test_a_sentence_that_stands_fewer_times_keeps_what_a_human_wrote_of_it(
    tmp_path: Path, terms: Terms
) -> None:
    folder = tmp_path / "village"
    twice = built(folder, terms, [TRAPS, RAIN, TRAPS]).edition
    second = [unit for unit in twice.units if unit.source == TRAPS][1]
    apply(folder, tracked(second, NEW))
    once = built(folder, terms, [RAIN, TRAPS])
    assert of(once.edition, TRAPS).target == NEW
    assert once.homeless == ()


@pytest.fixture
def several(tmp_path: Path, terms: Terms) -> Path:
    for name in ("a", "b"):
        built(tmp_path / name / "village", terms)
    built(tmp_path / "other" / "village", terms, ["今天没有下雨。"])
    (tmp_path / "other" / "village").rename(tmp_path / "other" / "harvest")
    return tmp_path


def test_the_edition_of_a_file_is_found(several: Path) -> None:
    digest = dict(store.load(several / "other" / "harvest").manifest.inputs)["village.txt"]
    sent = sent_back([], edition="", source=digest)
    assert reviewing.home(taken(sent), several) == several / "other" / "harvest"
    by_ids = sent_back([row(store.load(several / "other" / "harvest").units[-1])], edition="", source="")
    assert reviewing.home(taken(by_ids, Path("renamed.docx")), several) == several / "other" / "harvest"
    inside = taken(sent_back([]), several / "a" / "village" / "village.review.docx")
    assert reviewing.home(inside, several) == several / "a" / "village"
    assert reviewing.home(taken(sent_back([])), several / "b" / "village") == several / "b" / "village"


def test_a_file_that_may_be_of_several_is_refused_with_the_choices(several: Path) -> None:
    with pytest.raises(UsageError, match=r"several editions: .*a/village.*b/village"):
        reviewing.home(taken(sent_back([], source="")), several)


def test_a_file_that_is_of_none_is_refused(several: Path) -> None:
    strange = sent_back([Row("f" * 12, "别的句子。", "x")], edition="x", source="ef" * 32)
    with pytest.raises(InputError, match="no edition in"):
        reviewing.home(taken(strange, Path("x.docx")), several)
