"""The memory as TMX: nothing lost on the way there and back, other programs' files read, broken ones refused."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from workflow.errors import InputError, OutputError
from workflow.memory import Memory, tmx
from workflow.memory.entries import Entry, moment

FULL = Entry(
    "他说：“<合作> & ‘共赢’”。",
    "He said, \"<Cooperation> & 'win-win'.\"",
    "may (2024-3)",
    "3fa9c1d20b7e",
    "aaaaaaaaaaaa",
    "",
    "李 霞 <editor>",
    "2024-05-27T08:30:59Z",
)


def there_and_back(entries: list[Entry], folder: Path) -> list[Entry | None]:
    path = folder / "memory.tmx"
    path.unlink(missing_ok=True)
    assert tmx.export(path, entries) == len(entries)
    return list(tmx.read(path))


def test_there_and_back(tmp_path: Path) -> None:
    entries = [
        FULL,
        replace(FULL, before="", reviewer="", date="", unit="x"),
        replace(FULL, source="甲\n乙\r\n 丙 "),
    ]
    assert there_and_back(entries, tmp_path) == entries


TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1
).filter(str.strip)
NAME = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"))
WHEN = st.datetimes().map(lambda time: moment(time.isoformat())) | st.just("")
ENTRY = st.builds(Entry, TEXT, TEXT, NAME.filter(bool), NAME.filter(bool), NAME, NAME, NAME, WHEN)


@given(entries=st.lists(ENTRY, max_size=5))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_entry_there_and_back(tmp_path: Path, entries: list[Entry]) -> None:
    assert there_and_back(entries, tmp_path) == entries


def test_what_is_written_follows_the_standard(tmp_path: Path) -> None:
    tmx.export(tmp_path / "m.tmx", [FULL])
    root = etree.parse(tmp_path / "m.tmx").getroot()
    header, body = root
    needed = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert (root.tag, root.get("version"), header.tag, body.tag) == ("tmx", "1.4", "header", "body")
    assert set(header.attrib) == needed
    (unit,) = body
    assert unit.get("tuid") == "3fa9c1d20b7e"
    assert [child.tag for child in unit] == ["prop", "prop", "prop", "tuv", "tuv"]
    zh, en = unit.findall("tuv")
    assert (zh.get(tmx.LANG), en.get(tmx.LANG)) == ("zh-CN", "en-US")
    assert (en.get("changedate"), en.get("changeid")) == ("20240527T083059Z", "李 霞 <editor>")


def test_another_library_reads_it(tmp_path: Path) -> None:
    from translate.storage.tmx import tmxfile

    tmx.export(tmp_path / "m.tmx", [FULL])
    (unit,) = tmxfile.parsefile(str(tmp_path / "m.tmx")).units
    assert (unit.source, unit.target) == (FULL.source, FULL.target)


FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="X" creationtoolversion="1" segtype="sentence" o-tmf="X" adminlang="en"
 srclang="*all*" datatype="html"/><body>
<tu tuid="7" creationdate="20230102T030405Z" creationid="ANNA" usagecount="3"><note>checked</note>
 <prop type="x-domain">water</prop>
 <tuv xml:lang="en-GB" changedate="20230203T040506Z" changeid="BO"><seg>The <bpt i="1">&lt;b&gt;</bpt>river<ept i="1">&lt;/b&gt;</ept> <hi>rose</hi>.</seg></tuv>
 <tuv xml:lang="ZH-CN"><prop type="x-p">q</prop><seg>水位<ph>{1}</ph>上涨。</seg></tuv></tu>
<tu><tuv xml:lang="zh-TW"><seg>水位上漲。</seg></tuv><tuv xml:lang="en"><seg>It rose.</seg></tuv></tu>
<tu><tuv xml:lang="zh"><seg>下雨。</seg></tuv><tuv xml:lang="fr"><seg>Il pleut.</seg></tuv></tu>
<tu tuid="7"><tuv lang="zh"><seg>下雨。</seg></tuv><tuv lang="en"><seg>It rains.</seg></tuv></tu>
<tu><tuv xml:lang="zh"><seg> </seg></tuv><tuv xml:lang="en"><seg>Empty.</seg></tuv></tu>
</body></tmx>"""


def test_a_file_of_another_program(tmp_path: Path, memory: Memory) -> None:
    path = tmp_path / "partner.tmx"
    path.write_text(FOREIGN, encoding="utf-8")
    first, traditional, french, rain, empty = tmx.read(path)
    assert (traditional, french, empty) == (None, None, None)
    assert first is not None
    assert rain is not None
    assert (first.source, first.target, first.bulletin) == ("水位上涨。", "The river rose.", "partner")
    assert (first.reviewer, first.date) == ("BO", "2023-02-03T04:05:06Z")
    said = json.loads(first.extra)
    assert said["tu"] == {
        "tuid": "7",
        "creationdate": "20230102T030405Z",
        "creationid": "ANNA",
        "usagecount": "3",
    }
    assert said["tu said"] == [["note", {}, "checked"], ["prop", {"type": "x-domain"}, "water"]]
    assert said["source said"] == [["prop", {"type": "x-p"}, "q"]]
    assert memory.add([first, rain]) == 2, "one tuid for two units loses none"
    again = there_and_back(list(memory.all()), tmp_path)
    assert again == [first, rain]
    assert memory.add([entry for entry in again if entry]) == 0


def test_utf_16_as_trados_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "partner.tmx"
    path.write_bytes(FOREIGN.replace("UTF-8", "UTF-16").encode("utf-16"))
    assert next(tmx.read(path)) is not None


EVIL = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx version="1.4"><body><tu><tuv xml:lang="zh"><seg>甲&x;</seg></tuv><tuv xml:lang="en"><seg>A</seg></tuv></tu></body></tmx>'


def test_no_other_file_is_read_in(tmp_path: Path) -> None:
    (tmp_path / "evil.tmx").write_text(EVIL, encoding="utf-8")
    (entry,) = tmx.read(tmp_path / "evil.tmx")
    assert entry is not None
    assert entry.source == "甲"


BAD = [("<tmx><body><tu>", "is broken"), ("<html/>", "is no TMX"), ("词汇表", "is broken")]


@pytest.mark.parametrize(("text", "reason"), BAD)
def test_what_is_no_tmx(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "m.tmx").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=reason):
        list(tmx.read(tmp_path / "m.tmx"))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        list(tmx.read(tmp_path / "m.tmx"))


def test_no_file_is_written_over_and_none_half(tmp_path: Path) -> None:
    (tmp_path / "m.tmx").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="is there already"):
        tmx.export(tmp_path / "m.tmx", [FULL])

    def broken() -> "object":
        yield FULL
        raise InputError("the memory broke")

    with pytest.raises(InputError):
        tmx.export(tmp_path / "n.tmx", broken())  # type: ignore[arg-type] # what breaks while it is read
    assert [path.name for path in tmp_path.iterdir()] == ["m.tmx"]
