"""Constraints found, lost, shared and swapped in the English."""

import pytest

from workflow.constrain.verify import verify
from workflow.units import Constraint, Kind


def made(source: str, *spans: tuple[str, Kind, str]) -> tuple[Constraint, ...]:
    """Return constraints whose sources stand in the text in the order given; targets are divided by |."""
    constraints, position = [], 0
    for text, kind, targets in spans:
        start = source.index(text, position)
        position = start + len(text)
        constraints.append(Constraint(start, position, text, tuple(targets.split("|")), kind))
    return tuple(constraints)


ONE: list[tuple[Kind, str, str, bool]] = [
    ("term", "address climate change", "Addressing climate change takes time.", True),
    ("term", "addressing climate change", "They addressed climate change.", True),
    ("term", "demonstration project", "Three demonstration projects began.", True),
    ("term", "demonstration project", "A Demonstration Project began.", True),
    ("term", "policy dialogue", "Policy dialogues were held.", True),
    ("term", "country", "The countries agreed.", True),
    ("term", "low-carbon development", "Low carbon development matters.", True),
    ("term", "enhance capacity", "By enhancing capacity, they won.", True),
    ("term", "Ministry of Ecology and Environment", "the Ministry of Ecology and Environment", True),
    ("term", "Ministry of Environment", "the Ministry of the Environment", True),
    ("term", "hold a meeting", "They held the meeting.", True),
    ("term", "climate change", "The change of climate is fast.", False),
    ("term", "ecosystem management", "Ecosystem-based management works.", False),
    ("term", "China", "The Indochina peninsula", False),
    ("term", "WHO", "Those who came", False),
    ("term", "WHO", "the WHO said", True),
    ("term", "river", "The driver left.", False),
    ("term", "basin", "The basin's water", True),
    ("person", "Zhou Jun", "Mr. Zhou Jun spoke.", True),
    ("person", "Zhou Jun", "Zhou Juntao spoke.", False),
    ("person", "Zhou Jun", "Jun Zhou spoke.", False),
    ("person", "Narumon Oris", "Narumon ORIS spoke.", True),
    ("date", "December 7, 2022|7 December 2022", "On 7 December 2022, it met.", True),
    ("date", "December 7, 2022", "On December 17, 2022, it met.", False),
    ("date", "May", "They may come.", False),
    ("date", "May", "They came in May.", True),
    ("date", "2018-2022|2018 to 2022", "the Strategy 2018–2022", True),
    ("date", "2023", "in 2,023 cases", False),
    ("quantity", "30", "3,000 people and 300 tons", False),
    ("quantity", "30", "at 30% only", False),
    ("quantity", "30", "30 million people", False),
    ("quantity", "30", "30 people.", True),
    ("quantity", "5", "the 5th meeting", False),
    ("quantity", "five|5", "twenty-five days", False),
    ("quantity", "five|5", "five hundred days", False),
    ("quantity", "two|2", "two-thirds of it", False),
    ("quantity", "five|5", "a five-year plan", True),
    ("quantity", "310", "310 third-party laboratories", True),
    ("quantity", "12", "the 12 third prizes", True),
    ("quantity", "1|one", "one third-party laboratory", True),
    ("quantity", "1|one", "one third of the laboratories", False),
    ("quantity", "two|2", "two thirds of it", False),
    ("quantity", "16 years", "over 16 remarkable years", True),
    ("quantity", "100 kilometers", "over 100 square kilometers", False),
    ("quantity", "five days", "in five hundred days", False),
    ("quantity", "five days", "in five working days", False),
    ("quantity", "41 degree", "the 41-degree heat", True),
    ("quantity", "20 square meters|20 square meter", "a 20-square-meter room", True),
    ("quantity", "more than 3,000", "More than 3000 came.", True),
    ("quantity", "US$7 billion|7 billion US dollars", "some US$ 7 billion", False),
    ("quantity", "US$7 billion|7 billion US dollars", "some US$7 billion", True),
    ("quantity", "US$7 billion", "some US$7 million", False),
    ("quantity", "42%|42 percent", "by 42 percent.", True),
    ("quantity", "1.5", "about 11.5 degrees", False),
    ("document", "The Framework for Action", "the “Framework for Action” was adopted", True),
    ("document", "Cooperation Strategy (2018-2022)", "*Cooperation Strategy (2018–2022)*", True),
    ("document", "Cooperation Strategy (2018-2022)", "Cooperation Strategy (2023-2027)", False),
    ("term", "Southeast Asia", "twelve Southeast Asian cities", True),
    ("term", "carbon neutrality", "carbon neutral by 2060", True),
    ("term", "pygmy slow loris", "two pygmy slow lorises", True),
    ("term", "dry season", "in the dry and rainy seasons", True),
    ("term", "dry season", "in the dry valley and the rainy season", False),
    ("term", "online monitoring", "online carbon emission monitoring", False),
    ("term", "online monitoring", "online sales of monitoring devices", False),
    ("term", "soil pollution", "water pollution", False),
    ("term", "program office", "the programme offices", True),
    ("term", "US$", "US$20 billion", True),
    ("term", "Grade A", "rated Grade A or above", True),
    ("term", "Grade A", "rated Grade B or above", False),
    ("term", "Chon Buri Province", "in Chonburi Province", True),
    ("term", "Chon Buri Province", "in Chon Daeng Province", False),
    (
        "term",
        "Ministry of Water Resources",
        "the Ministries of Ecology and Environment and of Water Resources",
        True,
    ),
    ("term", "Ministry of Water Resources", "the Ministry of Agriculture and Water Resources", False),
    ("term", "Water Council of Thailand", "Thailand's Water Council", False),
    ("term", "Water Council of Thailand", "the Water Council of Cambodia", False),
    (
        "term",
        "Department of Forestry of Hunan Province",
        "the Hunan Provincial Department of Forestry",
        False,
    ),
    ("term", "Department of Forestry of Hunan Province", "the Hunan Provincial Department of Finance", False),
    ("term", "Embassy of China in Lao PDR", "China's Embassy in Lao PDR", False),
    ("term", "Embassy of China in Lao PDR", "the Embassy of Lao PDR in China", False),
    ("term", "President of Timor-Leste", "President Ramos Horta of Timor-Leste", False),
    ("term", "President of Timor-Leste", "Vice President Ramos Horta of Timor-Leste", False),
    ("term", "Director of the Water Office", "the Deputy Director of the Water Office", False),
    ("term", "Director", "the Associate Director", False),
    ("term", "Deputy Director", "the Deputy Director", True),
    ("document", "Environmental Protection Law", "the Law on Environmental Protection", False),
    ("document", "Methane Emissions Plan", "the Methane Emission Plan", True),
    ("document", "Environmental Protection Law", "the Marine Protection Law", False),
    ("term", "China Foreign Affairs University", "at the China Foreign Affairs University", True),
    ("term", "China Foreign Affairs University", "at Chinese Foreign Affairs University", False),
    ("term", "Chinese Academy of Sciences", "the China Academy of Sciences", False),
    ("term", "Asian Development Bank", "the Asia Development Bank", False),
    ("term", "Department of Environment", "the Department of Environmental Protection", False),
    ("term", "National Congress", "the Nation Congress", False),
    ("term", "Latin America", "five Latin American cities", True),
    ("document", "Environmental Protection Law", "the Environment Protection Law", False),
    ("term", "biodiversity conservation", "to conserve biodiversity", False),
    (
        "term",
        "improvement of the rural living environment",
        "by improving the rural living environment",
        True,
    ),
    ("term", "improvement of the rural living environment", "improved the rural environment", False),
    ("verbatim", "COP15", "at COP15 in Kunming", True),
    ("verbatim", "COP15", "at COP150", False),
    ("verbatim", "COP15", "at Cop15", False),
    ("verbatim", "a@example.org", "mail a@example.org.", True),
]


