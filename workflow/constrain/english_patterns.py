"""Patterns that recognise an English form in running English: inflection for terms, boundaries for figures."""

import re
from functools import lru_cache
from itertools import islice

from workflow.constrain.calendar_forms import MONTHS
from workflow.units import Constraint, Kind

DASH = "-‐‑‒–—―−"
SPACE = r"[\s\u00a0\u202f]"
QUOTE = "\"'“”‘’«»*_`"
MOST_PLACES = 64
_FILTERED = ("date", "quantity", "person", "verbatim")
_SQUASHED = {ord(mark): None for mark in DASH + QUOTE + " \u00a0\u202f\t\n\r,"}
_SCALE_WORDS = "hundred|thousand|million|billion|trillion|dozen"
_PARTS_OF_ONE = "halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|fortieths?|hundredths?|fold"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|hundred and|thousand|million|billion"
# A figure must not be part of a longer one: 30 in 3,000 or 30%, five in twenty-five or five million.
_LEFT_FIGURE = r"(?<![\w.,])(?<![\d][.,])(?<!\d[:/])" + "".join(
    f"(?<!{word}[ -])" for word in _TENS.split("|")
)
_RIGHT_FIGURE = (
    rf"(?![\w])(?![.,]\d)(?!{SPACE}?[%‰])(?!{SPACE}(?:percent|per cent)\b)"
    rf"(?![{DASH}\s](?:{_SCALE_WORDS}|{_PARTS_OF_ONE})\b)"
)
_LEFT = r"(?<![\w])"
_RIGHT = r"(?![\w])"
_IRREGULAR = (
    ("man", "men"), ("woman", "women"), ("child", "children"), ("person", "people"), ("is", "are"), ("was", "were"),
    ("build", "built"), ("hold", "held"), ("make", "made"), ("take", "took", "taken"), ("do", "did", "done"),
    ("lead", "led"), ("give", "gave", "given"), ("bring", "brought"), ("a", "an", "the"), ("analysis", "analyses"),
    ("criterion", "criteria"), ("phenomenon", "phenomena"), ("crisis", "crises"), ("basis", "bases"),
)  # fmt: skip
_IRREGULAR_FORMS = {form: forms for forms in _IRREGULAR for form in forms}


def places_of(constraint: Constraint, english: str, squashed: str) -> list[tuple[int, int]]:
    """Return every place where an accepted form of a constraint stands, at most MOST_PLACES a form.

    `squashed` is `squash(english)`: forms whose letters and figures are not in it are not looked for.
    """
    found: dict[tuple[int, int], None] = {}
    for target in constraint.targets:
        if constraint.kind in _FILTERED and squash(target) not in squashed:
            continue
        matches = _pattern(target, constraint.kind).finditer(english)
        found.update((match.span(), None) for match in islice(matches, MOST_PLACES))
    return list(found)


@lru_cache(maxsize=8192)
def squash(text: str) -> str:
    """Return the text in lower case without spaces, commas, dashes and quotes."""
    return text.lower().translate(_SQUASHED)


@lru_cache(maxsize=8192)
def _pattern(target: str, kind: Kind) -> re.Pattern[str]:
    if kind == "verbatim":
        return re.compile(rf"(?<![A-Za-z0-9]){re.escape(target)}(?![A-Za-z0-9])")
    if kind == "term":
        return re.compile(f"{_LEFT}{_term(target)}{_RIGHT}")
    return re.compile(_bounded(target, kind))


def _bounded(target: str, kind: Kind) -> str:
    if kind in ("date", "quantity"):
        left = _LEFT_FIGURE if target[0].isalnum() else r"(?<![\w])"
        right = _RIGHT_FIGURE if _ends_in_figure(target) else _RIGHT if target[-1].isalnum() else ""
        return f"{left}{_exact(target, kind)}{right}"
    left, right = _LEFT if target[0].isalnum() else "", _RIGHT if target[-1].isalnum() else ""
    return f"{left}{_exact(target, kind)}{right}"


