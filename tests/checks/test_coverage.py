"""What the English leaves out: a clause, an item of a list, the rest of a sentence; and what only reads otherwise."""

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.checks import coverage
from workflow.checks.coverage import Stretch, heaviest
from workflow.checks.words import LEXICON, stem, stems, words

IDS = {check.id for check in coverage.CHECKS}

REPORTED = [
    (
        "omission",
        "专家组考察了三座污水处理厂，并与当地农民讨论了灌溉用水的价格。",
        "The expert group visited three sewage treatment plants.",
        "灌溉",
    ),
    (
        "omission",
        "志愿者清理了河岸的塑料垃圾，还向学校的学生介绍了湿地的候鸟和鱼类。",
        "Volunteers cleared plastic waste from the riverbank and",
        "湿地",
    ),
    (
        "omission",
        "由于气候变化，暴雨和洪水越来越多，保险公司提高了农业保险的价格。",
        "Owing to climate change, insurance companies have raised prices.",
        "洪水",
    ),
    (
        "list-item",
        "数据来自雷达、卫星、水文站、村民的报告。",
        "The data come from radars, hydrological stations and reports.",
        "卫星",
    ),
    (
        "list-item",
        "他们参观了农场、博物馆、医院和学校。",
        "They visited a farm, a hospital and a school.",
        "博物馆",
    ),
]


@pytest.mark.parametrize(("check", "zh", "en", "words"), REPORTED, ids=[w for _, _, _, w in REPORTED])
def test_reported(unit: Maker, findings: Findings, check: str, zh: str, en: str, words: str) -> None:
    found = [f for f in findings([unit(zh, en)]) if f.check == check]
    assert len(found) == 1
    assert words in dict(found[0].args)["zh"]
    assert found[0].confidence < 1


def test_a_suggested_term_is_missed(unit: Maker, findings: Findings) -> None:
    pair = unit("会上介绍了基于自然的解决方案。", "Ways of this kind were presented at the meeting.")
    found = [f for f in findings([pair]) if f.check in ("term-missing", "constraint-lost")]
    assert any("自然" in dict(f.args)["zh"] for f in found)


RIGHT = [
    (
        "专家组考察了三座污水处理厂，并与当地农民讨论了灌溉用水的价格。",
        "The expert group visited three sewage treatment plants and discussed irrigation prices with local farmers.",
    ),
    (
        "数据来自雷达、卫星、水文站、村民的报告。",
        "The data come from radars, satellites, hydrological stations and reports by villagers.",
    ),
    (
        "绿、黄、橙、红四种颜色对应当天的空气质量。",
        "Green, yellow, orange or red stands for the air quality of the day.",
    ),
    (
        "保险公司、医院、农业学校的代表都发了言。",
        "Delegates from insurers, clinics and from colleges of agronomy all took the floor and spoke at length.",
    ),
    ("众人拾柴火焰高。", "Many hands make light work."),
    ("功夫不负有心人。", "Hard work pays off."),
]


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[zh[:8] for zh, _ in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check in IDS] == []


def test_an_empty_unit_is_not_said_to_lack_words(unit: Maker, findings: Findings) -> None:
    empty = unit("专家组考察了三座污水处理厂，并讨论了灌溉用水的价格。", "")
    assert [f for f in findings([empty]) if f.check in IDS] == []


RUNS = [
    ([], None),
    ([-1.0, -2.0], None),
    ([2.0, -1.0, 3.0], (0, 3, 4.0)),
    ([2.0, -3.0, 3.0], (2, 3, 3.0)),
    ([-1.0, 2.0, 2.0, -5.0, 1.0], (1, 3, 4.0)),
]


@pytest.mark.parametrize(("weights", "expected"), RUNS)
def test_heaviest_run(weights: list[float], expected: tuple[int, int, float] | None) -> None:
    found = heaviest([Stretch(n, n + 1, weight) for n, weight in enumerate(weights)])
    assert (found and (found.start, found.end, found.evidence)) == expected


STEMS = [
    ("protect", "protected"),
    ("plan", "planning"),
    ("city", "cities"),
    ("reduce", "reducing"),
    ("farm", "farms"),
]


@pytest.mark.parametrize(("one", "other"), STEMS)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_function_words_have_no_stem() -> None:
    assert stems("It was one of the rivers") == {stem("river")}


def test_known_words_do_not_overlap() -> None:
    found = words("联合国环境规划署支持生物多样性保护和污水处理")
    ends = [start + len(word.zh) for start, word in found]
    assert len(found) > 3
    assert all(end <= start for end, (start, _word) in zip(ends, found[1:], strict=False))


def test_the_word_list_is_sound() -> None:
    rows = [line.split("\t") for line in LEXICON.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert LEXICON.stat().st_size < 150_000
    assert all(2 <= len(zh) <= 4 and float(cost) > 1 and english for zh, cost, english in rows)
    assert len({zh for zh, _cost, _english in rows}) == len(rows)
