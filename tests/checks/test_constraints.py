"""The checks on terms, names and titles: what is reported, what is quoted, and what a human may write."""

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.checks import check, numbers
from workflow.constrain import Terms, find
from workflow.constrain.verify import verify
from workflow.findings import Finding
from workflow.units import State, Unit


def found(terms: Terms, source: str, target: str, human: bool = False) -> list[Finding]:
    constraints = verify(find(source, terms), target, source, human)
    state, origin = (State.REVIEWED, "human") if human else (State.DRAFT, "engine:house")
    unit = Unit("0" * 12, "sections/0/paragraphs/0/0", source, target, state, origin, constraints=constraints)
    return list(check([unit], terms))


def ids(findings: list[Finding]) -> set[str]:
    return {finding.check for finding in findings}


LOST = [
    ("湄公河委员会参加了会议。", "The committee took part in the meeting.", False),
    ("湄公河委员会参加了会议。", "The committee took part in the meeting.", True),
    ("项目在湿地开展。", "The project is carried out in the marsh.", False),
    ("项目在湿地开展。", "The project is carried out in the fish farm.", False),
]


@pytest.mark.parametrize(("source", "target", "human"), LOST)
def test_a_lost_constraint_is_reported(terms: Terms, source: str, target: str, human: bool) -> None:
    assert "constraint-lost" in ids(found(terms, source, target, human))


def test_a_human_may_say_a_common_term_otherwise(terms: Terms) -> None:
    assert "constraint-lost" not in ids(
        found(terms, "项目在湿地开展。", "The project is in a marsh.", human=True)
    )


def test_another_term_in_its_place_is_reported_and_quoted(terms: Terms) -> None:
    findings = found(
        terms, "项目在湿地开展。", "The project is carried out on the desertification.", human=True
    )
    (lost,) = [finding for finding in findings if finding.check == "constraint-lost"]
    assert (lost.quote, lost.fix) == ("desertification", "wetland")


def test_a_name_with_a_wrong_letter_is_quoted(terms: Terms) -> None:
    findings = found(terms, "会议在昆明召开。", "The meeting was held in Kumning.", human=True)
    (lost,) = [finding for finding in findings if finding.check == "constraint-lost"]
    assert (lost.quote, lost.fix) == ("Kumning", "Kunming")


REMINDERS = [
    ("name-unknown", "云岭市交通投资建设集团有限公司参加会议。", "A company took part.", True),
    ("name-unknown", "深圳能源环保科技有限公司中标。", "A company won the bid.", True),
    ("name-unknown", "去年女儿考上了林学院。", "Her daughter entered the forestry school last year.", False),
    ("name-unknown", "农民只要学会就能增收。", "Farmers earn more once they have learned it.", False),
    ("name-unknown", "村里的老人们已经学会使用。", "The old people have learned to use it.", False),
    ("place-unknown", "会议在帕隆县召开。", "The meeting was held there.", True),
    ("place-unknown", "走进某市的街道。", "Walking into the streets.", False),
    ("place-read", "会议在南屿市召开。", "The meeting was held in Nanyu.", True),
    ("place-read", "会议在宜兴市召开。", "The meeting was held in Yixing.", False),
    ("program-unknown", "会议启动“清流同行”行动。", "The meeting launched an action.", True),
    ("program-unknown", "昆明水环境论坛开幕。", "The forum opened.", True),
    ("program-unknown", "“一带一路”系列活动已经开始。", "The activities have begun.", False),
    (
        "program-unknown",
        "澜湄合作领导人会议上提出绿色发展合作倡议。",
        "An initiative was put forward.",
        False,
    ),
    ("program-unknown", "会议启动“十年的计划”。", "The meeting launched a plan.", False),
    ("program-unknown", "云南省代表盛赞该工程。", "The delegates praised the project.", False),
    ("program-unknown", "会议审议《“清流同行”行动》。", "The meeting reviewed the document.", False),
    ("title-unknown", "会议发布《北岭防火行动计划》。", "The Action Plan was released.", True),
]


@pytest.mark.parametrize(("name", "source", "target", "reported"), REMINDERS)
def test_reminders_on_machine_english(
    terms: Terms, name: str, source: str, target: str, reported: bool
) -> None:
    assert (name in ids(found(terms, source, target))) is reported


# Places abroad in characters for their sound, and words that only look like one.
TRANSCRIBED = [
    ("会议在斯登德朗县召开，邻近的波勒区派人参加。", ["斯登德朗县", "波勒区"]),
    ("施工队驻扎在蓬通区。", ["蓬通区"]),
    ("斯登德朗县县长介绍了经验。", ["斯登德朗县"]),
    ("果农来自哈萨克斯坦阿拉木图州塔尔加尔区。", ["塔尔加尔区", "阿拉木图州"]),
    ("调查组到了占巴塞省孔县。", ["孔县"]),
    ("密支那县和八莫县遭遇洪水。", ["八莫县", "密支那县"]),
    ("老挝琅南塔省南哈村的藤匠来了。", ["南哈村"]),
    ("社区、库区和可采区都在示范社区内，周边社区受益。", []),
    ("河口、金平、绿春三县设立中心，用户平均每年省下百元。", []),
    ("保育区和高温区不开放，古镇的游客考察乡村。", []),
    ("他坦陈本省也有难题，非洲和拉丁美洲都来了人。", []),
]


