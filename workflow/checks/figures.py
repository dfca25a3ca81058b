"""Find two figures that have changed places in the English: 30 villages and 20 schools for 20 villages and 30 schools."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workflow.checks.alignment import Item, crossed
from workflow.checks.base import Check, overlaps
from workflow.checks.unit_pairs import placed
from workflow.constrain import Terms
from workflow.constrain.numbers import Found, numbers_in_chinese, numbers_in_english
from workflow.findings import Finding
from workflow.i18n import N_
from workflow.units import Unit

Pair = tuple[Found, Found]
# 六国代表 and 百公里油耗 count nothing that is told here: English says them elsewhere, or not at all.
SET_PHRASE = re.compile("[国省市县州方]|公里")
FROM = re.compile("[由从自][^，。；：]{0,12}$")
TO = re.compile("[至到为成][^，。；：]{0,8}$")
NO_CHANGE = re.compile("不等|之间|范围|区间|[每各]")
FROM_EN = re.compile(r"\bfrom (?:[\w'$%€£-]+ ){0,4}(?:US\$|RMB |[$€£])?$")
TO_EN = re.compile(r"^[^;.:]{0,40}\bto (?:[\w'$%€£-]+ ){0,4}(?:US\$|RMB |[$€£])?$")
# Of 237 households 231 are connected: the part is never the larger.
PART_BEHIND = re.compile(
    r"^[^.;:]{0,80}(?:, of which |, of whom | of which | of whom |, with )(?:only |just |[a-z]+ )?$"
)
WHOLE_BEFORE = re.compile(r"\b(?:[Oo]f|[Aa]mong|[Oo]ut of) (?:the |its |their |all |these |those )*$")
PART_AFTER = re.compile(r"^[^.;:,]{2,80}, (?:only |just |[a-z]+ )?$")
PARTS_ZH = re.compile("其中|[里中]|当中|之中|已|有")


def swapped_figures(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where two figures stand in each other's place.

    Three signs are sure enough to tell: what a figure counts stands at the other one; 由A到B is from B to A in the
    English; and the part is larger than the whole of which it is one.
    """
    chinese = _placed(numbers_in_chinese(unit.source))
    if len(chinese) < 2:
        return
    pairs = list(_pairs(unit, chinese))
    if len(pairs) < 2:
        return
    for one, two in [
        *_turned_round(unit, pairs),
        *_larger_parts(unit, pairs),
        *_crossed(unit, chinese, pairs),
    ][:1]:
        first, second = sorted((one[1], two[1]), key=lambda found: found.start)
        quote, other = (unit.target[found.start : found.end].strip() for found in (first, second))
        message = N_("“{one}” and “{two}” stand in each other's place: see {zh} and {there}")
        yield check.finding(
            unit, message, quote, fix=other, one=quote, two=other, zh=one[0].written, there=two[0].written
        )


def _placed(numbers: Sequence[Found]) -> list[Found]:
    """Return the numbers that have a place of their own, each stretch of text once, in their order."""
    return sorted(placed(numbers), key=lambda found: found.start)


def _pairs(unit: Unit, chinese: Sequence[Found]) -> Iterator[Pair]:
    """Yield the Chinese figures that stand once on either side, with the English one: no dates, ordinals or codes."""
    english = _placed(numbers_in_english(unit.target))
    foreign = {found.value: found for found in english}
    ours, theirs = [f.value for f in chinese], [f.value for f in english]
    named = [(c.start, c.end) for c in unit.constraints if c.kind in ("date", "verbatim", "document")]
    for found in chinese:
        once = found.value > 1 and ours.count(found.value) == 1 and theirs.count(found.value) == 1
        if once and not found.nth and not overlaps((found.start, found.end), named):
            yield found, foreign[found.value]


def _crossed(unit: Unit, chinese: Sequence[Found], pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
    english = {
        zh.start: (zh, en) for zh, en in pairs if not SET_PHRASE.match(unit.source, zh.end) or zh.value > 100
    }
    items = [
        Item(
            zh.whole,
            (english[zh.start][1].start, english[zh.start][1].end) if zh.start in english else None,
            zh.unit.name if zh.unit else "",
        )
        for zh in chinese
    ]
    for one, two in crossed(unit, items):
        yield english[chinese[one].start], english[chinese[two].start]


def _turned_round(unit: Unit, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """Yield the figures of 由A到B that the English has as from B to A."""
    for (zh1, en1), (zh2, en2) in pairwise(pairs):
        if NO_CHANGE.search(unit.source, zh1.start - 8 if zh1.start > 8 else 0, zh2.end + 6):
            continue
        before, between = unit.source[: zh1.start], unit.source[zh1.end : zh2.start]
        if not (FROM.search(before) and TO.search(between)) or en2.start > en1.start:
            continue
        if FROM_EN.search(unit.target[: en2.start]) and TO_EN.search(unit.target[en2.end : en1.start]):
            yield (zh1, en1), (zh2, en2)


def _larger_parts(unit: Unit, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """Yield a whole and a part that is larger: of the 11 county magistrates present, 17 were attending."""
    for one, two in pairwise(pairs):
        (zh1, en1), (zh2, en2) = one, two
        if zh1.value <= zh2.value or zh1.unit or zh2.unit or en2.start > en1.start:
            continue
        if not PARTS_ZH.search(unit.source[zh1.end : zh2.start]):
            continue
        before, between = unit.target[: en2.start], unit.target[en2.end : en1.start]
        if (WHOLE_BEFORE.search(before) and PART_AFTER.match(between)) or PART_BEHIND.match(between):
            yield one, two
