"""Hold the words that the damages are made with: numbers, units, ranks, negations, names."""

MONTHS = ("January February March April May June July August September October November December").split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

# A multiple that is read as its neighbour: 万 and 亿 taken for thousand, million, billion.
MULTIPLES = {
    "hundred": "thousand",
    "thousand": "million",
    "million": "billion",
    "billion": "million",
    "trillion": "billion",
}

# (the Chinese that must stand in the source, the English after a figure, the wrong unit)
UNITS = (
    ("平方公里|平方千米", r"square kilometers?", "square miles"),
    ("公顷", r"hectares?", "acres"),
    ("公顷", r"ha", "mu"),
    ("亩", r"mu", "hectares"),
    ("公里|千米", r"(?:kilometers?|km)", "miles"),
    ("立方米|方", r"cubic meters?", "liters"),
    ("米", r"(?:meters?|m)", "feet"),
    ("厘米", r"(?:centimeters?|cm)", "inches"),
    ("毫米", r"(?:millimeters?|mm)", "cm"),
    ("百分点", r"percentage points?", "percent"),
    ("吨", r"(?:tonnes?|tons?)", "kilograms"),
    ("公斤|千克", r"(?:kilograms?|kg)", "tons"),
    ("克", r"(?:grams?|g)", "kilograms"),
    ("千瓦时|度", r"(?:kilowatt-hours?|kWh)", "megawatt-hours"),
    ("千瓦", r"(?:kilowatts?|kW)", "megawatts"),
    ("兆瓦|千瓦", r"(?:megawatts?|MW)", "kilowatts"),
    ("摄氏度|℃|度", r"degrees? Celsius", "degrees Fahrenheit"),
    ("分钟", r"minutes?", "hours"),
    ("小时", r"hours?", "days"),
    ("天|日", r"days?", "weeks"),
    ("周", r"weeks?", "months"),
    ("个月", r"months?", "years"),
    ("年", r"years?", "months"),
    ("元", r"yuan", "US dollars"),
)

OFFICE = (
    "[Dd]irector|[Hh]ead|[Mm]inister|[Pp]resident|[Cc]hief|[Cc]hair|[Gg]overnor|[Mm]ayor|[Ss]ecretary|[Mm]anager|"
    "[Pp]rofessor|[Rr]esearch|[Rr]epresentative|[Rr]esident|[Cc]ountry|[Ee]ditor|[Dd]ean|[Ee]ngineer|[Pp]remier|"
    "Prime|[Gg]eneral|Consul|[Cc]ommissioner|[Cc]aptain|[Pp]rincipal|[Ll]eader"
)
# (the Chinese that must stand, the Chinese that must not, the English, the wrong rank)
RANKS = (
    ("副|助理", "", rf"(?<!an )\b(?:[Dd]eputy|[Vv]ice|[Aa]ssociate|[Aa]ssistant) (?={OFFICE})", ""),
    ("司长|局长|主任|厅长|总干事", "副", r"(?<![-\w] )\bDirector-General\b", "Deputy Director-General"),
    ("处长|主任|所长|局长|司长", "副", r"(?<!-)\bDirector\b(?!-)", "Deputy Director"),
    ("部长|大臣", "副|首相|总理", r"(?<!Prime )\bMinister\b(?!-| Couns)", "Vice Minister"),
    ("省长|州长|主席", "副", r"\bGovernor\b", "Vice Governor"),
    ("市长", "副", r"\bMayor\b", "Vice Mayor"),
    ("秘书长", "副", r"(?<!Deputy )(?<!Under-)\bSecretary-General\b", "Deputy Secretary-General"),
    ("教授", "副教授", r"(?<!a )\bProfessor\b", "Associate Professor"),
    ("教授", "副教授", r"\ba professor\b", "an associate professor"),
    ("高级", "", r"\b[Ss]enior (?=[A-Za-z])", ""),
    ("首席|总工", "", r"\bChief (?=[A-Z][a-z])", "Deputy Chief "),
    ("首席|总工", "", r"\bchief (?=[a-z])", "deputy chief "),
)

NEGATION_ZH = "[不未无没非勿莫别禁]"
VERB = "is|are|was|were|do|does|did|will|would|shall|should|can|could|must|may|might|has|have|had|need|be"
# (the English negation, what stands there when it is gone)
NEGATIONS = (
    (rf"\b({VERB}) not\b(?! only| just| merely| simply| necessarily| yet| to mention| all\b)", r"\1"),
    (r"\bcannot\b(?! only| but)", "can"),
    (rf"\b({VERB})n't\b", r"\1"),
    (r"\bcan't\b", "can"),
    (r"\bwon't\b", "will"),
    (r"\bno longer\b", "still"),
    (r"\bnot yet\b", "already"),
    (r"\bnever\b(?! before)", "always"),
    (r"\bNever\b(?! before)", "Always"),
    (r"\bwithout (?!\w+ing\b|which\b)", "with "),
    (r"\bno (more|less|fewer|later|earlier|higher|lower) than\b", r"\1 than"),
    (r"\b(there (?:is|are|was|were)|had|has|have) no (?=[a-z])(?!more |less |fewer|one )", r"\1 "),
    (r"\bnot to (?=[a-z])(?!mention)", "to "),
    (r"\b(?:an )?(?=unable\b)un", ""),
    (r"\b(?:an )?(?=illegal)il", ""),
)

