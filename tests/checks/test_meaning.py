"""Denials, directions and pronouns: what is reported at which words, and what is right as it is."""

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.checks import meaning, polarity
from workflow.checks.scales import scales
from workflow.checks.steps import TABLES
from workflow.checks.wordbook import rows
from workflow.checks.words import LEXICON

IDS = {check.id for check in meaning.CHECKS}

REPORTED = [
    ("polarity", "该企业没有按时提交报告。", "The company submitted its report on time.", "report"),
    ("polarity", "村民们不愿意搬走。", "The villagers are willing to move away.", "willing"),
    ("polarity", "未经审查的项目不得开工。", "Projects that passed the review may begin.", "Projects"),
    ("polarity", "本协议自签字之日起不能修改。", "This agreement can be revised from the day it is signed.", "revised"),
    ("polarity", "参加者请勿触摸展品。", "Participants, please touch the exhibits.", "touch"),
    ("polarity", "湖水不再清澈。", "The water of the lake is still clear.", "lake"),
    ("polarity", "合作不是一句口号。", "Cooperation is a slogan.", "Cooperation is a slogan"),
    ("polarity", "禁止在湖边烧烤。", "Barbecues are welcome by the lake.", "Barbecues"),
    ("polarity", "审批时间不超过十天。", "Approval takes more than ten days.", "more than"),
    ("polarity", "鱼不能钓，树不能砍。", "Fish must not be caught and trees may be felled.", "felled"),
    ("polarity", "他从不迟到。", "He is not early; he is always late.", "always"),
    ("polarity", "树木未经批准不得砍伐。", "Trees shall not be felled with approval.", "with approval"),
    ("polarity", "不排除上调票价的可能。", "A fare increase can be ruled out.", "ruled out"),
    ("polarity", "渔船没有停止作业。", "The fishing boats have stopped work.", "stopped"),
    ("polarity", "各方不会放松监管。", "The parties will relax supervision.", "relax"),
    ("polarity", "如果需求不降，价格还会上涨。", "If demand falls, prices will go up.", "falls"),
    ("polarity", "网上销量不降反升。", "Online sales did not fall or rise.", "not fall or rise"),
    ("direction", "申报和退运分别下降8.3%和增长12.1%。", "Declarations and returns went down by 8.3% and by 12.1%.", "down"),
    ("negation-added", "渔民淹没了旧码头。", "Fishers flooded the old pier without permits.", "without permits"),
    ("negation-added", "会议在昆明举行。", "The meeting was not held in Kunming.", "not held"),
    ("negation-added", "水质明显改善。", "Water quality hasn't improved markedly.", "hasn't improved"),
    ("negation-added", "双方将加强合作。", "The two sides will never strengthen cooperation.", "never strengthen"),
    ("direction", "去年全省用水量下降了。", "Water consumption of the province rose last year.", "rose"),
    ("direction", "水位较昨日回落0.18米。", "The water level was up 0.18 meters from yesterday.", "up 0.18"),
    ("direction", "票价下调12%。", "Fares were raised by 12%.", "raised"),
    ("direction", "降雨量较常年偏少。", "Rainfall was above that of an ordinary year.", "above"),
    ("direction", "政府放宽了审批条件。", "The government tightened the conditions of approval.", "tightened"),
    ("direction", "粮食产量持续增长。", "Grain output kept declining.", "declining"),
    ("direction", "渔民生活在水库上游。", "Fishers live downstream of the reservoir.", "downstream"),
    ("direction", "该国主要进口水果。", "The country mainly exports fruit.", "exports"),
    ("direction", "多数代表反对这一方案。", "Most delegates supported the proposal.", "supported"),
    ("direction", "这是全省最大的湖泊。", "It is the smallest lake of the province.", "smallest"),
    ("direction", "强风吹向北部山区。", "Strong winds blew towards the southern mountains.", "southern"),
    ("direction", "论坛在线上举行。", "The forum was held on site.", "on site"),
    ("direction", "本月平均流量同比偏多一成，含沙量环比偏少7%。", "Flow this month averaged 10% more than a year earlier, while the sediment load was up 7% from last month.", "up"),
    ("direction", "水位较前一日回落0.3米，流速加快。", "The water level was up 0.3 meters from the day before.", "up"),
    ("direction", "新泵抽干一池水比旧泵快了8分钟。", "The new pump emptied a pond eight minutes slower than the old one.", "slower"),
    ("direction", "工期缩短了两个月，投资增加5%。", "The works took two months longer, and investment rose by 5%.", "longer"),
    ("direction", "洪峰比预报早一天到达。", "The flood crest arrived a day later than forecast.", "later"),
    ("direction", "手续费由3%调整为2%。", "The charge was raised from 3% to 2%.", "raised"),
    ("direction", "村民进城的时间从两个小时变为40分钟。", "The journey to town was extended from 120 minutes in 2019 to 40 minutes.", "extended"),
    ("direction", "过去十年，该省以年均约6%的增速实现了排放总量的持续下降。", "Over the past ten years, the province has steadily increased total emissions while its economy grew by about 6% a year.", "increased"),
    ("direction", "浓度已从高点降低，去年略有反弹。", "The concentration fell from its peak and fell further last year.", "fell"),
    ("direction", "为降低语言障碍，材料提供高棉语版本。", "To increase language barriers, the materials are in Khmer.", "increase"),
    ("direction", "尽管需求疲软，出口仍保持两位数的增长。", "Despite weak demand, exports maintained a double-digit decline.", "decline"),
    ("direction", "成本降低了，销量也增长了。", "Costs have grown, and sales increased.", "grown"),
    ("direction", "水位由15至20米降到10米。", "The level rose from 20 meters to 10 meters.", "rose"),
    ("direction", "暴雨期间，三所学校停课。", "Three schools resumed classes during the rainstorm.", "resumed"),
    ("direction", "旧码头已经拆除。", "The old wharf has been built.", "built"),
    ("direction", "贷款审批条件放宽。", "Conditions for loans were tightened.", "tightened"),
    ("direction", "进口流速为每秒1.2米。", "The velocity of imported streams is 1.2 meters per second.", "imported"),
    ("direction", "出口断面的氨氮浓度达标。", "Ammonia nitrogen at the export section met the standard.", "export"),
    ("direction", "进水口水质较好。", "The water quality at the outlet is good.", "outlet"),
    ("direction", "含盐量低于往年。", "Salinity was higher than in other years.", "higher"),
    ("direction", "洪水位比去年高0.5米。", "The flood level was 0.5 meters lower than last year.", "lower"),
    ("direction", "闭幕式由部长主持。", "The opening ceremony was chaired by the minister.", "opening"),
    ("direction", "会前，代表们参观了污水处理厂。", "After the meeting, the delegates visited the sewage plant.", "After"),
    ("direction", "会后，双方签署了谅解备忘录。", "Before the meeting, the two sides signed the memorandum of understanding.", "Before"),
    ("direction", "村民卖掉了旧船。", "Villagers bought old boats.", "bought"),
    ("direction", "枯季来水减少。", "Less water comes in the flood season.", "flood season"),
    ("direction", "支流水位下降。", "The water level of the main stream fell.", "main stream"),
    ("direction", "干流水位平稳。", "The water level of the tributaries was stable.", "tributaries"),
    ("direction", "入境游客增长一倍。", "Outbound tourists doubled.", "Outbound"),
    ("direction", "深水区禁止游泳。", "Swimming is forbidden in the shallow area.", "shallow"),
    ("direction", "底层溶解氧偏低。", "Dissolved oxygen in the surface layer was low.", "surface"),
    ("direction", "地表水水质改善。", "Groundwater quality improved.", "Groundwater"),
    ("direction", "前期工作已完成。", "Late-stage work has been completed.", "Late"),
    ("direction", "一审判决生效。", "The second-instance judgment took effect.", "second-instance"),
    ("direction", "室外温度达40度。", "The indoor temperature reached 40 degrees.", "indoor"),
    ("direction", "发达国家应履行承诺。", "Developing countries should honor their commitments.", "Developing countries"),
    ("direction", "高海拔地区雪线上移。", "The snow line in low-altitude areas moved up.", "low-altitude"),
    ("direction", "小型水库除险加固完成。", "Large reservoirs were reinforced.", "Large"),
    ("direction", "水质劣于上年。", "Water quality was better than the year before.", "better"),
    ("direction", "逆流而上的鱼群出现。", "Shoals going downstream appeared.", "downstream"),
    ("direction", "落潮后滩涂露出。", "Mudflats emerge after high tide.", "high tide"),
    ("direction", "债权人提出申诉。", "The debtor lodged an appeal.", "debtor"),
    ("direction", "被告应赔偿损失。", "The plaintiff shall pay damages.", "plaintiff"),
    ("direction", "河流自北向南流入大海。", "The river flows from south to north into the sea.", "south to north"),
    ("direction", "滇西北的牧场开放了。", "Pastures in southeastern Yunnan have opened.", "southeastern"),
    ("direction", "全省绿地面积持续增大。", "The green space of the province keeps shrinking.", "shrinking"),
    ("direction", "面源污染得到控制。", "Point source pollution is under control.", "Point source"),
    ("direction", "河口泥沙淤积严重。", "The estuary suffers from severe erosion.", "erosion"),
    ("direction", "好氧池运行正常。", "The anaerobic tank works well.", "anaerobic"),
    ("direction", "生态状况明显恶化。", "The ecology has clearly improved.", "improved"),
    ("direction", "大厅最多可容纳200人。", "The hall holds at least 200 people.", "at least"),
    ("term-exchanged", "经过抢修，受损的供水管道已经恢复。", "After repairs, the damaged domestic sewage pipes are working again.", "domestic sewage"),
    ("pronoun", "她是第一位护林员，她说山里很安静。", "He was the first ranger and said the hills were quiet.", "He"),
    ("pronoun", "他把样品交给了实验室。", "She handed her samples to the laboratory.", "She"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "zh", "en", "words"), REPORTED, ids=[f"{c} {z}" for c, z, _, _ in REPORTED]
)
def test_reported(unit: Maker, findings: Findings, check: str, zh: str, en: str, words: str) -> None:
    found = [f for f in findings([unit(zh, en)]) if f.check == check]
    assert len(found) == 1
    assert found[0].quote in en
    assert words in found[0].quote


