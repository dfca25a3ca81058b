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
    ("使用Excel和SWAT+模型，用C++编写", ["Excel", "SWAT+", "C++"]),
    ("微信公众号：LMEC_2017，微信号gh_0a1b2c3d", ["LMEC_2017", "gh_0a1b2c3d"]),
    ("账号@river_strands发起话题#GreenMekong#", ["@river_strands", "#GreenMekong"]),
    ("DOI：10.1016/j.envint.2023.107812。", ["DOI", "10.1016/j.envint.2023.107812"]),
    ("见doi.org/10.1016/j.envint.2023.107812", ["doi.org/10.1016/j.envint.2023.107812"]),
    ("书号ISBN 978-7-5111-4321-0，刊号CN 11-5678/D", ["ISBN 978-7-5111-4321-0", "CN 11-5678/D"]),
    ("ISSN 1673-000X", ["ISSN 1673-000X"]),
    ("《水质标准》（GB/T 24001—2016）", ["GB/T 24001—2016"]),
    ("DB53/T 1234—2022和T/CAEPI 12-2020", ["DB53/T 1234—2022", "T/CAEPI 12-2020"]),
    ("文件FCCC/CP/2022/10/Add.1和UNEP/EA.5/Res.14", ["FCCC/CP/2022/10/Add.1", "UNEP/EA.5/Res.14"]),
    ("合同号LMEC-2023-CS-07", ["LMEC-2023-CS-07"]),
    ("服务器192.168.1.10，数据在ftp://10.0.0.8/pub", ["192.168.1.10", "ftp://10.0.0.8/pub"]),
    ("会议ID：123 456 7890，密码：8866", ["ID", "123 456 7890", "8866"]),
    ("腾讯会议ID：382-559-120", ["ID", "382-559-120"]),
    ("QQ群：123456789", ["QQ", "123456789"]),
    ("传真：86-10-8226 8200", ["86-10-8226 8200"]),
    ("手机+86 138 0013 8000", ["+86 138 0013 8000"]),
    ("VOCs、NOx、CH4、N2O和HFC-23", ["VOCs", "NOx", "CH4", "N2O", "HFC-23"]),
    ("PM2.5/PM10日均值", ["PM2.5/PM10"]),
    ("大桥位于K79+500处", ["K79+500"]),
    ("E. coli超标；Pangasius krempfi洄游", ["E. coli", "Pangasius krempfi"]),
    ("WS-2型水质自动站", ["WS-2"]),
    ("iPhone 15 Pro手机装Windows 11系统", ["iPhone 15 Pro", "Windows 11"]),
    ("乘MU5715次航班", ["MU5715"]),
    ("Wi-Fi与3D打印", ["Wi-Fi", "3D"]),
    ("“6·28”专案和“3·15”晚会", ["6·28", "3·15"]),
    ("2016—2020年与第3—5页", []),
    ("比分3+2，K线与B超", []),
    ("pH值", ["pH"]),
    ("U盘和T恤", []),
    ("全长5km，重3 kg", []),
    ("课题编号：2023YFE0199801", ["2023YFE0199801"]),  # a code may begin with digits
    ("不超过20MB，110kV线路，800m³/s，28μg/m³", []),  # figures with their units
    ("US$5", []),
    ("没有拉丁字母", []),
]


@pytest.mark.parametrize(("text", "sources"), CASES)
def test_verbatim_spans(text: str, sources: list[str]) -> None:
    found = list(verbatim.find(text))
    assert [constraint.source for constraint in found] == sources
    assert all(constraint.target == constraint.source.replace("—", "-") for constraint in found)
    assert all(text[constraint.start : constraint.end] == constraint.source for constraint in found)


def test_english_may_set_a_space_before_a_unit() -> None:
    (found,) = verbatim.find("频率FM98.7")
    assert found.targets == ("FM98.7", "FM 98.7")


@pytest.mark.parametrize(
    ("text", "source", "targets"),
    [
        ("电话（010）82268221", "（010）82268221", ("(010) 82268221", "(010)82268221")),
        (
            "电话：(86-10)82268221转802",
            "(86-10)82268221转802",
            ("(86-10) 82268221 ext. 802", "(86-10)82268221 ext. 802"),
        ),
        ("电话010-82268221转802", "010-82268221转802", ("010-82268221 ext. 802",)),
        (
            "执行HJ 2.3—2018",
            "HJ 2.3—2018",
            ("HJ 2.3-2018", "HJ 2.3–2018", "HJ 2.3—2018"),
        ),
        ("推动AI+环保", "AI+", ("AI+", "AI Plus", "AI")),
    ],
)
def test_english_sets_brackets_dashes_and_extensions_in_its_own_way(
    text: str, source: str, targets: tuple[str, ...]
) -> None:
    (found,) = verbatim.find(text)
    assert (found.source, found.targets) == (source, targets)
