"""Numbers of both sides and those without a counterpart."""

from decimal import Decimal

import pytest

from workflow.constrain.numbers import numbers_in_chinese, numbers_in_english, unmatched_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("470万", "4700000"), ("4,700亿", "470000000000"), ("3.5", "3.5"), ("5.0%", "5.0"), ("一百二十", "120"),
        ("两万五千", "25000"), ("三成", "30"), ("三成五", "35"), ("60余万", "600000"), ("四百多万", "4000000"),
        ("千分之三", "0.3"), ("十四五", "14"), ("20世纪90年代", "1990"), ("七八十", "70"), ("二〇二四年", "2024"),
        ("第十五次", "15"), ("数百", "100"),
    ],
)  # fmt: skip
def test_values_in_chinese(text: str, value: str) -> None:
    assert Decimal(value) in numbers_in_chinese(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.7 million", "4700000"), ("US$470 billion", "470000000000"), ("CHF9.2 million", "9200000"), ("15th", "15"),
        ("twenty-five", "25"), ("fifteenth", "15"), ("three times", "3"), ("five million", "5000000"), ("1990s", "1990"),
        ("twofold", "2"), ("2 p.m.", "14"), ("10:08", "8"), ("12,345.67", "12345.67"), ("a dozen", "12"),
        ("two-thirds", "3"),
    ],
)  # fmt: skip
def test_values_in_english(text: str, value: str) -> None:
    assert Decimal(value) in numbers_in_english(text)


@pytest.mark.parametrize(
    ("source", "english", "missing"),
    [
        ("来自23个机构的80余名代表", "more than 80 representatives from 23 institutions", []),
        ("来自23个机构的80余名代表", "more than 80 representatives from 32 institutions", ["23", "32"]),
        ("投入5000万元", "RMB 50 million was invested", []),
        ("投入5000万元", "RMB 5 million was invested", ["5000万", "5 million"]),
        ("六国签署3份文件", "The six countries signed three documents", []),
        ("六国签署文件", "The countries signed documents", []),
        ("减少三成", "a reduction of 30%", []),
        ("减少三成", "a reduction of 40%", ["40%".rstrip("%")]),
        ("2022年12月7日", "December 7, 2022", []),
        ("2022年12月7日", "December 8, 2022", ["7", "8"]),
        ("14时30分", "2:30 p.m.", []),
        ("上世纪八十年代", "in the 1980s", []),
        ("COP15与PM2.5", "COP15 and PM2.5", []),
        ("疫情期间", "the COVID-19 pandemic", []),
        ("装机6万千瓦", "60 MW installed", []),
        ("七百斤稻谷", "350 kilograms of rice", []),
        ("3-5万人", "30,000 to 50,000 people", []),
        ("每投入1元", "every yuan invested", []),
        ("电话：010-12345678", "Tel: 010-12345678", []),
    ],
)
def test_unmatched_numbers(source: str, english: str, missing: list[str]) -> None:
    assert unmatched_numbers(source, english) == missing
