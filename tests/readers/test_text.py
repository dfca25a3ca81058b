import pytest

from tests.support import document
from workflow.clean import clean
from workflow.structure import parse

MARKS = [
    ("# 简报", "简报", {"level": 1}),
    ("## 标题 ##", "标题", {"level": 2}),
    ("**周军**  ", "周军  ", {"bold": True}),
    ("**关于：**中心于2017年成立。", "关于：中心于2017年成立。", {"bold": False}),
    ("- 以乡土树种为主；", "以乡土树种为主；", {"list_item": True}),
    ("1. 第一项", "第一项", {"list_item": True}),
    ("> 引文", "引文", {}),
    ("见[网站](http://example.org/a)。", "见网站。", {}),
    (r"电子邮箱：tang\_h@example.org", "电子邮箱：tang_h@example.org", {}),
    ("2022年第1期", "2022年第1期", {"list_item": False, "level": 0}),
]


@pytest.mark.parametrize(("line", "text", "look"), MARKS, ids=[line for line, *_ in MARKS])
def test_markdown_marks_become_looks(line: str, text: str, look: dict[str, object]) -> None:
    block = document("# 有标题的文件\n\n" + line).blocks[1]
    assert block.text == text
    assert {name: getattr(block.look, name) for name in look} == look


def test_a_text_without_marks_is_left_alone() -> None:
    raw = "- 3 -\n1. 会议召开\n"
    assert [b.text for b in document(raw).blocks] == ["- 3 -", "1. 会议召开"]


def test_blank_lines_and_line_numbers_are_counted() -> None:
    blocks = document("\n\n一\r\n\r\n\r\n二\n三").blocks
    assert [(b.text, b.line, b.look.blank_before) for b in blocks] == [
        ("一", 3, 2),
        ("二", 6, 2),
        ("三", 7, 0),
    ]


TABLES = [
    (
        "| 国别 | 城市 |\n| --- | ---: |\n| 老挝 | |\n| 缅甸 | 曼德勒 |",
        ("国别", "城市", "老挝", "", "缅甸", "曼德勒"),
    ),
    ("国别|城市\n---|---\n老挝|**万象**", ("国别", "城市", "老挝", "万象")),
    ("| 国别 | 城市 |\n| 老挝 | 万象 |", None),  # no rule: lines with strokes in them
    ("国别\n---\n老挝|万象", None),
]


@pytest.mark.parametrize(("lines", "cells"), TABLES, ids=[lines for lines, _ in TABLES])
def test_tables_of_markdown(lines: str, cells: tuple[str, ...] | None) -> None:
    made = clean(document(f"# 标题\n\n会议召开了，各方出席。\n\n{lines}\n\n会议结束了。"))
    found = [b.texts for s in parse(made).bulletin.sections for b in s.blocks if b.type == "table"]
    assert found == ([cells] if cells else [])


APART = [
    ("国家\t面积（万公顷）\t人口\n老挝\t1.2\t8.3\n缅甸\t29.8\t100", ("国家", "面积（万公顷）", "人口", "老挝", "1.2", "8.3", "缅甸", "29.8", "100")),
    ("国家\t面积\t人口\n老挝\t\t8.3", ("国家", "面积", "人口", "老挝", "", "8.3")),
    ("国家    面积    人口\n老挝    1.2    8.3\n缅甸    29.8   100", ("国家", "面积", "人口", "老挝", "1.2", "8.3", "缅甸", "29.8", "100")),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "cells"), APART)
def test_cells_apart_by_tabs_or_wide_gaps_are_a_table(rows: str, cells: tuple[str, ...]) -> None:
    made = clean(document(f"标题\n\n会议召开了。\n\n{rows}\n\n注：数据来自各国。\n"))
    (table,) = (b for s in parse(made).bulletin.sections for b in s.blocks if b.type == "table")
    assert table.texts == cells


@pytest.mark.parametrize(
    "lines",
    [
        "主编：李霞\t编辑：周军\t校对：王强\n地址：某市\t邮编：100000\t电话：010-5550",  # labels
        "李  霞    周  军    王  强\n赵  云    钱  江    孙  明\n吴  江    郑  和    冯  远",  # names in justified type
        "国家\t面积\t人口",  # one row
    ],
)
def test_what_is_no_table(lines: str) -> None:
    made = clean(document(f"标题\n\n会议召开了。\n\n{lines}\n"))
    assert all(b.type != "table" for s in parse(made).bulletin.sections for b in s.blocks)
