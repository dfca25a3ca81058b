"""Hours of the day in Chinese text, with their English: 上午9时, 下午两点半, 14:00."""

import re

from workflow.constrain.calendar_forms import clock_forms
from workflow.constrain.date_patterns import PERIODS
from workflow.constrain.eras import number_of, number_or_zero

Forms = tuple[str, ...]
NOON = 12


def read_clock(match: re.Match[str]) -> Forms:
    """Return 下午两点半 as 2:30 p.m.; nothing where 三点 may be three points."""
    hour, minute = number_or_zero(match, "hour"), number_of(match, "minute") or number_of(match, "colon") or 0
    minute = 30 if match["half"] else minute
    minute = {"一刻": 15, "三刻": 45}.get(match["quarter"], minute)
    minute = number_of(match, "bare") or minute
    period = match["period"]
    sure = period or match["colon"] or match["whole"] == "整" or minute
    if not sure and not ((match["hour"].isdigit() or hour > 12) and "时" in match[0]):
        return ()
    half = PERIODS[period] if period else ""
    if half == "p" and (hour > 12 or (hour < 11 and period == "中午" and hour > 3)):
        half = ""
    forms = clock_forms(hour, minute, half)
    if not period and hour <= NOON and (match["half"] or match["quarter"] or match["bare"]):
        # Nothing says whether 五点半 is in the morning.
        forms = (f"{hour}:{minute:02}", *forms, *clock_forms(hour, minute, "p"))
    if match["colon"] and not period:
        return tuple(dict.fromkeys((f"{match['hour']}:{match['colon']}", *forms)))
    return forms
