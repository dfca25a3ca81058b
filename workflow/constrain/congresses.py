"""Congresses of a party, plenary sessions, terms of a legislature, counted without 第: 二十大, 十四届全国人大.

Refused: a number of terms that somebody serves (连任三届全国人大代表), 二十大 before what it counts (二十大工程).
Names: those in the English editions of the Party's documents.
"""

import re
from collections.abc import Iterator

from workflow.constrain.figures import ordinal_forms
from workflow.constrain.numerals import number_value

Found = tuple[int, int, tuple[str, ...]]
_TEN = "[二三]?十[一二三四五六七八九]?"
_PARTY = "党的|中共|中国共产党"
# Parties of the neighbours hold congresses as well; their central committees are named with no party.
_OTHER = re.compile("(?:越共|越南共产党|人民革命党|人革党|人民党)(?:中央)?第?$")
_SESSION = re.compile(
    rf"(?:{_PARTY})?第?(?P<number>{_TEN}|[七八九])届(?:中央委员会第(?P<full>[一二三四五六七八九])次全体会议|(?P<short>[一二三四五六七八九])中全会)"
)
_CONGRESS = re.compile(
    rf"(?:{_PARTY})(?P<number>{_TEN}|[七八九])大(?!会)"
    r"|(?<![\u4e00-\u9fff\d])(?P<bare>十[八九]|二十一?)大(?=报告|精神|以来|召开|闭幕|代表|提出|作出)"
)
_TERM = re.compile(
    rf"(?<![第连任续历])(?P<number>{_TEN}|[七八九])届(?=全国(?:人大|政协|人民代表|委员会)|人大|政协|国会|中央(?:委|纪委|政治局))"
)


def find_congresses(text: str) -> Iterator[Found]:
    """Yield start, end and English forms of congresses, plenary sessions and numbered terms, in order of kind."""
    for match in _SESSION.finditer(text) if "届" in text else ():
        other = bool(_OTHER.search(text[: match.start()]))
        yield match.start(), match.end(), _session(match, other)
    for match in _CONGRESS.finditer(text) if "大" in text else ():
        yield match.start(), match.end(), _congress(match["number"] or match["bare"])
    for match in _TERM.finditer(text) if "届" in text else ():
        yield match.start(), match.end(), ordinal_forms(_whole(match["number"]))


def _whole(numeral: str) -> int:
    return int(number_value(numeral) or 0)


def _session(match: re.Match[str], other: bool) -> tuple[str, ...]:
    bodies = ["{} Central Committee"]
    if not other:
        bodies = ["{} CPC Central Committee", "{} Central Committee of the Communist Party of China",
                  "{} Central Committee of the CPC", *bodies]  # fmt: skip
    sessions = _figures_first(match["full"] or match["short"])[::-1]
    meetings = [
        form
        for meeting in ("Plenary Session", "Plenum")
        for form in (
            *(f"{session.capitalize()} {meeting}" for session in sessions),
            *(f"{session} {meeting.lower()}" for session in sessions),
        )
    ]
    numbers = _figures_first(match["number"])
    return tuple(
        f"{meeting} of the {body.format(number)}"
        for meeting in meetings
        for body in bodies
        for number in numbers
    )


def _congress(numeral: str) -> tuple[str, ...]:
    return tuple(
        form.format(number)
        for number in _figures_first(numeral)
        for form in (
            "{} National Congress of the Communist Party of China",
            "{} National Congress of the CPC",
            "{} CPC National Congress",
            "{} Party Congress",
            "{} National Congress",
        )
    )


def _figures_first(numeral: str) -> list[str]:
    """Return the ordinals of a numeral, 20th before twentieth."""
    return sorted(ordinal_forms(_whole(numeral)), key=str.isalpha)
