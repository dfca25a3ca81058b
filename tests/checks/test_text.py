"""What is no English text, says a thing twice, or is far too short or long: what is reported, and what is not."""

from dataclasses import replace

import pytest

from tests.checks.conftest import Findings, Maker

REPORTED = [
    ("empty", "会议结束。", " ", "", ""),
    ("length", "与会代表就生态环境合作的下一步工作计划进行了深入交流与讨论。", "They talked.", "", ""),
    ("length", "与会的各位代表进行了深入交流与讨论。", "They talked " + "and talked about many things " * 8 + ".", "", ""),
    ("length", "项目组在三个村庄安装了太阳能水泵，并培训村民自行维护，当地用水难题由此得到缓解。", "The project team installed solar pumps in three villages.", "", ""),
    ("untranslated", "会议结束后举行了签字仪式。", "会议结束后举行了签字仪式。", "会议结束后举行了签字仪式。", ""),
    ("untranslated", "会议结束后举行了签字仪式。", "会议结束后举行了signing仪式。", "会议结束后举行了signing仪式。", ""),
    ("untranslated", "专家用ArcGIS软件重新绘制了整个流域的土地利用图。", "ArcGIS.", "ArcGIS.", ""),
    ("han-left", "会议结束。", "The 会议 ended.", "会议", ""),
    ("corrupted", "会议结束。", "The meeting\ufffd ended.", "meeting\ufffd", "meeting"),
    ("corrupted", "会议的结果已经公布。", "The meetingâ€™s results are out.", "meetingâ€™s", "meeting’s"),
    ("corrupted", "咖啡馆今天开业。", "The cafÃ© opens today.", "cafÃ©", "café"),
    ("corrupted", "会议结束。", "The meet\u200bing ended.", "meet\u200bing", "meeting"),
    ("corrupted", "会议结束。", "The meeting ended.<|im_end|>", "ended.<|im_end|>", "ended."),
    ("corrupted", "会议结束。", "The <unk> ended.", "<unk>", ""),
    ("corrupted", "土壤与水。", "Soil &amp; water.", "&amp;", "&"),
    ("added-note", "会议结束。", "Translation: The meeting ended.", "Translation:", ""),
    ("added-note", "会议结束。", "Here is the English translation: The meeting ended.", "Here is the English translat", ""),
    ("added-note", "会议结束。", "The meeting ended. (Note: the time is not given)", "(Note:", ""),
    ("added-note", "会议结束。", "I'm sorry, the meeting ended.", "I'm sorry", ""),
    ("added-note", "会议结束。", "As an AI, I say the meeting ended.", "As an AI", ""),
    ("added-note", "会议结束。", "The **meeting** ended.", "**m", ""),
    ("loop", "会议结束。", "The end of the day, the end of the day, the end of the day, the end of the day.", "", ""),
    ("doubled-phrase", "会议在村口举行。", "The meeting was held at the gate of the village, at the gate of the village.", "at the gate of the village, at the gate of the village", "at the gate of the village"),
    ("doubled-phrase", "双方签署了协议。", "Both sides signed Both sides signed the agreement.", "Both sides signed Both sides signed", "Both sides signed"),
    ("doubled-phrase", "青秀区的会议。", "The meeting of Qingxiu District, Qingxiu District, Qingxiu District.", "Qingxiu District, Qingxiu District, Qingxiu District", "Qingxiu District"),
    ("doubled-word", "会议结束。", "The the meeting ended.", "The the", "The"),
    ("doubled-word", "他住在城里。", "He lives in in the city.", "in in", "in"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "source", "target", "quote", "fix"), REPORTED, ids=[f"{r[0]} {r[2][:24]!r}" for r in REPORTED]
)
def test_reported(
    unit: Maker, findings: Findings, name: str, source: str, target: str, quote: str, fix: str
) -> None:
    found = [f for f in findings([unit(source, target)]) if f.check == name]
    assert [(f.quote, f.fix) for f in found] == [(quote, fix)]
    assert quote in target


OWN = {name for name, *_rest in REPORTED}
CLEAN = [
    ("他那时已经到过那里。", "He had had to go there before."),
    ("我们知道那条路很长。", "We know that that road is long."),
    ("游船停靠在旺旺村。", "The boat stops at Vang Vang village."),
    ("目标定为每年至少3000亿美元。", "The goal was set at at least US$300 billion a year."),
    (
        "民有、民治、民享的政府不会消亡。",
        "Government of the people, by the people, for the people shall not perish.",
    ),
    (
        "编者按：本期介绍三个村庄的做法。",
        "Editor's note: This issue presents the practices of three villages.",
    ),
    ("注：数据截至去年年底。", "Note: Data as of the end of last year."),
    ("他为迟到表示抱歉。", "“I'm sorry,” he said of being late."),
    ("主持人：“看不见的水”是什么水？", 'Host: What is "invisible water"?'),
    ("“研究与开发”R&D投入增长。", 'Spending on R&D ("research and development") grew.'),
    ("他的咖啡馆名叫São。", "His café is called São."),
    ("LMEC-CHINA", "LMEC-CHINA"),
    (
        "省委办公厅，省人大办公厅，省政协办公厅。",
        "General Office of the Party Committee; General Office of the Congress; General Office of the CPPCC.",
    ),
    ("靠近大海，大海便近了。", "If you come to the wide sea, the wide sea comes closer."),
    ("一步一步来。", "They went step by step by the river."),
    ("水温升高了3°C。", "The water warmed by 3°C."),
]


@pytest.mark.parametrize(("source", "target"), CLEAN, ids=[t for _s, t in CLEAN])
def test_not_reported(unit: Maker, findings: Findings, source: str, target: str) -> None:
    assert [f.text for f in findings([unit(source, target)]) if f.check in OWN] == []


def test_a_name_may_come_three_times(unit: Maker, findings: Findings) -> None:
    source = "生态环境部、生态环境部和生态环境部。"
    target = "Ministry of Ecology and Environment, Ministry of Ecology and Environment and Ministry of Ecology and Environment."
    assert [f.check for f in findings([unit(source, target)]) if f.check == "loop"] == []


def test_a_long_name_twice_in_a_row_is_one_too_many(unit: Maker, findings: Findings) -> None:
    target = "The Mekong River Commission Mekong River Commission took part."
    found = findings([unit("湄公河委员会参加了会议。", target)])
    assert [f.fix for f in found if f.check == "doubled-phrase"] == ["Mekong River Commission"]


@pytest.mark.parametrize("slot", ["contact/wechat", "contact/emails/0"])
def test_what_is_copied_on_purpose_is_not_untranslated(unit: Maker, findings: Findings, slot: str) -> None:
    names = [f.check for f in findings([unit("澜湄环境之声公众号", "澜湄环境之声公众号", slot=slot)])]
    assert not {"untranslated", "han-left"} & set(names)


def test_an_unsure_engine_is_noted(unit: Maker, findings: Findings) -> None:
    assert [f.check for f in findings([unit("会议结束。", "The meeting ended.", confidence=0.2)])] == [
        "unsure"
    ]


def test_english_from_clauses_is_to_be_read(unit: Maker, findings: Findings) -> None:
    made = unit("昆明市主办会议。", "Kunming hosted the meeting.")
    split = replace(made, constraints=tuple(replace(c, way="split") for c in made.constraints))
    assert [f.check for f in findings([split])] == ["by-clauses"]
