"""The words that stand beside a figure: units of measure and counters, as tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """Name a unit's English: singular, plural and the symbols accepted beside them."""

    one: str
    many: str
    symbols: tuple[str, ...] = ()


def _unit(one: str, *symbols: str, many: str = "") -> Measure:
    return Measure(one, many or f"{one}s", symbols)


def _per(one: str, period: str, *others: str, sign: str) -> Measure:
    """Return a unit for each day or year: 300吨/日 is 300 tons per day, 300 tons a day."""
    names = (f"{one}s", *others)
    forms = [f"{name} {per} {period}" for name in names for per in ("per", "a")]
    daily = [f"{name} daily" for name in names] if period == "day" else []
    return Measure(f"{one} per {period}", forms[0], (*forms[1:], *daily, sign))


_PERIODS = {"日": "day", "天": "day", "年": "year", "小时": "hour"}
_TONS = ("tonne", "tonnes", "metric ton", "metric tons", "t")
_SQUARE_KILOMETER = _unit("square kilometer", "km²", "sq km", "km2", "square kilometre", "square kilometres")
_CUBIC_METER = _unit("cubic meter", "m³", "m3", "cubic metre", "cubic metres")
_KILOWATT_HOUR = _unit("kilowatt-hour", "kWh", "kilowatt hours", "units of electricity")
# Symbols that stay as they are, with what right English spells them out as.
SYMBOLS: dict[str, tuple[str, ...]] = {
    "mg/L": ("mg/l", "milligrams per liter", "milligram per liter"),
    "mg/l": ("mg/L", "milligrams per liter", "milligram per liter"),
    "μg/L": ("µg/L", "ug/L", "micrograms per liter"),
    "µg/L": ("μg/L", "ug/L", "micrograms per liter"),
    "μg/m³": ("µg/m³", "μg/m3", "micrograms per cubic meter"),
    "µg/m³": ("μg/m³", "µg/m3", "micrograms per cubic meter"),
    "μg/m3": ("μg/m³", "µg/m³", "micrograms per cubic meter"),
    "mg/m³": ("mg/m3", "milligrams per cubic meter"),
    "mg/kg": ("milligrams per kilogram",),
    "m³/s": ("m3/s", "cubic meters per second"),
    "m3/s": ("m³/s", "cubic meters per second"),
    "m³": ("m3", "cubic meters", "cubic meter"),
    "m²": ("m2", "square meters", "square meter"),
    "km²": ("km2", "square kilometers", "square kilometer"),
    "hm²": ("hectares", "ha", "hm2"),
    "μS/cm": ("µS/cm", "microsiemens per centimeter"),
    "km/h": ("kilometers per hour",),
    "m/s": ("meters per second",),
    "kV": ("kilovolts", "kilovolt"),
    "dB(A)": ("dB", "decibels"),
    "dB": ("decibels",),
    "hPa": ("hectopascals",),
    "kPa": ("kilopascals",),
    "MPa": ("megapascals",),
    "NTU": (),
    "ppm": ("parts per million", "part per million"),
    "ppb": ("parts per billion", "part per billion"),
    "TWh": ("terawatt-hours",),
    "GWh": ("gigawatt-hours",),
    "MWh": ("megawatt-hours",),
    "TB": ("terabytes",),
    "GB": ("gigabytes",),
    "MB": ("megabytes",),
    "KB": ("kilobytes",),
    "mm": ("millimeters", "millimeter"),
    "cm": ("centimeters", "centimeter"),
    "mL": ("ml", "milliliters"),
    "μm": ("µm", "micrometers", "microns"),
    "nm": ("nanometers",),
}
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
    "平方厘米": _unit("square centimeter", "cm²", "square centimetre", "square centimetres"),
    "立方厘米": _unit("cubic centimeter", "cm³", "cubic centimetre", "cubic centimetres"),
    "立方千米": _unit("cubic kilometer", "km³", "cubic kilometre", "cubic kilometres"),
    "方水": _unit("cubic meter of water", many="cubic meters of water"),
    "公顷": _unit("hectare", "ha"),
    "亩": _unit("mu", many="mu"),
    "英亩": _unit("acre"),
    "莱": _unit("rai", many="rai"),
    "华里": _unit("li", "Chinese li", many="li"),
    "里地": _unit("li", "Chinese li", many="li"),
    "里路": _unit("li", "Chinese li", many="li"),
    "英尺": Measure("foot", "feet", ("ft",)),
    "英寸": Measure("inch", "inches", ("in",)),
    "公分": _unit("centimeter", "cm", "centimetre", "centimetres"),
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
    "吨级": _unit("ton", *_TONS, "dwt", "DWT"),
    "公斤": _unit("kilogram", "kg"),
    "千克": _unit("kilogram", "kg"),
    "克": _unit("gram", "g"),
    "市斤": _unit("jin", "catty", "catties", many="jin"),
    "斤": _unit("jin", "catty", "catties", many="jin"),
    "公担": _unit("quintal"),
    "克拉": _unit("carat"),
    "毫克": _unit("milligram", "mg"),
    "微克": _unit("microgram", "μg", "µg"),
    "升": _unit("liter", "L", "litre", "litres"),
    "毫升": _unit("milliliter", "mL", "ml", "millilitres"),
    "千瓦时": _KILOWATT_HOUR,
    "度电": _KILOWATT_HOUR,
    "兆瓦时": _unit("megawatt-hour", "MWh"),
    "太瓦时": _unit("terawatt-hour", "TWh"),
    "太瓦": _unit("terawatt", "TW"),
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
    **{f"吨/{each}": _per("ton", period, *_TONS[:-1], sign=f"t/{period[0]}") for each, period in _PERIODS.items()},
    **{
        f"立方米/{each}": _per("cubic meter", period, "cubic metres", sign=f"m³/{period[0]}")
        for each, period in _PERIODS.items()
    },
    "毫克/升": _unit("milligram per liter", "mg/L", "mg/l", many="milligrams per liter"),
    "微克/升": _unit("microgram per liter", "μg/L", "µg/L", "ug/L", many="micrograms per liter"),
    "微克每升": _unit("microgram per liter", "μg/L", "µg/L", "ug/L", many="micrograms per liter"),
    "毫克/立方米": _unit("milligram per cubic meter", "mg/m³", "mg/m3", many="milligrams per cubic meter"),
    "毫克每立方米": _unit("milligram per cubic meter", "mg/m³", "mg/m3", many="milligrams per cubic meter"),
    "毫克/千克": _unit("milligram per kilogram", "mg/kg", many="milligrams per kilogram"),
    "毫克每千克": _unit("milligram per kilogram", "mg/kg", many="milligrams per kilogram"),
    "微克/千克": _unit("microgram per kilogram", "μg/kg", "µg/kg", many="micrograms per kilogram"),
    "千克/公顷": _unit("kilogram per hectare", "kg/ha", many="kilograms per hectare"),
    "公斤/公顷": _unit("kilogram per hectare", "kg/ha", many="kilograms per hectare"),
    "公斤/亩": _unit("kilogram per mu", "kg/mu", many="kilograms per mu"),
    "毫克每升": _unit("milligram per liter", "mg/L", "mg/l", many="milligrams per liter"),
    "微克/立方米": _unit("microgram per cubic meter", "μg/m³", "µg/m³", many="micrograms per cubic meter"),
    "微克每立方米": _unit("microgram per cubic meter", "μg/m³", "µg/m³", many="micrograms per cubic meter"),
    "立方米/秒": _unit("cubic meter per second", "m³/s", many="cubic meters per second"),
    "立方米每秒": _unit("cubic meter per second", "m³/s", "m3/s", many="cubic meters per second"),
    "米/秒": _unit("meter per second", "m/s", many="meters per second"),
    "米每秒": _unit("meter per second", "m/s", many="meters per second"),
    "公里每小时": _unit("kilometer per hour", "km/h", many="kilometers per hour"),
    "千米/小时": _unit("kilometer per hour", "km/h", many="kilometers per hour"),
    "微西门子/厘米": _unit("microsiemens per centimeter", "μS/cm", "µS/cm", many="microsiemens per centimeter"),
    "百帕": _unit("hectopascal", "hPa"),
    "千帕": _unit("kilopascal", "kPa"),
    "兆帕": _unit("megapascal", "MPa"),
    "千焦": _unit("kilojoule", "kJ"),
    "伏": _unit("volt", "V"),
    "贝克勒尔": _unit("becquerel", "Bq"),
    "公里/小时": _unit("kilometer per hour", "km/h", many="kilometers per hour"),
    **{symbol: Measure(symbol, symbol, (symbol, *others)) for symbol, others in SYMBOLS.items()},
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
_JIN = ((2, "kilograms", "kg", "kilogram"), (2000, "tons", "tonnes", "metric tons", "ton"))
# English says these in the other unit.
CONVERTED_FIRST = ("斤", "市斤", "里地", "里路")
OTHER_UNITS: dict[str, tuple[tuple[int, *tuple[str, ...]], ...]] = {
    "千瓦": ((1000, "MW", "megawatts", "megawatt"), (10**6, "GW", "gigawatts", "gigawatt")),
    "兆瓦": ((1000, "GW", "gigawatts", "gigawatt"),),
    "千瓦时": _ENERGY,
    "度电": _ENERGY,
    "亩": ((15, "hectares", "ha"),),
    "像素": ((10**6, "megapixels", "megapixel"),),
    "斤": _JIN,
    "市斤": _JIN,
    **dict.fromkeys(("华里", "里地", "里路"), ((2, "kilometers", "km", "kilometer"),)),
}

# Counters that make a Han numeral up to ten a count: 三个, 五年, 六国. Others (四川, 二氧化碳, 三方) do not.
COUNTERS = (
    "个 名 位 项 家 条 座 种 类 天 年 人 次 国 份 件 步 岁 批 句 块 张 页 台 场 支 户 辆 趟 组 套 本 段 棵 艘 只 头 篇 "
    "章 周 秒 所 颗 枚 小时 分钟 县 根 片 株 轮 大 部门 省 州 市 语种 箱 袋 封 间 栋 层楼 幅 架 碗 杯 瓶 筐"
).split()
# Counters that stand before a bound as well: 20处以上, 300株左右.
MORE_COUNTERS = (
    "人次 户次 处 株 口 册 匹 尾 例 起 道 字 顶 盏 眼 桶 群 羽 篇 扇 节 集 班 队 村 乡 校 级台 门 针".split()
)
