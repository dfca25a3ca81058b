"""Choose a or an by the sound of the word or figure that follows."""

import re

# Words that do not sound as they are written: a one-day, a unit, a European; an hour, an honest.
_AS_CONSONANT = re.compile(
    r"on(?:e|ce)(?:$|\W|s)|eu|ewe|ubiq|uni(?!n|mp|mag|dent)|us[eaui]|ut[eio]|ukr|ura[nl]|uri(?!$)|uro|ufo|u\W"
)
_AS_VOWEL = re.compile(r"hour|honou?r|honest|heir")
_EIGHT = re.compile(r"8|1[18](?:,?\d{3})*(?!,?\d)")


def takes_an(words: str) -> bool:
    """Tell whether words or a figure begin with the sound of a vowel: hour, 8, 11,000; not unit, 1,100."""
    if words[:1].isdigit():
        return _EIGHT.match(words) is not None
    small = words.lower()
    return _AS_VOWEL.match(small) is not None or (
        small[:1] in tuple("aeiou") and not _AS_CONSONANT.match(small)
    )
