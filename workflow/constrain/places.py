"""Find the Chinese places that stand in no glossary and read them: 岭州市, 上澄县, 澄岭江, 雁鸣湾湿地.

A place is a name of the dictionary with its class, or characters that make no word with a class behind them (市, 县, 江,
湾, 自然保护区). A name of the dictionary without a class, a name that is a word itself (清水河, 红石村) and one before 区 or a
longer class need more: a place right before them or beside them in a list; the first also 在, 赴 and the like.

What is refused, since it would be a guess, and told by a check instead (place-unknown, place-unread): every 省, since China's
are all in the glossary; a place behind the name of a foreign country or place, or in characters that foreign names are
written with (帕桑县); one whose English is no reading of its characters (和田 Hotan); a single character (沘江); a name that
may begin one character earlier (大岭州市, 九龙江).
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from workflow.constrain.bodies import Piece
from workflow.constrain.cedict import glosses
from workflow.constrain.gazetteer import gazetteer, readings_of
from workflow.constrain.homes import homes
from workflow.constrain.person_places import DOMESTIC
from workflow.constrain.place_context import (
    Place,
    abroad,
    beside,
    beside_doubt,
    may_begin,
    may_begin_earlier,
    may_go_on,
)
from workflow.constrain.place_shapes import LONGEST_STEM, goes_on, is_common, is_ordinary, is_strange
from workflow.constrain.place_tokens import Sentence, Token, tokens
from workflow.constrain.place_words import (
    ADMINISTRATIVE,
    CLASSES,
    COMMON,
    EITHER,
    FEATURES,
    INNER,
    LOCATIVE,
    LOOSE,
    SETTLEMENTS,
)

REGIONS = frozenset({"广西", "内蒙古", "西藏", "新疆", "宁夏"})
BEHIND = tuple(sorted((zh for zh in CLASSES if len(zh) > 1), key=len, reverse=True))
CALLED_AS_CITIES = frozenset("江河湖湾岛港")
# These of a city or river only: the 口岸 of Yunnan are many.
CALLED_AS_TOWNS = frozenset({"口岸", "码头", "瀑布", "峡谷", "大峡谷"})
CLEAR = ADMINISTRATIVE | FEATURES


def find(text: str, hits: Sequence[Piece], foreign: AbstractSet[str] = frozenset()) -> list[Place]:
    """Return the places of a folded text outside of the entries found in it, in order, sure or not.

    `foreign` are the places of the glossary whose English is no reading of their characters.
    """
    sentence = Sentence(text, tokens(text, hits), foreign)
    found: list[Place] = []
    names = gazetteer().names
    for number, word in enumerate(sentence.words):
        if word.zh not in CLASSES and (word.hit or word.zh not in names):
            continue
        place = _listed(sentence, number, found) or _with_class(sentence, number, found)
        if place and (not found or found[-1].end <= place.start):
            found.append(_longer(text, place))
    return found


def _listed(sentence: Sentence, number: int, found: Sequence[Place]) -> Place | None:
    """Return the place of the dictionary that a word is."""
    word = sentence.words[number]
    unnamed = word.hit or word.zh not in gazetteer().names or word.zh in sentence.foreign
    if unnamed or may_begin_earlier(sentence, number):
        return None
    kind = word.zh[-1] if word.zh[-1] in CLASSES and (len(word.zh) > 2 or word.zh[-1] == "县") else ""
    if not kind:
        return _alone(sentence, number, found)
    stem = word.zh.removesuffix(kind)
    common = is_common(stem, kind) or (stem in COMMON and not beside(sentence, word.start, found))
    if common or goes_on(sentence.text, word.end, kind):
        return None
    sure = stem not in sentence.foreign and not abroad(sentence, word.start, found)
    return Place(word.start, word.end, stem, kind, binds=sure)


def _alone(sentence: Sentence, number: int, found: Sequence[Place]) -> Place | None:
    """Return the place that a name of the dictionary without a class is."""
    word, follows = sentence.words[number], sentence.right_behind(number)
    if (follows and follows.zh in CLASSES) or may_go_on(sentence, number):
        return None
    if word.zh not in gazetteer().alone or is_ordinary(word.zh):
        return None
    if not (beside(sentence, word.start, found) or sentence.text.endswith(LOCATIVE, 0, word.start)):
        return None
    return Place(word.start, word.end, word.zh, "", binds=not abroad(sentence, word.start, found))


def _with_class(sentence: Sentence, number: int, found: Sequence[Place]) -> Place | None:
    """Return the place whose class a word is."""
    text, words = sentence.text, sentence.words
    word, kind = words[number], words[number].zh
    if kind not in CLASSES or (word.hit and len(kind) < 2) or goes_on(text, word.end, kind):
        return None
    if (named := _of_an_entry(sentence, word)) is not None:
        return named
    first = _behind_a_place(sentence, number, found) or _first(words, number)
    is_word = any(len(one.zh) > 1 for one in words[first:number])
    before = sentence.right_before(first)
    if (
        first == number - 1
        and not is_word
        and before
        and before.zh in EITHER
        and may_begin(sentence, first - 1, found)
    ):
        first -= 1
    stem = text[words[first].start : word.start]
    return _read(sentence, (first, number), stem, is_word, found)


def _read(
    sentence: Sentence, span: tuple[int, int], stem: str, is_word: bool, found: Sequence[Place]
) -> Place | None:
    """Return the place of a stem and its class, the first and the last word of `span`, if it is none of a common noun."""
    text, book = sentence.text, gazetteer()
    start, word = sentence.words[span[0]].start, sentence.words[span[1]]
    kind = word.zh
    listed = stem + kind in book.names
    if not stem or (stem + kind in glosses() and not listed) or is_common(stem, kind):
        return None
    is_word = is_word and not listed and stem not in book.names
    shown = beside(sentence, start, found)
    if (not (shown or listed) and is_ordinary(stem)) or (len(stem) == 1 and not (shown and listed)):
        return None
    weak = is_word or kind == "区" or kind not in CLEAR
    if weak and not shown and not (kind in "市县" and (start == 0 or text.endswith(LOCATIVE, 0, start))):
        return None
    refused = (
        kind == "省"
        or (is_word and kind not in CLEAR)
        or stem in book.other
        or stem in sentence.foreign
        or may_begin_earlier(sentence, span[0])
        or abroad(sentence, start, found)
        or not (shown or listed or stem.startswith(DOMESTIC) or not is_strange(stem, kind))
    )
    doubtful = not (listed or (shown and not beside_doubt(start, found)))
    return Place(start, word.end, stem, kind, binds=not refused, doubtful=doubtful)


def _of_an_entry(sentence: Sentence, word: Token) -> Place | None:
    """Return the feature that is called as the city or province before it: 深圳湾, 海南岛."""
    before = sentence.ending(word.start)
    if (
        before is None
        or before.hit is None
        or before.hit.kind != "place"
        or word.zh not in CALLED_AS_CITIES | CALLED_AS_TOWNS
    ):
        return None
    if word.zh in CALLED_AS_TOWNS and before.zh in homes().provinces | REGIONS:
        return None
    if before.zh.endswith(tuple(CLASSES)) or before.hit.targets[0] not in readings_of(before.zh):
        return None
    return Place(before.start, word.end, before.zh, word.zh)


def _behind_a_place(sentence: Sentence, number: int, found: Sequence[Place]) -> int:
    """Return the first of two characters that name a village right behind a place, though the second is a small word.

    大新县德天村 and 大新县王家村 are villages of that county; 0 where there is none.
    """
    if number < 2 or sentence.words[number].zh not in SETTLEMENTS:
        return 0
    one, other = sentence.words[number - 2 : number]
    named = (
        one.end == other.start and len(one.zh + other.zh) == 2 and one.zh not in LOOSE and other.zh in INNER
    )
    return number - 2 if named and one.hit is None and beside(sentence, one.start, found) else 0


def _first(words: Sequence[Token], at: int) -> int:
    """Return the word with which the name before a class begins: single characters, or a word right before it."""
    first = at
    while first and words[first - 1].end == words[first].start and words[first - 1].hit is None:
        one = words[first - 1]
        if len(one.zh) > 1 and first < at:
            break
        if one.zh in LOOSE or words[at].start - one.start > LONGEST_STEM:
            break
        if one.zh in EITHER and first < at and not (len(words[first].zh) == 1 and at - first == 1):
            break
        if one.zh in EITHER and first == at - 1:
            break
        first -= 1
        if len(one.zh) > 1:
            break
    return first


def _longer(text: str, place: Place) -> Place:
    """Return a place with the class that stands behind its own: the basin of a river, the wetland of a bay."""
    if place.kind and place.kind not in FEATURES:
        return place
    behind = next((zh for zh in BEHIND if text.startswith(zh, place.end)), "")
    if not behind or goes_on(text, place.end + len(behind), behind):
        return place
    return replace(place, end=place.end + len(behind), behind=behind)
