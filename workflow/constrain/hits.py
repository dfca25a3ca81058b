"""Tell which matches of glossary entries count: none inside a longer word, and the longest of those that overlap."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from workflow.constrain.entries import OWN, Block, Entry
from workflow.constrain.folding import is_han, is_word
from workflow.constrain.homes import homes
from workflow.constrain.offices import COUNTRY_ADJECTIVES
from workflow.constrain.other_words import is_no_office

# What makes another word of the last character of an entry, standing behind it: 教育部 is none in 教育部门.
NOT_AFTER = {
    "部": frozenset("门长队位落分署"),
    "司": frozenset("长机法令"),
    "处": frozenset("长理于分置境所"),
    "局": frozenset("长部面势地限"),
    "院": frozenset("长士校落子"),
    "所": frozenset("长有以在"),
    "厅": frozenset("长局级堂"),
    "署": frozenset("长名"),
    "会": frozenset("长议员见谈晤场"),
    "馆": frozenset("长藏"),
    "社": frozenset("会区长团"),
    "站": frozenset("长点"),
    "市": frozenset("长场值民"),
    "省": frozenset("长级"),
    "州": frozenset("长"),
    "县": frozenset("长城级域"),
    "校": frozenset("长园"),
    "国": frozenset("家"),
    "人": frozenset("员士才类们数"),
    "书": frozenset("处组"),
    "相": frozenset("府"),
    "东": frozenset("部"),
    "事": frozenset("件业务项实情"),
    "使": frozenset("用得命馆领"),
    "江": frozenset("面边"),
    "海": frozenset("岸域底洋水面"),
}
# Words that may follow such an ending all the same: 省长江流域 is two words, 省级 one.
NEW_WORDS = tuple("长江 长期 长三角 会议 地方 在在 有关 以及 使用 面向 家庭 家长 家用".split())
BODIES = frozenset({"organization", "place", "position"})
# 西宁省 and 重庆县 are other places than 西宁 and 重庆; 丹麦人 are Danes.
LARGER_PLACE = ("省", "府", "邦", "县", "州", "镇", "乡", "村", "人")
PEOPLE = tuple(
    "人民 人士 人员 人口 人类 人均 州市 乡村 村镇 县城 村民 村庄 村寨 村落 村里 村委 村级 乡镇 乡亲 镇上 镇区 县级 县域".split()
)
LABELS = "：:"
# A short form of the bulletin's own that is a common word: at the end of another name, or in 中心城区, it is that word.
COMMON_WORD = re.compile(
    "本?(?:中心|大学|学院|研究院|研究所|委员会|协会|学会|基金会|联盟|集团|公司|秘书处|办公室|项目|平台)"
)
LEADS_UP_TO_IT = frozenset("由和与及对在向从为给被请经于是的将让到据按同跟把自")
GOES_ON = tuple("城区 区 点 位 线 思想 任务 词 地带 村 镇 乡 校 小学 站 任".split())
# A country at the head of a longer name is that name's: 法国船级社 is Bureau Veritas.
LONGER_NAME = re.compile(
    r"(?!驻|外交|国家|政府|援)[\u4e00-\u9fff]{0,9}?(?:船级社|通讯社|电视台|电台|广播公司|公司|集团|商会|协会|学会|友好协会|基金会|指数|银行)"
)
# Right behind a country and up to 与: the end of a longer name of a ministry, 老挝工业与商务部.
LONGER_MINISTRY = re.compile("[^部委局厅院署会行使长表员家人者方国府省市、，的]{1,6}[与和]")
PARTICLES = re.compile("[的在与和及是将对由向从为等有]")


class Hit(NamedTuple):
    """Hold one entry found at start:end of the folded text."""

    start: int
    end: int
    entry: Entry


def longest_first(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits in order of place, a longer one taking the place of those it overlaps."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if hit.start in taken or hit.end - 1 in taken:
            continue
        taken.update(range(hit.start, hit.end))
        kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def is_blocked(hit: Hit, text: str, blocks: Iterable[Block]) -> bool:
    """Tell whether a match is part of a longer word, or a title in 《》, which is a document's; `blocks` are the entry's own."""
    before, after = text[max(0, hit.start - 12) : hit.start], text[hit.end : hit.end + 12]
    first, last = text[hit.start], text[hit.end - 1]
    if (is_word(first) and is_word(before[-1:] or " ")) or (is_word(last) and is_word(after[:1] or " ")):
        return True
    if before.endswith("《") and after.startswith("》"):
        return True
    if hit.entry.kind in BODIES and after[:1] in NOT_AFTER.get(last, ()) and not after.startswith(NEW_WORDS):
        return True
    if (
        hit.entry.kind == "position"
        and hit.entry.key.startswith("中心")
        and before
        and is_han(before[-1])
        and before[-1] not in "由和与及对"
    ):
        return True
    if hit.entry.note == OWN and COMMON_WORD.fullmatch(hit.entry.key):
        runs_on = bool(before) and is_han(before[-1]) and before[-1] not in LEADS_UP_TO_IT
        if runs_on or after.startswith(GOES_ON):
            return True
    # 红河州州长: its own class said again is that of the office.
    larger = after.startswith(LARGER_PLACE) and not after.startswith(PEOPLE) and after[:1] != last
    if hit.entry.kind == "place" and larger:
        return True
    if hit.entry.kind == "place" and _heads_a_name(text, hit):
        return True
    if last == "部" and hit.entry.kind == "organization" and _ends_a_ministry(before):
        return True
    if hit.entry.kind == "position" and is_no_office(hit.entry.key, before, after):
        return True
    return any(block.holds(before, after) for block in blocks)


def _ends_a_ministry(before: str) -> bool:
    """Tell whether what stands before a ministry begins a longer name: a country and words up to 与 or 和."""
    if not before.endswith(("与", "和")):
        return False
    behind = (before.rfind(country) + len(country) for country in homes().abroad if country in before)
    return any(LONGER_MINISTRY.fullmatch(before, at) for at in behind)


def _heads_a_name(text: str, hit: Hit) -> bool:
    """Tell whether a country is the first word of a name that the glossary does not have."""
    if hit.entry.en not in COUNTRY_ADJECTIVES:
        return False
    match = LONGER_NAME.match(text, hit.end)
    return match is not None and not PARTICLES.search(match[0])


def is_label(hit: Hit, text: str) -> bool:
    """Tell whether a match is the whole text, or stands at its head before a colon."""
    if text[: hit.start].strip():
        return False
    return text[hit.end : hit.end + 1] in tuple(LABELS) or not text[hit.end :].strip()
