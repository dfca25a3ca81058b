"""The currencies that stand beside a figure, with their English."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Currency:
    """Name a currency's English forms; `{}` is the amount, the first form is the house form."""

    forms: tuple[str, ...]


def _code_first(code: str, *names: str) -> Currency:
    """Return a currency that the house writes with its code: JPY 500."""
    return Currency((f"{code} {{}}", f"{code}{{}}", *(f"{{}} {name}" for name in names), f"{{}} {code}"))


def _name_first(code: str, *names: str) -> Currency:
    """Return a currency that the house writes with its name: 500 baht."""
    return Currency((*(f"{{}} {name}" for name in names), f"{code} {{}}", f"{code}{{}}"))


_DOLLAR = ("US dollars", "U.S. dollars", "US dollar", "dollars")
_YUAN = Currency((
    "RMB {}", "RMB{}", "{} yuan", "{} RMB", "CNY {}", "{} yuan RMB", "¥{}", "{} yuan renminbi", "{} Chinese yuan",
))  # fmt: skip
# Whose rupees they are the sentence says.
_RUPEES = Currency((
    "{} rupees", "Rs {}", "Rs. {}", "{} Indian rupees", "{} Pakistani rupees", "{} Sri Lankan rupees", "{} Nepalese rupees",
))  # fmt: skip
# 元素, 元旦, 元月, 元老, 元首, 元帅 and 元件 are no money.
NO_WORD = "(?![素旦月老首帅件])"
# What a currency is called, each name apart by a space, and its forms.
_ROWS: tuple[tuple[str, Currency], ...] = (
    ("美元 美金", Currency(("US${}", "US$ {}", "${}", "USD {}", *(f"{{}} {name}" for name in _DOLLAR)))),
    ("人民币元 元人民币 元 人民币", _YUAN),
    ("欧元", Currency(("€{}", "EUR {}", "EUR{}", "{} euros", "{} euro"))),
    ("英镑", Currency(("£{}", "GBP {}", "{} pounds", "{} pounds sterling", "{} British pounds"))),
    ("日元", _code_first("JPY", "yen", "Japanese yen")),
    ("韩元", _code_first("KRW", "won", "Korean won", "South Korean won")),
    ("港元 港币", Currency(("HK${}", "HKD {}", "{} Hong Kong dollars"))),
    ("新元 新加坡元", Currency(("S${}", "SGD {}", "{} Singapore dollars"))),
    ("瑞士法郎", _code_first("CHF", "Swiss francs", "Swiss franc")),
    ("加拿大元 加元", Currency(("C${}", "CAD {}", "{} Canadian dollars"))),
    ("澳大利亚元 澳元", Currency(("A${}", "AUD {}", "{} Australian dollars"))),
    ("新西兰元", Currency(("NZ${}", "NZD {}", "{} New Zealand dollars"))),
    ("文莱元", Currency(("B${}", "BND {}", "{} Brunei dollars"))),
    ("新台币", Currency(("NT${}", "TWD {}", "{} New Taiwan dollars"))),
    ("澳门元", Currency(("MOP${}", "MOP {}", "{} patacas"))),
    ("菲律宾比索", _code_first("PHP", "Philippine pesos", "pesos")),
    ("塔卡 孟加拉塔卡", _code_first("BDT", "taka", "Bangladeshi taka")),
    ("斯里兰卡卢比", _code_first("LKR", "Sri Lankan rupees", "rupees")),
    ("尼泊尔卢比", _code_first("NPR", "Nepalese rupees", "rupees")),
    ("瑞典克朗", _code_first("SEK", "Swedish kronor", "Swedish krona")),
    ("挪威克朗", _code_first("NOK", "Norwegian kroner", "Norwegian krone")),
    ("丹麦克朗", _code_first("DKK", "Danish kroner", "Danish krone")),
    ("越南盾 越盾", _code_first("VND", "dong", "Vietnamese dong", "Viet Nam dong")),
    ("印尼盾", _code_first("IDR", "rupiah", "Indonesian rupiah")),
    ("泰铢 铢 泰国铢", _name_first("THB", "baht", "Thai baht")),
    ("老挝基普 基普", _name_first("LAK", "kip", "Lao kip")),
    ("柬埔寨瑞尔 瑞尔", _name_first("KHR", "riel", "riels", "Cambodian riel", "Cambodian riels")),
    ("缅甸元 缅甸币 缅元 缅币", _name_first("MMK", "kyat", "kyats", "Myanmar kyat", "Myanmar kyats")),
    ("图格里克", _code_first("MNT", "tugrik", "tugriks", "tögrög", "Mongolian tugrik")),
    ("巴基斯坦卢比", _code_first("PKR", "Pakistani rupees", "rupees")),
    ("马来西亚林吉特 马币 林吉特", _name_first("MYR", "ringgit", "Malaysian ringgit")),
    ("卢布", _name_first("RUB", "rubles", "roubles", "Russian rubles")),
    ("印度卢比", _name_first("INR", "Indian rupees", "rupees")),
    ("卢比", _RUPEES),
)
CURRENCIES = {name: currency for names, currency in _ROWS for name in names.split()}
