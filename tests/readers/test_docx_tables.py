"""Tables of a Word file: which are data, where their cells stand."""

from pathlib import Path

import pytest

from tests.readers.word_made import (
    SENTENCE,
    cell,
    made,
    p,
    table,
    texts,
)
from workflow.clean import clean
from workflow.structure import parse

FIGURES = (("县", "监测站", "达标率"), ("青溪县", "12", "94%"), ("云台县", "8", "—"))


@pytest.mark.parametrize(
    ("body", "columns"),
    [
        pytest.param(table(*FIGURES), 3, id="lines and figures"),
        pytest.param(table(*FIGURES, lines=False), 3, id="figures without lines"),
        pytest.param(table(("姓名", "职务"), ("周明远", "主任")), 2, id="lines without figures"),
        pytest.param(table(("姓名", "职务"), ("周明远", "主任"), lines=False), 0, id="neither"),
        pytest.param(table((p("一段") + p("二段"),), (SENTENCE,)), 0, id="one column"),
        pytest.param(table(("青溪流域合作中心", "简报"), ("2024年第7期", "2024年6月28日")), 0, id="masthead"),
        pytest.param(table(("地址：采莲路8号", "邮编：650000"), ("电话：010-55550148", "传真：010-55550149")), 0, id="contact"),
        pytest.param(table((SENTENCE * 8, SENTENCE), (SENTENCE, SENTENCE)), 0, id="columns of text"),
        pytest.param(table((table(*FIGURES) + p(), "甲"), ("乙", "丙")), 3, id="a data table in one that lays out"),
    ],
)  # fmt: skip
def test_tables(tmp_path: Path, body: str, columns: int) -> None:
    document = clean(made(tmp_path, p(SENTENCE) + body + p(SENTENCE)))
    found = [b for s in parse(document).bulletin.sections for b in s.blocks if b.type == "table"]
    assert [block.columns for block in found] == ([columns] if columns else [])


def test_cells_keep_their_places(tmp_path: Path) -> None:
    wide = cell("2024年", '<w:gridSpan w:val="2"/>')
    below, top = cell("", "<w:vMerge/>"), cell("县", '<w:vMerge w:val="restart"/>')
    body = table(
        ("", "", ""),
        (top, wide),
        (below, "站", "率"),
        (p("青溪县") + p("（城区）"), "12", "94%"),
        ("合计", "12", ""),
    )
    bulletin = parse(clean(made(tmp_path, p(SENTENCE) + body))).bulletin
    (table_,) = (b for s in bulletin.sections for b in s.blocks if b.type == "table")
    assert table_.rows == (
        ("县", "2024年", ""),
        ("", "站", "率"),
        ("青溪县（城区）", "12", "94%"),
        ("合计", "12", ""),
    )
    assert table_.merged == ((0, 2, 1), (1, 1, 2))


def test_cells_merged_in_the_old_way(tmp_path: Path) -> None:
    first, rest = cell("2024年", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>")
    (table_,) = (
        b
        for s in parse(
            clean(made(tmp_path, p(SENTENCE) + table(("县", first, rest), *FIGURES)))
        ).bulletin.sections
        for b in s.blocks
        if b.type == "table"
    )
    assert table_.merged == ((1, 1, 2),)


def test_a_row_struck_out_is_gone(tmp_path: Path) -> None:
    struck = "<w:tr><w:trPr><w:del w:id='1' w:author='Li'/></w:trPr>" + cell("旧县") + cell("7") + "</w:tr>"
    body = table(*FIGURES).replace("</w:tbl>", struck + "</w:tbl>")
    document = made(tmp_path, p(SENTENCE) + body)
    assert "旧县" not in texts(document)
    assert [(one.text, one.reason) for one in document.removed] == [
        ("旧县", "struck out by a tracked change"),
        ("7", "struck out by a tracked change"),
    ]


def test_a_number_alone_in_a_cell_is_no_page_number(tmp_path: Path) -> None:
    body = p("青溪中心简报") + table(("青溪中心简报", "3"), ("青溪中心简报", "5"))
    kept = [block.text for block in clean(made(tmp_path, body)).blocks]
    assert kept == ["青溪中心简报", "青溪中心简报", "3", "青溪中心简报", "5"]
