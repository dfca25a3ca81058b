"""The parts that bodies have in an event: what is exchanged or lost, and what is right in other words."""

import pytest

from tests.checks.conftest import Findings, Maker

# Chinese, English, the words quoted (none where a part is lost), the part that the finding names.
CHANGED = [
    ("9月3日，由广西壮族自治区生态环境厅主办、桂林理工大学承办的流域治理研讨会在桂林召开。", "On September 3, the workshop on river basin governance, hosted by Guilin University of Technology and organized by the Department of Ecology and Environment of Guangxi Zhuang Autonomous Region, was held in Guilin.", "organized by", "主办"),
    ("论坛由柬埔寨环境部和世界自然基金会联合主办，金边皇家大学承办，吴哥环境协会协办。", "The forum was co-hosted by the Ministry of Environment of Cambodia and the Royal University of Phnom Penh, organized by the World Wide Fund for Nature and supported by the Angkor Environment Association.", "co-hosted by", "承办"),
    ("论坛由云南大学主办，河海大学承办，清华大学协办。", "The forum was hosted by Yunnan University, co-organized by Hohai University and organized by Tsinghua University.", "organized by", "协办"),
    ("论坛由云南大学、河海大学主办，清华大学协办。", "The forum was hosted by Yunnan University and co-organized by Hohai University and Tsinghua University.", "co-organized by", "主办"),
    ("主办单位：云南大学；承办单位：河海大学；协办单位：清华大学。", "Host: Yunnan University; organizer: Tsinghua University; co-organizer: Hohai University.", "co-organizer:", "承办"),
    ("沙龙由清华大学主办，云南大学协办。", "The salon was co-organized by Tsinghua University and Yunnan University.", "", "协办"),
    ("青年论坛由云南大学主办，河海大学承办，清华大学、昆明日报社协办。", "The youth forum was co-hosted by Yunnan University, co-organized by Hohai University and co-organized by Tsinghua University and Kunming Daily.", "", "协办"),
    ("最后，请大家感谢主办方和承办方。", "Finally, please thank the organizers.", "", "承办"),
    ("活动由省博物馆主办、市图书馆协办。", "The event took place at the provincial museum and the city library.", "", "协办"),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "words", "part"), CHANGED, ids=[zh for zh, *_ in CHANGED])
def test_changed(unit: Maker, findings: Findings, zh: str, en: str, words: str, part: str) -> None:
    (finding,) = [f for f in findings([unit(zh, en)]) if f.check == "host-changed"]
    assert finding.quote == words
    assert part in dict(finding.args).values()


RIGHT = [
    ("论坛由云南大学主办，河海大学承办，清华大学协办。", "The forum was hosted by Yunnan University, organized by Hohai University and co-organized by Tsinghua University."),
    ("论坛由云南大学主办，河海大学承办，清华大学协办。", "Co-organized by Tsinghua University and organized by Hohai University, the forum was hosted by Yunnan University."),
    ("论坛由云南大学主办，河海大学承办。", "The forum was organized by Yunnan University and hosted by Hohai University."),
    ("论坛由云南大学主办，清华大学协办。", "Yunnan University hosted the forum with support from Tsinghua University."),
    ("论坛由云南大学主办，清华大学协办。", "The forum was hosted by Yunnan University, with Tsinghua University as co-organizer."),
    ("论坛由云南大学、河海大学联合主办，清华大学支持。", "The forum was co-hosted by Yunnan University and Hohai University and supported by Tsinghua University."),
    ("论坛由云南大学指导、河海大学主办、清华大学承办。", "Under the guidance of Yunnan University, the forum was hosted by Hohai University and undertaken by Tsinghua University."),
    ("论坛由云南大学主办。清华大学的代表参加。", "The forum was run by Yunnan University. Representatives of Tsinghua University attended."),
    ("会议由双方轮流主办，会场设在承办公司的礼堂。", "The two sides host the meeting in turn, in the hall of the company that organizes it."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[en for _, en in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check == "host-changed"] == []
