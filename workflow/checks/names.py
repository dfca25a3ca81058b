"""Checks on names: their readings, their order and their spelling; addresses and codes."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks import invented_bodies, invented_persons, invented_places, ranks, swaps
from workflow.checks.base import Check, Span, each, held_in, overlaps
from workflow.constrain import Terms, by_human, is_copied, spelling
from workflow.constrain.misspelling import distance, misspelt
from workflow.constrain.titled import TITLE
from workflow.constrain.written import names_like, read_after, reads_as, surnames, written
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Constraint, Unit

COURTESY = re.compile(r"^(?:Dr|Mr|Ms|Mrs|Prof|Professor|Academician)\.? ")
# Shorter given names are a letter away from too many others, shorter codes from too many words.
LEAST_GIVEN = 4
LEAST_CODE = 3
MOST_CHANGED = 2


def doubtful(units: Sequence[Unit], terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every foreign name of which only a reading is known, unless a human has spelled it.

    The words are the name's alone, without its office. One reading is told once; what a human wrote for it, each time.
    """
    told: set[str] = set()
    for unit in units:
        for c in unit.constraints:
            if not c.doubtful or c.kind != "person" or (by_human(unit) and c.kept):
                continue
            name = bare_names(c)[0]
            if name in told and not by_human(unit):
                continue
            told.add(name)
            place = unit.target[slice(*c.at)] if c.at else ""
            quote = name if name in place else place
            message = N_(
                "“{zh}” is a foreign name in Han characters; “{en}” is only a reading: find its spelling"
            )
            yield check.finding(unit, message, quote, zh=_name_alone(c.source, terms), en=name)


def _name_alone(zh: str, terms: Terms) -> str:
    """Return the Chinese of a name without offices and courtesy title: of 司长坎潘·西苏万先生, 坎潘·西苏万."""
    hits = [hit for hit in terms.matcher.find(zh) if hit.end < len(zh)]
    start = max((hit.end for hit in hits), default=0)
    return TITLE.split(zh[start:])[0] or zh


