"""Storms by their official names; everyday words at no storm are none."""

import pytest

from workflow.constrain import storms

CASES = [
    ("台风“山竹”登陆", "“山竹”", "Mangkhut"),  # a fruit
    ("纳尔吉斯气旋过后", "纳尔吉斯", "Nargis"),
    ("第9号台风利奇马", "利奇马", "Lekima"),
    ("强热带风暴“梅花”", "“梅花”", "Muifa"),
    ("“海葵”台风北上", "“海葵”", "Haikui"),
]


@pytest.mark.parametrize(("text", "source", "english"), CASES, ids=[text for text, *_ in CASES])
def test_storms(text: str, source: str, english: str) -> None:
    assert [(c.source, c.target) for c in storms.find(text)] == [(source, english)]


@pytest.mark.parametrize(
    "text", ["种植山竹和百合", "放烟花庆祝", "台风过后，海鸥飞回", "“梅花”奖颁给台风预报员"]
)
def test_everyday_words(text: str) -> None:
    assert list(storms.find(text)) == []
