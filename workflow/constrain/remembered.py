"""Give a person's office, said alone (副主任李永红), the English that it has where the person is introduced with a body."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from workflow.constrain.titled import RANKS, with_title
from workflow.units import Constraint

# The English of a person's rank, by the Chinese of name and rank.
Ranks = Mapping[tuple[str, str], str]
# What may stand before an office said alone; else its body stands there, unknown.
BEFORE = tuple("，。；：、（(“”")
LEADS_UP = tuple("由和与及请经据对向随")


def ranks(texts: Iterable[Sequence[Constraint]], positions: Collection[str]) -> Ranks:
    """Return the ranks that people are introduced with: (孟怀远, 副主任) is Deputy Director-General.

    `texts` are the constraints of each text, `positions` the Chinese of the positions that the glossary knows. A rank
    that is said in two ways for one person is left out.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for constraints in texts:
        for before, c in zip((None, *constraints), constraints, strict=False):
            if c.kind != "person":
                continue
            if ", " in c.target:
                key, title = _introduced(c, positions)
                if title:
                    found.setdefault(key, set()).add(title)
            elif before and before.end == c.start and before.source in RANKS:
                found.setdefault((c.source, before.source), set()).add(before.target)
    return {key: next(iter(titles)) for key, titles in found.items() if len(titles) == 1 and key[0]}


def _introduced(c: Constraint, positions: Collection[str]) -> tuple[tuple[str, str], str]:
    """Return the name and rank of a person with an office in a body, and the English of the rank; "" where it has none."""
    title, of, _body = c.target.partition(", ")[2].partition(" of ")
    # The longest position of one office: 副主任, not 主任; two offices tell nothing.
    rank = max((zh for zh in RANKS if zh in positions and zh in c.source), key=len, default="")
    sure = rank and of and "," not in title and " and " not in c.target
    return (c.source.rpartition(rank)[2] if rank else "", rank), title if sure else ""


def applied(text: str, constraints: Sequence[Constraint], known: Ranks) -> tuple[Constraint, ...]:
    """Return the constraints of a text, each person's rank that stands alone before or behind the name in the known English."""
    if not known:
        return tuple(constraints)
    out: list[Constraint] = []
    for c in constraints:
        out.append(_with_rank(text, c, out, known) if c.kind == "person" else c)
    return tuple(out)


def _with_rank(text: str, c: Constraint, before: list[Constraint], known: Ranks) -> Constraint:
    """Return a person with the rank that stands alone at the name; a constraint of the rank itself is taken from `before`."""
    for (name, rank), title in known.items():
        titles = tuple(dict.fromkeys((title, *RANKS[rank])))
        if c.source == name and text.endswith(rank, 0, c.start) and _is_alone(text, c.start - len(rank)):
            start = c.start - len(rank)
            while before and before[-1].end > start:
                before.pop()
            return with_title(text, (start, c.end), c, titles)
        if c.source == name + rank:
            bare = tuple(dict.fromkeys(_bare(target, RANKS[rank]) for target in c.targets[:1]))
            return with_title(text, (c.start, c.end), replace(c, targets=bare), titles)
    return c


def _is_alone(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in (*BEFORE, *LEADS_UP)


def _bare(target: str, titles: Iterable[str]) -> str:
    """Return a name without the rank before it."""
    for title in sorted(titles, key=len, reverse=True):
        if target.startswith(f"{title} "):
            return target.removeprefix(f"{title} ")
    return target
