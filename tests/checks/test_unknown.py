"""What machine English seems not to say: terms, words, bodies, offices and places that no glossary entry binds."""

from dataclasses import replace

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.checks import unlisted, unsaid
from workflow.checks.dictionary import look_up
from workflow.checks.heads import ending_of
from workflow.checks.unsaid import says, share_said
from workflow.checks.wordbook import TERMS, WORDS, rows, sense, split
from workflow.checks.words import roots
from workflow.findings import Severity
from workflow.units import State

IDS = {check.id for check in (*unsaid.CHECKS, *unlisted.CHECKS)}

# check, Chinese, what a small engine made of it, the Chinese that the finding names
REPORTED = [
    ("term-otherwise", "孩子们在寿司店里第一次尝到金枪鱼。", "The children tasted shrimp for the first time in a noodle shop.", "金枪鱼"),
    ("term-otherwise", "志愿者把急救箱送到学校。", "Volunteers brought rescue crates to the school.", "急救箱"),
    ("term-otherwise", "渔民在湖边修了船屋。", "Fishers built a boathouse by the lake.", "船屋"),
    ("word-unsaid", "他们带来了赫尔辛基的地图。", "They brought a map of Heersing.", "赫尔辛基"),
    ("word-unsaid", "学员们第一次看到里斯本。", "The trainees saw Libya for the first time.", "里斯本"),
    ("head-unsaid", "水稻研究所的专家到访。", "Experts of the rice project visited.", "水稻研究所"),
    ("head-unsaid", "发电局的代表参加了培训。", "Representatives of the power company took part in the training.", "发电局"),
    ("head-unsaid", "路透社记者采访了村民。", "A Reuters agent interviewed the villagers.", "路透社记者"),
    ("head-unsaid", "这是首次领导会议的成果。", "It is the outcome of the first leader.", "会议"),
    ("body-unlisted", "越南妇女联盟的代表介绍了经验。", "The representative of the Viet Nam Women's Alliance shared experience.", "越南妇女联盟"),
    ("place-unread", "农民在帕桑瀑布旁种植咖啡。", "Farmers grow coffee beside the Nakhon Falls.", "帕桑瀑布"),
    ("place-unread", "考察组到达帕隆瀑布。", "The survey team arrived at the Nakhon Falls.", "帕隆瀑布"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "zh", "en", "words"), REPORTED, ids=[words for _, _, _, words in REPORTED])
def test_reported(unit: Maker, findings: Findings, check: str, zh: str, en: str, words: str) -> None:
    found = [f for f in findings([unit(zh, en)]) if f.check == check]
    assert sum(words in " ".join(value for _key, value in f.args) for f in found) == 1
    assert all(f.confidence < 1 for f in found)


@pytest.mark.parametrize("row", REPORTED, ids=[row[-1] for row in REPORTED])
def test_a_human_has_chosen_his_words(unit: Maker, findings: Findings, row: tuple[str, ...]) -> None:
    human = unit(*row[1:3], state=State.REVIEWED, origin="human")
    assert [f.check for f in findings([human, replace(human, origin="memory")]) if f.check in IDS] == []


# What is seldom said word by word is told as a note, the rest as a warning.
NOTES = [
    ("word-unsaid", "总量进入了高原期。", "The total is flat.", "高原", Severity.NOTE),
    ("term-otherwise", "村里的人冒名顶替，很快学会了。", "The people of the village learned it soon.", "冒名顶替", Severity.NOTE),
    ("term-otherwise", "渔民修了“船屋”。", "Fishers built a boathouse.", "船屋", Severity.NOTE),
    ("term-otherwise", "渔民修了船屋。", "Fishers built a boathouse.", "船屋", Severity.WARNING),
    ("word-unsaid", "村里听到不少“风凉话”。", "There was much mockery in the village.", "风凉话", Severity.NOTE),
    ("word-unsaid", "他们带来了赫尔辛基的地图。", "They brought a map of Heersing.", "赫尔辛基", Severity.WARNING),
]  # fmt: skip


@pytest.mark.parametrize(("check", "zh", "en", "words", "severity"), NOTES, ids=[zh for _, zh, *_ in NOTES])
def test_what_is_seldom_said_word_by_word_is_a_note(
    unit: Maker, findings: Findings, check: str, zh: str, en: str, words: str, severity: Severity
) -> None:
    found = [f for f in findings([unit(zh, en)]) if f.check == check]
    assert [(dict(f.args)["zh"], f.severity) for f in found] == [(words, severity)]