@pytest.mark.parametrize(("source", "names"), TRANSCRIBED, ids=[source for source, _ in TRANSCRIBED])
def test_places_abroad_that_no_list_has_are_told(
    unit: Maker, findings: Findings, source: str, names: list[str]
) -> None:
    told = [f for f in findings([unit(source, "The place is far.")]) if f.check == "place-unknown"]
    assert sorted(dict(f.args)["name"] for f in told) == sorted(names)


LONG = "《南岭大气治理联合评估报告（2020-2024）》"
# The sentences of a bulletin, and the titles that are told, each with its sentence.
TITLES = [
    ([f"{LONG}（以下简称《报告》）发布。", "《报告》共五章。"], [(0, LONG)]),
    (["《报告》共五章。", f"{LONG}（简称《报告》）发布。"], [(1, LONG)]),
    ([f"{LONG}发布。", "《评估报告》共五章。"], [(0, LONG)]),
    (["各国通过《南岭大气污染防治合作倡议》。", "落实《南岭倡议》。", "落实《倡议》。"], [(0, "《南岭大气污染防治合作倡议》")]),
    (["印发《北岭方案》。", "解读《北岭方案》。", "落实《西岭方案》。"], [(0, "《北岭方案》"), (2, "《西岭方案》")]),
    (["《倡议》已经公布。", "各国通过《南岭合作倡议》。"], [(0, "《倡议》"), (1, "《南岭合作倡议》")]),
    ([f"{LONG}发布。", "《南岭日报》刊登了全文。"], [(0, LONG), (1, "《南岭日报》")]),
]  # fmt: skip


@pytest.mark.parametrize(("sources", "told"), TITLES, ids=[" ".join(sources) for sources, _ in TITLES])
def test_an_unknown_title_is_told_once_and_its_short_form_not(
    unit: Maker, findings: Findings, sources: list[str], told: list[tuple[int, str]]
) -> None:
    units = [unit(source, "The report has been released.", number) for number, source in enumerate(sources)]
    titles = [f for f in findings(units) if f.check == "title-unknown"]
    assert [(f.unit, dict(f.args)["title"]) for f in titles] == [(units[at].id, title) for at, title in told]


# A figure that is not in the English, or another: the one check that tells of it.
FIGURES = [
    ("氨氮排放量为9.7万吨。", "Ammonia nitrogen emissions were 9,700 tons.", "magnitude"),
    ("氨氮排放量为9.7万吨。", "Ammonia nitrogen was emitted.", "constraint-lost"),
    ("工业源约占5%。", "Industry had a part.", "constraint-lost"),
    ("用水15-20吨。", "It uses 150 tons of water.", "magnitude number-lost"),
    ("培训班于2024年3月开班。", "The training course opened in May 2024.", "date-shifted"),
    ("培训班于2024年3月开班。", "The training course opened in spring.", "constraint-lost"),
    ("监测断面有312个。", "There are 321 monitoring sections.", "number-changed"),
    ("合同为期三年。", "The contract runs for three months.", "unit-changed"),
    ("这是第三次会议。", "This is the fourth meeting.", "ordinal"),
    ("《中国—东盟环境合作战略及行动框架（2021—2025）》已经生效。", "The framework has taken effect.", "constraint-lost"),
]  # fmt: skip
TELL = {"constraint-lost", *(one.id for one in numbers.CHECKS)}


@pytest.mark.parametrize(("source", "target", "name"), FIGURES)
def test_each_loss_is_told_once(terms: Terms, source: str, target: str, name: str) -> None:
    assert [f.check for f in found(terms, source, target) if f.check in TELL] == name.split()


def test_the_figure_of_a_copied_field_is_told_as_lost(unit: Maker, findings: Findings) -> None:
    copied = unit("电话62018811", "Phone 62018818", slot="contact/phone")
    assert [f.check for f in findings([copied]) if f.check in TELL] == ["constraint-lost"]


@pytest.mark.parametrize(("name", "source", "target"), [row[:3] for row in REMINDERS])
def test_reminders_are_silent_on_human_english(terms: Terms, name: str, source: str, target: str) -> None:
    assert name not in ids(found(terms, source, target, human=True))


def test_discouraged_english_is_reported(terms: Terms) -> None:
    findings = found(
        terms, "联合国环境规划署参加会议。", "The United Nations Environment Program (UNEP) came."
    )
    assert "discouraged" in ids(findings)
