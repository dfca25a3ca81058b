"""What stands in the English as in the source."""

import pytest

from workflow.constrain import verbatim

CASES = [
    ("邮箱：li.xia_2@example-org.cn。", ["li.xia_2@example-org.cn"]),
    ("网址：<http://www.example.org/a?b=1>", ["http://www.example.org/a?b=1"]),
    ("请访问www.example.org。", ["www.example.org"]),
    ("电话：+86-10-12345678/8221", ["+86-10-12345678/8221"]),
    ("电话：010-12345678", ["010-12345678"]),
    ("手机13800138000，热线400-555-0161", ["13800138000", "400-555-0161"]),
    ("邮编：100035", ["100035"]),
    ("邮政编码: 100035，北京", ["100035"]),
    ("PM2.5浓度", ["PM2.5"]),
    ("第十五次缔约方大会（COP15）", ["COP15"]),
    ("CO2和CO₂当量", ["CO2", "CO₂"]),
    ("执行GB 3838-2002标准", ["GB 3838-2002"]),
    ("通过ISO 14001认证", ["ISO 14001"]),
    ("A4纸", ["A4"]),
    ("5G基站", ["5G"]),
    ("WWF与IUCN的代表", ["WWF", "IUCN"]),
    ("越南代表Nguyen Van An表示", ["Nguyen Van An"]),
    ("Dr. Mary O'Neil介绍", ["Dr. Mary O'Neil"]),
    ("Phạm Thị Hương与Souphanh Keo-Oudom", ["Phạm Thị Hương", "Souphanh Keo-Oudom"]),
    ("使用Excel和SWAT+模型", ["Excel", "SWAT"]),
    ("pH值", ["pH"]),
    ("U盘和T恤", []),
    ("全长5km，重3 kg", []),
    ("US$5", []),
    ("没有拉丁字母", []),
]


@pytest.mark.parametrize(("text", "sources"), CASES)
def test_verbatim_spans(text: str, sources: list[str]) -> None:
    found = list(verbatim.find(text))
    assert [constraint.source for constraint in found] == sources
    assert all(constraint.target == constraint.source for constraint in found)
    assert all(text[constraint.start : constraint.end] == constraint.source for constraint in found)


def test_english_may_set_a_space_before_a_unit() -> None:
    (found,) = verbatim.find("不超过20MB")
    assert found.targets == ("20MB", "20 MB")
