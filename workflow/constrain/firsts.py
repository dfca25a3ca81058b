"""Places in an order without a plain counter: 首次, 头两年, 第三天, 二期工程 and 一是 at the head of a sentence.

Refused: words with 首 (首都, 首席, 居世界首位, 首页, 两首歌), 头 behind a noun (码头一年, 碰头一次), and 一是…二是… within a
sentence, where English may do without numbers.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from workflow.constrain.alternatives import either
from workflow.constrain.figures import ROMAN, ordinal_forms, spelled
from workflow.constrain.numerals import number_value

Spanned = tuple[int, int, tuple[str, ...]]

UNITS = {
    "天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "个月": "month", "个星期": "week", "年": "year",
    "年头": "year", "个年头": "year", "季": "season", "季度": "quarter", "个季度": "quarter", "学期": "semester", "晚": "night",
}  # fmt: skip
# What "first" is called besides: the first of its kind, the first of several.
FIRST = ("first", "1st", "inaugural", "maiden", "debut")
FIRST_OF_SEVERAL = (*FIRST, "initial", "initially", "founding")
# 首次会议 is the first meeting; before a verb 首次 is for the first time.
_MEETING = re.compile(
    "[\u4e00-\u9fff]{0,5}?(?:会议?|会晤|会谈|论坛|对话|圆桌|磋商|评估|调查|演练|培训|活动|实测|结算|损失)(?![把将使就])"
)
_HELD = re.compile("(?:[开行办]了?|属|的|承担|到|作)$")
_NO_MEETING = re.compile("在|以|将|把|对|就|邀请|实现|[采使]用|参加|设立|系统")
_TIME = either(UNITS)
_FIRST = re.compile(
    r"(?<![元回昂祸为居列榜魁占一二两三四五六七八九十百几数这那每\d])首(?:"
    r"(?P<time>[日年月周季](?![年月末]))|(?P<vanishing>[次届个])"
    r"|(?=[批期份任笔部场轮座单条家只张站例道台航列枚艘套架支款段])(?![段站]长))"
)
# 第一批 is first, but 第一 alone may be leading or top, and 第一线 the front.
_FIRST_OF = re.compile("第一(?=[批份任笔场轮座单家只张例台艘套架支款段代]|部(?![分门]))")
# 头 begins a word: behind a noun it is the noun's end (码头, 镜头).
_HEAD = re.compile(
    r"(?:(?<=[，。；：、“（的了是在对让将从到其我他她它们这那今后满业年月])|^)头"
    rf"(?P<number>[一两二三四五六七八九十])(?:(?P<time>{_TIME})|(?P<counter>[回次批场趟遍段课站个](?!月)))"
)
_NTH_TIME = re.compile(
    r"第(?P<number>\d{1,4}|[一二三四五六七八九十百]{1,5})(?P<time>个(?:月|星期|年头|季度)|[天日周年晚]|星期|学期)(?![报刊级代])"
    r"(?P<morning>一大?早|上午|早[上晨]|清晨)?"
)
# 第二天的活动 is that of the second day, 第二天雨停了 the next day.
_AFTER = re.compile("[后会月期动]的?$")
_PHASE = re.compile(
    r"(?<![第每下上这分共办再于中其了各一二三四五六七八九十\d])(?P<number>[一二三四])期"
    r"(?=工程|项目|建设|扩建|改造|试点)|(?<=项目|工程|园区|电站|风电)(?P<behind>[一二三四])期(?![限间到满])"
)
_POINT = re.compile(r"(?:^|(?<=[；。，：、]))(?P<number>[一二三四五六七八九])是")
_LEADS = re.compile("[一二三四五六七八九]是")


def find_firsts(text: str) -> Iterator[Spanned]:
    """Yield start, end and English forms of each place in an order, those with a unit of time first."""
    others = text.count("第") + text.count("首") + text.count("头") > 1
    for match in _NTH_TIME.finditer(text) if "第" in text else ():
        if _whole(match["number"]):
            yield *match.span(), _nth_time(match, others)
    for match in _FIRST.finditer(text) if "首" in text else ():
        adverb = _adverb(match) if match["vanishing"] == "次" else ()
        yield *match.span(), adverb + _first(match["time"] or "", match["vanishing"] or "")
    for match in _FIRST_OF.finditer(text) if "第一" in text else ():
        yield *match.span(), FIRST_OF_SEVERAL
    for match in _HEAD.finditer(text) if "头" in text else ():
        yield *match.span(), _headed(match["number"], match["time"] or "")
    for match in _PHASE.finditer(text) if "期" in text else ():
        yield *match.span(), _phase(_whole(match["number"] or match["behind"]))
    for match in _POINT.finditer(text) if _LEADS.match(text) else ():
        yield *match.span(), _point(_whole(match["number"]))


def _whole(numeral: str) -> int:
    return int(number_value(numeral) or 0)


def _nth_time(match: re.Match[str], others: bool) -> tuple[str, ...]:
    """Return the third day, day three; of several the ordinal alone; 第二天 may be the next day."""
    number, unit = _whole(match["number"]), UNITS[match["time"]]
    forms = _nth(number, unit)
    alone = ordinal_forms(number) if others or match.string.startswith("第", match.end()) else ()
    if number != 2 or unit not in ("day", "year"):
        return (*forms, *alone)
    second = (
        others
        or match.string.startswith("的", match.end())
        or _AFTER.search(match.string[max(0, match.start() - 2) : match.start()])
    )
    following = _following(unit, bool(match["morning"]))
    return (*forms, *following, *alone) if second else (*following, *forms)


@lru_cache(maxsize=256)
def _nth(number: int, unit: str) -> tuple[str, ...]:
    shown = (spelled(number), str(number)) if number <= 100 else (str(number),)
    forms = [f"{form} {unit}" for form in ordinal_forms(number)] + [f"{unit} {figure}" for figure in shown]
    return tuple(forms + [f"{word} {unit}" for word in ("opening", "1st") if number == 1])


def _following(unit: str, morning: bool) -> tuple[str, ...]:
    """Return what 第二天 or 第二年 is called behind another day or year."""
    parts = (
        ("morning", "day")
        if morning
        else (unit, "morning", "spring", "evening", "afternoon", "summer", "autumn")
    )
    first = parts[:1] if morning or unit == "year" else parts
    words = tuple(dict.fromkeys((*first, *parts)))
    forms = [
        f"{lead}{word} {part}" for lead in ("the ", "") for part in words for word in ("next", "following")
    ]
    after = (f"the {part} after" for part in words)
    return (*forms, *after, f"one {unit} later", f"a {unit} later", "tomorrow")


def _adverb(match: re.Match[str]) -> tuple[str, ...]:
    """Return what 首次 is before a verb, and nothing before a noun: 首次会议."""
    text, end = match.string, match.end()
    noun = _MEETING.match(text, end)
    if (noun and not _NO_MEETING.search(noun[0])) or _HELD.search(
        text[max(0, match.start() - 3) : match.start()]
    ):
        return ()
    return ("for the first time",)


@lru_cache(maxsize=64)
def _first(time: str, vanishing: str = "") -> tuple[str, ...]:
    """Return first, or first day; 首批 keeps its counter: first batch, first shipment."""
    if vanishing:
        return FIRST
    unit = UNITS.get(time)
    named = (f"first {unit}", f"opening {unit}", f"{unit} one") if unit else ()
    return (*named, *FIRST_OF_SEVERAL)


@lru_cache(maxsize=64)
def _headed(numeral: str, time: str) -> tuple[str, ...]:
    """Return first, first year or first two years for 头一回, 头一年 and 头两年."""
    number = _whole(numeral)
    if number == 1:
        return _first(time)
    figures = (spelled(number), str(number))
    unit = f" {UNITS[time]}s" if time else ""
    return tuple(f"{word} {figure}{unit}" for word in ("first", "initial", "opening") for figure in figures)


def _phase(number: int) -> tuple[str, ...]:
    nth, *others = ordinal_forms(number)
    names = [
        f"{word} {figure}"
        for word in ("Phase", "Stage")
        for figure in (ROMAN[number], number, spelled(number))
    ]
    return (*names, *(f"{form} phase" for form in (nth, *others)), nth, *others, str(number), ROMAN[number])


def _point(number: int) -> tuple[str, ...]:
    nth = ordinal_forms(number)[0].capitalize()
    return (
        f"{nth},",
        nth,
        f"{nth}ly",
        *(form for form in ordinal_forms(number)[1:]),
        f"{number}.",
        f"({number})",
    )
