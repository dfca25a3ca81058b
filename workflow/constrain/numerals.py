"""Chinese numerals: Arabic figures with 万 and 亿, Han numerals, and their exact decimal values."""

import re
from decimal import Decimal

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
SCALES = {
    "万亿": Decimal(10**12), "千亿": Decimal(10**11), "百亿": Decimal(10**10), "亿": Decimal(10**8),
    "千万": Decimal(10**7), "百万": Decimal(10**6), "万": Decimal(10**4), "千": Decimal(1000), "百": Decimal(100),
}  # fmt: skip

ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,12})?"
# 330千瓦时 is no 330,000 and 5百分点 no 500.
SCALE = r"(?:[百千]?万亿|[百千]亿|亿|[百千]万|万|千(?![瓦克米伏卡赫帕焦])|百(?![分姓帕]))"
HAN_DIGIT = "零〇○一二三四五六七八九"
HAN = rf"[{HAN_DIGIT}十百千万亿两]{{1,24}}(?:点[{HAN_DIGIT}]{{1,12}}{SCALE}?)?(?<!千(?=[瓦克米伏卡赫]))"
ROMAN_FIGURES = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
# Any character of a numeral, 几 and 数 (数十) with them, 首, 头, 半, 番 (翻番), 甲 and 稀 (花甲, 古稀), Roman figures,
# and one that it may end in.
ANY = re.compile(f"[0-9{HAN_DIGIT}十百千万亿两几数廿卅首头半番甲稀{ROMAN_FIGURES}]")
LAST = f"[0-9{HAN_DIGIT}十百千万亿两]"
NUMBER = rf"(?:{ARABIC}{SCALE}?(?:{ARABIC}[百千]?万)?|{HAN})"

_MIXED = re.compile(rf"({ARABIC})({SCALE})?")


def scale_value(scale: str) -> Decimal:
    """Return what a scale such as 万, 千万 or 百万亿 multiplies by; 1 for none."""
    if not scale:
        return Decimal(1)
    if scale in SCALES:
        return SCALES[scale]
    return SCALES[scale[0]] * scale_value(scale[1:])


def number_value(text: str) -> Decimal | None:
    """Return the exact value of a numeral, or None where it is no single number (七八, 百姓's 百).

    A plain figure keeps its decimals (5.0); one with a scale is reduced (2.0万 → 20000).
    """
    if text[0].isascii() or text[0].isdecimal():
        parts = [(Decimal(figure.replace(",", "")), scale) for figure, scale in _MIXED.findall(text)]
        if len(parts) == 1 and not parts[0][1]:
            return parts[0][0]
        return plain(sum((figure * scale_value(scale) for figure, scale in parts), Decimal(0)))
    if "点" in text:
        return _han_decimal(text)
    return _han_integer(text)


def plain(value: Decimal) -> Decimal:
    """Return the value without trailing zeros and without an exponent."""
    return Decimal(format(value.normalize(), "f"))


def _han_decimal(text: str) -> Decimal | None:
    whole, tail = text.split("点")
    figures = re.match(rf"[{HAN_DIGIT}]+", tail)
    units = _han_integer(whole)
    if figures is None or units is None:
        return None
    decimals = "".join(str(DIGITS[digit]) for digit in figures[0])
    value = Decimal(f"{units}.{decimals}")
    scale = tail[figures.end() :]
    return plain(value * scale_value(scale)) if scale else value


def _han_integer(text: str) -> Decimal | None:
    if not any(character in "十百千万亿" for character in text):
        return _digit_string(text)
    for scale in ("亿", "万"):
        head, found, tail = text.rpartition(scale)
        if found:
            return _scaled(head, scale, tail)
    value = _below_ten_thousand(text)
    return None if value is None else Decimal(value)


def _digit_string(text: str) -> Decimal | None:
    # Two or three digits side by side (三五, 七八) are a rough count; four are a year's digits.
    if len(text) == 1 or (len(text) == 4 and "两" not in text):
        return Decimal("".join(str(DIGITS[digit]) for digit in text))
    return None


def _scaled(head: str, scale: str, tail: str) -> Decimal | None:
    high = _han_integer(head) if head else None
    if high is None:
        return None
    if not tail:
        return high * SCALES[scale]
    if len(tail) == 1 and tail in DIGITS:  # 两万五 is 25,000
        return high * SCALES[scale] + DIGITS[tail] * SCALES[scale] / 10
    low = _han_integer(tail.lstrip("零〇"))
    return None if low is None or low >= SCALES[scale] else high * SCALES[scale] + low


def _below_ten_thousand(text: str) -> int | None:
    total, digit, lowest = 0, None, 10_000
    for position, character in enumerate(text):
        if character in TENS:
            unit = TENS[character]
            if unit >= lowest or (digit is None and not (unit == 10 and position == 0)):
                return None
            total += (1 if digit is None else digit) * unit
            digit, lowest = None, unit
        elif digit not in (None, 0):
            return None
        else:
            digit = DIGITS[character]
    if digit is None:
        return total
    if len(text) > 1 and text[-2] in "百千":  # 一百八 is 180
        return total + digit * lowest // 10
    return total + digit
