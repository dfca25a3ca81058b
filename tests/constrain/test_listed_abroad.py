"""Provinces of other countries that a list names without their class; everyday words and Chinese places are none."""

import pytest

from workflow.constrain import Terms, find

LISTS = [
    (
        "谅山、高平、广宁、河江四省与广西接壤",
        ["Lang Son", "Cao Bang", "Quang Ninh", "Ha Giang"],
    ),  # Gaoping too
    ("会议在清化、义安和河静举行", ["Thanh Hoa", "Nghe An", "Ha Tinh"]),
    ("老挝的华潘、川圹和丰沙里三省", ["Houaphanh", "Xiengkhouang", "Phongsaly"]),
    (
        "高平省、太平和广治",
        ["Cao Bang Province", "Thai Binh", "Quang Tri"],
    ),  # one with its class shows the others
    ("柬埔寨上丁水文站", ["Stung Treng"]),  # right behind its country
    ("越南河内、兴安", ["Hanoi", "Hung Yen"]),  # a city beside it
    ("清迈、南邦、清莱等府的果园", ["Chiang Mai", "provinces"]),  # what the class of a Thai list is called
    ("南邦和清迈两府", ["provinces"]),
]


@pytest.mark.parametrize(("text", "english"), LISTS, ids=[text for text, _ in LISTS])
def test_lists_of_provinces(terms: Terms, text: str, english: list[str]) -> None:
    found = {constraint.target for constraint in find(text, terms)}
    assert found >= set(english)


@pytest.mark.parametrize(
    "text",
    [
        "人民追求和平、太平与稳定",
        "兴安、永福、平乐三县",
        "老街和新街",
        "前江、后江两岸",
        "厘清化解，推广治理，绿色贡献奖",
        "高平、晋城两市",
        "越南和平进程",
        "东南亚和太平洋地区",
    ],
)
def test_what_is_no_province_abroad(terms: Terms, text: str) -> None:
    abroad = {
        "Hoa Binh",
        "Thai Binh",
        "Hung Yen",
        "Lao Cai",
        "Tien Giang",
        "Thanh Hoa",
        "Quang Tri",
        "Cao Bang",
        "Sekong",
    }
    assert not abroad.intersection(constraint.target for constraint in find(text, terms))
