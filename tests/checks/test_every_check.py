"""Every check on one error that it names and no other check does, and on the right English of the same Chinese."""

from dataclasses import dataclass, replace

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.checks import CHECKS
from workflow.constrain.verify import verify
from workflow.findings import Finding
from workflow.units import State, Suggestion, Unit, Way

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """Hold a check, a Chinese sentence, English with the check's error and right English.

    `before` and `after` are right pairs of the same bulletin. `way` and `confidence` are those of the wrong English,
    which an engine made; the right English is an engine's too, or that of a human who answers a reminder. `offered` is
    what a second editor wrote for it. `beside` are the checks that by their nature come along.
    """

    check: str
    zh: str
    wrong: str
    right: str
    before: tuple[Pair, ...] = ()
    after: tuple[Pair, ...] = ()
    way: Way = ""
    confidence: float = 0.9
    human: bool = False
    offered: str = ""
    beside: frozenset[str] = frozenset()


# A code is a constraint, so that one that stands otherwise in the English is lost as well; only the row's own check
# says which words of the English stand in its place.
LOST = frozenset({"constraint-lost"})
ENDED = ("会议取得圆满成功。", "The meeting was a complete success.")

ROWS = (
    Row("review-conflict", "村民们开始重新种植红树林。", "The villagers have begun to replant mangroves.", "The villagers have begun to replant mangroves.", offered="Villagers are planting mangroves again."),
    Row("constraint-lost", "与会代表就红树林的恢复方法交换了意见。", "Delegates exchanged views on methods of restoring coastal forests.", "Delegates exchanged views on methods of restoring mangroves."),
    Row("discouraged", "越南代表介绍了本国的垃圾分类办法。", "The representative of Vietnam introduced the country's waste sorting rules.", "The representative of Viet Nam introduced the country's waste sorting rules."),
    Row("title-unknown", "会议发布了《流域塑料垃圾防治手册》。", "A plastic waste manual for river basins was released at the meeting.", "The Handbook on Preventing Plastic Waste in River Basins was released at the meeting.", human=True),
    Row("name-unknown", "南溪竹编工艺有限公司派人参加了培训。", "Nanxi Bamboo Weaving Technology Co., Ltd. sent staff to the training.", "Nanxi Bamboo Weaving Crafts Co., Ltd. sent staff to the training.", human=True),
    Row("place-unknown", "培训班在帕隆县举办。", "The training course was held there.", "The training course was held in Pa Long.", human=True),
    Row("place-read", "培训班在南屿市举办。", "The training course was held in Nanyu.", "The training course was held in Nanyu.", human=True),
    Row("program-unknown", "“清流同行”行动已经启动。", "The Walking with Streams action has been launched.", "The Clear Streams Together Initiative has been launched.", human=True),
    Row("name-doubtful", "泰国学者纳塔蓬·桑通介绍了水稻种植技术。", "Thai scholar Natapeng Sangtong introduced rice cultivation techniques.", "Thai scholar Nattaphong Saengthong introduced rice cultivation techniques.", human=True),
    Row("name-order", "被问到成本时，邱明远笑了。", "Asked about costs, Mingyuan Qiu smiled.", "Asked about costs, Qiu Mingyuan smiled."),
    Row("name-misspelt", "优秀学员奖授予邝秀英等人。", "The award for outstanding trainees went to Kuang Xiuyig and others.", "The award for outstanding trainees went to Kuang Xiuying and others.", beside=frozenset({"word-unsaid"})),
    Row("verbatim-changed", "COP15的成果令人鼓舞。", "The outcomes of COP12 are encouraging.", "The outcomes of COP15 are encouraging.", beside=LOST),
    Row("name-invented", "专家认为，河流水质有所改善。", "Expert Zheng Yulan held that the water quality of the river had improved.", "Experts held that the water quality of the river had improved."),
    Row("place-invented", "近年来，前来观鸟的游客逐年增多。", "In recent years, more and more visitors have come from Malaysia to watch birds.", "In recent years, more and more visitors have come to watch birds."),
    Row("rank", "研究所的前所长回忆了建站的经过。", "The director of the institute recalled how the station was built.", "The former director of the institute recalled how the station was built."),
    Row("names-swapped", "这批设备从昆明运到万象。", "The equipment was shipped from Vientiane to Kunming.", "The equipment was shipped from Kunming to Vientiane."),
    Row("date-shifted", "周三下午，学员们参观了污水处理厂。", "On Thursday afternoon, the trainees visited a sewage treatment plant.", "On Wednesday afternoon, the trainees visited a sewage treatment plant."),
    Row("ordinal", "暴雨过后第二天，村里恢复供水。", "On the third day after the rainstorm, water supply was restored in the village.", "On the second day after the rainstorm, water supply was restored in the village."),
    Row("magnitude", "出水浊度稳定在0.2NTU以下。", "The turbidity of the treated water has stayed below 2 NTU.", "The turbidity of the treated water has stayed below 0.2 NTU."),
    Row("number-changed", "二氧化碳浓度约为280ppm。", "Carbon dioxide concentration was about 380 ppm.", "Carbon dioxide concentration was about 280 ppm."),
    Row("number-lost", "污染指数200以上为重度污染。", "A high pollution index means heavy pollution.", "A pollution index above 200 means heavy pollution."),
    Row("number-invented", "多国专家参加了培训。", "A total of 38 experts from many countries took part in the training.", "Experts from many countries took part in the training."),
    Row("unit-changed", "项目为期三年。", "The project will run for three months.", "The project will run for three years."),
    Row("figures-swapped", "村里修了30座桥，盖了20间校舍。", "The village built 20 bridges and 30 schoolhouses.", "The village built 30 bridges and 20 schoolhouses."),
    Row("empty", "学员们参观了村里的沼气池。", "", "The trainees visited the biogas digesters in the village."),
    Row("length", "众人拾柴火焰高，涓涓细流汇成海。", "Many hands make.", "Many hands make light work, and trickling streams make a sea."),
    Row("by-clauses", "由于湿地得到保护，候鸟又回来了。", "Because of wetlands protected. Migratory birds have returned again.", "Migratory birds have returned again because the wetlands are protected.", way="split"),
    Row("unsure", "村民们用竹篓捕鱼。", "Villagers fish with bamboo.", "The villagers fish with bamboo traps.", confidence=0.2),
    Row("untranslated", "梯田上的歌声", "梯田上的歌声", "Songs on the Terraced Fields"),
    Row("no-translation", "请在会后提交各自的意见。", "Veuillez soumettre vos avis respectifs après la réunion avec les autres.", "Please submit your respective comments after the meeting."),
    Row("han-left", "村民们用竹子搭起了凉棚。", "The villagers built a 凉棚 of bamboo.", "The villagers built a pergola of bamboo."),
    Row("corrupted", "会议的成果已经公布。", "The meetingâ€™s outcomes have been published.", "The meeting's outcomes have been published."),
    Row("added-note", "会议的成果已经公布。", "Here is the translation: The outcomes of the meeting have been published.", "The outcomes of the meeting have been published."),
    Row("loop", "村民们行动起来，保护家乡的河流。", "The villagers have taken action to protect the river of their home, to protect the river banks and to protect the river again.", "The villagers have taken action to protect the river of their home."),
    Row("doubled-phrase", "培训班在湖边的一所学校举办。", "The training course was held in a school in a school by the lake.", "The training course was held in a school by the lake."),
    Row("doubled-word", "农民学会了如何利用秸秆。", "Farmers have learned how to make use of of straw.", "Farmers have learned how to make use of straw."),
    Row("said-twice", "凌晨4时，救援人员抵达现场。", "At 4 a.m., rescuers arrived at the scene at 4 a.m.", "At 4 a.m., rescuers arrived at the scene."),
    Row("chinese-punctuation", "会议结束后，代表们参观了工厂。", "After the meeting，the delegates visited a factory.", "After the meeting, the delegates visited a factory."),
    Row("unpaired", "该项目（一期）已经完工。", "The project (phase I has been completed.", "The project (phase I) has been completed."),
    Row("spacing", "会议结束后，代表们参观了工厂。", "After the meeting,the delegates visited a factory.", "After the meeting, the delegates visited a factory."),
    Row("end-mark", "我们怎样才能减少垃圾？", "How can we reduce waste.", "How can we reduce waste?"),
    Row("capital", "会议结束后，代表们参观了工厂。", "after the meeting, the delegates visited a factory.", "After the meeting, the delegates visited a factory."),
    Row("quotes-lost", "村长说：“以前这里是一片荒地。”", "The village head said this used to be a wasteland.", "The village head said, “This used to be a wasteland.”"),
    Row("british-spelling", "劳动力成本有所上升。", "Labour costs have risen.", "Labor costs have risen."),
    Row("inconsistent-target", ENDED[0], "The conference was a great success.", ENDED[1], before=(ENDED,)),
    Row("same-target", "代表们随后参观了工厂。", ENDED[1], "The delegates then visited a factory.", before=(ENDED,)),
    Row("inconsistent-term", "学员们在河内参观了工厂。", "The trainees visited a factory in Ha Noi.", "The trainees visited a factory in Hanoi.", before=(("培训在河内举办。", "The training was held in Hanoi."),)),
    Row("first-mention", "湄公河委员会派专家参加了培训。", "MRC sent experts to the training.", "The Mekong River Commission (MRC) sent experts to the training.", after=(("湄公河委员会还提供了设备。", "MRC also provided equipment."),)),
    Row("polarity", "村民们不愿意搬走。", "The villagers were willing to move away.", "The villagers were unwilling to move away."),
    Row("negation-added", "与会各方将继续加强合作。", "The participants will not continue to strengthen cooperation.", "The participants will continue to strengthen cooperation."),
    Row("direction", "去年全省用水量下降了。", "Water consumption of the province rose last year.", "Water consumption of the province fell last year."),
    Row("pronoun", "她把样品交给了实验室。", "He handed the samples to the laboratory.", "She handed the samples to the laboratory."),
    Row("step-changed", "乙方应当及时付款。", "Party A shall pay in time.", "Party B shall pay in time."),
    Row("term-exchanged", "经过抢修，受损的供水管道已经恢复。", "After repairs, the damaged domestic sewage pipes are working again.", "After repairs, the damaged water supply pipes are working again.", beside=frozenset({"term-otherwise"})),
    Row("word-added", "昨夜的暴雨冲毁了三座桥。", "Last night's rainstorm washed away three bridges and killed villagers.", "Last night's rainstorm washed away three bridges."),
    Row("country-added", "老挝的专家与生态环境部共同编写了手册。", "Experts of Lao PDR and the Ministry of Ecology and Environment of Lao PDR wrote the manual together.", "Experts of Lao PDR and the Ministry of Ecology and Environment wrote the manual together."),
    Row("omission", "志愿者清理了河岸的塑料垃圾，还向村里的学生介绍了画眉。", "Volunteers cleared the plastic waste from the river bank that day.", "Volunteers cleared the plastic waste from the river bank and told the students of the village about thrushes."),
    Row("list-item", "他们参观了农场、博物馆、医院和学校。", "They visited a farm, a hospital and a school.", "They visited a farm, a museum, a hospital and a school."),
    Row("items-fewer", "他卖的是竹篮、草席和鱼钩。", "He sells baskets and hooks.", "He sells baskets, mats and hooks."),
    Row("term-missing", "秘书处将于会后分发会议纪要。", "The secretariat will send out the papers afterwards.", "The secretariat will send out the meeting minutes afterwards."),
    Row("term-otherwise", "村民把油布盖在粮仓上。", "The villagers covered the barn with oil bands.", "The villagers covered the barn with tarpaulin."),
    Row("word-unsaid", "他们带来了赫尔辛基的地图。", "They brought a map of Heersing.", "They brought a map of Helsinki."),
    Row("head-unsaid", "代表团参观了茶叶研究所。", "The delegation visited a tea garden.", "The delegation visited a tea research institute."),
    Row("body-unlisted", "最高行政法院驳回了上诉。", "The highest administrative court rejected the appeal.", "The Supreme Administrative Court rejected the appeal.", human=True),
    Row("place-unread", "农民在帕隆瀑布旁种植咖啡。", "Farmers grow coffee beside the Nakhon Falls.", "Farmers grow coffee beside the Palong Falls."),
    Row("hedge-added", "这座水库向300户村民供水。", "The reservoir supplies nearly 300 households with water.", "The reservoir supplies 300 households with water."),
    Row("bound-reversed", "出水总磷不高于0.5毫克/升。", "Total phosphorus in the effluent is no less than 0.5 milligrams per liter.", "Total phosphorus in the effluent is no more than 0.5 milligrams per liter."),
    Row("time-reversed", "2026年6月底前，完成评估。", "The assessment will be completed after the end of June 2026.", "The assessment will be completed by the end of June 2026."),
    Row("year-made-limit", "2021年，该县发生洪灾。", "By 2021, the county suffered a flood.", "In 2021, the county suffered a flood."),
    Row("figure-misattached", "万象、金边、芹苴的污水处理率分别仅为12%、31%和23%。", "The wastewater treatment rates of Phnom Penh, Vientiane and Can Tho were only 12%, 31% and 23%, respectively.", "The wastewater treatment rates of Vientiane, Phnom Penh and Can Tho were only 12%, 31% and 23%, respectively."),
    Row("heading-number", "五、专家点评", "III. Expert Comments", "V. Expert Comments"),
    Row("time-unsaid", "去年冬天雨水偏少。", "There was little rain in winter.", "There was little rain last winter."),
    Row("sex-guessed", "周军在致辞中感谢了各国代表。", "In his remarks, Zhou Jun thanked the delegates of all countries.", "In the opening remarks, Zhou Jun thanked the delegates of all countries."),
    Row("host-changed", "论坛由云南大学主办，河海大学协办。", "The forum was hosted by Yunnan University and Hohai University.", "The forum was hosted by Yunnan University and co-organized by Hohai University."),
    Row("on-behalf", "他代表主办方发言。", "The representative of the organizer spoke.", "He spoke on behalf of the organizer."),
    Row("formula-unsaid", "现将有关情况通报如下。", "The situation is now reported.", "The situation is reported as follows."),
    Row("bound-lost", "至少有12个村停电。", "12 villages had a power outage.", "At least 12 villages had a power outage."),
    Row("body-invented", "专家介绍了鱼类洄游的规律。", "Experts from the Ministry of Health explained how fish migrate.", "Experts explained how fish migrate."),
)  # fmt: skip


