"""Headings and items with another number in the English."""

import pytest

from tests.checks.conftest import Findings, Maker

RENUMBERED = [
    ("五、专家点评", "III. Expert Comments", "V."),
    ("（二）主要做法", "(III) Main Practices", "(II)"),
    ("三、经费", "4. Funding", "3."),
    ("六、结语", "Five: Conclusion", "Six:"),
    ("4．监测方法", "5. Monitoring Methods", "4."),
]


@pytest.mark.parametrize(("zh", "en", "fix"), RENUMBERED, ids=[zh for zh, _, _ in RENUMBERED])
def test_renumbered(unit: Maker, findings: Findings, zh: str, en: str, fix: str) -> None:
    made = unit(zh, en, slot="sections/4/heading")
    assert [f.fix for f in findings([made]) if f.check == "heading-number"] == [fix]


RIGHT = [
    ("五、专家点评", "V. Expert Comments"),
    ("五、专家点评", "5. Expert Comments"),
    ("（三）主要做法", "(3) Main Practices"),
    ("一、引言", "Introduction"),
    ("3.5万人受益", "35,000 people benefited"),
    ("二、维生素", "Vitamins"),
]


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[f"{zh} {en}" for zh, en in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    made = unit(zh, en, slot="sections/4/heading")
    assert [f.text for f in findings([made]) if f.check == "heading-number"] == []
