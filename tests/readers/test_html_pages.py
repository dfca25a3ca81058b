"""Whole pages as they are saved: their encoding, their day, broken and hostile ones."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.readers.pages import LINES, SENTENCE, SITES, made, page
from tests.test_lossless import check_lossless, check_placed
from workflow.clean import clean
from workflow.errors import InputError
from workflow.readers import html, read
from workflow.structure import parse


@pytest.mark.parametrize("site", SITES)
def test_no_character_of_a_page_is_lost(site: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(page(site))
    document = clean(read(path))
    check_lossless(document)
    check_placed(document)
    assert "脚本写的字" not in document.raw
    assert "框里的字" not in document.raw


@pytest.mark.parametrize("site", ["ministry", "wechat", "tables", "center"])
def test_the_day_of_a_page_fills_a_missing_date(site: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    encoding = SITES[site][3]
    path.write_bytes(page(site).replace(LINES[3][1].encode(encoding), b""))
    assert parse(clean(read(path))).bulletin.date == "2024-05-30"


def test_the_day_in_the_head_of_a_page() -> None:
    document = made(f"<p>{SENTENCE}</p>", '<meta name="PubDate" content="2024-06-01 09:30">')
    assert document.settings == (("published", "2024-06-01"),)
    document = made(f"<p>{SENTENCE}</p>", '<meta name="PubDate" content="2024-13-45">')
    assert document.settings == ()


GB = f"<html><head><meta charset={{}}></head><body><p>{SENTENCE}</p></body></html>"
ENCODED = [
    ("gb2312 named and kept", GB.format("gb2312").encode("gbk")),
    ("utf-8 under a false name", GB.format("gb2312").encode()),
    ("gbk under a false name", GB.format("utf-8").encode("gbk")),
    ("no name", GB.replace("<meta charset={}>", "").encode("gbk")),
    ("utf-16 with its mark", GB.format("utf-8").encode("utf-16")),
    ("utf-8 with its mark", GB.format("gbk").encode("utf-8-sig")),
    ("an unknown name", GB.format("x-klingon").encode("gbk")),
    ("an encoding that is none", GB.format("rot13").encode("gbk")),
    ("in the XML declaration", ('<?xml version="1.0" encoding="GBK"?>' + GB.format("")).encode("gbk")),
    ("entities only", GB.format("us-ascii").encode("ascii", "xmlcharrefreplace")),
    (
        "content type",
        GB.replace("charset={}", 'http-equiv=Content-Type content="text/html; charset=gb2312"').encode("gbk"),
    ),
]


@pytest.mark.parametrize("data", [d for _, d in ENCODED], ids=[n for n, _ in ENCODED])
def test_the_encoding_of_a_page(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.htm"
    path.write_bytes(data)
    assert [b.text for b in read(path).blocks] == [SENTENCE]


def test_one_broken_byte_does_not_cost_the_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes((GB.format("gb2312") + "<p>完。</p>" * 300).encode("gbk").replace(b"<p>", b"<p>\xff", 1))
    document = read(path)
    assert document.blocks[0].text == "\ufffd" + SENTENCE


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.html", b"%PDF-1.7 rest", "PDF"),
        ("a.html", bytes(range(256)) * 9, "binary"),
        ("a.html", b"<html><script>x</script></html>", "holds no text"),
        ("a.html", b"<html><!-- -->", "holds no text"),
        ("a.html", b"<div>" * 5000 + "字".encode(), "nested too deeply"),
        ("a.mhtml", b"Subject: x\n\ntext", "no web archive"),
        ("a.html", b"", "is empty"),
        ("a.html", b"<p>" + b"x" * 200_000, "in one line"),
    ],
    ids=["pdf", "binary", "script alone", "comment alone", "deep", "archive", "empty", "long line"],
)
def test_pages_that_cannot_be_read_say_why(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        read(path)
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 900 + f"<p>{SENTENCE}</p>",
        "<table><tr><td>" * 500 + f"<p>{SENTENCE}</p>",
        "<b>" * 900 + SENTENCE,
        '<!DOCTYPE html [<!ENTITY a "字字字"><!ENTITY b "&a;&a;&a;">]>' + f"<p>{SENTENCE}</p>",
        f"<p title='{'x' * 1_000_000}'>{SENTENCE}</p>",
        f"</p></div></html>{SENTENCE}<p>",
    ],
    ids=["blocks", "tables", "inline", "entities", "attribute", "closed"],
)
def test_hostile_pages_are_read_all_the_same(source: str) -> None:
    document = html.document(Path("a.html"), source)
    assert any(SENTENCE in block.text for block in document.blocks)
    check_lossless(document)


TAGS = "div p span b table tr td li ul h1 h2 script style sup rt ruby br img pre nav form a section noscript".split()
PIECES = st.one_of(
    st.sampled_from([f"<{t}>" for t in TAGS] + [f"</{t}>" for t in TAGS]),
    st.sampled_from(
        [
            "<a href=x>",
            "<p style='display:none'>",
            "<div style='visibility:hidden'>",
            "<img alt=图 src=a>",
            "<td colspan=3>",
            "<td rowspan=9999999999>",
            "<td colspan=" + "9" * 5000 + ">",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?",
            "&#0;",
            "&#xd800;",
            "&nbsp;",
            "&",
            "<",
            SENTENCE,
            "来源：云岭中心",
            "上一篇：",
            "\r\n",
            "\x0b",
            "\x85",
            "\u2028",
        ]
    ),
    st.text(max_size=8),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40))
def test_any_page_is_read_or_refused(pieces: list[str]) -> None:
    try:
        document = html.document(Path("a.html"), "<p>" + "".join(pieces))
    except InputError:
        return
    check_lossless(document)
    cleaned = clean(document)
    check_lossless(cleaned)
    check_placed(cleaned)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"<meta charset=gbk><p>", b"\xff\xfe", b"<p>"]))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "a.html"
    path.write_bytes(head + data)
    with suppress(InputError):
        check_lossless(clean(read(path)))
