"""XLIFF that comes back: as we wrote it, and as translators' tools write it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from tests.render.sample_edition import edition_of, sample_edition
from workflow.edition import Edition
from workflow.errors import InputError
from workflow.render import RENDERERS
from workflow.render.brand import load_brand
from workflow.render.options import RenderOptions, Xliff
from workflow.render.view import view
from workflow.review import READERS
from workflow.review.returned import Change, Remark, Returned, Row
from workflow.units import State, text_digest, unit_id

ZH, EN = "生态流量不是一个固定的数字。", "Ecological flow is no fixed number."
ID = unit_id(ZH, 0)
SOURCE = f"<source>{ZH}</source>"
ONE = "urn:oasis:names:tc:xliff:document:1.2"
TWO = "urn:oasis:names:tc:xliff:document:2.0"

Reader = Callable[..., Returned]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    def reader(text: str, name: str = "back.xlf") -> Returned:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return READERS[file.suffix](file)

    return reader


def first(body: str, head: str = "", attributes: str = "") -> str:
    """Return an XLIFF 1.2 with the dialects' prefixes declared."""
    spaces = f'xmlns="{ONE}" xmlns:mq="MQXliff" xmlns:m="http://www.memsource.com/mxlf/2.0" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"'
    file = '<file original="a" source-language="zh-CN" target-language="en" datatype="plaintext">'
    return f'<xliff version="1.2" {spaces}{attributes}>{head}{file}<body>{body}</body></file></xliff>'


def second(segments: str, more: str = "") -> str:
    unit = f'<unit id="{ID}">{more}{segments}</unit>'
    return (
        f'<xliff version="2.0" srcLang="zh-CN" trgLang="en" xmlns="{TWO}"><file id="f">{unit}</file></xliff>'
    )


def unit(target: str, attributes: str = "", more: str = "") -> str:
    return f'<trans-unit id="{ID}"{attributes}>{SOURCE}{target}{more}</trans-unit>'


def row_of(back: Returned) -> Row:
    (row,) = back.rows
    return row


def written(edition: Edition, version: Xliff, folder: Path) -> Path:
    path = folder / f"{edition.name}.xlf"
    options = RenderOptions(xliff=version, lang="zh")
    path.write_bytes(RENDERERS["xliff"].render(view(edition), load_brand("center"), options))
    return path


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_our_own_file(version: Xliff, tmp_path: Path) -> None:
    edition = sample_edition()
    states = [State.EMPTY, State.DRAFT, State.NEEDS_WORK, State.REVIEWED, State.FINAL]
    units = tuple(replace(u, state=states[n % 5]) for n, u in enumerate(edition.units))
    back = READERS[".xlf"](written(replace(edition, units=units), version, tmp_path))
    assert (back.file, back.edition, back.source, back.remarks) == ("sample.xlf", "sample", "ab" * 32, ())
    for unit, row in zip(units, back.rows, strict=True):
        shown = max(State.DRAFT, min(unit.state, State.REVIEWED))
        digests = (text_digest(unit.source), text_digest(unit.target))
        assert (row.id, row.source, row.digest, row.base) == (unit.id, unit.source, *digests)
        assert (row.target, row.rejected) == (unit.target, unit.target)
        assert (row.state, row.was) == (shown, shown)
        assert (row.remarks, row.changes, row.trouble) == ((), (), "")


