"""The shape of a person's name in Chinese text: of what characters it is, and what may follow it."""

import re
from collections.abc import Callable, Container, Iterator

from workflow.constrain.alternatives import begun, either
from workflow.constrain.cedict import glosses
from workflow.constrain.folding import is_han
from workflow.constrain.person_words import (
    AFTER_ONLY,
    FOLLOWERS,
    LEFT_WORDS,
    NEVER_GIVEN,
    NEVER_GIVEN_KEPT,
    NO_GIVEN,
    NO_NAMES,
    SPEECH,
    TITLES,
)
from workflow.constrain.surnames import (
    COMMON_SURNAMES,
    COMPOUND_SURNAMES,
    DOTTED,
    FOREIGN_ONLY,
    GIVEN,
    RARE_SURNAMES,
    SURNAMES,
    TRANSCRIPTION,
    VIETNAMESE,
    VIETNAMESE_SURNAMES,
)

IsWord = Callable[[str], bool]

PUNCTUATION = "，。；：、！？“”‘’（）《》()/／,.;:!?—-~…\"'【】[]| \u3000\n\t"
NEVER = frozenset(NEVER_GIVEN) - frozenset(NEVER_GIVEN_KEPT) - GIVEN
TITLE = re.compile(either(TITLES))
FOLLOWER = re.compile(begun(FOLLOWERS))
# 于 before a time: names of Uyghurs have the character as well.
STRICT_FOLLOWER = re.compile(
    begun([word for word in FOLLOWERS if len(word) > 1] + ["说", "称"])
    + r"|于(?=\d|[近本当同今昨前日]|[一二三四五六七八九十]{1,3}[月日时点])"
)
SPOKEN = re.compile(
    f"(?:(?:在|就|围绕|代表|结合|对|向|从|用|据此)[^，。；、]{{0,24}}?|[\u4e00-\u9fff]{{0,2}}?)(?:{either(SPEECH)})"
)
SPEAKS = re.compile(either(SPEECH))
LONGEST_OFFICE = 16
HEDGES = "约近"
LEAST = 2
AMBIGUOUS = ("来", "问")
# Surnames that a sentence turns to people with, and the last characters of words for people: 向居民, 向游客.
PREPOSITIONS, PEOPLE = "向于和从由", "民客者员生众兵工友方人家户商童"
JOINED = re.compile("[和与及]")
SPACED = re.compile(r"[\u4e00-\u9fff][ \u3000]{1,4}[\u4e00-\u9fff](?=[ \u3000\n，、]|$)")


def goes_on(name: str, after: str) -> bool:
    """Tell whether a short name is only the head of a longer word here: 高飞 in 高飞机场."""
    return len(name) == 2 and after.startswith(("机", "省", "市", "县", "国"))


def chinese_end(text: str, start: int, is_word: IsWord, loose: bool) -> int:
    """Return where the Chinese name that begins at start ends, or start where there is none.

    What follows decides how long a name is: a mark or a word of two characters tells more than one of one, and
    without either the name must be of common characters behind an office that leaves no doubt. A name that goes on in
    a foreign one up to the verb of saying is as long as that: 杜妮拉认为 is no 杜妮.
    """
    ranked: list[tuple[int, int]] = []
    for end in name_ends(text, start):
        name = compact(text[start:end])
        rank = certainty(text, end)
        likely = is_likely(name) or (name[:2] in COMPOUND_SURNAMES and rank == 2)
        if len(name) == 3 and not likely and name[2] in FOREIGN_ONLY and SPEAKS.match(text, end):
            return end
        if not rank and likely and is_cut(text, start, end):
            rank = 1
        if (
            is_common(name, is_word)
            or joins(text, end)
            or (not rank and (loose or not likely or len(name) < 3))
        ):
            continue
        clear = len(name) > 2 or not is_rare(name) or (not loose and _ends_clear(text, end, name))
        if (loose or is_rare(name)) and not (likely and rank and clear):
            continue
        # 王强答记者问
        asked = not likely and is_likely(name[:-1]) and FOLLOWER.match(text, end - 1)
        if asked and len(name) > LEAST and TITLE.match(text, end):
            continue
        ranked.append((rank, end))
    return max(ranked)[1] if ranked else start


def _ends_clear(text: str, end: int, name: str) -> bool:
    """Tell whether a short name of a rare surname is surely one: it speaks, or a mark follows what is no word (高健、)."""
    at_mark = end == len(text) or text[end] in PUNCTUATION
    return SPOKEN.match(text, end) is not None or (at_mark and name not in glosses())


