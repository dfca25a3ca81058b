"""The words that stand beside a figure: currencies, units of measure, counters and hedges, as tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Currency:
    """Name a currency's English forms; `{}` is the amount, the first form is the house form."""

    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """Name a unit's English: singular, plural and the symbols accepted beside them."""

    one: str
    many: str
    symbols: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hedge:
    """Name the English words that soften a figure; the first `before` is the house form."""

    before: tuple[str, ...]
    after: tuple[str, ...] = ()


def _money(code: str, *names: str) -> Currency:
    return Currency((f"{code} {{}}", f"{code}{{}}", *(f"{{}} {name}" for name in names), f"{{}} {code}"))


def _named(code: str, *names: str) -> Currency:
    return Currency((*(f"{{}} {name}" for name in names), f"{code} {{}}", f"{code}{{}}"))


_DOLLAR = ("US dollars", "U.S. dollars", "US dollar", "dollars")
_YUAN = Currency((
    "RMB {}", "RMB{}", "{} yuan", "{} RMB", "CNY {}", "{} yuan RMB", "¥{}", "{} yuan renminbi", "{} Chinese yuan",
))  # fmt: skip
CURRENCIES = {
    "美元": Currency(("US${}", "US$ {}", "${}", "USD {}", *(f"{{}} {name}" for name in _DOLLAR))),
    "美金": Currency(("US${}", "US$ {}", "${}", "USD {}", *(f"{{}} {name}" for name in _DOLLAR))),
    "人民币元": _YUAN,
    "元人民币": _YUAN,
    "元": _YUAN,
    "人民币": _YUAN,
    "欧元": Currency(("€{}", "EUR {}", "EUR{}", "{} euros", "{} euro")),
    "英镑": Currency(("£{}", "GBP {}", "{} pounds", "{} pounds sterling", "{} British pounds")),
    "日元": _money("JPY", "yen", "Japanese yen"),
    "韩元": _money("KRW", "won", "Korean won", "South Korean won"),
    "港元": Currency(("HK${}", "HKD {}", "{} Hong Kong dollars")),
    "港币": Currency(("HK${}", "HKD {}", "{} Hong Kong dollars")),
    "新元": Currency(("S${}", "SGD {}", "{} Singapore dollars")),
    "新加坡元": Currency(("S${}", "SGD {}", "{} Singapore dollars")),
    "瑞士法郎": _money("CHF", "Swiss francs", "Swiss franc"),
    "新台币": Currency(("NT${}", "TWD {}", "{} New Taiwan dollars")),
    "澳门元": Currency(("MOP${}", "MOP {}", "{} patacas")),
    "菲律宾比索": _money("PHP", "Philippine pesos", "pesos"),
    "塔卡": _money("BDT", "taka", "Bangladeshi taka"),
    "孟加拉塔卡": _money("BDT", "taka", "Bangladeshi taka"),
    "斯里兰卡卢比": _money("LKR", "Sri Lankan rupees", "rupees"),
    "尼泊尔卢比": _money("NPR", "Nepalese rupees", "rupees"),
    "瑞典克朗": _money("SEK", "Swedish kronor", "Swedish krona"),
    "挪威克朗": _money("NOK", "Norwegian kroner", "Norwegian krone"),
    "丹麦克朗": _money("DKK", "Danish kroner", "Danish krone"),
    "澳元": Currency(("A${}", "AUD {}", "{} Australian dollars")),
    "加元": Currency(("C${}", "CAD {}", "{} Canadian dollars")),
    "越南盾": _money("VND", "dong", "Vietnamese dong", "Viet Nam dong"),
    "越盾": _money("VND", "dong", "Vietnamese dong", "Viet Nam dong"),
    "印尼盾": _money("IDR", "rupiah", "Indonesian rupiah"),
    "泰铢": _named("THB", "baht", "Thai baht"),
    "铢": _named("THB", "baht", "Thai baht"),
    "基普": _named("LAK", "kip", "Lao kip"),
    "瑞尔": _named("KHR", "riel", "riels", "Cambodian riel", "Cambodian riels"),
    "缅元": _named("MMK", "kyat", "kyats", "Myanmar kyat", "Myanmar kyats"),
    "缅币": _named("MMK", "kyat", "kyats", "Myanmar kyat", "Myanmar kyats"),
    "马币": _named("MYR", "ringgit", "Malaysian ringgit"),
    "林吉特": _named("MYR", "ringgit", "Malaysian ringgit"),
    "卢布": _named("RUB", "rubles", "roubles", "Russian rubles"),
    "印度卢比": _named("INR", "Indian rupees", "rupees"),
    "卢比": _named("", "rupees"),
}


def _unit(one: str, *symbols: str, many: str = "") -> Measure:
    return Measure(one, many or f"{one}s", symbols)


