"""What keeps a bulletin from being published, and the final edition, its revisions and the memory's share."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.review.desk import RAIN, SENTENCES, TITLE_EN, TRAPS, built, row, sent_back, taken, tracked
from workflow import cli, outputs, publishing, reviewing, store
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.dismissals import dismiss
from workflow.errors import OutputError, PublishRefusedError
from workflow.memory import open_memory
from workflow.publishing import Published
from workflow.review import log
from workflow.review.returned import Remark
from workflow.units import State, Suggestion, Unit

NEW = "The villagers still fish with bamboo traps."


@pytest.fixture
def folder(tmp_path: Path, terms: Terms) -> Path:
    built(tmp_path / "village", terms)
    return tmp_path / "village"


@pytest.fixture(autouse=True)
def without_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the PDF, which takes seconds, to the tests that read it."""
    monkeypatch.setattr(publishing, "FORMATS", ("docx",))


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "memory" / "house.sqlite"


def of(folder: Path, source: str) -> Unit:
    return next(unit for unit in store.load(folder).units if unit.source == source)


def review(folder: Path, *changed: tuple[str, str], remarks: tuple[Remark, ...] = ()) -> None:
    """Have everything read, the sentences named given another English."""
    texts = dict(changed)
    rows = [row(unit, texts.get(unit.source, unit.target)) for unit in store.load(folder).units]
    file = sent_back(rows, remarks=remarks)
    reviewing.apply(taken(file), folder, Settings(), "accept", "Wang Fang", all_read=True)


def publish(folder: Path, memory: Path, *, unreviewed: bool = False, revise: bool = False) -> Published:
    return publishing.publish(folder, Settings(memory=str(memory)), unreviewed, revise)


def change(folder: Path, source: str, **fields: object) -> None:
    """Write a unit otherwise, as nobody could through a review file."""
    edition = store.load(folder)
    units = tuple(replace(u, **fields) if u.source == source else u for u in edition.units)  # type: ignore[arg-type]  # by name
    outputs.write(folder, {store.FILE: store.dump(replace(edition, units=units))})


def test_a_draft_is_refused_with_everything_that_stands(folder: Path, memory: Path) -> None:
    conflict = (Suggestion("Rain.", "conflict:Li Na"),)
    review(folder, (TRAPS, NEW), remarks=(Remark("Li Na", "", "Is the title right?"),))
    change(folder, RAIN, state=State.NEEDS_WORK, suggestions=conflict)
    reviewing.apply(taken(sent_back([])), folder, Settings())  # judged anew
    files = sorted(folder.rglob("*"))
    with pytest.raises(PublishRefusedError) as caught:
        publish(folder, memory)
    told = caught.value.message
    assert caught.value.exit_code == 7
    assert f"(review-conflict) on {of(folder, RAIN).id} {RAIN}: two editors differ" in told
    assert f"not reviewed: {of(folder, RAIN).id} {RAIN}" in told
    assert "open questions of editors: 1" in told
    assert "Li Na: Is the title right?" in told
    assert sorted(folder.rglob("*")) == files
    assert not memory.exists()


def test_labels_need_no_reader_but_every_sentence_does(folder: Path, memory: Path) -> None:
    rows = [
        row(u) for u in store.load(folder).units if u.slot.split("/")[0] in ("title", "sections", "about")
    ]
    reviewing.apply(taken(sent_back(rows[:-1])), folder, Settings(), "accept", "Wang Fang", all_read=True)
    with pytest.raises(PublishRefusedError) as caught:
        publish(folder, memory)
    assert caught.value.message.count("not reviewed") == 1
    reviewing.apply(taken(sent_back(rows)), folder, Settings(), "accept", "Wang Fang", all_read=True)
    assert publish(folder, memory).edition.manifest.revision == 1


def test_a_dismissed_finding_stands_in_nobodys_way(folder: Path, memory: Path) -> None:
    review(folder, (RAIN, "There was 很多 rain this year."))
    grave = [f for f in store.load(folder).findings if f.severity.label == "critical"]
    assert grave
    for finding in grave:
        with pytest.raises(PublishRefusedError, match=finding.id):
            publish(folder, memory)
        outputs.write(
            folder, {store.FILE: store.dump(dismiss(store.load(folder), finding.id, "Wang", "so it was"))}
        )
    publish(folder, memory)


def test_the_final_edition(folder: Path, memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "FORMATS", ("pdf", "docx"))
    review(folder, (TRAPS, NEW))
    done = publish(folder, memory)
    final = folder / "final"
    assert {path.name for path in final.iterdir()} == {"edition.json", "village.pdf", "village.docx"}
    for place in (folder, final):
        edition = store.load(place)
        assert {unit.state for unit in edition.units} == {State.FINAL}
        assert edition.manifest.revision == 1
    assert done.edition == store.load(final)
    words = document(final / "village.docx")
    assert NEW in words
    assert "Draft" not in words
    assert "machine translation" not in words
    printed = pdf_text(final / "village.pdf")
    assert TITLE_EN in printed
    assert "Draft" not in printed
    assert "草稿" not in printed
    assert [e.data for e in log.load(folder) if e.kind == "publish"] == [{"revision": 1, "unreviewed": False}]


