"""What the log tells: the history on the terminal, the change report."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.word_tools import audit, repairs
from tests.review.applied import apply, standing
from tests.review.desk import (
    NEW,
    OTHER,
    RAIN,
    SENTENCES,
    TRAPS,
    edition,
    tracked,
    unit,
)
from workflow import history, reviewing, store
from workflow.config import Settings
from workflow.errors import InputError
from workflow.render.changes import marked
from workflow.review import log
from workflow.review.log import Entry


def test_the_history_of_a_bulletin_and_of_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1715000000")
    first = standing(folder, TRAPS)
    apply(folder, tracked(first, NEW), tracked(standing(folder, RAIN), "It rained."))
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
    apply(folder, tracked(standing(folder, TRAPS), NEW))
    assert "still" in (folder / "village.changes.html").read_text()
    reviewing.undo(folder, Settings())
    assert "still" not in (folder / "village.changes.html").read_text()
