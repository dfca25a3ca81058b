"""Review files damaged at random: each is read, or refused with one line; nothing else happens."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.review.word_copy import W
from tests.review.word_files import (
    EN,
    OTHER_EN,
    OTHER_ZH,
    cell,
    p,
    r,
    row,
    table,
    tracked,
    unit_row,
    word_file,
)
from workflow.errors import InputError
from workflow.review import READERS
from workflow.review.returned import Returned

NAMES = "document body tbl tr tc tcPr trPr p pPr r rPr t delText ins del sdt sdtPr sdtContent tag vMerge gridSpan hMerge gridBefore fldChar comment commentRangeStart bookmarkStart txbxContent AlternateContent footnoteReference cellDel sym".split()  # fmt: skip
VALUES = [
    "",
    "0",
    "-1",
    "restart",
    "continue",
    "begin",
    "separate",
    "end",
    "999999999999",
    "１２",
    "unit:",
    "u_",
    "\u00e9",
    "nan",
]
ATTRIBUTES = "val id name fldCharType author char font paraId paraIdParent done".split()


def _whole(folder: Path) -> bytes:
    first = unit_row(
        p(r("The ") + tracked("ins", r("old ")) + tracked("del", r("new", name="delText")) + r(" traps."))
    )
    second = unit_row(p('<w:commentRangeStart w:id="1"/>' + r(OTHER_EN) + '<w:commentRangeEnd w:id="1"/><w:r><w:footnoteReference w:id="2"/></w:r>'), OTHER_ZH, OTHER_EN)  # fmt: skip
    nested = row(cell(table(unit_row(p(r(EN))))))
    merged = row(*(cell(p(), properties="<w:vMerge/>") for _ in range(4)))
    comments = (
        f'<w:comment w:id="1" w:author="Li" w:date="x"><w:p w14:paraId="0A">{r("What?")}</w:p></w:comment>'
    )
    parts = {
        "comments": comments,
        "commentsExtended": '<w15:commentEx w15:paraId="0A" w15:done="1"/>',
        "footnotes": f'<w:footnote w:id="2">{p(r("below"))}</w:footnote>',
        "styles": '<w:style w:styleId="a"><w:name w:val="Review en"/></w:style>',
        "header": p(r("head")),
    }
    return word_file(
        folder, p(r("line")) + table(first, merged, second) + p() + table(nested), parts
    ).read_bytes()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _whole(tmp_path_factory.mktemp("damage"))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damaged") / "made.review.docx"


def _read(place: Path, data: bytes) -> Returned | None:
    place.write_bytes(data)
    returned, refusal = None, ""
    try:
        returned = READERS[".docx"](place)
    except InputError as error:
        refusal = error.message
    assert "\n" not in refusal
    assert returned is None or all(one.text for one in returned.loose)
    return returned


def _bytes_changed(whole: bytes, changes: list[tuple[float, int]], cut: float) -> bytes:
    data = bytearray(whole)
    for where, value in changes:
        data[int(where * (len(data) - 1))] = value
    return bytes(data[: int(cut * len(data))])


def _parts_changed(whole: bytes, draw: Any) -> bytes:
    """Change the trees of the parts: elements taken out, moved, doubled, renamed, their attributes changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            if draw(st.integers(0, 30)) == 0:
                continue
            content = old.read(name)
            if name.startswith("word/") and draw(st.booleans()):
                content = _tree_changed(content, draw)
            new.writestr(name, content)
    return packed.getvalue()


def _tree_changed(content: bytes, draw: Any) -> bytes:
    root = etree.fromstring(content)
    for _ in range(draw(st.integers(1, 6))):
        elements: list[Any] = [e for e in root.iter() if e is not root]
        if not elements:
            break
        element = draw(st.sampled_from(elements))
        other = draw(st.sampled_from(elements))
        way = draw(st.sampled_from(("out", "move", "copy", "name", "attribute", "text")))
        if way == "out":
            element.getparent().remove(element)
        elif way in ("move", "copy") and element not in other.iterancestors() and other is not element:
            other.append(element if way == "move" else etree.fromstring(etree.tostring(element)))
        elif way == "name":
            element.tag = W + draw(st.sampled_from(NAMES))
        elif way == "attribute":
            element.set(W + draw(st.sampled_from(ATTRIBUTES)), draw(st.sampled_from(VALUES)))
        elif way == "text":
            element.text = draw(
                st.text(
                    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn")),
                    max_size=20,
                )
            )
    return etree.tostring(root)


changes = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=8)
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
quick, thorough = (
    settings(unhurried, max_examples=150, derandomize=True),
    settings(unhurried, max_examples=5_000),
)


@quick
@given(changes=changes, cut=st.sampled_from([1.0, 1.0, 1.0, 0.999, 0.5]))
def test_bytes_changed(changes: list[tuple[float, int]], cut: float, whole: bytes, place: Path) -> None:
    _read(place, _bytes_changed(whole, changes, cut))


@quick
@given(data=st.data())
def test_elements_changed(data: st.DataObject, whole: bytes, place: Path) -> None:
    _read(place, _parts_changed(whole, data.draw))


@pytest.mark.long
@thorough
@given(changes=changes, cut=st.sampled_from([1.0, 1.0, 1.0, 0.999, 0.5]))
def test_bytes_changed_by_the_thousand(
    changes: list[tuple[float, int]], cut: float, whole: bytes, place: Path
) -> None:
    _read(place, _bytes_changed(whole, changes, cut))


@pytest.mark.long
@thorough
@given(data=st.data())
def test_elements_changed_by_the_thousand(data: st.DataObject, whole: bytes, place: Path) -> None:
    _read(place, _parts_changed(whole, data.draw))


@pytest.mark.parametrize("depth", [50, 250, 5_000])
def test_nesting_has_an_end(depth: int, tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * depth + p(r("deep")) + "</w:sdtContent></w:sdt>" * depth
    path = word_file(tmp_path, deep + table(unit_row(p(r(EN)))))
    if depth > 100:
        with pytest.raises(InputError):
            READERS[".docx"](path)
    else:
        assert [one.text for one in READERS[".docx"](path).loose] == ["deep"]


@pytest.mark.parametrize("depth", [20, 80])
def test_tables_in_tables(depth: int, tmp_path: Path) -> None:
    start, end = "<w:tbl><w:tr><w:tc>" * depth, "</w:tc></w:tr></w:tbl>" * depth
    path = word_file(tmp_path, start + table(unit_row(p(r("Deep.")))) + p() + end)
    assert [one.target for one in READERS[".docx"](path).rows] == ["Deep."]


def test_the_whole_file_is_read(whole: bytes, place: Path) -> None:
    returned = _read(place, whole)
    assert returned is not None
    assert len(returned.rows) == 3
