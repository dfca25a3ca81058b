"""People's names: found by what stands around them, written by GB/T 28039, foreigners marked as doubtful.

What is refused, since it would be a guess: a name without an office, a verb of persons or another mention (REFUSED);
a name whose last character may be a verb (晏归来建议); a surname that is another word before one character; Mongol,
Uyghur and Kazakh names without a middle dot; which of several bodies an office belongs to. A foreigner's name is never
spelled, only read, and without a word on the country it is read as Chinese.
"""

import time
from pathlib import Path

import pytest

from workflow.constrain import persons
from workflow.constrain.glossary import Glossary, load, package_glossary
from workflow.constrain.person_places import country_of
from workflow.constrain.transcription import other_spellings, person_name


@pytest.fixture(scope="module")
def house() -> Glossary:
    return load([package_glossary()])


def names(text: str, glossary: Glossary, known: persons.Known = ()) -> list[tuple[str, str, bool]]:
    return [(c.source, c.target, c.doubtful) for c in persons.find(text, glossary, known)]


# One rule each, the hardest first.
HARD = [
    (
        "研究员高健、副厅长欧波，以及大家",
        "高健",
        ("Gao Jian", False),
    ),  # two characters of a rare surname, at a mark
    ("副厅长欧波，", "欧波", ("Ou Bo", False)),
    ("高级工程师李霞和UNDP代表主持", "李霞", ("Li Xia", False)),  # 和 before Latin letters
    ("护林员岩温叫上两个年轻人", "岩温", ("Ai Wen", False)),  # a verb behind a Dai name
    ("岩温叫上邻居一起看苗", "岩温", ("Ai Wen", False)),  # at the head of a clause
    ("卓玛叫来了妹妹", "卓玛", ("Zhuoma", False)),
    ("护林员和志强叫上了同伴", "和志强", ("He Zhiqiang", False)),
    ("综合处处长孙佳琪作了说明", "孙佳琪", ("Sun Jiaqi", False)),  # no 长孙
    ("二级巡视员林翰波出席", "林翰波", ("Lin Hanbo", False)),  # no 员林
    ("办公室代表钟离昧出席", "钟离昧", ("Zhongli Mei", False)),  # a compound surname with a rare given name
    ("管水员占塔拉打开闸门", "占塔拉", ("Zhantala", True)),  # a foreigner of one name
    ("农妇索菲亚普说，井水干净了", "索菲亚普", ("Suofeiyapu", True)),  # too long for a Chinese one
    (
        "项目官员彼得·梅赞赏这一做法",
        "彼得·梅",
        ("Bide Mei", True),
    ),  # the end of a name is no verb's beginning
    ("越南国防部副局长黎文达大校说", "黎文达", ("Le Van Dat", True)),  # a rank behind it
    ("瑞丽海关关长周军介绍", "周军", ("Zhou Jun", False)),
    ("欧洲央行行长拉加德警告", "拉加德", ("Lajiade", True)),
    ("行政组织娜塔雅·空素表示", "娜塔雅·空素", ("Nataya Kongsu", True)),  # characters that no table has
    ("会上，邬娜·林介绍", "邬娜·林", ("Wuna Lin", True)),
    ("地方行政组织的娜塔雅·空素则认为", "娜塔雅·空素", ("Nataya Kongsu", True)),
    ("研究员曾令仪等分别授课", "曾令仪", ("Zeng Lingyi", False)),
    ("越南太原省农业与环境厅的黎文俊则说", "黎文俊", ("Le Van Tuan", True)),  # no 太原 of Shanxi
    ("老挝农民坎培叫我们尝尝", "坎培", ("Kanpei", True)),
    ("越南农民裴氏兰叫来了邻居", "裴氏兰", ("Bui Thi Lan", True)),
    ("云南大学教授黎文俊认为", "黎文俊", ("Li Wenjun", False)),  # 文 in the middle, but at a Chinese body
    ("教授黎文俊认为", "黎文俊", ("Le Van Tuan", True)),  # the same name without a country
    ("主任吴登昂介绍", "吴登昂", ("U Deng'ang", True)),  # nothing but Burmese syllables
    ("主任吴敏介绍", "吴敏", ("Wu Min", False)),  # one such syllable is a Chinese name
    ("藏民扎西多杰说，草好了", "扎西多杰", ("Zhaxi Duojie", False)),  # two Tibetan elements
    ("苗木由洛桑卓玛送来", "洛桑卓玛", ("Luosang Zhuoma", False)),  # need no office
    ("牧民索朗说", "索朗", ("Suolang", False)),  # one element behind a role
    ("寨老岩温扁介绍", "岩温扁", ("Ai Wenbian", False)),  # a Dai man's 岩
    ("讲解员玉罕介绍", "玉罕", ("Yu Han", False)),  # a Dai woman's 玉
    ("书记刀文光致辞", "刀文光", ("Dao Wenguang", False)),  # a Dai surname
    ("日本处长山田太郎说", "山田太郎", ("Shantiantailang", True)),  # a Japanese name is no surname 山
    ("主任卜繁星致辞", "卜繁星", ("Bu Fanxing", False)),  # rare surnames
    ("主任巢青致辞", "巢青", ("Chao Qing", False)),
    ("教授谌一诺提醒", "谌一诺", ("Chen Yinuo", False)),
    ("站长夹谷宁提醒", "夹谷宁", ("Jiagu Ning", False)),  # rare compound surnames
    ("教授左丘澄梳理了", "左丘澄", ("Zuoqiu Cheng", False)),
    ("司机老魏说", "老魏", ("Lao Wei", False)),  # how neighbours call each other
    ("小杨是第一个", "小杨", ("Xiao Yang", False)),
    ("费国栋把监测比作听诊器", "费国栋", ("Fei Guodong", False)),  # a verb of persons at the head of a clause
    ("嵇文彬1989年入职", "嵇文彬", ("Ji Wenbin", False)),  # a year behind a name
    ("河海大学许慕白认为", "许慕白", ("Xu Mubai", False)),  # a body right before the name
    ("科学学院赵嘉木教授认为", "赵嘉木", ("Zhao Jiamu", False)),  # a body before, a title behind
    (
        "主任安娜·克莱因于2月26日抵达",
        "安娜·克莱因",
        ("Anna Kelaiyin", True),
    ),  # 于 before a time is no part of it
    ("顾问安娜·克莱因于近日辞职", "安娜·克莱因", ("Anna Kelaiyin", True)),
    ("总监安娜·克莱因来自柏林", "安娜·克莱因", ("Anna Kelaiyin", True)),  # a dotted name ends at a word
    ("项目主任塞万·布莱恩则提醒", "塞万·布莱恩", ("Saiwan Bulai'en", True)),
    ("校对：唐一鸣", "唐一鸣", ("Tang Yiming", False)),  # a label of an imprint
]


