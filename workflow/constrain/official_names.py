"""Tell whether English has an official name as it is: China Foreign Affairs University is no Chinese one.

A name of two words and more, all but small ones with a capital. Its words keep their form but for inflection, and none
of them has another in its place.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from workflow.constrain.english_words import Word, same
from workflow.constrain.offices import OWN_NAMES

SMALL = frozenset("of and for in on to at under with by from de".split())
# What may come between a name's words in another order.
LOOSE = frozenset(("of", "on", "and", ",", "'s"))
# So many letters at the beginning show words of one origin.
_KINDRED = 5


def is_official(wanted: Sequence[Word]) -> bool:
    """Tell whether a form is an official name: two words or more, all but small ones with a capital."""
    own = [word for word in wanted if word.text.lower() not in SMALL]
    return len(own) > 1 and all(word.text[0].isupper() or not word.text[0].isalpha() for word in own)


def keeps_its_words(wanted: Sequence[Word], found: Sequence[Word]) -> bool:
    """Tell whether a text has the words of an official name as they are, but for inflection.

    Whose body it is may be said by an adjective as well (the Cambodian Ministry of Environment, the Embassy of China),
    unless that is a part of what it is called: the Bank of China is no Chinese bank.
    """
    if not is_official(wanted):
        return True
    said = {stem for word in found for stem in word.stems}
    named, owners = wanted, []
    if OWN_NAMES.isdisjoint(word.text for word in wanted):
        named = wanted[
            : max((at for at, word in enumerate(wanted) if word.text in ("of", ",")), default=None)
        ]
        owners = [one for before, one in pairwise(found) if before.text == "of"]
        owners += [one for one in found if one.text.endswith(("'s", "’s"))]
    return all(
        not word.stems.isdisjoint(said) or any(same(word, one) for one in owners)
        for word in named
        if word.text.lower() not in SMALL | LOOSE
    )


def replaced(target: Sequence[Word], wanted: Sequence[Word], text: Sequence[Word]) -> bool:
    """Tell whether a word of a name is not left out but another, or another form of it, stands in its place.

    Between the words around it, as the last of the name, or beside one of them: the leadership for the Leaders'.
    """
    at = [next((at for at, word in enumerate(wanted) if _meet(one, word)), None) for one in text]
    missing = [number for number, word in enumerate(wanted) if not any(_meet(one, word) for one in text)]
    if not missing or keeps_its_words(target, text):
        return False
    for left, run, right in _strange_runs(text, at):
        instead = left is not None and right is not None and any(left < one < right for one in missing)
        head = left == len(wanted) - 2 and left + 1 in missing and run[0].text[0].isupper()
        beside = [run[end] for end, place in ((0, left), (-1, right)) if place is not None]
        if instead or head or any(_kindred(one, wanted[number]) for one in beside for number in missing):
            return True
    return False


def _strange_runs(
    text: Sequence[Word], at: Sequence[int | None]
) -> Iterator[tuple[int | None, list[Word], int | None]]:
    """Yield the runs of a text's words that are not of a name, with the places in the name of the words around each."""
    left: int | None = None
    run: list[Word] = []
    for one, place in zip(text, at, strict=True):
        mark = one.text.lower() in SMALL or not one.text[0].isalnum()
        if place is None and not mark:
            run.append(one)
            continue
        if run:
            yield left, run, place
        left, run = place, []
    if run:
        yield left, run, None


def _meet(one: Word, other: Word) -> bool:
    return not one.stems.isdisjoint(other.stems)


def _kindred(one: Word, other: Word) -> bool:
    """Tell whether two words are derived from one: leader and leadership, China and Chinese."""
    return same(one, other) or one.text[:_KINDRED].lower() == other.text[:_KINDRED].lower()
