"""Nothing of a source is lost: its text is the blocks' spans, what was removed, and white space."""

import re
from pathlib import Path

import pytest

from tests.readers.pdf_made import one_page
from tests.support import SAMPLES, document
from workflow.bulletin import Document
from workflow.clean import clean
from workflow.readers import read
from workflow.structure import parse
from workflow.structure.patterns import number


def check_lossless(made: Document) -> None:
    covered = bytearray(len(made.raw))
    for block in made.blocks:
        assert "".join(made.raw[a:b] for a, b in block.spans) == block.raw
        assert block.replayed() == block.text
        for a, b in block.spans:
            assert not any(covered[a:b]), "a place stands in two blocks"
            covered[a:b] = b"\1" * (b - a)
    for removed in made.removed:
        assert "".join(made.raw[a:b] for a, b in removed.spans) == removed.text
        assert removed.reason
        for a, b in removed.spans:
            assert not any(covered[a:b]), "a place is both kept and removed"
            covered[a:b] = b"\1" * (b - a)
    rest = [c for c, seen in zip(made.raw, covered, strict=True) if not seen]
    assert not "".join(rest).strip(), "text that is neither kept nor removed"


# Words of a line of issue, date or series that the fields say by being what they are.
UNDERSTOOD = re.compile(
    r"(?:星期|周)[一二三四五六日天]|(?:发布|出版|印发)?(?:日期|时间)|年度|总(?=第)|[年月日刊第期号时分]|(?:主办|编印|编制|编)(?=\s|\d|$)"
)
PIECE = re.compile(r"\d+|[〇○零一二三四五六七八九十百]+|[\u4e00-\u9fff]+")
FRONT = ("issue", "date", "masthead/series")


def check_placed(made: Document) -> None:
    parsed = parse(made)
    assert {index for index, _slot in parsed.places} == set(range(len(made.blocks)))
    b, settings = parsed.bulletin, dict(made.settings)
    removed = "".join(one.text for one in (*made.removed, *parsed.removed))
    said = re.sub(r"\s", "", f"{b.masthead}{removed}")
    figures = {*re.findall(r"\d+", removed), *re.findall(r"\d+", b.date or "")}
    figures |= {str(b.issue.year), str(b.issue.number)} if b.issue else set()
    figures = {figure.lstrip("0") or "0" for figure in figures}
    for index, slot in parsed.places:
        if slot in FRONT and not settings.keys() & {"issue", "date"}:
            for piece in PIECE.findall(UNDERSTOOD.sub(" ", made.blocks[index].text)):
                known = piece in said or (len(piece) < 9 and str(_number(piece)) in figures)
                assert known, f"{piece} of {slot} is neither in a field nor removed"


def _number(text: str) -> int | None:
    try:
        return number(text)
    except (ValueError, IndexError):
        return None


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_samples_lose_nothing(path: Path) -> None:
    made = clean(read(path))
    check_lossless(made)
    check_placed(made)


def test_real_bulletins_lose_nothing(shared: Path) -> None:
    paths = sorted((shared / "bulletins").glob("*.txt"))
    assert len(paths) == 5
    for path in paths:
        made = clean(read(path))
        check_lossless(made)
        check_placed(made)


@pytest.mark.parametrize(
    "raw",
    [
        "第一行。\r\n\r\n第二行。\r第三行。",
        "\ufeff标题\n\n\n\n正文一句。\u200b隐藏\u00a0空格。\n— 3 —\n",
        "# 标题 #\n\n**张三**  \n某中心主任\n\n* 一项\n* 二项\n\n---\n[链接](http://example.org)末尾。",
        "# 标题\n\n|国别 | 城市|\n| --- | :-: |\n| 老挝 |  |\n| **缅甸** | 曼\\|德 | \n\n见下|图。\n",
        "\n\n\n",
        "甲" * 300,
    ],
    ids=["line ends", "invisible", "markdown", "a table of markdown", "blank", "one long line"],
)
def test_odd_texts_lose_nothing(raw: str) -> None:
    made = clean(document(raw))
    check_lossless(made)
    check_placed(made)


def test_a_pdf_loses_nothing(tmp_path: Path) -> None:
    content = b"BT /F 12 Tf 72 760 Td (Header, page 1) Tj 0 -60 Td (A long row about long-) Tj 0 -14 Td (term records.) Tj ET "
    content += b"BT /F 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj ET BT /F 9 Tf 290 40 Td (- 1 -) Tj ET"
    (tmp_path / "a.pdf").write_bytes(one_page(content))
    made = read(tmp_path / "a.pdf")
    check_lossless(made)
    cleaned = clean(made)
    check_lossless(cleaned)
    check_placed(cleaned)
    words = " ".join([*(block.raw for block in cleaned.blocks), *(one.text for one in cleaned.removed)])
    assert [word for word in ("Header", "long-", "term", "DRAFT", "- 1 -") if word not in words] == []
