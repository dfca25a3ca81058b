"""Cut Chinese text into sentences: after 。！？…, never inside brackets, quotes closed first."""

import re

ENDERS = "。！？"
CLOSERS = "”’」』）)》〉】"
QUOTE_ENDS = "”’」』"
OPENERS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "「": "」", "『": "』"}
LONGEST_QUOTE = 80
ELLIPSIS = re.compile(r"……|…|\.{3,}")


def split(text: str) -> list[str]:
    """Return the sentences of a paragraph; joined again they are the paragraph, edge spaces apart.

    A mark inside a pair of quotes or brackets ends no sentence unless the pair is longer than 80 characters
    or never closed: direct speech of several sentences is cut, a quoted sentence is not.
    """
    sentences: list[str] = []
    start = 0
    i = 0
    while i < len(text):
        close = _short_pair(text, i)
        if close:
            i = close
            if text[i - 2] in ENDERS and text[i - 1] in QUOTE_ENDS and _begins_sentence(text, i):
                sentences.append(text[start:i])
                start = i
            continue
        length = _ender(text, i)
        if length:
            i += length
            while i < len(text) and text[i] in CLOSERS:
                i += 1
            sentences.append(text[start:i])
            start = i
        else:
            i += 1
    sentences.append(text[start:])
    return [s.strip() for s in sentences if s.strip()]


def clauses(text: str) -> list[str]:
    """Return a sentence cut at its ； and ，, outside brackets and quotes, marks kept with what they end."""
    parts: list[str] = []
    start = i = 0
    while i < len(text):
        close = _short_pair(text, i)
        if close:
            i = close
            continue
        i += 1
        if text[i - 1] in "；，：":
            parts.append(text[start:i])
            start = i
    return [p for p in (*parts, text[start:]) if p.strip()]


def _ender(text: str, i: int) -> int:
    """Return the length of a sentence mark at i, or 0."""
    if text[i] in ENDERS:
        return 1
    match = ELLIPSIS.match(text, i)
    return len(match[0]) if match and match.end() < len(text) and text[match.end()] not in "，、等" else 0


def _short_pair(text: str, i: int) -> int:
    """Return the end of the quoted or bracketed text that opens at i, where it is short and closed."""
    closer = OPENERS.get(text[i])
    if not closer:
        return 0
    end = text.find(closer, i, i + LONGEST_QUOTE)
    return end + 1 if end > 0 else 0


def _begins_sentence(text: str, i: int) -> bool:
    """Tell whether a new sentence can begin at i, after a quotation that ended with a full stop."""
    return i < len(text) and text[i] not in "，、。；：的地得和与及等这" and text[i] not in CLOSERS
