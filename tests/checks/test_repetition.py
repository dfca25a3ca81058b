"""English that says twice what the Chinese says once, and what is rightly said again."""

import pytest

from tests.checks.conftest import Findings, Maker

IDS = {"doubled-word", "said-twice"}

REPORTED = [
    ("doubled-word", "会谈在坦率友好的气氛中举行。", "The talks were friendly and friendly.", "friendly and friendly"),
    ("doubled-word", "停电了。", "There was a power outage, power outage.", "power outage, power outage"),
    ("said-twice", "凌晨4时，救援人员抵达。", "At 4 a.m., rescuers arrived at 4 a.m.", "4 a.m."),
    ("said-twice", "2024年5月28日，周军出席会议。", "On May 28, 2024, Zhou Jun and Zhou Jun attended the meeting.", "Zhou Jun"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "zh", "en", "words"), REPORTED, ids=[en for _, _, en, _ in REPORTED])
def test_reported(unit: Maker, findings: Findings, check: str, zh: str, en: str, words: str) -> None:
    found = [(f.check, f.quote) for f in findings([unit(zh, en)]) if f.check in IDS]
    assert found == [(check, words)]


RIGHT = [
    ("游客越来越多。", "There are more and more visitors."),
    ("河床越挖越低。", "The riverbed is dug deeper and deeper."),
    ("共享雷达回波和隐患点数据。", "They shared radar echo data and data on dangerous sites."),
    (
        "前两年亏了，直到接到第一笔订单。",
        "It lost money for the first two years, until the first order came.",
    ),
    ("周军感谢各方，周军还介绍了进展。", "Zhou Jun thanked all, and Zhou Jun introduced the progress."),
]


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[en for _, en in RIGHT])
def test_right_english_is_left_alone(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check in IDS] == []
