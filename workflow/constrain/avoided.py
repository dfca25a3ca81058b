"""Find English that the glossary discourages for an entry of the source."""

import re
from collections.abc import Iterable

from workflow.constrain.glossary import Entry


def avoided(text_en: str, entries: Iterable[Entry]) -> list[tuple[Entry, str]]:
    """Return the entries with the discouraged English that stands in a text, as whole words in any case.

    English that stands only within an accepted form of the same entry is not reported, nor what is the English of
    another entry, nor the name of a country or city within a name: the Vietnam Academy, the University of Danang.
    """
    found = []
    asked = list(entries)
    wanted = {target.lower() for entry in asked if entry.status != "forbidden" for target in entry.targets}
    for entry in asked:
        words = (*entry.avoid, *((entry.en,) if entry.status == "forbidden" else ()))
        if not words:
            continue
        masked = _without(text_en.lower(), entry.targets if entry.status != "forbidden" else ())
        found += [
            (entry, word)
            for word in words
            if word.lower() not in wanted
            and _has_words(masked, word.lower())
            and not (entry.kind == "place" and _only_in_names(text_en, word))
        ]
    return found


def _only_in_names(text: str, place: str) -> bool:
    """Tell whether a place stands only within names: before a word with a capital, joined by a hyphen, in brackets."""
    name = re.escape(place)
    found = re.findall(rf"(?<!\w){name}(?!\w)", text)
    named = re.findall(
        rf"(?:[A-Z]\w+-{name}|{name}-[A-Z]|{name} [A-Z]\w+|\({name}\)"
        rf"|(?:University|Library|Museum|Society|[ÉE]lectricité) (?:of|du) {name})(?!\w)".replace(
            "-[A-Z]|", r"-[A-Z]\w+|"
        ),
        text,
    )
    return bool(found) and len(named) >= len(found)


def _without(text: str, accepted: Iterable[str]) -> str:
    for target in sorted(accepted, key=len, reverse=True):
        text = text.replace(target.lower(), "\n")
    return text


def _has_words(text: str, words: str) -> bool:
    at = text.find(words)
    while at >= 0:
        around = text[max(0, at - 1) : at] + text[at + len(words) : at + len(words) + 1]
        if not any(char.isalnum() for char in around):
            return True
        at = text.find(words, at + 1)
    return False
