"""Tables of the language of places: what a name ends with, what is no name, characters that are read otherwise in places."""

# What a place's name ends with, and its English: the first is the house's, the others are accepted.
CLASSES: dict[str, tuple[str, ...]] = {
    "省": ("Province",),
    "市": ("City", "Municipality"),
    "县": ("County",),
    "区": ("District",),
    "镇": ("Town", "Township"),
    "乡": ("Township", "Town"),
    "村": ("Village",),
    "寨": ("Village", "Stockade", "Stockaded Village"),
    "州": ("Prefecture",),
    "街道": ("Subdistrict", "Sub-district"),
    "江": ("River",),
    "河": ("River",),
    "溪": ("Stream", "Creek", "River"),
    "湖": ("Lake",),
    "湾": ("Bay",),
    "岛": ("Island",),
    "群岛": ("Islands", "Archipelago"),
    "半岛": ("Peninsula",),
    "山": ("Mountain", "Mountains"),
    "雪山": ("Snow Mountain", "Snow Mountains"),
    "岭": ("Mountains", "Ridge", "Mountain"),
    "港": ("Port", "Harbor", "Harbour"),
    "桥": ("Bridge",),
    "大桥": ("Bridge",),
    "水库": ("Reservoir",),
    "水电站": ("Hydropower Station", "Hydropower Plant", "Dam"),
    "电站": ("Power Station", "Hydropower Station"),
    "口岸": ("Port", "Border Crossing", "Checkpoint"),
    "湿地": ("Wetland", "Wetlands"),
    "湿地公园": ("Wetland Park",),
    "国家湿地公园": ("National Wetland Park",),
    "国家公园": ("National Park",),
    "森林公园": ("Forest Park",),
    "国家森林公园": ("National Forest Park",),
    "自然保护区": ("Nature Reserve",),
    "国家级自然保护区": ("National Nature Reserve",),
    "省级自然保护区": ("Provincial Nature Reserve",),
    "流域": ("Basin", "River Basin", "Watershed"),
    "瀑布": ("Waterfall", "Falls"),
    "草原": ("Grassland", "Grasslands"),
    "盆地": ("Basin",),
    "平原": ("Plain",),
    "海峡": ("Strait",),
    "峡": ("Gorge", "Canyon"),
    "大峡谷": ("Grand Canyon", "Gorge", "Canyon"),
    "峡谷": ("Gorge", "Canyon"),
    "峰": ("Peak", "Mountain"),
    "洲": ("Island", "Islet", "Shoal"),
    "滩": ("Beach", "Shoal", "Rapids", "Flat"),
    "礁": ("Reef",),
    "沟": ("Valley", "Gully", "Ravine", "Creek"),
    "圩": ("Polder", "Dike", "Town"),
    "堤": ("Dike", "Embankment", "Levee", "Dyke"),
    "大堤": ("Dike", "Embankment", "Levee", "Dyke"),
    "闸": ("Sluice", "Sluice Gate", "Gate", "Lock"),
    "船闸": ("Ship Lock", "Lock"),
    "坝": ("Dam",),
    "码头": ("Wharf", "Pier", "Dock", "Terminal"),
    "水文站": ("Hydrological Station", "Hydrometric Station", "Gauging Station"),
    "水厂": ("Waterworks", "Water Plant"),
    "隧道": ("Tunnel",),
    "灌区": ("Irrigation District", "Irrigation Area"),
    "林场": ("Forest Farm",),
    "茶山": ("Tea Mountain",),
    "古镇": ("Ancient Town", "Old Town"),
    "古村": ("Ancient Village",),
    "社区": ("Community",),
    "景区": ("Scenic Area", "Scenic Spot"),
}
# Administrative classes stand behind a name in text as nothing else does; the others make common nouns too.
ADMINISTRATIVE = frozenset("省市县区镇乡村寨州")
# Waters and land, whose class belongs to the name of what lies there: 澄岭江流域, 雁鸣湾湿地.
FEATURES = frozenset("江河溪湖湾岛山岭港洲礁峡峰")
# A class is none before these characters: 市场, 县级, 江面, 湾区.
NOT_BEFORE = {
    "省": "级内外会际份委油略事",
    "市": "场民级值区面容价委郊镇内外长上",
    "县": "级城域内外委长官",
    "区": "域间块别分位内外委划段委长",
    "镇": "区上长域静定痛",
    "乡": "村镇亲土下里间愁音贤长",
    "村": "民寨庄落镇里委口头干级集居长两史",
    "寨": "子老里主",
    "州": "长级委内",
    "江": "面豚苏西南北东",
    "河": "流道口面床谷长网",
    "溪": "流",
    "湖": "泊面区滨",
    "湾": "区",
    "岛": "屿国民链",
    "景区": "内",
    "山": "区地坡体脉谷火林村寨洪",
    "岭": "南",
    "港": "口区币澳",
    "桥": "梁墩",
    "流域": "内",
    "峡": "谷江两",
    "峰": "会值谷期年林",
    "洲": "际滩",
    "滩": "涂头地区羊险面",
    "礁": "石盘区",
    "沟": "通壑渠谷里边底",
    "圩": "堤区垸镇",
    "堤": "坝防岸顶围段上",
    "大堤": "上",
    "闸": "门口机室刀",
    "坝": "体址顶区子上下基",
    "码头": "工",
    "社区": "居工干矫书主服",
}
# What is never the name of a place before these classes: generic words that are no dictionary word with them.
GENERIC = frozenset(
    """
    试点 示范 贫困 边境 边疆 沿边 沿江 沿海 沿河 沿线 重点 民族 少数民族 牧业 农业 工业 资源
    旅游 生态 口岸 内陆 山区 上游 下游 中游 省会 首府 中心 特大 超大 大型 中小 相邻 邻近
    周边 附近 各地 所有 全部 多数 部分 有关 相关 同一 一个 每个 整个 两个 三个 几个 项目
    受灾 灾区 重灾 脱贫 帮扶 文明 卫生 花园 园林 国际 友好 智慧 低碳 零碳 海绵 无废 公园
    宜居 现代 古老 传统 美丽 特色 自然 行政 中国 外国 国家 地方 本地 当地 外地 异地 城市
    农村 高原 平原 水上 界河 跨界 跨境 国界 入海 小型 天然 人工 景观 淡水 咸水 高山 梯田
    茶叶 水果 居民 渔民 农民 牧民 移民 库区 核心 缓冲 保护 开发 经济 科技 产业 高新 新城
    主城 中心城 老城 种植 养殖 生产 生活 服务 管理 主产 监测 管控 限制 禁止 水源 污染 治理
    修复 森林 草原 沙漠 湿地 海洋 内河 外海 远洋 近海 深海 公海 跨海 沿湖 环湖 跨江 过江
    渡江 入江 长河 大河 小河 主要 其他 许多 不少 多个 若干 全国 全省 全市 全县 本省 本市
    外省 邻国 对岸 两岸 沿岸 河口 入口 出口 货运 客运 自由 自贸 保税 深水 智能 空 航空 绿色
    蓝色 红色 黑色 白色 一江 两江 三江 四江 五江 千岛 无人 有人 火山 名山 群山 远山 荒山
    矿山 雪山 靠山 后山 前山 深山 半山 登山 爬山 下山 上山
    """.split()
)
# What is as good as never a place where it stands without a class, though one is called so: 中方县, 运河区.
COMMON = frozenset(
    """
    中方 沿河 运河 小店 宝塔 西湖 南部 站前 兴业 民和 政和 会同 从江 会里 江源 江口 城关
    城区 郊区 全州 新城 老城 平安 和平 友好 建设 解放 新华 共和 丰收 团结 幸福 光明 前进
    东风 红旗 大学 文化 中心 开发 港口 江城 山城 水城 海港 沙市 东城 西城 南城 北城 东区
    西区 南区 北区 新区 桥东 桥西 路南 路北 河东 河西 江北 江南 江东 江西 湖滨 海滨 中原
    中山 大同 长安 安定 永定 永和 永新 天水 云和 二道 通道 清江 青冈 宝山 海阳 新洲 淮南
    淮北 石林 东方 东西 南北 平原 高原 古城 凤凰 白云 上林 黄山 合水 新和 新安 大方 金平
    万山 马山 多伦 南海 小河 长岛 大港 红山 黄石 九龙 荷塘 滨江
    """.split()
)
# A name made of a feature and a side of it is as good as never one by itself: 河源, 江口, 山南.
FEATURE_WORDS = frozenset("江河湖海山水城村乡路桥港岛东西南北中盐")
SIDE_WORDS = frozenset("里源口东西南北中上下边滨心岸湖城")
# With these before its class a name is a common noun or a verb with its object: 原乡, 治湖, 小山.
LAST: dict[str, str] = {
    "河": "回进出成治护清过渡沿入跨污界排巡护内外大小运长冰银",
    "乡": "族原故家水城同老返下思离归侨他异梦入出进",
    "村": "农乡山渔新全本邻同空驻进入到出沿村整各每边",
    "镇": "城古全本新老乡集小",
    "区": "地山林牧片园景库灾社小新城郊市校矿湾海江河湖水核农渔产特辖专自各全本整禁限汇滩坝厂战疫辖",
    "县": "全本各邻跨州市郡",
    "市": "全本各城都超夜早菜集股楼车门上下花鱼入退开",
    "州": "全本各神九",
    "寨": "村山边全本各",
    "江": "回进出横治护渡过跨沿入大小长内",
    "溪": "回进出小山",
    "湖": "回进出治护环爱入大小退围沿盐淡",
    "湾": "海港河小大",
    "岛": "登离居驻守上下小大全海孤荒群",
    "山": "登爬进出上下靠看封护守小大高火冰矿雪荒深青名群远后前绿",
    "岭": "山分翻小大",
    "港": "离进出到来香抵海渔船空内外大小",
    "桥": "过修建小大新老",
    "峡": "海三两出",
    "峰": "高洪顶主山群险登波尖两",
    "洲": "亚欧非美绿沙三角大满滨",
    "滩": "海沙河边上下浅险江湖石泥荒盐抢",
    "礁": "暗触岩珊瑚人工",
    "沟": "水壕山代排一鸿深河渠田边大小暗毛",
    "圩": "赶小大",
    "堤": "河江海湖大围筑决护长加固上",
    "闸": "水船开关节制涵门过道多",
    "坝": "大水堤拦溃筑挡建主副土石混凝高库电过",
}
# Small words, and characters that make common nouns with a class behind them: no part of a name.
LOOSE = frozenset(
    "的了是在和与及对从把被将向以其这那就也都还又而或之着过到于为所则且各每该由等并让使给有要会能可不没未无很最"
    "更太再才只已正刚曾因若如但却既即当某本此另几两三四五六七八九十一二百千万亿零第个年月日时分秒天周次名位种条项"
    "家人吨米里斤元块张座台辆艘头棵株套份件批支片层间户亩度倍多少余近约超达共总均占左右内外"
    "短旧好坏早晚快慢来去进出起开说道问想看听写读做用吃喝走跑飞送拿放打推按据经随同比较自他她它们你我您"
    "谁哪什怎吗呢吧啊受聚归逛买卖捐邀聘率携借请令使叫被带领率入沿靠跨全至离抵赴访驻距往返环邻临缘贫城乡省市县国旧过今届首末主副后前"
)
# Of these, those that end the names of villages: 德天村, 王家村.
INNER = frozenset("天月日里家米元")
SETTLEMENTS = frozenset("镇乡村寨")
# Characters that may begin a name or stand before one: 上澄县, 来上海; with one character behind them they belong to it.
EITHER = frozenset("上下大小东西南北新老中长高")
# Numerals begin names too: 九龙江, 三江县.
NUMERALS = frozenset("一二三四五六七八九十百千万双两")
# Characters that names of the Mekong countries are written with beside those of persons' names.
ABROAD = frozenset("湄磅苴銮掸颇蓬鄢芽兑楠贴歧边耶")
# Classes that end names of persons too: 裴春山.
LIKE_PERSONS = frozenset("山江河岭湖桥")
WATERS = frozenset("江河湖溪")
# Words behind which nothing but a place can stand.
LOCATIVE = (
    "在",
    "赴",
    "抵",
    "抵达",
    "来自",
    "位于",
    "地处",
    "前往",
    "走进",
    "落户",
    "驻",
    "途经",
    "流经",
    "来到",
    "到访",
)
# Words that lead up to a place.
LEADS = tuple(
    """
    在 于 到 至 赴 抵 往 从 由 自 离 距 过 经 沿 驻 访 回 对 向 为 是 将 把 让 和
    与 及 或 即 的 等 来自 位于 地处 前往 途经 流经 抵达 到达 走进 访问 考察 参观 落户
    深入 来到 返回 经过 包括 以及 联合 例如 比如 以 用 像 如 去 进 入 里 中 了 着 了解
    选择 带领 远在 远离 毗邻 紧邻 邻近 靠近 沿着 通往 连接 覆盖 涉及 介绍 支持 帮助 率队
    近日
    """.split()
)
# Characters whose reading in the names of places is not their commonest; the second reading is accepted where it varies.
READINGS: dict[str, tuple[str, ...]] = {
    "长": ("chang", "zhang"),
    "重": ("chong", "zhong"),
    "朝": ("chao", "zhao"),
    "单": ("shan", "dan"),
    "曾": ("zeng", "ceng"),
    "会": ("hui", "kuai"),
    "乐": ("le", "yue", "lao"),
    "堡": ("bao", "pu", "bu"),
    "埔": ("pu", "bu"),
    "泊": ("bo", "po"),
    "峒": ("dong", "tong"),
    "行": ("hang", "xing"),
    "都": ("du", "dou"),
    "洞": ("dong", "tong"),
    "涡": ("guo",),
    "蚌": ("beng", "bang"),
    "番": ("pan", "fan"),
    "铅": ("yan", "qian"),
    "荥": ("xing", "ying"),
    "漯": ("luo", "ta"),
    "繁": ("fan", "shi"),
    "柏": ("bai", "bo"),
    "厦": ("xia",),
    "圩": ("wei", "xu"),
    "勒": ("le", "lei"),
    "了": ("liao",),
    "着": ("zhe", "zhuo"),
}
# The provinces of the dictionary's entries, by the English that their glosses have.
PROVINCES = (
    "Anhui|Beijing|Chongqing|Fujian|Gansu|Guangdong|Guangxi|Guizhou|Hainan|Hebei|Heilongjiang|Henan|Hubei|Hunan"
    "|Inner Mongolia|Jiangsu|Jiangxi|Jilin|Liaoning|Ningxia|Qinghai|Shaanxi|Shandong|Shanghai|Shanxi|Sichuan"
    "|Tianjin|Tibet|Xinjiang|Yunnan|Zhejiang"
)
