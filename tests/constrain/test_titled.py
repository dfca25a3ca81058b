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


TOGETHER = [
    ("某部合作司司长周军致辞。", "某部合作司司长", "周军", "Zhou Jun, Director-General of X"),
    ("普利锋副厅长表示。", "副厅长", "普利锋", "Deputy Director-General Pu Lifeng"),
    ("某部合作司周军致辞。", "某部合作司", "周军", ""),
]


@pytest.mark.parametrize(("text", "office", "name", "english"), TOGETHER, ids=[t[0] for t in TOGETHER])
def test_a_name_and_its_office_are_one_span(text: str, office: str, name: str, english: str) -> None:
    targets = {
        "某部合作司司长": "Director-General of X",
        "副厅长": "Deputy Director-General",
        "某部合作司": "X",
    }
    people = {"周军": "Zhou Jun", "普利锋": "Pu Lifeng"}
    at, who = text.index(office), text.index(name)
    found = [
        Constraint(at, at + len(office), office, (targets[office],), "term"),
        Constraint(who, who + len(name), name, (people[name],), "person"),
    ]
    made = titled.join(text, sorted(found, key=lambda c: c.start), {"司长", "副厅长"})
    assert (made[0].target if len(made) == 1 else "") == english
    if english:
        assert made[0].kind == "person"
        assert text[made[0].start : made[0].end] == made[0].source


def test_an_office_that_another_one_leads_to_stays_apart() -> None:
    text = "首席专家/教授级高工李霞发言。"
    found = [
        Constraint(0, 4, "首席专家", ("Chief Expert",), "term"),
        Constraint(5, 10, "教授级高工", ("professor-level senior engineer",), "term"),
        Constraint(10, 12, "李霞", ("Li Xia",), "person"),
    ]
    made = titled.join(text, found, {"首席专家", "教授级高工"})
    assert [c.target for c in made] == ["Chief Expert", "professor-level senior engineer", "Li Xia"]
