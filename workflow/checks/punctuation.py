"""Checks on the English as it is punctuated: Chinese marks, pairs, blanks, the end, capitals, quotations."""

import re
from collections.abc import Iterator

from workflow.checks.base import Check, each
from workflow.constrain import Terms, is_copied
from workflow.conventions import CHINESE_MARKS, RUNNING, english_marks, small_initial
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

MARKED = re.compile(rf"\S*{CHINESE_MARKS.pattern}\S*")
PAIRS = {")": "(", "]": "[", "}": "{", "”": "“"}
BRACKETS = re.compile(r'[()\[\]{}“”"]')
# A list's number or letter before a bracket needs no partner: 1) a) iv); nor does a sign for inches.
LIST_MARK = re.compile(r"(?<!\S)\w{1,3}$")
INCHES = re.compile("[寸″]")
# The text before an opening mark ends with one of these, or is empty.
BEFORE_OPENING = ("", " ", "(", "[", "'", "‘", "—", "–", "-", "/")
AFTER_CLOSING = ("", " ", ",", ".", ";", ":", "?", "!", ")", "]")
SOURCE_BRACKETS = str.maketrans("（）［］", "()[]")
# What is wrong between two words, and the way to write it; addresses and figures are left alone.
SPACING: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=[^\s(\[]) {2,}(?=\S)"), " "),
    (re.compile(r"(?<=[^\s(\[]) +(?=[,;:?!](?![\w)])|\.(?![\w.])|[)\]])"), ""),
    (re.compile(r"(?<=[(\[]) +(?=[^\s)\]])"), ""),
    (re.compile(r"(?<=[a-z]{2}[,;:])(?=[A-Za-z]{2}|[aI]\b)|(?<=\d[,;])(?=[A-Za-z][a-z]{2})"), " "),
    (re.compile(r"(?<=[a-z]{2}[.?!])(?=[A-Z][a-z])|(?<=[a-z]{3}\))(?=[a-z]{2})"), " "),
    (re.compile(r"(?<=[a-z]{2})(?=\((?!s\)|es\)|ies\))[A-Za-z]{2})"), " "),
)
SPACED = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _after in SPACING))
# A prefix in brackets belongs to its word: (micro)plastics, (re)use.
PREFIX = re.compile(
    r"\((?:bio|co|de|eco|in|inter|macro|micro|mis|multi|non|over|pre|re|semi|sub|trans|un|under)\)$"
)
# What every such place has, quick to look for.
MAYBE_SPACED = re.compile(r"[ ,.;:?!()\[](?:(?<= )[ ,.;:?!)\]]|(?<=[(\[]) |(?<=[a-z\d][,.;:?!()])[A-Za-z])")
ADDRESS = re.compile(r"://|www\.|@|\.(?:com|cn|org|net|gov|edu|int)\b")
CLOSING = "\"'”’)]》」』）*_ "
GOES_ON = frozenset(",;:-%")
CUT_OFF = frozenset("and or but the a an of which because although its their our his".split())
INDIRECT = re.compile(
    r"\b(?:whether|ask(?:s|ed|ing)?|wonder\w*|(?:is|was|were|are|know|knows|knew|see) (?:why|how|what|where|who|when))\b"
)
# Behind these a full stop ends no sentence.
ABBREVIATIONS = frozenset(
    "al approx art ca cf co corp dept dr ed eds eg est etc ext fig figs govt inc jr ltd max min mr mrs ms mt no nos "
    "pp prof resp sec sect sp spp sr st subsp var vol vs".split()
)
MAYBE_SENTENCE = re.compile(r"[.?!] +[a-z]")
NEXT_SENTENCE = re.compile(r"(?<![\w.])([A-Za-z]+)[.?!] +([a-z]{2,})")
SPEECH = re.compile(r"[：:]“[^”]{6,}”|“[^”]{5,}[。！？，；][^”]*”")
QUOTATION_MARKS = re.compile(r"[\"“”‘«]|(?<!\w)'|'(?!\w)")


