"""Places that stand in no glossary: what is read, what is refused, what one mention shows for another."""

import time

import pytest

from workflow.constrain import Terms, constrain, find
from workflow.constrain.gazetteer import gazetteer, readings_of
from workflow.constrain.glossary import Glossary, load, package_glossary
from workflow.constrain.local_places import of_names
from workflow.constrain.matcher import Matcher
from workflow.constrain.place_names import forms
from workflow.constrain.places import find as places_in
from workflow.units import Unit


@pytest.fixture(scope="module")
def terms() -> Terms:
    """Return the house's terms without most of its Chinese places, so that the cases do not depend on what it lists."""
    house = load([package_glossary()])
    kept = {
        key: rows
        for key, rows in house.entries.items()
        if rows[0].kind != "place" or len(key) < 3 or key.endswith(("省", "自治区", "柬埔寨", "市"))
    }
    glossary = Glossary(kept, house.blocks)
    return Terms(glossary, Matcher(glossary))


def read(text: str, terms: Terms) -> dict[str, str]:
    return {p.stem + p.kind + p.behind: p.targets[0] for p in terms.matcher.unlisted(text) if p.binds}


# One rule each, the hardest first.
READ = [
    ("会议在鸣沙市举行", "鸣沙市", "Mingsha"),  # neither 沙市, a district, nor 鸣沙, a word
    ("上澄县与岭溪县签订协议", "上澄县", "Shangcheng County"),  # 上 is a part of the name
    ("上澄县与岭溪县签订协议", "岭溪县", "Lingxi County"),
    ("研讨会在岭州市召开", "岭州市", "Lingzhou"),  # a city goes by its bare name
    ("岭州市江北区滨河路", "江北区", "Jiangbei District"),  # the name of a district behind a city
    ("南屿市屿东区的滩涂", "屿东区", "Yudong District"),  # a district of no list behind a city of none
    ("雁鸣湾湿地总面积约2400公顷", "雁鸣湾湿地", "Yanming Bay Wetland"),  # what lies at a feature
    ("澄岭江流域的小水电", "澄岭江流域", "Chengling River Basin"),
    ("云南丹岭山国家级自然保护区", "丹岭山国家级自然保护区", "Danlingshan National Nature Reserve"),
    ("位于浙江台州的企业", "台州", "Taizhou"),  # 台 is no Tai of a rule but of the dictionary
    ("安徽六安的茶农", "六安", "Lu'an"),  # neither Liuan nor without apostrophe
    ("浙江丽水的经验", "丽水", "Lishui"),
    ("来自江苏宜兴的倪师傅", "宜兴", "Yixing"),
    ("设备在西安市灞桥区安装", "灞桥区", "Baqiao District"),
    ("会议在鸣州市举办", "鸣州市", "Mingzhou"),  # no prefecture 鸣州 in it
    ("凤庆县大寺乡的村民", "大寺乡", "Dasi Township"),  # a word, but right behind a county
    ("孟连县勐马镇的咖啡", "勐马镇", "Mengma Town"),
    ("孟连县富岩镇咖农", "孟连县", "Menglian County"),
    ("崇左市大新县德天村的船工", "德天村", "Detian Village"),  # 天 is a small word elsewhere
    ("广西南宁市邕宁区的农户", "邕宁区", "Yongning District"),  # misspelt in the dictionary
    ("湖南攸县的农民", "攸县", "Youxian County"),  # one syllable keeps its class
    ("云南盈江、陇川两县", "陇川", "Longchuan"),  # in a list behind a place
    ("赴岭州市考察", "岭州市", "Lingzhou"),
    ("沿澄岭江而下", "澄岭江", "Chengling River"),
    ("南屿湾现有红树林1360公顷", "南屿湾", "Nanyu Bay"),
    ("岭溪村的生态厕所", "岭溪村", "Lingxi Village"),
    ("北屿岛上的灯塔", "北屿岛", "Beiyu Island"),
    ("在屿岭港装船", "屿岭港", "Yuling Port"),
    ("流经岭澄湖", "岭澄湖", "Lingcheng Lake"),
    ("贵州省荔波县举办", "荔波县", "Libo County"),
    ("澄水县雁落峡景区", "雁落峡景区", "Yanluo Gorge Scenic Area"),  # land and water by their shape
    ("走访了鹿鸣洲", "鹿鸣洲", "Luming Island"),
    ("走访了澄水县鸣岫滩", "鸣岫滩", "Mingxiu Beach"),  # beside a county only
    ("昆明市望江闸", "望江闸", "Wangjiang Sluice"),
    ("南屿市屿鸣礁", "屿鸣礁", "Yuming Reef"),
    ("登上云岫峰", "云岫峰", "Yunxiu Peak"),
    ("昆明市盘龙区龙泉社区", "龙泉社区", "Longquan Community"),
    ("勐海打洛口岸", "打洛口岸", "Daluo Port"),
    ("洪泽湖大堤", "洪泽湖大堤", "Hongze Lake Dike"),
    ("楚雄州元谋县", "元谋县", "Yuanmou County"),
    ("广州市黄埔区入选", "黄埔区", "Huangpu District"),
    ("甘肃省定西市安定区的老师", "安定区", "Anding District"),  # 安定 is calm without its class
]


