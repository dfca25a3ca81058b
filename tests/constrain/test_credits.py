"""Names that a credit, a list with the surname 和, a life in brackets or a verb shows.

What is refused: 和 before a surname and a name (和王强), before a word (和学生) or a numeral; credits of bodies; a name that
ends in a character which makes a word with the next (何骏展示).
"""

import pytest

from workflow.constrain import Terms, persons

# the hardest first
CASES = [
    ("记者 李明 王强 报道", ["Li Ming", "Wang Qiang"]),  # the label before and behind
    ("记者 李明 通讯员 王强 摄", ["Li Ming", "Wang Qiang"]),
    ("（本刊记者 温如玉 通讯员 刀玉香 发自昆明）", ["Wen Ruyu", "Dao Yuxiang"]),  # 如 is mostly another word
    ("责任编辑：沐晚晴　　审核：司徒远", ["Mu Wanqing", "Situ Yuan"]),
    ("编辑 沐晚晴 审核 司徒远", ["Mu Wanqing", "Situ Yuan"]),
    ("（记者温如玉）", ["Wen Ruyu"]),
    ("摄影记者 温如玉", ["Wen Ruyu"]),
    ("供稿：封小满　校对：温如玉", ["Feng Xiaoman", "Wen Ruyu"]),
    ("图/王强 文/李明", ["Wang Qiang", "Li Ming"]),  # label first
    ("核稿：李明　签发：王强", ["Li Ming", "Wang Qiang"]),
    ("本刊记者 陈思雨/文 周海/图", ["Chen Siyu", "Zhou Hai"]),  # label last
    ("图/文 李明", ["Li Ming"]),
    ("供图：王 强", ["Wang Qiang"]),  # justified type
    ("图为清淤现场。李明摄", ["Li Ming"]),
    ("（李明、王强 供图）", ["Li Ming", "Wang Qiang"]),
    ("图片来源：李明 供图", ["Li Ming"]),
    ("通讯员 李明 和丽娟", ["Li Ming", "He Lijuan"]),
    ("李明、和丽娟和王强参加了座谈会", ["Li Ming", "He Lijuan", "Wang Qiang"]),
    ("座谈会由和丽娟、李明、王强三人主持", ["He Lijuan", "Li Ming", "Wang Qiang"]),
    ("局长和丽娟和云南大学教授王强", ["He Lijuan", "Wang Qiang"]),
    ("主任李明、和丽娟", ["Li Ming", "He Lijuan"]),
    ("护林员和文军每天巡山", ["He Wenjun"]),
    ("和丽娟表示，冰川在退缩", ["He Lijuan"]),
    ("水文专家李明和青年学者王强参加了会议", ["Li Ming", "Wang Qiang"]),  # no Li Minghe
    ("教授李明和介绍了情况", ["Li Minghe"]),  # but here
    ("退休教师李明捐出了藏书", ["Li Ming"]),  # a verb of no list
    ("百岁老人王秀英", ["Wang Xiuying"]),
    ("李明（1975—2020），男，汉族", ["Li Ming"]),
    ("乡村医生杨桂芳每周三次", ["Yang Guifang"]),  # no 村医 in it
    ("值班员王强，船老大李霞", ["Wang Qiang", "Li Xia"]),
    ("傣族姑娘玉香", ["Yu Xiang"]),
    ("一名叫王强的学生", ["Wang Qiang"]),
    ("王小波、李银河等人，张伟、李娜两名队员", ["Wang Xiaobo", "Li Yinhe", "Zhang Wei", "Li Na"]),
    ("发言人王强答记者问", ["Wang Qiang"]),  # no 王强答
    ("教授秦雁回讲授暴露评估", ["Qin Yanhui"]),  # but 秦雁回
    ("专家李明（水文）、王强（生态）", ["Li Ming", "Wang Qiang"]),
    ("任命李明为局长，王强任组长", ["Li Ming", "Wang Qiang"]),
    ("由李明等人组成，王强夫妇到场", ["Li Ming", "Wang Qiang"]),
]


@pytest.mark.parametrize(("text", "english"), CASES, ids=[text for text, _ in CASES])
def test_names_by_what_shows_them(terms: Terms, text: str, english: list[str]) -> None:
    found = list(persons.find(text, terms.glossary))
    assert [constraint.target for constraint in found] == english
    assert not any(constraint.doubtful for constraint in found)


@pytest.mark.parametrize(
    "text",
    [
        "志愿者和学生说，老师和同学都来了",
        "代表和王强握手",
        "两名大学生和一台望远镜，",
        "和平年代，和谐社会，和美乡村",
        "图：澜沧江大桥 文：编辑部 来源：新华社",
        "图中李明白白的衣服，摄于江畔",
        "来源：江上游网，来源：高原网",
        "供稿：水利部，审核：安全处，校对：文化司",
        "审核 项目年报 时间安排",
        "供图/云南省林草局",
        "农民夫妇，年轻夫妇，高管等5人",
        "黄金等12项",
        "苹果、香蕉两种，水利、环保等三部门",
        "副秘书长代为出席，部长代向您问好",
        "民国初年",
        "茶农顾阿婆请客，村民李阿公念叨",
        "总经理何骏展示了装置",
    ],
)
def test_what_is_no_name_or_not_sure(terms: Terms, text: str) -> None:
    assert list(persons.find(text, terms.glossary)) == []
