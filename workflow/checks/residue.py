"""Checks for what belongs to no English text: Chinese, broken characters, remarks of an engine about itself."""

import re
from collections.abc import Iterator
from html import unescape

from workflow.checks.base import Check, each
from workflow.constrain import Terms, is_copied
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.offtarget import is_no_translation, remark
from workflow.units import HAN, Unit

HAN_TEXT = re.compile(f"[{HAN}]+")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
# So many Han characters outside of known names have English of their own.
LEAST_TO_TRANSLATE = 6
MOJIBAKE = re.compile(r"(?:[ÂÃâïäåæçèé][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2})+", re.UNICODE)
CORRUPTED = re.compile(
    r"\ufffd|[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
    rf"|▁|</?(?:unk|s|pad|bos|eos)>|\[(?:UNK|PAD|SEP|CLS|MASK)\]|<\|\w+\|>|&(?:[a-z]{{2,6}}|#\d+);|\\[nrtu](?![a-z]{{2}})|{MOJIBAKE.pattern}"
)


def untranslated(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the English is the source, mostly Chinese, or only the source's Latin words."""
    if _is_copied(unit) or not unit.target:
        return
    if _mostly_han(unit.target):
        yield check.finding(unit, N_("the English is Chinese still"), unit.target)
    elif all(word[0] in unit.source for word in LATIN_WORD.finditer(unit.target)) and _has_more(unit):
        message = N_("the English has only what the Chinese has in Latin letters")
        yield check.finding(unit, message, unit.target)


def _has_more(unit: Unit) -> bool:
    """Tell whether the source has Han characters to translate outside of its constraints."""
    known = sum(c.end - c.start for c in unit.constraints if c.at)
    return sum(map(len, HAN_TEXT.findall(unit.source))) - known >= LEAST_TO_TRANSLATE


def _is_copied(unit: Unit) -> bool:
    return unit.slot.endswith("/wechat") or is_copied(unit.slot)


def _mostly_han(text: str) -> bool:
    if text.isascii():
        return False
    return 2 * sum(map(len, HAN_TEXT.findall(text))) > sum(character.isalpha() for character in text)


def han_left(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every stretch of Han characters in the English."""
    if unit.target.isascii() or _is_copied(unit) or _mostly_han(unit.target):
        return
    for match in HAN_TEXT.finditer(unit.target):
        yield check.finding(unit, N_("Chinese left in the English: {text}"), match[0], text=match[0])


def corrupted(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every word with characters that no text has: broken encodings, marks of a model."""
    if unit.target.isascii() and unit.target.isprintable() and not any(c in unit.target for c in "<[&\\"):
        return
    for match in CORRUPTED.finditer(unit.target):
        start, end = match.span()
        while start > 0 and not unit.target[start - 1].isspace():
            start -= 1
        while end < len(unit.target) and not unit.target[end].isspace():
            end += 1
        quote = unit.target[start:end]
        fix = CORRUPTED.sub(lambda found: _decoded(found[0]), quote)
        shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in quote)
        message = N_("“{words}” has characters that belong to no text")
        yield check.finding(unit, message, quote, fix=fix, words=shown)


def _decoded(text: str) -> str:
    """Return UTF-8 that was read as Windows-1252, or an HTML entity, as it was meant; nothing for the rest."""
    try:
        meant = unescape(text.encode("cp1252").decode("utf-8"))
    except UnicodeError:
        return ""
    return "" if meant == text else meant


def added_note(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the English has a remark about itself that the Chinese does not have."""
    words = remark(unit.source, unit.target)
    if words:
        yield check.finding(unit, N_("“{words}” is a remark of the engine"), words, words=words)


def no_translation(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where what an engine wrote cannot be a translation of the Chinese."""
    if not unit.origin.startswith("engine") or _is_copied(unit) or any(untranslated(unit, terms, check)):
        return
    if is_no_translation(unit.source, unit.target, unit.constraints):
        yield check.finding(unit, N_("the English is no translation of the Chinese"), unit.target)


CHECKS: tuple[Check, ...] = (
    Check(
        "untranslated", N_("The English is the source, not translated"), Severity.CRITICAL, each(untranslated)
    ),
    Check(
        "no-translation",
        N_("The machine's English is no translation of the Chinese"),
        Severity.CRITICAL,
        each(no_translation),
        N_("wrong where the English says it in far fewer or far more words than usual"),
        0.95,
    ),
    Check("han-left", N_("Chinese is left in the English"), Severity.CRITICAL, each(han_left)),
    Check(
        "corrupted", N_("The English has characters that belong to no text"), Severity.ERROR, each(corrupted)
    ),
    Check(
        "added-note",
        N_("The English has a remark of the engine"),
        Severity.ERROR,
        each(added_note),
        N_("wrong where the Chinese says the same in other words"),
        0.9,
    ),
)
