"""Latitudes and longitudes with their direction, and their English: 东经102度 is 102 degrees east, 北纬21°08′ 21°08′N."""

import re
from collections.abc import Iterator
from itertools import product

from workflow.constrain.spans import SEPARATOR, Reading

DIRECTIONS = {
    "东经": ("east", "longitude"), "西经": ("west", "longitude"), "北纬": ("north", "latitude"), "南纬": ("south", "latitude"),
}  # fmt: skip
NEEDED = re.compile("[东西]经|[南北]纬")


def _degrees(name: str) -> str:
    """Return the pattern of an angle in degrees, minutes and seconds, the groups with a name at their end."""
    return (
        rf"(?P<degrees{name}>\d{{1,3}}(?:\.\d{{1,8}})?)\s?[°度]"
        rf"(?:\s?(?P<minutes{name}>\d{{1,2}}(?:\.\d{{1,4}})?)[′'’分])?"
        rf"(?:\s?(?P<seconds{name}>\d{{1,2}}(?:\.\d{{1,4}})?)(?:″|\"|”|秒|′′|''))?"
    )


COORDINATE = re.compile(
    rf"(?P<direction>{'|'.join(DIRECTIONS)})\s?(?:{_degrees('1')}\s?(?:{SEPARATOR}|、|和|与)\s?(?:(?P=direction))?\s?)?{_degrees('2')}"
)


def read_coordinate(match: re.Match[str]) -> Reading:
    """Read 东经102度, 北纬25°02′11″ or 东经97°至102°; the direction is part of the English."""
    word, axis = DIRECTIONS[match["direction"]]
    letter = word[0].upper()
    ends = [
        (match[f"degrees{n}"], match[f"minutes{n}"], match[f"seconds{n}"])
        for n in "12"
        if match[f"degrees{n}"]
    ]
    signs = [tuple(_signs(*end)) for end in ends]
    words = [tuple(_words(*end)) for end in ends]
    symbols, said = tuple(_with_letter(signs, letter)), tuple(_with_word(words, signs, word, axis))
    forms = (*said, *symbols) if "度" in match[0] else (*symbols, *said)
    return Reading(tuple(dict.fromkeys(forms)))


def _signs(degrees: str, minutes: str | None, seconds: str | None) -> Iterator[str]:
    """Yield 25°02′11″ with each kind of marks, close together and apart."""
    for minute, second in (("′", "″"), ("'", '"'), ("’", "”")):
        for gap in ("", " "):
            parts = (
                [f"{degrees}°"]
                + [f"{minutes}{minute}"] * bool(minutes)
                + [f"{seconds}{second}"] * bool(seconds)
            )
            yield gap.join(parts)


def _words(degrees: str, minutes: str | None, seconds: str | None) -> Iterator[str]:
    parts = (
        [f"{degrees} degrees"]
        + [f"{minutes} minutes"] * bool(minutes)
        + [f"{seconds} seconds"] * bool(seconds)
    )
    yield " ".join(parts)
    if len(parts) > 1:
        yield ", ".join(parts)
        yield f"{', '.join(parts[:-1])} and {parts[-1]}"


def _with_letter(signs: list[tuple[str, ...]], letter: str) -> Iterator[str]:
    """Yield the angle or both angles of a range with the letter of their direction: 102°E, 97°-102°E."""
    if len(signs) == 1:
        for angle in dict.fromkeys(signs[0]):
            yield from (f"{angle}{letter}", f"{angle} {letter}", f"{letter} {angle}", f"{letter}{angle}")
        return
    for low, high in dict.fromkeys(zip(*signs, strict=True)):
        for gap, join in product(("", " "), ("-", "–", " to ", " and ")):
            yield f"{low}{join}{high}{gap}{letter}"
            yield f"{low}{gap}{letter}{join}{high}{gap}{letter}"


def _with_word(
    words: list[tuple[str, ...]], signs: list[tuple[str, ...]], word: str, axis: str
) -> Iterator[str]:
    """Yield the angle or both angles with the direction in full: 102 degrees east, longitude 102° east."""
    for ways in (words, signs):
        if len(ways) == 1:
            angles = [*ways[0]]
        else:
            pairs = list(dict.fromkeys(zip(*ways, strict=True)))
            angles = [f"{low}{join}{high}" for low, high in pairs for join in (" to ", " and ", "-", "–")]
            angles += [
                f"{low.removesuffix(' degrees')}{join}{high}"
                for low, high in pairs
                for join in (" to ", " and ", "-")
            ]
            for low, high in pairs:
                yield from (f"{low} {word}{join}{high} {word}" for join in (" to ", " and "))
        for angle in dict.fromkeys(angles):
            yield from (
                f"{angle} {word}",
                f"{angle} {word} {axis}",
                f"{word} {axis} {angle}",
                f"{angle} of {word} {axis}",
            )
