"""Steps of scales: grades, times told from today, kin and kinds that became others, or that nothing in the Chinese says."""

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.checks import steps

REPORTED = [
    ("白掌长臂猿已被列为极危物种。", "The lar gibbon has been listed as an endangered species.", "endangered"),
    ("这种鲤鱼被评为濒危。", "The carp has been assessed as vulnerable.", "vulnerable"),
    ("若水位继续上升，将启动Ⅱ级响应。", "If the water keeps rising, a Level III response will be activated.", "Level III"),
    ("该河段水质常年保持三类。", "Water quality of the reach stays at Class II all year round.", "Class II"),
    ("气象台发布橙色预警。", "The observatory issued a yellow warning.", "yellow"),
    ("下月双方将在万象会面。", "The two sides will meet in Vientiane this month.", "this month"),
    ("去年十一月，堤坝加固完成。", "The dike was reinforced this November.", "this November"),
    ("这项规定从明年起执行。", "The rule took effect last year.", "last year"),
    ("上周，专家们查看了滑坡点。", "Experts will inspect the landslide site next week.", "next week"),
    ("上半年共处理投诉40件。", "In the second half of the year, 40 complaints were handled.", "second half of the year"),
    ("每周取样一次。", "Samples are taken monthly.", "monthly"),
    ("户均增收两千元。", "Income rose by RMB 2,000 per capita.", "per capita"),
    ("稻谷亩产几乎翻番。", "The rice yield per mu nearly tripled.", "tripled"),
    ("用电量减少了一半。", "Power use was cut by a third.", "a third"),
    ("蓄水池能装三百方。", "The tank holds 300 square meters.", "square"),
    ("王淑兰女士主持了会议。", "Mr. Wang Shulan chaired the meeting.", "Mr."),
    ("他和妻子一起种茶。", "He grows tea together with her husband.", "husband"),
    ("她的父亲是渔民。", "Her mother is a fisher.", "mother"),
    ("爷爷教他划船。", "His grandmother taught him to row.", "grandmother"),
    ("村里的妇女学会了修水泵。", "The men of the village have learned to repair pumps.", "men"),
    ("乙方应在三日内付款。", "Party C shall pay within three days.", "Party C"),
    ("甲方应在三十日内付款。", "The seller shall pay within 30 days.", "seller"),
    ("买方应提供担保。", "The seller shall provide a guarantee.", "seller"),
    ("湄公河支流上有八座水文站。", "There are eight hydrological stations in Mekong tributary countries.", "countries"),
    ("省里新建了两个供水工程。", "Two new hydropower projects were built in the province.", "hydropower"),
    ("铁路沿线种了树。", "Trees were planted along the highway.", "highway"),
    ("旱灾毁了庄稼。", "The flood destroyed the crops.", "flood"),
    ("屋顶装上了光伏板。", "Wind turbines were fitted on the roof.", "Wind"),
    ("来自边境7县的代表参会。", "Representatives of the seven bordering provinces attended.", "provinces"),
    ("项目覆盖三个乡镇。", "The project covers three villages.", "villages"),
    ("入冬以后，候鸟来了。", "In summer, migratory birds came.", "summer"),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "words"), REPORTED, ids=[zh for zh, _, _ in REPORTED])
def test_reported(unit: Maker, findings: Findings, zh: str, en: str, words: str) -> None:
    found = [f for f in findings([unit(zh, en)]) if f.check == "step-changed"]
    assert [f.quote for f in found] == [words]


RIGHT = [
    ("全省五县两区参加。", "Five counties and two districts of the province took part."),
    ("两省五县共建平台。", "Five counties of the two provinces built the platform."),
    ("三个村庄通了水。", "Three villages got water."),
    ("各方愿加强合作。", "The countries wish to cooperate more closely."),
    ("买方和供应商签了合同。", "The buyer and the vendor signed a contract."),
    ("白掌长臂猿已被列为极危物种。", "The lar gibbon has been listed as critically endangered."),
    ("这种水鸟濒临灭绝。", "The water bird is endangered."),
    ("下月双方将在万象会面。", "The two sides will meet in Vientiane in June."),
    ("去年十一月，堤坝加固完成。", "The dike was reinforced in November 2023."),
    ("去年冬天雨水偏少。", "There was little rain last winter."),
    ("客流比上年同期多一成。", "There were 10% more passengers than a year earlier."),
    ("先生们，女士们，晚上好！", "Ladies and gentlemen, good evening!"),
    ("这对夫妻都是教师。", "Both husband and wife are teachers."),
    ("两国结为友好城市。", "The cities of the two countries became sister cities."),
    ("兄弟单位派人参加。", "Sister institutions sent people."),
    ("先生态、后产业。", "Ecology first, industry second."),
    ("孩子们的家长来了。", "The children's fathers and mothers came."),
    ("稻谷亩产几乎翻番。", "The rice yield per mu is almost twice what it was."),
    ("项目每年减排两万吨。", "The project cuts emissions by 20,000 tons annually."),
    ("妇女和男子轮流巡护。", "Women and men patrol by turns."),
    ("会议推迟到下半年。", "The meeting was put off to the second half of the year."),
    ("他在高三时转学。", "He changed schools in the last year of senior high school."),
    ("一刻钟后雨停了。", "The rain stopped a quarter of an hour later."),
    ("泉水从石缝里流出来。", "Spring water flows from the cracks."),
    ("农民在渠边歇息。", "Farmers rest beside the irrigation canal."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[f"{zh} {en}" for zh, en in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check == "step-changed"] == []


def test_a_copied_field_is_left_alone(unit: Maker, findings: Findings) -> None:
    copied = unit("不详", "next year", slot="contact/emails/0")
    assert [f for f in findings([copied]) if f.check == "step-changed"] == []


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("wife|wives", {"wife", "wives"}),
        ("(?:per|each) mu", {"per", "each"}),
        ("(?:forest )?fires?", {"forest", "fire"}),
        ("night-?time", {"night"}),
        ("rail(?:ways?|s)?", {"rail"}),
    ],
)
def test_where_a_pattern_may_begin(pattern: str, letters: set[str]) -> None:
    assert set(steps._beginnings(pattern)) == letters