def _ends_in_figure(target: str) -> bool:
    return bool(
        re.search(r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty))$", target)
    )


def _exact(target: str, kind: Kind) -> str:
    """Return the form with case, quotes and dashes free; in figures hyphen, space and separators too."""
    words = target.split()
    if kind == "document":
        words = [word for word in words if word.strip(QUOTE).lower() != "the"] or words
        joint = rf"{SPACE}+(?:[{QUOTE}]*(?i:the){SPACE}+)?[{QUOTE}]*"
        return joint.join(_letters(word.strip(QUOTE) or word) for word in words)
    if kind in ("date", "quantity"):
        return rf"(?:{SPACE}+|[{DASH}])".join(_figure_word(word) for word in words)
    return rf"{SPACE}+".join(_letters(word) for word in words)


def _letters(word: str) -> str:
    escaped = "".join(
        f"[{DASH}]" if character in DASH else f"[{QUOTE}]*" if character in QUOTE else re.escape(character)
        for character in word
    )
    return f"(?i:{escaped})"


def _figure_word(word: str) -> str:
    # The month May is no may; the separators of thousands are free, a hyphen may be a space.
    if word in MONTHS or word.rstrip(",") in MONTHS:
        return re.escape(word)
    escaped = "".join(_figure_character(word, place) for place in range(len(word)))
    return f"(?i:{escaped})"


def _figure_character(word: str, place: int) -> str:
    character = word[place]
    if character in DASH:
        return rf"(?:[{DASH}]|{SPACE})" if word[:place][-1:].isalpha() else rf"{SPACE}?[{DASH}]{SPACE}?"
    if character == "," and word[place + 1 : place + 2].isdigit():
        return rf"(?:,|{SPACE})?"
    return re.escape(character)


def _term(target: str) -> str:
    words = re.split(rf"(?:\s+|[{DASH}])", target)
    joint = rf"(?:{SPACE}+(?:(?:the|a|an){SPACE}+)?|[{DASH}])[{QUOTE}]*"
    return joint.join(_inflected(word) for word in words if word)


def _inflected(word: str) -> str:
    """Return a word with the endings of its nouns and verbs free; acronyms and figures stay as they are."""
    lower = word.lower()
    if lower in _IRREGULAR_FORMS and not word.isupper():
        return f"(?i:{'|'.join(_IRREGULAR_FORMS[lower])})"
    if word.isupper() and len(word) > 1:
        return re.escape(word) + ("s?" if word.isalpha() else "")
    if not word.isalpha() or not word.isascii():
        return _letters(word)
    if len(lower) <= 2 or lower in ("and", "for", "the", "with", "from", "this"):
        return f"(?i:{lower})"
    return f"(?i:{_stem(lower)})"


def _stem(word: str) -> str:
    base = _base(word)
    endings = "(?:s|es|ed|d|ing|'s|’s)?"
    if base.endswith("y"):
        return (
            f"{base[:-1]}(?:y|ie){endings}" if len(base) > 2 and base[-2] not in "aeiou" else base + endings
        )
    if base.endswith("e"):
        return f"{base[:-1]}(?:e|es|ed|ing|e's|e’s)"
    if word != base and len(base) > 2 and base[-1] == base[-2] and base[-1] not in "sl":
        return f"{base[:-1]}{base[-1]}?{endings}"
    doubled = f"(?:{base[-1]}(?=ed|ing))?" if re.search(r"[^aeiou][aeiou][bdglmnprt]$", base) else ""
    # A base cut from -ing or -ed may have lost its e: enhanc(ing) is enhance.
    lost = "(?:e|es)?" if word != base and word.endswith(("ing", "ed")) else ""
    return f"{base}{doubled}(?:{endings}|{lost})" if lost else f"{base}{doubled}{endings}"


def _base(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ing") and len(word) > 5:
        return word[:-3]
    if word.endswith("ed") and len(word) > 4 and not word.endswith("eed"):
        return word[:-2]
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
