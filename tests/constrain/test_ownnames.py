from workflow.constrain import Terms, constrain, find
from workflow.constrain.inject import inject
from workflow.units import Unit

NAME, ENGLISH = "澄岭江流域环境合作中心", "Chengling River Basin Environmental Cooperation Center"


def test_the_masthead_names_the_publisher_everywhere(terms: Terms) -> None:
    known = terms.with_names({NAME: ENGLISH})
    assert [c.target for c in find(f"会议由{NAME}主办。", known)] == [ENGLISH]
    (office,) = find(f"{NAME}主任", known)
    assert office.target == f"Director-General, {ENGLISH}"


def test_the_glossary_comes_before_the_masthead(terms: Terms) -> None:
    known = terms.with_names({"世界自然基金会": "World Nature Fund"})
    assert [c.target for c in find("世界自然基金会参加会议。", known)] == ["World Wide Fund for Nature"]


ALIASES = [
    # a common word at the end of another name is that name's
    ("北岭化学品管理中心参会。", "北岭化学品管理中心参会。"),
    ("活动由中心主办。", f"活动由{ENGLISH}主办。"),
    ("改造中心城区。", "改造中心城区。"),
]


def test_a_short_form_that_is_a_common_word(terms: Terms) -> None:
    opening = f"会议由{NAME}/水利部（以下简称“中心”）主办。"  # the first of two names that has its characters
    sources = (opening, *(text for text, _ in ALIASES))
    units = [Unit(f"{n:012}", f"sections/0/paragraphs/{n}/0", s) for n, s in enumerate(sources)]
    fed = [inject(u.source, u.constraints) for u in constrain(units, terms.with_names({NAME: ENGLISH}))]
    assert fed[1:] == [english for _, english in ALIASES]


def test_a_short_form_is_learnt_from_the_name_before_it(terms: Terms) -> None:
    sources = (
        f"会议由{NAME}（以下简称“澄岭江中心”）主办。",
        "澄岭江中心会同各县完成改造。",
        "某学会（简称学会）协办。",
    )
    units = [Unit(f"{n:012}", f"sections/0/paragraphs/{n}/0", s) for n, s in enumerate(sources)]
    fed = [inject(u.source, u.constraints) for u in constrain(units, terms.with_names({NAME: ENGLISH}))]
    assert fed == [f"会议由{ENGLISH}主办。", f"{ENGLISH}会同各县完成改造。", "某学会（简称学会）协办。"]
