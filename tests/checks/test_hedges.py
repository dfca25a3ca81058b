"""Figures that are exact in the Chinese and about, nearly or more than that in the English."""

import pytest

from tests.checks.conftest import Findings, Maker

REPORTED = [
    ("水库向300户村民供水。", "The reservoir supplies nearly 300 households.", "nearly 300"),
    ("培训班有48名学员。", "The training course has more than 48 trainees.", "more than 48"),
    (
        "外方代表有52名，增加近四成。",
        "There were nearly 52 foreign delegates, up nearly 40 percent.",
        "nearly 52",
    ),
    ("洪水造成31人死亡、近200人受伤。", "More than 31 people died and nearly 200 were hurt.", "More than 31"),
    ("项目投资2000万元。", "The investment in the project is about RMB 20 million.", "about RMB 20 million"),
]


@pytest.mark.parametrize(("zh", "en", "words"), REPORTED, ids=[words for _, _, words in REPORTED])
def test_reported(unit: Maker, findings: Findings, zh: str, en: str, words: str) -> None:
    assert [f.quote for f in findings([unit(zh, en)]) if f.check == "hedge-added"] == [words]


RIGHT = [
    ("约占流域陆地面积的17.8%。", "This is about 17.8% of the land area of the basin."),
    ("近300户村民受益。", "Nearly 300 households benefited."),
    ("电费不到油费的四分之一。", "Electricity costs less than a quarter of fuel."),
    ("三年间，培训班培养了48人。", "Over three years, the course trained 48 people."),
    ("她每天要为六吨空壳发愁。", "Every day she has to worry about six tons of empty shells."),
    ("中方移交了36台仪器。", "The Chinese side handed over 36 instruments."),
    ("学员们讨论了五项议题。", "The trainees talked about five topics."),
]


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[zh[:8] for zh, _ in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check == "hedge-added"] == []
