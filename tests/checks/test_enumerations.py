"""Items of a list on both sides: one that is gone is reported, what only looks like a list is not."""

import pytest

from tests.checks.conftest import Findings, Maker

REPORTED = [
    ("小店只卖三样东西：槟榔、豆油和鱼钩。", "The shop sells three things: betel nuts and fish hooks.", "3"),
    ("课程有电焊、理发、烹调和美甲。", "The courses are welding, cooking and manicure.", "4"),
    ("香包里装着艾草、丁香和柚子皮。", "The sachet holds mugwort and pomelo peel.", "3"),
]


@pytest.mark.parametrize(("zh", "en", "count"), REPORTED, ids=[zh for zh, _, _ in REPORTED])
def test_reported(unit: Maker, findings: Findings, zh: str, en: str, count: str) -> None:
    found = [f for f in findings([unit(zh, en)]) if f.check == "items-fewer"]
    assert [dict(f.args)["count"] for f in found] == [count]


def test_what_another_check_names_is_told_once(unit: Maker, findings: Findings) -> None:
    lost = unit("代表来自柬埔寨、老挝和越南。", "Delegates came from Cambodia and Viet Nam.")
    assert {f.check for f in findings([lost])} == {"constraint-lost"}


RIGHT = [
    ("小店只卖三样东西：槟榔、豆油和鱼钩。", "The shop sells three things: betel nuts, soybean oil and fish hooks."),
    ("五、时间安排与联系方式", "V. Schedule and Contact Information"),
    ("水闸于7时、12时和18时开启。", "The sluice opens at 7:00, 12:00 and 18:00."),
    ("黑名单、白名单与“水清单”", 'Blacklist, Whitelist and "Water List"'),
    ("代表来自老挝自然资源与环境部、泰国自然资源与环境部和外交部。", "Delegates came from the Ministry of Natural Resources and Environment of Lao PDR, the Ministry of Natural Resources and Environment of Thailand and the Ministry of Foreign Affairs."),
    ("会议由周军、李霞主持。", "The meeting was chaired by Zhou Jun and Li Xia."),
    ("他们既看雨量、流量，又看水位、水温。", "They look at rain and discharge as well as at the level and temperature of the water."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[zh for zh, _ in RIGHT])
def test_right_english_is_left_alone(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check == "items-fewer"] == []
