"""Pictures that stay out: nothing is fetched, nothing comes from outside, what decorates is listed, what cannot be printed is told."""

from pathlib import Path

import pytest

from tests.readers.picture_made import flat, picture
from tests.readers.pictured import CAPTION, HEAD, ONE, TWO, blocks, docx, drawing, kinds, saved_page
from tests.readers.word_made import p, r
from workflow.clean import clean
from workflow.readers import read
from workflow.structure import parse, queries

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
    path = saved_page(folder, shown)
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
    path = saved_page(tmp_path, f'<img src="a_files/{name}" alt="{alt}">')
    (tmp_path / "a_files" / name).write_bytes(data)
    document = read(path)
    assert document.pictures == ()
    assert [one.reason for one in document.removed if "![" in one.text] == ["picture that only decorates"]
    assert not document.notices


def test_pictures_around_the_article_stay_out(tmp_path: Path) -> None:
    path = saved_page(tmp_path)
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
