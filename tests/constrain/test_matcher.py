"""Glossary terms in sentences: longest first, never inside a longer word, composed names and offices."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.constrain.glossary import Glossary, load, package_glossary
from workflow.constrain.matcher import Matcher


@pytest.fixture(scope="module")
def house() -> Glossary:
    return load([package_glossary()])


@pytest.fixture(scope="module")
def matcher(house: Glossary) -> Matcher:
    return Matcher(house)


def found(matcher: Matcher, text: str) -> dict[str, str]:
    return {constraint.source: constraint.target for constraint in matcher.find(text)}


LONGEST = [
    ("生态环境部将派员参加", {"生态环境部": "Ministry of Ecology and Environment"}),
    (
        "推动“绿色澜湄计划”落地",
        {"绿色澜湄计划": "Green Lancang-Mekong Initiative"},
    ),
    ("共建“一带一路”倡议十年", {"“一带一路”倡议": "Belt and Road Initiative"}),
    ("共建一带一路倡议十年", {"一带一路倡议": "Belt and Road Initiative"}),
    (
        "澜沧江 — 湄公河环境合作中心",
        {"澜沧江 — 湄公河环境合作中心": "Lancang-Mekong Environmental Cooperation Center"},
    ),
    ("落实2030 年可持续发展目标", {"2030 年可持续发展目标": "2030 Sustainable Development Goals"}),
    ("澜湄国家命运共同体", {"澜湄国家命运共同体": "community of shared future of Lancang-Mekong countries"}),
    ("城市生态环境部门", {"生态环境部门": "ecology and environment authorities"}),
    ("澜沧江－湄公河合作", {"澜沧江－湄公河合作": "Lancang-Mekong Cooperation"}),
    ("澜沧江—湄公河合作", {"澜沧江—湄公河合作": "Lancang-Mekong Cooperation"}),
    ("澜沧江 - 湄公河合作", {"澜沧江 - 湄公河合作": "Lancang-Mekong Cooperation"}),
    ("ＡＳＥＡＮ与中国", {"中国": "China"}),
    (
        "中国气候变化事务特使办公室",
        {"中国气候变化事务特使办公室": "Office of China's Special Envoy for Climate Change"},
    ),
    ("东盟绿色催化融资机制出资", {"东盟绿色催化融资机制": "ASEAN Catalytic Green Finance Facility"}),
    ("在他曲县设站", {"他曲县": "Thakhek District"}),
    ("电话：010-12345678", {"电话": "Tel"}),
    ("联系我们", {"联系我们": "Contact Us"}),
]


@pytest.mark.parametrize(("text", "expected"), LONGEST)
def test_longest_match(matcher: Matcher, text: str, expected: dict[str, str]) -> None:
    assert found(matcher, text) == expected


TRAPS = [
    ("学会长时间没有活动", "会长"),
    ("在大客厅长桌旁坐下", "厅长"),
    ("办公室主任务是协调", "主任"),
    ("中心主任务繁重", "中心主任"),
    ("首相信合作会深化", "首相"),
    ("参赞助活动", "参赞"),
    ("派出的调研员工", "调研员"),
    ("院士气高涨", "院士"),
    ("部长江水利工程开工", "部长"),
    ("这条河长三百公里", "河长"),
    ("每百公里河长设三个断面", "河长"),
    ("教育部长江学者", "教育部长"),
    ("建设合作社区", "合作社"),
    ("澜湄市长论坛开幕", "市长"),
    ("福建省长乐、平潭", "省长"),
    ("昆明市长春路", "市长"),
    ("湖南省长沙市的湿地", "省长"),
    ("重庆市长寿区与上海市长宁区", "市长"),
    ("江苏省长江大桥", "省长"),
    ("民兵队长沙马拉且说", "长沙"),
    ("其中国际组织7家", "中国"),
    ("当中国内航线占四成", "中国"),
    ("库区水中国有林场的倒影", "中国"),
    ("发展中国家需要资金", "中国"),
    ("欠发达国家与发展中国家", "中国"),
    ("各地教育部门开设课程", "教育部"),
    ("农业部门与财政部门会商", "农业部"),
    ("农业部门与财政部门会商", "财政部"),
    ("东海岸的渔港", "东海"),
    ("沿湄公河内河航道", "河内"),
    ("湄公河内部水位", "河内"),
    ("积极推广东盟标准", "广东"),
    ("湄公河北岸的村庄", "河北"),
    ("湄公河南岸的村庄", "河南"),
    ("世界上海拔最高的湖", "上海"),
    ("五年以上海外经验", "上海"),
    ("多施复合肥", "合肥"),
    ("纽芬兰渔场", "芬兰"),
    ("允景洪水文站", "景洪"),
    ("越南西宁省的农户", "西宁"),
    ("高平省重庆县", "重庆"),
    ("大使馆举行招待会", "大使"),
    ("部长级会议通过声明", "部长"),
    ("市长期依靠地下水", "市长"),
    ("社会长期稳定", "会长"),
    ("总理府发布通知", "总理"),
    ("利用电话和邮件沟通", "电话"),
    ("本期简报共八页", "简报"),
    ("主任医师介绍病情", "主任"),
    ("老挝人的新年", "老挝"),
    ("长江岸线与洞庭湖南岸", "湖南"),
    ("缅甸语课程", "缅甸"),
    ("APT10号平台", "APT"),
    ("联合国儿童基金会副主任", "主任"),
    ("林业局副局长", "局长"),
    ("总会长致辞", "会长"),
    ("代市长出席", "市长"),
    ("助理教授发言", "教授"),
    ("教授课文的老师", "教授"),
    ("教授村民种菜", "教授"),
    ("教授当地人英语", "教授"),
    ("在夜校教授缅甸语", "教授"),
    ("他教授过的学生", "教授"),
    ("集团公司长于设计", "司长"),
    ("他是在杭州长大的", "州长"),
    ("为节省长途电话费", "省长"),
    ("报告书编制主持人员", "主持人"),
    ("编制主持人终身禁业", "主持人"),
    ("项目主持人由老方担任", "主持人"),
    ("委托执行秘书处办理", "执行秘书"),
    ("首相府发布公告", "首相"),
    ("股市长红三日", "市长"),
    ("横跨黄河长江", "河长"),
    ("室外长跑", "外长"),
    ("校外长廊", "外长"),
    ("国外长大的孩子", "外长"),
    ("五位发言人", "发言人"),
    ("12台风机停转", "台风"),
    ("台风电设备", "台风"),
    ("大海里的鱼", "海里"),
    ("出海里程缩短", "海里"),
    ("一支铅笔", "铅"),
    ("二氯甲烷残留", "甲烷"),
    ("溴甲烷熏蒸", "甲烷"),
    ("姬松茸种植", "松茸"),
    ("超细颗粒物浓度", "细颗粒物"),
    ("漫步上海滩", "上海"),
    ("长江后浪推前浪", "长江"),
    ("三角洲研究院", "三角洲"),
    ("打开自来水龙头", "自来水"),
    ("社区环境管理员", "环境管理"),
    ("城市规划师", "城市规划"),
    ("青年环境外交官", "环境外交"),
    ("海岸电台", "岸电"),
    ("浊度仪被埋", "浊度"),
    ("老挝国家大学", "国家大学"),
    ("法国船级社", "法国"),
    ("越南航空公司", "越南"),
    ("最后一公里", "公里"),
    ("供水安全计划", "水安全"),
    ("缴纳履约保证金", "履约"),
    ("手机流量", "流量"),
    ("平台期间", "平台期"),
    ("在华东地区推广", "在华"),
    ("在华富里府实施", "在华"),
    ("现在华侨学校扩建", "在华"),
    ("第三方合作", "三方合作"),
    ("上游国家公园", "上游国家"),
]


@pytest.mark.parametrize(("text", "entry"), TRAPS)
def test_never_inside_a_longer_word(matcher: Matcher, text: str, entry: str) -> None:
    assert entry not in found(matcher, text)


STILL_FOUND = [
    ("厅长期望各方支持", "厅长"),
    ("外交部长远道而来", "外交部长"),
    ("环境部长期待合作", "环境部长"),
    ("秘书长期间三次致辞", "秘书长"),
    ("首席科学家童望舒没有回避", "首席科学家"),
    ("工程师范海涛的办法", "工程师"),
    ("某学会理事长葛云峰分析", "理事长"),
    ("退休的河长老赵", "河长"),
    ("县里河长每周巡河", "河长"),
    ("代理司长德杜昂同时主持", "司长"),
    ("环境处处长波利坎·西维莱谈起移民", "处长"),
    ("研究所所长春·波勒希望", "所长"),
    ("商会副会长百里坚指出", "副会长"),
    ("中国家庭用电", "中国"),
    ("一位教授语言学的老人，请来了两位教授", "教授"),
    ("请司长致辞", "司长"),
    ("盐城市长出席", "市长"),
    ("会议主持人致谢", "主持人"),
    ("财政部长期支持", "财政部"),
    ("云南省长江流域", "云南省"),
    ("访问河内和海防", "河内"),
    ("中国人民", "中国"),
    ("越南人口增长", "越南"),
    ("中国政府的基金会", "中国"),
    ("泰国和老挝的公司", "泰国"),
    ("强台风登陆", "台风"),
    ("土壤中的铅", "铅"),
    ("甲烷排放", "甲烷"),
    ("前往上海参会", "上海"),
    ("长江流域", "长江"),
    ("距岸12公里", "公里"),
]


@pytest.mark.parametrize(("text", "entry"), STILL_FOUND)
def test_a_word_boundary_is_no_longer_word(matcher: Matcher, text: str, entry: str) -> None:
    assert entry in found(matcher, text)


COMPOSED = [
    ("云南省西双版纳傣族自治州景洪市", "Jinghong, Xishuangbanna Dai Autonomous Prefecture, Yunnan Province"),
    (
        "中国科学院昆明动物研究所副研究员",
        "Associate Researcher, Kunming Institute of Zoology, Chinese Academy of Sciences",
    ),
    ("昆明市常务副市长", "Executive Vice Mayor of Kunming"),
    ("广西壮族自治区党委副书记", "Deputy Secretary, CPC Guangxi Zhuang Autonomous Regional Committee"),
    ("水利部党委书记", "Secretary of the CPC Committee, Ministry of Water Resources"),
    ("老挝工业与商务部部长", "Minister of Industry and Commerce of Lao PDR"),  # no 商务部
    (
        "老挝新闻文化和旅游部",
        "Ministry of Information, Culture and Tourism of Lao PDR",
    ),  # 、 left out, 和 for 与
    ("中华人民共和国政府", "Government of the People's Republic of China"),
    ("芹苴市自然资源与环境厅", "Department of Natural Resources and Environment of Can Tho City"),
    ("同塔省人民委员会副主席", "Vice Chair, People's Committee of Dong Thap Province"),
    (
        "西双版纳傣族自治州委常委",
        "Member of the Standing Committee, CPC Xishuangbanna Prefectural Committee",
    ),
    ("中共昆明市委副书记", "Deputy Secretary, CPC Kunming Municipal Committee"),
    ("云南省委书记", "Secretary, CPC Yunnan Provincial Committee"),
    ("广西壮族自治区党委", "CPC Guangxi Zhuang Autonomous Regional Committee"),
    (
        "中华人民共和国驻老挝人民民主共和国特命全权大使",
        "Ambassador Extraordinary and Plenipotentiary of the People's Republic of China to the Lao People's Democratic Republic",
    ),
    ("老挝驻华大使", "Ambassador of Lao PDR to China"),
    ("老挝驻华使馆", "Embassy of Lao PDR in China"),
    ("西双版纳国家级自然保护区管护局", "Administration of Xishuangbanna National Nature Reserve"),
    ("云南省省长", "Governor of Yunnan Province"),  # its class said twice
    ("红河州州长", "Governor of Honghe Prefecture"),
    ("广西壮族自治区林业局", "Forestry Bureau of Guangxi Zhuang Autonomous Region"),
    ("内蒙古自治区水利厅", "Department of Water Resources of Inner Mongolia Autonomous Region"),
    ("澳门特别行政区政府", "Government of Macao Special Administrative Region"),
    ("泰国自然资源与环境部", "Ministry of Natural Resources and Environment of Thailand"),
    ("水利部国际合作司", "Department of International Cooperation, Ministry of Water Resources"),
    (
        "越南自然资源与环境部国际合作司",
        "Department of International Cooperation, Ministry of Natural Resources and Environment of Viet Nam",
    ),
    ("贵州省生态环境厅", "Department of Ecology and Environment of Guizhou Province"),
    ("保山市水利局", "Baoshan Municipal Water Resources Bureau"),
    ("四川省人民政府", "People's Government of Sichuan Province"),
    ("温州市人民政府", "Wenzhou Municipal People's Government"),
    (
        "浙江省温州市生态环境局",
        "Wenzhou Municipal Ecology and Environment Bureau, Zhejiang Province",
    ),
    ("马来西亚驻南宁总领事馆", "Consulate General of Malaysia in Nanning"),
    ("韩国驻缅甸大使馆", "Embassy of the Republic of Korea in Myanmar"),
    ("中国驻缅甸大使", "Ambassador of China to Myanmar"),
    ("老挝总理", "Prime Minister of Lao PDR"),
    (
        "生态环境部国际合作司二级巡视员",
        "Level-II Counsel, Department of International Cooperation, Ministry of Ecology and Environment",
    ),
    (
        "中国生态环境部国际合作司亚非拉处处长",
        "Director, Division of Asian, African and Latin American Affairs, Department of International Cooperation, Ministry of Ecology and Environment of China",
    ),
    (
        "云南省生态环境厅副厅长",
        "Deputy Director-General, Department of Ecology and Environment of Yunnan Province",
    ),
    (
        "水利部国际合作司原司长",
        "former Director-General, Department of International Cooperation, Ministry of Water Resources",
    ),
    (
        "原水利部国际合作司司长",
        "former Director-General of the Department of International Cooperation, Ministry of Water Resources",
    ),
    (
        "时任水利部国际合作司司长",
        "then Director-General of the Department of International Cooperation, Ministry of Water Resources",
    ),
    (
        "原亚洲开发银行合规审查委员会主席",
        "former Chair of the Compliance Review Panel, Asian Development Bank",
    ),
    ("泰国前环境部长", "former Environment Minister of Thailand"),
    ("泰国前自然资源与环境部部长", "former Minister of Natural Resources and Environment of Thailand"),
    ("泰国自然资源与环境部副部长", "Deputy Minister of Natural Resources and Environment of Thailand"),
    ("外交学院副院长", "Vice President, China Foreign Affairs University"),
    (
        "泰国自然资源与环境部污染控制厅厅长",
        "Director-General, Pollution Control Department, Ministry of Natural Resources and Environment of Thailand",
    ),
    (
        "东盟秘书处社会文化共同体部",
        "ASEAN Socio-Cultural Community Department, ASEAN Secretariat",
    ),
    (
        "联合国环境规划署亚太办事处主任",
        "Director, UNEP Regional Office for Asia and the Pacific",
    ),
    ("北京大学国际关系学院教授", "Professor, School of International Studies, Peking University"),
    ("越南驻昆明总领事馆领事", "Consul, Consulate General of Viet Nam in Kunming"),
    ("昆明市人民政府副市长", "Vice Mayor of the Kunming Municipal People's Government"),
    (
        "澜沧江-湄公河环境合作中心/生态环境部对外合作与交流中心处长",
        "Director, Lancang-Mekong Environmental Cooperation Center/Foreign Environmental Cooperation Center, Ministry of Ecology and Environment",
    ),
    (
        "柬埔寨环境部自然保护区总局副局长",
        "Deputy Director-General, General Directorate of Natural Protected Areas, Ministry of Environment of Cambodia",
    ),
]


@pytest.mark.parametrize(("text", "english"), COMPOSED)
def test_composed_names_and_offices(matcher: Matcher, text: str, english: str) -> None:
    constraints = matcher.find(text)
    assert [(c.source, c.kind) for c in constraints] == [(text, "term")]
    assert constraints[0].target == english


APART = [
    ("在广西南宁、百色两地举办", ["Guangxi", "Nanning", "Baise"]),  # the first of two that lie there
    ("老挝万象召开", ["Lao PDR", "Vientiane"]),  # a country
    ("昆明市官渡区航空", ["Kunming", "Guandu District"]),
]


@pytest.mark.parametrize(("text", "english"), APART, ids=[text for text, _ in APART])
def test_places_that_stay_apart(matcher: Matcher, text: str, english: list[str]) -> None:
    assert [c.target for c in matcher.find(text)] == english


def test_an_office_in_a_sentence_reads_as_running_text(matcher: Matcher) -> None:
    (office,) = matcher.find("会上，水利部国际合作司副司长发言")
    assert office.target == (
        "Deputy Director-General of the Department of International Cooperation, Ministry of Water Resources"
    )
    assert any(target.startswith("Deputy Director-General, Department") for target in office.targets)


def test_two_names_of_a_body_stay_apart_without_an_office(matcher: Matcher) -> None:
    text = "会议由澜沧江-湄公河环境合作中心/生态环境部对外合作与交流中心主办"
    assert len(matcher.find(text)) == 2


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("联合国环境规划署代表", "联合国环境规划署", "UNEP"),
        ("亚洲基金会代表", "亚洲基金会", "Asia Foundation"),
        ("老方与老挝专家", "老挝", "Lao"),
        ("云南省代表", "云南省", "Yunnan"),
        ("保护湄公河的鱼", "湄公河", "Mekong"),
    ],
)
def test_further_accepted_english(matcher: Matcher, text: str, source: str, target: str) -> None:
    (constraint,) = [c for c in matcher.find(text) if c.source == source]
    assert target in constraint.targets


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("中国共产党", "Chinese Communist Party"),
        ("新加坡国立大学", "Singaporean National University"),
    ],
)
def test_a_name_of_its_own_has_no_adjective(matcher: Matcher, text: str, english: str) -> None:
    (constraint,) = matcher.find(text)
    assert constraint.source == text
    assert english not in constraint.targets


def test_spans_are_of_the_text_itself(matcher: Matcher) -> None:
    text = "  据（澜沧江 － 湄公河环境合作中心）通报，泰国 与 越南参加"
    for constraint in matcher.find(text):
        assert text[constraint.start : constraint.end] == constraint.source
    assert [c.target for c in matcher.find(text)][1:] == ["Thailand", "Viet Nam"]


def test_titles_are_left_to_documents(matcher: Matcher) -> None:
    assert "巴黎协定" not in found(matcher, "《巴黎协定》")
    assert found(matcher, "落实巴黎协定") == {"巴黎协定": "Paris Agreement"}


Make = Callable[[str], Matcher]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def matcher_of(rows: str) -> Matcher:
        path = tmp_path / "terms.csv"
        path.write_text("zh,en,en_short,kind,status,avoid\n" + rows, encoding="utf-8")
        return Matcher(load([path]))

    return matcher_of


def test_suggested_entries_come_apart_from_binding_ones(make: Make) -> None:
    matcher = make("流域,river basin,,,admitted,\n湿地,wetland,,,,\n旧词,old word,,,forbidden,\n")
    assert found(matcher, "流域湿地旧词") == {"湿地": "wetland"}
    assert [(c.source, entry.en) for c, entry in matcher.suggest("流域湿地旧词")] == [("流域", "river basin")]


def test_a_suggested_entry_lets_through_only_what_agrees_with_it(make: Make) -> None:
    matcher = make("湿地,wetland,,,,\n公园,park,,,,\n湿地公园,wetland reserve,,,admitted,\n")
    assert found(matcher, "湿地公园") == {"湿地": "wetland"}


def test_an_empty_glossary_finds_nothing() -> None:
    assert Matcher(Glossary({}, {})).find("中国") == []


def seconds(matcher: Matcher, text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        matcher.find(text)
        best = min(best, time.perf_counter() - start)
    return best


def test_time_grows_with_the_text_not_with_its_square(tmp_path: Path) -> None:
    han = [chr(code) for code in range(0x4E00, 0x4E00 + 300)]
    rows = "".join(f"{a}{b},term {i} {j}\n" for i, a in enumerate(han) for j, b in enumerate(han[:170]))
    path = tmp_path / "terms.csv"
    path.write_text("zh,en\n" + rows, encoding="utf-8")
    matcher = Matcher(load([path]))
    assert len(matcher.glossary.entries) > 50_000
    text = "".join(han[(7 * i) % 300] + han[(3 * i) % 170] for i in range(1500)) + "。"
    assert seconds(matcher, text * 8) < 24 * seconds(matcher, text)
