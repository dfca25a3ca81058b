"""Find the names that a credit or a note on a life shows: 图/王强, 李明 摄, 记者 李明 王强, 李明（1975—2020）, 王强夫妇.

Refused: a name that a credit joins to other words without a mark (图中李明, 摄于), names of one character, 等12项.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from workflow.constrain.alternatives import either
from workflow.constrain.cedict import glosses
from workflow.constrain.minority import naxi_end
from workflow.constrain.person_shapes import NEVER, IsWord, is_common, is_likely, is_name, is_rare
from workflow.constrain.surnames import GIVEN, SURNAMES

WHOLE = 3
Span = tuple[int, int]

# What stands before the name, a mark between them; the second row before a space as well.
LABELS = tuple(
    "图 文 摄 文字 图片 照片 制图 绘图 来源 视频 策划 翻译 编译 统筹 作者 译者"
    " 主编 总编辑 执行主编 监制 联系人 初审 复审 终审".split()
)
SPACED_LABELS = tuple(
    "图/文 文/图 图文 文图 记者 通讯员 特约记者 特约通讯员 本报记者 本刊记者 见习记者 摄影记者 实习生"
    " 撰文 摄影 撰稿 撰稿人 供稿 供稿人 供图 责编 美编 责任编辑 执行编辑 美术编辑 值班编辑 编辑 编审"
    " 校对 责任校对 审核 审稿 核稿 统稿 签发".split()
)
# What stands behind it, with or without a mark between them, before a mark or the end.
BEHIND = "摄影报道 图文 供图 供稿 绘图 制图 整理 编译 摄影 撰文 报道 摄 绘 图 文"
_JOINT = r"\s?[/／：:丨|]\s?"
_EDGE = r"(?:^|(?<=[\s（(。，；：、！？》”’】\]/／|丨]))"
_NAME = r"[\u4e00-\u9fff](?:[ \u3000]{1,3}(?=[\u4e00-\u9fff](?![\u4e00-\u9fff])))?[\u4e00-\u9fff]{1,3}"
_NEXT = rf"(?!(?:{either([*LABELS, *SPACED_LABELS])})[\s：:/／丨|])"
_NAMES = rf"{_NAME}(?:[ \u3000、，/／]{{1,2}}{_NEXT}{_NAME}){{0,7}}"
_STOP = r"(?=$|[\s）)。，；、！？》”】\]/／|丨])"
_BEHIND = either(BEHIND.split())
LABELLED = re.compile(
    rf"{_EDGE}(?:(?:{either([*LABELS, *SPACED_LABELS])}){_JOINT}"
    rf"|(?:{either(SPACED_LABELS)})[ \u3000]{{1,2}}"
    rf"|(?<=[（(])(?:本[刊报网])?(?:记者|通讯员))(?P<names>{_NAMES}){_STOP}"
)
SIGNED = re.compile(
    rf"{_EDGE}(?P<names>{_NAMES})(?:[ \u3000]{{1,2}}(?:{_BEHIND})|{_JOINT}(?:{_BEHIND})|(?:摄|供图|供稿)){_STOP}"
)
NAME = re.compile(_NAME)
# A life in brackets, a couple, a group that a person leads; the name begins the clause.
_LIFE = r"[（(](?:男|女|1[5-9]\d\d|20\d\d|生于|时年|[3-9]\d岁)"
_COUPLE = r"夫妇|夫妻|等(?:[二三四五六七八九十]|\d{1,3})[人名位]|等人|一家(?:\d|[三四五六七八九十]口|人)"
HEADED = re.compile(
    rf"(?:^|(?<=[，。；：、！？“（\s由的]))(?=(?P<names>[\u4e00-\u9fff]{{2,4}}?)(?={_LIFE}|{_COUPLE}))"
)
# 张伟、李娜两名队员, 王小波、李银河等人.
GROUP = re.compile(
    r"(?:^|(?<=[，。；：！？“（\s由与和]))(?P<names>[\u4e00-\u9fff]{2,4}(?:[、和与][\u4e00-\u9fff]{2,4}?){1,8})"
    r"(?=等(?:[二三四五六七八九十]|\d{1,3})?[人名位]|[两二三四五六七八九十]{1,2}[名位人])"
)
ITEM = re.compile("(?:(?<=、)和)?[^、和与]+")
# 王强任组长, 任命李明为局长.
_OFFICE = "(?:不再)?担任|任[^，。；、]{0,16}?(?:长|主任|书记|主席|顾问|代表|秘书|专家|教授|委员)"
HOLDS = re.compile(rf"(?:^|(?<=[，。；：、“]))(?P<names>[\u4e00-\u9fff]{{2,4}}?)(?={_OFFICE})")
_APPOINT = "(?:任命|聘任|聘请|推选|提名|委派|指派|免去|增补|选举)"
APPOINTED = re.compile(
    rf"{_APPOINT}(?P<names>[\u4e00-\u9fff]{{2,4}}?(?:[、和与][\u4e00-\u9fff]{{2,4}}?){{0,8}})"
    "(?=[为的任等]|担任|出任|同志)"
)
# 一名叫王强的学生, 化名李明.
_CALLED = "(?:名叫|叫做?|名为|化名|本名|原名|取名|名字是)"
NAMED = re.compile(rf"{_CALLED}(?P<names>[\u4e00-\u9fff]{{2,4}}?)(?=的[\u4e00-\u9fff]|[，。、；）]|$)")
# Each with what a text must have for it.
CREDITS = ((LABELLED, re.compile(r"[\s/／：:丨|（(]")), (SIGNED, re.compile(f"(?:{_BEHIND}){_STOP}")))
GROUPS = ((GROUP, re.compile(r"[等两二三四五六七八九十\d][人名位]")), (APPOINTED, re.compile(_APPOINT)))
SINGLE = (
    (HEADED, re.compile(rf"{_COUPLE}|（|\(")),
    (HOLDS, re.compile("任")),
    (NAMED, re.compile(_CALLED)),
)


def names(text: str, is_word: IsWord) -> Iterator[Span]:
    """Yield the names of credits, each by itself, then those with a life, a couple or a group behind them."""
    for pattern, needed in CREDITS:
        for match in pattern.finditer(text) if needed.search(text) else ():
            spans = [one.span() for one in NAME.finditer(text, *match.span("names"))]
            # Those right at the label: 记者 李明 王强 报道.
            right = reversed(spans) if pattern is SIGNED else spans
            yield from takewhile(lambda span: _fits_whole(text[slice(*span)], is_word), right)
    for pattern, needed in GROUPS:
        for match in pattern.finditer(text) if needed.search(text) else ():
            spans = [one.span() for one in ITEM.finditer(text, *match.span("names"))]
            given = [text[start:end] for start, end in spans]
            if all(_fits(name, is_word) and not is_rare(name) for name in given):
                yield from spans
    for pattern, needed in SINGLE:
        for match in pattern.finditer(text) if needed.search(text) else ():
            name = match["names"]
            if _fits(name, is_word) and not is_rare(name):
                yield match.span("names")


def _fits(name: str, is_word: IsWord) -> bool:
    compact = "".join(name.split())
    if naxi_end(compact, 0) == len(compact):
        return True
    return is_name(compact) and is_likely(compact) and not is_common(compact, is_word)


def _fits_whole(name: str, is_word: IsWord) -> bool:
    """Tell whether all between a label and a mark is a name, though its second character is mostly another word: 温如玉."""
    compact = "".join(name.split())
    if _fits(name, is_word):
        return True
    shaped = len(compact) == WHOLE and compact[0] in SURNAMES and compact[1] in NEVER and compact[2] in GIVEN
    return (
        shaped and not is_rare(compact) and not is_common(compact, is_word) and compact[:2] not in glosses()
    )