@pytest.mark.parametrize(("kind", "targets", "english", "kept"), ONE)
def test_one_constraint(kind: Kind, targets: str, english: str, kept: bool) -> None:
    constraint = Constraint(0, 2, "某词", tuple(targets.split("|")), kind)
    (verified,) = verify([constraint], english, "某词")
    assert verified.kept is kept
    assert (verified.at is not None) is kept


HUMAN = [
    ("online monitoring", "online carbon emission monitoring", True),
    ("Water Council of Thailand", "Thailand's Water Council", True),
    ("Department of Forestry of Hunan Province", "the Hunan Provincial Department of Forestry", True),
    ("Embassy of China in Lao PDR", "China's Embassy in Lao PDR", True),
    ("President of Timor-Leste", "President Ramos Horta of Timor-Leste", True),
    ("water quality", "The quality of the river's water improved.", True),
    ("water quality", "The water rose. Its quality fell.", False),
    ("climate change", "The change of climate is fast.", True),
    ("soil pollution", "Water pollution is worse.", False),
    ("Water Quality Center", "The Quality Center for Water Users", False),
    ("China Foreign Affairs University", "He studied at Chinese Foreign Affairs University.", False),
    ("Bank of China", "the Chinese Bank", False),
    (
        "University of Science and Technology of China",
        "the Chinese University of Science and Technology",
        False,
    ),
    ("Ministry of Environment of Cambodia", "the Cambodian Ministry of Environment", True),
    ("Chinese Embassy in Myanmar", "the Embassy of China in Myanmar", True),
    ("Chinese Embassy in Myanmar", "China's Embassy in Myanmar", True),
    ("Chinese Embassy in Myanmar", "the China Embassy in Myanmar", False),
]


@pytest.mark.parametrize(("target", "english", "kept"), HUMAN)
def test_a_human_may_order_the_words_of_a_common_term(target: str, english: str, kept: bool) -> None:
    constraint = Constraint(0, 2, "某词", (target,), "term")
    assert verify([constraint], english, "某词", human=True)[0].kept is kept


