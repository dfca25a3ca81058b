"""Pictures of every container: at their place, with caption and alternative text; nothing fetched, nothing from outside."""

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.readers.picture_made import flat, picture
from tests.readers.word_made import cell, inside, p, r, table, word_file
from tests.test_lossless import check_lossless, check_placed
from workflow.bulletin import BodyBlock, Document
from workflow.clean import clean
from workflow.readers import read
from workflow.structure import parse, queries

HEAD, ONE, TWO = (
    "会议召开",
    "2024年5月28日，座谈会在岭州召开，近百名代表参会。",
    "会议由云岭流域合作中心主办，持续两天。",
)
CAPTION = "图1 会场（张三摄）"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'


def drawing(key: str = "idpic", alt: str = "会场全景", size: str = "", crop: str = "") -> str:
    """Return a run with a picture as Word writes it: 120 by 80 points."""
    extent = size or '<wp:extent cx="1524000" cy="1016000"/>'
    return (
        f'<w:r><w:drawing><wp:inline {WP}>{extent}<wp:docPr id="1" name="图片 1" descr="{alt}"/>'
        f'<a:graphic><a:graphicData><pic:pic xmlns:pic="{DRAWING}/picture"><pic:blipFill><a:blip r:embed="{key}"/>{crop}'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def docx(path: Path, *body: str, data: bytes | None = None, target: str = "media/p.png") -> Path:
    members = {"word/media/p.png": picture() if data is None else data}
    return word_file(path, "".join(body), relations=inside("idpic", target), members=members)


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


def _page(
    folder: Path, shown: str = '<img src="a_files/p.png" alt="会场全景">', name: str = "a.html"
) -> Path:
    (folder / "a_files").mkdir(exist_ok=True)
    (folder / "a_files" / "p.png").write_bytes(picture())
    body = f"<h1>{HEAD}</h1><p>{ONE}</p><p>{shown}</p><p align=center>{CAPTION}</p><p>{TWO}</p>"
    (folder / name).write_text(
        f"<html><head><title>{HEAD}</title></head><body>{body}</body></html>", encoding="utf-8"
    )
    return folder / name


def _inline(folder: Path) -> Path:
    address = f"data:image/png;base64,{b64encode(picture()).decode()}"
    return _page(folder, f'<img data-src="https://example.org/1.png" src="{address}" alt="会场全景">')


def _archive(folder: Path, address: str = "http://example.org/img/p.png", name: str = "../img/p.png") -> Path:
    page = _page(folder, f'<img src="{name}" alt="会场全景">').read_bytes()
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
    "page": _page,
    "picture in the page": _inline,
    "web archive": _archive,
    "part by its name": lambda folder: _archive(folder, name="cid:two@x"),
}


def blocks(document: Document) -> list[BodyBlock]:
    check_lossless(document)
    cleaned = clean(document)
    check_lossless(cleaned)
    check_placed(cleaned)
    return [block for section in parse(cleaned).bulletin.sections for block in section.blocks]


def kinds(document: Document) -> list[str]:
    return [f"{block.type} {block.texts[0] if block.texts else ''}".strip() for block in blocks(document)]


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


STRUCK = '<w:del w:author="甲">{}</w:del>'
OTHERS = [
    ("struck out", (p(r(ONE)), p(STRUCK.format(drawing())), p(r(TWO))), "media/p.png"),
    ("another part", (p(r(ONE)), p(drawing("no such")), p(r(TWO))), "media/p.png"),
    ("outside", (p(r(ONE)), p(drawing()), p(r(TWO))), "../../../../etc/hostname"),
    ("no picture", (p(r(ONE)), p(drawing()), p(r(TWO))), "styles.xml"),
]


@pytest.mark.parametrize(("body", "target"), [one[1:] for one in OTHERS], ids=[one[0] for one in OTHERS])
def test_what_is_no_picture_of_the_file_stays_out(body: tuple[str, ...], target: str, tmp_path: Path) -> None:
    document = read(docx(tmp_path / "a.docx", *body, target=target))
    assert kinds(document) == [f"paragraph {ONE}", f"paragraph {TWO}"]
    assert document.pictures == ()
    assert any(one.text.startswith("![](") for one in document.removed)
    assert {notice.check for notice in document.notices} & {
        "pictures",
        "picture-unreadable",
    } or "w:del" in body[1]


PAGES = [
    '<img src="http://127.0.0.1:9/p.png" alt="会场全景">',
    '<img src="//127.0.0.1:9/p.png">',
    '<img src="../secret.png">',
    '<img src="a_files/../../secret.png">',
    '<img src="file:///etc/hostname">',
    '<img src="a_files/link.png">',
    '<img src="a_files">',
    '<img src="a_files/none.png">',
    '<img src="data:image/png;base64,AAAA">',
    '<img src="C:\\Users\\p.png">',
    '<img src="a_files/p%00.png">',
]


