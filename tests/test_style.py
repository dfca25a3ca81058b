from dataclasses import replace

import pytest

from workflow import style
from workflow.constrain import glossary as glossaries
from workflow.constrain.verify import verify
from workflow.units import Constraint, State, Unit

LONG = "Lancang-Mekong Environmental Cooperation Center"
TERM = Constraint(0, 11, "澜沧江-湄公河环境合作中心", (LONG, "LMEC"), "term")


def unit(number: int, target: str, slot: str = "", state: State = State.DRAFT) -> Unit:
    slot = slot or f"sections/0/paragraphs/{number}/0"
    return Unit(
        f"{number:012}",
        slot,
        TERM.source + "。",
        target,
        state,
        constraints=verify((TERM,), target, TERM.source),
    )


def shown(*units: Unit) -> list[str]:
    glossary = glossaries.load((glossaries.package_glossary(),))
    return [u.printed for u in style.apply(units, glossary)]


CASES = [
    ([f"The {LONG} met.", f"The {LONG} closed."], [f"The {LONG} (LMEC) met.", "LMEC closed."]),
    (
        [f"He thanked the {LONG}.", f"He left the {LONG}."],
        [f"He thanked the {LONG} (LMEC).", "He left LMEC."],
    ),
    ([f"The {LONG} met once."], [f"The {LONG} met once."]),
    ([f"The {LONG} (LMEC) met.", f"{LONG} closed."], [f"The {LONG} (LMEC) met.", "LMEC closed."]),
    ([f"He founded a {LONG}.", f"A {LONG} opened."], [f"He founded a {LONG} (LMEC).", "LMEC opened."]),
    ([f'The "{LONG}" met.', f'The "{LONG}" closed.'], [f'The "{LONG}" (LMEC) met.', "The LMEC closed."]),
    (
        [f"The {LONG} Leaders met.", f"The {LONG} met.", f"The {LONG} Leaders left."],
        [f"The {LONG} Leaders met.", f"The {LONG} (LMEC) met.", "LMEC Leaders left."],
    ),
    (
        [f"The {LONG} met.", f"He left the {LONG} Secretariat."],
        [f"The {LONG} (LMEC) met.", "He left the LMEC Secretariat."],
    ),
]


@pytest.mark.parametrize(
    ("targets", "printed"),
    CASES,
    ids=[
        "first and later",
        "the",
        "once",
        "marked",
        "a",
        "quoted",
        "longer name",
        "an article of what goes on",
    ],
)
def test_first_mention_in_full_then_short(targets: list[str], printed: list[str]) -> None:
    assert shown(*(unit(n, t) for n, t in enumerate(targets))) == printed


def test_titles_headings_and_the_about_block_stay_long() -> None:
    slots = ("title", "sections/0/heading", "about/0")
    units = [unit(n, f"The {LONG} grows.", slot) for n, slot in enumerate(slots)]
    body = [unit(8, f"The {LONG} met."), unit(9, f"The {LONG} met again.")]
    assert shown(*units, *body)[:3] == [f"The {LONG} grows."] * 3


def test_titles_of_the_engine_get_the_capitals_of_a_headline() -> None:
    title = replace(
        unit(0, "meeting on water held in Hanoi", "title"), origin="engine:house", source="会议召开"
    )
    assert shown(title) == ["Meeting on Water Held in Hanoi"]
    assert shown(replace(title, origin="label")) == ["meeting on water held in Hanoi"]


def test_an_office_begins_with_a_capital() -> None:
    office = replace(unit(0, "former Director-General", "sections/0/speaker/office"), origin="parsed")
    assert shown(office) == ["Former Director-General"]


def test_human_text_is_never_restyled() -> None:
    human = unit(1, f"The {LONG} closed.", state=State.REVIEWED)
    assert shown(unit(0, f"The {LONG} met."), human, unit(2, f"The {LONG} left."))[1] == f"The {LONG} closed."


