"""Tell whether a Latin spelling reads like a foreign name in Han characters: Nattaphong Saengthong for 纳塔蓬·桑通.

Both are reduced to sounds, consonants by class and vowels by letter, and compared by weighted edit distance. The
classes follow the tables in which Chinese transcribes sounds (《外语地名汉字译写导则》, GB/T 17693; 世界人名翻译大辞典):
one Han syllable for [b] and [p], [d] and [t], [g] and [k], [l] and [r], the sibilants, final [n] and [ng].
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from workflow.constrain.english_patterns import name_places
from workflow.constrain.english_words import words
from workflow.constrain.folding import is_han
from workflow.constrain.surnames import VIETNAMESE
from workflow.constrain.transcription import BURMESE, MIDDLE_DOTS, pinyin, read_otherwise
from workflow.units import Constraint

Place = tuple[int, int]
# Letters of a sound: the classes that it may be heard as, and what leaving it out costs.
LETTERS: dict[str, tuple[str, float]] = {
    "tch": ("S", 1.0), "sch": ("S", 1.0), "tsch": ("S", 1.0), "sh": ("S", 1.0), "ch": ("SKH", 1.0), "zh": ("S", 1.0),
    "tz": ("S", 1.0), "ts": ("S", 1.0), "ph": ("PF", 1.0), "th": ("TS", 1.0), "kh": ("KH", 1.0), "gh": ("K", 0.4),
    "dh": ("T", 1.0), "bh": ("P", 1.0), "ck": ("K", 1.0), "qu": ("K", 1.0), "ng": ("N", 1.0), "wr": ("L", 1.0),
    "ll": ("LY", 1.0), "tt": ("T", 1.0), "b": ("P", 1.0), "p": ("PF", 1.0), "d": ("T", 1.0), "t": ("T", 1.0),
    "g": ("K", 1.0), "k": ("K", 1.0), "q": ("KS", 1.0), "z": ("S", 1.0), "s": ("S", 1.0), "l": ("L", 1.0),
    "r": ("L", 0.7), "m": ("M", 1.0), "n": ("N", 1.0), "f": ("F", 1.0), "v": ("WFP", 1.0), "w": ("WF", 0.5),
    "h": ("H", 0.3), "j": ("SYH", 1.0), "c": ("KS", 1.0), "x": ("S", 1.0),
}  # fmt: skip
BEFORE_I_OR_E = {"g": ("KSY", 1.0), "c": ("S", 1.0), "k": ("KS", 1.0), "h": ("HS", 0.3)}
SOUND = re.compile(
    "(?P<vowel>[aeiou]+|y(?![aeiou]))|(?P<glide>y)|(?P<coda>r(?![aeiouy]))|"
    f"(?P<sound>{'|'.join(sorted(LETTERS, key=lambda letters: -len(letters)))})"
)
# The initials of pinyin that are heard as more than their class.
INITIALS: dict[str, tuple[str, float]] = {
    "j": ("SK", 1.0), "q": ("SK", 1.0), "x": ("SH", 1.0), "zh": ("S", 1.0), "ch": ("S", 1.0), "sh": ("S", 1.0),
    "z": ("S", 1.0), "c": ("S", 1.0), "s": ("S", 1.0), "r": ("LSY", 1.0), "h": ("HK", 0.4), "w": ("WF", 0.5),
    "y": ("Y", 0.2), "b": ("P", 1.0), "p": ("PF", 1.0), "d": ("T", 1.0), "t": ("T", 1.0), "g": ("K", 1.0),
    "k": ("K", 1.0), "f": ("FP", 1.0), "m": ("M", 1.0), "n": ("N", 1.0), "l": ("L", 1.0),
}  # fmt: skip
SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(\w*?)(ng?|r)?$")
# Syllables that stand for a consonant without a vowel.
FILLERS = frozenset("斯特德尔克格姆布普夫茨赫什兹")
VOWEL, FINAL_STOP = 0.35, 0.4
NEAR = {
    frozenset("NM"): 0.35, frozenset("SK"): 0.5, frozenset("ST"): 0.5, frozenset("WP"): 0.4, frozenset("WF"): 0.3,
    frozenset("LN"): 0.6, frozenset("HK"): 0.4, frozenset("SY"): 0.5, frozenset("WH"): 0.4,
}  # fmt: skip
MOST_WORDS = 4
# How alike a name must be, in parts or in one; tuned on 16,000 finished pairs: see test_spelling.
LIKENESS, LIKENESS_OF_ONE, SPREAD = 0.6, 0.64, 0.15
# Nothing asks about a likeness below this: the sounds are not compared to the end.
LEAST_LIKENESS = LIKENESS - 0.15
COURTESY = re.compile("(?:先生|女士|博士|教授|院士)$")
# A capitalised word; a run of them may hold small particles of names and initials.
WORD = re.compile(r"[^\W\d_][\w’'-]*")
PARTICLES = frozenset("de da di do dos del della la le van von der den bin binti al el y e".split())

Sound = tuple[str, float]


def places(constraint: Constraint, english: str) -> list[Place]:
    """Return where human English spells a person otherwise than the targets, the likeliest places first.

    A doubtful name is spelled by any capitalised words that read like its Han characters; a Chinese one by any
    reading that its characters have, and where Viet Nam has its surname, by its Sino-Vietnamese reading: who is
    named without an office may be from there.
    """
    if constraint.kind != "person":
        return []
    zh = COURTESY.sub("", constraint.source)
    if constraint.doubtful:
        return [place for _score, place in readings(zh, english)]
    read = [place for name in read_otherwise(zh) for place in name_places(name, words(english))]
    if read or any(char not in VIETNAMESE for char in zh) or len(zh) < 3:
        return read
    said = r"\s+".join(VIETNAMESE[char] for char in zh)
    return [match.span() for match in re.finditer(rf"\b{said}\b", _plain(english))]


def readings(zh: str, english: str, reverse: bool = False) -> list[tuple[float, Place]]:
    """Return likeness and place of the capitalised names that read like the Han characters, the likest first.

    The parts around a middle dot stand in their order, with `reverse` in the reverse order. Only the names
    nearly as alike as the likest are returned, one of each run of capitalised words.
    """
    parts = [part for part in re.split(f"[{MIDDLE_DOTS}]", "".join(zh.split())) if part]
    if reverse:
        parts.reverse()
    least = LIKENESS if len(parts) > 1 else LIKENESS_OF_ONE
    found: list[tuple[float, Place]] = []
    for run in runs(english):
        words = [english[start:end] for start, end in run]
        scored = [
            (score, (run[first][0], run[last - 1][1]))
            for first in range(len(run))
            for score, last in _readings(parts, words, first)
            if score > least
        ]
        if scored:
            found.append(max(scored))
    found.sort(reverse=True)
    return [one for one in found if one[0] > found[0][0] - SPREAD]


@lru_cache(maxsize=256)
def _plain(english: str) -> str:
    """Return a text of the same length without the accents of its letters."""
    return "".join(unicodedata.normalize("NFKD", char)[0] if char.isalpha() else char for char in english)


def runs(english: str) -> Iterator[list[Place]]:
    """Yield the runs of capitalised words of a text, each as the places of its words."""
    run: list[Place] = []
    for word in WORD.finditer(english):
        between = english[run[-1][1] : word.start()] if run else ""
        joined = bool(run) and between.strip() in ("", ".") and between != ""
        capital = word[0][0].isupper() or any(part[:1].isupper() for part in re.split("[’'-]", word[0]))
        if joined and (capital or word[0] in PARTICLES):
            run.append(word.span())
            continue
        if run:
            yield run
        run = [word.span()] if capital else []
    if run:
        yield run


def _readings(parts: Sequence[str], words: Sequence[str], first: int) -> Iterator[tuple[float, int]]:
    """Yield likeness and last word of each way to read the parts from the first word on, every part alike enough."""
    if not parts:
        return
    for last in range(first + 1, min(len(words), first + MOST_WORDS) + 1):
        score = likeness(parts[0], "".join(words[first:last]))
        if score <= LIKENESS - (0.1 if len(parts) > 1 else 0):
            continue
        if len(parts) == 1:
            yield score, last
        for rest, end in _readings(parts[1:], words, last):
            yield (score + rest) / 2, end


@lru_cache(maxsize=8192)
def likeness(zh: str, latin: str) -> float:
    """Return 0 to 1: how much a Latin word reads like Han characters, in Mandarin or Sino-Vietnamese.

    Below LEAST_LIKENESS it is an upper bound.
    """
    english = sounds(latin)
    readings = [chinese_sounds(zh)]
    if zh[:1] in BURMESE:
        readings.append([*sounds(BURMESE[zh[0]]), *chinese_sounds(zh[1:])])
    if all(char in VIETNAMESE for char in zh):
        readings.append(sounds("".join(VIETNAMESE[char] for char in zh)))
    return max(_alike(reading, english) for reading in readings)


@lru_cache(maxsize=4096)
def chinese_sounds(zh: str) -> list[Sound]:
    """Return the sounds of Han characters by their pinyin."""
    found: list[Sound] = []
    for char in zh:
        if not is_han(char):
            continue
        initial, vowels, coda = SYLLABLE.fullmatch(pinyin(char)).groups()  # type: ignore[union-attr]
        if char in "尔儿":
            found.append(("L", 0.3))
            continue
        if initial:
            sound = INITIALS[initial]
            found.append((sound[0], 0.5) if char in FILLERS else sound)
        if vowels:
            found.append((vowels.replace("ü", "u"), 0.05 if char in FILLERS else VOWEL))
        if coda:
            found.append(("N", 0.8))
    return found


@lru_cache(maxsize=8192)
def sounds(latin: str) -> list[Sound]:
    """Return the sounds of a Latin word by its letters, without accents."""
    plain = unicodedata.normalize("NFKD", latin.lower().replace("đ", "d").replace("ø", "o").replace("ł", "l"))
    word = re.sub(
        r"([^aeiou])\1", r"\1", "".join(char for char in plain if char.isascii() and char.isalpha())
    )
    word = word.replace("aye", "ai")
    found: list[Sound] = []
    for match in SOUND.finditer(word):
        kind = match.lastgroup
        last = match.end() == len(word)
        if kind == "vowel":
            found.append((match[0].replace("y", "i"), VOWEL))
        elif kind == "glide":
            found.append(("YS", 0.4))
        elif kind == "coda":
            found.append(("L", 0.3))
        else:
            soft = word[match.end() : match.end() + 1] in ("i", "e", "y")
            classes, weight = BEFORE_I_OR_E.get(match[0], LETTERS[match[0]]) if soft else LETTERS[match[0]]
            found.append((classes, FINAL_STOP if last and classes[0] in "PTKLS" else weight))
    return found


def _alike(one: Sequence[Sound], other: Sequence[Sound]) -> float:
    whole = max(sum(weight for _, weight in one), sum(weight for _, weight in other))
    return 1 - _distance(one, other, whole * (1 - LEAST_LIKENESS)) / whole if whole else 0.0


def _distance(one: Sequence[Sound], other: Sequence[Sound], most: float) -> float:
    """Return the edit distance of two rows of sounds, each edit weighed by the sounds it touches.

    Where it is more than `most`, what is returned is more than that too, and no more than the distance.
    """
    # What one row has more than the other is to be left out, whatever it is.
    fewer, more = sorted((one, other), key=len)
    left_out = sum(sorted(weight for _, weight in more)[: len(more) - len(fewer)])
    if left_out > most:
        return left_out
    row = [0.0]
    for _, weight in other:
        row.append(row[-1] + weight)
    for sound in one:
        weight = sound[1]
        above = row[0]
        left = above + weight
        new = [left]
        for heard, here in zip(other, row[1:], strict=True):
            left += heard[1]
            left = min(left, here + weight)
            if (exchanged := above + _exchange(sound, heard)) < left:
                left = exchanged
            above = here
            new.append(left)
        row = new
        if (least := min(row)) > most:
            return least
    return row[-1]


@lru_cache(maxsize=8192)
def _exchange(one: Sound, other: Sound) -> float:
    """Return what it costs to hear one sound as another: nothing within a class, more the further apart."""
    if one[0][0].islower() != other[0][0].islower():
        return one[1] + other[1]
    if not set(one[0]).isdisjoint(other[0]):
        return 0.0
    if one[0][0].islower():
        return VOWEL * 0.5
    near = min(NEAR.get(frozenset((a, b)), 1.0) for a in one[0] for b in other[0])
    return near * max(one[1], other[1])
