"""The evidence for people's names in Chinese text: offices and roles, verbs of saying, lists, appositions."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workflow.constrain import minority, person_clear, person_credits
from workflow.constrain.cedict import glosses
from workflow.constrain.other_words import runs_over
from workflow.constrain.person_places import HOME, WINDOW, country_of, home_of
from workflow.constrain.person_shapes import (
    PUNCTUATION,
    SPOKEN,
    TITLE,
    IsWord,
    certainty,
    chinese_end,
    compact,
    foreign_end,
    is_common,
    is_likely,
    is_name,
    is_rare,
    name_ends,
    one_word_end,
)
from workflow.constrain.person_words import AFTER_NAMES, AFTER_ONLY, BEFORE_TOO, LEFT_WORDS, LOOSE_TITLES
from workflow.constrain.surnames import (
    COMMON_SURNAMES,
    COMPOUND_SURNAMES,
    SURNAMES,
    TRANSCRIPTION,
    VIETNAMESE,
    VIETNAMESE_SURNAMES,
)

Span = tuple[int, int]
LONGEST_NAME = 12
NAME_BEGINNINGS = frozenset(SURNAMES | TRANSCRIPTION)
# Titles that are verbs as well: what is 翻译成韩语 is put into Korean.
ALSO_VERBS = frozenset("翻译 编译 编辑 导演 摄影 校对 审校".split())
LIST_MARK = re.compile("以及|、|和|与|及")
END_OF_ITEM = re.compile("[、，。；：！？（）()]|和|与|及|以及|等|组成|[三四五六七八九十两]|$")
NAME_RUN = re.compile(
    f"[\u4e00-\u9fff]{{2,{LONGEST_NAME}}}?(?:、[\u4e00-\u9fff]{{2,4}}?)+(?:[、和与及][\u4e00-\u9fff]{{2,14}})?(?![\u4e00-\u9fff])"
)
# 和 behind 、 is a surname: 李明、和丽娟.
LIST_ITEM = re.compile("(?:(?<=、)和)?[^、和与及]+")
LEAST_LIST = 3
IN_BRACKETS = re.compile("[（(][^（）()]{1,16}[）)]")
APPOSITION = re.compile(r"[，,\s（(]+([^，。；：、]{4,60}?)(?=[，。；）)\s]|$)")
SPEAKER_LINE = re.compile(r"[ \u3000]+([^，。；：]{4,80})$")
WITH_THI = re.compile(f"[{''.join(sorted(VIETNAMESE_SURNAMES))}]氏(?!家|兄|集|宗|族|姐|后|祠)")
# The first character of a surname at the head of a clause.
CLAUSE_HEAD = re.compile(
    f"[{''.join(sorted(SURNAMES | {name[0] for name in COMPOUND_SURNAMES}))}](?:(?<=^.)|(?<=[{re.escape(PUNCTUATION)}的].))"
)
TRANSCRIBED = re.compile(f"(?:^|(?<=[。；;：:、.\\n]))[{''.join(sorted(TRANSCRIPTION))}]{{2,8}}(?=[，,（(])")
GAP = re.compile(r"[ \u3000]{0,4}[：:]?[ \u3000]{0,4}")
# The last characters of words for what people are or do: 护鱼员, 建筑师, 鱼塘主, 爱好者.
ROLE_ENDING = re.compile("[员师家者人主户工手官医民士友妇嫂匠兵农导]")
# Words that such a character and a surname make: 工程, 师范, 主张.
ROLE_WORDS = frozenset(
    """
    工程 师范 师傅 主张 农林 农牧 农村 农业 家燕 家禽 家方 人文 人云 手段 民宿 民国 民族 民和 民盟 医方 医药 主席
    主任 主管 主和 主要 主办 农和 友谊 家乡 家公 人和 人与 民党 官方 官和 家和 士和 工和 户和 员和 师和 者和
    友和 民和 医和 人成 员石 主干 主单 人万 人常 人高 人安 户平 人平 家平
    """.split()
)


def names(text: str, is_word: IsWord) -> Iterator[tuple[Span, str | None]]:
    """Yield the spans of names and the country of their offices (None: Chinese), as evidence is found."""
    yield from _after_titles(text, is_word)
    yield from _before_titles(text, is_word)
    yield from _speaking(text, is_word)
    yield from _listed(text, is_word)
    yield from _vietnamese_women(text)
    yield from _before_offices_abroad(text, is_word)
    after = {GAP.match(text, title.end()).end() for title in _offices(text)}  # type: ignore[union-attr]
    after |= {role.end() for role in ROLE_ENDING.finditer(text)}
    for span in (
        *minority.spans(text, after),
        *person_clear.familiar(text, after),
        *person_clear.names(text, is_word),
        *person_credits.names(text, is_word),
    ):
        yield span, None


@lru_cache(maxsize=16)
def _offices(text: str) -> tuple[re.Match[str], ...]:
    return tuple(TITLE.finditer(text))


def _after_titles(text: str, is_word: IsWord) -> Iterator[tuple[Span, str | None]]:
    """Yield names behind an office or a role: 处长周军, 主编：舒云起, 护林员岩温."""
    for title, loose in _titles(text):
        start = GAP.match(text, title).end()  # type: ignore[union-attr]
        country = home_of(text[max(0, title - WINDOW) : title])
        chinese = country in (None, HOME)
        end = (
            chinese_end(text, start, is_word, loose)
            if country is None or country == HOME
            else foreign_end(text, start, country, loose)
        )
        if end == start and country is None:
            end = one_word_end(text, start, is_word)
            country, chinese = ("other", False) if end > start else (country, chinese)
        if end > start:
            yield (start, end), country
            if chinese:
                yield from _list_after(text, end, is_word)


def _titles(text: str) -> Iterator[tuple[int, bool]]:
    """Yield where titles end, and whether what follows must look like a name more strictly."""
    ends = set()
    for title in _offices(text):
        ends.add(title.end())
        after = text[title.end() : title.end() + LONGEST_NAME]
        if runs_over(title[0], "", after) or (title[0] in ALSO_VERBS and after.startswith("成")):
            continue
        if title[0] not in AFTER_ONLY or title[0] in BEFORE_TOO:
            yield title.end(), title[0] in LOOSE_TITLES
    for ending in ROLE_ENDING.finditer(text):
        position = ending.end()
        role = position not in ends and text[position : position + 1] in NAME_BEGINNINGS
        if role and text[position - 1 : position + 1] not in ROLE_WORDS and _clear(text, position):
            yield position, True


def _clear(text: str, start: int) -> bool:
    """Tell whether a name of three characters, or one that speaks, stands here: for roles that are no titles."""
    if one_word_end(text, start, ROLE_WORDS.__contains__) > start:
        return True
    for end in name_ends(text, start):
        rank = certainty(text, end)
        known = text[start - 1] == "员" and text[start] in COMMON_SURNAMES and is_likely(text[start:end])
        if rank == 2 and known and text[start:end] not in glosses():
            return True
        if (rank and end - start > 2) or (rank == 2 and SPOKEN.match(text, end)):
            return True
    return False


def _list_after(text: str, end: int, is_word: IsWord) -> Iterator[tuple[Span, None]]:
    """Yield the names in a list that a name begins: 主任张三、李四和王五."""
    while mark := LIST_MARK.match(text, _behind_brackets(text, end)):
        start = mark.end()
        ends = [
            stop
            for stop in name_ends(text, start)
            if END_OF_ITEM.match(text, stop) or certainty(text, stop) == 2
        ]
        names = [stop for stop in ends if _fits_list(text[start:stop], is_word)]
        if (naxi := minority.naxi_end(text, start)) > start:
            names = [naxi]
        if not names:
            return
        end = names[0]
        yield (start, end), None


def _behind_brackets(text: str, end: int) -> int:
    """Return where the bracket behind a name ends: 李明（水文）、王强."""
    bracket = IN_BRACKETS.match(text, end)
    return bracket.end() if bracket else end


def _listed(text: str, is_word: IsWord) -> Iterator[tuple[Span, None]]:
    """Yield the names of a list of three and more that nothing but names stand in: 解振华、单霁翔、查道炯参加.

    Two are enough where one has the surname 和, which stands behind 、 as nothing else.
    """
    mark = text.find("、")
    for run in NAME_RUN.finditer(text, max(0, mark - LONGEST_NAME)) if mark >= 0 else ():
        items = [(run.start() + m.start(), run.start() + m.end()) for m in LIST_ITEM.finditer(run[0])]
        # The first may begin with 和 too: 由和丽娟、李明主持.
        if text[items[0][1] : items[0][1] + 1] == "和" and text[items[1][1] : items[1][1] + 1] == "、":
            first = minority.naxi_end(text, items[0][1])
            items = [(items[0][0], first), *items[2:]] if first == items[1][1] else items
        spans = list(_names_of(text, items, is_word))
        least = LEAST_LIST - any(text[start] == "和" for start, _end in spans)
        if len(spans) >= least and len(spans) == len(items):
            yield from ((span, None) for span in spans)


def _names_of(text: str, items: list[Span], is_word: IsWord) -> Iterator[Span]:
    """Yield the name in each item of a list, up to the first that is none."""
    for number, (start, end) in enumerate(items):
        starts = [end - n for n in (4, 3, 2) if end - n >= start] if number == 0 else [start]
        last = number == len(items) - 1
        found = [
            (at, stop)
            for at in starts
            for stop in _ends(text, at)
            if (stop == end or (last and (certainty(text, stop) == 2 or END_OF_ITEM.match(text, stop))))
            and (number or _begins_clause(text, at, LEFT_WORDS))
            and (text[at] == "和" or (is_name(text[at:stop]) and _fits_list(text[at:stop], is_word)))
        ]
        if not found:
            return
        yield found[0]


def _ends(text: str, start: int) -> list[int]:
    naxi = minority.naxi_end(text, start)
    return [naxi] if naxi > start else sorted(name_ends(text, start), key=lambda stop: -certainty(text, stop))


def _fits_list(name: str, is_word: IsWord) -> bool:
    return not is_common(name, is_word) and (is_likely(name) or not is_rare(name))


def _before_titles(text: str, is_word: IsWord) -> Iterator[tuple[Span, str | None]]:
    """Yield names that a title follows: 李永红副主任, 由李霞处长."""
    for title in _offices(text):
        if title[0] not in AFTER_NAMES:
            continue
        for length in (4, 3, 2):
            start = title.start() - length
            if start < 0 or not _begins_clause(
                text, start, (*LEFT_WORDS, "大学", "学院", "研究院", "研究所")
            ):
                continue
            name = text[start : title.start()]
            if is_name(name) and not is_common(name, is_word) and not is_rare(name) and is_likely(name):
                yield (start, title.start()), _country_of_possessor(text, start)
                break


def _speaking(text: str, is_word: IsWord) -> Iterator[tuple[Span, str | None]]:
    """Yield names at the head of a clause that a verb of saying or an office follows: 周军表示, 耿聪，调研员."""
    for match in CLAUSE_HEAD.finditer(text):
        start = match.start()
        if text[start] not in SURNAMES and text[start : start + 2] not in COMPOUND_SURNAMES:
            continue
        ranked = []
        for end in name_ends(text, start):
            name = compact(text[start:end])
            rank = certainty(text, end)
            if (
                is_common(name, is_word)
                or not is_likely(name)
                or (is_rare(name) and (rank < 2 or len(name) < 3))
            ):
                continue
            if rank and (
                SPOKEN.match(text, end)
                or _has_office(text, end)
                or (start == 0 and text[end : end + 1] in "：:")
            ):
                ranked.append((rank, end))
        if ranked:
            yield (start, max(ranked)[1]), _country_of_possessor(text, start)


def _country_of_possessor(text: str, start: int) -> str | None:
    """Return the country of the body whose person is named: 越南水资源大学的潘光荣."""
    return home_of(text[max(0, start - WINDOW) : start]) if text[start - 1 : start] in ("的", "学") else None


def _vietnamese_women(text: str) -> Iterator[tuple[Span, str]]:
    """Yield names with 氏 behind a Vietnamese surname, which need no office: 阮氏莲."""
    for match in WITH_THI.finditer(text):
        for length in (4, 3):
            end = match.start() + length
            given = text[match.start() + 2 : end]
            if len(given) == length - 2 and all(map(VIETNAMESE.__contains__, given)) and certainty(text, end):
                yield (match.start(), end), "Viet Nam"
                break


def _before_offices_abroad(text: str, is_word: IsWord) -> Iterator[tuple[Span, str]]:
    """Yield foreigners' names at the head of a clause that an office abroad follows: 昂觉莫，缅甸某部副司长."""
    for match in TRANSCRIBED.finditer(text):
        follows = APPOSITION.match(text, match.end())
        titles = list(TITLE.finditer(follows[1])) if follows else []
        country = (
            country_of(follows[1]) if follows and titles and titles[-1].end() == len(follows[1]) else None
        )
        if country and not is_word(match[0]) and match[0] not in glosses():
            yield match.span(), country


def _has_office(text: str, end: int) -> bool:
    """Tell whether an apposition with an office follows: "，生态环境部国际合作司副司长"."""
    follows = APPOSITION.match(text, end) or SPEAKER_LINE.match(text, end)
    if follows is None:
        return False
    titles = list(TITLE.finditer(follows[1]))
    return bool(titles) and titles[-1].end() == len(follows[1]) and country_of(follows[1]) is None


def _begins_clause(text: str, start: int, words: tuple[str, ...]) -> bool:
    if start == 0 or text[start - 1] in PUNCTUATION:
        return True
    return text[max(0, start - 2) : start].endswith(words)
