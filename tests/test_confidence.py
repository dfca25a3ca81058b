"""Confidence: what raises it and what lowers it."""

from dataclasses import replace

import pytest

from workflow.confidence import rate
from workflow.findings import Finding, Severity
from workflow.units import Constraint, State, Unit

UNIT = Unit(
    "0" * 12,
    "sections/0/paragraphs/0/0",
    "来自六个国家的代表在会上介绍了本国的跨境水质监测工作情况。",
    "Representatives of six countries presented their monitoring of transboundary water quality.",
    State.DRAFT,
    "engine:house",
    score=-0.4,
)
TERM = Constraint(16, 22, "跨境水质监测", ("monitoring of transboundary water quality",), "term", kept=True)
ERROR = Finding("omission", Severity.ERROR, "missing", UNIT.id)
NOTE = Finding("unsure", Severity.NOTE, "unsure", UNIT.id)
QUERY = Finding("source.doubled-word", Severity.ERROR, "doubled", UNIT.id, "source")
ELSEWHERE = Finding("omission", Severity.ERROR, "missing", "f" * 12)


def sure(unit: Unit, *findings: Finding) -> float:
    (rated,) = rate([unit], findings)
    assert rated.confidence is not None
    return rated.confidence


LESS_SURE = [
    ("a lower score of the engine", replace(UNIT, score=-0.8), ()),
    ("an error found", UNIT, (ERROR,)),
    ("a shorter source", replace(UNIT, source=UNIT.source[-8:]), ()),
]


@pytest.mark.parametrize(("unit", "findings"), [c[1:] for c in LESS_SURE], ids=[c[0] for c in LESS_SURE])
def test_what_lowers_it(unit: Unit, findings: tuple[Finding, ...]) -> None:
    assert sure(unit, *findings) < sure(UNIT)


def test_known_english_raises_it() -> None:
    assert sure(replace(UNIT, constraints=(TERM,))) > sure(UNIT)


@pytest.mark.parametrize("finding", [NOTE, QUERY, ELSEWHERE], ids=["a note", "a query", "elsewhere"])
def test_what_does_not_count(finding: Finding) -> None:
    assert sure(UNIT, finding) == sure(UNIT)


def test_it_stays_between_nothing_and_certainty() -> None:
    whole = Constraint(0, len(UNIT.source) * 20, UNIT.source * 20, ("known",), "term", kept=True)
    assert sure(replace(UNIT, score=-0.0, source=UNIT.source * 20, constraints=(whole,))) == 1.0
    assert sure(replace(UNIT, score=-0.0)) < 1.0
    assert 0 <= sure(replace(UNIT, score=-9.0)) < 0.01


@pytest.mark.parametrize("origin", ["label", "parsed", "human", "memory"])
def test_what_no_engine_wrote_keeps_its_own(origin: str) -> None:
    (rated,) = rate([replace(UNIT, origin=origin, confidence=None)], ())
    assert rated.confidence is None
