"""XLIFF all the way round: a built bulletin's file, edited as a tool does, applied to its edition."""

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from tests.review.desk import HAPPY, PARK, RAIN, SENTENCES, TRAPS, built
from workflow import reviewing, store
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.pipeline import render
from workflow.render.brand import load_brand
from workflow.review import log
from workflow.units import State

EDITED = {
    TRAPS: "The villagers still fish with bamboo traps & baskets.",
    RAIN: "This year <it> rained a lot.",
}


def sent(folder: Path, version: str) -> Path:
    """Return the file as it is mailed to an editor: outside the bulletin's folder."""
    settings = Settings(formats=("xliff",), xliff=version)
    files = render(store.load(folder), settings, load_brand("center"))
    path = folder.parent / "mailed.xlf"
    path.write_bytes(files["village.xlf"])
    return path


def english(folder: Path) -> dict[str, tuple[str, State]]:
    return {unit.source: (unit.target, unit.state) for unit in store.load(folder).units}


@pytest.mark.parametrize(("version", "tool"), [("1.2", Xliff1File), ("2.0", Xliff2File)])
def test_what_a_tool_changed_is_taken_and_nothing_else(
    version: str, tool: type, tmp_path: Path, terms: Terms
) -> None:
    folder = tmp_path / "out" / "village"
    built(folder, terms)
    before = english(folder)
    path = sent(folder, version)
    opened = tool.parsefile(str(path))  # type: ignore[attr-defined]
    for unit in opened.units:
        if unit.source in EDITED:
            unit.target = EDITED[unit.source]
        if unit.source in (PARK, *EDITED):
            unit.marktranslated()
        if unit.source == HAPPY:
            unit.addnote("Everybody, or all who came?", origin="Li Na")
    opened.savefile(str(path))
    applied = reviewing.apply(reviewing.take(path), folder, Settings(), "accept", "Wang Fang")
    assert applied.whole
    expected = before | {zh: (text, State.REVIEWED) for zh, text in EDITED.items()}
    assert english(folder) == expected | {PARK: (before[PARK][0], State.REVIEWED)}
    (question,) = log.questions(log.load(folder))
    assert question.text == "Everybody, or all who came?"


def test_a_file_that_came_back_untouched_changes_nothing(tmp_path: Path, terms: Terms) -> None:
    folder = tmp_path / "out" / "village"
    built(folder, terms)
    before = english(folder)
    path = sent(folder, "1.2")
    assert reviewing.apply(reviewing.take(path), folder, Settings()).whole
    assert english(folder) == before


def test_ids_that_a_tool_replaced_still_find_their_units(tmp_path: Path, terms: Terms) -> None:
    folder = tmp_path / "out" / "village"
    built(folder, terms)
    units = "".join(
        f'<trans-unit id="{n}"><source>{zh}</source><target>{escape(EDITED.get(zh, en))}</target></trans-unit>'
        for n, (zh, (en, _state)) in enumerate(english(folder).items())
    )
    path = tmp_path / "back.mqxliff"
    head = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" source-language="zh-CN" target-language="en" datatype="plaintext">'
    path.write_text(f"{head}<body>{units}</body></file></xliff>", encoding="utf-8")
    taken = reviewing.take(path)
    assert reviewing.home(taken, tmp_path / "out") == folder
    assert reviewing.apply(taken, folder, Settings(), "accept", "Wang Fang").whole
    changed = {zh: text for zh, (text, state) in english(folder).items() if state == State.REVIEWED}
    assert changed == EDITED


def test_the_builds_own_file_is_written_anew(tmp_path: Path, terms: Terms) -> None:
    folder = tmp_path / "out" / "village"
    built(folder, terms, formats=("xliff", "omegat"))
    path = folder / "village.xlf"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(SENTENCES[TRAPS], "They fish with traps."), encoding="utf-8")
    applied = reviewing.apply(reviewing.take(path), folder, Settings(), "accept", "Wang Fang")
    assert path in applied.redone.written
    assert reviewing.take(path).returned.rows != ()
    row = next(row for row in reviewing.take(path).returned.rows if row.source == TRAPS)
    assert (row.target, row.state, row.was) == ("They fish with traps.", State.REVIEWED, State.REVIEWED)
    assert (folder / "village.omegat.zip").exists()
