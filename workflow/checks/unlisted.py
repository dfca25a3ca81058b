"""Checks on machine English for bodies, offices and places that the glossary does not have."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks import dictionary, wordbook
from workflow.checks.base import Check, each, overlaps
from workflow.checks.constraints import ORGANIZATION, PLACE
from workflow.checks.heads import ALL, MEETINGS, NAMES, ending_of, heads
from workflow.checks.places import near
from workflow.checks.unsaid import Piece, is_machine, pieces, says, untold
from workflow.checks.words import roots
from workflow.constrain import Terms
from workflow.constrain.transcription import pinyin
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

# A name reaches so far to the left of its last word.
LONGEST = 10
# Shorter names are common nouns: 研究中心, 工作组.
LEAST_NAME = 5
BESIDE = 3
# The odds of a word to be a part of a term, from which on it may belong to a name.
LEAST_OF_A_NAME = -2.0
# The classes of places, behind two characters or more that are no words: 帕桑县, 南木哈河.
CLASSES = "省市县镇乡村寨府州郡邦岛湖江河港湾"
LONG_CLASSES = (
    "国家公园",
    "保护区",
    "水电站",
    "水库",
    "口岸",
    "瀑布",
    "湿地",
    "半岛",
    "三角洲",
    "高原",
    "盆地",
)
# Small words that stand singly and are no part of a name.
LOOSE = frozenset(
    "的了是在和与及对从把被将向以其这那就也都还又而或之着过到于为所则且各每该由等并让使给有要会能可不没未无很最"
    "更太再才只已正刚曾因若如但却既即当某本此另几两三四五六七八九十一二百千万亿零第个年月日时分秒天周次名位种条项"
    "家人口吨米里斤元块张座台辆艘头棵株套份件批支片层间户亩度倍成多少余近约超达共总均占上下左右前后内外中大小高低"
    "长短新老旧好坏早晚快慢来去进出起开关说道问想看听写读做用吃喝走跑飞送拿放打拉推按据经随同比较自他她它们你我您"
    "谁哪什怎吗呢吧啊入沿靠跨古护守全"
)
# Endings that are names behind a noun also where they stand singly.
ALONE = frozenset("司厅局署")


def without_head(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every body or office of the Chinese for whose last word the English has nothing."""
    if not is_machine(unit):
        return
    english = roots(_free(unit))
    found = pieces(unit, terms)
    for at, one in enumerate(found):
        ending = _ending(found, at)
        # 电站 of a sentence that names a 水电站 is that one.
        named = any(c.kept and c.source.endswith(one.zh) for c in unit.constraints)
        if ending and not named and _is_unsaid(one, ending, english) and untold(unit, [one], terms):
            zh = unit.source[_start(found, at) : one.end]
            message = N_("the English has no word for the end of {zh}, such as “{en}”; check the name")
            quote = near(unit, one.start, one.end, BESIDE)
            yield check.finding(unit, message, quote, zh=zh, en=ALL[ending].split()[0])


def _free(unit: Unit) -> str:
    """Return the English of a unit without what stands for its constraints: the University of another name says no 学院."""
    chars = list(unit.target)
    for c in unit.constraints:
        if c.at:
            chars[slice(*c.at)] = " " * (c.at[1] - c.at[0])
    return "".join(chars)


def _is_unsaid(one: Piece, ending: str, english: frozenset[str]) -> bool:
    known = wordbook.sense(one.zh).stems if one.known and ending not in MEETINGS else frozenset[str]()
    return not says(english, heads()[ending] | known)


def _ending(found: Sequence[Piece], at: int) -> str:
    """Return what a word ends with that names a body, an office or a place, or ""; one character does behind a noun."""
    one = found[at]
    if one.zh in ALONE:
        before = found[at - 1] if at else None
        named = (
            before and before.end == one.start and len(before.zh) > 1 and _is_noun(before, LEAST_OF_A_NAME)
        )
        return one.zh if named else ""
    return ending_of(one.zh) if one.known else ""


