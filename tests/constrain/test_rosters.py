"""Lists of people: which runs of names are one, how their English reads, and how it is put in."""

import pytest

from workflow.constrain import Terms, find, rosters
from workflow.constrain.inject import inject

FED = [
    (
        "three officials and their offices",
        "生态环境部国际合作司司长周文明、云南省生态环境厅副厅长李志明、湄公河委员会秘书处首席执行官Anoulak Kittikhoun出席会议。",
        "Ames and Boyd出席会议。",
        (
            "Zhou Wenming, Director-General of the Department of International Cooperation, Ministry of Ecology and Environment; "
            "Li Zhiming, Deputy Director-General of the Department of Ecology and Environment of Yunnan Province; "
            "and Anoulak Kittikhoun, Chief Executive Officer of the Mekong River Commission Secretariat"
        ),
    ),
    (
        "one who held the office before, in the panel of a bank",
        "原亚洲开发银行合规审查委员会主席唐丁丁、生态环境部国际合作司司长周文明、云南省生态环境厅副厅长李志明出席会议。",
        "Ames and Boyd出席会议。",
        (
            "Tang Dingding, former Chair of the Compliance Review Panel, Asian Development Bank; "
            "Zhou Wenming, Director-General of the Department of International Cooperation, Ministry of Ecology and Environment; "
            "and Li Zhiming, Deputy Director-General of the Department of Ecology and Environment of Yunnan Province"
        ),
    ),
    (
        "two officials whose English is long",
        "生态环境部国际合作司司长周文明和云南省生态环境厅副厅长李志明致辞。",
        "Ames and Boyd致辞。",
        (
            "Zhou Wenming, Director-General of the Department of International Cooperation, Ministry of Ecology and Environment; "
            "and Li Zhiming, Deputy Director-General of the Department of Ecology and Environment of Yunnan Province"
        ),
    ),
    (
        "a list amid a sentence",
        "会后，司长周文明、副处长李志明、副司长王晓红等在昆明市座谈。",
        "会后，Ames and Boyd等在Kunming座谈。",
        "Zhou Wenming, Director-General; Li Zhiming, Deputy Director; and Wang Xiaohong, Deputy Director-General",
    ),
]


@pytest.mark.parametrize(("source", "fed", "english"), [f[1:] for f in FED], ids=[f[0] for f in FED])
def test_the_engine_is_fed_a_stand_in(terms: Terms, source: str, fed: str, english: str) -> None:
    lists = rosters.feed(source, find(source, terms))
    assert lists is not None
    assert inject(source, lists.constraints) == fed
    assert [text for _name, text in lists.stand_ins] == [english]


NO_LIST = [
    ("one official", "生态环境部国际合作司司长周文明出席会议。"),
    ("two bare names", "周文明司长、李志明处长出席会议。"),
    ("officials in clauses of their own", "司长周文明致辞，处长李志明主持会议，主任王晓红总结。"),
    ("an office before the list that nobody knows", "北岭林场场长周文明、副司长李志明、副司长王晓红致辞。"),
    ("a list that goes on", "副司长周文明、副司长李志明、副司长王晓红和一位村民代表致辞。"),
    ("places", "昆明市、万象市、金边市和曼谷市参加。"),
]


@pytest.mark.parametrize("source", [n[1] for n in NO_LIST], ids=[n[0] for n in NO_LIST])
def test_what_is_no_list(terms: Terms, source: str) -> None:
    assert rosters.feed(source, find(source, terms)) is None


LIST = "Zhou Wenming, Director; and Li Ming, Deputy Director"
STAND_INS = (("Ames and Boyd", LIST),)
EXPANDED = [
    ("the sentence goes on", "Ames and Boyd spoke.", f"{LIST}, spoke."),
    ("at the end", "Speeches were made by Ames and Boyd.", f"Speeches were made by {LIST}."),
    ("before a comma", "With Ames and Boyd, it began.", f"With {LIST}, it began."),
    ("gone", "They spoke.", None),
    ("twice", "Ames and Boyd met Ames and Boyd.", None),
    ("a possessive", "Ames and Boyd's speeches followed.", None),
    ("one of them only", "Ames spoke.", None),
]


@pytest.mark.parametrize(("english", "whole"), [e[1:] for e in EXPANDED], ids=[e[0] for e in EXPANDED])
def test_the_list_takes_the_place_of_its_stand_in(english: str, whole: str | None) -> None:
    assert rosters.expand(english, STAND_INS) == whole
