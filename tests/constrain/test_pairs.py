import pytest

from workflow.constrain import pairs

FOUND = [
    (
        "近期，中越、中泰、中柬领导人举行会晤。",
        ["China and Viet Nam", "China and Thailand", "China and Cambodia"],
    ),
    ("推动中老两国关系发展。", ["China and Lao PDR"]),
    ("在发展中日益重要，其中日方参与。", []),
    ("中美关系稳定。", ["China and the United States"]),
    ("其中越来越多的企业参与。", []),
    ("中美洲国家和中老年人。", []),
    ("集中日常管理。", []),
    ("老中双方、缅中友谊。", ["Lao PDR and China", "Myanmar and China"]),
    ("中老缅泰四国联合巡逻。", ["China, Lao PDR, Myanmar and Thailand"]),
    ("柬老越三国参与。", ["Cambodia, Lao PDR and Viet Nam"]),
    ("中泰铁路、中缅油气管道。", ["China-Thailand", "China-Myanmar"]),
    ("老越缅代表。", ["Lao PDR, Viet Nam and Myanmar"]),
    ("老中医和长老双方。", []),
    ("当中越两国。", []),
    ("召开中柬“无废城市”交流会。", ["China and Cambodia"]),
    ("“中柬旅游年”开幕。", ["China and Cambodia"]),
    ("中国—老挝命运共同体、老挝-越南边境。", ["China-Lao PDR", "Lao PDR-Viet Nam"]),
    ("中国—中亚峰会。", []),
    ("中法环境月开幕。", ["China and France"]),
]


@pytest.mark.parametrize(("text", "english"), FOUND, ids=[t for t, _ in FOUND])
def test_pairs(text: str, english: list[str]) -> None:
    found = list(pairs.find(text))
    assert [c.target for c in found] == english
    assert all(text[c.start : c.end] == c.source for c in found)