def joins(text: str, end: int) -> bool:
    """Tell whether a name's last character is an "and" before another person: 李明和青年学者王强, 李明和UNDP代表."""
    if text[end - 1] not in "和与及":
        return False
    if text[end : end + 1].isascii() and text[end : end + 1].isalpha():
        return True
    title = TITLE.search(text, end, end + LONGEST_OFFICE)
    while title and (more := TITLE.match(text, title.end())):
        title = more
    behind = title.end() if title else end
    return title is not None and any(
        certainty(text, stop) and is_likely(text[behind:stop]) for stop in name_ends(text, behind)
    )


def is_cut(text: str, start: int, end: int) -> bool:
    """Tell whether a likely name of a common surname ends before a verb of a character that given names do not have.

    李明捐出 is cut so, 何骏展示 is not: 展示 is a word.
    """
    after, name, book = text[end : end + 1], text[start:end], glosses()
    if text.startswith("、", end + 1):
        return False
    if name[0] not in COMMON_SURNAMES or after in GIVEN or after in HEDGES or name in book:
        return False
    return _is_verb(after) and text[end - 1 : end + 1] not in book


def certainty(text: str, end: int) -> int:
    """Return how surely a name ends here: 2 before a mark or a longer word, 1 before a short word, else 0."""
    if (
        end >= len(text)
        or text[end] in PUNCTUATION
        or not is_han(text[end])
        or STRICT_FOLLOWER.match(text, end)
    ):
        return 2
    # 郭承站、 is a name: a verb of one character stands before no 、.
    verb = FOLLOWER.match(text, end) if text[end] == "等" or not text.startswith("、", end + 1) else None
    return 1 if verb else 0


def name_ends(text: str, start: int) -> Iterator[int]:
    """Yield where a name of Chinese shape may end, the longer first; spaces of justified type may stand in it."""
    size = 2 if text[start : start + 2] in COMPOUND_SURNAMES else 1
    if (size == 1 and text[start : start + 1] not in SURNAMES) or text[start + 1 : start + 3] in AFTER_ONLY:
        return
    spaced = SPACED.match(text, start)
    if spaced and size == 1:
        if text[spaced.end() - 1] not in NEVER:
            yield spaced.end()
        return
    for length in (size + 2, size + 1):
        name = text[start : start + length]
        whole = len(name) == length and all(is_han(char) and char not in NEVER for char in name[size:])
        if whole and not _may_go_on(text, start + length):
            yield start + length


def _may_go_on(text: str, end: int) -> bool:
    """Tell whether a verb that names end with too stands between a name and another verb: 燕归(来)建议."""
    return text[end : end + 1] in AMBIGUOUS and STRICT_FOLLOWER.match(text, end + 1) is not None


def is_name(name: str) -> bool:
    """Tell whether a text as a whole has the shape of a Chinese name."""
    return any(end == len(name) for end in name_ends(name, 0))


def is_likely(name: str) -> bool:
    """Tell whether the given name is of characters that given names have."""
    given = name[2:] if name[:2] in COMPOUND_SURNAMES else name[1:]
    return all(char in GIVEN for char in given)