def chinese_punctuation(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every word of the English with a mark, letter or figure of Chinese text at it."""
    if not CHINESE_MARKS.search(unit.printed) or is_copied(unit.slot):
        return
    for match in MARKED.finditer(unit.printed):
        message = N_("“{words}” has Chinese punctuation")
        yield check.finding(unit, message, match[0], fix=english_marks(match[0]), words=match[0])


def unpaired(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for the first bracket or quotation mark of the English without its partner."""
    place, words = _unpaired(unit.target)
    if place is None or (unit.target[:place][-1:].isdigit() and INCHES.search(unit.source)):
        return
    if _unpaired(unit.source.translate(SOURCE_BRACKETS))[0] is None:
        quote = unit.target[words].strip()
        message = N_("{mark} at “{words}” has no partner")
        at = _around(unit.target, place, place + 1)
        yield check.finding(unit, message, quote, mark=unit.target[place], words=at)


def _unpaired(text: str) -> tuple[int | None, slice]:
    """Return the place of the first bracket or double quotation mark without a partner, or None, and its words.

    The partner should stand among the words: behind an opening mark, before a closing one as far as the last
    pair. A straight mark opens behind a blank and closes behind a word.
    """
    opened: list[tuple[str, int]] = []
    closed = 0
    for match in BRACKETS.finditer(text):
        mark, place = match[0], match.start()
        if mark == '"':
            mark = "“" if _opens(text, place) else "”"
        partner = PAIRS.get(mark)
        if partner is None:
            opened.append((mark, place))
        elif opened and opened[-1][0] == partner:
            opened.pop()
            closed = place + 1
        elif any(other == partner for other, _place in opened):
            break
        elif mark != ")" or not text[place + 1 : place + 2].isspace() or not LIST_MARK.search(text[:place]):
            return place, slice(closed, place + 1)
    return (opened[-1][1], slice(opened[-1][1], None)) if opened else (None, slice(0))


def _opens(text: str, place: int) -> bool:
    after = text[place + 1 : place + 2]
    return text[:place][-1:] in BEFORE_OPENING and after not in AFTER_CLOSING


def spacing(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every blank too many and every blank missing at a mark."""
    text = unit.printed
    for match in SPACED.finditer(text) if MAYBE_SPACED.search(text) else ():
        quote = _around(text, *match.span())
        if not ADDRESS.search(quote) and not PREFIX.search(text, 0, match.start()):
            fix = quote
            for pattern, after in SPACING:
                fix = pattern.sub(after, fix)
            yield check.finding(unit, N_("the blanks in “{words}” are wrong"), quote, fix=fix, words=quote)


def _around(text: str, start: int, end: int) -> str:
    """Return start:end of a text with the words that it touches."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]


def end_mark(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the English does not end as its source does: a question, an outcry, a sentence."""
    source, text = unit.source.rstrip(CLOSING), unit.target.rstrip(CLOSING)
    last = text.rpartition(" ")[2]
    if last.rstrip(".?!,;:") in CUT_OFF:
        yield check.finding(unit, N_("the English breaks off: “{words}”"), last, words=last)
    elif not text or source[-1:] not in ("？", "?", "！", "!", "。"):
        return
    elif source[-1] in "？?":
        if text[-1] != "?" and not INDIRECT.search(text):
            message = N_("the Chinese asks, and the English ends without a question mark")
            yield check.finding(unit, message, last, fix=last.rstrip(".,;:!") + "?")
    elif (text[-1].isalnum() or text[-1] in GOES_ON) and not ADDRESS.search(last):
        message = N_("the Chinese is a whole sentence, and the English ends without a full stop")
        yield check.finding(unit, message, last, fix=last.rstrip(",;:-") + ".")


def capital(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every sentence that begins with a small letter."""
    text = unit.printed
    start = small_initial(unit.source, text) if RUNNING.search(unit.slot) else None
    if start is not None and not any(
        c.kind == "verbatim" and c.at and c.at[0] == start for c in unit.constraints
    ):
        yield _small(unit, check, text, start)
    for match in NEXT_SENTENCE.finditer(text) if MAYBE_SENTENCE.search(text) else ():
        if len(match[1]) > 2 and match[1].lower() not in ABBREVIATIONS:
            yield _small(unit, check, text, match.start(2))


def _small(unit: Unit, check: Check, text: str, start: int) -> Finding:
    word = _around(text, start, start + 1).strip("\"'“”‘’()[],.;:")
    message = N_("the sentence begins with a small letter: “{words}”")
    return check.finding(unit, message, word, fix=word[:1].upper() + word[1:], words=word)


def quotes_lost(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the Chinese quotes what somebody said and the English has no quotation marks."""
    match = SPEECH.search(unit.source)
    if match and unit.target and not QUOTATION_MARKS.search(unit.target):
        message = N_("the Chinese quotes {words}, and the English has no quotation marks")
        yield check.finding(unit, message, words=match[0].lstrip("：:"))


CHECKS: tuple[Check, ...] = (
    Check(
        "chinese-punctuation",
        N_("The English has Chinese punctuation"),
        Severity.ERROR,
        each(chinese_punctuation),
    ),
    Check(
        "unpaired",
        N_("A bracket or quotation mark has no partner"),
        Severity.WARNING,
        each(unpaired),
        N_("wrong where a quotation goes on in the next sentence"),
    ),
    Check(
        "spacing",
        N_("Blanks are missing or too many"),
        Severity.WARNING,
        each(spacing),
        N_("wrong for codes and formulas that are written so"),
    ),
    Check(
        "end-mark",
        N_("The English does not end as the Chinese does"),
        Severity.WARNING,
        each(end_mark),
        N_("wrong where a question became a statement on purpose"),
    ),
    Check(
        "capital",
        N_("A sentence begins with a small letter"),
        Severity.WARNING,
        each(capital),
        N_("wrong for words that are always written small, and behind unusual abbreviations"),
    ),
    Check(
        "quotes-lost",
        N_("Direct speech lost its quotation marks"),
        Severity.NOTE,
        each(quotes_lost),
        N_("wrong where the English reports the speech on purpose"),
        0.6,
    ),
)
