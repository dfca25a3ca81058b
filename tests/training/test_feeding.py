"""A training source is what a build feeds: the same recognisers, the same lists of people, the same injection."""

from random import Random

import pytest

from training.feeding import Example, Pair, constraints_of, example, some
from workflow.constrain import Terms, constrain
from workflow.constrain.rosters import feed
from workflow.retries import Question
from workflow.units import Unit

SAME = [
    Pair(
        "2024年6月5日，生态环境部在昆明举办研讨会，来自六国的50余名代表参加。",
        "On June 5, 2024, the Ministry of Ecology and Environment held a seminar in Kunming, attended by more than 50 "
        "representatives from the six countries.",
    ),
    Pair("中国投资3亿元，占总额的47.3%。", "China invested RMB 300 million, or 47.3% of the total."),
    Pair("WWF的Lena Fox博士介绍了生物多样性监测。", "Dr. Lena Fox of WWF presented biodiversity monitoring."),
    Pair("周国梅、兰骏和陶敏先后发言。", "Zhou Guomei, Lan Jun and Tao Min spoke in turn."),
    Pair("渡口的猫认得每一条船。", "The ferry cat knows every boat."),
]


@pytest.mark.parametrize("pair", SAME, ids=lambda pair: pair.zh[:8])
def test_source_is_what_a_build_feeds(pair: Pair, terms: Terms) -> None:
    (unit,) = constrain([Unit("000000000000", "text/0", pair.zh)], terms)
    asked = Question(unit, feed(unit.source, unit.constraints))
    assert example(pair, constraints_of(pair, terms, own=True)).src == asked.source


def test_accepted_form_of_the_reference_is_fed(terms: Terms) -> None:
    pair = Pair(
        "6月5日，会场来了50余人，捐款3亿元。",
        "On 5 June, over 50 people came, and 300 million yuan was donated.",
    )
    made = example(pair, constraints_of(pair, terms, own=False))
    assert made.fed == ("5 June", "over 50", "300 million yuan")
    assert made.src == "5 June，会场来了over 50人，捐款300 million yuan。"


@pytest.mark.parametrize(
    ("zh", "en", "fed"),
    [
        ("昆明的湿地恢复了。", "The wetlands of the city have recovered.", ("wetland",)),
        ("参加者有40人。", "There were 50 participants.", ()),
        ("6月5日在昆明开会。", "The meeting was held in Kunming on June 6.", ("Kunming",)),
    ],
)
def test_english_that_the_reference_lacks_is_not_fed(
    zh: str, en: str, fed: tuple[str, ...], terms: Terms
) -> None:
    pair = Pair(zh, en)
    assert example(pair, constraints_of(pair, terms, own=False)).fed == fed


def test_own_terms_of_a_pair_are_fed_on_demand_and_the_house_glossary_stays(terms: Terms) -> None:
    pair = Pair(
        "昆明的漂石滩换了棚顶。", "The shingle bank in Kunming has a new roof.", (("漂石滩", "shingle bank"),)
    )
    fed = {own: example(pair, constraints_of(pair, terms, own=own)).fed for own in (True, False)}
    assert fed == {True: ("Kunming", "shingle bank"), False: ("Kunming",)}


def test_list_of_people_becomes_its_stand_in_on_both_sides(terms: Terms) -> None:
    pair = Pair("周国梅、兰骏和陶敏先后发言。", "Zhou Guomei, Lan Jun and Tao Min spoke in turn.")
    assert example(pair, constraints_of(pair, terms, own=False)) == Example(
        "Ames and Boyd先后发言。", "Ames and Boyd spoke in turn.", ("Ames and Boyd",)
    )


def test_list_of_people_that_the_reference_takes_apart_is_fed_in_full(terms: Terms) -> None:
    pair = Pair("周国梅、兰骏和陶敏先后发言。", "Zhou Guomei spoke first, then Lan Jun and Tao Min.")
    made = example(pair, constraints_of(pair, terms, own=False))
    assert made.src == "Zhou Guomei、Lan Jun和Tao Min先后发言。"
    assert made.tgt == pair.en


def test_about_a_sixth_is_fed_nothing_and_two_thirds_everything(terms: Terms) -> None:
    pair = SAME[0]
    constraints = constraints_of(pair, terms, own=False)
    counts = [len(some(constraints, Random(seed))) for seed in range(400)]
    assert 50 < counts.count(0) < 85
    assert 240 < counts.count(len(constraints)) < 310
