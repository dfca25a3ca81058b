"""He and she of a named person: a guess of the engine unless the bulletin tells which it is."""

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.units import State

REMARKS = ("周军在致辞中感谢了各国代表。", "In his remarks, Zhou Jun thanked the delegates of all countries.")


def quotes(findings: Findings, *units: object) -> list[str]:
    return [f.quote for f in findings(list(units)) if f.check == "sex-guessed"]  # type: ignore[arg-type]  # units


def test_reported(unit: Maker, findings: Findings) -> None:
    assert quotes(findings, unit(*REMARKS)) == ["his"]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("周军先生在致辞中感谢了各国代表。", REMARKS[1]),
        ("周军在致辞中感谢了各国代表，他说合作很好。", REMARKS[1]),
        (REMARKS[0], "In his or her remarks, Zhou Jun thanked the delegates of all countries."),
        (REMARKS[0], "In her/his remarks, Zhou Jun thanked the delegates of all countries."),
        (REMARKS[0], "She or he thanked the delegates: so Zhou Jun in the remarks."),
        ("船长不认得这里的暗礁。", "The captain did not know the reefs here, so he hired a pilot."),
    ],
    ids=["courtesy title", "pronoun", "either", "either with a slash", "either, she first", "nobody named"],
)
def test_left_alone(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert quotes(findings, unit(zh, en)) == []


def test_another_sentence_may_tell(unit: Maker, findings: Findings) -> None:
    told = unit("周军先生出席会议。", "Mr. Zhou Jun attended the meeting.", 1)
    assert quotes(findings, unit(*REMARKS), told) == []


def test_a_human_knows(unit: Maker, findings: Findings) -> None:
    assert quotes(findings, unit(*REMARKS, state=State.REVIEWED, origin="human")) == []
