"""A quick look before a pattern never hides what the pattern finds."""

import json
from pathlib import Path

import pytest

from workflow.checks import steps
from workflow.checks.polarity import NOT, denies

PAIRS = Path(__file__).parents[1] / "pairs"
ROWS = [
    json.loads(line)
    for path in sorted(PAIRS.rglob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
DENIALS = (
    "It ISN’T so.",
    "They weren't there.",
    "A NON-profit body.",
    "an unpaved road",
    "He can’t; she CANNOT.",
    "(no)",
    "Neither of them",
    "noon and knots under the union",
    "“Nothing,” he said.",
)


@pytest.mark.parametrize("english", DENIALS)
def test_a_negation_is_seen(english: str) -> None:
    assert denies(english) == (NOT.search(english) is not None)


def test_a_negation_is_seen_in_every_pair() -> None:
    assert [row["en"] for row in ROWS if denies(row["en"]) != (NOT.search(row["en"]) is not None)] == []


@pytest.mark.parametrize("name", ["scales", "contraries"])
def test_a_scale_is_looked_for_wherever_its_chinese_stands(name: str) -> None:
    table = steps._table(name)
    hidden = [
        (row["zh"], chinese.pattern)
        for row in ROWS
        for said in (list(table.said_in(row["zh"])),)
        for scale in table.scales
        if (chinese := scale[0]).search(row["zh"]) and scale not in said
    ]
    assert hidden == []
