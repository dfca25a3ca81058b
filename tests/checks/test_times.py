"""Times told from the day of writing that machine English leaves out."""

from dataclasses import replace

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.units import State

# Chinese, English of an engine, the words that the finding names; the hardest first.
TOLD = [
    ("水质比上年同期有所改善。", "Water quality has improved.", "上年同期"),
    ("项目争取年底前落地。", "The project is to be launched soon.", "年底"),
    ("上月的数据已经交换。", "The data have been exchanged.", "上月"),
    ("工程将于明年春天动工。", "Work will start in spring.", "明年"),
    ("去年冬天雨水偏少。", "There was little rain in winter.", "去年"),
    ("站点每月公布结果。", "The stations publish the results.", "每月"),
    ("每站平均有两名观测员。", "The stations have two observers.", "平均"),
    ("该县人均耕地1.2亩。", "The county has 1.2 mu of arable land.", "人均"),
    ("代表们次日考察了湿地。", "The delegates visited the wetland.", "次日"),
]
SAID = [
    ("水质比上年同期有所改善。", "Water quality has improved year on year."),
    ("项目争取年底前落地。", "The project is to be launched by the end of the year."),
    ("工程将于明年春天动工。", "Work will start next spring."),
    ("去年冬天雨水偏少。", "There was little rain in the winter of 2023."),
    ("每户平均分到三亩地。", "Each household was given three mu."),
    ("费用由六国平均分担。", "The six countries shared the costs."),
    ("主持人均来自高校。", "The moderators were from universities."),
    ("他今年58岁。", "He is 58."),
    ("近年来年均减少三成。", "The average fall has been 30 percent in recent years."),
    ("大年初二，女儿回娘家。", "On the second day of the Lunar New Year, daughters visit their parents."),
    ("每周二、周五有专车收运。", "A truck collects it on Tuesdays and Fridays."),
    ("大会同期举办了绿色集市。", "A green fair was held alongside the conference."),
    ("村子四周围种了树。", "Trees were planted around the village."),
]


@pytest.mark.parametrize(("zh", "en", "words"), TOLD, ids=[words for _, _, words in TOLD])
def test_told(unit: Maker, findings: Findings, zh: str, en: str, words: str) -> None:
    found = [f for f in findings([unit(zh, en)]) if f.check == "time-unsaid"]
    assert [dict(f.args)["zh"] for f in found] == [words]


@pytest.mark.parametrize(("zh", "en"), SAID, ids=[zh for zh, _ in SAID])
def test_said(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f for f in findings([unit(zh, en)]) if f.check == "time-unsaid"] == []


def test_a_human_may_leave_it_out(unit: Maker, findings: Findings) -> None:
    human = replace(
        unit("站点每月公布结果。", "The stations publish the results."), state=State.REVIEWED, origin="human"
    )
    assert [f for f in findings([human]) if f.check == "time-unsaid"] == []
