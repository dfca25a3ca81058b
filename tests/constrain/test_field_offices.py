"""A body and its office in a country or region, customs at a place, and a place behind its country."""

import pytest

from workflow.constrain import Terms, find

JOINED = [
    (
        "联合国开发计划署（UNDP）驻柬埔寨代表处出席",
        "联合国开发计划署（UNDP）驻柬埔寨代表处",
        "United Nations Development Programme (UNDP) Office in Cambodia",
    ),
    (
        "联合国毒品和犯罪问题办公室驻东南亚和太平洋区域办事处",
        "联合国毒品和犯罪问题办公室驻东南亚和太平洋区域办事处",
        "United Nations Office on Drugs and Crime Regional Office for Southeast Asia and the Pacific",
    ),
    ("FAO亚太区域办事处指出", "FAO亚太区域办事处", "FAO Regional Office for Asia and the Pacific"),
    (
        "世界自然基金会驻老挝办事处主任李霞",
        "世界自然基金会驻老挝办事处主任李霞",
        "Li Xia, Director of the World Wide Fund for Nature Office in Lao PDR",
    ),
    (
        "世界粮食计划署（WFP）驻老挝代表处副代表周军",
        "世界粮食计划署（WFP）驻老挝代表处副代表周军",
        "Zhou Jun, Deputy Representative of the World Food Programme (WFP) Office in Lao PDR",
    ),
    ("昆明海关关长周军说", "昆明海关关长周军", "Zhou Jun, Director-General of Kunming Customs"),
    ("南宁海关缉私局通报", "南宁海关缉私局", "Anti-Smuggling Bureau, Nanning Customs"),
    ("泰国海关查获", "泰国海关", "Thai Customs"),
    ("会议在老挝万象举行", "老挝万象", "Vientiane, Lao PDR"),
    ("在海南文昌登陆", "海南文昌", "Wenchang, Hainan"),
]


@pytest.mark.parametrize(("text", "source", "english"), JOINED, ids=[source for _, source, _ in JOINED])
def test_one_span(terms: Terms, text: str, source: str, english: str) -> None:
    assert (source, english) in [(c.source, c.target) for c in find(text, terms)]


APART = [
    ("老挝驻华代表处", "老挝"),  # of no body
    ("中国海关统计数据显示", "中国"),
    ("在泰国清迈、清莱举办", "清迈"),  # a list goes on
    ("老挝琅南塔和丰沙里两省", "琅南塔"),
]


@pytest.mark.parametrize(("text", "source"), APART, ids=[text for text, _ in APART])
def test_what_stays_apart(terms: Terms, text: str, source: str) -> None:
    assert source in [c.source for c in find(text, terms)]


def test_a_human_may_say_the_country_elsewhere(terms: Terms) -> None:
    assert [c.source for c in find("在老挝万象举行", terms, joined=False)] == ["老挝", "万象"]