_TONS = ("tonne", "tonnes", "metric ton", "metric tons", "t")
_SQUARE_KILOMETER = _unit("square kilometer", "km²", "sq km", "km2", "square kilometre", "square kilometres")
_CUBIC_METER = _unit("cubic meter", "m³", "m3", "cubic metre", "cubic metres")
_KILOWATT_HOUR = _unit("kilowatt-hour", "kWh", "kilowatt hours", "units of electricity")
MEASURES = {
    "公里": _unit("kilometer", "km", "kilometre", "kilometres"),
    "千米": _unit("kilometer", "km", "kilometre", "kilometres"),
    "海里": _unit("nautical mile"),
    "英里": _unit("mile"),
    "米": _unit("meter", "m", "metre", "metres"),
    "分米": _unit("decimeter", "dm"),
    "厘米": _unit("centimeter", "cm", "centimetre", "centimetres"),
    "毫米": _unit("millimeter", "mm", "millimetre", "millimetres"),
    "微米": _unit("micrometer", "μm", "µm", "micron", "microns"),
    "纳米": _unit("nanometer", "nm"),
    "平方公里": _SQUARE_KILOMETER,
    "平方千米": _SQUARE_KILOMETER,
    "平方米": _unit("square meter", "m²", "sq m", "m2", "square metre", "square metres"),
    "立方米": _CUBIC_METER,
    "方水": _unit("cubic meter of water", many="cubic meters of water"),
    "公顷": _unit("hectare", "ha"),
    "亩": _unit("mu", many="mu"),
    "英亩": _unit("acre"),
    "吨": _unit("ton", *_TONS),
    "吨标准煤": Measure(
        "ton of standard coal", "tons of standard coal",
        ("tons of standard coal equivalent", "tonnes of standard coal", "tonnes of standard coal equivalent", "tce"),
    ),
    "吨二氧化碳当量": Measure(
        "ton of carbon dioxide equivalent", "tons of carbon dioxide equivalent",
        ("tonnes of carbon dioxide equivalent", "tCO2e", "tons of CO2 equivalent", "tonnes of CO2 equivalent",
         "tons of CO2e"),
    ),
    "公斤": _unit("kilogram", "kg"),
    "千克": _unit("kilogram", "kg"),
    "克": _unit("gram", "g"),
    "克拉": _unit("carat"),
    "毫克": _unit("milligram", "mg"),
    "微克": _unit("microgram", "μg", "µg"),
    "升": _unit("liter", "L", "litre", "litres"),
    "毫升": _unit("milliliter", "mL", "ml", "millilitres"),
    "千瓦时": _KILOWATT_HOUR,
    "度电": _KILOWATT_HOUR,
    "兆瓦时": _unit("megawatt-hour", "MWh"),
    "吉瓦时": _unit("gigawatt-hour", "GWh"),
    "瓦": _unit("watt", "W"),
    "千瓦": _unit("kilowatt", "kW"),
    "兆瓦": _unit("megawatt", "MW"),
    "吉瓦": _unit("gigawatt", "GW"),
    "千伏": _unit("kilovolt", "kV"),
    "千伏安": _unit("kilovolt-ampere", "kVA"),
    "兆伏安": _unit("megavolt-ampere", "MVA"),
    "像素": _unit("pixel"),
    "摄氏度": _unit("degree Celsius", "°C", "℃", "degrees centigrade", "degrees", "degree", many="degrees Celsius"),
    "℃": Measure("°C", "°C", ("℃", "degrees Celsius", "degree Celsius", "degrees centigrade", "degrees", "degree")),
    "°C": Measure("°C", "°C", ("℃", "degrees Celsius", "degree Celsius", "degrees centigrade", "degrees", "degree")),
    "分贝": _unit("decibel", "dB"),
    "赫兹": _unit("hertz", "Hz", many="hertz"),
    "毫克/升": _unit("milligram per liter", "mg/L", "mg/l", many="milligrams per liter"),
    "毫克每升": _unit("milligram per liter", "mg/L", "mg/l", many="milligrams per liter"),
    "微克/立方米": _unit("microgram per cubic meter", "μg/m³", "µg/m³", many="micrograms per cubic meter"),
    "微克每立方米": _unit("microgram per cubic meter", "μg/m³", "µg/m³", many="micrograms per cubic meter"),
    "立方米/秒": _unit("cubic meter per second", "m³/s", many="cubic meters per second"),
    "公里/小时": _unit("kilometer per hour", "km/h", many="kilometers per hour"),
    "km": _unit("kilometer", "km"),
    "kg": _unit("kilogram", "kg"),
    "ha": _unit("hectare", "ha"),
    "kWh": _KILOWATT_HOUR,
    "kW": _unit("kilowatt", "kW"),
    "MW": _unit("megawatt", "MW"),
    "GW": _unit("gigawatt", "GW"),
}  # fmt: skip
# The units that English prefers for a Chinese amount: unit → (how many make one of them, names). A mu is 1/15 hectare.
_ENERGY = (
    (1000, "MWh", "megawatt-hours"),
    (10**6, "GWh", "gigawatt-hours"),
    (10**9, "TWh", "terawatt-hours"),
)
OTHER_UNITS: dict[str, tuple[tuple[int, *tuple[str, ...]], ...]] = {
    "千瓦": ((1000, "MW", "megawatts", "megawatt"), (10**6, "GW", "gigawatts", "gigawatt")),
    "兆瓦": ((1000, "GW", "gigawatts", "gigawatt"),),
    "千瓦时": _ENERGY,
    "度电": _ENERGY,
    "亩": ((15, "hectares", "ha"),),
    "像素": ((10**6, "megapixels", "megapixel"),),
}

