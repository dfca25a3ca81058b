"""Guess the Chinese of a change that was made in several sentences, and how much of the English belongs to it.

The Chinese is what the sentences have in common and the word list (`checks/data/lexicon.tsv`) knows as the English,
or what they have in common and nothing else explains. Each guess is shown as one.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workflow.checks.words import FUNCTION_WORDS, stems, words
from workflow.terms.compounds import BLANK, LONGEST, RUN, may_be_word
from workflow.terms.regions import Span, Texts, bare, words_beside

SHORTEST = 2
# So many words on a side may belong to the phrase beside those that changed.
MOST_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Guess:
    """Hold a change with its English in full and its Chinese, "" where there is no telling; `members` are indices."""

    zh: str
    before: str
    after: str
    members: tuple[int, ...]


def guess(texts: Sequence[Texts], least: int) -> Iterator[Guess]:
    """Yield the changes that texts with one change have in common, split by the words beside it.

    What stands beside it in at least `least` sentences is a phrase of its own: ecological flow, ecological education.
    """
    rest = set(range(len(texts)))
    for members in _clusters(texts, least):
        rest -= set(members)
        yield _one(texts, members)
    if len(rest) >= least:
        yield _one(texts, tuple(sorted(rest)), extend=False)


def _clusters(texts: Sequence[Texts], least: int) -> Iterator[tuple[int, ...]]:
    """Yield the members that share the word after the change, or else the word before it."""
    free = list(range(len(texts)))
    for step in (1, -1):
        beside = {number: _beside(texts[number], step) for number in free}
        counts = Counter(word for word in beside.values() if word)
        for word, count in counts.items():
            members = tuple(number for number in free if beside[number] == word)
            if count >= least and len({texts[number].source for number in members}) >= least:
                yield members
                free = [number for number in free if number not in members]


def _beside(text: Texts, step: int) -> str:
    """Return the content word beside a change on one side, the same before and after the edit; "" where there is none."""
    places = words_beside(text.after, text.at[1][1 if step > 0 else 0], step)
    word = text.after[slice(*places[0])].casefold() if places else ""
    return "" if word in FUNCTION_WORDS else word


def _one(texts: Sequence[Texts], members: tuple[int, ...], *, extend: bool = True) -> Guess:
    chosen = [texts[number] for number in members]
    if extend:
        chosen = [_extended(text, *_common(chosen)) for text in chosen]
    before = min((bare(t.before, t.at[0]) for t in chosen), key=plainness)
    after = min((bare(t.after, t.at[1]) for t in chosen), key=plainness)
    return Guess(_chinese(chosen, f"{before} {after}"), before, after, members)


def plainness(text: str) -> tuple[int, int]:
    """Return what orders the wordings of a phrase: first those with fewer capitals, then shorter ones."""
    return sum(char.isupper() for char in text), len(text)


def _common(texts: Sequence[Texts]) -> tuple[int, int]:
    """Return how many words before and after the change all texts share, function words at the ends left out."""
    return _shared(texts, -1), _shared(texts, 1)


def _shared(texts: Sequence[Texts], step: int) -> int:
    rows = []
    for text in texts:
        places = words_beside(text.after, text.at[1][1 if step > 0 else 0], step)
        rows.append([text.after[slice(*place)].casefold() for place in places[:MOST_BESIDE]])
    count = 0
    for number, same in enumerate(zip(*rows, strict=False), start=1):
        if len(set(same)) > 1:
            break
        count = number if same[0] not in FUNCTION_WORDS else count
    return count


def _extended(text: Texts, left: int, right: int) -> Texts:
    """Return a text whose change takes in so many words on either side; they are the same before and after."""
    moved: list[Span] = []
    for english, (start, end) in zip((text.before, text.after), text.at, strict=True):
        first, last = words_beside(english, start, -1)[:left], words_beside(english, end, 1)[:right]
        moved.append((first[-1][0] if first else start, last[-1][1] if last else end))
    return replace(text, at=(moved[0], moved[1]))


def _chinese(texts: Sequence[Texts], english: str) -> str:
    """Return the Chinese that the sentences have in common and that the English explains best."""
    blanked = list(dict.fromkeys(_blanked(text) for text in texts))
    wanted = stems(english)
    if len(blanked) == 1:
        return max(_known_runs(blanked[0], wanted), key=len, default="")
    shared = set.intersection(*(set(_grams(source)) for source in blanked))
    known = {gram: len(_explained(gram, wanted)) for gram in shared}
    best = max(known.values(), default=0)
    if best == 0:
        longest = max(map(len, shared), default=0)
        alone = [gram for gram in shared if len(gram) == longest]
        return alone[0] if len(alone) == 1 else ""
    # The shortest that explains as much: what stands beside it only happens to be the same.
    return min((gram for gram, count in known.items() if count == best), key=lambda gram: (len(gram), gram))


def _blanked(text: Texts) -> str:
    """Return the Chinese with everything taken out whose English is known."""
    chars = list(text.source)
    for one in text.constraints:
        chars[one.start : one.end] = BLANK * (one.end - one.start)
    return "".join(chars)


def _grams(source: str) -> Iterator[str]:
    for run in RUN.finditer(source):
        for start in range(run.start(), run.end() - SHORTEST + 1):
            for end in range(start + SHORTEST, min(start + LONGEST, run.end()) + 1):
                if may_be_word(source[start:end]):
                    yield source[start:end]


def _explained(gram: str, wanted: frozenset[str]) -> frozenset[str]:
    """Return the stems of the English that words of the Chinese are known for."""
    return frozenset().union(*(word.stems & wanted for _start, word in words(gram)))


def _known_runs(source: str, wanted: frozenset[str]) -> Iterator[str]:
    """Yield the runs of neighbouring words of a sentence that are all known for the English."""
    begun = last = None
    for start, word in words(source):
        if not word.stems & wanted:
            continue
        if last != start:
            if begun is not None:
                yield source[begun:last]
            begun = start
        last = start + len(word.zh)
    if begun is not None:
        yield source[begun:last]