@pytest.mark.parametrize("shown", PAGES)
def test_a_page_gives_pictures_of_its_folder_only(shown: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(picture())
    path = _page(folder, shown)
    (folder / "a_files" / "link.png").symlink_to(tmp_path / "secret.png")
    document = read(path)
    assert document.pictures == ()
    assert [block.type for block in blocks(document) if block.picture] == []


@pytest.mark.parametrize(
    "file", ["../secret.png", "/etc/hostname", "http://127.0.0.1:9/p.png", "none.png", "link.png"]
)
def test_a_text_gives_pictures_of_its_folder_only(file: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(picture())
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "a.md").write_text(f"# {HEAD}\n\n{ONE}\n\n![会场]({file})\n\n{TWO}\n", encoding="utf-8")
    document = read(folder / "a.md")
    assert kinds(document) == [f"paragraph {ONE}", f"paragraph {TWO}"]
    assert [notice.check for notice in document.notices] == ["pictures"]


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


DECORATIONS = {
    "space": (picture(1, 1), "p.png", ""),
    "one colour": (flat(300, 200), "p.png", ""),
    "emblem": (picture(300, 200), "logo.png", ""),
    "code": (picture(200, 200), "qrcode.png", ""),
    "code by its words": (picture(200, 200), "640.png", "扫一扫关注我们"),
    "rule": (picture(600, 8), "p.png", ""),
    "icon": (picture(24, 24), "p.png", ""),
}


@pytest.mark.parametrize(("data", "name", "alt"), DECORATIONS.values(), ids=list(DECORATIONS))
def test_what_decorates_a_page_is_left_out_and_listed(
    data: bytes, name: str, alt: str, tmp_path: Path
) -> None:
    path = _page(tmp_path, f'<img src="a_files/{name}" alt="{alt}">')
    (tmp_path / "a_files" / name).write_bytes(data)
    document = read(path)
    assert document.pictures == ()
    assert [one.reason for one in document.removed if "![" in one.text] == ["picture that only decorates"]
    assert not document.notices


def test_pictures_around_the_article_stay_out(tmp_path: Path) -> None:
    path = _page(tmp_path)
    text = path.read_text(encoding="utf-8")
    around = '<div><img src="a_files/p.png" alt="页头"><a href="/">首页</a></div>'
    text = text.replace("<body>", f"<body>{around}<div>").replace("</body>", f"</div>{around}</body>")
    path.write_text(text, encoding="utf-8")
    assert [block.picture.alt for block in blocks(read(path)) if block.picture] == ["会场全景"]


def test_a_logo_over_the_title_and_a_code_by_the_address_are_listed(tmp_path: Path) -> None:
    body = [
        p(drawing()),
        p(r("云岭流域合作中心")),
        p(r("简报")),
        p(r("2024年第3期")),
        p(r(HEAD)),
        p(r(ONE)),
        p(r(TWO)),
    ]
    body += [p(r("联系我们")), p(r("地址：岭州市中山路1号")), p(r("邮编：558200")), p(drawing())]
    parsed = parse(clean(read(docx(tmp_path / "a.docx", *body))))
    assert [one.reason for one in parsed.removed] == ["picture of the masthead or the contact block"] * 2
    assert parsed.bulletin.pictures == ()
    assert (parsed.bulletin.title, parsed.bulletin.masthead.name_zh) == (HEAD, "云岭流域合作中心")


BAD = [
    (b"\x01\x00\x00\x00" + bytes(90), "EMF"),
    (picture()[:-90], "it is damaged"),
    (b"words", "its format is not known"),
]


@pytest.mark.parametrize(("data", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_a_picture_that_cannot_be_printed_is_told(data: bytes, reason: str, tmp_path: Path) -> None:
    import weasyprint  # which tells Pillow to take pictures that are cut short

    assert weasyprint.__version__
    document = clean(
        read(docx(tmp_path / "a.docx", p(r(ONE)), p(drawing()), p(r(CAPTION)), p(r(TWO)), data=data))
    )
    bulletin = parse(document).bulletin
    assert [block.texts for block in bulletin.sections[0].blocks if block.type == "picture"] == [(CAPTION,)]
    (asked,) = [one for one in queries.find(document, bulletin) if one.check == "source.picture-unreadable"]
    assert (asked.severity.label, "p.png" in asked.text, reason in asked.text) == ("warning", True, True)


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


def test_one_picture_many_times_is_looked_at_once(tmp_path: Path) -> None:
    document = read(
        docx(
            tmp_path / "a.docx",
            p(r(ONE)),
            *(p(drawing()) for _ in range(900)),
            p(r(TWO)),
            data=picture(3000, 2000),
        )
    )
    assert len(document.pictures) == 900
    assert len({shown.file for shown, _data in document.pictures}) == 1
