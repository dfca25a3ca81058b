"""Find denials of the Chinese that the English does not have, and denials of the English that the Chinese lacks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from workflow.checks import negation
from workflow.checks.base import Check
from workflow.checks.places import MARK, near
from workflow.checks.wordbook import rows
from workflow.checks.words import LEXICON, WORD, stem, words
from workflow.constrain import Terms, is_copied
from workflow.constrain.alternatives import either
from workflow.constrain.english_words import runs_of_letters
from workflow.findings import Finding
from workflow.i18n import N_
from workflow.units import Unit

GUARD = re.compile("[不未没无非勿别毋禁擅私拒]")
PART = re.compile(r"\w(?:[^,;:.?!]|[,;:.?!](?=\S))*")
# The English of a denial is looked for so many words around that of the words beside it.
NEAR = 10
# What is denied begins within so many characters behind its denial.
REACH = 3
NOT = re.compile(rf"\b(?:{negation.NOT})", re.IGNORECASE)
# What English with a negation has: one of these words, the t of n't too, or a word that begins so.
NEGATIONS = frozenset("not no never none nor neither nothing nobody nowhere without cannot unable t".split())
NEGATING = ("un", "non")
MODAL_ZH = re.compile("[能得可会应宜该许准法]$")
MODAL = re.compile(
    r"\b(?:may|can|could|might|shall|should|will|would|able|allowed|permitted)\b(?! not|['’])", re.IGNORECASE
)
BEFORE = re.compile(negation.REACHES, re.IGNORECASE)
# A negation that a translator seldom adds, and the Chinese besides a denial that explains it: 才 is not until.
HARD_NOT = re.compile(
    r"\b(?:not\b(?! only| just| merely| simply| until| in my| less than| more than| \w+ more[.,;])|never\b|cannot\b(?! but)|"
    r"\w+n['’]t\b)(?: \w+)?",
    re.IGNORECASE,
)
EXPLAINED = re.compile(f"[不未没无非勿莫别]|{negation.IMPLIED}")


# Words of such a character that no English denies, unlike many of data/seeming_denials.tsv (不足 is not enough, too); and what
# besides a denial may be said with "without".
SEEMING = re.compile(
    "(?:分|特|区|级|类|性|个|识|辨|差|告)别|别墅|未来|非洲|没[收顶落入]|[淹沉埋出湮吞覆]没|莫斯科"
)
WITHOUT = re.compile(r"\bwithout\b(?: \w+)?")
WITHOUT_ZH = re.compile("[禁免缺失裸除空脱离少断独盲直仍]|私自|擅自|一律|一口气")


@lru_cache(maxsize=512)
def denies(english: str) -> bool:
    """Tell whether an English text has a negation."""
    words = runs_of_letters(english)
    may = not words.isdisjoint(NEGATIONS) or any(word.startswith(NEGATING) for word in words)
    return may and NOT.search(english) is not None


@dataclass(frozen=True, slots=True)
class Denial:
    """Hold one denial of a Chinese text, its place, and the English that says it besides a negation.

    `full`: English says it in one negation or one such word of its own.
    """

    zh: str
    start: int
    end: int
    said: re.Pattern[str]
    full: bool


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


@cache
def _table() -> tuple[re.Pattern[str], dict[str, tuple[re.Pattern[str], bool]]]:
    """Return one pattern for all denials, its groups named, and what each group may be said with."""
    seeming = (zh for (zh,) in rows(LEXICON.with_name("seeming_denials.tsv")))
    groups = {f"worded{n}": (zh, en, False) for n, (zh, en) in enumerate(negation.WORDED)}
    groups |= {f"denial{n}": (zh, en, True) for n, (zh, en) in enumerate(negation.DENIALS)}
    groups["plain"] = (negation.PLAIN, "|".join((*_OTHERWISE, negation.SAYING_SO)), False)
    chinese = "|".join(f"(?P<{name}>{zh})" for name, (zh, _en, _full) in groups.items())
    every = re.compile(f"(?:{either(seeming)})|(?:{negation.OPEN})|{chinese}")
    return every, {name: (_words(en), full) for name, (_zh, en, full) in groups.items()}


_OTHERWISE = (negation.FORBIDDING, negation.ABSENT, negation.OTHERWISE, negation.REFUSING)


@cache
def _negative() -> re.Pattern[str]:
    return _words(*_OTHERWISE)


@cache
def _in_sense() -> re.Pattern[str]:
    return _words(negation.NEGATIVE)


@cache
def _opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], bool], ...]:
    return tuple(
        (re.compile(zh), _words(en), _words(right), bool(always))
        for zh, en, right, *always in negation.OPPOSITES
    )


def denials(unit: Unit) -> list[Denial]:
    """Return the denials of a unit's Chinese in order, those within verified constraints left out."""
    text = unit.source
    for c in unit.constraints:
        if c.kept:
            text = text[: c.start] + "\n" * (c.end - c.start) + text[c.end :]
    if not GUARD.search(text):
        return []
    every, groups = _table()
    return [
        Denial(match[0], *match.span(), *groups[match.lastgroup])
        for match in every.finditer(text)
        if match.lastgroup in groups
    ]


