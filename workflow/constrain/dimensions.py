"""The units that stand behind or before a number in either language, as dimensions that can be compared.

Two figures with units are one quantity where dimension and base value agree: 36,000亩 is 2,400 hectares, 300万千瓦
3 gigawatts, 24个月 two years. Factors: a mu is 1/15 hectare, a jin half a kilogram, a year 12 months of 30.4375 days.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

_MONTH = "2629800"
# dimension, how many base units, Chinese, English after the figure (its name first), English before the figure
_ROWS = (
    ("share", "1", "[%％]|百分之", "percent|%|percent|per cent", ""),
    ("point", "1", "个?百分点", "percentage points|percentage points?|points?", ""),
    ("share", "100", "倍", "times|-?fold", ""),
    ("area", "1000000", "平方公里|平方千米", "square kilometers|square kilomet(?:er|re)s?|sq\\.? ?km|km²|km2", ""),
    ("area", "1", "平方米", "square meters|square met(?:er|re)s?|sq\\.? ?m|m²|m2", ""),
    ("area", "2589988", "平方英里", "square miles|square miles?|sq\\.? mi", ""),
    ("area", "10000", "公顷", "hectares|hectares?|ha", ""),
    ("area", "666.6666667", "亩", "mu", ""),
    ("area", "4046.856", "英亩", "acres|acres?", ""),
    ("volume", "1", "立方米|方(?=[水木土])", "cubic meters|cubic met(?:er|re)s?|m³|m3", ""),
    ("volume", "0.001", "升", "liters|lit(?:er|re)s?|L", ""),
    ("volume", "0.000001", "毫升", "milliliters|millilit(?:er|re)s?|m[lL]", ""),
    ("length", "1000", "公里|千米", "kilometers|kilomet(?:er|re)s?|km", ""),
    ("length", "1609.344", "英里", "miles|miles?", ""),
    ("length", "1852", "海里", "nautical miles|nautical miles?", ""),
    ("length", "1", "米", "meters|met(?:er|re)s?|m", ""),
    ("length", "500", "里(?!程)", "li", ""),
    ("length", "0.3", "尺", "chi", ""),  # a chi is 33 cm; English texts say 30
    ("length", "0.3048", "英尺", "feet|foot|ft", ""),
    ("length", "0.0254", "英寸", "inches|inch(?:es)?", ""),
    ("length", "0.01", "厘米", "centimeters|centimet(?:er|re)s?|cm", ""),
    ("length", "0.001", "毫米", "millimeters|millimet(?:er|re)s?|mm", ""),
    ("length", "0.000001", "微米", "micrometers|micromet(?:er|re)s?|microns?|[μµ]m", ""),
    ("length", "0.000000001", "纳米", "nanometers|nanomet(?:er|re)s?|nm", ""),
    ("mass", "1000", "吨", "tons|(?:metric )?ton(?:ne)?s?|t", ""),
    ("mass", "1", "公斤|千克", "kilograms|kilogram(?:me)?s?|kg|kilos?", ""),
    ("mass", "0.5", "斤", "jin|catties", ""),
    ("mass", "0.001", "克(?!拉)", "grams|grams?|g", ""),
    ("mass", "0.000001", "毫克", "milligrams|milligrams?|mg", ""),
    ("mass", "0.000000001", "微克", "micrograms|micrograms?|[μµ]g", ""),
    ("mass", "0.4535924", "英磅", "pounds|pounds?(?! sterling)|lbs?", ""),
    ("power", "1", "瓦", "watts|watts?|W", ""),
    ("power", "1000", "千瓦", "kilowatts|kilowatts?|kW", ""),
    ("power", "1000000", "兆瓦", "megawatts|megawatts?|MW", ""),
    ("power", "1000000000", "吉瓦", "gigawatts|gigawatts?|GW", ""),
    ("energy", "1", "千瓦时|度电", "kilowatt-hours|kilowatt[- ]hours?|kWh|units of electricity", ""),
    ("energy", "1000", "兆瓦时", "megawatt-hours|megawatt[- ]hours?|MWh", ""),
    ("energy", "1000000", "吉瓦时", "gigawatt-hours|gigawatt[- ]hours?|GWh", ""),
    ("energy", "1000000000", "太瓦时", "terawatt-hours|terawatt[- ]hours?|TWh", ""),
    ("celsius", "1", "摄氏度|℃|°C", "degrees Celsius|degrees? (?:Celsius|centigrade)|°C|℃", ""),
    ("fahrenheit", "1", "华氏度|℉", "degrees Fahrenheit|degrees? Fahrenheit|°F|℉", ""),
    ("pixels", "1", "像素", "pixels|pixels?", ""),
    ("pixels", "1000000", "兆像素", "megapixels|megapixels?", ""),
    ("time", "1", "秒", "seconds|seconds?", ""),
    ("time", "60", "分钟", "minutes|minutes?|min", ""),
    ("time", "3600", "个?(?:小时|钟头)", "hours|hours?|h", ""),
    ("time", "86400", "天|日", "days|days?", ""),
    ("time", "604800", "周(?![年岁])|个?星期", "weeks|weeks?", ""),
    ("time", _MONTH, "个月", "months|months?", ""),
    ("time", str(int(_MONTH) * 12), "年(?!代)|岁", "years|years?", ""),
    ("yuan", "1", "元(?:人民币)?|人民币", "yuan|RMB", "RMB|CNY|¥"),
    ("dollar", "1", "美元|美金", "US dollars|(?:U\\.?S\\.? )?dollars?|USD", "US ?\\$|USD|(?<![A-Za-z])\\$"),
    ("euro", "1", "欧元", "euros|euros?", "€|EUR"),
    ("pound", "1", "英镑", "pounds|(?:British )?pounds?(?: sterling)?", "£|GBP"),
    ("yen", "1", "日元", "yen|(?:Japanese )?yen", "JPY"),
    ("won", "1", "韩元", "won|(?:South Korean |Korean )?won", "KRW"),
    ("baht", "1", "泰?铢", "baht|(?:Thai )?baht", "THB"),
    ("kip", "1", "基普", "kip|(?:Lao )?kip", "LAK"),
    ("riel", "1", "瑞尔", "riels|(?:Cambodian )?riels?", "KHR"),
    ("dong", "1", "越南?盾", "dong|(?:Viet ?[Nn]am(?:ese)? )?dong", "VND"),
    ("kyat", "1", "缅[元币]", "kyats|(?:Myanmar )?kyats?", "MMK"),
    ("Hong Kong dollar", "1", "港[元币]", "Hong Kong dollars|Hong Kong dollars?", "HK\\$|HKD"),
    ("Singapore dollar", "1", "新加坡元|新元", "Singapore dollars|Singapore dollars?", "S\\$|SGD"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """Name a dimension, how many of its base units this unit makes, and its English plural."""

    dimension: str
    size: Decimal
    name: str


UNITS = tuple(Unit(row[0], Decimal(row[1]), row[3].partition("|")[0]) for row in _ROWS)

PERCENT = UNITS[0]


def _joined(column: int, longest: bool = True) -> str:
    """Return the alternatives of a column, each in a group named by its row; long words before short ones."""
    rows = [(number, row[column]) for number, row in enumerate(_ROWS) if row[column]]
    if longest:
        rows.sort(key=lambda item: -max(len(word) for word in item[1].split("|")))
    return "|".join(f"(?P<u{number}>{words})" for number, words in rows)


def _any(column: int) -> str:
    """Return the alternatives of a column without groups: whether there is a unit is told sooner than which."""
    return "|".join(row[column] for row in _ROWS if row[column])


_GAP = "(?:[ \u00a0-](?:fewer |less |more |additional |new |consecutive )?)?"
_CHINESE, _ANY_CHINESE = (re.compile(rf"\s?(?:{words})") for words in (_joined(2), _any(2)))
_AFTER, _ANY_AFTER = (re.compile(rf"{_GAP}(?:{words})(?![A-Za-z])") for words in (_joined(3), _any(3)))
_BEFORE = re.compile(rf"(?:{_joined(4)})\s?$")


def chinese_unit(text: str, end: int) -> tuple[Unit | None, int]:
    """Return the unit that stands at a place of a Chinese text, and where it ends."""
    return _read(_CHINESE.match(text, end) if _ANY_CHINESE.match(text, end) else None, end)


def english_unit(text: str, start: int, end: int) -> tuple[Unit | None, int, int]:
    """Return the unit of a number in English text, and where number and unit start and end."""
    before = _BEFORE.search(text, max(0, start - 5), start)
    if before:
        return UNITS[int((before.lastgroup or "u0")[1:])], before.start(), end
    unit, last = _read(_AFTER.match(text, end) if _ANY_AFTER.match(text, end) else None, end)
    if (
        unit is None and text[end + 1 : end + 2].isupper() and text[end + 2 : end + 3].islower()
    ):  # in a heading
        unit, last = _read(_AFTER.match(text.lower(), end), end)
    return unit, start, last


def _read(match: re.Match[str] | None, end: int) -> tuple[Unit | None, int]:
    return (UNITS[int((match.lastgroup or "u0")[1:])], match.end()) if match else (None, end)
