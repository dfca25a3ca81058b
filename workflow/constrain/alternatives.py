"""Write words as the alternatives of a regular expression."""

import re
from collections.abc import Iterable, Sequence


def either(words: Iterable[str]) -> str:
    """Return words as alternatives of a pattern that heeds case, the longest first.

    Words that begin alike are one alternative up to where they differ: what matches is the same, and found sooner.
    """
    return _nested(sorted(dict.fromkeys(words), key=len, reverse=True))


def begun(words: Sequence[str]) -> str:
    """Return a pattern of many words for one place of a text: it looks at the first character before it tries them."""
    firsts = "".join(sorted({word[0] for word in words}))
    return f"(?=[{re.escape(firsts)}])(?:{either(words)})"


def _nested(words: Sequence[str]) -> str:
    """Return the alternatives of words, in their order where they begin alike; others cannot match at one place."""
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    return "|".join(
        re.escape(head) + (re.escape(rest[0]) if len(rest) == 1 else f"(?:{_nested(rest)})")
        for head, rest in tails.items()
    )
