"""A name and what stands right at it are one span; where the Chinese leaves open whose office it is, nothing is joined."""

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
    ("周军副主任致辞。", "周军", "person", "周军副主任", "Deputy Director Zhou Jun"),
    ("周军司长致辞。", "周军", "person", "周军", "Zhou Jun"),
    ("COP15博士论坛。", "COP15", "verbatim", "COP15", "COP15"),
    ("Khin Moe处长：", "Khin Moe", "verbatim", "Khin Moe处长", "Director Khin Moe"),
    ("UNEP主任：", "UNEP", "verbatim", "UNEP", "UNEP"),
]


@pytest.mark.parametrize(("text", "name", "kind", "source", "english"), CASES, ids=[c[0] for c in CASES])
def test_join(text: str, name: str, kind: Kind, source: str, english: str) -> None:
    target = "Zhou Jun" if kind == "person" else name
    (joined,) = titled.join(text, [Constraint(0, len(name), name, (target,), kind)])
    assert (joined.source, joined.target) == (source, english)
    assert text[joined.start : joined.end] == source


def test_a_rank_alone_is_right_in_several_ways() -> None:
    (joined,) = titled.join("周军副主任致辞。", [Constraint(0, 2, "周军", ("Zhou Jun",), "person")])
    assert {"Zhou Jun, Deputy Director-General", "Deputy Director Zhou Jun", "Zhou Jun, Vice Chair"} <= set(
        joined.targets
    )
    assert "Director Zhou Jun" not in joined.targets


@pytest.mark.parametrize(
    ("name", "english", "kind", "joined"),
    [
        ("周军", "Zhou Jun", "person", "Vice Minister Zhou Jun"),
        ("素林·本萨瓦", "Sulin Bensawa", "person", "Deputy Minister Sulin Bensawa"),
        ("Khin Moe", "Khin Moe", "verbatim", "Deputy Minister Khin Moe"),
    ],
)
def test_the_second_man_of_a_ministry_abroad_is_its_deputy(
    name: str, english: str, kind: Kind, joined: str
) -> None:
    start, end = len(name), len(name) + 3
    found = [
        Constraint(0, start, name, (english,), kind),
        Constraint(start, end, "副部长", ("Vice Minister", "Deputy Minister"), "term"),
    ]
    (made,) = titled.join(f"{name}副部长指出", found, {"副部长"})
    assert made.target == joined


def test_a_term_that_was_the_title_gives_way() -> None:
    text = "李明教授发言。"
    found = [
        Constraint(0, 2, "李明", ("Li Ming",), "person"),
        Constraint(2, 4, "教授", ("Professor",), "term"),
    ]
    assert [c.target for c in titled.join(text, found)] == ["Professor Li Ming"]


ENGLISH = {
    "某部合作司司长": "Director-General of X",
    "副厅长": "Deputy Director-General",
    "某部合作司": "X",
    "首席专家": "Chief Expert",
    "教授级高工": "professor-level senior engineer",
    "总干事": "Director-General",
    "秘书长": "Secretary-General",
}
PEOPLE = {"周军": "Zhou Jun", "李霞": "Li Xia", "普利锋": "Pu Lifeng"}
POSITIONS = {"司长", "副厅长", "首席专家", "教授级高工", "总干事", "秘书长"}


def found_in(text: str) -> list[Constraint]:
    """Return the words of the tables that a text has as constraints, the longer first."""
    known: list[tuple[str, str, Kind]] = [
        *((zh, en, "term") for zh, en in ENGLISH.items()),
        *((zh, en, "person") for zh, en in PEOPLE.items()),
    ]
    found: list[Constraint] = []
    for zh, en, kind in sorted(known, key=lambda row: -len(row[0])):
        at = text.find(zh)
        if at >= 0 and not any(c.start <= at < c.end for c in found):
            found.append(Constraint(at, at + len(zh), zh, (en,), kind))
    return sorted(found, key=lambda c: c.start)


TOGETHER = [
    ("某部合作司司长周军致辞。", ["Zhou Jun, Director-General of X"]),
    ("普利锋副厅长表示。", ["Deputy Director-General Pu Lifeng"]),
    ("首席专家/教授级高工李霞发言。", ["Li Xia, Chief Expert and professor-level senior engineer"]),
    ("首席专家/原秘书长李霞发言。", ["Li Xia, Chief Expert and former Secretary-General"]),
    (
        "秘书长、首席专家、教授级高工李霞发言。",
        ["Li Xia, Secretary-General, Chief Expert and professor-level senior engineer"],
    ),
    ("秘书长兼总干事李霞发言。", ["Li Xia, Secretary-General and Director-General"]),
    ("秘书长李霞、总干事周军到会。", ["Li Xia, Secretary-General", "Zhou Jun, Director-General"]),
    # Its body is unknown and stands before it, a body is no office, and 和 may name two persons.
    ("云岭基金会总干事周军发言。", ["Director-General", "Zhou Jun"]),
    ("某部合作司周军致辞。", ["X", "Zhou Jun"]),
    ("秘书长和总干事周军到会。", ["Secretary-General", "Director-General", "Zhou Jun"]),
]


@pytest.mark.parametrize(("text", "english"), TOGETHER, ids=[t for t, _ in TOGETHER])
def test_a_name_and_its_offices_are_one_span(text: str, english: list[str]) -> None:
    made = titled.join(text, found_in(text), POSITIONS)
    assert [c.target for c in made] == english
    assert all(text[c.start : c.end] == c.source for c in made)


def test_a_human_may_part_them() -> None:
    text = "某部合作司司长周军先生致辞。"
    assert [c.source for c in titled.join(text, found_in(text), None)] == ["某部合作司司长", "周军先生"]


@pytest.mark.parametrize(
    ("before", "former"),
    [("原", "former "), ("前", "former "), ("前任", "former "), ("时任", "then "), ("", "")],
)
def test_an_office_no_longer_held_says_so(before: str, former: str) -> None:
    text = f"{before}某部合作司司长周军出席。"
    start = len(before)
    found = [
        Constraint(start, start + 7, "某部合作司司长", ("Director-General of X",), "term"),
        Constraint(start + 7, start + 9, "周军", ("Zhou Jun",), "person"),
    ]
    (joined,) = titled.join(text, found, POSITIONS)
    assert joined.target == f"Zhou Jun, {former}Director-General of X"
    assert joined.source == f"{before}某部合作司司长周军"


@pytest.mark.parametrize(
    ("text", "source", "english"),
    [
        ("李教授介绍", "李教授", "Professor Li"),
        ("据王博士说", "王博士", "Dr. Wang"),
        ("曾教授介绍", "曾教授", "Professor Zeng"),  # read as a surname, not as 曾经
        ("年近六旬的封老师", "封老师", "Teacher Feng"),  # a surname that is no other word
        ("全老师一起参加", None, None),
        ("感谢张女士", None, None),  # 谢张 is no surname with a title, 感谢 no word that leads up
        ("他曾任教授", None, None),
    ],
)
def test_a_surname_with_a_courtesy_title_alone(text: str, source: str | None, english: str | None) -> None:
    found = [(constraint.source, constraint.target) for constraint in titled.surnames_with_title(text)]
    assert found == ([(source, english)] if source else [])
