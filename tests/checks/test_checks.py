"""Each check on sentences that it must report, and on some that it must not."""

import pytest

from workflow.checks import CHECKS, check
from workflow.constrain import Terms, find
from workflow.constrain.verify import verify
from workflow.units import State, Unit


def found(terms: Terms, source: str, target: str, **more: object) -> list[str]:
    constraints = verify(find(source, terms), target, source)
    unit = Unit("0" * 12, "sections/0/paragraphs/0/0", source, target, State.DRAFT, "engine:house")
    fields = {name: getattr(unit, name) for name in unit.__slots__} | {"constraints": constraints} | more
    return [f.check for f in check([Unit(**fields)], terms)]


REPORTED = [
    ("constraint-lost", "湄公河委员会参加了会议。", "The committee took part in the meeting."),
    ("constraint-lost", "会议于2022年12月7日举行。", "The meeting was held in winter."),
    ("date-shifted", "会议于2022年12月7日举行。", "The meeting was held on December 17, 2022."),
    ("name-doubtful", "越南驻昆明总领事馆领事阮友雄致辞。", "Consul Nguyen Huu Hung of Viet Nam spoke."),
    ("number-changed", "共有12个项目。", "There are 13 projects."),
    ("discouraged", "联合国环境规划署参加会议。", "The United Nations Environment Program took part (UNEP)."),
    ("title-unknown", "会议发布《北岭防火行动计划》。", "The Action Plan was released at the meeting."),
    ("name-unknown", "云岭市交通投资建设集团有限公司参加会议。", "A company took part in the meeting."),
    ("place-unknown", "会议在帕隆县召开。", "The meeting was held in Nanning."),
]


@pytest.mark.parametrize(("name", "source", "target"), REPORTED, ids=[f"{n} {s[:8]}" for n, s, _ in REPORTED])
def test_reported(terms: Terms, name: str, source: str, target: str) -> None:
    assert name in found(terms, source, target)


CLEAN = [
    (
        "会议在昆明市召开，各省、全县和城市代表参加。",
        "The meeting was held in Kunming, attended by provinces, the county and cities.",
    ),
    ("相关研究院和大学参加会议。", "Relevant research academies and universities took part in the meeting."),
    ("会议于2022年12月7日举行。", "The meeting was held on December 7, 2022."),
    ("湄公河委员会参加了会议。", "The Mekong River Commission took part in the meeting."),
    (
        "来自六国的50余名代表参加会议。",
        "More than 50 representatives from the six countries attended the meeting.",
    ),
    (
        "生态环境部国际合作司司长周军致辞。",
        "Zhou Jun, Director-General of the Department of International Cooperation of the Ministry of Ecology and Environment, delivered a speech.",
    ),
]


@pytest.mark.parametrize(("source", "target"), CLEAN, ids=[s for s, _ in CLEAN])
def test_not_reported(terms: Terms, source: str, target: str) -> None:
    assert found(terms, source, target) == []


def test_every_check_has_its_own_id_and_a_title() -> None:
    assert len({c.id for c in CHECKS}) == len(CHECKS)
    assert all(c.title for c in CHECKS)
