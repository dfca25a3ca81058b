import pytest

from workflow.segment.sentences import clauses, split

SPLITS = [
    ("一句。两句！三句？", ["一句。", "两句！", "三句？"]),
    ("他说：“好。”会议结束。", ["他说：“好。”", "会议结束。"]),
    ("提出“早发现。早处置。”的要求。", ["提出“早发现。早处置。”的要求。"]),
    ("见《报告（第一版）。》一文。完。", ["见《报告（第一版）。》一文。", "完。"]),
    ("增长3.5%。达到1,846个。", ["增长3.5%。", "达到1,846个。"]),
    ("合作……未来可期。", ["合作……", "未来可期。"]),
    ("包括电话、邮件……等形式。", ["包括电话、邮件……等形式。"]),
    ("一是对话；二是研究。", ["一是对话；二是研究。"]),
    ("没有句号的标题", ["没有句号的标题"]),
    ("“" + "长" * 90 + "。又一句。”完。", ["“" + "长" * 90 + "。", "又一句。”", "完。"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "sentences"), SPLITS, ids=[t[:12] or "empty" for t, _ in SPLITS])
def test_split(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


CLAUSES = [
    ("一是对话，二是研究；三是建设。", ["一是对话，", "二是研究；", "三是建设。"]),
    ("在“甲，乙”框架下，合作。", ["在“甲，乙”框架下，", "合作。"]),
    ("没有逗号。", ["没有逗号。"]),
]


@pytest.mark.parametrize(("text", "parts"), CLAUSES, ids=[t[:8] for t, _ in CLAUSES])
def test_clauses(text: str, parts: list[str]) -> None:
    assert clauses(text) == parts
    assert "".join(clauses(text)) == text
