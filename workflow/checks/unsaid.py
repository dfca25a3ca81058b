"""Checks on machine English for what it seems not to say: terms and words that no glossary entry binds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from math import log
from typing import NamedTuple

from workflow.checks import dictionary, wordbook
from workflow.checks.base import Check, each, overlaps
from workflow.checks.constraints import TITLE
from workflow.checks.coverage import LEAST_TERM, missing_items, missing_stretch, unsaid_terms
from workflow.checks.heads import ending_of
from workflow.checks.text import LOW_CONFIDENCE
from workflow.checks.words import roots
from workflow.constrain import Terms, by_human, is_copied
from workflow.constrain.cedict import glosses
from workflow.constrain.matcher import Matcher
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

RUN = re.compile("[\u4e00-\u9fff]+")
# So many letters of a stem are enough: diplom for diplo.
ALIKE = 5
# Logistic regression on 2,000 right pairs used as machine text and 250 sentences of the small model, none of them
# mined from: what each says for an error. `EXCESS` weighs how many more words than usual the sentence lacks, in
# standard deviations.
BIAS, TERM, TERMHOOD, RARITY, EXCESS = -2.9, 0.85, 1.0, 0.15, 0.7
# A term none of whose stems is said is told of sooner than one that is said in part.
LEAST_TERM_SCORE, LEAST_PART_SCORE, LEAST_WORD_SCORE = -2.3, -1.8, -2.9
# Where the engine itself was unsure, so much is added: terms that no list has are wrong there nine times out of ten.
UNSURE = 0.8
# A word whose odds to be a part of a term are below this, as a logarithm, is not told of: 重要, 其他.
LEAST_TERMHOOD = -1.2
# Numbers are told of elsewhere.
NUMERALS = frozenset("一二三四五六七八九十百千万亿两半")
# Words with no more than a mark or a small word between them are told in one.
SMALL = frozenset("的和与及、")
# Behind a word these make another of it: 高原期 is a plateau and no highland.
MAKES_ANOTHER = frozenset("期性化率度型式版界周日节")
QUOTED = re.compile("“[^“”]{1,12}”")


class Piece(NamedTuple):
    """Hold a word at start:end of a source, whether the English says it, and how sure it is that it should.

    `terms` is the English it has as a term, where it is one; `known` tells a word of the book from a loose character.
    """

    start: int
    end: int
    zh: str
    known: bool = False
    said: bool = True
    share: float = 1.0
    terms: tuple[str, ...] = ()
    score: float = 0.0


def says(english: frozenset[str], wanted: frozenset[str]) -> bool:
    """Tell whether one of the stems wanted stands in the English, or one that begins alike."""
    if not english.isdisjoint(wanted):
        return True
    heads = _heads(english)
    return any(len(one) >= ALIKE and one[:ALIKE] in heads for one in wanted)


@lru_cache(maxsize=512)
def _heads(english: frozenset[str]) -> frozenset[str]:
    return frozenset(one[:ALIKE] for one in english if len(one) >= ALIKE)


def share_said(english: frozenset[str], forms: Sequence[str]) -> float:
    """Return the share of the stems of a term that stand in the English, for the form that has the most."""
    shares = [
        sum(says(english, frozenset((one,))) for one in wanted) / len(wanted)
        for form in forms
        if (wanted := roots(form))
    ]
    return max(shares, default=1.0)


def pieces(unit: Unit, terms: Terms) -> tuple[Piece, ...]:
    """Return the words of a unit outside of its constraints, in order, with what the English says of them."""
    return _pieces(unit.source, unit.target, tuple((c.start, c.end) for c in unit.constraints), terms.matcher)


@lru_cache(maxsize=512)
def _pieces(
    source: str, target: str, taken: tuple[tuple[int, int], ...], matcher: Matcher
) -> tuple[Piece, ...]:
    offered = tuple(
        (found.start, found.end, entry.targets)
        for found, entry in matcher.suggest(source)
        if not overlaps((found.start, found.end), taken)
    )
    english = roots(target)
    found = [_term(start, source[start:end], forms, english) for start, end, forms in offered]
    free = list(source)
    for start, end in (*taken, *((start, end) for start, end, _forms in offered)):
        free[start:end] = "\n" * len(free[start:end])
    for run in RUN.finditer("".join(free)):
        for at, word in wordbook.split(run[0]):
            start = run.start() + at
            if len(word) == 1:
                found.append(Piece(start, start + 1, word))
            elif forms := wordbook.sense(word).terms:
                found.append(_term(start, word, forms, english))
            else:
                said = says(english, wordbook.sense(word).stems) or _is_spelt_out(word, english)
                found.append(Piece(start, start + len(word), word, True, said, float(said)))
    return _scored(sorted(found))


def _term(start: int, zh: str, forms: tuple[str, ...], english: frozenset[str]) -> Piece:
    share = share_said(english, forms)
    usual = wordbook.sense(zh).usual
    said = share == 1 or says(english, usual) or (not share and _is_paraphrased(zh, english))
    return Piece(start, start + len(zh), zh, True, said, share, forms)


def _is_spelt_out(word: str, english: frozenset[str]) -> bool:
    """Tell whether every character of a word is said for itself: 观鸟 as watching birds."""
    glosses = [dictionary.look_up(char) for char in word]
    return all(gloss is not None and says(english, gloss[0]) for gloss in glosses)


def _is_paraphrased(term: str, english: frozenset[str]) -> bool:
    """Tell whether a word inside a term is said: 与会代表 as the delegates."""
    return any(
        len(word) > 1 and word != term and says(english, wordbook.sense(word).usual)
        for _at, word in wordbook.split(term, False)
    )


def _scored(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces with the logarithm of the odds that the English is wrong there."""
    chances = [wordbook.sense(one.zh).unsaid if one.known else 0.0 for one in found]
    expected, lacking = sum(chances), sum(one.known and not one.share for one in found)
    spread = sum(chance * (1 - chance) for chance in chances)
    scored = []
    for one, chance in zip(found, chances, strict=True):
        if not one.said:
            others = lacking - (not one.share) - (expected - chance)
            excess = others / (max(spread - chance * (1 - chance), 0.0) ** 0.5 + 0.5)
            kind = TERM if one.terms else TERMHOOD * wordbook.sense(one.zh).termhood - RARITY * log(chance)
            one = one._replace(score=BIAS + kind + EXCESS * excess)
        scored.append(one)
    return tuple(scored)


