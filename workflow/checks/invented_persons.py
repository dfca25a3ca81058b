"""Check for persons of whom the Chinese says nothing: names in pinyin."""

import re
from collections.abc import Iterator

from workflow.checks.base import Check, each, held_in, overlaps
from workflow.checks.invented_places import places
from workflow.checks.meant import is_abroad, is_read, sounds_like
from workflow.constrain import Terms, is_copied, spelling
from workflow.constrain.surnames import SURNAMES, TRANSCRIPTION, VIETNAMESE
from workflow.constrain.transcription import pinyin, readings
from workflow.constrain.written import GIVEN, SYLLABLE, names_like, reads_as, surnames
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

# Before the given name of a Dai or Wa man it is read Ai as well: 岩砍, Ai Kan.
FORMS_OF_ADDRESS = frozenset("岩")
NAME_CHARS = SURNAMES | VIETNAMESE.keys() | TRANSCRIPTION
# How alike a name in pinyin and Han characters must be to be one.
SURE = 0.8
MOST_READ = 5
DASHES = tuple("-‐‑–—")
LEAST_TURNED = 6
TWO_SYLLABLES = re.compile(rf"{SYLLABLE}['’]?{SYLLABLE}")
JOINED = re.compile("[-‐‑](?=[A-Z])")


def invented_persons(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every Chinese name in pinyin whose characters do not stand in the Chinese."""
    names = names_like(unit.target)
    if not names or is_copied(unit.slot):
        return
    known = places(terms.matcher)
    abroad = is_abroad(unit, terms)
    held = held_in(unit)
    for first, second, start, end in names:
        turned = not abroad and _is_turned(first, second)
        surname, given = (second, first) if turned else (first, second)
        shaped = surname.casefold() in surnames() and GIVEN.fullmatch(given.casefold())
        # Phong Nha-Ke Bang and the Water-Splashing Festival are longer names.
        joined = unit.target[start - 1 : start] in DASHES or JOINED.match(unit.target, end)
        place = f"{first} {second}" in known.get(first, ())
        if not shaped or joined or place or overlaps((start, end), held):
            continue
        if surname not in unit.source and not _is_read(surname, given, unit.source, abroad):
            message = N_("the Chinese names nobody called “{name}”")
            yield check.finding(unit, message, unit.target[start:end], name=unit.target[start:end])


def _is_turned(first: str, second: str) -> bool:
    """Tell whether only the second of two words can be the surname: Jiaxiong Sun."""
    shaped = len(first) >= LEAST_TURNED and TWO_SYLLABLES.fullmatch(first.casefold()) is not None
    return shaped and first.casefold() not in surnames() and second.casefold() in surnames()


def _is_read(surname: str, given: str, source: str, abroad: bool) -> bool:
    """Tell whether the Chinese has a name read so, in either order, or one that sounds alike."""
    names = (surname + given, given + surname)
    if abroad:
        return _may_be_read(surname, given, source)
    return (
        any(is_read(name, source) for name in names)
        or _is_given(surname, given, source)
        or any(_has_part(surname, given, source[start : start + MOST_READ]) for start in range(len(source)))
        or sounds_like(names[0].casefold(), source)
    )


def _is_given(surname: str, given: str, source: str) -> bool:
    """Tell whether the given name stands behind no surname that is read otherwise: not 令仪 of 曾令仪 for Xiang Lingyi."""
    wanted = re.sub("['’]", "", given.casefold())
    return any(
        reads_as(wanted, source[start:])
        and not (
            source[start - 1 : start] in SURNAMES - FORMS_OF_ADDRESS
            and surname.casefold() not in readings(source[start - 1])
        )
        for start in range(len(source))
    )


def _may_be_read(surname: str, given: str, source: str) -> bool:
    """Tell the same where a foreign place is named, so that the name may be one of another language: more loosely."""
    wanted = surname.casefold()
    whole = re.sub("['’]", "", wanted + given.casefold())
    return any(char in NAME_CHARS and pinyin(char) == wanted for char in frozenset(source)) or any(
        reads_as(whole, source[start : start + MOST_READ])
        or any(
            source[start] in NAME_CHARS and spelling.likeness(source[start:end], whole) > SURE
            for end in range(start + 2, min(start + 6, len(source) + 1))
        )
        for start in range(len(source))
    )


def _has_part(surname: str, given: str, chars: str) -> bool:
    """Tell whether characters begin with a surname read so and go on with a syllable of the given name."""
    if not chars or chars[0] not in NAME_CHARS or pinyin(chars[0]) != surname.casefold():
        return False
    wanted = re.sub("['’]", "", given.casefold())
    return any(wanted.startswith(pinyin(char)) or wanted.endswith(pinyin(char)) for char in chars[1:])


CHECKS: tuple[Check, ...] = (
    Check(
        "name-invented",
        N_("The English names a person of whom the Chinese says nothing"),
        Severity.WARNING,
        each(invented_persons),
        N_("wrong where the name was added on purpose, from another sentence"),
        confidence=0.95,
    ),
)