@pytest.mark.parametrize(("human", "kept"), [(True, [True, True]), (False, [True, False])])
def test_a_human_need_not_repeat_a_common_term(human: bool, kept: list[bool]) -> None:
    source = "湿地是湿地"
    pair = made(source, ("湿地", "term", "wetland"), ("湿地", "term", "wetland"))
    assert [one.kept for one in verify(pair, "A wetland is what it is.", source, human=human)] == kept


def test_place_is_the_span_in_the_english() -> None:
    source = "周军出席"
    (verified,) = verify(made(source, ("周军", "person", "Zhou Jun")), "Mr. Zhou Jun attended.", source)
    assert verified.at == (4, 12)


def test_repeated_constraints_need_as_many_places() -> None:
    source = "中心与中心会谈"
    pair = made(source, ("中心", "term", "Center"), ("中心", "term", "Center"))
    assert [one.kept for one in verify(pair, "The Center met the Center.", source)] == [True, True]
    assert sorted(one.kept for one in verify(pair, "The Center met itself.", source)) == [False, True]


def test_a_longer_constraint_does_not_hold_a_shorter_one() -> None:
    source = "中国和中国国际问题研究院"
    pair = made(
        source,
        ("中国", "term", "China"),
        ("中国国际问题研究院", "term", "China Institute of International Studies"),
    )
    assert [one.kept for one in verify(pair, "the China Institute of International Studies", source)] == [
        False,
        True,
    ]
    both = verify(pair, "The China Institute of International Studies and China met.", source)
    assert [one.kept for one in both] == [True, True]
    assert both[0].at == (49, 54)


def test_a_place_is_given_up_where_its_owner_has_another() -> None:
    source = "五个和5个"
    pair = made(source, ("五", "quantity", "five|5"), ("5", "quantity", "5"))
    assert [one.kept for one in verify(pair, "5 of them and five others", source)] == [True, True]


SPEAKERS = "水利部处长张三、环境部处长李四发言"
SPEAKER_SPANS: tuple[tuple[str, Kind, str], ...] = (
    ("水利部", "term", "Ministry of Water"),
    ("处长", "term", "division director"),
    ("张三", "person", "Zhang San"),
    ("环境部", "term", "Ministry of Environment"),
    ("处长", "term", "division director"),
    ("李四", "person", "Li Si"),
)


@pytest.mark.parametrize(
    ("english", "kept"),
    [
        ("Zhang San, division director of the Ministry of Water, and Li Si, division director of the Ministry of Environment, spoke.", True),
        ("Division director Li Si of the Ministry of Environment and division director Zhang San of the Ministry of Water spoke.", True),
        ("Zhang San and Li Si, division directors of the Ministry of Water and the Ministry of Environment, each a division director, spoke.", True),
        ("Li Si, division director of the Ministry of Water, and Zhang San, division director of the Ministry of Environment, spoke.", False),
        ("Division director Li Si of the Ministry of Water and division director Zhang San of the Ministry of Environment spoke.", False),
    ],
)  # fmt: skip
def test_two_persons_with_each_others_office_are_lost(english: str, kept: bool) -> None:
    verified = verify(made(SPEAKERS, *SPEAKER_SPANS), english, SPEAKERS)
    assert [one.kept for one in verified if one.kind == "person"] == [kept, kept]
    assert all(one.kept for one in verified if one.kind == "term")


def test_persons_without_offices_may_change_places() -> None:
    source = "张三会见李四"
    pair = made(source, ("张三", "person", "Zhang San"), ("李四", "person", "Li Si"))
    assert all(one.kept for one in verify(pair, "Li Si was received by Zhang San.", source))


def test_latin_names_are_persons_too() -> None:
    source = "水利部处长Tran Van An、环境部处长Somchai Dee发言"
    spans = list(SPEAKER_SPANS)
    spans[2] = ("Tran Van An", "verbatim", "Tran Van An")
    spans[5] = ("Somchai Dee", "verbatim", "Somchai Dee")
    english = "Somchai Dee, division director, Ministry of Water; Tran Van An, division director, Ministry of Environment"
    verified = verify(made(source, *spans), english, source)
    assert [one.kept for one in verified if one.kind == "verbatim"] == [False, False]


def test_nothing_is_kept_in_an_empty_english() -> None:
    source = "2023年，6个国家"
    pair = made(source, ("2023年", "date", "2023"), ("6", "quantity", "six|6"))
    assert [one.kept for one in verify(pair, "", source)] == [False, False]


def test_a_term_said_twice_and_once_at_the_very_end_is_lost_once() -> None:
    source = "保护生物多样性就是保护生物多样性"
    twice = [Constraint(at, at + 5, "生物多样性", ("biodiversity",), "term") for at in (2, 11)]
    kept = [c.kept for c in verify(twice, "To protect it is to protect biodiversity", source)]
    assert sorted(kept) == [False, True]