def order(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every person whose given name stands before the surname, or whose parts are turned round."""
    unknown = tuple(unknown_order(unit, check))
    yield from unknown
    told = {finding.quote for finding in unknown}
    for c in _lost_persons(unit):
        for right in bare_names(c):
            words = right.split()
            turned = re.compile(r"\b" + r"[ -]+".join(map(re.escape, reversed(words))) + r"\b", re.IGNORECASE)
            match = turned.search(unit.target) if len(words) == 2 else None
            if match:
                if match[0] not in told:
                    yield _wrong_order(unit, check, c.source, match.span(), right)
                break
        else:
            if c.doubtful and by_human(unit):
                zh = "".join(c.source.split())
                turned_round = spelling.readings(zh, unit.target, reverse=True) if "·" in zh else []
                for _score, place in turned_round[:1]:
                    words = unit.target[slice(*place)].split()
                    yield _wrong_order(unit, check, c.source, place, " ".join(reversed(words)))


def unknown_order(unit: Unit, check: Check) -> Iterator[Finding]:
    """Yield a finding for every name in pinyin with the given name first whose characters stand in the Chinese."""
    held = held_in(unit)
    for given, surname, start, end in names_like(unit.target):
        if surname.casefold() not in surnames() or overlaps((start, end), held):
            continue
        zh = written(surname, given, unit.source)
        if zh and not written(given, surname, unit.source):
            yield _wrong_order(unit, check, zh, (start, end), f"{surname} {given}")


def _wrong_order(unit: Unit, check: Check, zh: str, place: Span, right: str) -> Finding:
    words = unit.target[slice(*place)]
    message = N_("“{words}” has the name {zh} in the wrong order; it is “{en}”")
    return check.finding(unit, message, words, fix=right, words=words, zh=zh, en=right)


def bare_names(c: Constraint) -> tuple[str, ...]:
    """Return the English of a person without office and courtesy title: of 司长周军, Zhou Jun.

    An office may stand before the name as well as behind it; with an article it stands behind.
    """
    plain = [COURTESY.sub("", target) for target in c.targets]
    behind = [target for target in plain if ", the " in target] or [t for t in plain if ", " in t]
    if behind:
        names = [target.split(", ")[0] for target in behind]
        shortest = min(len(name.split()) for name in names)
        plain = [name for name in names if len(name.split()) == shortest]
    return tuple(dict.fromkeys(plain))


def _lost_persons(unit: Unit) -> Iterator[Constraint]:
    return (c for c in unit.constraints if c.kind == "person" and not c.kept and unit.target)


def misspellings(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every lost name, of a person or in a term, that stands with a letter or two wrong."""
    if not unit.target or is_copied(unit.slot):
        return
    unknown = tuple(unknown_misspelt(unit, check))
    yield from unknown
    named = {finding.quote for finding in unknown}
    lost = [c for c in unit.constraints if not c.kept and c.kind in ("person", "term")]
    held = held_in(unit)
    told: set[Span] = set()
    for c in lost:
        for right in bare_names(c) if c.kind == "person" else c.targets:
            place = next(
                (
                    p
                    for p in _misspelt_places(right, unit.target, c.kind)
                    if not overlaps(p, held) and p not in told
                ),
                None,
            )
            if place:
                told.add(place)
                words = unit.target[slice(*place)]
                if words in named:
                    break
                better = right if c.kind == "person" else _nearest(words, right)
                one, two = sorted((better.casefold(), words.casefold()), key=len)
                if two.startswith(one):
                    continue  # International, Sciences: another form of the word
                yield _misspelt(unit, check, c.source, place, better)
                break


def unknown_misspelt(unit: Unit, check: Check) -> Iterator[Finding]:
    """Yield a finding for every surname of the Chinese in pinyin whose given name stands with one letter wrong."""
    held = held_in(unit)
    for first, second, start, end in names_like(unit.target):
        surname, given = first.casefold(), re.sub("['’]", "", second.casefold())
        if surname not in surnames() or overlaps((start, end), held):
            continue
        read = {zh: said for zh, said in read_after(surname, unit.source) if len(said) >= LEAST_GIVEN}
        if given in read.values() or any(reads_as(given, zh[1:]) for zh in read):
            continue
        for zh, said in read.items():
            if distance(said, given, 1) == 1:
                yield _misspelt(unit, check, zh, (start, end), f"{first} {said.capitalize()}")
                break


def _misspelt(unit: Unit, check: Check, zh: str, place: Span, right: str) -> Finding:
    words = unit.target[slice(*place)]
    message = N_("“{words}” looks like a misspelling of “{en}” ({zh})")
    return check.finding(unit, message, words, fix=right, words=words, en=right, zh=zh)


def _misspelt_places(right: str, english: str, kind: str) -> Iterator[Span]:
    """Yield where a person's whole name, or a distinctive word of a term, is misspelt."""
    if kind == "person":
        yield from (place for place, _wrong in misspelt(right, english))
        return
    for word in re.findall(r"[^\W\d_]{4,}", right):
        if word[0].isupper() and word.casefold() not in english.casefold():
            yield from (place for place, _wrong in misspelt(word, english) if word not in english)


def _nearest(words: str, right: str) -> str:
    right_words: list[str] = re.findall(r"[^\W\d_]+", right)
    return min(right_words, key=lambda word: distance(word.casefold(), words.casefold(), 9))


def changed(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every address, code or Latin word of the Chinese that stands altered in the English."""
    lost = [
        c for c in unit.constraints if c.kind == "verbatim" and not c.kept and len(c.source) >= LEAST_CODE
    ]
    if not lost or not unit.target:
        return
    held = held_in(unit)
    tokens = [m for m in re.finditer(r"[^\s,;()\"“”]+", unit.target) if not overlaps(m.span(), held)]
    for c in lost:
        source = bare_names(c)[0]
        size = len(source.split())
        for first in range(len(tokens) - size + 1):
            start, end = tokens[first].start(), tokens[first + size - 1].end()
            said = unit.target[start:end].rstrip(".:!?'’")
            most = min(MOST_CHANGED, 1 + len(source) // 8)
            if said != source and said not in unit.source and _is_altered(said, source, most):
                message = N_("“{words}” stands for “{zh}” of the Chinese and must be the same")
                yield check.finding(unit, message, said, fix=source, words=said, zh=source)
                break


def _is_altered(said: str, source: str, most: int) -> bool:
    """Tell whether a token is another with a letter or figure changed; ordinary words are none."""
    if said.casefold() == source.casefold() or said in (f"{source}s", f"{source}'s", f"{source}’s"):
        return False
    return distance(said.casefold(), source.casefold(), most) <= most and (
        any(char.isupper() or char.isdigit() or char in "@./_" for char in said)
    )


CHECKS: tuple[Check, ...] = (
    Check(
        "name-doubtful",
        N_("A foreign name in Han characters is only a reading"),
        Severity.CRITICAL,
        doubtful,
        N_("wrong where the reading happens to be the spelling; put the name into people.csv"),
    ),
    Check(
        "name-order",
        N_("Surname and given name stand in the wrong order"),
        Severity.ERROR,
        each(order),
        N_("wrong where the person signs so; put the name into people.csv"),
    ),
    Check(
        "name-misspelt",
        N_("A name is misspelt"),
        Severity.ERROR,
        each(misspellings),
        N_("wrong where the name has another official spelling; put it into the glossary"),
        confidence=0.9,
    ),
    Check(
        "verbatim-changed",
        N_("An address, a code or a Latin word is not the same as in the Chinese"),
        Severity.ERROR,
        each(changed),
    ),
    *invented_persons.CHECKS,
    *invented_places.CHECKS,
    *invented_bodies.CHECKS,
    *ranks.CHECKS,
    *swaps.CHECKS,
)
