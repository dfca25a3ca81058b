"""The whole round with real files: build, an editor saves into the review DOCX, apply, undo, publish, build the next bulletin."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.review.desk import RAIN, SENTENCES, TITLE, TITLE_EN, TRAPS, built, text
from workflow import cli, console, pipeline, store
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.engines.scripted import ScriptedEngine
from workflow.memory import open_memory
from workflow.pipeline import Given, Services, Watch
from workflow.render.brand import load_brand
from workflow.units import State, Unit

NEW = "The villagers still fish with bamboo traps."


def of(folder: Path, source: str) -> Unit:
    return next(unit for unit in store.load(folder).units if unit.source == source)


def edit(path: Path, before: str, after: str, author: str = "Li Na") -> None:
    """Save a DOCX in place as an editor does who replaces one text by another."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    document = parts["word/document.xml"].decode()
    assert document.count(f">{before}<") == 1
    parts["word/document.xml"] = document.replace(f">{before}<", f">{after}<").encode()
    saved = f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
    core = parts["docProps/core.xml"].decode()
    parts["docProps/core.xml"] = re.sub("<cp:lastModifiedBy>.*?</cp:lastModifiedBy>", saved, core).encode()
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)


def without_row(path: Path, text: str) -> None:
    """Save a DOCX in place without the row of a table that holds a text."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    document = parts["word/document.xml"].decode()
    rows = [row for row in re.findall(r"<w:tr>.*?</w:tr>", document) if f">{text}<" in row]
    assert len(rows) == 1
    parts["word/document.xml"] = document.replace(rows[0], "").encode()
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)


@pytest.fixture
def folder(tmp_path: Path, terms: Terms, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BULLETIN_MEMORY", str(tmp_path / "memory" / "house.sqlite"))
    built(tmp_path / "build" / "village", terms, formats=("review",))
    return tmp_path / "build" / "village"


def test_the_round(folder: Path, terms: Terms, capsys: pytest.CaptureFixture[str]) -> None:
    review = folder / "village.review.docx"
    edit(review, SENTENCES[TRAPS], NEW)
    assert cli.run(["review", "apply", str(review), "--mode", "list"]) == 0
    assert f"    + {NEW}" in capsys.readouterr().out
    assert cli.run(["review", "apply", str(review)]) == 0
    assert "edited 1" in capsys.readouterr().out
    assert (of(folder, TRAPS).target, of(folder, TRAPS).by) == (NEW, "Li Na")

    mailed = folder.parent.parent / "village.review-Wang.docx"
    mailed.write_bytes(review.read_bytes())
    edit(mailed, SENTENCES[RAIN], "Much rain fell this year.")
    arguments = [
        "review",
        "apply",
        str(mailed),
        "-o",
        str(folder.parent),
        "--reviewer",
        "Wang Fang",
        "--all-read",
    ]
    assert cli.run(arguments) == 0
    assert of(folder, RAIN).by == "Wang Fang"
    assert of(folder, TRAPS).by == "Li Na"
    before = (folder / store.FILE).read_bytes()

    assert cli.run(["review", "undo", str(folder)]) == 0
    assert of(folder, RAIN).state == State.DRAFT
    assert cli.run(["publish", str(folder)]) == 7
    assert "not reviewed" in capsys.readouterr().err
    assert cli.run(arguments) == 0
    assert (folder / store.FILE).read_bytes() == before
    assert cli.run(["publish", str(folder)]) == 0

    source = folder.parent / "next.txt"
    source.write_text(text([TRAPS, RAIN, "明年再见。"]).replace(TITLE, "下一期"), encoding="utf-8")
    engine = ScriptedEngine({TITLE: TITLE_EN, "明年再见。": "See you next year."}, "Something else.")
    with open_memory(folder.parent.parent / "memory" / "house.sqlite") as memory:
        services = Services(terms, engine, load_brand("center"), memory)
        done = pipeline.build(
            source, folder.parent / "next", Settings(formats=()), services, Given(), Watch()
        )
    served = {unit.source: (unit.target, unit.origin) for unit in done.edition.units}
    assert served[TRAPS] == (NEW, "memory")
    assert served[RAIN] == ("Much rain fell this year.", "memory")
    assert TRAPS not in engine.asked
    known = {unit.id: unit.source for unit in done.edition.units}
    told = json.loads(console.as_json([done.done], []))["built"][0]["memory"]
    assert [known[one] for one in told] == ["清溪中心", TRAPS, RAIN]
    assert f"3 of {len(known)} sentences ({', '.join(told)})" in console.summary([done.done])


def test_a_review_file_with_edits_in_it_is_never_built_over(folder: Path, terms: Terms) -> None:
    from workflow.errors import OutputError

    review = folder / "village.review.docx"
    edit(review, SENTENCES[TRAPS], NEW)
    with pytest.raises(OutputError, match="take a review file in"):
        built(folder, terms, formats=("review",))
    assert cli.run(["review", "apply", str(review)]) == 0
    assert of_again(built(folder, terms, formats=("review",)).edition.units) == NEW


def of_again(units: tuple[Unit, ...]) -> str:
    return next(unit.target for unit in units if unit.source == TRAPS)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["review", "apply", "nothing.docx"], 3, "cannot be read"),
        (["review", "apply", "notes.odt"], 3, "is no review file"),
        (["review", "apply", "x.docx", "--mode", "maybe"], 2, "is none of accept, reject, list"),
        (["review", "apply", "x.docx", "--all-read"], 2, "needs --reviewer"),
        (["review", "undo", "nowhere"], 3, "cannot be read as an edition"),
        (["publish", "nowhere"], 3, "cannot be read as an edition"),
        (["history", "nowhere"], 3, "cannot be read as an edition"),
    ],
)
def test_what_is_refused(
    arguments: list[str],
    code: int,
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.run(arguments) == code
    assert says in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_apply_names_the_rows_that_are_gone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review = folder / "village.review.docx"
    without_row(review, SENTENCES[RAIN])
    assert cli.run(["review", "apply", str(review), "--mode", "list"]) == 0
    told = f"not in the file, left as they are: 1 ({of(folder, RAIN).id[:8]})\nnothing was changed\n"
    assert capsys.readouterr().out == told
