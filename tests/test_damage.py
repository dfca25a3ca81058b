"""The damages of benchmarks/damage.py, and that the committed rows are what it gives today."""

import json
from pathlib import Path

import pytest

from benchmarks import damage
from benchmarks.damage_pair import Pair

PAIRS = Path(__file__).parent / "pairs"

# Each case: a kind, the Chinese, the English, what it is damaged to.
CASES = [
    ("digit", "基地养蜂47箱。", "The base keeps 47 hives.", "The base keeps 27 hives."),
    ("magnitude", "投资1.2亿元。", "The investment is US$1.2 billion.", "The investment is US$12 billion."),
    (
        "magnitude",
        "栽种树苗34500株。",
        "The teams planted 34,500 saplings.",
        "The teams planted 3,450 saplings.",
    ),
    (
        "figures-swapped",
        "收到论文86篇，录用31篇。",
        "It received 86 papers and finally accepted 31 of them.",
        "It received 31 papers and finally accepted 86 of them.",
    ),
    (
        "unit",
        "湿地恢复了52公顷。",
        "Some 52 hectares of wetland were restored.",
        "Some 52 acres of wetland were restored.",
    ),
    ("unit", "渗漏率下降9%。", "Leakage fell by 9%.", "Leakage fell by 9 percentage points."),
    ("unit", "门票20元。", "A ticket costs RMB 20.", "A ticket costs US$20."),
    (
        "date-shifted",
        "展览3月14日开幕。",
        "The exhibition opened on March 14.",
        "The exhibition opened on June 14.",
    ),
    ("date-shifted", "站点建于1998年。", "The station was built in 1998.", "The station was built in 2000."),
    ("ordinal", "这是第三次普查。", "This is the third census.", "This is the fourth census."),
    ("ordinal", "第十七届年会", "The 17th Annual Meeting", "The 18th Annual Meeting"),
    ("name-order", "主持人郭晓棠致谢。", "Host Guo Xiaotang gave thanks.", "Host Xiaotang Guo gave thanks."),
    (
        "person-misspelt",
        "主持人郭晓棠致谢。",
        "Host Guo Xiaotang gave thanks.",
        "Host Guo Xiaotng gave thanks.",
    ),
    ("place-misspelt", "游客抵达昆明。", "Visitors arrived in Kunming.", "Visitors arrived in Kunimng."),
    (
        "name-swapped",
        "昆明赠送的显微镜已运抵万象。",
        "Microscopes donated by Kunming have been delivered to Vientiane.",
        "Microscopes donated by Vientiane have been delivered to Kunming.",
    ),
    (
        "name-swapped",
        "郭晓棠提问，田牧作答。",
        "Guo Xiaotang asked the question that Tian Mu answered.",
        "Tian Mu asked the question that Guo Xiaotang answered.",
    ),
    ("office-swapped", "副主任发言。", "The Deputy Director spoke.", "The Director spoke."),
    ("office-swapped", "市长剪彩。", "The Mayor cut the ribbon.", "The Vice Mayor cut the ribbon."),
    ("negation-dropped", "桥梁未受损。", "The bridge was not damaged.", "The bridge was damaged."),
    (
        "negation-dropped",
        "未经许可不得入内。",
        "Entry without permission is an offense.",
        "Entry with permission is an offense.",
    ),
    (
        "negation-dropped",
        "非法捕捞减少。",
        "There is less of an illegal catch.",
        "There is less of a legal catch.",
    ),
    ("negation-added", "水位正在上升。", "The water level is rising.", "The water level is not rising."),
    (
        "invented-number",
        "志愿者与村民同行。",
        "The group walked with villagers.",
        "The group walked with 26 villagers.",
    ),
    (
        "invented-name",
        "水渠惠及农民。",
        "The canal benefits farmers.",
        "The canal benefits farmers from Nepal.",
    ),
    (
        "invented-name",
        "老挝和越南参加。",
        "Lao PDR and Viet Nam took part.",
        "Lao PDR, Nepal and Viet Nam took part.",
    ),
    (
        "verbatim-broken",
        "来信请寄rivers@bulletin.example。",
        "Write to rivers@bulletin.example.",
        "Write to rievrs@bulletin.example.",
    ),
    ("verbatim-broken", "PM2.5下降。", "PM2.5 fell.", "PM2.8 fell."),
    ("term-forbidden", "专家来自缅甸。", "The expert is from Myanmar.", "The expert is from Burma."),
    (
        "term-dropped",
        "摊位出售茶叶、竹编和蜂蜜。",
        "The stalls sell tea, bamboo ware and honey.",
        "The stalls sell tea and honey.",
    ),
    (
        "term-dropped",
        "雨停了；队伍出发。",
        "The rain stopped; the team set out again at noon.",
        "The rain stopped.",
    ),
    ("han-left", "游客抵达昆明。", "Visitors arrived in Kunming.", "Visitors arrived in 昆明."),
    ("repeated", "雾散了。", "Fog lifted from the hills.", "Fog lifted from the the hills."),
    (
        "truncated",
        "清晨的集市上，妇女们出售野菜。",
        "At the morning market the women of the village sell wild vegetables.",
        "At the morning market the women",
    ),
    ("untranslated-punctuation", "雾散了。", "Fog lifted.", "Fog lifted。"),
    (
        "untranslated-punctuation",
        "《河流之歌》",
        'Reading "Song of Rivers" Aloud',
        "Reading 《Song of Rivers》 Aloud",
    ),
    ("quote-unbalanced", "“河流之歌”", 'The "Song of Rivers" Choir', 'The "Song of Rivers Choir'),
    ("capital-lost", "雾散了。", "Fog lifted.", "fog lifted."),
    ("spacing", "雾散了，船来了。", "Fog lifted, Boats came.", "Fog lifted , Boats came."),
]
# Pairs where a kind's damaged sentence would not be wrong, or not for sure
NO_PLACE = [
    ("digit", "2019年成立ISO 50001小组。", "The ISO 50001 group dates from 2019."),
    ("name-order", "坎潘·西里致谢。", "Khamphan Siri gave thanks."),
    ("person-misspelt", "坎潘·西里致谢。", "Khamphan Siri gave thanks."),
    ("person-misspelt", "安江省的农民", "Farmers of An Giang Province"),
    ("name-swapped", "昆明、万象和曼谷", "Kunming, Vientiane and Bangkok"),
    ("figures-swapped", "5至7人", "From 5 to 7 people"),
    ("office-swapped", "副市长剪彩。", "The mayor's deputy cut the ribbon."),
    ("negation-dropped", "不仅快，而且省。", "It is not only fast but also cheap."),
    ("negation-added", "水位未上升。", "The water level is unchanged."),
    ("ordinal", "首先感谢各位。", "First, thank you all."),
    ("verbatim-broken", "气温下降。", "PM2.5 fell."),
    ("truncated", "雾散了。", "Fog lifted."),
]


