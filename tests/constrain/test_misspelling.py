import pytest

from workflow.constrain.misspelling import distance, misspelt


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [("zhou", "zhou", 0), ("zhou", "zohu", 1), ("zhou", "zhu", 1), ("zhou", "zhoou", 1), ("zhou", "chao", 3)],
)
def test_distance(one: str, other: str, letters: int) -> None:
    assert distance(one, other, 5) == letters
    assert distance(one, other, 1) == min(letters, 2)


MISSPELT = [
    ("Meng Yunfan", "Director Meng Yunfna spoke.", ["Meng Yunfna"]),
    ("Xishuangbanna", "It was held in Xishuangbana.", ["Xishuangbana"]),
    ("Meng Yunfan", "Director Meng Yunfan spoke.", []),
    ("Li Xia", "Li Xi spoke.", ["Li Xi"]),
    ("Wu", "We spoke.", []),
    ("Kunming", "It was coming.", []),
]


@pytest.mark.parametrize(
    ("name", "english", "found"), MISSPELT, ids=[f"{n} {e[:20]}" for n, e, _ in MISSPELT]
)
def test_misspelt(name: str, english: str, found: list[str]) -> None:
    assert [english[slice(*place)] for place, _letters in misspelt(name, english)] == found