RIGHT = [
    ("村民会议最好安排在晚上。", "Village meetings are best held in the evening."),
    ("专家组随即启动会商程序。", "The expert group then started the consultation procedure."),
    ("水电站已经完工，电站每年发电。", "The hydropower station has been completed and generates power every year."),
    ("孩子们在店里第一次尝到金枪鱼。", "The children tasted tuna for the first time in a shop."),
    ("渔民在沙洲上看见一只犀鸟。", "Fishers saw a hornbill on the sandbar."),
    ("前来观鸟的游客逐年增多。", "More and more visitors have come to watch birds."),
    ("与会代表交换了意见。", "Delegates exchanged views."),
    ("水稻研究所的专家到访。", "Experts of the Rice Institute visited."),
    ("会议优化了产业布局，讨论了治理格局。", "The meeting improved the industrial layout and discussed the pattern of governance."),
    ("孟桑村的农民开始种植咖啡。", "Farmers in Mengsang Village have begun to grow coffee."),
    ("研究中心的工作组到访。", "A working group of the research center visited."),
    ("环境部门的官员介绍了情况。", "Officials of environment authorities briefed the participants."),
    ("中国和老挝的农业部门签署了协议。", "The departments of agriculture of China and Lao PDR signed an agreement."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[zh[:8] for zh, _ in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check in IDS] == []


def test_an_unsure_engine_is_doubted_sooner(unit: Maker, findings: Findings) -> None:
    pair = "他们带来了听诊器和地图。", "They brought the lamp and the map."
    told = [
        [f.check for f in findings([unit(*pair, confidence=sure)]) if f.check in IDS] for sure in (0.9, 0.3)
    ]
    assert told == [[], ["word-unsaid"]]


def test_one_fault_is_told_once(unit: Maker, findings: Findings) -> None:
    zh = "专家组考察了三座污水处理厂，并与当地农民讨论了灌溉用水的价格。"
    found = [f.check for f in findings([unit(zh, "The expert group visited three sewage treatment plants.")])]
    assert "omission" in found
    assert IDS.isdisjoint(found)


GLOSSES = [
    ("自闭症", "noun", "autism"),
    ("德阳", "name", "Deyang"),
    ("推广", "verb", "popularize"),
    ("东帝汶", "name", "Timor"),
]


@pytest.mark.parametrize(("word", "kind", "english"), GLOSSES)
def test_the_dictionary_says_what_a_word_is(word: str, kind: str, english: str) -> None:
    found = look_up(word)
    assert found is not None
    assert found[1] == kind
    assert says(roots(english), found[0])


def test_a_place_is_not_said_by_its_province() -> None:
    found = look_up("德阳")
    assert found is not None
    assert not says(roots("a city in Sichuan Province"), found[0])


SPLIT = [
    ("记者采访了村民", ["记者", "采访", "了", "村民"]),
    ("孟桑村", ["孟", "桑", "村"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT, ids=["words", "name", "empty"])
def test_text_is_split_into_words(text: str, expected: list[str]) -> None:
    assert [word for _at, word in split(text)] == expected


def test_birds_are_birds() -> None:
    assert roots("birds") == roots("bird")


SHARES = [
    ("friendly cities", ("sister cities",), 0.5),
    ("sister cities", ("sister cities",), 1.0),
    ("twin towns", ("sister cities", "twin cities"), 0.5),
    ("a fish", ("sister cities",), 0.0),
    ("anything", ("the",), 1.0),
]


@pytest.mark.parametrize(("english", "forms", "share"), SHARES)
def test_share_of_a_term(english: str, forms: tuple[str, ...], share: float) -> None:
    assert share_said(roots(english), forms) == share


ENDINGS = [
    ("公路局", "局"),
    ("格局", ""),
    ("布局", ""),
    ("总工程师", "工程师"),
    ("村民", ""),
    ("研究所", "研究所"),
]


@pytest.mark.parametrize(("word", "ending"), ENDINGS)
def test_the_last_part_of_a_name(word: str, ending: str) -> None:
    assert ending_of(word) == ending


def test_the_lists_are_sound() -> None:
    terms, words = list(rows(TERMS)), list(rows(WORDS))
    assert TERMS.stat().st_size + WORDS.stat().st_size < 800_000
    assert all(len(row) == 2 and 2 <= len(row[0]) <= 12 and row[1] for row in terms)
    assert all(len(row) == 5 and int(row[2]) <= int(row[1]) and int(row[3]) <= int(row[1]) for row in words)
    assert len({row[0] for row in terms}) == len(terms)
    assert 0 < sense("红树林").unsaid < 1
