"""Numbers of laws and papers: they name one, and count nothing."""

import pytest

from workflow.constrain import Terms, find

CASES = [
    ("总理签发第149/QD-TTg号决定，批准战略", "第149/QD-TTg号决定", "Decision No. 149/QD-TTg"),
    ("依据第08/2022/ND-CP号议定", "第08/2022/ND-CP号议定", "Decree No. 08/2022/ND-CP"),
    ("第32/GOL号文件", "第32/GOL号", "No. 32/GOL"),
    ("《通知》（国发〔2013〕37号）", "国发〔2013〕37号", "Guo Fa [2013] No. 37"),
    ("印发环办大气〔2020〕33号文件", "〔2020〕33号", None),  # where the body begins is not sure
    ("在15/16号楼", "15/16号", None),
]


@pytest.mark.parametrize(("text", "source", "english"), CASES, ids=[text for text, *_ in CASES])
def test_acts(terms: Terms, text: str, source: str, english: str | None) -> None:
    found = {c.source: c.target for c in find(text, terms)}
    assert found.get(source) == english
