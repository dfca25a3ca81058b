"""PDF files that LibreOffice, Chromium and our own print made, against the same bulletin as text."""

from collections.abc import Iterator
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tests.readers.office_made import BULLETIN, convert, flat_document
from tests.readers.pages import as_markdown, page
from tests.readers.pdf_made import one_page, printed, two_columns
from tests.render.sample_edition import sample_edition
from tests.support import ROOT
from tests.test_lossless import check_lossless, check_placed
from workflow.bulletin import Bulletin, Document
from workflow.clean import clean
from workflow.constrain import Terms, constrain
from workflow.readers import read
from workflow.readers.lines import Line
from workflow.readers.pdf_rows import Glyph, rows_of
from workflow.render import pdf
from workflow.render.brand import load_brand
from workflow.render.options import RenderOptions
from workflow.render.view import view
from workflow.segment import segment
from workflow.structure import parse

SAMPLE = ROOT / "samples" / "text-export.txt"
ALIKE = 0.99
CLOCK = datetime(2024, 9, 26, tzinfo=UTC)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of PDF files: LibreOffice's of the made bulletin and the sample, Chromium's in two columns and bare."""
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "sample.fodt").write_text(flat_document(SAMPLE.read_text(encoding="utf-8")), encoding="utf-8")
    convert([BULLETIN, folder / "sample.fodt"], "pdf", folder)
    (folder / "columns.html").write_text(two_columns()[0], encoding="utf-8")
    (folder / "bare.html").write_bytes(page("bare"))
    for name in ("columns", "bare"):
        printed(folder / f"{name}.html", folder / f"{name}.pdf")
    return folder


def cleaned(path: Path) -> Document:
    document = clean(read(path))
    check_lossless(document)
    check_placed(document)
    return document


def bulletin(path: Path) -> Bulletin:
    return parse(cleaned(path)).bulletin


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def reasons(document: Document) -> list[tuple[str, str]]:
    return [("".join(one.text.split()), one.reason) for one in document.removed]


def alike(found: str, expected: str) -> float:
    """Return the share of the expected characters that are found in order, spaces apart."""
    one, other = "".join(found.split()), "".join(expected.split())
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(one), len(other))


@pytest.mark.slow
def test_the_same_bulletin_gives_the_same_units(made: Path, terms: Terms) -> None:
    expected, found = bulletin(SAMPLE), bulletin(made / "sample.pdf")
    assert found == expected
    assert constrain(segment(found), terms) == constrain(segment(expected), terms)
    assert alike(read(made / "sample.pdf").raw, SAMPLE.read_text(encoding="utf-8")) >= ALIKE


@pytest.mark.slow
def test_a_printed_page_gives_the_same_units(made: Path, tmp_path: Path, terms: Terms) -> None:
    (tmp_path / "bare.md").write_text(as_markdown().replace("\n- ", "\n"), encoding="utf-8")
    expected, found = bulletin(tmp_path / "bare.md"), bulletin(made / "bare.pdf")
    assert found == expected
    assert constrain(segment(found), terms) == constrain(segment(expected), terms)


@pytest.mark.slow
def test_everything_in_one_file(made: Path) -> None:
    document = cleaned(made / "bulletin.pdf")
    found = parse(document).bulletin
    assert (found.masthead.name_zh, found.masthead.name_en) == (
        "青溪流域合作中心",
        "Qingxi River Basin Cooperation Center",
    )
    assert (found.issue and found.issue.number, found.date) == (7, "2024-06-28")
    assert found.title == "青溪流域水生态修复研讨会观点摘编"
    assert found.contact is not None
    assert (found.contact.address, found.contact.postcode) == ("云台市临江区采莲路8号", "650000")
    opening, repair = found.sections
    assert "研讨会在儋州召开" in opening.paragraphs[0]
    assert repair.heading == "一、修复进展如何评价？"
    assert repair.blocks[3].texts == ("建立联合监测机制；", "共享水文数据。")
    assert repair.blocks[5].rows == (
        ("县", "监测站（座）", "达标率"),
        ("青溪县", "12", "94%"),
        ("云台县", "8", "—"),
    )
    assert "专栏：青溪流域涉及两省五县，流域面积3200平方公里。" in repair.paragraphs
    assert [block.texts for block in repair.blocks if block.type == "picture"] == [("图1 研讨会现场",)]
    assert {notice.check for notice in document.notices} == {"readings", "tables"}
    (picture,) = found.pictures
    assert picture.points == pytest.approx((85, 56.7), abs=0.5)
    assert picture.pixels == pytest.approx((240, 160), abs=2)
    assert ("dān", "reading beside a character") in reasons(document)


@pytest.mark.slow
def test_two_columns_over_two_pages(made: Path) -> None:
    document = cleaned(made / "columns.pdf")
    assert texts(document) == two_columns()[1]
    header = ("青溪流域合作中心简报", "header of the pages")
    assert reasons(document).count(header) == 1
    assert [one for one in reasons(document) if one[0].startswith("—")] == [
        (f"—{number}—", "footer of the pages") for number in (1, 2)
    ]
    assert [block.look.level for block in document.blocks[2:5]] == [1, 4, 0]


@pytest.mark.slow
def test_our_own_print_comes_back(tmp_path: Path) -> None:
    edition = sample_edition()
    path = tmp_path / "own.pdf"
    path.write_bytes(
        pdf.render(
            view(edition), load_brand("center"), RenderOptions(clock=CLOCK, layout="chinese", draft=False)
        )
    )
    document = cleaned(path)
    found, expected = parse(document).bulletin, edition.bulletin
    assert found.title is not None
    assert expected.title is not None
    assert found.title.endswith(expected.title)
    assert (found.date, found.masthead.name_zh) == (expected.date, expected.masthead.name_zh)
    paragraphs = [text for section in expected.sections for text in section.paragraphs]
    missing = [text for text in paragraphs if text not in texts(document)]
    assert missing == []


def lines_at(*lines: tuple[float, float, float, str]) -> bytes:
    """Return a page with lines of Latin text: x, y from below, size, text."""
    shown = "".join(f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in lines)
    return one_page(shown.encode("latin-1"))


LONG = "The river basin countries will strengthen cooperation and share"
DRAWN: dict[str, tuple[bytes, list[str]]] = {
    "a word parted at the end of a row": (
        lines_at((72, 700, 12, f"{LONG} infor-"), (72, 686, 12, "mation on water quality.")),
        [f"{LONG} information on water quality."],
    ),
    "a compound that stands elsewhere keeps its hyphen": (
        lines_at(
            (72, 700, 12, f"{LONG} long-"),
            (72, 686, 12, "term records."),
            (72, 640, 12, "A long-term record."),
        ),
        [f"{LONG} long-term records.", "A long-term record."],
    ),
    "a name keeps its hyphen": (
        lines_at((72, 700, 12, f"{LONG} the Lancang-"), (72, 686, 12, "Mekong records.")),
        [f"{LONG} the Lancang-Mekong records."],
    ),
    "an indent opens a paragraph": (
        lines_at((96, 700, 12, LONG), (72, 686, 12, f"{LONG} it."), (96, 672, 12, LONG)),
        [f"{LONG} {LONG} it.", LONG],
    ),
    "raised figures": (
        lines_at((72, 700, 12, "An area of 10"), (144.5, 705, 7, "2"), (149, 700, 12, "km")),
        ["An area of 10²km"],
    ),
    "a date at the edge is no page number": (
        lines_at((72, 780, 12, "2024-1-5"), (72, 700, 12, LONG)),
        ["2024-1-5", LONG],
    ),
    "printed twice for weight": (
        lines_at((72, 700, 12, "Bulletin"), (72.2, 700, 12, "Bulletin")),
        ["Bulletin"],
    ),
}


@pytest.mark.parametrize("name", DRAWN)
def test_rows_become_paragraphs(name: str, tmp_path: Path) -> None:
    data, expected = DRAWN[name]
    (tmp_path / "a.pdf").write_bytes(data)
    assert texts(cleaned(tmp_path / "a.pdf")) == expected


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turn: int, tmp_path: Path) -> None:
    matrix = {90: "0 1 -1 0 500 100", 180: "-1 0 0 -1 500 700", 270: "0 -1 1 0 100 700"}[turn]
    content = f"BT /F 12 Tf {matrix} Tm (First line.) Tj 0 -60 Td (Second line.) Tj ET"
    (tmp_path / "a.pdf").write_bytes(one_page(content.encode(), rotate=turn))
    assert texts(cleaned(tmp_path / "a.pdf")) == ["First line.", "Second line."]


def test_a_watermark_is_kept_aside(tmp_path: Path) -> None:
    content = b"BT /F 12 Tf 72 700 Td (The text.) Tj ET BT /F 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj ET"
    (tmp_path / "a.pdf").write_bytes(one_page(content))
    document = cleaned(tmp_path / "a.pdf")
    assert texts(document) == ["The text."]
    assert reasons(document) == [("DRAFT", "text that does not stand upright")]
    assert [notice.check for notice in document.notices] == ["slanted-text"]


def test_a_comment_is_kept_aside(tmp_path: Path) -> None:
    comment = b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents<FEFF4EBA65708BF768385BF9>>>"
    data = one_page(b"BT /F 12 Tf 72 700 Td (The text.) Tj ET", comment, entries=b"/Annots[6 0 R]")
    (tmp_path / "a.pdf").write_bytes(data)
    document = cleaned(tmp_path / "a.pdf")
    assert reasons(document) == [("人数请核对", "comment in the file")]
    assert [notice.check for notice in document.notices] == ["comments"]


def test_text_behind_a_scan_is_read_with_a_notice(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(one_page(b"BT 3 Tr /F 12 Tf 72 700 Td (Recognised.) Tj ET"))
    document = read(tmp_path / "a.pdf")
    assert [notice.check for notice in document.notices] == ["hidden-text"]


def chinese(rows: list[tuple[str, float, list[float]]]) -> Iterator[tuple[str, float, float, float, float]]:
    """Yield the glyphs of rows: text, baseline, and the gap behind each character that is no space, in points."""
    for text, base, gaps in rows:
        x = 72.0
        for character, gap in zip(text, gaps, strict=True):
            width = 0.0 if character == " " else 12.0
            yield character, x, x + width, base, 12.0
            x += width + gap


@pytest.mark.parametrize(
    ("text", "gaps", "expected"),
    [
        ("青 溪 流 域 修 复", [1.0] * 11, "青溪流域修复"),
        ("青溪 流域修复", [0, 0.5, 0.5, 0, 0, 0, 0], "青溪流域修复"),
        ("张三 李四 王五", [0, 1.5, 1.5] * 2 + [0, 0], "张三 李四 王五"),
        ("张三李四王五", [0, 3, 0, 3, 0, 0], "张三 李四 王五"),
        ("青溪流域修复", [2.4] * 6, "青溪流域修复"),
        ("简 报", [18, 18, 0], "简 报"),
        ("共有2024份", [3, 3, 0, 0, 0, 3, 0], "共有2024份"),
    ],
    ids=[
        "everywhere",
        "narrower than a space",
        "names",
        "names without glyphs",
        "spread",
        "wide title",
        "figures",
    ],
)
def test_spaces_that_fill_a_line(text: str, gaps: list[float], expected: str) -> None:
    rows, slanted = rows_of((Glyph(*glyph) for glyph in chinese([(text, 100, gaps)])), 0)
    line = Line(rows[0].text, cuts=rows[0].cuts)
    assert ([line.shown], slanted) == ([expected], []) or " ".join(row.text for row in rows) == expected
