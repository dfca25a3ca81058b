"""One sentence, one term and one short form are one thing throughout a bulletin."""

from dataclasses import replace

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.units import Constraint, State

LONG = "Lancang-Mekong Environmental Cooperation Center"
COMMISSION = "Mekong River Commission"
ENDED = ("会议在昆明结束。", "The meeting ended in Kunming.")

REPORTED = [
    ("inconsistent-target", [ENDED, ("会议在昆明结束。", "The conference closed in Kunming.")], 1, "The conference closed in Kunming.", ENDED[1]),
    ("same-target", [ENDED, ("代表们随后参观了两座污水处理厂。", ENDED[1])], 1, ENDED[1], ""),
    ("inconsistent-term", [("河内多雨。", "Hanoi is rainy."), ("他到河内。", "He came to Hanoi."), ("河内很大。", "Ha Noi is large.")], 2, "Ha Noi", "Hanoi"),
    ("first-mention", [("湄公河委员会参加会议。", "MRC took part in the meeting."), ("湄公河委员会同意。", f"The {COMMISSION} agreed.")], 0, "MRC", f"{COMMISSION} (MRC)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "pairs", "place", "quote", "fix"), REPORTED, ids=[name for name, *_rest in REPORTED]
)
def test_reported(
    unit: Maker,
    findings: Findings,
    name: str,
    pairs: list[tuple[str, str]],
    place: int,
    quote: str,
    fix: str,
) -> None:
    units = [unit(source, target, number) for number, (source, target) in enumerate(pairs)]
    found = [f for f in findings(units) if f.check == name]
    assert [(f.unit, f.quote, f.fix) for f in found] == [(units[place].id, quote, fix)]
    assert quote in units[place].target


OFFICES = [
    ("中国生态环境部副部长周军致辞。", "Zhou Jun, Vice Minister of Ecology and Environment of China, spoke."),
    ("中国水利部副部长李河致辞。", "Li He, Vice Minister of Water Resources of China, spoke."),
    (
        "老挝农业与环境部副部长坎潘·西苏万致辞。",
        "Kanpan Xisuwan, Deputy Minister of Agriculture and Environment of Lao PDR, spoke.",
    ),
]
OWN = {name for name, *_rest in REPORTED}
CLEAN = [
    OFFICES,
    OFFICES[::-1],
    [ENDED, ENDED],
    [ENDED, ("会议在昆明结束。", "The meeting ended in Kunming")],
    [ENDED, ("会议在昆明结束！", ENDED[1])],
    [("会议开始。", "It began."), ("他说完了话。", "It began.")],
    [("俄罗斯很大。", "Russia is large."), ("俄罗斯很冷。", "Russia is cold.")],
    [("湄公河委员会参加会议。", f"The {COMMISSION} (MRC) took part."), ("湄公河委员会同意。", "MRC agreed.")],
    [("MRC即湄公河委员会。", "MRC is a commission."), ("湄公河委员会同意。", f"The {COMMISSION} agreed.")],
    [
        ("湄公河委员会成立。", f"The MRC, in full the {COMMISSION}, was set up."),
        ("湄公河委员会同意。", "MRC agreed."),
    ],
    [("湄公河委员会的专家同意。", "An MRC expert agreed.")],
    [
        ("联合国教科文组织参加会议。", "UNESCO took part in the meeting."),
        ("联合国教科文组织同意。", "UNESCO agreed."),
    ],
]


def test_an_office_otherwise_than_its_country_has_it_is_reported(unit: Maker, findings: Findings) -> None:
    wrong = ("该部副部长也到会。", "The Deputy Minister attended as well.")
    units = [unit(*pair, number) for number, pair in enumerate([*OFFICES[:2], wrong])]
    found = [f for f in findings(units) if f.check == "inconsistent-term"]
    assert [(f.unit, f.quote, f.fix) for f in found] == [(units[2].id, "Deputy Minister", "Vice Minister")]


@pytest.mark.parametrize("pairs", CLEAN, ids=[" / ".join(t for _s, t in pairs) for pairs in CLEAN])
def test_not_reported(unit: Maker, findings: Findings, pairs: list[tuple[str, str]]) -> None:
    units = [unit(source, target, number) for number, (source, target) in enumerate(pairs)]
    assert [f.text for f in findings(units) if f.check in OWN] == []


def test_the_english_of_a_human_is_the_model(unit: Maker, findings: Findings) -> None:
    draft = unit(*ENDED, 0)
    human = unit(ENDED[0], "The conference closed in Kunming.", 1, state=State.REVIEWED)
    found = [f for f in findings([draft, human]) if f.check == "inconsistent-target"]
    assert [(f.unit, f.fix) for f in found] == [(draft.id, human.target)]


def test_what_house_style_made_one_in_print_is_not_reported(unit: Maker, findings: Findings) -> None:
    again = unit(ENDED[0], "The conference closed in Kunming.", 1, shown=ENDED[1])
    assert [f.check for f in findings([unit(*ENDED, 0), again]) if f.check in OWN] == []


@pytest.mark.parametrize("slot", ["title", "sections/0/heading", "contact/organizations/0"])
def test_short_forms_may_stand_first_outside_of_the_body(unit: Maker, findings: Findings, slot: str) -> None:
    head = unit("湄公河委员会年会", "MRC Annual Meeting", 0, slot=slot)
    body = [unit("湄公河委员会同意。", f"The {COMMISSION} agreed.", n) for n in (1, 2)]
    assert [f.check for f in findings([head, *body]) if f.check == "first-mention"] == []


def test_what_is_printed_decides_on_first_mentions(unit: Maker, findings: Findings) -> None:
    source = "澜沧江-湄公河环境合作中心参会。"
    first = unit(source, f"The {LONG} took part.", 0, shown=f"The {LONG} (LMEC) took part.")
    later = unit(source, f"The {LONG} took part.", 1, shown="LMEC took part.")
    assert [f.check for f in findings([first, later]) if f.check == "first-mention"] == []
    found = findings([later, first])
    assert [(f.check, f.unit) for f in found if f.check == "first-mention"] == [("first-mention", later.id)]


def test_a_name_may_be_introduced_with_a_name_of_the_bulletins_own(unit: Maker, findings: Findings) -> None:
    own = unit("该委员会（以下简称湄委会）参加会议。", f"The {COMMISSION} (MRC) took part.", 0)
    whole = Constraint(
        0,
        11,
        "该委员会（以下简称湄委会）",
        (COMMISSION, "MRC"),
        "term",
        kept=True,
        at=(4, 4 + len(COMMISSION)),
    )
    later = [unit("湄公河委员会同意。", "MRC agreed.", n) for n in (1, 2)]
    bulletin = [replace(own, constraints=(whole,)), *later]
    assert [f.check for f in findings(bulletin) if f.check == "first-mention"] == []
