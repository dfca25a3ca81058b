"""Where the Chinese of a position is none: a part of another position or of a longer word, or a verb."""

import re

from workflow.constrain.splitting import split
from workflow.units import HAN

# A position is another one after these: 副主任, 总会长; 原主任 is composed.
NOT_BEFORE_POSITION = (*"副总助代候准", "助理")
# The first character of a head of a body is the end of another word behind these: 公司长于, 黄河长江; 成都市长 is a mayor.
OTHER_WORD = {
    "司": "公官上", "会": "社机都才就将不只", "局": "结布格", "部": "全", "处": "到好坏四之", "市": "股超", "河": "天银黄",
    "站": "网", "科": "百本学",
}  # fmt: skip
# 教授 is a verb before whom or what is taught: 教授当地人, 教授英语; the chief author of a report is no moderator.
TEACHES = re.compile(
    r"(?:[他她它你我]们?|大家|当地|各国|如何|怎[样么]|[过着了]|[\u4e00-\u9fff]{0,3}?(?:语|技术|方法|知识|技能|技艺|手艺|课程|经验|本领))"
)
TAUGHT_BY = ("大学", "学院", "研究院", "研究所", "系", "副", "位", "名", "任", "的", "所", "聘", "座")
WROTE = ("编制", "报告", "项目", "课题")
HAN_TAIL, HAN_HEAD = re.compile(f"[{HAN}]*$"), re.compile(f"[{HAN}]*")
NOT_AFTER_POSITION = ("办公室", "办公会", "级", "助理", "联席", "们")


def is_no_office(key: str, before: str, after: str) -> bool:
    """Tell whether a position is another one, a part of a longer word or a verb: 副主任, 公司长于, 教授英语."""
    if before.endswith(NOT_BEFORE_POSITION) or after.startswith(NOT_AFTER_POSITION):
        return True
    is_head = len(key) == 2 and key[1] == "长" and before
    if is_head and (before[-1] in OTHER_WORD.get(key[0], "") or _runs_over(key, before, after)):
        return True
    if key == "教授":
        return not before.endswith(TAUGHT_BY) and TEACHES.match(after) is not None
    return key == "主持人" and before.endswith(WROTE)


def _runs_over(key: str, before: str, after: str) -> bool:
    """Tell whether the two characters of an office belong to two words: 从广州长大, 节省长途运费."""
    head, tail = HAN_TAIL.findall(before[-4:])[0], HAN_HEAD.findall(after[:4])[0]
    if not (head and tail):
        return False
    words = dict(split(head + key + tail))
    return len(head) not in words and len(words.get(len(head) + 1, "")) > 1
