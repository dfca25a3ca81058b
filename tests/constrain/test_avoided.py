"""English that the glossary discourages: reported as whole words, not within names or labels."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.constrain.avoided import avoided
from workflow.constrain.glossary import load
from workflow.constrain.matcher import Matcher

Make = Callable[[str], Matcher]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def matcher_of(rows: str) -> Matcher:
        path = tmp_path / "terms.csv"
        path.write_text("zh,en,en_short,kind,status,avoid\n" + rows, encoding="utf-8")
        return Matcher(load([path]))

    return matcher_of


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("The Briefing was sent.", ["Briefing"]),
        ("The BRIEFING was sent.", ["Briefing"]),
        ("The Newsletter was sent after debriefing.", []),
        ("Old words die.", []),
        ("The old word stands.", ["old word"]),
    ],
)
def test_avoided_english(make: Make, english: str, expected: list[str]) -> None:
    matcher = make("简报,Newsletter,,term,,Briefing|Bulletin\n旧词,old word,,,forbidden,\n")
    assert [word for _, word in avoided(english, matcher.entries("简报与旧词"))] == expected


def test_avoided_english_within_the_accepted_form_is_fine(make: Make) -> None:
    entries = make("老挝,Lao PDR,,place,,Laos|Lao\n").entries("老挝")
    assert avoided("Lao PDR took part.", entries) == []
    assert [word for _, word in avoided("Laos took part.", entries)] == ["Laos"]


@pytest.mark.parametrize(
    ("source", "counts"), [("简报", True), ("简报：第3期", True), ("本简报共八页", False)]
)
def test_a_masthead_entry_counts_as_a_label_only(make: Make, source: str, counts: bool) -> None:
    entries = make("简报,Newsletter,,masthead,,Bulletin\n").entries(source)
    assert bool(avoided("The Bulletin has eight pages.", entries)) is counts


@pytest.mark.parametrize(
    ("english", "reported"),
    [
        ("Vietnam took part.", True),
        ("Experts of Vietnam and of the Vietnam Academy of Forestry came.", True),
        ("Experts of the Vietnam Academy of Forestry came.", False),
        ("The Laos-Vietnam Railway was built.", False),
        ("Sunlight Energy (Vietnam) Co., Ltd. took part.", False),
        ("The Library of Vietnam received books.", False),
    ],
)
def test_a_country_within_a_name_is_not_discouraged(make: Make, english: str, reported: bool) -> None:
    entries = make("越南,Viet Nam,,place,,Vietnam\n").entries("越南")
    assert bool(avoided(english, entries)) is reported


def test_what_is_the_english_of_another_entry_is_not_discouraged(make: Make) -> None:
    matcher = make(
        "生态环境部,Ministry of Ecology,,,,Ministry of Environment\n环境部,Ministry of Environment,,,,\n"
    )
    assert avoided("The Ministry of Environment came.", matcher.entries("生态环境部与环境部")) == []
