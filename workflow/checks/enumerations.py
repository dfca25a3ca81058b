"""Count the items of a list on both sides: 水果、坚果和油料 are three, fruit and oil are two."""

import re
from collections.abc import Iterator

from workflow.checks.base import Check, each
from workflow.checks.coverage import missing_items, missing_stretch
from workflow.constrain import Terms, is_copied
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

ITEM = r"[^、，,。；;：:！？“”（）()《》\s]{1,12}"
LIST = re.compile(rf"(?:{ITEM}、)+{ITEM}")
# The last item follows one of these; inside a name they join nothing.
JOINT = re.compile("以及|及|和|与")
LEAST = 3
# English parts of a sentence, and what stands between the items of a list in one.
PART = re.compile(r"[()]|\.(?!\d)|:(?!\d)|[–—]")
BETWEEN = re.compile(r",(?!\d)|;|/|&|\b(?:and|or|nor|plus|with|then|but)\b|\bas well as\b")
NAME = "名"
# The number of a heading is no item: 五、时间安排.
NUMBER = re.compile("^[一二三四五六七八九十]+、")


def fewer_items(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the one list of a sentence has more items than any part of the English has.

    It is for what no other check can name: a word of no list.
    """
    if "、" not in unit.source or not unit.target or is_copied(unit.slot):
        return
    source, english = _bare(unit)
    source = NUMBER.sub("", source)
    lists = LIST.findall(source)
    if len(lists) != 1 or source.count("、") != lists[0].count("、"):
        return
    wanted = lists[0].count("、") + 1 + bool(JOINT.search(lists[0].rpartition("、")[2]))
    if wanted >= LEAST and _most_items(english) < wanted and not _is_told(unit):
        match = re.search("[^，。；：]*、[^，。；：]*", unit.source)
        message = N_("the list {zh} has {count} items, and the English has fewer")
        yield check.finding(unit, message, zh=match[0] if match else lists[0], count=str(wanted))


def _is_told(unit: Unit) -> bool:
    """Tell whether another check names what is missing."""
    lost = any(not c.kept for c in unit.constraints)
    return lost or missing_stretch(unit) is not None or any(missing_items(unit))


def _bare(unit: Unit) -> tuple[str, str]:
    """Return both sides with one character for each constraint that is kept: what is inside a name is no list."""
    source, english = unit.source, unit.target
    kept = [c for c in unit.constraints if c.at and c.kept]
    for c in sorted(kept, key=lambda c: c.start, reverse=True):
        source = source[: c.start] + NAME + source[c.end :]
    for start, end in sorted((c.at for c in kept if c.at), reverse=True):
        english = english[:start] + "X" + english[end:]
    return source, english


def _most_items(english: str) -> int:
    parts = PART.split(re.sub(r"[\"“”]", "", english))
    return max(sum(bool(item.strip()) for item in BETWEEN.split(part)) for part in parts)


CHECKS: tuple[Check, ...] = (
    Check(
        "items-fewer",
        N_("The English lists fewer things than the Chinese"),
        Severity.WARNING,
        each(fewer_items),
        N_("wrong where the English says two of them in one word"),
        0.9,
    ),
)
