"""English forms of days, months, years and hours: the house form first, then those accepted in its place."""

import re

from workflow.constrain.figures import spelled

MONTHS = (
    "January February March April May June July August September October November December"
).split()  # fmt: skip
# Any of them, as a regular expression.
MONTH = f"(?:{'|'.join(MONTHS)})"
# As datelines and tables shorten them.
SHORT_MONTHS = "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sept. Oct. Nov. Dec.".split()
WEEKDAYS = {
    "一": "Monday", "二": "Tuesday", "三": "Wednesday", "四": "Thursday", "五": "Friday", "六": "Saturday",
    "日": "Sunday", "天": "Sunday",
}  # fmt: skip
PARTS = {
    "上旬": ("early {}", "the first ten days of {}"),
    "中旬": ("mid-{}", "the middle of {}"),
    "上中旬": ("early to mid-{}", "early and mid-{}", "the first and second ten days of {}"),
    "中下旬": ("mid- to late {}", "mid to late {}", "mid- and late {}", "mid and late {}"),
    "下旬": ("late {}", "the last ten days of {}"),
    "初": ("early {}", "the beginning of {}", "beginning of {}", "the start of {}", "start of {}"),
    "中": ("mid-{}", "the middle of {}", "middle of {}"),
    "底": (
        "the end of {}",
        "end of {}",
        "the close of {}",
        "late {}",
        "year-end {}",
        "{} year-end",
        "end-{}",
    ),
    "末": ("the end of {}", "end of {}", "the close of {}", "late {}", "year-end {}", "end-{}"),
}
SEASONS = {"春": ("spring",), "夏": ("summer",), "秋": ("autumn", "fall"), "冬": ("winter",)}
QUARTERS = ("first", "second", "third", "fourth")
_ERA = re.compile(r"\d+'?s|(?:\d+(?:st|nd|rd|th)|[a-z-]+) century")
JOINS = (" to ", "-", " through ", " until ")


def month_pair_forms(first: int, last: int) -> tuple[str, ...]:
    """Return two months in a row that are said as one: July and August, July or August."""
    names = MONTHS[first - 1], MONTHS[last - 1]
    joined = tuple(f"{names[0]}{join}{names[1]}" for join in (" and ", " or ", *JOINS, "/", " into "))
    return (*joined, f"between {names[0]} and {names[1]}")


def around_forms(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the forms of a date or an hour as a rough one: around May 15, about 9 a.m."""
    words = (
        "around",
        "about",
        "on or around",
        "at around",
        "approximately",
        "roughly",
        "circa",
        "near",
        "close to",
    )
    ends = (" or so", " or thereabouts")
    named = [f"the {form}" for form in forms if _ERA.fullmatch(form)]
    forms = (*named, *forms)
    return tuple(
        [f"{word} {form}" for word in words for form in forms]
        + [f"{form}{end}" for form in forms for end in ends]
    )


def month_forms(month: int, year: int | None = None) -> tuple[str, ...]:
    """Return December, or December 2022."""
    name = MONTHS[month - 1]
    if year is None:
        return (name,)
    return (f"{name} {year}", f"{name}, {year}", f"{name} of {year}")


def day_forms(month: int, day: int, year: int | None = None, weekday: str = "") -> tuple[str, ...]:
    """Return December 7, 2022 and its orders; with a weekday, before or after."""
    name = MONTHS[month - 1]
    plain = [
        f"{name} {day}",
        f"{day} {name}",
        f"{name} {_th(day)}",
        f"{_th(day)} {name}",
        f"the {_th(day)} of {name}",
    ]
    short = f"{SHORT_MONTHS[month - 1]} {day}"
    if year is None:
        plain.append(short)
    else:
        american = [
            f"{plain[0]}, {year}",
            f"{plain[0]} {year}",
            f"{name} {_th(day)}, {year}",
            f"{short}, {year}",
        ]
        plain = [
            american[0],
            f"{plain[1]} {year}",
            *american[1:],
            f"{day} {name}, {year}",
            f"{year}-{month:02}-{day:02}",
        ]
    if not weekday:
        return tuple(plain)
    name = WEEKDAYS[weekday]
    dated = [
        form
        for day in plain
        for form in (f"{name}, {day}", f"{name} {day}", f"{day} ({name})", f"{day}, {name}")
    ]
    return tuple(dated)


def _th(day: int) -> str:
    suffix = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"


def day_list_forms(
    month: int, days: tuple[int, ...], year: int | None, joins: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the forms of several days of one month: March 5 to 8, 2024; 5-8 March 2024."""
    name, (first, *middle, last) = MONTHS[month - 1], days
    head = ", ".join(str(day) for day in (first, *middle))
    stop = f", {year}" if year is not None else ""
    tail = f" {year}" if year is not None else ""
    forms = [f"{name} {head}{join}{last}{stop}" for join in joins]
    forms += [f"{name} {head}{join}{name} {last}{stop}" for join in joins]
    forms += [f"{head}{join}{last} {name}{tail}" for join in joins]
    return tuple(forms)


def joined_forms(first: tuple[str, ...], last: tuple[str, ...]) -> tuple[str, ...]:
    """Return two dates in the same order joined as a range: June 30 to July 2, 2024."""
    pairs = list(zip(first, last, strict=False))
    forms = [f"{start}{join}{end}" for start, end in pairs for join in JOINS]
    return tuple(forms + [f"between {start} and {end}" for start, end in pairs])


def year_range_forms(first: int, last: int) -> tuple[str, ...]:
    """Return 2018-2022 and 2018 to 2022."""
    span = (f"{first}-{last}", *(f"{first}{join}{last}" for join in JOINS if join != "-"))
    return (*span, f"between {first} and {last}", f"{first} and {last}", f"{first}-{last % 100:02}")


def clock_forms(hour: int, minute: int, half: str) -> tuple[str, ...]:
    """Return 9 a.m., 2:30 p.m.; `half` is "a", "p" or "" where the source does not say which."""
    late = half == "p" or hour > 12
    base = hour - 12 if hour > 12 else hour
    full = hour + 12 if half == "p" and hour < 12 else hour
    figure = f"{base or 12}:{minute:02}" if minute else f"{base or 12}"
    marks = ("p.m.", "pm") if late or (hour == 12 and not half) else ("a.m.", "am")
    forms = [f"{figure}{space}{mark}" for mark in marks for space in (" ", "")]
    forms += [f"{base or 12}:{minute:02} {mark}" for mark in marks] + [
        f"{base or 12}:{minute:02}",
        f"{full}:{minute:02}",
        f"{full:02}:{minute:02}",
    ]
    forms += _words(full % 24 if full != 24 else 24, minute, base, late)
    return tuple(dict.fromkeys(forms))


def _words(full: int, minute: int, base: int, late: bool) -> list[str]:
    parts = ("in the afternoon", "in the evening", "at night") if late else ("in the morning", "at night")
    figure = f"{base or 12}:{minute:02}" if minute else f"{base or 12}"
    forms = [
        f"{time} {part}" for time in (figure, *([spelled(base)] if not minute else [])) for part in parts
    ]
    if minute == 30:
        forms += [f"half past {name}" for name in (base, spelled(base))]
    if minute in (15, 45):
        quarter = f"past {spelled(base)}" if minute == 15 else f"to {spelled(base % 12 + 1)}"
        forms += [f"{a}quarter {quarter}" for a in ("a ", "")]
    if minute == 0:
        forms += [f"{base} o'clock", f"{spelled(base)} o'clock", spelled(base)]
        forms += {12: ["noon", "12 noon"], 0: ["midnight"], 24: ["midnight"]}.get(full, [])
    return forms
