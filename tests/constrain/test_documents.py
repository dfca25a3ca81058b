"""Titles in 《》: the glossary's own, other editions, nested and adjacent ones, and what stays unknown."""

import pytest

from workflow.constrain import documents
from workflow.constrain.glossary import Glossary, load, package_glossary


@pytest.fixture(scope="module")
def house() -> Glossary:
    return load([package_glossary()])


KNOWN = [
    ("《巴黎协定》", "Paris Agreement"),
    ("《生物多样性公约》", "Convention on Biological Diversity"),
    (
        "《澜沧江-湄公河环境合作战略（2018-2022）》",
        "Lancang-Mekong Environmental Cooperation Strategy (2018-2022)",
    ),
    (
        "《澜沧江—湄公河环境合作战略2018—2022》",
        "Lancang-Mekong Environmental Cooperation Strategy (2018-2022)",
    ),
    (
        "《澜沧江－湄公河环境合作战略 (2018－2022年)》",
        "Lancang-Mekong Environmental Cooperation Strategy (2018-2022)",
    ),
    ("《澜沧江-湄公河环境合作战略》", "Lancang-Mekong Environmental Cooperation Strategy"),
    (
        "《澜沧江-湄公河环境合作战略与行动框架2028-2032》",
        "Lancang-Mekong Environmental Cooperation Strategy and Framework of Action (2028-2032)",
    ),
    (
        "《中国生态环境状况公报（2023）》",
        "Report on the State of the Ecology and Environment in China (2023)",
    ),
    ("《国家适应气候变化战略2030》", "National Climate Change Adaptation Strategy 2030"),
    ("《“十四五”规划》", "14th Five-Year Plan"),
    ("《中华人民共和国长江保护法》", "Yangtze River Protection Law of the People's Republic of China"),
    (
        "《澜沧江-湄公河环境合作战略和行动框架（2023-2027）》",
        "Lancang-Mekong Environmental Cooperation Strategy and Framework of Action (2023-2027)",
    ),
    (
        "《澜沧江-湄公河环境合作战略2018-2022评估报告》",
        "Evaluation Report on the Lancang-Mekong Environmental Cooperation Strategy (2018-2022)",
    ),
    ("《巴黎协定实施细则》", "Detailed Rules for the Implementation of the Paris Agreement"),
    ("《谅解备忘录》", "Memorandum of Understanding"),
    ("《绿色澜湄计划》", "Green Lancang-Mekong Initiative"),
    (
        "《关于印发〈巴黎协定实施方案〉的通知》",
        "Notice on Issuing the Implementation Plan for the Paris Agreement",
    ),
    ("《关于转发《谅解备忘录》的通知》", "Notice on Issuing the Memorandum of Understanding"),
    (
        "《关于发布〈国家适应气候变化战略2030〉的公告》",
        "Announcement on Releasing the National Climate Change Adaptation Strategy 2030",
    ),
    ("《关于批准〈水俣公约〉的决定》", "Decision on Approving the Minamata Convention"),
    ("《关于〈巴黎协定〉的说明》", "Explanation of the Paris Agreement"),
    ("《关于落实〈绿色澜湄计划〉的意见》", "Opinions on Implementing the Green Lancang-Mekong Initiative"),
    ("《长江保护法（草案）》", "Yangtze River Protection Law (Draft)"),
    ("《环境保护法（修订草案）》", "Environmental Protection Law (Revised Draft)"),
    (
        "《澜沧江-湄公河环境合作战略（征求意见稿）》",
        "Lancang-Mekong Environmental Cooperation Strategy (Draft for Comments)",
    ),
    (
        "《澜沧江-湄公河环境合作战略2018-2022（征求意见稿）》",
        "Lancang-Mekong Environmental Cooperation Strategy (2018-2022) (Draft for Comments)",
    ),
    ("《绿色澜湄计划（试行）》", "Green Lancang-Mekong Initiative (Trial)"),
    ("《绿色澜湄计划(摘要)》", "Green Lancang-Mekong Initiative (Summary)"),
    (
        "《中华人民共和国长江保护法（2020年）》",
        "Yangtze River Protection Law of the People's Republic of China (2020)",
    ),
    ("《2024年绿色澜湄计划进展报告》", "2024 Progress Report on the Green Lancang-Mekong Initiative"),
    ("《2023年度巴黎协定实施报告》", "2023 Report on the Implementation of the Paris Agreement"),
    ("《公约》", "Convention"),
    ("《议定书》", "Protocol"),
    (
        "《变革我们的世界：2030年可持续发展议程》",
        "Transforming Our World: the 2030 Agenda for Sustainable Development",
    ),
    ("《昆明—蒙特利尔全球生物多样性框架》", "Kunming-Montreal Global Biodiversity Framework"),
    ("《谅解备忘录（2024—2028）》", "Memorandum of Understanding (2024-2028)"),
]


@pytest.mark.parametrize(("title", "english"), KNOWN)
def test_known_titles(house: Glossary, title: str, english: str) -> None:
    text = f"双方同意落实{title}的各项任务。"
    (constraint,) = documents.find(text, house)
    assert (constraint.source, constraint.kind) == (title, "document")
    assert text[constraint.start : constraint.end] == title
    assert constraint.target == english


UNKNOWN = [
    "《澜沧江-湄公河环境合作战略与行动计划（2023-2027）》",
    "《湄公河的孩子们评估报告》",
    "《湄公河的孩子们》",
    "《流域协定草案》",
    "《关于印发〈湄公河的孩子们〉的通知》",
    "《关于印发〈巴黎协定〉和〈湄公河的孩子们〉的通知》",
    "《湄公河的孩子们（草案）》",
    "《（草案）》",
    "《2024年进展报告》",
    "《关于的说明》",
    "《公约的由来》",
    "《》",
    "《2023》",
    "《巴黎协定",
    "巴黎协定》",
    "巴黎协定",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_unknown_titles_yield_nothing(house: Glossary, text: str) -> None:
    assert list(documents.find(text, house)) == []


def sources(text: str, glossary: Glossary) -> list[str]:
    return [constraint.source for constraint in documents.find(text, glossary)]


def test_adjacent_titles(house: Glossary) -> None:
    text = "履行《巴黎协定》《生物多样性公约》和《京都议定书》"
    assert sources(text, house) == ["《巴黎协定》", "《生物多样性公约》", "《京都议定书》"]


def test_words_behind_a_title_stay_outside(house: Glossary) -> None:
    assert sources("《生物多样性公约》缔约方会议文件", house) == ["《生物多样性公约》"]


def test_a_known_title_within_an_unknown_one(house: Glossary) -> None:
    assert sources("发布《关于追踪《巴黎协定》的随笔》一文", house) == ["《巴黎协定》"]
    assert sources("发布《关于追踪〈巴黎协定〉的随笔》一文", house) == []


def test_an_outer_title_wins(house: Glossary) -> None:
    title = "《《联合国海洋法公约》下国家管辖范围以外区域海洋生物多样性的养护和可持续利用协定》"
    assert sources(title, house) == [title]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("《甲》《乙》", [(0, 3), (3, 6)]),
        ("《甲《乙》丙》", [(0, 7), (2, 5)]),
        ("《甲〈乙〉》", [(0, 6)]),
        ("》《", []),
    ],
)
def test_titles(text: str, spans: list[tuple[int, int]]) -> None:
    assert documents.titles(text) == spans


def test_the_short_form_is_accepted(house: Glossary) -> None:
    (constraint,) = documents.find("《生物多样性公约》", house)
    assert "CBD" in constraint.targets
