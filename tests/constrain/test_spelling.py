"""A human's spelling of a foreign name is known by its sounds; another name, and turned parts, are not it."""

import pytest

from workflow.constrain import spelling

READ = [
    ("纳塔蓬·桑通", "Nattaphong Saengthong of Thammasat University spoke.", "Nattaphong Saengthong"),
    ("汉斯·维德曼", "Asked by Hans Wiedmann, they agreed.", "Hans Wiedmann"),
    ("丽贝卡·奥康纳", "Rebecca O'Connor praised it.", "Rebecca O'Connor"),
    ("爱德华·芬奇", "Mr. Edward Finch said so.", "Edward Finch"),
    ("安雅·克鲁格", "Anja Krüger wrote in the book.", "Anja Krüger"),
    ("杜丁丁埃", "Daw Tin Tin Aye of Myanmar spoke.", "Daw Tin Tin Aye"),
    ("赛康隆", "This is how Sai Kham Long introduced himself.", "Sai Kham Long"),
    ("索皮亚", "Sophea, an old boatbuilder, smiled.", "Sophea"),
    ("宋猜", "Professor Somchai agreed.", "Somchai"),
    ("阮氏灯", "Farmer Nguyen Thi Den said so.", "Nguyen Thi Den"),
    ("霍华德·布莱克", "In the view of Howard Black, it is late.", "Howard Black"),
    ("李·索彭", "Ly Sophem, a young director, spoke.", "Ly Sophem"),
]


@pytest.mark.parametrize(("zh", "english", "name"), READ, ids=[zh for zh, *_ in READ])
def test_a_name_that_reads_like_its_characters(zh: str, english: str, name: str) -> None:
    places = [place for _score, place in spelling.readings(zh, english)]
    assert english[slice(*places[0])] == name


OTHERS = [
    ("纳塔蓬·桑通", "John Smith of Thammasat University spoke."),
    ("纳塔蓬·桑通", "Saengthong Nattaphong of Thammasat University spoke."),
    ("汉斯·维德曼", "Rebecca O'Connor praised it."),
    ("宋猜", "The nattering of somebody else went on."),
    ("索皮亚", "Edward Finch spoke at the Ministry."),
]


@pytest.mark.parametrize(("zh", "english"), OTHERS, ids=[f"{zh} {en[:12]}" for zh, en in OTHERS])
def test_another_name(zh: str, english: str) -> None:
    assert spelling.readings(zh, english) == []


def test_parts_turned_round_are_found_as_such() -> None:
    english = "Saengthong Nattaphong of Thammasat University spoke."
    (found,) = spelling.readings("纳塔蓬·桑通", english, reverse=True)
    assert english[slice(*found[1])] == "Saengthong Nattaphong"