TEXTS = [
    ("plain", f"<target>{EN}</target>", EN),
    ("bold", "<target>Ecological <g id='1' ctype='bold'>flow</g> is no fixed number.</target>", EN),
    ("codes", "<target>Ecological <bpt id='1'>&lt;b&gt;</bpt>flow<ept id='1'>&lt;/b&gt;</ept> is no fixed number.</target>", EN),
    ("codes in other marks", r"<target>Ecological <ph id='1'>{\b </ph>flow<x id='2'/> is no<it id='3' pos='open'>\i0</it> fixed number.</target>", EN),
    ("a protected figure", "<target>It was <ph id='1'>4.7</ph> and <x id='2' equiv-text='15%'/>.</target>", "It was 4.7 and 15%."),
    ("a line break", "<target>First<x id='1' ctype='lb'/>second</target>", "First second"),
    ("text inside a code", "<target>See <ph id='1'>&lt;img alt=\"<sub>the map</sub>\"&gt;</ph>.</target>", "See the map."),
    ("a term marked", "<target><mrk mtype='term'>Ecological flow</mrk> is <mrk mtype='x-other'>no fixed</mrk> number.</target>", EN),
    ("a word in a tool's own element", "<target>Ecological <mq:ch val='flow'>flow</mq:ch> is no fixed number.</target>", EN),
    ("two segments", "<target><mrk mtype='seg' mid='1'>It varies.</mrk><mrk mtype='seg' mid='2'>It is no number.</mrk></target>", "It varies. It is no number."),
    ("two segments parted", "<target><mrk mtype='seg' mid='1'>It varies.</mrk>  <mrk mtype='seg' mid='2'>No number.</mrk></target>", "It varies. No number."),
    ("indented by a tool", f"<target>\n   {EN}\n  </target>", EN),
    ("a comment in the text", "<target>Ecological <!-- not this -->flow is no fixed number.</target>", EN),
    ("no target", "", ""),
    ("the Chinese left there", f"<target>{ZH}</target>", ""),
    ("other translations do not count", "<alt-trans><target>Another.</target></alt-trans>", ""),
]  # fmt: skip


@pytest.mark.parametrize(("target", "english"), [c[1:] for c in TEXTS], ids=[c[0] for c in TEXTS])
def test_text(target: str, english: str, read: Reader) -> None:
    assert row_of(read(first(unit(target)))).target == english


def test_space_is_kept_where_the_file_says_so(read: Reader) -> None:
    row = row_of(read(first(unit("<target>One\ttwo\nthree  four</target>", " xml:space='preserve'"))))
    assert row.target == "One\ttwo\nthree  four"


STATES = [
    ("<target>E</target>", "", None),
    ("<target state='new'>E</target>", "", State.DRAFT),
    ("<target state='needs-review-translation'>E</target>", "", State.DRAFT),
    ("<target state='needs-l10n'>E</target>", "", State.NEEDS_WORK),
    ("<target state='translated'>E</target>", "", State.REVIEWED),
    ("<target state='final'>E</target>", "", State.REVIEWED),
    ("<target state='x-our-own'>E</target>", "", None),
    ("<target>E</target>", " approved='yes'", State.REVIEWED),
    ("<target state='needs-review-translation'>E</target>", " approved='yes'", State.REVIEWED),
    ("<target state='needs-translation'>E</target>", " approved='yes'", State.NEEDS_WORK),
    ("<target state='translated'>E</target>", " approved='no'", State.REVIEWED),
    ("<target>E</target>", " translate='no'", None),
    ("<target>E</target>", " mq:status='NotStarted'", None),
    ("<target>E</target>", " mq:status='ManuallyConfirmed'", State.REVIEWED),
    ("<target>E</target>", " mq:status='Rejected'", State.NEEDS_WORK),
    ("<target>E</target>", " m:confirmed='0'", None),
    ("<target>E</target>", " m:confirmed='1'", State.REVIEWED),
]


@pytest.mark.parametrize(("target", "attributes", "state"), STATES)
def test_states(target: str, attributes: str, state: State | None, read: Reader) -> None:
    assert row_of(read(first(unit(target, attributes)))).state == state