def _lost(unit: Unit, found: list[Denial]) -> Iterator[tuple[Denial, str]]:
    """Yield the denials that the English does not seem to have, each with the English about it."""
    negations = len(NOT.findall(unit.target)) if found and denies(unit.target) else 0
    for denial in found:
        if negations >= len(found):
            break
        around = near(unit, denial.start, denial.end, NEAR)
        nowhere = not negations and not denial.said.search(unit.target)
        if nowhere or (around and not denies(around) and not denial.said.search(around)):
            yield denial, around
    # One negation serves for all items of a list: 不许砍柴、不许舂米.
    full = [denial for denial in found if denial.full and not unit.source[: denial.start].endswith("、")]
    if len(full) > 1 and negations + len(_negative().findall(unit.target)) < len(full):
        yield full[-1], near(unit, full[-1].start, full[-1].end, NEAR)


def _is_sure(unit: Unit, denial: Denial) -> bool:
    """Tell whether what is denied stands in the English as it is, or no word of the English is negative in sense."""
    return _affirmed(unit, denial) or not (denies(unit.target) or _in_sense().search(unit.target))


def _affirmed(unit: Unit, denial: Denial) -> bool:
    """Tell whether what begins close behind a denial, or its modal verb, has its English, no negation before that."""
    clause = MARK.split(unit.source[denial.end :])[0]
    last = denial.end + min(len(clause), REACH)
    places = [c.at[0] for c in unit.constraints if c.at and denial.end <= c.start < last]
    denied = frozenset[str]().union(
        *(word.stems for at, word in words(unit.source) if denial.end <= at < last)
    )
    if MODAL_ZH.search(denial.zh):
        places += [match.start() for match in MODAL.finditer(unit.target)]
    places += [
        token.start()
        for token in WORD.finditer(unit.target.lower())
        if stem(token[0]) in denied and not _in_sense().fullmatch(token[0])
    ]
    return any(not BEFORE.search(unit.target[:place]) for place in places)


def lost(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for the first denial of the Chinese that the English does not have."""
    found = denials(unit) if unit.target and not is_copied(unit.slot) else []
    missing = next((lost for lost in _lost(unit, found) if _is_sure(unit, lost[0])), None)
    if missing:
        denial, around = missing
        message = N_("“{zh}” is a denial, and the English here says nothing negative")
        quote = around or _at_the_same_place(unit, denial)
        yield check.finding(unit, message, quote, zh=_with_next(unit.source, denial))
    elif GUARD.search(unit.source):
        yield from _turned(unit, check)


def _at_the_same_place(unit: Unit, denial: Denial) -> str:
    """Return the part of the English between two marks that stands about where the denial stands in the Chinese."""
    place = denial.start * len(unit.target) // len(unit.source)
    parts = [part for part in PART.finditer(unit.target) if part.start() <= place]
    return parts[-1][0].strip() if parts else ""


def _with_next(source: str, denial: Denial) -> str:
    """Return a denial with what it denies, up to the next mark."""
    rest = MARK.split(source[denial.end : denial.end + 6])[0]
    return source[denial.start : denial.end] + rest


def _turned(unit: Unit, check: Check) -> Iterator[Finding]:
    for chinese, opposite, right, always in _opposites():
        zh = chinese.search(unit.source)
        wrong = opposite.search(unit.target) if zh else None
        denied = (
            not always
            and wrong is not None
            and NOT.search(re.split("[;:.]", unit.target[: wrong.start()])[-1])
        )
        if zh and wrong and not denied and not right.search(unit.target):
            message = N_("“{zh}” is a denial, and “{en}” says the opposite")
            yield check.finding(unit, message, wrong[0], zh=zh[0], en=wrong[0])
            return


def added(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for a negation of the English where nothing in the Chinese denies."""
    denies = any(word in unit.target for word in ("not", "n't", "n’t", "ever", "Not"))
    match = HARD_NOT.search(unit.target) if denies else None
    source = SEEMING.sub("", unit.source) if match or "without" in unit.target else ""
    if not match and source and not WITHOUT_ZH.search(source):
        match = WITHOUT.search(unit.target)
    if match and not is_copied(unit.slot) and not EXPLAINED.search(source):
        message = N_("“{en}” denies, and the Chinese does not")
        yield check.finding(unit, message, match[0], en=match[0])
