"""Two figures or two names in each other's place, told by the words around them; right English beside every error."""

import pytest

from workflow.checks import figures, numbers, swaps
from workflow.constrain import Terms, constrain
from workflow.constrain.verify import verify
from workflow.findings import Finding
from workflow.units import State, Unit

CHECK = next(check for check in numbers.CHECKS if check.id == "figures-swapped")


def unit(terms: Terms, zh: str, en: str) -> Unit:
    (made,) = constrain([Unit("0" * 12, "sections/0/paragraphs/0/0", zh, en, State.REVIEWED, "human")], terms)
    kept = verify(made.constraints, en, zh, human=True)
    return Unit(made.id, made.slot, zh, en, State.REVIEWED, "human", constraints=kept)


def found(terms: Terms, zh: str, en: str) -> list[Finding]:
    return list(figures.swapped_figures(unit(terms, zh, en), terms, CHECK))


# Chinese, right English, the figures that are exchanged in the wrong one
PAIRS = [
    ("村里修了30座桥，盖了20间校舍。", "The village built 30 bridges and 20 schoolhouses.", "30", "20"),
    ("大学生志愿者种下了800棵树，当地企业捐赠了35辆自行车。",
     "Student volunteers planted 800 trees, and local companies donated 35 bicycles.", "800", "35"),
    ("培训班收到报名表213份，其中36人被录取。", "The course received 213 applications, of which 36 were admitted.", "213", "36"),
    ("中心向学校赠送太阳能路灯50盏和环保绘本2000册。",
     "The Center gave the school 50 solar street lamps and 2,000 picture books.", "50", "2,000"),
    ("湖面由1200公顷缩小到860公顷。", "The lake has shrunk from 1,200 hectares to 860 hectares.", "1,200", "860"),
    ("出苗率从38%提高到61%。", "The emergence rate rose from 38% to 61%.", "38%", "61%"),
    ("全村237户中有231户用上了自来水。", "Of the 237 households in the village, 231 now have tap water.", "237", "231"),
    ("共查出隐患1378处，其中1290处已经改好。", "In all 1,378 hazards were found, of which 1,290 have been removed.",
     "1,378", "1,290"),
]  # fmt: skip


def exchanged(english: str, one: str, two: str) -> str:
    return english.replace(one, "#").replace(two, one).replace("#", two)


@pytest.mark.parametrize(("zh", "en", "one", "two"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_figures_that_have_changed_places_are_named(
    terms: Terms, zh: str, en: str, one: str, two: str
) -> None:
    (finding,) = found(terms, zh, exchanged(en, one, two))
    assert {finding.quote, finding.fix} == {one.strip("%"), two.strip("%")}
    assert found(terms, zh, en) == []


RIGHT = [
    ("来自六国的48名学员参加学习，其中女学员21人，占比近44%。", "The 48 trainees from six countries took part in the course, 21 of them women, nearly 44% of the total."),
    ("在参与测试的24个村庄中，19个达到优良等级。", "Nineteen of the 24 villages tested were rated good or excellent."),
    ("泰国孔敬府府尹宣布，孔敬成为泰国首个禁止露天焚烧垃圾的府。",
     "The Governor of Khon Kaen announced that Khon Kaen had become the first province in Thailand to ban the open burning of waste."),
    ("来自六国的12名教师坐在第一排。", "Twelve teachers from the six countries sat in the front row."),
    ("用水量从最差的60吨到最好的4吨不等。", "Water use ranges from 4 tons at best to 60 at worst."),
    ("顾问应在45天内提交起始报告，90天内提交中期报告。",
     "The consultant shall submit the inception report within 45 days and the interim report within 90 days."),
    ("12月5日有30人参加，12月6日有20人参加。", "Thirty people took part on December 5 and 20 on December 6."),
    ("水位已超警戒线1.73米，且仍以每小时4厘米的速度上涨。",
     "The water is already 1.73 meters above the warning line and still rising at 4 centimeters an hour."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[zh for zh, _en in RIGHT])
def test_another_order_of_words_is_no_error(terms: Terms, zh: str, en: str) -> None:
    assert [finding.text for finding in found(terms, zh, en)] == []


NAMES = [
    ("来自昆明的专家介绍了湿地保护的做法，来自万象的代表谈到了垃圾分类。",
     "Experts from Kunming described wetland protection, and representatives from Vientiane talked about waste sorting.",
     "Kunming", "Vientiane"),
    ("昆明的工厂生产设备，万象的学校培训教师。",
     "Factories in Kunming make equipment, and schools in Vientiane train teachers.", "Kunming", "Vientiane"),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "one", "two"), NAMES, ids=[pair[0] for pair in NAMES])
def test_names_with_each_others_words_around_them_are_named(
    terms: Terms, zh: str, en: str, one: str, two: str
) -> None:
    (check,) = swaps.CHECKS
    (finding,) = swaps.swapped(unit(terms, zh, exchanged(en, one, two)), terms, check)
    assert {finding.quote, finding.fix} == {one, two}
    assert list(swaps.swapped(unit(terms, zh, en), terms, check)) == []
