"""Numbers of both sides as exact values, with their units."""

from decimal import Decimal

import pytest

from workflow.constrain.numbers import numbers_in_chinese, numbers_in_english

CHINESE = [
    ("七三开", "70"), ("二八自行车", "28"), ("二十一世纪初", "21"), ("廿四味", "24"), ("八十有四", "84"), ("一米八", "1.8"), ("九元六角", "9.6"), ("三块二", "3.2"),
    ("两角钱", "0.2"), ("年过七旬", "70"), ("六分水面", "60"), ("打五折", "50"), ("十二三年", "13"), ("两三百种", "200"),
    ("七八十", "70"), ("两三成", "20"), ("三到五成", "30"), ("三成五", "35"), ("三成", "30"), ("加快1.8倍", "2.8"),
    ("涨两倍半", "250"), ("一年半", "1.5"), ("“3030”目标", "30"), ("第六条第四款", "6.4"), ("九十年代", "1990"),
    ("“九〇后”", "1990"), ("00后", "2000"), ("20世纪90年代", "1990"), ("3-5万", "30000"), ("3000至1.5万", "3000"),
    ("470万", "4700000"), ("4,700亿", "470000000000"), ("3.5", "3.5"), ("5.0%", "5.0"), ("一百二十", "120"),
    ("两万五千", "25000"), ("60余万", "600000"), ("四百多万", "4000000"), ("千分之三", "0.3"), ("万分之三", "0.03"),
    ("十四五", "14"), ("二〇二四年", "2024"), ("第十五次", "15"), ("数百", "100"), ("四点六吨", "4.6"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), CHINESE, ids=[text for text, _ in CHINESE])
def test_values_in_chinese(text: str, value: str) -> None:
    assert Decimal(value) in {found.value for found in numbers_in_chinese(text)}


@pytest.mark.parametrize(
    "text",
    ["万象市", "十分重要", "万一", "千万别去", "一些国家", "三亚市", "四川省", "三三两两", "一般", "老百姓"],
)
def test_words_with_the_character_of_a_numeral_count_nothing(text: str) -> None:
    assert numbers_in_chinese(text) == ()


ENGLISH = [
    ("4.7 million", "4700000"), ("US$470 billion", "470000000000"), ("CHF9.2 million", "9200000"), ("15th", "15"),
    ("twenty-five", "25"), ("fifteenth", "15"), ("three times", "3"), ("five million", "5000000"), ("1990s", "1990"),
    ("twofold", "2"), ("2 p.m.", "14"), ("10:08", "8"), ("12,345.67", "12345.67"), ("a dozen", "12"),
    ("two-thirds", "3"), ("two millennia", "2000"), ("per decade", "10"), ("one-millionth", "1000000"),
    ("Sharp Blade III", "3"), ("1:50,000", "50000"), ("LAK15,000", "15000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_values_in_english(text: str, value: str) -> None:
    assert Decimal(value) in {found.value for found in numbers_in_english(text)}


UNITS = [
    ("3.6万亩", "over 2,400 hectares"), ("300万千瓦", "3 gigawatts"), ("3500万像素", "35-megapixel imagery"),
    ("24个月", "two years"), ("三百斤", "150 kilograms"), ("三百里", "150 kilometers"), ("2000万千瓦时", "20 GWh"),
    ("两倍", "200%"), ("6公顷", "6 ha"), ("70亿美元", "US$7 billion"), ("20万元", "RMB 200,000"),
]  # fmt: skip


@pytest.mark.parametrize(("chinese", "english"), UNITS)
def test_both_sides_are_one_quantity(chinese: str, english: str) -> None:
    def sizes(numbers: object) -> set[tuple[str, int]]:
        return {
            (found.unit.dimension, round(found.value * found.unit.size))
            for found in numbers  # type: ignore[attr-defined]
            if found.unit
        }

    assert sizes(numbers_in_chinese(chinese)) & sizes(numbers_in_english(english))


def test_a_name_with_digits_is_not_asked_for() -> None:
    assert not any(found.asked for found in numbers_in_chinese("COP15与PM2.5，10+3机制，编号05"))
    assert not any(found.asked for found in numbers_in_english("COP15 and PM2.5, COVID-19"))
