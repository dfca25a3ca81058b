"""Addresses in English order, down to the room. What is refused: a house with a name, whose English is no reading."""

import pytest

from workflow.constrain import Terms, find

# the hardest first
ADDRESSES = [
    (
        "北京市海淀区学院南路5号院3号楼2单元501室",
        "Room 501, Unit 2, Building 3, Yard 5, Xueyuan South Road, Haidian District, Beijing",
    ),
    (
        "北京市朝阳区建国路158号A座10层",
        "Floor 10, Building A, No. 158 Jianguo Road, Chaoyang District, Beijing",
    ),
    ("拉萨市城关区北京中路5号", "No. 5 Beijing Middle Road, Chengguan District, Lhasa"),
    ("上海市南京西路12号", "No. 12 Nanjing West Road, Shanghai"),
    ("岭州市青山区水湾镇大河路7号", "No. 7 Dahe Road, Shuiwan Town, Qingshan District, Lingzhou"),
    ("岭州市人民中路3号B座1203室", "Room 1203, Building B, No. 3 Renmin Middle Road, Lingzhou"),
    ("昆明市西山区王家坝12号", "No. 12 Wangjiaba, Xishan District, Kunming"),
    ("岭州市澄江大道18号5-6层", "Floor 5-6, No. 18 Chengjiang Avenue, Lingzhou"),
]


@pytest.mark.parametrize(("zh", "english"), ADDRESSES, ids=[zh for zh, _ in ADDRESSES])
def test_addresses_down_to_the_room(terms: Terms, zh: str, english: str) -> None:
    (found,) = find(zh, terms)
    assert (found.source, found.target) == (zh, english)


@pytest.mark.parametrize(
    "english",
    [
        "10/F, Tower A, 158 Jianguo Road, Chaoyang District, Beijing",
        "Floor 10, Block A, No. 158 Jianguo Road, Chaoyang District, Beijing",
    ],
)
def test_other_ways_to_say_what_is_inside(terms: Terms, english: str) -> None:
    (found,) = find("北京市朝阳区建国路158号A座10层", terms)
    assert english in found.targets


@pytest.mark.parametrize(
    "zh", ["岭州市泥滩道3号湿地大厦A座2楼", "岭州市过境门3号口岸", "南京西路12号", "金边市莫尼旺大道12号"]
)
def test_what_is_left_apart(terms: Terms, zh: str) -> None:
    assert all("No. " not in constraint.target for constraint in find(zh, terms))
