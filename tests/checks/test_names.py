"""Names in human and machine English: every check on an error that it alone names, and on right English beside it."""

import pytest

from tests.checks.conftest import Findings, Maker
from workflow.checks import names
from workflow.constrain import Terms, by_human, constrain
from workflow.constrain.verify import verify
from workflow.findings import Finding
from workflow.units import State, Unit


def found(terms: Terms, zh: str, en: str, human: bool = True) -> list[Finding]:
    state, origin = (State.REVIEWED, "human") if human else (State.DRAFT, "engine:house")
    (unit,) = constrain([Unit("0" * 12, "sections/0/paragraphs/0/0", zh, en, state, origin)], terms)
    kept = verify(unit.constraints, en, zh, human=by_human(unit))
    whole = Unit(unit.id, unit.slot, zh, en, state, origin, constraints=kept)
    return [finding for check in names.CHECKS for finding in check.run([whole], terms, check)]


# check, Chinese, English, the words quoted, the English that would stand there
ERRORS = [
    ("name-order", "处长周军致辞。", "Director Jun Zhou spoke.", "Jun Zhou", "Zhou Jun"),
    ("name-order", "周军处长致辞。", "Director Jun Zhou spoke.", "Jun Zhou", "Zhou Jun"),
    ("name-order", "欧阳静教授发言。", "Professor Jing Ouyang spoke.", "Jing Ouyang", "Ouyang Jing"),
    (
        "name-order",
        "泰国学者纳塔蓬·桑通发言。",
        "Thai scholar Saengthong Nattaphong spoke.",
        "Saengthong Nattaphong",
        "Nattaphong Saengthong",
    ),
    (
        "name-order",
        "被问到成本时，邱明远笑了。",
        "Asked about costs, Mingyuan Qiu smiled.",
        "Mingyuan Qiu",
        "Qiu Mingyuan",
    ),
    ("name-misspelt", "处长孟云帆致辞。", "Director Meng Yunfna spoke.", "Meng Yunfna", "Meng Yunfan"),
    (
        "name-misspelt",
        "奖状授予邝秀英等人。",
        "The award went to Kuang Xiuyig and others.",
        "Kuang Xiuyig",
        "Kuang Xiuying",
    ),
    (
        "name-misspelt",
        "会议在西双版纳举行。",
        "The meeting was held in Xishuangbana.",
        "Xishuangbana",
        "Xishuangbanna",
    ),
    (
        "name-invented",
        "专家认为，水质有所改善。",
        "Expert Zheng Yulan held that water quality had improved.",
        "Zheng Yulan",
        "",
    ),
    ("place-invented", "游客逐年增多。", "Visitors from Malaysia are growing in number.", "Malaysia", ""),
    ("place-invented", "村民们在山上种花椒。", "Villagers in Sagaing grow pepper.", "Sagaing", ""),
    ("place-invented", "银行培训了当地的会计。", "The bank trained accountants in Bangkok.", "Bangkok", ""),
    ("place-invented", "县里在河南岸修了路。", "The county in Hainan built a road.", "Hainan", ""),
    (
        "place-invented",
        "市水利局公布了结果。",
        "The Shandong Water Resources Bureau published the results.",
        "Shandong",
        "",
    ),
    ("place-invented", "万象段水位上涨。", "Water rose in the Vientiane-Bangkok section.", "Bangkok", ""),
    ("place-invented", "青木河水位上涨。", "The Qinghai River rose.", "Qinghai", ""),
    ("place-invented", "村里修了路。", "The village in Hong Kong built a road.", "Hong Kong", ""),
    ("place-invented", "村里修了路。", "The village built a road for Paris.", "Paris", ""),
    ("place-invented", "专家到会。", "Experts from the US attended.", "US", ""),
    ("place-invented", "专家到会。", "UK experts attended.", "UK", ""),
    ("place-invented", "专家到会。", "Burmese experts attended.", "Burmese", ""),
    ("place-invented", "专家到会。", "Experts from Hungary attended.", "Hungary", ""),
    ("place-invented", "专家到会。", "Experts from Korea attended.", "Korea", ""),
    ("place-invented", "黄河水位上涨。", "The Yangtze rose.", "Yangtze", ""),
    ("place-invented", "西岭镇通了公交。", "Xiling Town and Xinhua County have buses.", "Xinhua", ""),
    ("name-invented", "博士生何山水发了言。", "Doctoral student Sun Jiaxiong spoke.", "Sun Jiaxiong", ""),
    ("name-invented", "博士生何山水发了言。", "Dr. Jiaxiong Sun spoke.", "Jiaxiong Sun", ""),
    (
        "name-invented",
        "研究员曾令仪、工程师区志恒授课。",
        "Researcher Xiang Lingyi and engineer Ou Zhiheng gave lectures.",
        "Xiang Lingyi",
        "",
    ),
    ("name-invented", "同志们，李河是行家。", "Comrades, Zhao Yuanming is an expert.", "Zhao Yuanming", ""),
    (
        "place-invented",
        "柬埔寨、老挝代表参加会议。",
        "Representatives of Cambodia, Nepal and Lao PDR took part.",
        "Nepal",
        "",
    ),
    (
        "verbatim-changed",
        "请发邮件至li.xia@example.cn。",
        "Write to li.xai@example.cn.",
        "li.xai@example.cn",
        "li.xia@example.cn",
    ),
    ("verbatim-changed", "COP15在昆明召开。", "COP12 was held in Kunming.", "COP12", "COP15"),
    ("verbatim-changed", "Khamphou先生到会。", "Mr. Khamphuo attended.", "Khamphuo", "Khamphou"),
    ("rank", "副院长李霞到会。", "Li Xia, Dean, attended.", "Dean", "Deputy Dean"),
    ("rank", "院长李霞到会。", "Li Xia, Vice Dean, attended.", "Vice Dean", "Dean"),
    ("rank", "校长出席了仪式。", "The Deputy President was present.", "Deputy President", "President"),
    ("rank", "市长李霞到会。", "Li Xia, Acting Mayor, attended.", "Acting Mayor", "Mayor"),
    (
        "rank",
        "秘书长未到，由副秘书长宣读。",
        "The Deputy Secretary-General was absent and a Deputy Secretary-General read it out.",
        "Deputy Secretary-General",
        "Secretary-General",
    ),
    (
        "rank",
        "副所长黎明俊教授到会。",
        "Associate Professor Li Mingjun, Deputy Director, attended.",
        "Associate Professor",
        "Professor",
    ),
    ("rank", "前主任李霞到会。", "Li Xia, Director, attended.", "Director", "former Director"),
    ("rank", "助理工程师李霞到会。", "Li Xia, Engineer, attended.", "Engineer", "Assistant Engineer"),
    ("rank", "高级工程师李霞到会。", "Li Xia, Engineer, attended.", "Engineer", "Senior Engineer"),
    ("rank", "首席科学家李霞到会。", "Li Xia, Scientist, attended.", "Scientist", "Chief Scientist"),
    ("rank", "代市长李霞到会。", "Mayor Li Xia attended.", "Mayor", "Acting Mayor"),
    (
        "names-swapped",
        "参会官员听取汇报，中国专家在清迈授课。",
        "The officials heard reports, and Chiang Mai's experts gave lectures in China.",
        "Chiang Mai's",
        "China",
    ),
    (
        "names-swapped",
        "缅甸掸邦的渔民到普洱市学习种茶，一个月后回国。",
        "Fishers of Shan State in Pu'er learned to grow tea in the warm and sunny hills of Myanmar, and went home a month later.",
        "Pu'er",
        "Myanmar",
    ),
    ("names-swapped", "货物从昆明运到万象。", "Goods go from Vientiane to Kunming.", "Vientiane", "Kunming"),
    (
        "names-swapped",
        "仰光每天产生垃圾2500吨；万象每天产生垃圾1000吨。",
        "Vientiane produces 2,500 tons of waste a day; Yangon produces 1,000 tons.",
        "Vientiane",
        "Yangon",
    ),
    (
        "names-swapped",
        "泰国和越南代表参观了清迈的工厂。",
        "Representatives from Thailand visited a factory in Chiang Mai, Viet Nam.",
        "Thailand",
        "Viet Nam",
    ),
]