RIGHT = [
    ("大堤守不住了，村民连夜转移。", "The dike was about to give way, and the villagers moved out overnight."),
    ("树木未经批准不得砍伐。", "Trees shall not be felled without approval."),
    ("不排除上调票价的可能。", "A fare increase cannot be ruled out."),
    ("降雨量较常年偏少。", "Rainfall was below that of an ordinary year."),
    ("政府放宽了审批条件。", "The government relaxed the conditions of approval."),
    ("每件展品的造价不超过50元。", "The exhibits were made on the spot, none costing more than RMB 50."),
    ("水渠还没有修好，秧苗已经育成。", "Before the canal is repaired, the seedlings have already been raised."),
    ("在主管部门未批准前，不得开工。", "Pending the authority's decision, no work shall begin."),
    ("该企业没有按时提交报告。", "The company failed to submit its report on time."),
    ("村民们不愿意搬走。", "The villagers refused to move away."),
    ("不能用水冲洗。", "Avoid rinsing it with water."),
    ("禁止在湖边烧烤。", "Barbecues are banned by the lake."),
    ("两只水桶不合格。", "Two of the buckets were substandard."),
    ("孩子们不敢下河。", "The children held back from the river."),
    ("装上开关就不用管。", "With the switch fitted, just forget it."),
    ("箭不偏不斜射中靶心。", "The arrow flew straight into the bull's eye."),
    ("不得筑坝、蓄水，也不得毁林。", "It is forbidden to build dams, impound water or fell trees."),
    ("笔者深表赞同。", "The author could not agree more."),
    ("两国进出口总值增长一成。", "Imports of the two countries and their other trade rose by 10%."),
    ("合作不断深入。", "Cooperation is deepening constantly."),
    ("中心秉承对非政策理念。", "The Center follows the policy principles for Africa."),
    ("参加活动的有不少学生。", "Many students took part in the event."),
    ("无人机拍下了全部过程。", "A drone filmed the whole process."),
    ("两国分别派出了专家。", "The two countries each sent experts."),
    ("未来十年是关键时期。", "The next ten years are a key period."),
    ("他不得不改变计划。", "He had to change his plans."),
    ("发展离不开和平的环境。", "Development depends on a peaceful environment."),
    ("审批时间不超过十天。", "Approval takes up to ten days."),
    ("每年培训不少于两次。", "Training is held at least twice a year."),
    ("会场座无虚席。", "It was a full house."),
    ("非洲国家派代表参加。", "African countries sent representatives."),
    ("缺一不可。", "All are needed."),
    ("不许砍柴、不许舂米。", "No one may cut firewood or pound rice."),
    ("他直到半夜才回家。", "He did not go home until midnight."),
    ("避免重复建设。", "Facilities should not be built twice."),
    ("项目既节水又增收。", "The project not only saves water but also raises incomes."),
    ("降幅达六成以上。", "It fell by more than 60%."),
    ("煤耗由每吨30千克降到28千克。", "Coal use fell from 30 to 28 kilograms a ton."),
    ("比赛名次由第5名升至第3名。", "The team rose from 5th to 3rd place."),
    ("出口额从800万美元增至12亿美元。", "Exports rose from US$800 million to US$1.2 billion."),
    ("工期缩短560天以上，里程增加20公里。", "It shortens the works by more than 560 days and adds 20 kilometers."),
    ("停工两周后，工地复工。", "After stopping for two weeks, the site resumed work."),
    ("洪峰比预报早一天到达。", "The flood crest came a day ahead of the forecast."),
    ("去年用水量下降，产量上升。", "Water consumption fell last year while output rose."),
    ("用水量下降，没有反弹。", "Water consumption went lower and did not rise again."),
    ("农场用水量由每亩15-20吨降到10吨以下。", "The farm cut its use of water from 15 to 20 tons per mu to less than 10 tons."),
    ("名额由15到20人减至10人以下。", "Places were reduced from 15-20 people within a year to fewer than 10."),
    ("温度由15至20度升到30度。", "Temperatures rose from 20 or 15 to 20 degrees before to 30 degrees."),
    ("土堆高得像塔，一下雨就往下滑。", "The heaps rise like towers and slide whenever it rains."),
    ("树根减缓水流，会慢慢长大。", "The roots slow the current and grow bit by bit."),
    ("储蓄低于往年，赤字扩大。", "Savings fell short of other years, and the deficit widened."),
    ("瀑布旁的游客人数增加。", "More visitors come to the falls."),
    ("代表们期待鱼类种群止跌回升。", "Delegates expect fish populations to stop declining."),
    ("随填埋年限增长，可生化性变差。", "Biodegradability declines as the landfill ages."),
    ("销量略有反弹。", "Sales have rebounded slightly."),
    ("随着增速加快，亏损持续下降。", "As growth picked up, losses kept falling."),
    ("增幅下降，但仍在增长。", "The increase slowed, but there was still growth."),
    ("进口增加，出口也增加。", "Imports rose, and so did exports."),
    ("成本降低后，农民提高了产量。", "With costs cut, farmers raised output."),
    ("进口流速为每秒1.2米。", "The velocity at the inlet is 1.2 meters per second."),
    ("该国进口商品的关税下调。", "Tariffs on goods that the country buys abroad were cut."),
    ("会前，代表们参观了污水处理厂。", "The delegates visited the sewage plant and then met."),
    ("大会后勤由志愿者承担，先到先得。", "Volunteers see to the logistics before all else, first come, first served."),
    ("非汛期，水库照常供水。", "Outside the flood season, the reservoir supplies water as usual."),
    ("沿岸溪水注入主河道。", "Streams on both banks feed the river."),
    ("公司在一级市场收购，出货量增长。", "The company buys in the primary market, and shipments have grown."),
    ("地下水和地表水相互补给。", "Surface water and groundwater feed each other."),
    ("小型企业融资难，大型企业要帮助。", "Large companies should help small ones, for which finance is hard to get."),
    ("水质由劣于五类提升到优于三类。", "The water has gone from worse than Class V to better than Class III."),
    ("南水北调工程送水到北方。", "The South-to-North Water Diversion Project brings water to the north."),
    ("西北风带来沙尘。", "A wind from the northwest brings dust."),
    ("少数民族代表占多数。", "Most of the delegates are of ethnic minorities."),
    ("受损的供水管道已经恢复。", "The damaged water supply pipes are working again."),
    ("护坡的草会长出来。", "Vegetation coverage of the bank will come back."),
    ("园区引入集中供冷。", "The park has introduced district cooling."),
    ("其他代表也发了言，她最后总结。", "Other delegates spoke too, and she summed up."),
    ("他的母亲说，他很早就出门了。", "His mother said he had left early, and she was worried."),
    ("每人带一份写给自己市长的方案，他说。", "Each takes a plan for his or her own mayor, he said."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[zh for zh, _ in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check in IDS] == []


def test_the_denial_is_named_with_what_it_denies(unit: Maker, findings: Findings) -> None:
    (found,) = [
        f
        for f in findings([unit("湖边不能烧烤。", "Barbecues are fine by the lake.")])
        if f.check == "polarity"
    ]
    assert dict(found.args)["zh"] == "不能烧烤"


def test_a_copied_field_is_left_alone(unit: Maker, findings: Findings) -> None:
    copied = unit("不详", "know.not@example.org", slot="contact/emails/0")
    assert [f for f in findings([copied]) if f.check in IDS] == []


def test_every_word_that_seems_a_denial_has_one_and_stands_once() -> None:
    words = [zh for (zh,) in rows(LEXICON.with_name("seeming_denials.tsv"))]
    assert [zh for zh in words if not polarity.GUARD.search(zh)] == []
    assert len(set(words)) == len(words) > 400


def test_no_word_is_on_both_sides_of_a_pair() -> None:
    for one, other in scales("opposites").values():
        assert set(one.zh.split("|")).isdisjoint(other.zh.split("|"))


def test_what_is_told_alone_is_told_by_a_check() -> None:
    sides = [side for name in TABLES for scale in scales(name).values() for side in scale]
    assert {side.alone for side in sides} == {"", "step-changed", "word-added"}
    assert [side.zh for side in sides if side.anyhow and side.alone != "word-added"] == []