def document(path: Path) -> str:
    with zipfile.ZipFile(path) as packed:
        return "".join(
            packed.read(name).decode()
            for name in packed.namelist()
            if name.startswith(("word/document", "word/header", "word/footer"))
        )


def pdf_text(path: Path) -> str:
    import subprocess

    return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout


def test_unreviewed_says_so_and_stays_a_draft(
    folder: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "FORMATS", ("pdf", "docx"))
    reviewing.apply(taken(sent_back([tracked(of(folder, TRAPS), NEW)])), folder, Settings())
    publish(folder, memory, unreviewed=True)
    assert "machine translation that was not reviewed" in document(folder / "final" / "village.docx")
    assert "machine translation that was not" in " ".join(pdf_text(folder / "final" / "village.pdf").split())
    assert of(folder, TRAPS).state == State.FINAL
    assert of(folder, RAIN).state == State.DRAFT
    with open_memory(memory) as kept:
        assert [entry.target for entry in kept.all()] == [NEW]


def test_the_memory_takes_what_was_reviewed_and_what_it_was_before(folder: Path, memory: Path) -> None:
    review(folder, (TRAPS, NEW))
    done = publish(folder, memory)
    with open_memory(memory) as kept:
        entries = {entry.source: entry for entry in kept.all()}
        (effort,) = kept.efforts()
    assert entries[TRAPS].target == NEW
    assert entries[TRAPS].reviewer == "Wang Fang"
    assert entries[RAIN].target == SENTENCES[RAIN]
    assert done.remembered == len(entries) == effort.units
    assert effort.untouched == effort.units - 1


def test_without_a_memory_it_is_published_all_the_same(folder: Path) -> None:
    review(folder)
    assert publishing.publish(folder, Settings(memory="off")).remembered == 0


def test_a_corrected_edition_keeps_the_one_before(folder: Path, memory: Path) -> None:
    review(folder)
    publish(folder, memory)
    old = {path.name: path.read_bytes() for path in (folder / "final").iterdir()}
    with pytest.raises(PublishRefusedError, match="published as revision 1; `--revise`"):
        publish(folder, memory)
    reviewing.apply(taken(sent_back([tracked(of(folder, TRAPS), NEW)])), folder, Settings())
    done = publish(folder, memory, revise=True)
    assert done.edition.manifest.revision == 2
    assert {p.name: p.read_bytes() for p in (folder / "final" / "revision-1").iterdir()} == old
    assert NEW in document(folder / "final" / "village.docx")
    with pytest.raises(PublishRefusedError, match="nothing has changed since revision 2"):
        publish(folder, memory, revise=True)
    reviewing.apply(taken(sent_back([tracked(of(folder, RAIN), "It rained.")])), folder, Settings())
    publish(folder, memory, revise=True)
    assert {p.name for p in (folder / "final").iterdir() if p.is_dir()} == {"revision-1", "revision-2"}
    assert {p.name: p.read_bytes() for p in (folder / "final" / "revision-1").iterdir()} == old


def test_a_first_edition_cannot_be_revised(folder: Path, memory: Path) -> None:
    review(folder)
    with pytest.raises(PublishRefusedError, match="never published"):
        publish(folder, memory, revise=True)


def test_a_build_after_publishing_makes_a_draft_of_the_next_revision(
    folder: Path, memory: Path, terms: Terms
) -> None:
    review(folder, (TRAPS, NEW))
    publish(folder, memory)
    edition = built(folder, terms).edition
    assert edition.manifest.revision == 1
    assert {u.state for u in edition.units if u.source in SENTENCES} == {State.REVIEWED}
    assert next(u.target for u in edition.units if u.source == TRAPS) == NEW
    with pytest.raises(PublishRefusedError, match="nothing has changed since revision 1"):
        publish(folder, memory, revise=True)
    change(folder, RAIN, target="It rained.")
    assert publish(folder, memory, revise=True).edition.manifest.revision == 2


def test_a_final_file_that_somebody_changed_is_not_overwritten(folder: Path, memory: Path) -> None:
    review(folder)
    (folder / "final").mkdir()
    (folder / "final" / "village.docx").write_bytes(b"somebody's own")
    with pytest.raises(OutputError, match="was changed by someone"):
        publish(folder, memory)
    assert store.load(folder).manifest.revision == 0


def test_a_review_file_that_nobody_took_in_stands_in_the_way(
    tmp_path: Path, memory: Path, terms: Terms
) -> None:
    folder = tmp_path / "village"
    built(folder, terms, formats=("review",))
    review(folder)
    (folder / "village.review.docx").write_bytes(b"an editor's work")
    with pytest.raises(PublishRefusedError, match=r"village.review.docx' was changed by someone: take it in"):
        publish(folder, memory)


def test_the_command(
    folder: Path, memory: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BULLETIN_MEMORY", str(memory))
    assert cli.run(["publish", str(folder)]) == 7
    assert "is not ready to be published" in capsys.readouterr().err
    review(folder)
    assert cli.run(["publish", str(folder)]) == 0
    assert "published as revision 1" in capsys.readouterr().out
    assert cli.run(["history", str(folder)]) == 0
    assert "published" in capsys.readouterr().out
    assert cli.run(["history", str(folder), "--report"]) == 0
    assert cli.run(["review", "undo", str(folder)]) == 3
    assert json.loads((folder / "final" / "edition.json").read_text())["manifest"]["revision"] == 1
