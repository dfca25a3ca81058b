"""Find where an accepted form stands in running English: inflection free for terms, boundaries kept for figures."""

from collections.abc import Iterable, Iterator
from itertools import islice

from workflow.constrain.english_figures import figure_places, squash, squash_all
from workflow.constrain.english_words import Words, pattern, words
from workflow.units import Constraint

__all__ = ["places_of", "squash"]

Place = tuple[int, int]
MOST_PLACES = 64
# A head is another one behind these: no Director is a Deputy Director.
LOWER_RANKS = frozenset("deputy vice assistant associate".split())
HEADS = frozenset(
    "director minister governor mayor secretary president chair chairman chairperson professor dean principal chief"
    " counsel head engineer premier commissioner curator inspector researcher coordinator editor".split()
)
_EXACT_FIGURES = ("date", "quantity")
_ASCII = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def places_of(constraint: Constraint, english: str, squashed: str) -> list[Place]:
    """Return every place where an accepted form of a constraint stands, at most MOST_PLACES a form.

    `squashed` is `squash(english)`: figures whose characters are not in it are not looked for.
    """
    targets, kind = constraint.targets, constraint.kind
    found: Iterable[Iterator[Place]]
    if kind in _EXACT_FIGURES:
        shown = zip(targets, squash_all(targets), strict=True)
        found = (figure_places(target, english) for target, needle in shown if needle in squashed)
    elif kind == "verbatim":
        found = (_copies(target, english) for target in targets)
    else:
        text = words(english)
        places = name_places if kind == "person" else word_places
        found = (places(target, text) for target in targets)
    return list(dict.fromkeys(place for one in found for place in islice(one, MOST_PLACES)))


def word_places(target: str, text: Words) -> Iterator[Place]:
    """Yield the places of a form's words one behind the other, inflection free."""
    wanted = pattern(target)
    if not wanted:
        return
    if text.places.keys().isdisjoint(wanted[0]):
        return
    starts = sorted({at for stem in wanted[0] for at in text.places.get(stem, ())})
    last = len(text.all) - len(wanted)
    for at in starts:
        if at > last or any(text.all[at + n].stems.isdisjoint(wanted[n]) for n in range(1, len(wanted))):
            continue
        if not is_lower_rank(text, at):
            yield text.all[at].start, text.all[at + len(wanted) - 1].end


def name_places(target: str, text: Words) -> Iterator[Place]:
    """Yield the places of a name, letter for letter but for capitals."""
    name = words(target).letters
    if not name:
        return
    for at in range(len(text.letters) - len(name) + 1) if name[0] in text.letters else ():
        if text.letters[at] == name[0] and text.letters[at : at + len(name)] == name:
            end = text.all[at + len(name) - 1]
            yield text.all[at].start, end.end - 2 * (end.text[-2:] in ("'s", "’s"))


def is_lower_rank(text: Words, at: int) -> bool:
    """Tell whether the head that stands at a word is the deputy of such a one."""
    return (
        at > 0 and text.all[at - 1].text.lower() in LOWER_RANKS and not text.all[at].stems.isdisjoint(HEADS)
    )


def _copies(target: str, english: str) -> Iterator[Place]:
    """Yield the places of a copied form, letter for letter, no letter or figure beside it."""
    at = english.find(target)
    while at >= 0:
        end = at + len(target)
        if not (english[max(0, at - 1) : at] in _ASCII or english[end : end + 1] in _ASCII):
            yield at, end
        at = english.find(target, at + 1)
