import pytest

from tests.support import document
from workflow.clean import clean
from workflow.structure import parse, queries

FRAME = "某中心\nSome Environment Center\n\n2024年第1期\n\n2024年1月2日\n\n一个标题\n\n{body}\n"


def asked(body: str) -> list[str]:
    made = clean(document(FRAME.format(body=body)))
    return [f.text for f in queries.find(made, parse(made).bulletin)]


FOUND = [
    ("受疫情疫情影响，原计划召开的活动延期举行。", "doubled word: 疫情疫情"),
    ("技术交流活动在在线上举行，各方参加了讨论。", "doubled word: 在在"),
    (
        "议围绕生态系统管理等重点议题进行了讨论，旨在加强合作。",
        "paragraph begins in the middle of a sentence: 议围绕生态系统管",
    ),
    (
        "，并就合作的下一步工作计划进行了深入交流与讨论。",
        "paragraph begins in the middle of a sentence: ，并就合作的下一",
    ),
    (
        "会议结束。与会代表就下一步的合作方向和工作安排交换了意见和看",
        "paragraph ends in the middle of a sentence: 排交换了意见和看",
    ),
    ("会议提出“早发现、早处置的要求，各方表示赞同并将落实。", "unbalanced quote: “早发现、早处置的"),
    (
        "各方通过《流域行动框架2023-2027》。会后发布《流域行动计划2023-2027》。",
        "document written two ways: 《流域行动框架2023-2027》 / 《流域行动计划2023-2027》",
    ),
    (
        "Srey Sunleang致辞。Srey sunleang表示感谢并期待合作。",
        "name written two ways: Srey Sunleang / Srey sunleang",
    ),
    ("各方随着随着形势的变化调整了工作计划，合作继续推进。", "doubled word: 随着随着"),
    ("推进三方面合作：一是政策对话，二是联合研究。各方表示赞同。", "3 announced, 2 listed: 三方面合作：一是"),
]


@pytest.mark.parametrize(("body", "query"), FOUND, ids=[q for _, q in FOUND])
def test_queries(body: str, query: str) -> None:
    assert any(text.startswith(query) or query in text for text in asked(body)), asked(body)


CLEAN = [
    "会议提出下一步计划。\n\n1. 活体动物：1024只，装在三个集装箱里，占24.5%",
    "会议提出下一步计划。\n\n附件：联合行动查获物品与退运货物统计（单位：件、公斤）",
    "会议提出下一步计划。\n\n本刊记者  陈思雨  通讯员  Somchai Rattanakorn",
    "他硬是一个螺丝一个螺丝地学会了更换滤芯，设备两个两个地恢复了运转。",
    "索菲亚也笑了，笑着笑着，眼角却湿了；走着走着，天就亮了起来。",
    "会议提出下一步计划。\n\n（本刊记者 陈思雨 通讯员 岩温香 发自景洪、勐腊两地）",
    "会议提出下一步计划。\n\n表1 2020年与2024年主要指标年均浓度对比（单位：毫克/升）",
    "给六国人民带来实实在在的利益，推动区域可持续发展。",
    "平等等问题受到关注，目的的确明确，是是非非不再讨论。",
    "议题包括生态系统管理和基础设施建设，各方进行了讨论。",
    "各方通过《流域合作战略（2018-2022）》和《流域合作战略与行动框架（2023-2027）》。",
    "推进三方面合作：一是政策对话，二是联合研究，三是能力建设。",
    "“绿色计划”落地，“小而美”项目成效显著，各方表示赞同。",
    "水生生物多样性恢复明显，监测站站长和研究院院长参加会议。",
    "会议通知将另行发布，欢迎各界来稿并请发送至 office@example.org",
    "会议材料已经公布，各方可以下载，网址为 https://www.example.org/a/",
    "澜沧江—湄公河合作与澜沧江-湄公河合作是一个机制，各方赞同。",
]


@pytest.mark.parametrize("body", CLEAN)
def test_no_false_queries(body: str) -> None:
    assert asked(body) == []


def test_missing_parts_are_asked_for() -> None:
    made = clean(document("会议在北京召开，来自六国的代表参加了会议。"))
    told = [f.text for f in queries.find(made, parse(made).bulletin)]
    assert told[:3] == ["missing title", "missing issue number", "missing date"]


def test_text_after_the_contact_block() -> None:
    body = "正文一句话，结束。\n\n联系我们\n某市某路1号\n邮编：100000\n电话：010-5550\n\n另有一段话落在了联系方式之后。"
    assert asked(body)[-1].startswith("text after the contact block")