def bulletin(unit: Maker, row: Row, middle: Unit) -> list[Unit]:
    before = [unit(*pair, number) for number, pair in enumerate(row.before, 1)]
    after = [unit(*pair, number) for number, pair in enumerate(row.after, 1 + len(before))]
    return [*before, middle, *after]


@pytest.mark.parametrize("row", ROWS, ids=[row.check for row in ROWS])
def test_the_error_is_named_by_its_check_alone(unit: Maker, findings: Findings, row: Row) -> None:
    wrong = unit(row.zh, row.wrong, confidence=row.confidence)
    if row.way:
        wrong = replace(wrong, constraints=tuple(replace(c, way=row.way) for c in wrong.constraints))
    if row.offered:
        wrong = replace(wrong, suggestions=(Suggestion(row.offered, "conflict:Wang"),))
    found = findings(bulletin(unit, row, wrong))
    assert {f.check for f in found} == {row.check, *row.beside}
    assert {f.unit for f in found} == {wrong.id}
    assert not any(f.quote for f in found if f.check in row.beside)


@pytest.mark.parametrize("row", ROWS, ids=[row.check for row in ROWS])
def test_the_right_english_is_named_by_none(unit: Maker, findings: Findings, row: Row) -> None:
    right = unit(row.zh, row.right, confidence=0.9)
    if row.human:
        kept = verify(right.constraints, row.right, row.zh, human=True)
        right = replace(right, state=State.REVIEWED, origin="human", constraints=kept)
    assert [told(f) for f in findings(bulletin(unit, row, right))] == []


def told(finding: Finding) -> str:
    return f"{finding.check}: {finding.text}"


def test_every_check_has_a_row_and_every_row_a_check() -> None:
    assert sorted(row.check for row in ROWS) == sorted(check.id for check in CHECKS)
