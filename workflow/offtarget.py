"""Tell an answer that is no translation: an engine that obeyed its source, spoke of itself, or fell into another language.

Every rule looks at the Chinese as well: a source that speaks of a note, an apology or a model may be translated so.
"""

import re
from collections.abc import Sequence

from workflow.units import HAN, Constraint

HAN_CHARACTER = re.compile(f"[{HAN}]")
LATIN_RUN = re.compile(r"[A-Za-z0-9](?:[!-~ ]*[A-Za-z0-9/>}])?")
LATIN_WORD = re.compile(r"[A-Za-z]+")
# Han characters outside of known spans from which on a source has English of its own.
LEAST_TO_TRANSLATE = 4
# From so many Han characters on: the least and most English characters a Han one, known spans left out on both sides.
# Of 8,300 right pairs of the authored corpus those of 6 and more have 1.4 to 10.9, those of 20 and more 2.5 to 8.1; of
# 26,000 general pairs 5 are outside, and none of the five says all that its Chinese says.
LENGTHS = ((20, 1.6, 12.0), (6, 1.0, 15.0))
# Short words of French, German, Spanish, Italian and Portuguese that are no English; small letters only, since names
# have them too, and from three on, since the names of bodies do.
FOREIGN = frozenset(
    "le les des une et est dans pour que qui nous vous avec sur aux ces cette sont pas il elle au leur vos votre nos notre après "
    "der das und ist nicht mit den dem ein eine für auf von zu wir sie werden wurde "
    "el los las una con por del como están para y en su se fue "
    "gli di della delle che per è sono nel alla il "
    "os um uma não com dos das foi pela pelo".split()
)
LEAST_FOREIGN = 3
ENGLISH = frozenset(
    "the of and to a an is was are were be been for on with by at from that this it as or not will has have had "
    "their its his her which who they he she we you into please".split()
)
Remark = tuple[str, re.Pattern[str], re.Pattern[str]]


def _remarks(*rows: tuple[str, str, str]) -> tuple[Remark, ...]:
    return tuple((word, re.compile(pattern), re.compile(asked)) for word, pattern, asked in rows)


# What engines say instead of a translation: a word of it that is quick to look for, the pattern, and the Chinese that
# would ask for it.
REFUSALS = _remarks(
    ("sorry", r"^\W*(?:i['’]m|i am) sorry\b", "歉|对不起|抱|憾"),
    ("apolog", r"\bi apologi[sz]e for\b", "歉|对不起"),
    ("i can", r"\bi can(?:no|['’])t (?:assist|translate|help)", "不能|无法"),
    ("as an ai", r"\bas an ai\b", "AI|人工智能"),
    ("language model", r"\blanguage model\b", "模型"),
)
# … and what they say beside one.
REMARKS = _remarks(
    (
        "translat",
        r"^\W*(?:here(?: i|['’])s|below is|the following is) (?:the|my|an?|your) [\w ]*translat",
        "译",
    ),
    ("translat", r"^\W*(?:english |the )*translat(?:ion|ed text)(?: into english)?\s*[:：]", "译"),
    ("note", r"(?:^|[(\[.]\s*)(?:translator['’]s )?note\s*:", "注|说明|备注|提示|须知|按"),
    ("sure", r"^\W*sure[,!:]", "当然|可以|一定|好|行|没问题"),
    ("certainly", r"^\W*certainly[,!:]", "当然|可以|一定|必|肯定"),
    ("let me know if", r"\blet me know if\b", "告诉|告知"),
    ("i hope this helps", r"\bi hope this helps\b", "希望"),
    ("please provide the", r"\bplease provide the\b", "提供"),
    (":", r"^\W*(?:explanation|output|answer|english|source|chinese)\s*:", "[：:答解源]"),
    ("```", "```", "`"),
    ("**", r"\*\*\w", r"\*"),
    ("# ", "^#{1,6} ", "#"),
)


def remark(source: str, english: str) -> str:
    """Return the words of a remark in the English that the Chinese does not have, or nothing."""
    return _found((*REFUSALS, *REMARKS), source, english)


def _found(remarks: Sequence[Remark], source: str, english: str) -> str:
    text = english.lower()
    for word, pattern, asked in remarks:
        match = pattern.search(text) if word in text else None
        if match and not asked.search(source):
            return english[slice(*match.span())].strip()
    return ""


def is_other_language(english: str) -> bool:
    """Tell whether a text is in another language than English, by its letters or by its short words."""
    letters = [c for c in english if c.isalpha()]
    if 2 * sum(ord(c) > 0x24F for c in letters) > len(letters):
        return True
    words = re.findall(r"[^\W\d_]+", english)
    foreign = sum(word in FOREIGN for word in words)
    return foreign >= LEAST_FOREIGN and foreign > sum(word.lower() in ENGLISH for word in words)


def is_no_translation(source: str, english: str, constraints: Sequence[Constraint] = ()) -> bool:
    """Tell whether an answer cannot be a translation: a refusal, nothing translated, another language, far off in length.

    `constraints` are verified: those with a place in the English count on neither side.
    """
    if not english:
        return False
    if _found(REFUSALS, source, english):
        return True
    rest = _without(source, [(c.start, c.end) for c in constraints if c.at])
    size = len(HAN_CHARACTER.findall(rest))
    if size < LEAST_TO_TRANSLATE:
        return False
    said = _without(english, [c.at for c in constraints if c.at])
    if all(word in source for word in LATIN_WORD.findall(said)) or is_other_language(english):
        return True
    for run in LATIN_RUN.findall(rest):
        said = said.replace(run, "", 1)
    for least, low, high in LENGTHS:
        if size >= least:
            return not low <= len(said.strip()) / size <= high
    return False


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text without some spans."""
    parts, end = [], 0
    for start, stop in sorted(spans):
        parts.append(text[end:start])
        end = max(end, stop)
    return "".join((*parts, text[end:]))
