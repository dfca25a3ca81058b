"""A real translator's tool: OmegaT opens our project in console mode, and what it writes comes back unit by unit.

The console has no editor, so an editor's work is put where OmegaT saves it: omegat/project_save.tmx.
"""

import io
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.render.sample_edition import edition_of, sample_edition
from workflow import outputs, reviewing, store
from workflow.config import Settings
from workflow.constrain.entries import Entry
from workflow.edition import Edition
from workflow.render import RENDERERS
from workflow.render.brand import load_brand
from workflow.render.options import RenderOptions
from workflow.render.view import view
from workflow.review import READERS
from workflow.review.returned import Returned
from workflow.terms import tbx
from workflow.units import State, Unit, text_digest, unit_id

pytestmark = pytest.mark.slow
# What an editor makes of the title, of a sentence with a mark-up character, and of one of two alike.
TITLE = "Voices from the Exchange Meeting on Restoring the Qingjiang Basin"
REPEATED = "谢谢大家。"
EDITED = {"title": TITLE, "sections/9/paragraphs/0/1": "Thank you <all> & goodbye."}
GLOSSARY = """\
import org.omegat.core.Core
import org.omegat.core.data.NotLoadedProject
import org.omegat.core.data.ProjectProperties
import org.omegat.gui.glossary.GlossaryReaderTBX
import org.omegat.gui.glossary.GlossaryReaderTSV
import org.omegat.util.ProjectFileStorage

def properties = ProjectFileStorage.loadProjectProperties(new File(args[0]))
Core.setProject(new NotLoadedProject() { ProjectProperties getProjectProperties() { properties } })
args.drop(1).each { name ->
    def reader = name.endsWith(".tbx") ? GlossaryReaderTBX : GlossaryReaderTSV
    reader.read(new File(name), false).each { println(it.srcText + "\\t" + it.locText) }
}
"""
JARS = "/usr/share/omegat/OmegaT.jar:/usr/share/java/groovy.jar:/usr/share/java/antlr.jar"
SAVED = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx11.dtd">\n<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="3.6.0" segtype="paragraph" srclang="ZH-CN"/><body>{}</body></tmx>\n'


def edition() -> Edition:
    """Return the sample with a sentence that stands three times, twice in other English, and one without English."""
    rows = [
        ("0/0", "会议在昆明召开。", "The meeting was held in Kunming."),
        ("0/1", REPEATED, "Thank you all."),
        ("1/0", "他说：“水 & 土<b>都要保护</b>。”", "He said “water & soil <b>both need protection</b>.”"),
        ("1/1", REPEATED, "Thanks, everyone."),
        ("2/0", "尚未译出。", ""),
        ("2/1", REPEATED, "Thank you all."),
    ]
    added: list[Unit] = []
    for unit in edition_of(rows).units:
        known = sum(unit.source == other.source for other in added)
        slot = unit.slot.replace("sections/0", "sections/9")
        added.append(replace(unit, id=unit_id(unit.source, known), slot=slot))
    sample = sample_edition()
    return replace(sample, units=(*sample.units, *added))


def saved(units: tuple[Unit, ...]) -> str:
    """Return the memory that OmegaT saves for EDITED: the repeated sentence as an alternative of its place."""
    listed = []
    for number, unit in enumerate(units):
        if unit.slot in EDITED:
            props = {"file": "sample.xlf", "prev": units[number - 1].source, "next": units[number + 1].source}
            place = "".join(f'<prop type="{name}">{escape(text)}</prop>' for name, text in props.items())
            pair = f'<tuv lang="ZH-CN"><seg>{escape(unit.source)}</seg></tuv><tuv lang="EN" changeid="wang"><seg>{escape(EDITED[unit.slot])}</seg></tuv>'
            listed.append(f"<tu>{place if unit.source == REPEATED else ''}{pair}</tu>")
    return SAVED.format("".join(listed))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that OmegaT has translated, with an editor's changes and our plain XLIFF beside its own."""
    folder = tmp_path_factory.mktemp("omegat")
    made, brand, options = edition(), load_brand("center"), RenderOptions()
    with zipfile.ZipFile(io.BytesIO(RENDERERS["omegat"].render(view(made), brand, options))) as package:
        package.extractall(folder)
    root = folder / "sample"
    (root / "source" / "plain.xlf").write_bytes(RENDERERS["xliff"].render(view(made), brand, options))
    (root / "omegat" / "project_save.tmx").write_text(saved(made.units), encoding="utf-8")
    java(
        folder,
        "-jar",
        "/usr/share/omegat/OmegaT.jar",
        root,
        "--mode=console-translate",
        f"--config-dir={folder / 'settings'}",
    )
    return root


def java(home: Path, *arguments: object) -> str:
    command = [
        "java",
        "-Djava.awt.headless=true",
        f"-Duser.home={home}",
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
    ]
    done = subprocess.run(
        [*command, *map(str, arguments)], check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def returned(project: Path, name: str) -> Returned:
    file = project / "target" / name
    return READERS[file.suffix](file)


def test_every_unit_comes_back(project: Path) -> None:
    made, back = edition(), returned(project, "sample.xlf")
    assert (back.edition, back.source) == ("sample", "ab" * 32)
    assert [row.id for row in back.rows] == [unit.id for unit in made.units]
    for unit, row in zip(made.units, back.rows, strict=True):
        digests = (text_digest(unit.source), text_digest(unit.target))
        assert (row.source, row.digest, row.base) == (unit.source, *digests)
        assert row.target == EDITED.get(unit.slot, unit.target), unit.slot
        assert (row.state, row.remarks, row.trouble) == (None, (), "")
    assert back.remarks == ()


def test_it_is_applied(project: Path, tmp_path: Path) -> None:
    made, folder = edition(), tmp_path / "sample"
    outputs.write(folder, {store.FILE: store.dump(made)})
    taken = reviewing.take(project / "target" / "sample.xlf")
    applied = reviewing.apply(taken, folder, Settings(), "accept", "Wang Fang")
    assert applied.whole
    for unit, now in zip(made.units, store.load(folder).units, strict=True):
        edited = unit.slot in EDITED
        assert now.target == EDITED.get(unit.slot, unit.target)
        assert (now.state, now.by) == ((State.REVIEWED, "Wang Fang") if edited else (unit.state, unit.by))


def test_the_plain_xliff_keeps_all_its_marks(project: Path) -> None:
    sent = READERS[".xlf"](project / "source" / "plain.xlf")
    assert returned(project, "plain.xlf") == sent
    assert [row.target for row in sent.rows] == [unit.target for unit in edition().units]


def test_omegat_reads_both_term_lists(project: Path, tmp_path: Path) -> None:
    entries = [
        Entry("生态流量", "environmental flow", kind="term", avoid=("ecological stream",)),
        Entry("清江流域环境研究中心", "Qingjiang Basin Environment Research Center", "QBEC", "organization"),
    ]
    terms, script = tmp_path / "terms.tbx", tmp_path / "glossary.groovy"
    terms.write_bytes(tbx.dump(entries))
    script.write_text(GLOSSARY, encoding="utf-8")
    table = project / "glossary" / "bulletin.utf8"
    lines = java(tmp_path, "-cp", JARS, "groovy.ui.GroovyMain", script, project, terms, table).splitlines()
    assert {f"{entry.zh}\t{entry.en}" for entry in entries} <= set(lines)
    assert "清江流域环境研究中心\tQBEC" in lines
    known = {f"{c.source}\t{c.target}" for unit in edition().units for c in unit.constraints}
    assert known <= set(lines)
