"""Whatever the English of a unit is, verification and every check come to an end and raise nothing."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workflow import style
from workflow.checks import check
from workflow.constrain import Terms, find
from workflow.constrain.verify import verify
from workflow.units import State, Unit

PAIRS = [
    (
        "2023年5月16日，生态环境部国际合作司司长周文明和老挝专家宋沙·占塔翁在春武里府考察了3个废水处理项目。",
        (
            "On May 16, 2023, Zhou Wenming, Director-General of the Department of International Cooperation of the "
            "Ministry of Ecology and Environment, and Lao expert Somsak Chanthavong visited three wastewater treatment "
            "projects in Chon Buri Province."
        ),
    ),
    (
        "她说，去年的水稻单产没有下降，“十四五”期间将有1.5万公顷湿地得到修复。",
        (
            'She said that rice yields did not fall last year and 15,000 hectares of wetlands will be restored in the "14th '
            'Five-Year Plan" period.'
        ),
    ),
    (
        "请联系 li@example.org，报名截至第二季度末。",
        "Please write to li@example.org by the end of the second quarter.",
    ),
]


@pytest.mark.parametrize(("source", "english"), PAIRS, ids=["officials", "figures", "address"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_nothing_is_raised(terms: Terms, source: str, english: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(english.split()), max_size=40))
    text = " ".join(words)[: data.draw(st.integers(0, 200))]
    human = data.draw(st.booleans())
    constraints = verify(find(source, terms), text, source, human=human)
    state, origin = (State.REVIEWED, "human") if human else (State.DRAFT, "engine:house")
    unit = Unit("0" * 12, "sections/0/paragraphs/0/0", source, text, state, origin, -0.5)
    unit = replace(unit, constraints=constraints)
    (styled,) = style.apply([unit], terms.glossary)
    check([styled], terms)