@pytest.mark.parametrize(
    ("check", "zh", "en", "quote", "fix"), ERRORS, ids=[f"{c} {z}" for c, z, *_ in ERRORS]
)
def test_an_error(terms: Terms, check: str, zh: str, en: str, quote: str, fix: str) -> None:
    assert [(f.check, f.quote, f.fix) for f in found(terms, zh, en)].count((check, quote, fix)) == 1
    assert quote in en


RIGHT = [
    (
        "新华社万象3月5日电（记者李明）昆明的5名专家抵达琅勃拉邦。",
        "March 5, Kunming's five experts arrived in Luang Prabang, Xinhua reporter Li Ming reported from Vientiane.",
    ),
    ("佤族青年岩砍接受了采访。", "Ai Kan, a young man of the Wa, was interviewed."),
    ("川渝两地共建水库。", "Sichuan and Chongqing are building a reservoir together."),
    ("皖浙两省商定补偿办法。", "Anhui and Zhejiang agreed on compensation."),
    ("泰国驻华使馆派人参加。", "The Royal Thai Embassy in Beijing sent staff."),
    ("鱼里放了花椒。", "The fish was cooked with Sichuan pepper."),
    ("《巴黎协定》已生效。", "The Paris Agreement is in force."),
    ("林下种重楼。", "Paris polyphylla grows in the shade."),
    ("投资500万美元。", "The investment is US$5 million."),
    ("电价为每千瓦时3.8美分。", "The price is 3.8 US cents per kilowatt-hour."),
    ("美方代表发言。", "The US delegate spoke."),
    ("英方代表发言。", "The UK delegate spoke."),
    ("学校开设缅语课。", "The school teaches Burmese."),
    ("港企来访。", "Hong Kong companies visited."),
    ("匈牙利专家到会。", "Hungarian experts attended."),
    ("韩国水资源公社参会。", "Korea Water Resources Corporation attended."),
    ("他们保护江豚。", "They protect the Yangtze finless porpoise."),
    ("澜沧王国建于1353年。", "The Kingdom of Lan Xang was founded in 1353."),
    ("江南普降大雨。", "Heavy rain fell south of the Yangtze River."),
    ("他在毛拉米因教书。", "He teaches in Mawlamyine."),
    ("副省长、副市长先后发言。", "The Vice Governor and the Deputy Mayor spoke in turn."),
    ("总干事助理到会。", "The Assistant Director-General attended."),
    ("组长栗海峤介绍情况。", "Team leader Li Haiqiao spoke."),
    ("风牙—己榜国家公园开放。", "Phong Nha-Ke Bang National Park opened."),
    ("傣家的泼水节到了。", "The Dai Water-Splashing Festival has come."),
    ("生态学博士尹小筠如是说。", "So said Yin Xiaojun, a PhD in ecology."),
    ("处长周军致辞。", "Director Zhou Jun spoke."),
    ("副主任李霞、副主任沈立言到会。", "Deputy Directors Li Xia and Shen Liyan attended."),
    ("泰国学者纳塔蓬·桑通发言。", "Thai scholar Nattaphong Saengthong spoke."),
    ("缅甸专家妙妙登发言。", "Myo Myo Thein, an expert from Myanmar, spoke."),
    ("越南联络员黎光辉发言。", "Le Quang Huy, the liaison officer of Viet Nam, spoke."),
    ("老街省的农户增加了收入。", "Farmers in Lao Cai Province earned more."),
    ("中越两国加强合作。", "China and Viet Nam stepped up cooperation."),
    ("泰北多地出现雾霾。", "Haze appeared in several places in northern Thailand."),
    ("入滇河道水质改善。", "The rivers flowing into Dianchi Lake have become cleaner."),
    ("云贵川三省共同出资。", "Yunnan, Guizhou and Sichuan shared the cost."),
    ("我们这一代市长责任重大。", "Mayors of our generation bear a heavy responsibility."),
    ("五年前的主任会议作出决定。", "The directors' meeting five years ago decided so."),
    ("他去年升任部长助理。", "He was made Assistant Minister last year."),
    ("LED路灯替换钠灯。", "LEDs replace sodium street lamps."),
    ("货物从昆明运到万象。", "Goods arrive in Vientiane from Kunming."),
    (
        "泰国和越南标准较完备，柬埔寨进展最快。",
        "Cambodia has moved fastest, while Thailand and Viet Nam have fuller standards.",
    ),
    ("主任关公正到会。", "Director Guan Gongzheng attended."),
]


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[z for z, _ in RIGHT])
def test_right_english(terms: Terms, zh: str, en: str) -> None:
    assert [(f.check, f.text) for f in found(terms, zh, en)] == []


