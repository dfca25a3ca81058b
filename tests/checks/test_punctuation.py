"""Marks, pairs, blanks, ends, capitals, quotations and spelling: what is reported with which mend, and what is not."""

import pytest

from tests.checks.conftest import Findings, Maker

REPORTED = [
    ("chinese-punctuation", "会议结束，代表离开。", "The meeting ended，and all left.", "ended，and", "ended, and"),
    ("chinese-punctuation", "会议结束。", "The meeting ended。", "ended。", "ended."),
    ("chinese-punctuation", "共有12人。", "There were １２ people.", "１２", "12"),
    ("chinese-punctuation", "该中心（中心）成立。", "The agency（agency）was set up.", "agency（agency）was", "agency (agency) was"),
    ("chinese-punctuation", "他读了《春天》。", "He read 《Spring》 aloud.", "《Spring》", '"Spring"'),
    ("unpaired", "他说：“会议结束。”", 'He said, "The meeting ended.', '"The meeting ended.', ""),
    ("unpaired", "“会议结束，”他说。", 'The meeting ended," he said.', 'The meeting ended,"', ""),
    ("unpaired", "该项目（一期）结束。", "The project (phase one ended.", "(phase one ended.", ""),
    ("unpaired", "素有“绿色沙漠”之称，寸草不生。", 'They are called green deserts," where nothing grows.', 'They are called green deserts,"', ""),
    ("unpaired", "日记（三）", "Diary III)", "Diary III)", ""),
    ("unpaired", "“甲”和“乙”结束。", "“A” and “B ended.", "“B ended.", ""),
    ("spacing", "会议结束。", "The  meeting ended.", "The  meeting", "The meeting"),
    ("spacing", "会议结束，大家离开。", "The meeting ended , and all left.", "ended ,", "ended,"),
    ("spacing", "会议结束，大家离开。", "The meeting ended,and all left.", "ended,and", "ended, and"),
    ("spacing", "会议结束。大家离开。", "The meeting ended.All left.", "ended.All", "ended. All"),
    ("spacing", "该项目（一期）结束。", "The project ( phase one) ended.", "( phase", "(phase"),
    ("spacing", "该项目（一期）结束。", "The project(phase one) ended.", "project(phase", "project (phase"),
    ("spacing", "该项目（一期）结束。", "The project (phase one)ended.", "one)ended.", "one) ended."),
    ("end-mark", "会议何时结束？", "When does the meeting end.", "end.", "end?"),
    ("end-mark", "会议结束。", "The meeting ended", "ended", "ended."),
    ("end-mark", "会议结束。", "The meeting ended,", "ended,", "ended."),
    ("end-mark", "会议结束，代表参观了工厂。", "The meeting ended and delegates visited the.", "the.", ""),
    ("end-mark", "加油！", "Keep going", "going", "going."),
    ("end-mark", "关于保护区的公告", "Notice on the Protection of", "of", ""),
    ("capital", "会议结束。", "the meeting ended.", "the", "The"),
    ("capital", "“会议结束。”", '"the meeting ended."', "the", "The"),
    ("capital", "会议结束。大家离开。", "The meeting ended. all of them left.", "all", "All"),
    ("quotes-lost", "他说：“会议已经结束，大家可以走了。”", "He said the meeting is over and all may go.", "", ""),
    ("british-spelling", "该组织结束工作。", "The organisation ended its work.", "organisation", "organization"),
    ("british-spelling", "劳动力成本上升。", "Labour costs rose.", "Labour", "Labor"),
    ("british-spelling", "他分析了数据。", "He analysed the data.", "analysed", "analyzed"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "source", "target", "quote", "fix"), REPORTED, ids=[f"{r[0]} {r[2][:24]}" for r in REPORTED]
)
def test_reported(
    unit: Maker, findings: Findings, name: str, source: str, target: str, quote: str, fix: str
) -> None:
    found = [f for f in findings([unit(source, target)]) if f.check == name]
    assert [(f.quote, f.fix) for f in found] == [(quote, fix)]
    assert quote in target


OWN = {name for name, *_rest in REPORTED}
CLEAN = [
    ("他说：“会议结束。”", 'He said, "The meeting ended."'),
    ("他说：“会议结束。”", "He said, “The meeting ended.”"),
    ("“会议结束。", '"The meeting ended.'),
    ("海洋（微）塑料治理。", "The management of marine (micro)plastics."),
    ("管道直径为30英寸。", 'The pipe is 30" wide.'),
    ("任务是：（1）听；（2）写。", "The tasks are: 1) to listen; 2) to write."),
    ("一、目标", "a) Aims"),
    ("“—”表示没有数据。", '"—" means that there are no data.'),
    ("网址是www.example.org。", "The address is www.example.org."),
    ("见Fig. 3和第no. 5号文件。", "See Fig. 3, i.e. the file no. 5 of the U.S. team vs. ours."),
    ("他停了一下……然后离开。", "He paused ... and then left."),
    ("水的pH值为7。", "pH stands at 7 in this water."),
    ("人们问会议何时结束？", "People ask when the meeting will end."),
    ("来的人多吗？", "Did many (more than last year?) come?"),
    ("（五）加强培训", "(v) Strengthening training"),
    ("一半即1,2-二氯乙烷或N,N-二甲基。", "Half is 1,2-dichloroethane or N,N-dimethyl."),
    ("价格为5.2元，即每公斤3:1。", "The price is 5.2 yuan, or 3:1 per kilogram."),
    ("他说他累了。", "He said he was tired."),
    ("这是一次练习。", "It was an exercise that otherwise promised a surprise to the enterprise."),
    ("柬埔寨沼气计划结束。", "The Cambodian National Biodigester Programme ended."),
    ("标签系统结束。", "The System of Classification and Labelling of Substances ended."),
    ("联合国环境规划署参加会议。", "The United Nations Environment Programme took part in the meeting."),
    ("员工（含临时工）离开。", "The employee(s) left."),
    ("文集（第二辑）出版。", "The collection (Volume II) came out."),
    ("填空：（　）度电。", "Fill in: (   ) kWh of power."),
]


@pytest.mark.parametrize(("source", "target"), CLEAN, ids=[t for _s, t in CLEAN])
def test_not_reported(unit: Maker, findings: Findings, source: str, target: str) -> None:
    assert [f.text for f in findings([unit(source, target)]) if f.check in OWN] == []


def test_what_house_style_mended_in_print_is_not_reported(unit: Maker, findings: Findings) -> None:
    drafted = unit(
        "该组织结束，工作。", "the organisation ended，its work.", shown="The organization ended, its work."
    )
    assert not {"chinese-punctuation", "capital", "british-spelling"} & {f.check for f in findings([drafted])}


def test_blanks_that_house_style_has_mended_are_not_reported(unit: Maker, findings: Findings) -> None:
    mended = unit(
        "会议结束，大家离开。", "The meeting ended , and all left.", shown="The meeting ended, and all left."
    )
    assert [f.check for f in findings([mended]) if f.check == "spacing"] == []
