"""Pictures of every container: at their place, with caption and alternative text."""

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.readers.picture_made import picture
from tests.readers.pictured import CAPTION, HEAD, ONE, TWO, blocks, docx, drawing, kinds, saved_page
from tests.readers.word_made import cell, p, r, table
from workflow.clean import clean
from workflow.readers import read
from workflow.structure import parse, queries


def _docx(folder: Path) -> Path:
    return docx(
        folder / "a.docx",
        p(r(HEAD), look='<w:pStyle w:val="T"/>'),
        p(r(ONE)),
        p(drawing()),
        p(r(CAPTION)),
        p(r(TWO)),
    )


def _markdown(folder: Path, name: str = "a.md") -> Path:
    (folder / "图 片").mkdir()
    (folder / "图 片" / "p.png").write_bytes(picture())
    path = folder / name
    path.write_text(
        f"{HEAD}\n\n{ONE}\n\n![会场全景](图%20片/p.png)\n\n{CAPTION}\n\n{TWO}\n", encoding="utf-8"
    )
    return path


def _inline(folder: Path) -> Path:
    address = f"data:image/png;base64,{b64encode(picture()).decode()}"
    return saved_page(folder, f'<img data-src="https://example.org/1.png" src="{address}" alt="会场全景">')


def _archive(folder: Path, address: str = "http://example.org/img/p.png", name: str = "../img/p.png") -> Path:
    page = saved_page(folder, f'<img src="{name}" alt="会场全景">').read_bytes()
    parts = [
        b"Content-Type: text/html; charset=utf-8\r\nContent-Location: http://example.org/news/a.html\r\n\r\n"
        + page,
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        + f"Content-Location: {address}\r\nContent-ID: <two@x>\r\n\r\n".encode()
        + b64encode(picture()),
    ]
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    path = folder / "a.mhtml"
    path.write_bytes(head + b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--\r\n")
    return path


CONTAINERS: dict[str, Callable[[Path], Path]] = {
    "docx": _docx,
    "markdown": _markdown,
    "text": lambda folder: _markdown(folder, "a.txt"),
    "page": saved_page,
    "picture in the page": _inline,
    "web archive": _archive,
    "part by its name": lambda folder: _archive(folder, name="cid:two@x"),
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_picture_comes_over_with_its_words(name: str, tmp_path: Path) -> None:
    document = read(CONTAINERS[name](tmp_path))
    first, shown, second = blocks(document)
    assert (first.texts, second.texts) == ((ONE,), (TWO,))
    assert shown.texts == (CAPTION,)
    assert shown.picture
    assert (shown.picture.alt, shown.picture.pixels) == ("会场全景", (600, 400))
    ((kept, data),) = document.pictures
    assert (kept.file, data) == (shown.picture.file, picture())
    assert not document.notices
    bulletin = parse(clean(document)).bulletin
    assert [path for path, _kind, _text in bulletin.sections[0].paths()] == [
        "paragraphs/0", "blocks/1/alt", "blocks/1/0", "paragraphs/1"
    ]  # fmt: skip


def test_the_size_and_the_crop_of_a_word_file(tmp_path: Path) -> None:
    crop = '<a:srcRect l="10000" t="0" r="40000" b="25000"/>'
    (shown,) = read(docx(tmp_path / "a.docx", p(r(ONE)), p(drawing(crop=crop)), p(r(TWO)))).pictures
    assert (shown[0].points, shown[0].pixels) == ((120.0, 80.0), (300, 300))


def test_a_picture_of_old_word(tmp_path: Path) -> None:
    shape = '<w:r><w:pict><v:shape style="position:absolute;width:2in;height:96pt" alt="会场"><v:imagedata r:id="idpic"/></v:shape></w:pict></w:r>'
    document = read(docx(tmp_path / "a.docx", p(r(ONE)), p(shape), p(r(TWO))))
    assert blocks(document)[1].picture
    assert document.pictures[0][0].points == (144.0, 96.0)


def test_pictures_in_a_data_table_stand_below_it(tmp_path: Path) -> None:
    rows = ((p(r("县")), p(r("数"))), (p(r("青溪县")), p(r("12"), drawing())), (p(r("云台县")), p(r("8"))))
    document = read(
        docx(tmp_path / "a.docx", p(r(ONE)), table(*(tuple(map(cell, row)) for row in rows)), p(r(TWO)))
    )
    assert [block.type for block in blocks(document)] == ["paragraph", "table", "picture", "paragraph"]


LINES = [
    (f"{ONE}![会场](p.png)", [f"paragraph {ONE}", "picture", f"paragraph {TWO}"]),
    (f"![会场](p.png){ONE}", ["picture", f"paragraph {ONE}", f"paragraph {TWO}"]),
    (f"![](p.png) ![](q.png)\n\n{ONE}", ["picture", "picture", f"paragraph {ONE}", f"paragraph {TWO}"]),
    (f"{ONE}\n\n![](p.png)\n▲ 会场", [f"paragraph {ONE}", "picture ▲ 会场", f"paragraph {TWO}"]),
    (f"{ONE}\n\n- 一\n- 二\n\n![](p.png)", [f"paragraph {ONE}", "list 一", "picture", f"paragraph {TWO}"]),
]


@pytest.mark.parametrize(("text", "found"), LINES)
def test_where_a_text_has_its_pictures(text: str, found: list[str], tmp_path: Path) -> None:
    (tmp_path / "p.png").write_bytes(picture())
    (tmp_path / "q.png").write_bytes(picture(300, 200))
    (tmp_path / "a.md").write_text(f"# {HEAD}\n\n{text}\n\n{TWO}\n", encoding="utf-8")
    assert kinds(read(tmp_path / "a.md")) == found


FOUND = [
    (drawing(alt=""), picture(), [CAPTION], ["note picture-text"]),
    (drawing(alt="图片 1"), picture(), [], ["warning picture-text"]),
    (drawing(), picture(200, 133), [CAPTION], ["warning picture-coarse"]),
    (drawing(), picture(251, 168), [CAPTION], []),
]


@pytest.mark.parametrize(("shown", "data", "caption", "found"), FOUND)
def test_findings_on_pictures(
    shown: str, data: bytes, caption: list[str], found: list[str], tmp_path: Path
) -> None:
    body = [
        p(r(HEAD), look='<w:pStyle w:val="T"/>'),
        p(r(ONE)),
        p(shown),
        *(p(r(text)) for text in caption),
        p(r(TWO)),
    ]
    document = clean(read(docx(tmp_path / "a.docx", *body, data=data)))
    asked = [one for one in queries.find(document, parse(document).bulletin) if "picture" in one.check]
    assert [f"{one.severity.label} {one.check.removeprefix('source.')}" for one in asked] == found


def test_both_figures_of_a_coarse_picture_are_told(tmp_path: Path) -> None:
    document = clean(
        read(docx(tmp_path / "a.docx", p(r(ONE)), p(drawing()), p(r(TWO)), data=picture(200, 133)))
    )
    (asked,) = [
        o for o in queries.find(document, parse(document).bulletin) if o.check == "source.picture-coarse"
    ]
    assert "42 mm wide with 120 dots an inch, fewer than 150" in asked.text
    assert "250 pixels wide" in asked.text
