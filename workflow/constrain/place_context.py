"""What stands around a place in its text: where its name can begin and end, a place beside it, a country before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.constrain.homes import homes
from workflow.constrain.person_places import DOMESTIC, FOREIGN, HOME, WINDOW, home_of
from workflow.constrain.place_names import forms
from workflow.constrain.place_tokens import Sentence
from workflow.constrain.place_words import CLASSES, LEADS, LOOSE, NUMERALS
from workflow.constrain.transcription import pinyin

CLAUSE = re.compile("[，。；：！？\n]")
JOINING = ("、", "和", "与")
ROADS = ("路", "街", "大道", "大街", "拿")


@dataclass(frozen=True, slots=True)
class Place:
    """Hold a place that a text seems to name: its stem, its class and what stands behind that.

    `binds` tells that it is one and Chinese; `doubtful` that nothing but its characters says so, no list and no place
    beside it.
    """

    start: int
    end: int
    stem: str
    kind: str
    behind: str = ""
    binds: bool = True
    doubtful: bool = False

    @property
    def targets(self) -> tuple[str, ...]:
        """Return the English accepted for it, what the engine is fed first."""
        return forms(self.stem, self.kind, self.behind)


def may_begin_earlier(sentence: Sentence, number: int) -> bool:
    """Tell whether a character that is no small word stands right before a word: 大岭州市, 九龙江."""
    before = sentence.right_before(number)
    if before is None or before.hit is not None or len(before.zh) > 1:
        return False
    return before.zh in NUMERALS or before.zh not in LOOSE


def may_go_on(sentence: Sentence, number: int) -> bool:
    """Tell whether a name without a class is only the beginning of one: 沙湾 in 沙湾拿吉."""
    follows = sentence.right_behind(number)
    if follows is None or follows.hit is not None:
        return False
    single = len(follows.zh) == 1 and follows.zh not in LOOSE
    return single or follows.zh[0] in CLASSES or follows.zh.startswith(ROADS)


def may_begin(sentence: Sentence, number: int, found: Sequence[Place]) -> bool:
    """Tell whether a name can begin at a word: behind a mark, a word that leads up to it, an entry, a place."""
    start, before = sentence.words[number].start, sentence.right_before(number)
    if before is None or before.hit or (found and found[-1].end == start):
        return True
    return sentence.text.endswith(LEADS, 0, start)


def beside(sentence: Sentence, start: int, found: Sequence[Place]) -> bool:
    """Tell whether a place stands right before a place of the text, or before a 、 there."""
    before = start - 1 if sentence.text[start - 1 : start] in JOINING else start
    entry = sentence.ending(before)
    if entry and entry.hit and entry.hit.kind == "place":
        return True
    return bool(found) and found[-1].end == before and found[-1].binds


def beside_doubt(start: int, found: Sequence[Place]) -> bool:
    """Tell whether what stands beside a place of the text is itself only a reading."""
    return bool(found) and start - found[-1].end in (0, 1) and found[-1].doubtful


def abroad(sentence: Sentence, start: int, found: Sequence[Place]) -> bool:
    """Tell whether the last country or place named before in the clause is a foreign one."""
    text = sentence.text
    entry = sentence.ending(start)
    if entry and entry.hit and entry.hit.kind == "place":
        return is_foreign(entry.zh, entry.hit.targets[0])
    if text.startswith(DOMESTIC, start):
        return False
    least = max(0, start - WINDOW)
    clause = max((mark.end() for mark in CLAUSE.finditer(text, least, start)), default=least)
    unsure = found[-1].start if found and not found[-1].binds else -1
    for number in range(sentence.before(start) - 1, -1, -1):
        word = sentence.words[number]
        if word.start < clause:
            break
        if word.hit and word.hit.kind == "place":
            return unsure > word.start or is_foreign(word.zh, word.hit.targets[0])
    return unsure >= clause or home_of(text[least:start]) not in (None, HOME)


def is_foreign(zh: str, english: str) -> bool:
    """Tell whether a place of the glossary is no Chinese one: its English is no reading of its characters."""
    if zh.startswith(tuple(FOREIGN)):
        return True
    if zh.endswith("省"):  # 莱州省 Lai Chau sounds like a Chinese place
        return zh[:-1] not in homes().provinces
    name = re.split("[ -]", english, maxsplit=1)[0].lower().replace("'", "")
    if pinyin(zh).replace("'", "").replace("ü", "u").startswith(name) or english == "China":
        return False
    return not zh.startswith(DOMESTIC)
