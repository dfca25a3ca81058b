"""Where English words may be divided: only in words of small letters."""

import pytest

from workflow.render.hyphens import SOFT_HYPHEN, divisible


@pytest.mark.parametrize(
    ("text", "divided"),
    [
        ("Sengchadala said", "Sengchadala said"),
        ("the Lancang-Mekong countries", "the Lancang-Mekong coun|tries"),
        ("cross-border cooperation", "cross-border coop|er|a|tion"),
        ("Environmental protection", "Environmental pro|tec|tion"),
        ("the environment’s carrying capacity", "the environment’s car|ry|ing capac|ity"),
        ("the PM2.5 concentration", "the PM2.5 con|cen|tra|tion"),
        ("over the rivers", "over the rivers"),
        ("at press@institute.example, and", "at press@institute.example, and"),
        ("in the institution.", "in the insti|tu|tion."),
        ("www.environment.example", "www.environment.example"),
        ("", ""),
    ],
)
def test_words_of_small_letters_are_divisible(text: str, divided: str) -> None:
    assert divisible(text).replace(SOFT_HYPHEN, "|") == divided


def test_the_last_word_of_a_paragraph_is_not_divided() -> None:
    text = "the institutions of environmental cooperation."
    shown = divisible(text, closes=True).replace(SOFT_HYPHEN, "|")
    assert shown == "the insti|tu|tions of envi|ron|men|tal cooperation."
