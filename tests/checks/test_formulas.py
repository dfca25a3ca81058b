"""Set phrases of editors that the English does not say, and those that it says in one of several ways."""

import re

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.checks.wordbook import rows
from workflow.checks.words import LEXICON

UNSAID = [
    ("现将与会嘉宾发言摘编如下。", "The guests are now to speak and be compiled as follows.", ["摘编"]),
    ("发言摘要如下：", "The speech is to be picked:", ["摘要"]),
    ("倡议书全文如下：", "The proposal is as follows:", ["全文"]),
    ("现将有关情况通报如下。", "The situation is now reported.", ["如下"]),
    ("（据讲话录音整理，未经本人审阅）", "(Based on the speech, tidied up, without me)", ["未经本人审阅", "录音整理"]),
    ("本刊摘编如下，以飨读者。", "This magazine picks the following for your enjoyment.", ["摘编", "以飨读者"]),
    ("（下转第3版）", "(Go to page 3)", ["（下转第"]),
    ("（本文有删改）", "(This is a deleted article)", ["有删改"]),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "phrases"), UNSAID, ids=[zh for zh, _, _ in UNSAID])
def test_unsaid(unit: Maker, findings: Findings, zh: str, en: str, phrases: list[str]) -> None:
    found = [dict(f.args)["zh"] for f in findings([unit(zh, en)]) if f.check == "formula-unsaid"]
    assert sorted(found) == sorted(phrases)


RIGHT = [
    ("现将与会嘉宾发言摘编如下。", "Excerpts from the guests' remarks follow."),
    ("主要修订内容如下：调整了适用范围。", "The main changes: the scope has been adjusted."),
    ("联合声明全文如下：", "The full text of the joint statement is as follows:"),
    ("（本文有删改）", "(Abridged)"),
    ("（据录音整理，未经本人审阅）", "(Transcribed from a recording; not reviewed by the speaker)"),
    ("现将有关事项通知如下：", "The relevant matters are hereby notified:"),
    ("会议全文播放了贺信，摘要由志愿者书写。", "The letter was read out, and volunteers wrote the abstract."),
    ("数据如下图所示。", "The chart has the data."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[zh for zh, _ in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check == "formula-unsaid"] == []


def test_what_is_usual_says_its_phrase() -> None:
    table = list(rows(LEXICON.with_name("formulas.tsv")))
    assert [usual for _zh, en, usual in table if not re.search(rf"\b(?:{en})", usual, re.IGNORECASE)] == []