@pytest.mark.parametrize(("text", "zh", "english"), READ, ids=[f"{zh} {text}" for text, zh, _ in READ])
def test_read(terms: Terms, text: str, zh: str, english: str) -> None:
    assert read(text, terms).get(zh) == english


# What looks like a place and is none, or is one whose reading is no English.
REFUSED = [
    "把石头倒回河里",
    "大家又跳进江里",
    "浑水养滩，选错滩面",  # a beach is read beside a place only
    "亚洲和三角洲，洪峰过后，水闸和船闸",
    "老挝南哈县的村民",  # behind a country
    "越南太原省大慈县的尾矿",  # behind a foreign province that is called as a Chinese city
    "老街省沙巴县孟花乡",  # behind a county that is refused itself
    "南塔省24小时降雨",  # China's provinces are all in the glossary
    "中爪哇省北岸地面沉降",
    "帕桑县的山火",  # nothing but characters of transcriptions
    "磅乌县的农场",
    "新疆和田市的玉石",  # Hotan is no reading
    "高黎贡山北段",  # 贡山 is a county, 高黎贡山 a mountain
    "晴天水清、雨天水黑",  # 天水 is a city across two words
    "由中方提供课程",  # 中方 is a county of Hunan, and the Chinese side
    "沿河建成的生态滤床",
    "在荷塘之间采莲",
    "在湖里游泳",
    "老挝沙湾拿吉一户人家",  # 沙湾 goes on
    "财政和水利部门",
    "阿里云和红十字",
    "裴春山，越南电力集团",  # a person
    "素练横江",
    "许多城市的水",
    "发展中的试点县",
    "在贫困县举办",
    "两岸的山区",
    "进入市场",
    "这条大江的支流",
    "美丽的海湾",
    "各县的监测口径",
    "边境7县的代表",
    "沿江5县人民政府",
    "三道归上村，四道归下村",
    "厂网河湖一体化运维",
    "五字治湖经验",
    "滴水汇成河",
    "零碳社区",
    "把废旧渔网回收点建到每个渔港",
    "核心区和缓冲区",
    "滞洪区和生态廊道",
    "庭院式小湿地",
    "现有自然保护区",
    "全州森林覆盖率",
    "老城区和下穿通道",
    "中老双方的海关",
    "新建的跨江大桥",
    "每公顷山地",
    "大岭州市的规划",  # whether 大 is a part of the name nobody knows
    "他来自乡村",
    "登上泰山",
    "在湖心岛设立瞭望塔",
    "土坯房整村坍塌",
]


@pytest.mark.parametrize("text", REFUSED)
def test_refused(terms: Terms, text: str) -> None:
    assert read(text, terms) == {}


FORMS = [
    ("岭州", "市", "", ("Lingzhou", "Lingzhou City", "Lingzhou Municipality")),
    ("上澄", "县", "", ("Shangcheng County", "County of Shangcheng", "Shangcheng")),
    ("丹霞", "山", "", ("Danxia Mountain", "Danxia Mountains", "Mount Danxia", "Danxiashan")),
    ("沘", "江", "", ("Bijiang River", "Bi River")),
    ("青澄", "湖", "", ("Qingcheng Lake", "Lake Qingcheng")),
    ("澄岭", "江", "流域", ("Chengling River Basin", "basin of the Chengling River")),
    ("白岭", "雪山", "国家级自然保护区", ("Bailing Snow Mountain National Nature Reserve",)),
    ("长屿", "县", "", ("Changyu County", "Zhangyu County")),  # 长 is read in two ways
    ("六安", "市", "", ("Lu'an",)),  # the dictionary's reading is the only one
    ("丽安", "市", "", ("Li'an",)),
]


