"""One bulletin in every encoding and container gives the same units with the same constraints."""

from collections.abc import Callable
from pathlib import Path

import pytest
from opencc import OpenCC

from tests.readers.pages import LINES, SITES, TITLE, as_markdown, as_text, page
from workflow.clean import clean
from workflow.constrain import Terms, constrain
from workflow.readers import read
from workflow.segment import segment
from workflow.structure import parse
from workflow.units import Unit


def _big5() -> bytes:
    return str(OpenCC("s2tw").convert(as_text())).encode("big5hkscs")


CONTAINERS: dict[str, Callable[[], bytes]] = {
    "utf-8.txt": lambda: as_text().encode(),
    "utf-8-sig.txt": lambda: as_text().encode("utf-8-sig"),
    "utf-16.txt": lambda: as_text().encode("utf-16"),
    "utf-16-be.txt": lambda: as_text().encode("utf-16-be"),
    "utf-16-le.txt": lambda: as_text().encode("utf-16-le"),
    "gb18030.txt": lambda: as_text().encode("gb18030"),
    "gbk.txt": lambda: as_text().encode("gbk"),
    "big5.txt": _big5,
    "crlf.txt": lambda: as_text().replace("\n", "\r\n").encode(),
    "cr.txt": lambda: as_text().replace("\n", "\r").encode(),
    "markdown.md": lambda: as_markdown().encode(),
    "gb18030.md": lambda: as_markdown().encode("gb18030"),
    **{f"{site}.html": lambda site=site: page(site) for site in SITES},  # type: ignore[misc] # site is bound now
    "page.txt": lambda: page("center"),
    "text.html": lambda: as_markdown().encode(),
    "archive.mhtml": lambda: _archive(page("tables")),
}


def _archive(data: bytes) -> bytes:
    from email.mime.multipart import MIMEMultipart
    from email.mime.nonmultipart import MIMENonMultipart

    part = MIMENonMultipart("text", "html", charset="gb2312")
    part.set_payload(data)
    from email.encoders import encode_quopri

    encode_quopri(part)
    whole = MIMEMultipart("related", type="text/html")
    whole.attach(part)
    return whole.as_bytes()


def units_of(path: Path, terms: Terms) -> tuple[Unit, ...]:
    return constrain(segment(parse(clean(read(path))).bulletin), terms)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory, terms: Terms) -> tuple[Unit, ...]:
    path = tmp_path_factory.mktemp("plain") / "plain.md"
    path.write_text(as_markdown(), encoding="utf-8")
    return units_of(path, terms)


def test_the_bulletin_itself_is_read_as_it_was_meant(expected: tuple[Unit, ...]) -> None:
    slots = {unit.slot: unit.source for unit in expected}
    assert slots["title"] == TITLE
    assert slots["date"] == "2024年5月28日"
    assert slots["sections/1/speaker/name"] == "沈岚"
    assert slots["sections/3/heading"] == "会议倡议"
    assert slots["sections/3/blocks/1/0/0"] == "以乡土树种为主，不在天然草地上造林；"
    assert slots["contact/postcode"] == "558210"
    assert sum(len(unit.constraints) for unit in expected) > 20


@pytest.mark.parametrize("name", CONTAINERS)
def test_every_container_gives_the_same(
    name: str, tmp_path: Path, terms: Terms, expected: tuple[Unit, ...]
) -> None:
    path = tmp_path / name
    path.write_bytes(CONTAINERS[name]())
    found = units_of(path, terms)
    if path.suffix == ".txt" and name != "page.txt":
        expected = units_of(_unlisted(tmp_path), terms)
    assert [(u.slot, u.source, u.constraints) for u in found] == [
        (u.slot, u.source, u.constraints) for u in expected
    ]


def _unlisted(folder: Path) -> Path:
    """Return the Markdown of the bulletin without its list marks, which plain text cannot have."""
    path = folder / "expected.md"
    path.write_text(as_markdown().replace("\n- ", "\n"), encoding="utf-8")
    return path


@pytest.mark.parametrize("site", SITES)
def test_a_page_keeps_every_line_and_nothing_else(site: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(page(site))
    made = clean(read(path))
    assert sorted(block.text for block in made.blocks) == sorted(text for _kind, text in LINES)