def compact(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def is_rare(name: str) -> bool:
    """Tell whether a name begins with a character that is mostly another word."""
    return name[:2] not in COMPOUND_SURNAMES and name[0] in RARE_SURNAMES


def is_common(name: str, is_word: IsWord) -> bool:
    """Tell whether what looks like a name is a word, or begins with one."""
    if name in NO_NAMES or is_word(name) or name[1:] in NO_GIVEN:
        return True
    if len(name) == LEAST and name[0] not in COMMON_SURNAMES and _is_verb(name):
        return True
    if name[0] in PREPOSITIONS and name[-1] in PEOPLE and name[1:] in glosses():
        return True
    return len(name) > 2 and name[:2] in NO_NAMES


def _is_verb(word: str) -> bool:
    """Tell whether the dictionary has a word, and first as a verb: 代为, but not 冷锋."""
    return glosses().get(word, "").startswith("to ")


def _cuts_a_verb(text: str, end: int) -> bool:
    """Tell whether what ends a name begins a verb: 肖|赞赏."""
    return not certainty(text, end) and _is_verb(text[end - 1 : end + 1])


def left_edge(text: str) -> int:
    """Return where the first part of a dotted name begins in the Han characters before its dot.

    It begins behind an office, or with the characters that foreign names are written with.
    """
    edge = max((title.end() for title in TITLE.finditer(text)), default=0)
    start = len(text)
    while start > edge and len(text) - start < 6 and text[start - 1] in DOTTED:
        start -= 1
    if edge and edge < start and len(text) - edge < 5:
        return edge
    # A surname that transcriptions do not have, alone between a mark and the rest: 邬娜·林.
    alone = 0 < start < len(text) and text[start - 1] in SURNAMES and text[start - 1] not in LEFT_WORDS
    return start - (alone and (start == 1 or text[start - 2] in PUNCTUATION))


def foreign_end(text: str, start: int, country: str, loose: bool) -> int:
    """Return where a foreigner's name in Han characters behind an office ends, or start where there is none."""
    run = foreign_run(text, start, country)
    joined = JOINED.search(text, start + 3, start + run)
    if joined and certainty(text, start + run) != 2:  # 阮文雄和老挝…: the name ends before 和
        return joined.start()
    if text[start + run : start + run + 1] in ("·", "•", "・") and run:
        return start
    most = 4 if country == "Viet Nam" else 8
    for length in range(2, min(run, most) + 1):
        name = text[start : start + length]
        if certainty(text, start + length) == 2 and not FOLLOWER.fullmatch(name) and not _is_verb(name):
            return start + length
    more = start + run + 1
    if (
        1 < run < most
        and not certainty(text, start + run)
        and SPEAKS.match(text, more)
        and is_han(text[more - 1])
    ):
        return more
    if most >= run > LEAST and _cuts_a_verb(text, start + run):
        return start + run - 1
    if run < 2 or run > most or (loose and not certainty(text, start + run)) or FOLLOWER.match(text, start):
        return start
    return start if _is_verb(text[start : start + run]) else start + run


def one_word_end(text: str, start: int, is_word: IsWord) -> int:
    """Return where a foreigner's name of one word ends behind a role, or start: 管水员占塔拉打开闸门.

    Of three characters that transcriptions have, one at least that Chinese names do not have, or of more; no word by
    itself, and a mark or a word of two characters behind it.
    """
    run = _run(text[start : start + 8], TRANSCRIPTION)
    for end in range(start + 3, start + run + 1):
        name = text[start:end]
        if certainty(text, end) == 2:
            foreign = (len(name) > 3 or not FOREIGN_ONLY.isdisjoint(name)) and name[:2] not in NO_NAMES
            return end if foreign and not is_word(name) and name not in glosses() else start
    return start


def foreign_run(text: str, start: int, country: str) -> int:
    """Return how many characters from start on may be a foreigner's name: of those that such names are written with.

    A Vietnamese name begins with one of the surnames of Viet Nam; one of East Asia may have any shape of a name.
    """
    if country == "Viet Nam":
        if text[start : start + 1] not in VIETNAMESE_SURNAMES or text[start : start + 2] in NO_NAMES:
            return 0
        return 1 + _run(text[start + 1 : start + 4], VIETNAMESE)
    if country == "Japan":
        most = next((at for at, char in enumerate(text[start : start + 6]) if not is_han(char)), 5)
        ends = (start + size for size in range(2, most + 1))
        end = next((end for end in ends if certainty(text, end) == 2), start)
        return end - start if text[start : start + 2] not in NO_NAMES else 0
    run = _run(text[start:], TRANSCRIPTION)
    shapes = name_ends(text, start) if country == "other" else ()
    if text[start : start + 2] in NO_NAMES:
        return 0
    shape = [end - start for end in shapes if certainty(text, end)]
    return max((run, *shape[:1]))


def _run(text: str, characters: Container[str]) -> int:
    """Return how many characters at the beginning of a text are of those."""
    return next((at for at, character in enumerate(text) if character not in characters), len(text))


def dotted_end(text: str, start: int) -> int:
    """Return where the last part of a dotted name ends, start being behind its dot."""
    run = _run(text[start:], DOTTED)
    other = (at for at, char in enumerate(text[start : start + 6]) if not is_han(char) or char in NEVER)
    for length in range(1, (run or next(other, 5)) + 1):
        if certainty(text, start + length) > (run > 0 or length < LEAST):
            return start + length
    if run > 1 and _cuts_a_verb(text, start + run):
        return start + run - 1
    # One more character, where nothing says that the name has ended and a mark or a word follows it.
    more = start + run + 1
    if (
        not certainty(text, start + run)
        and is_han(text[more - 1 : more])
        and certainty(text, more) == 2
        and run < 6
    ):
        return more
    return start + run