def _start(found: Sequence[Piece], at: int) -> int:
    """Return where a name begins that ends with a piece: nouns and loose characters right before it are its own."""
    start = found[at].start
    for one in reversed(found[:at]):
        part = one.zh not in LOOSE and (not one.known or one.terms or _is_noun(one, LEAST_OF_A_NAME))
        if one.end != start or not part or found[at].end - one.start > LONGEST:
            break
        start = one.start
    return start


def unlisted_bodies(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every longer name of a body or an office that is in no list."""
    if not is_machine(unit):
        return
    english = roots(unit.target)
    told = {match.end() for match in ORGANIZATION.finditer(unit.source)}
    found = pieces(unit, terms)
    for at, one in enumerate(found):
        ending = _ending(found, at)
        if ending not in NAMES or one.end in told or (one.terms and one.said):
            continue
        longer = at + 1 < len(found) and found[at + 1].start == one.end and _ending(found, at + 1)
        zh = unit.source[_with_home(unit, _start(found, at)) : one.end]
        if not longer and len(zh) >= LEAST_NAME and not _is_unsaid(one, ending, english):
            message = N_("the name {name} is not in the glossary; check its English")
            yield check.finding(unit, message, near(unit, one.start, one.end, BESIDE), name=zh)


def _with_home(unit: Unit, start: int) -> int:
    """Return where a name begins with the terms, the place and the body that stand right before start: X局 + 湿地 + 管理司."""
    for c in reversed(unit.constraints):
        if c.end == start and c.kind == "term":
            start = c.start
    return start


def _is_noun(one: Piece, least: float) -> bool:
    """Tell whether a word is a term, or no verb and often enough a part of terms."""
    if not one.known or one.terms:
        return one.known
    word = dictionary.look_up(one.zh)
    return (word is None or word[1] != "verb") and wordbook.sense(one.zh).termhood >= least


def unread_places(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every place that is no word of the book and whose reading is not in the English."""
    if not is_machine(unit):
        return
    letters = _letters(unit.target)
    english = roots(unit.target)
    told = [match.span() for match in PLACE.finditer(unit.source)]
    told += [(place.start, place.end) for place in terms.matcher.unlisted(unit.source)]
    for start, name, size in _places(pieces(unit, terms)):
        end = start + len(name)
        if _letters(pinyin(name[:size])) in letters or overlaps((start, end), told):
            continue
        glosses = [word[0] for char in name[:size] if (word := dictionary.look_up(char))]
        if not any(says(english, gloss) for gloss in glosses):
            message = N_("the place {zh} is in no list and the English does not read so; check its name")
            yield check.finding(unit, message, near(unit, start, end, BESIDE), zh=name)


def _places(found: Sequence[Piece]) -> Iterator[tuple[int, str, int]]:
    """Yield the places made of loose characters and a class: their start, their name, its length without the class."""
    at = 0
    while at < len(found):
        start, name = found[at].start, ""
        while at < len(found) and found[at].start == start + len(name) and _is_loose(found[at]):
            name += found[at].zh
            at += 1
        behind = found[at] if at < len(found) and found[at].start == start + len(name) else None
        if behind and behind.zh.startswith(LONG_CLASSES) and len(name) > 1:
            yield start, name + behind.zh, len(name)
        elif (size := max((n for n, char in enumerate(name) if char in CLASSES), default=0)) > 1:
            yield start, name[: size + 1], size
        at += not name


def _is_loose(one: Piece) -> bool:
    return not one.known and one.zh not in LOOSE


def _letters(text: str) -> str:
    return re.sub("[^a-z]", "", text.lower().replace("ü", "u").replace("é", "e"))


CHECKS: tuple[Check, ...] = (
    Check(
        "head-unsaid",
        N_("The machine's English has no word for a body, an office or a meeting"),
        Severity.WARNING,
        each(without_head),
        N_("wrong where the English names it by its field or by another word"),
        0.9,
    ),
    Check(
        "body-unlisted",
        N_("A body or an office is not in the glossary"),
        Severity.WARNING,
        each(unlisted_bodies),
        N_("right as a reminder: an engine seldom knows the official name"),
        0.7,
    ),
    Check(
        "place-unread",
        N_("A place that is in no list is not in the machine's English as it reads"),
        Severity.WARNING,
        each(unread_places),
        N_("wrong for places abroad whose English is right; put them into the glossary"),
        0.85,
    ),
)
