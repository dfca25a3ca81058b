"""Words as the alternatives of a pattern: what matches is what the words one by one would match, the longest first."""

import re

import pytest

from workflow.constrain.alternatives import either
from workflow.constrain.measures import MEASURES
from workflow.constrain.person_words import TITLES

CASES = (
    # words, text, what stands there
    (("研究员", "研究", "助理研究员"), "助理研究员和研究员研究水", ["助理研究员", "研究员", "研究"]),
    (("千米", "千瓦时", "千瓦", "米"), "3千瓦时，5千瓦，2千米，1米", ["千瓦时", "千瓦", "千米", "米"]),
    (("m", "m³", "mm", "m³/s"), "5 m³/s, 5 m³, 5 mm, 5 m", ["m³/s", "m³", "mm", "m"]),
    (("a.b", "a+", "a"), "axb a.b a+", ["a", "a.b", "a+"]),
    (("长", "长", "长官"), "长官长", ["长官", "长"]),
)


@pytest.mark.parametrize(("words", "text", "found"), CASES)
def test_the_longest_word_is_found(words: tuple[str, ...], text: str, found: list[str]) -> None:
    assert re.findall(either(words), text) == found


@pytest.mark.parametrize("words", [tuple(TITLES), tuple(MEASURES)], ids=["titles", "measures"])
def test_every_word_is_found_alone_and_before_another(words: tuple[str, ...]) -> None:
    nested = re.compile(either(words))
    plain = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    text = "、".join(words) + "".join(words)
    assert nested.findall(text) == plain.findall(text)


def test_no_word_matches_the_empty_text_alone() -> None:
    assert re.fullmatch(either(()), "")
    assert not re.fullmatch(either(("长",)), "")
