import pytest

from workflow.constrain import titled
from workflow.units import Constraint, Kind

CASES: list[tuple[str, str, Kind, str, str]] = [
    (
        "Alison Jerkins博士介绍了项目。",
        "Alison Jerkins",
        "verbatim",
        "Alison Jerkins博士",
        "Dr. Alison Jerkins",
    ),
    ("周军先生致辞。", "周军", "person", "周军先生", "Mr. Zhou Jun"),
    ("周军司长致辞。", "周军", "person", "周军", "Zhou Jun"),
    ("COP15博士论坛。", "COP15", "verbatim", "COP15", "COP15"),
]


@pytest.mark.parametrize(("text", "name", "kind", "source", "english"), CASES, ids=[c[0] for c in CASES])
def test_join(text: str, name: str, kind: Kind, source: str, english: str) -> None:
    target = "Zhou Jun" if kind == "person" else name
    (joined,) = titled.join(text, [Constraint(0, len(name), name, (target,), kind)])
    assert (joined.source, joined.target) == (source, english)
    assert text[joined.start : joined.end] == source


def test_a_term_that_was_the_title_gives_way() -> None:
    text = "李明教授发言。"
    found = [
        Constraint(0, 2, "李明", ("Li Ming",), "person"),
        Constraint(2, 4, "教授", ("Professor",), "term"),
    ]
    assert [c.target for c in titled.join(text, found)] == ["Professor Li Ming"]
