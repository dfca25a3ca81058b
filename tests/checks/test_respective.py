"""Figures that stand at another's name."""

import pytest

from tests.checks.conftest import Findings, Maker

MISATTACHED = [
    ("万象、金边、芹苴的污水处理率分别仅为12%、31%和23%。", "The wastewater treatment rates of Phnom Penh, Vientiane and Can Tho were only 12%, 31% and 23% respectively.", "12%", "金边"),
    ("总磷、氨氮和高锰酸盐指数分别下降9.3%、6.4%和3.8%。", "Total phosphorus, the permanganate index and ammonia nitrogen fell by 9.3%, 6.4% and 3.8%, respectively.", "6.4%", "高锰酸盐指数"),
    ("试打的三座库分别得了81、64和37分。", "The three ponds on trial got 64, 81 and 37 points.", "64", "64"),
    ("最近三次普查的结果分别是1864只、2060只和2457只。", "The last three censuses counted 1,864, 2,457 and 2,060 animals.", "2,457", "2457"),
    ("氨氮为9.7万吨，总磷为2.15万吨。", "There were 21,500 tons of ammonia nitrogen and 97,000 tons of total phosphorus.", "21,500 tons", "总磷"),
    ("其中，泰国12人、缅甸8人、老挝5人。", "They included 8 people from Thailand, 12 from Myanmar and 5 from Lao PDR.", "8", "缅甸"),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "words", "name"), MISATTACHED, ids=[one[2] for one in MISATTACHED])
def test_misattached(unit: Maker, findings: Findings, zh: str, en: str, words: str, name: str) -> None:
    (finding,) = [f for f in findings([unit(zh, en)]) if f.check == "figure-misattached"]
    assert finding.quote == words
    assert name in dict(finding.args).values()


RIGHT = [
    ("万象、金边、芹苴的污水处理率分别仅为12%、31%和23%。", "The wastewater treatment rates of Phnom Penh, Vientiane and Can Tho were only 31%, 12% and 23% respectively."),
    ("万象、金边、芹苴的污水处理率分别仅为12%、31%和23%。", "Only 31% of wastewater is treated in Phnom Penh, 23% in Can Tho and 12% in Vientiane."),
    ("烟气颗粒物、二氧化硫、氮氧化物浓度分别不高于10、35、50毫克/立方米。", "Particulate matter, sulfur dioxide and nitrogen oxides in flue gas shall not exceed 10, 35 and 50 milligrams per cubic meter, respectively."),
    ("泰国、越南查获的数量分别是2017年的5.3倍和3.7倍。", "Seizures in Thailand and Viet Nam were 5.3 and 3.7 times those of 2017, respectively."),
    ("甲烷的增温潜势约为二氧化碳的80倍，在100年尺度上约为28倍。", "Methane has about 80 times the warming potential of carbon dioxide and about 28 times over 100 years."),
    ("其中，泰国12人、缅甸8人、老挝5人。", "They included 5 people from Lao PDR, 8 from Myanmar and 12 from Thailand."),
    ("氨氮为9.7万吨，总磷为2.15万吨。", "Total phosphorus was 21,500 tons and ammonia nitrogen 97,000 tons."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[en[:24] for _, en in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check == "figure-misattached"] == []
