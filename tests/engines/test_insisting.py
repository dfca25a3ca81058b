import pytest

from workflow.engines.base import Hypothesis
from workflow.engines.insisting import in_quotes, named_before, plain_answer, ranked


def test_wordings() -> None:
    assert in_quotes("在Nanning会见Zhou Jun。", ["Zhou Jun"]) == "在Nanning会见“Zhou Jun”。"
    assert in_quotes("“Corals”与Zhou Junyi", ["Corals", "Zhou Jun"]) == "“Corals”与Zhou Junyi"
    assert (
        named_before("在Nanning会见Zhou Jun。", ["Zhou Jun", "Nanning"])
        == "Zhou Jun; Nanning\n在Nanning会见Zhou Jun。"
    )


@pytest.mark.parametrize(
    ("answer", "source", "expected"),
    [
        ('Met "Zhou Jun" there.', "会见Zhou Jun。", "Met Zhou Jun there."),
        ("Met “Zhou Jun.”", "会见Zhou Jun。", "Met Zhou Jun."),
        ('"ZHOU JUN," he said.', "Zhou Jun说", "ZHOU JUN, he said."),
        ('The "Zhou Jun" prize', "“Zhou Jun”奖", 'The "Zhou Jun" prize'),
        ('The "Zhou" prize', "Zhou Jun奖", 'The "Zhou" prize'),
        (
            'Zhou Jun of the "Bureau of Water" came.',
            "Bureau of Water的Zhou Jun来了。",
            "Zhou Jun of the Bureau of Water came.",
        ),
        ('Zhou Jun said "yes."', "Zhou Jun说“好”。", 'Zhou Jun said "yes."'),
        ("Zhou Jun\nHe met Zhou Jun.", "会见Zhou Jun。", "He met Zhou Jun."),
        ("Zhou Jun came.", "Zhou Jun来了。", "Zhou Jun came."),
        ("Meeting with Zhou Jun\n\nHe  met Zhou Jun.\n", "会见Zhou Jun。", "He met Zhou Jun."),
    ],
)
def test_answer_loses_what_the_wording_brought_in(answer: str, source: str, expected: str) -> None:
    assert plain_answer(answer, source, ["Zhou Jun"]) == expected


def test_answer_to_an_unworded_question_keeps_all_its_lines() -> None:
    assert plain_answer("First, control.\nSecond, repair.", "一是控制，二是修复。", []) == (
        "First, control. Second, repair."
    )


ECHOES = [
    ("Five; six. The center has worked.", "中心five年来促进six国发展。", "The center has worked."),
    ("five, six: The center has worked.", "中心five年来促进six国发展。", "The center has worked."),
    (
        "Five years on, six countries gained.",
        "中心five年来促进six国发展。",
        "Five years on, six countries gained.",
    ),
    ("Five; six. So it went.", "five；six。如此。", "Five; six. So it went."),
    ("five; six The center has worked.", "中心five年来促进six国发展。", "The center has worked."),
    ("five; six countries gained.", "中心five年来促进six国发展。", "five; six countries gained."),
]


@pytest.mark.parametrize(("answer", "source", "expected"), ECHOES)
def test_answer_loses_the_line_of_wishes_that_it_echoes(answer: str, source: str, expected: str) -> None:
    assert plain_answer(answer, source, ["five", "six"]) == expected


def test_answers_that_keep_most_come_first() -> None:
    found = [
        Hypothesis("no", -0.1),
        Hypothesis("a", -0.5),
        Hypothesis("A and b", -0.9),
        Hypothesis("a", -0.3),
    ]
    assert ranked(found, "a和b", ["a", "b"]) == [
        Hypothesis("A and b", -0.9),
        Hypothesis("a", -0.3),
        Hypothesis("no", -0.1),
    ]


def test_other_english_of_the_source_is_not_given_up_for_it() -> None:
    found = [Hypothesis("Zhou Jun came.", -0.1), Hypothesis("Zhou Jun came to Nanning.", -0.6)]
    assert ranked(found, "Zhou Jun来到Nanning。", ["Zhou Jun"])[0].text == "Zhou Jun came to Nanning."
