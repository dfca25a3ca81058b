"""The tokens of Qwen2 that Chinese and English text need, and those among them that English is written with.

More than a quarter of house-small's weights are the rows of its vocabulary, read at every step, so what is never answered has
no row there: other scripts, Han characters, program code. All else stays as it was: a text whose tokens are all kept has
the same tokens as before, and every other text falls into smaller ones, down to its bytes.
"""

import re
from dataclasses import dataclass, replace

from workflow.engines.vocabulary import Vocabulary, is_east_asian, text_of, whole_characters

# Unicode blocks whose characters are kept. Latin with its accents, Greek as symbols, combining accents, then
# punctuation, superscripts, currencies, letter-like signs, numerals, arrows, operators, circled figures, shapes.
WESTERN = ((0x00, 0x24F), (0x2B0, 0x3FF), (0x1E00, 0x1EFF), (0x2000, 0x23FF), (0x2460, 0x26FF))
# CJK punctuation, the katakana middle dot that stands in names, squared units, ideographs, compatibility forms, full width.
CHINESE = (
    (0x3000, 0x303F),
    (0x30FB, 0x30FB),
    (0x3200, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFF65),
    (0x20000, 0x3FFFF),
)
CONTROL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
# An engine's source is one line, or two.
_WHITE_RUN = re.compile(r"[\t\r\f\v]|\s{3}")
# What English is made of: a word, perhaps after a space or one mark of those that touch words; figures; marks.
_PROSE = re.compile(r"""[ -/'"(.@&‘’“”—°]?[^\W\d_]+|\s|\d| ?[^\w\s]{1,3}""")
# An inner capital is found in YouTube and kWh; in a longer token it is a name of program code.
_CODE = re.compile(r"(?=.{10}).*[a-z][A-Z]|\.\w*[A-Z]\w{2}")


@dataclass(frozen=True, slots=True)
class Trimmed:
    """Hold a smaller vocabulary: `rows[i]` was the number of its token i, and the first `answers` may be answered."""

    vocabulary: Vocabulary
    rows: tuple[int, ...]
    answers: int


def trim(vocabulary: Vocabulary) -> Trimmed:
    """Return the tokens that are needed, those of answers first, each group in its old order; merges stay closed."""
    controls = {token for token in vocabulary.special if token in CONTROL}
    others = set(vocabulary.special) - controls
    parts = {left + right: (left, right) for left, right in (merge.split(" ") for merge in vocabulary.merges)}
    kept = {token for token in vocabulary.tokens if token not in others and is_needed(token)} | controls
    waiting = list(kept)
    while waiting:
        new = [part for part in parts.get(waiting.pop(), ()) if part not in kept]
        kept.update(new)
        waiting += new
    numbered = [(number, token) for number, token in enumerate(vocabulary.tokens) if token in kept]
    answers = [pair for pair in numbered if pair[1] in controls or is_answerable(pair[1])]
    answered = {token for _number, token in answers}
    ordered = answers + [pair for pair in numbered if pair[1] not in answered]
    merges = tuple(f"{a} {b}" for whole, (a, b) in parts.items() if {a, b, whole} <= kept)
    smaller = replace(
        vocabulary,
        tokens=tuple(token for _number, token in ordered),
        merges=merges,
        special=tuple(token for token in vocabulary.special if token in controls),
    )
    return Trimmed(smaller, tuple(number for number, _token in ordered), len(answers))


def is_needed(token: str) -> bool:
    """Tell whether a byte-level token can stand in Chinese or English text; a single byte or part of a character may."""
    if len(token) == 1:
        return True
    text = whole_characters(token)
    if token.startswith("[PAD") or _WHITE_RUN.search(text):
        return False
    return all(_within(letter, WESTERN) or _within(letter, CHINESE) for letter in text)


def is_answerable(token: str) -> bool:
    """Tell whether English is written with a byte-level token."""
    if is_east_asian(token):
        return False
    text = text_of(token)
    return text is None or (_PROSE.fullmatch(text) is not None and not _CODE.match(text))


def _within(letter: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(letter) <= last for first, last in ranges)