@pytest.mark.parametrize(
    ("segments", "state", "english"),
    [
        (f"<segment>{SOURCE}<target>{EN}</target></segment>", None, EN),
        (f"<segment state='initial'>{SOURCE}<target>{EN}</target></segment>", State.DRAFT, EN),
        (f"<segment state='initial' subState='bulletin:needs-work'>{SOURCE}<target>{EN}</target></segment>", State.NEEDS_WORK, EN),
        (f"<segment state='translated' subState='bulletin:needs-work'>{SOURCE}<target>{EN}</target></segment>", State.REVIEWED, EN),
        (f"<segment state='reviewed'>{SOURCE}<target>Ecological <pc id='1'>flow</pc><ph id='2' equiv='&lt;br/&gt;'/> is no fixed number.</target></segment>", State.REVIEWED, EN),
        (f"<segment>{SOURCE}<target>Tab<cp hex='0009'/>stop<ph id='1' subType='xlf:lb'/>end</target></segment>", None, "Tab stop end"),
        ("<segment state='final'><source>生态流量</source><target>Ecological flow</target></segment><ignorable><source> </source></ignorable>\
<segment state='translated'><source>不是数字。</source><target>is no number.</target></segment>", State.REVIEWED, "Ecological flow is no number."),
        ("<segment state='final'><source>前。</source><target>Before.</target></segment><segment state='initial'><source>后。</source><target>After.</target></segment>", State.DRAFT, "Before. After."),
        ("<segment><source>前</source><target order='2'>first.</target></segment><segment><source>后</source><target order='1'>The last</target></segment>", None, "The last first."),
    ],
)  # fmt: skip
def test_version_2(segments: str, state: State | None, english: str, read: Reader) -> None:
    row = row_of(read(second(segments)))
    assert (row.id, row.state, row.target) == (ID, state, english)


def test_trados_segments_changes_and_comments(read: Reader) -> None:
    head = (
        '<doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><rev-defs>'
        '<rev-def id="r1" type="Delete" author="Wang Fang" date="11/30/2024 10:15:00"/>'
        '<rev-def id="r2" author="Wang Fang" date="11/30/2024 10:15:04"/></rev-defs><cmt-defs><cmt-def id="c1">'
        '<Comments xmlns=""><Comment severity="Low" user="Li" date="2024-11-30T10:16:00+08:00" version="1.0">Is this the term?</Comment>'
        "</Comments></cmt-def></cmt-defs></doc-info>"
    )
    target = (
        '<seg-source><mrk mtype="seg" mid="1">生态流量不是一个固定的数字。</mrk></seg-source><target><mrk mtype="seg" mid="1">'
        '<mrk mtype="x-sdl-deleted" sdl:revid="r1">Ecological</mrk><mrk mtype="x-sdl-added" sdl:revid="r2">Environmental</mrk> '
        '<mrk mtype="x-sdl-comment" sdl:cid="c1">flow</mrk> is no fixed number.</mrk></target>'
    )
    more = '<sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation"><sdl:value key="last_modified_by">Wang Fang</sdl:value></sdl:seg></sdl:seg-defs>'
    body = f'<group><trans-unit id="0a1b-guid">{SOURCE}{target}{more}</trans-unit></group><trans-unit id="structure" translate="no"><source><x id="1"/></source></trans-unit>'
    back = read(first(body, head), "back.sdlxliff")
    row = row_of(back)
    assert (row.id, row.state, back.author) == (ID, State.REVIEWED, "Wang Fang")
    assert row.target == "Environmental flow is no fixed number."
    assert row.rejected == EN
    assert row.changes == (
        Change("Wang Fang", "11/30/2024 10:15:00", "deleted", "Ecological"),
        Change("Wang Fang", "11/30/2024 10:15:04", "inserted", "Environmental"),
    )
    assert row.remarks == (Remark("Li", "2024-11-30T10:16:00+08:00", "Is this the term?", "flow"),)


def test_memoq_comments(read: Reader) -> None:
    comments = (
        '<mq:comments><mq:comment id="1" creatoruser="Li" time="2024-11-30T02:16:00Z" deleted="false" appliesto="Source">Which river?</mq:comment>'
        '<mq:comment id="2" creatoruser="Li" time="2024-11-30T02:17:00Z" deleted="true" appliesto="Row">Never mind.</mq:comment></mq:comments>'
    )
    back = read(
        first(unit(f"<target>{EN}</target>", ' mq:status="Proofread" mq:lastchanginguser="Li"', comments))
    )
    row = row_of(back)
    assert (row.state, back.author) == (State.REVIEWED, "Li")
    assert row.remarks == (Remark("Li", "2024-11-30T02:16:00Z", "Which river?", on="source"),)


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_an_editors_notes_are_told_from_ours(version: Xliff, tmp_path: Path) -> None:
    path = written(sample_edition(), version, tmp_path)
    place, note = (
        ("<note", '<note from="Wang Fang">')
        if version == "1.2"
        else ("<note ", '<note category="Wang Fang">')
    )
    text = path.read_text(encoding="utf-8")
    at = text.index(place, text.index("term-lost") - 400)
    path.write_text(
        f"{text[:at]}{note}The season is closed, not the fishing.</note>{text[at:]}", encoding="utf-8"
    )
    said = [(row.id, remark) for row in READERS[".xlf"](path).rows for remark in row.remarks]
    flow = next(f.unit for f in sample_edition().findings if f.check == "term-lost")
    assert said == [(flow, Remark("Wang Fang", "", "The season is closed, not the fishing."))]