_MORE = Hedge(
    (
        "more than",
        "over",
        "above",
        "exceeding",
        "in excess of",
        "upwards of",
        "some",
        "well over",
        "greater than",
        "upward of",
    ),
    ("-odd", "-plus", " or more", " or so"),
)
_LESS = Hedge(
    ("less than", "fewer than", "under", "below", "not even", "short of", "within", "shy of"),
    (" or less", " or fewer"),
)
_ABOUT = Hedge(
    ("about", "around", "approximately", "some", "roughly", "an estimated", "nearly"),
    (" or so", "-odd", " or thereabouts"),
)
_NEARLY = Hedge(("nearly", "almost", "close to", "approaching", "about", "around", "some", "just under"))
_AT_LEAST = Hedge(
    (
        "at least",
        "no less than",
        "no fewer than",
        "no lower than",
        "not lower than",
        "not less than",
        "not fewer than",
        "a minimum of",
        "more than",
        "over",
    ),
    (" or more",),
)
_EXCEED = Hedge(
    (*_MORE.before, "exceed", "exceeds", "exceeded", "surpass", "surpasses", "surpassed", "surpassing", "passed", "past",
     "beyond", "topped", "topping", "higher than", "longer than", "larger than", "steeper than", "older than",
     "deeper than", "taller than", "wider than",
     "heavier than", "faster than", "greater than"), _MORE.after,
)  # fmt: skip
_AT_MOST = Hedge(
    ("no more than", "not more than", "at most", "up to", "not exceed", "not exceeding",
     "limited to", "capped at", "a maximum of", "within",
     "less than", "under", "below", "no later than", "not exceeded", "no older than", "no longer than",
     "no higher than"), (" or less", " or fewer", " at most"),
)  # fmt: skip
HEDGES_BEFORE = {
    "超过": _EXCEED, "超": _EXCEED, "逾": _EXCEED, "不超过": _AT_MOST, "最多": _AT_MOST, "至多": _AT_MOST,
    "约": _ABOUT, "大约": _ABOUT, "大概": _ABOUT, "约为": _ABOUT,
    "近": _NEARLY, "将近": _NEARLY, "接近": Hedge((*_NEARLY.before, "approached", "approaches", "approach")),
    "不到": _LESS, "不足": _LESS,
    "至少": _AT_LEAST, "不少于": _AT_LEAST, "不低于": _AT_LEAST, "不下": _AT_LEAST,
}  # fmt: skip
HEDGES_AFTER = {
    "余": _EXCEED, "多": _EXCEED, "来": _ABOUT, "左右": _ABOUT, "上下": _ABOUT,
    "以上": Hedge(
        (*_EXCEED.before, "at least", "no less than", "not less than", "no fewer than", "upward of"),
        (" or more", " and above", " or above", " and over", " or over", " or higher", " and more", " or older",
         " and older", " or longer", " or larger", " or deeper", "-plus", " upward", " or taller"),
    ),
    "以下": Hedge(
        (*_LESS.before, "no more than", "not more than", "within", "up to", "at most", "at or below"),
        (" or less", " or below", " and below", " or fewer", " or lower", " or under", " and under", " or smaller",
         " or shorter"),
    ),
}  # fmt: skip

# Counters that make a Han numeral up to ten a count: 三个, 五年, 六国. Others (四川, 二氧化碳, 三方) do not.
COUNTERS = (
    "个 名 位 项 家 条 座 种 类 天 年 人 次 国 份 件 步 岁 批 句 块 张 页 台 场 支 户 辆 趟 组 套 本 段 棵 艘 只 头 篇 "
    "章 周 秒 所 颗 枚 小时 分钟 县 根 片 株 轮 大 部门 省 州 市 语种 箱 袋 封 间 栋 层楼 幅 架 碗 杯 瓶 筐"
).split()
