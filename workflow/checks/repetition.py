"""Checks for English that says a thing twice: a word, a phrase, the same words over and over."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from operator import eq

from workflow.checks.base import Check, each
from workflow.constrain import Terms
from workflow.constrain.english_words import letters_in
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|_")
MARKS = str.maketrans(dict.fromkeys(',.;:?!()[]"“”—', " "))
LEAST_SAID = 4
LOOP_WORDS = 4
LOOP_TIMES = 3
PHRASE_WORDS = range(3, 16)
DOUBLED = re.compile(r"(?<![\w'’.-])([A-Za-z]+)\s+\1(?![\w'’-])(?! least| most)", re.IGNORECASE)
# A word that the Chinese says again across a mark, at once or nearly: 靠近大海，大海便近了.
SAID_AGAIN = re.compile(
    "([\u4e00-\u9fff]{2,})[^，、；。！？…—]{0,2}[，、；。！？…—]+[^，、；。！？…—]{0,2}\\1"
)
# A word said twice around "and", two around a comma: friendly and friendly; power outage, power outage.
AGAIN = re.compile(
    r"(?<![\w'’-])(?:([a-z]{4,})(?<!er) and \1(?! (?:about|at|for|from|in|of|on|to|with)\b)|([a-z]{4,} [a-z]{4,}), \2)(?![\w'’-])"
)
RIGHTLY_AGAIN = frozenset(
    "again more less worse years days hours miles thousands hundreds round half many really".split()
)
RIGHTLY_DOUBLED = frozenset("had that very really so no bye knock ha".split())


def doubled_word(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every word that stands twice in a row, not within a name."""
    for match in DOUBLED.finditer(unit.printed) if _returns(unit.printed, 1) else ():
        names = (text.casefold() for c in unit.constraints if c.kept for text in c.targets)
        named = any(match[0].casefold() in name for name in names)
        if not named and match[1].lower() not in RIGHTLY_DOUBLED and not match[0].istitle():
            message = N_("“{words}” stands twice in a row")
            yield check.finding(unit, message, match[0], fix=match[1], words=match[1])
    for match in AGAIN.finditer(unit.printed) if _returns(unit.printed, 2) else ():
        words = match[1] or match[2]
        if words not in RIGHTLY_AGAIN and not SAID_AGAIN.search(unit.source):
            message = N_("“{words}” stands twice in a row")
            yield check.finding(unit, message, match[0], fix=words, words=words)


def doubled_phrase(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for the first phrase of three words or more that stands twice in a row.

    With a mark between, it is none where the Chinese repeats a word like that.
    """
    if not _repeats(unit.target):
        return
    matches = list(WORD.finditer(unit.target))
    words = [match[0].lower() for match in matches]
    places: dict[str, list[int]] = {}
    for here, word in enumerate(words):
        for before in places.setdefault(word, []):
            size = here - before
            times = _copies(words, before, size)
            if times and not (
                SAID_AGAIN.search(unit.source) and _marked(unit.target, matches[here - 1 : here + 1])
            ):
                start, end = matches[before].start(), matches[before + times * size - 1].end()
                phrase = unit.target[start : matches[here - 1].end()]
                message = N_("“{words}” stands {times} times in a row")
                quote = unit.target[start:end]
                yield check.finding(unit, message, quote, fix=phrase, words=phrase, times=str(times))
                return
        places[word].append(here)


def _marked(text: str, words: list[re.Match[str]]) -> bool:
    """Tell whether a mark stands between two words that follow one another."""
    return bool(text[words[0].end() : words[1].start()].strip())


def _copies(words: list[str], start: int, size: int) -> int:
    """Return how often so many words from start on stand in a row, 0 where that is no fault."""
    phrase, times = words[start : start + size], 1
    while words[start + times * size : start + (times + 1) * size] == phrase:
        times += 1
    least = 2 if size in PHRASE_WORDS else 3
    return times if times >= least and 1 < size < PHRASE_WORDS.stop else 0


def loop(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where the same few words come three times over; words with capitals are parts of names."""
    if not _repeats(unit.target):
        return
    words = [match[0] for match in WORD.finditer(_without_constraints(unit))]
    runs = Counter(zip(*(words[i:] for i in range(LOOP_WORDS)), strict=False))
    often = (run for run, times in runs.most_common() if times >= LOOP_TIMES)
    worst = next((run for run in often if all(word[0].islower() for word in run)), None)
    if worst:
        yield check.finding(unit, N_("the English repeats itself: “{words}”"), words=" ".join(worst))


def said_twice(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every date, person, code or figure that the Chinese has once and the English twice."""
    for c in unit.constraints:
        said = unit.target[slice(*c.at)] if c.at else ""
        if c.kind == "term" or len(said) < LEAST_SAID or unit.target.count(said) < 2:
            continue
        if c.kind not in ("date", "person", "verbatim") and not any(char.isdigit() for char in said):
            continue
        once = sum(other.target == c.target for other in unit.constraints) == 1 == unit.source.count(c.source)
        if once and len(re.findall(rf"(?<![\w.,-]){re.escape(said)}(?![\w%-]|[.,]\d)", unit.target)) > 1:
            message = N_("“{words}” stands twice in the English, and {zh} once in the Chinese")
            yield check.finding(unit, message, said, words=said, zh=c.source)


@lru_cache(maxsize=512)
def _repeats(text: str) -> bool:
    """Tell whether any three words come twice; quick, and true of few sentences."""
    words = text.lower().translate(MARKS).split()
    threes = list(zip(words, words[1:], words[2:], strict=False))
    return len(set(threes)) < len(threes)


def _returns(text: str, after: int) -> bool:
    """Tell whether a run of letters comes again so many runs later: a quick look for words said twice."""
    runs = letters_in(text)
    return any(map(eq, runs, runs[after:]))


def _without_constraints(unit: Unit) -> str:
    """Return the English with a mark in place of what it must hold: names may come often."""
    text = unit.target
    for start, end in sorted((c.at for c in unit.constraints if c.at), reverse=True):
        text = f"{text[:start]} _ {text[end:]}"
    return text


CHECKS: tuple[Check, ...] = (
    Check("loop", N_("The English repeats itself"), Severity.ERROR, each(loop)),
    Check(
        "doubled-phrase",
        N_("A phrase stands twice in a row"),
        Severity.ERROR,
        each(doubled_phrase),
        N_("wrong where a speaker repeats himself on purpose"),
        0.95,
    ),
    Check(
        "doubled-word",
        N_("A word stands twice in a row"),
        Severity.WARNING,
        each(doubled_word),
        N_("wrong for names and for words that may rightly be doubled"),
    ),
    Check(
        "said-twice",
        N_("A date, a person, a code or a figure stands oftener in the English than in the Chinese"),
        Severity.WARNING,
        each(said_twice),
        N_("wrong where the English names it again to be clear"),
        0.9,
    ),
)
