"""Bodies of the English that no Chinese stands for, whoever wrote it, and right English with bodies in it."""

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.checks import invented_bodies
from workflow.checks.wordbook import rows
from workflow.checks.words import LEXICON
from workflow.units import State

# Chinese, English, the body that it invents
INVENTED = [
    ("周立群副厅长表示，云南省愿与湄公河国家开展更紧密的合作。", "Zhou Liqun, Deputy Director-General of Yunnan Provincial Department of Commerce, said that Yunnan is ready to cooperate more closely with Mekong countries.", "Yunnan Provincial Department of Commerce"),
    ("周立群副厅长表示，合作将进一步深化。", "Zhou Liqun, Deputy Director-General of the Department of Science and Technology, said that cooperation would deepen.", "Department of Science and Technology"),
    ("周立群副厅长介绍了COP15的成果。", "Zhou Liqun, Deputy Director-General of the Department of Commerce, presented the outcomes of COP15.", "Department of Commerce"),
    ("专家介绍了鱼类洄游的规律。", "Experts from the Ministry of Health explained how fish migrate.", "Ministry of Health"),
    ("副局长介绍了鱼类洄游的规律。", "The deputy director of the Department of Health explained how fish migrate.", "Department of Health"),
    ("志愿者清理了河岸。", "Volunteers of the Green University cleaned the river bank.", "Green University"),
    ("各方将于明年召开第二次会议。", "The parties will hold the second meeting at the Institute of Hydrology next year.", "Institute of Hydrology"),
    ("部分学员提出了建议。", "Some trainees from the Tourism Authority of Thailand made suggestions.", "Tourism Authority of Thailand"),
    ("公司承诺降低能耗。", "The Meteorological Bureau pledged to cut energy use.", "Meteorological Bureau"),
    ("生态环境部和商务部的代表出席了会议。", "Representatives of the Ministry of Ecology and Environment, the Ministry of Commerce and the National Audit Office attended the meeting.", "National Audit Office"),
]  # fmt: skip


@pytest.mark.parametrize("human", [False, True], ids=["machine", "human"])
@pytest.mark.parametrize(("zh", "en", "words"), INVENTED, ids=[words for _, _, words in INVENTED])
def test_reported(unit: Maker, findings: Findings, zh: str, en: str, words: str, human: bool) -> None:
    one = unit(zh, en, **({"state": State.REVIEWED, "origin": "human"} if human else {}))
    assert [f.quote for f in findings([one]) if f.check == "body-invented"] == [words]


RIGHT = [
    ("支持此次活动的有云南省红十字会。", "The event was supported by the Yunnan Branch of the Red Cross Society of China."),
    ("活动由共青团云南省委主办。", "The event was hosted by the Yunnan Provincial Committee of the Communist Youth League."),
    ("个旧市委副书记柴立言介绍了情况。", "Chai Liyan, Deputy Secretary of the CPC Gejiu Municipal Committee, gave a briefing."),
    ("新加坡金管局与五国央行启动了试点。", "The Monetary Authority of Singapore and five central banks launched a pilot."),
    ("参与主办的还有桃花源生态保护基金会。", "The Paradise Foundation was another co-host."),
    ("感控专家来自河内白梅医院。", "The infection control expert came from Bach Mai Hospital in Hanoi."),
    ("中国外文局的审校员给学员上了一堂课。", "A reviser of the China International Communications Group gave the trainees a class."),
    ("老方将把建议提交总理府研究。", "The Lao side will submit the suggestions to the Prime Minister's Office for study."),
    ("该倡议由UNEP提出。", "The initiative was proposed by the United Nations Environment Programme Office."),
    ("参观者在朱拉隆功百年公园休息。", "Visitors rested in the Chulalongkorn University Centenary Park."),
    ("新任秘书长到任", "New Secretary-General Takes Office"),
    ("暗语库共享", "Sharing a Code Word Bank"),
    ("上海环科院的专家到访。", "Experts of the Shanghai Academy of Environmental Sciences visited."),
    ("越共中央机关报记者作了报道。", "Reporters of the newspaper of the Central Committee of the Communist Party of Viet Nam reported."),
    ("商务厅长出席了会议。", "The Director-General of the Department of Commerce attended the meeting."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[zh[:8] for zh, _ in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check == "body-invented"] == []


@pytest.mark.parametrize("slot", ["sections/0/paragraphs/0/1", "sections/3/paragraphs/0/0"])
def test_another_sentence_may_name_it(unit: Maker, findings: Findings, slot: str) -> None:
    named = unit(
        "云南省生态环境厅副厅长周立群致辞。",
        "Zhou Liqun, Deputy Director-General of the Department of Ecology and Environment of Yunnan Province, delivered remarks.",
    )
    later = unit(
        "他表示合作将深化。",
        "The head of the Department of Ecology and Environment said that cooperation would deepen.",
        1,
        slot=slot,
    )
    assert [f.text for f in findings([named, later]) if f.check == "body-invented"] == []


def test_the_table_is_sound() -> None:
    table = list(rows(LEXICON.with_name("bodies.tsv")))
    assert {len(row) for row in table} == {2, 3}
    assert len({row[0] for row in table}) == len(table)
    assert all(row[0][0].isupper() and row[2:] in ([], ["everyday"]) for row in table)
    assert invented_bodies.CHECKS[0].confidence < 1