@pytest.mark.parametrize(("stem", "kind", "behind", "accepted"), FORMS)
def test_forms(stem: str, kind: str, behind: str, accepted: tuple[str, ...]) -> None:
    assert set(accepted) <= set(forms(stem, kind, behind))
    if stem != "长屿":
        assert forms(stem, kind, behind)[0] == accepted[0]


def test_a_listed_reading_is_the_only_one() -> None:
    assert readings_of("六安") == ("Lu'an",)
    assert "Liuan" not in forms("六安", "市")


def test_names_in_another_language_are_not_read() -> None:
    assert "和田" in gazetteer().other
    assert "和田" not in gazetteer().names


def bulletin(terms: Terms, *texts: str) -> list[tuple[str, str, bool]]:
    units = [Unit(str(at), f"sections/0/paragraphs/{at}/0", text) for at, text in enumerate(texts)]
    return [(c.source, c.target, c.doubtful) for unit in constrain(units, terms) for c in unit.constraints]


def test_a_name_without_its_class_is_known_from_another_sentence(terms: Terms) -> None:
    found = bulletin(terms, "交流会在云岭市召开。", "云岭的护林员说。", "云岭河水质达标。")
    assert found == [
        ("云岭市", "Yunling", True),
        ("云岭", "Yunling", True),
        ("云岭河", "Yunling River", True),
    ]


def test_a_place_beside_a_listed_one_is_not_doubtful(terms: Terms) -> None:
    found = bulletin(terms, "云南省岭溪县的渔民。")
    assert ("云南省岭溪县", "Lingxi County, Yunnan Province", False) in found


def test_a_word_is_a_place_where_another_mention_shows_it(terms: Terms) -> None:
    found = bulletin(terms, "凤庆县清水村的村民。", "清水村把废水处理了。")
    english = [english for zh, english, _ in found if zh.endswith("清水村")]
    assert english == ["Qingshui Village, Fengqing County", "Qingshui Village"]


def test_bodies_at_a_place_of_no_list_are_composed(terms: Terms) -> None:
    found = {
        zh: english for zh, english, _ in bulletin(terms, "岭州市生态环境局与鸣沙市政府、上澄县水利局。")
    }
    assert found["岭州市生态环境局"] == "Lingzhou Municipal Ecology and Environment Bureau"
    assert found["上澄县水利局"] == "Shangcheng County Water Resources Bureau"


def test_the_branch_of_a_bank(terms: Terms) -> None:
    found = {zh: english for zh, english, _ in bulletin(terms, "中国农业发展银行岭州市分行")}
    assert found == {
        "中国农业发展银行岭州市分行": "Lingzhou Branch of the Agricultural Development Bank of China"
    }


def test_the_publishers_name_shows_its_place() -> None:
    known = of_names({"南屿湾红树林合作中心": "Nanyu Bay Mangrove Cooperation Center"})
    assert known["南屿湾"].targets[0] == "Nanyu Bay"
    assert known["南屿"].targets == ("Nanyu",)
    assert of_names({"澜湄环境合作中心": "Lancang-Mekong Environmental Cooperation Center"}) == {}


ADDRESSES = [
    ("南屿市屿东区观海路7号", "No. 7 Guanhai Road, Yudong District, Nanyu"),
    ("云岭市盘龙山路52号", "No. 52 Panlongshan Road, Yunling"),
    ("岭州市人民中路3号5楼", "Floor 5, No. 3 Renmin Middle Road, Lingzhou"),
    ("岭州市澄江大道18号2号楼301室", "Room 301, Building 2, No. 18 Chengjiang Avenue, Lingzhou"),
]


@pytest.mark.parametrize(("zh", "english"), ADDRESSES)
def test_addresses_in_english_order(terms: Terms, zh: str, english: str) -> None:
    (found,) = find(zh, terms)
    assert (found.source, found.target) == (zh, english)


def test_an_address_with_a_building_is_left_apart(terms: Terms) -> None:
    found = find("岭州市泥滩道3号湿地教育中心2楼", terms)
    assert all("Road" not in constraint.target for constraint in found)


def test_finding_is_linear_in_the_text() -> None:
    def seconds(times: int) -> float:
        text = "研讨会在岭州市召开，沿澄岭江而下。" * times
        start = time.process_time()
        places_in(text, [])
        return time.process_time() - start

    seconds(10)
    assert seconds(800) < 0.1 + 16 * seconds(100)