def test_machine_text_only_reads_a_foreign_name(terms: Terms) -> None:
    """A reading in a draft asks for its spelling; a human's spelling answers it, another name does not."""
    zh = "泰国学者纳塔蓬·桑通发言。"
    for en, human, critical in [
        ("Natapeng Sangtong of Thailand spoke.", False, True),
        ("Nattaphong Saengthong of Thailand spoke.", True, False),
        ("John Smith of Thailand spoke.", True, True),
    ]:
        assert ("name-doubtful" in [f.check for f in found(terms, zh, en, human)]) is critical


READING = "Kanpan Xisuwan"
OFFICER = (
    "老挝农业与环境部副部长坎潘·西苏万致辞。",
    f"{READING}, Deputy Minister of Agriculture and Environment of Lao PDR, spoke.",
)
DOUBTS = [
    ([OFFICER], [(0, READING)]),
    ([("坎潘·西苏万先生致辞。", f"Mr. {READING} spoke.")], [(0, READING)]),
    ([("越南芹苴大学副校长阮文实发言。", "Nguyen Van Thuc, Vice President of Can Tho University of Viet Nam, spoke.")], [(0, "Nguyen Van Thuc")]),
    ([OFFICER, ("坎潘·西苏万表示满意。", f"{READING} was satisfied.")], [(0, READING)]),
    ([OFFICER, ("泰国学者纳塔蓬·桑通表示满意。", "Natapeng Sangtong was satisfied.")], [(0, READING), (1, "Natapeng Sangtong")]),
    ([("坎潘·西苏万表示满意。", "He was satisfied."), OFFICER], [(0, "")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("pairs", "told"), DOUBTS, ids=[" ".join(zh for zh, _ in pairs) for pairs, _ in DOUBTS]
)
def test_a_doubtful_name_is_told_once_and_without_its_office(
    unit: Maker, findings: Findings, pairs: list[tuple[str, str]], told: list[tuple[int, str]]
) -> None:
    units = [unit(*pair, number) for number, pair in enumerate(pairs)]
    doubts = [f for f in findings(units) if f.check == "name-doubtful"]
    assert [(f.unit, f.quote) for f in doubts] == [(units[at].id, quote) for at, quote in told]
    assert all(dict(f.args)["zh"] in ("坎潘·西苏万", "纳塔蓬·桑通", "阮文实") for f in doubts)
