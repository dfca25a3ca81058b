"""The house's conventions: US spelling, English marks, capitals at the start."""

import re
from pathlib import Path

import pytest

from workflow import conventions
from workflow.conventions import (
    US_SPELLING,
    british_words,
    english_marks,
    house_style,
    hyphenated,
    small_initial,
)
from workflow.render.brand import load_brand


@pytest.mark.parametrize(
    "pair",
    "organisation:organization modernising:modernizing analysed:analyzed catalyses:catalyzes behaviour:behavior "
    "neighbourhood:neighborhood colourful:colorful travelling:traveling cancelled:canceled modelling:modeling "
    "channelled:channeled counselling:counseling marshalled:marshaled fulfil:fulfill centre:center metres:meters "
    "programme:program sulphur:sulfur defence:defense judgement:judgment labelling:labeling".split(),
)
def test_british_forms_have_their_us_form(pair: str) -> None:
    british, american = pair.split(":")
    assert US_SPELLING[british] == american


@pytest.mark.parametrize(
    "word",
    "exercise advertise advise arise comprise compromise enterprise expertise franchise improvise likewise merchandise "
    "otherwise precise premise promise raise revise rise supervise surprise wise analyses our four hour tour "
    "glamour dialogue catalogue excelled controlled expelled compelled installed enrolled fulfilled metering".split(),
)
def test_words_that_are_right_in_us_english_are_left(word: str) -> None:
    assert word not in US_SPELLING


def test_no_us_form_is_a_british_one_or_the_same() -> None:
    assert not set(US_SPELLING.values()) & set(US_SPELLING)


WORDS = [
    ("The organisation grew.", (), ["organization"]),
    ("Organisations grew.", (), ["Organizations"]),
    ("THE CENTRE GREW", (), []),
    ("It is the Centre for Water.", (), []),
    ("It is the Grants Programme of Laos.", (), []),
    ("The Centre will open.", (), ["Center"]),
    ("The labour standards grew.", ("labour standards",), []),
    ("The labour standards of labour grew.", ("labour standards",), ["labor"]),
]


@pytest.mark.parametrize(("text", "names", "spellings"), WORDS, ids=[t for t, *_rest in WORDS])
def test_british_words_outside_of_names(text: str, names: tuple[str, ...], spellings: list[str]) -> None:
    found = british_words(text, names)
    assert [after for _start, _end, after in found] == spellings
    assert all(text[start:end].lower() in US_SPELLING for start, end, _after in found)


MARKS = [
    ("It ended，and the 120 left。", "It ended, and the 120 left."),
    ("He said：“Yes。”", "He said: “Yes.”"),
    ("The agency（LMEC）met、and《Plan》was read；fine", 'The agency (LMEC) met, and "Plan" was read; fine'),
    ("４２％ of ＰＭ２.５ at １２：３０", "42% of PM2.5 at 12:30"),
    ("3，000 people", "3,000 people"),
    ("Really？！ Yes！", "Really?! Yes!"),
    ("“Curly” quotes — and dashes … stay.", "“Curly” quotes — and dashes … stay."),
    ("Two  blanks stay where nothing is Chinese.", "Two  blanks stay where nothing is Chinese."),
]


@pytest.mark.parametrize(("text", "english"), MARKS, ids=[t for t, _e in MARKS])
def test_chinese_marks_become_english(text: str, english: str) -> None:
    assert english_marks(text) == english


STARTS = [
    ("会议结束。", "the meeting ended.", 0),
    ("“会议结束。”", '"the meeting ended."', 1),
    ("会议结束。", "The meeting ended.", None),
    ("水的pH值升高。", "pH rose.", None),
    ("电子垃圾增多。", "e-waste grew.", None),
    ("德弗里斯先生发言。", "de Vries spoke.", None),
    ("（四）目标", "(iv) aims", None),
    ("五十人到会。", "50 people came.", None),
    ("www.example.org", "www.example.org", None),
]


@pytest.mark.parametrize(("source", "english", "place"), STARTS, ids=[e for _s, e, _p in STARTS])
def test_a_small_letter_at_the_start(source: str, english: str, place: int | None) -> None:
    assert small_initial(source, english) == place


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (
            "the Lancang/Mekong and the Lancang – Mekong basin",
            "the Lancang-Mekong and the Lancang-Mekong basin",
        ),
        ("Lancang Mekong cooperation", "Lancang-Mekong cooperation"),
        ("The Lancang, Mekong and Red Rivers", "The Lancang, Mekong and Red Rivers"),
        ("Mekong countries", "Mekong countries"),
    ],
)
def test_a_pair_of_names_takes_a_hyphen(text: str, joined: str) -> None:
    assert hyphenated(text) == joined


def test_no_name_of_a_house_stands_in_the_code_of_print_and_style() -> None:
    """What is the publisher's own is data: glossary/ and templates/."""
    assert "LMEC" in house_style().no_article
    package = Path(conventions.__file__).parent
    code = [
        *(package / name for name in ("style.py", "seams.py", "conventions.py")),
        *sorted((package / "render").glob("*.py")),
    ]
    code += sorted((package / "brands").glob("*.py"))
    own = re.compile("LMEC|Lancang|Mekong|澜沧|湄公|澜湄|" + "|".join(load_brand("center").short_forms))
    assert [path.name for path in code if own.search(path.read_text(encoding="utf-8"))] == []
