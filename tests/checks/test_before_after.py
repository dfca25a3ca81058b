"""Before and after at dates and spans of time."""

import pytest

from tests.checks.conftest import Findings, Maker

TURNED = [
    ("2026年6月底前，完成评估。", "The assessment will be completed after the end of June 2026.", "after the end of June 2026"),
    ("三个月后，村里通了水。", "Three months earlier, the village got water.", "Three months earlier"),
    ("十年前，这里是荒地。", "Ten years later, this was wasteland.", "Ten years later"),
    ("试验在浇水半年后开始。", "The trial began six months before it was watered.", "six months before"),
    ("2020年以来，三千人受益。", "By 2020, 3,000 people had benefited.", "By 2020"),
    ("新标准自2026年1月1日起施行。", "The new standard applies until January 1, 2026.", "until January 1, 2026"),
    ("截至5月10日，已修复三座水闸。", "Three sluices have been repaired since May 10.", "since May 10"),
    ("请于5月10日前提交材料。", "Please submit the papers from May 10 on.", "from May 10"),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "words"), TURNED, ids=[words for _, _, words in TURNED])
def test_turned_round(unit: Maker, findings: Findings, zh: str, en: str, words: str) -> None:
    assert [f.quote for f in findings([unit(zh, en)]) if f.check == "time-reversed"] == [words]


RIGHT = [
    ("2026年6月底前，完成评估。", "The assessment will be completed by the end of June 2026."),
    ("三个月后，村里通了水。", "The village got water after three months."),
    ("三年后，他才发现标志是印上去的。", "He bought it for three years before he found that the label was printed."),
    ("三年后才发现标志是印上去的。", "They bought it three years before finding that the label was printed."),
    ("任期届满前八个月起可以报名。", "Applications are open from eight months before the end of the term."),
    ("2026年前三季度，用水量下降。", "Water use fell from the first three quarters of 2026 on."),
    ("代表团5月10日前往金边。", "The delegation left for Phnom Penh after May 10."),
    ("截至5月10日，已修复三座水闸。", "As of May 10, three sluices had been repaired."),
    ("5月10日之后才能种植。", "Planting may not start before May 10."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[en[:24] for _, en in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check == "time-reversed"] == []


@pytest.mark.parametrize(
    ("zh", "en", "words"),
    [
        (
            "2021年，两国在边境举行了演练。",
            "By 2021, the two countries had held a drill on the border.",
            ["By 2021"],
        ),
        ("在2021年，该县发生洪灾。", "By 2021, the county suffered a flood.", ["By 2021"]),
        ("2021年前，该县没有雨量站。", "By 2021, the county had no rain gauge.", []),
        ("到2021年，该县有三座雨量站。", "By 2021, the county had three rain gauges.", []),
        ("力争2030年全覆盖。", "The aim is full coverage by 2030.", []),
        ("2021年，该县发生洪灾。", "In 2021, the county suffered a flood.", []),
    ],
)
def test_in_a_year_is_not_by_it(unit: Maker, findings: Findings, zh: str, en: str, words: list[str]) -> None:
    assert [f.quote for f in findings([unit(zh, en)]) if f.check == "year-made-limit"] == words
