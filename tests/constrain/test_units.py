"""Units and currencies of the region and of the laboratory, in Chinese and as symbols.

What is refused: 斗, 担, 里, 尺 and 丈, whose size varies or which are said for a way of speaking; 盾 alone, which is
Viet Nam's money or Indonesia's.
"""

import pytest

from workflow.constrain import quantities
from workflow.constrain.currencies import CURRENCIES

# text, source, English that is fed, another form that is right; the hardest first
CASES = [
    ("总磷为0.05mg/L", "0.05mg/L", "0.05 mg/L", "0.05 milligrams per liter"),
    ("均值28μg/m³，", "28μg/m³", "28 μg/m³", "28 micrograms per cubic meter"),
    ("库容12.3亿m³", "12.3亿m³", "1.23 billion m³", "1.23 billion cubic meters"),
    ("流量800m³/s", "800m³/s", "800 m³/s", "800 cubic meters per second"),
    ("照片不小于2MB", "不小于2MB", "at least 2 MB", "no smaller than 2 MB"),
    ("流量达3500立方米每秒", "3500立方米每秒", "3,500 cubic meters per second", "3,500 m³/s"),
    ("叶绿素为12微克/升", "12微克/升", "12 micrograms per liter", "12 μg/L"),
    ("亩产1300斤", "1300斤", "650 kilograms", "1,300 jin"),
    ("一条两斤重的鱼", "两斤", "1 kilogram", "2 jin"),
    ("年产1.3万亿斤以上", "1.3万亿斤以上", "more than 650 billion kilograms", "more than 650 million tons"),
    ("种稻500莱", "500莱", "500 rai", None),
    ("电站年发电80亿度", "80亿度", "8 billion kilowatt-hours", "8 TWh"),
    ("节电3000万度", "3000万度", "30 million kilowatt-hours", "30 GWh"),
    ("罚没越南盾4.5亿元", "越南盾4.5亿元", "VND 450 million", "450 million dong"),
    ("收取泰铢60万元", "泰铢60万元", "600,000 baht", "THB 600,000"),
    ("投资3000文莱元", "3000文莱元", "B$3,000", "3,000 Brunei dollars"),
    ("投资30亿老挝基普", "30亿老挝基普", "3 billion kip", "LAK 3 billion"),
    ("收入2亿柬埔寨瑞尔", "2亿柬埔寨瑞尔", "200 million riel", "KHR 200 million"),
    ("1200万马来西亚林吉特", "1200万马来西亚林吉特", "12 million ringgit", "MYR 12 million"),
    ("发电5.2太瓦时", "5.2太瓦时", "5.2 terawatt-hours", "5.2 TWh"),
    ("气压1013百帕", "1013百帕", "1,013 hectopascals", "1,013 hPa"),
    ("浊度为5NTU", "5NTU", "5 NTU", "5NTU"),
    ("电导率450微西门子/厘米", "450微西门子/厘米", "450 microsiemens per centimeter", "450 μS/cm"),
    ("宽3英尺", "3英尺", "3 feet", "3 ft"),
]


@pytest.mark.parametrize(("text", "source", "english", "other"), CASES, ids=[text for text, *_ in CASES])
def test_units(text: str, source: str, english: str, other: str | None) -> None:
    found = list(quantities.find(text))
    assert [(constraint.source, constraint.target) for constraint in found] == [(source, english)]
    assert other is None or other in found[0].targets


@pytest.mark.parametrize("currency", CURRENCIES)
def test_a_sum_of_money_never_goes_without_its_currency(currency: str) -> None:
    for form in CURRENCIES[currency].forms:
        assert form.replace("{}", "").strip(), form
        assert form == form.strip(), form


@pytest.mark.parametrize(
    "text",
    ["上万度高温".removeprefix("上万"), "三斗米", "两担水", "十里江堤", "万丈深渊", "斤斤计较", "半斤八两"],
)
def test_what_is_no_certain_measure(text: str) -> None:
    assert list(quantities.find(text)) == []


def test_the_rhine_is_no_rai() -> None:
    (found,) = quantities.find("2000莱茵河")
    assert found.source == "2000"
