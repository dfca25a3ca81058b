"""Tell from the office before a name which country the person is of."""

import re

FOREIGN = {
    "越南": "Viet Nam",
    "越方": "Viet Nam",
    "河内": "Viet Nam",
    "胡志明市": "Viet Nam",
    "芹苴": "Viet Nam",
    "岘港": "Viet Nam",
    "老街省": "Viet Nam",
    "谅山": "Viet Nam",
    "广宁省": "Viet Nam",
    "老挝": "Lao PDR",
    "老方": "Lao PDR",
    "万象": "Lao PDR",
    "琅勃拉邦": "Lao PDR",
    "沙耶武里": "Lao PDR",
    "占巴塞": "Lao PDR",
    "沙湾拿吉": "Lao PDR",
    "南塔": "Lao PDR",
    "缅甸": "Myanmar",
    "缅方": "Myanmar",
    "仰光": "Myanmar",
    "曼德勒": "Myanmar",
    "掸邦": "Myanmar",
    "克钦邦": "Myanmar",
    "若开邦": "Myanmar",
    "茵莱湖": "Myanmar",
    "泰国": "Thailand",
    "泰方": "Thailand",
    "曼谷": "Thailand",
    "清迈": "Thailand",
    "清莱": "Thailand",
    "朱拉隆功": "Thailand",
    "孔敬": "Thailand",
    "柬埔寨": "Cambodia",
    "柬方": "Cambodia",
    "金边": "Cambodia",
    "豆蔻山": "Cambodia",
    "九龙江": "Viet Nam",
    "宁顺省": "Viet Nam",
    "暹粒": "Cambodia",
    "洞里萨": "Cambodia",
    "日本": "Japan",
    "东京": "Japan",
} | dict.fromkeys(
    """
    韩国 朝鲜 蒙古国 马来亚 印度尼西亚 印尼 马来西亚 新加坡 菲律宾 文莱 东帝汶 印度 尼泊尔 不丹 孟加拉国
    斯里兰卡 巴基斯坦 马尔代夫 阿富汗 哈萨克斯坦 乌兹别克斯坦 伊朗 土耳其 俄罗斯 英国 法国 德国 意大利 西班牙
    荷兰 比利时 瑞士 瑞典 挪威 芬兰 丹麦 奥地利 波兰 美国 加拿大 墨西哥 巴西 秘鲁 智利 阿根廷 澳大利亚 新西兰
    斐济 埃及 肯尼亚 埃塞俄比亚 南非 欧盟 匈牙利 塞尔维亚 以色列
    """.split(),
    "other",
)
DOMESTIC = tuple(
    """
    中国 中方 我国 北京 天津 上海 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南
    湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾 昆明 西双版纳 景洪
    普洱 临沧 德宏 南宁 深圳 广州 清华大学 北京大学 勐腊 勐海 磨憨 大理 丽江 红河州 保山 腾冲 瑞丽 崇左 防城港
    中科院 澜湄环境合作中心 中国科学院 中山大学 同济大学 复旦大学 河海大学 暨南大学 武汉 南京 杭州 苏州 成都 西安 兰州 厦门 青岛
    大连 郑州 长沙 合肥 济南 南昌 贵阳 哈尔滨 长春 沈阳 石家庄 太原 拉萨 银川 乌鲁木齐 呼和浩特 海口 宁波 怒江 迪庆
    文山 曲靖 玉溪 桂林 百色 三江源 长江 黄河 国家发改委 生态环境局 交通大学 师范大学 理工大学 农业大学 民族大学
    """.split()
)
# Bodies that other countries have too: they say nothing behind a country.
COMMON_BODIES = frozenset("交通大学 师范大学 理工大学 农业大学 民族大学 生态环境局".split())
HOME = "China"
# A province that is none of these is abroad: 多乐省, 加拉信府, 克伦邦.
# Bodies that are Chinese unless a country stands before them: 缅甸商务部.
INSTITUTIONS = ("生态环境部", "国家发展", "国务院", "商务部", "外交学院", "外交部", "水利部", "农业农村部")
_PLACE = re.compile(
    "|".join(sorted(map(re.escape, (*FOREIGN, *DOMESTIC, *INSTITUTIONS)), key=len, reverse=True))
)
_PROVINCE = re.compile("([\u4e00-\u9fff]{2,5}?)(省(?![级会外内际])|(?<![政王])府(?![际])|(?<!联)邦)")
_NO_PROVINCE = tuple("全各本该跨外两三五六多邻我西东政州首学官世")
_SEPARATOR = re.compile("[，。；：！？“”\n]")
WINDOW = 60
# What makes a place the aim or the host of an office, not its country.
_TOWARDS = ("访问", "前往", *"驻赴访在抵到至")
_NOT_AFTER = ("研究", "国籍", "语", "问题", "-", "—", "－", "虎", "象", "湾")


def country_of(before: str) -> str | None:
    """Return the country of the office that ends a text, or None where it is Chinese or says nothing."""
    country = home_of(before)
    return None if country == HOME else country


def home_of(before: str) -> str | None:
    """Return the country of the office that ends a text, HOME where it is Chinese, None where it says nothing.

    The last place named since the clause began counts; one behind 驻, 赴 and the like is where somebody serves.
    """
    window = before[-WINDOW:]
    cut = 0
    for separator in _SEPARATOR.finditer(window):
        cut = separator.end()
    clause = window[cut:]
    country: str | None = None
    found = False
    for place in _PLACE.finditer(clause):
        if clause[: place.start()].endswith(_TOWARDS) and place.start() > 0:
            continue
        if clause.startswith(_NOT_AFTER, place.end()):
            continue
        if place[0] in INSTITUTIONS and country not in (None, HOME):
            continue
        if country not in (None, HOME) and place[0] in COMMON_BODIES:
            continue
        country = FOREIGN.get(place[0], HOME)
        found = True
    if not found and (province := _PROVINCE.search(clause)):
        name = province[1]
        if not name.endswith(_NO_PROVINCE) and not clause.startswith("人民政府", province.end()):
            return {"府": "Thailand", "邦": "Myanmar"}.get(province[2], "other")
    return country
