"""The recognisers together: overlaps, fields, names learnt from the speakers, and what the engine is fed."""

import pytest

from workflow.constrain import Terms, assemble, constrain, find
from workflow.constrain.inject import inject
from workflow.units import Unit

FED = [
    ("推动落实2030年可持续发展目标。", "推动落实2030 Sustainable Development Goals。"),
    ("2023年澜湄合作第四次领导人会议召开。", "2023 Lancang-Mekong Cooperation fourth Leaders' Meeting召开。"),
    ("为发展中国家提供帮助。", "为developing country提供帮助。"),
    ("近期，中越领导人举行会晤。", "近期，China and Viet Nam领导人举行会晤。"),
    ("投入70亿美元，惠及5万余人。", "投入US$7 billion，惠及more than 50,000人。"),
]


@pytest.mark.parametrize(("source", "fed"), FED, ids=[s for s, _ in FED])
def test_what_the_engine_is_fed(terms: Terms, source: str, fed: str) -> None:
    constraints = find(source, terms)
    assert inject(source, constraints) == fed
    assert all(source[c.start : c.end] == c.source for c in constraints)


FIELDS = [
    ("issue", "2022年第15期", "Issue 15, 2022"),
    ("date", "2022年12月7日", "December 7, 2022"),
    ("contact/postcode", "100035", "100035"),
    ("sections/0/speaker/name", "查道炯", "Zha Daojiong"),
    ("sections/0/speaker/office", "外交学院副院长", "Vice President, China Foreign Affairs University"),
    (
        "sections/0/speaker/office",
        "外交学院、北京大学教授",
        "Professor of China Foreign Affairs University and of Peking University",
    ),
    (
        "sections/0/speaker/office",
        "生态环境部国际合作司、水利部国际合作与科技司司长",
        (
            "Director-General of the Department of International Cooperation, Ministry of Ecology and Environment, and of the "
            "Department of International Cooperation, Science and Technology, Ministry of Water Resources"
        ),
    ),
    (
        "sections/0/speaker/office",
        "外交学院教授、北京大学教授",
        "Professor of China Foreign Affairs University; Professor of Peking University",
    ),
]


@pytest.mark.parametrize(("slot", "source", "english"), FIELDS, ids=[f[1] for f in FIELDS])
def test_fields_are_put_together_from_their_constraints(
    terms: Terms, slot: str, source: str, english: str
) -> None:
    (unit,) = constrain([Unit("0" * 12, slot, source)], terms)
    assert assemble(unit) == english


def test_a_latin_name_is_spelt_as_its_speaker(terms: Terms) -> None:
    speaker = Unit("0" * 12, "sections/0/speaker/name", "Srey Sunleang")
    said = Unit("1" * 12, "sections/0/paragraphs/0/0", "Srey sunleang表示感谢。")
    found = constrain([speaker, said], terms)[1].constraints
    assert [(c.source, c.target) for c in found] == [("Srey sunleang", "Srey Sunleang")]


def test_a_name_learnt_from_an_office_is_known_without_it(terms: Terms) -> None:
    first = Unit("0" * 12, "sections/0/paragraphs/0/0", "昆明市副市长张勤勋出席会议。")
    later = Unit("1" * 12, "sections/0/paragraphs/1/0", "会后，张勤勋回答了提问。")
    found = constrain([first, later], terms)[1].constraints
    assert ("张勤勋", "Zhang Qinxun") in [(c.source, c.target) for c in found]
