"""What a human may say in other words, and what stays lost in human English too."""

import pytest

from workflow.constrain.verify import verify
from workflow.units import Constraint, Kind

RIGHT: list[tuple[str, Kind, str, str, str]] = [
    ("chair-for-chair", "term", "副主席", "Vice Chair", "Deputy Chairperson of the Union Arrives"),
    ("manager", "term", "副主任", "Deputy Director", "Deputy Manager, Dam Safety Office"),
    ("hyphen", "term", "副会长", "Vice President", "the Vice-Chairman of the association"),
    (
        "of-a-body",
        "term",
        "水利局副局长",
        "Deputy Director of the Water Bureau",
        "Deputy Head of the Water Bureau",
    ),
    ("part-of-a-body", "term", "副部长", "Vice Minister", "Deputy Head of the International Department"),
    ("assistant", "term", "部长助理", "Assistant Minister", "Assistant Director-General of the Department"),
    ("without-rank", "term", "所长", "Director of the Water Institute", "Head of the Water Institute"),
    ("singular", "verbatim", "VOCs", "VOCs", "VOC control"),
    ("royal", "term", "使馆", "Royal Embassy of Cambodia in China", "the Embassy of Cambodia in China"),
    (
        "kingdom",
        "term",
        "使馆",
        "Embassy of Cambodia in China",
        "the Embassy of the Kingdom of Cambodia in China",
    ),
    ("brackets", "term", "站长", "Director of the Naam Station", "Director (acting), Naam Station"),
    ("un", "term", "秘书长", "Secretary-General of the United Nations", "the UN Secretary-General"),
    (
        "cut",
        "term",
        "中心",
        "National Center for River Basin Planning and International Exchange",
        "the National Center for River Basin Planning said",
    ),
    ("capitals", "term", "海螺", "RiverWorks", "RIVERWORKS built it"),
    ("two-words", "term", "生物多样性", "biodiversity", "marine biological diversity"),
    ("vietnamese", "term", "太原", "Taiyuan", "at Thai Nguyen University"),
    (
        "spread",
        "term",
        "产品水足迹",
        "product water footprint",
        "the footprints in water of some twenty new or old products",
    ),
    (
        "more-than-half",
        "term",
        "水足迹核算",
        "water footprint accounting",
        "how the water footprint is counted",
    ),
    ("modifier", "term", "澜湄环境", "Lancang-Mekong environmental", "a Lancang-Mekong Forum on Environment"),
    ("season", "date", "2022年夏季", "summer 2022", "in the summer floods of 2022"),
    ("plural", "verbatim", "CEO", "CEO", "what CEOs want"),
    ("small-letters", "verbatim", "Cookie", "Cookie", "uses cookies"),
    ("rare-reading", "person", "沈朝阳", "Shen Chaoyang", "Shen Zhaoyang said"),
    (
        "a-word-left-out",
        "term",
        "澜湄合作领导人会议",
        "Lancang-Mekong Cooperation Leaders' Meeting",
        "at the Lancang-Mekong Leaders' Meeting",
    ),
]
WRONG: list[tuple[str, Kind, str, str, str]] = [
    ("no-rank", "term", "副主任", "Deputy Director", "Director, Dam Safety Office"),
    ("another-rank", "term", "部长助理", "Assistant Minister", "Deputy Minister of Water"),
    ("no-leader", "term", "副主任", "Deputy Director", "the Deputy Governor came"),
    ("no-head-of-that-rank", "term", "所长", "Director", "the Deputy Head spoke"),
    (
        "another-body",
        "term",
        "水利局副局长",
        "Deputy Director of the Water Bureau",
        "Deputy Head of the Fire Bureau",
    ),
    (
        "another-country",
        "term",
        "使馆",
        "Royal Embassy of Cambodia in China",
        "the Embassy of Thailand in China",
    ),
    ("short-name-cut", "term", "环境部", "Ministry of Ecology and Environment", "the Ministry of Ecology"),
    ("no-half", "term", "水足迹核算", "water footprint accounting", "how rice is counted in water"),
    (
        "modifier-without-its-name",
        "term",
        "澜湄环境",
        "Lancang-Mekong environmental",
        "a Forum on the Environment",
    ),
    (
        "another-derivative",
        "term",
        "澜湄合作领导人会议",
        "Lancang-Mekong Cooperation Leaders' Meeting",
        "the second Lancang-Mekong Cooperation leadership meeting",
    ),
    (
        "others-in-their-place",
        "term",
        "澜湄合作领导人会议",
        "Lancang-Mekong Cooperation Leaders' Meeting",
        "the Lancang-Mekong Cooperation Foreign Ministers' Meeting",
    ),
    (
        "another-word-within",
        "term",
        "澜湄环境合作中心",
        "Lancang-Mekong Environmental Cooperation Center",
        "the Lancang-Mekong Water Cooperation Center",
    ),
    (
        "another-head",
        "term",
        "澜湄环境合作中心",
        "Lancang-Mekong Environmental Cooperation Center",
        "the Lancang-Mekong Environmental Cooperation Forum",
    ),
    ("another-year", "date", "2022年夏季", "summer 2022", "in the summer floods of 2023"),
    ("another-sentence-part", "date", "2022年夏季", "summer 2022", "in summer, and all of 2022"),
    ("no-reading", "person", "沈朝阳", "Shen Chaoyang", "Shen Shaoyang said"),
]


def _kept(kind: Kind, zh: str, target: str, english: str, human: bool) -> bool:
    (one,) = verify([Constraint(0, len(zh), zh, (target,), kind)], english, zh, human)
    return one.kept


@pytest.mark.parametrize(
    ("kind", "zh", "target", "english"), [case[1:] for case in RIGHT], ids=[case[0] for case in RIGHT]
)
def test_a_human_may_say_it_otherwise_and_an_engine_not(
    kind: Kind, zh: str, target: str, english: str
) -> None:
    assert _kept(kind, zh, target, english, human=True)
    assert not _kept(kind, zh, target, english, human=False)


@pytest.mark.parametrize(
    ("kind", "zh", "target", "english"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG]
)
def test_what_is_wrong_is_lost_in_human_english_too(kind: Kind, zh: str, target: str, english: str) -> None:
    assert not _kept(kind, zh, target, english, human=True)


@pytest.mark.parametrize(
    ("english", "kept"),
    [("Hanoi agreed.", True), ("Hanoi in Veit Nam agreed.", False)],
    ids=["implied", "misspelt"],
)
def test_a_place_tells_its_country(english: str, kept: bool) -> None:
    country = Constraint(0, 2, "越南", ("Viet Nam",), "term")
    city = Constraint(2, 4, "河内", ("Hanoi",), "term")
    assert verify((country, city), english, "越南河内同意。", human=True)[0].kept is kept