@pytest.mark.parametrize(("text", "source", "english"), HARD, ids=[t for t, *_ in HARD])
def test_hard_names(house: Glossary, text: str, source: str, english: tuple[str, bool]) -> None:
    assert (source, *english) in names(text, house)


REFUSED = [
    "会长郭承站、院长助理致辞",  # 站 before 、 is no verb: half a name
    "翻译成韩语",
    "翻译成德语的手册发到各县",
    "考取日本东京的博士，研究的却是河流",
    "培训日志·第六日：雨，停课半天",
    "玉龙雪山脚下",
    "局长曾参与谈判",
    "研究员曾令人敬佩",
    "尼玛县的草原",
    "讲师范围太窄",
    "岩石层今年塌了一块",
    "晏归来建议集中处理",
    "瑞士钟表协会称销量下降",
    "老挝代表列席会议",
    "我们这一代市长责任重大",
    "老方计划到2030年完成",
    "【温馨提示】请多喝水",
    "小江边的村子",
    "茅洲河曾是污染最重的河",
    "高飞的海鸥盘旋不去",
    "高飞了三天三夜",
    "石头将路堵住",
    "石料将运往下游",
    "方案将于明年实施",
    "向阳坡的茶先发芽",
    "巴特尔说起草原",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_refused(house: Glossary, text: str) -> None:
    assert names(text, house) == []


def test_the_second_look_costs_nothing(house: Glossary) -> None:
    """What a register has found in a text is not sought again."""
    text = "处长周军、专家沈立言到会。"
    register = persons.registry([text], house)
    assert names(text, Glossary({}, {}), register) == names(text, house)
    assert text in register.evidence


CHINESE = [
    ("经济学家童景和测算，损失不小", "童景和", "Tong Jinghe"),
    ("中心主任孟云帆主持会议", "孟云帆", "Meng Yunfan"),
    ("生态环境部国际合作司处长周军、专家沈立言到会", "周军", "Zhou Jun"),
    ("副司长高岚在总结时表示，合作成果丰硕", "高岚", "Gao Lan"),
    ("高级工程师李安安介绍了设备", "李安安", "Li An'an"),
    ("周军表示，愿继续支持", "周军", "Zhou Jun"),
    ("孙雪峰指出，基础数据不足", "孙雪峰", "Sun Xuefeng"),
    ("会上，郭延军强调了数据共享", "郭延军", "Guo Yanjun"),
    ("欧阳修远认为，制度更重要", "欧阳修远", "Ouyang Xiuyuan"),
    ("教授司马清提出三点建议", "司马清", "Sima Qing"),
    ("院长诸葛明远致辞", "诸葛明远", "Zhuge Mingyuan"),
    ("研究员上官若兰作报告", "上官若兰", "Shangguan Ruolan"),
    ("站长尉迟峰说，设备已到位", "尉迟峰", "Yuchi Feng"),
    ("参赞单文清出席活动", "单文清", "Shan Wenqing"),
    ("主任仇晓东致辞", "仇晓东", "Qiu Xiaodong"),
    ("处长解学军陪同考察", "解学军", "Xie Xuejun"),
    ("教授查道炯发言", "查道炯", "Zha Daojiong"),
    ("副厅长曾志强会见来宾", "曾志强", "Zeng Zhiqiang"),
    ("局长任海燕主持", "任海燕", "Ren Haiyan"),
    ("秘书长区志明宣布开幕", "区志明", "Ou Zhiming"),
    ("总经理盖立新签署协议", "盖立新", "Ge Lixin"),
    ("李永红副主任在致辞中表示", "李永红", "Li Yonghong"),
    ("会议由李霞处长主持", "李霞", "Li Xia"),
    ("由陈思远博士主讲", "陈思远", "Chen Siyuan"),
    ("吕思齐教授、何静副教授分别点评", "吕思齐", "Lü Siqi"),
    ("周云良一秘表示", "周云良", "Zhou Yunliang"),
    ("唐丁丁秘书长指出", "唐丁丁", "Tang Dingding"),
    ("耿 聪 生态环境部国际合作司处长", "耿 聪", "Geng Cong"),
    ("姜　晔，农业农村部对外经济合作中心副处长", "姜　晔", "Jiang Ye"),
    ("联系人：沈立言，电话见下", "沈立言", "Shen Liyan"),
    ("责任编辑：舒云起", "舒云起", "Shu Yunqi"),
    ("护林员赵铁山说，雨季最忙", "赵铁山", "Zhao Tieshan"),
    ("清华大学的苏明哲教授认为", "苏明哲", "Su Mingzhe"),
    ("处长李强调研了污水处理厂", "李强", "Li Qiang"),
    ("记者王晓雨报道", "王晓雨", "Wang Xiaoyu"),
    ("李克强总理提出倡议", "李克强总理", "Premier Li Keqiang"),
    ("中国驻老挝大使姜再冬致辞", "姜再冬", "Jiang Zaidong"),
    ("队长岩温龙介绍", "岩温龙", "Ai Wenlong"),
    ("州长岩罕坎承诺：“说到做到。”", "岩罕坎", "Ai Hankan"),
    ("岩温罕今年58岁，住在寨子里", "岩温罕", "Ai Wenhan"),
]


@pytest.mark.parametrize(("text", "source", "english"), CHINESE)
def test_chinese_names(house: Glossary, text: str, source: str, english: str) -> None:
    assert (source, english, False) in names(text, house)


FOREIGN = [
    ("项目官员玛丽亚·桑托斯介绍了要点", "玛丽亚·桑托斯", "Maliya Sangtuosi"),
    ("一等奖由阿依古丽·买买提获得", "阿依古丽·买买提", "Ayiguli Maimaiti"),
    ("阿依古丽·买买提和巴特尔分获一、二等奖", "阿依古丽·买买提", "Ayiguli Maimaiti"),
    ("越南水利局副局长阮文雄和老挝能源部签字", "阮文雄", "Nguyen Van Hung"),
    ("越南水利局副局长阮文和表示", "阮文和", "Nguyen Van Hoa"),
    ("项目官员杜妮拉认为，豆类耐旱", "杜妮拉", "Du Nila"),
    ("老挝能源与矿产部司长维拉军介绍", "维拉军", "Weilajun"),
    ("越南驻昆明总领事馆领事阮友雄出席", "阮友雄", "Nguyen Huu Hung"),
    ("越南农业与环境部副司长黎文顺、", "黎文顺", "Le Van Thuan"),
    ("住在水边的阮氏莲说，水清了", "阮氏莲", "Nguyen Thi Lien"),
    ("泰国自然资源与环境部处长奥利斯、", "奥利斯", "Aolisi"),
    ("缅甸自然资源与环境保护部环境保护司副司长山乌、", "山乌", "Shanwu"),
    ("缅甸林业司司长吴昂敏指出", "吴昂敏", "U Angmin"),
    ("老挝自然资源与环境研究院院长布曼尼万发言", "布曼尼万", "Bumanniwan"),
    ("柬埔寨环境部副局长亨·灿东介绍", "亨·灿东", "Heng Candong"),
    ("亨·灿东介绍了柬埔寨的工作", "亨·灿东", "Heng Candong"),
    ("顾问安娜·克莱因建议扩大试点", "安娜·克莱因", "Anna Kelaiyin"),
    ("韩国环境部处长朴正浩致辞", "朴正浩", "Piao Zhenghao"),
    ("昂觉莫，缅甸环境保护司副司长", "昂觉莫", "Angjuemo"),  # the office abroad behind the name
]


@pytest.mark.parametrize(("text", "source", "reading"), FOREIGN)
def test_no_span_reaches_past_the_end(house: Glossary, text: str, source: str, reading: str) -> None:
    cut = text[: text.index(source) + len(source)]
    spans = [(c.start, c.end) for c in persons.find(cut, house)]
    assert all(end <= len(cut) for _start, end in spans), reading


@pytest.mark.parametrize(("text", "source", "reading"), FOREIGN)
def test_foreigners_in_han_characters_are_doubtful(
    house: Glossary, text: str, source: str, reading: str
) -> None:
    assert names(text, house) == [(source, reading, True)]


NO_NAMES = [
    "志愿者向居民讲解分类常识",
    "朱拉隆功大学就联合培养研究生达成初步意向",
    "讲解员向游客说明",
    "高度重视生态环境保护",
    "世界和平与发展",
    "于是各方继续磋商",
    "各方面代表表示支持",
    "会议成功举行",
    "马来西亚代表表示欢迎",
    "江苏省代表介绍了经验",
    "王国政府表示感谢",
    "村里的李子树开花了",
    "周边国家表示愿意参加",
    "关于资金问题，与会者认为时机成熟",
    "常务副主任主持会议",
    "任务十分艰巨",
    "主任向东盟秘书处通报情况",
    "中方表示，愿分享经验",
    "双方认为，合作前景广阔",
    "马方表示将派团参加",
    "方案指出，到2030年完成",
    "白皮书指出，成效显著",
    "高官会强调了协调",
    "项目经理介绍了进展",
    "高级工程师到场指导",
    "成都市市长致辞",
    "江西省省长会见代表团",
    "安全局局长发言",
    "金融机构负责人参加",
    "校长和教师参观了湿地",
    "厂长和环保主管到会",
    "部长应邀出席",
    "总统宣誓就职",
    "总理曾三次来访",
    "师范大学教授讲课",
    "大学生志愿者全程服务",
    "老师傅正在修船",
    "水利部长江水利委员会专家到场",
    "厂长原以为是设备老了",
    "工程师向观众演示了机器人",
    "专家组认为数据可靠",
    "代表团一行12人抵达",
    "部长级会议通过宣言",
    "游客表示还会再来",
    "农民认为收成不错",
    "华侨代表表示支持",
    "越南国家电力公司表示将参加",
    "老挝的检察官担任公诉人",
    "项目经理全面负责",
    "艾伦·麦克阿瑟基金会代表介绍了做法",
    "Le Ngoc Tuan表示，愿意合作",
    "周一上午，会议开幕",
    "时任局长的报告",
    "何时、何处举行待定",
    "本公司郑重承诺",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_words_that_look_like_names(house: Glossary, text: str) -> None:
    assert names(text, house) == []


def test_a_list_that_a_name_begins(house: Glossary) -> None:
    found = [zh for zh, *_ in names("专家组由主任孟云帆、沈立言、苏明哲和何静组成", house)]
    assert found == ["孟云帆", "沈立言", "苏明哲", "何静"]


def test_an_introduced_name_is_found_again(house: Glossary) -> None:
    text = "副厅长普利锋致欢迎词。次日普利锋与学员座谈。"
    assert [(c.start, c.target) for c in persons.find(text, house)] == [(3, "Pu Lifeng"), (13, "Pu Lifeng")]


@pytest.mark.parametrize(
    ("text", "source"),
    [("后来时雨又去了两次", "时雨"), ("方 华的笔记", "方 华"), ("大家都感谢和平平", "和平平")],
)
def test_known_names_need_no_office(house: Glossary, text: str, source: str) -> None:
    assert names(text, house) == []
    assert [zh for zh, *_ in names(text, house, {source.replace(" ", "")})] == [source]


def test_a_registry_carries_the_country_of_the_first_mention(house: Glossary) -> None:
    texts = [
        "越南老街省农业厅副厅长裴光明、中心主任孟云帆致辞。",
        "裴光明表示，越方愿意参加。",
        "孟云帆说，欢迎。",
    ]
    register = persons.registry(texts, house, [("李霞", "中心处长"), ("Srey Sunleang", "柬埔寨环境部副局长")])
    assert {zh: (name.targets[0], name.doubtful) for zh, name in register.items()} == {
        "李霞": ("Li Xia", False),
        "裴光明": ("Bui Quang Minh", True),
        "孟云帆": ("Meng Yunfan", False),
    }
    assert names(texts[1], house, register) == [("裴光明", "Bui Quang Minh", True)]


def test_the_glossary_spells_a_foreigner(tmp_path: Path, house: Glossary) -> None:
    assert names("副局长亨·灿东致辞", house)[0][2]
    sheet = tmp_path / "people.csv"
    sheet.write_text("zh,en,kind\n亨·灿东,Heng Chandara,person\n", encoding="utf-8")
    glossary = load([package_glossary(), sheet])
    assert names("副局长亨·灿东致辞", glossary) == [("亨·灿东", "Heng Chandara", False)]
    assert persons.speaker_name("亨·灿东", "柬埔寨环境部副局长", glossary) == ("Heng Chandara", False)


@pytest.mark.parametrize(
    ("zh", "office", "english"),
    [
        ("周军", "中国生态环境部国际合作司处长", ("Zhou Jun", False)),
        ("王 烁", "商务部国际贸易经济合作研究院所长", ("Wang Shuo", False)),
        ("姜再冬", "中国驻老挝大使", ("Jiang Zaidong", False)),
        ("裴光明", "越南农业与环境部司长", ("Bui Quang Minh", True)),
        ("奥利斯", "泰国自然资源与环境部处长", ("Aolisi", True)),
    ],
)
def test_speakers(house: Glossary, zh: str, office: str, english: tuple[str, bool]) -> None:
    assert persons.speaker_name(zh, office, house) == english


@pytest.mark.parametrize(
    ("zh", "english"),
    [
        ("张玉军", "Zhang Yujun"),
        ("赵子昂", "Zhao Zi'ang"),
        ("王恩", "Wang En"),
        ("陈西安", "Chen Xi'an"),
        ("尉迟恭", "Yuchi Gong"),
        ("单雄信", "Shan Xiongxin"),
        ("仇英", "Qiu Ying"),
        ("吕岩", "Lü Yan"),
        ("任重远", "Ren Chongyuan"),
        ("欧阳娜", "Ouyang Na"),
        ("林于乐", "Lin Yule"),
    ],
)
def test_transcription(zh: str, english: str) -> None:
    assert person_name(zh) == (english, False)


@pytest.mark.parametrize(
    ("zh", "english"),
    [
        ("扎西多杰", "Tashi Dorje"),
        ("老魏", "Old Wei"),
        ("隗长青", "Kui Changqing"),
        ("闻子昂", "Wen Ziang"),
        ("岩温", "Yan Wen"),
    ],
)
def test_another_right_spelling(zh: str, english: str) -> None:
    assert english in other_spellings(zh)


def test_other_accepted_spellings() -> None:
    assert other_spellings("吕岩") == ("Lyu Yan", "Lu Yan")
    assert other_spellings("张玉军") == ()


@pytest.mark.parametrize(
    ("office", "country"),
    [
        ("越南驻昆明总领事馆领事", "Viet Nam"),
        ("中国驻老挝大使", None),
        ("缅甸商务部司长", "Myanmar"),
        ("商务部亚洲司司长", None),
        ("访问老挝的云南省副省长", None),
        ("会见越南代表团，中心主任", None),
        ("越南与中国生态环境部处长", None),
        ("多乐省农业厅厅长", "other"),
        ("全省环境部门负责人", None),
        ("云南大学老挝研究所所长", None),
        ("东南亚问题专家", None),
    ],
)
def test_the_country_of_an_office(office: str, country: str | None) -> None:
    assert country_of(office) == country


def seconds(text: str, glossary: Glossary) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        list(persons.find(text, glossary))
        best = min(best, time.perf_counter() - start)
    return best


def test_time_grows_with_the_text_not_with_its_square(house: Glossary) -> None:
    text = "越南农业部司长阮友雄、中心主任孟云帆表示，水质很好，沈立言处长与专家王伟、何静到会。"
    assert seconds(text * 240, house) < 24 * seconds(text * 30, house)


LISTS = [
    (
        "解振华、单霁翔、仇保兴、查道炯、区家麟参加会议。",
        "Xie Zhenhua, Shan Jixiang, Qiu Baoxing, Zha Daojiong, Ou Jialin",
    ),
    ("会议由王明、李晓东、赵丽颖主持。", "Wang Ming, Li Xiaodong, Zhao Liying"),
    ("张磊、王芳和刘洋分别发言。", "Zhang Lei, Wang Fang, Liu Yang"),
    ("欧阳静、司马南、诸葛亮发言。", "Ouyang Jing, Sima Nan, Zhuge Liang"),
    ("涉及水利、农业、林业、交通等领域。", ""),
    ("昆明、大理、丽江、曲靖等地。", ""),
    ("推动经济、社会、环境协调发展。", ""),
    ("高度、广度、深度不断拓展。", ""),
]


@pytest.mark.parametrize(("text", "english"), LISTS, ids=[t[:8] for t, _ in LISTS])
def test_lists_of_nothing_but_names(text: str, english: str) -> None:
    found = persons.find(text, load([package_glossary()]))
    assert ", ".join(c.target for c in found) == english