MONTHS = [
    ("It was founded in Beijing on November 2017.", "It was founded in Beijing in November 2017."),
    ("On April last year, it was released.", "In April last year, it was released."),
    ("It was held on late May 2023.", "It was held in late May 2023."),
    ("It was held on May 28, 2024.", "It was held on May 28, 2024."),
    ("It opened on March 5.", "It opened on March 5."),
    ("The Center (LMEC) (LMEC) met.", "The Center (LMEC) met."),
]


@pytest.mark.parametrize(("target", "printed"), MONTHS, ids=[t for t, _ in MONTHS])
def test_rules_mend_what_stands_beside_fed_english(target: str, printed: str) -> None:
    engine = replace(unit(1, target, "about/0"), origin="engine:house")
    assert shown(engine) == [printed]
    assert shown(replace(engine, origin="label")) == [target]


HOUSE = [
    ("it was held in Hanoi.", "It was held in Hanoi."),
    ('"it works," he said.', '"It works," he said.'),
    ("pH rose in the river.", "pH rose in the river."),
    ("The organisation analysed the metres.", "The organization analyzed the meters."),
    ("The Small Grants Programme of Laos ended.", "The Small Grants Programme of Laos ended."),
    ("It ended，and １２0 people left。", "It ended, and 120 people left."),
    ("The Lancang–Mekong countries met.", "The Lancang-Mekong countries met."),
    ("The Lancang - Mekong countries met.", "The Lancang-Mekong countries met."),
    ("The Lancang Mekong countries met.", "The Lancang-Mekong countries met."),
    ("The Lancang/Mekong countries met.", "The Lancang-Mekong countries met."),
    ("The Lancang River and the Mekong met.", "The Lancang River and the Mekong met."),
    ("He said that they met.", "He said that they met."),
]


@pytest.mark.parametrize(("target", "printed"), HOUSE, ids=[t for t, _ in HOUSE])
def test_english_of_the_engine_gets_house_style(target: str, printed: str) -> None:
    engine = replace(unit(1, target), origin="engine:house")
    assert shown(engine) == [printed]
    assert shown(replace(engine, origin="label")) == [target]
    assert shown(replace(engine, state=State.REVIEWED)) == [target]


def test_a_name_that_a_constraint_asks_for_keeps_its_spelling() -> None:
    target = "They visited the labour museum of labour."
    term = Constraint(0, 4, "劳动博物", ("labour museum",), "term")
    engine = replace(unit(1, target), origin="engine:house", constraints=verify((term,), target, "劳动博物"))
    assert shown(engine) == ["They visited the labour museum of labor."]


def test_a_sentence_begins_with_its_short_form_as_it_is_written() -> None:
    engine = [replace(unit(n, f"the {LONG} met."), origin="engine:house") for n in range(2)]
    assert shown(*engine) == [f"The {LONG} (LMEC) met.", "LMEC met."]


def of_engine(number: int, target: str, source: str = "会议结束。", state: State = State.DRAFT) -> Unit:
    made = replace(unit(number, target, state=state), source=source, constraints=())
    return replace(made, origin="engine:house" if state < State.REVIEWED else "human")


REPEATED = [
    ([of_engine(0, "It ended."), of_engine(1, "It closed.")], ["It ended.", "It ended."]),
    (
        [
            of_engine(0, "It ended."),
            of_engine(1, "It closed.", state=State.REVIEWED),
            of_engine(2, "It went."),
        ],
        ["It closed.", "It closed.", "It closed."],
    ),
    ([of_engine(0, "It ended."), of_engine(1, "It closed.", "会议闭幕。")], ["It ended.", "It closed."]),
    (
        [of_engine(0, ""), of_engine(1, "It closed."), of_engine(2, "It went.")],
        ["", "It closed.", "It closed."],
    ),
]


@pytest.mark.parametrize(("units", "printed"), REPEATED, ids=["first", "human", "other source", "empty"])
def test_a_repeated_sentence_has_one_english(units: list[Unit], printed: list[str]) -> None:
    assert shown(*units) == printed


def test_the_target_itself_is_never_touched() -> None:
    units = [of_engine(0, "it ended。"), of_engine(1, "It closed.")]
    glossary = glossaries.load((glossaries.package_glossary(),))
    assert [u.target for u in style.apply(units, glossary)] == ["it ended。", "It closed."]