# People that may come from a country; with the things below, nouns before which an invented figure fits.
PEOPLE = (
    "experts|representatives|delegates|participants|officials|villagers|farmers|families|students|trainees|"
    "teachers|children|women|volunteers|rangers|companies|enterprises|workers|residents|researchers|technicians|"
    "journalists|scholars|fishers|fishermen|buyers|engineers|investors|tourists|officers|colleagues|agencies|"
    "institutions|authorities|people|youths"
)
THINGS = (
    "households|villages|communities|projects|schools|sites|stations|trees|cities|measures|departments|plants"
)
FIGURES = (17, 26, 38, 43, 59, 64, 72, 85)

# Countries and persons that a sentence may lack: (Chinese, English).
OUTSIDERS = (
    ("尼泊尔", "Nepal"),
    ("马来西亚", "Malaysia"),
    ("孟加拉", "Bangladesh"),
    ("菲律宾", "the Philippines"),
    ("印度尼西亚", "Indonesia"),
    ("斯里兰卡", "Sri Lanka"),
)
STRANGERS = (("陈", "Chen Guangming"), ("吴", "Wu Haitao"), ("郑", "Zheng Yulan"))
COUNTRIES = "China|Lao PDR|Laos|Myanmar|Cambodia|Thailand|Viet Nam|Japan|India|Singapore|Germany|France"

# Surnames by their pinyin: a name in the English is one only where its surname stands in the Chinese.
SURNAMES = dict(
    entry.split(":")
    for entry in (
        "Ai:艾 An:安 Bai:白柏 Ban:班 Bao:包鲍 Bi:毕 Bian:边卞 Bo:薄柏 Bu:卜 Cai:蔡 Cao:曹 Cen:岑 Chai:柴 "
        "Chang:常 Che:车 Chen:陈谌 Cheng:程成 Chi:池迟 Chu:褚楚储 Cong:丛 Cui:崔 Dai:戴代 Dao:刀 Deng:邓 "
        "Diao:刁 Ding:丁 Dong:董 Dou:窦 Du:杜 Duan:段 Fan:范樊 Fang:方房 Fei:费 Feng:冯封 Fu:傅付符 "
        "Gan:甘 Gao:高 Ge:葛 Geng:耿 Gong:龚宫巩 Gu:顾古谷 Guan:关管 Gui:桂 Guo:郭 Han:韩 Hao:郝 Heng:衡 He:何贺和 "
        "Hong:洪 Hou:侯 Hu:胡扈 Hua:华花 Huang:黄 Huo:霍 Ji:季纪吉姬 Jia:贾 Jian:简 Jiang:江蒋姜 Jiao:焦 "
        "Jin:金靳 Jing:景荆 Ju:鞠 Kang:康 Ke:柯 Kong:孔 Kou:寇 Kuang:邝匡 Lai:赖 Lan:兰蓝 Lang:郎 Lao:劳 "
        "Lei:雷 Leng:冷 Li:李黎厉 Lian:连廉 Liang:梁 Liao:廖 Lin:林蔺 Ling:凌 Liu:刘柳 Long:龙 Lou:娄楼 "
        "Lu:陆卢鲁路 Luo:罗骆洛 Lü:吕 Lyu:吕 Ma:马麻 Mai:麦 Man:满 Mao:毛茅 Mei:梅 Meng:孟蒙 Mi:米 "
        "Miao:苗缪 Min:闵 Ming:明 Mo:莫 Mu:穆牟木 Nan:南 Ni:倪 Nie:聂 Ning:宁 Niu:牛 Ou:欧区 Ouyang:欧阳 Pan:潘 "
        "Pang:庞 Pei:裴 Peng:彭 Pi:皮 Ping:平 Pu:蒲浦 Qi:齐戚祁 Qian:钱 Qiao:乔 Qin:秦覃 Qiu:邱仇丘裘 Qu:曲屈瞿 "
        "Quan:全权 Ran:冉 Rao:饶 Ren:任 Rong:荣容 Ruan:阮 Sha:沙 Shan:单 Shang:尚商 Shao:邵 She:佘 Shen:沈申 "
        "Sheng:盛 Shi:石史施师时 Shu:舒 Si:司 Song:宋 Su:苏宿 Sui:隋 Sun:孙 Tan:谭谈覃 Tang:唐汤 Tao:陶 Teng:滕 "
        "Tian:田 Tong:童佟仝 Tu:屠涂 Wan:万 Wang:王汪 Wei:魏韦卫 Wen:文温闻 Weng:翁 Wu:吴武伍邬 Xi:席奚习 "
        "Xia:夏 Xian:冼 Xiang:向项 Xiao:肖萧 Xie:谢解 Xin:辛 Xing:邢 Xiong:熊 Xu:徐许续 Xue:薛 Xun:荀 Yan:严颜闫阎晏 "
        "Yang:杨羊阳 Yao:姚 Ye:叶 Yi:易伊 Yin:尹殷 Ying:应 You:尤游 Yu:于余俞喻虞郁 Yuan:袁 Yue:岳乐 Yun:云 "
        "Zang:臧 Zeng:曾 Zha:查 Zhai:翟 Zhan:詹战 Zhang:张章 Zhao:赵 Zhen:甄 Zheng:郑 Zhong:钟仲 Zhou:周 "
        "Zhu:朱祝竺诸 Zhuang:庄 Zhuo:卓 Zong:宗 Zou:邹 Zu:祖 Zuo:左"
    ).split()
)
PINYIN = (
    "(?:(?:zh|ch|sh|[gkhzcsrw])(?!i[aeonu])|[bpmfdtnljqxy])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ou|ia|ie|in|iu|ua|ue|ui|un|uo|[aeiouü])"
)
