"""Bounds that are turned round at their figure."""

import pytest

from tests.checks.conftest import Findings, Maker

TURNED = [
    ("出水总磷不高于0.5毫克/升，悬浮物不超过5毫克/升。", "Total phosphorus in the effluent is no less than 0.5 milligrams per liter and suspended solids no more than 5 milligrams per liter.", "no less than 0.5 milligrams per liter"),
    ("水质优良断面比例不低于80%。", "The share of sections with good water quality is no more than 80%.", "no more than 80%"),
    ("不到半年，鱼就回来了。", "After more than six months, the fish came back.", "more than six months"),
    ("参会代表30人以上。", "No more than 30 delegates attended.", "No more than 30"),
    ("治理后，出水浊度低于3度。", "After treatment, the turbidity is no less than 3 units.", "no less than 3"),
    ("水库蓄水量没有超过40%。", "The reservoir was more than 40% full.", "more than 40%"),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "words"), TURNED, ids=[words for _, _, words in TURNED])
def test_turned_round(unit: Maker, findings: Findings, zh: str, en: str, words: str) -> None:
    assert [f.quote for f in findings([unit(zh, en)]) if f.check == "bound-reversed"] == [words]


RIGHT = [
    ("总磷不高于0.5毫克/升。", "Total phosphorus does not exceed 0.5 milligrams per liter."),
    ("夏季室温不得低于26℃，冬季不得高于20℃。", "Rooms shall not be set below 26°C in summer or above 20°C in winter."),
    ("森林覆盖率由不足60%提高到60%以上。", "Forest cover rose from less than 60% to more than 60%."),
    ("增速也可能无法超过2.7%。", "Growth will likely be no more than 2.7%."),
    ("因竞标者未满三家，招标未成。", "The tender failed for lack of three or more bidders."),
    ("三年内，全县修建了40座沼气池。", "Over three years, the county built 40 biogas digesters."),
    ("水库淹没超过30公顷农田。", "The reservoir flooded more than 30 hectares of farmland."),
    ("十二年来，水位从未超过40米。", "In twelve years, the water has never stood above 40 meters."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[zh[:8] for zh, _ in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check == "bound-reversed"] == []


# Where the words of the bound are in the figure's own constraint, constraint-lost tells it.
LOST = [
    ("bound-lost", "超过300人参加了活动。", "Some 300 people took part in the event.", "超过300"),
    ("bound-lost", "旅客总数突破5万人次。", "Passengers came to 50,000.", "突破5万"),
    ("bound-lost", "至少有12个村停电。", "12 villages had a blackout.", "至少有12"),
    ("constraint-lost", "水库蓄水量不足40%。", "The reservoir is 40% full.", "不足40%"),
    ("constraint-lost", "参会代表30人以上。", "30 delegates attended.", "30人以上"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "zh", "en", "words"), LOST, ids=[words for *_, words in LOST])
def test_lost(unit: Maker, findings: Findings, check: str, zh: str, en: str, words: str) -> None:
    found = [f for f in findings([unit(zh, en)]) if f.check in ("bound-lost", "constraint-lost")]
    assert [f.check for f in found] == [check]
    assert any(words.startswith(value) for _key, value in found[0].args)


SAID = [
    ("超过300人参加了活动。", "The event drew over 300 people."),
    ("播放量突破八万。", "The clip passed 80,000 views."),
    ("她被罚三年内不得参赛。", "She was barred from the race for three years."),
    ("水库蓄水量不足40%。", "The reservoir is not even 40% full."),
    ("室温不得低于18℃。", "Rooms shall be kept at 18°C or warmer, and never below."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), SAID, ids=[zh for zh, _ in SAID])
def test_a_bound_that_is_said(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check == "bound-lost"] == []
