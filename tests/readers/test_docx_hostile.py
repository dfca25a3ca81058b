"""Word files that mean harm or are damaged: one line of error each, in bounded time and memory."""

import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.readers.word_made import (
    NAMES,
    OFFICE,
    box,
    field,
    level,
    link,
    lists,
    numbered,
    p,
    picture,
    r,
    table,
    tracked,
    word_file,
)  # fmt: skip
from tests.test_lossless import check_lossless, check_placed
from workflow.clean import clean
from workflow.errors import InputError
from workflow.readers import docx_text, read

SECONDS, MEGABYTES = 20, 300
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    f"<w:document {NAMES}><w:body><w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p></w:body></w:document>"
)


def _bomb(path: Path) -> Path:
    return word_file(path, "", document=f"<w:document {NAMES}>{' ' * (40 << 20)}</w:document>")


def _bomb_that_lies(path: Path) -> Path:
    """State a small size in the directory for what unpacks to much."""
    data = _bomb(path).read_bytes()
    size = len(f"<w:document {NAMES}></w:document>") + (40 << 20)
    path.write_bytes(data.replace(size.to_bytes(4, "little"), (900).to_bytes(4, "little")))
    return path


def _nested(path: Path) -> Path:
    cell_, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return word_file(path, cell_ * 500 + p("底") + end * 500)


def _truncated(path: Path) -> Path:
    data = word_file(path, p("正文") * 500).read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def _parts(path: Path) -> Path:
    return word_file(path, p("正文"), members={f"word/x{n}.xml": "" for n in range(10_100)})


def _password(path: Path) -> Path:
    path.write_bytes(OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500)
    return path


