"""Telephone fields with Chinese words. What is refused: words of no table, which the engine translates."""

import pytest

from workflow.constrain import Terms, constrain
from workflow.constrain.telephones import english
from workflow.fill import direct
from workflow.units import Unit

# the hardest first
FIELDS = [
    (
        "010-8226 8811 转 205（周一至周五，上午9:00至12:00）",
        "010-8226 8811 ext. 205 (Mon-Fri, a.m. 9:00-12:00)",
    ),
    ("+86-10-82268242（工作日9:00-17:00）", "+86-10-82268242 (weekdays 9:00-17:00)"),
    ("010-82268811转205、206", "010-82268811 ext. 205, 206"),
    ("010-82200579（兼传真）", "010-82200579 (also fax)"),
    ("+86-10-82268242/8221", "+86-10-82268242/8221"),
    ("010-5550100（张老师）", None),
]


@pytest.mark.parametrize(("field", "said"), FIELDS, ids=[field for field, _ in FIELDS])
def test_telephone_fields(field: str, said: str | None) -> None:
    assert english(field) == said


def test_a_field_of_known_words_is_filled_without_an_engine(terms: Terms) -> None:
    (unit,) = constrain([Unit("a" * 12, "contact/phone", "010-8226 8811 转 205")], terms)
    assert direct(unit, {}).target == "010-8226 8811 ext. 205"


def test_a_field_of_other_words_is_left_to_the_engine(terms: Terms) -> None:
    (unit,) = constrain([Unit("a" * 12, "contact/phone", "010-5550100（请找收发室）")], terms)
    assert direct(unit, {}).target == ""
    assert [c.source for c in unit.constraints] == ["010-5550100"]
