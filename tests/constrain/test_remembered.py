"""A person's office that is said alone has the English that it has where the person is introduced."""

import pytest

from workflow.constrain import Terms, constrain
from workflow.units import State, Unit

INTRODUCED = (
    "生态环境部国际合作司副司长李霞、澜沧江-湄公河环境合作中心副主任周军和昆明市水务局副局长王强出席。"
)
LATER = [
    ("副主任周军指出，合作很好。", "副主任周军", "Deputy Director-General Zhou Jun"),
    ("周军副主任指出，合作很好。", "周军副主任", "Deputy Director-General Zhou Jun"),
    ("会上，副主任周军作了介绍。", "副主任周军", "Deputy Director-General Zhou Jun"),
    ("王强副局长说，合作很好。", "王强副局长", "Deputy Director Wang Qiang"),
]


def constrained(terms: Terms, *texts: str, state: State = State.EMPTY) -> list[list[tuple[str, str]]]:
    units = [
        Unit(f"{at:012}", f"sections/0/paragraphs/0/{at}", text, state=state) for at, text in enumerate(texts)
    ]
    return [[(c.source, c.target) for c in unit.constraints] for unit in constrain(units, terms)]


@pytest.mark.parametrize(("text", "source", "english"), LATER, ids=[source for _, source, _ in LATER])
def test_an_office_said_alone(terms: Terms, text: str, source: str, english: str) -> None:
    assert (source, english) in constrained(terms, INTRODUCED, text)[1]


def test_another_body_before_it_is_another_office(terms: Terms) -> None:
    found = constrained(terms, INTRODUCED, "北岭基金会副主任周军说，合作很好。")[1]
    assert "副主任周军" not in [source for source, _ in found]


def test_two_offices_of_one_rank_tell_nothing(terms: Terms) -> None:
    other = "云南省水利厅副主任周军出席。"
    found = constrained(terms, INTRODUCED, other, "副主任周军指出，合作很好。")[2]
    assert ("副主任周军", "Deputy Director-General Zhou Jun") not in found


def test_a_human_has_chosen_his_words(terms: Terms) -> None:
    found = constrained(terms, INTRODUCED, "副主任周军指出，合作很好。", state=State.REVIEWED)[1]
    assert found == [("周军", "Zhou Jun")]
