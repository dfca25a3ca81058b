"""Who acts on behalf of others, and who is their representative."""

import pytest

from tests.checks.conftest import Findings, Maker

UNSAID = [
    ("王晓明代表中国生态环境部发言。", "The representative of the Ministry of Ecology and Environment of China, Wang Xiaoming, spoke.", "representative"),
    ("柬埔寨环境部国务秘书代表部长出席会议并讲话。", "The representative of the Secretary of State of the Ministry of Environment of Cambodia attended the meeting and spoke.", "representative"),
    ("谢娜女士代表妇女小组领取了奖金。", "Ms. Xie Na, representative of the women's group, received the prize.", "representative"),
    ("他代表主办方致欢迎辞。", "Delegates of the hosts made welcoming remarks.", "Delegates"),
    ("我谨代表中心全体同仁，对贵部表示祝贺。", "I congratulate your Ministry.", ""),
    ("老挝自然资源与环境部副部长代表老方在协议上签字。", "The Vice Minister of Natural Resources and Environment of Lao PDR signed the agreement.", ""),
    ("村民代表刀玉香代表全村人收下了锦旗。", "Dao Yuxiang, the villagers' representative, accepted the pennant.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "words"), UNSAID, ids=[zh for zh, _, _ in UNSAID])
def test_unsaid(unit: Maker, findings: Findings, zh: str, en: str, words: str) -> None:
    assert [f.quote for f in findings([unit(zh, en)]) if f.check == "on-behalf"] == [words]


RIGHT = [
    ("村民代表刀玉香代表全村人收下了锦旗。", "Dao Yuxiang, the villagers' representative, accepted the pennant on behalf of the whole village."),
    ("李芳代表全体学员发言。", "Li Fang, representing all trainees, spoke."),
    ("部长代表、大使代表和企业代表出席了会议。", "Representatives of the minister, of the ambassador and of companies attended the meeting."),
    ("越南局长代表武氏芳提请各方注意。", "Vo Thi Phuong, representative of the head, drew the attention of the parties."),
    ("村民代表刀玉香收下了锦旗。", "Dao Yuxiang, the villagers' representative, accepted the pennant."),
    ("双方代表向主办方表示感谢。", "Representatives of the two sides thanked the hosts."),
    ("校长代表团参加了论坛。", "A delegation of principals took part in the forum."),
    ("主席代表这一行业三十年，对此很清楚。", "The president has spoken for the industry for thirty years and knows it well."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT, ids=[zh for zh, _ in RIGHT])
def test_right_as_it_is(unit: Maker, findings: Findings, zh: str, en: str) -> None:
    assert [f.text for f in findings([unit(zh, en)]) if f.check == "on-behalf"] == []