def test_a_note_of_ours_that_an_editor_has_written_into(tmp_path: Path) -> None:
    path = written(sample_edition(), "1.2", tmp_path)
    finding = next(f for f in sample_edition().findings if f.check == "term-lost")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f" · {finding.id}", f" · {finding.id}\nLeave it.", 1), encoding="utf-8")
    (remark,) = [r for row in READERS[".xlf"](path).rows for r in row.remarks]
    assert remark.text.endswith("Leave it.")


@pytest.mark.parametrize(("version", "store"), [("1.2", Xliff1File), ("2.0", Xliff2File)])
def test_saved_by_translate_toolkit_as_weblate_does(version: Xliff, store: type, tmp_path: Path) -> None:
    edition = sample_edition()
    path = written(edition, version, tmp_path)
    opened = store.parsefile(str(path))  # type: ignore[attr-defined]
    for number, unit in enumerate(opened.units):
        if number % 3 == 0:
            unit.target = f"{unit.target} <edited & kept>"
            unit.marktranslated()
    opened.savefile(str(path))
    for number, (row, unit) in enumerate(zip(READERS[".xlf"](path).rows, edition.units, strict=True)):
        edited = number % 3 == 0
        assert (row.id, row.base) == (unit.id, text_digest(unit.target))
        assert row.target == (f"{unit.target} <edited & kept>" if edited else unit.target)
        assert row.state == (State.REVIEWED if edited else max(State.DRAFT, unit.state))
        assert row.remarks == ()


def test_ids_that_a_tool_has_replaced(read: Reader) -> None:
    other = "会议在昆明召开。"
    units = [("1", ZH, EN), ("2", other, "It met."), ("3", other, "They met."), (ID, ZH, "With its id.")]
    body = "".join(
        f'<trans-unit id="{i}"><source>{s}</source><target>{t}</target></trans-unit>' for i, s, t in units
    )
    rows = read(first(body)).rows
    assert [row.id for row in rows] == [ID, "2", "3", ID]
    assert [bool(row.trouble) for row in rows] == [False, True, True, False]


def test_english_that_is_gone_is_told(tmp_path: Path) -> None:
    path = written(edition_of([("0/0", ZH, EN)]), "1.2", tmp_path)
    text = path.read_text(encoding="utf-8")
    for left in ("", ZH):
        path.write_text(text.replace(f">{EN}</target>", f">{left}</target>"), encoding="utf-8")
        row = row_of(READERS[".xlf"](path))
        assert (row.target, row.trouble) == ("", "it has no English in the file")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "cannot be read as XLIFF"),
        ("<xliff", "cannot be read as XLIFF"),
        ("<html/>", "its root is 'html'"),
        (f'<xliff xmlns="{ONE}" version="1.2"/>', "no translation unit"),
        (
            f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{first(unit("<target>&e;</target>"))}',
            "entity &e;",
        ),
    ],
)
def test_what_is_no_xliff_is_refused_in_one_line(text: str, said: str, read: Reader) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert said in caught.value.message
    assert "\n" not in caught.value.message


def test_a_file_that_is_not_there_and_one_too_large(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.xlf"):
        READERS[".xlf"](tmp_path / "gone.xlf")
    large = tmp_path / "large.xlf"
    with large.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    with pytest.raises(InputError, match="larger than 64 MB"):
        READERS[".xlf"](large)