def is_machine(unit: Unit) -> bool:
    """Tell whether an engine wrote the English of a unit and nobody has read it."""
    return (
        unit.origin.startswith("engine")
        and bool(roots(unit.target))
        and not by_human(unit)
        and not is_copied(unit.slot)
    )


def is_doubted(one: Piece, unit: Unit) -> bool:
    """Tell whether the English of a word is doubtful enough to be told."""
    if one.said or not one.known:
        return False
    unsure = unit.confidence is not None and unit.confidence < LOW_CONFIDENCE
    score = one.score + (UNSURE if unsure else 0.0)
    if one.terms:
        return score >= (LEAST_PART_SCORE if one.share else LEAST_TERM_SCORE)
    counts = one.zh[0] in NUMERALS
    return not counts and score >= LEAST_WORD_SCORE and wordbook.sense(one.zh).termhood >= LEAST_TERMHOOD


def doubted(unit: Unit, terms: Terms) -> list[Piece]:
    """Return the words of a machine's unit that its English does not seem to say and of which no other check tells."""
    if not is_machine(unit):
        return []
    found = [one for one in pieces(unit, terms) if is_doubted(one, unit)]
    return untold(unit, found, terms) if found else []


def untold(unit: Unit, found: Iterable[Piece], terms: Terms) -> list[Piece]:
    """Return the words that stand in nothing that title-unknown, omission, list-item or term-missing tell of."""
    told = [*missing_items(unit), *filter(None, (missing_stretch(unit),))]
    spans = [(stretch.start, stretch.end) for stretch in told]
    spans += [(c.start, c.end) for c, _entry in unsaid_terms(unit, terms) if len(c.source) >= LEAST_TERM]
    spans += [match.span() for match in TITLE.finditer(unit.source)]
    return [one for one in found if not overlaps((one.start, one.end), spans)]


def otherwise(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every term that right translations write in other words than the English has.

    A saying or a term in quotation marks is seldom said word by word: a note.
    """
    for one in doubted(unit, terms):
        if one.terms:
            usual = min(one.terms, key=lambda form: form != form.lower())
            message = N_("“{zh}” is usually “{en}”; check what stands for it here")
            found = check.finding(unit, message, zh=one.zh, en=usual)
            yield replace(found, severity=Severity.NOTE) if _is_free(one.zh, unit.source) else found


def unsaid(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every word of a unit that its English does not seem to say; neighbors are told in one.

    A saying, a part of a longer word and what stands in quotation marks are seldom said word by word: a note.
    """
    lacking = [one for one in doubted(unit, terms) if not one.terms and not ending_of(one.zh)]
    loose = {one.start: one.zh for one in pieces(unit, terms) if not one.known} if lacking else {}
    free = [one for one in lacking if loose.get(one.end) in MAKES_ANOTHER or _is_free(one.zh, unit.source)]
    for severity, some in (
        (check.severity, [one for one in lacking if one not in free]),
        (Severity.NOTE, free),
    ):
        for zh in _joined(some, unit.source):
            found = check.finding(unit, N_("the English has no usual word for {zh}"), zh=zh)
            yield replace(found, severity=severity)


def _is_free(word: str, source: str) -> bool:
    """Tell whether a word is a saying, or stands in quotation marks wherever the source has it."""
    return "idiom)" in glosses().get(word, "") or word not in QUOTED.sub("", source)


def _joined(lacking: Sequence[Piece], source: str) -> list[str]:
    """Return the texts of pieces, those that stand beside each other in one."""
    spans: list[tuple[int, int]] = []
    for one in lacking:
        if spans and SMALL.issuperset(source[spans[-1][1] : one.start]):
            spans[-1] = (spans[-1][0], one.end)
        else:
            spans.append((one.start, one.end))
    return list(dict.fromkeys(source[start:end] for start, end in spans))


CHECKS: tuple[Check, ...] = (
    Check(
        "term-otherwise",
        N_("A term is in the machine's English in other words than usual"),
        Severity.WARNING,
        each(otherwise),
        N_("wrong where the term has several right names"),
        0.75,
    ),
    Check(
        "word-unsaid",
        N_("The machine's English has no usual word for some of the Chinese"),
        Severity.WARNING,
        each(unsaid),
        N_("wrong where the English says it in other words than usual"),
        0.75,
    ),
)
