"""Find recurring strings of Han characters that behave like words: unknown terms of the field."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import log2

from workflow.units import HAN

# Stands where something known was taken out; never a free edge, since what is known may begin inside a word.
BLANK = "\n"
SHORTEST, LONGEST = 3, 8
RECURS = 3
# Free on a side: two neighbours have at most 1 bit (发言摘编, 发言摘要), three of three 1.58.
FREEDOM = 1.1
# A shorter string that hardly occurs outside a longer one is a piece of it.
MOSTLY_INSIDE = 0.75
NEVER = frozenset("的了是和与及或而且并也都就这那其该我你他她它们很")
NOT_FIRST = frozenset(
    "在于从到向由对将把被为以等会能可要有个年月日种次名位者性化们后前中上下内外间时地得着过起来去"
)
NOT_LAST = frozenset(
    "在于从到向由对将把被为以不可要有第各每更最较新大小高多少一二两三四五六七八九十同共再又还未已正"
)
# Words of any bulletin, whatever its field: a string that begins or ends with one is no term.
GENERAL = tuple(
    "进一步 积极 不断 此次 本次 该次 近年 近日 新一 第一 目前 今后 未来 同时 共同 更加 更好 重要 主要 有关 相关 各方 双方 丰富 "
    "加强 推动 促进 推进 开展 提高 提升 提供 实现 实施 加快 扩大 深化 落实 完善 举办 举行 召开 参加 表示 指出 认为 介绍 强调 "
    "建议 希望 通过 围绕 结合 成为 取得 发挥 具有 进行 支持 以来 之间 方面 情况 问题 作用".split()
)
RUN = re.compile(rf"[{HAN}]+")


def recurring(texts: Iterable[str]) -> dict[str, int]:
    """Return the strings of 3 to 8 Han characters that recur and stand free on both sides, with their counts.

    Free is measured by the entropy of the neighbours (Shannon, in bits); a mark or the end of a text is a new
    neighbour each time, BLANK always the same. Strings that begin or end as no word does are left out, and
    pieces of longer ones.
    """
    counts: Counter[str] = Counter()
    left: dict[str, Counter[str]] = {}
    right: dict[str, Counter[str]] = {}
    for number, text in enumerate(texts):
        for start, end in _grams(text):
            gram = text[start:end]
            counts[gram] += 1
            left.setdefault(gram, Counter())[_neighbour(text, start - 1, number)] += 1
            right.setdefault(gram, Counter())[_neighbour(text, end, number)] += 1
    free = {
        gram: count
        for gram, count in counts.items()
        if count >= RECURS and min(entropy(left[gram]), entropy(right[gram])) >= FREEDOM
    }
    return {gram: count for gram, count in free.items() if not _is_piece(gram, free)}


def _grams(text: str) -> Iterator[tuple[int, int]]:
    for run in RUN.finditer(text):
        for start in range(run.start(), run.end() - SHORTEST + 1):
            for end in range(start + SHORTEST, min(start + LONGEST, run.end()) + 1):
                if may_be_word(text[start:end]):
                    yield start, end


def _neighbour(text: str, position: int, number: int) -> str:
    """Return the character at a position, or for a mark or an end a text of its own."""
    char = text[position] if 0 <= position < len(text) else ""
    return char if char == BLANK or RUN.fullmatch(char) else f"{number}:{position}"


def entropy(neighbours: Mapping[str, int]) -> float:
    """Return the entropy of a distribution of counts, in bits."""
    total = sum(neighbours.values())
    return -sum(count / total * log2(count / total) for count in neighbours.values())


def may_be_word(gram: str) -> bool:
    """Tell whether a string begins and ends as a word may, and holds no function word."""
    if gram[0] in NOT_FIRST or gram[-1] in NOT_LAST or not NEVER.isdisjoint(gram):
        return False
    return not gram.startswith(GENERAL) and not gram.endswith(GENERAL)


def _is_piece(gram: str, counts: Mapping[str, int]) -> bool:
    return any(
        gram in longer and len(longer) > len(gram) and count >= counts[gram] * MOSTLY_INSIDE
        for longer, count in counts.items()
    )
