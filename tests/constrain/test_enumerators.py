"""Numbers of items and units of columns: neither counts anything by itself."""

import pytest

from workflow.constrain import column_units, enumerators

ITEMS = [
    ("（1）完成调查；（2）召开会议。", ["(1)", "(2)"]),
    ("附件：1.学员名单", ["1."]),
    ("3.Dr. Khin Moe，某部处长；", ["3."]),
    ("见图（2）。", []),
    ("10.5万人参加。", []),
    ("（36个月）", []),
]


@pytest.mark.parametrize(("text", "english"), ITEMS, ids=[text for text, _ in ITEMS])
def test_numbers_of_items(text: str, english: list[str]) -> None:
    assert [c.target for c in enumerators.find(text)] == english


UNITS = [
    ("资金（万元）", ["(RMB 10,000)"]),
    ("投资额（百万美元）", ["(US$1 million)"]),
    ("单位：亿立方米", ["100 million cubic meters"]),
    ("覆盖人口（万人）", ["(10,000 people)"]),
    ("产量（吨）", []),  # nothing to be off by
    ("投入320（万元以上）", []),
]


@pytest.mark.parametrize(("text", "english"), UNITS, ids=[text for text, _ in UNITS])
def test_units_of_columns(text: str, english: list[str]) -> None:
    assert [c.target for c in column_units.find(text)] == english
