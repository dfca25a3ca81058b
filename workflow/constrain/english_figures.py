"""Find the English of a date or quantity: its words and figures, never a part of a longer figure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workflow.constrain.calendar_forms import MONTHS
from workflow.constrain.english_words import DASH, QUOTE

_SPACES = " \u00a0\u202f\t\n\r"
_IDLE_MARKS = frozenset(DASH + QUOTE + _SPACES + ",")
_IDLE = {ord(mark): None for mark in _IDLE_MARKS}
_SPACE = r"[\s\u00a0\u202f]"
_SCALE_WORDS = "hundred|thousand|million|billion|trillion|dozen"
_PART_OF_ONE = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fortieth|hundredth"
_PARTS_OF_ONE = (
    "halves|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fortieth|hundredth)s|fold"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|hundred and|thousand|million|billion"
# A figure must not be part of a longer one: 30 in 3,000 or 30%, five in twenty-five or five million.
_BEFORE_FIGURE = tuple(f"{word}{joint}" for word in _TENS.split("|") for joint in " -")
_NOT_AFTER_FIGURE = re.compile(
    rf"\w|[.,]\d|{_SPACE}?[%‰]|{_SPACE}(?:percent|per cent)\b|[{DASH}\s](?:{_SCALE_WORDS}|{_PARTS_OF_ONE})\b"
    rf"|[{DASH}](?:{_PART_OF_ONE})\b"
)
# One part is a fraction behind one only: 310 third parties and 12 third prizes are none.
_NOT_AFTER_ONE = re.compile(rf"\s(?:{_PART_OF_ONE})\b(?![{DASH}])")
_COMPARISONS = "<>≤≥≈"
_ENDS_IN_FIGURE = re.compile(r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty))\Z")


@dataclass(frozen=True, slots=True)
class Squashed:
    """Hold a text in lower case without spaces, commas, dashes and quotes, and where each character stood."""

    text: str
    origin: tuple[int, ...]


@lru_cache(maxsize=16384)
def squash(text: str) -> str:
    """Return the text in lower case without spaces, commas, dashes and quotes."""
    return text.lower().translate(_IDLE)


def squash_all(texts: Sequence[str]) -> list[str]:
    """Return the texts, squashed one by one; together that takes a tenth of the time."""
    joined = "\0".join(texts)
    if joined.isascii():
        return joined.lower().translate(_IDLE).split("\0")
    # Other characters than those of ASCII are looked up one by one.
    ascii_ones = iter(squash_all([text for text in texts if text.isascii()]))
    return [next(ascii_ones) if text.isascii() else squash(text) for text in texts]


@lru_cache(maxsize=512)
def _squashed(text: str) -> Squashed:
    if text.isascii():
        return Squashed(squash(text), tuple([at for at, char in enumerate(text) if char not in _IDLE_MARKS]))
    kept = [(lower, at) for at, char in enumerate(text) if char not in _IDLE_MARKS for lower in char.lower()]
    return Squashed("".join(char for char, _at in kept), tuple(at for _char, at in kept))


def figure_places(target: str, english: str) -> Iterator[tuple[int, int]]:
    """Yield the places of a date or quantity; case is free, so are a hyphen for a space and thousands marks."""
    needle, hay = squash(target), _squashed(english)
    at = hay.text.find(needle) if needle else -1
    while at >= 0:
        start = hay.origin[at] - (len(target) - len(target.lstrip(DASH + QUOTE + ",")))
        end = _end(target, english, start) if start >= 0 else -1
        if end >= 0 and _stands_alone(target, english, start, end):
            yield start, end
        at = hay.text.find(needle, at + 1)


def _stands_alone(target: str, english: str, start: int, end: int) -> bool:
    before = english[max(0, start - 13) : start]
    if target[0] in _COMPARISONS:  # P<0.05
        return not _NOT_AFTER_FIGURE.match(english, end)
    left = not (_runs_on(before) if target[0].isalnum() else _is_word(before[-1:]))
    if _ends_in_figure(target):
        one = target in ("1", "one") and _NOT_AFTER_ONE.match(english, end)
        return left and not one and not _NOT_AFTER_FIGURE.match(english, end)
    return left and not (target[-1].isalnum() and _is_word(english[end : end + 1]))


def _runs_on(before: str) -> bool:
    """Tell whether a figure behind a text is a part of a longer one."""
    last = before[-1:]
    if last in (":", "/"):
        return before[-2:-1].isdecimal()
    return last in (".", ",") or _is_word(last) or before.endswith(_BEFORE_FIGURE)


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


@lru_cache(maxsize=16384)
def _ends_in_figure(target: str) -> bool:
    return bool(_ENDS_IN_FIGURE.search(target))


@lru_cache(maxsize=16384)
def _steps(target: str) -> tuple[tuple[str, str], ...]:
    """Return the characters of a form, each with what is free about it."""
    steps: list[tuple[str, str]] = []
    words = target.split()
    for number, word in enumerate(words):
        if number:
            steps.append((" ", "joint"))
        # The month May is no may.
        exact = word.rstrip(",") in MONTHS
        for place, char in enumerate(word):
            if char in DASH:
                steps.append((char, "hyphen" if word[:place][-1:].isalpha() else "dash"))
            elif char == "," and word[place + 1 : place + 2].isdigit():
                steps.append((char, "thousands"))
            else:
                steps.append((char, "exact") if exact else (char.lower(), "letter"))
    return tuple(steps)


def _end(target: str, english: str, start: int) -> int:
    """Return where a form that starts at a place ends, or -1 where another text stands there."""
    at = start
    for char, free in _steps(target):
        here = english[at : at + 1]
        if free == "letter":
            if here.lower() != char:
                return -1
            at += 1
        elif free == "exact":
            if here != char:
                return -1
            at += 1
        elif free == "thousands":
            at += bool(here) and (here == "," or here in _SPACES)
        else:
            after = _joint(free, english, at)
            if after == at:
                return -1
            at = after
    return at


def _joint(free: str, english: str, at: int) -> int:
    """Return the end of what stands between two words, or within a span of figures: at itself where nothing does."""
    spaces = at
    while spaces < len(english) and english[spaces] in _SPACES:
        spaces += 1
    here = english[at : at + 1]
    if free == "joint":
        return spaces if spaces > at else at + bool(here) * (here in DASH)
    if free == "hyphen":
        return at + (bool(here) and (here in DASH or here in _SPACES))
    dash = at + (bool(here) and here in _SPACES)
    if english[dash : dash + 1] == "" or english[dash] not in DASH:
        return at
    return dash + 1 + (english[dash + 1 : dash + 2] != "" and english[dash + 1] in _SPACES)
