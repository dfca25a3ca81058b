"""Where the Chinese of a position is none: a part of another position or of a longer word, or a verb."""

import re

from workflow.constrain.numerals import NUMBER
from workflow.constrain.person_shapes import certainty, foreign_run, is_likely, name_ends
from workflow.constrain.person_words import TITLES
from workflow.constrain.splitting import begins, cost, cost_of, ends
from workflow.constrain.surnames import COMMON_SURNAMES
from workflow.units import HAN

# A position is another one after these: 副主任, 总会长; 原主任 is composed.
NOT_BEFORE_POSITION = (*"副总助代候准", "助理")
# The first character of a head of a body is the end of another word behind these: 公司长于, 黄河长江; 成都市长 is a mayor.
OTHER_WORD = {
    "司": "公官上", "会": "社机都才就将不只", "局": "结布格", "部": "全", "处": "到好坏四之", "市": "股超", "河": "天银黄",
    "站": "网", "科": "百本学", "厅": "客餐大", "组": "分",
}  # fmt: skip
# 河长300公里 and 每百公里河长 say how long the river is; 百里 before Han characters may be a surname.
PER_LENGTH = ("公里", "千米", "英里", "海里", "华里")
LONG = re.compile(rf"(?!百里[{HAN}])[约近达]?{NUMBER}[余多]?(?:公里|[千厘]?米|[英海华]?里|丈|尺)")
# How many characters on either side tell how the text is read, and how near the costs of two readings are one.
WINDOW, ALIKE = 6, 0.05
# 教授 is a verb before whom or what is taught: 教授当地人, 教授英语; the chief author of a report is no moderator.
TEACHES = re.compile(
    r"(?:[他她它你我]们?|大家|当地|各国|如何|怎[样么]|[过着了]|[\u4e00-\u9fff]{0,3}?(?:语|技术|方法|知识|技能|技艺|手艺|课程|经验|本领))"
)
TAUGHT_BY = ("大学", "学院", "研究院", "研究所", "系", "副", "位", "名", "任", "的", "所", "聘", "座")
WROTE = ("编制", "报告", "项目", "课题")
FAMILIAR = re.compile(f"[老小][{''.join(sorted(COMMON_SURNAMES))}]")
HAN_TAIL, HAN_HEAD = re.compile(f"[{HAN}]*$"), re.compile(f"[{HAN}]*")
NOT_AFTER_POSITION = ("办公室", "办公会", "级", "助理", "联席", "们")


def is_no_office(key: str, before: str, after: str) -> bool:
    """Tell whether a position is another one, a part of a longer word or a verb: 副主任, 公司长于, 教授英语."""
    if before.endswith(NOT_BEFORE_POSITION) or after.startswith(NOT_AFTER_POSITION):
        return True
    if key[-1] == "长" and (
        before[-1:] in tuple(OTHER_WORD.get(key[-2:-1], ""))
        or before.endswith(PER_LENGTH)
        or LONG.match(after)
    ):
        return True
    if runs_over(key, before, after):
        return True
    if key == "教授":
        return not before.endswith(TAUGHT_BY) and TEACHES.match(after) is not None
    return key == "主持人" and before.endswith(WROTE)


def runs_over(key: str, before: str, after: str) -> bool:
    """Tell whether the characters of an office belong to two words: 从广州长大, 学会长时间休会, 中心主任务.

    Where the office and the two words read equally well, it is one where a mark, a name or what persons do is behind it.
    An office of three characters reads worse than two words of two, so that a name decides there as well.
    """
    last = next((key[-size:] for size in (3, 2) if key[-size:] in TITLES), key)
    before += key[: -len(last)]
    head, tail = HAN_TAIL.findall(before[-WINDOW:])[0], HAN_HEAD.findall(after[:WINDOW])[0]
    if not tail or head.endswith(last[0]):
        return False
    places = range(1, len(last))
    if not any(
        ends(head + last[:at], at + 1) or begins(last[at:] + tail, len(last) - at + 1) for at in places
    ):
        return False
    office = cost(head) + cost_of(last) + cost(tail)
    other = min(cost(head + last[:at]) + cost(last[at:] + tail) for at in places)
    short = len(last) == 2
    if other > office + ALIKE * short:
        return False
    return (short and other < office - ALIKE) or not _is_at_a_name(after)


def _is_at_a_name(after: str) -> bool:
    """Tell whether a mark, a name or a word of what persons do stands behind an office."""
    if certainty(after, 0) or "·" in after[:WINDOW] or FAMILIAR.match(after):
        return True
    if any(is_likely(after[:end]) or certainty(after, end) == 2 for end in name_ends(after, 0)):
        return True
    return any(certainty(after, end) == 2 for end in range(2, foreign_run(after, 0, "other") + 1))
