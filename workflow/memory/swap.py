"""Exchange the figures, dates and names of a reviewed sentence for those of another that is the same otherwise.

The Chinese of both is one but for its constraints; the English must become right by exchanging their places alone.
Wherever the words around them might have to change with them, nothing is exchanged: see the table GUARDS.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.constrain.articles import takes_an
from workflow.constrain.calendar_forms import MONTH
from workflow.memory.entries import Entry, exchangeable
from workflow.units import Constraint, Unit

SMALL = "two three four five six seven eight nine ten eleven twelve".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred dozen dozens".split()
TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
NUMBER_WORDS = frozenset(
    [*SMALL, *TEENS, *TENS, "both", "half", "twice", "double", "triple", "third", "quarter"]
)
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?(?: (?:thousand|million|billion|trillion))?", re.IGNORECASE)
SPOKEN = re.compile(rf"\b(?:one|{'|'.join([*SMALL, *TEENS, *TENS])})\b", re.IGNORECASE)
# Signs that stand for what may differ between two forms of one shape, in this order.
SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b(?:{'|'.join(ORDINALS)}|\d[\d,]*(?:st|nd|rd|th))\b", re.IGNORECASE), "#th"),
    (re.compile(rf"\b{MONTH}\b"), "@"),
    (SPOKEN, "#"),
    (FIGURE, "#"),
)
DIGIT = re.compile(r"(?<![\d.,])\d(?![\d.,]\d|\d)")
# A date with a year is not written as one with a day: in May 2023, on May 7.
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
PRONOUN = re.compile(r"\b(?:he|she|his|her|hers|him|himself|herself|Mr|Mrs|Ms|Madam|Sir)\b", re.IGNORECASE)
SINGLE = re.compile(r"(?<![\d.,])1(?![\d.,]\d|\d)|\b(?:one|an?|single)\b", re.IGNORECASE)
ARTICLE = re.compile(r"\b(?:(?P<indefinite>an?)|the)\s+$", re.IGNORECASE)
ACRONYM = re.compile(r"[A-Z]{2,}\b")
SENTENCE_START = re.compile(r"(?:^|[.?!:] )[\"“‘(]?$")
WORD = re.compile(r"[A-Za-z][\w-]*|\d[\d,.]*")
# Waters, mountains and regions take an article in English that towns and countries lack.
NATURAL = frozenset("河江海湖洋山岛湾")


@dataclass(frozen=True, slots=True)
class Change:
    """Exchange the English at start:end for `after`; `old` and `new` are the constraints that it stands for."""

    start: int
    end: int
    before: str
    after: str
    old: Constraint
    new: Constraint


def swapped(entry: Entry, unit: Unit) -> str | None:
    """Return the entry's English with the unit's constraints in their places, or None where it might be wrong.

    The masked sources must be the same. The caller verifies what is returned.
    """
    found = changes(entry, unit)
    if not found or not all(guard(entry, found) for guard in GUARDS):
        return None
    english = entry.target
    for change in sorted(found, key=lambda one: one.start, reverse=True):
        english = english[: change.start] + change.after + english[change.end :]
    return english


def changes(entry: Entry, unit: Unit) -> list[Change] | None:
    """Return what must be exchanged, None where a place or a form is unknown."""
    new = sorted(filter(exchangeable, unit.constraints), key=lambda c: c.start)
    if [c.kind for c in entry.constraints] != [c.kind for c in new]:
        return None
    found = []
    for before, after in zip(entry.constraints, new, strict=True):
        if before.source == after.source:
            continue
        if before.at is None or after.doubtful:
            return None
        start, end = before.at
        literal = entry.target[start:end]
        form = form_like(literal, before, after)
        if form is None:
            return None
        found.append(Change(start, end, literal, _placed(form, literal, entry.target[:start]), before, after))
    return found


def form_like(literal: str, old: Constraint, new: Constraint) -> str | None:
    """Return the form of a new constraint that is written as the literal form of the old one is, or None."""
    if old.kind in ("date", "quantity"):
        wanted = _shape(literal, old)
        forms = [form for form in new.targets if _shape(form, new) == wanted]
        if DIGIT.search(literal):  # (5), 5:3: not the house's way for figures in a sentence
            forms.sort(key=lambda form: not any(map(str.isdigit, form)))
        return _cased(forms[0], literal) if forms else None
    known = [form.casefold() for form in old.targets]
    if literal.casefold() not in known:
        return None
    at = known.index(literal.casefold())
    if at == 0 or len(old.targets) == len(new.targets):
        return new.targets[at]
    return None


def _shape(form: str, constraint: Constraint) -> str:
    """Return a form with its figures, number words and months as signs: 'more than # hectares', '@ #, %'."""
    if constraint.kind == "date":
        form = YEAR.sub("%", form)
    for pattern, sign in SIGNS:
        form = pattern.sub(sign, form)
    return form.casefold()


def _cased(form: str, literal: str) -> str:
    """Return a form with the capitals that its words have in the literal one: 15 Minutes of a heading."""
    words, others = form.split(" "), literal.split(" ")
    if len(words) != len(others):
        return form
    same = zip(words, others, strict=True)
    return " ".join(other if word.casefold() == other.casefold() else word for word, other in same)


def _placed(form: str, literal: str, text: str) -> str:
    """Return a form with the capital that its place after a text asks for."""
    capital = SENTENCE_START.search(text) and literal[:1].isupper() and form[:1].islower()
    return form[0].upper() + form[1:] if capital else form


def _outside(entry: Entry) -> str:
    """Return the English with the places of all constraints left out."""
    text = list(entry.target)
    for constraint in entry.constraints:
        if constraint.at:
            start, end = constraint.at
            text[start:end] = "\0" * (end - start)
    return "".join(text)


def _apart(entry: Entry, _found: Sequence[Change]) -> bool:
    """Tell whether the places are apart: a name inside another has none of its own."""
    places = sorted(c.at for c in entry.constraints if c.at)
    return all(one[1] <= other[0] for one, other in pairwise(places))


def _told_apart(entry: Entry, found: Sequence[Change]) -> bool:
    """Tell whether two places of the same English or Chinese are exchanged alike: which is which, no order tells."""
    after: dict[str, set[str]] = {}
    changed = {(change.start, change.end): change.after for change in found}
    for constraint in entry.constraints:
        if constraint.at:
            literal = entry.target[slice(*constraint.at)]
            for same in (literal.casefold(), constraint.source):
                after.setdefault(same, set()).add(changed.get(constraint.at, literal).casefold())
    return all(len(forms) == 1 for forms in after.values())


def _no_remnant(entry: Entry, found: Sequence[Change]) -> bool:
    """Tell whether no word of a name or figure stands elsewhere too: the surname alone, the sum in words."""
    outside = {word.casefold() for word in WORD.findall(_outside(entry))}
    gone = {
        word.casefold()
        for change in found
        for word in WORD.findall(change.before)
        if (word[0].isupper() or word[0].isdigit() or word.casefold() in NUMBER_WORDS)
        and word not in WORD.findall(change.after)
    }
    return outside.isdisjoint(gone)


def _no_reckoning(entry: Entry, found: Sequence[Change]) -> bool:
    """Tell whether the English has no figure of its own: the translator may have reckoned it from a changed one."""
    if all(change.old.kind not in ("quantity", "date") for change in found):
        return True
    words = {word.casefold() for word in WORD.findall(_outside(entry))}
    return words.isdisjoint(NUMBER_WORDS) and not any(word[0].isdigit() for word in words)


def _same_number(_entry: Entry, found: Sequence[Change]) -> bool:
    """Tell whether one stays one and more stay more: the nouns and verbs beside it agree with it."""
    return all(
        (_is_one(change.before) == _is_one(change.after)) for change in found if change.old.kind == "quantity"
    )


def _is_one(form: str) -> bool:
    rest = SINGLE.sub("", form)
    return rest != form and not FIGURE.search(rest) and not SPOKEN.search(rest)


def _no_pronoun(entry: Entry, found: Sequence[Change]) -> bool:
    """Tell whether no he or she speaks of a person who is exchanged."""
    persons = any(change.old.kind == "person" for change in found)
    return not (persons and PRONOUN.search(_outside(entry)))


def _no_weekday(entry: Entry, found: Sequence[Change]) -> bool:
    """Tell whether no weekday stands beside a date that is exchanged."""
    dates = any(change.old.kind == "date" for change in found)
    return not (dates and WEEKDAY.search(_outside(entry)))


def _begins_well(entry: Entry, found: Sequence[Change]) -> bool:
    """Tell whether no sentence comes to begin with a figure where it began with a word."""
    return not any(
        change.after[:1].isdigit()
        and not change.before[:1].isdigit()
        and SENTENCE_START.search(entry.target[: change.start])
        for change in found
    )


def _articles_fit(entry: Entry, found: Sequence[Change]) -> bool:
    """Tell whether the article before each place, or none, is right for the new form."""
    return all(_article_fits(entry.target[: change.start], change) for change in found)


def _article_fits(text: str, change: Change) -> bool:
    article = ARTICLE.search(text)
    if article and article["indefinite"]:
        forms = (change.before, change.after)
        return takes_an(forms[0]) == takes_an(forms[1]) and not any(map(ACRONYM.match, forms))
    if change.old.kind not in ("term", "document", "verbatim") or _alike(change.before, change.after):
        return True
    return not article and all(map(_is_bare_name, (change.before, change.after), (change.old, change.new)))


def _alike(form: str, other: str) -> bool:
    """Tell whether two names are of one build: of one head (Province, Ministry of) or one code (COP15, COP16)."""
    words, others = form.casefold().split(), other.casefold().split()
    heads = words[:2] == others[:2] and words[1:2] == ["of"]
    return heads or words[-1] == others[-1] or FIGURE.sub("#", form) == FIGURE.sub("#", other)


def _is_bare_name(form: str, constraint: Constraint) -> bool:
    """Tell whether a name of one word takes no article: Kunming, Thailand; not UNEP, the Netherlands, the Mekong."""
    return form.isalpha() and form.istitle() and form[-1] != "s" and constraint.source[-1] not in NATURAL


# Each tells whether exchanging the places leaves right English; a new one is one line.
GUARDS: tuple[Callable[[Entry, Sequence[Change]], bool], ...] = (
    _apart,
    _told_apart,
    _no_remnant,
    _no_reckoning,
    _same_number,
    _no_pronoun,
    _no_weekday,
    _begins_well,
    _articles_fit,
)
