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
    ([f"The {LONG} met.", f"The {LONG} closed."], [f"The {LONG} (LMEC) met.", "The LMEC closed."]),
    (
        [f"He thanked the {LONG}.", f"He left the {LONG}."],
        [f"He thanked the {LONG} (LMEC).", "He left LMEC."],
    ),
    ([f"The {LONG} met once."], [f"The {LONG} met once."]),
    ([f"The {LONG} (LMEC) met.", f"{LONG} closed."], [f"The {LONG} (LMEC) met.", "LMEC closed."]),
]


@pytest.mark.parametrize(("targets", "printed"), CASES, ids=["first and later", "article", "once", "marked"])
def test_first_mention_in_full_then_short(targets: list[str], printed: list[str]) -> None:
    assert shown(*(unit(n, t) for n, t in enumerate(targets))) == printed


def test_titles_headings_and_the_about_block_stay_long() -> None:
    slots = ("title", "sections/0/heading", "about/0")
    units = [unit(n, f"The {LONG} grows.", slot) for n, slot in enumerate(slots)]
    body = [unit(8, f"The {LONG} met."), unit(9, f"The {LONG} met again.")]
    assert shown(*units, *body)[:3] == [f"The {LONG} grows."] * 3


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
