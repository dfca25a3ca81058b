"""Find the names that need no office: clear by their shape at the head of a clause, or familiar ones such as 老秦."""

import re
from collections.abc import Iterator

from workflow.constrain.person_shapes import (
    STRICT_FOLLOWER,
    IsWord,
    certainty,
    is_common,
    is_likely,
    is_rare,
    name_ends,
)
from workflow.constrain.surnames import COMPOUND_SURNAMES, SURNAMES

Span = tuple[int, int]

LEAST = 3
BEGINNING = re.compile(
    f"(?=[{''.join(sorted(SURNAMES | {name[0] for name in COMPOUND_SURNAMES}))}])"
    "(?:^|(?<=[，。；：！？”（\\s的])|(?<=大学)|(?<=学院)|(?<=研究院)|(?<=研究所)|(?<=研究中心)|(?<=公司))(?=[\u4e00-\u9fff])"
)
# Words of one character that follow a person at the head of a clause more than a thing or a place.
FOLLOWS = "把被将就愿则曾带"
# Last characters of places and things: 茅洲河, 唐家河, 孟定镇, 丛生竹.
NO_PERSON = frozenset("河山江湖园镇寺桥村县市区洲岛竹沟寨路站港关湾川坝林河道社馆厂矿木子号报网奖杯节")
# Surnames that are other words too, but not before a given name of two characters and a verb.
ALSO_WORDS = frozenset("许何费兰余蓝万于鲁曾方江高卓")
# The commonest surnames, those that also make a word with 老 or 小 (小江, 老龙, 小麦) left out.
FAMILIAR = (
    "王李张刘陈杨赵周吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏"
    "卢蒋蔡贾丁魏薛阎余潘杜戴钟汪任姜范姚谭廖邹熊陆郝孔崔邱秦史顾侯邵孟钱尹黎乔赖龚阮佟邢辛"
)
_FAMILIAR = re.compile(f"([老小])([{FAMILIAR}])(?![\u4e00-\u9fff]?[街庄村镇乡县路家店])")


def names(text: str, is_word: IsWord) -> Iterator[Span]:
    """Yield the names at the head of a clause, behind 的 or a body, that are of three characters and names only.

    A word that persons do must follow: 费国栋把监测比作…. Nothing is said where a mark follows, where the last
    character names a place or a thing, or where a part of the name is a word of the glossary.
    """
    for match in BEGINNING.finditer(text):
        start = match.start()
        if text[start] not in SURNAMES and text[start : start + 2] not in COMPOUND_SURNAMES:
            continue
        end = next((end for end in name_ends(text, start) if end - start >= LEAST), start)
        name = text[start:end]
        after = text[end : end + 1]
        follows = after.isdigit() or after in FOLLOWS or STRICT_FOLLOWER.match(text, end)
        if not name or not after or not follows or (not certainty(text, end) and not after.isdigit()):
            continue
        plain = is_likely(name) and (not is_rare(name) or name[0] in ALSO_WORDS) and name[-1] not in NO_PERSON
        if plain and not is_common(name, is_word) and not is_word(name[:2]) and not is_word(name[1:]):
            yield start, end


def familiar(text: str, after: set[int]) -> Iterator[Span]:
    """Yield how neighbours are called, behind a role or at the head of a clause: 司机老魏, 小杨.

    `after` are the places where titles and roles end.
    """
    for match in _FAMILIAR.finditer(text):
        head = match.start() == 0 or text[match.start() - 1] in "，。；：“”"
        if match.start() in after or (head and certainty(text, match.end())):
            yield match.span()


def familiar_english(zh: str, surname: str) -> tuple[str, ...]:
    """Return the English of 老秦 and 小杨, given the surname's: Lao Qin, Old Qin; nothing for another name."""
    if not _FAMILIAR.fullmatch(zh):
        return ()
    return tuple(f"{word} {surname}" for word in (("Lao", "Old") if zh[0] == "老" else ("Xiao", "Little")))