@pytest.mark.parametrize(("kind", "zh", "en", "damaged"), CASES, ids=[f"{c[0]}: {c[2]}" for c in CASES])
def test_damage_of_a_kind(kind: str, zh: str, en: str, damaged: str) -> None:
    pair = Pair(zh, en)
    edit = damage.choose(pair, kind)
    assert edit is not None
    assert damage.row(1, kind, pair, edit)["damaged"] == damaged


@pytest.mark.parametrize(("kind", "zh", "en"), NO_PLACE, ids=[f"{c[0]}: {c[2]}" for c in NO_PLACE])
def test_no_damage_where_it_would_not_be_wrong(kind: str, zh: str, en: str) -> None:
    assert damage.choose(Pair(zh, en), kind) is None


def test_a_changed_term_is_another_of_its_kind() -> None:
    pair = Pair("考察队前往泰国。", "The team left for Thailand.")
    edit = damage.choose(pair, "term-changed")
    assert edit is not None
    row = damage.row(1, "term-changed", pair, edit)
    damaged = str(row["damaged"])
    assert damaged.startswith("The team left for ")
    assert damaged != pair.en
    assert damaged.removeprefix("The team left for ").removesuffix(".") in str(row["words"])


def test_every_kind_has_a_case() -> None:
    assert {case[0] for case in CASES} | {"term-changed"} == set(damage.DAMAGES)


@pytest.fixture(scope="module")
def rows() -> list[damage.Row]:
    return damage.damage(damage.read(PAIRS / "to-damage.jsonl"))


def test_the_same_pairs_are_damaged_the_same_way(rows: list[damage.Row]) -> None:
    assert damage.damage(damage.read(PAIRS / "to-damage.jsonl")) == rows


def test_committed_rows_damage_each_pair_once_and_their_words_stand_where_they_say() -> None:
    rows = [json.loads(line) for line in (PAIRS / "damaged.jsonl").read_text(encoding="utf-8").splitlines()]
    pairs = damage.read(PAIRS / "to-damage.jsonl")
    assert [(row["line"], row["zh"], row["en"]) for row in rows] == [
        (line, pair.zh, pair.en) for line, pair in enumerate(pairs, 1)
    ]
    for row in rows:
        assert row["damaged"] != row["en"]
        assert row["words"]
        assert all(word and word in row["en" if row.get("gone") else "damaged"] for word in row["words"])


def test_least_filled_kind_takes_the_pair_with_the_fewest_offers() -> None:
    assert damage.spread([{"a", "b", "c"}, {"a"}, {"a", "b"}, {"a"}]) == ["c", "a", "b", "a"]


def test_a_pair_that_offers_nothing_is_named() -> None:
    with pytest.raises(ValueError, match=r"lines \[2\]"):
        damage.spread([{"a"}, set()])
