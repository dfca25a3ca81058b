"""Words of the English that nothing in the Chinese explains, and those that it does."""

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.checks import added

IDS = {check.id for check in added.CHECKS}

REPORTED = [
    ("11人因一氧化碳中毒入院。", "Eleven people died of carbon monoxide poisoning.", "died"),
    ("塌陷区长约40米。", "The collapsed area was about 40 meters long last year.", "last year"),
    ("他带着妻子回到村里。", "He returned to the village with his wife and her husband.", "husband"),
    ("李明致欢迎辞。", "Ms. Li Ming gave the welcoming remarks.", "Ms."),
    ("村里修了两座桥。", "Last month, two bridges were built in the village.", "Last month"),
    ("志愿者清理了河岸。", "Volunteers clear the river bank tonight.", "tonight"),
    (
        "同样一吨污水在4月份的影响是9月份的三倍。",
        "One ton of wastewater has three times as much influence in April as in October.",
        "October",
    ),
    ("下月将举办培训班。", "The training course will be held next week.", "next week"),
    (
        "会议由生态环境部与老挝环境部门共同主办。",
        "The meeting was hosted by the Ministry of Ecology and Environment of Lao PDR and the environmental authorities of Lao PDR.",
        "Ministry of Ecology and Environment of Lao PDR",
    ),
]


@pytest.mark.parametrize(("zh", "en", "words"), REPORTED, ids=[words for _, _, words in REPORTED])
def test_reported(unit: Maker, findings: Findings, zh: str, en: str, words: str) -> None:
    found = [f for f in findings([unit(zh, en)]) if f.check in IDS]
    assert [f.quote for f in found] == [words]


RIGHT = [
    ("6至8月是主汛期。", "The main flood season lasts from June to August."),
    ("培训班于15日开班。", "The training course began on October 15."),
    ("国庆节期间游客增多。", "There are more visitors around the National Day in October."),
    (
        "占婆王国曾雄踞今越南中部，美山圣地是其遗存。",
        "The Champa Kingdom once dominated what is now central Viet Nam; My Son Sanctuary is its remains.",
    ),
    ("否则好种子也会误了农时。", "Otherwise even good seeds will miss the season."),
    ("地震造成三人遇难。", "Three people were killed in the earthquake."),
    ("手机没电了。", "The phone is dead."),
    ("上届冠军再次参赛。", "Last year's champion took part again."),
    ("同比增长8%。", "It grew by 8% from last year."),
    ("夫妇俩在湖边开了一家店。", "The husband and wife opened a shop by the lake."),
    ("周军先生致欢迎辞。", "Mr. Zhou Jun gave the welcoming remarks."),
    ("会议由柬埔寨环境部主办。", "The meeting was hosted by the Ministry of Environment of Cambodia."),
    ("中方首席代表出席会议。", "The chief representative of China attended the meeting."),
    ("母亲河的水质有所改善。", "The water quality of the mother river has improved."),
]


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[zh for zh, _ in RIGHT])
def test_right_english_is_left_alone(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check in IDS] == []
