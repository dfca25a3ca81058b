"""Find what stands at another's name: the figures of 分别 in another order than the names, two names with each other's figure."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from workflow.checks.base import Check, Span, each_translated
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Constraint, Unit

# A name and what is said of it; None where the name is not bound.
Pair = tuple[Constraint | None, Constraint]
RESPECTIVELY = re.compile("分别")
SENTENCE, CLAUSE, LIST = (
    re.compile("[。；！？\n]"),
    re.compile("[，：。；！？,:;\n]"),
    re.compile("以及|[、和与及跟]"),
)
FIGURES = frozenset({"quantity", "date"})
# What stands between two figures of an English list: 64, 81 and 37 points; 12 months and 9 months.
LIST_EN = re.compile(r"[ \w%/°]{0,16}(?:[,;]|,? and|,? or) ?")
# Characters between a name and its figure in Chinese: 氨氮排放量约为9.7万吨; and in English: ammonia nitrogen accounts for.
NEAR, NEAR_EN = 6, 25
# What joins a figure to a name behind it: 8 of the Mekong, 8 people from Thailand.
OF = re.compile(r"(?: [a-z-]+){0,2} (?:of|from|in|by) (?:the )?")
CLAUSE_EN = re.compile(r"[,.;:()]|\b(?:and|while|but|of)\b")
# No ordinals, and no spans of time: those are seldom of a name.
COUNTED = re.compile("^(?!第)[^首号届年月日天周时钟秒]+$")
NUMERAL = re.compile(r"[\d.,一二三四五六七八九十百千万亿零〇两半]")


def misattached(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where two names have each other's figure in the English.

    Two signs are sure enough to tell. The names of 分别 and what they have stand in one order in the English, whether in two
    lists or name by name. And a figure that follows a name in the Chinese does not stand right at another in the English while
    that one's stands at the first.
    """
    for pair in [*_respectively(unit), *_at_the_other(unit)][:1]:
        (name, figure), (there, other) = sorted(pair, key=lambda one: _at(one[1]))
        one, two = (unit.target[slice(*_at(c))] for c in (figure, other))
        message = N_("“{one}” and “{two}” stand in each other's place: see {zh} and {there}")
        zh, there_zh = (name or figure).source, (there or other).source
        yield check.finding(unit, message, one, fix=two, one=one, two=two, zh=zh, there=there_zh)


def _at(c: Constraint | None) -> Span:
    return (c and c.at) or (0, 0)


def _respectively(unit: Unit) -> Iterator[tuple[Pair, Pair]]:
    """Yield two pairs of a 分别 that stand in another order in the English than what is said of them.

    Names that are not bound are taken to stand in their order where the figures are a list.
    """
    for word in RESPECTIVELY.finditer(unit.source):
        all_pairs = _pairs(unit, word)
        pairs = list(combinations(all_pairs, 2))
        named = [(one, two) for one, two in pairs if one[0] and two[0]]
        yield from ((one, two) for one, two in named if _turned(one[0], two[0]) != _turned(one[1], two[1]))
        in_order = not any(_turned(one[0], two[0]) for one, two in named)
        if in_order and _is_list(unit, [figure for _name, figure in all_pairs]):
            yield from ((one, two) for one, two in pairs if _turned(one[1], two[1]))


def _turned(one: Constraint | None, two: Constraint | None) -> bool:
    return _at(one) > _at(two)


def _is_list(unit: Unit, figures: list[Constraint]) -> bool:
    """Tell whether figures are the items of one list in the English."""
    places = sorted(map(_at, figures))
    return all(LIST_EN.fullmatch(unit.target, a[1], b[0]) for a, b in pairwise(places))


def _pairs(unit: Unit, word: re.Match[str]) -> list[Pair]:
    """Return the items of the list behind 分别 that stand in the English, each with that of the list before it."""
    end = CLAUSE.search(unit.source, word.end())
    behind = _items(unit, word.end(), end.start() if end else len(unit.source))
    start = max((m.end() for m in SENTENCE.finditer(unit.source, 0, word.start())), default=0)
    edges = [start, *(m.end() for m in CLAUSE.finditer(unit.source, start, word.start())), word.start() + 1]
    lists = (_items(unit, a, b - 1) for a, b in reversed(list(pairwise(edges))))
    none: list[Constraint | None] = [None] * len(behind)
    before = next((items for items in lists if len(items) == len(behind) > 1), none)
    if len({name.kind for name in before if name}) > 1:
        before = none
    pairs = [(name, said) for name, said in zip(before, behind, strict=True) if said]
    places = [c.at for pair in pairs for c in pair if c]
    sure = len({said.kind for _name, said in pairs}) == 1 and len(set(places)) == len(places)
    return pairs if sure and (any(name for name, _said in pairs) or pairs[0][1].kind in FIGURES) else []


def _items(unit: Unit, start: int, end: int) -> list[Constraint | None]:
    """Return the items of the list that a stretch of the Chinese is, each as what it is about, if that is in the English.

    The stretch goes on before its first item and behind its last, so that the first ends in its head and the others begin
    with theirs: 流域总磷、氨氮和化学需氧量的排放.
    """
    inside = [c for c in unit.constraints if start <= c.start and c.end <= end]
    marks = [
        m.span()
        for m in LIST.finditer(unit.source, start, end)
        if not any(c.start <= m.start() < c.end for c in inside)
    ]
    edges = [start, *(edge for mark in marks for edge in mark), end]
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    last = spans.pop(0)[1]
    first = next((c for c in inside if last - c.end in (0, 1) and c.at), None)
    return [first, *(next((c for c in inside if c.start == begin and c.at), None) for begin, _end in spans)]


def _at_the_other(unit: Unit) -> Iterator[tuple[Pair, Pair]]:
    """Yield two names, each with one figure of the same kind right behind it, whose figures stand at the other in the English."""
    often = [c.targets for c in unit.constraints]
    pairs = [
        (name, figure)
        for name, figure in pairwise(c for c in unit.constraints if c.at)
        if name.kind not in FIGURES
        and figure.kind == "quantity"
        and COUNTED.search(figure.source)
        and figure.start - name.end <= NEAR
        and not CLAUSE.search(unit.source, name.end, figure.start)
        and often.count(name.targets) == often.count(figure.targets) == 1
    ]
    for one, two in combinations(pairs, 2):
        ways = [_way(unit.target, name, figure) for name, figure in ((one[0], two[1]), (two[0], one[1]))]
        if ways[0] and ways[0] == ways[1] and _unit(one[1]) == _unit(two[1]):
            yield one, two


def _unit(figure: Constraint) -> str:
    return NUMERAL.sub("", figure.source)


def _way(english: str, name: Constraint, figure: Constraint) -> str:
    """Return in which way a figure stands right at a name in English, empty where it does not."""
    (a, b), (c, d) = _at(name), _at(figure)
    if OF.fullmatch(english, d, a):
        return "of"
    return "behind" if b <= c <= b + NEAR_EN and not CLAUSE_EN.search(english, b, c) else ""


CHECKS: tuple[Check, ...] = (
    Check(
        "figure-misattached",
        N_("What is said of one name stands at another in the English"),
        Severity.ERROR,
        each_translated(misattached),
        N_("wrong where the English has the names in another order, too"),
        0.95,
    ),
)