def _bytes(data: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return write


def _other_package(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", "<x/>")
    return path


REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "zip bomb": (_bomb, "unpacks to more than 32 MB"),
    "zip bomb that lies": (_bomb_that_lies, "damaged"),
    "elements without end": (lambda path: word_file(path, p("<w:r/>" * 3_100_000)), "more elements"),
    "external entities": (lambda path: word_file(path, "", document=ENTITIES), "entities"),
    "nested 500 deep": (_nested, "damaged"),
    "truncated": (_truncated, "damaged"),
    "more parts than any": (_parts, "more parts"),
    "password": (_password, "protected by a password"),
    "old .doc": (_bytes(OLE + b"\0" * 500), "old .doc"),
    "PDF": (_bytes(b"%PDF-1.7 ..."), "no DOCX"),
    "text": (_bytes("正文".encode()), "no DOCX"),
    "empty": (_bytes(b""), "no DOCX"),
    "OpenDocument": (_other_package, "no DOCX"),
    "no text": (lambda path: word_file(path, p() * 5), "is empty"),
    "no XML": (lambda path: word_file(path, "", document="<w:document"), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_line(tmp_path: Path, name: str) -> None:
    write, reason = REFUSED[name]
    path = write(tmp_path / "hostile.docx")
    tracemalloc.start()
    start = time.perf_counter()
    with pytest.raises(InputError, match=reason) as told:
        read(path)
    seconds, memory = time.perf_counter() - start, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "\n" not in told.value.message
    assert str(path) in told.value.message
    assert seconds < SECONDS
    assert memory < MEGABYTES << 20


def test_too_many_paragraphs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_text, "MOST_PARAGRAPHS", 100)
    assert len(read(word_file(tmp_path / "long.docx", p("正文") * 100)).blocks) == 100
    with pytest.raises(InputError, match="paragraphs; is it a bulletin"):
        read(word_file(tmp_path / "long.docx", p("正文") * 101))


@pytest.mark.parametrize(
    ("relations", "body"),
    [
        (link("t", "http://127.0.0.1:9/t.dotm", "attachedTemplate"), p("正文")),
        (link("s", "http://127.0.0.1:9/s.xml", "styles"), p("正文")),
        (link("h", "file:///etc/passwd", "header"), p("正文") + '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'),
        (link("idpic", "http://127.0.0.1:9/p.png", "image"), p("正文") + p(picture())),
        (f'<Relationship Id="n" Type="{OFFICE}/numbering" Target="../../../../etc/passwd"/>', p("正文")),
        (f'<Relationship Id="n" Type="{OFFICE}/footnotes" Target="/etc/passwd"/>', p("正文")),
    ],
)  # fmt: skip
def test_what_a_file_points_to_outside_is_not_read(tmp_path: Path, relations: str, body: str) -> None:
    document = read(word_file(tmp_path / "linked.docx", body, relations=relations))
    assert [block.text for block in document.blocks] == ["正文"]


def test_members_with_paths_are_never_unpacked(tmp_path: Path) -> None:
    members = {"../../outside.txt": "x", "/etc/x": "x", "word/../../../y": "x"}
    folder = tmp_path / "in"
    folder.mkdir()
    assert read(word_file(folder / "paths.docx", p("正文"), members=members)).blocks
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["paths.docx"]


def test_a_footnote_in_itself_ends(tmp_path: Path) -> None:
    note = '<w:footnote w:id="2">' + p("注", '<w:r><w:footnoteReference w:id="2"/></w:r>') + "</w:footnote>"
    document = read(
        word_file(
            tmp_path / "loop.docx",
            p("正文", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
            {"footnotes": note},
        )
    )
    assert [block.text for block in document.blocks] == ["正文", "（注：注。）"]


def test_styles_based_on_each_other_end(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("ab", "ba")
    )
    document = read(
        word_file(tmp_path / "loop.docx", p("正文", look='<w:pStyle w:val="a"/>'), {"styles": styles})
    )
    assert [block.text for block in document.blocks] == ["正文"]


NAMES_OF_ELEMENTS = (
    "p r t tab br tbl tr tc tcPr gridSpan vMerge sdt sdtContent ins del delText moveFrom fldChar instrText hyperlink "
    "footnoteReference commentReference ruby rt rubyBase txbxContent pict drawing pPr rPr numPr numId ilvl pStyle "
    "outlineLvl jc sz b vanish sym sectPr headerReference trPr body"
).split()
VALUES = st.sampled_from(
    ["", "0", "1", "-1", "9", "99999999", "begin", "separate", "end", "restart", "center", "图", "id"]
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["w:val", "w:id", "w:type", "w:fldCharType", "w:char", "w:ilvl", "w:date"]),
    VALUES,
    max_size=2,
)
TEXT = st.text(st.sampled_from("会议于2024年第7期。，：（）图表一、\t\n 　•—abc"), max_size=12)


@st.composite
def _elements(draw: st.DrawFn, depth: int = 5) -> str:
    name = draw(st.sampled_from(NAMES_OF_ELEMENTS))
    attributes = "".join(f' {key}="{value}"' for key, value in draw(ATTRIBUTES).items())
    inside = draw(st.lists(_elements(depth - 1), max_size=3)) if depth else []
    return f"<w:{name}{attributes}>{draw(TEXT)}{''.join(inside)}</w:{name}>"


def check(path: Path) -> None:
    """Read a file; only an InputError of one line may stop that, and what is read loses nothing."""
    refusal = ""
    try:
        document = read(path)
    except InputError as error:
        refusal = error.message
    else:
        check_lossless(document)
        cleaned = clean(document)
        check_lossless(cleaned)
        check_placed(cleaned)
    assert "\n" not in refusal


FUZZ = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)


@FUZZ
@given(body=st.lists(_elements(), min_size=1, max_size=4))
def test_any_tree_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, body: list[str]) -> None:
    notes = '<w:footnote w:id="1">' + p("注") + "</w:footnote>"
    parts = {
        "footnotes": notes,
        "comments": f'<w:comment w:id="1">{p("批注")}</w:comment>',
        "header": p("页眉"),
    }
    check(word_file(tmp_path_factory.getbasetemp() / "fuzz.docx", "".join(body), parts))


RICH = (
    p("青溪流域水生态修复研讨会") + p("会议于2024年6月召开。", tracked("del", r("旧", name="delText")))
    + p("项目", look=numbered(1)) + table(("县", "站"), ("青溪县", "12")) + p(box(p("文本框"))) + p(field("PAGE", "1"))
)  # fmt: skip


@FUZZ
@given(data=st.data())
def test_a_damaged_tree_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    root = etree.fromstring(f"<w:document {NAMES}><w:body>{RICH}</w:body></w:document>")
    for _change in range(data.draw(st.integers(1, 4))):
        elements = [element for element in root.iter() if element.getparent() is not None]
        if not elements:
            break
        one, other = data.draw(st.sampled_from(elements)), data.draw(st.sampled_from(elements))
        match data.draw(st.sampled_from(["drop", "move", "rename", "empty"])):
            case "drop":
                parent = one.getparent()
                assert parent is not None
                parent.remove(one)
            case "move" if one not in other.iterancestors() and one is not other:
                other.append(one)
            case "rename":
                one.tag = other.tag
            case _:
                one.clear()
    document = etree.tostring(root, encoding="unicode")
    parts = {"numbering": lists(level(0, "chineseCounting", "%1、"))}
    check(word_file(tmp_path_factory.getbasetemp() / "fuzz.docx", "", parts, document=document))


@FUZZ
@given(data=st.data())
def test_damaged_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = word_file(tmp_path_factory.getbasetemp() / "fuzz.docx", RICH)
    content = bytearray(path.read_bytes())
    for _change in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
    check(path)
